// SPDX-License-Identifier: GPL-3.0-or-later
// CsvReader: rows of cells out of CSV bytes, each with its place for messages (RFC 4180, strict UTF-8).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Lines and columns count from 1; a column is the byte's position in its line.
struct CsvCell {
  std::string text;  ///< without quotes, line ends as LF
  std::int64_t line = 1;
  std::int64_t column = 1;  ///< of the first byte, the opening quote if there is one
  bool bad = false;         ///< a problem of the row lies in this cell; its text is then a best guess

  bool operator==(const CsvCell&) const = default;
};

struct CsvProblem {
  std::int64_t line = 1;
  std::int64_t column = 1;
  std::string reason;

  bool operator==(const CsvProblem&) const = default;
};

struct CsvRow {
  std::int64_t line = 1;   ///< on which it begins
  std::size_t offset = 0;  ///< of its first byte
  std::vector<CsvCell> cells;
  std::vector<CsvProblem> problems;  ///< the first one of each cell
  bool sound = true;  ///< false if quotes are misplaced: then cells may be parted in the wrong places
};

/// What parts cells, and how many of a row are kept: a row that has more has a problem.
struct CsvShape {
  char separator = ',';  ///< ASCII; not a quote, nor a line end
  std::size_t mostCells = static_cast<std::size_t>(-1);
};

/// Refused, with the place: what is not UTF-8 (overlong forms and surrogates too), a byte order mark at the
/// begin, control characters but TAB and the line ends, CR without LF, a quote inside an unquoted cell, text
/// after a closing quote, a quote that is never closed. CR LF is read as LF. A refused row is read on up to
/// its line end outside quotes, so that the next one can be read. The bytes must outlive the reader; cost:
/// linear.
class CsvReader {
 public:
  /// Begins at a row's `offset` and `line`, as an earlier reader of the same bytes gave them.
  explicit CsvReader(std::string_view bytes, std::size_t offset = 0, std::int64_t line = 1,
                     CsvShape shape = {})
      : m_bytes(bytes), m_shape(shape), m_at(offset), m_lineStart(offset), m_line(line) {}

  /// Reads the next row into `row`; false at the end of the bytes.
  [[nodiscard]] bool next(CsvRow& row);
  /// Bytes read so far.
  [[nodiscard]] std::size_t offset() const { return m_at; }

 private:
  [[nodiscard]] std::int64_t column() const { return static_cast<std::int64_t>(m_at - m_lineStart) + 1; }
  [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
  [[nodiscard]] bool atLineEnd() const;
  [[nodiscard]] bool isPlain(char c) const;
  void takeLineEnd();
  void readCell(CsvRow& row);
  void readQuoted(CsvRow& row, CsvCell& cell);
  void readPlain(CsvRow& row, CsvCell& cell);
  void takeCharacter(CsvRow& row, CsvCell& cell);

  std::string_view m_bytes;
  CsvShape m_shape;
  std::size_t m_at;
  std::size_t m_lineStart;
  std::int64_t m_line;
  bool m_overfull = false;  ///< the row has more cells than are kept
};

/// Where in a text the first byte lies that no cell may hold (not UTF-8, or a control character but TAB and
/// LF); npos if there is none.
[[nodiscard]] std::size_t findUnfitForCsv(std::string_view text);

}  // namespace entente
