// SPDX-License-Identifier: GPL-3.0-or-later
// Looks a figure up in all of its editions.
#include "app/charts/number_words.h"

#include <fmt/core.h>

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/charts/figure_maker.h"
#include "app/charts/figure_words.h"
#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"
#include "core/analysis/money_gap.h"
#include "core/view/chart_analysis.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("NumberWords", text, disambiguation);
}

const Spending* figureOf(const Snapshot& snapshot, const FigureKey& key) {
  const Spending* found = nullptr;
  for (const Spending& one : snapshot.spending) {
    const bool is = one.actor == key.actor && one.year == key.year && one.metric == key.metric &&
                    one.source == key.edition;
    if (is && (!found || one.uid < found->uid)) found = &one;
  }
  return found;
}

QString amountOf(const Spending& figure) {
  return QString::fromStdString(figure.value.text) + suffixOf(figure.metric);
}

QString sourceSentence(const Snapshot& snapshot, const AnalysisData& data, const SourceUid& uid) {
  const Source* source = snapshot.source(uid);
  if (!source) return tr("Source: %1.").arg(QString::fromStdString(uid.value));
  QString words =
      source->published ? tr("Edition of %1").arg(dateInWords(*source->published)) : tr("Edition undated");
  const auto definition = data.definitions.find(uid.value);
  if (definition != data.definitions.end()) words += tr(", counts %1").arg(definition->second.simplified());
  return tr("%1. %2; %3 (%4).", "edition, title, publisher, grade")
      .arg(words, source->title.simplified(), sourceInWords(*source).simplified(),
           gradeInWords(source->reliability));
}

QString rivalsSentence(const Snapshot& snapshot, const Spending& figure, bool& hasRivals) {
  QStringList same;
  QStringList other;
  for (const Spending& one : snapshot.spending) {
    if (one.actor != figure.actor || one.year != figure.year || one.metric != figure.metric ||
        one.source == figure.source)
      continue;
    const Source* source = snapshot.source(one.source);
    const QString who = source && source->published
                            ? tr("%1 (%2)", "publisher, day")
                                  .arg(source->publisher.simplified(), dateInShort(*source->published))
                        : source ? sourceInWords(*source).simplified()
                                 : QString::fromStdString(one.source.value);
    // The same amount in other figures is no rival.
    (compareAmounts(one.value, figure.value) == 0 ? same : other)
        << tr("%1 says %2", "who, amount").arg(who, amountOf(one));
  }
  hasRivals = !other.isEmpty();
  if (other.isEmpty() && same.isEmpty()) return tr("No other edition has this figure: no rival value.");
  QStringList words;
  if (!other.isEmpty()) words << tr("Rivals: %1.").arg(other.join(QStringLiteral("; ")));
  if (!same.isEmpty())
    words << (same.size() == 1 ? tr("1 other edition says the same.")
                               : tr("%1 other editions say the same.").arg(same.size()));
  return words.join(QLatin1Char(' '));
}

QStringList claimSentences(const Snapshot& snapshot, const FigureKey& key) {
  QStringList words;
  const RecordRef ref{RecordKind::Figure,
                      fmt::format("{}/{}/{}", key.actor.value, key.year, wordOf(key.metric))};
  for (const Resolution& resolution : snapshot.ledger.of(ref)) {
    if (!resolution.shown()) continue;
    const Claim& claim = resolution.shown()->strongest();
    QString sentence =
        tr("%1: %2", "question, answer").arg(resolution.topic.name.simplified(), claim.value.simplified());
    if (resolution.isDisputed()) sentence += tr(" (disputed)");
    words << sentence + QLatin1Char('.');
  }
  return words;
}

QStringList computedSentences(const AnalysisData& data, const Pledge& pledge, const Spending& figure) {
  QStringList words;
  if (!pledge.measuredBy || figure.metric != *pledge.measuredBy || !isMeasure(pledge.unit, figure.metric))
    return words;
  const double distance = figure.value.value - pledge.target.value;
  const QString unit = isPercent(figure.metric) ? tr(" percentage points") : unitInWords(figure.metric);
  const QString size = roundedText(std::abs(distance), 0.0, 2) + unit;
  words << (distance == 0  ? tr("Exactly at the %1.").arg(goalInWords(pledge))
            : distance > 0 ? tr("%1 above the %2.").arg(size, goalInWords(pledge))
                           : tr("%1 below the %2.").arg(size, goalInWords(pledge)));
  if (pledge.sense == PledgeSense::UpTo) return words;
  PledgeQuestion question{pledge, {figure.actor}, figure.source};
  const Table gaps = moneyGaps(question, data).where("year", std::int64_t{figure.year});
  if (gaps.isEmpty() || isMissing(gaps.at(0, "gap"))) return words;
  const double gap = numberOf(gaps.at(0, "gap"));
  const QString money = wordsLocale().toString(std::abs(gap), 'f', 1) +
                        unitInWords(fromWord<SpendingMetric>(textOf(gaps.at(0, "basis")).toStdString())
                                        .value_or(SpendingMetric::UsdBillion));
  words << (gap > 0 ? tr("In money %1 are missing (spending × (target ÷ share − 1), both of this edition).")
                          .arg(money)
                    : tr("In money %1 are spent beyond the target.").arg(money));
  return words;
}

}  // namespace

NumberWords numberWords(const Snapshot& snapshot, const Pledge& pledge, const FigureKey& key) {
  NumberWords words;
  const Spending* figure = figureOf(snapshot, key);
  if (!figure) return words;
  const AnalysisData data = analysisData(snapshot);
  words.title = tr("%1, %2", "state, year").arg(shortNameOf(snapshot, key.actor), yearInWords(key.year));
  words.amount = amountOf(*figure);
  const QString unit = unitInWords(figure->metric).mid(suffixOf(figure->metric).size()).trimmed();
  words.unit = figure->estimate ? tr("%1, an estimate").arg(unit) : unit;
  words.source = figure->source;
  words.sentences << sourceSentence(snapshot, data, figure->source)
                  << rivalsSentence(snapshot, *figure, words.hasRivals);
  words.sentences << claimSentences(snapshot, key) << computedSentences(data, pledge, *figure);
  if (!figure->note.isEmpty()) words.sentences << tr("Note: %1").arg(figure->note.simplified());
  words.copy = tr("%1: %2 %3", "state and year, amount, unit").arg(words.title, words.amount, words.unit) +
               QLatin1Char('\n') + words.sentences.join(QLatin1Char('\n'));
  return words;
}

}  // namespace entente
