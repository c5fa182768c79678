// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the message's column, or where messages are to be found.
#include "app/panes/message_pane.h"

#include <QVBoxLayout>

#include "app/panes/message_column.h"
#include "app/session/session.h"

namespace entente {

namespace {

struct NotAMessage {
  QString operator()(const Summit&) const { return MessagePane::tr("What is selected is a summit"); }
  QString operator()(const Message&) const { return {}; }
  QString operator()(const Pledge&) const { return MessagePane::tr("What is selected is a pledge"); }
  QString operator()(const Statement&) const { return MessagePane::tr("What is selected is a statement"); }
  QString operator()(const Period&) const { return MessagePane::tr("What is selected is a period"); }
  QString operator()(const PlainEvent&) const { return MessagePane::tr("What is selected is an event"); }
};

}  // namespace

MessagePane::MessagePane(Session& session, QWidget* parent) : ColumnPane(session, tr("Message"), parent) {
  setObjectName(QStringLiteral("message"));
  askRebuild();
}

void MessagePane::showNothingSelected() {
  showNote(
      tr("No message is selected"),
      {tr("Click an envelope on the timeline, and the message stands here with its life line: when it was "
          "sent, and how it became public.")});
}

void MessagePane::showDetail() {
  const std::shared_ptr<const EventDetail>& detail = session().detail();
  if (std::holds_alternative<Message>(detail->record)) {
    showColumn(new MessageColumn(detail, session().snapshot(), look(), actions()));
    return;
  }
  const BlockStyle blocks = look();
  const BlockActions act = actions();
  auto* list = new QWidget;
  auto* column = new QVBoxLayout(list);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  int messages = 0;
  for (const LinkEnd& end : detail->links) {
    if (end.other().kind != RecordKind::Message || !end.event) continue;
    column->addWidget(eventLink(blocks, act, end));
    ++messages;
  }
  const QString kind = std::visit(NotAMessage{}, detail->record);
  if (messages == 0) {
    delete list;
    showNote(kind, {tr("No message is linked with it. Click an envelope on the timeline to read one.")});
  } else {
    showNote(kind,
             {messages == 1 ? tr("One message is linked with it:")
                            : tr("%1 messages are linked with it:").arg(messages)},
             list);
  }
}

}  // namespace entente
