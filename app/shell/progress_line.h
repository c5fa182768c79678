// SPDX-License-Identifier: GPL-3.0-or-later
// ProgressLine: long work under the tool bar: a 2 px line, what is being done, and a button to cancel it.
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/render/theme.h"

class QLabel;
class QPushButton;

namespace entente {

/// Appears 300 ms after start(), so that quick work does not flicker. Nothing moves but the line, and that
/// only where the share done is known.
class ProgressLine : public QWidget {
  Q_OBJECT

 public:
  explicit ProgressLine(QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  void start(const QString& what);
  /// 0 to 100; below 0: not known.
  void setPercent(int percent);
  void stop();

 Q_SIGNALS:
  void cancelled();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QLabel* m_what;
  QPushButton* m_cancel;
  QTimer m_appear;
  ThemeName m_theme = ThemeName::Light;
  int m_percent = -1;
};

}  // namespace entente
