// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the series; the words are in chart_words.cpp.
#include "app/charts/chart_data.h"

#include <QCollator>
#include <algorithm>

#include "app/charts/chart_words.h"
#include "app/render/date_words.h"
#include "core/analysis/adherents.h"
#include "core/time/civil.h"

namespace entente {

namespace {

constexpr std::size_t kMostCompared = 3;

bool isState(const Snapshot& snapshot, const ActorUid& uid) {
  const Actor* actor = snapshot.actor(uid);
  return actor && actor->kind == ActorKind::State;
}

ChartLine lineOf(const Snapshot& snapshot, const SpendingSeries& series) {
  ChartLine line{series.actor, shortNameOf(snapshot, series.actor), LineRole::Greyed, {}};
  const std::size_t skipped = series.points.size() - std::min(series.points.size(), kMostPoints);
  line.points.reserve(series.points.size() - skipped);
  for (std::size_t i = skipped; i < series.points.size(); ++i) {
    const SpendingPoint& point = series.points[i];
    line.points.push_back(
        {point.year, point.value.value, QString::fromStdString(point.value.text), point.estimate});
  }
  return line;
}

/// Whether the pledge's target is in what the metric is in.
bool agree(PledgeUnit unit, SpendingMetric metric) {
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

std::optional<ChartGoal> goalOf(const Pledge& pledge, Instant now) {
  if (!pledge.measuredBy || !agree(pledge.unit, *pledge.measuredBy)) return std::nullopt;
  const Instant from = pledge.event.when ? pledge.event.when->bounds().earliestBegin : kBeginningOfTime;
  const bool isAhead = pledge.due && pledge.due->bounds().latestEnd > now;
  ChartGoal goal;
  goal.value = pledge.target.value;
  goal.solid = {from, isAhead ? std::max(from, now) : kEndOfTime};
  if (isAhead) goal.ahead = {std::max(from, now), pledge.due->bounds().latestEnd};
  goal.label = goalInWords(pledge);
  return goal;
}

}  // namespace

const ChartLine* ChartData::line(const ActorUid& actor) const {
  const auto found = std::ranges::find(lines, actor, &ChartLine::actor);
  return found == lines.end() ? nullptr : &*found;
}

Instant middleOf(int year) {
  const Instant begin = startOfYear(year);
  return plusSeconds(begin, (startOfYear(std::int64_t{year} + 1).seconds - begin.seconds) / 2);
}

std::optional<std::pair<int, int>> yearsOf(const ChartData& data) {
  std::optional<std::pair<int, int>> years;
  for (const ChartLine& line : data.lines) {
    if (line.points.empty()) continue;
    const int first = line.points.front().year;
    const int last = line.points.back().year;
    years = years ? std::pair(std::min(years->first, first), std::max(years->second, last))
                  : std::pair(first, last);
  }
  return years;
}

QString shortNameOf(const Snapshot& snapshot, const ActorUid& uid) {
  const Actor* actor = snapshot.actor(uid);
  if (!actor) return QString::fromStdString(uid.value);
  // A label is one line whatever was written.
  return (actor->shortName.isEmpty() ? actor->name : actor->shortName).simplified();
}

std::vector<ActorUid> statesWithFigures(const Snapshot& snapshot, SpendingMetric metric,
                                        const SourceUid& edition) {
  std::vector<std::pair<QString, ActorUid>> named;
  for (const SpendingSeries& series : spendingSeries(snapshot.spending, metric, edition)) {
    if (isState(snapshot, series.actor))
      named.emplace_back(shortNameOf(snapshot, series.actor), series.actor);
  }
  QCollator collator(wordsLocale());
  std::ranges::stable_sort(
      named, [&](const auto& a, const auto& b) { return collator.compare(a.first, b.first) < 0; });
  std::vector<ActorUid> states;
  for (const auto& [name, uid] : named)
    states.push_back(uid);
  return states;
}

ChartChoice usualChoice(const Snapshot& snapshot, const EventDetail& detail, const SourceUid& edition) {
  ChartChoice choice{edition, {}, {}};
  const auto* pledge = std::get_if<Pledge>(&detail.record);
  if (!pledge || !pledge->measuredBy) return choice;
  const auto series = spendingSeries(snapshot.spending, *pledge->measuredBy, edition);
  const auto states = statesWithFigures(snapshot, *pledge->measuredBy, edition);
  std::vector<ActorUid> among;
  for (const BoundActor& bound : adherentsOf(*pledge, snapshot.accessions)) {
    if (std::ranges::find(states, bound.actor) != states.end()) among.push_back(bound.actor);
  }
  // One state alone says little: it is seen among the others.
  const bool alone = among.size() == 1;
  if (alone) choice.highlighted = among.front();
  if (among.size() < 2) among = states;
  std::vector<ActorUid> concerned;
  for (const PositionKind kind : {PositionKind::OptOut, PositionKind::Reservation}) {
    for (const Position& position : detail.positions) {
      if (position.position == kind && std::ranges::find(among, position.actor) != among.end())
        concerned.push_back(position.actor);
    }
  }
  if (!alone && !concerned.empty()) choice.highlighted = concerned.front();
  const auto sizes = [&] {
    const auto editions = editionsOf(snapshot.spending, SpendingMetric::UsdBillion, snapshot.sources);
    return editions.empty()
               ? std::vector<SpendingSeries>()
               : spendingSeries(snapshot.spending, SpendingMetric::UsdBillion, editions.front().source);
  }();
  // The highlighted state first, so that there is room for it.
  if (!choice.highlighted.value.empty()) concerned.insert(concerned.begin(), choice.highlighted);
  auto chosen = statesToCompare(series, among, concerned, sizes, kMostCompared + 1);
  if (choice.highlighted.value.empty() && !chosen.empty()) choice.highlighted = chosen.back();
  std::erase(chosen, choice.highlighted);
  if (chosen.size() > kMostCompared) chosen.resize(kMostCompared);
  choice.compared = std::move(chosen);
  return choice;
}

ChartData chartData(const Snapshot& snapshot, const Pledge& pledge, const ChartChoice& choice, Instant now) {
  ChartData data;
  if (!pledge.measuredBy) return data;
  for (const SpendingSeries& series : spendingSeries(snapshot.spending, *pledge.measuredBy, choice.edition)) {
    if (series.points.empty() || !isState(snapshot, series.actor)) continue;
    ChartLine line = lineOf(snapshot, series);
    if (std::ranges::find(choice.compared, series.actor) != choice.compared.end())
      line.role = LineRole::Compared;
    if (series.actor == choice.highlighted) line.role = LineRole::Highlighted;
    data.lines.push_back(std::move(line));
  }
  std::ranges::stable_sort(data.lines, {}, &ChartLine::role);
  data.goal = goalOf(pledge, now);
  data.today = now;
  if (!data.isEmpty()) addWords(data, snapshot, pledge, choice.edition);
  return data;
}

}  // namespace entente
