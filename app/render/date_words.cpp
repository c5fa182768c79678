// SPDX-License-Identifier: GPL-3.0-or-later
// Puts fuzzy dates into whole phrases that can be translated.
#include "app/render/date_words.h"

#include <QStringList>

#include "app/render/date_part_words.h"

namespace entente {
namespace {

bool sameDay(const DatePart& a, const DatePart& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

bool isQualified(const DatePart& part) {
  return part.qualifier().any();
}

/// Both written to that precision and whole.
bool bothHave(DatePrecision precision, const DatePart& a, const DatePart& b) {
  return a.precision == precision && b.precision == precision && !a.hasUnspecified() && !b.hasUnspecified();
}

/// Two hours of one day in one zone: "18 January 2026, 15:48 to 16:10 (UTC+1)". Nothing if they are not.
QString hoursOfOneDay(const DatePart& a, const DatePart& b, const DateManner& manner) {
  if (!a.hasTime || !b.hasTime || !sameDay(a, b) || a.hasOffset != b.hasOffset ||
      a.offsetMinutes != b.offsetMinutes || a.precision == DatePrecision::Hour ||
      b.precision == DatePrecision::Hour)
    return {};
  const QString hours = DateWords::tr("%1 to %2", "two times of a day").arg(clockInWords(a), clockInWords(b));
  return withTime(dayMonthAndYear(a, manner), hours, a);
}

/// Says what two dates have in common once.
QString betweenKnown(const DatePart& a, const DatePart& b, const DateManner& manner) {
  if (isQualified(a) || isQualified(b)) {
    const QString first = qualifiedInWords(bareInWords(a, manner), a);
    const QString last = qualifiedInWords(bareInWords(b, manner), b);
    // A comma before "to" closes what "uncertain" opened.
    return a.qualifier().uncertain
               ? DateWords::tr("from %1, to %2", "the first date ends in: uncertain").arg(first, last)
               : DateWords::tr("from %1 to %2").arg(first, last);
  }
  if (const QString hours = hoursOfOneDay(a, b, manner); !hours.isEmpty()) return hours;
  if (bothHave(DatePrecision::Day, a, b) && a.year == b.year) {
    if (sameDay(a, b)) return bareInWords(a, manner);
    const QString first = a.month == b.month ? QString::number(a.day) : dayAndMonth(a, manner);
    return DateWords::tr("%1 to %2", "two dates").arg(first, bareInWords(b, manner));
  }
  if (bothHave(DatePrecision::Month, a, b) && a.year == b.year) {
    if (a.month == b.month) return singleInWords(a, manner);
    return DateWords::tr("%1 to %2", "two dates").arg(monthName(a.month, manner), bareInWords(b, manner));
  }
  if (bothHave(DatePrecision::Year, a, b) && a == b) return bareInWords(a, manner);
  if (a.hasTime || b.hasTime)
    return DateWords::tr("from %1 to %2").arg(bareInWords(a, manner), bareInWords(b, manner));
  return DateWords::tr("%1 to %2", "two dates").arg(bareInWords(a, manner), bareInWords(b, manner));
}

QString fromKnown(const FuzzyDate& date, const DateManner& manner) {
  const QString begin = qualifiedInWords(bareInWords(date.begin(), manner), date.begin());
  if (date.endKind() == EndKind::Open) {
    return date.begin().qualifier().uncertain
               ? DateWords::tr("from %1, until now", "the date ends in: uncertain").arg(begin)
               : DateWords::tr("from %1 until now").arg(begin);
  }
  return DateWords::tr("from %1, end unknown").arg(begin);
}

QString untilKnown(const FuzzyDate& date, const DateManner& manner) {
  const QString end = qualifiedInWords(bareInWords(date.end(), manner), date.end());
  return date.beginKind() == EndKind::Open ? DateWords::tr("until %1").arg(end)
                                           : DateWords::tr("until %1, begin unknown").arg(end);
}

QString neitherKnown(const FuzzyDate& date) {
  if (date.beginKind() == EndKind::Unknown) return DateWords::tr("until now, begin unknown");
  return date.endKind() == EndKind::Unknown ? DateWords::tr("at all times until an unknown end")
                                            : DateWords::tr("at all times");
}

QString memberInWords(const SetMember& member, const DateManner& manner) {
  const QString first = qualifiedInWords(bareInWords(member.first, manner), member.first);
  if (member.openBegin) return DateWords::tr("%1 or before", "a date").arg(first);
  if (member.openEnd) return DateWords::tr("%1 or later", "a date").arg(first);
  if (!member.isRange) return first;
  return DateWords::tr("%1 to %2", "two dates")
      .arg(first, qualifiedInWords(bareInWords(member.last, manner), member.last));
}

QString setInWords(const EdtfExpression& set, const DateManner& manner) {
  const bool all = set.form == EdtfForm::AllOf;
  if (set.members.size() == 1) {
    const SetMember& only = set.members.front();
    const QString words = memberInWords(only, manner);
    if (only.isRange && !all)
      return DateWords::tr("some time between %1 and %2")
          .arg(qualifiedInWords(bareInWords(only.first, manner), only.first),
               qualifiedInWords(bareInWords(only.last, manner), only.last));
    if (!all) return words;
    if (only.openBegin) return DateWords::tr("%1 and before", "a date").arg(bareInWords(only.first, manner));
    return only.openEnd ? DateWords::tr("%1 and later", "a date").arg(bareInWords(only.first, manner))
                        : words;
  }
  QStringList words;
  for (const SetMember& member : set.members)
    words << memberInWords(member, manner);
  const QString last = words.takeLast();
  const QString others = words.join(DateWords::tr(", ", "between dates that are listed"));
  return all ? DateWords::tr("%1 and %2", "dates, the last date").arg(others, last)
             : DateWords::tr("%1 or %2", "dates, the last date").arg(others, last);
}

QString inWords(const FuzzyDate& date, const DateManner& manner) {
  if (date.form() == EdtfForm::Date) return singleInWords(date.begin(), manner);
  // The names of week days would make an interval long and say nothing.
  const DateManner plain{false, HourWords::AsGiven, manner.locale};
  const bool begins = date.beginKind() == EndKind::Known;
  const bool ends = date.endKind() == EndKind::Known;
  if (date.isSet()) return setInWords(date.expression(), plain);
  if (begins && ends) return betweenKnown(date.begin(), date.end(), plain);
  if (begins) return fromKnown(date, plain);
  if (ends) return untilKnown(date, plain);
  return neitherKnown(date);
}

}  // namespace

QLocale wordsLocale() {
  return QLocale(DateWords::tr("en", "the code of the language that you translate to, as QLocale knows it"));
}

QString dateInShort(const FuzzyDate& date, const QLocale& locale) {
  return inWords(date, DateManner{false, HourWords::AsGiven, locale, true});
}

QString dateInWords(const FuzzyDate& date, HourWords hour, const QLocale& locale) {
  return inWords(date, DateManner{false, hour, locale});
}

QString weekdayAndDate(const FuzzyDate& date, HourWords hour, const QLocale& locale) {
  const DateManner manner{true, hour, locale};
  const QString words = inWords(date, manner);
  const QString oldStyle = date.form() == EdtfForm::Date ? oldStyleInWords(date.begin(), manner) : QString();
  return oldStyle.isEmpty()
             ? words
             : DateWords::tr("%1 (%2 Old Style)", "a date, in the Julian calendar").arg(words, oldStyle);
}

QString yearInWords(std::int64_t year, const QLocale& locale) {
  constexpr std::int64_t kFirstLongYear = 10'000;
  const std::int64_t shown = year > 0 ? year : 1 - year;
  const QString number = shown < kFirstLongYear ? QString::number(shown) : locale.toString(qlonglong{shown});
  return year > 0 ? number : DateWords::tr("%1 BCE", "a year before the common era").arg(number);
}

}  // namespace entente
