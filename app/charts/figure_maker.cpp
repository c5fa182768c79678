// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts what all charts share, and chooses the states in front.
#include "app/charts/figure_maker.h"

#include <QCollator>
#include <QCoreApplication>
#include <algorithm>

#include "app/charts/figure_draft.h"
#include "app/charts/figure_words.h"
#include "app/render/date_words.h"
#include "core/analysis/share_tables.h"
#include "core/time/civil.h"
#include "core/time/edtf_days.h"
#include "core/view/chart_analysis.h"

namespace entente {

namespace {

constexpr std::size_t kMostCompared = 3;

QString tr(const char* text) {
  return QCoreApplication::translate("FigureMaker", text);
}

QString lastDayBefore(Instant until) {
  const auto day = FuzzyDate::parse(dayText(dateOf(plusSeconds(until, -1))));
  return day ? dateInWords(*day) : yearInWords(dateOf(until).year);
}

bool contains(const std::vector<ActorUid>& actors, const ActorUid& actor) {
  return std::ranges::find(actors, actor) != actors.end();
}

/// The edition that is asked for, if it has figures of the pledge's metric.
SourceUid askedEdition(const FigureInput& input) {
  const bool has = std::ranges::any_of(input.snapshot.spending, [&](const Spending& figure) {
    return figure.source == input.choice.edition && figure.metric == input.pledge.measuredBy;
  });
  return has ? input.choice.edition : SourceUid();
}

PledgeQuestion questionOf(const FigureInput& input, const AnalysisData& data) {
  return {input.pledge, statesOf(input.choice, data), askedEdition(input)};
}

/// The figures of the latest edition that tells how big the states are.
std::vector<SpendingSeries> sizesOf(const Snapshot& snapshot) {
  const SourceUid edition =
      latestEdition(editionsOf(snapshot.spending, SpendingMetric::UsdBillion, snapshot.sources));
  if (edition.value.empty()) return {};
  return spendingSeries(snapshot.spending, SpendingMetric::UsdBillion, edition);
}

/// Whether it is the source that is looked away from.
bool isLeftOut(const Snapshot& snapshot, const SourceUid& source) {
  return !source.value.empty() && source == snapshot.lens.without;
}

bool hasFigures(const FigureDraft& draft, const ActorUid& actor) {
  return std::ranges::find(draft.series, actor, &SpendingSeries::actor) != draft.series.end();
}

StatesInFront usualStates(const FigureInput& input, const FigureDraft& draft) {
  StatesInFront front;
  const auto& series = draft.series;
  const CountedStates counted(draft.question, draft.data);
  std::vector<ActorUid> states;
  for (const SpendingSeries& one : series) {
    if (draft.data.isState(one.actor)) states.push_back(one.actor);
  }
  std::vector<ActorUid> among;
  for (const SpendingSeries& one : series) {
    if (counted.in(one.actor, one.points.back().year) != Certainty::Impossible) among.push_back(one.actor);
  }
  // One state alone says little: it is seen among the others.
  const bool alone = among.size() == 1;
  if (alone) front.highlighted = among.front();
  if (among.size() < 2 && input.choice.states.empty()) among = states;
  std::vector<ActorUid> concerned;
  for (const PositionKind kind : {PositionKind::OptOut, PositionKind::Reservation}) {
    for (const Position& position : draft.exceptions()) {
      if (position.position == kind && contains(among, position.actor)) concerned.push_back(position.actor);
    }
  }
  if (!alone && !concerned.empty()) front.highlighted = concerned.front();
  // Of those that take exception the one in front alone, so that there is room for the big ones.
  concerned.clear();
  if (!front.highlighted.value.empty()) concerned.push_back(front.highlighted);
  auto chosen = statesToCompare(series, among, concerned, sizesOf(input.snapshot), kMostCompared + 1);
  if (front.highlighted.value.empty() && !chosen.empty()) front.highlighted = chosen.back();
  std::erase(chosen, front.highlighted);
  if (chosen.size() > kMostCompared) chosen.resize(kMostCompared);
  front.compared = std::move(chosen);
  return front;
}

StatesInFront chosenStates(const FigureInput& input, const FigureDraft& draft) {
  const ChartChoice& choice = input.choice;
  StatesInFront front;
  if (!choice.states.empty()) {
    front.highlighted = choice.highlighted.value_or(choice.states.front());
    front.compared = choice.states;
    std::erase(front.compared, front.highlighted);
    return front;
  }
  front = usualStates(input, draft);
  if (choice.compared) front.compared = *choice.compared;
  const bool isOther = choice.highlighted && *choice.highlighted != front.highlighted;
  // A state that was picked for another pledge may have no figures here.
  if (!isOther || (!choice.highlighted->value.empty() && !hasFigures(draft, *choice.highlighted))) {
    std::erase(front.compared, front.highlighted);
    return front;
  }
  const auto at = std::ranges::find(front.compared, *choice.highlighted);
  // It leaves its place among the compared ones to the one that was highlighted.
  if (at != front.compared.end() && !choice.compared) {
    *at = front.highlighted;
  } else if (!choice.compared) {
    front.compared.insert(front.compared.begin(), front.highlighted);
    if (front.compared.size() > kMostCompared) front.compared.resize(kMostCompared);
  }
  front.highlighted = *choice.highlighted;
  std::erase(front.compared, front.highlighted);
  return front;
}

FigureDraft draftOf(const FigureInput& input) {
  AnalysisData data = analysisData(input.snapshot);
  PledgeQuestion question = questionOf(input, data);
  FigureDraft draft{input, std::move(data), std::move(question), {}, {}, {}, {}};
  draft.edition = editionFor(draft.question, draft.data);
  draft.series = spendingSeries(draft.data.figures, draft.metric(), draft.edition);
  draft.front = chosenStates(input, draft);
  draft.goals = goalHistory(input.pledge, input.pledges, input.now);
  return draft;
}

void makeKind(Figure& figure, const FigureDraft& draft) {
  switch (draft.input.choice.kind) {
    case ChartKind::Lines:
      return makeLines(figure, draft);
    case ChartKind::Ranking:
      return makeRanking(figure, draft);
    case ChartKind::Meeting:
      return makeMeeting(figure, draft);
    case ChartKind::Course:
      return makeCourse(figure, draft);
    case ChartKind::Gap:
      return makeGap(figure, draft);
    case ChartKind::Scatter:
      return makeScatter(figure, draft);
    case ChartKind::Revisions:
      return makeRevisions(figure, draft);
    case ChartKind::Multiples:
      return makeMultiples(figure, draft);
  }
}

QString descriptionOf(const Figure& figure) {
  QString words = figure.title + QStringLiteral(". ") + figure.subtitle;
  for (const PlotPanel& panel : figure.panels) {
    for (auto line = panel.lines.rbegin(); line != panel.lines.rend(); ++line) {
      if (line->role != MarkRole::Greyed && !line->points.empty())
        words += QLatin1Char(' ') + line->points.back().words + QLatin1Char('.');
    }
    for (const PlotBar& bar : panel.bars) {
      if (bar.role == MarkRole::Highlighted) words += QLatin1Char(' ') + bar.words + QLatin1Char('.');
    }
    for (const PlotGoal& goal : panel.goals)
      if (!goal.label.isEmpty()) words += QLatin1Char(' ') + tr("Target: %1.").arg(goal.label);
    if (figure.panels.size() > 1) break;
  }
  return words;
}

}  // namespace

MarkRole FigureDraft::role(const ActorUid& actor) const {
  if (actor == front.highlighted) return MarkRole::Highlighted;
  if (!data.isState(actor)) return MarkRole::Group;
  return contains(front.compared, actor) ? MarkRole::Compared : MarkRole::Greyed;
}

bool FigureDraft::isAsked(const ActorUid& actor) const {
  return question.states.empty() || contains(question.states, actor);
}

std::vector<Position> FigureDraft::exceptions() const {
  std::vector<Position> found;
  for (const Position& position : input.snapshot.content->positions) {
    const bool isOn = position.pledge == pledge().event.uid ||
                      (!pledge().partOf.value.empty() && position.pledge == pledge().partOf);
    const bool isException = position.position == PositionKind::OptOut ||
                             position.position == PositionKind::Reservation ||
                             position.position == PositionKind::Delay;
    if (!isOn || !isException || isLeftOut(input.snapshot, position.source)) continue;
    const auto& until = input.snapshot.lens.until;
    if (until &&
        knownBefore(ownOr(position.knownFrom, fromBegin(position.when)), *until) == Certainty::Impossible)
      continue;
    found.push_back(position);
  }
  std::ranges::stable_sort(found, {}, [](const Position& position) {
    return position.when ? position.when->bounds().earliestBegin : kEndOfTime;
  });
  return found;
}

int FigureDraft::yearAmong(const std::vector<int>& years) const {
  const auto& asked = input.choice.year;
  if (asked && std::ranges::find(years, *asked) != years.end()) return *asked;
  return years.empty() ? 0 : years.back();
}

Figure makeFigure(const FigureInput& input) {
  Figure figure;
  figure.kind = input.choice.kind;
  figure.today = input.now;
  figure.title = input.pledge.event.title.simplified();
  if (!input.pledge.measuredBy) {
    figure.nothing = tr("No series of figures measures this pledge: what it asks for is not yet reported.");
    return figure;
  }
  const FigureDraft draft = draftOf(input);
  figure.highlighted = draft.front.highlighted;
  figure.compared = draft.front.compared;
  if (draft.edition.value.empty()) {
    figure.nothing = tr("This archive holds no figures of the series that measures this pledge.");
    return figure;
  }
  figure.unit = unitInWords(draft.metric());
  figure.edition = draft.edition;
  for (const Edition& edition : editionsOf(draft.data.figures, draft.metric(), draft.data.sources))
    figure.editionsOfMetric.push_back(edition.source);
  makeKind(figure, draft);
  if (const auto& until = input.snapshot.lens.until; until && !figure.panels.empty())
    figure.subtitle += QLatin1Char(' ') + tr("As known on %1.").arg(lastDayBefore(*until));
  if (figure.panels.empty() && figure.nothing.isEmpty())
    figure.nothing = tr("There are no figures for this chart.");
  if (figure.source.isEmpty()) figure.source = sourceLine(input.snapshot, figure.editions);
  figure.description = descriptionOf(figure);
  return figure;
}

const Pledge* measuredPledge(const Pledge& pledge, const std::vector<Pledge>& pledges) {
  if (pledge.measuredBy) return &pledge;
  const Pledge* best = nullptr;
  for (const Pledge& part : pledges) {
    if (part.partOf != pledge.event.uid || !part.measuredBy) continue;
    if (!best || part.event.weight > best->event.weight) best = &part;
  }
  return best;
}

std::vector<ActorUid> statesWithFigures(const Snapshot& snapshot, SpendingMetric metric,
                                        const SourceUid& edition) {
  std::vector<std::pair<QString, ActorUid>> named;
  for (const SpendingSeries& series : spendingSeries(snapshot.spending, metric, edition)) {
    const Actor* actor = snapshot.actor(series.actor);
    if (actor && actor->kind == ActorKind::State)
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

QString shortNameOf(const Snapshot& snapshot, const ActorUid& uid) {
  const Actor* actor = snapshot.actor(uid);
  if (!actor) return QString::fromStdString(uid.value);
  // A label is one line whatever was written.
  return (actor->shortName.isEmpty() ? actor->name : actor->shortName).simplified();
}

}  // namespace entente
