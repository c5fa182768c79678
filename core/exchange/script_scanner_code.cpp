// SPDX-License-Identifier: GPL-3.0-or-later
// ScriptScanner's blanks, comments, names and the code that it steps over.
#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "core/exchange/published_text.h"
#include "core/exchange/script_scanner.h"

namespace entente {

namespace {

constexpr std::size_t kMostRemarks = 100;

bool isName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

void ScriptScanner::skipBlank() {
  for (;;) {
    const char c = peek();
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') {
      ++m_at;
    } else if (c == '\xC2' && peek(1) == '\xA0') {
      m_at += 2;
    } else if (c == '\xEF' && peek(1) == '\xBB' && peek(2) == '\xBF') {
      m_at += 3;
    } else if (c != '/' || !skipComment()) {
      return;
    }
  }
}

bool ScriptScanner::skipComment() {
  if (peek(1) == '/') {
    m_at = std::min(m_text.find('\n', m_at), m_text.size());
    return true;
  }
  if (peek(1) != '*') return false;
  const std::size_t stop = m_text.find("*/", m_at + 2);
  m_at = stop == std::string_view::npos ? m_text.size() : stop + 2;
  return true;
}

void ScriptScanner::skipText() {
  const char quote = m_text[m_at++];
  while (!atEnd()) {
    const char c = m_text[m_at++];
    if (c == quote || (c == '\n' && quote != '`')) return;
    if (c == '\\') ++m_at;
  }
  m_at = m_text.size();
}

void ScriptScanner::skipCode(std::string_view stops) {
  std::size_t depth = 0;
  while (!atEnd()) {
    const char c = peek();
    if (depth == 0 && stops.find(c) != std::string_view::npos) return;
    if (c == '"' || c == '\'' || c == '`') {
      skipText();
      continue;
    }
    if (c == '/' && skipComment()) continue;
    if (c == '(' || c == '[' || c == '{') ++depth;
    if ((c == ')' || c == ']' || c == '}') && depth > 0) --depth;
    ++m_at;
    // Statements need no semicolon before a line end.
    if (c == '\n' && depth == 0 && stops == ";" &&
        isListed(wordAt(m_at), "|var|let|const|export|function|import|")) {
      return;
    }
  }
}

std::string_view ScriptScanner::wordAt(std::size_t at) const {
  std::size_t stop = at;
  while (stop < m_text.size() && isName(m_text[stop]))
    ++stop;
  return m_text.substr(std::min(at, m_text.size()), stop - at);
}

bool ScriptScanner::takeWord(std::string_view word) {
  if (wordAt(m_at) != word) return false;
  m_at += word.size();
  return true;
}

/// With dots between its words; blanks are not part of it.
std::string ScriptScanner::dottedName() {
  const std::size_t from = m_at;
  while (!atEnd() && (isName(m_text[m_at]) || m_text[m_at] == '.'))
    ++m_at;
  return std::string(m_text.substr(from, m_at - from));
}

TablePlace ScriptScanner::placeOf(std::size_t at) const {
  const std::string_view before = m_text.substr(0, at);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t end = before.rfind('\n');
  const std::size_t begin = end == std::string_view::npos ? 0 : end + 1;
  return {lines + 1, static_cast<std::int64_t>(at - begin) + 1};
}

bool ScriptScanner::refuse(std::size_t at, std::string reason) {
  m_problemAt = std::min(at, m_text.size());
  m_problem = std::move(reason);
  return false;
}

void ScriptScanner::remark(std::size_t at, std::string_view what) {
  if (m_remarks.size() >= kMostRemarks) return;
  const TablePlace place = placeOf(at);
  std::string excerpt;
  for (const char c : m_text.substr(at, 40)) {
    if (c == '\n' || c == '\r') break;
    excerpt += c;
  }
  // Not in the middle of a character.
  while (!excerpt.empty() && at + excerpt.size() < m_text.size() &&
         (static_cast<unsigned char>(m_text[at + excerpt.size()]) & 0xC0U) == 0x80U) {
    excerpt.pop_back();
  }
  m_remarks.push_back(fmt::format("Line {}, column {}: \"{}\" {}.", place.line, place.column, excerpt, what));
}

}  // namespace entente
