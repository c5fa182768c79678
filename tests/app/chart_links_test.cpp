// SPDX-License-Identifier: GPL-3.0-or-later
// Charts and timeline are one picture: pointer, pledge, state, events, room.
#include <gtest/gtest.h>

#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QMimeData>
#include <QTabBar>
#include <QTest>
#include <algorithm>

#include "app/charts/pledge_pane.h"
#include "app/timeline/timeline_view.h"
#include "core/time/civil.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

class ChartLinks : public test::WindowTest {
 protected:
  void SetUp() override {
    openBuiltIn();
    timeline().setReducedMotion(true);
    timeline().setFocus();
    select("pledge:pl-2025-hague-3.5");
    settle();
  }
  [[nodiscard]] PledgePane& pane() { return *window->findChild<PledgePane*>(); }
  void run(const char* text) {
    for (QAction* action : window->findChildren<QAction*>()) {
      if (action->text().remove(QLatin1Char('&')) == QString::fromUtf8(text)) return action->trigger();
    }
    ADD_FAILURE() << "no action " << text;
  }
  [[nodiscard]] QDockWidget* dock(const char* name) {
    return window->findChild<QDockWidget*>(QLatin1String(name));
  }
};

TEST_F(ChartLinks, ThePointerOverTheChartStandsInTheTimeline) {
  const QImage before = timeline().viewport()->grab().toImage();
  const Instant at = startOfDay({2024, 12, 3});
  session().pointAt(at);
  const QImage after = timeline().viewport()->grab().toImage();
  const TimeSpan span = session().view().span;
  const double canvas = timeline().viewport()->width() - timeline().headerWidth();
  const double x = timeline().headerWidth() + static_cast<double>(at.seconds - span.begin.seconds) /
                                                  static_cast<double>(span.seconds()) * canvas;
  int changed = 0;
  for (int column = 0; column < before.width(); ++column) {
    bool differs = false;
    for (int row = 0; row < before.height() && !differs; ++row)
      differs = before.pixel(column, row) != after.pixel(column, row);
    if (!differs) continue;
    ++changed;
    EXPECT_NEAR(column, x, 1);
  }
  EXPECT_EQ(changed, 1) << "a line of one pixel";
  session().pointAt(std::nullopt);
  EXPECT_EQ(timeline().viewport()->grab().toImage(), before);
}

TEST_F(ChartLinks, AStateInFrontStandsOutInItsLane) {
  session().setGrouping(Grouping::Country);
  settle();
  const QImage before = timeline().viewport()->grab().toImage();
  ChartChoice chart = session().view().chart;
  chart.highlighted = ActorUid("state-usa");
  session().setChart(chart);
  settle();
  const QImage after = timeline().viewport()->grab().toImage();
  const auto lane = timeline().picture().slices().laneWithKey(QStringLiteral("country:USA"));
  ASSERT_TRUE(lane.has_value());
  const auto& lanes = timeline().picture().scene().lanes;
  const auto found = std::ranges::find(lanes, *lane, &SceneLane::lane);
  ASSERT_NE(found, lanes.end());
  for (int row = 0; row < before.height(); ++row) {
    const bool isOwn = row >= found->rect.y && row < found->rect.bottom();
    if (!isOwn) {
      EXPECT_EQ(before.pixel(1, row), after.pixel(1, row)) << row;
    }
  }
  const int middle = static_cast<int>(found->rect.y) + 2;
  EXPECT_NE(before.pixel(1, middle), after.pixel(1, middle));
}

TEST_F(ChartLinks, APledgePickedOnTheTimelineBringsItsChart) {
  const auto current = [this] {
    for (const QTabBar* bar : window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
      for (int tab = 0; tab < bar->count(); ++tab) {
        if (bar->tabText(tab).startsWith(QStringLiteral("Pledge"))) return bar->tabText(bar->currentIndex());
      }
    }
    return QString();
  };
  dock("eventsDock")->raise();
  ASSERT_TRUE(QTest::qWaitFor([&] { return current().startsWith(QStringLiteral("Events")); }));
  window->activateWindow();
  timeline().setFocus();
  ASSERT_TRUE(QTest::qWaitFor([&] { return timeline().hasFocus(); }));
  session().select(id("pledge:pl-2014-wales-2"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return current().startsWith(QStringLiteral("Pledge")); }))
      << current().toStdString();
}

TEST_F(ChartLinks, TallPanesTakeTheRoomAndGiveItBack) {
  const int before = dock("pledgeDock")->height();
  run("Tall panes");
  settle();
  EXPECT_GT(dock("pledgeDock")->height(), before + 100);
  run("Tall panes");
  settle();
  EXPECT_NEAR(dock("pledgeDock")->height(), before, 2);
}

TEST_F(ChartLinks, TheChartIsCopiedAsPictureAndTable) {
  run("Copy chart");
  const QMimeData* data = QGuiApplication::clipboard()->mimeData();
  ASSERT_TRUE(data->hasImage());
  EXPECT_GT(QGuiApplication::clipboard()->image().width(), 1000);
  EXPECT_TRUE(data->text().startsWith(QStringLiteral("actor\tname\tcode\tyear\tvalue")));
  EXPECT_TRUE(data->text().contains(QStringLiteral("state-esp\tSpain\tESP\t2024")));
}

}  // namespace
}  // namespace entente
