// SPDX-License-Identifier: GPL-3.0-or-later
// Sets the column anew when the detail arrives.
#include "app/panes/column_pane.h"

#include <QDesktopServices>
#include <QEvent>
#include <QScrollBar>
#include <QUrl>
#include <QVBoxLayout>

#include "app/panes/ledger_actions.h"
#include "app/panes/rival_mark.h"
#include "app/panes/typing.h"
#include "app/session/session.h"

namespace entente {

namespace {

constexpr int kWidthPx = 412;

}  // namespace

ColumnPane::ColumnPane(Session& session, const QString& name, QWidget* parent)
    : QScrollArea(parent), m_session(session) {
  setAccessibleName(name);
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setBackgroundRole(QPalette::Base);
  viewport()->setBackgroundRole(QPalette::Base);
  connect(&m_session, &Session::detailChanged, this, &ColumnPane::askRebuild);
  connect(&m_session, &Session::selectionChanged, this, [this] {
    if (m_session.picked().size() > 1) askRebuild();
  });
  connect(&m_session, &Session::archiveClosed, this, &ColumnPane::askRebuild);
  connect(&m_session, &Session::topicRequested, this, &ColumnPane::openTopic);
  connect(&m_session, &Session::detailFailed, this, [this](const Error& error) {
    if (!isHeld()) showNote(tr("This event cannot be shown"), {QString::fromStdString(error.text())});
  });
}

QSize ColumnPane::sizeHint() const {
  return {kWidthPx, 600};
}

void ColumnPane::setTheme(ThemeName name) {
  m_theme = name;
  askRebuild();
}

void ColumnPane::changeEvent(QEvent* event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::FontChange) askRebuild();
}

BlockStyle ColumnPane::look() const {
  return {theme(m_theme), typeFaces(font(), font().pointSizeF() / kBasePoints)};
}

BlockActions ColumnPane::actions() {
  BlockActions actions;
  // Queued: the click comes from a widget that selecting another event throws away.
  actions.jump = [this](const RecordRef& ref) {
    QMetaObject::invokeMethod(
        this, [this, ref] { m_session.select(ref); }, Qt::QueuedConnection);
  };
  actions.openUrl = [](const QString& url) {
    if (isWebAddress(url)) QDesktopServices::openUrl(QUrl(url, QUrl::StrictMode));
  };
  actions.isOpen = [this](const Topic& topic) { return m_open.contains(topic); };
  actions.setOpen = [this](const Topic& topic, bool open) {
    if (open) {
      m_open.insert(topic);
    } else {
      m_open.erase(topic);
    }
  };
  actions.claims = ledgerActions(m_session, this);
  // Queued as well: a page takes the place of the column.
  actions.edit = [this](const RecordKey& key) {
    QMetaObject::invokeMethod(
        this, [this, key] { m_session.editRecord(key); }, Qt::QueuedConnection);
  };
  actions.make = [this](const EditableRecord& draft) {
    QMetaObject::invokeMethod(
        this, [this, draft] { m_session.makeRecord(draft); }, Qt::QueuedConnection);
  };
  actions.filterTag = [this](const QString& tag) {
    EventFilter filter = m_session.view().filter;
    filter.tags = {EventTag{tag}};
    m_session.setFilter(filter);
  };
  actions.remove = [this](const RecordKey& key) {
    QMetaObject::invokeMethod(
        this, [this, key] { m_session.deleteRecords({key}); }, Qt::QueuedConnection);
  };
  return actions;
}

void ColumnPane::showNote(const QString& head, const QStringList& lines, QWidget* more) {
  const BlockStyle blocks = look();
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(8);
  column->addWidget(textLine(blocks, blocks.faces.chartTitle, Ink::Ink, head));
  for (const QString& line : lines)
    column->addWidget(textLine(blocks, blocks.faces.body, Ink::Ink2, line));
  if (more) column->addWidget(more);
  column->addStretch(1);
  setWidget(page);
}

void ColumnPane::showColumn(QWidget* column) {
  column->setBackgroundRole(QPalette::Base);
  const auto shown = m_session.selected();
  const int scrolled = std::exchange(m_shown, shown) == shown ? verticalScrollBar()->value() : 0;
  setWidget(column);
  verticalScrollBar()->setValue(scrolled);
}

void ColumnPane::showManySelected() {
  showNote(tr("%1 events are selected").arg(m_session.picked().size()), {tr("Select one to see it here.")});
}

void ColumnPane::openTopic(const Topic& topic) {
  m_open.insert(topic);
  if (isHeld()) return;
  m_rebuild.ask();
  m_rebuild.now();
  for (RivalMark* mark : findChildren<RivalMark*>()) {
    if (mark->property("topic").toString() == topic.name) ensureWidgetVisible(mark, 0, 48);
  }
}

void ColumnPane::rebuild() {
  if (isHeld()) return;
  if (!m_session.snapshot()) return showNote(tr("No archive is open"), {});
  if (!m_session.selected()) return showNothingSelected();
  if (m_session.picked().size() > 1) {
    m_shown.reset();
    return showManySelected();
  }
  // While the detail is on its way the last one stays: a flash of emptiness says nothing.
  if (!m_session.detail()) return;
  if (m_shown == m_session.selected() && isTyping(*this)) return;
  const QWidget* focus = window()->focusWidget();
  const bool hadFocus = widget() && focus && widget()->isAncestorOf(focus);
  showDetail();
  if (!hadFocus) return;
  // The keyboard goes on where it was: at the topic that is open.
  for (RivalMark* mark : findChildren<RivalMark*>()) {
    if (mark->isChecked()) return mark->setFocus(Qt::OtherFocusReason);
  }
  setFocus(Qt::OtherFocusReason);
}

}  // namespace entente
