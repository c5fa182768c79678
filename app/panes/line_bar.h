// SPDX-License-Identifier: GPL-3.0-or-later
// LineBar: what the lines under the tool bar have in common: one row on canvas, an edge below, a theme.
#pragma once

#include <QWidget>

#include "app/render/theme.h"

class QHBoxLayout;

namespace entente {

class LineBar : public QWidget {
  Q_OBJECT

 public:
  explicit LineBar(QWidget* parent = nullptr);
  void setTheme(ThemeName name);

 protected:
  [[nodiscard]] QHBoxLayout* row() const { return m_row; }
  [[nodiscard]] const Theme& colors() const { return theme(m_theme); }
  /// Gives the widgets in the row their fonts and colours; called when theme or text size change. Palette and
  /// ground of the line are set by then.
  virtual void styleContent() = 0;
  void applyStyle();

  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QHBoxLayout* m_row;
  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
