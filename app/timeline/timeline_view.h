// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineView: the canvas. Paints a finished scene, and turns mouse, wheel and keys into spans and
// selections of the session.
#pragma once

#include <QAbstractScrollArea>
#include <optional>

#include "app/render/theme.h"
#include "app/timeline/span_motion.h"
#include "app/timeline/timeline_picture_state.h"

namespace entente {

class Session;

/// Wheel zooms about the cursor, drag pans, a click selects, a double click zooms in, a click on a fold zooms
/// to it. Arrow keys walk from event to event, Home fits all, + and - zoom, Page keys pan, Escape lets go of
/// the selection.
class TimelineView : public QAbstractScrollArea {
  Q_OBJECT

 public:
  explicit TimelineView(Session& session, QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  /// No easing: every step is there at once.
  void setReducedMotion(bool reduced) { m_motion.setReduced(reduced); }

  void zoomIn();
  void zoomOut();
  void fitAll();
  /// Selects the next or previous event in time, or in the lane above or below.
  void walk(LaneSlices::Step step);
  void walkLanes(LaneSlices::Step step);

  /// Where the mark of an event is on the viewport: its glyph; nothing while it is not in the picture.
  [[nodiscard]] std::optional<QRect> markRect(EventId id);

  [[nodiscard]] bool hasPicture() const { return !m_picture.isEmpty(); }

  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;

 private:
  void takeSlices();
  void takeSpan();
  void takeSelection();
  void markSelection();
  void updateRequest();
  void updateScrollBar();
  /// What is under a point of the viewport.
  [[nodiscard]] SceneHit hitAt(const QPointF& position);
  [[nodiscard]] QPointF toScene(const QPointF& position) const;
  [[nodiscard]] double canvasWidth() const;
  void setHovered(const SceneHit& hit, const QPointF& position);
  void showTip(const QPointF& position, const QPoint& globalPosition);
  void zoomAbout(double viewportX, double factor, int durationMs);
  void panBy(double part);
  /// Brings an event into the picture, without zooming.
  void reveal(EventId id);
  void revealRow(EventId id);
  bool handlePanKey(int key);
  bool handleWalkKey(int key);

  Session& m_session;
  SpanMotion m_motion;
  TimelinePictureState m_picture;
  SceneState m_state;
  SceneFonts m_fonts;
  ThemeName m_theme = ThemeName::Light;

  struct Drag {
    QPointF from;
    TimeSpan span;
    bool moved = false;
  };
  std::optional<Drag> m_drag;
};

}  // namespace entente
