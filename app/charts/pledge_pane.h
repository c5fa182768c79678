// SPDX-License-Identifier: GPL-3.0-or-later
// PledgePane: a pledge, who is bound by it and where they stand, and what was really spent against its
// target.
#pragma once

#include <QWidget>
#include <map>
#include <memory>
#include <optional>

#include "app/charts/chart_data.h"
#include "app/charts/pledge_shelf.h"
#include "app/render/theme.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace entente {

class PledgeFacts;
class Session;
class SpendingChart;
class StatesMenu;

/// Shows the selected pledge; else one that the selected event is linked with (the weightiest; where no
/// figures measure it but they measure a part of it, that part); else the last one shown; else the weightiest
/// that a series of figures measures. The chart's axis is the session's span; where the pane is wide its plot
/// begins where the timeline's canvas does.
class PledgePane : public QWidget {
  Q_OBJECT

 public:
  explicit PledgePane(Session& session, QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

  /// Width of the timeline's lane headers: the wide pane's gutter (TimelineView::headerWidth, which follows
  /// its texts). Not set: headerWidthPx() of the text scale.
  void setHeaderWidth(std::optional<double> px);
  /// Width of the timeline's canvas, so that one x is one day in both even if the timeline has a scroll bar.
  /// Not set: all that the pane has right of the gutter.
  void setCanvasWidth(std::optional<double> px);

  [[nodiscard]] std::optional<EventId> pledge() const { return m_shown; }
  [[nodiscard]] const ChartData& chart() const { return m_data; }

 Q_SIGNALS:
  /// A pledge is shown with all that belongs to it, or (nothing) none is.
  void pledgeShown(std::optional<entente::EventId> id);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeHead();
  void makeBody();
  void connectSession();

  void takeArchive();
  /// `mayWait`: for the detail of the selected event.
  void choose(bool mayWait = true);
  [[nodiscard]] const PledgeShelf::Entry* wanted() const;
  [[nodiscard]] const PledgeShelf::Entry* linkedPledge() const;
  [[nodiscard]] const PledgeShelf::Entry* standInFor(const PledgeShelf::Entry& entry) const;
  void ask(EventId id);
  void takeDetail(EventId id, std::shared_ptr<const EventDetail> detail);
  void showNothing(const QString& why);

  void restyle();
  void arrange();
  void refresh();
  void refreshChart();
  void refreshFacts();
  void refreshNoSeries();
  void fillPledges();
  void fillEditions();
  void fillStates();
  [[nodiscard]] const Pledge& record() const;
  [[nodiscard]] ChartChoice choice() const;
  void tick(const ActorUid& actor, bool on);
  void highlight(const ActorUid& actor);
  void jump(const RecordRef& ref);
  [[nodiscard]] double textScale() const;
  [[nodiscard]] bool isNarrow() const;
  [[nodiscard]] bool isMeasured() const;

  Session& m_session;
  PledgeShelf m_shelf;
  ThemeName m_theme = ThemeName::Light;
  std::optional<double> m_headerPx;
  std::optional<double> m_canvasPx;

  std::optional<EventId> m_asked;  ///< whose detail is on its way
  std::optional<EventId> m_shown;
  Uid m_shownUid;  ///< finds the pledge again when the archive is read again
  std::shared_ptr<const EventDetail> m_detail;
  std::map<SpendingMetric, SourceUid> m_editions;  ///< that were chosen
  std::optional<ActorUid> m_highlighted;           ///< that was chosen for this pledge
  std::optional<std::vector<ActorUid>> m_compared;
  ChartData m_data;

  QScrollArea* m_page;
  QWidget* m_content;
  QLabel* m_quiet;
  QBoxLayout* m_headLayout;
  QLabel* m_pledgeCaption;
  QComboBox* m_pledges;
  QComboBox* m_editionBox;
  QPushButton* m_statesButton;
  StatesMenu* m_statesMenu;
  QPushButton* m_factsButton;
  QLabel* m_factsLine;
  QLabel* m_noSeries;
  QLabel* m_partLink;
  QBoxLayout* m_body;
  SpendingChart* m_chart;
  PledgeFacts* m_facts;
};

}  // namespace entente
