// SPDX-License-Identifier: GPL-3.0-or-later
// PledgePane: a pledge, who is bound by it and where they stand, and what was really spent against its
// target.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "app/charts/figure.h"
#include "app/charts/pledge_shelf.h"
#include "app/render/theme.h"

class QAction;
class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace entente {

class PledgeFacts;
class Session;
class ChartCard;
class NumberCard;
class StatesMenu;

/// Shows the selected pledge; else one that the selected event is linked with (the weightiest; where no
/// figures measure it but they measure a part of it, that part); else the last one shown; else the weightiest
/// that a series of figures measures. Which chart, states, year and edition: the session's view has it. The
/// axis of a chart over time is the session's span; where the pane is wide its plot begins where the
/// timeline's canvas does.
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
  [[nodiscard]] const Figure& figure() const { return m_figure; }
  /// What the chart that is shown is made from; nothing while there is none.
  struct Shown {
    std::shared_ptr<const EventDetail> pledge;
    std::vector<Pledge> pledges;
    ChartChoice choice;
  };
  [[nodiscard]] std::optional<Shown> shown() const;

 Q_SIGNALS:
  /// The chart would like to be larger, or as large as it was.
  void roomAsked();
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
  /// `animated`: another year of the same chart.
  void refreshChart(bool animated = false);
  void refreshFacts();
  void refreshNoSeries();
  void fillPledges();
  void fillEditions();
  void fillKinds();
  void fillStates();
  void fillGroups();
  void makeEventsMenu();
  [[nodiscard]] const Pledge& record() const;
  [[nodiscard]] SourceUid edition() const;
  void takeChoice();
  void setChoice(const ChartChoice& choice);
  void explain(std::optional<FigureKey> key);
  void refreshNumber();
  void refreshOverlay();
  void chooseGroup(std::size_t index);
  void keepGroup();
  void forgetGroup();
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
  ChartChoice m_choice;  ///< that is shown
  Figure m_figure;
  std::optional<FigureKey> m_number;  ///< that is explained
  std::vector<EventKind> m_eventKinds;

  QScrollArea* m_page;
  QWidget* m_content;
  QLabel* m_quiet;
  QBoxLayout* m_headLayout;
  QLabel* m_pledgeCaption;
  QComboBox* m_pledges;
  QComboBox* m_kinds;
  QComboBox* m_editionBox;
  QPushButton* m_eventsButton;
  QPushButton* m_roomButton;
  QPushButton* m_statesButton;
  StatesMenu* m_statesMenu;
  QPushButton* m_factsButton;
  QLabel* m_factsLine;
  QLabel* m_noSeries;
  QLabel* m_partLink;
  QBoxLayout* m_body;
  ChartCard* m_chart;
  QWidget* m_side;
  NumberCard* m_numberCard;
  PledgeFacts* m_facts;
};

}  // namespace entente
