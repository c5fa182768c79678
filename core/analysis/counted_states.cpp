// SPDX-License-Identifier: GPL-3.0-or-later
// Compares accessions with the ends of years.
#include "core/analysis/counted_states.h"

#include <algorithm>

#include "core/time/civil.h"

namespace entente {

CountedStates::CountedStates(const PledgeQuestion& question, const AnalysisData& data)
    : m_data(data), m_only(question.states) {
  for (const Adherent& adherent : question.pledge.adherents) {
    if (data.isState(adherent.actor)) m_stays[adherent.actor.value].push_back({true, {}, false});
    for (const Accession& accession : data.accessions) {
      if (accession.organisation != adherent.actor || !data.isState(accession.state)) continue;
      Stay stay;
      if (accession.date) {
        stay.bounds = accession.date->bounds();
        stay.ends = accession.date->isInterval() && accession.date->endKind() != EndKind::Open;
      }
      m_stays[accession.state.value].push_back(stay);
    }
  }
  m_everybody = m_stays.empty();
  std::ranges::sort(m_only);
}

CountedStates::Years CountedStates::of(const ActorUid& state) const {
  Years years;
  if (!m_only.empty() && !std::ranges::binary_search(m_only, state)) return years;
  if (m_everybody) {
    if (m_data.isState(state)) years.m_always = Certainty::Certain;
    return years;
  }
  const auto found = m_stays.find(state.value);
  if (found != m_stays.end()) years.m_stays = &found->second;
  return years;
}

Certainty CountedStates::Years::in(int year) const {
  if (!m_stays) return m_always;
  const Instant yearEnd = startOfYear(std::int64_t{year} + 1);
  Certainty surest = Certainty::Impossible;
  for (const Stay& stay : *m_stays) {
    if (stay.always) return Certainty::Certain;
    if (!stay.bounds) {
      surest = std::max(surest, Certainty::Possible);
      continue;
    }
    if (stay.bounds->earliestBegin >= yearEnd) continue;
    if (stay.ends && stay.bounds->latestEnd < yearEnd) continue;
    const bool certain =
        stay.bounds->latestBegin < yearEnd && (!stay.ends || stay.bounds->earliestEnd >= yearEnd);
    surest = std::max(surest, certain ? Certainty::Certain : Certainty::Possible);
  }
  return surest;
}

std::vector<ActorUid> CountedStates::in(int year) const {
  std::vector<ActorUid> states;
  if (m_everybody) {
    for (const auto& [uid, actor] : m_data.actors) {
      if (in(actor.uid, year) == Certainty::Certain) states.push_back(actor.uid);
    }
  }
  for (const auto& [uid, stays] : m_stays) {
    if (in(ActorUid(uid), year) == Certainty::Certain) states.emplace_back(uid);
  }
  std::ranges::sort(states);
  return states;
}

std::vector<ActorUid> statesOf(StateGroup group, const AnalysisData& data) {
  static constexpr std::array<std::string_view, 9> kBucharestNine{"BGR", "CZE", "EST", "HUN", "LVA",
                                                                  "LTU", "POL", "ROU", "SVK"};
  std::vector<ActorUid> states;
  if (group == StateGroup::Members) return states;
  for (const auto& [uid, actor] : data.actors) {
    if (actor.kind != ActorKind::State) continue;
    const std::string code = actor.country.toStdString();
    const bool is = group == StateGroup::EuropeAndCanada
                        ? code != "USA"
                        : std::ranges::find(kBucharestNine, code) != kBucharestNine.end();
    if (is) states.push_back(actor.uid);
  }
  std::ranges::sort(states);
  return states;
}

}  // namespace entente
