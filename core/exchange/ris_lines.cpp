// SPDX-License-Identifier: GPL-3.0-or-later
// Tells tags from texts.
#include "core/exchange/ris_lines.h"

#include "core/exchange/published_text.h"

namespace entente {

namespace {

/// All that are in use; with other spaces than two only these are tags.
constexpr std::string_view kTags =
    "|TY|ER|ID|TI|T1|T2|T3|TT|CT|BT|ST|AU|A1|A2|A3|A4|ED|AD|PB|PP|CY|PY|Y1|Y2|DA|VL|IS|CP|SP|EP|JO|JF|JA|J1|"
    "J2|UR|L1|L2|L3|"
    "L4|LK|DO|LA|N1|N2|AB|KW|SN|AN|AV|RN|RP|RI|M1|M2|M3|C1|C2|C3|C4|C5|C6|C7|C8|U1|U2|U3|U4|U5|CA|CN|DB|DP|"
    "ET|LB|NV|OP|"
    "SE|SV|TA|WP|WT|WV|YR|PM|PMID|";

struct EndNoteTag {
  char sign;
  std::string_view tag;
};
constexpr EndNoteTag kEndNoteTags[] = {
    {'0', "TY"}, {'A', "AU"}, {'T', "TI"}, {'D', "PY"}, {'8', "DA"}, {'J', "JO"}, {'B', "T2"},
    {'I', "PB"}, {'C', "CY"}, {'V', "VL"}, {'N', "IS"}, {'P', "SP"}, {'U', "UR"}, {'R', "DO"},
    {'X', "AB"}, {'Z', "N1"}, {'K', "KW"}, {'G', "LA"}, {'[', "Y2"}, {'@', "SN"}, {'E', "A2"},
    {'F', "ID"}, {'S', "T3"}, {'7', "ET"}, {'!', "ST"}, {'M', "AN"}, {'>', "L1"}, {'9', "M3"}};

bool isCapital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool isFigure(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::optional<RisTag> risTagOf(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
    line.remove_prefix(1);
  if (line.size() >= 2 && line[0] == '%') {
    if (line.size() > 2 && line[2] != ' ' && line[2] != '\t') return std::nullopt;
    for (const EndNoteTag& known : kEndNoteTags)
      if (known.sign == line[1]) return RisTag{known.tag, withoutSpaces(line.substr(2))};
    return line.size() > 2 ? std::optional<RisTag>(RisTag{line.substr(0, 2), withoutSpaces(line.substr(2))})
                           : std::nullopt;
  }
  // Some databases have tags of their own: "DESCRIPTORS  - ...".
  std::size_t letters = 0;
  while (letters < line.size() &&
         (isCapital(line[letters]) || isFigure(line[letters]) || line[letters] == '_'))
    ++letters;
  if (letters > 2 && letters <= 30 && line.substr(letters, 4) == "  - ")
    return RisTag{line.substr(0, letters), withoutSpaces(line.substr(letters + 4))};
  if (line.size() < 3 || !isCapital(line[0]) || (!isCapital(line[1]) && !isFigure(line[1])))
    return std::nullopt;
  std::size_t at = 2;
  while (at < line.size() && line[at] == ' ')
    ++at;
  if (at >= line.size() || line[at] != '-') return std::nullopt;
  const std::string_view tag = line.substr(0, 2);
  const std::string_view rest = line.substr(at + 1);
  const bool isExact = at == 4 && (rest.empty() || rest.front() == ' ');
  if (!isExact && (!isListed(tag, kTags) || at > 6)) return std::nullopt;
  return RisTag{tag, withoutSpaces(rest)};
}

bool RisLines::next(std::string_view& line) {
  if (m_rest.empty()) return false;
  const std::size_t end = m_rest.find_first_of("\r\n");
  line = m_rest.substr(0, end);
  if (end == std::string_view::npos) {
    m_rest = {};
  } else {
    m_rest.remove_prefix(end + (m_rest.substr(end, 2) == "\r\n" ? 2 : 1));
  }
  ++m_number;
  return true;
}

}  // namespace entente
