// SPDX-License-Identifier: GPL-3.0-or-later
// WhenSeen: does work for a widget when somebody can see it, and several requests at once.
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

class QWidget;

namespace entente {

/// GUI thread. What a pane shows costs time that a hidden one need not spend; and what was painted before it,
/// as the mark that was just clicked on, comes first.
class WhenSeen : public QObject {
 public:
  /// Lives as long as `widget`, its parent.
  WhenSeen(QWidget& widget, std::function<void()> does);

  /// It is done soon while the widget is visible, else when it is shown.
  void ask();
  /// What was asked for and not yet done is done at once.
  void now();
  [[nodiscard]] bool isSeen() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void nowIfSeen();

  QWidget& m_widget;
  std::function<void()> m_does;
  QTimer m_soon;
  bool m_asked = false;
};

}  // namespace entente
