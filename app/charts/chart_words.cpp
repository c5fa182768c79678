// SPDX-License-Identifier: GPL-3.0-or-later
// Makes sentences of figures; every number in them is computed from the lines.
#include "app/charts/chart_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"
#include "core/time/civil.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("ChartWords", text, disambiguation);
}

bool isPercent(SpendingMetric metric) {
  return metric == SpendingMetric::PercentOfGdp || metric == SpendingMetric::EquipmentSharePercent;
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

std::optional<double> goalValue(const ChartData& data) {
  return data.goal ? std::optional(data.goal->value) : std::nullopt;
}

QString numberWithUnit(const ChartData& data, double value) {
  return roundedText(value, goalValue(data)) + data.suffix;
}

/// The last year in which both have a figure; of one line alone its last year.
std::optional<int> commonYear(const ChartLine& a, const ChartLine* b) {
  for (auto point = a.points.rbegin(); point != a.points.rend(); ++point) {
    if (!b || std::ranges::find(b->points, point->year, &ChartPoint::year) != b->points.end())
      return point->year;
  }
  return std::nullopt;
}

const ChartPoint& pointAt(const ChartLine& line, int year) {
  return *std::ranges::find(line.points, year, &ChartPoint::year);
}

/// The compared line with the greatest figure in a year that the highlighted one has too.
const ChartLine* rivalOf(const ChartData& data, const ChartLine& highlighted) {
  const ChartLine* rival = nullptr;
  for (const ChartLine& line : data.lines) {
    if (line.role != LineRole::Compared || !commonYear(highlighted, &line)) continue;
    if (!rival || line.points.back().value > rival->points.back().value) rival = &line;
  }
  return rival;
}

QString goalSentence(const ChartData& data, const Pledge& pledge) {
  const QString target = QString::fromStdString(pledge.target.text) + data.suffix;
  return pledge.sense == PledgeSense::UpTo ? tr("the ceiling is %1").arg(target)
                                           : tr("the goal is %1").arg(target);
}

QString titleOf(const ChartData& data, const Pledge& pledge) {
  const auto highlighted = std::ranges::find(data.lines, LineRole::Highlighted, &ChartLine::role);
  if (highlighted == data.lines.end()) return pledge.event.title;
  const ChartLine* rival = rivalOf(data, *highlighted);
  const int year = *commonYear(*highlighted, rival);
  const ChartPoint& own = pointAt(*highlighted, year);
  bool estimate = own.estimate;
  QString finding = tr("%1 reports %2").arg(highlighted->name, numberWithUnit(data, own.value));
  if (rival) {
    const ChartPoint& other = pointAt(*rival, year);
    estimate = estimate || other.estimate;
    finding = tr("%1 and %2 %3", "Spain reports 2%, and, Poland, 4%")
                  .arg(finding, rival->name, numberWithUnit(data, other.value));
  }
  finding = estimate ? tr("%1 in %2 (estimate)").arg(finding, yearInWords(year))
                     : tr("%1 in %2").arg(finding, yearInWords(year));
  return data.goal ? tr("%1; %2", "finding; the goal is 2%").arg(finding, goalSentence(data, pledge))
                   : finding;
}

QString descriptionOf(const ChartData& data) {
  QStringList sentences{data.title + QLatin1Char('.')};
  for (auto line = data.lines.rbegin(); line != data.lines.rend(); ++line) {
    if (line->role != LineRole::Greyed)
      sentences << tr("%1.", "a sentence").arg(pointInWords(data, *line, line->points.back()));
  }
  if (data.goal) sentences << tr("Target: %1.").arg(data.goal->label);
  return sentences.join(QLatin1Char(' '));
}

QString editionInWords(const Source* source, const SourceUid& uid) {
  if (!source) return QString::fromStdString(uid.value);
  return source->published ? tr("edition of %1").arg(dateInWords(*source->published)) : tr("edition undated");
}

}  // namespace

QString roundedText(double value, const std::optional<double>& goal) {
  constexpr int kMostDecimals = 4;
  for (int decimals = 1; decimals < kMostDecimals; ++decimals) {
    const double scale = std::pow(10, decimals);
    const double rounded = std::round(value * scale) / scale;
    const bool sameSide = !goal || (value < *goal) == (rounded < *goal);
    if (sameSide) return wordsLocale().toString(value, 'f', decimals);
  }
  return wordsLocale().toString(value, 'f', kMostDecimals);
}

QString goalInWords(const Pledge& pledge) {
  QString amount = QString::fromStdString(pledge.target.text);
  amount += pledge.measuredBy && isPercent(*pledge.measuredBy) ? QStringLiteral("%") : QString();
  const QString what =
      pledge.sense == PledgeSense::UpTo ? tr("%1 ceiling").arg(amount) : tr("%1 goal").arg(amount);
  if (pledge.due) return tr("%1, due %2").arg(what, dateInWords(*pledge.due));
  if (!pledge.event.when || pledge.event.when->bounds().earliestBegin == kBeginningOfTime) return what;
  return tr("%1 since %2").arg(what, yearInWords(dateOf(pledge.event.when->bounds().earliestBegin).year));
}

QString pointInWords(const ChartData& data, const ChartLine& line, const ChartPoint& point) {
  const QString figure =
      tr("%1, %2: %3", "state, year, figure").arg(line.name, yearInWords(point.year), point.text + data.unit);
  return point.estimate ? tr("%1, an estimate").arg(figure) : figure;
}

void addWords(ChartData& data, const Snapshot& snapshot, const Pledge& pledge, const SourceUid& edition) {
  const SpendingMetric metric = *pledge.measuredBy;
  const Source* source = snapshot.source(edition);
  data.suffix = isPercent(metric) ? QStringLiteral("%") : QString();
  data.unit = unitInWords(metric);
  data.edition = source ? sourceInWords(*source).simplified() : QString::fromStdString(edition.value);
  data.title = titleOf(data, pledge);
  const bool estimates = std::ranges::any_of(data.lines, [](const ChartLine& line) {
    return std::ranges::any_of(line.points, &ChartPoint::estimate);
  });
  const QString measure =
      isPercent(metric) ? tr("%1, in percent").arg(metricInWords(metric)) : metricInWords(metric);
  data.subtitle = tr("%1, %2.", "measure, edition").arg(measure, editionInWords(source, edition));
  if (estimates) data.subtitle += QLatin1Char(' ') + tr("Hollow and dashed: estimate.");
  const QString title = source ? source->title.simplified() : QString();
  const QString named =
      title.isEmpty() ? data.edition : tr("%1; %2", "title; publisher").arg(title, data.edition);
  data.source = tr("Source: %1 (%2).").arg(named, gradeInWords(source ? source->reliability : std::nullopt));
  data.description = descriptionOf(data);
}

}  // namespace entente
