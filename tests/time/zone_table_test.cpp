// SPDX-License-Identifier: GPL-3.0-or-later
// Wall clocks: put forward, put back, and there and back again at every other moment.
#include "core/time/zone_table.h"

#include <gtest/gtest.h>

#include "core/time/civil.h"

namespace entente {
namespace {

constexpr std::int32_t kHour = 3600;

Instant at(int month, int day, int hour, int minute = 0) {
  return plusSeconds(startOfDay({2025, month, day}), hour * 3600 + minute * 60);
}

/// Amsterdam in 2025: one hour ahead, two from 30 March 01:00 to 26 October 01:00 UTC.
ZoneTable amsterdam() {
  return {kHour, {{at(3, 30, 1), 2 * kHour}, {at(10, 26, 1), kHour}}};
}

TEST(ZoneTable, OffsetsHoldFromTheirStepOn) {
  const ZoneTable zone = amsterdam();
  EXPECT_EQ(zone.offsetAt(at(1, 1, 0)), kHour);
  EXPECT_EQ(zone.offsetAt(plusSeconds(at(3, 30, 1), -1)), kHour);
  EXPECT_EQ(zone.offsetAt(at(3, 30, 1)), 2 * kHour);
  EXPECT_EQ(zone.wallClock(at(6, 24, 10)), at(6, 24, 12));
  EXPECT_EQ(zone.offsetAt(kEndOfTime), kHour);
  EXPECT_EQ(zone.wallClock(kEndOfTime), kEndOfTime);
}

TEST(ZoneTable, WhatTheClockNeverShowedIsTheMomentItWasPutForward) {
  const ZoneTable zone = amsterdam();
  EXPECT_EQ(zone.utc(at(3, 30, 1, 59)), at(3, 30, 0, 59));
  EXPECT_EQ(zone.utc(at(3, 30, 2)), at(3, 30, 1));
  EXPECT_EQ(zone.utc(at(3, 30, 2, 30)), at(3, 30, 1));
  EXPECT_EQ(zone.utc(at(3, 30, 3)), at(3, 30, 1));
  EXPECT_EQ(zone.utc(at(3, 30, 4)), at(3, 30, 2));
}

TEST(ZoneTable, WhatTheClockShowedTwiceIsTheFirstTime) {
  const ZoneTable zone = amsterdam();
  EXPECT_EQ(zone.utc(at(10, 26, 2, 30)), at(10, 26, 0, 30));
  EXPECT_EQ(zone.utc(at(10, 26, 3)), at(10, 26, 2));
}

TEST(ZoneTable, ThereAndBackAgain) {
  for (const ZoneTable& zone :
       {amsterdam(), ZoneTable(-5 * kHour, {{at(3, 9, 7), -4 * kHour}, {at(11, 2, 6), -5 * kHour}}),
        ZoneTable(5 * kHour + 1800, {})}) {
    for (Instant utc = at(1, 1, 0); utc < at(12, 31, 0); utc = plusSeconds(utc, 1800)) {
      const Instant back = zone.utc(zone.wallClock(utc));
      // The second time that the clock shows an hour is read as the first.
      ASSERT_TRUE(back == utc ||
                  (back == plusSeconds(utc, -kHour) && zone.wallClock(back) == zone.wallClock(utc)))
          << utc.seconds;
    }
  }
}

}  // namespace
}  // namespace entente
