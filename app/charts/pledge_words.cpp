// SPDX-License-Identifier: GPL-3.0-or-later
// Says it in sentences.
#include "app/charts/pledge_words.h"

#include <QCollator>
#include <QCoreApplication>
#include <algorithm>

#include "app/charts/figure_maker.h"
#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"
#include "core/analysis/adherents.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("PledgeWords", text, disambiguation);
}

QString nameOf(const Snapshot& snapshot, const ActorUid& uid) {
  const Actor* actor = snapshot.actor(uid);
  return actor ? actor->name.simplified() : QString::fromStdString(uid.value);
}

QString bodyInWords(const Snapshot& snapshot, const Adherent& adherent,
                    const std::vector<BoundActor>& bound) {
  const QString body = shortNameOf(snapshot, adherent.actor);
  if (!adherent.membersOn) return nameOf(snapshot, adherent.actor);
  const QString day = dateInWords(*adherent.membersOn);
  const auto through = std::ranges::count(bound, adherent.actor, &BoundActor::through);
  const auto possible = std::ranges::count_if(bound, [&](const BoundActor& one) {
    return one.through == adherent.actor && one.certainty != Certainty::Certain;
  });
  if (through == 0) return tr("the members of %1 on %2 (this archive does not list them)").arg(body, day);
  const QString count = through == 1 ? tr("1 state") : tr("%1 states").arg(through);
  const QString sure = possible == 0 ? count : tr("%1, %2 of them possibly").arg(count).arg(possible);
  return tr("%1: members of %2 on %3").arg(sure, body, day);
}

QString link(const Snapshot& snapshot, const RecordRef& ref, const QString& color) {
  const QString title = titleOf(snapshot, ref).toHtmlEscaped();
  if (!snapshot.find(ref)) return title;
  return QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>")
      .arg(QString::fromStdString(ref.text()).toHtmlEscaped(), color, title);
}

}  // namespace

QString titleOf(const Snapshot& snapshot, const RecordRef& ref) {
  const auto id = snapshot.find(ref);
  return id ? snapshot.label(*id).simplified() : QString::fromStdString(ref.uid);
}

QString targetAsHeading(const Pledge& pledge) {
  QString words = targetInWords(pledge);
  if (!words.isEmpty()) words[0] = words[0].toUpper();
  return words;
}

AdherentWords adherentsInWords(const Snapshot& snapshot, const Pledge& pledge) {
  AdherentWords words;
  if (pledge.adherents.empty()) {
    words.sentence = tr("nobody is named");
    return words;
  }
  const auto bound = adherentsOf(pledge, snapshot.accessions);
  QStringList bodies;
  for (const Adherent& adherent : pledge.adherents)
    bodies << bodyInWords(snapshot, adherent, bound);
  words.sentence = bodies.join(QStringLiteral("; "));
  for (const BoundActor& one : bound) {
    if (one.through.value.empty()) continue;
    const QString name = shortNameOf(snapshot, one.actor);
    words.names << (one.certainty == Certainty::Certain ? name : tr("%1 (possibly)").arg(name));
  }
  QCollator collator(wordsLocale());
  std::ranges::sort(words.names,
                    [&](const QString& a, const QString& b) { return collator.compare(a, b) < 0; });
  return words;
}

QString factsLine(const Snapshot& snapshot, const Pledge& pledge, const QString& linkColor) {
  QStringList parts{targetAsHeading(pledge).toHtmlEscaped()};
  const QString status = pledgeStatusInWords(pledge.status).toHtmlEscaped();
  parts << (pledge.event.when
                ? tr("%1, %2", "status, date").arg(status, dateInWords(*pledge.event.when).toHtmlEscaped())
                : status);
  if (!pledge.madeAt.value.empty())
    parts << tr("at %1", "made at a summit")
                 .arg(link(snapshot, {RecordKind::Summit, pledge.madeAt.value}, linkColor));
  if (!pledge.partOf.value.empty())
    parts << tr("part of %1").arg(link(snapshot, {RecordKind::Pledge, pledge.partOf.value}, linkColor));
  if (pledge.due) parts << tr("due %1").arg(dateInWords(*pledge.due).toHtmlEscaped());
  if (pledge.review) parts << tr("review %1").arg(dateInWords(*pledge.review).toHtmlEscaped());
  if (!pledge.adherents.empty()) parts << adherentsInWords(snapshot, pledge).sentence.toHtmlEscaped();
  return parts.join(QStringLiteral("&nbsp;&middot; "));
}

QString dayOfPosition(const Position& position) {
  return position.when ? dateInWords(*position.when) : tr("day unknown");
}

QString whoAndPosition(const Snapshot& snapshot, const Position& position) {
  return tr("%1: %2", "state, position")
      .arg(nameOf(snapshot, position.actor), positionInWords(position.position));
}

QString sourceOfPosition(const Snapshot& snapshot, const Position& position) {
  const Source* source = snapshot.source(position.source);
  if (!source) return {};
  return tr("Source: %1 (%2)").arg(sourceInWords(*source).simplified(), gradeInWords(source->reliability));
}

QString positionInSpeech(const Snapshot& snapshot, const Position& position) {
  QString words =
      tr("%1, %2.", "day, position").arg(dayOfPosition(position), whoAndPosition(snapshot, position));
  if (!position.detail.isEmpty()) words += QLatin1Char(' ') + position.detail;
  const QString source = sourceOfPosition(snapshot, position);
  return source.isEmpty() ? words : words + QLatin1Char(' ') + source + QLatin1Char('.');
}

}  // namespace entente
