// SPDX-License-Identifier: GPL-3.0-or-later
// Names are looked for without reading the structure: files may be cut where the head ends.
#include "core/exchange/neighbour_format.h"

#include <algorithm>
#include <string>

#include "core/exchange/simile.h"
#include "core/exchange/text_bytes.h"
#include "core/exchange/timeline_project.h"
#include "core/exchange/timelinejs_json.h"
#include "core/exchange/vis_json.h"

namespace entente {

namespace {

constexpr std::size_t kHead = std::size_t{256} << 10U;

bool isName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

/// `name:` with or without quotes around it.
bool hasMember(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    if (at > 0 && isName(text[at - 1])) continue;
    std::size_t behind = at + name.size();
    if (behind < text.size() && (text[behind] == '"' || text[behind] == '\'')) ++behind;
    while (behind < text.size() && (text[behind] == ' ' || text[behind] == '\t'))
      ++behind;
    if (behind < text.size() && text[behind] == ':') return true;
  }
  return false;
}

std::size_t behindBlanks(std::string_view text, std::size_t at) {
  for (;;) {
    at = std::min(text.find_first_not_of(" \t\r\n;", at), text.size());
    if (text.substr(at, 2) == "//") {
      at = std::min(text.find('\n', at), text.size());
    } else if (text.substr(at, 2) == "/*") {
      const std::size_t stop = text.find("*/", at);
      at = stop == std::string_view::npos ? text.size() : stop + 2;
    } else {
      return at;
    }
  }
}

/// A list, an object, or a name with '=' or '(' behind it.
bool beginsLikeScript(std::string_view text) {
  const std::size_t at = behindBlanks(text, 0);
  if (at == text.size()) return false;
  if (text[at] == '{' || text[at] == '[' || text[at] == '"' || text[at] == '\'') return true;
  const std::string_view line = text.substr(at, text.find('\n', at) - at).substr(0, 300);
  return isName(text[at]) && line.find_first_of("=({") != std::string_view::npos;
}

std::optional<NeighbourFormat> xmlFormat(std::string_view text) {
  const auto has = [&](std::string_view element) {
    const std::size_t at = text.find(element);
    if (at == std::string_view::npos || at + element.size() >= text.size()) return false;
    const char c = text[at + element.size()];
    return c == '>' || c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '/';
  };
  if (has("<html") || has("<HTML")) return std::nullopt;
  if (has("<timeline") && (has("<version") || has("<events") || has("<categories")))
    return NeighbourFormat::TimelineProject;
  if (has("<data") && has("<event")) return NeighbourFormat::Simile;
  return std::nullopt;
}

std::optional<NeighbourFormat> scriptFormat(std::string_view text) {
  const auto has = [&](std::string_view name) { return hasMember(text, name); };
  const bool slides = has("headline") || has("text") || has("media");
  if (has("start_date") && (slides || has("events"))) return NeighbourFormat::TimelineJs;
  if (has("startDate") && has("headline")) return NeighbourFormat::TimelineJs;
  if (has("timeline") && has("date") && has("headline")) return NeighbourFormat::TimelineJs;
  if (has("dateTimeFormat")) return NeighbourFormat::Simile;
  if (!has("start"))
    return has("items") && has("label") && has("date") ? std::optional(NeighbourFormat::Simile)
                                                       : std::nullopt;
  if (has("content")) return NeighbourFormat::Vis;
  const bool simile = has("durationEvent") || has("isDuration") || has("latestStart") || has("earliestEnd");
  if (simile || (has("events") && has("title")) || (has("items") && has("label")))
    return NeighbourFormat::Simile;
  if (has("title") || has("label") || has("description")) return NeighbourFormat::Vis;
  return std::nullopt;
}

}  // namespace

std::optional<NeighbourFormat> neighbourFormat(std::string_view bytes) {
  const auto decoded = decodeText(bytes.substr(0, kHead));
  if (!decoded) return std::nullopt;
  const std::string& text = decoded->text;
  if (text.starts_with("# Written by Timeline")) return NeighbourFormat::TimelineProject;
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return std::nullopt;
  if (text[begin] == '<') return xmlFormat(text);
  return beginsLikeScript(text) ? scriptFormat(text) : std::nullopt;
}

Result<ForeignArchive> readNeighbour(NeighbourFormat format, std::string_view bytes, const ForeignCaps& caps,
                                     const Progress& progress) {
  switch (format) {
    case NeighbourFormat::TimelineJs:
      return readTimelineJsJson(bytes, caps, progress);
    case NeighbourFormat::Vis:
      return readVisJson(bytes, caps, progress);
    case NeighbourFormat::TimelineProject:
      return readTimelineProject(bytes, caps, progress);
    case NeighbourFormat::Simile:
      return readSimile(bytes, caps, progress);
  }
  return fail(ErrorKind::Internal, "there is no such format");
}

}  // namespace entente
