// SPDX-License-Identifier: GPL-3.0-or-later
// entente import --format, from outside: the archive is read back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "core/archive/archive.h"
#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::run;
using test::Said;
using test::TemporaryFolder;
using test::text;
using ::testing::HasSubstr;

QString q(const char* plain) {
  return QString::fromUtf8(plain);
}

constexpr const char* kNato =
    "Defence expenditure as a share of GDP,,\n,2024,2025e\n"
    "Italy,1.52,2.01\nCzech Republic*,2.09,-\nRuritania,1,2\nNATO Total,2.71,2.76\n";

class ImportFigures : public ::testing::Test {
 protected:
  Said import(const char* format, const QString& file, const QStringList& more = {}) {
    return run(QStringList{q("import"), q("--format"), q(format), file, q("-o"), archive()} + more);
  }
  [[nodiscard]] QString archive() const { return text(folder / "a.entente"); }
  [[nodiscard]] Archive opened() const {
    auto open = Archive::open(folder / "a.entente", Access::ReadOnly);
    EXPECT_TRUE(open) << open.error().text();
    return std::move(*open);
  }
  QString table(std::string_view bytes, const char* name = "table.csv") {
    test::writeFile(folder / name, bytes);
    return text(folder / name);
  }

  TemporaryFolder folder;
};

TEST_F(ImportFigures, MakesANewArchive) {
  const QString file = table(kNato);
  const Said said =
      import("nato", file,
             {q("--source-title"), q("Defence Expenditure"), q("--publisher"), q("NATO"), q("--published"),
              q("28 August 2025"), q("--reliability"), q("B"), q("--definition"), q("What it is.")});
  ASSERT_EQ(said.status, 0) << said.err;
  EXPECT_EQ(said.err, file.toStdString() +
                          ":5:1: 'Ruritania' is neither a state nor a group of states that is known\n");
  EXPECT_THAT(said.out, HasSubstr("The figures are taken as pct_gdp"));
  EXPECT_THAT(said.out,
              HasSubstr("5 figures of 2 states and 1 group, 2024 to 2025; 1 row refused; 1 cell empty\n"
                        "5 added, 0 changed, 0 unchanged in the source nato-defence-expenditure-2025-08-28"));
  const Archive made = opened();
  EXPECT_EQ(made.info()->title, q("Defence Expenditure"));
  const auto spending = made.spending();
  ASSERT_EQ(spending->size(), 5U);
  EXPECT_EQ((*spending)[0].uid.value, "fig-cze-2024-pct_gdp-nato-defence-expenditure-2025-08-28");
  EXPECT_EQ((*spending)[0].value.text, "2.09");
  EXPECT_TRUE((*spending)[2].estimate);
  ASSERT_EQ(made.sources()->size(), 1U);
  EXPECT_EQ(made.sources()->front().published->edtf(), "2025-08-28");
  EXPECT_EQ(made.claims()->front().value, q("What it is."));
  EXPECT_TRUE(made.verify()->empty());
}

TEST_F(ImportFigures, OfAListInJson) {
  const QString file = table(
      R"([{"country": "Poland", "year": 2023, "spending": 3.3}, {"country": "Italy", "year": 2024, "spending": 1.5}])",
      "table.json");
  // What it is is found out: figures are not taken for events called "Poland".
  const Said said = run(
      {q("import"), file, q("-o"), archive(), q("--metric"), q("pct_gdp"), q("--source-title"), q("A list")});
  ASSERT_EQ(said.status, 0) << said.err;
  EXPECT_EQ(opened().spending()->size(), 2U);
}

TEST_F(ImportFigures, IsOneStepOfTheHistoryAndUndone) {
  std::filesystem::copy(test::builtInArchive(), folder / "a.entente");
  const std::string before = opened().info()->fingerprint;
  const std::size_t actors = opened().actors()->size();
  ASSERT_EQ(import("nato", table(kNato), {q("--publisher"), q("NATO")}).status, 0);
  {
    const Archive changed = opened();
    EXPECT_EQ(changed.actors()->size(), actors) << "Italy, Czechia and NATO's total are there";
    const auto history = changed.history();
    ASSERT_EQ(history->size(), 1U);
    EXPECT_EQ(history->front().title, q("Import 5 figures: table"));
    const auto spending = changed.spending();
    const auto total =
        std::ranges::find(*spending, SpendingUid("fig-xnt-2025-pct_gdp-nato-table"), &Spending::uid);
    ASSERT_NE(total, spending->end());
    EXPECT_EQ(total->actor.value, "nato-total");
  }
  auto archive = Archive::open(folder / "a.entente", Access::ReadWrite);
  ASSERT_TRUE(archive->goToStep(0));
  EXPECT_EQ(archive->info()->fingerprint, before);
}

TEST_F(ImportFigures, AgainIntoTheSameSource) {
  ASSERT_EQ(import("nato", table(kNato)).status, 0);
  const std::string before = opened().info()->fingerprint;
  const Said same = import("nato", table(kNato));
  EXPECT_EQ(same.status, 0);
  EXPECT_THAT(same.out, HasSubstr("0 added, 0 changed, 5 unchanged in the source table (table)"));
  EXPECT_EQ(opened().info()->fingerprint, before);
  std::string corrected = kNato;
  corrected.replace(corrected.find("1.52"), 4, "1.53");
  corrected.replace(corrected.find("Ruritania"), 9, "Norway");
  const Said said = import("nato", table(corrected, "corrected.csv"), {q("--source"), q("table")});
  EXPECT_THAT(said.out, HasSubstr("2 added, 1 changed, 4 unchanged in the source table (table)"));
  EXPECT_EQ(opened().spending()->size(), 7U);
  EXPECT_EQ(opened().sources()->size(), 1U);
  EXPECT_EQ(import("nato", table(kNato), {q("--source"), q("nowhere")}).status, 1);
}

TEST_F(ImportFigures, DryRunsWriteNothing) {
  const Said said = import("nato", table(kNato), {q("--dry-run"), q("--json")});
  EXPECT_EQ(said.status, 0) << said.err;
  const QJsonObject report = QJsonDocument::fromJson(QByteArray::fromStdString(said.out)).object();
  EXPECT_EQ(report[q("added")].toInt(), 5);
  EXPECT_EQ(report[q("metric")].toString(), q("pct_gdp"));
  EXPECT_EQ(report[q("refused_rows")].toInt(), 1);
  EXPECT_FALSE(std::filesystem::exists(folder / "a.entente"));
}

TEST_F(ImportFigures, AsksAndLeavesNothing) {
  const auto refused = [this](const char* csv, const QStringList& more) {
    const Said said = import("table", table(csv), more);
    EXPECT_EQ(said.status, 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "a.entente"));
    return said.err;
  };
  EXPECT_THAT(refused("Country,Year,Value\nItaly,2020,1.5\n", {}), HasSubstr("Say it by --metric"));
  EXPECT_THAT(refused("Country,Year,Value\nItaly,2020,0.015\n", {q("--metric"), q("pct_gdp")}),
              HasSubstr("--values percent or --values fraction"));
  EXPECT_THAT(refused("Country,Year,US$ million\nItaly,2020,35675\n", {q("--metric"), q("usd_bn")}),
              HasSubstr("--unit million"));
  EXPECT_THAT(refused("Country,Year,Value\nRuritania,2020,1.5\n", {q("--metric"), q("pct_gdp")}),
              HasSubstr("There is no figure in the table that can be imported."));
  EXPECT_THAT(refused("Land,Jahr,Wert\nItaly,2020,1.5\n", {q("--metric"), q("pct_gdp")}), HasSubstr("--map"));
  EXPECT_EQ(import("table", table("Land,Jahr,Wert\nItaly,2020,1.5\n"),
                   {q("--metric"), q("pct_gdp"), q("--map"), q("state=Land,year=Jahr,value=Wert")})
                .status,
            0);
}

TEST_F(ImportFigures, ASheetOfAWorkbook) {
  const QString workbook = q(ENTENTE_SOURCE_DIR "/tests/data/exchange/nato_table.xlsx");
  const Said which = import("nato", workbook);
  EXPECT_EQ(which.status, 1);
  EXPECT_THAT(which.err, HasSubstr("has the sheets 'Notes', 'TABLE 3'; say which by --sheet NAME."));
  EXPECT_THAT(import("nato", workbook, {q("--sheet"), q("Table 4")}).err,
              HasSubstr("has no sheet 'Table 4'"));
  const Said said = import("nato", workbook, {q("--sheet"), q("Table 3")});
  EXPECT_EQ(said.status, 0) << said.err;
  EXPECT_THAT(said.out, HasSubstr("15 figures of 3 states and 2 groups, 2023 to 2025; 3 cells empty"));
  EXPECT_EQ(opened().spending()->size(), 15U);
}

TEST_F(ImportFigures, NeverTouchesWhatIsNoArchive) {
  test::writeFile(folder / "a.entente", "mine");
  EXPECT_EQ(import("nato", table(kNato)).status, 1);
  EXPECT_EQ(test::readFile(folder / "a.entente"), "mine");
}

TEST_F(ImportFigures, WrongUsage) {
  const QString file = table(kNato);
  EXPECT_EQ(import("excel", file).status, 2);
  EXPECT_EQ(import("nato", file, {q("--metric"), q("gdp")}).status, 2);
  EXPECT_EQ(import("table", file, {q("--map"), q("Land=Country")}).status, 2);
  EXPECT_EQ(import("table", file, {q("--metric"), q("pct_gdp"), q("--dates"), q("day-first")}).status, 1);
  EXPECT_EQ(import("nato", file, {q("--force")}).status, 2);
  EXPECT_EQ(import("nato", file, {q("--source"), q("x"), q("--publisher"), q("NATO")}).status, 2);
  EXPECT_THAT(import("nato", file, {q("--published"), q("soon")}).err,
              HasSubstr("--published: 'soon' is not a date"));
  EXPECT_FALSE(std::filesystem::exists(folder / "a.entente"));
}

}  // namespace
}  // namespace entente
