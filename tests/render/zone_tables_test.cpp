// SPDX-License-Identifier: GPL-3.0-or-later
// Zones of the machine's own database, where history is known.
#include "app/render/zone_tables.h"

#include <gtest/gtest.h>

#include "core/time/civil.h"

namespace entente {
namespace {

Instant at(std::int64_t year, int month, int day, int hour) {
  return plusSeconds(startOfDay({year, month, day}), hour * 3600);
}

TEST(ZoneTables, KnowSummersAndWinters) {
  const auto amsterdam = zoneTableOf(QStringLiteral("Europe/Amsterdam"));
  ASSERT_NE(amsterdam, nullptr);
  EXPECT_EQ(amsterdam->offsetAt(at(2025, 6, 24, 12)), 7200);
  EXPECT_EQ(amsterdam->offsetAt(at(2025, 12, 24, 12)), 3600);
  EXPECT_EQ(amsterdam->offsetAt(at(2025, 3, 30, 0)), 3600);
  EXPECT_EQ(amsterdam->offsetAt(at(2025, 3, 30, 1)), 7200);
  EXPECT_EQ(amsterdam->offsetAt(at(2060, 7, 1, 0)), 7200) << "the rule goes on";
  const auto kolkata = zoneTableOf(QStringLiteral("Asia/Kolkata"));
  ASSERT_NE(kolkata, nullptr);
  EXPECT_EQ(kolkata->offsetAt(at(2025, 6, 24, 12)), 5 * 3600 + 1800);
}

TEST(ZoneTables, NamesThatNobodyKnowsAreNone) {
  EXPECT_EQ(zoneTableOf(QStringLiteral("Mars/Olympus")), nullptr);
  EXPECT_FALSE(isZone(QStringLiteral("Mars/Olympus")));
  EXPECT_EQ(zoneTableOf(QString()), nullptr);
  EXPECT_TRUE(isZone(QString()));
  EXPECT_TRUE(isZone(QStringLiteral("America/New_York")));
  EXPECT_EQ(zoneInWords(QStringLiteral("America/New_York")).toStdString(), "New York");
  EXPECT_EQ(zoneInWords(QString()).toStdString(), "UTC");
}

}  // namespace
}  // namespace entente
