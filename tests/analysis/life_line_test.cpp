// SPDX-License-Identifier: GPL-3.0-or-later
// LifeLine: cells, their order, what is measured from where; the message of 24 June 2025.
#include "core/analysis/life_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/analysis/built_in.h"

namespace entente {
namespace {

using test::builtIn;

Stage stage(StageKind kind, const char* when, const char* uid = "s") {
  Stage made;
  made.uid = StageUid(uid);
  made.stage = kind;
  if (*when) made.when = *FuzzyDate::parse(when);
  return made;
}

/// "2025-06-24: sent received; 2025-06-25: confirmed", with "*" where all hours are known.
std::string shape(const LifeLine& line) {
  std::string text;
  for (const LifeLineCell& cell : line.cells) {
    if (!text.empty()) text += "; ";
    text += cell.when.edtf() + (cell.hoursKnown ? "*:" : ":");
    for (const LifeLineStop& stop : cell.stops)
      text += " " + std::string(wordOf(stop.stage.stage));
  }
  for (const Stage& undated : line.undated)
    text += " | " + std::string(wordOf(undated.stage));
  return text;
}

std::vector<Stage> stagesOf(const char* message) {
  std::vector<Stage> stages;
  std::ranges::copy_if(builtIn().stages, std::back_inserter(stages),
                       [&](const Stage& one) { return one.message.value == message; });
  return stages;
}

TEST(LifeLine, TheMessageOnTheWayToTheHague) {
  const LifeLine line = lifeLineOf(stagesOf("msg-rutte-trump-2025-06-24"));
  EXPECT_EQ(shape(line), "2025-06-24: sent received published confirmed; 2025-06-25: confirmed");
  ASSERT_TRUE(line.untilPublic.has_value());
  EXPECT_TRUE(line.untilPublic->sameDay);
  EXPECT_EQ(line.publicBy, StageKind::Published);
  EXPECT_EQ(line.cells[0].stops[0].sinceFirst, std::nullopt);
  EXPECT_EQ(line.cells[0].stops[2].sinceFirst->days, 0);
  EXPECT_EQ(line.cells[1].stops[0].sinceFirst->days, 1);
}

TEST(LifeLine, OfNothingIsNothing) {
  const LifeLine line = lifeLineOf({});
  EXPECT_TRUE(line.cells.empty());
  EXPECT_TRUE(line.undated.empty());
  EXPECT_EQ(line.untilPublic, std::nullopt);
  EXPECT_EQ(line.publicBy, std::nullopt);
}

TEST(LifeLine, PutsStagesInOrder) {
  const LifeLine line =
      lifeLineOf({stage(StageKind::Archived, "2030"), stage(StageKind::Published, "2025-06-26"),
                  stage(StageKind::Received, "2025-06-24"), stage(StageKind::Deleted, ""),
                  stage(StageKind::Sent, "2025-06-24")});
  EXPECT_EQ(shape(line), "2025-06-24: sent received; 2025-06-26: published; 2030: archived | deleted");
  EXPECT_EQ(line.untilPublic->days, 2);
}

TEST(LifeLine, ACellIsADayOrOneExpression) {
  EXPECT_EQ(
      shape(lifeLineOf({stage(StageKind::Forwarded, "2019-12/2020-06"),
                        stage(StageKind::Sent, "2019-12/2020-06"), stage(StageKind::Received, "2019-12")})),
      "2019-12: received; 2019-12/2020-06: sent forwarded");
  // A doubtful day and the day itself are two things.
  EXPECT_EQ(
      shape(lifeLineOf({stage(StageKind::Sent, "2026-01-19?"), stage(StageKind::Received, "2026-01-19")}))
              .find(';') != std::string::npos,
      true);
}

TEST(LifeLine, TimesShareTheDayThatIsWritten) {
  EXPECT_EQ(shape(lifeLineOf({stage(StageKind::Received, "2026-01-18T16:15+01:00"),
                              stage(StageKind::Sent, "2026-01-18T15:48+01:00")})),
            "2026-01-18*: sent received");
  EXPECT_EQ(shape(lifeLineOf(
                {stage(StageKind::Received, "2026-01-18"), stage(StageKind::Sent, "2026-01-18T15:48Z")})),
            "2026-01-18: sent received");
  EXPECT_EQ(shape(lifeLineOf({stage(StageKind::Sent, "1914-07-29T01:00:00")})), "1914-07-29*: sent");
  EXPECT_EQ(shape(lifeLineOf({stage(StageKind::Sent, "2026-01-18T10:00Z/2026-01-18T12:00Z")})),
            "2026-01-18*: sent");
  EXPECT_EQ(shape(lifeLineOf({stage(StageKind::Sent, "2026-01-18T22:00Z/2026-01-19T02:00Z")})),
            "2026-01-18/2026-01-19*: sent");
  EXPECT_EQ(shape(lifeLineOf({stage(StageKind::Sent, "2026-01-18T22:00Z?")})), "2026-01-18?*: sent");
}

TEST(LifeLine, StagesOfOneKindAndDayFollowTheClock) {
  const LifeLine line = lifeLineOf({stage(StageKind::Forwarded, "2026-01-18", "c"),
                                    stage(StageKind::Forwarded, "2026-01-18T16:00Z", "a"),
                                    stage(StageKind::Forwarded, "2026-01-18T15:00Z", "b")});
  ASSERT_EQ(line.cells.size(), 1U);
  std::string order;
  for (const LifeLineStop& stop : line.cells[0].stops)
    order += stop.stage.uid.value;
  EXPECT_EQ(order, "bac");
}

TEST(LifeLine, PublicationCountsFromSending) {
  const Stage sent = stage(StageKind::Sent, "2025-06-24");
  const Stage drafted = stage(StageKind::Drafted, "2025-06-20");
  const Stage received = stage(StageKind::Received, "2025-06-25");
  const Stage published = stage(StageKind::Published, "2025-06-30");
  const Stage reported = stage(StageKind::Reported, "2025-06-28");

  EXPECT_EQ(lifeLineOf({drafted, sent, published, reported}).untilPublic->days, 6);
  EXPECT_EQ(lifeLineOf({drafted, sent, reported}).untilPublic->days, 4);
  EXPECT_EQ(lifeLineOf({drafted, sent, reported}).publicBy, StageKind::Reported);
  EXPECT_EQ(lifeLineOf({drafted, received, published}).untilPublic->days, 10);
  EXPECT_EQ(lifeLineOf({sent, received}).publicBy, std::nullopt);

  // What is there, but undated, is not replaced by something else.
  EXPECT_EQ(lifeLineOf({stage(StageKind::Sent, ""), received, published}).untilPublic, std::nullopt);
  EXPECT_EQ(lifeLineOf({sent, stage(StageKind::Published, ""), reported}).untilPublic, std::nullopt);
  EXPECT_EQ(lifeLineOf({sent, stage(StageKind::Published, "")}).publicBy, StageKind::Published);
  EXPECT_EQ(lifeLineOf({published}).untilPublic, std::nullopt);
}

TEST(LifeLine, PublishedBeforeItWasSent) {
  const LifeLine line =
      lifeLineOf({stage(StageKind::Sent, "2025-06-24"), stage(StageKind::Published, "2025-06-20")});
  EXPECT_EQ(shape(line), "2025-06-20: published; 2025-06-24: sent");
  EXPECT_EQ(line.untilPublic->days, -4);
  EXPECT_EQ(line.cells[1].stops[0].sinceFirst->days, 4);
}

TEST(LifeLine, AStageWithoutBeginIsNotWhatOthersAreMeasuredFrom) {
  const LifeLine line =
      lifeLineOf({stage(StageKind::Deleted, "../2022-05-12"), stage(StageKind::Sent, "2022-05-01"),
                  stage(StageKind::Received, "2022-05-03")});
  EXPECT_EQ(shape(line), "../2022-05-12: deleted; 2022-05-01: sent; 2022-05-03: received");
  EXPECT_EQ(line.cells[0].stops[0].sinceFirst, std::nullopt);
  EXPECT_EQ(line.cells[1].stops[0].sinceFirst, std::nullopt);
  EXPECT_EQ(line.cells[2].stops[0].sinceFirst->days, 2);
}

TEST(LifeLine, OrderOfStagesNeverMatters) {
  std::mt19937 random(5);
  for (const Message& message : builtIn().messages) {
    std::vector<Stage> stages = stagesOf(message.event.uid.value.c_str());
    const LifeLine before = lifeLineOf(stages);
    std::size_t count = before.undated.size();
    for (const LifeLineCell& cell : before.cells)
      count += cell.stops.size();
    EXPECT_EQ(count, stages.size());
    for (int round = 0; round < 5; ++round) {
      std::ranges::shuffle(stages, random);
      const LifeLine after = lifeLineOf(stages);
      ASSERT_EQ(shape(after), shape(before)) << message.event.uid.value;
      ASSERT_EQ(after.untilPublic, before.untilPublic) << message.event.uid.value;
      ASSERT_EQ(after.undated, before.undated);
    }
  }
}

}  // namespace
}  // namespace entente
