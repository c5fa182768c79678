// SPDX-License-Identifier: GPL-3.0-or-later
// The events table: what it lists, its orders, its selection, its keys, and what it says when it is empty.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCollator>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <algorithm>

#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "core/time/time_scale.h"
#include "tests/panes/events_pane_fixture.h"

namespace entente {
namespace {

using test::EventsPaneTest;
using ::testing::ElementsAre;

TEST_F(EventsPaneTest, ListsWhatTheTimelineShowsInTheOrderOfTime) {
  openBuiltIn();
  EXPECT_EQ(model().events(), session.slices()->eventsIn(session.view().span));
  EXPECT_GT(model().rowCount(), 50);
  setSpan("2025-06-19/2025-06-26");
  ASSERT_EQ(model().events(), session.slices()->eventsIn(session.view().span));
  const int row = model().rowOf(id("message:msg-rutte-trump-2025-06-24"));
  ASSERT_GE(row, 0);
  EXPECT_EQ(cell(row, EventsModel::Kind), QStringLiteral("Message"));
  EXPECT_EQ(cell(row, EventsModel::When), QStringLiteral("24 June 2025"));
  EXPECT_EQ(cell(row, EventsModel::Title), QStringLiteral("Rutte to Trump, on the way to The Hague"));
  EXPECT_TRUE(cell(row, EventsModel::Sources).contains(QStringLiteral(" +")));
  const std::uint32_t disputed = session.snapshot()->disputesOf(*model().eventAt(row)).disputedFields;
  EXPECT_GT(disputed, 0U);
  EXPECT_EQ(cell(row, EventsModel::Disputed), QStringLiteral("≠ %1").arg(disputed));
}

TEST_F(EventsPaneTest, TheHeadCountsEventsAndDisputedOnes) {
  openBuiltIn();
  setSpan("2025-06-19/2025-06-26");
  int disputed = 0;
  for (const EventId event : model().events())
    disputed += session.snapshot()->disputesOf(event).disputedFields > 0 ? 1 : 0;
  ASSERT_GT(disputed, 0);
  EXPECT_EQ(
      child<QLabel>("count").text(),
      QStringLiteral("%1 events in this span, %2 of them disputed").arg(model().rowCount()).arg(disputed));
}

TEST_F(EventsPaneTest, SelectingARowSelectsTheEventAndTheOtherWayRound) {
  openBuiltIn();
  EXPECT_EQ(currentEvent(), session.selected());
  table().setCurrentIndex(model().index(3, 2));
  EXPECT_EQ(session.selected(), model().eventAt(3));
  const int last = model().rowCount() - 1;
  session.select(*model().eventAt(last));
  EXPECT_EQ(table().currentIndex().row(), last);
  EXPECT_THAT(table().selectedRows(), ElementsAre(last));
  EXPECT_TRUE(table().viewport()->rect().intersects(table().visualRect(table().currentIndex())));
  session.select(std::nullopt);
  EXPECT_FALSE(table().currentIndex().isValid());
  EXPECT_TRUE(table().selectedRows().empty());
}

TEST_F(EventsPaneTest, ASelectionFromElsewhereDoesNotTakeTheFocus) {
  openBuiltIn();
  QWidget window;
  auto* row = new QHBoxLayout(&window);
  auto* edit = new QLineEdit;
  row->addWidget(edit);
  row->addWidget(pane.get());
  window.show();
  edit->setFocus();
  session.select(*model().eventAt(5));
  EXPECT_EQ(window.focusWidget(), edit);
  pane->setParent(nullptr);
}

TEST_F(EventsPaneTest, AnEventOutsideTheSpanIsNoRowUntilTheSpanReachesIt) {
  openBuiltIn();
  setSpan("2025-06-19/2025-06-26");
  session.select(id("pledge:pl-2025-hague-5"));
  EXPECT_EQ(currentEvent(), session.selected());
  setSpan("2018");
  EXPECT_FALSE(table().currentIndex().isValid());
  EXPECT_TRUE(session.selected().has_value());
  setSpan("2025-06");
  EXPECT_EQ(currentEvent(), id("pledge:pl-2025-hague-5"));
}

/// Against plain comparisons of what is shown.
TEST_F(EventsPaneTest, EveryColumnSortsBothWaysAndKeepsTheOrderOfTimeWithin) {
  openBuiltIn();
  QCollator collator(wordsLocale());
  collator.setCaseSensitivity(Qt::CaseInsensitive);
  collator.setNumericMode(true);
  const std::vector<EventId> byTime = session.slices()->eventsIn(session.view().span);
  const auto place = [&](EventId event) { return std::ranges::find(byTime, event) - byTime.begin(); };
  for (int column = 0; column < EventsModel::ColumnCount; ++column) {
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
      SCOPED_TRACE(column * 10 + order);
      table().sortByColumn(column, order);
      ASSERT_EQ(model().rowCount(), static_cast<int>(byTime.size()));
      for (int row = 1; row < model().rowCount(); ++row) {
        const EventId before = *model().eventAt(row - 1);
        const EventId here = *model().eventAt(row);
        if (column == EventsModel::When) {
          EXPECT_EQ(place(before) < place(here), order == Qt::AscendingOrder);
          continue;
        }
        const auto shown = [&](int at) {
          return cell(at, column).section(QStringLiteral(" +"), 0, 0).remove(QStringLiteral("≠ "));
        };
        if (column == EventsModel::Sources && shown(row).isEmpty()) continue;
        const int by = collator.compare(shown(row - 1), shown(row)) * (order == Qt::AscendingOrder ? 1 : -1);
        EXPECT_LE(by, 0) << shown(row - 1).toStdString() << " before " << shown(row).toStdString();
        if (by == 0) {
          EXPECT_LT(place(before), place(here));
        }
      }
    }
  }
}

TEST_F(EventsPaneTest, TheSelectionSurvivesSortingAndOtherSpans) {
  openBuiltIn();
  setSpan("2025-06");
  session.select(*model().eventAt(4));
  const EventId further = *model().eventAt(2);
  table().selectionModel()->select(model().index(2, 0),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
  const EventId chosen = *session.selected();
  const auto expectBoth = [&] {
    EXPECT_EQ(session.selected(), chosen);
    EXPECT_EQ(currentEvent(), chosen);
    std::vector<int> rows{model().rowOf(chosen), model().rowOf(further)};
    std::ranges::sort(rows);
    EXPECT_EQ(table().selectedRows(), rows);
  };
  expectBoth();
  table().sortByColumn(EventsModel::Title, Qt::DescendingOrder);
  expectBoth();
  setSpan("2025");
  expectBoth();
  table().sortByColumn(EventsModel::Disputed, Qt::AscendingOrder);
  expectBoth();
}

TEST_F(EventsPaneTest, APanChangesTheRowsOnceNotAtEveryFrame) {
  openBuiltIn();
  setSpan("2024");
  QSignalSpy updated(pane.get(), &EventsPane::countChanged);
  TimeSpan span = session.view().span;
  for (int frame = 0; frame < 60; ++frame) {
    span = shifted(span, kSecondsPerDay);
    session.setSpan(span);
  }
  EXPECT_EQ(updated.count(), 0);
  ASSERT_TRUE(updated.wait(5000));
  EXPECT_EQ(updated.count(), 1);
  EXPECT_EQ(model().events(), session.slices()->eventsIn(span));
}

TEST_F(EventsPaneTest, AnEmptySpanOffersTheNearestEvent) {
  openBuiltIn();
  setSpan("1800/1801");
  EXPECT_EQ(model().rowCount(), 0);
  EXPECT_FALSE(table().isVisible());
  EXPECT_EQ(child<QLabel>("emptyWords").text(), QStringLiteral("No event in this span"));
  EXPECT_FALSE(child<QPushButton>("dropFilter").isVisible());
  auto& button = child<QPushButton>("nearest");
  ASSERT_TRUE(button.isVisible());
  const TimeSpan span = session.view().span;
  const auto nearest = session.slices()->nearest(plusSeconds(span.begin, span.seconds() / 2));
  ASSERT_TRUE(nearest.has_value());
  const EventTitle& title = *session.snapshot()->title(*nearest);
  EXPECT_EQ(button.accessibleName(),
            QStringLiteral("Nearest: %1, %2").arg(title.title, dateInWords(*title.when)));
  session.select(*nearest);  // also where it is the selected one already
  QSignalSpy updated(pane.get(), &EventsPane::countChanged);
  QTest::mouseClick(&button, Qt::LeftButton);
  ASSERT_TRUE(updated.count() > 0 || updated.wait(5000));
  EXPECT_EQ(session.selected(), nearest);
  EXPECT_EQ(currentEvent(), nearest);
  EXPECT_EQ(session.view().span.seconds(), span.seconds());
  EXPECT_TRUE(table().isVisible());
}

TEST_F(EventsPaneTest, AnEmptySpanUnderAFilterOffersToDropIt) {
  openBuiltIn();
  EventFilter filter;
  filter.kinds = {EventKind::Period};
  session.setFilter(filter);
  ASSERT_EQ(model().rowCount(), 0);
  EXPECT_FALSE(child<QPushButton>("nearest").isVisible());
  ASSERT_TRUE(child<QPushButton>("dropFilter").isVisible());
  QTest::mouseClick(&child<QPushButton>("dropFilter"), Qt::LeftButton);
  EXPECT_TRUE(session.view().filter.isEmpty());
  EXPECT_GT(model().rowCount(), 0);
}

/// Of all kinds only messages can be without a date: theirs is in their stages.
Records undatedRecords() {
  Records records;
  Actor actor;
  actor.uid = ActorUid("ann");
  actor.name = QStringLiteral("Ann");
  records.actors = {actor};
  for (const char* uid : {"dated", "undated", "lost"}) {
    Message message;
    message.event.uid = EventUid(uid);
    message.event.title = QString::fromLatin1(uid);
    message.senders = {actor.uid};
    records.messages.push_back(message);
  }
  Stage stage;
  stage.uid = StageUid("sent");
  stage.message = EventUid("dated");
  stage.when = *FuzzyDate::parse("2020-02-02");
  records.stages = {stage};
  return records;
}

TEST_F(EventsPaneTest, EventsWithoutADateAreCountedNotListed) {
  openRecords(undatedRecords());
  EXPECT_EQ(model().rowCount(), 1);
  EXPECT_EQ(child<QLabel>("count").text(), QStringLiteral("1 event in this span"));
  EXPECT_TRUE(child<QLabel>("note").text().contains(
      QStringLiteral(">2 events have no date and are not on the timeline<")));
  QTimer::singleShot(0, pane.get(), [this] {
    auto* menu = pane->findChild<QMenu*>(QStringLiteral("undatedMenu"));
    ASSERT_NE(menu, nullptr);
    EXPECT_EQ(menu->actions().size(), 2);
    menu->setActiveAction(menu->actions().first());
    QTest::keyClick(menu, Qt::Key_Return);
  });
  Q_EMIT child<QLabel>("note").linkActivated(QStringLiteral("undated"));
  EXPECT_TRUE(session.selected().has_value()) << "the sentence is the way to them";
  EventFilter filter;
  filter.kinds = {EventKind::Summit};
  session.setFilter(filter);
  EXPECT_EQ(child<QLabel>("note").text(), QString());
}

TEST_F(EventsPaneTest, WhatASearchFindsIsStrongAndTheRestStays) {
  openBuiltIn();
  const int rows = model().rowCount();
  find(QStringLiteral("daddy"));
  ASSERT_FALSE(session.found().hits.empty());
  EXPECT_EQ(model().rowCount(), rows);
  int strong = 0;
  for (int row = 0; row < rows; ++row) {
    const bool hit = session.found().indexOf.contains(*model().eventAt(row));
    EXPECT_EQ(model().index(row, 2).data(StrongRole).toBool(), hit);
    EXPECT_EQ(model().index(row, 2).data(InkRole).toInt(), static_cast<int>(hit ? Ink::Ink : Ink::Ink3));
    strong += hit ? 1 : 0;
  }
  EXPECT_GT(strong, 0);
  find(QString());
  EXPECT_EQ(model().index(0, 2).data(InkRole).toInt(), static_cast<int>(Ink::Ink));
}

TEST_F(EventsPaneTest, KeysWalkTheRowsAndTabLeaves) {
  openBuiltIn();
  setSpan("2025-06");
  session.select(*model().eventAt(3));
  QTest::keyClick(&table(), Qt::Key_Down);
  EXPECT_EQ(session.selected(), model().eventAt(4));
  QTest::keyClick(&table(), Qt::Key_End);
  EXPECT_EQ(session.selected(), model().events().back());
  QTest::keyClick(&table(), Qt::Key_Home);
  EXPECT_EQ(session.selected(), model().events().front());
  const int trump =
      static_cast<int>(std::ranges::find_if(model().events(),
                                            [&](EventId event) {
                                              return session.snapshot()->title(event)->title.startsWith(
                                                  QStringLiteral("Schoof"));
                                            }) -
                       model().events().begin());
  ASSERT_LT(trump, model().rowCount());
  for (const Qt::Key key : {Qt::Key_S, Qt::Key_C, Qt::Key_H, Qt::Key_O, Qt::Key_O})
    QTest::keyClick(&table(), key);
  EXPECT_EQ(table().currentIndex().row(), trump);
  const auto chosen = session.selected();
  table().setFocus();
  QTest::keyClick(&table(), Qt::Key_Return);
  EXPECT_EQ(session.selected(), chosen);
  EXPECT_EQ(pane->focusWidget(), &table());
  QTest::keyClick(&table(), Qt::Key_Tab);
  EXPECT_NE(pane->focusWidget(), &table());
}

TEST_F(EventsPaneTest, ANarrowPaneKeepsRoomForTitles) {
  openBuiltIn();
  EXPECT_FALSE(table().isColumnHidden(EventsModel::Sources));
  EXPECT_LE(table().horizontalHeader()->length(), table().viewport()->width());
  pane->resize(450, 300);
  EXPECT_TRUE(table().isColumnHidden(EventsModel::Sources));
  EXPECT_GT(table().columnWidth(EventsModel::Title), 100);
  pane->resize(1030, 300);
  EXPECT_FALSE(table().isColumnHidden(EventsModel::Sources));
}

TEST_F(EventsPaneTest, ColumnsAreRemembered) {
  openBuiltIn();
  table().sortByColumn(EventsModel::Title, Qt::DescendingOrder);
  table().header().resizeSection(EventsModel::Sources, 123);
  const QByteArray state = pane->state();
  EventsPane other(session);
  other.resize(1030, 248);
  ASSERT_TRUE(other.restoreState(state));
  other.show();
  settle();
  const TableView& restored = *other.findChild<TableView*>(QStringLiteral("eventsTable"));
  EXPECT_EQ(restored.columnWidth(EventsModel::Sources), 123);
  EXPECT_EQ(other.findChild<EventsModel*>()->events(), model().events());
  EXPECT_FALSE(other.restoreState(QByteArray("nonsense")));
  session.close();
  openBuiltIn();  // does not fit them anew
  EXPECT_EQ(restored.columnWidth(EventsModel::Sources), 123);
}

TEST_F(EventsPaneTest, ClosingTheArchiveLeavesAnEmptyPane) {
  openBuiltIn();
  table().sortByColumn(EventsModel::Sources, Qt::AscendingOrder);
  session.close();
  EXPECT_EQ(model().rowCount(), 0);
  EXPECT_EQ(child<QLabel>("emptyWords").text(), QStringLiteral("No archive is open"));
  EXPECT_FALSE(child<QPushButton>("nearest").isVisible());
  EXPECT_EQ(child<QLabel>("note").text(), QString());
  openBuiltIn();
  EXPECT_GT(model().rowCount(), 0);
  EXPECT_TRUE(table().isVisible());
}

}  // namespace
}  // namespace entente
