// SPDX-License-Identifier: GPL-3.0-or-later
// A hand-written scanner: it goes on after a problem as a lenient reader would, so that one pass finds all of
// them.
#include "core/exchange/csv_reader.h"

#include <fmt/core.h>

#include <utility>

namespace entente {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

unsigned byteAt(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

bool isContinuation(unsigned byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// The bytes of the UTF-8 character at `at`, by the table of well-formed sequences (Unicode 15, table 3-7); 0
/// if ill-formed.
std::size_t characterLength(std::string_view bytes, std::size_t at) {
  const unsigned first = byteAt(bytes, at);
  const unsigned second = byteAt(bytes, at + 1);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  if (first < 0xE0) return isContinuation(second) ? 2 : 0;
  unsigned least = 0x80;
  unsigned most = 0xBF;
  if (first == 0xE0) least = 0xA0;  // overlong below
  if (first == 0xED) most = 0x9F;   // surrogates above
  if (first == 0xF0) least = 0x90;  // overlong below
  if (first == 0xF4) most = 0x8F;   // beyond U+10FFFF above
  if (second < least || second > most || !isContinuation(byteAt(bytes, at + 2))) return 0;
  if (first < 0xF0) return 3;
  return isContinuation(byteAt(bytes, at + 3)) ? 4 : 0;
}

/// The code of the control character at `at` (the characters of Unicode's class Cc but TAB and LF), or -1.
int controlCode(std::string_view bytes, std::size_t at) {
  const unsigned first = byteAt(bytes, at);
  if (first == '\t' || first == '\n') return -1;
  if (first < 0x20 || first == 0x7F) return static_cast<int>(first);
  const unsigned second = byteAt(bytes, at + 1);
  return first == 0xC2 && second >= 0x80 && second < 0xA0 ? static_cast<int>(second) : -1;
}

void addProblem(CsvRow& row, CsvCell& cell, std::int64_t line, std::int64_t column, std::string reason) {
  if (!cell.bad) row.problems.push_back({line, column, std::move(reason)});
  cell.bad = true;
}

}  // namespace

bool CsvReader::isPlain(char c) const {
  return c >= 0x20 && c < 0x7F && c != m_shape.separator && c != '"';
}

bool CsvReader::atLineEnd() const {
  return m_bytes[m_at] == '\n' || (m_bytes[m_at] == '\r' && byteAt(m_bytes, m_at + 1) == '\n');
}

void CsvReader::takeLineEnd() {
  m_at += m_bytes[m_at] == '\r' ? 2 : 1;
  m_lineStart = m_at;
  ++m_line;
}

bool CsvReader::next(CsvRow& row) {
  row.cells.clear();
  row.problems.clear();
  row.sound = true;
  m_overfull = false;
  row.line = m_line;
  row.offset = m_at;
  if (atEnd()) return false;
  if (m_at == 0 && m_bytes.starts_with(kByteOrderMark)) {
    row.problems.push_back({1, 1, "the file begins with a byte order mark"});
    m_at = kByteOrderMark.size();
  }
  readCell(row);
  while (!atEnd() && m_bytes[m_at] == m_shape.separator) {
    ++m_at;
    readCell(row);
  }
  if (!atEnd()) takeLineEnd();
  return true;
}

void CsvReader::readCell(CsvRow& row) {
  const std::size_t problemsBefore = row.problems.size();
  CsvCell cell;
  cell.line = m_line;
  cell.column = column();
  if (!atEnd() && m_bytes[m_at] == '"') {
    readQuoted(row, cell);
    if (!atEnd() && m_bytes[m_at] != m_shape.separator && !atLineEnd()) {
      row.sound = false;
      addProblem(row, cell, m_line, column(), "text after the closing quote");
    }
  }
  readPlain(row, cell);
  if (row.cells.size() < m_shape.mostCells) {
    row.cells.push_back(std::move(cell));
    return;
  }
  // Neither cells nor problems beyond the limit are kept: a hostile row is all memory otherwise.
  row.problems.resize(problemsBefore);
  if (!std::exchange(m_overfull, true))
    row.problems.push_back(
        {cell.line, cell.column, fmt::format("the row has more than {} cells", m_shape.mostCells)});
  row.sound = false;
}

void CsvReader::readQuoted(CsvRow& row, CsvCell& cell) {
  ++m_at;
  while (!atEnd()) {
    const char c = m_bytes[m_at];
    if (c == '"') {
      ++m_at;
      if (atEnd() || m_bytes[m_at] != '"') return;
      cell.text += '"';
      ++m_at;
    } else if (atLineEnd()) {
      cell.text += '\n';
      takeLineEnd();
    } else {
      takeCharacter(row, cell);
    }
  }
  row.sound = false;
  cell.bad = false;  // the most telling problem of this cell, whatever else is in it
  addProblem(row, cell, cell.line, cell.column, "the quote that opens here is never closed");
}

void CsvReader::readPlain(CsvRow& row, CsvCell& cell) {
  while (!atEnd() && m_bytes[m_at] != m_shape.separator && !atLineEnd()) {
    if (m_bytes[m_at] == '"') {
      row.sound = false;
      addProblem(row, cell, m_line, column(), "a quote inside a cell that is not quoted");
      cell.text += '"';
      ++m_at;
    } else {
      takeCharacter(row, cell);
    }
  }
}

/// Takes one character, or a run of those that mean nothing special anywhere.
void CsvReader::takeCharacter(CsvRow& row, CsvCell& cell) {
  std::size_t stop = m_at;
  while (stop < m_bytes.size() && isPlain(m_bytes[stop]))
    ++stop;
  if (stop == m_at) {
    stop += characterLength(m_bytes, m_at);
    if (stop == m_at) {
      addProblem(row, cell, m_line, column(),
                 fmt::format("the byte 0x{:02X} is not UTF-8", byteAt(m_bytes, m_at)));
      ++stop;
    } else if (m_bytes[m_at] == '\r') {
      addProblem(row, cell, m_line, column(), "a carriage return without line feed");
    } else if (const int code = controlCode(m_bytes, m_at); code >= 0) {
      addProblem(row, cell, m_line, column(),
                 fmt::format("the control character U+{:04X} is not allowed", code));
    }
  }
  cell.text += m_bytes.substr(m_at, stop - m_at);
  m_at = stop;
}

std::size_t findUnfitForCsv(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = characterLength(text, at);
    if (length == 0 || controlCode(text, at) >= 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

}  // namespace entente
