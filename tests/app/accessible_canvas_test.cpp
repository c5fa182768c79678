// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas as a screen reader walks through it: lanes, events, offices, what they say and where they are.
#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "app/timeline/timeline_accessible.h"
#include "app/timeline/timeline_view.h"
#include "app/words/event_words.h"
#include "core/time/civil.h"
#include "tests/support/open_session.h"

namespace entente {
namespace {

constexpr const char* kMessage = "message:msg-rutte-trump-2025-06-24";

class AccessibleCanvas : public test::OpenSession {
 protected:
  void SetUp() override {
    openBuiltIn();
    timeline = std::make_unique<TimelineView>(session);
    timeline->setReducedMotion(true);
    timeline->resize(1240, 900);
    timeline->show();
    canvas = QAccessible::queryAccessibleInterface(timeline.get());
    ASSERT_NE(canvas, nullptr);
  }

  [[nodiscard]] QAccessibleInterface* lane(LaneKind kind) {
    for (int i = 0; i < session.slices()->laneCount(); ++i) {
      if (session.slices()->laneKind(i) == kind) return canvas->child(i);
    }
    return nullptr;
  }
  [[nodiscard]] QAccessibleInterface* childOf(QAccessibleInterface* parent, const QString& name) {
    for (int i = 0; i < parent->childCount(); ++i) {
      if (parent->child(i)->text(QAccessible::Name) == name) return parent->child(i);
    }
    return nullptr;
  }
  [[nodiscard]] QAccessibleInterface* ofEvent(LaneKind kind, const char* reference) {
    return childOf(lane(kind), eventInSpeech(*session.snapshot(), id(reference)));
  }

  void takeKeyboard() {
    QApplication::setActiveWindow(timeline.get());
    timeline->setFocus();
    ASSERT_TRUE(timeline->hasFocus());
  }

  std::unique_ptr<TimelineView> timeline;
  QAccessibleInterface* canvas = nullptr;
};

TEST_F(AccessibleCanvas, HasALaneAChildAndEveryEventOfTheSpanInIt) {
  EXPECT_EQ(canvas->text(QAccessible::Name), QStringLiteral("Timeline"));
  ASSERT_EQ(canvas->childCount(), session.slices()->laneCount());
  EXPECT_EQ(canvas->child(canvas->childCount()), nullptr);
  for (int i = 0; i < canvas->childCount(); ++i) {
    QAccessibleInterface* one = canvas->child(i);
    EXPECT_EQ(one->role(), QAccessible::List);
    EXPECT_EQ(one->parent(), canvas);
    EXPECT_EQ(canvas->indexOfChild(one), i);
    EXPECT_EQ(canvas->child(i), one) << "made once";
    const auto marks = session.slices()->marks(i, session.view().span, 100'000).marks;
    ASSERT_EQ(one->childCount(), static_cast<int>(marks.size()));
    for (int k = 0; k < one->childCount(); ++k) {
      QAccessibleInterface* item = one->child(k);
      ASSERT_NE(item, nullptr);
      EXPECT_EQ(item->role(), QAccessible::ListItem);
      EXPECT_EQ(item->parent(), one);
      EXPECT_EQ(one->indexOfChild(item), k);
      EXPECT_FALSE(item->text(QAccessible::Name).isEmpty());
      if (const auto event = session.slices()->eventOf(marks[static_cast<std::size_t>(k)].item)) {
        EXPECT_EQ(item->text(QAccessible::Name), eventInSpeech(*session.snapshot(), *event));
      }
    }
  }
}

TEST_F(AccessibleCanvas, SaysNamesCountsAndPositions) {
  QAccessibleInterface* messages = lane(LaneKind::Messages);
  const QString name = messages->text(QAccessible::Name);
  EXPECT_TRUE(name.startsWith(QStringLiteral("Messages, %1 events, ").arg(messages->childCount())))
      << qPrintable(name);
  EXPECT_TRUE(name.endsWith(QStringLiteral(" disputed"))) << qPrintable(name);
  EXPECT_EQ(messages->child(11)->text(QAccessible::Description),
            QStringLiteral("event 12 of %1 in Messages").arg(messages->childCount()));
  session.setSpan({startOfDay({2025, 6, 24}), startOfDay({2025, 6, 26})});
  EXPECT_LT(messages->childCount(), 12);
  EXPECT_EQ(messages->child(0)->text(QAccessible::Description),
            QStringLiteral("event 1 of %1 in Messages").arg(messages->childCount()));
  find(QStringLiteral("daddy"));
  QAccessibleInterface* hit = ofEvent(LaneKind::Statements, "statement:st-daddy-2025-06-25");
  ASSERT_NE(hit, nullptr);
  EXPECT_TRUE(hit->text(QAccessible::Description).endsWith(QStringLiteral(", found")));
}

TEST_F(AccessibleCanvas, OfficesAreHeard) {
  session.setOffices({{QStringLiteral("Secretary General"), QStringLiteral("NATO")}});
  QAccessibleInterface* offices = lane(LaneKind::Offices);
  ASSERT_NE(offices, nullptr);
  EXPECT_EQ(offices->text(QAccessible::Name), QStringLiteral("Offices"));
  QAccessibleInterface* holder =
      childOf(offices, QStringLiteral("Mark Rutte, Secretary General, NATO, from 1 October 2024 until now"));
  ASSERT_NE(holder, nullptr);
  EXPECT_EQ(holder->text(QAccessible::Description),
            QStringLiteral("%1 of %1 in Offices").arg(offices->childCount()));
  EXPECT_TRUE(holder->actionInterface()->actionNames().isEmpty());
  EXPECT_FALSE(holder->rect().isEmpty());
}

TEST_F(AccessibleCanvas, RectsAreWhereTheMarksAre) {
  QAccessibleInterface* message = ofEvent(LaneKind::Messages, kMessage);
  ASSERT_NE(message, nullptr);
  const QRect onScreen = message->rect();
  const QPoint glyph = timeline->viewport()->mapToGlobal(timeline->markRect(id(kMessage))->center());
  EXPECT_TRUE(onScreen.contains(glyph));
  EXPECT_EQ(canvas->childAt(glyph.x(), glyph.y()), message);
  EXPECT_EQ(message->parent()->childAt(glyph.x(), glyph.y()), message);
  EXPECT_TRUE(message->parent()->rect().contains(onScreen.center()));
  EXPECT_FALSE(message->state().offscreen);
  for (int i = 0; i < canvas->childCount(); ++i) {
    QAccessibleInterface* one = canvas->child(i);
    for (int k = 0; k < one->childCount(); ++k)
      EXPECT_FALSE(one->child(k)->rect().isEmpty()) << qPrintable(one->child(k)->text(QAccessible::Name));
  }
  session.setSpan({startOfYear(1950), startOfYear(1953)});
  EXPECT_TRUE(message->state().offscreen);
  EXPECT_TRUE(message->rect().isEmpty());
}

TEST_F(AccessibleCanvas, PressSelects) {
  QAccessibleInterface* summit = ofEvent(LaneKind::Summits, "summit:nato-2025-the-hague");
  ASSERT_NE(summit, nullptr);
  EXPECT_FALSE(summit->state().selected);
  EXPECT_TRUE(summit->state().selectable);
  summit->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
  EXPECT_EQ(session.selected(), id("summit:nato-2025-the-hague"));
  EXPECT_TRUE(summit->state().selected);
  EXPECT_FALSE(ofEvent(LaneKind::Messages, kMessage)->state().selected);
}

TEST_F(AccessibleCanvas, TheSelectedEventHasTheFocus) {
  takeKeyboard();
  EXPECT_EQ(canvas->focusChild(), ofEvent(LaneKind::Messages, kMessage));
  EXPECT_TRUE(canvas->focusChild()->state().focused);
  QTest::keyClick(timeline.get(), Qt::Key_Up);
  EXPECT_EQ(canvas->focusChild()->text(QAccessible::Name),
            eventInSpeech(*session.snapshot(), *session.selected()));
}

TEST_F(AccessibleCanvas, ANewSelectionIsTold) {
  std::vector<std::pair<QAccessible::Event, QString>> heard;
  dynamic_cast<TimelineAccessible&>(*canvas).setListener([&heard](QAccessibleEvent* event) {
    heard.emplace_back(event->type(), event->accessibleInterface()->text(QAccessible::Name));
  });
  session.select(id("summit:nato-2025-the-hague"));
  ASSERT_EQ(heard.size(), 1U) << "the keyboard is elsewhere";
  takeKeyboard();
  session.select(id(kMessage));
  session.select(id("summit:nato-2025-the-hague"));
  const QString name = eventInSpeech(*session.snapshot(), id("summit:nato-2025-the-hague"));
  const auto told = [&](QAccessible::Event event) {
    return std::ranges::find(heard, std::pair(event, name)) != heard.end();
  };
  EXPECT_TRUE(told(QAccessible::SelectionAdd));
  EXPECT_TRUE(told(QAccessible::Focus));
}

TEST_F(AccessibleCanvas, OtherSlicesMakeOtherInterfaces) {
  const QAccessible::Id old = QAccessible::uniqueId(ofEvent(LaneKind::Messages, kMessage));
  const QAccessible::Id oldLane = QAccessible::uniqueId(lane(LaneKind::Messages));
  EventFilter filter;
  filter.kinds = {EventKind::Message};
  session.setFilter(filter);
  EXPECT_EQ(QAccessible::accessibleInterface(old), nullptr);
  EXPECT_EQ(QAccessible::accessibleInterface(oldLane), nullptr);
  EXPECT_NE(ofEvent(LaneKind::Messages, kMessage), nullptr);
  EXPECT_EQ(lane(LaneKind::Summits)->childCount(), 0);
  session.close();
  EXPECT_EQ(canvas->childCount(), 0);
  EXPECT_EQ(canvas->child(0), nullptr);
}

TEST_F(AccessibleCanvas, GoesWithItsWidget) {
  const QAccessible::Id root = QAccessible::uniqueId(canvas);
  const QAccessible::Id one = QAccessible::uniqueId(ofEvent(LaneKind::Messages, kMessage));
  timeline.reset();
  EXPECT_EQ(QAccessible::accessibleInterface(root), nullptr);
  EXPECT_EQ(QAccessible::accessibleInterface(one), nullptr);
  session.select(std::nullopt);
}

TEST_F(AccessibleCanvas, ALaneOfTooManyEventsHasNoChildren) {
  timeline.reset();
  Records records;
  for (int i = 0; i < 3'000; ++i) {
    Summit summit;
    summit.event.uid = EventUid("s" + std::to_string(i));
    summit.event.title = QStringLiteral("Summit %1").arg(i);
    summit.series = QStringLiteral("Series");
    summit.event.when = *FuzzyDate::parse("2020-01-" + std::to_string(10 + i % 20));
    records.summits.push_back(summit);
  }
  openRecords(records);
  timeline = std::make_unique<TimelineView>(session);
  timeline->resize(1240, 900);
  session.setSpan({startOfYear(2015), startOfYear(2025)});
  canvas = QAccessible::queryAccessibleInterface(timeline.get());
  ASSERT_FALSE(timeline->picture().scene().densities.empty());
  EXPECT_EQ(lane(LaneKind::Summits)->childCount(), 0);
  EXPECT_EQ(lane(LaneKind::Summits)->text(QAccessible::Name), QStringLiteral("Summits, 3,000 events"));
  EXPECT_FALSE(lane(LaneKind::Summits)->text(QAccessible::Description).isEmpty());
}

}  // namespace
}  // namespace entente
