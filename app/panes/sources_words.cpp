// SPDX-License-Identifier: GPL-3.0-or-later
// Counts are joined as a list; each is a phrase of its own.
#include "app/panes/sources_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "app/render/date_words.h"

namespace entente {

namespace {

struct SourcesWords {
  Q_DECLARE_TR_FUNCTIONS(SourcesWords)
};

void addCount(QStringList& parts, std::int64_t count, const QString& one, const QString& many) {
  if (count == 1) parts << one;
  if (count > 1) parts << many.arg(wordsLocale().toString(static_cast<qlonglong>(count)));
}

QString refutedInWords(const SourceUse& use) {
  if (use.refutedClaims == 0) return {};
  if (use.refutedClaims == use.claims) return SourcesWords::tr(" (refuted)");
  return SourcesWords::tr(" (%1 of them refuted)").arg(use.refutedClaims);
}

}  // namespace

QString sourceKindInWords(SourceKind kind) {
  switch (kind) {
    case SourceKind::Article:
      return SourcesWords::tr("Article");
    case SourceKind::Dataset:
      return SourcesWords::tr("Data set");
    case SourceKind::Official:
      return SourcesWords::tr("Official document");
    case SourceKind::Post:
      return SourcesWords::tr("Post");
  }
  return {};
}

QString sourceName(const Source& source) {
  if (!source.publisher.isEmpty()) return source.publisher.simplified();
  return source.title.isEmpty() ? QString::fromStdString(source.uid.value) : source.title.simplified();
}

QString useInWords(const SourceUse& use) {
  QStringList parts;
  addCount(parts, use.events, SourcesWords::tr("1 event"), SourcesWords::tr("%1 events"));
  addCount(parts, use.stages, SourcesWords::tr("1 stage of a message"),
           SourcesWords::tr("%1 stages of messages"));
  addCount(parts, use.positions, SourcesWords::tr("1 position"), SourcesWords::tr("%1 positions"));
  addCount(parts, use.claims, SourcesWords::tr("1 claim"), SourcesWords::tr("%1 claims"));
  if (use.claims > 0) parts.back() += refutedInWords(use);
  addCount(parts, use.figures, SourcesWords::tr("1 figure"), SourcesWords::tr("%1 figures"));
  addCount(parts, use.others, SourcesWords::tr("1 other record"), SourcesWords::tr("%1 other records"));
  return parts.isEmpty() ? SourcesWords::tr("Nothing rests on it") : parts.join(QStringLiteral(", "));
}

QString useInShort(const SourceUse& use) {
  QStringList parts;
  if (use.refutedClaims == 0)
    addCount(parts, use.events, SourcesWords::tr("1 event"), SourcesWords::tr("%1 events"));
  addCount(parts, use.claims, SourcesWords::tr("1 claim"), SourcesWords::tr("%1 claims"));
  if (use.refutedClaims > 0) parts << SourcesWords::tr("%1 refuted").arg(use.refutedClaims);
  return parts.join(QStringLiteral(", "));
}

QString claimsInWords(const SourceVoice& voice) {
  if (voice.claims == 0) return {};
  QStringList judged;
  const auto add = [&judged](std::int64_t count, const QString& words) {
    if (count > 0) judged << words.arg(wordsLocale().toString(static_cast<qlonglong>(count)));
  };
  add(voice.adopted, SourcesWords::tr("%1 adopted"));
  add(voice.disputed, SourcesWords::tr("%1 disputed"));
  add(voice.refuted, SourcesWords::tr("%1 refuted"));
  QString words =
      voice.claims == 1 ? SourcesWords::tr("1 claim") : SourcesWords::tr("%1 claims").arg(voice.claims);
  if (!judged.isEmpty()) words += QStringLiteral(": ") + judged.join(QStringLiteral(", "));
  return voice.shown == 0   ? SourcesWords::tr("%1; none is shown").arg(words)
         : voice.shown == 1 ? SourcesWords::tr("%1; one is shown").arg(words)
                            : SourcesWords::tr("%1; %2 are shown").arg(words).arg(voice.shown);
}

QString aloneInWords(const SourceVoice& voice) {
  QStringList parts;
  if (voice.shownAlone == 1) parts << SourcesWords::tr("1 shown value");
  if (voice.shownAlone > 1) parts << SourcesWords::tr("%1 shown values").arg(voice.shownAlone);
  if (voice.eventsAlone == 1) parts << SourcesWords::tr("1 event");
  if (voice.eventsAlone > 1) parts << SourcesWords::tr("%1 events").arg(voice.eventsAlone);
  if (parts.isEmpty()) return SourcesWords::tr("Nothing rests on it alone");
  return SourcesWords::tr("Nobody else stands behind %1").arg(parts.join(SourcesWords::tr(" and ")));
}

QString languageInWords(const QString& code) {
  const QLocale::Language language = QLocale(code).language();
  return language == QLocale::C ? code : QLocale::languageToString(language);
}

}  // namespace entente
