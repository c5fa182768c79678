// SPDX-License-Identifier: GPL-3.0-or-later
// What the events table copies: with its buttons, its key and its menu.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

#include "app/panes/table_copy.h"
#include "tests/panes/events_pane_fixture.h"

namespace entente {
namespace {

class EventsCopyTest : public test::EventsPaneTest {
 protected:
  static QString clipboard() { return QApplication::clipboard()->text(); }
  QPushButton& button(const char* text) {
    for (QPushButton* one : pane->findChildren<QPushButton*>()) {
      if (one->text() == QString::fromLatin1(text)) return *one;
    }
    ADD_FAILURE() << "there is no button " << text;
    return *pane->findChild<QPushButton*>();
  }
  QString csvOf(const std::vector<EventId>& events) { return toCsv(eventTable(*session.snapshot(), events)); }
};

TEST_F(EventsCopyTest, ButtonsCopyAllRowsOrTheSelectedOnes) {
  openBuiltIn();
  setSpan("2025-06-19/2025-06-26");
  QTest::mouseClick(&button("Copy as CSV"), Qt::LeftButton);
  EXPECT_EQ(clipboard(), csvOf(model().events()));
  EXPECT_EQ(clipboard().count(QStringLiteral("\r\n")), model().rowCount() + 1);
  EXPECT_EQ(QApplication::clipboard()->mimeData()->data(QStringLiteral("text/csv")), clipboard().toUtf8());
  table().selectionModel()->select(
      QItemSelection(model().index(1, 0), model().index(3, EventsModel::ColumnCount - 1)),
      QItemSelectionModel::ClearAndSelect);
  QTest::mouseClick(&button("Copy as Markdown"), Qt::LeftButton);
  EXPECT_EQ(clipboard(), toMarkdown(eventTable(*session.snapshot(), {model().events()[1], model().events()[2],
                                                                     model().events()[3]})));
}

TEST_F(EventsCopyTest, CtrlCCopiesTheSelectedRowsAlone) {
  openBuiltIn();
  setSpan("2025-06");
  table().sortByColumn(EventsModel::Title, Qt::AscendingOrder);
  table().showRow(2);
  QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
  EXPECT_EQ(clipboard(), csvOf({model().events()[2]}));
  EXPECT_EQ(child<QLabel>("note").text(), QStringLiteral("1 row copied"));
  QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
  QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
  EXPECT_EQ(clipboard(), csvOf({model().events()[2], model().events()[3]}));
}

TEST_F(EventsCopyTest, TheMenuCopiesSortsAndShows) {
  openBuiltIn();
  setSpan("2025-06");
  session.select(*model().eventAt(2));
  QMenu menu;
  pane->fillMenu(menu);
  QStringList texts;
  for (const QAction* action : menu.actions())
    texts << action->text();
  EXPECT_THAT(texts,
              ::testing::IsSupersetOf({QStringLiteral("&Copy as CSV"), QStringLiteral("Copy as &Markdown"),
                                       QStringLiteral("&Show on the timeline")}));
  menu.actions().front()->trigger();
  EXPECT_EQ(clipboard(), csvOf(model().events()));
  const QMenu* sorts = menu.actions().back()->menu();
  ASSERT_NE(sorts, nullptr);
  sorts->actions().at(EventsModel::Title)->trigger();
  EXPECT_EQ(table().header().sortIndicatorSection(), EventsModel::Title);
}

TEST_F(EventsCopyTest, ARowHasUidKindDatesTitleSourcesAndDisputes) {
  openBuiltIn();
  const EventId event = id("message:msg-rutte-trump-2025-06-24");
  const CopyTable table = eventTable(*session.snapshot(), {event});
  ASSERT_EQ(table.rows.size(), 1U);
  ASSERT_EQ(table.rows[0].size(), table.header.size());
  EXPECT_EQ(table.rows[0][0], QStringLiteral("msg-rutte-trump-2025-06-24"));
  EXPECT_EQ(table.rows[0][1], QStringLiteral("Message"));
  EXPECT_EQ(table.rows[0][2], QStringLiteral("2025-06-24"));
  EXPECT_EQ(table.rows[0][3], QStringLiteral("24 June 2025"));
  EXPECT_EQ(table.rows[0][4], QStringLiteral("Rutte to Trump, on the way to The Hague"));
  const EventParties& parties = *session.snapshot()->partiesOf(event);
  ASSERT_FALSE(parties.sources.empty());
  EXPECT_EQ(table.rows[0][5].count(QStringLiteral("; ")), static_cast<qsizetype>(parties.sources.size()) - 1);
  EXPECT_TRUE(table.rows[0][5].startsWith(session.snapshot()->source(parties.sources.front())->title));
  EXPECT_EQ(table.rows[0][6], QString::number(session.snapshot()->disputesOf(event).disputedFields));
}

}  // namespace
}  // namespace entente
