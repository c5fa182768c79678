// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of growth.
#include "core/analysis/course_table.h"

#include <cmath>

#include "core/analysis/share_tables.h"
#include "core/time/civil.h"

namespace entente {

namespace {

std::optional<int> dueYear(const Pledge& pledge) {
  if (!pledge.due || pledge.due->bounds().latestEnd >= kEndOfTime) return std::nullopt;
  return static_cast<int>(dateOf(plusSeconds(pledge.due->bounds().latestEnd, -1)).year);
}

/// Percent a year.
std::optional<double> compoundRate(double from, double to, int years) {
  if (from <= 0 || to <= 0 || years <= 0) return std::nullopt;
  return (std::pow(to / from, 1.0 / years) - 1) * 100;
}

struct Growth {
  std::optional<double> neededLinear;
  std::optional<double> neededCompound;
  std::optional<double> recentLinear;
  std::optional<double> recentCompound;
  std::optional<bool> onCourseLinear;
  std::optional<bool> onCourseCompound;
};

bool keeps(double value, const Pledge& pledge) {
  // What growth leads to is computed: a hair's breadth is not a miss.
  constexpr double kHair = 1e-9;
  return pledge.sense == PledgeSense::UpTo ? value <= pledge.target.value + kHair
                                           : value >= pledge.target.value - kHair;
}

Growth growthOf(const SpendingSeries& series, const Pledge& pledge) {
  Growth growth;
  const SpendingPoint& last = series.points.back();
  const double value = last.value.value;
  if (const SpendingPoint* before = series.at(last.year - kRecentYears)) {
    growth.recentLinear = (value - before->value.value) / kRecentYears;
    growth.recentCompound = compoundRate(before->value.value, value, kRecentYears);
  }
  const auto due = dueYear(pledge);
  const int years = due ? *due - last.year : 0;
  if (years <= 0) return growth;
  const bool isKept = keepsTarget(last.value, pledge);
  growth.neededLinear = isKept ? 0.0 : (pledge.target.value - value) / years;
  growth.neededCompound = isKept ? std::optional(0.0) : compoundRate(value, pledge.target.value, years);
  if (growth.recentLinear) growth.onCourseLinear = keeps(value + *growth.recentLinear * years, pledge);
  if (growth.recentCompound)
    growth.onCourseCompound = keeps(value * std::pow(1 + *growth.recentCompound / 100, years), pledge);
  return growth;
}

}  // namespace

Table courseByState(const PledgeQuestion& question, const AnalysisData& data) {
  const Pledge& pledge = question.pledge;
  const QString unit = pledge.measuredBy ? wordText(wordOf(*pledge.measuredBy)) : QString();
  const QString aYear = unit + QStringLiteral(" a year");
  const QString rate = QStringLiteral("% a year");
  Table table({{"actor"},
               {"name"},
               {"code"},
               {"first_met"},
               {"years_since"},
               {"years_met"},
               {"years_with_figures"},
               {"year"},
               {"value", unit},
               {"estimate"},
               {"target", unit},
               {"distance", unit},
               {"meets"},
               {"due"},
               {"needed_linear", aYear},
               {"needed_compound", rate},
               {"recent_linear", aYear},
               {"recent_compound", rate},
               {"on_course_linear"},
               {"on_course_compound"},
               {"edition"}});
  if (!pledge.measuredBy || !isMeasure(pledge.unit, *pledge.measuredBy)) return table;
  const CountedStates counted(question, data);
  const SourceUid edition = editionFor(question, data);
  const auto due = dueYear(pledge);
  for (const SpendingSeries& series : spendingSeries(data.figures, *pledge.measuredBy, edition)) {
    const SpendingPoint& last = series.points.back();
    if (counted.in(series.actor, last.year) != Certainty::Certain) continue;
    std::optional<std::int64_t> firstMet;
    std::int64_t met = 0;
    std::int64_t withFigures = 0;
    for (const SpendingPoint& point : series.points) {
      if (counted.in(series.actor, point.year) != Certainty::Certain) continue;
      ++withFigures;
      if (!keepsTarget(point.value, pledge)) continue;
      ++met;
      if (!firstMet) firstMet = point.year;
    }
    const Growth growth = growthOf(series, pledge);
    const Actor* actor = data.actor(series.actor);
    table.addRow(QString::fromStdString(series.actor.value), nameForTable(data, series.actor),
                 actor ? actor->country : QString(), cellOf(firstMet),
                 firstMet ? Cell(last.year - *firstMet) : Cell(), met, withFigures, std::int64_t{last.year},
                 last.value, last.estimate, pledge.target, last.value.value - pledge.target.value,
                 keepsTarget(last.value, pledge), due ? Cell(std::int64_t{*due}) : Cell(),
                 cellOf(growth.neededLinear), cellOf(growth.neededCompound), cellOf(growth.recentLinear),
                 cellOf(growth.recentCompound), cellOf(growth.onCourseLinear),
                 cellOf(growth.onCourseCompound), QString::fromStdString(edition.value));
  }
  return table;
}

}  // namespace entente
