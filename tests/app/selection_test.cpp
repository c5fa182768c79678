// SPDX-License-Identifier: GPL-3.0-or-later
// Several events selected: by clicks, by a box, in the table; summed up, copied, fitted, filtered by.
#include <gtest/gtest.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>
#include <algorithm>
#include <set>

#include "app/panes/detail_pane.h"
#include "app/panes/events_model.h"
#include "app/panes/events_pane.h"
#include "app/panes/find_chip.h"
#include "app/panes/find_field.h"
#include "app/panes/table_view.h"
#include "app/timeline/timeline_view.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

constexpr const char* kMessage = "message:msg-rutte-trump-2025-06-24";
constexpr const char* kSummit = "summit:nato-2025-the-hague";

class Selection : public test::WindowTest {
 protected:
  void SetUp() override {
    openBuiltIn();
    timeline().setReducedMotion(true);
    timeline().setFocus();
  }

  void click(const char* reference, Qt::KeyboardModifiers held) {
    QTest::mouseClick(timeline().viewport(), Qt::LeftButton, held,
                      timeline().markRect(id(reference))->center());
  }
  [[nodiscard]] std::set<EventId> picked() { return {session().picked().begin(), session().picked().end()}; }
  [[nodiscard]] QPushButton* button(const QString& text) {
    for (auto* one : window->detail().findChildren<QPushButton*>()) {
      if (one->text() == text) return one;
    }
    return nullptr;
  }
};

TEST_F(Selection, CtrlAddsAndTakesAway) {
  click(kMessage, Qt::NoModifier);
  EXPECT_EQ(picked(), (std::set<EventId>{id(kMessage)}));
  click(kSummit, Qt::ControlModifier);
  EXPECT_EQ(picked(), (std::set<EventId>{id(kMessage), id(kSummit)}));
  EXPECT_EQ(selected(), "nato-2025-the-hague");
  settle();
  EXPECT_TRUE(detailText().contains(QStringLiteral("2 events are selected")));
  EXPECT_EQ(timeline().state().selected.size(), 2U);
  click(kSummit, Qt::ControlModifier);
  EXPECT_EQ(picked(), (std::set<EventId>{id(kMessage)}));
  EXPECT_EQ(selected(), "msg-rutte-trump-2025-06-24");
  waitForDetail();
  EXPECT_TRUE(detailText().contains(QStringLiteral("Mr. President, dear Donald,")));
}

TEST_F(Selection, ShiftTakesAllOfTheLaneInBetween) {
  click(kMessage, Qt::NoModifier);
  const int lane = *session().slices()->laneOf(id(kMessage));
  // The third event behind that has a mark in the picture.
  EventId last = id(kMessage);
  std::vector<EventId> between{last};
  int marks = 0;
  while (marks < 3) {
    last = *session().slices()->neighbourIn(lane, last, LaneSlices::Step::Next);
    between.push_back(last);
    if (timeline().markRect(last)) ++marks;
  }
  QTest::mouseClick(timeline().viewport(), Qt::LeftButton, Qt::ShiftModifier,
                    timeline().markRect(last)->center());
  EXPECT_EQ(picked(), (std::set<EventId>(between.begin(), between.end())));
  EXPECT_EQ(selected(), "msg-rutte-trump-2025-06-24") << "the one that it began from";
}

TEST_F(Selection, ShiftAndArrowsTakeOneMoreWithTheKeyboard) {
  session().select(id(kMessage));
  const int lane = *session().slices()->laneOf(id(kMessage));
  const EventId next = *session().slices()->neighbourIn(lane, id(kMessage), LaneSlices::Step::Next);
  const EventId third = *session().slices()->neighbourIn(lane, next, LaneSlices::Step::Next);
  QTest::keyClick(&timeline(), Qt::Key_Right, Qt::ShiftModifier);
  QTest::keyClick(&timeline(), Qt::Key_Right, Qt::ShiftModifier);
  EXPECT_EQ(picked(), (std::set<EventId>{id(kMessage), next, third}));
  EXPECT_EQ(session().selected(), third);
  QTest::keyClick(&timeline(), Qt::Key_Right);
  EXPECT_EQ(picked().size(), 1U) << "without Shift one alone";
}

TEST_F(Selection, ABoxTakesWhatIsInItFoldsToo) {
  session().select(std::nullopt);
  const int header = static_cast<int>(timeline().headerWidth());
  const QPoint from(header + 200, 60);
  const QPoint to(header + 420, timeline().viewport()->height() - 4);
  QTest::mousePress(timeline().viewport(), Qt::LeftButton, Qt::ControlModifier, from);
  QTest::mouseMove(timeline().viewport(), (from + to) / 2);
  QTest::mouseMove(timeline().viewport(), to);
  QTest::mouseRelease(timeline().viewport(), Qt::LeftButton, Qt::ControlModifier, to);
  std::set<EventId> inside;
  const SceneRect box{200, 60, 220, static_cast<double>(to.y() - 60)};
  const Scene& scene = timeline().picture().scene();
  const auto add = [&](ItemIndex item) { inside.insert(*session().slices()->eventOf(item)); };
  for (const SceneMark& mark : scene.marks) {
    if (mark.glyphRect.overlaps(box) || mark.bar.rect.overlaps(box)) add(mark.item);
  }
  std::size_t folded = 0;
  for (const SceneFold& fold : scene.folds) {
    if (!fold.rect.overlaps(box)) continue;
    std::ranges::for_each(fold.items, add);
    folded += fold.items.size();
  }
  EXPECT_GT(folded, 0U);
  EXPECT_EQ(picked(), inside);
}

TEST_F(Selection, IsCopiedFittedAndFilteredBy) {
  session().pick({id(kMessage), id(kSummit), id("pledge:pl-2025-hague-5")}, id(kSummit));
  settle();
  window->action(ActionId::CopyEvents)->trigger();
  EXPECT_EQ(QGuiApplication::clipboard()->text().count(QStringLiteral("\r\n")), 4) << "head and three rows";
  button(QStringLiteral("Copy as Markdown"))->click();
  EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(QLatin1Char('|')));

  window->action(ActionId::FitSelection)->trigger();
  for (const EventId event : picked()) {
    const DateBounds& bounds = session().snapshot()->title(event)->when->bounds();
    EXPECT_TRUE(bounds.earliestBegin >= session().view().span.begin &&
                bounds.latestBegin < session().view().span.end);
  }
  EXPECT_LT(session().view().span.seconds(), 30 * kSecondsPerDay);

  button(QStringLiteral("Keep only these"))->click();
  EXPECT_EQ(session().slices()->matchingCount(), 3);
  QStringList chips;
  for (const auto* chip : window->findField().findChildren<FindChip*>())
    chips << chip->words();
  EXPECT_TRUE(std::ranges::any_of(chips, [](const QString& words) {
    return words.contains(QStringLiteral("3 chosen events"));
  })) << chips.join(QLatin1Char('|')).toStdString();
  window->action(ActionId::DropFilter)->trigger();
  EXPECT_GT(session().slices()->matchingCount(), 3);
  EXPECT_EQ(session().picked().size(), 3U);
}

TEST_F(Selection, TheTableShowsItAndMakesIt) {
  window->panes().show(PaneId::Events);
  settle();
  window->action(ActionId::SelectAll)->trigger();
  const auto all = session().slices()->eventsIn(session().view().span);
  EXPECT_EQ(picked(), (std::set<EventId>(all.begin(), all.end())));
  auto* table = window->panes().events().findChild<TableView*>(QStringLiteral("eventsTable"));
  auto* model = window->panes().events().findChild<EventsModel*>();
  EXPECT_EQ(table->selectedRows().size(), all.size());
  session().select(id(kSummit));
  EXPECT_EQ(table->selectedRows(), (std::vector<int>{model->rowOf(id(kSummit))}));

  const int row = model->rowOf(id(kSummit));
  const auto cell = [&](int at) { return table->visualRect(model->index(at, EventsModel::Title)).center(); };
  table->scrollTo(model->index(row, 0), QAbstractItemView::PositionAtTop);
  QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ShiftModifier, cell(row + 2));
  EXPECT_EQ(picked(),
            (std::set<EventId>{*model->eventAt(row), *model->eventAt(row + 1), *model->eventAt(row + 2)}));
  QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier, cell(row + 1));
  EXPECT_EQ(picked(), (std::set<EventId>{*model->eventAt(row), *model->eventAt(row + 2)}));
  QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, cell(row + 1));
  EXPECT_EQ(picked(), (std::set<EventId>{*model->eventAt(row + 1)}));
  EXPECT_EQ(session().selected(), model->eventAt(row + 1));
}

TEST_F(Selection, TextThatIsMarkedIsCopiedAsTextNotAsEvents) {
  select(kMessage);
  QLabel* words = nullptr;
  for (auto* label : window->detail().findChildren<QLabel*>()) {
    if (label->text().startsWith(QStringLiteral("Mr. President"))) words = label;
  }
  ASSERT_NE(words, nullptr);
  words->setFocus();
  words->setSelection(0, 13);
  QTest::keyClick(words, Qt::Key_C, Qt::ControlModifier);
  EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("Mr. President"));
  QTest::keyClick(words, Qt::Key_A, Qt::ControlModifier);
  EXPECT_EQ(words->selectedText().size(), words->text().size());
  timeline().setFocus();
  QTest::keyClick(&timeline(), Qt::Key_C, Qt::ControlModifier);
  EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(QStringLiteral("msg-rutte-trump-2025-06-24")));
}

TEST_F(Selection, ALinkInTheSumSelectsOneAlone) {
  session().pick({id(kMessage), id(kSummit)}, id(kSummit));
  settle();
  const QString title = session().snapshot()->title(id(kMessage))->title;
  QLabel* link = nullptr;
  for (auto* label : window->detail().findChildren<QLabel*>()) {
    if (label->text().contains(title.toHtmlEscaped()) && label->text().contains(QStringLiteral("href")))
      link = label;
  }
  ASSERT_NE(link, nullptr);
  Q_EMIT link->linkActivated(title);
  ASSERT_TRUE(QTest::qWaitFor([this] { return session().picked().size() == 1; }, 3000));
  EXPECT_EQ(selected(), "msg-rutte-trump-2025-06-24");
}

TEST_F(Selection, TabVisitsEveryEventOnceThenLeaves) {
  window->action(ActionId::LanesByActor)->trigger();
  session().select(*session().slices()->nearest(kBeginningOfTime));
  std::set<EventId> seen;
  const std::size_t all = session().snapshot()->dataset.curated->size();
  for (std::size_t i = 0; i < all; ++i) {
    EXPECT_TRUE(seen.insert(*session().selected()).second);
    QTest::keyClick(&timeline(), Qt::Key_Tab);
  }
  EXPECT_EQ(seen.size(), all);
  EXPECT_FALSE(timeline().hasFocus()) << "behind the last event the keyboard goes on";
}

}  // namespace
}  // namespace entente
