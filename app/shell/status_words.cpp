// SPDX-License-Identifier: GPL-3.0-or-later
// Puts counts into sentences.
#include "app/shell/status_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/render/date_words.h"
#include "app/render/zone_tables.h"
#include "app/session/session.h"

namespace entente {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("StatusWords", text);
}

}  // namespace

QString countsInWords(const Session& session) {
  const LaneSlices& slices = *session.slices();
  const auto number = [](std::int64_t n) { return wordsLocale().toString(static_cast<qlonglong>(n)); };
  QStringList words;
  const QString all = number(slices.eventCount());
  if (!session.view().filter.isEmpty())
    words << tr("%1 of %2 events match").arg(number(slices.matchingCount()), all);
  else
    words << (slices.eventCount() == 1 ? tr("1 event") : tr("%1 events").arg(all));
  const LaneSlices::Counts counts = slices.countIn(session.view().span);
  words << (counts.possible > 0 ? tr("%1 certain, %2 possible in this span")
                                      .arg(number(counts.certain), number(counts.possible))
                                : tr("%1 in this span").arg(number(counts.certain)));
  const std::size_t undated = slices.snapshot().dataset.curated->undated.size();
  if (undated > 0) words << tr("%1 without a date").arg(undated);
  if (const std::size_t hidden = slices.hiddenCount())
    words << (hidden == 1 ? tr("1 lane hidden") : tr("%1 lanes hidden").arg(hidden));
  if (!session.picked().empty())
    words << tr("%1 selected").arg(number(static_cast<std::int64_t>(session.picked().size())));
  if (session.view().knownAsOf) words << tr("as known on %1").arg(dateInWords(*session.view().knownAsOf));
  return words.join(QStringLiteral("     "));
}

QString titleInWords(const Snapshot& snapshot) {
  const QString name = snapshot.info.title.isEmpty()
                           ? QString::fromStdString(snapshot.info.path.filename().string())
                           : snapshot.info.title;
  return snapshot.isWritable ? tr("%1 – Entente").arg(name) : tr("%1 (read only) – Entente").arg(name);
}

QString zoneSentence(const QString& zone) {
  return zone.isEmpty()
             ? tr("Times in UTC where no other zone is named")
             : tr("The axis goes by %1 time; dates stand as their sources give them").arg(zoneInWords(zone));
}

QString archiveInWords(const Snapshot& snapshot) {
  const QString name = QString::fromStdString(snapshot.info.path.filename().string());
  return snapshot.isWritable ? name : tr("%1, read only").arg(name);
}

}  // namespace entente
