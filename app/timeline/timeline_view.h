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
/// to it. The text, and all sizes with it, follow the widget's font. Arrow keys walk from event to event,
/// Home fits all, + and - zoom, Page keys pan, Escape lets go of the selection.
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
  /// Shows a span, moving there.
  void moveTo(TimeSpan span);
  /// Selects the next or previous event in time, or in the lane above or below.
  void walk(LaneSlices::Step step);
  void walkLanes(LaneSlices::Step step);
  /// Goes to the next rival date of the selected event and asks for its claims; false if it has none.
  bool walkRivals();
  /// Selects the event that the selected one is linked with and that lies next in time; false if there is
  /// none.
  bool walkLinks(LaneSlices::Step step);
  /// The links of all events in the picture, not of the selected one alone.
  void setAllLinks(bool all);
  [[nodiscard]] bool showsAllLinks() const { return m_allLinks; }
  /// Shows the selected event with all that it is linked with, or its own time with room around it.
  void fitSelection();

  /// Where the mark of an event is on the viewport: its glyph; nothing while it is not in the picture.
  [[nodiscard]] std::optional<QRect> markRect(EventId id);

  [[nodiscard]] bool hasPicture() const { return !m_picture.isEmpty(); }

  /// Of the lane headers, in whole pixels: grows with the text, and with names that need more.
  [[nodiscard]] double headerWidth() const { return m_headerWidth; }

  // What a screen reader's view of the canvas is made of.
  [[nodiscard]] Session& session() const { return m_session; }
  [[nodiscard]] TimelinePictureState& picture() { return m_picture; }
  [[nodiscard]] const SceneState& state() const { return m_state; }
  /// What is under a point of the viewport.
  [[nodiscard]] SceneHit hitAt(const QPointF& position);
  /// From the scene to the viewport.
  [[nodiscard]] QRectF toViewport(const QRectF& rect) const;

  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void headerWidthChanged(double widthPx);
  void canvasResized();

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
  void takeFound();
  void takeFonts();
  void measureHeader();
  void markSelection();
  void updateRequest();
  void updateScrollBar();
  [[nodiscard]] QPointF toScene(const QPointF& position) const;
  [[nodiscard]] double canvasWidth() const;
  void setHovered(const SceneHit& hit, const QPointF& position);
  void showTip(const QPointF& position, const QPoint& globalPosition);
  [[nodiscard]] QString tipAt(const QPointF& position);
  [[nodiscard]] QString foldTip(const SceneFold& fold) const;
  [[nodiscard]] QString headerTip(double sceneY);
  void zoomAbout(double viewportX, double factor, int durationMs);
  void panBy(double part);
  void pickGhost(const SceneGhost& ghost);
  void markLinks();
  void addLinksOf(EventId id, bool further);
  /// The event whose arc ends at an edge of the picture, near a point of it.
  [[nodiscard]] std::optional<EventId> edgeLinkAt(const QPointF& scenePosition);
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
  double m_scale = 1;  ///< of the text
  double m_headerWidth = kHeaderWidthPx;
  ThemeName m_theme = ThemeName::Light;

  struct Drag {
    QPointF from;
    TimeSpan span;
    bool moved = false;
    bool marks = false;  ///< a span to be zoomed to, in place of moving
  };
  std::optional<Drag> m_drag;
  std::optional<QRectF> m_band;  ///< on the viewport: the span that is being marked
  bool m_allLinks = false;
};

}  // namespace entente
