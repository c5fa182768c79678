// SPDX-License-Identifier: GPL-3.0-or-later
// SpendingChart: what was spent against a pledge's target: title, plot and source line; knows no session.
#pragma once

#include <QWidget>
#include <optional>

#include "app/charts/chart_data.h"
#include "app/render/theme.h"
#include "app/render/type.h"

class QLabel;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace entente {

struct ChartFrame;
class SpendingView;

/// Where no figure lies in the span it says so and offers the years that have some.
class SpendingChart : public QWidget {
  Q_OBJECT

 public:
  explicit SpendingChart(QWidget* parent = nullptr);

  void setChart(const ChartData& chart);
  void setLook(ThemeName name, const TypeFaces& faces, double scale);
  void setSpan(TimeSpan span);
  /// The words begin textLeftPx from the left.
  void setFrame(const ChartFrame& frame, double textLeftPx);

  [[nodiscard]] SpendingView& view() { return *m_view; }

 Q_SIGNALS:
  void stateChosen(const entente::ActorUid& actor);
  void spanAsked(entente::TimeSpan span);

 private:
  void showWhatThereIs();
  void describe(const QString& current);

  SpendingView* m_view;
  QLabel* m_title;
  QLabel* m_subtitle;
  QLabel* m_source;
  QLabel* m_note;
  QPushButton* m_showYears;
  QStackedLayout* m_stack;
  QVBoxLayout* m_words;
  QVBoxLayout* m_foot;
  QVBoxLayout* m_noteColumn;
  std::optional<std::pair<int, int>> m_years;
  QString m_description;
};

}  // namespace entente
