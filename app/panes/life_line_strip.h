// SPDX-License-Identifier: GPL-3.0-or-later
// LifeLineStrip: the life of a message as a strip: one cell a day or known span, in it a stop for every
// stage.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "app/panes/detail_blocks.h"
#include "core/analysis/life_line.h"
#include "core/model/event_detail.h"

namespace entente {

class LifeLineStopBox;

/// The mark of a stage in a box around `centre`: sent disc, received ring, published square, confirmed tick,
/// denied cross, deleted struck disc, archived box with lid, drafted pen stroke, forwarded arrow, reported
/// dotted disc, declassified open box. `hollow`: the day is not known.
void paintStage(QPainter& painter, StageKind stage, const QPointF& centre, double sidePx, const QColor& color,
                const QColor& ground, bool hollow);

/// Cells that find no room go on in the next row; nothing is cut, nothing overlaps. A line between two stops
/// is solid within a day and dashed between days. Stages whose day is not known stand last, hollow and
/// unconnected. Each stop is a control of its own: Tab reaches the strip, the arrow keys go from stop to
/// stop, and click or Enter chooses it.
class LifeLineStrip : public QWidget {
  Q_OBJECT

 public:
  LifeLineStrip(std::shared_ptr<const EventDetail> detail, const LifeLine& line, const BlockStyle& style,
                QWidget* parent = nullptr);

  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

  /// In the order of the line.
  [[nodiscard]] const std::vector<LifeLineStopBox*>& stops() const { return m_stops; }
  void focusStop(std::size_t index);

 Q_SIGNALS:
  void chosen(const entente::StageUid& stage);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Cell {
    QString caption;
    bool connected = true;  ///< its day is known
    std::size_t first = 0;  ///< of its stops
    std::size_t count = 0;
  };
  /// A cell, or the part of it that fits a row.
  struct Piece {
    std::size_t cell = 0;
    std::size_t first = 0;
    std::size_t count = 0;
    QRect rect;
  };
  void addCell(const QString& caption, const std::vector<Stage>& stages, bool connected);
  [[nodiscard]] QString spoken(const Stage& stage, const QString& delay) const;
  [[nodiscard]] int cellWidth(std::size_t cell, std::size_t first, std::size_t count) const;
  [[nodiscard]] std::vector<Piece> flow(int width) const;
  [[nodiscard]] int rowHeight() const;

  std::shared_ptr<const EventDetail> m_detail;
  BlockStyle m_style;
  std::vector<Cell> m_cells;
  std::vector<LifeLineStopBox*> m_stops;
  std::vector<Piece> m_pieces;
};

/// One stop: its mark, the stage and who.
class LifeLineStopBox : public QWidget {
  Q_OBJECT

 public:
  LifeLineStopBox(const Stage& stage, const QString& actor, const QString& spoken, bool hollow,
                  const BlockStyle& style, LifeLineStrip* strip);

  [[nodiscard]] const Stage& stage() const { return m_stage; }
  [[nodiscard]] QSize sizeHint() const override;
  /// Of the centre of its mark, from its upper edge.
  [[nodiscard]] int markY() const;

 Q_SIGNALS:
  void chosen();
  void stepped(int by);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  Stage m_stage;
  QString m_actor;
  bool m_hollow;
  BlockStyle m_style;
};

}  // namespace entente
