// SPDX-License-Identifier: GPL-3.0-or-later
// OverviewStrip: all events along time, and the part of it that the timeline shows.
#pragma once

#include <QWidget>
#include <vector>

#include "app/render/theme.h"
#include "core/view/overview.h"

namespace entente {

class Session;

/// Bars by kind, logarithmic; yellow above those that hold disputed events; ink below those that hold hits of
/// a search. The window is moved and stretched with the mouse: drag it or its grips, click beside it. Left
/// and Right move it, + and - stretch it.
class OverviewStrip : public QWidget {
  Q_OBJECT

 public:
  explicit OverviewStrip(Session& session, QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  /// The gutter that it shares with the timeline.
  void setHeaderWidth(double widthPx);
  [[nodiscard]] QSize sizeHint() const override;

  /// Where the window of the timeline stands, on this widget.
  [[nodiscard]] QRectF windowRect() const;
  [[nodiscard]] TimeSpan span() const { return m_overview.span; }

 Q_SIGNALS:
  void spanRequested(entente::TimeSpan span);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  enum class Grip : std::uint8_t { None, Left, Right, Window };

  void takeSlices();
  void takeSpan();
  void count();
  void paintBars(QPainter& painter, const QRectF& area) const;
  void paintYears(QPainter& painter, const QRectF& area) const;
  void paintWindow(QPainter& painter) const;
  void paintHeader(QPainter& painter) const;
  [[nodiscard]] QRectF barArea() const;
  [[nodiscard]] double xOf(Instant at) const;
  [[nodiscard]] std::int64_t secondsOf(double widthPx) const;
  [[nodiscard]] Grip gripAt(const QPointF& at) const;

  Session& m_session;
  OverviewSpan m_overview;
  std::vector<OverviewColumn> m_columns;
  std::uint32_t m_most = 0;
  double m_headerWidth;
  ThemeName m_theme = ThemeName::Light;
  struct Drag {
    Grip grip = Grip::None;
    QPointF from;
    TimeSpan span;
  };
  Drag m_drag;
};

}  // namespace entente
