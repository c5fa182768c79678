// SPDX-License-Identifier: GPL-3.0-or-later
// PlotView: a figure on screen, drawn by Qt Charts as it is laid out; knows no session.
#pragma once

#include <QChartView>
#include <QString>
#include <QVariantAnimation>
#include <array>
#include <optional>
#include <vector>

#include "app/charts/plot_scene.h"
#include "app/render/theme.h"
#include "app/render/type.h"
#include "core/layout/scene.h"
#include "core/model/uids.h"

class QAreaSeries;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace entente {

/// An event of the timeline above a chart over time.
struct PlotEvent {
  EventId id;
  Instant at;
  GlyphKind glyph = GlyphKind::Summit;
  int weight = 0;
  QString words;
  bool isSelected = false;
};

/// Series are made when the figure has others than the one before; a change of span, size or year moves their
/// points. The x and y of a series are pixels of this widget, y up from its lower edge. Every series of a
/// line or bar is named by its actor's uid.
///
/// Left and Right, Up and Down walk from point to point or from bar to bar, Enter explains the number. Over
/// time dragging moves the span, and the wheel zooms about the pointer (with Ctrl where something around it
/// scrolls).
class PlotView : public QChartView {
  Q_OBJECT

 public:
  explicit PlotView(QWidget* parent = nullptr);

  /// Bars and dots of the same states glide where `animated`.
  void setFigure(Figure figure, bool animated = false);
  [[nodiscard]] const Figure& figure() const { return m_figure; }
  void setLook(ThemeName name, const TypeFaces& faces, double scale);
  /// Of a figure over time; not set: the one that it has by itself.
  void setSpan(std::optional<TimeSpan> span);
  void setFrame(const PlotFrame& frame);
  void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }
  /// Whether the wheel zooms without Ctrl.
  void setWheelZooms(bool zooms) { m_wheelZooms = zooms; }
  /// Where the pointer is in time, here or elsewhere.
  void setPointed(std::optional<Instant> at);
  void setEvents(std::vector<PlotEvent> events);

  [[nodiscard]] const PlotScene& scene() const { return m_scene; }
  /// Events that found room, with the middles of their glyphs.
  struct PlacedEvent {
    PlotEvent event;
    QPointF at;
  };
  [[nodiscard]] const std::vector<PlacedEvent>& placedEvents() const { return m_placed; }
  /// Whether a figure of any line or bar lies in the span.
  [[nodiscard]] bool hasFiguresInSpan() const;
  /// What the keyboard stands on, in words.
  [[nodiscard]] QString currentWords() const;
  /// Small: it takes the room that there is.
  [[nodiscard]] QSize sizeHint() const override;

  /// Paints it without what pointer and keyboard are on, at a scale of one pixel a unit.
  void paintPicture(QPainter& painter, const QRectF& target);

 Q_SIGNALS:
  void stateChosen(const entente::ActorUid& actor);
  void numberChosen(const entente::FigureKey& key, const QString& words);
  void eventChosen(entente::EventId id);
  void pointedChanged(std::optional<entente::Instant> at);
  void spanAsked(entente::TimeSpan span);
  void yearAsked(int step);  ///< the next or the year before
  void playAsked();
  void currentChanged(const QString& words);

 protected:
  void drawBackground(QPainter* painter, const QRectF& rect) override;
  void drawForeground(QPainter* painter, const QRectF& rect) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Box {
    QAreaSeries* area;
    QLineSeries* upper;
    QLineSeries* lower;
  };
  struct Dots {
    QScatterSeries* series;
    MarkRole role;
    bool hollow;
  };

  void place();
  void placeEvents();
  void makeSeries();
  void fillSeries();
  void styleSeries();
  [[nodiscard]] bool fitsSeries() const;
  [[nodiscard]] QColor colorOf(MarkRole role) const;
  [[nodiscard]] QColor fillOf(const PlotBox& box) const;
  [[nodiscard]] QPen penOf(const PlotStroke& stroke) const;
  [[nodiscard]] QColor inkColor(TextInk ink) const;
  [[nodiscard]] QString actorOf(const PlotRef& ref) const;
  void paintTexts(QPainter& painter);
  void paintOverTime(QPainter& painter);
  void paintEvents(QPainter& painter);
  void paintDiamonds(QPainter& painter);
  void paintFocus(QPainter& painter, const PlotRef& ref, double widthPx, const QColor& color);

  [[nodiscard]] std::optional<PlotRef> refAt(QPointF at) const;
  [[nodiscard]] std::optional<PlotRef> lineAt(QPointF at) const;
  [[nodiscard]] const PlotPoint* pointOf(const PlotRef& ref) const;
  [[nodiscard]] const PlotBar* barOf(const PlotRef& ref) const;
  [[nodiscard]] QString wordsOf(const PlotRef& ref) const;
  [[nodiscard]] std::optional<QPointF> positionOf(const PlotRef& ref) const;
  [[nodiscard]] std::vector<std::pair<PlotRef, QPointF>> walkable() const;
  [[nodiscard]] std::optional<PlotRef> nextFrom(const PlotRef& from, int across, int up) const;
  [[nodiscard]] std::optional<PlotRef> firstRef() const;
  [[nodiscard]] const PlacedEvent* eventAt(QPointF at) const;
  [[nodiscard]] const PlotDiamond* diamondAt(QPointF at) const;
  [[nodiscard]] bool canPan() const;
  void choose(const PlotRef& ref);
  void setCurrent(std::optional<PlotRef> ref);
  void showTip(QPoint global, const QString& words);

  Figure m_figure;
  Figure m_before;  ///< glides into m_figure
  QVariantAnimation m_glide;
  PlotScene m_scene;
  const Theme* m_theme;
  TypeFaces m_faces;
  double m_scale = 1;
  std::optional<TimeSpan> m_span;
  PlotFrame m_frame;
  bool m_reducedMotion = false;
  bool m_wheelZooms = true;
  bool m_isPicture = false;
  QValueAxis* m_axisX;
  QValueAxis* m_axisY;
  std::vector<Box> m_boxes;
  std::vector<QLineSeries*> m_strokes;
  std::vector<Dots> m_dots;
  std::vector<PlotEvent> m_events;
  std::vector<PlacedEvent> m_placed;
  std::optional<Instant> m_pointed;
  std::optional<PlotRef> m_hovered;
  std::optional<PlotRef> m_current;
  QString m_tip;
  struct Drag {
    QPointF from;
    TimeSpan span;
    bool moved = false;
  };
  std::optional<Drag> m_drag;
};

}  // namespace entente
