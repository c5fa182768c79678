// SPDX-License-Identifier: GPL-3.0-or-later
// The three formats: what is taken, what is refused and why, and what is asked before anything is taken.
#include "core/exchange/figure_import.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Lines = std::vector<std::string>;

FigureImport import(std::string_view csv, FigureOptions options) {
  const auto grid = readCsvGrid(csv);
  EXPECT_TRUE(grid);
  return readFigures(*grid, options);
}

FigureImport import(std::string_view csv, FigureFormat format) {
  FigureOptions options;
  options.format = format;
  return import(csv, options);
}

/// "ALB 2014 1.35", an estimate with "e".
Lines figuresOf(const FigureImport& found) {
  Lines lines;
  for (const ImportedFigure& figure : found.figures) {
    const NamedActor& actor = found.actors[figure.actor];
    lines.push_back(fmt::format("{} {} {}{}", actor.isGroup ? actor.slug : actor.code, figure.year,
                                figure.value.text, figure.estimate ? "e" : ""));
  }
  return lines;
}

Lines refusalsOf(const FigureImport& found) {
  Lines lines;
  for (const TableNote& note : found.refusals)
    lines.push_back(fmt::format("{}:{}: {}", note.place.line, note.place.column, note.text));
  return lines;
}

Lines remarksOf(const FigureImport& found) {
  Lines lines;
  for (const TableNote& note : found.remarks)
    lines.push_back(note.text);
  return lines;
}

std::string asked(const FigureImport& found) {
  return found.questions.size() == 1 ? found.questions.front().reason
                                     : fmt::format("{} questions", found.questions.size());
}

constexpr const char* kNato =
    "Table 3 : Defence expenditure as a share of GDP and annual real change,,,,\n"
    "(based on 2021 prices),,,,\n"
    ",2014,2023,2024e,2025e\n"
    "Share of real GDP (%),,,,\n"
    "Albania*,1.35,1.75,1.70,2.01\n"
    "Czech Republic,0.94,1.37,2.09,2.00\n"
    "Iceland,-,-,-,-\n"
    "Ruritania,1.0,2.0,3.0,4.0\n"
    "Sweden**,1.14,..,2.25,2.51\n"
    "NATO Europe and Canada,1.43,1.76,2.00,2.27\n"
    "NATO Total,2.58,2.52,2.71,2.76\n"
    "Annual real change (%),,,,\n"
    "Albania*,3.1,20.1,9.1,10.0\n"
    "Notes: Figures for 2024 and 2025 are estimates.,,,,\n"
    "* Defence expenditure does not include pensions.,,,,\n";

TEST(NatoFigures, BlocksEstimatesFootnotesGroupsAndDashes) {
  const FigureImport found = import(kNato, FigureFormat::Nato);
  EXPECT_THAT(found.questions, IsEmpty());
  EXPECT_EQ(found.metric, SpendingMetric::PercentOfGdp);
  EXPECT_TRUE(found.metricWasRead);
  EXPECT_EQ(figuresOf(found),
            (Lines{"ALB 2014 1.35", "ALB 2023 1.75", "ALB 2024 1.70e", "ALB 2025 2.01e", "CZE 2014 0.94",
                   "CZE 2023 1.37", "CZE 2024 2.09e", "CZE 2025 2.00e", "SWE 2014 1.14", "SWE 2024 2.25e",
                   "SWE 2025 2.51e", "nato-europe-canada 2014 1.43", "nato-europe-canada 2023 1.76",
                   "nato-europe-canada 2024 2.00e", "nato-europe-canada 2025 2.27e", "nato-total 2014 2.58",
                   "nato-total 2023 2.52", "nato-total 2024 2.71e", "nato-total 2025 2.76e"}));
  EXPECT_EQ(found.emptyCells, 5U);
  EXPECT_EQ(refusalsOf(found),
            (Lines{"8:1: 'Ruritania' is neither a state nor a group of states that is known"}));
  EXPECT_EQ(refusedRows(found), 1U);
  EXPECT_THAT(remarksOf(found),
              ::testing::Contains(
                  "the figures of 1 row under 'Annual real change' measure something else and are left out"));
  EXPECT_EQ(found.figures.front().place, (TablePlace{5, 10}));
}

TEST(NatoFigures, OneOfSeveralMetricsIsAskedFor) {
  constexpr const char* kTable =
      "Table 2 : Defence expenditure\nMillion US dollars\n,2024e,2025e\n"
      "Current prices and exchange rates,,\nItaly,35675,45325\n"
      "Constant 2021 prices and exchange rates,,\nItaly,33500,41000\n";
  FigureOptions options;
  options.format = FigureFormat::Nato;
  EXPECT_THAT(asked(import(kTable, options)), HasSubstr("usd_bn and usd2021_bn"));
  options.metric = SpendingMetric::Usd2021Billion;
  EXPECT_THAT(asked(import(kTable, options)), HasSubstr("in millions"));
  options.unit = MoneyUnit::Million;
  EXPECT_EQ(figuresOf(import(kTable, options)), (Lines{"ITA 2024 33.500e", "ITA 2025 41.000e"}));
  options.metric = SpendingMetric::PercentOfGdp;
  EXPECT_THAT(asked(import(kTable, options)), HasSubstr("nothing that can be imported"));
}

TEST(NatoFigures, BlocksBesideEachOther) {
  constexpr const char* kTable =
      "Defence expenditure,,,,\n,Share of GDP (%),,Annual real change "
      "(%),\n,2014,2015,2014,2015\nItaly,1.14,1.07,-5,-2\n";
  const FigureImport found = import(kTable, FigureFormat::Nato);
  EXPECT_EQ(figuresOf(found), (Lines{"ITA 2014 1.14", "ITA 2015 1.07"}));
}

TEST(NatoFigures, EquipmentUnderItsHeading) {
  constexpr const char* kTable =
      "Distribution of defence expenditure by main category (percentage of total),,\n,2024,2025e\n"
      "Equipment (a),,\nItaly,22.1,23.0\nPersonnel (b),,\nItaly,60.2,59.1\n";
  const FigureImport found = import(kTable, FigureFormat::Nato);
  EXPECT_EQ(found.metric, SpendingMetric::EquipmentSharePercent);
  EXPECT_EQ(figuresOf(found), (Lines{"ITA 2024 22.1", "ITA 2025 23.0e"}));
}

constexpr const char* kOwid =
    "Entity,Code,Year,Military expenditure (% of GDP)\n"
    "Germany,DEU,2022,1.3876209\n"
    "World,OWID_WRL,2023,2.3\n"
    "Africa (WB),,2023,1.6e+00\n"
    "Kosovo,OWID_KOS,2023,1.2\n"
    "High-income countries,OWID_HIC,2023,2.4\n"
    "Some region,OWID_ABC,2023,2.5\n"
    "Ruritania,,2023,9\n"
    "Germany,FRA,2023,2\n"
    "Italy,ITA,23,2\n"
    "Spain,ESP,2023,\n"
    "France,FRA,2023,many\n";

TEST(OwidFigures, CodesAggregatesAndRefusals) {
  const FigureImport found = import(kOwid, FigureFormat::Owid);
  EXPECT_THAT(found.questions, IsEmpty());
  EXPECT_EQ(figuresOf(found), (Lines{"DEU 2022 1.3876209", "world 2023 2.3", "africa-wb 2023 1.6",
                                     "XKX 2023 1.2", "high-income 2023 2.4", "some-region 2023 2.5"}));
  EXPECT_EQ(refusalsOf(found),
            (Lines{"8:1: 'Ruritania' is neither a state nor a group of states that is known",
                   "9:1: 'Germany' and the code 'FRA' are not the same state", "10:11: '23' is not a year",
                   "12:17: 'many' is not a number"}));
  EXPECT_EQ(found.emptyCells, 1U);
}

TEST(OwidFigures, OneOfSeveralColumns) {
  constexpr const char* kTable =
      "Entity,Code,Year,Population,Military expenditure (% of GDP),Region\n"
      "Germany,DEU,2022,83000000,1.39,Europe\n";
  EXPECT_EQ(figuresOf(import(kTable, FigureFormat::Owid)), (Lines{"DEU 2022 1.39"}));
  constexpr const char* kUnclear = "Entity,Code,Year,a,b\nGermany,DEU,2022,83,1.39\n";
  FigureOptions options;
  options.format = FigureFormat::Owid;
  options.metric = SpendingMetric::PercentOfGdp;
  EXPECT_EQ(asked(import(kUnclear, options)), "The table has several columns of figures: 'a', 'b'.");
  options.columns.value = "B";
  EXPECT_EQ(figuresOf(import(kUnclear, options)), (Lines{"DEU 2022 1.39"}));
  options.columns.value = "c";
  EXPECT_EQ(asked(import(kUnclear, options)), "The table has no column 'c'.");
}

TEST(PlainFigures, LongWithAColumnOfEstimates) {
  FigureOptions options;
  options.metric = SpendingMetric::PercentOfGdp;
  options.columns = *FigureColumns::parse("state=Land, year=Jahr, value=Anteil, in Prozent, estimate=e?");
  EXPECT_EQ(options.columns.value, "Anteil, in Prozent");
  const FigureImport found = import(
      "Land;Jahr;Anteil, in Prozent;e?\nUK;2023;2,28;\nUS;2024;3,38;yes\nUS;2025;3,2;perhaps\n", options);
  EXPECT_EQ(figuresOf(found), (Lines{"GBR 2023 2.28", "USA 2024 3.38e"}));
  EXPECT_EQ(refusalsOf(found), (Lines{"4:13: 'perhaps' does not say whether the figure is an estimate"}));
}

TEST(PlainFigures, WideWithoutAMap) {
  const FigureImport found = import(
      "Military expenditure as a share of GDP (%)\nCountry\t2023\t2024e\nKorea\t2.8\t2.6\n"
      "Turkey\t1.5\t-\n",
      FigureFormat::Table);
  EXPECT_EQ(found.metric, SpendingMetric::PercentOfGdp);
  EXPECT_EQ(figuresOf(found), (Lines{"KOR 2023 2.8", "KOR 2024 2.6e", "TUR 2023 1.5"}));
}

TEST(PlainFigures, ColumnsThatAreNotThere) {
  FigureOptions options;
  options.columns.state = "Land";
  EXPECT_THAT(import("Country,Year,Value\nItaly,2020,1.5\n", options).questions.front().reason,
              HasSubstr("No row of the table has titles"));
  EXPECT_FALSE(FigureColumns::parse("country=Land"));
  EXPECT_FALSE(FigureColumns::parse("state="));
  EXPECT_FALSE(FigureColumns::parse("Land"));
}

TEST(PlainFigures, MetricsAreNotGuessed) {
  EXPECT_EQ(asked(import("Country,Year,Spending\nItaly,2020,1.5\n", FigureFormat::Table)),
            "It is not clear what 'Spending' measures.");
  EXPECT_THAT(asked(import("Country,Year,Exports (% of GDP)\nItaly,2020,30\n", FigureFormat::Table)),
              HasSubstr("not clear"));
  EXPECT_THAT(asked(import("Country,Year,Military spending (constant 2015 US$ billion)\nItaly,2020,30\n",
                           FigureFormat::Table)),
              HasSubstr("not clear"));
}

TEST(PlainFigures, WhatNoSpendingIsIsRefused) {
  FigureOptions options;
  options.format = FigureFormat::Table;
  options.metric = SpendingMetric::PercentOfGdp;
  const FigureImport found =
      import("State,Year,Value\nGreece,2024,-4\nSpain,2024,1000.5\nPoland,2024,4.1\n", options);
  EXPECT_EQ(figuresOf(found), (Lines{"POL 2024 4.1"}));
  EXPECT_EQ(refusalsOf(found).size(), 2u);
}

TEST(PlainFigures, OfTwoColumnsWithOneTitleNoneIsGuessed) {
  FigureOptions options;
  options.format = FigureFormat::Table;
  options.metric = SpendingMetric::PercentOfGdp;
  options.columns.value = "Spending";
  const FigureImport found = import("State,Year,Spending,Spending\nGreece,2024,3.1,2.9\n", options);
  EXPECT_TRUE(found.figures.empty());
  EXPECT_NE(asked(found).find("Two columns"), std::string::npos) << asked(found);
}

TEST(Fractions, AreNoticedAndNotGuessed) {
  constexpr const char* kTable =
      "Country,Year,Defence spending (% of GDP)\nFrance,2020,0.0206\nFrance,2021,0.0190\nItaly,2021,0\n";
  FigureOptions options;
  EXPECT_THAT(asked(import(kTable, options)),
              HasSubstr("2 of 2 values are 0.25 or less (the greatest is 0.0206)"));
  options.values = PercentValues::Fraction;
  EXPECT_EQ(figuresOf(import(kTable, options)), (Lines{"FRA 2020 2.06", "FRA 2021 1.90", "ITA 2021 0"}));
  options.values = PercentValues::Percent;
  EXPECT_EQ(figuresOf(import(kTable, options)), (Lines{"FRA 2020 0.0206", "FRA 2021 0.0190", "ITA 2021 0"}));
}

TEST(Fractions, OneGreatValueAmongManySmallOnes) {
  std::string table = "Country,Year,Defence spending (% of GDP)\nUkraine,2023,0.3665\n";
  for (int year = 2000; year < 2020; ++year)
    table += fmt::format("Italy,{},0.015\n", year);
  EXPECT_THAT(asked(import(table, FigureFormat::Table)), HasSubstr("20 of 21 values"));
  EXPECT_THAT(
      import("Country,Year,Defence spending (% of GDP)\nItaly,2020,0.2%\n", FigureFormat::Table).questions,
      IsEmpty())
      << "a percent sign leaves no doubt";
}

TEST(Millions, AreConvertedOnlyWhenSaid) {
  constexpr const char* kTable =
      "Country,Year,\"Military expenditure, million current US$\"\nAlbania,2020,183.20\n";
  FigureOptions options;
  EXPECT_THAT(asked(import(kTable, options)), HasSubstr("in millions"));
  options.unit = MoneyUnit::Million;
  const FigureImport found = import(kTable, options);
  EXPECT_EQ(figuresOf(found), (Lines{"ALB 2020 0.18320"}));
  EXPECT_THAT(remarksOf(found),
              ::testing::Contains("The values are millions of dollars; they are divided by 1,000."));
}

TEST(Millions, OrPlainDollarsWithoutAWord) {
  constexpr const char* kTable = "Country,Year,Value\nUnited States,2023,916014689000\n";
  FigureOptions options;
  options.metric = SpendingMetric::UsdBillion;
  EXPECT_THAT(asked(import(kTable, options)), HasSubstr("more billions of dollars than all states"));
  options.unit = MoneyUnit::Dollar;
  EXPECT_EQ(figuresOf(import(kTable, options)), (Lines{"USA 2023 916.014689000"}));
}

TEST(Commas, AreSettledByTheTableOrAskedFor) {
  FigureOptions options;
  options.metric = SpendingMetric::UsdBillion;
  options.unit = MoneyUnit::Million;
  EXPECT_EQ(figuresOf(import("Country;2023\nItaly;35,675\nUS;916,015.5\n", options)),
            (Lines{"ITA 2023 35.675", "USA 2023 916.0155"}));
  const FigureImport unclear = import("Country;2023\nItaly;35,675\n", options);
  EXPECT_THAT(asked(unclear), HasSubstr("may part thousands or decimals"));
  options.decimal = DecimalMark::Comma;
  EXPECT_EQ(figuresOf(import("Country;2023\nItaly;35,675\n", options)), (Lines{"ITA 2023 0.035675"}));
}

TEST(Twins, SameValueIsARemarkAnotherARefusal) {
  FigureOptions options;
  options.metric = SpendingMetric::PercentOfGdp;
  const FigureImport found = import(
      "Country,Year,Value\nTurkey,2020,1.5\nT\u00FCrkiye,2020,1.50\nTUR,2020,1.6\nItaly,2020,1.4\n", options);
  EXPECT_EQ(figuresOf(found), (Lines{"TUR 2020 1.5", "ITA 2020 1.4"}));
  EXPECT_EQ(refusalsOf(found), (Lines{"4:10: Turkey 2020 is 1.6 here, and 1.5 in row 2"}));
  EXPECT_THAT(remarksOf(found), ElementsAre("Turkey 2020 stands in row 2 already, with the same value"));
}

TEST(Rows, ThatAreNoCsvAreRefusedWithTheRest) {
  FigureOptions options;
  options.metric = SpendingMetric::PercentOfGdp;
  const FigureImport found = import("Country,Year,Value\nItaly,2020,1.4\nC\xF4te,2020,1\n", options);
  EXPECT_EQ(figuresOf(found), (Lines{"ITA 2020 1.4"}));
  EXPECT_EQ(refusalsOf(found), (Lines{"3:2: the byte 0xF4 is not UTF-8"}));
}

TEST(Formats, AreToldApartByTheirHeads) {
  const auto guess = [](std::string_view csv) { return guessFormat(*readCsvGrid(csv)); };
  EXPECT_EQ(guess(kOwid), FigureFormat::Owid);
  EXPECT_EQ(guess(kNato), FigureFormat::Nato);
  EXPECT_EQ(guess("Country,Year,Value\nItaly,2020,1\n"), FigureFormat::Table);
  EXPECT_EQ(guess("Country,2020,2021\nItaly,1,2\n"), FigureFormat::Table);
  EXPECT_EQ(guess(""), FigureFormat::Table);
}

TEST(Formats, AnythingIsReadAsAnyOfThem) {
  for (const char* text : {"", "\n", "x", ",,,\n", "2014", "2014,2015\n", "Entity,Year\n",
                           "Entity,Code,Year,v\n,,,\n", "Country,2014\n,1\n", "a\n2014,2015\nb\n"}) {
    for (const FigureFormat format : {FigureFormat::Owid, FigureFormat::Nato, FigureFormat::Table})
      EXPECT_FALSE(import(text, format).questions.empty()) << text;
  }
}

}  // namespace
}  // namespace entente
