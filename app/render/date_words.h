// SPDX-License-Identifier: GPL-3.0-or-later
// Date words: a fuzzy date as a person would say it, with neither more nor less precision than it has.
#pragma once

#include <QLocale>
#include <QString>
#include <cstdint>

#include "core/time/fuzzy_date.h"

namespace entente {

/// The locale of the language that the program's words are in (English as long as no translation is
/// installed), so that month names and words agree whatever the system's locale is.
[[nodiscard]] QLocale wordsLocale();

/// What is said where a single day is known but no hour.
enum class HourWords : std::uint8_t {
  AsGiven,      ///< nothing
  SayIfUnknown  ///< "24 June 2025, hour unknown": for messages, whose hour matters
};

/// "24 June 2025", "18 January 2026, 15:48 (UTC+1)", "29 July 1914, 01:00, zone unknown", "some time in June
/// 2018", "2018", "about 2020", "19 January 2026, uncertain", "24 to 25 June 2025", "from 1 October 2024
/// until now", "from 1 October 2024, end unknown", "until 12 May 2022", "from 2013, uncertain, to May 2022",
/// "2017 to 2019".
[[nodiscard]] QString dateInWords(const FuzzyDate& date, HourWords hour = HourWords::AsGiven,
                                  const QLocale& locale = wordsLocale());

/// For captions: as dateInWords, but "June 2018" for "some time in June 2018".
[[nodiscard]] QString dateInShort(const FuzzyDate& date, const QLocale& locale = wordsLocale());

/// The same with the day of the week before a single day, and behind it what the Julian calendar called it
/// while a state still went by that: "Tuesday 24 June 2025", "Wednesday 29 July 1914 (16 July Old Style)".
/// All else as dateInWords.
[[nodiscard]] QString weekdayAndDate(const FuzzyDate& date, HourWords hour = HourWords::AsGiven,
                                     const QLocale& locale = wordsLocale());

/// "2025", "44 BCE", "12,000" (from five digits on with separators). Year 0 is 1 BCE.
[[nodiscard]] QString yearInWords(std::int64_t year, const QLocale& locale = wordsLocale());

}  // namespace entente
