// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the series of one edition.
#include "core/analysis/share_tables.h"

#include <QStringList>
#include <algorithm>
#include <map>

namespace entente {

namespace {

std::vector<SpendingSeries> seriesOf(const PledgeQuestion& question, const AnalysisData& data,
                                     const SourceUid& edition) {
  return spendingSeries(data.figures, *question.pledge.measuredBy, edition);
}

}  // namespace

SourceUid editionFor(const PledgeQuestion& question, const AnalysisData& data) {
  if (!question.pledge.measuredBy) return {};
  if (!question.edition.value.empty()) return question.edition;
  return latestEdition(editionsOf(data.figures, *question.pledge.measuredBy, data.sources));
}

Table sharesByYear(const PledgeQuestion& question, const AnalysisData& data) {
  const Pledge& pledge = question.pledge;
  const QString unit = pledge.measuredBy ? wordText(wordOf(*pledge.measuredBy)) : QString();
  Table table({{"actor"},
               {"name"},
               {"code"},
               {"year"},
               {"value", unit},
               {"estimate"},
               {"counts"},
               {"target", unit},
               {"distance", unit},
               {"meets"},
               {"edition"}});
  if (!pledge.measuredBy) return table;
  const bool hasTarget = isMeasure(pledge.unit, *pledge.measuredBy);
  const CountedStates counted(question, data);
  const SourceUid edition = editionFor(question, data);
  const Cell editionCell = QString::fromStdString(edition.value);
  const Cell targetCell = hasTarget ? Cell(pledge.target) : Cell();
  static const QString kYes = QStringLiteral("yes");
  static const QString kNo = QStringLiteral("no");
  static const QString kPossibly = QStringLiteral("possibly");
  const auto all = seriesOf(question, data, edition);
  std::size_t rows = 0;
  for (const SpendingSeries& series : all)
    rows += series.points.size();
  table.reserve(rows);
  for (const SpendingSeries& series : all) {
    const bool asked = question.states.empty() || !data.isState(series.actor) ||
                       std::ranges::find(question.states, series.actor) != question.states.end();
    if (!asked) continue;
    const Cell uid = QString::fromStdString(series.actor.value);
    const Cell name = nameForTable(data, series.actor);
    const Actor* actor = data.actor(series.actor);
    const Cell code = actor ? actor->country : QString();
    const CountedStates::Years years = counted.of(series.actor);
    for (const SpendingPoint& point : series.points) {
      const Certainty counts = years.in(point.year);
      const Cell distance = hasTarget ? Cell(point.value.value - pledge.target.value) : Cell();
      const Cell meets =
          hasTarget && counts == Certainty::Certain ? Cell(keepsTarget(point.value, pledge)) : Cell();
      table.addRow(uid, name, code, std::int64_t{point.year}, point.value, point.estimate,
                   counts == Certainty::Certain    ? kYes
                   : counts == Certainty::Possible ? kPossibly
                                                   : kNo,
                   targetCell, distance, meets, editionCell);
    }
  }
  return table;
}

Table statesMeeting(const PledgeQuestion& question, const AnalysisData& data) {
  Table table({{"year"},
               {"meeting"},
               {"with_figures"},
               {"members"},
               {"possibly"},
               {"estimates"},
               {"states_meeting"},
               {"edition"}});
  const Pledge& pledge = question.pledge;
  if (!pledge.measuredBy || !isMeasure(pledge.unit, *pledge.measuredBy)) return table;
  struct Count {
    std::int64_t meeting = 0;
    std::int64_t withFigures = 0;
    std::int64_t possibly = 0;
    std::int64_t estimates = 0;
    QStringList names;
  };
  const CountedStates counted(question, data);
  const SourceUid edition = editionFor(question, data);
  std::map<int, Count> years;
  // By name, so that the names of every year come in order.
  std::vector<std::pair<QString, SpendingSeries>> byName;
  for (SpendingSeries& series : seriesOf(question, data, edition))
    byName.emplace_back(nameForTable(data, series.actor), std::move(series));
  std::ranges::stable_sort(byName, {}, [](const auto& one) { return one.first; });
  for (const auto& [name, series] : byName) {
    const CountedStates::Years counts = counted.of(series.actor);
    for (const SpendingPoint& point : series.points) {
      const Certainty certainty = counts.in(point.year);
      if (certainty == Certainty::Impossible) continue;
      Count& count = years[point.year];
      if (certainty == Certainty::Possible) {
        ++count.possibly;
        continue;
      }
      ++count.withFigures;
      if (point.estimate) ++count.estimates;
      if (!keepsTarget(point.value, pledge)) continue;
      ++count.meeting;
      count.names << name;
    }
  }
  const Cell editionCell = QString::fromStdString(edition.value);
  for (auto& [year, count] : years) {
    const Cell members =
        counted.isEverybody() ? Cell() : Cell(static_cast<std::int64_t>(counted.in(year).size()));
    table.addRow(std::int64_t{year}, count.meeting, count.withFigures, members, count.possibly,
                 count.estimates, count.names.join(QStringLiteral("; ")), editionCell);
  }
  return table;
}

}  // namespace entente
