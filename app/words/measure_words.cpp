// SPDX-License-Identifier: GPL-3.0-or-later
// Counts days between days, and seconds between seconds.
#include "app/words/measure_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstdint>

#include "app/render/date_words.h"
#include "core/time/civil.h"

namespace entente {

namespace {

struct MeasureWords {
  Q_DECLARE_TR_FUNCTIONS(MeasureWords)
};

QString number(std::int64_t value) {
  return wordsLocale().toString(static_cast<qlonglong>(value));
}

QString daysInWords(std::int64_t days) {
  return days == 1 ? MeasureWords::tr("1 day") : MeasureWords::tr("%1 days").arg(number(days));
}

QString clockInWords(std::int64_t seconds) {
  const std::int64_t hours = seconds / 3600;
  const std::int64_t minutes = seconds / 60 % 60;
  const QString hoursText =
      hours == 1 ? MeasureWords::tr("1 hour") : MeasureWords::tr("%1 hours").arg(number(hours));
  const QString minutesText =
      minutes == 1 ? MeasureWords::tr("1 minute") : MeasureWords::tr("%1 minutes").arg(number(minutes));
  if (hours == 0) return minutesText;
  return minutes == 0 ? hoursText : MeasureWords::tr("%1 %2", "hours, minutes").arg(hoursText, minutesText);
}

/// The day of a moment, and the one before it for the last second of a day.
std::int64_t dayOf(Instant at) {
  return daysFromCivil(dateOf(at));
}

bool hasBegin(const DateBounds& bounds) {
  return bounds.earliestBegin > kBeginningOfTime;
}

/// Known to less than an hour.
bool isClockTime(const DateBounds& bounds) {
  constexpr std::int64_t kHour = 3600;
  return hasBegin(bounds) && bounds.latestBegin.seconds - bounds.earliestBegin.seconds < kHour;
}

}  // namespace

QString intervalInWords(const DateBounds& from, const DateBounds& to) {
  if (!hasBegin(from) || !hasBegin(to)) return MeasureWords::tr("an unknown time");
  if (isClockTime(from) && isClockTime(to)) {
    const std::int64_t seconds = std::abs(to.earliestBegin.seconds - from.earliestBegin.seconds);
    if (seconds < 2 * kSecondsPerDay) return clockInWords(seconds);
  }
  std::int64_t least = dayOf(to.earliestBegin) - dayOf(from.latestBegin);
  std::int64_t most = dayOf(to.latestBegin) - dayOf(from.earliestBegin);
  if (most <= 0) {
    std::swap(least, most);
    least = -least;
    most = -most;
  }
  if (least == 0 && most == 0) return MeasureWords::tr("the same day");
  if (least < 0) return MeasureWords::tr("up to %1, either way").arg(daysInWords(std::max(-least, most)));
  if (least == most) return daysInWords(least);
  if (least == 0) return MeasureWords::tr("up to %1").arg(daysInWords(most));
  return MeasureWords::tr("%1 to %2", "two numbers of days").arg(number(least), daysInWords(most));
}

QString relationInWords(const QString& from, const DateBounds& fromBounds, const QString& to,
                        const DateBounds& toBounds) {
  const Certainty before = isBefore(fromBounds, toBounds);
  const Certainty after = isAfter(fromBounds, toBounds);
  if (before == Certainty::Certain) return MeasureWords::tr("%1 certainly comes first").arg(from);
  if (after == Certainty::Certain) return MeasureWords::tr("%1 certainly comes first").arg(to);
  if (isDuring(fromBounds, toBounds) == Certainty::Certain)
    return MeasureWords::tr("%1 certainly lies within %2").arg(from, to);
  if (isDuring(toBounds, fromBounds) == Certainty::Certain)
    return MeasureWords::tr("%1 certainly lies within %2").arg(to, from);
  if (overlaps(fromBounds, toBounds) == Certainty::Certain) return MeasureWords::tr("they certainly overlap");
  if (before == Certainty::Possible && after == Certainty::Possible)
    return MeasureWords::tr("either may come first");
  if (before == Certainty::Possible) return MeasureWords::tr("%1 possibly comes first").arg(from);
  if (after == Certainty::Possible) return MeasureWords::tr("%1 possibly comes first").arg(to);
  return MeasureWords::tr("they possibly overlap");
}

}  // namespace entente
