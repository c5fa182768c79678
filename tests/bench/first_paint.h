// SPDX-License-Identifier: GPL-3.0-or-later
// FirstPaint: ends the program when what is waited for has been painted, and says when that was.
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QTimer>
#include <QWidget>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <utility>

namespace entente {

/// Prints nanoseconds of the steady clock.
class FirstPaint : public QObject {
 public:
  explicit FirstPaint(std::function<bool(const QWidget&)> isIt) : m_isIt(std::move(isIt)) {
    QCoreApplication::instance()->installEventFilter(this);
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Paint || !watched->isWidgetType() ||
        !m_isIt(*static_cast<QWidget*>(watched)))
      return false;
    // The event has yet to be delivered, and what is painted to reach the screen.
    QTimer::singleShot(0, this, [] {
      std::printf("%lld\n",
                  static_cast<long long>(std::chrono::steady_clock::now().time_since_epoch().count()));
      std::fflush(stdout);
      std::_Exit(0);
    });
    return false;
  }

 private:
  std::function<bool(const QWidget&)> m_isIt;
};

}  // namespace entente
