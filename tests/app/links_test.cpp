// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline in the hand: links of the selection as arcs, walking along them, marking a span with Shift,
// and the way back to what was looked at.
#include <gtest/gtest.h>

#include <QAction>
#include <QTest>
#include <algorithm>

#include "app/timeline/timeline_view.h"
#include "core/time/civil.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

constexpr const char* kMessage = "message:msg-rutte-trump-2025-06-24";

class Links : public test::WindowTest {
 protected:
  void SetUp() override {
    openBuiltIn();
    timeline().setReducedMotion(true);
    timeline().setFocus();
  }
  [[nodiscard]] Instant beginOf(EventId id) {
    return session().snapshot()->title(id)->when->bounds().earliestBegin;
  }
};

TEST_F(Links, OfTheSelectionAreArcsWithADirection) {
  select(kMessage);
  const EventId message = id(kMessage);
  const std::vector<EventLink>& links = session().snapshot()->linksOf(message);
  ASSERT_FALSE(links.empty());
  const LaneSlices& slices = timeline().picture().slices();
  EXPECT_EQ(timeline().state().links.size(), links.size());
  for (const LinkArc& arc : timeline().state().links) {
    const bool outgoing = slices.eventOf(arc.from) == message;
    const EventId other = *slices.eventOf(outgoing ? arc.to : arc.from);
    EXPECT_TRUE(std::ranges::any_of(
        links, [&](const EventLink& link) { return link.other == other && link.outgoing == outgoing; }));
  }
  QTest::keyClick(&timeline(), Qt::Key_Escape);
  EXPECT_TRUE(timeline().state().links.empty());
}

TEST_F(Links, AreWalkedInOrderOfTime) {
  select(kMessage);
  const Instant from = beginOf(id(kMessage));
  QTest::keyClick(&timeline(), Qt::Key_BracketRight);
  ASSERT_TRUE(session().selected());
  EXPECT_GE(beginOf(*session().selected()), from);
  EXPECT_NE(*session().selected(), id(kMessage));
  select(kMessage);
  QTest::keyClick(&timeline(), Qt::Key_BracketLeft);
  EXPECT_LE(beginOf(*session().selected()), from);
}

TEST_F(Links, FittingTheSelectionShowsAllThatItIsLinkedWith) {
  select(kMessage);
  QTest::keyClick(&timeline(), Qt::Key_F);
  const TimeSpan span = session().view().span;
  for (const EventLink& link : session().snapshot()->linksOf(id(kMessage))) {
    EXPECT_GE(beginOf(link.other), span.begin);
    EXPECT_LT(beginOf(link.other), span.end);
  }
}

TEST_F(Links, AllOfThemOnDemandAndNeverTooMany) {
  select(kMessage);
  const std::size_t own = timeline().state().links.size();
  window->action(ActionId::AllLinks)->trigger();
  EXPECT_GT(timeline().state().links.size(), own);
  EXPECT_LT(timeline().state().links.size(), 400U);
  window->action(ActionId::AllLinks)->trigger();
  EXPECT_EQ(timeline().state().links.size(), own);
}

TEST_F(Links, AnArcThatEndsBeyondTheEdgeLeadsThere) {
  select(kMessage);
  const Instant day = beginOf(id(kMessage));
  session().setSpan({plusSeconds(day, -kSecondsPerDay / 2), plusSeconds(day, 2 * kSecondsPerDay)});
  const Scene& scene = timeline().picture().scene();
  for (const LinkArc& arc : timeline().state().links) {
    const LinkEndPoint end = linkEndPoint(scene, arc.to, arc.toLane, arc.toAt);
    if (end.beyond == LabelSide::None) continue;
    const QPointF at = timeline().toViewport(QRectF(end.at, QSizeF(1, 1))).topLeft();
    if (timeline().hitAt(at).mark || timeline().hitAt(at).fold) continue;
    QTest::mouseClick(timeline().viewport(), Qt::LeftButton, Qt::NoModifier, at.toPoint());
    ASSERT_TRUE(session().selected());
    EXPECT_NE(*session().selected(), id(kMessage));
    return;
  }
  FAIL() << "an arc of this message ends beyond so short a span";
}

TEST_F(Links, ShiftAndDragZoomsToTheMarkedSpan) {
  const TimeSpan before = session().view().span;
  QWidget* canvas = timeline().viewport();
  const int y = canvas->height() / 2;
  const int x = static_cast<int>(timeline().headerWidth());
  QTest::mousePress(canvas, Qt::LeftButton, Qt::ShiftModifier, {x + 100, y});
  QTest::mouseMove(canvas, {x + 200, y});
  QTest::mouseMove(canvas, {x + 300, y});
  QTest::mouseRelease(canvas, Qt::LeftButton, Qt::ShiftModifier, {x + 300, y});
  const TimeSpan after = session().view().span;
  const double part = 200.0 / (canvas->width() - x);
  EXPECT_NEAR(static_cast<double>(after.seconds()), static_cast<double>(before.seconds()) * part,
              static_cast<double>(before.seconds()) * 0.01);
  EXPECT_GT(after.begin, before.begin);
}

TEST_F(Links, BackAndForwardWalkThroughWhatWasLookedAt) {
  const ViewState first = session().view();
  const TimeSpan years{startOfYear(2010), startOfYear(2020)};
  session().setSpan(years);
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->action(ActionId::ViewBack)->isEnabled(); }));
  window->action(ActionId::ViewBack)->trigger();
  EXPECT_EQ(session().view().span, first.span);
  EXPECT_TRUE(window->action(ActionId::ViewForward)->isEnabled());
  window->action(ActionId::ViewForward)->trigger();
  EXPECT_EQ(session().view().span, years);
  EXPECT_FALSE(window->action(ActionId::ViewForward)->isEnabled());
}

}  // namespace
}  // namespace entente
