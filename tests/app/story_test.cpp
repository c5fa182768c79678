// SPDX-License-Identifier: GPL-3.0-or-later
// The story of the built-in archive from end to end in the real window: once with the mouse alone, once with
// the keyboard alone. The message is sent, published and confirmed; the pledge; Spain and Slovakia; what was
// spent; Nokia and the deleted texts; Greenland and Zagreb; Ankara.
#include <gtest/gtest.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolButton>

#include "app/charts/pledge_pane.h"
#include "app/panes/detail_pane.h"
#include "app/panes/events_pane.h"
#include "app/panes/find_field.h"
#include "app/panes/message_pane.h"
#include "app/panes/sources_pane.h"
#include "app/timeline/timeline_view.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

constexpr int kLongestMs = 10'000;

class Story : public test::WindowTest {
 protected:
  void SetUp() override {
    openBuiltIn();
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  }

  /// Everything that a widget says to eye or ear.
  static QString words(const QWidget& pane) {
    QString all;
    for (const QWidget* widget : pane.findChildren<QWidget*>()) {
      if (const auto* label = qobject_cast<const QLabel*>(widget))
        all += label->textFormat() == Qt::RichText || label->text().startsWith(QLatin1Char('<'))
                   ? QTextDocumentFragment::fromHtml(label->text()).toPlainText()
                   : label->text();
      all += QLatin1Char('\n') + widget->accessibleName() + QLatin1Char('\n') +
             widget->accessibleDescription() + QLatin1Char('\n');
    }
    return all;
  }

  /// Waits until a pane says something.
  ::testing::AssertionResult says(const QWidget& pane, const char* text) {
    const QString wanted = QString::fromUtf8(text);
    if (QTest::qWaitFor([&] { return words(pane).contains(wanted); }, kLongestMs))
      return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << "'" << text << "' is not in: " << words(pane).toStdString();
  }

  ::testing::AssertionResult isSelected(const char* uid) {
    if (QTest::qWaitFor([&] { return selected() == uid && session().detail() != nullptr; }, kLongestMs))
      return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << "selected is " << selected() << ", not " << uid;
  }

  PaneDocks& panes() { return window->panes(); }
  QLineEdit& findEdit() { return *window->findField().findChild<QLineEdit*>(QStringLiteral("words")); }
  QAbstractItemView& eventsTable() {
    return *panes().events().findChild<QAbstractItemView*>(QStringLiteral("eventsTable"));
  }

  void waitForHits() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return session().found().isActive() && !session().found().searching; },
                                kLongestMs));
    ASSERT_FALSE(session().found().hits.empty()) << session().found().words.toStdString();
  }

  // With the mouse.
  void clickTab(const char* title) {
    for (QTabBar* bar : window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
      for (int tab = 0; tab < bar->count(); ++tab) {
        if (!bar->tabText(tab).startsWith(QString::fromUtf8(title))) continue;
        QTest::mouseClick(bar, Qt::LeftButton, Qt::NoModifier, bar->tabRect(tab).center());
        settle();
        return;
      }
    }
    FAIL() << "no tab " << title;
  }

  void clickMark(const char* reference) {
    const auto mark = timeline().markRect(id(reference));
    ASSERT_TRUE(mark.has_value()) << reference << " is not in the picture";
    QTest::mouseClick(timeline().viewport(), Qt::LeftButton, Qt::NoModifier, mark->center());
  }

  void clickRowOf(const char* reference) {
    const QString title = session().snapshot()->label(id(reference));
    const QAbstractItemModel& model = *eventsTable().model();
    for (int row = 0; row < model.rowCount(); ++row) {
      for (int column = 0; column < model.columnCount(); ++column) {
        const QModelIndex cell = model.index(row, column);
        if (cell.data().toString() != title &&
            cell.data().toString() != session().snapshot()->title(id(reference))->title)
          continue;
        eventsTable().scrollTo(cell);
        QTest::mouseClick(eventsTable().viewport(), Qt::LeftButton, Qt::NoModifier,
                          eventsTable().visualRect(cell).center());
        return;
      }
    }
    FAIL() << "no row of " << reference;
  }

  void clickFindAndType(const char* text) {
    QTest::mouseClick(&findEdit(), Qt::LeftButton);
    findEdit().selectAll();
    QTest::keyClicks(&findEdit(), QString::fromUtf8(text));
    // The pause after the last letter, then the answer.
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return session().found().words == QString::fromUtf8(text); }, kLongestMs));
    waitForHits();
  }

  void clickNextHitUntil(const char* uid) {
    auto* next = window->findField().findChild<QToolButton*>(QStringLiteral("nextHit"));
    ASSERT_NE(next, nullptr);
    for (std::size_t i = 0; i < session().found().hits.size() + 1 && selected() != uid; ++i)
      QTest::mouseClick(next, Qt::LeftButton);
    EXPECT_TRUE(isSelected(uid));
  }

  // With the keyboard: keys go to whatever has the focus.
  void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier) {
    QWidget* focus = QApplication::focusWidget();
    ASSERT_NE(focus, nullptr) << "nothing has the keyboard";
    QTest::keyClick(focus, key, held);
    settle();
  }

  void findByKeys(const char* text) {
    press(Qt::Key_F, Qt::ControlModifier);
    ASSERT_EQ(QApplication::focusWidget(), &findEdit());
    QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text));
    press(Qt::Key_Return);
    waitForHits();
  }

  void enterUntil(const char* uid) {
    for (std::size_t i = 0; i < session().found().hits.size() + 1 && selected() != uid; ++i)
      press(Qt::Key_Return);
    EXPECT_TRUE(isSelected(uid));
  }
};

TEST_F(Story, WithTheMouseAlone) {
  // The archive opens on the message; its life line stands in both panes.
  EXPECT_TRUE(isSelected("msg-rutte-trump-2025-06-24"));
  clickTab("Message");
  EXPECT_TRUE(says(panes().message(), "Secretary General, NATO"));
  EXPECT_TRUE(says(panes().message(), "published the same day"));
  EXPECT_TRUE(says(panes().message(), "Confirmed, 25 June 2025, Mark Rutte"));

  // The pledge behind it, who stands where.
  clickMark("pledge:pl-2025-hague-5");
  EXPECT_TRUE(isSelected("pl-2025-hague-5"));
  EXPECT_TRUE(says(panes().message(), "What is selected is a pledge"));
  clickTab("Pledge");
  EXPECT_TRUE(says(panes().pledge(), "At least 5% of GDP"));
  clickTab("Detail");
  EXPECT_TRUE(says(panes().detail(), "Spain: Opt-out"));
  EXPECT_TRUE(says(panes().detail(), "Slovakia: Reservation"));

  // What was spent: the part of it that is measured.
  clickTab("Events");
  clickRowOf("pledge:pl-2025-hague-3.5");
  EXPECT_TRUE(isSelected("pl-2025-hague-3.5"));
  clickTab("Pledge");
  EXPECT_TRUE(says(panes().pledge(), "the goal is 3.5%"));
  clickTab("Events");
  clickRowOf("pledge:pl-2025-spain-2.1");
  EXPECT_TRUE(isSelected("pl-2025-spain-2.1"));

  // Nokia and the deleted texts, years before the picture.
  clickFindAndType("nokia");
  clickNextHitUntil("msg-rutte-nokia-sms");
  EXPECT_TRUE(timeline().markRect(id("message:msg-rutte-nokia-sms")).has_value())
      << "it came into the picture";
  clickTab("Message");
  EXPECT_TRUE(says(panes().message(), "Deleted"));

  // Greenland and Zagreb in January 2026, then Ankara.
  clickFindAndType("greenland");
  clickNextHitUntil("msg-rutte-trump-2026-01-19");
  clickFindAndType("zagreb");
  clickNextHitUntil("zagreb-visit-2026-01-12");
  clickFindAndType("ankara");
  clickNextHitUntil("nato-2026-ankara");
  clickTab("Detail");
  EXPECT_TRUE(says(panes().detail(), "NATO summit, Ankara 2026"));

  // Who says so.
  clickTab("Sources");
  EXPECT_TRUE(panes().sources().isVisible());
  auto* end = window->findField().findChild<QToolButton*>(QStringLiteral("endSearch"));
  QTest::mouseClick(end, Qt::LeftButton);
  EXPECT_FALSE(session().found().isActive());
}

TEST_F(Story, WithTheKeyboardAlone) {
  EXPECT_TRUE(isSelected("msg-rutte-trump-2025-06-24"));
  press(Qt::Key_2, Qt::ControlModifier);
  EXPECT_TRUE(panes().message().isVisible());
  EXPECT_TRUE(panes().message().isAncestorOf(QApplication::focusWidget()) ||
              QApplication::focusWidget() == &panes().message());
  EXPECT_TRUE(says(panes().message(), "published the same day"));

  // To the pledge by words, then through its neighbours by arrow keys.
  findByKeys("The Hague commitment");
  enterUntil("pl-2025-hague-5");
  press(Qt::Key_5, Qt::ControlModifier);
  EXPECT_TRUE(panes().pledge().isVisible());
  EXPECT_TRUE(says(panes().pledge(), "At least 5% of GDP"));
  press(Qt::Key_1, Qt::ControlModifier);
  EXPECT_TRUE(says(panes().detail(), "Slovakia: Reservation"));
  findByKeys("Spanish ceiling");
  enterUntil("pl-2025-spain-2.1");
  findByKeys("3.5 percent core");
  enterUntil("pl-2025-hague-3.5");
  EXPECT_TRUE(says(panes().pledge(), "the goal is 3.5%"));

  findByKeys("nokia");
  enterUntil("msg-rutte-nokia-sms");
  press(Qt::Key_2, Qt::ControlModifier);
  EXPECT_TRUE(says(panes().message(), "Deleted"));
  findByKeys("greenland");
  enterUntil("msg-rutte-trump-2026-01-19");
  press(Qt::Key_Return, Qt::ShiftModifier);
  EXPECT_NE(selected(), "msg-rutte-trump-2026-01-19");
  findByKeys("zagreb");
  enterUntil("zagreb-visit-2026-01-12");
  findByKeys("ankara");
  enterUntil("nato-2026-ankara");

  // Esc ends the search and gives the keyboard back to the timeline.
  press(Qt::Key_F, Qt::ControlModifier);
  press(Qt::Key_Escape);
  EXPECT_FALSE(session().found().isActive());
  EXPECT_EQ(QApplication::focusWidget(), &timeline());
  press(Qt::Key_Left);
  EXPECT_NE(selected(), "nato-2026-ankara");
  press(Qt::Key_Right);
  EXPECT_TRUE(isSelected("nato-2026-ankara"));

  // In the table the arrow keys pick as well; F6 goes on to the next pane.
  press(Qt::Key_6, Qt::ControlModifier);
  EXPECT_TRUE(panes().events().isAncestorOf(QApplication::focusWidget()));
  press(Qt::Key_Down);
  EXPECT_NE(selected(), "nato-2026-ankara");
  const QWidget* here = QApplication::focusWidget();
  press(Qt::Key_F6);
  EXPECT_NE(QApplication::focusWidget(), here);
  press(Qt::Key_F6, Qt::ShiftModifier);
  EXPECT_TRUE(panes().events().isAncestorOf(QApplication::focusWidget()));
}

TEST_F(Story, SelectingInOneShowsInAll) {
  session().select(id("message:msg-rutte-trump-2025-06-24"));
  clickTab("Events");
  for (const char* reference :
       {"pledge:pl-2025-hague-3.5", "summit:nato-2026-ankara", "message:msg-store-trump-2026-01-18"}) {
    select(reference);
    const QString title = session().snapshot()->title(id(reference))->title;
    EXPECT_EQ(detailTitle(), title);
    const QModelIndex current = eventsTable().currentIndex();
    ASSERT_TRUE(current.isValid());
    bool named = false;
    for (int column = 0; column < current.model()->columnCount(); ++column) {
      const QString text = current.siblingAtColumn(column).data().toString();
      named = named || text == title || text == session().snapshot()->label(id(reference));
    }
    EXPECT_TRUE(named) << reference;
  }
}

}  // namespace
}  // namespace entente
