// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes in the hand: grouped, moved, collapsed, hidden and shown alone, with keys, mouse and menus.
#include <gtest/gtest.h>

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "app/shell/lanes_menu.h"
#include "app/timeline/timeline_view.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

constexpr const char* kMessage = "message:msg-rutte-trump-2025-06-24";

class LanesInTheHand : public test::WindowTest {
 protected:
  void SetUp() override {
    openBuiltIn();
    timeline().setReducedMotion(true);
    timeline().setFocus();
  }

  [[nodiscard]] const LaneSlices& slices() { return *session().slices(); }
  [[nodiscard]] std::vector<QString> keys() {
    std::vector<QString> keys;
    for (int lane = 0; lane < slices().laneCount(); ++lane)
      keys.push_back(slices().laneAt(lane).key);
    return keys;
  }
  void key(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier) {
    QTest::keyClick(&timeline(), key, held);
  }
  [[nodiscard]] const SceneLane& laneRect(const QString& key) {
    return timeline().picture().scene().lanes[static_cast<std::size_t>(*slices().laneWithKey(key))];
  }
  /// On the viewport, in the header of a lane.
  [[nodiscard]] QPoint headerOf(const QString& key, int x = 60) {
    const SceneRect rect = laneRect(key).rect;
    return {x, static_cast<int>(timeline().toViewport({0, rect.y + rect.height / 2, 0, 0}).y())};
  }
  void drag(QPoint from, QPoint to) {
    QWidget* viewport = timeline().viewport();
    QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, from);
    QTest::mouseMove(viewport, (from + to) / 2);
    QTest::mouseMove(viewport, to);
    QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, to);
  }
};

TEST_F(LanesInTheHand, AreGroupedByTheMenuAndSayByWhat) {
  auto* button = window->findChild<QPushButton*>(QStringLiteral("lanesButton"));
  ASSERT_NE(button, nullptr);
  EXPECT_EQ(button->text().remove(QLatin1Char('&')), QStringLiteral("Lanes: kind"));
  window->action(ActionId::LanesByActor)->trigger();
  EXPECT_EQ(session().view().grouping, Grouping::Actor);
  EXPECT_EQ(button->text().remove(QLatin1Char('&')), QStringLiteral("Lanes: actor"));
  EXPECT_TRUE(window->action(ActionId::LanesByActor)->isChecked());
  EXPECT_FALSE(window->action(ActionId::LanesByKind)->isChecked());
  // Twice is not off.
  window->action(ActionId::LanesByActor)->trigger();
  EXPECT_TRUE(window->action(ActionId::LanesByActor)->isChecked());
  // The message stands with its sender, its recipient, and everyone else whom it names: all light up.
  const auto lanes = slices().lanesOf(id(kMessage));
  EXPECT_GE(lanes.size(), 3U);
  window->action(ActionId::LanesByName)->trigger();
  EXPECT_EQ(session().view().lanes.sort, LaneSort::Name);
  EXPECT_TRUE(window->action(ActionId::LanesByName)->isChecked());
}

TEST_F(LanesInTheHand, MoveThereInAShortAnimation) {
  timeline().setReducedMotion(false);
  window->action(ActionId::LanesByNothing)->trigger();
  EXPECT_TRUE(timeline().isRegrouping());
  // A pan waits for nothing.
  session().setSpan(shifted(session().view().span, 86'400));
  EXPECT_FALSE(timeline().isRegrouping());
  window->action(ActionId::LanesByKind)->trigger();
  EXPECT_TRUE(timeline().isRegrouping());
  EXPECT_TRUE(QTest::qWaitFor([this] { return !timeline().isRegrouping(); }, 3000));
  timeline().setReducedMotion(true);
  window->action(ActionId::LanesByNothing)->trigger();
  EXPECT_FALSE(timeline().isRegrouping());
}

TEST_F(LanesInTheHand, OneKeyEachCollapsesHidesShowsAloneAndMoves) {
  select(kMessage);
  const QString lane = QStringLiteral("kind:message");
  EXPECT_EQ(timeline().laneKey(), lane);
  const std::vector<QString> before = keys();

  const int rows = laneRect(lane).rows;
  EXPECT_GT(rows, 1);
  key(Qt::Key_C);
  EXPECT_EQ(laneRect(lane).rows, 1);
  key(Qt::Key_C);
  EXPECT_EQ(laneRect(lane).rows, rows);

  key(Qt::Key_S);
  EXPECT_EQ(keys(), (std::vector<QString>{QStringLiteral("offices"), lane}));
  EXPECT_TRUE(window->action(ActionId::OnlyLane)->isChecked());
  key(Qt::Key_S);
  EXPECT_EQ(keys(), before);

  key(Qt::Key_Down, Qt::ShiftModifier);
  const auto place = [&] { return std::ranges::find(before, lane) - before.begin(); };
  EXPECT_EQ(*slices().laneWithKey(lane), place() + 1);
  key(Qt::Key_Up, Qt::ShiftModifier);
  EXPECT_EQ(keys(), before);
  for (std::size_t i = 0; i < before.size(); ++i)
    key(Qt::Key_Up, Qt::ShiftModifier);
  EXPECT_EQ(keys().front(), lane) << "and there it stays";

  key(Qt::Key_H);
  EXPECT_FALSE(slices().laneWithKey(lane).has_value());
  EXPECT_EQ(slices().hiddenCount(), 1U);
  EXPECT_TRUE(window->action(ActionId::AllLanes)->isEnabled());
  window->action(ActionId::AllLanes)->trigger();
  EXPECT_TRUE(slices().laneWithKey(lane).has_value());
  EXPECT_FALSE(window->action(ActionId::AllLanes)->isEnabled());

  key(Qt::Key_L);
  for (const SliceMark& mark : slices().laneAt(*slices().laneWithKey(lane)).marks) {
    EXPECT_GE(mark.bounds.earliestBegin, session().view().span.begin);
    EXPECT_LE(mark.bounds.latestEnd, session().view().span.end);
  }
}

TEST_F(LanesInTheHand, TheMouseMovesAndCollapsesThemByTheirHeaders) {
  const QString pledges = QStringLiteral("kind:pledge");
  const QString summits = QStringLiteral("kind:summit");
  ASSERT_GT(*slices().laneWithKey(pledges), *slices().laneWithKey(summits));
  const SceneRect first = laneRect(summits).rect;
  drag(headerOf(pledges), {60, static_cast<int>(timeline().toViewport({0, first.y + 2, 0, 0}).y())});
  EXPECT_LT(*slices().laneWithKey(pledges), *slices().laneWithKey(summits));
  EXPECT_EQ(selected(), "msg-rutte-trump-2025-06-24") << "nothing was picked by it";

  const int rows = laneRect(summits).rows;
  QTest::mouseDClick(timeline().viewport(), Qt::LeftButton, Qt::NoModifier, headerOf(summits));
  EXPECT_EQ(laneRect(summits).rows, 1);
  QTest::mouseClick(timeline().viewport(), Qt::LeftButton, Qt::NoModifier, headerOf(summits, 5));
  EXPECT_EQ(laneRect(summits).rows, rows) << "the arrow before the name";
}

TEST_F(LanesInTheHand, AHiddenLaneIsInTheMenuThatBringsItBack) {
  const QString statements = QStringLiteral("kind:statement");
  timeline().hideLane(statements);
  LanesMenu& lanes = *window->findChild<LanesMenu*>();
  QMenu menu;
  lanes.fillHidden(menu);
  ASSERT_EQ(menu.actions().size(), 1);
  EXPECT_EQ(menu.actions().front()->text(), QStringLiteral("Statements"));
  menu.actions().front()->trigger();
  EXPECT_TRUE(slices().laneWithKey(statements).has_value());
}

TEST_F(LanesInTheHand, TheMenuOfALaneWorksOnThatLane) {
  LanesMenu& lanes = *window->findChild<LanesMenu*>();
  timeline().disconnect(&lanes);  // no menu pops up where there is no screen
  QSignalSpy asked(&timeline(), &TimelineView::laneMenuRequested);
  const QPoint at = headerOf(QStringLiteral("kind:pledge"));
  QContextMenuEvent event(QContextMenuEvent::Mouse, at, timeline().viewport()->mapToGlobal(at));
  QCoreApplication::sendEvent(timeline().viewport(), &event);
  ASSERT_EQ(asked.count(), 1);
  EXPECT_EQ(asked[0][0].toString(), QStringLiteral("kind:pledge"));
  QMenu menu;
  lanes.fillLane(menu, asked[0][0].toString());
  const QList<QAction*> actions = menu.actions();
  const auto action = std::ranges::find_if(
      actions, [](const QAction* one) { return one->text().contains(QStringLiteral("ide this")); });
  ASSERT_NE(action, actions.end());
  (*action)->trigger();
  EXPECT_FALSE(slices().laneWithKey(QStringLiteral("kind:pledge")).has_value());
}

TEST_F(LanesInTheHand, TheWayBackBringsTheLanesBackToo) {
  window->action(ActionId::LanesByCountry)->trigger();
  timeline().hideLane(keys().back());
  ASSERT_TRUE(QTest::qWaitFor([this] { return session().hasViewBefore(); }, 5000));
  window->action(ActionId::ViewBack)->trigger();
  EXPECT_EQ(session().view().grouping, Grouping::Kind);
  EXPECT_TRUE(session().view().lanes.isUsual());
}

}  // namespace
}  // namespace entente
