// SPDX-License-Identifier: GPL-3.0-or-later
// Repainting what a selection or a hover changes gives the same picture as painting all of it.
#include "app/render/state_region.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <random>

#include "app/timeline/timeline_view.h"
#include "tests/support/open_session.h"

namespace entente {
namespace {

class StateRegionTest : public test::OpenSession {
 protected:
  void SetUp() override {
    openBuiltIn();
    timeline = std::make_unique<TimelineView>(session);
    timeline->setReducedMotion(true);
    timeline->resize(1240, 900);
    timeline->show();
    settle();
  }

  [[nodiscard]] QRegion region() {
    const QRegion inScene = stateRegion(timeline->picture().scene(), timeline->state());
    return inScene.translated(static_cast<int>(timeline->headerWidth()), 0);
  }
  [[nodiscard]] QImage painted() {
    QImage image(timeline->viewport()->size(), QImage::Format_RGB32);
    image.fill(Qt::red);
    timeline->viewport()->render(&image, QPoint(), QRegion(), QWidget::RenderFlags());
    return image;
  }
  /// Does something, repaints what it changes over the picture before, and compares that with a new one.
  template <class F>
  void expectRepaints(F does) {
    QImage image = painted();
    const QRegion before = region();
    const TimeSpan span = session.view().span;
    does();
    if (session.view().span != span) return;  // it moved there: all is painted anew
    const QRegion changed = (before + region()) & timeline->viewport()->rect();
    if (!changed.isEmpty())
      timeline->viewport()->render(&image, changed.boundingRect().topLeft(), changed, QWidget::RenderFlags());
    const QImage whole = painted();
    QRect differs;
    for (int y = 0; y < whole.height(); ++y) {
      for (int x = 0; x < whole.width(); ++x) {
        if (image.pixel(x, y) != whole.pixel(x, y)) differs |= QRect(x, y, 1, 1);
      }
    }
    EXPECT_TRUE(differs.isEmpty()) << differs.x() << ", " << differs.y() << ": " << differs.width() << " by "
                                   << differs.height();
    ++changes;
  }

  std::unique_ptr<TimelineView> timeline;
  int changes = 0;
};

TEST_F(StateRegionTest, HoldsWhateverASelectionChanges) {
  std::mt19937 random(7);
  for (const Grouping grouping : {Grouping::Kind, Grouping::Actor, Grouping::None}) {
    session.setGrouping(grouping);
    settle();
    const std::vector<EventId> events = session.slices()->eventsIn(session.view().span);
    for (int i = 0; i < 25; ++i) {
      SCOPED_TRACE(i);
      const EventId one = events[random() % events.size()];
      const EventId other = events[random() % events.size()];
      if (one == other) continue;
      timeline->verticalScrollBar()->setValue(0);
      expectRepaints([&] {
        if (i % 3 == 0)
          session.pick({one, other}, one);
        else
          session.select(one);
        timeline->verticalScrollBar()->setValue(0);
      });
    }
  }
  EXPECT_GT(changes, 50);
}

TEST_F(StateRegionTest, HoldsWhateverAHoverChanges) {
  session.setGrouping(Grouping::Actor);
  settle();
  std::mt19937 random(8);
  for (int i = 0; i < 120; ++i) {
    const QPointF at(timeline->headerWidth() + static_cast<double>(random() % 1000),
                     40.0 + static_cast<double>(random() % 800));
    expectRepaints([&] {
      QMouseEvent move(QEvent::MouseMove, at, timeline->viewport()->mapToGlobal(at), Qt::NoButton,
                       Qt::NoButton, Qt::NoModifier);
      QCoreApplication::sendEvent(timeline->viewport(), &move);
    });
  }
  EXPECT_GT(changes, 100);
}

}  // namespace
}  // namespace entente
