// SPDX-License-Identifier: GPL-3.0-or-later
// Looks records up.
#include "core/analysis/analysis_data.h"

#include <algorithm>

namespace entente {

const Actor* AnalysisData::actor(const ActorUid& uid) const {
  const auto found = actors.find(uid.value);
  return found == actors.end() ? nullptr : &found->second;
}

const Source* AnalysisData::source(const SourceUid& uid) const {
  const auto found = std::ranges::lower_bound(sources, uid, {}, &Source::uid);
  return found == sources.end() || found->uid != uid ? nullptr : &*found;
}

bool AnalysisData::isState(const ActorUid& uid) const {
  const Actor* found = actor(uid);
  return found && found->kind == ActorKind::State;
}

bool isMeasure(PledgeUnit unit, SpendingMetric metric) {
  switch (unit) {
    case PledgeUnit::PercentOfGdp:
      return metric == SpendingMetric::PercentOfGdp;
    case PledgeUnit::PercentOfDefence:
      return metric == SpendingMetric::EquipmentSharePercent;
    case PledgeUnit::UsdBillion:
      return metric == SpendingMetric::UsdBillion;
    case PledgeUnit::EurBillion:
      return false;
  }
  return false;
}

bool keepsTarget(const Decimal& value, const Pledge& pledge) {
  const auto order = compareAmounts(value, pledge.target);
  return pledge.sense == PledgeSense::UpTo ? order <= 0 : order >= 0;
}

QString wordText(std::string_view word) {
  return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

QString nameForTable(const AnalysisData& data, const ActorUid& uid) {
  const Actor* actor = data.actor(uid);
  if (!actor) return QString::fromStdString(uid.value);
  return (actor->shortName.isEmpty() ? actor->name : actor->shortName).simplified();
}

}  // namespace entente
