// SPDX-License-Identifier: GPL-3.0-or-later
// Citations and attribution sentences.
#include "app/words/citation_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/render/date_words.h"
#include "app/words/claim_words.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("CitationWords", text, disambiguation);
}

QString nameOf(const Source& source) {
  if (!source.publisher.isEmpty()) return source.publisher;
  return source.title.isEmpty() ? QString::fromStdString(source.uid.value) : source.title;
}

/// A publisher in brackets is what the archive calls one that has no name.
QString inSentence(QString name) {
  if (name.startsWith(QLatin1Char('(')) && name.endsWith(QLatin1Char(')'))) {
    name = name.mid(1, name.size() - 2);
    return tr("an %1", "a source without a name, its kind").arg(name);
  }
  if (name.startsWith(QLatin1String("The "))) name[0] = QLatin1Char('t');
  return name;
}

QString sourceOf(const Claim& claim, const SourceLookup& lookup) {
  const Source* source = lookup(claim.source);
  return source ? shortCitation(*source) : QString::fromStdString(claim.source.value);
}

}  // namespace

QString noteCitation(const Source& source) {
  QStringList parts;
  if (!source.author.isEmpty()) parts << source.author;
  if (!source.title.isEmpty()) parts << tr("\u201c%1\u201d", "a title in a citation").arg(source.title);
  if (!source.publisher.isEmpty() && source.publisher != source.author) parts << source.publisher;
  if (source.published) parts << dateInWords(*source.published);
  if (!source.url.isEmpty()) parts << source.url;
  if (source.accessed) parts << tr("accessed %1").arg(dateInWords(*source.accessed));
  if (parts.isEmpty()) parts << QString::fromStdString(source.uid.value);
  return parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

QString authorDateCitation(const Source& source) {
  const QString who = source.author.isEmpty() ? nameOf(source) : source.author;
  if (!source.published || source.published->beginKind() != EndKind::Known)
    return tr("(%1, n.d.)", "author, no date").arg(who);
  return tr("(%1 %2)", "author, year").arg(who, yearInWords(source.published->begin().year));
}

QString shortCitation(const Source& source) {
  const QString name = inSentence(nameOf(source));
  return source.published ? tr("%1, %2", "source, date").arg(name, dateInWords(*source.published)) : name;
}

QString attributionSentence(const Resolution& resolution, const SourceLookup& lookup) {
  QStringList parts;
  constexpr std::size_t kMostRivals = 3;
  const ClaimedValue* shown = resolution.shown();
  const std::size_t first = shown ? 1 : 0;
  if (shown)
    parts << tr("%1, according to %2", "value, source")
                 .arg(valueInWords(*shown), sourceOf(shown->strongest(), lookup));
  for (std::size_t i = first; i < resolution.values.size() && i < first + kMostRivals; ++i) {
    const ClaimedValue& rival = resolution.values[i];
    const QString who = sourceOf(rival.strongest(), lookup);
    parts << (rival.refuted ? tr("%1 says %2 (refuted)", "source, value").arg(who, valueInWords(rival))
                            : tr("%1 says %2", "source, value").arg(who, valueInWords(rival)));
  }
  if (resolution.values.size() > first + kMostRivals)
    parts << tr("and %1 more values are claimed").arg(resolution.values.size() - first - kMostRivals);
  return parts.join(QStringLiteral("; ")) + QLatin1Char('.');
}

}  // namespace entente
