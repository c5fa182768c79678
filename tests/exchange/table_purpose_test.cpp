// SPDX-License-Identifier: GPL-3.0-or-later
// Figures or events: by what is in the table.
#include "core/exchange/table_purpose.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

bool figures(const char* csv) {
  const auto grid = readCsvGrid(csv);
  EXPECT_TRUE(grid.has_value());
  return looksLikeFigures(*grid);
}

TEST(TablePurpose, FiguresAreOfStatesAndYears) {
  EXPECT_TRUE(figures("Entity,Code,Year,Military expenditure (% of GDP)\nItaly,ITA,2020,1.5\nFrance,FRA,2020,2\n"));
  EXPECT_TRUE(figures("Country,Year,Value\nItaly,2020,1.5\nFrance,2020,2\n"));
  EXPECT_TRUE(figures(",2019,2020\nItaly,1.2,1.5\nFrance,1.9,2\n"));
}

TEST(TablePurpose, EventsAreNot) {
  EXPECT_FALSE(figures("Year,Country,Event\n1914,Italy,Neutral\n1915,Italy,War\n"));
  EXPECT_FALSE(figures("Date,Title\n1914,A\n"));
  EXPECT_FALSE(figures("year_label,year_numeric,tooltip\n1945,1945,\"Eight million\"\n1944,1944,\"Seven\"\n"));
  EXPECT_FALSE(figures("Year,Title,Deaths\n1914,Italy,12\n1915,France,13\n"));
}

}  // namespace
}  // namespace entente
