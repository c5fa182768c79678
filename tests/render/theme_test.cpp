// SPDX-License-Identifier: GPL-3.0-or-later
// The themes' colours can be told apart by people with normal and with weak sight: contrasts are computed,
// not believed.
#include "app/render/theme.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace entente {
namespace {

class ThemeTest : public testing::TestWithParam<ThemeName> {
 protected:
  [[nodiscard]] const Theme& colors() const { return theme(GetParam()); }
};

TEST(ContrastTest, OfKnownPairs) {
  EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 1e-9);
  EXPECT_NEAR(contrast(Qt::white, Qt::black), 21.0, 1e-9);
  EXPECT_NEAR(contrast(Qt::red, Qt::red), 1.0, 1e-9);
  // Published values of the WCAG formula: #777777 on white is just too weak for text, #767676 is just enough.
  EXPECT_LT(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.5);
  EXPECT_GE(contrast(QColor(0x76, 0x76, 0x76), Qt::white), 4.5);
}

using Named = std::pair<std::string, QColor>;

std::vector<Named> grounds(const Theme& t) {
  return {{"canvas", t.canvas}, {"band", t.band}, {"header", t.header}, {"window", t.window}};
}

TEST_P(ThemeTest, TextCanBeReadWhereItStands) {
  const Theme& t = colors();
  for (const auto& [name, text] : std::vector<Named>{{"ink", t.ink},
                                                     {"ink2", t.ink2},
                                                     {"ink3", t.ink3},
                                                     {"accent", t.accent},
                                                     {"refuted", t.refuted}}) {
    for (const auto& [groundName, ground] : grounds(t))
      EXPECT_GE(contrast(text, ground), 4.5) << name << " on " << groundName;
  }
  EXPECT_GE(contrast(t.ink, t.selectedFill), 4.5);
  EXPECT_GE(contrast(t.ink2, t.selectedFill), 4.5);
  EXPECT_GE(contrast(t.accent, t.selectedFill), 4.5) << "the frame, and a link in what is selected";
  EXPECT_GE(contrast(t.refuted, t.selectedFill), 4.5);
  EXPECT_GE(contrast(t.ink, t.trackBar), 4.5);
  EXPECT_GE(contrast(t.ink2, t.trackBar), 4.5);
  EXPECT_GE(contrast(t.onAccent, t.accent), 4.5);
  EXPECT_GE(contrast(t.badgeInk, t.disputeFill), 4.5);
  EXPECT_GE(contrast(t.canvas, t.ink), 4.5) << "the today tag";
}

TEST_P(ThemeTest, MarksAndLinesStandOutWhereTheyAreDrawn) {
  const Theme& t = colors();
  for (const auto& [name, mark] : std::vector<Named>{{"summit", t.summit},
                                                     {"message", t.message},
                                                     {"pledge", t.pledge},
                                                     {"statement", t.statement},
                                                     {"ruling", t.ruling},
                                                     {"period", t.period},
                                                     {"figure", t.figure},
                                                     {"greyed", t.greyed},
                                                     {"dispute edge", t.disputeEdge},
                                                     {"accent", t.accent},
                                                     {"today and hover", t.ink}}) {
    for (const auto& [groundName, ground] : grounds(t))
      EXPECT_GE(contrast(mark, ground), 3.0) << name << " on " << groundName;
    if (name != "dispute edge" && name != "greyed") {
      EXPECT_GE(contrast(mark, t.selectedFill), 3.0) << name << " selected";
    }
  }
  EXPECT_GE(contrast(t.period, t.trackBar), 3.0) << "the tick where an office begins";
}

TEST_P(ThemeTest, DensityGrowsAwayFromTheCanvas) {
  const Theme& t = colors();
  double before = 1;
  for (const std::uint32_t count : {1U, 3U, 10U, 40U, 200U, 1'000U}) {
    const double now = contrast(densityColor(t, count, 1'000), t.canvas);
    EXPECT_GT(now, before) << count;
    before = now;
  }
  EXPECT_EQ(densityColor(t, 1, 1'000), t.densityRamp.front());
  EXPECT_EQ(densityColor(t, 1'000, 1'000), t.densityRamp.back());
  EXPECT_EQ(densityColor(t, 10, 1'000), t.densityRamp[1]) << "logarithmic";
  EXPECT_EQ(densityColor(t, 1, 1), t.densityRamp.front());
}

TEST_P(ThemeTest, PaletteHasTextThatCanBeReadInEveryRole) {
  const QPalette p = palette(colors());
  const std::vector<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs = {
      {QPalette::WindowText, QPalette::Window},
      {QPalette::Text, QPalette::Base},
      {QPalette::Text, QPalette::AlternateBase},
      {QPalette::ButtonText, QPalette::Button},
      {QPalette::HighlightedText, QPalette::Highlight},
      {QPalette::ToolTipText, QPalette::ToolTipBase},
      {QPalette::Link, QPalette::Base},
      {QPalette::Link, QPalette::Window},
      {QPalette::LinkVisited, QPalette::Base},
      {QPalette::BrightText, QPalette::Window},
      {QPalette::PlaceholderText, QPalette::Base},
      {QPalette::PlaceholderText, QPalette::Window}};
  for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
    for (const auto& [text, ground] : pairs)
      EXPECT_GE(contrast(p.color(group, text), p.color(group, ground)), 4.5) << text << " on " << ground;
  }
  EXPECT_EQ(p.color(QPalette::Highlight), colors().accent);
  EXPECT_NE(p.color(QPalette::Disabled, QPalette::Text), p.color(QPalette::Active, QPalette::Text));
}

INSTANTIATE_TEST_SUITE_P(All, ThemeTest,
                         testing::Values(ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast));

}  // namespace
}  // namespace entente
