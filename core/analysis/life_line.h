// SPDX-License-Identifier: GPL-3.0-or-later
// LifeLine: the stages of a message put in order, one cell a day or known span, with the delays between them.
#pragma once

#include <optional>
#include <vector>

#include "core/model/records.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// How long after one date another one is, under every reading of both: whole seconds, both ends inclusive.
/// Negative where it may be before.
struct Delay {
  std::int64_t leastSeconds = 0;
  std::int64_t mostSeconds = 0;
  /// Both dates lie in one and the same UTC day for certain.
  bool sameDay = false;
  /// Both are known to the day or better and lie this many calendar days apart (0 if sameDay); not set if a
  /// month or year is all that is known of one, or a zone makes the day doubtful.
  std::optional<std::int64_t> days;
  bool uncertain = false;  ///< a qualifier ? or ~ stands on one of them

  bool operator==(const Delay&) const = default;
};

/// Of the begins of two dates. Nothing if one has no known begin.
[[nodiscard]] std::optional<Delay> delayBetween(const FuzzyDate& from, const FuzzyDate& to);

struct LifeLineStop {
  Stage stage;
  std::optional<Delay> sinceFirst;  ///< since the first stop that has a date; not set at that one
};

/// Stops that share a date as far as it is known: same day, or same expression where it is wider than a day.
struct LifeLineCell {
  FuzzyDate when;           ///< the day or span (without the time of day)
  bool hoursKnown = false;  ///< every stop in it has a time of day
  std::vector<LifeLineStop> stops;
};

struct LifeLine {
  std::vector<LifeLineCell> cells;  ///< in the order of their earliest begins
  std::vector<Stage> undated;       ///< known to have happened, day unknown
  /// From the sent stage (else the first one) to the first published stage (else the first reported one):
  /// what a message is remembered for. Not set if either is missing or undated.
  std::optional<Delay> untilPublic;
  std::optional<StageKind> publicBy;  ///< Published or Reported
};

/// Stages in any order; those of one date stand in the order in which they can happen (StageKind), then by
/// time of day where known.
[[nodiscard]] LifeLine lifeLineOf(const std::vector<Stage>& stages);

}  // namespace entente
