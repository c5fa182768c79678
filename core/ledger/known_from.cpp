// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by which things become known.
#include "core/ledger/known_from.h"

#include <algorithm>

namespace entente {

Certainty knownBefore(const KnownFrom& known, Instant until) {
  if (known.latest < until) return Certainty::Certain;
  return known.earliest < until ? Certainty::Possible : Certainty::Impossible;
}

KnownFrom fromBegin(const std::optional<FuzzyDate>& date) {
  if (!date || date->beginKind() != EndKind::Known) return {};
  return {date->bounds().earliestBegin, date->bounds().latestBegin};
}

KnownFrom ownOr(const std::optional<FuzzyDate>& knownFrom, const KnownFrom& otherwise) {
  return knownFrom ? fromBegin(knownFrom) : otherwise;
}

KnownFrom earlierOf(const KnownFrom& a, const KnownFrom& b) {
  return {std::min(a.earliest, b.earliest), std::min(a.latest, b.latest)};
}

KnownFrom laterOf(const KnownFrom& a, const KnownFrom& b) {
  return {std::max(a.earliest, b.earliest), std::max(a.latest, b.latest)};
}

KnownFrom knownFrom(const Source& source) {
  return ownOr(source.knownFrom, fromBegin(source.published));
}

KnownFrom knownFrom(const Claim& claim, const Source* source) {
  return ownOr(claim.knownFrom, source ? knownFrom(*source) : KnownFrom{});
}

KnownFrom messageKnownFrom(const std::optional<FuzzyDate>& own, std::span<const Stage> stages,
                           const KnownFrom& otherwise) {
  if (own) return fromBegin(own);
  std::optional<KnownFrom> first;
  for (const Stage& stage : stages) {
    if (stage.stage != StageKind::Published && stage.stage != StageKind::Reported) continue;
    if (!stage.when && !stage.knownFrom) continue;
    const KnownFrom known = ownOr(stage.knownFrom, fromBegin(stage.when));
    first = first ? earlierOf(*first, known) : known;
  }
  return first.value_or(otherwise);
}

KnownFrom knownFrom(const Stage& stage, const KnownFrom& message) {
  return ownOr(stage.knownFrom, stage.when ? laterOf(message, fromBegin(stage.when)) : message);
}

}  // namespace entente
