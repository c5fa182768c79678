// SPDX-License-Identifier: GPL-3.0-or-later
// Shown value: what a field of a record shows, given what the record says itself and what is claimed.
#pragma once

#include <optional>

#include "core/ledger/resolution.h"

namespace entente {

/// The record's own words are one way of saying one of the claimed values: the one with the same date; else
/// the one that is shown when nothing is pinned, if the two dates are the same, or one lies within the other
/// (the record may give both days of a summit where a source names the first), or that value has no date at
/// all. Nothing if the record contradicts it.
[[nodiscard]] std::optional<std::size_t> valueOfRecord(const std::optional<FuzzyDate>& recorded,
                                                       const Resolution& resolution);

/// The date that a field shows: the record's own where it is the shown value's, else the date of the
/// strongest claim for that value. The record's own also where the shown value has no date, or no value is
/// shown.
[[nodiscard]] std::optional<FuzzyDate> shownDate(const std::optional<FuzzyDate>& recorded,
                                                 const Resolution& resolution);

/// Likewise of a number: the claimed one where the shown value has one that is not the record's.
[[nodiscard]] Decimal shownNumber(const Decimal& recorded, const Resolution& resolution);

/// Likewise of a word of a closed list: the claimed one where a claim for the shown value is such a word,
/// letter for letter.
template <class Enum>
[[nodiscard]] Enum shownWord(Enum recorded, const Resolution& resolution) {
  if (!resolution.shown()) return recorded;
  for (const Claim* claim : resolution.shown()->claims) {
    if (const auto word = fromWord<Enum>(claim->value.toStdString())) return *word;
  }
  return recorded;
}

/// The date of the strongest claim for a value that has one.
[[nodiscard]] std::optional<FuzzyDate> dateOf(const ClaimedValue& value);

}  // namespace entente
