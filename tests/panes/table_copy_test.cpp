// SPDX-License-Identifier: GPL-3.0-or-later
// Copied tables: read back as they were, whatever the cells hold, and harmless where they are pasted.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "app/panes/table_copy.h"
#include "core/exchange/csv_reader.h"

namespace entente {
namespace {

const std::vector<QString>& hostileCells() {
  static const std::vector<QString> cells{QStringLiteral("=HYPERLINK(\"http://x\",\"y\")"),
                                          QStringLiteral("+1"),
                                          QStringLiteral("-0044-03-15"),
                                          QStringLiteral("@SUM(A1)"),
                                          QStringLiteral("\t=1"),
                                          QStringLiteral("'=1"),
                                          QStringLiteral("''=1"),
                                          QStringLiteral("'tis"),
                                          QStringLiteral("a,b;c"),
                                          QStringLiteral("say \"so\""),
                                          QStringLiteral("two\nlines"),
                                          QStringLiteral(" lead"),
                                          QStringLiteral("a|b\\|c"),
                                          QStringLiteral("<b>*x*</b>_&amp;"),
                                          QString(),
                                          QStringLiteral("Sánchez → Rutte"),
                                          QStringLiteral("=")};
  return cells;
}

/// What the header of table_copy.h promises to whoever reads the file back.
QString withoutGuard(const QString& cell) {
  qsizetype quotes = 0;
  while (quotes < cell.size() && cell[quotes] == QLatin1Char('\''))
    ++quotes;
  const bool guarded =
      quotes > 0 && quotes < cell.size() && QStringLiteral("=+-@\t\r").contains(cell[quotes]);
  return guarded ? cell.mid(1) : cell;
}

TEST(TableCopyTest, CsvIsReadBackAsItWasAndRunsNoFormula) {
  CopyTable table;
  table.header = {QStringLiteral("one"), QStringLiteral("two")};
  for (const QString& cell : hostileCells())
    table.rows.push_back({cell, QStringLiteral("x")});
  const std::string csv = toCsv(table).toStdString();
  CsvReader reader(csv);
  CsvRow row;
  ASSERT_TRUE(reader.next(row));
  EXPECT_EQ(row.cells[0].text, "one");
  for (const QString& cell : hostileCells()) {
    ASSERT_TRUE(reader.next(row)) << cell.toStdString();
    EXPECT_TRUE(row.problems.empty());
    ASSERT_EQ(row.cells.size(), 2U);
    const std::string& read = row.cells[0].text;
    EXPECT_TRUE(read.empty() || std::string("=+-@\t\r").find(read[0]) == std::string::npos) << read;
    EXPECT_EQ(withoutGuard(QString::fromStdString(read)), cell);
  }
  EXPECT_FALSE(reader.next(row));
}

TEST(TableCopyTest, CsvKeepsToRfc4180) {
  const CopyTable table{{QStringLiteral("a"), QStringLiteral("b")},
                        {{QStringLiteral("x,\"y\""), QStringLiteral("1\n2")}}};
  EXPECT_EQ(toCsv(table), QStringLiteral("a,b\r\n\"x,\"\"y\"\"\",\"1\n2\"\r\n"));
}

TEST(TableCopyTest, MarkdownEscapesMarkupPipesAndLineBreaks) {
  const CopyTable table{{QStringLiteral("a"), QStringLiteral("b")},
                        {{QStringLiteral("x|y\\"), QStringLiteral("1\r\n2\n3")},
                         {QStringLiteral("<img> *b* _c_ [d](e) `f`"), QStringLiteral("&lt; ~g~")}}};
  EXPECT_EQ(toMarkdown(table),
            QStringLiteral("| a | b |\n"
                           "| --- | --- |\n"
                           "| x\\|y\\\\ | 1<br>2<br>3 |\n"
                           "| \\<img\\> \\*b\\* \\_c\\_ \\[d\\](e) \\`f\\` | \\&lt; \\~g\\~ |\n"));
}

}  // namespace
}  // namespace entente
