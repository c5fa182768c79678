// SPDX-License-Identifier: GPL-3.0-or-later
// Known from: since when a record, a stage or a claim has been known.
#pragma once

#include <optional>
#include <span>

#include "core/model/records.h"
#include "core/time/date_relations.h"

namespace entente {

/// The first and the last second at which it can have become known, both inclusive. What has no date has
/// always been known.
struct KnownFrom {
  Instant earliest = kBeginningOfTime;
  Instant latest = kBeginningOfTime;

  bool operator==(const KnownFrom&) const = default;
};

/// Whether it was known before an instant: certainly, possibly (its day is not known exactly), or not.
/// Possible counts as known, and is marked.
[[nodiscard]] Certainty knownBefore(const KnownFrom& known, Instant until);

/// When what is dated begins; always, if there is no date or its begin is open or unknown.
[[nodiscard]] KnownFrom fromBegin(const std::optional<FuzzyDate>& date);
/// The record's own known_from; where it has none, `otherwise`.
[[nodiscard]] KnownFrom ownOr(const std::optional<FuzzyDate>& knownFrom, const KnownFrom& otherwise);

/// The earlier of two, the later of two: by both ends.
[[nodiscard]] KnownFrom earlierOf(const KnownFrom& a, const KnownFrom& b);
[[nodiscard]] KnownFrom laterOf(const KnownFrom& a, const KnownFrom& b);

/// From its publication. Figures are known from that of their edition.
[[nodiscard]] KnownFrom knownFrom(const Source& source);
/// From its source; `source` may be null.
[[nodiscard]] KnownFrom knownFrom(const Claim& claim, const Source* source);

/// A message: from the first stage in which it was published or reported; where there is none, `otherwise`.
[[nodiscard]] KnownFrom messageKnownFrom(const std::optional<FuzzyDate>& knownFrom,
                                         std::span<const Stage> stages, const KnownFrom& otherwise);
/// A stage: with its message, but never before it happened.
[[nodiscard]] KnownFrom knownFrom(const Stage& stage, const KnownFrom& message);

}  // namespace entente
