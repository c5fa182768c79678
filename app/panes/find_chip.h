// SPDX-License-Identifier: GPL-3.0-or-later
// FindChip: a choice of the filter as a small button in the find field.
#pragma once

#include <QToolButton>

#include "app/render/theme.h"

namespace entente {

/// Space, Enter and Delete press it. As wide as its words need.
class FindChip : public QToolButton {
  Q_OBJECT

 public:
  explicit FindChip(const QString& words, QWidget* parent = nullptr);
  void setTheme(ThemeName name);
  void setWords(const QString& words);
  [[nodiscard]] const QString& words() const { return m_words; }

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  ThemeName m_theme = ThemeName::Light;
  QString m_words;
};

}  // namespace entente
