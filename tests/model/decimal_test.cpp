// SPDX-License-Identifier: GPL-3.0-or-later
// Decimals keep their text to the letter; what is no published decimal is refused.
#include "core/model/decimal.h"

#include <gtest/gtest.h>

#include <utility>

namespace entente {
namespace {

TEST(Decimal, KeepsTheTextAndDerivesTheNumber) {
  const std::pair<const char*, double> cases[] = {
      {"0", 0},   {"2", 2},     {"2.35", 2.35},      {"2.10", 2.1}, {"-149.806", -149.806},
      {"007", 7}, {"-0", -0.0}, {"14.4435", 14.4435}};
  for (const auto& [text, value] : cases) {
    const auto decimal = Decimal::parse(text);
    ASSERT_TRUE(decimal.has_value()) << text;
    EXPECT_EQ(decimal->text, text);
    EXPECT_DOUBLE_EQ(decimal->value, value);
  }
}

TEST(Decimal, RefusesWhatIsNoPublishedDecimal) {
  for (const char* text : {"", "-", ".", "2.", ".5", "+2", "1e3", "1,5", "1 000", " 2", "2 ", "0x10", "nan",
                           "inf", "--2", "2.3.4", "1234567890123456789012345678901"}) {
    const auto decimal = Decimal::parse(text);
    ASSERT_FALSE(decimal.has_value()) << text;
    EXPECT_EQ(decimal.error().kind, ErrorKind::Invalid);
    EXPECT_NE(decimal.error().message.find(text), std::string::npos) << "the message shows what was given";
  }
}

TEST(Decimal, IsEqualByText) {
  EXPECT_EQ(*Decimal::parse("2.1"), *Decimal::parse("2.1"));
  EXPECT_FALSE(*Decimal::parse("2.1") == *Decimal::parse("2.10"));
}

TEST(CompareAmounts, GoesByWhatTheySayNotByHowManyFigures) {
  const auto order = [](const char* a, const char* b) {
    return compareAmounts(*Decimal::parse(a), *Decimal::parse(b));
  };
  EXPECT_EQ(order("2.10", "2.1"), std::strong_ordering::equal);
  EXPECT_EQ(order("002", "2.000"), std::strong_ordering::equal);
  EXPECT_EQ(order("-0.0", "0"), std::strong_ordering::equal);
  EXPECT_EQ(order("1.995", "2"), std::strong_ordering::less);
  EXPECT_EQ(order("10", "9.99"), std::strong_ordering::greater);
  EXPECT_EQ(order("2.1", "2.09"), std::strong_ordering::greater);
  EXPECT_EQ(order("-2.1", "-2"), std::strong_ordering::less);
  EXPECT_EQ(order("-1", "0.5"), std::strong_ordering::less);
  // Both are the same double.
  EXPECT_EQ(order("1.9999999999999999999", "2"), std::strong_ordering::less);
}

}  // namespace
}  // namespace entente
