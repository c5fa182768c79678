// SPDX-License-Identifier: GPL-3.0-or-later
// Growth of late against what is needed, and what is missing in money: rows of states.
#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <set>

#include "app/charts/figure_draft.h"
#include "app/charts/figure_words.h"
#include "app/render/date_words.h"
#include "core/analysis/course_table.h"
#include "core/analysis/money_gap.h"
#include "core/analysis/share_tables.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("ChartWords", text, disambiguation);
}

PlotGoal zeroLine() {
  PlotGoal zero;
  zero.upright = true;
  return zero;
}

QString courseWords(const FigureDraft& draft, const Table& table, std::size_t row, const QString& name) {
  const QString suffix = isPercent(draft.metric()) ? tr(" percentage points") : unitInWords(draft.metric());
  const auto number = [&](const char* column, int decimals) {
    return wordsLocale().toString(numberOf(table.at(row, column)), 'f', decimals);
  };
  QString words = tr("%1 changed by %2%3 a year in the last five years and needs %4 a year until %5")
                      .arg(name, number("recent_linear", 2), suffix, number("needed_linear", 2),
                           yearInWords(integerOf(table.at(row, "due"))));
  if (!isMissing(table.at(row, "recent_compound")) && !isMissing(table.at(row, "needed_compound")))
    words +=
        tr("; as rates %1% and %2% a year").arg(number("recent_compound", 1), number("needed_compound", 1));
  return words;
}

}  // namespace

void makeCourse(Figure& figure, const FigureDraft& draft) {
  if (draft.pledge().sense == PledgeSense::UpTo) {
    figure.nothing = tr("This pledge is a ceiling: there is no growth that it asks for.");
    return;
  }
  figure.table = courseByState(draft.question, draft.data);
  figure.editions = {draft.edition};
  const Table& table = figure.table;
  std::vector<PlotBar> bars;
  int kept = 0;
  int onCourse = 0;
  int unknown = 0;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    if (flagOf(table.at(row, "meets"))) {
      ++kept;
      continue;
    }
    if (isMissing(table.at(row, "needed_linear")) || isMissing(table.at(row, "recent_linear"))) {
      ++unknown;
      continue;
    }
    const ActorUid actor(textOf(table.at(row, "actor")).toStdString());
    const bool is = flagOf(table.at(row, "on_course_linear"));
    if (is) ++onCourse;
    PlotBar bar;
    bar.actor = actor;
    bar.name = draft.name(actor);
    bar.role = draft.role(actor);
    if (bar.role == MarkRole::Greyed && is) bar.role = MarkRole::Group;
    bar.to = numberOf(table.at(row, "recent_linear"));
    bar.tick = numberOf(table.at(row, "needed_linear"));
    bar.estimate = flagOf(table.at(row, "estimate"));
    bar.label = is ? tr("%1, on course").arg(wordsLocale().toString(bar.to, 'f', 2))
                   : wordsLocale().toString(bar.to, 'f', 2);
    bar.words = courseWords(draft, table, row, bar.name);
    bar.key =
        FigureKey{actor, static_cast<int>(integerOf(table.at(row, "year"))), draft.metric(), draft.edition};
    bars.push_back(std::move(bar));
  }
  if (bars.empty()) {
    const auto& due = draft.pledge().due;
    const bool isPast = due && !table.isEmpty() && !isMissing(table.at(0, "due")) &&
                        integerOf(table.at(0, "due")) <= integerOf(table.at(0, "year"));
    figure.nothing =
        isPast
            ? tr("The pledge was due in %1, and the last figures are not from before that: nothing is ahead.")
                  .arg(dateInWords(*due))
        : !due || (!table.isEmpty() && isMissing(table.at(0, "due")))
            ? tr("The pledge names no year in which it is due: nothing is needed by then.")
        : kept > 0 && unknown == 0
            ? tr("All states with figures keep the target already.")
            : tr("No state that is below the target has a figure of five years before.");
    return;
  }
  figure.title = tr("%1 of %2 states below %3 are on course for %4")
                     .arg(onCourse)
                     .arg(bars.size())
                     .arg(targetText(draft.pledge()), dateInWords(*draft.pledge().due)) +
                 estimateMark(table);
  figure.subtitle = tr("Growth a year in the last five years%1, if it goes on by the same amount; upright "
                       "tick: needed each "
                       "year. %2 keep the target already, %3 have no figure of five years before; %4.")
                        .arg(isPercent(draft.metric()) ? tr(", in percentage points") : QString())
                        .arg(kept)
                        .arg(unknown)
                        .arg(editionInWords(draft, draft.edition)) +
                    estimateNote(table, true);
  figure.estimatedYears = {{static_cast<int>(integerOf(table.at(0, "year"))), false}};
  PlotPanel panel = rowsPanel(std::move(bars));
  panel.goals.push_back(zeroLine());
  figure.panels.push_back(std::move(panel));
}

void makeGap(Figure& figure, const FigureDraft& draft) {
  if (draft.pledge().sense == PledgeSense::UpTo) {
    figure.nothing = tr("This pledge is a ceiling: nothing is missing to it.");
    return;
  }
  const auto basis = moneyBasis(draft.question, draft.data);
  if (!basis) {
    figure.nothing = draft.metric() == SpendingMetric::PercentOfGdp
                         ? tr("This edition has no sums of money beside its shares: choose another one.")
                         : tr("A gap in money can be told of shares of GDP alone.");
    return;
  }
  figure.editions = {basis->edition};
  const Table all = moneyGaps(draft.question, draft.data);
  std::set<int> told;
  std::optional<int> lastLacking;
  for (std::size_t row = 0; row < all.rowCount(); ++row) {
    if (isMissing(all.at(row, "gap"))) continue;
    const int year = static_cast<int>(integerOf(all.at(row, "year")));
    told.insert(year);
    if (numberOf(all.at(row, "gap")) > 0) lastLacking = std::max(year, lastLacking.value_or(year));
  }
  figure.years = {told.begin(), told.end()};
  if (told.empty()) return;
  // The last year in which something was missing says more than one in which nothing was.
  const int year =
      draft.input.choice.year ? draft.yearAmong(figure.years) : lastLacking.value_or(*told.rbegin());
  figure.year = year;
  figure.table = all.where("year", std::int64_t{year});
  const Table& table = figure.table;
  const QString unit = unitInWords(basis->money);
  std::vector<PlotBar> bars;
  double lacking = 0;
  int states = 0;
  int without = 0;
  int beyond = 0;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    if (isMissing(table.at(row, "gap"))) {
      ++without;
      continue;
    }
    const ActorUid actor(textOf(table.at(row, "actor")).toStdString());
    PlotBar bar;
    bar.actor = actor;
    bar.name = draft.name(actor);
    bar.role = draft.role(actor);
    bar.to = numberOf(table.at(row, "gap"));
    bar.estimate = flagOf(table.at(row, "estimate"));
    // Small sums are not shown as nothing.
    constexpr double kSmall = 0.1;
    const QString amount = wordsLocale().toString(std::abs(bar.to) < 0.0005 ? 0.0 : bar.to, 'f',
                                                  std::abs(bar.to) < kSmall ? 3 : 1);
    bar.label = bar.estimate ? tr("%1e", "an estimate").arg(amount) : amount;
    bar.words = tr("%1, %2: %3%4 to %5, from %6% and %7%4", "state, year, gap, unit, target, share, spending")
                    .arg(bar.name, yearInWords(year), amount, unit, targetText(draft.pledge()),
                         QString::fromStdString(std::get<Decimal>(table.at(row, "share")).text),
                         QString::fromStdString(std::get<Decimal>(table.at(row, "spending")).text));
    bar.key = FigureKey{actor, year, basis->money, basis->edition};
    if (bar.to > 0) {
      lacking += bar.to;
      ++states;
    } else {
      ++beyond;
    }
    bars.push_back(std::move(bar));
  }
  // What one great power spends beyond the target would leave no room for what is missing.
  if (states > 0) std::erase_if(bars, [](const PlotBar& bar) { return bar.to <= 0; });
  figure.unit = unit;
  figure.title = states == 0 ? tr("In %1 no state with both figures was below %2")
                                   .arg(yearInWords(year), targetText(draft.pledge()))
                             : (states == 1 ? tr("In %1 %2 state lacked%3 to reach %4")
                                            : tr("In %1 %2 states lacked%3 to reach %4"))
                                   .arg(yearInWords(year))
                                   .arg(states)
                                   .arg((states == 1 ? tr(" %1%2") : tr(" %1%2 together"))
                                            .arg(wordsLocale().toString(lacking, 'f', 1), unit),
                                        targetText(draft.pledge()));
  figure.title += estimateMark(table);
  figure.subtitle =
      tr("Spending × (target ÷ share − 1), in%1; %2.").arg(unit, editionInWords(draft, basis->edition)) +
      estimateNote(table, true);
  if (states > 0 && beyond > 0)
    figure.subtitle += QLatin1Char(' ') +
                       (beyond == 1 ? tr("1 state spends as much as the target asks, or more.")
                                    : tr("%1 states spend as much as the target asks, or more.").arg(beyond));
  if (states == 0) figure.subtitle += QLatin1Char(' ') + tr("Below 0: spent beyond the target.");
  if (without > 0)
    figure.subtitle += QLatin1Char(' ') + (without == 1 ? tr("1 state without both figures.")
                                                        : tr("%1 states without both figures.").arg(without));
  figure.estimatedYears = {{year, false}};
  PlotPanel panel = rowsPanel(std::move(bars));
  panel.goals.push_back(zeroLine());
  figure.panels.push_back(std::move(panel));
}

}  // namespace entente
