// SPDX-License-Identifier: GPL-3.0-or-later
// Head, people, words and facts of an event; stages, links, sources and claims are in detail_parts.cpp.
#include "app/panes/detail_column.h"

#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

#include "app/render/date_words.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

constexpr int kCaptionWidthPx = 76;

struct GlyphOf {
  GlyphKind operator()(const Summit&) const { return GlyphKind::Summit; }
  GlyphKind operator()(const Message&) const { return GlyphKind::Message; }
  GlyphKind operator()(const Pledge&) const { return GlyphKind::Pledge; }
  GlyphKind operator()(const Statement& statement) const {
    return statement.form == StatementForm::Ruling ? GlyphKind::Ruling : GlyphKind::Statement;
  }
  GlyphKind operator()(const Period&) const { return GlyphKind::Period; }
};

}  // namespace

bool isWebAddress(const QString& url) {
  const QUrl parsed(url, QUrl::StrictMode);
  const QString scheme = parsed.scheme();
  return parsed.isValid() && !parsed.host().isEmpty() &&
         (scheme == QLatin1String("http") || scheme == QLatin1String("https"));
}

DetailColumn::DetailColumn(std::shared_ptr<const EventDetail> detail, const BlockStyle& style,
                           DetailActions actions, QWidget* parent)
    : QWidget(parent),
      m_kept(std::move(detail)),
      m_detail(*m_kept),
      m_style(style),
      m_actions(std::move(actions)),
      m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(16, 12, 16, 16);
  m_column->setSpacing(4);
  addHead();
  addPeople();
  addWords();
  addFacts();
  addStages();
  addPositions();
  addLinks();
  addSources();
  addDisputed();
  m_column->addStretch(1);
}

GlyphKind DetailColumn::glyph() const {
  return std::visit(GlyphOf{}, m_detail.record);
}

void DetailColumn::add(QWidget* block) {
  m_column->addWidget(block);
}

void DetailColumn::addGap(int px) {
  m_column->addSpacing(px);
}

void DetailColumn::addHeading(const QString& text, const QString& note) {
  addGap(8);
  auto* row = new QHBoxLayout;
  QLabel* heading = textLine(m_style, m_style.faces.bodyStrong, Ink::Ink, text);
  heading->setWordWrap(false);
  row->addWidget(heading);
  row->addStretch(1);
  if (!note.isEmpty()) {
    QLabel* caption = textLine(m_style, m_style.faces.caption, Ink::Ink3, note);
    caption->setWordWrap(false);
    row->addWidget(caption);
  }
  m_column->addLayout(row);
}

void DetailColumn::addRow(const QString& caption, QWidget* value) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  QLabel* left = textLine(m_style, m_style.faces.body, Ink::Ink3, caption);
  left->setFixedWidth(kCaptionWidthPx);
  row->addWidget(left, 0, Qt::AlignTop);
  row->addWidget(value, 1);
  m_column->addLayout(row);
}

void DetailColumn::addText(const QString& caption, const QString& value) {
  if (!value.isEmpty()) addRow(caption, textLine(m_style, m_style.faces.body, Ink::Ink, value));
}

QString DetailColumn::actorName(const ActorUid& uid) const {
  const auto found = m_detail.actors.find(uid.value);
  return found == m_detail.actors.end() ? QString::fromStdString(uid.value) : found->second.name;
}

QString DetailColumn::actorWithOffice(const ActorUid& uid) const {
  const QString name = actorName(uid);
  if (!m_detail.shownWhen) return name;
  const TimeSpan day = m_detail.shownWhen->bounds().outer();
  for (const Office& office : m_detail.offices) {
    // Only where it is certain: who may have held an office that day is not named with it.
    if (office.actor != uid || !office.held || overlaps(office.held->bounds(), day) != Certainty::Certain)
      continue;
    const TimeSpan held = office.held->bounds().inner();
    if (held.begin <= day.begin && day.end <= held.end)
      return tr("%1, %2").arg(name, officeInWords(office.office, office.body));
  }
  return name;
}

QString DetailColumn::actorsWithOffices(const std::vector<ActorUid>& uids) const {
  QStringList names;
  for (const ActorUid& uid : uids)
    names << actorWithOffice(uid);
  return names.join(QLatin1Char('\n'));
}

void DetailColumn::addHead() {
  const Event& event = eventOf(m_detail.record);
  auto* kind = new QHBoxLayout;
  kind->setSpacing(6);
  kind->addWidget(new GlyphBox(m_style, glyph()));
  kind->addWidget(textLine(m_style, m_style.faces.body, Ink::Ink2, kindInWords(m_detail.record)), 1);
  m_column->addLayout(kind);
  QLabel* title = textLine(m_style, m_style.faces.title, Ink::Ink, event.title);
  title->setObjectName(QStringLiteral("title"));
  add(title);
  const bool message = std::holds_alternative<Message>(m_detail.record);
  const QString when =
      m_detail.shownWhen
          ? weekdayAndDate(*m_detail.shownWhen, message ? HourWords::SayIfUnknown : HourWords::AsGiven)
          : tr("Date unknown");
  add(textLine(m_style, m_style.faces.date, Ink::Ink, when));
  addGap(4);
}

void DetailColumn::addPeople() {
  const Event& event = eventOf(m_detail.record);
  if (const auto* message = std::get_if<Message>(&m_detail.record)) {
    addText(tr("From"), actorsWithOffices(message->senders));
    addText(tr("To"), actorsWithOffices(message->recipients));
  }
  if (const auto* statement = std::get_if<Statement>(&m_detail.record)) {
    addText(tr("By"), actorWithOffice(statement->speaker));
    addText(tr("On"), statement->medium);
  }
  if (m_detail.place) addText(tr("Place"), m_detail.place->name);
  if (const auto* summit = std::get_if<Summit>(&m_detail.record)) addText(tr("Host"), summit->host);
  for (const Participant& participant : event.participants)
    addText(QString::fromStdString(participant.role), actorWithOffice(participant.actor));
}

void DetailColumn::addWords() {
  const Event& event = eventOf(m_detail.record);
  QString words;
  if (const auto* message = std::get_if<Message>(&m_detail.record)) words = message->text;
  if (const auto* statement = std::get_if<Statement>(&m_detail.record)) words = statement->quote;
  if (!words.isEmpty()) {
    addGap(4);
    add(new QuoteBlock(m_style, glyph(), words));
    addGap(4);
  } else if (std::holds_alternative<Message>(m_detail.record)) {
    addGap(4);
    add(textLine(m_style, m_style.faces.body, Ink::Ink3, tr("The wording of this message is not known.")));
  }
  if (!event.summary.isEmpty()) add(textLine(m_style, m_style.faces.body, Ink::Ink, event.summary));
  if (!event.note.isEmpty()) add(textLine(m_style, m_style.faces.body, Ink::Ink3, event.note));
}

void DetailColumn::addFacts() {
  const auto* pledge = std::get_if<Pledge>(&m_detail.record);
  if (!pledge) return;
  addGap(4);
  addText(tr("Target"), tr("%1 (%2)").arg(targetInWords(*pledge), pledge->metric));
  addText(tr("Due"), pledge->due ? dateInWords(*pledge->due) : tr("no date named"));
  if (pledge->review) addText(tr("Review"), dateInWords(*pledge->review));
  QStringList bound;
  for (const Adherent& adherent : pledge->adherents) {
    bound << (adherent.membersOn ? tr("all members of %1 on %2")
                                       .arg(actorName(adherent.actor), dateInWords(*adherent.membersOn))
                                 : actorName(adherent.actor));
  }
  addText(tr("Bound"), bound.join(QStringLiteral(", ")));
}

}  // namespace entente
