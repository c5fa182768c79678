// SPDX-License-Identifier: GPL-3.0-or-later
// The overview strip: its window is dragged, stretched, moved by a click and by keys, and the timeline
// follows.
#include <gtest/gtest.h>

#include <QTest>

#include "app/timeline/overview_strip.h"
#include "app/timeline/timeline_view.h"
#include "core/time/civil.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

class Overview : public test::WindowTest {
 protected:
  void SetUp() override {
    openBuiltIn();
    timeline().setReducedMotion(true);
    session().setSpan({startOfYear(1990), startOfYear(2010)});
  }
  OverviewStrip& strip() { return window->overview(); }
  void drag(QPointF from, int byPx) {
    QTest::mousePress(&strip(), Qt::LeftButton, Qt::NoModifier, from.toPoint());
    QTest::mouseMove(&strip(), from.toPoint() + QPoint(byPx / 2, 0));
    QTest::mouseMove(&strip(), from.toPoint() + QPoint(byPx, 0));
    QTest::mouseRelease(&strip(), Qt::LeftButton, Qt::NoModifier, from.toPoint() + QPoint(byPx, 0));
  }
};

TEST_F(Overview, TheWindowIsDragged) {
  const TimeSpan before = session().view().span;
  drag(strip().windowRect().center(), 40);
  const TimeSpan after = session().view().span;
  EXPECT_EQ(after.seconds(), before.seconds());
  EXPECT_GT(after.begin, before.begin);
  drag(strip().windowRect().center(), -40);
  EXPECT_NEAR(static_cast<double>(session().view().span.begin.seconds),
              static_cast<double>(before.begin.seconds), 2);
}

TEST_F(Overview, AGripStretchesOneEnd) {
  const TimeSpan before = session().view().span;
  const QRectF rect = strip().windowRect();
  drag({rect.right(), rect.center().y()}, 30);
  EXPECT_EQ(session().view().span.begin, before.begin);
  EXPECT_GT(session().view().span.end, before.end);
  drag({strip().windowRect().left(), rect.center().y()}, 2000);
  EXPECT_FALSE(session().view().span.isEmpty()) << "the ends never cross";
  EXPECT_LT(session().view().span.begin, session().view().span.end);
}

TEST_F(Overview, AClickBesideItBringsTheWindowThere) {
  const QRectF before = strip().windowRect();
  const QPoint at(static_cast<int>(before.right()) + 60, static_cast<int>(before.center().y()));
  ASSERT_LT(at.x(), strip().width());
  QTest::mouseClick(&strip(), Qt::LeftButton, Qt::NoModifier, at);
  EXPECT_NEAR(strip().windowRect().center().x(), at.x(), 2);
}

TEST_F(Overview, KeysMoveAndStretchIt) {
  const TimeSpan before = session().view().span;
  QTest::keyClick(&strip(), Qt::Key_Right);
  EXPECT_GT(session().view().span.begin, before.begin);
  QTest::keyClick(&strip(), Qt::Key_Left);
  EXPECT_EQ(session().view().span, before);
  QTest::keyClick(&strip(), Qt::Key_Plus);
  EXPECT_LT(session().view().span.seconds(), before.seconds());
  EXPECT_TRUE(strip().accessibleDescription().contains(QStringLiteral("19")));
}

}  // namespace
}  // namespace entente
