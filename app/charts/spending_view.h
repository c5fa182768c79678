// SPDX-License-Identifier: GPL-3.0-or-later
// SpendingView: the plot of the spending chart, on the timeline's axis; knows no session.
#pragma once

#include <QChartView>
#include <QString>
#include <optional>
#include <vector>

#include "app/charts/chart_data.h"
#include "app/charts/chart_labels.h"
#include "app/render/theme.h"
#include "app/render/type.h"
#include "core/time/time_scale.h"

class QLineSeries;
class QValueAxis;
class QXYSeries;

namespace entente {

/// Where the plot lies across.
struct ChartFrame {
  double gutterPx = 0;  ///< left of the plot
  /// Width of the timeline's canvas, which the plot takes over where there is room for it. Not set: all there
  /// is.
  std::optional<double> canvasPx;
  /// Leaves room for the labels at the right of the plot. Where the axis is to be the timeline's they stand
  /// in it.
  bool labelsOutside = false;
};

/// Series are made when the data or the look changes. A change of span, size or frame moves the axes and
/// places labels anew. Every QLineSeries and QScatterSeries is named by its actor's uid (the goal's: "goal")
/// and has the property "estimate". Of a series the x is secondsOf(), the y the figure.
///
/// Left and Right walk along a line, Up and Down to the next line of that year, Enter highlights it.
class SpendingView : public QChartView {
  Q_OBJECT

 public:
  explicit SpendingView(QWidget* parent = nullptr);

  void setChart(ChartData chart);
  void setLook(ThemeName name, const TypeFaces& faces, double scale);
  void setSpan(TimeSpan span);
  void setFrame(const ChartFrame& frame);

  /// Whether a figure of any line lies in the span.
  [[nodiscard]] bool hasFiguresInSpan() const;

  struct Label {
    QString text;
    QRectF rect;
    LineRole role = LineRole::Compared;
  };
  /// At the line ends; within this widget.
  [[nodiscard]] const std::vector<Label>& labels() const { return m_labels; }
  /// None where it would cover others.
  [[nodiscard]] const std::optional<Label>& goalLabel() const { return m_goalLabel; }

  [[nodiscard]] QRectF plotRect() const { return m_plot; }
  /// Where a figure is drawn, in pixels of this widget. May lie outside the plot.
  [[nodiscard]] QPointF position(const ChartPoint& point) const;
  [[nodiscard]] static double secondsOf(Instant at);
  /// The point that the keyboard stands on.
  [[nodiscard]] QString currentWords() const;
  /// Small: it takes the room that there is.
  [[nodiscard]] QSize sizeHint() const override;

 Q_SIGNALS:
  void stateChosen(const entente::ActorUid& actor);
  void currentChanged(const QString& words);

 protected:
  void drawBackground(QPainter* painter, const QRectF& rect) override;
  void drawForeground(QPainter* painter, const QRectF& rect) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  /// A point of a line, by indices into m_data: valid until the data changes.
  struct Spot {
    std::size_t line = 0;
    std::size_t point = 0;
    bool operator==(const Spot&) const = default;
  };

  void makeSeries();
  void addLine(const ChartLine& line);
  void addRun(const ChartLine& line, std::size_t first, std::size_t last, bool estimate);
  void addMarkers(const ChartLine& line, bool estimate);
  void addGoal();
  void attach(QXYSeries* series, const QString& name, bool estimate);
  void place();
  void placeLabels();
  void placeGoalLabel();
  [[nodiscard]] QColor colorOf(LineRole role) const;
  [[nodiscard]] double widthOf(LineRole role) const;
  [[nodiscard]] double yOf(double value) const;
  [[nodiscard]] QString labelOf(const ChartLine& line, const ChartPoint& point) const;
  [[nodiscard]] const QFont& fontOf(LineRole role) const;
  [[nodiscard]] double plotWidth() const;
  void placeTicks();
  void placeGoal();
  [[nodiscard]] TimeScale timeScale() const { return {m_span, m_plot.width()}; }
  [[nodiscard]] bool isInSpan(const ChartPoint& point) const { return m_span.contains(middleOf(point.year)); }
  [[nodiscard]] const ChartPoint& pointAt(Spot spot) const {
    return m_data.lines[spot.line].points[spot.point];
  }
  [[nodiscard]] std::optional<Spot> spotAt(QPointF at) const;
  [[nodiscard]] std::optional<std::size_t> lineAt(QPointF at) const;
  [[nodiscard]] std::optional<Spot> lastSpotOf(std::size_t line) const;
  [[nodiscard]] Spot alongLine(Spot from, int step) const;
  [[nodiscard]] Spot acrossLines(Spot from, int step) const;
  [[nodiscard]] QString tipOf(Spot spot) const;
  void setCurrent(std::optional<Spot> spot);
  void paintYears(QPainter& painter);
  void paintLabel(QPainter& painter, const Label& label, const QFont& font, const QColor& color);
  void paintRing(QPainter& painter, Spot spot, double widthPx, const QColor& color);

  ChartData m_data;
  const Theme* m_theme;
  TypeFaces m_faces;
  QFont m_captionStrong;
  double m_scale = 1;
  TimeSpan m_span;
  ChartFrame m_frame;
  QRectF m_plot;
  ValueTicks m_ticks;
  QValueAxis* m_axisX;
  QValueAxis* m_axisY;
  QLineSeries* m_goalSolid = nullptr;
  std::vector<Label> m_labels;
  std::optional<Label> m_goalLabel;
  std::optional<Spot> m_hovered;
  std::optional<Spot> m_current;
};

}  // namespace entente
