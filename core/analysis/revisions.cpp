// SPDX-License-Identifier: GPL-3.0-or-later
// Lines the editions up.
#include "core/analysis/revisions.h"

#include <algorithm>
#include <map>

#include "core/analysis/spending_series.h"

namespace entente {

namespace {

QString definitionOf(const AnalysisData& data, const SourceUid& edition) {
  const auto found = data.definitions.find(edition.value);
  return found == data.definitions.end() ? QString() : found->second;
}

Cell orMissing(const QString& text) {
  return text.isEmpty() ? Cell() : Cell(text);
}

}  // namespace

Table revisions(const PledgeQuestion& question, int year, const AnalysisData& data) {
  const auto& metric = question.pledge.measuredBy;
  const QString unit = metric ? wordText(wordOf(*metric)) : QString();
  Table table({{"actor"},
               {"name"},
               {"code"},
               {"year"},
               {"value", unit},
               {"estimate"},
               {"change", unit},
               {"edition"},
               {"published"},
               {"publisher"},
               {"definition"},
               {"definition_changed"}});
  if (!metric) return table;
  std::vector<Edition> editions = editionsOf(data.figures, *metric, data.sources);
  std::ranges::reverse(editions);
  std::map<SourceUid, std::size_t> rankOf;
  for (std::size_t i = 0; i < editions.size(); ++i)
    rankOf[editions[i].source] = i;
  std::map<ActorUid, std::map<std::size_t, const Spending*>> found;
  for (const Spending& figure : data.figures) {
    if (figure.metric != *metric || figure.year != year || !data.isState(figure.actor)) continue;
    if (!question.states.empty() && std::ranges::find(question.states, figure.actor) == question.states.end())
      continue;
    const Spending*& kept = found[figure.actor].try_emplace(rankOf[figure.source], &figure).first->second;
    if (figure.uid < kept->uid) kept = &figure;
  }
  for (const auto& [actor, byEdition] : found) {
    const Spending* before = nullptr;
    const Actor* record = data.actor(actor);
    for (const auto& [rank, figure] : byEdition) {
      const Source* source = data.source(figure->source);
      const QString definition = definitionOf(data, figure->source);
      const QString earlier = before ? definitionOf(data, before->source) : QString();
      const bool changed = !definition.isEmpty() && !earlier.isEmpty() && definition != earlier;
      table.addRow(
          QString::fromStdString(actor.value), nameForTable(data, actor),
          record ? record->country : QString(), std::int64_t{year}, figure->value, figure->estimate,
          before ? Cell(figure->value.value - before->value.value) : Cell(),
          QString::fromStdString(figure->source.value),
          source && source->published ? Cell(QString::fromStdString(source->published->edtf())) : Cell(),
          source ? orMissing(source->publisher) : Cell(), orMissing(definition), changed);
      before = figure;
    }
  }
  return table;
}

}  // namespace entente
