// SPDX-License-Identifier: GPL-3.0-or-later
// EmptyArchiveNote: what stands on the timeline of an archive without events: what can be done first.
#pragma once

#include <QWidget>
#include <vector>

#include "app/render/theme.h"

class QAction;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace entente {

/// A card that stands over the canvas.
class EmptyArchiveNote : public QWidget {
  Q_OBJECT

 public:
  explicit EmptyArchiveNote(QWidget* parent = nullptr);

  /// A button each, in this order, with the action's text and key. They live longer than the note.
  void setSteps(const std::vector<QAction*>& steps);
  void setTheme(ThemeName name);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void applyStyle();

  ThemeName m_theme = ThemeName::Light;
  QVBoxLayout* m_column;
  QLabel* m_what;
  QLabel* m_drop;
  std::vector<QPushButton*> m_buttons;
};

}  // namespace entente
