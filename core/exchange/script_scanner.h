// SPDX-License-Identifier: GPL-3.0-or-later
// ScriptScanner: finds the values in a script or a JSON text and writes each as strict JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/table_grid.h"

namespace entente {

/// A value as JSON. It is valid: JSON parsers have nothing to refuse in it.
struct ScannedPart {
  std::string name;
  std::string json;
  TablePlace place;
};

struct ScanBounds {
  std::size_t depth = 64;
  std::size_t values = 1'000'000;  ///< of all parts: names, texts, numbers, words, lists, objects
};

/// What is understood: see readJsonText. The text must be UTF-8 and outlive the scanner. O(length); no
/// recursion.
class ScriptScanner {
 public:
  ScriptScanner(std::string_view text, ScanBounds bounds) : m_text(text), m_bounds(bounds) {}

  /// The next value; false at the end, or if something is refused: see problem().
  [[nodiscard]] bool next(ScannedPart& part);

  [[nodiscard]] const std::string& problem() const { return m_problem; }
  [[nodiscard]] bool isBeyondBounds() const { return m_beyond; }
  [[nodiscard]] TablePlace problemPlace() const { return placeOf(m_problemAt); }
  [[nodiscard]] const std::vector<std::string>& remarks() const { return m_remarks; }

 private:
  struct Open {
    char bracket = '[';
    bool fresh = true;
    std::set<std::string, std::less<>> names;
  };

  // Each returns false after it has refused.
  bool statement(ScannedPart& part, bool& found);
  bool value();
  bool memberName();
  bool scalar();
  bool text();
  bool textPiece();
  bool escape();
  bool number();
  bool word();
  bool date(std::size_t from);
  bool leaveEmpty(std::size_t from, std::size_t written);
  bool count();
  bool push(char bracket);
  bool callOf(std::string& name);

  void skipBlank();
  bool skipComment();
  /// Behind what stands before one of `stops` outside brackets and texts.
  void skipCode(std::string_view stops);
  void skipText();
  bool takeWord(std::string_view word);
  std::string dottedName();
  [[nodiscard]] std::string_view wordAt(std::size_t at) const;

  [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
  }
  [[nodiscard]] TablePlace placeOf(std::size_t at) const;
  bool refuse(std::size_t at, std::string reason);
  void remark(std::size_t at, std::string_view what);

  std::string_view m_text;
  ScanBounds m_bounds;
  std::size_t m_at = 0;
  std::size_t m_values = 0;
  std::vector<Open> m_open;
  std::string m_out;
  std::string m_problem;
  std::size_t m_problemAt = 0;
  bool m_beyond = false;
  std::vector<std::string> m_remarks;
  bool m_first = true;
  bool m_sawCode = false;
};

}  // namespace entente
