// SPDX-License-Identifier: GPL-3.0-or-later
// Importing events as a person does it: a table is dropped or pasted, columns are mapped, one step is made.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModel>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include "app/panes/entry_import_dialog.h"
#include "app/panes/table_view.h"
#include "app/session/session.h"
#include "app/shell/window_files.h"
#include "core/archive/archive.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

constexpr const char* kTable =
    "Start,Headline,Where,Odd\n1961-08-13,The wall is built,Berlin,x\n1989-11-09,The wall falls,Berlin,y\n"
    "1963-13-01,Nothing,,\n";

class EntryImport : public test::WindowTest {
 protected:
  QString table(std::string_view bytes, const char* name = "events.csv") {
    test::writeFile(folder / name, bytes);
    return QString::fromStdString((folder / name).string());
  }
  void openMine() {
    Records records;
    records.properties = {{Uid("title"), QStringLiteral("Mine")}};
    openRecords(records);
  }
  void drop(const QString& path) {
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(path)});
    window->files().openDropped(dropped);
    dialog = window->findChild<EntryImportDialog*>();
    ASSERT_NE(dialog, nullptr);
    waitUntilSettled();
  }
  void waitUntilSettled() {
    QSignalSpy settled(dialog, &EntryImportDialog::settled);
    ASSERT_TRUE(settled.wait(10'000));
  }
  template <class W>
  W& child(const char* name) {
    return *dialog->findChild<W*>(QString::fromLatin1(name));
  }
  std::string words(const char* label) { return child<QLabel>(label).text().toStdString(); }
  std::string header(int column) {
    return child<TableView>("mappedTable")
        .model()
        ->headerData(column, Qt::Horizontal)
        .toString()
        .toStdString();
  }
  void import() {
    QSignalSpy changed(&session(), &Session::changed);
    QTest::mouseClick(&child<QPushButton>("entryOk"), Qt::LeftButton);
    ASSERT_TRUE(changed.count() > 0 || changed.wait(10'000));
    settle();
  }
  [[nodiscard]] std::size_t events() { return session().snapshot()->content->titles.size(); }

  QPointer<EntryImportDialog> dialog;
};

TEST_F(EntryImport, ADroppedTableIsPreviewedImportedAndUndone) {
  openMine();
  drop(table(kTable));
  EXPECT_EQ(header(0), "Start → Date");
  EXPECT_EQ(header(1), "Headline → Title");
  EXPECT_EQ(header(3), "Odd → kept in the note");
  EXPECT_THAT(words("entrySummary"),
              HasSubstr("2 events; 1 entry refused: 2 added, 0 changed, 0 unchanged."));
  const QAbstractItemModel& outcomes = *child<TableView>("entryOutcomes").model();
  EXPECT_EQ(outcomes.index(0, 0).data().toString(), QStringLiteral("refused")) << "refusals stand first";
  EXPECT_EQ(outcomes.index(0, 1).data().toString(), QStringLiteral("4"));
  EXPECT_EQ(events(), 0U);
  import();
  EXPECT_EQ(events(), 2U);
  EXPECT_TRUE(dialog.isNull() || !dialog->isVisible());
  EXPECT_EQ(session().lastStep()->title, QStringLiteral("Import 2 events: events"));
  QSignalSpy changed(&session(), &Session::changed);
  session().undo();
  ASSERT_TRUE(changed.wait(10'000));
  EXPECT_EQ(events(), 0U);
}

TEST_F(EntryImport, HowTheTableIsReadCanBeSaid) {
  openMine();
  drop(
      table("Notes of 1961; 2\nwann|was\n1961|Mauer\n1963|\xC9lys\xE9"
            "e\n"));
  auto& encoding = child<QComboBox>("entryEncoding");
  auto& separator = child<QComboBox>("entrySeparator");
  auto& titles = child<QComboBox>("entryTitles");
  for (const QComboBox* choice : {&encoding, &separator, &titles})
    EXPECT_TRUE(QTest::qWaitFor([choice] { return choice->isVisible() && choice->height() > 10; }))
        << choice->objectName().toStdString();
  EXPECT_EQ(encoding.itemText(0), QStringLiteral("windows-1252, as found"));
  EXPECT_EQ(separator.itemText(0), QStringLiteral("bar, as found"));
  const auto choose = [this](QComboBox& choice, const QString& words) {
    choice.setCurrentText(words);
    ASSERT_EQ(choice.currentText(), words);
    Q_EMIT choice.activated(choice.currentIndex());
    waitUntilSettled();
  };
  choose(titles, QStringLiteral("no row"));
  EXPECT_EQ(header(0), "column 1 → Title");
  choose(titles, QStringLiteral("row 2"));
  EXPECT_EQ(header(0), "wann → Date");
  choose(encoding, QStringLiteral("Western (macintosh)"));
  choose(separator, QStringLiteral("semicolon"));
  EXPECT_THAT(words("entryProblem"), HasSubstr("Click the columns to say what they hold."));
  choose(separator, QStringLiteral("bar"));
  import();
  QStringList there;
  for (const EventTitle& title : session().snapshot()->content->titles)
    there << title.title;
  EXPECT_TRUE(there.contains(QStringLiteral("…lysÈe"))) << "as the user wanted it";
}

TEST_F(EntryImport, AColumnIsMappedByClickingIt) {
  openMine();
  drop(table("wann,was,sonst\n1961,Eins,Text\n1962,Zwei,Text\n"));
  QTimer::singleShot(0, dialog, [this] {
    auto* menu = dialog->findChild<QMenu*>(QStringLiteral("columnMenu"));
    ASSERT_NE(menu, nullptr);
    for (QAction* action : menu->actions()) {
      if (action->text() == QStringLiteral("Summary")) {
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
      }
    }
  });
  QHeaderView& head = *child<TableView>("mappedTable").horizontalHeader();
  QSignalSpy settled(dialog, &EntryImportDialog::settled);
  QTest::mouseClick(head.viewport(), Qt::LeftButton, {},
                    QPoint(head.sectionViewportPosition(2) + head.sectionSize(2) / 2, head.height() / 2));
  ASSERT_TRUE(settled.count() > 0 || settled.wait(10'000));
  EXPECT_EQ(header(2), "sonst → Summary");
}

TEST_F(EntryImport, AnUndecidedOrderIsAskedAtTheLeft) {
  openMine();
  drop(table("Date,Event\n03/04/2021,One\n05/06/2021,Two\n"));
  EXPECT_FALSE(child<QPushButton>("entryOk").isEnabled());
  EXPECT_THAT(words("entryProblem"), HasSubstr("Choose at the left."));
  QComboBox& order = child<QComboBox>("entryOrder");
  EXPECT_FALSE(order.isHidden());
  QSignalSpy settled(dialog, &EntryImportDialog::settled);
  order.setFocus();
  QTest::keyClick(&order, Qt::Key_Down);
  ASSERT_TRUE(settled.wait(10'000));
  EXPECT_TRUE(child<QPushButton>("entryOk").isEnabled()) << words("entryProblem");
}

TEST_F(EntryImport, WithoutAnArchiveANewOneIsMade) {
  window->files().close();
  settle();
  drop(table(kTable));
  dialog->setNewArchive(QString::fromStdString((folder / "new.entente").string()));
  EXPECT_EQ(child<QPushButton>("entryOk").text(), QStringLiteral("Import into a new archive…"));
  QSignalSpy opened(&session(), &Session::archiveOpened);
  QTest::mouseClick(&child<QPushButton>("entryOk"), Qt::LeftButton);
  ASSERT_TRUE(opened.wait(10'000));
  EXPECT_EQ(events(), 2U);
  EXPECT_EQ(session().snapshot()->info.title, QStringLiteral("new"));
}

TEST_F(EntryImport, ATableIsPasted) {
  openMine();
  QApplication::clipboard()->setText(QStringLiteral("Date\tEvent\n1961\tOne\n1962\tTwo\n"));
  window->action(ActionId::PasteTable)->trigger();
  dialog = window->findChild<EntryImportDialog*>();
  ASSERT_NE(dialog, nullptr);
  waitUntilSettled();
  EXPECT_THAT(words("entrySummary"), HasSubstr("2 events"));
  import();
  EXPECT_EQ(events(), 2U);
}

TEST_F(EntryImport, TheSourceMustHaveATitle) {
  openMine();
  drop(table(kTable));
  QSignalSpy settled(dialog, &EntryImportDialog::settled);
  child<QLineEdit>("importTitle").clear();
  ASSERT_TRUE(settled.wait(10'000));
  EXPECT_EQ(words("entryProblem"), "The source needs a title.");
  EXPECT_FALSE(child<QPushButton>("entryOk").isEnabled());
}

}  // namespace
}  // namespace entente
