// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as CSV: what was published stays to the letter, what is missing stays empty.
#include "core/exchange/table_csv.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace entente {
namespace {

Table sample() {
  Table table({{"name"}, {"year"}, {"value", QStringLiteral("pct_gdp")}, {"distance"}, {"meets"}});
  table.addRow(QStringLiteral("A, \"B\""), std::int64_t{2024}, *Decimal::parse("2.10"), 0.1 + 0.2, true);
  table.addRow(QStringLiteral("C\nD"), std::int64_t{-5}, Cell(), -0.0, Cell());
  return table;
}

TEST(TableCsv, SpellsEveryKindOfCell) {
  EXPECT_EQ(tableCsv(sample()).toStdString(),
            "name,year,value,distance,meets\n"
            "\"A, \"\"B\"\"\",2024,2.10,0.3,true\n"
            "\"C\nD\",-5,,0,\n");
}

TEST(TableCsv, MetadataNameTypesAndUnits) {
  const QJsonObject about = QJsonDocument::fromJson(tableMetadata(sample(), {QStringLiteral("a.csv"),
                                                                             QStringLiteral("Title"),
                                                                             {},
                                                                             {QStringLiteral("S")},
                                                                             {QStringLiteral("ed")},
                                                                             "{\"program\":\"x\"}"}))
                                .object();
  const QJsonArray columns =
      about[QStringLiteral("tableSchema")].toObject()[QStringLiteral("columns")].toArray();
  ASSERT_EQ(columns.size(), 5);
  const char* types[] = {"string", "integer", "decimal", "number", "boolean"};
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(columns[i].toObject()[QStringLiteral("datatype")].toString(), QLatin1String(types[i]));
  EXPECT_EQ(columns[2].toObject()[QStringLiteral("entente:unit")].toString(), QStringLiteral("pct_gdp"));
  EXPECT_EQ(about[QStringLiteral("entente:recipe")].toObject()[QStringLiteral("program")].toString(),
            QStringLiteral("x"));
}

TEST(Table, WhereKeepsTheRowsOfAValue) {
  EXPECT_EQ(sample().where("year", std::int64_t{2024}).rowCount(), 1u);
  EXPECT_EQ(sample().where("year", std::int64_t{1}).rowCount(), 0u);
  EXPECT_EQ(sample().where("value", Cell()).rowCount(), 1u) << "missing is missing";
}

}  // namespace
}  // namespace entente
