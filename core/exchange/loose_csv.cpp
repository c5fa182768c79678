// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes are judged by what stands around them.
#include "core/exchange/loose_csv.h"

#include <algorithm>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kLookAhead = 2'048;  ///< bytes of a line in which a closing quote is looked for

bool isLineEnd(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace

bool LooseCsvReader::endsCell(std::size_t at) const {
  while (at < m_text.size() && m_text[at] == ' ')
    ++at;
  return at >= m_text.size() || m_text[at] == m_shape.separator || isLineEnd(m_text[at]);
}

/// Whether on this line another quote closes the cell.
bool LooseCsvReader::closesLater(std::size_t at) {
  const std::size_t end = std::min(m_text.size(), at + std::min(kLookAhead, m_looks));
  for (; at < end && !isLineEnd(m_text[at]); ++at) {
    --m_looks;
    if (m_text[at] == '"' && endsCell(at + 1)) return true;
  }
  return false;
}

bool LooseCsvReader::mayOpen() {
  if (!m_distrust && m_budget > 0) return true;
  return closesLater(m_at + 1);
}

void LooseCsvReader::take(std::string& text, bool& isCut, char c) const {
  const auto code = static_cast<unsigned char>(c);
  if ((code < 0x20 && c != '\t' && c != '\n') || code == 0x7F) return;
  const bool isTail = (code & 0xC0U) == 0x80U;
  isCut |= text.size() >= m_shape.mostCellBytes && !isTail;
  if (!isCut) text += c;
}

void LooseCsvReader::takeLineEnd() {
  const bool isCr = m_text[m_at] == '\r';
  ++m_at;
  if (isCr && m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
  ++m_line;
  m_lineStart = m_at;
}

/// False, and back at the quote, if it opens nothing.
bool LooseCsvReader::readQuoted(LooseRow& row, std::string& text, bool& isCut) {
  const std::size_t begin = m_at;
  const std::size_t lineStart = m_lineStart;
  const std::int64_t line = m_line;
  std::int64_t odd = 0;
  bool swallows = false;
  ++m_at;
  while (!atEnd()) {
    const char c = m_text[m_at];
    if (isLineEnd(c)) {
      takeLineEnd();
      take(text, isCut, '\n');
      continue;
    }
    if (m_shape.backslashQuotes && c == '\\' && (byte(m_at + 1) == '"' || byte(m_at + 1) == '\\')) {
      // "ends with \" is a backslash only if nothing else closes the cell on this line.
      if (byte(m_at + 1) == '\\' || !endsCell(m_at + 2) || closesLater(m_at + 2)) {
        take(text, isCut, m_text[m_at + 1]);
        m_at += 2;
        continue;
      }
    }
    if (c == '"') {
      const bool isDoubled = byte(m_at + 1) == '"';
      if (isDoubled && !(endsCell(m_at + 2) && !closesLater(m_at + 2) && odd > 0)) {
        take(text, isCut, '"');
        m_at += 2;
        continue;
      }
      if (endsCell(m_at + 1)) {
        ++m_at;
        if (swallows && m_line > line) break;
        if (odd > 0 && row.oddQuote == 0) row.oddQuote = odd;
        return true;
      }
      // Rows whose quotes open cells of their own lie in this one.
      swallows |= m_line > line && m_at > 0 && m_text[m_at - 1] == m_shape.separator;
      if (odd == 0) odd = m_line;
      if (m_line == line && !closesLater(m_at + 1) && m_budget > 0) {
        // What follows belongs to the cell, without quotes: "Title" of something
        if (row.oddQuote == 0) row.oddQuote = odd;
        ++m_at;
        readPlain(row, text, isCut);
        return true;
      }
    }
    take(text, isCut, c);
    ++m_at;
  }
  m_distrust |= atEnd();
  m_budget -= std::min(m_budget, m_at - begin);
  m_at = begin;
  m_lineStart = lineStart;
  m_line = line;
  text.clear();
  isCut = false;
  if (row.oddQuote == 0) row.oddQuote = line;
  return false;
}

void LooseCsvReader::readPlain(LooseRow& /*row*/, std::string& text, bool& isCut) {
  while (!atEnd() && m_text[m_at] != m_shape.separator && !isLineEnd(m_text[m_at])) {
    take(text, isCut, m_text[m_at]);
    ++m_at;
  }
}

void LooseCsvReader::readCell(LooseRow& row) {
  GridCell cell;
  std::size_t begin = m_at;
  while (byte(begin) == ' ')
    ++begin;
  bool isCut = false;
  std::string text;
  const bool isQuoted = begin < m_text.size() && m_text[begin] == '"';
  if (isQuoted) m_at = begin;
  cell.place = {m_line, static_cast<std::int64_t>(m_at - m_lineStart) + 1};
  const bool isOpen = isQuoted && mayOpen();
  if (isQuoted && !isOpen && row.oddQuote == 0) row.oddQuote = m_line;
  if (isOpen && readQuoted(row, text, isCut)) {
    while (!atEnd() && m_text[m_at] == ' ')
      ++m_at;
  } else {
    readPlain(row, text, isCut);
  }
  if (row.cells.size() >= m_shape.mostCells) {
    row.overfull = true;
    return;
  }
  const std::string_view bare = withoutSpaces(text);
  if (bare.size() == text.size()) {
    cell.text = std::move(text);
  } else {
    cell.text = std::string(bare);
  }
  row.cells.push_back(std::move(cell));
  if (isCut && row.cut == 0) row.cut = static_cast<std::int64_t>(row.cells.size());
}

bool LooseCsvReader::next(LooseRow& row) {
  if (atEnd()) return false;
  row = {};
  row.line = m_line;
  while (true) {
    readCell(row);
    // Nobody wants the rest of such a row.
    if (row.overfull) m_at = std::min(m_text.find_first_of("\r\n", m_at), m_text.size());
    if (atEnd()) return true;
    if (isLineEnd(m_text[m_at])) {
      takeLineEnd();
      return true;
    }
    if (m_text[m_at] == m_shape.separator) ++m_at;
    // A separator at the very end of the text has an empty cell behind it, which nobody misses.
    if (atEnd()) return true;
  }
}

}  // namespace entente
