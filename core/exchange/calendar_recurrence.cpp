// SPDX-License-Identifier: GPL-3.0-or-later
// Rules are parted and bounded here, and followed by libical.
#include "core/exchange/calendar_recurrence.h"

#include <fmt/core.h>
#include <libical/ical.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>

#include "core/exchange/published_text.h"
#include "core/exchange/source_text.h"

namespace entente {

namespace {

constexpr std::size_t kLongestRule = 2'000;
constexpr std::int64_t kMostSteps = 3'000'000;
constexpr double kMostSeconds = 3;

struct Rule {
  std::string forLibical;
  std::optional<CalendarTime> until;
  std::string problem;
};

std::string uppercase(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return result;
}

/// One "NAME=value" of a rule.
void takePart(std::string_view part, Rule& rule) {
  const std::size_t equals = part.find('=');
  const std::string name = uppercase(withoutSpaces(part.substr(0, equals)));
  const std::string value =
      equals == std::string_view::npos ? "" : uppercase(withoutSpaces(part.substr(equals + 1)));
  if (name.empty() && value.empty()) return;
  if (name == "FREQ" && !isListed(value, "|DAILY|WEEKLY|MONTHLY|YEARLY|")) {
    rule.problem = fmt::format("rules with FREQ={} are not followed", shortened(value, 40));
  } else if (name == "RSCALE") {
    if (value != "GREGORIAN") rule.problem = "rules of other calendars are not followed";
    return;
  } else if ((name == "BYMINUTE" || name == "BYSECOND") && value.find(',') != std::string::npos) {
    rule.problem = "rules with lists of minutes and seconds are not followed";
  } else if (name == "UNTIL") {
    const auto until = readCalendarTime(value);
    if (!until)
      rule.problem = fmt::format("UNTIL={} cannot be read", shortened(value, 40));
    else
      rule.until = *until;
    return;
  }
  if (value.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-, ") != std::string::npos)
    rule.problem = "it is not written as a rule";
  rule.forLibical += (rule.forLibical.empty() ? "" : ";") + name + "=" + value;
}

Rule readRule(std::string_view text) {
  Rule rule;
  if (text.size() > kLongestRule) {
    rule.problem = "it is too long for a rule";
    return rule;
  }
  while (!text.empty()) {
    const std::size_t end = text.find(';');
    takePart(text.substr(0, end), rule);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  if (rule.problem.empty() && rule.forLibical.find("FREQ=") == std::string::npos)
    rule.problem = "it has no FREQ";
  return rule;
}

icaltimetype icalTime(const CalendarTime& time) {
  icaltimetype result = icaltime_null_time();
  result.year = static_cast<int>(time.date.year);
  result.month = time.date.month;
  result.day = time.date.day;
  result.is_date = time.hasTime ? 0 : 1;
  result.hour = time.time.hour;
  result.minute = time.time.minute;
  result.second = time.time.second;
  return result;
}

Instant wallClockOf(const icaltimetype& time) {
  return plusSeconds(startOfDay({time.year, time.month, time.day}),
                     time.is_date != 0 ? 0 : time.hour * 3600 + time.minute * 60 + time.second);
}

/// The last clock time that the rule itself allows.
Instant lastOf(const CalendarTime& until, const CalendarTime& start) {
  if (!until.hasTime) return plusSeconds(until.wallClock(), start.hasTime ? kSecondsPerDay - 1 : 0);
  if (!start.hasTime) return startOfDay(until.date);
  const auto utc = until.utc();
  if (!utc) return until.wallClock();
  if (start.offset) return plusSeconds(*utc, *start.offset);
  return start.zone == nullptr ? *utc : start.zone->wallClock(*utc);
}

}  // namespace

Recurrences CalendarRecurrence::follow(std::string_view text, const CalendarTime& start,
                                       TimeSpan wallClockSpan, std::size_t most) {
  Recurrences result;
  const Rule rule = readRule(text);
  result.problem = rule.problem;
  if (m_steps > kMostSteps || m_seconds > kMostSeconds)
    result.problem = "the file has too many rules, or too slow ones";
  if (!result.problem.empty() || wallClockSpan.isEmpty()) return result;

  static std::mutex mutex;
  const std::lock_guard<std::mutex> lock(mutex);
  const auto began = std::chrono::steady_clock::now();
  // libical stops the program on errors unless it is told not to.
  icalerror_set_errors_are_fatal(0);
  icalrecurrencetype parsed = icalrecurrencetype_from_string(rule.forLibical.c_str());
  const std::unique_ptr<char, decltype(&std::free)> scale(parsed.rscale, &std::free);
  if (parsed.freq == ICAL_NO_RECURRENCE) {
    result.problem = "it is not written as a rule";
    return result;
  }
  Instant last = plusSeconds(std::min(wallClockSpan.end, startOfYear(10'000)), -1);
  if (rule.until) last = std::min(last, lastOf(*rule.until, start));
  if (last < start.wallClock()) return result;
  // Without an end libical looks for dates that never come until the year 20000.
  parsed.until = icalTime(start.at(last));
  const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> iterator(
      icalrecur_iterator_new(parsed, icalTime(start)), &icalrecur_iterator_free);
  if (!iterator) result.problem = "it never happens by that rule";
  while (iterator) {
    const icaltimetype time = icalrecur_iterator_next(iterator.get());
    if (icaltime_is_null_time(time) != 0) break;
    const Instant at = wallClockOf(time);
    if (at > last || ++m_steps > kMostSteps) {
      result.isCut = m_steps > kMostSteps;
      break;
    }
    if (at < wallClockSpan.begin || (!result.starts.empty() && at <= result.starts.back())) continue;
    if (result.starts.size() == most) {
      result.isCut = true;
      break;
    }
    result.starts.push_back(at);
  }
  icalerror_clear_errno();
  m_seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return result;
}

}  // namespace entente
