// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineView: the canvas. Paints a finished scene, and turns mouse, wheel and keys into spans and
// selections of the session.
#pragma once

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QRegion>
#include <QTimer>
#include <QVariantAnimation>
#include <optional>

#include "app/render/theme.h"
#include "app/timeline/date_move.h"
#include "app/timeline/span_motion.h"
#include "app/timeline/timeline_picture_state.h"

namespace entente {

class Session;

/// Wheel and pinch zoom about the cursor, drag pans, Shift-drag marks a span to zoom to, Ctrl-drag a box to
/// select in; a click selects, with Ctrl one more, with Shift all from the selected one on; a double click
/// zooms in, a click on a fold zooms to it. The text, and all sizes with it, follow the widget's font. Left
/// and Right walk within a lane (with Shift they select one more), Up and Down from lane to lane, Tab through
/// all events, each once; with nothing selected, and behind the last event, Tab leaves. Home fits all, + and
/// - zoom, Page keys pan, Escape lets go of the selection. Headers of lanes can be dragged, and collapse with
/// a double click. Alt-drag of a mark moves its date, of an end of its bar that end; Escape leaves it where
/// it was.
class TimelineView : public QAbstractScrollArea {
  Q_OBJECT

 public:
  explicit TimelineView(Session& session, QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  /// No easing: every step is there at once.
  void setReducedMotion(bool reduced) { m_motion.setReduced(reduced); }
  [[nodiscard]] bool isRegrouping() const { return m_before.has_value(); }

  void zoomIn();
  void zoomOut();
  void fitAll();
  /// Shows a span, moving there.
  void moveTo(TimeSpan span);
  /// Selects the next or previous event in time, each once whatever its lanes; false if there is none.
  bool walk(LaneSlices::Step step);
  /// In its lane, or to the closest in the lane above or below.
  void walkInLane(LaneSlices::Step step);
  /// Selects the next one in the lane besides what is selected.
  void extendInLane(LaneSlices::Step step);
  void walkLanes(LaneSlices::Step step);
  /// Goes to the next rival date of the selected event and asks for its claims; false if it has none.
  bool walkRivals();
  /// Selects the event that the selected one is linked with and that lies next in time; false if there is
  /// none.
  bool walkLinks(LaneSlices::Step step);
  /// The links of all events in the picture, not of the selected one alone.
  void setAllLinks(bool all);
  [[nodiscard]] bool showsAllLinks() const { return m_allLinks; }
  /// Shows the selected event with all that it is linked with, or its own time with room around it; of
  /// several all of them.
  void fitSelection();

  /// Moves the date of the selected event by so many units of its precision, or its end alone. It is kept, as
  /// one step of the history, when nothing more comes, with Enter, or when something else is selected.
  void stepDate(MovedPart part, int steps);
  /// Leaves a date that is on its way where it was; false if none is.
  bool dropDate();
  [[nodiscard]] bool isMovingDate() const { return m_dateMove.has_value(); }

  // What is done to the lane of the selected event, or to another one by its key.
  void fitLane(const QString& key);
  void toggleCollapsed(const QString& key);
  void hideLane(const QString& key);
  void toggleSolo(const QString& key);
  /// One place up or down among the lanes that are shown.
  void moveLane(const QString& key, LaneSlices::Step step);
  /// Of the lane that the keyboard is in; empty while nothing is selected.
  [[nodiscard]] QString laneKey() const;

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
  void dateMoveSaid(const QString& sentence);  ///< where a date goes, or why it does not
  void laneMenuRequested(const QString& key, const QPoint& globalPosition);

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
  bool focusNextPrevChild(bool next) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;

 private:
  void takeSlices();
  void takeSpan();
  void takeSelection();
  void takePointed(std::optional<Instant> at);
  void takeFound();
  void takeFonts();
  void measureHeader();
  void markSelection();
  /// Repaints what looks otherwise than in the state before.
  void updateState(const QRegion& before);
  [[nodiscard]] QRegion stateRegion();
  void paintParts(QPainter& painter, const Scene& scene, const QRegion& parts);
  void updateRequest();
  void updateScrollBar();
  [[nodiscard]] QPointF toScene(const QPointF& position) const;
  [[nodiscard]] double canvasWidth() const;
  void setHovered(const SceneHit& hit, const QPointF& position);
  void showTip(const QPointF& position, const QPoint& globalPosition);
  [[nodiscard]] QString tipAt(const QPointF& position);
  [[nodiscard]] QString foldTip(const SceneFold& fold) const;
  [[nodiscard]] QString columnTip(const DensityColumn& column);
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
  bool handleWalkKey(int key, bool shift);
  bool handleLaneKey(int key, bool shift);
  /// The lane in which the selected event is walked from; nothing if none shows it.
  [[nodiscard]] std::optional<int> focusLane() const;
  [[nodiscard]] std::optional<int> laneAt(double sceneY);
  void pressHeader(const QPointF& position);
  void dragHeader(const QPointF& position);
  void releaseHeader(const QPointF& position);
  void pickBox(const QRectF& onViewport);
  void pickRange(const SceneMark& to);
  void click(const QPointF& position, Qt::KeyboardModifiers held);
  void releasePan();
  void connectDateMoves();
  [[nodiscard]] bool beginDateMove(EventId id, MovedPart part);
  /// False if there is no mark.
  bool pressDate(const QPointF& position);
  void dragDate(const QPointF& position);
  void releaseDate(const QPointF& position);
  void keepDate();
  bool handleDateKey(int key);
  [[nodiscard]] QString dateMoveInWords() const;
  void paintDateMove(QPainter& painter);

  Session& m_session;
  SpanMotion m_motion;
  TimelinePictureState m_picture;
  SceneState m_state;
  SceneFonts m_fonts;
  double m_scale = 1;  ///< of the text
  double m_headerWidth = kHeaderWidthPx;
  ThemeName m_theme = ThemeName::Light;

  enum class DragKind : std::uint8_t { Pan, MarkSpan, MarkBox };
  struct Drag {
    QPointF from;
    TimeSpan span;
    DragKind kind = DragKind::Pan;
    bool moved = false;
  };
  std::optional<double> m_pointedX;  ///< where the pointer is over a chart
  std::optional<Drag> m_drag;
  std::optional<QRectF> m_band;  ///< on the viewport: what is being marked
  /// Where the last pan was, and how fast.
  struct Pace {
    QElapsedTimer clock;
    double x = 0;
    double pxPerMs = 0;
  };
  Pace m_pace;
  struct LaneDrag {
    QString key;
    double fromY = 0;
    bool moved = false;
    int before = 0;  ///< the lane in front of which it would stand; laneCount(): behind all
  };
  std::optional<LaneDrag> m_laneDrag;
  struct DateDrag {
    QPointF from;
    EventId event;
    MovedPart part = MovedPart::Whole;
    Instant at;  ///< where it was taken hold of
    bool moved = false;
  };
  std::optional<DateDrag> m_dateDrag;
  std::optional<DateMove> m_dateMove;  ///< by hand or by keys
  std::optional<QPointF> m_datePointer;
  QTimer m_burst;               ///< runs while more keys may come
  bool m_keepingDate = false;   ///< a date is being written
  std::optional<int> m_lane;    ///< where the selected event was picked or walked to
  std::optional<int> m_header;  ///< the lane whose header the pointer is on
  bool m_allLinks = false;
  /// The lanes that the picture shows, and the picture before while marks move between the two.
  Grouping m_grouping = Grouping::Kind;
  LaneChoice m_choice;
  std::optional<Scene> m_before;
  QVariantAnimation m_regroup;
  QTimer m_idle;  ///< there is something to be made ready
};

}  // namespace entente
