// SPDX-License-Identifier: GPL-3.0-or-later
// ScriptScanner's numbers, words and dates.
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "core/exchange/published_text.h"
#include "core/exchange/script_scanner.h"

namespace entente {

namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isNamePart(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool ScriptScanner::number() {
  const std::size_t from = m_at;
  bool negative = false;
  if (peek() == '-' || peek() == '+') {
    negative = peek() == '-';
    ++m_at;
  }
  const std::size_t begin = m_at;
  while (isDigit(peek()))
    ++m_at;
  std::string whole(m_text.substr(begin, m_at - begin));
  std::string rest;
  if (peek() == '.') {
    const std::size_t dot = m_at++;
    while (isDigit(peek()))
      ++m_at;
    if (m_at - dot > 1) rest = m_text.substr(dot, m_at - dot);
    if (whole.empty() && rest.empty()) return refuse(from, "a number is broken");
  } else if (whole.empty()) {
    return refuse(from, "a number is broken");
  }
  if (peek() == 'e' || peek() == 'E') {
    const std::size_t exponent = m_at++;
    if (peek() == '-' || peek() == '+') ++m_at;
    if (!isDigit(peek())) return refuse(from, "a number is broken");
    while (isDigit(peek()))
      ++m_at;
    rest += m_text.substr(exponent, m_at - exponent);
  }
  // Old scripts read 010 as eight; 08 and 09 cannot be meant so, and 01 to 07 are the same either way.
  if (whole.size() > 2 && whole[0] == '0') return refuse(from, "a number begins with a zero");
  if (whole.size() == 2 && whole[0] == '0') whole.erase(0, 1);
  if (whole.empty()) whole = "0";
  if (isNamePart(peek())) return refuse(from, "a number is broken; texts stand in quotes");
  const std::string all = (negative ? "-" : "") + whole + rest;
  double value = 0;
  if (std::from_chars(all.data(), all.data() + all.size(), value).ec != std::errc()) {
    return refuse(from, "a number is too large or too small");
  }
  m_out += all;
  return true;
}

bool ScriptScanner::word() {
  const std::size_t from = m_at;
  const std::size_t written = m_out.size();
  const std::string_view word = wordAt(m_at);
  const bool isDate = word == "new";
  if (!isDate) m_at += word.size();
  const std::size_t behind = m_at;
  skipBlank();
  const bool ends = atEnd() || std::string_view(",]});").find(peek()) != std::string_view::npos;
  m_at = behind;
  if (ends && isListed(word, "|true|false|null|")) {
    m_out += word;
    return true;
  }
  if (ends && isListed(word, "|undefined|NaN|Infinity|")) {
    m_out += "null";
    return true;
  }
  if (isDate) {
    m_at += 3;
    skipBlank();
    if (takeWord("Date")) {
      skipBlank();
      if (peek() == '(') {
        if (!date(from)) return false;
        const std::size_t stop = m_at;
        skipBlank();
        const bool goesOn =
            !m_open.empty() && !atEnd() && std::string_view(",]}").find(peek()) == std::string_view::npos;
        m_at = stop;
        return !goesOn || leaveEmpty(from, written);
      }
    }
  }
  if ((word == "moment" || word == "Date") && peek() == '(') {
    ++m_at;
    skipBlank();
    if ((peek() == '"' || peek() == '\'') && textPiece()) {
      skipBlank();
      const bool closes = peek() == ')';
      ++m_at;
      skipBlank();
      if (closes && std::string_view(",]}").find(peek()) != std::string_view::npos && !atEnd()) return true;
    }
    if (!m_problem.empty()) return false;
  }
  if (m_open.empty()) return refuse(from, "this is a program's code, not data");
  return leaveEmpty(from, written);
}

/// At the parenthesis. What has no value that is written down becomes the text of the call itself, which no
/// reader takes for a date.
bool ScriptScanner::date(std::size_t from) {
  ++m_at;
  skipBlank();
  if (peek() == '"' || peek() == '\'') {
    if (!textPiece()) return false;
    skipBlank();
    if (peek() != ')') return refuse(m_at, "a closing parenthesis is missing");
    ++m_at;
    return true;
  }
  const std::size_t begin = m_at;
  while (!atEnd() && peek() != ')' && m_at - begin < 100)
    ++m_at;
  if (peek() != ')') return refuse(from, "a date is written in a way that is not known here");
  const std::string_view inside = m_text.substr(begin, m_at - begin);
  ++m_at;
  std::vector<std::int64_t> figures;
  bool sound = true;
  for (std::string_view rest = inside; sound && !rest.empty();) {
    const std::size_t comma = rest.find(',');
    const std::string_view one = withoutSpaces(rest.substr(0, comma));
    std::int64_t figure = 0;
    const auto read = std::from_chars(one.data(), one.data() + one.size(), figure);
    sound = read.ec == std::errc() && read.ptr == one.data() + one.size() && !one.empty();
    figures.push_back(figure);
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
  }
  const auto within = [&](std::size_t i, std::int64_t least, std::int64_t most) {
    return figures.size() <= i || (figures[i] >= least && figures[i] <= most);
  };
  // Scripts carry over (month 12 is January) and read years 0 to 99 as 1900 to 1999; neither is meant by a
  // date.
  sound = sound && within(1, 0, 11) && within(2, 1, 31) && within(3, 0, 23) && within(4, 0, 59) &&
          within(5, 0, 59);
  if (sound && figures.size() == 1) {
    m_out += fmt::format("{}", figures[0]);
  } else if (sound && figures.size() >= 2 && figures.size() <= 7 && figures[0] >= 100 && figures[0] <= 9999) {
    figures.resize(7, 0);
    if (std::count(inside.begin(), inside.end(), ',') < 2) figures[2] = 1;
    m_out += fmt::format("\"{:04}-{:02}-{:02}T{:02}:{:02}:{:02}\"", figures[0], figures[1] + 1, figures[2],
                         figures[3], figures[4], figures[5]);
  } else {
    m_out += "\"new Date(...)\"";
    remark(from, "is a date that a program computes; its value is not known");
  }
  return true;
}

}  // namespace entente
