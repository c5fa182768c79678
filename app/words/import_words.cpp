// SPDX-License-Identifier: GPL-3.0-or-later
// Counts, with their nouns.
#include "app/words/import_words.h"

#include <QCoreApplication>

namespace entente {

namespace {

struct ImportWords {
  Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

QString figureCount(std::size_t count) {
  return count == 1 ? ImportWords::tr("1 figure") : ImportWords::tr("%1 figures").arg(count);
}

}  // namespace

QString figuresInWords(const FigurePlan& plan) {
  const QString states =
      plan.states == 1 ? ImportWords::tr("1 state") : ImportWords::tr("%1 states").arg(plan.states);
  const QString groups =
      plan.groups == 1 ? ImportWords::tr("1 group") : ImportWords::tr("%1 groups").arg(plan.groups);
  QString whose = states;
  if (plan.groups > 0) whose = plan.states == 0 ? groups : ImportWords::tr("%1 and %2").arg(states, groups);
  const QString years = plan.firstYear == plan.lastYear
                            ? QString::number(plan.firstYear)
                            : ImportWords::tr("%1 to %2", "years").arg(plan.firstYear).arg(plan.lastYear);
  return ImportWords::tr("%1 of %2, %3").arg(figureCount(plan.figures()), whose, years);
}

QString importInWords(const FigurePlan& plan, const FigureImport& import) {
  QString text = figuresInWords(plan);
  const std::size_t refused = refusedRows(import);
  if (refused == 1) text += ImportWords::tr("; 1 row refused");
  if (refused > 1) text += ImportWords::tr("; %1 rows refused").arg(refused);
  if (import.emptyCells == 1) text += ImportWords::tr("; 1 cell empty");
  if (import.emptyCells > 1) text += ImportWords::tr("; %1 cells empty").arg(import.emptyCells);
  return text;
}

QString differenceInWords(const FigurePlan& plan) {
  return ImportWords::tr("%1 added, %2 changed, %3 unchanged")
      .arg(plan.added)
      .arg(plan.changed)
      .arg(plan.unchanged);
}

QString importTitle(const FigurePlan& plan) {
  return ImportWords::tr("Import %1: %2").arg(figureCount(plan.figures()), plan.sourceTitle);
}

}  // namespace entente
