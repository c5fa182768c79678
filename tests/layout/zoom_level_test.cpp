// SPDX-License-Identifier: GPL-3.0-or-later
// Levels: the finest one that is not finer than the true scale.
#include "core/layout/zoom_level.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace entente {
namespace {

TEST(ZoomLevel, IsAHalfPowerOfTwo) {
  EXPECT_EQ(ZoomLevel{0}.secondsPerPixel(), 1);
  EXPECT_EQ(ZoomLevel{2}.secondsPerPixel(), 2);
  EXPECT_EQ(ZoomLevel{-6}.secondsPerPixel(), 0.125);
  EXPECT_EQ(ZoomLevel{100}.secondsPerPixel(), std::ldexp(1.0, 50));
  EXPECT_DOUBLE_EQ(ZoomLevel{5}.secondsPerPixel(), std::pow(2.0, 2.5));
  EXPECT_DOUBLE_EQ(ZoomLevel{-5}.secondsPerPixel(), std::pow(2.0, -2.5));
}

TEST(ZoomLevel, OfItsOwnLengthIsItself) {
  for (int halfPowers = -40; halfPowers <= 120; ++halfPowers) {
    const ZoomLevel level{halfPowers};
    EXPECT_EQ(zoomLevelFor(level.secondsPerPixel()), level);
    EXPECT_EQ(zoomLevelFor(std::nextafter(level.secondsPerPixel(), INFINITY)), ZoomLevel{halfPowers + 1});
  }
}

TEST(ZoomLevel, IsTheFinestThatIsAtLeastAsLong) {
  std::mt19937 random(20260101);
  std::uniform_real_distribution<double> exponent(-20, 60);
  for (int i = 0; i < 20'000; ++i) {
    const double seconds = std::exp2(exponent(random));
    const ZoomLevel level = zoomLevelFor(seconds);
    ASSERT_GE(level.secondsPerPixel(), seconds);
    ASSERT_LT(ZoomLevel{level.halfPowers - 1}.secondsPerPixel(), seconds);
  }
}

}  // namespace
}  // namespace entente
