// SPDX-License-Identifier: GPL-3.0-or-later
// The pane on the built-in archive: which pledge it shows, its choosers, facts and links.
#include "app/charts/pledge_pane.h"

#include <gtest/gtest.h>

#include <map>

#include <QAccessible>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QSlider>
#include <QTest>

#include "app/charts/pledge_facts.h"
#include "app/charts/plot_view.h"
#include "app/render/scene_painter.h"
#include "core/time/civil.h"
#include "tests/charts/sample_charts.h"
#include "tests/support/open_session.h"

namespace entente {
namespace {

using namespace test;

class PledgePaneTest : public OpenSession {
 protected:
  PledgePane& pane() {
    if (!m_pane) {
      m_pane = std::make_unique<PledgePane>(session);
      m_pane->resize(1030, 248);
      m_pane->show();
    }
    return *m_pane;
  }

  void waitFor(const std::function<bool()>& isSo) {
    const QDeadlineTimer deadline(10'000);
    while (!isSo() && !deadline.hasExpired())
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    ASSERT_TRUE(isSo());
  }
  void waitForPledge(const char* reference) {
    waitFor([&] { return pane().pledge() == id(reference); });
  }

  template <class T>
  T* part(const char* name) {
    T* found = pane().findChild<T*>(QLatin1String(name));
    EXPECT_NE(found, nullptr) << name;
    return found;
  }
  QString text(const char* name) { return part<QLabel>(name)->text(); }
  PlotView& view() { return *pane().findChild<PlotView*>(); }
  /// Of a point in pixels of the plot.
  QPointF place(const char* actor, int year) {
    for (const PlotDot& dot : view().scene().dots) {
      const PlotLine& line = view().figure().panels[dot.ref.panel].lines[dot.ref.item];
      if (line.actor.value == actor && line.points[dot.ref.point].key->year == year) return dot.at;
    }
    ADD_FAILURE() << actor << ' ' << year;
    return {};
  }
  MarkRole role(const char* actor) { return pane().figure().line(ActorUid(actor))->role; }
  void chooseKind(ChartKind kind) {
    auto* box = part<QComboBox>("kinds");
    choose("kinds", box->findData(static_cast<int>(kind)));
  }

  void choose(const char* box, int index) {
    auto* chooser = part<QComboBox>(box);
    chooser->setFocus();
    chooser->setCurrentIndex(index);
    Q_EMIT chooser->activated(index);
  }

  std::unique_ptr<PledgePane> m_pane;
};

TEST_F(PledgePaneTest, WithoutArchiveItSaysSo) {
  pane();
  EXPECT_EQ(text("quiet"), QStringLiteral("No archive is open."));
  EXPECT_TRUE(part<QLabel>("quiet")->isVisible());
}

TEST_F(PledgePaneTest, AnArchiveWithoutPledgesSaysSo) {
  openRecords({});
  pane();
  EXPECT_EQ(text("quiet"), QStringLiteral("There are no pledges in this archive."));
}

TEST_F(PledgePaneTest, AClosedArchiveLeavesNothing) {
  openBuiltIn();
  select("pledge:pl-2023-vilnius-2");
  waitForPledge("pledge:pl-2023-vilnius-2");
  session.close();
  EXPECT_FALSE(pane().pledge().has_value());
  EXPECT_TRUE(part<QLabel>("quiet")->isVisible());
  EXPECT_FALSE(view().isVisible());
  openBuiltIn();
  EXPECT_FALSE(part<QLabel>("quiet")->isVisible());
}

TEST_F(PledgePaneTest, TheSelectedPledgeIsShown) {
  openBuiltIn();
  select("pledge:pl-2023-vilnius-2");
  waitForPledge("pledge:pl-2023-vilnius-2");
  select("pledge:pl-2014-wales-20");
  waitForPledge("pledge:pl-2014-wales-20");
  EXPECT_EQ(pane().figure().unit, QStringLiteral("% of defence spending"));
}

TEST_F(PledgePaneTest, ElseTheMeasuredPartOfTheLinkedOne) {
  openBuiltIn();
  select("message:msg-rutte-trump-2025-06-24");
  waitForPledge("pledge:pl-2025-hague-3.5");
  EXPECT_TRUE(view().isVisible());
}

TEST_F(PledgePaneTest, ElseTheLastOneShown) {
  openBuiltIn();
  select("pledge:pl-2023-vilnius-2");
  waitForPledge("pledge:pl-2023-vilnius-2");
  session.select(std::nullopt);
  EXPECT_EQ(pane().pledge(), id("pledge:pl-2023-vilnius-2"));
}

TEST_F(PledgePaneTest, ElseTheWeightiestMeasuredOne) {
  openBuiltIn();
  session.select(std::nullopt);
  waitForPledge("pledge:pl-2025-spain-2.1");
}

TEST_F(PledgePaneTest, OneXIsOneDayInTimelineAndChart) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  for (const int width : {1030, 1500}) {
    pane().resize(width, 248);
    session.setSpan({startOfYear(2021), startOfDay({2027, 2, width / 100})});
    QCoreApplication::processEvents();
    const double scale = pane().font().pointSizeF() / kBasePoints;
    const double gutter = headerWidthPx(scale);
    const TimeScale timeline(session.view().span, width - gutter);
    for (const int year : {2014, 2021, 2024, 2026}) {
      const QPointF inPane = view().mapTo(&pane(), QPoint(0, 0)) + place("state-esp", year);
      EXPECT_NEAR(inPane.x(), gutter + timeline.x(middleOf(year)), 0.01) << year;
    }
  }
}

TEST_F(PledgePaneTest, HeadersAndCanvasOfTheTimelineAreTakenOver) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  pane().setHeaderWidth(190);
  pane().setCanvasWidth(800);
  QCoreApplication::processEvents();
  EXPECT_EQ(view().scene().plots.front().left(), 190);
  EXPECT_EQ(view().scene().plots.front().width(), 800);
}

TEST_F(PledgePaneTest, TheTitleIsTheFinding) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  EXPECT_EQ(text("chartTitle"),
            QStringLiteral("Spain reports 2.0% and Lithuania 5.3% in 2026 (estimate); the goal is 3.5%"));
  EXPECT_TRUE(text("chartSource").contains(QStringLiteral("B, usually reliable")));
  EXPECT_EQ(view().accessibleName(), QStringLiteral("Chart: ") + text("chartTitle"));
  EXPECT_TRUE(view().accessibleDescription().contains(QStringLiteral("Spain, 2026: 2% of GDP, an estimate.")))
      << view().accessibleDescription().toStdString();
}

TEST_F(PledgePaneTest, AnotherEditionHasOtherFigures) {
  openBuiltIn();
  select("pledge:pl-2023-vilnius-2");
  waitForPledge("pledge:pl-2023-vilnius-2");
  const auto of2024 = [&](const char* state) {
    for (const PlotPoint& point : pane().figure().line(ActorUid(state))->points) {
      if (point.key->year == 2024) return point.words;
    }
    return QString();
  };
  const QString newest = of2024("state-usa");
  auto* box = part<QComboBox>("editions");
  const int older = box->findData(QStringLiteral("nato-defexp-2025-ugent"));
  ASSERT_GT(older, 0);
  choose("editions", older);
  EXPECT_NE(of2024("state-usa"), newest);
  EXPECT_FALSE(of2024("state-usa").isEmpty());
}

TEST_F(PledgePaneTest, ThePledgeChooserSelectsInTheSession) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  auto* box = part<QComboBox>("pledges");
  EXPECT_EQ(box->count(), 15);
  EXPECT_TRUE(box->itemText(0).startsWith(QStringLiteral("2006")));
  choose("pledges", 0);
  waitForPledge("pledge:pl-2006-guideline");
  EXPECT_EQ(selected(), "pl-2006-guideline");
  EXPECT_EQ(box->currentIndex(), 0);
}

TEST_F(PledgePaneTest, WithoutSeriesItSaysSoAndLeadsToTheMeasuredPart) {
  openBuiltIn();
  select("pledge:pl-2025-hague-5");
  waitForPledge("pledge:pl-2025-hague-5");
  waitFor([&] { return part<QLabel>("partLink")->isVisible(); });
  EXPECT_FALSE(view().isVisible());
  EXPECT_TRUE(text("noSeries").startsWith(QStringLiteral("No series of figures measures this pledge")));
  EXPECT_TRUE(text("noSeries").contains(QStringLiteral("The Hague related part: not yet reported.")))
      << text("noSeries").toStdString();
  EXPECT_TRUE(
      text("noSeries").contains(QStringLiteral("The Hague core part: 5 of 31 states keep it in 2026.")));
  Q_EMIT part<QLabel>("partLink")->linkActivated(QStringLiteral("pledge:pl-2025-hague-3.5"));
  waitForPledge("pledge:pl-2025-hague-3.5");
  EXPECT_EQ(selected(), "pl-2025-hague-3.5");
  select("pledge:pl-2025-hague-1.5");
  waitForPledge("pledge:pl-2025-hague-1.5");
  EXPECT_FALSE(part<QLabel>("partLink")->isVisible());
  EXPECT_TRUE(pane().figure().isEmpty()) << "not measured is not zero";
}

TEST_F(PledgePaneTest, PositionsAreInOrderOfTimeAndCanBeFocused) {
  openBuiltIn();
  select("pledge:pl-2025-hague-5");
  waitForPledge("pledge:pl-2025-hague-5");
  const auto rows = pane().findChildren<QWidget*>(QStringLiteral("position"));
  ASSERT_EQ(rows.size(), 28);
  for (const QWidget* row : rows)
    EXPECT_EQ(row->focusPolicy(), Qt::StrongFocus);
  const auto at = [&](const QString& words) {
    return std::ranges::find_if(rows,
                                [&](const QWidget* row) { return row->accessibleName().startsWith(words); });
  };
  const auto reservation = at(QStringLiteral("19 June 2025, Spain: Reservation."));
  const auto optOut = at(QStringLiteral("22 June 2025, Spain: Opt-out."));
  ASSERT_NE(optOut, rows.end());
  EXPECT_LT(reservation, optOut);
}

TEST_F(PledgePaneTest, AdherentsAreNamed) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  auto* facts = part<QLabel>("factsLine");
  EXPECT_TRUE(facts->isVisible());
  EXPECT_TRUE(facts->text().contains(QStringLiteral("32 states: members of NATO on 25 June 2025")))
      << facts->text().toStdString();
  EXPECT_TRUE(facts->accessibleDescription().contains(QStringLiteral("Spain, Sweden, Türkiye")));
  part<QPushButton>("factsButton")->setChecked(true);
  EXPECT_TRUE(part<QPushButton>("showNames")->isVisible());
  part<QPushButton>("showNames")->setChecked(true);
  EXPECT_TRUE(part<QLabel>("names")->isVisible());
  EXPECT_FALSE(facts->isVisible());
}

TEST_F(PledgePaneTest, ClickingALineHighlightsItsState) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  EXPECT_EQ(pane().figure().highlighted.value, "state-esp");
  Q_EMIT view().stateChosen(ActorUid("state-deu"));
  EXPECT_EQ(role("state-deu"), MarkRole::Highlighted);
  EXPECT_EQ(role("state-esp"), MarkRole::Compared);
  EXPECT_EQ(session.view().chart.highlighted, ActorUid("state-deu")) << "all panes know of it";
}

TEST_F(PledgePaneTest, TheStatesMenuChoosesAndResets) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  auto* menu = part<QMenu>("statesMenu");
  const auto action = [&](const char* name) {
    for (QAction* one : menu->actions()) {
      if (one->text() == QString::fromUtf8(name)) return one;
    }
    return static_cast<QAction*>(nullptr);
  };
  ASSERT_EQ(menu->actions().size(), 3 + 31);
  EXPECT_EQ(menu->actions().at(3)->text(), QStringLiteral("Albania"));
  EXPECT_EQ(menu->actions().back()->text(), QStringLiteral("United States"));
  EXPECT_TRUE(action("Spain")->isChecked());
  action("Albania")->trigger();
  EXPECT_EQ(role("state-alb"), MarkRole::Compared);
  action("Spain")->trigger();
  EXPECT_EQ(role("state-esp"), MarkRole::Greyed);
  EXPECT_FALSE(pane().figure().highlighted.value.empty());
  action("Reset")->trigger();
  EXPECT_EQ(role("state-esp"), MarkRole::Highlighted);
  EXPECT_FALSE(action("Albania")->isChecked());
}

TEST_F(PledgePaneTest, WithoutFiguresInTheSpanItOffersTheYears) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  session.setSpan({startOfYear(1950), startOfYear(1960)});
  auto* button = part<QPushButton>("showYears");
  EXPECT_TRUE(part<QLabel>("chartNote")->isVisible());
  EXPECT_EQ(button->text(), QStringLiteral("Show 2014 to 2026"));
  button->click();
  EXPECT_EQ(session.view().span, (TimeSpan{startOfYear(2014), startOfYear(2027)}));
  EXPECT_TRUE(view().isVisible());
}

TEST_F(PledgePaneTest, ANarrowDockShowsChartAndFactsBelowEachOther) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  pane().resize(412, 600);
  QCoreApplication::processEvents();
  auto* facts = pane().findChild<PledgeFacts*>();
  ASSERT_TRUE(facts->isVisible());
  EXPECT_GE(facts->mapTo(&pane(), QPoint()).y(), view().mapTo(&pane(), QPoint(0, view().height())).y());
  EXPECT_LE(view().mapTo(&pane(), QPoint(view().width(), 0)).x(), 412);
  EXPECT_GT(view().scene().plots.front().width(), 250);
}

TEST_F(PledgePaneTest, EveryControlHasANameAndTakesTheKeyboard) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  for (const char* name : {"pledges", "kinds", "editions", "states", "events", "factsButton"}) {
    auto* control = part<QWidget>(name);
    EXPECT_FALSE(control->accessibleName().isEmpty()) << name;
    EXPECT_NE(control->focusPolicy() & Qt::TabFocus, 0) << name;
  }
  EXPECT_NE(view().focusPolicy() & Qt::TabFocus, 0);
}

TEST_F(PledgePaneTest, EveryKindOfChartIsMadeOfTheBuiltInFigures) {
  openBuiltIn();
  select("pledge:pl-2014-wales-2");
  waitForPledge("pledge:pl-2014-wales-2");
  const std::map<ChartKind, const char*> titles{
      {ChartKind::Ranking, "30 of 31 states are at or above 2% in 2026 (estimate)"},
      {ChartKind::Meeting, "3 states kept 2% in 2014, 30 of 31 in 2026 (estimate)"},
      {ChartKind::Scatter,
       "29 of 31 states keep both in 2026: 2% of GDP, 20% of it on equipment (estimate)"}};
  for (const ChartKind kind : kChartKinds) {
    chooseKind(kind);
    EXPECT_EQ(pane().figure().kind, kind);
    EXPECT_EQ(session.view().chart.kind, kind);
    if (kind == ChartKind::Course) {
      EXPECT_FALSE(text("chartNote").isEmpty()) << "its due year has passed";
      continue;
    }
    // The pledge on equipment may still be on its way.
    waitFor([&] { return !pane().figure().isEmpty(); });
    EXPECT_TRUE(view().isVisible());
    EXPECT_FALSE(text("chartSource").isEmpty());
    const auto title = titles.find(kind);
    if (title != titles.end()) {
      EXPECT_EQ(text("chartTitle").toStdString(), title->second);
    }
    (void)pane().grab();
  }
}

TEST_F(PledgePaneTest, TheSliderGoesFromYearToYear) {
  openBuiltIn();
  select("pledge:pl-2014-wales-2");
  waitForPledge("pledge:pl-2014-wales-2");
  EXPECT_FALSE(part<QSlider>("years")->isVisible());
  chooseKind(ChartKind::Ranking);
  auto* slider = part<QSlider>("years");
  ASSERT_TRUE(slider->isVisible());
  EXPECT_EQ(slider->maximum(), 12) << "2014 to 2026";
  slider->setValue(10);
  EXPECT_EQ(pane().figure().year, 2024);
  EXPECT_EQ(text("chartTitle"), QStringLiteral("17 of 31 states are at or above 2% in 2024"));
  const int august = part<QComboBox>("editions")->findData(QStringLiteral("nato-defexp-2025-ugent"));
  choose("editions", august);
  EXPECT_EQ(text("chartTitle"), QStringLiteral("18 of 31 states are at or above 2% in 2024 (estimate)"));
}

TEST_F(PledgePaneTest, ANumberIsExplainedWithItsRivals) {
  openBuiltIn();
  select("pledge:pl-2014-wales-2");
  waitForPledge("pledge:pl-2014-wales-2");
  EXPECT_FALSE(part<QWidget>("number")->isVisible());
  Q_EMIT view().numberChosen(
      {ActorUid("state-usa"), 2024, SpendingMetric::PercentOfGdp, SourceUid("nato-defexp-2026-medina")}, {});
  ASSERT_TRUE(part<QWidget>("number")->isVisible());
  EXPECT_TRUE(text("numberAmount").endsWith(QLatin1Char('%')));
  const QString words = text("numberText");
  for (const char* needed :
       {"Edition of 10 July 2026, uncertain, counts core defence spending", "Rivals:", "above the 2% goal"})
    EXPECT_TRUE(words.contains(QString::fromUtf8(needed))) << needed << '\n' << words.toStdString();
  part<QPushButton>("closeNumber")->click();
  EXPECT_FALSE(part<QWidget>("number")->isVisible());
}

TEST_F(PledgePaneTest, AGroupIsShownAlone) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  auto* groups = part<QMenu>("groupsMenu");
  ASSERT_GE(groups->actions().size(), 3);
  groups->actions().at(2)->trigger();
  EXPECT_EQ(session.view().chart.group, StateGroup::EasternFlank);
  int states = 0;
  for (const PlotLine& line : pane().figure().panels.front().lines)
    states += line.role == MarkRole::Group ? 0 : 1;
  EXPECT_EQ(states, 9) << "the Bucharest Nine";
  EXPECT_NE(pane().figure().line(ActorUid("(mean)")), nullptr);
  EXPECT_EQ(pane().figure().line(ActorUid("(weighted)")), nullptr) << "this edition has no sums of money";
}

TEST_F(PledgePaneTest, TheClickThatOpensTheStatesMenuTicksNone) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  auto* menu = part<QMenu>("statesMenu");
  // Not shown: the offscreen platform cannot grab the keyboard.
  menu->resize(menu->sizeHint());
  const QAction* state = menu->actions().at(6);
  const bool before = state->isChecked();
  const QPoint at = menu->actionGeometry(menu->actions().at(6)).center();
  const auto send = [&](QEvent::Type type) {
    QMouseEvent event(type, QPointF(at), menu->mapToGlobal(QPointF(at)), Qt::LeftButton,
                      type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(menu, &event);
  };
  send(QEvent::MouseButtonRelease);
  EXPECT_EQ(state->isChecked(), before) << "the release belongs to a press elsewhere";
  send(QEvent::MouseButtonPress);
  send(QEvent::MouseButtonRelease);
  EXPECT_NE(state->isChecked(), before);
}

TEST_F(PledgePaneTest, APositionOnAPledgeWithoutFiguresCanBeClicked) {
  openBuiltIn();
  select("pledge:pl-2025-hague-5");
  waitForPledge("pledge:pl-2025-hague-5");
  Q_EMIT pane().findChild<PledgeFacts*>()->stateChosen(ActorUid("state-esp"));
  EXPECT_EQ(pane().pledge(), id("pledge:pl-2025-hague-5"));
}

TEST_F(PledgePaneTest, TheChartIsPartOfTheView) {
  openBuiltIn();
  select("pledge:pl-2014-wales-2");
  waitForPledge("pledge:pl-2014-wales-2");
  chooseKind(ChartKind::Ranking);
  const SavedState state = session.state();
  const auto read = savedStateFromJson(toJson(state));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->view.chart, state.view.chart);
  chooseKind(ChartKind::Lines);
  session.takeView(read->view);
  EXPECT_EQ(pane().figure().kind, ChartKind::Ranking);
  EXPECT_EQ(part<QComboBox>("kinds")->currentText(), QStringLiteral("Ranking of states"));
}

TEST_F(PledgePaneTest, EventsAreLaidOverTheChart) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  session.setSpan({startOfYear(2014), startOfYear(2027)});
  EXPECT_TRUE(view().placedEvents().empty());
  part<QPushButton>("events")->menu()->actions().front()->setChecked(true);
  ASSERT_FALSE(view().placedEvents().empty());
  for (const PlotView::PlacedEvent& one : view().placedEvents())
    EXPECT_EQ(session.snapshot()->title(one.event.id)->kind, EventKind::Summit);
  Q_EMIT view().eventChosen(view().placedEvents().front().event.id);
  EXPECT_EQ(session.selected(), view().placedEvents().front().event.id);
}

TEST_F(PledgePaneTest, HostileTextsStayText) {
  Records records;
  const QString evil = QStringLiteral("<b onclick='x'>&A %1 %2</b>\n<img src=\"file:///etc/passwd\">");
  Actor state;
  state.uid = ActorUid("s");
  state.name = evil;
  state.kind = ActorKind::State;
  records.actors = {state};
  Source source;
  source.uid = SourceUid("src");
  source.title = evil;
  source.publisher = evil;
  records.sources = {source};
  Pledge pledge = smallPledge();
  pledge.event.title = evil;
  pledge.event.summary = evil;
  pledge.metric = evil;
  pledge.adherents = {{ActorUid("s"), {}}};
  pledge.event.sources = {SourceUid("src")};
  records.pledges = {pledge};
  Position position;
  position.uid = PositionUid("pos");
  position.pledge = EventUid("two");
  position.actor = ActorUid("s");
  position.detail = evil;
  position.source = SourceUid("src");
  records.positions = {position};
  Spending figure;
  figure.uid = SpendingUid("f");
  figure.actor = ActorUid("s");
  figure.year = 2024;
  figure.value = *Decimal::parse("1.5");
  figure.source = SourceUid("src");
  records.spending = {figure};
  openRecords(records);
  pane();
  waitForPledge("pledge:two");
  for (const QLabel* label : pane().findChildren<QLabel*>()) {
    const bool isOurs = label->objectName() == QLatin1String("factsLine") ||
                        label->objectName() == QLatin1String("partLink") ||
                        label->text().startsWith(QLatin1String("<a href="));
    if (isOurs) {
      EXPECT_FALSE(label->text().contains(QLatin1String("<img"))) << label->text().toStdString();
    } else {
      EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
    }
  }
  EXPECT_TRUE(text("chartTitle").contains(QLatin1String("%1 %2"))) << text("chartTitle").toStdString();
  for (const QAction* action : part<QMenu>("statesMenu")->actions())
    EXPECT_FALSE(action->text().contains(QLatin1String("&A")) &&
                 !action->text().contains(QLatin1String("&&A")));
  session.setSpan({startOfYear(2023), startOfYear(2026)});
  (void)pane().grab();
}

TEST_F(PledgePaneTest, DarkAndLargeTextAreFollowed) {
  openBuiltIn();
  select("pledge:pl-2025-hague-3.5");
  waitForPledge("pledge:pl-2025-hague-3.5");
  pane().setTheme(ThemeName::Dark);
  EXPECT_EQ(pane().grab().toImage().pixelColor(2, 200), theme(ThemeName::Dark).canvas);
  QFont large = pane().font();
  large.setPointSizeF(kBasePoints * 1.5);
  pane().resize(1500, 330);
  pane().setFont(large);
  QCoreApplication::processEvents();
  EXPECT_NEAR(view().scene().plots.front().left(), kHeaderWidthPx * 1.5, 1e-6);
}

}  // namespace
}  // namespace entente
