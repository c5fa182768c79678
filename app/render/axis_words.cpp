// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the axis, in two tiers.
#include "app/render/axis_words.h"

#include <QCoreApplication>
#include <cstdint>

#include "core/time/civil.h"

namespace entente {
namespace {

struct AxisWords {
  Q_DECLARE_TR_FUNCTIONS(AxisWords)
};

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kBillion = 1'000'000'000;

QString twoDigits(int number) {
  return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

/// How many decimals tell two neighbouring multiples of the step apart when said in units: 0.5 billion needs
/// one.
int decimalsFor(std::int64_t step, std::int64_t unit) {
  int decimals = 0;
  for (std::int64_t rest = unit; step % rest != 0 && decimals < 9; rest /= 10)
    ++decimals;
  return decimals;
}

/// Years at steps of millions and more: the one year that year 0 shifts the count by is nothing there.
QString deepYear(std::int64_t step, std::int64_t year, const QLocale& locale) {
  const std::int64_t size = year < 0 ? -year : year;
  const bool billions = size >= kBillion;
  const std::int64_t unit = billions ? kBillion : kMillion;
  const double amount = static_cast<double>(size) / static_cast<double>(unit);
  const QString number = locale.toString(amount, 'f', decimalsFor(step, unit));
  if (year < 0) {
    return billions ? AxisWords::tr("%1 billion BCE", "years").arg(number)
                    : AxisWords::tr("%1 million BCE", "years").arg(number);
  }
  return billions ? AxisWords::tr("%1 billion", "years").arg(number)
                  : AxisWords::tr("%1 million", "years").arg(number);
}

QString yearText(TickStep step, std::int64_t year, const QLocale& locale) {
  if (step.count >= kMillion && year != 0) return deepYear(step.count, year, locale);
  return yearInWords(year, locale);
}

/// "W26", "Q3"; empty where the step has no number, or is not called by it.
QString numberText(TickStep step, const CivilDate& date, AxisNames names) {
  if (names.isoWeeks && step == TickStep{TickUnit::Day, 7})
    return AxisWords::tr("W%1", "a week of the year").arg(isoWeekOf(daysFromCivil(date)).week);
  if (names.quarters && step == TickStep{TickUnit::Month, 3})
    return AxisWords::tr("Q%1", "a quarter of the year").arg((date.month + 2) / 3);
  return {};
}

QString clockText(TickUnit unit, Instant at) {
  const CivilTime time = timeOf(at);
  const QString text = twoDigits(time.hour) + QLatin1Char(':') + twoDigits(time.minute);
  return unit == TickUnit::Second ? text + QLatin1Char(':') + twoDigits(time.second) : text;
}

}  // namespace

QString majorTickText(TickStep step, Instant at, const QLocale& locale) {
  const CivilDate date = dateOf(at);
  switch (step.unit) {
    case TickUnit::Year:
      if (step.count == 10 && date.year > 0) return AxisWords::tr("%1s", "a decade, as 2020s").arg(date.year);
      return yearText(step, date.year, locale);
    case TickUnit::Month:
      return AxisWords::tr("%1 %2", "month and year, as June 2025")
          .arg(locale.standaloneMonthName(date.month), yearInWords(date.year, locale));
    case TickUnit::Day:
      return AxisWords::tr("%1 %2 %3", "day, month and year, as 24 June 2025")
          .arg(date.day)
          .arg(locale.standaloneMonthName(date.month), yearInWords(date.year, locale));
    case TickUnit::Hour:
    case TickUnit::Minute:
    case TickUnit::Second:
      return clockText(step.unit, at);
  }
  return {};
}

QString minorTickText(TickStep step, TickStep majorStep, Instant at, AxisNames names, const QLocale& locale) {
  const CivilDate date = dateOf(at);
  if (const QString number = numberText(step, date, names); !number.isEmpty()) return number;
  switch (step.unit) {
    case TickUnit::Year:
      return yearText(step, date.year, locale);
    case TickUnit::Month: {
      const QString month = locale.standaloneMonthName(date.month, QLocale::ShortFormat);
      if (majorStep.unit == TickUnit::Year && majorStep.count == 1) return month;
      return AxisWords::tr("%1 %2", "short month and year, as Jun 2025")
          .arg(month, yearInWords(date.year, locale));
    }
    case TickUnit::Day:
      return AxisWords::tr("%1 %2", "short day of the week and day, as Tue 24")
          .arg(locale.standaloneDayName(weekday(daysFromCivil(date)), QLocale::ShortFormat))
          .arg(date.day);
    case TickUnit::Hour:
    case TickUnit::Minute:
    case TickUnit::Second:
      return clockText(step.unit, at);
  }
  return {};
}

QString shortMinorTickText(TickStep step, TickStep majorStep, Instant at, AxisNames names,
                           const QLocale& locale) {
  const CivilDate date = dateOf(at);
  if (const QString number = numberText(step, date, names); !number.isEmpty()) return number;
  if (step.unit == TickUnit::Day) return QString::number(date.day);
  if (step.unit == TickUnit::Month) return locale.standaloneMonthName(date.month, QLocale::NarrowFormat);
  return minorTickText(step, majorStep, at, names, locale);
}

}  // namespace entente
