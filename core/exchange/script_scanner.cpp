// SPDX-License-Identifier: GPL-3.0-or-later
// One pass, with a stack of its own for open lists and objects.
#include "core/exchange/script_scanner.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::string_view kDeclarations = "|var|let|const|export|default|";

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool isNamePart(char c) {
  return isNameStart(c) || isDigit(c);
}

}  // namespace

bool ScriptScanner::next(ScannedPart& part) {
  bool found = false;
  while (!found) {
    skipBlank();
    while (peek() == ';') {
      ++m_at;
      skipBlank();
    }
    if (atEnd()) return false;
    if (!statement(part, found)) return false;
  }
  return true;
}

/// A plain value is one only at the begin of a file or behind other statements; else it is what is left of
/// something broken.
bool ScriptScanner::statement(ScannedPart& part, bool& found) {
  const std::size_t from = m_at;
  part.name.clear();
  m_out.clear();
  const bool first = std::exchange(m_first, false);
  bool called = false;
  bool plain = true;
  if (isNameStart(peek()) && !isListed(wordAt(m_at), "|true|false|null|new|")) {
    while (isListed(wordAt(m_at), kDeclarations)) {
      (void)dottedName();
      skipBlank();
    }
    if (isNameStart(peek()) && wordAt(m_at) != "new") part.name = dottedName();
    skipBlank();
    plain = part.name.empty();
    called = peek() == '(' && !plain;
    if (called || (peek() == '=' && peek(1) != '=')) {
      plain = true;
      ++m_at;
      skipBlank();
    }
  } else if (!first && m_text[from] != '{' && m_text[from] != '[' && !isNameStart(peek())) {
    if (!m_sawCode) return refuse(from, "something that is no data stands behind the data");
    remark(from, "is a program's code and not read");
    ++m_at;
    skipCode(";");
    return true;
  }
  std::string maker;
  if (wordAt(m_at) == "new") called = callOf(maker) || called;
  m_sawCode = m_sawCode || isNameStart(m_text[from]);
  part.place = placeOf(m_at);
  const char c = peek();
  const bool isData = plain && (c == '{' || c == '[' || c == '"' || c == '\'' || isDigit(c) || c == '-' ||
                                isListed(wordAt(m_at), "|true|false|null|"));
  if (plain && atEnd()) return refuse(m_at, "the text ends where a value should stand");
  if (!isData) {
    if (!isNameStart(m_text[from])) return refuse(from, "this is no value");
    remark(from, "is a program's code and not read");
    m_at = from;
    skipCode(";");
    return true;
  }
  if (!value()) return false;
  skipBlank();
  if (called) {
    if (peek() == ',') skipCode(")");
    if (peek() != ')') return refuse(m_at, "a closing parenthesis is missing");
    ++m_at;
    skipBlank();
  }
  if (isNameStart(m_text[from]) && !atEnd() &&
      std::string_view(".([?&|+-*").find(peek()) != std::string_view::npos) {
    remark(m_at, "is a program's code and not read");
    skipCode(";");
  }
  part.json = std::move(m_out);
  found = true;
  return true;
}

/// `new Name(`; leaves the position where it was if it is something else.
bool ScriptScanner::callOf(std::string& name) {
  const std::size_t from = m_at;
  m_at += 3;
  skipBlank();
  name = dottedName();
  skipBlank();
  if (name.empty() || name == "Date" || peek() != '(') {
    m_at = from;
    return false;
  }
  ++m_at;
  skipBlank();
  return true;
}

bool ScriptScanner::value() {
  m_open.clear();
  for (;;) {
    skipBlank();
    const char close = m_open.empty() ? '\0' : (m_open.back().bracket == '{' ? '}' : ']');
    if (atEnd()) return refuse(m_at, "the text ends in the middle of a value");
    if (m_open.empty() || peek() != close) {
      if (peek() == ',' && close == ']') {
        ++m_at;
        continue;
      }
      if (!m_open.empty()) {
        if (!std::exchange(m_open.back().fresh, false)) m_out += ',';
        if (close == '}' && !memberName()) return false;
      }
      if (peek() == '{' || peek() == '[') {
        if (!push(peek())) return false;
        continue;
      }
      if (!scalar()) return false;
    } else {
      m_out += close;
      ++m_at;
      m_open.pop_back();
    }
    for (bool behind = true; behind;) {
      if (m_open.empty()) return true;
      skipBlank();
      const char end = m_open.back().bracket == '{' ? '}' : ']';
      if (peek() == ',') {
        ++m_at;
        behind = false;
      } else if (peek() == end && !atEnd()) {
        m_out += end;
        ++m_at;
        m_open.pop_back();
      } else if (atEnd()) {
        return refuse(m_at, "the text ends in the middle of a value");
      } else {
        return refuse(m_at, fmt::format("a comma or '{}' is missing", end));
      }
    }
  }
}

bool ScriptScanner::push(char bracket) {
  if (m_open.size() >= m_bounds.depth) {
    m_beyond = true;
    return refuse(m_at, fmt::format("lists and objects are nested more than {} deep", m_bounds.depth));
  }
  if (!count()) return false;
  m_open.push_back({bracket, true, {}});
  m_out += bracket;
  ++m_at;
  return true;
}

bool ScriptScanner::count() {
  if (++m_values <= m_bounds.values) return true;
  m_beyond = true;
  return refuse(m_at, fmt::format("there are more than {} values", m_bounds.values));
}

bool ScriptScanner::memberName() {
  const std::size_t from = m_out.size();
  const std::size_t at = m_at;
  if (peek() == '"' || peek() == '\'') {
    if (!textPiece()) return false;
  } else if (isNameStart(peek()) || isDigit(peek())) {
    const std::size_t begin = m_at;
    while (isNamePart(peek()))
      ++m_at;
    m_out += fmt::format("\"{}\"", m_text.substr(begin, m_at - begin));
  } else {
    return refuse(m_at, "a member's name is missing");
  }
  if (!count()) return false;
  std::string name = m_out.substr(from);
  if (!m_open.back().names.insert(name).second) {
    remark(at, fmt::format("has a second member {} in the same object; the last one counts", name));
  }
  skipBlank();
  if (peek() != ':') return refuse(m_at, "a colon is missing behind a member's name");
  ++m_at;
  m_out += ':';
  skipBlank();
  return true;
}

bool ScriptScanner::scalar() {
  if (!count()) return false;
  const std::size_t from = m_at;
  const std::size_t written = m_out.size();
  const char c = peek();
  if (c == '"' || c == '\'' || c == '`') {
    if (!text()) return false;
  } else if (isDigit(c) || c == '-' || c == '+' || c == '.') {
    if (!number()) return false;
  } else if (isNameStart(c)) {
    return word();
  } else {
    return refuse(m_at, "a value is missing");
  }
  const std::size_t behind = m_at;
  skipBlank();
  const bool computed =
      !m_open.empty() && !atEnd() && std::string_view("*/%?&|<>=+-.").find(peek()) != std::string_view::npos;
  m_at = behind;
  return !computed || leaveEmpty(from, written);
}

/// A computation: its value is not known, the rest of the data is.
bool ScriptScanner::leaveEmpty(std::size_t from, std::size_t written) {
  m_at = from;
  m_out.resize(written);
  skipCode(",]}");
  if (atEnd()) return refuse(from, "this is a program's code, not data");
  m_out += "null";
  remark(from, "is computed by a program; its value is not known and left empty");
  return true;
}

/// Pieces joined with '+' are one text.
bool ScriptScanner::text() {
  if (!textPiece()) return false;
  for (;;) {
    const std::size_t behind = m_at;
    skipBlank();
    if (peek() != '+') {
      m_at = behind;
      return true;
    }
    ++m_at;
    skipBlank();
    if (peek() != '"' && peek() != '\'' && peek() != '`') {
      m_at = behind;
      return true;
    }
    m_out.pop_back();
    const std::size_t quote = m_out.size();
    if (!textPiece()) return false;
    m_out.erase(quote, 1);
  }
}

bool ScriptScanner::textPiece() {
  const char quote = peek();
  const std::size_t from = m_at++;
  m_out += '"';
  while (!atEnd()) {
    const char c = m_text[m_at];
    if (c == quote) {
      ++m_at;
      m_out += '"';
      return true;
    }
    if (c == '\\') {
      if (!escape()) return false;
      continue;
    }
    if (quote == '`' && c == '$' && peek(1) == '{') {
      return refuse(m_at, "a text is computed (${...}); only written values can be read");
    }
    if (c == '"') {
      m_out += "\\\"";
    } else if (c == '\n') {
      m_out += "\\n";
    } else if (c == '\t') {
      m_out += "\\t";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      m_out += c;
    }
    ++m_at;
  }
  return refuse(from, "a text that begins here has no closing quote");
}

bool ScriptScanner::escape() {
  const char c = peek(1);
  const auto hex = [&](std::size_t begin, std::size_t length) {
    const std::string_view digits = m_text.substr(std::min(begin, m_text.size()), length);
    return digits.size() == length &&
           digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  };
  std::size_t length = 2;
  if (c == 'u' && hex(m_at + 2, 4)) {
    length = 6;
    m_out += m_text.substr(m_at, 6);
  } else if (c == 'u' || (c == 'x' && !hex(m_at + 2, 2))) {
    return refuse(m_at, "the number of a character is broken");
  } else if (c == 'x') {
    length = 4;
    m_out += fmt::format("\\u00{}", m_text.substr(m_at + 2, 2));
  } else if (std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos && c != '\0') {
    m_out += m_text.substr(m_at, 2);
  } else if (c == '\r' && peek(2) == '\n') {
    length = 3;
  } else if (c == '\0' && m_at + 1 >= m_text.size()) {
    return refuse(m_at, "the text ends in the middle of a character");
  } else if (c != '\n' && static_cast<unsigned char>(c) >= 0x20) {
    m_out += c;
  }
  m_at += length;
  return true;
}

}  // namespace entente
