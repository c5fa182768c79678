// SPDX-License-Identifier: GPL-3.0-or-later
// Puts fuzzy dates into whole phrases that can be translated.
#include "app/render/date_words.h"

#include <QCoreApplication>
#include <cstdlib>

#include "core/time/civil.h"

namespace entente {
namespace {

struct DateWords {
  Q_DECLARE_TR_FUNCTIONS(DateWords)
};

/// How one date is said within a phrase.
struct Manner {
  bool weekday = false;
  HourWords hour = HourWords::AsGiven;
  const QLocale& locale;
};

QString twoDigits(int number) {
  return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

QString monthName(int month, const Manner& manner) {
  return manner.locale.standaloneMonthName(month);
}

QString monthAndYear(const DatePart& part, const Manner& manner) {
  return DateWords::tr("%1 %2", "month and year, as June 2025")
      .arg(monthName(part.month, manner), yearInWords(part.year, manner.locale));
}

QString dayAndMonth(const DatePart& part, const Manner& manner) {
  return DateWords::tr("%1 %2", "day and month, as 24 June").arg(part.day).arg(monthName(part.month, manner));
}

QString dayMonthAndYear(const DatePart& part, const Manner& manner) {
  const QString date = DateWords::tr("%1 %2 %3", "day, month and year, as 24 June 2025")
                           .arg(part.day)
                           .arg(monthName(part.month, manner), yearInWords(part.year, manner.locale));
  if (!manner.weekday) return date;
  const int dayOfWeek = weekday(daysFromCivil({part.year, part.month, part.day}));
  return DateWords::tr("%1 %2", "day of the week and date, as Tuesday 24 June 2025")
      .arg(manner.locale.standaloneDayName(dayOfWeek), date);
}

/// "15:48"; an hour without minutes is a stretch of time and is said as one.
QString clock(const DatePart& part) {
  if (part.precision == DatePrecision::Hour) {
    return DateWords::tr("between %1:00 and %2:00", "two hours of a day")
        .arg(twoDigits(part.hour), twoDigits(part.hour + 1));
  }
  QString text = twoDigits(part.hour) + QLatin1Char(':') + twoDigits(part.minute);
  if (part.precision == DatePrecision::Second) text += QLatin1Char(':') + twoDigits(part.second);
  return text;
}

/// "(UTC+1)", "(UTC)"; not for a time whose zone is unknown.
QString zone(const DatePart& part) {
  if (part.offsetMinutes == 0) return QStringLiteral("(UTC)");
  const int minutes = std::abs(part.offsetMinutes);
  QString text = QStringLiteral("(UTC") + QLatin1Char(part.offsetMinutes < 0 ? '-' : '+') +
                 QString::number(minutes / 60);
  if (minutes % 60 != 0) text += QLatin1Char(':') + twoDigits(minutes % 60);
  return text + QLatin1Char(')');
}

QString withTime(const QString& day, const DatePart& part) {
  if (!part.hasOffset) return DateWords::tr("%1, %2, zone unknown", "date, time").arg(day, clock(part));
  return DateWords::tr("%1, %2 %3", "date, time, zone").arg(day, clock(part), zone(part));
}

/// Without its qualifiers.
QString bare(const DatePart& part, const Manner& manner) {
  switch (part.precision) {
    case DatePrecision::Year:
      return yearInWords(part.year, manner.locale);
    case DatePrecision::Month:
      return monthAndYear(part, manner);
    case DatePrecision::Day:
      return dayMonthAndYear(part, manner);
    case DatePrecision::Hour:
    case DatePrecision::Minute:
    case DatePrecision::Second:
      return withTime(dayMonthAndYear(part, manner), part);
  }
  return {};
}

QString qualified(const QString& text, const DatePart& part) {
  if (part.approximate && part.uncertain) return DateWords::tr("about %1, uncertain").arg(text);
  if (part.approximate) return DateWords::tr("about %1").arg(text);
  if (part.uncertain) return DateWords::tr("%1, uncertain").arg(text);
  return text;
}

QString single(const DatePart& part, const Manner& manner) {
  QString text = bare(part, manner);
  if (part.precision == DatePrecision::Month && !part.approximate)
    text = DateWords::tr("some time in %1").arg(text);
  if (part.precision == DatePrecision::Day && manner.hour == HourWords::SayIfUnknown)
    text = DateWords::tr("%1, hour unknown").arg(text);
  return qualified(text, part);
}

bool sameDay(const DatePart& a, const DatePart& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

bool isQualified(const DatePart& part) {
  return part.approximate || part.uncertain;
}

bool bothHave(DatePrecision precision, const DatePart& a, const DatePart& b) {
  return a.precision == precision && b.precision == precision;
}

/// Two hours of one day in one zone: "18 January 2026, 15:48 to 16:10 (UTC+1)". Nothing if they are not.
QString hoursOfOneDay(const DatePart& a, const DatePart& b, const Manner& manner) {
  if (!a.hasTime || !b.hasTime || !sameDay(a, b) || a.hasOffset != b.hasOffset ||
      a.offsetMinutes != b.offsetMinutes || a.precision == DatePrecision::Hour ||
      b.precision == DatePrecision::Hour)
    return {};
  const QString hours = DateWords::tr("%1 to %2", "two times of a day").arg(clock(a), clock(b));
  const QString day = dayMonthAndYear(a, manner);
  if (!a.hasOffset) return DateWords::tr("%1, %2, zone unknown", "date, time").arg(day, hours);
  return DateWords::tr("%1, %2 %3", "date, time, zone").arg(day, hours, zone(a));
}

/// Says what two dates have in common once.
QString betweenKnown(const DatePart& a, const DatePart& b, const Manner& manner) {
  if (isQualified(a) || isQualified(b)) {
    const QString first = qualified(bare(a, manner), a);
    const QString last = qualified(bare(b, manner), b);
    // A comma before "to" closes what "uncertain" opened.
    return a.uncertain ? DateWords::tr("from %1, to %2", "the first date ends in: uncertain").arg(first, last)
                       : DateWords::tr("from %1 to %2").arg(first, last);
  }
  if (const QString hours = hoursOfOneDay(a, b, manner); !hours.isEmpty()) return hours;
  if (bothHave(DatePrecision::Day, a, b) && a.year == b.year) {
    if (sameDay(a, b)) return bare(a, manner);
    const QString first = a.month == b.month ? QString::number(a.day) : dayAndMonth(a, manner);
    return DateWords::tr("%1 to %2", "two dates").arg(first, bare(b, manner));
  }
  if (bothHave(DatePrecision::Month, a, b) && a.year == b.year) {
    if (a.month == b.month) return single(a, manner);
    return DateWords::tr("%1 to %2", "two dates").arg(monthName(a.month, manner), bare(b, manner));
  }
  if (bothHave(DatePrecision::Year, a, b) && a.year == b.year) return bare(a, manner);
  if (a.hasTime || b.hasTime) return DateWords::tr("from %1 to %2").arg(bare(a, manner), bare(b, manner));
  return DateWords::tr("%1 to %2", "two dates").arg(bare(a, manner), bare(b, manner));
}

QString fromKnown(const FuzzyDate& date, const Manner& manner) {
  const QString begin = qualified(bare(date.begin(), manner), date.begin());
  if (date.endKind() == EndKind::Open) {
    return date.begin().uncertain
               ? DateWords::tr("from %1, until now", "the date ends in: uncertain").arg(begin)
               : DateWords::tr("from %1 until now").arg(begin);
  }
  return DateWords::tr("from %1, end unknown").arg(begin);
}

QString untilKnown(const FuzzyDate& date, const Manner& manner) {
  const QString end = qualified(bare(date.end(), manner), date.end());
  return date.beginKind() == EndKind::Open ? DateWords::tr("until %1").arg(end)
                                           : DateWords::tr("until %1, begin unknown").arg(end);
}

QString neitherKnown(const FuzzyDate& date) {
  if (date.beginKind() == EndKind::Unknown) return DateWords::tr("until now, begin unknown");
  return date.endKind() == EndKind::Unknown ? DateWords::tr("at all times until an unknown end")
                                            : DateWords::tr("at all times");
}

QString inWords(const FuzzyDate& date, const Manner& manner) {
  if (!date.isInterval()) return single(date.begin(), manner);
  // The names of week days would make an interval long and say nothing.
  const Manner plain{false, HourWords::AsGiven, manner.locale};
  const bool begins = date.beginKind() == EndKind::Known;
  const bool ends = date.endKind() == EndKind::Known;
  if (begins && ends) return betweenKnown(date.begin(), date.end(), plain);
  if (begins) return fromKnown(date, plain);
  if (ends) return untilKnown(date, plain);
  return neitherKnown(date);
}

}  // namespace

QLocale wordsLocale() {
  return QLocale(DateWords::tr("en", "the code of the language that you translate to, as QLocale knows it"));
}

QString dateInWords(const FuzzyDate& date, HourWords hour, const QLocale& locale) {
  return inWords(date, Manner{false, hour, locale});
}

QString weekdayAndDate(const FuzzyDate& date, HourWords hour, const QLocale& locale) {
  return inWords(date, Manner{true, hour, locale});
}

QString yearInWords(std::int64_t year, const QLocale& locale) {
  constexpr std::int64_t kFirstLongYear = 10'000;
  const std::int64_t shown = year > 0 ? year : 1 - year;
  const QString number = shown < kFirstLongYear ? QString::number(shown) : locale.toString(qlonglong{shown});
  return year > 0 ? number : DateWords::tr("%1 BCE", "a year before the common era").arg(number);
}

}  // namespace entente
