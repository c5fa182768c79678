// SPDX-License-Identifier: GPL-3.0-or-later
// Puts counts into sentences.
#include "app/shell/status_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/render/date_words.h"

namespace entente {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("StatusWords", text);
}

}  // namespace

QString countsInWords(const LaneSlices& slices, TimeSpan span) {
  const LaneSlices::Counts counts = slices.countIn(span);
  const auto number = [](std::int64_t n) { return wordsLocale().toString(static_cast<qlonglong>(n)); };
  const std::size_t undated = slices.snapshot().dataset.curated->undated.size();
  QString words = tr("%1 events").arg(number(slices.eventCount())) + QStringLiteral("     ");
  words +=
      counts.possible > 0
          ? tr("%1 certain, %2 possible in this span").arg(number(counts.certain), number(counts.possible))
          : tr("%1 in this span").arg(number(counts.certain));
  if (undated > 0) words += QStringLiteral("     ") + tr("%1 without a date").arg(undated);
  return words;
}

QString archiveInWords(const Snapshot& snapshot) {
  const QString name = QString::fromStdString(snapshot.info.path.filename().string());
  // Until the program can change an archive, every one is open for reading only.
  return tr("%1, read only").arg(name);
}

}  // namespace entente
