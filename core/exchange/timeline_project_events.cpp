// SPDX-License-Identifier: GPL-3.0-or-later
// Dates, containers and categories of The Timeline Project.
#include "core/exchange/timeline_project_events.h"

#include <fmt/core.h>

#include <charconv>
#include <utility>

#include "core/exchange/foreign_fields.h"

namespace entente {

namespace {

/// "-44-03-15 00:00:00"; figures may lack leading zeros.
tl::expected<ProgramDate, std::string> readStamp(const QString& text) {
  const std::string stamp = text.trimmed().toStdString();
  const auto refuse = [&](const std::string& reason) {
    return tl::unexpected(fmt::format("\"{}\" is no date and time: {}", shown(text), reason));
  };
  std::int64_t figures[6] = {};
  constexpr char kMarks[] = {'-', '-', ' ', ':', ':', '\0'};
  const char* at = stamp.data();
  const char* const end = stamp.data() + stamp.size();
  for (std::size_t i = 0; i < 6; ++i) {
    const auto read = std::from_chars(at, end, figures[i]);
    if (read.ec != std::errc() || (i > 0 && figures[i] < 0)) return refuse("a figure is missing");
    at = read.ptr;
    if (kMarks[i] == '\0') break;
    if (at == end || *at != kMarks[i]) return refuse("it is not written year-month-day hour:minute:second");
    ++at;
  }
  if (at != end) return refuse("something stands behind it");
  if (figures[1] < 1 || figures[1] > 12) return refuse("there is no such month");
  if (figures[2] < 1 || figures[2] > 31) return refuse("there is no such day");
  if (figures[3] > 23 || figures[4] > 59 || figures[5] > 59) return refuse("there is no such time");
  auto day = programDay(figures[0], static_cast<int>(figures[1]), static_cast<int>(figures[2]));
  if (!day) return refuse(day.error());
  day->clock = {static_cast<int>(figures[3]), static_cast<int>(figures[4]), static_cast<int>(figures[5])};
  day->precision = DatePrecision::Second;
  return day;
}

/// "[3]Title" and "(3)Title": the number, and the text without it. Nothing for other texts.
QString takeNumber(QString& text, QChar open, QChar close) {
  if (!text.startsWith(open)) return {};
  const qsizetype stop = text.indexOf(close);
  if (stop < 2 || stop > 10) return {};
  const QString number = text.mid(1, stop - 1);
  for (const QChar c : number) {
    if (c < u'0' || c > u'9') return {};
  }
  text = text.mid(stop + 1);
  return number;
}

std::string withFuzzyEnds(const std::string& edtf, bool start, bool end) {
  const std::size_t slash = edtf.find('/');
  if (slash == std::string::npos) return start || end ? edtf + "~" : edtf;
  std::string last = edtf.substr(slash + 1);
  if (end && last != "..") last += "~";
  return edtf.substr(0, slash) + (start ? "~" : "") + "/" + last;
}

}  // namespace

void TimelineProjectEvents::addCategory(const QString& name, const QString& parent) {
  if (name.isEmpty()) return;
  if (!m_parents.contains(name)) m_parents.insert(name, parent);
}

void TimelineProjectEvents::add(const TimelineProjectEvent& given) {
  ForeignEvent event;
  event.place = given.place;
  event.key = readKey(given.key);
  if (given.era) event.kind = EventKind::Period;
  readText(given, event);
  readTags(given, event);
  readLinks(given.hyperlink, event);
  if (!readDates(given, event)) return;
  if (event.title.isEmpty()) event.title = titleOf(event.summary);
  if (event.title.isEmpty()) {
    m_archive.refuse(given.place, given.era ? "name" : "text", "it has no text");
    return;
  }
  m_archive.events.push_back(std::move(event));
}

void TimelineProjectEvents::readText(const TimelineProjectEvent& given, ForeignEvent& event) {
  QString text = given.text;
  if (!given.era) {
    const QString container = takeNumber(text, u'[', u']');
    if (!container.isEmpty())
      m_containers.insert(container, readLine(text, m_caps, m_archive, given.place, "text"));
    QString inner = text;
    const QString number = container.isEmpty() ? takeNumber(inner, u'(', u')') : QString();
    if (!number.isEmpty() && m_containers.contains(number)) {
      text = inner;
      addTag(event.tags, m_containers.value(number));
    }
  }
  event.title = readLine(text, m_caps, m_archive, given.place, "text");
  event.summary = entente::readText(given.description, m_caps, m_archive, given.place, "description");
}

void TimelineProjectEvents::readTags(const TimelineProjectEvent& given, ForeignEvent& event) {
  for (const QString& category : given.categories) {
    QString name = category;
    for (int depth = 0; !name.isEmpty() && depth < 32; ++depth) {
      addTag(event.tags, readLine(name, m_caps, m_archive, given.place, "category"));
      name = m_parents.value(name);
    }
  }
  const QStringList labels = QString(given.labels).replace(u'\n', u',').replace(u';', u',').split(u',');
  for (const QString& label : labels.mid(0, 100))
    addTag(event.tags, readLine(label, m_caps, m_archive, given.place, "labels"));
}

/// Several are parted by semicolons, which addresses may have too.
void TimelineProjectEvents::readLinks(const QString& hyperlink, ForeignEvent& event) {
  QString rest = hyperlink.trimmed();
  for (int links = 0; !rest.isEmpty() && links < 100; ++links) {
    qsizetype stop = rest.size();
    for (const QString& next : {QStringLiteral(";http://"), QStringLiteral(";https://")}) {
      const qsizetype found = rest.indexOf(next);
      if (found >= 0) stop = std::min(stop, found);
    }
    if (auto source = readMedia(rest.left(stop), {}, {}, m_archive))
      event.sources.push_back(std::move(*source));
    rest = rest.mid(stop + 1).trimmed();
  }
}

bool TimelineProjectEvents::readDates(const TimelineProjectEvent& given, ForeignEvent& event) {
  const auto start = readStamp(given.start);
  if (!start) {
    m_archive.refuse(given.place, "start", start.error());
    return false;
  }
  remarkOn(*start, m_archive, given.place, "start");
  std::optional<ProgramDate> end;
  if (!given.milestone && !given.endsToday) {
    const auto read = readStamp(given.end);
    if (!read) {
      m_archive.refuse(given.place, "end", read.error());
      return false;
    }
    end = *read;
  }
  const auto when = periodOf(*start, end);
  if (!when) {
    m_archive.refuse(given.place, "start", when.error());
    return false;
  }
  std::string edtf = when->edtf();
  if (given.endsToday) edtf += "/..";
  const auto whole = FuzzyDate::read(withFuzzyEnds(edtf, given.fuzzyStart, given.fuzzyEnd));
  const auto plain = FuzzyDate::read(edtf);
  event.when = whole ? *whole : plain ? *plain : *when;
  if (!whole && (given.fuzzyStart || given.fuzzyEnd)) {
    m_archive.remark(given.place, "fuzzy",
                     fmt::format("\"{}\" is marked as fuzzy, which could not be kept", edtf));
  }
  return true;
}

}  // namespace entente
