// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the head of a dock.
#include "app/shell/dock_title.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QPainter>
#include <QToolButton>
#include <algorithm>

#include "app/render/type.h"

namespace entente {

namespace {

constexpr int kLeastHeightPx = 28;
constexpr int kSidePx = 16;

}  // namespace

DockTitle::DockTitle(QDockWidget* dock) : QWidget(dock), m_dock(dock), m_close(new QToolButton(this)) {
  m_close->setText(QStringLiteral("×"));
  m_close->setAutoRaise(true);
  m_close->setToolTip(tr("Close %1").arg(dock->windowTitle()));
  m_close->setAccessibleName(m_close->toolTip());
  m_close->setFocusPolicy(Qt::TabFocus);
  connect(m_close, &QToolButton::clicked, dock, &QDockWidget::close);
}

void DockTitle::setTheme(ThemeName name) {
  m_theme = name;
  update();
}

bool DockTitle::isTabbed() const {
  const auto* window = qobject_cast<const QMainWindow*>(m_dock->parentWidget());
  if (!window || m_dock->isFloating()) return false;
  const QList<QDockWidget*> others = window->tabifiedDockWidgets(m_dock);
  return std::ranges::any_of(others, [](const QDockWidget* other) { return !other->isHidden(); });
}

void DockTitle::follow() {
  const bool shown = !isTabbed();
  m_close->setVisible(shown);
  updateGeometry();
  update();
}

QFont DockTitle::titleFont() const {
  return typeFaces(font(), font().pointSizeF() / kBasePoints).bodyStrong;
}

QSize DockTitle::sizeHint() const {
  if (isTabbed()) return {0, 0};
  const QFontMetrics metrics(titleFont());
  return {metrics.horizontalAdvance(m_dock->windowTitle()) + 2 * kSidePx + kLeastHeightPx,
          std::max(kLeastHeightPx, metrics.height() + 10)};
}

void DockTitle::resizeEvent(QResizeEvent*) {
  const int side = std::max(0, height() - 6);
  m_close->setGeometry(width() - side - 4, 4, side, side);
}

void DockTitle::paintEvent(QPaintEvent*) {
  const Theme& colors = theme(m_theme);
  QPainter painter(this);
  painter.fillRect(rect(), colors.window);
  const QFont font = titleFont();
  const int tab = QFontMetrics(font).horizontalAdvance(m_dock->windowTitle()) + 2 * kSidePx;
  painter.fillRect(QRect(0, 0, tab, height()), colors.canvas);
  painter.fillRect(QRect(0, 0, tab, 2), colors.accent);
  painter.setPen(colors.edge);
  painter.drawLine(QPointF(tab + 0.5, 2), QPointF(tab + 0.5, height()));
  painter.drawLine(QPointF(tab, height() - 0.5), QPointF(width(), height() - 0.5));
  painter.setPen(colors.ink);
  painter.setFont(font);
  painter.drawText(QRect(kSidePx, 2, tab, height() - 2), Qt::AlignVCenter | Qt::AlignLeft,
                   m_dock->windowTitle());
}

}  // namespace entente
