// SPDX-License-Identifier: GPL-3.0-or-later
// Waits for a turn of the event loop, or for the widget to come to light.
#include "app/panes/when_seen.h"

#include <QDockWidget>
#include <QEvent>
#include <utility>

namespace entente {

WhenSeen::WhenSeen(QWidget& widget, std::function<void()> does)
    : QObject(&widget), m_widget(widget), m_does(std::move(does)) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(0);
  connect(&m_soon, &QTimer::timeout, this, &WhenSeen::nowIfSeen);
  widget.installEventFilter(this);
}

void WhenSeen::ask() {
  m_asked = true;
  m_soon.start();
}

void WhenSeen::now() {
  m_soon.stop();
  if (std::exchange(m_asked, false)) m_does();
}

bool WhenSeen::isSeen() const {
  // A dock behind another tab is visible as Qt has it, but stands outside its window.
  const QWidget* window = m_widget.window();
  const QRect there(m_widget.mapTo(window, QPoint()), m_widget.size());
  return m_widget.isVisible() && window->rect().intersects(there);
}

void WhenSeen::nowIfSeen() {
  if (isSeen()) now();
}

bool WhenSeen::eventFilter(QObject*, QEvent* event) {
  const auto later = [this] {
    if (m_asked) QMetaObject::invokeMethod(this, &WhenSeen::nowIfSeen, Qt::QueuedConnection);
  };
  if (event->type() == QEvent::Show) later();
  if (event->type() == QEvent::ParentChange) {
    if (const auto* dock = qobject_cast<const QDockWidget*>(m_widget.parentWidget()))
      connect(dock, &QDockWidget::visibilityChanged, this, later);
  }
  return false;
}

}  // namespace entente
