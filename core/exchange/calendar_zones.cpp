// SPDX-License-Identifier: GPL-3.0-or-later
// Zones as tables of changes: from the rules of a VTIMEZONE, or from the zone data of the system.
#include "core/exchange/calendar_zones.h"

#include <unicode/ucal.h>
#include <unicode/unistr.h>

#include <QDateTime>
#include <QTimeZone>
#include <algorithm>
#include <array>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kMostZones = 2'000;
constexpr std::size_t kMostChanges = 10'000;
/// Rules and zones are followed so far; behind it the last offset holds.
constexpr int kLastYear = 2200;

struct Change {
  Instant at;  ///< UTC
  std::int32_t before = 0;
  std::int32_t after = 0;
};

/// Both observances of Outlook's zones begin in the same hour of 1601; more than such a beginning is no zone.
constexpr int kMostHasty = 4;

/// Null if the changes are too near to each other.
std::unique_ptr<ZoneTable> tableOf(std::vector<Change> changes) {
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Change& a, const Change& b) { return a.at < b.at; });
  if (changes.empty() || changes.size() > kMostChanges) return nullptr;
  const std::int32_t first = changes.front().before;
  int hasty = 0;
  std::vector<ZoneTable::Step> steps;
  for (const Change& change : changes) {
    const std::int32_t now = steps.empty() ? first : steps.back().offsetSeconds;
    if (change.after == now) continue;
    if (!steps.empty() && change.at < plusSeconds(steps.back().from, kSecondsPerDay)) {
      if (++hasty > kMostHasty) return nullptr;
      steps.pop_back();
    }
    steps.push_back({change.at, change.after});
  }
  return std::make_unique<ZoneTable>(first, std::move(steps));
}

/// False if it is not understood.
bool addChanges(const CalendarObservance& observance, CalendarRecurrence& recurrence,
                std::vector<Change>& changes) {
  if (!observance.start || !observance.from || !observance.to) return false;
  const std::int32_t from = *observance.from;
  // Its times are shown by clocks at the offset before; UNTIL is in UTC.
  CalendarTime start = *observance.start;
  start.hasTime = true;
  start.offset = from;
  std::vector<Instant> clocks{start.wallClock()};
  for (const std::string& rule : observance.rules) {
    if (rule.find("YEARLY") == std::string::npos) return false;
    const Recurrences found =
        recurrence.follow(rule, start, {start.wallClock(), startOfYear(kLastYear)}, kMostChanges);
    if (!found.problem.empty() || found.isCut) return false;
    clocks.insert(clocks.end(), found.starts.begin(), found.starts.end());
  }
  for (const CalendarTime& date : observance.dates)
    clocks.push_back(date.offset ? plusSeconds(*date.utc(), from) : date.wallClock());
  if (clocks.size() > kMostChanges) return false;
  for (const Instant clock : clocks)
    changes.push_back({plusSeconds(clock, -std::int64_t{from}), from, *observance.to});
  return true;
}

/// By any name that IANA has or had, which Qt's own list leaves out: "US/Pacific", "Etc/GMT+5".
QTimeZone systemZone(const QByteArray& name) {
  const bool isName =
      !name.isEmpty() && !name.contains("..") && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '+' || c == '-' || c == '/';
      });
  if (!isName || name.startsWith('/')) return {};
  if (QTimeZone::isTimeZoneIdAvailable(name)) return QTimeZone(name);
  const icu::UnicodeString id = icu::UnicodeString::fromUTF8(name.constData());
  std::array<UChar, 64> canonical{};
  UBool isKnown = false;
  UErrorCode code = U_ZERO_ERROR;
  const int length = ucal_getCanonicalTimeZoneID(id.getBuffer(), id.length(), canonical.data(),
                                                 static_cast<int32_t>(canonical.size()), &isKnown, &code);
  if (U_FAILURE(code) || !isKnown) return {};
  // Where the system has no file for older names it has one for what they are called today.
  if (QTimeZone zone(name); zone.isValid()) return zone;
  return QTimeZone(QString::fromUtf16(canonical.data(), length).toLatin1());
}

std::unique_ptr<ZoneTable> ofSystem(const QByteArray& name) {
  const QTimeZone zone = systemZone(name);
  if (!zone.isValid()) return nullptr;
  const QDateTime begin(QDate(1, 1, 1), QTime(0, 0), Qt::UTC);
  const QDateTime end(QDate(kLastYear, 1, 1), QTime(0, 0), Qt::UTC);
  std::int32_t offset = zone.offsetFromUtc(begin);
  std::vector<ZoneTable::Step> steps;
  const std::int32_t first = offset;
  for (const QTimeZone::OffsetData& data : zone.transitions(begin, end)) {
    if (data.offsetFromUtc == offset) continue;
    const Instant at{data.atUtc.toSecsSinceEpoch()};
    // A table's steps lie a day apart; what holds for hours only is history of some places that nobody meets.
    if (!steps.empty() && at < plusSeconds(steps.back().from, kSecondsPerDay)) steps.pop_back();
    offset = data.offsetFromUtc;
    steps.push_back({at, offset});
  }
  return std::make_unique<ZoneTable>(first, std::move(steps));
}

std::unique_ptr<ZoneTable> byIanaName(std::string_view tzid) {
  while (!tzid.empty() && tzid.front() == '/')
    tzid.remove_prefix(1);
  for (;;) {
    const QByteArray name(tzid.data(), static_cast<qsizetype>(tzid.size()));
    // Single words ("Berlin", "EST") are ambiguous unless they are the whole name.
    if (auto table = ofSystem(name)) return table;
    const std::size_t slash = tzid.find('/');
    if (slash == std::string_view::npos || tzid.find('/', slash + 1) == std::string_view::npos)
      return nullptr;
    tzid.remove_prefix(slash + 1);
  }
}

std::unique_ptr<ZoneTable> byOffset(std::string_view tzid) {
  for (const std::string_view prefix : {"UTC", "Utc", "GMT", "Z"}) {
    if (tzid.substr(0, prefix.size()) != prefix) continue;
    const std::string_view rest = withoutSpaces(tzid.substr(prefix.size()));
    if (rest.empty()) return std::make_unique<ZoneTable>(0, std::vector<ZoneTable::Step>());
    if (const auto offset = readCalendarOffset(rest))
      return std::make_unique<ZoneTable>(*offset, std::vector<ZoneTable::Step>());
  }
  return nullptr;
}

std::unique_ptr<ZoneTable> byName(const std::string& tzid) {
  constexpr std::string_view kMicrosoft = "tzone://Microsoft/";
  std::string_view name = withoutSpaces(tzid);
  if (name.starts_with(kMicrosoft)) name.remove_prefix(kMicrosoft.size());
  if (name.empty() || name.size() > 200) return nullptr;
  if (auto table = byIanaName(name)) return table;
  const QByteArray windows =
      QTimeZone::windowsIdToDefaultIanaId(QByteArray(name.data(), static_cast<qsizetype>(name.size())));
  if (!windows.isEmpty()) return ofSystem(windows);
  return byOffset(name);
}

}  // namespace

bool CalendarZones::add(const std::string& tzid, const std::vector<CalendarObservance>& observances,
                        CalendarRecurrence& recurrence) {
  if (m_zones.size() >= kMostZones || m_zones.count(tzid) > 0) return m_zones.count(tzid) > 0;
  // What IANA calls a zone is better known than what a program wrote of it for some years.
  if (tzid.find('/') != std::string::npos) {
    if (auto known = byIanaName(withoutSpaces(tzid))) {
      m_zones.emplace(tzid, std::move(known));
      return true;
    }
  }
  std::vector<Change> changes;
  for (const CalendarObservance& observance : observances)
    if (!addChanges(observance, recurrence, changes)) return false;
  auto table = tableOf(std::move(changes));
  if (!table) return false;
  m_zones.emplace(tzid, std::move(table));
  return true;
}

const ZoneTable* CalendarZones::find(const std::string& tzid) {
  const auto found = m_zones.find(tzid);
  if (found != m_zones.end()) return found->second.get();
  if (m_zones.size() >= kMostZones) return nullptr;
  return m_zones.emplace(tzid, byName(tzid)).first->second.get();
}

}  // namespace entente
