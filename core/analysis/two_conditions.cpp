// SPDX-License-Identifier: GPL-3.0-or-later
// Joins two metrics of one edition.
#include "core/analysis/two_conditions.h"

#include <algorithm>
#include <map>

#include "core/analysis/counted_states.h"
#include "core/analysis/spending_series.h"

namespace entente {

const Pledge* equipmentPledge(const Pledge& share, const std::vector<Pledge>& all) {
  const Pledge* newest = nullptr;
  for (const Pledge& one : all) {
    const bool shared = std::ranges::any_of(one.adherents, [&](const Adherent& adherent) {
      return std::ranges::find(share.adherents, adherent.actor, &Adherent::actor) != share.adherents.end();
    });
    if (one.measuredBy != SpendingMetric::EquipmentSharePercent || one.status != PledgeStatus::Adopted ||
        one.unit != PledgeUnit::PercentOfDefence || !shared)
      continue;
    const auto day = [](const Pledge& pledge) {
      return pledge.event.when ? pledge.event.when->bounds().earliestBegin : kBeginningOfTime;
    };
    if (!newest || day(one) > day(*newest)) newest = &one;
  }
  return newest;
}

SourceUid editionForBoth(const PledgeQuestion& share, const AnalysisData& data) {
  if (!share.edition.value.empty()) return share.edition;
  const auto second = editionsOf(data.figures, SpendingMetric::EquipmentSharePercent, data.sources);
  std::vector<Edition> both;
  for (const Edition& edition : editionsOf(data.figures, SpendingMetric::PercentOfGdp, data.sources)) {
    if (std::ranges::find(second, edition.source, &Edition::source) != second.end()) both.push_back(edition);
  }
  return latestEdition(both);
}

Table twoConditions(const PledgeQuestion& question, const Pledge& equipment, const AnalysisData& data) {
  Table table({{"actor"},
               {"name"},
               {"code"},
               {"year"},
               {"share", QStringLiteral("pct_gdp")},
               {"equipment", QStringLiteral("equipment_share_pct")},
               {"share_target", QStringLiteral("pct_gdp")},
               {"equipment_target", QStringLiteral("equipment_share_pct")},
               {"meets_share"},
               {"meets_equipment"},
               {"estimate"},
               {"edition"}});
  if (question.pledge.measuredBy != SpendingMetric::PercentOfGdp ||
      question.pledge.unit != PledgeUnit::PercentOfGdp)
    return table;
  const SourceUid edition = editionForBoth(question, data);
  const CountedStates counted(question, data);
  const auto parts = spendingSeries(data.figures, SpendingMetric::EquipmentSharePercent, edition);
  for (const SpendingSeries& series : spendingSeries(data.figures, SpendingMetric::PercentOfGdp, edition)) {
    const auto part = std::ranges::lower_bound(parts, series.actor, {}, &SpendingSeries::actor);
    if (part == parts.end() || part->actor != series.actor) continue;
    const Actor* actor = data.actor(series.actor);
    for (const SpendingPoint& share : series.points) {
      const SpendingPoint* equip = part->at(share.year);
      if (!equip || counted.in(series.actor, share.year) != Certainty::Certain) continue;
      table.addRow(QString::fromStdString(series.actor.value), nameForTable(data, series.actor),
                   actor ? actor->country : QString(), std::int64_t{share.year}, share.value, equip->value,
                   question.pledge.target, equipment.target, keepsTarget(share.value, question.pledge),
                   keepsTarget(equip->value, equipment), share.estimate || equip->estimate,
                   QString::fromStdString(edition.value));
    }
  }
  return table;
}

}  // namespace entente
