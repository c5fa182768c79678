// SPDX-License-Identifier: GPL-3.0-or-later
// Collation keys are made once a text; folding decomposes and drops the marks.
#include "app/panes/table_order.h"

#include <QCollator>
#include <QStringList>
#include <algorithm>
#include <numeric>

#include "app/render/date_words.h"

namespace entente {

std::vector<int> collatedRanks(const std::vector<QString>& texts) {
  QCollator collator(wordsLocale());
  collator.setCaseSensitivity(Qt::CaseInsensitive);
  collator.setNumericMode(true);
  std::vector<QCollatorSortKey> keys;
  keys.reserve(texts.size());
  for (const QString& text : texts)
    keys.push_back(collator.sortKey(text));
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&keys](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
  std::vector<int> ranks(texts.size());
  int rank = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && keys[order[i - 1]] < keys[order[i]]) ++rank;
    ranks[order[i]] = rank;
  }
  return ranks;
}

QString foldedText(const QString& text) {
  // Letters with a stroke have no decomposition, yet nobody types them who looks for "Moller".
  static const QString kStroked = QStringLiteral("øłđħı");
  static const QString kPlain = QStringLiteral("oldhi");
  QString out;
  const QString decomposed = text.toCaseFolded().normalized(QString::NormalizationForm_KD);
  out.reserve(decomposed.size());
  for (const QChar c : decomposed) {
    if (c.category() == QChar::Mark_NonSpacing) continue;
    const qsizetype stroked = kStroked.indexOf(c);
    out += stroked < 0 ? c : kPlain[stroked];
  }
  return out.simplified();
}

bool hasAllWords(const QString& foldedText, const QString& foldedWords) {
  const QStringList words = foldedWords.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  return std::ranges::all_of(words, [&](const QString& word) { return foldedText.contains(word); });
}

}  // namespace entente
