// SPDX-License-Identifier: GPL-3.0-or-later
// Sets envelope, words, life line and stages below each other.
#include "app/panes/message_column.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panes/life_line_strip.h"
#include "app/render/date_words.h"
#include "app/words/claim_words.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

QString languageInWords(const QString& tag) {
  const QLocale locale(tag);
  return locale.language() == QLocale::C ? tag : QLocale::languageToString(locale.language());
}

}  // namespace

MessageColumn::MessageColumn(std::shared_ptr<const EventDetail> shown, std::shared_ptr<const Snapshot> seen,
                             const BlockStyle& style, BlockActions actions, QWidget* parent)
    : BlockColumn(std::move(shown), std::move(seen), style, std::move(actions), parent),
      m_message(std::get<Message>(detail().record)) {
  addEnvelope();
  addWords();
  addLifeLine();
  addLinks();
  column().addStretch(1);
}

void MessageColumn::addPerson(const QString& caption, const ActorUid& uid) {
  auto* person = new QWidget;
  auto* lines = new QVBoxLayout(person);
  lines->setContentsMargins(0, 0, 0, 4);
  lines->setSpacing(0);
  lines->addWidget(textLine(look(), look().faces.bodyStrong, Ink::Ink, actorName(detail(), uid)));
  if (const QString office = officeOnTheDay(detail(), uid); !office.isEmpty())
    lines->addWidget(textLine(look(), look().faces.body, Ink::Ink2, office));
  addRow(caption, person);
}

void MessageColumn::addEnvelope() {
  auto* kind = new QHBoxLayout;
  kind->setSpacing(6);
  kind->addWidget(new GlyphBox(look(), glyph()));
  QString way = channelInWords(m_message.channel);
  const Resolution* claimed = snapshot().ledger.field(record(), QStringLiteral("channel"));
  if (claimed && claimed->wonBy == WonBy::Pin) way = valueInWords(*claimed->shown());
  if (!m_message.language.isEmpty()) way = tr("%1, in %2").arg(way, languageInWords(m_message.language));
  kind->addWidget(textLine(look(), look().faces.body, Ink::Ink2, way), 1);
  const TopicBlocks channel = fieldBlocks(QStringLiteral("channel"));
  if (channel.mark) kind->addWidget(channel.mark);
  column().addLayout(kind);
  if (channel.board) add(channel.board);
  const QString when =
      detail().shownWhen ? weekdayAndDate(*detail().shownWhen, HourWords::SayIfUnknown) : tr("Date unknown");
  QLabel* date = textLine(look(), look().faces.title, Ink::Ink, sentenceCase(when));
  date->setObjectName(QStringLiteral("messageDate"));
  addMarked(date, fieldBlocks(stageField(StageKind::Sent)));
  addGap(4);
  QString caption = tr("From");
  for (const ActorUid& uid : m_message.senders)
    addPerson(std::exchange(caption, QString()), uid);
  caption = tr("To");
  for (const ActorUid& uid : m_message.recipients)
    addPerson(std::exchange(caption, QString()), uid);
  if (m_message.recipients.empty()) addText(tr("To"), tr("not recorded"));
}

void MessageColumn::addWords() {
  addGap(4);
  if (!m_message.text.isEmpty()) {
    add(new QuoteBlock(look(), glyph(), m_message.text));
    if (m_message.text.contains(QStringLiteral("[...]")))
      add(textLine(look(), look().faces.caption, Ink::Ink3, tr("[...] marks what the source leaves out.")));
  } else {
    add(textLine(look(), look().faces.body, Ink::Ink2, tr("The wording of this message is not known.")));
    if (!m_message.event.summary.isEmpty())
      add(textLine(look(), look().faces.body, Ink::Ink, m_message.event.summary));
  }
  if (const Resolution* text = snapshot().ledger.field(record(), QStringLiteral("text"))) addTopic(*text);
  for (const SourceUid& uid : m_message.event.sources) {
    const auto source = detail().sources.find(uid.value);
    if (source == detail().sources.end()) continue;
    addGap(4);
    addSource(source->second);
    break;  // the first one is whom the wording is from
  }
  if (!m_message.event.note.isEmpty())
    add(textLine(look(), look().faces.caption, Ink::Ink3, m_message.event.note));
}

void MessageColumn::addLifeLine() {
  if (detail().stages.empty()) return;
  const LifeLine line = lifeLineOf(detail().stages);
  addHeading(tr("Life line"), publicationInWords(line));
  auto* strip = new LifeLineStrip(sharedDetail(), line, look());
  connect(strip, &LifeLineStrip::chosen, this, &MessageColumn::point);
  add(strip);
  addHeading(tr("Stage by stage"),
             detail().stages.size() == 1 ? tr("one") : tr("%1 in all").arg(detail().stages.size()));
  for (const LifeLineCell& cell : line.cells) {
    for (const LifeLineStop& stop : cell.stops)
      addStage(stop.stage, stop.sinceFirst ? delayInWords(*stop.sinceFirst) : QString());
  }
  for (const Stage& stage : line.undated)
    addStage(stage, {});
}

void MessageColumn::addStage(const Stage& stage, const QString& delay) {
  auto* block = new QFrame;
  block->setObjectName(QStringLiteral("stage"));
  block->setFocusPolicy(Qt::NoFocus);
  auto* lines = new QVBoxLayout(block);
  lines->setContentsMargins(8, 4, 8, 4);
  lines->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(textLine(look(), look().faces.bodyStrong, Ink::Ink, stageInWords(stage.stage)));
  head->addWidget(textLine(look(), look().faces.body, Ink::Ink,
                           stage.when ? dateInWords(*stage.when) : tr("day unknown")),
                  1);
  lines->addLayout(head);
  QStringList what;
  if (!delay.isEmpty()) what << delay;
  if (!stage.actor.value.empty()) what << actorName(detail(), stage.actor);
  if (!stage.where.isEmpty()) what << stage.where;
  if (!what.isEmpty())
    lines->addWidget(textLine(look(), look().faces.body, Ink::Ink2, what.join(QStringLiteral(", "))));
  const auto source = detail().sources.find(stage.source.value);
  if (source != detail().sources.end())
    lines->addWidget(
        textLine(look(), look().faces.caption, Ink::Ink3,
                 tr("%1 · %2").arg(sourceInWords(source->second), gradeInWords(source->second.reliability))));
  if (!stage.note.isEmpty()) lines->addWidget(textLine(look(), look().faces.caption, Ink::Ink3, stage.note));
  const bool firstOfKind = std::ranges::none_of(m_stages, [&](const auto& one) {
    return one.second->property("kind").toInt() == static_cast<int>(stage.stage);
  });
  block->setProperty("kind", static_cast<int>(stage.stage));
  m_stages.emplace(stage.uid, block);
  add(block);
  // The one that the message is dated by has its mark above.
  if (!firstOfKind || stage.stage == StageKind::Sent) return;
  const TopicBlocks blocks = fieldBlocks(stageField(stage.stage));
  if (!blocks.mark) return;
  head->addWidget(blocks.mark);
  add(blocks.board);
}

QWidget* MessageColumn::stageBlock(const StageUid& stage) const {
  const auto found = m_stages.find(stage);
  return found == m_stages.end() ? nullptr : found->second;
}

void MessageColumn::point(const StageUid& stage) {
  for (const auto& [uid, block] : m_stages) {
    const bool here = uid == stage;
    QPalette colors = block->palette();
    colors.setColor(QPalette::Window, here ? look().theme.selectedFill : look().theme.canvas);
    block->setPalette(colors);
    block->setAutoFillBackground(here);
    if (!here) continue;
    for (QWidget* up = parentWidget(); up; up = up->parentWidget()) {
      if (auto* scroll = qobject_cast<QScrollArea*>(up)) scroll->ensureWidgetVisible(block, 0, 24);
    }
  }
}

}  // namespace entente
