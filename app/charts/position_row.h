// SPDX-License-Identifier: GPL-3.0-or-later
// PositionRow: where one state stood on one day.
#pragma once

#include <QWidget>

#include "app/render/theme.h"
#include "app/render/type.h"
#include "core/view/snapshot.h"

namespace entente {

/// Can be focused; a click or Enter chooses its state.
class PositionRow : public QWidget {
  Q_OBJECT

 public:
  PositionRow(const Snapshot& snapshot, const Position& position, const Theme& colors, const TypeFaces& faces,
              QWidget* parent = nullptr);

  /// Whether its state is in front.
  void setHighlighted(bool highlighted);

 Q_SIGNALS:
  void chosen();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  QColor m_line;
  QColor m_fill;
  bool m_highlighted = false;
  QColor m_focus;
};

}  // namespace entente
