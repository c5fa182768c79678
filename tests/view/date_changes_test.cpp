// SPDX-License-Identifier: GPL-3.0-or-later
// Dates moved by hand are written where they stand; claims hold theirs. Properties are rows of their table.
#include "core/view/date_changes.h"

#include <gtest/gtest.h>

#include "core/archive/archive.h"
#include "core/view/archive_properties.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

FuzzyDate date(const char* edtf) {
  return *FuzzyDate::parse(edtf);
}

/// A battle on a day, a treaty whose day is claimed, something undated, and a message with two stages.
Records story() {
  Records records = emptyArchive(QStringLiteral("A story"));
  Source source;
  source.uid = SourceUid("paper");
  source.title = QStringLiteral("The paper");
  records.sources = {source};
  const auto event = [](const char* uid, const char* when) {
    PlainEvent made;
    made.event.uid = EventUid(uid);
    made.event.title = QString::fromLatin1(uid);
    if (*when != '\0') made.event.when = date(when);
    return made;
  };
  records.events = {event("battle", "1914-07-29"), event("some-day", ""), event("treaty", "1919-06")};
  Claim claim;
  claim.uid = ClaimUid("claim-1");
  claim.subject = {RecordKind::Event, "treaty"};
  claim.field = QStringLiteral("when");
  claim.value = QStringLiteral("28 June 1919");
  claim.edtf = date("1919-06-28");
  claim.source = SourceUid("paper");
  records.claims = {claim};
  Message message;
  message.event.uid = EventUid("letter");
  message.event.title = QStringLiteral("A letter");
  Actor king;
  king.uid = ActorUid("king");
  king.name = QStringLiteral("The king");
  records.actors = {king};
  message.senders = {king.uid};
  message.recipients = {king.uid};
  records.messages = {message};
  const auto stage = [](const char* uid, StageKind kind, const char* when) {
    Stage made;
    made.uid = StageUid(uid);
    made.message = EventUid("letter");
    made.stage = kind;
    made.when = date(when);
    return made;
  };
  records.stages = {stage("drafted", StageKind::Drafted, "1914-07-01"),
                    stage("sent", StageKind::Sent, "1914-07-03T10:00Z")};
  return records;
}

class DateChanges : public ::testing::Test {
 protected:
  void make(const Records& records) {
    const auto made = Archive::create(folder / "story.entente", records, true);
    ASSERT_TRUE(made.has_value()) << made.error().text();
    archive.emplace(*Archive::open(folder / "story.entente", Access::ReadWrite));
  }
  [[nodiscard]] Snapshot now() const { return *loadSnapshot(*archive); }
  static ErrorKind refusal(const Result<RecordChanges>& changes) {
    EXPECT_FALSE(changes.has_value());
    return changes ? ErrorKind::Cancelled : changes.error().kind;
  }
  [[nodiscard]] Records records() const {
    auto all = archive->records();
    EXPECT_TRUE(all.has_value()) << all.error().text();
    return all.value_or(Records());
  }
  [[nodiscard]] tl::expected<DatePlace, DateHold> placeOf(RecordKind kind, const char* uid) const {
    const Snapshot snapshot = now();
    return placeOfDate(snapshot, *snapshot.find({kind, uid}));
  }

  test::TemporaryFolder folder;
  std::optional<Archive> archive;
};

TEST_F(DateChanges, AnEventMovesInItsOwnRowAndNothingElseOfItChanges) {
  make(story());
  const auto place = placeOf(RecordKind::Event, "battle");
  ASSERT_TRUE(place.has_value());
  const auto changes = moveDate(records(), *place, date("1914-08-01"));
  ASSERT_TRUE(changes.has_value()) << changes.error().text();
  const auto done = archive->change(*changes, {QStringLiteral("Move")});
  ASSERT_TRUE(done.has_value()) << done.error().text();
  Records wanted = story();
  wanted.events[0].event.when = date("1914-08-01");
  const Records there = records();
  EXPECT_EQ(there.events, wanted.events);
  EXPECT_EQ(there.stages, wanted.stages);
  EXPECT_EQ(there.claims, wanted.claims);
}

TEST_F(DateChanges, AMessageMovesInTheStageThatGivesItsDate) {
  make(story());
  const auto place = placeOf(RecordKind::Message, "letter");
  ASSERT_TRUE(place.has_value());
  EXPECT_EQ(place->stage, StageUid("sent"));
  const auto changes = moveDate(records(), *place, date("1914-07-04T10:00Z"));
  ASSERT_TRUE(changes.has_value());
  const auto done = archive->change(*changes, {QStringLiteral("Move")});
  ASSERT_TRUE(done.has_value()) << done.error().text();
  EXPECT_EQ(archive->stages()->at(1).when, date("1914-07-04T10:00Z"));
  EXPECT_EQ(archive->stages()->at(0).when, date("1914-07-01"));
}

TEST_F(DateChanges, ClaimsHoldADateAndNoDateCannotMove) {
  Records all = story();
  Claim sent = all.claims.front();
  sent.uid = ClaimUid("claim-2");
  sent.subject = {RecordKind::Message, "letter"};
  sent.field = stageField(StageKind::Sent);
  make(all);
  EXPECT_EQ(placeOf(RecordKind::Event, "treaty").error(), DateHold::Claimed);
  EXPECT_EQ(placeOf(RecordKind::Event, "some-day").error(), DateHold::Undated);
  all.claims.push_back(sent);
  archive.reset();
  make(all);
  EXPECT_EQ(placeOf(RecordKind::Message, "letter").error(), DateHold::Claimed);
}

TEST_F(DateChanges, WhatSomebodyElseChangedMeanwhileIsNotOverwritten) {
  make(story());
  const auto battle = placeOf(RecordKind::Event, "battle");
  const auto letter = placeOf(RecordKind::Message, "letter");
  Records other = records();
  other.events[0].event.when = date("1914-07-30");
  other.stages[1].when = date("1914-07-05");
  EXPECT_EQ(refusal(moveDate(other, *battle, date("1914-08-01"))), ErrorKind::Conflict);
  EXPECT_EQ(refusal(moveDate(other, *letter, date("1914-08-01"))), ErrorKind::Conflict);
  other.events.clear();
  other.stages.clear();
  EXPECT_EQ(refusal(moveDate(other, *battle, date("1914-08-01"))), ErrorKind::NotFound);
  EXPECT_EQ(refusal(moveDate(other, *letter, date("1914-08-01"))), ErrorKind::NotFound);
  Records claimed = records();
  claimed.claims.front().subject.uid = "battle";
  EXPECT_EQ(refusal(moveDate(claimed, *battle, date("1914-08-01"))), ErrorKind::Conflict);
}

TEST_F(DateChanges, PropertiesArePutWhereTheyDifferAndRemovedWhereTheyAreEmpty) {
  make(story());
  ArchiveProperties before = propertiesOf(now().content->properties);
  EXPECT_EQ(before.title, QStringLiteral("A story"));
  ArchiveProperties wanted{QStringLiteral("Another"),
                           QStringLiteral("What it is"),
                           {},
                           QStringLiteral("CC0-1.0"),
                           QStringLiteral("Europe/Amsterdam")};
  auto changes = changeProperties(now(), wanted, before);
  ASSERT_TRUE(changes.has_value());
  EXPECT_EQ(changes->size(), 4U);
  ASSERT_TRUE(archive->change(*changes, {QStringLiteral("Change")}).has_value());
  EXPECT_EQ(propertiesOf(now().content->properties), wanted);
  EXPECT_EQ(now().info.title, QStringLiteral("Another"));
  // The axis goes by the archive's clocks when nothing else is asked for.
  EXPECT_EQ(openingState(now(), {}).view.zone, QStringLiteral("Europe/Amsterdam"));
  EXPECT_EQ(refusal(changeProperties(now(), wanted, before)), ErrorKind::Conflict);
  changes = changeProperties(now(), {}, wanted);
  ASSERT_TRUE(changes.has_value());
  ASSERT_TRUE(archive->change(*changes, {QStringLiteral("Empty")}).has_value());
  EXPECT_EQ(archive->properties()->size(), 1U);  // the format stays
  EXPECT_EQ(openingState(now(), {}).view.zone, QString());
}

}  // namespace
}  // namespace entente
