// SPDX-License-Identifier: GPL-3.0-or-later
// ChartCard: a figure with its title, the year that it is of, and its source line; knows no session.
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/charts/figure.h"
#include "app/render/theme.h"
#include "app/render/type.h"
#include "core/time/time_span.h"

class QLabel;
class QPushButton;
class QSlider;
class QStackedLayout;
class QVBoxLayout;

namespace entente {

struct PlotFrame;
class PlotView;

/// Where no figure lies in the span it says so and offers the years that have some; where there is nothing to
/// draw it says why.
class ChartCard : public QWidget {
  Q_OBJECT

 public:
  explicit ChartCard(QWidget* parent = nullptr);

  /// `animated`: another year of the same chart.
  void setFigure(const Figure& figure, bool animated = false);
  void setLook(ThemeName name, const TypeFaces& faces, double scale);
  void setSpan(TimeSpan span);
  /// The words begin textLeftPx from the left.
  void setFrame(const PlotFrame& frame, double textLeftPx);

  [[nodiscard]] PlotView& view() { return *m_view; }
  /// Height of all of it at a width, with a plot that shows everything.
  [[nodiscard]] int neededHeight(int widthPx) const;

 Q_SIGNALS:
  void spanAsked(entente::TimeSpan span);
  void yearChosen(int year);

 private:
  void makeYears();
  void showWhatThereIs();
  void showYears();
  void describe(const QString& current);
  void step(int by);
  void play();
  void stop();

  PlotView* m_view;
  QLabel* m_title;
  QLabel* m_subtitle;
  QLabel* m_source;
  QLabel* m_note;
  QPushButton* m_showYears;
  QWidget* m_yearBar;
  QPushButton* m_play;
  QSlider* m_slider;
  QLabel* m_year;
  QStackedLayout* m_stack;
  QVBoxLayout* m_words;
  QVBoxLayout* m_foot;
  QVBoxLayout* m_noteColumn;
  QTimer m_playing;
  std::optional<TimeSpan> m_span;
  double m_scale = 1;
};

}  // namespace entente
