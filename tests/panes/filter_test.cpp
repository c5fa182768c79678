// SPDX-License-Identifier: GPL-3.0-or-later
// The Filter pane: what can be ticked, in which order, with which counts, by mouse and by keyboard.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <algorithm>
#include <map>

#include "app/panes/filter_choice.h"
#include "app/panes/filter_model.h"
#include "app/panes/filter_pane.h"
#include "app/words/event_words.h"
#include "core/view/lane_groups.h"
#include "tests/support/open_session.h"

namespace entente::test {
namespace {

class FilterPaneTest : public OpenSession {
 protected:
  void show(int width = 260) {
    openBuiltIn();
    pane = std::make_unique<FilterPane>(session);
    tester = std::make_unique<QAbstractItemModelTester>(
        &model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    pane->resize(width, 500);
    pane->show();
    settle();
  }

  template <class T>
  T* child(const char* name) {
    return pane->findChild<T*>(QLatin1String(name));
  }
  QTreeView& tree() { return *child<QTreeView>("choices"); }
  FilterModel& model() { return *pane->findChild<FilterModel*>(); }
  QModelIndex heading(FilterList list) {
    for (int row = 0; row < model().rowCount(); ++row) {
      if (model().listAt(model().index(row, 0)) == list) return model().index(row, 0);
    }
    return {};
  }
  QModelIndex choice(const FilterChoice& choice) { return model().indexOf(choice); }
  std::vector<QString> names(FilterList list) {
    std::vector<QString> all;
    const QModelIndex top = heading(list);
    for (int row = 0; row < model().rowCount(top); ++row)
      all.push_back(model().index(row, 0, top).data().toString());
    return all;
  }
  qlonglong count(const FilterChoice& of) { return choice(of).data(FilterModel::CountRole).toLongLong(); }
  void click(const QModelIndex& index) {
    tree().scrollTo(index);
    QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, tree().visualRect(index).center());
  }
  void drop() { QTest::mouseClick(child<QPushButton>("dropFilter"), Qt::LeftButton); }

  std::unique_ptr<FilterPane> pane;
  std::unique_ptr<QAbstractItemModelTester> tester;
};

const FilterChoice kTrump = ActorUid{"trump"};
const FilterChoice kUsa = QStringLiteral("USA");
const FilterChoice kMessages = EventKind::Message;

TEST_F(FilterPaneTest, WithoutAnArchiveItSaysWhatToDo) {
  FilterPane empty(session);
  empty.show();
  settle();
  const auto* words = empty.findChild<QLabel*>(QStringLiteral("emptyWords"));
  EXPECT_EQ(words->text().toStdString(), "No archive is open. Open one with File, Open.");
  EXPECT_TRUE(words->isVisible());
  EXPECT_FALSE(empty.findChild<QTreeView*>(QStringLiteral("choices"))->isVisible());
  EXPECT_FALSE(empty.findChild<QPushButton*>(QStringLiteral("dropFilter"))->isVisible());
}

TEST_F(FilterPaneTest, EveryChoiceStandsInItsListWithTheCountOfAPlainLoop) {
  show();
  const FilterCounts counts = countChoices(*session.snapshot(), session.view().filter);
  EXPECT_EQ(names(FilterList::Kinds).size(), counts.kinds.size());
  EXPECT_EQ(names(FilterList::Countries).size(), counts.countries.size());
  EXPECT_EQ(names(FilterList::Actors).size(), counts.actors.size());
  std::map<EventKind, qlonglong> kinds;
  for (const auto& [id, title] : session.snapshot()->titles)
    ++kinds[title.kind];
  ASSERT_EQ(kinds.size(), counts.kinds.size());
  for (const auto& [kind, events] : kinds)
    EXPECT_EQ(count(kind), events);
  EXPECT_EQ(child<QLabel>("matching")->text().toStdString(),
            "All " + std::to_string(counts.all) + " events match");
}

TEST_F(FilterPaneTest, ListsAreOrderedByCountThenName) {
  show();
  for (int section = 0; section < model().rowCount(); ++section) {
    const QModelIndex top = model().index(section, 0);
    for (int row = 1; row < model().rowCount(top); ++row) {
      const QModelIndex before = model().index(row - 1, 0, top);
      const QModelIndex after = model().index(row, 0, top);
      const qlonglong more = before.data(FilterModel::CountRole).toLongLong();
      const qlonglong less = after.data(FilterModel::CountRole).toLongLong();
      EXPECT_GE(more, less);
      if (more == less) {
        EXPECT_LT(QString::localeAwareCompare(before.data().toString(), after.data().toString()), 0);
      }
    }
  }
}

TEST_F(FilterPaneTest, CountriesHaveTheNamesOfTheirStates) {
  show();
  EXPECT_EQ(choice(kUsa).data().toString().toStdString(), "United States");
  EXPECT_EQ(choice(QStringLiteral("SUN")).data().toString().toStdString(), "Soviet Union");
  // No state of the archive has this code.
  EXPECT_EQ(countryName(*session.snapshot(), QStringLiteral("XYZ")).toStdString(), "XYZ");
}

TEST_F(FilterPaneTest, AClickOnARowFiltersAtOnce) {
  show();
  click(choice(kMessages));
  EXPECT_THAT(session.view().filter.kinds, testing::ElementsAre(EventKind::Message));
  settle();
  EXPECT_EQ(choice(kMessages).data(Qt::CheckStateRole).toInt(), Qt::Checked);
  const FilterCounts counts = countChoices(*session.snapshot(), session.view().filter);
  EXPECT_EQ(child<QLabel>("matching")->text().toStdString(),
            std::to_string(counts.matching) + " of " + std::to_string(counts.all) + " events match");
  EXPECT_EQ(count(kTrump), counts.actors.at(ActorUid{"trump"}));

  click(choice(kMessages));
  EXPECT_TRUE(session.view().filter.isEmpty());
}

TEST_F(FilterPaneTest, SpaceTicksAndArrowsWalk) {
  show();
  tree().setFocus();
  tree().setCurrentIndex(heading(FilterList::Kinds));
  QTest::keyClick(&tree(), Qt::Key_Down);
  const auto first = model().choiceAt(tree().currentIndex());
  ASSERT_TRUE(first.has_value());
  QTest::keyClick(&tree(), Qt::Key_Space);
  EXPECT_TRUE(hasChoice(session.view().filter, *first));
  settle();
  EXPECT_EQ(model().choiceAt(tree().currentIndex()), first);
  QTest::keyClick(&tree(), Qt::Key_Space);
  EXPECT_TRUE(session.view().filter.isEmpty());
}

TEST_F(FilterPaneTest, AHeadingFoldsItsListByMouseAndBySpaceAndStaysFolded) {
  show();
  click(heading(FilterList::Countries));
  EXPECT_FALSE(tree().isExpanded(heading(FilterList::Countries)));
  openBuiltIn();
  settle();
  EXPECT_FALSE(tree().isExpanded(heading(FilterList::Countries)));
  EXPECT_TRUE(tree().isExpanded(heading(FilterList::Actors)));
  tree().setFocus();
  tree().setCurrentIndex(heading(FilterList::Countries));
  QTest::keyClick(&tree(), Qt::Key_Space);
  EXPECT_TRUE(tree().isExpanded(heading(FilterList::Countries)));
}

TEST_F(FilterPaneTest, ChosenActorsComeFirstButNothingMovesBeneathTheHand) {
  show();
  const std::vector<QString> before = names(FilterList::Actors);
  const QModelIndex last = model().index(static_cast<int>(before.size()) - 1, 0, heading(FilterList::Actors));
  const QPersistentModelIndex ticked(last);
  click(last);
  settle();
  EXPECT_EQ(names(FilterList::Actors), before);
  EXPECT_EQ(ticked.row(), static_cast<int>(before.size()) - 1);
  // Something else changes: now they are put in order, and the persistent index goes along.
  session.setFilter(withChoice(session.view().filter, kMessages, true));
  settle();
  EXPECT_EQ(names(FilterList::Actors).front(), before.back());
  EXPECT_EQ(ticked.row(), 0);
  EXPECT_EQ(ticked.data().toString(), before.back());
}

TEST_F(FilterPaneTest, AChoiceWithoutEventsCanBeUntickedButNotTicked) {
  show();
  EventFilter filter;
  filter.kinds = {EventKind::Message};
  filter.actors = {ActorUid{"trump"}, ActorUid{"nobody-of-this-archive"}};
  session.setFilter(filter);
  settle();
  const FilterChoice nobody = ActorUid{"nobody-of-this-archive"};
  ASSERT_TRUE(choice(nobody).isValid());
  EXPECT_EQ(count(nobody), 0);
  EXPECT_TRUE(choice(nobody).flags().testFlag(Qt::ItemIsUserCheckable));
  click(choice(nobody));
  EXPECT_THAT(session.view().filter.actors, testing::ElementsAre(ActorUid{"trump"}));
  settle();
  EXPECT_FALSE(choice(nobody).isValid());

  const FilterCounts counts = countChoices(*session.snapshot(), session.view().filter);
  const auto none = std::ranges::find_if(counts.actors, [](const auto& entry) { return entry.second == 0; });
  ASSERT_NE(none, counts.actors.end());
  EXPECT_FALSE(choice(none->first).flags().testFlag(Qt::ItemIsEnabled));
  click(choice(none->first));
  EXPECT_THAT(session.view().filter.actors, testing::ElementsAre(ActorUid{"trump"}));
}

TEST_F(FilterPaneTest, NarrowingFindsNamesShortNamesAndCodesWithoutAccents) {
  show();
  auto& line = *child<QLineEdit>("narrow");
  line.setFocus();
  QTest::keyClicks(&line, QStringLiteral("turkiye"));
  EXPECT_THAT(names(FilterList::Countries), testing::ElementsAre(QStringLiteral("Türkiye")));
  EXPECT_FALSE(heading(FilterList::Kinds).isValid());
  line.selectAll();
  QTest::keyClicks(&line, QStringLiteral("usa"));
  EXPECT_THAT(names(FilterList::Countries), testing::Contains(QStringLiteral("United States")));
  line.selectAll();
  QTest::keyClicks(&line, QStringLiteral("qqq"));
  EXPECT_TRUE(child<QLabel>("emptyWords")->isVisible());
  EXPECT_EQ(child<QLabel>("emptyWords")->text().toStdString(),
            "Nothing in the lists is called “qqq”. Try fewer letters.");
  EXPECT_FALSE(tree().isVisible());
  line.clear();
  EXPECT_TRUE(tree().isVisible());
  EXPECT_EQ(model().rowCount(), 5);
}

TEST_F(FilterPaneTest, TheFilterIsDroppedButTheRestStaysGrey) {
  show();
  EXPECT_FALSE(child<QPushButton>("dropFilter")->isEnabled());
  QTest::mouseClick(child<QRadioButton>("greyRest"), Qt::LeftButton);
  EXPECT_EQ(session.view().filter.rest, RestOfEvents::Greyed);
  click(choice(kTrump));
  settle();
  EXPECT_TRUE(child<QPushButton>("dropFilter")->isEnabled());
  drop();
  EXPECT_TRUE(session.view().filter.isEmpty());
  EXPECT_EQ(session.view().filter.rest, RestOfEvents::Greyed);
  settle();
  EXPECT_FALSE(child<QPushButton>("dropFilter")->isEnabled());
  EXPECT_EQ(choice(kTrump).data(Qt::CheckStateRole).toInt(), Qt::Unchecked);
}

TEST_F(FilterPaneTest, ItFollowsAFilterFromElsewhere) {
  show();
  EventFilter filter;
  filter.countries = {QStringLiteral("USA")};
  filter.disputes = {DisputeState::Disputed};
  filter.rest = RestOfEvents::Greyed;
  session.setFilter(filter);
  settle();
  EXPECT_EQ(choice(kUsa).data(Qt::CheckStateRole).toInt(), Qt::Checked);
  EXPECT_EQ(choice(DisputeState::Disputed).data(Qt::CheckStateRole).toInt(), Qt::Checked);
  EXPECT_TRUE(child<QRadioButton>("greyRest")->isChecked());
  session.close();
  settle();
  EXPECT_EQ(model().rowCount(), 0);
  EXPECT_TRUE(child<QLabel>("emptyWords")->isVisible());
}

TEST_F(FilterPaneTest, ManyChangesAreShownOnce) {
  show();
  QSignalSpy shown(&model(), &QAbstractItemModel::layoutChanged);
  for (const EventKind kind : {EventKind::Message, EventKind::Summit, EventKind::Pledge})
    session.setFilter(withChoice(session.view().filter, kind, true));
  EXPECT_EQ(shown.count(), 0);
  settle();
  EXPECT_EQ(shown.count(), 1);
}

TEST_F(FilterPaneTest, WhileItIsHiddenItDoesNotCount) {
  show();
  pane->hide();
  QSignalSpy shown(&model(), &QAbstractItemModel::layoutChanged);
  session.setFilter(withChoice({}, kMessages, true));
  settle();
  EXPECT_EQ(shown.count(), 0);
  pane->show();
  settle();
  EXPECT_EQ(shown.count(), 1);
  EXPECT_EQ(choice(kMessages).data(Qt::CheckStateRole).toInt(), Qt::Checked);
}

TEST_F(FilterPaneTest, NothingIsCutFromNarrowToWide) {
  show(220);
  for (const int width : {220, 260, 412}) {
    pane->resize(width, 500);
    settle();
    EXPECT_EQ(pane->width(), width);
    EXPECT_FALSE(tree().horizontalScrollBar()->isVisible());
    for (const char* name : {"hideRest", "greyRest", "dropFilter", "matching"}) {
      const auto* part = child<QWidget>(name);
      EXPECT_GE(part->width(), part->sizeHint().width()) << name << " at " << width;
      EXPECT_LE(part->mapTo(pane.get(), QPoint(part->width(), 0)).x(), width) << name;
    }
  }
}

TEST_F(FilterPaneTest, ALongNameTakesTwoLinesWhereItIsNarrow) {
  show(220);
  const QModelIndex longest = choice(ActorUid{"acoi"});
  ASSERT_TRUE(longest.isValid());
  const int narrow = tree().visualRect(longest).height();
  pane->resize(600, 500);
  settle();
  EXPECT_GT(narrow, tree().visualRect(longest).height());
}

TEST_F(FilterPaneTest, AScreenReaderHearsNameAndCount) {
  show();
  EXPECT_EQ(choice(kTrump).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("Donald Trump, %1 events").arg(count(kTrump)));
  session.setFilter(withChoice({}, kTrump, true));
  settle();
  EXPECT_EQ(heading(FilterList::Actors).data(Qt::AccessibleTextRole).toString().toStdString(),
            "Actors, 1 chosen");
}

}  // namespace
}  // namespace entente::test
