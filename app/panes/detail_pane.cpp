// SPDX-License-Identifier: GPL-3.0-or-later
// Sets the column anew when the detail arrives.
#include "app/panes/detail_pane.h"

#include <QDesktopServices>
#include <QEvent>
#include <QScrollBar>
#include <QUrl>
#include <QVBoxLayout>

#include "app/panes/detail_column.h"
#include "app/session/session.h"

namespace entente {

namespace {

constexpr int kWidthPx = 412;

}  // namespace

DetailPane::DetailPane(Session& session, QWidget* parent) : QScrollArea(parent), m_session(session) {
  setObjectName(QStringLiteral("detail"));
  setAccessibleName(tr("Detail"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setBackgroundRole(QPalette::Base);
  viewport()->setBackgroundRole(QPalette::Base);
  connect(&m_session, &Session::detailChanged, this, &DetailPane::rebuild);
  connect(&m_session, &Session::detailFailed, this, [this](const Error& error) {
    showNote(tr("This event cannot be shown"), {QString::fromStdString(error.text())});
  });
  rebuild();
}

QSize DetailPane::sizeHint() const {
  return {kWidthPx, 600};
}

void DetailPane::setTheme(ThemeName name) {
  m_theme = name;
  rebuild();
}

void DetailPane::changeEvent(QEvent* event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::FontChange) rebuild();
}

void DetailPane::showNote(const QString& head, const QStringList& lines) {
  const BlockStyle style{theme(m_theme), typeFaces(font(), font().pointSizeF() / kBasePoints)};
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(8);
  column->addWidget(textLine(style, style.faces.chartTitle, Ink::Ink, head));
  for (const QString& line : lines)
    column->addWidget(textLine(style, style.faces.body, Ink::Ink2, line));
  column->addStretch(1);
  setWidget(page);
}

void DetailPane::rebuild() {
  if (!m_session.selected()) {
    if (!m_session.snapshot()) {
      showNote(tr("No archive is open"), {});
      return;
    }
    showNote(tr("Nothing is selected"),
             {tr("Click a mark on the timeline, or try these keys there:"), tr("Right: the next event"),
              tr("Down: the lane below"), tr("Home: everything")});
    return;
  }
  // While the detail is on its way the last one stays: a flash of emptiness says nothing.
  if (!m_session.detail()) return;
  DetailActions actions;
  // Queued: the click comes from a widget that selecting another event throws away.
  actions.jump = [this](const RecordRef& ref) {
    QMetaObject::invokeMethod(
        this, [this, ref] { m_session.select(ref); }, Qt::QueuedConnection);
  };
  actions.openUrl = [](const QString& url) {
    if (isWebAddress(url)) QDesktopServices::openUrl(QUrl(url, QUrl::StrictMode));
  };
  const BlockStyle style{theme(m_theme), typeFaces(font(), font().pointSizeF() / kBasePoints)};
  auto* column = new DetailColumn(m_session.detail(), style, std::move(actions));
  column->setBackgroundRole(QPalette::Base);
  setWidget(column);
  verticalScrollBar()->setValue(0);
}

}  // namespace entente
