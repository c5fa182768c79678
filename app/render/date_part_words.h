// SPDX-License-Identifier: GPL-3.0-or-later
// The words for one date of an EDTF expression; date_words.h puts them into sentences.
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include "app/render/date_words.h"
#include "core/time/edtf.h"

namespace entente {

struct DateWords {
  Q_DECLARE_TR_FUNCTIONS(DateWords)
};

/// How one date is said within a phrase.
struct DateManner {
  bool weekday = false;
  HourWords hour = HourWords::AsGiven;
  const QLocale& locale;
  bool brief = false;  ///< "June 2024" for "some time in June 2024"
};

[[nodiscard]] QString monthName(int month, const DateManner& manner);
/// "24 June"
[[nodiscard]] QString dayAndMonth(const DatePart& part, const DateManner& manner);
/// "24 June 2025", "Tuesday 24 June 2025"
[[nodiscard]] QString dayMonthAndYear(const DatePart& part, const DateManner& manner);
/// "15:48", "between 15:00 and 16:00"
[[nodiscard]] QString clockInWords(const DatePart& part);
/// "(UTC+1)", "(UTC)"; not for a time whose zone is unknown.
[[nodiscard]] QString zoneInWords(const DatePart& part);
/// "24 June 2025, 15:48 (UTC+1)" of a day in words and its time.
[[nodiscard]] QString withTime(const QString& day, const QString& clock, const DatePart& part);

/// Without its qualifiers, as it stands in "from ... to ...": "June 2025", "the 1960s", "spring 2024".
[[nodiscard]] QString bareInWords(const DatePart& part, const DateManner& manner);
/// The same day in the Julian calendar, without the year where that is the same: "16 July"; empty for what is
/// no day, and from 1 March 1923 on, when Greece was the last state to leave that calendar.
[[nodiscard]] QString oldStyleInWords(const DatePart& part, const DateManner& manner);
/// bareInWords with what is doubtful of it: "about June 2025", "1984, uncertain", "11 June 2004, day
/// uncertain".
[[nodiscard]] QString qualifiedInWords(const QString& text, const DatePart& part);
/// As a sentence of its own: "some time in June 2025", "about June 2025", "24 June 2025, hour unknown".
[[nodiscard]] QString singleInWords(const DatePart& part, const DateManner& manner);

}  // namespace entente
