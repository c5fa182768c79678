// SPDX-License-Identifier: GPL-3.0-or-later
// The cards over the window and the page for "nothing is open".
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAccessible>
#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include "app/shell/about_card.h"
#include "app/shell/key_card.h"
#include "app/shell/recent_row.h"
#include "app/shell/welcome_page.h"

namespace entente::test {
namespace {

std::vector<KeyCardGroup> groups() {
  const auto group = [](const QString& title, int rows) {
    KeyCardGroup made{title, {}};
    for (int i = 0; i < rows; ++i)
      made.rows.push_back(
          {QStringLiteral("Ctrl+Shift+%1").arg(i), QStringLiteral("%1, number %2").arg(title).arg(i)});
    return made;
  };
  return {group(QStringLiteral("File"), 5), group(QStringLiteral("View"), 9), group(QStringLiteral("Go"), 8),
          group(QStringLiteral("Help"), 3)};
}

class CardTest : public ::testing::Test {
 protected:
  CardTest() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    first = new QLineEdit;
    second = new QLineEdit;
    column->addWidget(first);
    column->addWidget(second);
    window.setCentralWidget(page);
    window.resize(1200, 800);
    window.show();
    window.activateWindow();
    QCoreApplication::processEvents();
    second->setFocus();
    card = new KeyCard(&window);
    card->setGroups(groups());
  }
  QWidget& paper() { return *card->findChild<QPushButton*>(QStringLiteral("close"))->parentWidget(); }

  QMainWindow window;
  QLineEdit* first = nullptr;
  QLineEdit* second = nullptr;
  KeyCard* card = nullptr;
};

TEST_F(CardTest, ItOpensOverTheWindowAndGivesTheFocusBack) {
  QSignalSpy closed(card, &KeyCard::closed);
  EXPECT_FALSE(card->isOpen());
  card->openCard();
  EXPECT_TRUE(card->isVisible());
  EXPECT_EQ(card->geometry(), window.rect());
  EXPECT_TRUE(card->isAncestorOf(window.focusWidget()));
  QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
  EXPECT_FALSE(card->isOpen());
  EXPECT_EQ(closed.count(), 1);
  EXPECT_EQ(window.focusWidget(), second);
}

TEST_F(CardTest, AQuestionMarkClosesItAgainAndTheButtonDoes) {
  card->openCard();
  QTest::keyClick(window.focusWidget(), '?');
  EXPECT_FALSE(card->isOpen());
  card->openCard();
  QTest::mouseClick(card->findChild<QPushButton*>(QStringLiteral("close")), Qt::LeftButton);
  EXPECT_FALSE(card->isOpen());
}

TEST_F(CardTest, AClickBesideTheCardClosesItAClickOnItDoesNot) {
  card->openCard();
  QTest::mouseClick(&paper(), Qt::LeftButton, {}, QPoint(5, 5));
  EXPECT_TRUE(card->isOpen());
  QTest::mouseClick(card, Qt::LeftButton, {}, QPoint(3, 3));
  EXPECT_FALSE(card->isOpen());
}

TEST_F(CardTest, ShortcutsOfTheWindowWaitWhileItIsOpen) {
  auto* action = new QAction(&window);
  action->setShortcut(QKeySequence(Qt::Key_Home));
  window.addAction(action);
  QSignalSpy triggered(action, &QAction::triggered);
  // A line edit takes Home itself.
  auto* button = new QPushButton(window.centralWidget());
  button->show();
  button->setFocus();
  QTest::keyClick(window.focusWidget(), Qt::Key_Home);
  EXPECT_EQ(triggered.count(), 1);
  card->openCard();
  QTest::keyClick(window.focusWidget(), Qt::Key_Home);
  EXPECT_EQ(triggered.count(), 1);
  EXPECT_TRUE(card->isOpen());
}

TEST_F(CardTest, TabStaysOnTheCard) {
  card->openCard();
  std::set<QWidget*> visited;
  for (int i = 0; i < 6; ++i) {
    EXPECT_TRUE(card->isAncestorOf(window.focusWidget()));
    visited.insert(window.focusWidget());
    QTest::keyClick(window.focusWidget(), i < 4 ? Qt::Key_Tab : Qt::Key_Backtab);
  }
  EXPECT_EQ(visited.size(), 2U);
}

TEST_F(CardTest, AsManyColumnsAsThereIsRoomFor) {
  card->openCard();
  EXPECT_EQ(card->columnCount(), 3);
  int last = 3;
  for (int width = 1200; width >= 320; --width) {
    // Also where it is so low that it scrolls.
    window.resize(width, width % 4 == 0 ? 800 : 300);
    QCoreApplication::processEvents();
    EXPECT_LE(card->columnCount(), last);
    last = card->columnCount();
    EXPECT_TRUE(card->rect().contains(paper().geometry())) << width;
    for (const QLabel* label : card->findChildren<QLabel*>()) {
      if (!label->wordWrap() && label->isVisible()) {
        EXPECT_GE(label->width(), label->sizeHint().width())
            << label->text().toStdString() << " at " << width;
      }
    }
    EXPECT_FALSE(card->findChild<QScrollArea*>()->horizontalScrollBar()->isVisible()) << width;
  }
  EXPECT_EQ(last, 1);
}

TEST_F(CardTest, ALowWindowScrolls) {
  window.resize(1200, 260);
  card->openCard();
  QCoreApplication::processEvents();
  auto* bar = card->findChild<QScrollArea*>()->verticalScrollBar();
  EXPECT_GT(bar->maximum(), 0);
  EXPECT_TRUE(card->rect().contains(paper().geometry()));
  QTest::keyClick(window.focusWidget(), Qt::Key_Down);
  EXPECT_GT(bar->value(), 0);
}

TEST_F(CardTest, ItReadsAsADialogWithItsText) {
  QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(card);
  ASSERT_NE(interface, nullptr);
  EXPECT_EQ(interface->role(), QAccessible::Dialog);
  EXPECT_EQ(interface->text(QAccessible::Name).toStdString(), "Keys");
  EXPECT_TRUE(card->text().startsWith(QStringLiteral("File\nCtrl+Shift+0: File, number 0\n")));
  EXPECT_EQ(card->text().count(QLatin1Char('\n')), 4 + 25 - 1);
  card->openCard();
  QStringList labels;
  for (const QLabel* label : card->findChildren<QLabel*>())
    labels << label->text();
  for (const KeyCardGroup& group : groups()) {
    EXPECT_TRUE(labels.contains(group.title));
    for (const KeyCardRow& row : group.rows)
      EXPECT_TRUE(labels.contains(row.what));
  }
}

TEST_F(CardTest, TheAboutCardShowsTheWholeLicenceOrItsNotice) {
  AboutCard whole(&window, QStringLiteral(ENTENTE_SOURCE_DIR "/LICENSE"));
  whole.openCard();
  auto* text = whole.findChild<QPlainTextEdit*>(QStringLiteral("licence"));
  EXPECT_TRUE(text->toPlainText().contains(QStringLiteral("END OF TERMS AND CONDITIONS")));
  EXPECT_TRUE(text->isReadOnly());
  EXPECT_GT(text->verticalScrollBar()->maximum(), 0);
  EXPECT_TRUE(whole.findChild<QLabel*>(QStringLiteral("nameAndVersion"))
                  ->text()
                  .startsWith(QStringLiteral("Entente ")));
  QString all;
  for (const QLabel* label : whole.findChildren<QLabel*>())
    all += label->text();
  EXPECT_TRUE(all.contains(QString::fromLatin1(qVersion())));
  EXPECT_TRUE(all.contains(QStringLiteral("SQLite")));
  QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
  EXPECT_FALSE(whole.isOpen());

  AboutCard notice(&window, QStringLiteral("/no/such/file"));
  EXPECT_TRUE(notice.findChild<QPlainTextEdit*>(QStringLiteral("licence"))
                  ->toPlainText()
                  .contains(QStringLiteral("either version 3 of the License")));
}

TEST_F(CardTest, EscapeInTheLicenceClosesTheCardToo) {
  AboutCard about(&window, QStringLiteral("/no/such/file"));
  about.openCard();
  auto* text = about.findChild<QPlainTextEdit*>(QStringLiteral("licence"));
  text->setFocus();
  QTest::keyClick(text, Qt::Key_Escape);
  EXPECT_FALSE(about.isOpen());
}

class WelcomeTest : public ::testing::Test {
 protected:
  WelcomeTest() {
    page.setRecent({{QStringLiteral("/home/ann/stories/pledge.entente"), true},
                    {QStringLiteral("/mnt/gone/lost.entente"), false},
                    {QStringLiteral("/home/ann/second.entente"), true}});
    page.resize(900, 700);
    page.show();
    page.activateWindow();
    QCoreApplication::processEvents();
  }
  std::vector<RecentRow*> rows() {
    std::vector<RecentRow*> all;
    for (RecentRow* row : page.findChildren<RecentRow*>()) {
      if (!row->isHidden()) all.push_back(row);
    }
    return all;
  }

  WelcomePage page;
};

TEST_F(WelcomeTest, ButtonsAskForWhatTheySay) {
  QSignalSpy open(&page, &WelcomePage::openRequested);
  QSignalSpy builtIn(&page, &WelcomePage::builtInRequested);
  QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("openArchive")), Qt::LeftButton);
  EXPECT_EQ(open.count(), 1);
  QTest::keyClick(page.findChild<QPushButton*>(QStringLiteral("openBuiltIn")), Qt::Key_Space);
  EXPECT_EQ(builtIn.count(), 1);
}

TEST_F(WelcomeTest, RecentArchivesOpenByClickAndByEnter) {
  QSignalSpy asked(&page, &WelcomePage::recentRequested);
  ASSERT_EQ(rows().size(), 3U);
  QTest::mouseClick(rows()[0], Qt::LeftButton);
  QTest::keyClick(rows()[2], Qt::Key_Return);
  ASSERT_EQ(asked.count(), 2);
  EXPECT_EQ(asked[0][0].toString().toStdString(), "/home/ann/stories/pledge.entente");
  EXPECT_EQ(asked[1][0].toString().toStdString(), "/home/ann/second.entente");
  EXPECT_EQ(rows()[0]->accessibleName().toStdString(), "pledge.entente in /home/ann/stories");
}

TEST_F(WelcomeTest, AMissingOneIsDisabledAndSaysSo) {
  QSignalSpy asked(&page, &WelcomePage::recentRequested);
  EXPECT_FALSE(rows()[1]->isEnabled());
  EXPECT_EQ(rows()[1]->accessibleName().toStdString(), "lost.entente in /mnt/gone, not found");
  QTest::mouseClick(rows()[1], Qt::LeftButton);
  EXPECT_EQ(asked.count(), 0);
}

TEST_F(WelcomeTest, TheListMayChangeWhileItIsAskedAndMayBeEmpty) {
  QObject::connect(&page, &WelcomePage::recentRequested, &page, [this] { page.setRecent({}); });
  QTest::mouseClick(rows()[0], Qt::LeftButton);
  EXPECT_TRUE(rows().empty());
  for (const QLabel* label : page.findChildren<QLabel*>()) {
    if (label->text() == QLatin1String("Recent archives")) {
      EXPECT_FALSE(label->isVisible());
    }
  }
}

TEST_F(WelcomeTest, TheColumnIsAtMost560WideInTheMiddle) {
  page.resize(1400, 700);
  QCoreApplication::processEvents();
  const RecentRow* row = rows()[0];
  const int left = row->mapTo(&page, QPoint(0, 0)).x();
  const int right = page.width() - left - row->width();
  EXPECT_LE(row->width(), 560);
  EXPECT_GT(row->width(), 400);
  EXPECT_LE(std::abs(left - right), 2);
}

TEST_F(WelcomeTest, ALongFolderTakesMoreLines) {
  const int usual = rows()[0]->height();
  QString folder = QStringLiteral("/home");
  for (int i = 0; i < 20; ++i)
    folder += QStringLiteral("/a_long_folder_name");
  page.setRecent({{folder + QStringLiteral("/x.entente"), true}});
  QCoreApplication::processEvents();
  EXPECT_GT(rows()[0]->height(), usual + 10);
}

}  // namespace
}  // namespace entente::test
