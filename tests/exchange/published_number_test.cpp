// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as they are printed, and moving their points.
#include "core/exchange/published_number.h"

#include <gtest/gtest.h>

#include <string>

#include "core/exchange/published_text.h"

namespace entente {
namespace {

std::string read(std::string_view cell, DecimalMark mark = DecimalMark::Unknown) {
  const NumberReading reading = readPublishedNumber(cell, mark);
  if (!reading.number)
    return reading.problem == NumberProblem::Ambiguous ? "ambiguous"
           : reading.problem == NumberProblem::TooLong ? "too long"
                                                       : "none";
  return reading.number->text + (reading.number->percent ? " percent" : "") +
         (reading.number->estimate ? " estimate" : "");
}

TEST(PublishedNumber, StaysAsItWasPublished) {
  EXPECT_EQ(read("2.10"), "2.10");
  EXPECT_EQ(read("-0.5"), "-0.5");
  EXPECT_EQ(read("916015"), "916015");
  EXPECT_FALSE(readPublishedNumber("2.10", DecimalMark::Unknown).number->rewritten);
}

TEST(PublishedNumber, CommasAndPoints) {
  EXPECT_EQ(read("2,35"), "2.35");
  EXPECT_EQ(read("1,234.5"), "1234.5");
  EXPECT_EQ(read("1.234,5"), "1234.5");
  EXPECT_EQ(read("1,234,567"), "1234567");
  EXPECT_EQ(read("1,234"), "ambiguous");
  EXPECT_EQ(read("1,234", DecimalMark::Point), "1234");
  EXPECT_EQ(read("1,234", DecimalMark::Comma), "1.234");
  EXPECT_EQ(read("1.234"), "1.234");
  EXPECT_EQ(read("1.234", DecimalMark::Comma), "1234");
  EXPECT_EQ(read("1,23,4.5"), "none");
}

TEST(PublishedNumber, SpacesMarksAndSigns) {
  EXPECT_EQ(read("1 234.5"), "1234.5");
  EXPECT_EQ(read("1\xC2\xA0"
                 "234\xE2\x80\xAF"
                 "567"),
            "1234567");
  EXPECT_EQ(read("12 34"), "none");
  EXPECT_EQ(read("\xE2\x88\x92"
                 "2.5"),
            "-2.5");
  EXPECT_EQ(read("2.35 %"), "2.35 percent");
  EXPECT_EQ(read("2.1e"), "2.1 estimate");
  EXPECT_EQ(read("2.1*"), "2.1");
  EXPECT_EQ(read(".5"), "0.5");
}

TEST(PublishedNumber, Exponents) {
  EXPECT_EQ(read("1.2e-05"), "0.000012");
  EXPECT_EQ(read("9.16015E+11"), "916015000000");
  EXPECT_EQ(read("1e99"), "none");
  EXPECT_EQ(read("1e35"), "too long");
}

TEST(PublishedNumber, WhatIsNone) {
  for (const char* text :
       {"", "n/a", "e", "%", "abc", "1.2.3", "--1", "2014-15", "0x10", "inf", "nan", ",", "."})
    EXPECT_EQ(read(text), "none") << text;
  EXPECT_EQ(read("1234567890123456789012345678901"), "too long");
  EXPECT_EQ(read(std::string(1'000'000, '1')), "none");
}

TEST(PublishedNumber, WhatACellGivesAway) {
  EXPECT_EQ(decimalMarkOf("2,35"), DecimalMark::Comma);
  EXPECT_EQ(decimalMarkOf("2.35"), DecimalMark::Point);
  EXPECT_EQ(decimalMarkOf("1,234,567"), DecimalMark::Point);
  EXPECT_EQ(decimalMarkOf("1,234"), DecimalMark::Unknown);
  EXPECT_EQ(decimalMarkOf("Italy"), DecimalMark::Unknown);
}

TEST(Shifted, MovesThePointAndNothingElse) {
  EXPECT_EQ(shifted("183.20", -3)->text, "0.18320");
  EXPECT_EQ(shifted("916015", -3)->text, "916.015");
  EXPECT_EQ(shifted("0.0210", 2)->text, "2.10");
  EXPECT_EQ(shifted("-0.5", 2)->text, "-50");
  EXPECT_EQ(shifted("2", 2)->text, "200");
  EXPECT_EQ(shifted("0", -3)->text, "0.000");
  EXPECT_EQ(shifted("7", 0)->text, "7");
  EXPECT_FALSE(shifted("1.5", -40));
}

TEST(Shifted, ThereAndBackIsTheSameNumber) {
  for (const char* text : {"1", "0.5", "12.34", "100", "0.001", "-7.25"}) {
    for (int places = -9; places <= 9; ++places)
      EXPECT_EQ(shifted(shifted(text, places)->text, -places)->value, Decimal::parse(text)->value)
          << text << places;
  }
}

TEST(PublishedText, FootnotesAndMissingValues) {
  EXPECT_EQ(withoutFootnotes("Albania*"), "Albania");
  EXPECT_EQ(withoutFootnotes("Sweden **"), "Sweden");
  EXPECT_EQ(withoutFootnotes("Finland (a)"), "Finland");
  EXPECT_EQ(withoutFootnotes("Germany 1)"), "Germany");
  EXPECT_EQ(withoutFootnotes("T\u00FCrkiye\u00B2"), "T\u00FCrkiye");
  EXPECT_EQ(withoutFootnotes("Congo (DRC)"), "Congo (DRC)");
  EXPECT_EQ(withoutFootnotes("***"), "");
  for (const char* text : {"", "-", "\u2013", "..", "...", "\u2026", "n/a", "NA", " - "})
    EXPECT_TRUE(isMissing(text)) << text;
  EXPECT_FALSE(isMissing("0"));
  EXPECT_EQ(slugOf("NATO: D\u00E9fense, 2014-2025 (e)", 100), "nato-defense-2014-2025-e");
  EXPECT_EQ(slugOf("data.csv", 100), "data-csv");
  EXPECT_EQ(slugOf("\u041D\u0410\u0422\u041E", 100), "");
}

}  // namespace
}  // namespace entente
