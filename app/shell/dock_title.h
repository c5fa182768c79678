// SPDX-License-Identifier: GPL-3.0-or-later
// DockTitle: the head of a dock, 28 px high with an accent line on top.
#pragma once

#include <QString>
#include <QWidget>

#include "app/render/theme.h"

namespace entente {

class DockTitle : public QWidget {
  Q_OBJECT

 public:
  explicit DockTitle(const QString& text, QWidget* parent = nullptr);
  void setTheme(ThemeName name);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_text;
  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
