// SPDX-License-Identifier: GPL-3.0-or-later
// Occurrences: the rules' times and the dates added, without those excepted, within the span that is asked
// for.
#include "core/exchange/calendar_expansion.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "core/exchange/source_text.h"

namespace entente {

namespace {

bool isSameTime(const CalendarTime& occurrence, const CalendarTime& other) {
  // A day stands for every time on it.
  if (!other.hasTime || !occurrence.hasTime) return occurrence.date == other.date;
  const auto one = occurrence.utc();
  const auto two = other.utc();
  if (one && two) return *one == *two;
  return occurrence.wallClock() == other.wallClock();
}

/// Many exceptions of many occurrences are not compared each with each.
class KnownTimes {
 public:
  void add(const CalendarTime& time) {
    if (!time.hasTime) m_days.insert(time.wallClock());
    m_clocks.insert(time.wallClock());
    m_anyOnDay.insert(startOfDay(time.date));
    if (const auto utc = time.utc()) m_moments.insert(*utc);
  }
  [[nodiscard]] bool has(const CalendarTime& time) const {
    if (!time.hasTime) return m_anyOnDay.count(time.wallClock()) > 0;
    if (m_days.count(startOfDay(time.date)) > 0) return true;
    const auto utc = time.utc();
    return utc ? m_moments.count(*utc) > 0 : m_clocks.count(time.wallClock()) > 0;
  }

 private:
  std::set<Instant> m_days;
  std::set<Instant> m_anyOnDay;
  std::set<Instant> m_clocks;
  std::set<Instant> m_moments;
};

using Replaced = std::map<QString, KnownTimes>;

std::string shown(const std::string& rule) {
  return rule.size() <= 200 ? rule : std::string(shortened(rule, 200)) + "...";
}

/// How long it lasts by the clock; a moment a second.
std::int64_t secondsOf(const CalendarSpan& span) {
  if (!span.end) return span.begin.hasTime ? 1 : kSecondsPerDay;
  return std::max<std::int64_t>(1, span.end->wallClock().seconds - span.begin.wallClock().seconds);
}

CalendarSpan movedTo(const CalendarSpan& span, const CalendarTime& begin) {
  CalendarSpan moved{begin, std::nullopt};
  if (!span.end) return moved;
  moved.end = span.end->at(
      plusSeconds(span.end->wallClock(), begin.wallClock().seconds - span.begin.wallClock().seconds));
  return moved;
}

/// Who asks for a year means the one of the calendar on the wall.
bool isWithin(const CalendarSpan& occurrence, TimeSpan span) {
  const Instant begin = occurrence.begin.wallClock();
  return TimeSpan{begin, plusSeconds(begin, secondsOf(occurrence))}.overlaps(span);
}

QString keyOf(const QString& uid, const CalendarTime& begin) {
  const CivilDate& date = begin.date;
  std::string text = fmt::format("/{:04}{:02}{:02}", date.year, date.month, date.day);
  if (begin.hasTime)
    text += fmt::format("T{:02}{:02}{:02}", begin.time.hour, begin.time.minute, begin.time.second);
  return uid + QString::fromStdString(text);
}

class Expansion {
 public:
  Expansion(ForeignArchive& archive, const CalendarOptions& options, CalendarRecurrence& recurrence)
      : m_archive(archive), m_options(options), m_recurrence(recurrence) {}

  /// In their order, within the span.
  std::vector<CalendarTime> timesOf(const CalendarSeries& series, const ForeignEvent& event) {
    const std::int64_t length = secondsOf(series.span);
    const TimeSpan clocks{plusSeconds(m_options.span->begin, -length - kSecondsPerDay),
                          plusSeconds(m_options.span->end, kSecondsPerDay)};
    std::vector<CalendarTime> times{series.span.begin};
    for (const std::string& rule : series.rules) {
      const Recurrences found = follow(rule, series, event, clocks);
      std::transform(found.starts.begin(), found.starts.end(), std::back_inserter(times),
                     [&](Instant at) { return series.span.begin.at(at); });
    }
    times.insert(times.end(), series.dates.begin(), series.dates.end());
    std::vector<CalendarTime> except = series.except;
    for (const std::string& rule : series.exceptRules) {
      const Recurrences found = follow(rule, series, event, clocks);
      std::transform(found.starts.begin(), found.starts.end(), std::back_inserter(except),
                     [&](Instant at) { return series.span.begin.at(at); });
    }
    std::stable_sort(times.begin(), times.end(), [](const CalendarTime& a, const CalendarTime& b) {
      return a.wallClock() < b.wallClock();
    });
    times.erase(std::unique(times.begin(), times.end(), isSameTime), times.end());
    KnownTimes excepted;
    for (const CalendarTime& time : except)
      excepted.add(time);
    times.erase(std::remove_if(times.begin(), times.end(),
                               [&](const CalendarTime& time) {
                                 return excepted.has(time) ||
                                        !isWithin(movedTo(series.span, time), *m_options.span);
                               }),
                times.end());
    return times;
  }

  /// Appends the occurrences of an event.
  void append(const CalendarSeries& series, ForeignEvent event, const Replaced& replaced,
              std::vector<ForeignEvent>& events) {
    if (m_count >= kMostOccurrences) {
      m_archive.remark(
          event.place, "RRULE",
          fmt::format("The file has more than {} occurrences: of \"{}\" only the first is imported.",
                      kMostOccurrences, event.title.toStdString()));
      events.push_back(std::move(event));
      return;
    }
    const auto other = replaced.find(series.uid);
    std::size_t count = 0;
    for (const CalendarTime& time : timesOf(series, event)) {
      if (other != replaced.end() && !series.uid.isEmpty() && other->second.has(time)) {
        ++count;
        continue;
      }
      if (m_count >= kMostOccurrences || count >= m_options.mostOccurrences) {
        m_archive.remark(event.place, "RRULE",
                         fmt::format("\"{}\" happens more often: the first {} times are imported.",
                                     event.title.toStdString(), count));
        break;
      }
      auto when = edtfOf(movedTo(series.span, time));
      if (!when) continue;
      ForeignEvent occurrence = event;
      occurrence.when = *when;
      occurrence.key = keyOf(series.uid, time);
      events.push_back(std::move(occurrence));
      ++count;
      ++m_count;
    }
    if (count == 0) ++m_archive.leftOut["recurring entries that do not happen in the span"];
  }

 private:
  Recurrences follow(const std::string& rule, const CalendarSeries& series, const ForeignEvent& event,
                     TimeSpan clocks) {
    Recurrences found = m_recurrence.follow(rule, series.span.begin, clocks,
                                            m_options.mostOccurrences + series.except.size());
    if (!found.problem.empty())
      m_archive.remark(event.place, "RRULE",
                       fmt::format("The rule {} of \"{}\" is not followed: {}.", shown(rule),
                                   event.title.toStdString(), found.problem));
    if (found.isCut)
      m_archive.remark(event.place, "RRULE",
                       fmt::format("\"{}\" happens more often than is read.", event.title.toStdString()));
    return found;
  }

  ForeignArchive& m_archive;
  const CalendarOptions& m_options;
  CalendarRecurrence& m_recurrence;
  std::size_t m_count = 0;
};

/// Why not all of the rules can be followed; empty if they can.
std::string problemOf(const CalendarSeries& series, CalendarRecurrence& recurrence) {
  const Instant begin = series.span.begin.wallClock();
  for (const std::string& rule : series.rules) {
    const Recurrences found =
        recurrence.follow(rule, series.span.begin, {begin, plusSeconds(begin, kSecondsPerDay)}, 2);
    if (!found.problem.empty()) return found.problem;
  }
  return {};
}

void remarkOnce(ForeignArchive& archive, const CalendarSeries& series, CalendarRecurrence& recurrence) {
  const ForeignEvent& event = archive.events[series.event];
  if (const std::string problem = problemOf(series, recurrence); !problem.empty()) {
    archive.remark(
        event.place, "RRULE",
        fmt::format("\"{}\" recurs by the rule {}, which is not followed: {}. Only its first time is "
                    "imported.",
                    event.title.toStdString(), shown(series.rules.front()), problem));
    return;
  }
  const std::string how = series.rules.empty() ? fmt::format("on {} more dates", series.dates.size())
                                               : fmt::format("by the rule {}", shown(series.rules.front()));
  archive.remark(
      event.place, "RRULE",
      fmt::format("\"{}\" recurs {}: only its first time is imported. Import it again with a span of "
                  "time to have all that are in it.",
                  event.title.toStdString(), how));
}

/// Where the time that begins a series is excepted, or told by an entry of its own, the next one stands for
/// it. False if there is none in some decades.
bool moveToFirst(ForeignArchive& archive, const CalendarSeries& series, const Replaced& replaced,
                 CalendarRecurrence& recurrence) {
  constexpr std::int64_t kDecades = std::int64_t{40} * 366 * kSecondsPerDay;
  constexpr std::size_t kMostTried = 1'000;
  const auto other = replaced.find(series.uid);
  const auto isTold = [&](const CalendarTime& time) {
    return other != replaced.end() && !series.uid.isEmpty() && other->second.has(time);
  };
  KnownTimes excepted;
  for (const CalendarTime& time : series.except)
    excepted.add(time);
  if (!isTold(series.span.begin) && !excepted.has(series.span.begin)) return true;
  const Instant begin = series.span.begin.wallClock();
  CalendarOptions options;
  options.span = TimeSpan{begin, plusSeconds(begin, kDecades)};
  options.mostOccurrences = kMostTried;
  ForeignEvent& event = archive.events[series.event];
  for (const CalendarTime& time : Expansion(archive, options, recurrence).timesOf(series, event)) {
    if (isTold(time)) continue;
    if (const auto when = edtfOf(movedTo(series.span, time))) event.when = *when;
    return true;
  }
  return false;
}

/// An entry that stands for one time of another and says no title has that one's.
void nameReplacing(ForeignArchive& archive, const std::vector<CalendarSeries>& series) {
  std::map<QString, QString> titles;
  for (const CalendarSeries& one : series) {
    if (!one.replaces) titles.emplace(one.uid, archive.events[one.event].title);
  }
  for (const CalendarSeries& one : series) {
    const auto found = one.replaces && !one.hasTitle ? titles.find(one.uid) : titles.end();
    if (found != titles.end()) archive.events[one.event].title = found->second;
  }
}

/// Without a span. Of a series that happens at no time of its own nothing is left.
void takeFirstTimes(ForeignArchive& archive, const std::vector<CalendarSeries>& series,
                    const Replaced& replaced, CalendarRecurrence& recurrence) {
  std::set<std::size_t> never;
  for (const CalendarSeries& one : series) {
    if (one.replaces) continue;
    remarkOnce(archive, one, recurrence);
    if (!moveToFirst(archive, one, replaced, recurrence)) never.insert(one.event);
  }
  if (never.empty()) return;
  std::vector<ForeignEvent> events;
  for (std::size_t i = 0; i < archive.events.size(); ++i) {
    if (never.count(i) == 0) events.push_back(std::move(archive.events[i]));
  }
  archive.events = std::move(events);
  archive.leftOut["recurring entries that happen at no time of their own"] += never.size();
}

}  // namespace

Result<void> expandCalendar(ForeignArchive& archive, const std::vector<CalendarSeries>& series,
                            const CalendarOptions& options, CalendarRecurrence& recurrence,
                            const Progress& progress) {
  nameReplacing(archive, series);
  Replaced replaced;
  for (const CalendarSeries& one : series) {
    if (one.replaces) replaced[one.uid].add(*one.replaces);
  }
  if (!options.span) {
    takeFirstTimes(archive, series, replaced, recurrence);
    return {};
  }
  Expansion expansion(archive, options, recurrence);
  std::vector<ForeignEvent> events;
  events.reserve(archive.events.size());
  std::size_t next = 0;
  for (const CalendarSeries& one : series) {
    if (one.replaces) continue;
    if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "the import was stopped");
    for (; next < one.event; ++next)
      events.push_back(std::move(archive.events[next]));
    expansion.append(one, std::move(archive.events[next++]), replaced, events);
  }
  for (; next < archive.events.size(); ++next)
    events.push_back(std::move(archive.events[next]));
  archive.events = std::move(events);
  return {};
}

}  // namespace entente
