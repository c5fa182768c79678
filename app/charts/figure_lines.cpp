// SPDX-License-Identifier: GPL-3.0-or-later
// Figures by year with the goal: one chart of all states, or a small one a state.
#include <QCollator>
#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <map>

#include "app/charts/figure_draft.h"
#include "app/charts/figure_words.h"
#include "app/render/date_words.h"
#include "app/words/record_words.h"
#include "core/analysis/group_shares.h"
#include "core/analysis/share_tables.h"
#include "core/time/civil.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("ChartWords", text, disambiguation);
}

// Figures of two years that follow upon each other are joined.
constexpr double kMostStep = 367.0 * kSecondsPerDay;

PlotLine lineOf(const FigureDraft& draft, const SpendingSeries& series) {
  PlotLine line;
  line.actor = series.actor;
  line.name = draft.name(series.actor);
  line.role = draft.role(series.actor);
  line.mostStep = kMostStep;
  const std::size_t skipped = series.points.size() - std::min(series.points.size(), kMostPoints);
  const QString unit = unitInWords(draft.metric());
  for (std::size_t i = skipped; i < series.points.size(); ++i) {
    const SpendingPoint& point = series.points[i];
    line.points.push_back({plotSeconds(middleOf(point.year)), point.value.value,
                           figureInWords(line.name, point.year,
                                         QString::fromStdString(point.value.text) + unit, point.estimate),
                           point.estimate,
                           FigureKey{series.actor, point.year, draft.metric(), draft.edition}});
  }
  return line;
}

/// The mean of the states that are asked for, and their share as a whole where their economy follows.
std::vector<PlotLine> groupLines(const FigureDraft& draft) {
  std::vector<PlotLine> lines;
  // The mean of one state would be its own line again.
  if (draft.question.states.size() < 2) return lines;
  const Table table = groupShares(draft.question, draft.data);
  const QString group = groupInWords(draft.input.choice);
  const QString unit = unitInWords(draft.metric());
  for (const char* column : {"mean", "weighted"}) {
    const bool isMean = column[0] == 'm';
    PlotLine line;
    line.actor = ActorUid(isMean ? "(mean)" : "(weighted)");
    line.name = isMean ? tr("%1, mean").arg(group) : tr("%1, weighted").arg(group);
    line.role = MarkRole::Group;
    line.mostStep = kMostStep;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
      const Cell& value = table.at(row, column);
      if (isMissing(value)) continue;
      const int year = static_cast<int>(integerOf(table.at(row, "year")));
      const auto states = integerOf(table.at(row, "states"));
      const bool estimate = integerOf(table.at(row, "estimates")) > 0;
      const QString amount = tr("%1 of %2 states", "share, number of states")
                                 .arg(roundedText(numberOf(value), draft.goals, 2) + unit)
                                 .arg(states);
      line.points.push_back({plotSeconds(middleOf(year)), numberOf(value),
                             figureInWords(line.name, year, amount, estimate), estimate, std::nullopt});
    }
    if (!line.points.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

/// The height of a line at a moment, between its points.
std::optional<double> heightAt(const PlotLine& line, double x) {
  if (line.points.empty()) return std::nullopt;
  if (x <= line.points.front().x) return line.points.front().y;
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    const PlotPoint& a = line.points[i - 1];
    const PlotPoint& b = line.points[i];
    if (x <= b.x) return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
  }
  return line.points.back().y;
}

std::vector<PlotStand> standsOn(const FigureDraft& draft, const std::vector<PlotLine>& lines) {
  std::vector<PlotStand> stands;
  for (const Position& position : draft.exceptions()) {
    const MarkRole role = draft.role(position.actor);
    if (!position.when || (role != MarkRole::Highlighted && role != MarkRole::Compared)) continue;
    const auto line = std::ranges::find(lines, position.actor, &PlotLine::actor);
    if (line == lines.end()) continue;
    const double x = plotSeconds(position.when->bounds().earliestBegin);
    // Beyond the last figure there is no line that it could stand on.
    if (line->points.empty() || x > line->points.back().x + kMostStep) continue;
    const auto y = heightAt(*line, x);
    if (!y) continue;
    stands.push_back({position.actor, x, *y,
                      tr("%1, %2: %3", "state, day, position")
                          .arg(line->name, dateInWords(*position.when), positionInWords(position.position))});
  }
  return stands;
}

/// From the last figure of the highlighted state to the goal in the year in which it is due.
std::vector<PlotPath> pathsOf(const FigureDraft& draft, const std::vector<PlotLine>& lines) {
  const auto line = std::ranges::find(lines, MarkRole::Highlighted, &PlotLine::role);
  const Pledge& pledge = draft.pledge();
  if (line == lines.end() || line->points.empty() || !pledge.due || draft.goals.empty()) return {};
  const PlotPoint& last = line->points.back();
  const Instant due = pledge.due->bounds().latestEnd;
  if (due >= kEndOfTime) return {};
  const double x = plotSeconds(middleOf(static_cast<int>(dateOf(plusSeconds(due, -1)).year)));
  if (x <= last.x || last.y >= pledge.target.value || pledge.sense == PledgeSense::UpTo) return {};
  return {{line->actor, last.x, last.y, x, pledge.target.value}};
}

// Title: the finding.

/// The last year in which both have a figure; of one line alone its last year.
std::optional<std::size_t> commonPoint(const PlotLine& a, const PlotLine* b) {
  for (std::size_t i = a.points.size(); i-- > 0;) {
    if (!b || std::ranges::find(b->points, a.points[i].x, &PlotPoint::x) != b->points.end()) return i;
  }
  return std::nullopt;
}

/// The compared line with the greatest last figure that has a year in common with the highlighted one.
const PlotLine* rivalOf(const std::vector<PlotLine>& lines, const PlotLine& highlighted) {
  const PlotLine* rival = nullptr;
  for (const PlotLine& line : lines) {
    if (line.role != MarkRole::Compared || !commonPoint(highlighted, &line)) continue;
    if (!rival || line.points.back().y > rival->points.back().y) rival = &line;
  }
  return rival;
}

QString goalSentence(const Pledge& pledge) {
  return pledge.sense == PledgeSense::UpTo ? tr("the ceiling is %1").arg(targetText(pledge))
                                           : tr("the goal is %1").arg(targetText(pledge));
}

QString titleOf(const FigureDraft& draft, const std::vector<PlotLine>& lines) {
  const auto highlighted = std::ranges::find(lines, MarkRole::Highlighted, &PlotLine::role);
  if (highlighted == lines.end()) return draft.pledge().event.title.simplified();
  const PlotLine* rival = rivalOf(lines, *highlighted);
  const PlotPoint& own = highlighted->points[*commonPoint(*highlighted, rival)];
  const QString suffix = suffixOf(draft.metric());
  const auto amount = [&](double value) { return roundedText(value, draft.goals, 1) + suffix; };
  bool estimate = own.estimate;
  QString finding = tr("%1 reports %2").arg(highlighted->name, amount(own.y));
  if (rival) {
    const PlotPoint& other = *std::ranges::find(rival->points, own.x, &PlotPoint::x);
    estimate = estimate || other.estimate;
    finding =
        tr("%1 and %2 %3", "Spain reports 2%, and, Poland, 4%").arg(finding, rival->name, amount(other.y));
  }
  const QString year = yearInWords(own.key->year);
  finding = estimate ? tr("%1 in %2 (estimate)").arg(finding, year) : tr("%1 in %2").arg(finding, year);
  return draft.goals.empty()
             ? finding
             : tr("%1; %2", "finding; the goal is 2%").arg(finding, goalSentence(draft.pledge()));
}

}  // namespace

std::vector<SpendingSeries> askedSeries(const FigureDraft& draft) {
  std::vector<SpendingSeries> asked;
  for (const SpendingSeries& series : draft.series) {
    if (draft.data.isState(series.actor) && draft.isAsked(series.actor)) asked.push_back(series);
  }
  return asked;
}

std::vector<PlotLine> seriesLines(const FigureDraft& draft) {
  std::vector<PlotLine> lines;
  for (const SpendingSeries& series : askedSeries(draft))
    lines.push_back(lineOf(draft, series));
  std::ranges::stable_sort(lines, {}, &PlotLine::role);
  return lines;
}

std::vector<PlotGoal> goalsOverTime(const FigureDraft& draft) {
  std::vector<PlotGoal> goals;
  for (const GoalStep& step : draft.goals) {
    PlotGoal goal;
    goal.value = step.target.value;
    goal.begin = plotSeconds(step.span.begin);
    if (step.span.end < kEndOfTime) goal.end = plotSeconds(step.span.end);
    goal.isAhead = step.isAhead;
    goal.label = goalInWords(step, draft.metric());
    goal.pledge = step.pledge;
    goals.push_back(goal);
  }
  return goals;
}

std::vector<std::pair<int, bool>> estimatedYears(const std::vector<SpendingSeries>& series) {
  std::map<int, bool> years;
  for (const SpendingSeries& one : series) {
    for (const SpendingPoint& point : one.points) {
      const auto place = years.try_emplace(point.year, true).first;
      place->second = place->second && point.estimate;
    }
  }
  return {years.begin(), years.end()};
}

std::vector<int> yearsIn(const Table& table) {
  std::vector<int> years;
  const std::size_t column = table.column("year");
  for (std::size_t row = 0; row < table.rowCount(); ++row)
    years.push_back(static_cast<int>(integerOf(table.at(row, column))));
  std::ranges::sort(years);
  const auto again = std::ranges::unique(years);
  years.erase(again.begin(), again.end());
  return years;
}

void makeLines(Figure& figure, const FigureDraft& draft) {
  figure.table = sharesByYear(draft.question, draft.data);
  figure.editions = {draft.edition};
  std::vector<PlotLine> lines = seriesLines(draft);
  if (lines.empty()) return;
  std::vector<PlotLine> groups = groupLines(draft);
  for (const PlotLine& group : groups) {
    for (const PlotPoint& point : group.points) {
      const auto year = dateOf(Instant{static_cast<std::int64_t>(point.x)}).year;
      figure.table.addRow(QString::fromStdString(group.actor.value), group.name, QString(),
                          std::int64_t{year}, point.y, point.estimate, QStringLiteral("no"), Cell(), Cell(),
                          Cell(), QString::fromStdString(draft.edition.value));
    }
  }
  lines.insert(lines.begin(), groups.begin(), groups.end());
  std::ranges::stable_sort(lines, {}, &PlotLine::role);
  figure.title = titleOf(draft, lines);
  figure.subtitle = tr("%1, %2.", "measure, edition")
                        .arg(measureInWords(draft.metric()), editionInWords(draft, draft.edition)) +
                    estimateNote(figure.table, false);
  figure.estimatedYears = estimatedYears(askedSeries(draft));
  PlotPanel panel;
  panel.across.kind = AxisKind::Time;
  panel.up.suffix = suffixOf(draft.metric());
  panel.goals = goalsOverTime(draft);
  panel.paths = pathsOf(draft, lines);
  panel.stands = standsOn(draft, lines);
  QStringList legend;
  if (!panel.paths.empty()) legend << tr("Dotted: the way to the goal.");
  if (!panel.stands.empty()) legend << exceptionNote();
  figure.legend = legend.join(QLatin1Char(' '));
  panel.lines = std::move(lines);
  figure.panels.push_back(std::move(panel));
}

void makeMultiples(Figure& figure, const FigureDraft& draft) {
  figure.table = sharesByYear(draft.question, draft.data);
  figure.editions = {draft.edition};
  std::vector<PlotLine> lines = seriesLines(draft);
  const CountedStates counted(draft.question, draft.data);
  std::erase_if(lines, [&](const PlotLine& line) {
    return counted.in(line.actor, line.points.back().key->year) == Certainty::Impossible;
  });
  if (lines.size() > kMostBars) lines.resize(kMostBars);
  if (lines.empty()) return;
  QCollator collator(wordsLocale());
  std::ranges::stable_sort(
      lines, [&](const PlotLine& a, const PlotLine& b) { return collator.compare(a.name, b.name) < 0; });
  std::size_t keeping = 0;
  for (const PlotLine& line : lines) {
    const auto& target = draft.pledge().target.value;
    const double value = line.points.back().y;
    if (draft.pledge().sense == PledgeSense::UpTo ? value <= target : value >= target) ++keeping;
  }
  figure.title = draft.goals.empty() ? draft.pledge().event.title.simplified()
                                     : (draft.pledge().sense == PledgeSense::UpTo
                                            ? tr("%1 of %2 states are at or below %3 in their last figure")
                                            : tr("%1 of %2 states are at or above %3 in their last figure"))
                                           .arg(keeping)
                                           .arg(lines.size())
                                           .arg(targetText(draft.pledge()));
  figure.subtitle = tr("%1, %2. One scale for all; the line is the goal.")
                        .arg(measureInWords(draft.metric()), editionInWords(draft, draft.edition)) +
                    estimateNote(figure.table, false);
  std::vector<SpendingSeries> drawn;
  for (const SpendingSeries& series : draft.series) {
    if (std::ranges::find(lines, series.actor, &PlotLine::actor) != lines.end()) drawn.push_back(series);
  }
  figure.estimatedYears = estimatedYears(drawn);
  for (PlotLine& line : lines) {
    PlotPanel panel;
    panel.title = line.name;
    panel.role = line.role;
    panel.across.kind = AxisKind::Time;
    panel.up.suffix = suffixOf(draft.metric());
    panel.goals = goalsOverTime(draft);
    for (PlotGoal& goal : panel.goals)
      goal.label.clear();
    if (line.role == MarkRole::Greyed) line.role = MarkRole::Compared;
    line.label = roundedText(line.points.back().y, draft.goals, 1);
    line.onlyLastDot = true;
    panel.lines.push_back(std::move(line));
    figure.panels.push_back(std::move(panel));
  }
}

}  // namespace entente
