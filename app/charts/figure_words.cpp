// SPDX-License-Identifier: GPL-3.0-or-later
// Makes words of figures; every number in them is computed from the rows.
#include "app/charts/figure_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "core/time/civil.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("ChartWords", text, disambiguation);
}

QString goalHead(const Decimal& target, PledgeSense sense, bool percent) {
  const QString amount = QString::fromStdString(target.text) + (percent ? QStringLiteral("%") : QString());
  return sense == PledgeSense::UpTo ? tr("%1 ceiling").arg(amount) : tr("%1 goal").arg(amount);
}

}  // namespace

QString roundedText(double value, const std::optional<double>& goal, int decimals) {
  constexpr int kMostDecimals = 4;
  const auto rounded = [value](int places) {
    const double scale = std::pow(10, places);
    // A published half (2.65) is a half, though no double is: it goes away from nought.
    constexpr double kHair = 1e-9;
    return std::round(value * scale + std::copysign(kHair, value)) / scale;
  };
  const auto side = [&goal](double amount) { return amount < *goal ? -1 : amount > *goal ? 1 : 0; };
  for (; decimals < kMostDecimals; ++decimals) {
    if (!goal || side(value) == side(rounded(decimals)))
      return wordsLocale().toString(rounded(decimals), 'f', decimals);
  }
  return wordsLocale().toString(rounded(kMostDecimals), 'f', kMostDecimals);
}

QString roundedText(double value, const std::vector<GoalStep>& goals, int decimals) {
  std::optional<double> closest;
  for (const GoalStep& step : goals) {
    if (!closest || std::abs(step.target.value - value) < std::abs(*closest - value))
      closest = step.target.value;
  }
  return roundedText(value, closest, decimals);
}

bool isPercent(SpendingMetric metric) {
  return metric == SpendingMetric::PercentOfGdp || metric == SpendingMetric::EquipmentSharePercent;
}

QString suffixOf(SpendingMetric metric) {
  return isPercent(metric) ? QStringLiteral("%") : QString();
}

QString unitInWords(SpendingMetric metric) {
  switch (metric) {
    case SpendingMetric::PercentOfGdp:
      return tr("% of GDP");
    case SpendingMetric::EquipmentSharePercent:
      return tr("% of defence spending");
    case SpendingMetric::UsdBillion:
      return tr(" billion US dollars");
    case SpendingMetric::Usd2021Billion:
      return tr(" billion US dollars of 2021");
  }
  return {};
}

QString measureInWords(SpendingMetric metric) {
  return isPercent(metric) ? tr("%1, in percent").arg(metricInWords(metric)) : metricInWords(metric);
}

QString goalInWords(const Pledge& pledge) {
  const QString what =
      goalHead(pledge.target, pledge.sense, pledge.measuredBy && isPercent(*pledge.measuredBy));
  if (pledge.due) return tr("%1, due %2").arg(what, dateInWords(*pledge.due));
  if (!pledge.event.when || pledge.event.when->bounds().earliestBegin == kBeginningOfTime) return what;
  return tr("%1 since %2").arg(what, yearInWords(dateOf(pledge.event.when->bounds().earliestBegin).year));
}

QString goalInWords(const GoalStep& step, SpendingMetric metric) {
  const QString what = goalHead(step.target, step.sense, isPercent(metric));
  return step.isAhead ? tr("%1, due %2").arg(what, dateInWords(*step.due))
                      : tr("%1 since %2").arg(what, yearInWords(dateOf(step.span.begin).year));
}

QString targetText(const Pledge& pledge) {
  return QString::fromStdString(pledge.target.text) +
         (pledge.measuredBy ? suffixOf(*pledge.measuredBy) : QString());
}

QString editionInWords(const FigureDraft& draft, const SourceUid& edition) {
  const Source* source = draft.data.source(edition);
  if (!source) return QString::fromStdString(edition.value);
  const QString day =
      source->published ? tr("edition of %1").arg(dateInShort(*source->published)) : tr("edition undated");
  const auto definition = draft.data.definitions.find(edition.value);
  return definition == draft.data.definitions.end()
             ? day
             : tr("%1 (counts %2)", "edition, definition").arg(day, definition->second.simplified());
}

QString sourceLine(const Snapshot& snapshot, const std::vector<SourceUid>& editions) {
  QStringList named;
  for (const SourceUid& uid : editions) {
    const Source* source = snapshot.source(uid);
    const QString publisher =
        source ? sourceInWords(*source).simplified() : QString::fromStdString(uid.value);
    const QString title = source ? source->title.simplified() : QString();
    const QString grade = gradeInWords(source ? source->reliability : std::nullopt);
    named << (title.isEmpty() ? tr("%1 (%2)", "publisher, grade").arg(publisher, grade)
                              : tr("%1; %2 (%3)", "title, publisher, grade").arg(title, publisher, grade));
  }
  if (named.isEmpty()) return {};
  return named.size() == 1 ? tr("Source: %1.").arg(named.front())
                           : tr("Sources: %1.").arg(named.join(QStringLiteral("; ")));
}

QString groupInWords(const ChartChoice& choice) {
  if (!choice.states.empty())
    return choice.states.size() == 1 ? tr("1 state") : tr("%1 states").arg(choice.states.size());
  switch (choice.group) {
    case StateGroup::Members:
      return tr("All members");
    case StateGroup::EuropeAndCanada:
      return tr("Europe and Canada");
    case StateGroup::EasternFlank:
      return tr("Eastern flank");
  }
  return {};
}

QString chartKindInWords(ChartKind kind) {
  switch (kind) {
    case ChartKind::Lines:
      return tr("Figures by year");
    case ChartKind::Ranking:
      return tr("Ranking of states");
    case ChartKind::Meeting:
      return tr("States meeting the target");
    case ChartKind::Course:
      return tr("On course");
    case ChartKind::Gap:
      return tr("Gap in money");
    case ChartKind::Scatter:
      return tr("Two conditions");
    case ChartKind::Revisions:
      return tr("Revisions");
    case ChartKind::Multiples:
      return tr("Small multiples");
  }
  return {};
}

QString figureInWords(const QString& name, int year, const QString& amount, bool estimate) {
  const QString figure = tr("%1, %2: %3", "state, year, figure").arg(name, yearInWords(year), amount);
  return estimate ? tr("%1, an estimate").arg(figure) : figure;
}

QString exceptionNote() {
  return tr("◇: a reservation, an opt-out or a delay.");
}

QString estimateMark(const Table& table) {
  return estimateNote(table, false).isEmpty() ? QString() : tr(" (estimate)");
}

QString estimateNote(const Table& table, bool bars) {
  const std::size_t column = table.column("estimate");
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    if (flagOf(table.at(row, column)))
      return QLatin1Char(' ') + (bars ? tr("Dashed outline: estimate.") : tr("Hollow and dashed: estimate."));
  }
  return {};
}

}  // namespace entente
