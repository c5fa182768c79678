// SPDX-License-Identifier: GPL-3.0-or-later
// Import figures, as a person does it: a table is chosen or dropped, questions are answered, one step is
// made.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModel>
#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <algorithm>

#include "app/panes/date_entry.h"
#include "app/panes/entry_import_dialog.h"
#include "app/panes/import_dialog.h"
#include "app/panes/table_view.h"
#include "app/shell/window_files.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

constexpr const char* kNato =
    "Defence expenditure as a share of GDP,,\n,2024,2025e\n"
    "Italy,1.52,2.01\nCzech Republic*,2.09,-\nRuritania,1,2\nNATO Total,2.71,2.76\n";

class Import : public test::WindowTest {
 protected:
  void SetUp() override {
    Records records;
    records.properties = {{Uid("title"), QStringLiteral("Mine")}};
    records.actors = {
        {ActorUid("italia"), QStringLiteral("Italia"), {}, ActorKind::State, QStringLiteral("ITA"), {}, {}}};
    openRecords(records);
    window->action(ActionId::ImportFigures)->trigger();
    dialog = window->findChild<ImportDialog*>();
    ASSERT_NE(dialog, nullptr);
  }

  QString table(std::string_view bytes, const char* name = "table.csv") {
    test::writeFile(folder / name, bytes);
    return QString::fromStdString((folder / name).string());
  }
  void read(const QString& path) {
    QSignalSpy settled(dialog, &ImportDialog::settled);
    dialog->openTable(path);
    ASSERT_TRUE(settled.wait(10'000));
  }
  void choose(const char* name, int index) {
    QSignalSpy settled(dialog, &ImportDialog::settled);
    child<QComboBox>(name).setCurrentIndex(index);
    ASSERT_TRUE(settled.wait(10'000));
  }
  void import() {
    QSignalSpy changed(&session(), &Session::changed);
    QTest::mouseClick(&child<QPushButton>("importOk"), Qt::LeftButton);
    ASSERT_TRUE(changed.count() > 0 || changed.wait(10'000));
  }
  template <class W>
  W& child(const char* name) {
    return *dialog->findChild<W*>(QString::fromLatin1(name));
  }
  std::string words(const char* label) { return child<QLabel>(label).text().toStdString(); }
  std::string cell(int row, int column) {
    return child<TableView>("importPreview").model()->index(row, column).data().toString().toStdString();
  }
  bool canImport() { return child<QPushButton>("importOk").isEnabled(); }
  const ArchiveContent& content() { return *session().snapshot()->content; }

  QPointer<ImportDialog> dialog;
};

TEST_F(Import, ANatoTableAsOneStepThatIsUndone) {
  EXPECT_FALSE(canImport());
  EXPECT_THAT(words("importProblem"), HasSubstr("Choose a table"));
  read(table(kNato));
  EXPECT_EQ(child<QComboBox>("importFormat").currentIndex(), 1);
  EXPECT_EQ(child<QComboBox>("importMetric").currentText(),
            QStringLiteral("Share of GDP, as the table says"));
  EXPECT_TRUE(child<QComboBox>("importSheet").isHidden());
  EXPECT_TRUE(child<QComboBox>("importValues").isHidden());
  EXPECT_EQ(cell(1, 0), "Italy");
  EXPECT_EQ(cell(1, 1), "2025");
  EXPECT_EQ(cell(1, 2), "2.01");
  EXPECT_EQ(cell(1, 3), "estimate");
  EXPECT_EQ(cell(4, 0), "NATO total (group)");
  EXPECT_EQ(
      words("importSummary"),
      "5 figures of 2 states and 1 group, 2024 to 2025; 1 row refused; 1 cell empty. 5 added, 0 changed, 0 "
      "unchanged.");
  EXPECT_EQ(
      child<QListWidget>("importReport").item(0)->text(),
      QStringLiteral("Row 5, column 1: 'Ruritania' is neither a state nor a group of states that is known."));
  EXPECT_EQ(child<QLineEdit>("importTitle").text(), QStringLiteral("table"));
  child<QLineEdit>("importTitle").setText(QStringLiteral("Defence Expenditure"));
  child<QLineEdit>("importPublisher").setText(QStringLiteral("NATO"));
  child<DateEntry>("importPublished").field().setText(QStringLiteral("28 August 2025"));
  child<QPlainTextEdit>("importDefinition").setPlainText(QStringLiteral("What it is."));
  ASSERT_TRUE(canImport());
  import();
  ASSERT_EQ(content().spending.size(), 5U);
  EXPECT_EQ(content().actors.size(), 3U);
  EXPECT_EQ(content().ledger->sources.front().uid.value, "nato-defence-expenditure-2025-08-28");
  EXPECT_EQ(content().ledger->claims.front().value, QStringLiteral("What it is."));
  EXPECT_TRUE(std::ranges::any_of(content().spending,
                                  [](const Spending& row) { return row.actor.value == "italia"; }));
  ASSERT_EQ(content().history.size(), 1U);
  EXPECT_EQ(content().history.front().title, QStringLiteral("Import 5 figures: Defence Expenditure"));
  QSignalSpy changed(&session(), &Session::changed);
  session().undo();
  ASSERT_TRUE(changed.wait(10'000));
  EXPECT_TRUE(content().spending.empty());
  EXPECT_EQ(content().actors.size(), 1U);
}

TEST_F(Import, AsksForMeasureAndFractions) {
  read(table("Country,Year,Value\nFrance,2020,0.0206\nItaly,2020,0.0150\n"));
  EXPECT_EQ(child<QComboBox>("importFormat").currentIndex(), 2);
  EXPECT_FALSE(canImport());
  EXPECT_THAT(words("importProblem"), HasSubstr("It is not clear what 'Value' measures."));
  choose("importMetric", 1);
  EXPECT_FALSE(canImport());
  EXPECT_FALSE(child<QComboBox>("importValues").isHidden());
  EXPECT_THAT(words("importProblem"),
              HasSubstr("they look like fractions, not percent. Choose at the left."));
  EXPECT_EQ(cell(0, 2), "0.0206");
  choose("importValues", 2);
  EXPECT_TRUE(canImport());
  EXPECT_EQ(cell(0, 2), "2.06");
  import();
  EXPECT_EQ(content().spending.front().value.text, "2.06");
}

TEST_F(Import, AsksForColumnsAndUnits) {
  read(table("Land,Jahr,Wert\nItaly,2020,\"35675,5\"\n"));
  EXPECT_FALSE(child<QComboBox>("stateColumn").isHidden());
  choose("stateColumn", 1);
  choose("yearColumn", 2);
  choose("valueColumn", 3);
  choose("importMetric", 3);
  EXPECT_THAT(words("importProblem"), HasSubstr("more billions of dollars than all states"));
  choose("importUnit", 2);
  EXPECT_TRUE(canImport()) << words("importProblem");
  EXPECT_EQ(cell(0, 2), "35.6755");
}

TEST_F(Import, TheSourceMustBeWhole) {
  read(table(kNato));
  EXPECT_TRUE(canImport());
  child<DateEntry>("importPublished").field().setText(QStringLiteral("soon"));
  EXPECT_EQ(words("importProblem"), "The date of the source cannot be read yet.");
  EXPECT_FALSE(canImport());
  child<DateEntry>("importPublished").field().clear();
  child<QLineEdit>("importTitle").setText(QStringLiteral(" "));
  EXPECT_EQ(words("importProblem"), "The source needs a title.");
  EXPECT_FALSE(canImport());
}

TEST_F(Import, AgainIntoTheSameSourceIsADifference) {
  read(table(kNato));
  import();
  window->action(ActionId::ImportFigures)->trigger();
  settle();
  const auto dialogs = window->findChildren<ImportDialog*>();
  dialog = dialogs.back();
  read(table(kNato));
  EXPECT_EQ(words("importProblem"), "Everything in the table is in the archive already.");
  EXPECT_FALSE(canImport());
  std::string corrected = kNato;
  corrected.replace(corrected.find("1.52"), 4, "1.53");
  read(table(corrected, "other.csv"));
  child<QComboBox>("importSource").setCurrentIndex(1);
  EXPECT_TRUE(child<QLineEdit>("importTitle").isHidden());
  EXPECT_THAT(words("importSummary"), HasSubstr("0 added, 1 changed, 4 unchanged."));
  import();
  EXPECT_EQ(content().spending.size(), 5U);
  EXPECT_EQ(content().ledger->sources.size(), 1U);
}

TEST_F(Import, SheetsOfAWorkbook) {
  read(QStringLiteral(ENTENTE_SOURCE_DIR "/tests/data/exchange/nato_table.xlsx"));
  EXPECT_FALSE(child<QComboBox>("importSheet").isHidden());
  EXPECT_EQ(child<QComboBox>("importSheet").currentText(), QStringLiteral("TABLE 3"));
  EXPECT_THAT(words("importSummary"), HasSubstr("15 figures of 3 states and 2 groups"));
  choose("importSheet", 0);
  EXPECT_FALSE(canImport());
}

TEST_F(Import, WhatIsNoTableIsSaid) {
  read(table(std::string_view("\0\0", 2), "zeros.xlsx"));
  EXPECT_THAT(words("importProblem"), HasSubstr("zeros.xlsx: It is neither CSV nor XLSX"));
  EXPECT_FALSE(canImport());
  read(table(kNato));
  EXPECT_TRUE(canImport());
}

TEST_F(Import, CancelLeavesEverythingAsItIs) {
  read(table(kNato));
  QTest::keyClick(dialog, Qt::Key_Escape);
  settle();
  EXPECT_TRUE(content().history.empty());
  EXPECT_TRUE(!dialog || dialog->isHidden());
}

TEST_F(Import, ADroppedTableOpensTheDialog) {
  dialog->close();
  settle();
  QMimeData dropped;
  dropped.setUrls({QUrl::fromLocalFile(table(kNato))});
  window->files().openDropped(dropped);
  QSignalSpy figures(window->findChild<EntryImportDialog*>(), &EntryImportDialog::figuresFound);
  ASSERT_TRUE(figures.wait(10'000)) << "what is in the table decides which dialog it is";
  dialog = window->findChildren<ImportDialog*>().back();
  QSignalSpy settled(dialog, &ImportDialog::settled);
  ASSERT_TRUE(settled.wait(10'000));
  EXPECT_TRUE(canImport());
  EXPECT_EQ(session().path(), QString::fromStdString((folder / "test.entente").string()));
}

TEST(ImportWithoutAnArchive, ADroppedTableIsAnsweredWithASentence) {
  MainWindow window(ThemeChoice::Light);
  window.show();
  QMimeData dropped;
  dropped.setUrls({QUrl::fromLocalFile(QStringLiteral("/nowhere/table.csv"))});
  window.files().openDropped(dropped);
  auto* dialog = window.findChild<EntryImportDialog*>();
  ASSERT_NE(dialog, nullptr);
  QSignalSpy settled(dialog, &EntryImportDialog::settled);
  ASSERT_TRUE(settled.wait(10'000));
  EXPECT_THAT(dialog->findChild<QLabel*>(QStringLiteral("entryProblem"))->text().toStdString(),
              HasSubstr("There is no file /nowhere/table.csv"));
  EXPECT_FALSE(window.session().isLoading());
}

}  // namespace
}  // namespace entente
