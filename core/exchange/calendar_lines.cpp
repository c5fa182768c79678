// SPDX-License-Identifier: GPL-3.0-or-later
// Unfolds lines and parts them into name, parameters and value.
#include "core/exchange/calendar_lines.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/exchange/text_bytes.h"

namespace entente {

namespace {

/// Parameters of a line; more are dropped, as no property of any use has them.
constexpr std::size_t kMostParameters = 64;

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string uppercase(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), upper);
  return result;
}

bool isNameCharacter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_';
}

/// RFC 6868.
std::string withoutCarets(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == '^' && (next == 'n' || next == '^' || next == '\'')) {
      result += next == 'n' ? '\n' : next == '^' ? '^' : '"';
      ++i;
    } else {
      result += text[i];
    }
  }
  return result;
}

/// The end of a parameter's value, or of its name: the first of `stops` outside of quotes.
std::size_t endOfPart(std::string_view text, std::size_t at, std::string_view stops) {
  bool quoted = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (!quoted && stops.find(text[at]) != std::string_view::npos) return at;
  }
  return std::string_view::npos;
}

void addParameter(std::string_view text, CalendarLine& line) {
  if (text.empty() || line.parameters.size() >= kMostParameters) return;
  const std::size_t equals = text.find('=');
  std::string_view name = text.substr(0, equals);
  std::string_view value = equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1);
  while (!name.empty() && name.back() == ' ')
    name.remove_suffix(1);
  if (equals == std::string_view::npos) {
    // vCalendar 1.0 leaves the name of the encoding out.
    value = name;
    name = "ENCODING";
  }
  std::string plain(value);
  plain.erase(std::remove(plain.begin(), plain.end(), '"'), plain.end());
  line.parameters.emplace_back(uppercase(name), withoutCarets(plain));
}

bool isQuotedPrintable(const CalendarLine& line) {
  return uppercase(line.parameter("ENCODING")) == "QUOTED-PRINTABLE";
}

std::optional<int> hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char big = upper(c);
  if (big >= 'A' && big <= 'F') return big - 'A' + 10;
  return std::nullopt;
}

/// The bytes are in the charset that the line names, which vCalendar 1.0 has; else in one that fits.
std::string inUtf8(std::string bytes, std::string_view charset) {
  std::string name(charset);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (name == "iso-8859-1" || name == "latin1") name = "windows-1252";
  if (name == "iso-8859-9") name = "windows-1254";
  auto text = decodeText(bytes, fromWord<TextEncoding>(name).value_or(TextEncoding::Unknown));
  return text ? std::move(text->text) : bytes;
}

std::string withoutQuotedPrintable(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=' && i + 2 < text.size()) {
      const auto high = hexDigit(text[i + 1]);
      const auto low = hexDigit(text[i + 2]);
      if (high && low) {
        result += static_cast<char>(*high * 16 + *low);
        i += 2;
        continue;
      }
    }
    result += text[i];
  }
  return result;
}

/// True if the whole was a property.
bool split(std::string_view whole, CalendarLine& line) {
  std::size_t at = 0;
  while (at < whole.size() && isNameCharacter(whole[at]))
    ++at;
  const std::size_t nameEnd = at;
  while (at < whole.size() && whole[at] == ' ')
    ++at;
  if (nameEnd == 0 || at >= whole.size() || (whole[at] != ':' && whole[at] != ';')) return false;
  std::string_view name = whole.substr(0, nameEnd);
  if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos) name.remove_prefix(dot + 1);
  if (name.empty()) return false;
  bool isUnbalanced = false;
  while (at < whole.size() && whole[at] == ';') {
    std::size_t end = endOfPart(whole, at + 1, ";:");
    // A quote that is never closed hides the colon: then quotes are letters.
    if (end == std::string_view::npos) {
      end = whole.find_first_of(";:", at + 1);
      isUnbalanced = true;
    }
    if (end == std::string_view::npos) return false;
    addParameter(whole.substr(at + 1, end - at - 1), line);
    at = end;
  }
  line.name = uppercase(name);
  line.value = whole.substr(at + 1);
  // The other end of a quote that swallowed the colon: TZID="Somewhere:20200609T090000".
  if (isUnbalanced && !line.value.empty() && line.value.back() == '"') line.value.pop_back();
  return true;
}

}  // namespace

std::string_view CalendarLine::parameter(std::string_view parameterName) const {
  for (const auto& [key, text] : parameters)
    if (key == parameterName) return text;
  return {};
}

std::string_view CalendarLines::physicalLine() {
  const std::size_t end = m_rest.find_first_of("\r\n");
  const std::string_view line = m_rest.substr(0, end);
  if (end == std::string_view::npos) {
    m_rest = {};
  } else {
    const bool pair = m_rest[end] == '\r' && end + 1 < m_rest.size() && m_rest[end + 1] == '\n';
    m_rest.remove_prefix(end + (pair ? 2 : 1));
  }
  ++m_line;
  return line;
}

void CalendarLines::append(std::string& whole, std::string_view part, bool& isCut) const {
  const std::size_t room = m_most - std::min(m_most, whole.size());
  isCut = isCut || part.size() > room;
  whole += part.substr(0, room);
}

bool CalendarLines::nextIsFolded() const {
  return !m_rest.empty() && (m_rest.front() == ' ' || m_rest.front() == '\t');
}

bool CalendarLines::next(CalendarLine& line) {
  line = CalendarLine();
  std::string whole;
  while (!m_rest.empty() && whole.find_first_not_of(" \t") == std::string::npos) {
    whole.clear();
    line.isCut = false;
    append(whole, physicalLine(), line.isCut);
    line.line = m_line;
  }
  if (whole.find_first_not_of(" \t") == std::string::npos) return false;
  while (nextIsFolded())
    append(whole, physicalLine().substr(1), line.isCut);
  if (!split(whole, line)) {
    line.name.clear();
    line.parameters.clear();
    line.value = std::move(whole);
    return true;
  }
  if (isQuotedPrintable(line)) {
    while (!line.value.empty() && line.value.back() == '=' && !m_rest.empty()) {
      line.value.pop_back();
      append(line.value, physicalLine(), line.isCut);
    }
    line.value = inUtf8(withoutQuotedPrintable(line.value), line.parameter("CHARSET"));
  }
  if (line.isCut) {
    // A character of several bytes is not cut into.
    std::size_t size = line.value.size();
    while (size > 0 && (static_cast<unsigned char>(line.value[size - 1]) & 0xC0U) == 0x80U)
      --size;
    line.value.resize(size == 0 ? 0 : size - 1);
  }
  return true;
}

std::string calendarText(std::string_view value) {
  std::string result;
  result.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      result += value[i];
      continue;
    }
    const char next = value[++i];
    result += next == 'n' || next == 'N' ? '\n' : next;
  }
  return result;
}

std::vector<std::string> calendarTexts(std::string_view value) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= value.size(); ++i) {
    if (i < value.size() && value[i] == '\\') {
      ++i;
    } else if (i == value.size() || value[i] == ',') {
      std::string part = calendarText(value.substr(begin, i - begin));
      if (part.find_first_not_of(" \t\n") != std::string::npos) parts.push_back(std::move(part));
      begin = i + 1;
    }
  }
  return parts;
}

}  // namespace entente
