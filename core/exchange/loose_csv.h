// SPDX-License-Identifier: GPL-3.0-or-later
// LooseCsvReader: rows of cells out of parted text as real files have it, with quotes where they should not
// be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/table_grid.h"

namespace entente {

struct LooseShape {
  char separator = ',';
  bool backslashQuotes = false;  ///< \" is a quote within quotes
  std::size_t mostCells = 1'024;
  std::size_t mostCellBytes = std::size_t{1} << 20U;
};

struct LooseRow {
  std::int64_t line = 1;  ///< on which it begins, from 1
  std::vector<GridCell> cells;
  bool overfull = false;      ///< there are more than mostCells; those are not kept
  std::int64_t oddQuote = 0;  ///< line of the first quote that is taken for a letter; 0: none
  std::int64_t cut = 0;       ///< column (from 1) of the first cell whose text is cut; 0: none
};

/// RFC 4180 but lenient: any line end; a quote counts as opening at the begin of a cell only (spaces may
/// stand before it), and as closing before a separator, a line end or the end of the text only; one that
/// would never be closed, or only by swallowing rows with quotes of their own, is a letter. Control
/// characters but TAB and LF are left out, line ends within cells are LF. Cells are without spaces around
/// them. The text must be valid UTF-8 and outlive the reader. Cost: linear, a bounded number of passes.
class LooseCsvReader {
 public:
  LooseCsvReader(std::string_view text, LooseShape shape)
      : m_text(text), m_shape(shape), m_budget(text.size() * 2 + 4'096), m_looks(text.size() * 8 + 65'536) {}

  /// False at the end of the text.
  [[nodiscard]] bool next(LooseRow& row);
  [[nodiscard]] std::size_t offset() const { return m_at; }

 private:
  [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
  [[nodiscard]] char byte(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\n'; }
  [[nodiscard]] bool endsCell(std::size_t at) const;
  [[nodiscard]] bool closesLater(std::size_t at);
  [[nodiscard]] bool mayOpen();
  void readCell(LooseRow& row);
  bool readQuoted(LooseRow& row, std::string& text, bool& isCut);
  void readPlain(LooseRow& row, std::string& text, bool& isCut);
  void take(std::string& text, bool& isCut, char c) const;
  void takeLineEnd();

  std::string_view m_text;
  LooseShape m_shape;
  std::size_t m_at = 0;
  std::size_t m_lineStart = 0;
  std::int64_t m_line = 1;
  std::size_t m_budget;     ///< bytes that may be read again after an opening quote was none
  std::size_t m_looks;      ///< bytes that may be looked at in advance
  bool m_distrust = false;  ///< a quote was never closed: others open only what is closed on their line
};

}  // namespace entente
