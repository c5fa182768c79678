// SPDX-License-Identifier: GPL-3.0-or-later
// Everything of an entry but its dates: texts, people, places, pages, and what is left out.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "core/exchange/calendar_entry.h"
#include "core/exchange/csl_json.h"
#include "core/exchange/published_text.h"
#include "core/exchange/source_text.h"

namespace entente {

namespace {

struct Known {
  std::string_view name;
  std::string_view leftOut;  ///< empty: it says nothing that is missed
};
/// Properties that have no place here.
constexpr Known kKnown[] = {
    {"DTSTART", ""},
    {"DTEND", ""},
    {"DUE", ""},
    {"DURATION", ""},
    {"RRULE", ""},
    {"EXRULE", ""},
    {"RDATE", ""},
    {"EXDATE", ""},
    {"RECURRENCE-ID", ""},
    {"X-MICROSOFT-CDO-ALLDAYEVENT", ""},
    {"X-ENTENTE-EDTF", ""},
    {"DTSTAMP", "stamps of editing"},
    {"CREATED", "stamps of editing"},
    {"DCREATED", "stamps of editing"},
    {"LAST-MODIFIED", "stamps of editing"},
    {"SEQUENCE", "stamps of editing"},
    {"TRANSP", "free and busy marks"},
    {"X-MICROSOFT-CDO-BUSYSTATUS", "free and busy marks"},
    {"X-MICROSOFT-CDO-INTENDEDSTATUS", "free and busy marks"},
    {"PRIORITY", "priorities"},
    {"X-MICROSOFT-CDO-IMPORTANCE", "priorities"},
    {"COLOR", "colours"},
    {"X-APPLE-CALENDAR-COLOR", "colours"},
    {"RELATED-TO", "links between entries"},
    {"RESOURCES", "resources"},
    {"COMPLETED", "progress of to-dos"},
    {"PERCENT-COMPLETE", "progress of to-dos"},
    {"REQUEST-STATUS", "answers to invitations"},
};

/// Of each kind in one entry.
constexpr std::size_t kMostOfAKind = 500;

QString toText(std::string_view utf8) {
  return withoutControls(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

QString textOf(const CalendarLine& line) {
  return textWithoutMarkup(toText(calendarText(line.value)));
}

void addTag(const QString& tag, ForeignEvent& event) {
  const QString plain = tag.simplified();
  if (!plain.isEmpty() && std::find(event.tags.begin(), event.tags.end(), plain) == event.tags.end())
    event.tags.push_back(plain);
}

std::string roleOf(const CalendarLine& line) {
  if (const auto own = line.parameter("X-ENTENTE-ROLE"); !own.empty()) {
    const std::string role = slugOf(own, 60);
    if (!role.empty()) return role;
  }
  if (line.name == "ORGANIZER") return "organizer";
  const std::string kind = foldedText(line.parameter("CUTYPE"));
  if (kind == "room" || kind == "resource") return kind;
  if (foldedText(line.parameter("PARTSTAT")) == "declined") return "declined";
  return foldedText(line.parameter("ROLE")) == "chair" ? "chair" : "attendee";
}

void addActor(const CalendarLine& line, ForeignEvent& event) {
  QString name = toText(line.parameter("CN")).simplified();
  if (name.isEmpty()) {
    name = toText(line.value).simplified();
    if (name.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive)) name.remove(0, 7);
    if (name.startsWith(QLatin1String("invalid:"), Qt::CaseInsensitive)) return;
  }
  if (name.isEmpty()) return;
  ForeignActor actor{roleOf(line), name};
  if (std::find(event.actors.begin(), event.actors.end(), actor) == event.actors.end())
    event.actors.push_back(std::move(actor));
}

bool isAddress(const QString& text) {
  return text.contains(QLatin1String("://")) && !text.contains(QLatin1Char(' ')) &&
         !text.contains(QLatin1Char('\n'));
}

void addPage(const CalendarLine& line, const QString& address, ForeignEvent& event) {
  const auto isThere = [&](const ForeignSource& source) { return source.source.url == address; };
  if (std::any_of(event.sources.begin(), event.sources.end(), isThere)) return;
  ForeignSource source;
  source.place = {line.line, 0};
  source.source.url = address;
  for (const char* name : {"LABEL", "FILENAME", "X-FILENAME", "X-LABEL"})
    if (source.source.title.isEmpty()) source.source.title = toText(line.parameter(name)).simplified();
  if (source.source.title.isEmpty()) source.source.title = address;
  event.sources.push_back(std::move(source));
}

std::optional<Decimal> degrees(std::string_view text, double most) {
  text = withoutSpaces(text);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  auto number = Decimal::parse(text);
  if (!number || std::abs(number->value) > most) return std::nullopt;
  return *number;
}

bool readPlace(std::string_view value, ForeignEvent& event) {
  std::string text = calendarText(value);
  std::replace(text.begin(), text.end(), ',', ';');
  const std::size_t middle = text.find(';');
  if (middle == std::string::npos) return false;
  const auto latitude = degrees(std::string_view(text).substr(0, middle), 90);
  const auto longitude = degrees(std::string_view(text).substr(middle + 1), 180);
  if (!latitude || !longitude) return false;
  // 0;0 is what programs write that have no place.
  if (latitude->value == 0 && longitude->value == 0) return false;
  event.latitude = latitude;
  event.longitude = longitude;
  return true;
}

}  // namespace

bool CalendarEntryReader::readOwn(const CalendarLine& line, ForeignEvent& event) {
  const std::string value = calendarText(line.value);
  if (line.name == "X-ENTENTE-KIND") {
    for (std::size_t i = 0; i < Words<EventKind>::list.size(); ++i)
      if (Words<EventKind>::list[i] == value) event.kind = static_cast<EventKind>(i);
    return true;
  }
  if (line.name == "X-ENTENTE-WEIGHT") {
    if (value.size() == 1 && value.front() >= '0' && value.front() <= '9') event.weight = value.front() - '0';
    return true;
  }
  if (line.name != "X-ENTENTE-SOURCE" || event.sources.size() >= kMostOfAKind) return false;
  const auto sources = readCslJson(value);
  if (!sources || sources->sources.size() != 1) return false;
  ForeignSource source = sources->sources.front();
  source.place = {line.line, 0};
  const auto isSamePage = [&](const ForeignSource& other) {
    // What stood in URL or ATTACH is the same page without its title.
    return other.source.url == source.source.url && other.source.title == other.source.url;
  };
  event.sources.erase(std::remove_if(event.sources.begin(), event.sources.end(), isSamePage),
                      event.sources.end());
  event.sources.push_back(std::move(source));
  return true;
}

void CalendarEntryReader::readText(const CalendarLine& line, ForeignEvent& event) {
  const std::string& name = line.name;
  if (line.isCut) {
    m_archive.remark({line.line, 0}, name,
                     "This text is longer than 1 MiB: it is cut, or left out if it is no text.");
    if (name != "DESCRIPTION" && name != "SUMMARY" && name != "COMMENT")
      return countLeftOut("embedded files");
  }
  if (name == "SUMMARY") {
    if (event.title.isEmpty())
      event.title = textOf(line);
    else
      countLeftOut("further titles");
  } else if (name == "DESCRIPTION") {
    appendParagraph(event.summary, textOf(line));
  } else if (name == "X-ALT-DESC") {
    if (event.summary.isEmpty()) event.summary = textOf(line);
  } else if (name == "LOCATION") {
    if (event.where.isEmpty()) event.where = textOf(line).simplified();
  } else if (name == "CATEGORIES") {
    for (const std::string& tag : calendarTexts(line.value))
      if (event.tags.size() < kMostOfAKind)
        addTag(toText(tag), event);
      else
        countLeftOut("tags beyond 500 of an entry");
  } else if (name == "UID") {
    event.key = toText(calendarText(line.value)).simplified();
  } else if (name == "ORGANIZER" || name == "ATTENDEE") {
    if (event.actors.size() < kMostOfAKind)
      addActor(line, event);
    else
      countLeftOut("people beyond 500 of an entry");
  } else if (name == "STATUS") {
    const std::string status = foldedText(line.value);
    if (status == "cancelled" || status == "canceled") addTag(QStringLiteral("cancelled"), event);
    if (status == "tentative") addTag(QStringLiteral("tentative"), event);
  } else if (name == "COMMENT") {
    appendParagraph(event.note, textOf(line));
  } else if (name == "CONTACT") {
    appendParagraph(event.note, QStringLiteral("Contact: ") + textOf(line));
  } else if (name == "CLASS") {
    const QString kind = toText(foldedText(line.value));
    if (!kind.isEmpty() && kind != QLatin1String("public"))
      appendParagraph(event.note, QStringLiteral("Class: ") + kind);
  } else {
    readOther(line, event);
  }
}

void CalendarEntryReader::readOther(const CalendarLine& line, ForeignEvent& event) {
  const std::string& name = line.name;
  if (name == "URL" || name == "ATTACH" || name == "IMAGE" || name == "CONFERENCE") {
    QString address = toText(calendarText(line.value)).trimmed();
    if (name == "URL" && address.startsWith(QLatin1String("www."))) address.prepend(QLatin1String("http://"));
    const bool isData = line.parameter("VALUE") == "BINARY" || !line.parameter("ENCODING").empty();
    if (event.sources.size() >= kMostOfAKind)
      countLeftOut("pages beyond 500 of an entry");
    else if (isAddress(address) && !isData)
      addPage(line, address, event);
    else if (!address.isEmpty() && name == "URL" && !isData)
      appendParagraph(event.note, QStringLiteral("URL: ") + address);
    else if (!address.isEmpty())
      countLeftOut("embedded files");
  } else if (name == "GEO") {
    if (!readPlace(line.value, event) && !withoutSpaces(line.value).empty())
      countLeftOut("places on the map that cannot be read");
  } else if (name == "X-APPLE-STRUCTURED-LOCATION") {
    if (!event.latitude && line.value.substr(0, 4) == "geo:") (void)readPlace(line.value.substr(4), event);
  } else if (!readOwn(line, event)) {
    for (const Known& known : kKnown) {
      if (known.name != name) continue;
      if (!known.leftOut.empty()) countLeftOut(std::string(known.leftOut));
      return;
    }
    countLeftOut(fmt::format("{} properties", name.substr(0, 60)));
  }
}

}  // namespace entente
