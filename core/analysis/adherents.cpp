// SPDX-License-Identifier: GPL-3.0-or-later
// Compares each accession with the end of the pledge's day, once read as early and once as late as can be.
#include "core/analysis/adherents.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/time/civil.h"

namespace entente {

namespace {

/// When the (UTC) day is over in which this instant lies.
Instant endOfDay(Instant at) {
  return plusSeconds(startOfDay(dateOf(at)), kSecondsPerDay);
}

/// Whether the accession had happened when the day was over.
Certainty hadAcceded(const Accession& accession, const FuzzyDate& day) {
  if (!accession.date) return Certainty::Possible;
  const DateBounds& acceded = accession.date->bounds();
  const Instant lastMoment = plusSeconds(day.bounds().latestEnd, -1);
  if (acceded.earliestBegin >= endOfDay(lastMoment)) return Certainty::Impossible;
  // An interval that ends says that the state left again, or that the day is somewhere in it.
  const bool ends = accession.date->isInterval() && accession.date->endKind() != EndKind::Open;
  const bool always = acceded.latestBegin < endOfDay(day.bounds().earliestBegin) && !ends;
  return always ? Certainty::Certain : Certainty::Possible;
}

/// Keeps each actor once: the surer entry, then the one that is named itself, then by organisation.
class BoundActors {
 public:
  void add(const BoundActor& bound) {
    const auto [place, isNew] = m_byActor.try_emplace(bound.actor, bound);
    BoundActor& kept = place->second;
    if (isNew || kept.certainty > bound.certainty) return;
    if (kept.certainty < bound.certainty || bound.through < kept.through) kept = bound;
  }

  [[nodiscard]] std::vector<BoundActor> sorted() const {
    std::vector<BoundActor> all;
    for (const auto& [uid, bound] : m_byActor)
      all.push_back(bound);
    return all;
  }

 private:
  std::map<ActorUid, BoundActor> m_byActor;
};

}  // namespace

std::vector<BoundActor> adherentsOf(const Pledge& pledge, const std::vector<Accession>& accessions) {
  BoundActors bound;
  for (const Adherent& adherent : pledge.adherents) {
    const auto isOfIt = [&](const Accession& accession) { return accession.organisation == adherent.actor; };
    if (!adherent.membersOn || std::ranges::none_of(accessions, isOfIt)) {
      bound.add({adherent.actor, {}, Certainty::Certain});
      continue;
    }
    for (const Accession& accession : accessions) {
      if (!isOfIt(accession)) continue;
      const Certainty certainty = hadAcceded(accession, *adherent.membersOn);
      if (certainty != Certainty::Impossible) bound.add({accession.state, adherent.actor, certainty});
    }
  }
  return bound.sorted();
}

}  // namespace entente
