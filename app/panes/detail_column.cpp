// SPDX-License-Identifier: GPL-3.0-or-later
// Head, people, words and facts of an event; stages, links, sources and claims are in detail_parts.cpp.
#include "app/panes/detail_column.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"

namespace entente {

DetailColumn::DetailColumn(std::shared_ptr<const EventDetail> shown, std::shared_ptr<const Snapshot> seen,
                           const BlockStyle& style, BlockActions actions, QWidget* parent)
    : BlockColumn(std::move(shown), std::move(seen), style, std::move(actions), parent) {
  addHead();
  addActions();
  addPeople();
  addWords();
  addFacts();
  addTags();
  addClaimed();
  addLifeLine();
  addPositions();
  addLinks();
  addSources();
  addDisputed();
  column().addStretch(1);
}

QString DetailColumn::dateField() const {
  const bool message = std::holds_alternative<Message>(detail().record);
  return message ? stageField(StageKind::Sent) : QStringLiteral("when");
}

QString DetailColumn::actorsWithOffices(const std::vector<ActorUid>& uids) const {
  QStringList names;
  for (const ActorUid& uid : uids)
    names << actorWithOffice(detail(), uid);
  return names.join(QLatin1Char('\n'));
}

void DetailColumn::addHead() {
  const Event& event = eventOf(detail().record);
  auto* kind = new QHBoxLayout;
  kind->setSpacing(6);
  kind->addWidget(new GlyphBox(look(), glyph()));
  kind->addWidget(textLine(look(), look().faces.body, Ink::Ink2, kindInWords(detail().record)), 1);
  if (const QString words = disputesInWords(snapshot().disputesOf(detail().id)); !words.isEmpty()) {
    QLabel* note = textLine(look(), look().faces.caption, Ink::Ink3, words);
    note->setWordWrap(false);
    kind->addWidget(note);
  }
  column().addLayout(kind);
  QLabel* title = textLine(look(), look().faces.title, Ink::Ink, event.title);
  title->setObjectName(QStringLiteral("title"));
  add(title);
  const bool message = std::holds_alternative<Message>(detail().record);
  const QString when =
      detail().shownWhen
          ? weekdayAndDate(*detail().shownWhen, message ? HourWords::SayIfUnknown : HourWords::AsGiven)
          : tr("Date unknown");
  QLabel* date = textLine(look(), look().faces.date, Ink::Ink, sentenceCase(when));
  date->setObjectName(QStringLiteral("date"));
  addMarked(date, fieldBlocks(dateField()));
  if (snapshot().possiblyKnown.contains(detail().id))
    add(textLine(look(), look().faces.caption, Ink::Ink2,
                 tr("It may not have been known by the chosen day.")));
  addGap(4);
}

void DetailColumn::addPeople() {
  const Event& event = eventOf(detail().record);
  if (const auto* message = std::get_if<Message>(&detail().record)) {
    addText(tr("From"), actorsWithOffices(message->senders));
    addText(tr("To"), actorsWithOffices(message->recipients));
  }
  if (const auto* statement = std::get_if<Statement>(&detail().record)) {
    addText(tr("By"), actorWithOffice(detail(), statement->speaker));
    addText(tr("On"), statement->medium);
  }
  if (detail().place) addText(tr("Place"), detail().place->name);
  if (const auto* summit = std::get_if<Summit>(&detail().record)) addText(tr("Host"), summit->host);
  for (const Participant& participant : event.participants)
    addText(QString::fromStdString(participant.role), actorWithOffice(detail(), participant.actor));
}

void DetailColumn::addWords() {
  const Event& event = eventOf(detail().record);
  QString words;
  if (const auto* message = std::get_if<Message>(&detail().record)) words = message->text;
  if (const auto* statement = std::get_if<Statement>(&detail().record)) words = statement->quote;
  if (!words.isEmpty()) {
    addGap(4);
    add(new QuoteBlock(look(), glyph(), words));
    addGap(4);
  } else if (std::holds_alternative<Message>(detail().record)) {
    addGap(4);
    add(textLine(look(), look().faces.body, Ink::Ink3, tr("The wording of this message is not known.")));
  }
  if (!event.summary.isEmpty()) add(textLine(look(), look().faces.body, Ink::Ink, event.summary));
  if (!event.note.isEmpty()) add(textLine(look(), look().faces.body, Ink::Ink3, event.note));
}

void DetailColumn::addFacts() {
  const auto* pledge = std::get_if<Pledge>(&detail().record);
  if (!pledge) return;
  addGap(4);
  addText(tr("Target"), tr("%1 (%2)").arg(targetInWords(*pledge), pledge->metric));
  addText(tr("Due"), pledge->due ? dateInWords(*pledge->due) : tr("no date named"));
  if (pledge->review) addText(tr("Review"), dateInWords(*pledge->review));
  QStringList bound;
  for (const Adherent& adherent : pledge->adherents) {
    bound << (adherent.membersOn
                  ? tr("all members of %1 on %2")
                        .arg(actorName(detail(), adherent.actor), dateInWords(*adherent.membersOn))
                  : actorName(detail(), adherent.actor));
  }
  addText(tr("Bound"), bound.join(QStringLiteral(", ")));
}

}  // namespace entente
