// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the steps that QTimeZone knows.
#include "app/render/zone_tables.h"

#include <QDateTime>
#include <QTimeZone>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "core/time/civil.h"

namespace entente {

namespace {

/// The steps of a zone, put together in order.
class Steps {
 public:
  explicit Steps(std::int32_t first) : m_first(first), m_offset(first) {}

  /// Names change without the clock, and a clock that changes twice a day is none.
  void add(Instant from, std::int32_t offset) {
    if (offset == m_offset) return;
    if (!m_steps.empty() && from.seconds - m_steps.back().from.seconds < kSecondsPerDay) m_steps.pop_back();
    m_steps.push_back({from, offset});
    m_offset = offset;
  }
  [[nodiscard]] std::shared_ptr<const ZoneTable> table() && {
    return std::make_shared<const ZoneTable>(m_first, std::move(m_steps));
  }

 private:
  std::int32_t m_first;
  std::int32_t m_offset;
  std::vector<ZoneTable::Step> m_steps;
};

std::shared_ptr<const ZoneTable> read(const QTimeZone& zone) {
  constexpr std::int64_t kFirstYear = 1850;
  constexpr std::int64_t kFirstYearOfRules = 2037;
  constexpr std::int64_t kLastYear = 2150;
  const auto time = [](Instant at) { return QDateTime::fromSecsSinceEpoch(at.seconds, Qt::UTC); };
  const auto offsetAt = [&](Instant at) { return std::int32_t{zone.offsetFromUtc(time(at))}; };
  Steps steps(offsetAt(startOfYear(kFirstYear)));
  for (const auto& step :
       zone.transitions(time(startOfYear(kFirstYear)), time(startOfYear(kFirstYearOfRules))))
    steps.add({step.atUtc.toSecsSinceEpoch()}, step.offsetFromUtc);
  // Qt does not list the steps that a rule makes for the years to come, but it knows the offset on each day.
  Instant before = startOfYear(kFirstYearOfRules);
  for (std::int64_t month = 1; before < startOfYear(kLastYear); ++month) {
    const Instant after = startOfMonth(kFirstYearOfRules + month / 12, static_cast<int>(month % 12) + 1);
    const std::int32_t offset = offsetAt(after);
    Instant low = before;
    Instant high = after;
    while (offsetAt(low) != offset && high.seconds - low.seconds > 1) {
      const Instant middle = plusSeconds(low, (high.seconds - low.seconds) / 2);
      (offsetAt(middle) == offset ? high : low) = middle;
    }
    steps.add(high, offset);
    before = after;
  }
  return std::move(steps).table();
}

}  // namespace

std::shared_ptr<const ZoneTable> zoneTableOf(const QString& name) {
  static std::mutex mutex;
  static std::map<QString, std::shared_ptr<const ZoneTable>> tables;
  if (name.isEmpty()) return nullptr;
  const std::lock_guard lock(mutex);
  const auto found = tables.find(name);
  if (found != tables.end()) return found->second;
  const QTimeZone zone(name.toUtf8());
  return tables.emplace(name, zone.isValid() ? read(zone) : nullptr).first->second;
}

bool isZone(const QString& name) {
  return name.isEmpty() || zoneTableOf(name) != nullptr;
}

QString zoneInWords(const QString& name) {
  if (name.isEmpty()) return QStringLiteral("UTC");
  QString place = name.mid(name.lastIndexOf(QLatin1Char('/')) + 1);
  return place.replace(QLatin1Char('_'), QLatin1Char(' '));
}

}  // namespace entente
