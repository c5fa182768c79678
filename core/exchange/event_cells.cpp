// SPDX-License-Identifier: GPL-3.0-or-later
// Parts lists and finds links.
#include "core/exchange/event_cells.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "core/exchange/plain_text.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr qsizetype kTitleCut = 160;
constexpr std::array<std::string_view, 4> kSchemes{"http://", "https://", "ftp://", "www."};

QString fromUtf8(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

struct LinkSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool isLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::optional<LinkSpan> nextLink(std::string_view text, std::size_t from) {
  LinkSpan span{text.size(), text.size()};
  std::size_t scheme = 0;
  for (const std::string_view start : kSchemes) {
    std::size_t at = text.find(start, from);
    // "www." within an address is a part of it.
    while (at != std::string_view::npos && at > 0 && (isLetterOrDigit(text[at - 1]) || text[at - 1] == '/'))
      at = text.find(start, at + 1);
    if (at >= span.begin) continue;
    span.begin = at;
    scheme = start.size();
  }
  if (span.begin == text.size()) return std::nullopt;
  span.end = std::min(text.find_first_of(" \t\n<>\"|", span.begin), text.size());
  int open = 0;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    // Two addresses in a row, parted by a sign alone.
    const bool isNext =
        i > span.begin + scheme && (text.substr(i, 7) == "http://" || text.substr(i, 8) == "https://");
    const char before = i > 0 ? text[i - 1] : ' ';
    if (isNext && (before == ',' || before == ';')) {
      span.end = i;
      break;
    }
    if (text[i] == '(') ++open;
    if (text[i] == ')' && --open < 0) {
      span.end = i;
      break;
    }
  }
  while (span.end > span.begin &&
         std::string_view(".,;:!?'*").find(text[span.end - 1]) != std::string_view::npos)
    --span.end;
  return span;
}

ForeignSource workOf(const QString& title, const std::string& link, TablePlace place) {
  ForeignSource work;
  work.place = place;
  work.source.url = fromUtf8(link);
  if (work.source.url.startsWith(QLatin1String("www."))) work.source.url.prepend(QLatin1String("http://"));
  work.source.title = title.isEmpty() ? work.source.url : title;
  return work;
}

/// What is left of a line without its link, its brackets and the words in front of links.
std::string besideLink(std::string_view line, LinkSpan span) {
  std::string_view before = withoutSpaces(line.substr(0, span.begin));
  std::string_view after = withoutSpaces(line.substr(span.end));
  while (!before.empty() && std::string_view("(<[:,;-").find(before.back()) != std::string_view::npos)
    before = withoutSpaces(before.substr(0, before.size() - 1));
  while (!after.empty() && std::string_view(")>],;.").find(after.front()) != std::string_view::npos)
    after = withoutSpaces(after.substr(1));
  std::string rest(before);
  // "[Title](link)"
  if (!rest.empty() && rest.front() == '[' && rest.back() == ']') rest = rest.substr(1, rest.size() - 2);
  if (!after.empty()) rest += (rest.empty() ? "" : " ") + std::string(after);
  return rest;
}

void addWorksOf(std::string_view line, TablePlace place, bool raw, std::vector<ForeignSource>& works) {
  std::vector<LinkSpan> spans;
  for (auto span = nextLink(line, 0); span; span = nextLink(line, span->end))
    spans.push_back(*span);
  if (spans.empty()) {
    const QString title = textOf(line, raw);
    if (!title.isEmpty()) works.push_back(workOf(title, {}, place));
    return;
  }
  if (spans.size() == 1) {
    const std::string link(line.substr(spans[0].begin, spans[0].end - spans[0].begin));
    works.push_back(workOf(textOf(besideLink(line, spans[0]), raw), link, place));
    return;
  }
  // Several: is there anything but links?
  std::string rest(line);
  for (auto span = spans.rbegin(); span != spans.rend(); ++span)
    rest.erase(span->begin, span->end - span->begin);
  const bool isOnlyLinks =
      std::ranges::none_of(rest, [](char c) { return isLetterOrDigit(c) || (c & 0x80) != 0; });
  const QString title = isOnlyLinks ? QString() : textOf(line, raw);
  for (const LinkSpan& span : spans)
    works.push_back(workOf(title, std::string(line.substr(span.begin, span.end - span.begin)), place));
}

}  // namespace

QString textOf(std::string_view utf8, bool raw) {
  const QString text = fromUtf8(utf8);
  const bool isPlain = utf8.find_first_of("<&\r\v\f") == std::string_view::npos;
  return (raw || isPlain ? text : plainText(text)).trimmed();
}

std::vector<std::string> partsOf(std::string_view text, bool commas) {
  const bool hasStrong = text.find_first_of(";|\n") != std::string_view::npos;
  const std::string_view signs = hasStrong ? ";|\n" : commas ? "," : "";
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = signs.empty() ? std::string_view::npos : text.find_first_of(signs);
    const std::string_view part = withoutSpaces(text.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    if (end == std::string_view::npos) return parts;
    text = text.substr(end + 1);
  }
}

std::vector<std::string> partsOfOwn(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  const auto end = [&] {
    const std::string_view bare = withoutSpaces(part);
    if (!bare.empty()) parts.emplace_back(bare);
    part.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      part += text[i] == 'n' ? '\n' : text[i];
    } else if (text[i] == ';') {
      end();
    } else {
      part += text[i];
    }
  }
  end();
  return parts;
}

std::string escapedPart(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == ';' || c == '\\') escaped += '\\';
    if (c == '\n') {
      escaped += "\\n";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::vector<std::string> linksIn(std::string_view text) {
  std::vector<std::string> links;
  for (auto span = nextLink(text, 0); span; span = nextLink(text, span->end)) {
    std::string link(text.substr(span->begin, span->end - span->begin));
    links.push_back(link.starts_with("www.") ? "http://" + link : std::move(link));
  }
  return links;
}

std::vector<ForeignSource> worksIn(std::string_view text, TablePlace place, bool raw) {
  std::vector<ForeignSource> works;
  if (isMissing(text)) return works;
  // Links of HTML become "words (address)".
  const std::string plain = !raw && text.find('<') != std::string_view::npos
                                ? plainText(fromUtf8(text)).toStdString()
                                : std::string(text);
  std::string_view rest = plain;
  if (!nextLink(rest, 0)) {
    addWorksOf(rest, place, raw, works);
    return works;
  }
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = withoutSpaces(rest.substr(0, end));
    if (!line.empty()) addWorksOf(line, place, true, works);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return works;
}

MappedColumns besideTitles(const MappedColumns& links, const MappedColumns& titles) {
  MappedColumns rest = links;
  MappedColumns ordered(titles.size(), nullptr);
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const std::string name = foldedText(titles[i]->title);
    const auto found = std::ranges::find_if(rest, [&name](const MappedColumn* link) {
      return !name.empty() && foldedText(link->title).starts_with(name);
    });
    if (found == rest.end()) continue;
    ordered[i] = *found;
    rest.erase(found);
  }
  for (const MappedColumn*& place : ordered) {
    if (place != nullptr || rest.empty()) continue;
    place = rest.front();
    rest.erase(rest.begin());
  }
  ordered.insert(ordered.end(), rest.begin(), rest.end());
  return ordered;
}

std::vector<ForeignSource> linkedWorks(const GridCell* title, const GridCell* link, bool raw) {
  std::vector<ForeignSource> works;
  if (title) works = worksIn(title->text, title->place, raw);
  if (!link) return works;
  std::vector<ForeignSource> linked = worksIn(link->text, link->place, raw);
  const bool isPair = works.size() == 1 && linked.size() == 1 && works[0].source.url.isEmpty() &&
                      linked[0].source.title == linked[0].source.url;
  if (isPair) {
    works[0].source.url = linked[0].source.url;
  } else {
    std::ranges::move(linked, std::back_inserter(works));
  }
  return works;
}

std::optional<Decimal> degreesOf(std::string_view text, double most) {
  std::string number(withoutSpaces(text));
  if (number.ends_with("°")) number.resize(number.size() - std::string_view("°").size());
  if (number.starts_with('+')) number.erase(0, 1);
  if (number.find('.') == std::string::npos) std::ranges::replace(number, ',', '.');
  // More digits than any place needs.
  if (number.size() > 30) number.resize(30);
  auto degrees = Decimal::parse(number);
  if (!degrees || degrees->value > most || degrees->value < -most) return std::nullopt;
  return std::move(*degrees);
}

std::optional<LatLong> coordinatesOf(std::string_view text) {
  text = withoutSpaces(text);
  const bool isPoint = text.starts_with("POINT") || text.starts_with("Point");
  if (isPoint) text = withoutSpaces(text.substr(5));
  if (text.size() > 2 && (text.front() == '(' || text.front() == '['))
    text = withoutSpaces(text.substr(1, text.size() - 2));
  std::size_t middle = text.find(", ");
  if (middle == std::string_view::npos) middle = text.find_first_of(" ;");
  if (middle == std::string_view::npos && std::ranges::count(text, ',') == 1) middle = text.find(',');
  if (middle == std::string_view::npos) return std::nullopt;
  std::string_view first = withoutSpaces(text.substr(0, middle));
  std::string_view second = withoutSpaces(text.substr(middle + 1));
  if (first.ends_with(',')) first.remove_suffix(1);
  if (isPoint) std::swap(first, second);
  auto latitude = degreesOf(first, 90);
  auto longitude = degreesOf(second, 180);
  if (!latitude || !longitude) return std::nullopt;
  return LatLong{std::move(*latitude), std::move(*longitude)};
}

QString titleFrom(const QString& text) {
  QString line = text.section(QLatin1Char('\n'), 0, 0).trimmed();
  if (line.size() <= kTitleCut) return line;
  // The first sentence, if it is not too short to say anything.
  const qsizetype stop = line.indexOf(QLatin1String(". "), 20);
  if (stop >= 0 && stop < kTitleCut) return line.left(stop + 1);
  qsizetype cut = line.lastIndexOf(QLatin1Char(' '), kTitleCut);
  if (cut < kTitleCut / 2) cut = kTitleCut;
  if (line.at(cut - 1).isHighSurrogate()) --cut;
  return line.left(cut).trimmed() + QChar(0x2026);
}

}  // namespace entente
