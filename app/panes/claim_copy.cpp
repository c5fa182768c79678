// SPDX-License-Identifier: GPL-3.0-or-later
// Fills the clipboard.
#include "app/panes/claim_copy.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

#include "app/render/date_words.h"
#include "app/session/session.h"
#include "app/words/citation_words.h"
#include "app/words/claim_words.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("ClaimCopy", text, disambiguation);
}

QString sentenceOf(const Snapshot& snapshot, const Resolution& resolution) {
  const Ledger& ledger = snapshot.ledger;
  const QString about = QStringLiteral("%1, %2").arg(subjectInWords(snapshot, resolution.topic.subject),
                                                     topicName(resolution.topic));
  return tr("%1: %2", "record and field, attribution")
      .arg(about,
           attributionSentence(resolution, [&ledger](const SourceUid& uid) { return ledger.source(uid); }));
}

}  // namespace

void copyAttribution(const Session& session, const Topic& topic) {
  const Resolution* resolution = session.snapshot()->ledger.of(topic);
  if (resolution) QGuiApplication::clipboard()->setText(sentenceOf(*session.snapshot(), *resolution));
}

bool copyAttribution(const Session& session) {
  const auto selected = session.selected();
  if (!session.snapshot() || !selected) return false;
  const Snapshot& snapshot = *session.snapshot();
  const EventTitle* title = snapshot.title(*selected);
  if (!title) return false;
  const RecordRef ref{recordKindOf(title->kind), title->uid.value};
  const QString field =
      title->kind == EventKind::Message ? stageField(StageKind::Sent) : QStringLiteral("when");
  const bool isAsked = session.topic() && session.topic()->subject == ref;
  const Topic topic = isAsked ? *session.topic() : Topic{ref, false, field};
  if (const Resolution* resolution = snapshot.ledger.of(topic)) {
    QGuiApplication::clipboard()->setText(sentenceOf(snapshot, *resolution));
    return true;
  }
  const EventParties* parties = snapshot.partiesOf(*selected);
  const Source* source =
      parties && !parties->sources.empty() ? snapshot.ledger.source(parties->sources.front()) : nullptr;
  QString text =
      title->when ? tr("%1, %2", "event, date").arg(title->title, dateInWords(*title->when)) : title->title;
  if (source) text = tr("%1, according to %2", "event, source").arg(text, shortCitation(*source));
  QGuiApplication::clipboard()->setText(text + QLatin1Char('.'));
  return true;
}

}  // namespace entente
