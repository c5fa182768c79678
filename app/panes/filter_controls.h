// SPDX-License-Identifier: GPL-3.0-or-later
// The small controls above the lists of the Filter pane, painted in the theme's lines.
#pragma once

#include <QLineEdit>
#include <QRadioButton>

#include "app/render/theme.h"

namespace entente {

/// As wide as its text needs; its ring can be seen in every theme.
class FilterRadio : public QRadioButton {
  Q_OBJECT

 public:
  explicit FilterRadio(const QString& text, QWidget* parent = nullptr);
  void setTheme(ThemeName name);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  [[nodiscard]] bool hitButton(const QPoint& at) const override { return rect().contains(at); }

 private:
  ThemeName m_theme = ThemeName::Light;
};

/// A line in a frame of radius 3.
class FilterLine : public QLineEdit {
  Q_OBJECT

 public:
  explicit FilterLine(QWidget* parent = nullptr);
  void setTheme(ThemeName name);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
