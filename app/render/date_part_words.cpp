// SPDX-License-Identifier: GPL-3.0-or-later
// Says what is known of a date, and no more.
#include "app/render/date_part_words.h"

#include <QStringList>
#include <cstdlib>

#include "core/time/civil.h"
#include "core/time/edtf_days.h"
#include "core/time/julian.h"

namespace entente {

namespace {

QString twoDigits(int number) {
  return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

QString monthAndYear(const DatePart& part, const DateManner& manner) {
  return DateWords::tr("%1 %2", "month and year, as June 2025")
      .arg(monthName(part.month, manner), yearInWords(part.year, manner.locale));
}

QString dayInWords(const CivilDate& day, const DateManner& manner) {
  return DateWords::tr("%1 %2 %3", "day, month and year, as 24 June 2025")
      .arg(day.day)
      .arg(monthName(day.month, manner), yearInWords(day.year, manner.locale));
}

/// A winter lasts into the next year.
QString seasonYears(std::int64_t year, bool intoNext, const DateManner& manner) {
  if (!intoNext) return yearInWords(year, manner.locale);
  return DateWords::tr("%1 to %2", "the two years that a winter lies in")
      .arg(yearInWords(year, manner.locale), yearInWords(year + 1, manner.locale));
}

QString seasonName(int season) {
  switch (season) {
    case 21:
      return DateWords::tr("spring %1", "a season and its year");
    case 22:
      return DateWords::tr("summer %1", "a season and its year");
    case 23:
      return DateWords::tr("autumn %1", "a season and its year");
    case 24:
      return DateWords::tr("winter %1", "a season and its year");
    case 25:
      return DateWords::tr("spring %1 in the north");
    case 26:
      return DateWords::tr("summer %1 in the north");
    case 27:
      return DateWords::tr("autumn %1 in the north");
    case 28:
      return DateWords::tr("winter %1 in the north");
    case 29:
      return DateWords::tr("spring %1 in the south");
    case 30:
      return DateWords::tr("summer %1 in the south");
    case 31:
      return DateWords::tr("autumn %1 in the south");
    case 32:
      return DateWords::tr("winter %1 in the south");
    case 33:
      return DateWords::tr("the first quarter of %1");
    case 34:
      return DateWords::tr("the second quarter of %1");
    case 35:
      return DateWords::tr("the third quarter of %1");
    case 36:
      return DateWords::tr("the last quarter of %1");
    case 37:
      return DateWords::tr("the first third of %1");
    case 38:
      return DateWords::tr("the second third of %1");
    case 39:
      return DateWords::tr("the last third of %1");
    case 40:
      return DateWords::tr("the first half of %1");
    default:
      return DateWords::tr("the second half of %1");
  }
}

QString season(const DatePart& part, const DateManner& manner) {
  const auto days = daysOf(part);
  const bool intoNext = days && days->first.year != days->last.year;
  return seasonName(part.month).arg(seasonYears(part.year, intoNext, manner));
}

/// Whether the digits that are not known are the last ones of what is written, all of a month or day that is
/// written.
bool isCutOff(const DatePart& part) {
  constexpr std::uint8_t kBoth = 3;
  if (part.yearMask != 0) return !part.hasMonth && (part.yearMask & (part.yearMask + 1)) == 0;
  if (part.monthMask != 0) return part.monthMask == kBoth && (!part.hasDay || part.dayMask == kBoth);
  return part.dayMask == kBoth;
}

/// "the 1560s", "a year from 1500 to 1599"
QString yearsInWords(const DatePart& part, const DayRange& days, const DateManner& manner) {
  constexpr std::uint8_t kUnits = 1;
  constexpr std::uint8_t kAll = 15;
  if (part.yearMask == kUnits && !part.negativeYear)
    return DateWords::tr("the %1s", "a decade, as the 1960s").arg(yearInWords(part.year, manner.locale));
  if (part.yearMask == kAll && !part.negativeYear) return DateWords::tr("a year that is not known");
  return DateWords::tr("a year from %1 to %2")
      .arg(yearInWords(days.first.year, manner.locale), yearInWords(days.last.year, manner.locale));
}

QString unspecified(const DatePart& part, const DateManner& manner) {
  const DayRange days = *daysOf(part);
  if (!isCutOff(part)) {
    return DateWords::tr("a day from %1 to %2")
        .arg(dayInWords(days.first, manner), dayInWords(days.last, manner));
  }
  if (part.yearMask != 0) return yearsInWords(part, days, manner);
  const QString year = yearInWords(part.year, manner.locale);
  if (part.monthMask != 0)
    return part.hasDay ? DateWords::tr("a day in %1").arg(year) : DateWords::tr("a month in %1").arg(year);
  return DateWords::tr("a day in %1").arg(monthAndYear(part, manner));
}

/// "year", "year and month", "day": the components that have it.
QString componentsWith(const DatePart& part, bool Qualifier::*what) {
  QStringList names;
  if (part.yearQualifier.*what) names << DateWords::tr("year", "a component of a date");
  if (part.monthQualifier.*what)
    names << (part.hasSeason() ? DateWords::tr("part of the year", "a component of a date")
                               : DateWords::tr("month", "a component of a date"));
  if (part.dayQualifier.*what) names << DateWords::tr("day", "a component of a date");
  if (names.size() < 2) return names.join(QString());
  return DateWords::tr("%1 and %2", "two components of a date").arg(names.at(0), names.at(1));
}

QString partlyQualified(QString text, const DatePart& part) {
  if (const QString which = componentsWith(part, &Qualifier::uncertain); !which.isEmpty())
    text = DateWords::tr("%1, %2 uncertain", "date, components").arg(text, which);
  if (const QString which = componentsWith(part, &Qualifier::approximate); !which.isEmpty())
    text = DateWords::tr("%1, %2 approximate", "date, components").arg(text, which);
  return text;
}

}  // namespace

QString monthName(int month, const DateManner& manner) {
  return manner.locale.standaloneMonthName(month);
}

QString dayAndMonth(const DatePart& part, const DateManner& manner) {
  return DateWords::tr("%1 %2", "day and month, as 24 June").arg(part.day).arg(monthName(part.month, manner));
}

QString dayMonthAndYear(const DatePart& part, const DateManner& manner) {
  const QString date = dayInWords({part.year, part.month, part.day}, manner);
  if (!manner.weekday) return date;
  const int dayOfWeek = weekday(daysFromCivil({part.year, part.month, part.day}));
  return DateWords::tr("%1 %2", "day of the week and date, as Tuesday 24 June 2025")
      .arg(manner.locale.standaloneDayName(dayOfWeek), date);
}

QString clockInWords(const DatePart& part) {
  // An hour without minutes is a stretch of time and is said as one.
  if (part.precision == DatePrecision::Hour) {
    return DateWords::tr("between %1:00 and %2:00", "two hours of a day")
        .arg(twoDigits(part.hour), twoDigits(part.hour + 1));
  }
  QString text = twoDigits(part.hour) + QLatin1Char(':') + twoDigits(part.minute);
  // EDTF wants seconds: a source that gives minutes alone is written with 00.
  if (part.precision == DatePrecision::Second && part.second != 0)
    text += QLatin1Char(':') + twoDigits(part.second);
  return text;
}

QString zoneInWords(const DatePart& part) {
  if (part.offsetMinutes == 0) return QStringLiteral("(UTC)");
  const int minutes = std::abs(part.offsetMinutes);
  QString text = QStringLiteral("(UTC") + QLatin1Char(part.offsetMinutes < 0 ? '-' : '+') +
                 QString::number(minutes / 60);
  if (minutes % 60 != 0) text += QLatin1Char(':') + twoDigits(minutes % 60);
  return text + QLatin1Char(')');
}

QString withTime(const QString& day, const QString& clock, const DatePart& part) {
  if (!part.hasOffset) return DateWords::tr("%1, %2, zone unknown", "date, time").arg(day, clock);
  return DateWords::tr("%1, %2 %3", "date, time, zone").arg(day, clock, zoneInWords(part));
}

QString bareInWords(const DatePart& part, const DateManner& manner) {
  if (part.significantDigits > 0) {
    const DayRange days = *daysOf(part);
    return DateWords::tr("%1, estimated (between %2 and %3)", "years")
        .arg(yearInWords(part.year, manner.locale), yearInWords(days.first.year, manner.locale),
             yearInWords(days.last.year, manner.locale));
  }
  if (part.hasUnspecified() && !part.hasSeason()) return unspecified(part, manner);
  if (part.hasTime) return withTime(dayMonthAndYear(part, manner), clockInWords(part), part);
  if (part.hasDay) return dayMonthAndYear(part, manner);
  if (part.hasSeason()) {
    if (part.yearMask == 0) return season(part, manner);
    return seasonName(part.month).arg(yearsInWords(part, *daysOf(part), manner));
  }
  return part.hasMonth ? monthAndYear(part, manner) : yearInWords(part.year, manner.locale);
}

QString oldStyleInWords(const DatePart& part, const DateManner& manner) {
  constexpr CivilDate kLastReform{1923, 3, 1};
  const CivilDate day{part.year, part.month, part.day};
  if (!part.hasDay || part.hasUnspecified() || day >= kLastReform) return {};
  const CivilDate julian = julianFromCivil(day);
  if (julian.year != day.year) return dayInWords(julian, manner);
  return DateWords::tr("%1 %2", "day and month, as 24 June")
      .arg(julian.day)
      .arg(monthName(julian.month, manner));
}

QString qualifiedInWords(const QString& text, const DatePart& part) {
  const Qualifier all = part.yearQualifier;
  if (!part.isQualifiedAsWhole()) return partlyQualified(text, part);
  if (all.approximate && all.uncertain) return DateWords::tr("about %1, uncertain").arg(text);
  if (all.approximate) return DateWords::tr("about %1").arg(text);
  if (all.uncertain) return DateWords::tr("%1, uncertain").arg(text);
  return text;
}

QString singleInWords(const DatePart& part, const DateManner& manner) {
  QString text = bareInWords(part, manner);
  const bool approximate = part.isQualifiedAsWhole() && part.yearQualifier.approximate;
  const bool stretch = part.hasSeason() || (part.hasMonth && !part.hasDay && !part.hasUnspecified()) ||
                       (part.hasUnspecified() && isCutOff(part) && part.yearMask == 1 && !part.negativeYear);
  if (stretch && !approximate && !manner.brief) text = DateWords::tr("some time in %1").arg(text);
  if (part.hasDay && !part.hasTime && !part.hasUnspecified() && manner.hour == HourWords::SayIfUnknown)
    text = DateWords::tr("%1, hour unknown").arg(text);
  return qualifiedInWords(text, part);
}

}  // namespace entente
