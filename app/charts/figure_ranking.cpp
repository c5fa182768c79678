// SPDX-License-Identifier: GPL-3.0-or-later
// States of one year in the order of their figures, and how many keep the target year by year.
#include <QCollator>
#include <QCoreApplication>
#include <algorithm>

#include "app/charts/figure_draft.h"
#include "app/charts/figure_words.h"
#include "app/render/date_words.h"
#include "app/words/record_words.h"
#include "core/analysis/share_tables.h"
#include "core/time/civil.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("ChartWords", text, disambiguation);
}

QString remarkOn(const FigureDraft& draft, const ActorUid& actor) {
  QStringList remarks;
  for (const Position& position : draft.exceptions()) {
    if (position.actor != actor) continue;
    const QString what = positionInWords(position.position);
    remarks << (position.when ? tr("%1: %2", "day, position").arg(dateInWords(*position.when), what) : what);
  }
  return remarks.join(QStringLiteral("; "));
}

/// Whether a row belongs into the ranking of its year: states that count, and the publisher's sums where all
/// members are shown.
bool isRanked(const FigureDraft& draft, const Table& table, std::size_t row, const ActorUid& actor) {
  if (textOf(table.at(row, "counts")) != QLatin1String("no")) return true;
  return !draft.data.isState(actor) && draft.question.states.empty();
}

std::vector<PlotBar> barsOf(const FigureDraft& draft, const Table& table, int year) {
  const auto& series = draft.series;
  std::vector<PlotBar> bars;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    const ActorUid actor(textOf(table.at(row, "actor")).toStdString());
    if (!isRanked(draft, table, row, actor)) continue;
    PlotBar bar;
    bar.actor = actor;
    bar.name = draft.name(actor);
    bar.role = draft.role(actor);
    bar.to = numberOf(table.at(row, "value"));
    bar.estimate = flagOf(table.at(row, "estimate"));
    const QString amount = roundedText(bar.to, draft.goals, 2);
    bar.label = bar.estimate ? tr("%1e", "an estimate").arg(amount) : amount;
    const auto& published = std::get<Decimal>(table.at(row, "value"));
    bar.words = figureInWords(
        bar.name, year, QString::fromStdString(published.text) + unitInWords(draft.metric()), bar.estimate);
    const auto own = std::ranges::lower_bound(series, actor, {}, &SpendingSeries::actor);
    if (own != series.end() && own->actor == actor && own->points.front().year < year)
      bar.tick = own->points.front().value.value;
    bar.key = FigureKey{actor, year, draft.metric(), draft.edition};
    bar.remark = remarkOn(draft, actor);
    bar.isSum = !draft.data.isState(actor);
    bars.push_back(std::move(bar));
  }
  return bars;
}

struct Reached {
  GoalStep step;
  int states = 0;
};

/// "28 of 31 states reach 2% in 2025, 4 of them 3.5%"
/// The steps of the goal that had been promised by the end of a year.
std::vector<GoalStep> goalsBy(const FigureDraft& draft, int year) {
  std::vector<GoalStep> steps;
  for (const GoalStep& step : draft.goals) {
    if (step.span.begin < startOfYear(std::int64_t{year} + 1)) steps.push_back(step);
  }
  // Of a year before all of it the pledge itself is what is asked.
  return steps.empty() ? draft.goals : steps;
}

QString rankingTitle(const FigureDraft& draft, const Table& table, int year) {
  int counted = 0;
  bool estimate = false;
  std::vector<Reached> reached;
  for (const GoalStep& step : goalsBy(draft, year))
    reached.push_back({step, 0});
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    if (textOf(table.at(row, "counts")) != QLatin1String("yes")) continue;
    ++counted;
    estimate = estimate || flagOf(table.at(row, "estimate"));
    for (Reached& one : reached) {
      Pledge goal = draft.pledge();
      goal.target = one.step.target;
      goal.sense = one.step.sense;
      if (keepsTarget(std::get<Decimal>(table.at(row, "value")), goal)) ++one.states;
    }
  }
  if (reached.empty() || counted == 0) return draft.pledge().event.title.simplified();
  const QString suffix = suffixOf(draft.metric());
  const auto target = [&](const Reached& one) {
    return QString::fromStdString(one.step.target.text) + suffix;
  };
  QString finding =
      tr("%1 of %2 states are at %3")
          .arg(reached.front().states)
          .arg(counted)
          .arg(draft.pledge().sense == PledgeSense::UpTo ? tr("or below %1").arg(target(reached.front()))
                                                         : tr("or above %1").arg(target(reached.front())));
  finding = tr("%1 in %2", "finding, year").arg(finding, yearInWords(year));
  for (std::size_t i = 1; i < reached.size(); ++i)
    finding = tr("%1, %2 at %3", "finding, number of states, target")
                  .arg(finding)
                  .arg(reached[i].states)
                  .arg(target(reached[i]));
  return estimate ? tr("%1 (estimate)").arg(finding) : finding;
}

}  // namespace

PlotPanel rowsPanel(std::vector<PlotBar> bars) {
  QCollator collator(wordsLocale());
  std::ranges::stable_sort(bars, [&](const PlotBar& a, const PlotBar& b) {
    return a.to != b.to ? a.to > b.to : collator.compare(a.name, b.name) < 0;
  });
  if (bars.size() > kMostBars) bars.resize(kMostBars);
  PlotPanel panel;
  panel.up.kind = AxisKind::Rows;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    bars[i].place = static_cast<double>(i);
    panel.up.names << bars[i].name;
  }
  panel.bars = std::move(bars);
  return panel;
}

void makeRanking(Figure& figure, const FigureDraft& draft) {
  const Table all = sharesByYear(draft.question, draft.data);
  figure.editions = {draft.edition};
  figure.years = yearsIn(all);
  if (figure.years.empty()) return;
  const int year = draft.yearAmong(figure.years);
  figure.year = year;
  figure.table = all.where("year", std::int64_t{year});
  auto bars = barsOf(draft, figure.table, year);
  if (bars.empty()) return;
  const auto first = std::ranges::find_if(bars, [](const PlotBar& bar) { return bar.tick.has_value(); });
  const bool hasTick = first != bars.end();
  figure.title = rankingTitle(draft, figure.table, year);
  figure.subtitle =
      tr("%1, %2, %3.", "measure, year, edition")
          .arg(measureInWords(draft.metric()), yearInWords(year), editionInWords(draft, draft.edition)) +
      estimateNote(figure.table, true);
  if (hasTick)
    figure.subtitle += QLatin1Char(' ') + tr("Upright tick: %1.").arg(yearInWords(figure.years.front()));
  if (std::ranges::any_of(bars, [](const PlotBar& bar) { return !bar.remark.isEmpty(); }))
    figure.legend = exceptionNote();
  figure.estimatedYears = {{year, false}};
  PlotPanel panel = rowsPanel(std::move(bars));
  panel.across.suffix = suffixOf(draft.metric());
  const auto asked = goalsBy(draft, year);
  for (PlotGoal goal : goalsOverTime(draft)) {
    if (std::ranges::find(asked, goal.pledge, &GoalStep::pledge) == asked.end()) continue;
    goal.upright = true;
    goal.begin = -std::numeric_limits<double>::infinity();
    goal.end = std::numeric_limits<double>::infinity();
    panel.goals.push_back(goal);
  }
  figure.panels.push_back(std::move(panel));
}

void makeMeeting(Figure& figure, const FigureDraft& draft) {
  figure.table = statesMeeting(draft.question, draft.data);
  figure.editions = {draft.edition};
  const Table& table = figure.table;
  if (table.isEmpty()) {
    figure.nothing = isMeasure(draft.pledge().unit, draft.metric())
                         ? tr("No state that counts has a figure in this edition.")
                         : tr("The target of this pledge is in another unit than the figures.");
    return;
  }
  PlotPanel panel;
  panel.across.kind = AxisKind::Time;
  panel.up.isCount = true;
  const auto number = [&](std::size_t row, const char* column) { return integerOf(table.at(row, column)); };
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    const int year = static_cast<int>(number(row, "year"));
    const auto meeting = number(row, "meeting");
    const auto with = number(row, "with_figures");
    const bool estimates = number(row, "estimates") > 0;
    QString words = tr("%1: %2 of %3 states with a figure keep %4")
                        .arg(yearInWords(year))
                        .arg(meeting)
                        .arg(with)
                        .arg(targetText(draft.pledge()));
    const Cell& members = table.at(row, "members");
    if (!isMissing(members) && integerOf(members) > with)
      words += tr("; %1 more have none").arg(integerOf(members) - with);
    if (number(row, "possibly") > 0) words += tr("; %1 possibly count").arg(number(row, "possibly"));
    if (estimates) words += tr("; %1 of the figures are estimates").arg(number(row, "estimates"));
    const QString names = textOf(table.at(row, "states_meeting"));
    const double place = plotSeconds(middleOf(year));
    PlotBar whole;
    whole.actor = ActorUid("(with figures) " + std::to_string(year));
    whole.place = place;
    whole.to = static_cast<double>(with);
    whole.words = words;
    whole.estimate = number(row, "estimates") == with;
    PlotBar kept;
    kept.actor = ActorUid("(meeting) " + std::to_string(year));
    kept.role = MarkRole::Group;
    kept.place = place;
    kept.to = static_cast<double>(meeting);
    kept.label = QString::number(meeting);
    kept.words = names.isEmpty() ? words : tr("%1: %2", "sentence, names").arg(words, names);
    kept.estimate = whole.estimate;
    panel.bars.push_back(std::move(whole));
    panel.bars.push_back(std::move(kept));
    figure.estimatedYears.emplace_back(year, estimates && number(row, "estimates") == with);
  }
  const std::size_t last = table.rowCount() - 1;
  if (last == 0) {
    figure.title = tr("%1 of %2 states kept %3 in %4")
                       .arg(number(0, "meeting"))
                       .arg(number(0, "with_figures"))
                       .arg(targetText(draft.pledge()), yearInWords(number(0, "year")));
  } else {
    figure.title = (number(0, "meeting") == 1 ? tr("%1 state kept %2 in %3, %4 of %5 in %6")
                                              : tr("%1 states kept %2 in %3, %4 of %5 in %6"))
                       .arg(number(0, "meeting"))
                       .arg(targetText(draft.pledge()), yearInWords(number(0, "year")))
                       .arg(number(last, "meeting"))
                       .arg(number(last, "with_figures"))
                       .arg(yearInWords(number(last, "year")));
  }
  if (number(last, "estimates") > 0) figure.title += tr(" (estimate)");
  figure.subtitle =
      tr("States that keep the target (dark) out of those with a figure; members from the year of their "
         "accession; %1.")
          .arg(editionInWords(draft, draft.edition));
  if (!draft.question.states.empty())
    figure.subtitle += QLatin1Char(' ') + tr("Only: %1.").arg(groupInWords(draft.input.choice));
  if (number(last, "estimates") > 0)
    figure.subtitle += QLatin1Char(' ') + tr("Dashed outline: all estimates.");
  figure.panels.push_back(std::move(panel));
}

}  // namespace entente
