// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people type them ("24 June 2025", "early 1960s", "since 1952"), turned into EDTF.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/time/civil.h"
#include "core/time/edtf.h"

namespace entente {

/// What comes first in "03/04/2025". `Ask`: both readings are given.
enum class DateOrder : std::uint8_t { Ask, DayFirst, MonthFirst };

/// What a reader has in mind without saying it.
struct PeopleContext {
  CivilDate today;
  DateOrder order = DateOrder::Ask;
  /// In the reader's language, UTF-8, besides the English ones: any number of rounds from January to December
  /// (long names, short ones, those that stand alone). A full stop at the end does not count.
  std::vector<std::string> monthNames;
};

struct PeopleDate {
  std::string edtf;
  /// It can be read in two ways; `edtf` has the day first and takes "1900s" as ten years.
  bool ambiguous = false;
  std::string other;  ///< the second way; empty if there is none
  /// The day as written, if that was in the Julian calendar; `edtf` is the Gregorian one.
  std::optional<CivilDate> julian;

  bool operator==(const PeopleDate&) const = default;
};

/// Longer texts are refused, unless they are EDTF.
inline constexpr std::size_t kLongestPeopleDate = 200;

/// A text that FuzzyDate reads is returned as it is, without the spaces around it. Everything else that is
/// returned is EDTF without deviation.
///
/// Understood, in English and with the month names of the context, in small or large letters:
/// - days, months and years in words or figures, in any usual order; a weekday in front of them must be the
///   right one; a time of day behind a full date;
/// - seasons, quarters and halves of years; decades and centuries; early, mid and late ones of them;
/// - "about", "perhaps", "~" and "?": about the date that they stand next to;
/// - intervals ("from 1 to 3 June 2025", "since 1952"); one of several ("between 1960 and 1962", "before
///   1949", "1949 or 1950"); all of several ("1949 and 1951");
/// - AD and BC, "66 million years ago", "3 days ago", "last month" and the like;
/// - "OS", "old style" or "(Julian)" behind a full date.
///
/// Nothing is guessed: a year that is missing or has two digits is refused. The problem's offset is in bytes
/// of `text`. Any bytes. O(length).
[[nodiscard]] tl::expected<PeopleDate, EdtfProblem> readPeopleDate(std::string_view text,
                                                                   const PeopleContext& context);

}  // namespace entente
