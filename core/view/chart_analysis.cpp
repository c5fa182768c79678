// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what editions count among the claims.
#include "core/view/chart_analysis.h"

namespace entente {

AnalysisData analysisData(const Snapshot& snapshot) {
  AnalysisData data{snapshot.spending, snapshot.accessions, snapshot.sources, snapshot.actors};
  const QString question = QString::fromLatin1(kDefinitionQuestion);
  for (const Source& source : snapshot.sources) {
    const Resolution* resolution =
        snapshot.ledger.of(Topic{{RecordKind::Source, source.uid.value}, true, question});
    if (resolution && resolution->shown())
      data.definitions.emplace(source.uid.value, resolution->shown()->strongest().value);
  }
  return data;
}

std::vector<ActorUid> statesOf(const ChartChoice& choice, const AnalysisData& data) {
  if (!choice.states.empty()) return choice.states;
  std::vector<ActorUid> states = statesOf(choice.group, data);
  if (choice.group != StateGroup::Members && states.empty()) states.emplace_back();
  return states;
}

}  // namespace entente
