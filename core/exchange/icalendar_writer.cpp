// SPDX-License-Identifier: GPL-3.0-or-later
// Lines are made whole, then folded.
#include "core/exchange/icalendar_writer.h"

#include <fmt/core.h>
#include <QJsonDocument>

#include <set>
#include <utility>

#include "core/exchange/calendar_time.h"
#include "core/exchange/csl_json_writer.h"

namespace entente {

namespace {

constexpr std::size_t kLongestLine = 75;

std::string escaped(const QString& text) {
  const std::string utf8 = text.toStdString();
  std::string result;
  result.reserve(utf8.size());
  for (const char c : utf8) {
    if (c == '\\' || c == ';' || c == ',') result += '\\';
    if (c == '\r') continue;
    if (c == '\n')
      result += "\\n";
    else
      result += c;
  }
  return result;
}

/// RFC 6868, in quotes.
std::string parameter(const QString& text) {
  std::string result = "\"";
  for (const char c : text.toStdString()) {
    if (c == '"')
      result += "^'";
    else if (c == '^')
      result += "^^";
    else if (c == '\n')
      result += "^n";
    else if (c != '\r')
      result += c;
  }
  return result + "\"";
}

std::string timeText(const CalendarTime& time) {
  std::string text = fmt::format("{:04}{:02}{:02}", time.date.year, time.date.month, time.date.day);
  if (!time.hasTime) return text;
  text += fmt::format("T{:02}{:02}{:02}", time.time.hour, time.time.minute, time.time.second);
  return time.offset ? text + "Z" : text;
}

/// Moments in UTC.
CalendarTime inUtc(const CalendarTime& time) {
  const auto utc = time.utc();
  if (!utc) return time;
  CalendarTime result = time.at(*utc);
  result.offset = 0;
  return result;
}

class Writer {
 public:
  Writer(const ForeignArchive& archive, Instant stamp) : m_archive(archive) {
    CalendarTime time;
    time.hasTime = true;
    time.offset = 0;
    m_stamp = timeText(time.at(stamp));
  }

  WrittenFile write() {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Entente//Entente//EN");
    line("CALSCALE:GREGORIAN");
    text("X-WR-CALNAME", m_archive.title);
    text("NAME", m_archive.title);
    text("X-WR-CALDESC", m_archive.description);
    text("X-ENTENTE-AUTHOR", m_archive.author);
    for (const ForeignEvent& one : m_archive.events)
      event(one);
    line("END:VCALENDAR");
    if (!m_archive.sources.empty()) m_file.leftOut["sources that no event cites"] = m_archive.sources.size();
    return std::move(m_file);
  }

 private:
  void line(std::string_view whole) {
    std::size_t room = kLongestLine;
    while (whole.size() > room) {
      std::size_t size = room;
      while (size > 1 && (static_cast<unsigned char>(whole[size]) & 0xC0U) == 0x80U)
        --size;
      m_file.bytes.append(whole.data(), static_cast<qsizetype>(size));
      m_file.bytes.append("\r\n ");
      whole.remove_prefix(size);
      room = kLongestLine - 1;
    }
    m_file.bytes.append(whole.data(), static_cast<qsizetype>(whole.size()));
    m_file.bytes.append("\r\n");
  }

  void text(const char* name, const QString& value) {
    if (!value.isEmpty()) line(fmt::format("{}:{}", name, escaped(value)));
  }

  void time(const char* name, const CalendarTime& time) {
    line(fmt::format("{}{}:{}", name, time.hasTime ? "" : ";VALUE=DATE", timeText(time)));
  }

  void event(const ForeignEvent& event) {
    ++m_number;
    if (!event.when) {
      ++m_file.leftOut["events without a date"];
      return;
    }
    auto span = calendarSpanOf(*event.when);
    if (!span) {
      const bool isKnown = event.when->beginKind() == EndKind::Known;
      ++m_file.leftOut[isKnown ? "events before year 1 or after year 9999" : "events without a known begin"];
      return;
    }
    span->begin = inUtc(span->begin);
    if (span->end) span->end = inUtc(*span->end);
    line("BEGIN:VEVENT");
    line(fmt::format("UID:{}", uidOf(event)));
    line("DTSTAMP:" + m_stamp);
    time("DTSTART", span->begin);
    if (span->end) time("DTEND", *span->end);
    const auto said = edtfOf(*span);
    if (!said || *said != *event.when)
      line("X-ENTENTE-EDTF:" + escaped(QString::fromStdString(event.when->edtf())));
    texts(event);
    actors(event);
    sources(event);
    line("END:VEVENT");
  }

  std::string uidOf(const ForeignEvent& event) {
    QString uid = event.key.simplified();
    if (uid.isEmpty()) uid = QStringLiteral("entente-%1").arg(m_number);
    const QString whole = uid;
    for (std::size_t i = 2; !m_uids.insert(uid).second; ++i)
      uid = whole + QStringLiteral("-%1").arg(i);
    return escaped(uid);
  }

  void texts(const ForeignEvent& event) {
    text("SUMMARY", event.title);
    text("DESCRIPTION", event.summary);
    text("LOCATION", event.where);
    if (event.latitude && event.longitude)
      line(fmt::format("GEO:{};{}", event.latitude->text, event.longitude->text));
    std::string tags;
    for (const QString& tag : event.tags)
      tags += (tags.empty() ? "" : ",") + escaped(tag);
    if (!tags.empty()) line("CATEGORIES:" + tags);
    text("COMMENT", event.note);
    if (event.kind)
      line(fmt::format("X-ENTENTE-KIND:{}", Words<EventKind>::list[static_cast<std::size_t>(*event.kind)]));
    if (event.weight) line(fmt::format("X-ENTENTE-WEIGHT:{}", *event.weight));
  }

  void actors(const ForeignEvent& event) {
    bool hasOrganizer = false;
    for (const ForeignActor& actor : event.actors) {
      const bool isOrganizer = actor.role == "organizer" &&
                               !std::exchange(hasOrganizer, hasOrganizer || actor.role == "organizer");
      // An address is wanted; this one leads nowhere.
      line(fmt::format("{};CN={};X-ENTENTE-ROLE={}:invalid:nomail", isOrganizer ? "ORGANIZER" : "ATTENDEE",
                       parameter(actor.name), parameter(QString::fromStdString(actor.role))));
    }
  }

  void sources(const ForeignEvent& event) {
    for (const ForeignSource& source : event.sources) {
      const QByteArray json = QJsonDocument(cslWork(source, source.key)).toJson(QJsonDocument::Compact);
      text("X-ENTENTE-SOURCE", QString::fromUtf8(json));
    }
    bool hasUrl = false;
    for (const ForeignSource& source : event.sources) {
      const QString& url = source.source.url;
      if (url.isEmpty() || url.contains(QLatin1Char('\n'))) continue;
      // Addresses are URIs, not texts: nothing in them is escaped.
      line(fmt::format("{}:{}", std::exchange(hasUrl, true) ? "ATTACH" : "URL", url.toStdString()));
    }
  }

  const ForeignArchive& m_archive;
  WrittenFile m_file;
  std::string m_stamp;
  std::set<QString> m_uids;
  std::size_t m_number = 0;
};

}  // namespace

WrittenFile writeICalendar(const ForeignArchive& archive, Instant stamp) {
  return Writer(archive, stamp).write();
}

}  // namespace entente
