// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots of the built-in archive as known by a day, without a source, and after a pin; and what each way
// of looking changes.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/exchange/bundle_reader.h"
#include "core/view/ledger_changes.h"
#include "core/view/lens_changes.h"
#include "core/view/snapshot.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

const RecordRef kMessage{RecordKind::Message, "msg-rutte-trump-2025-06-24"};
const RecordRef kHague{RecordKind::Summit, "nato-2025-the-hague"};
const RecordRef kParis{RecordKind::Summit, "nato-1957-paris"};
const RecordRef kAnkara{RecordKind::Summit, "nato-2026-ankara"};

class Seen : public ::testing::Test {
 protected:
  void SetUp() override {
    auto reading = readBundle(ENTENTE_SOURCE_DIR "/resources/archive");
    ASSERT_TRUE(reading && reading->problems.empty());
    ASSERT_TRUE(Archive::create(path(), std::move(reading->records), false));
  }
  [[nodiscard]] std::filesystem::path path() const { return folder / "a.entente"; }
  [[nodiscard]] Snapshot all() const { return *loadSnapshot(*Archive::open(path(), Access::ReadOnly)); }
  [[nodiscard]] Snapshot asOf(const char* day) const {
    Lens lens;
    lens.until = FuzzyDate::parse(day)->bounds().latestEnd;
    return *loadSnapshot(*Archive::open(path(), Access::ReadOnly), lens);
  }
  /// Makes a change as the window does.
  void change(const RecordChanges& changes, const char* title) const {
    auto archive = Archive::open(path(), Access::ReadWrite);
    ASSERT_TRUE(archive);
    const auto done = archive->change(changes, {QString::fromLatin1(title)});
    ASSERT_TRUE(done) << done.error().text();
  }
  static bool isScheduled(const Snapshot& snapshot, const RecordRef& ref) {
    const CuratedSegment& events = *snapshot.dataset.curated;
    const auto row = std::ranges::find(events.keys, snapshot.find(ref)->key) - events.keys.begin();
    return (events.flags[static_cast<std::size_t>(row)] & CuratedSegment::kScheduled) != 0;
  }

  test::TemporaryFolder folder;
};

TEST_F(Seen, OnTheDayBeforeTheMessageIsNotThereAndTheSummitIsAhead) {
  const Snapshot then = asOf("2025-06-23");
  EXPECT_FALSE(then.find(kMessage));
  ASSERT_TRUE(then.find(kHague));
  EXPECT_TRUE(isScheduled(then, kHague));
  ASSERT_TRUE(then.find(kParis));
  EXPECT_FALSE(isScheduled(then, kParis));
  EXPECT_FALSE(then.find(kAnkara)) << "announced at The Hague";
  const auto edition = [&](const Snapshot& snapshot, int year) {
    return std::ranges::count_if(snapshot.spending, [&](const Spending& figure) {
      const Source* source = snapshot.content->ledger->source(figure.source);
      return source->published && source->published->begin().year == year;
    });
  };
  EXPECT_EQ(edition(then, 2026), 0);
  EXPECT_EQ(edition(then, 2025), 0) << "August 2025";
  EXPECT_GT(edition(then, 2024), 0);
  EXPECT_GT(edition(all(), 2026), 0);
}

TEST_F(Seen, OnTheDayItIsThereAndClaimsOfLaterAreNot) {
  const Snapshot then = asOf("2025-06-24");
  ASSERT_TRUE(then.find(kMessage));
  const Resolution* sent = then.ledger.field(kMessage, QStringLiteral("stage:sent"));
  ASSERT_NE(sent, nullptr);
  EXPECT_EQ(sent->values.size(), 1U);
  EXPECT_TRUE(then.rivalsOf(*then.find(kMessage)).empty());
  EXPECT_EQ(all().rivalsOf(*all().find(kMessage)).size(), 1U);
  EXPECT_LT(then.disputesOf(*then.find(kMessage)).claimedFields,
            all().disputesOf(*all().find(kMessage)).claimedFields);
}

TEST_F(Seen, WhatIsAnnouncedIsScheduledUntilItBegins) {
  const Snapshot announced = asOf("2025-06-25");
  ASSERT_TRUE(announced.find(kAnkara));
  EXPECT_TRUE(isScheduled(announced, kAnkara));
  EXPECT_FALSE(isScheduled(asOf("2026-07-07"), kAnkara));
}

TEST_F(Seen, KnowledgeOnlyGrows) {
  std::size_t events = 0, claims = 0, sources = 0, figures = 0;
  for (const char* day : {"1914-06-28", "1957-12-31", "1990", "2018-07-12", "2022-05-19", "2025-06-23",
                          "2025-06-24", "2026-01-20", "2026-07-10", "2026-12-31"}) {
    const Snapshot then = asOf(day);
    EXPECT_GE(then.titles.size(), events) << day;
    EXPECT_GE(then.sources.size(), sources) << day;
    EXPECT_GE(then.spending.size(), figures) << day;
    EXPECT_GE(then.info.count(TableId::Claims), static_cast<std::int64_t>(claims)) << day;
    EXPECT_EQ(then.sources.size(), then.sourceUses.size());
    EXPECT_EQ(then.titles.size(), then.dataset.curated->size() + then.dataset.curated->undated.size());
    events = then.titles.size();
    claims = static_cast<std::size_t>(then.info.count(TableId::Claims));
    sources = then.sources.size();
    figures = then.spending.size();
  }
  EXPECT_EQ(claims, static_cast<std::size_t>(all().info.count(TableId::Claims)));
}

TEST_F(Seen, SomebodyInOfficeWasNotKnownToLeave) {
  const Snapshot then = asOf("2015-01-01");
  for (const Office& office : then.offices) {
    if (!office.held) continue;
    EXPECT_TRUE(office.held->endKind() != EndKind::Known ||
                office.held->bounds().latestEnd <= *then.lens.until)
        << office.uid.value << ' ' << office.held->edtf();
  }
}

TEST_F(Seen, APinMovesTheEventAndUnpinningMovesItBack) {
  const Snapshot before = all();
  const EventId id = *before.find(kMessage);
  EXPECT_EQ(before.title(id)->when->edtf(), "2025-06-24");
  change(
      pinClaim(before, ClaimUid("cl-005"), QStringLiteral("to see it move"), *FuzzyDate::parse("2026-11-25")),
      "Pin");
  const Snapshot pinned = all();
  EXPECT_EQ(pinned.title(id)->when->edtf(), "2024-06");
  EXPECT_EQ(pinned.ledger.field(kMessage, QStringLiteral("stage:sent"))->wonBy, WonBy::Pin);
  ASSERT_EQ(pinned.rivalsOf(id).size(), 1U);
  EXPECT_EQ(pinned.rivalsOf(id)[0].when.edtf(), "2025-06-24");
  auto detail = Archive::open(path(), Access::ReadOnly)->detail(id);
  ASSERT_TRUE(detail);
  const EventDetail seen = seenIn(pinned, *detail);
  EXPECT_EQ(seen.shownWhen->edtf(), "2024-06");
  EXPECT_EQ(seen.stages.front().stage, StageKind::Sent);
  EXPECT_EQ(seen.stages.front().when->edtf(), "2024-06");
  change(unpin(pinned, {kMessage, false, QStringLiteral("stage:sent")}), "Unpin");
  EXPECT_EQ(all().title(id)->when->edtf(), "2025-06-24");
}

TEST_F(Seen, APinOfAQuestionIsKeptToo) {
  const Snapshot before = all();
  const auto topics = before.ledger.of(kMessage);
  const auto question = std::ranges::find_if(
      topics, [](const Resolution& topic) { return topic.topic.isQuestion && topic.values.size() > 1; });
  ASSERT_NE(question, topics.end());
  const ClaimUid other = question->values[1].strongest().uid;
  change(pinClaim(before, other, QStringLiteral("why not"), *FuzzyDate::parse("2026")), "Pin");
  const Snapshot pinned = all();
  EXPECT_EQ(pinned.ledger.of(question->topic)->wonBy, WonBy::Pin);
  EXPECT_EQ(pinned.ledger.of(question->topic)->shown()->strongest().uid, other);
  EXPECT_NE(pinOf(pinned, question->topic), nullptr);
}

TEST_F(Seen, APinnedDayOfPublicationIsWhenItBecameKnown) {
  const Snapshot before = all();
  Claim later = *before.ledger.claim(ClaimUid("cl-006"));
  later.uid = ClaimUid("later");
  later.field = QStringLiteral("stage:published");
  later.agreesWith = ClaimUid();
  later.edtf = *FuzzyDate::parse("2025-06-26");
  later.value = QStringLiteral("2025-06-26");
  later.verdict = std::nullopt;
  change({PutRecord{later}}, "Claim");
  EXPECT_FALSE(asOf("2025-06-25").find(kMessage));
  EXPECT_TRUE(asOf("2025-06-26").find(kMessage));
}

TEST_F(Seen, ADayHidesTheSourcesOfLater) {
  const Snapshot then = asOf("2025-06-23");
  const EventId hague = *then.find(kHague);
  for (const SourceUid& uid : then.partiesOf(hague)->sources)
    EXPECT_NE(then.source(uid), nullptr) << uid.value;
  const EventDetail seen = seenIn(then, *Archive::open(path(), Access::ReadOnly)->detail(hague));
  EXPECT_TRUE(eventOf(seen.record).sources.empty()) << "they are of 25 June";
}

TEST_F(Seen, ClaimsThatARemovedOneTiedStayTied) {
  const Snapshot before = all();
  // cl-172 ties 173 and 174.
  change(removeClaim(before, ClaimUid("cl-172")), "Delete");
  const Snapshot after = all();
  const Resolution* when = after.ledger.field(kAnkara, QStringLiteral("when"));
  ASSERT_NE(when, nullptr);
  EXPECT_EQ(when->values.size(), 1U);
  EXPECT_EQ(when->claimCount(), 2U);
}

TEST_F(Seen, AnEditIsRefusedWhereSomebodyElseWasQuicker) {
  const Snapshot before = all();
  const Claim claim = *before.ledger.claim(ClaimUid("cl-006"));
  Claim other = claim;
  other.reason = QStringLiteral("other");
  change({PutRecord{other}}, "Other");
  const auto refused = putClaim(all(), claim, claim);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
  EXPECT_TRUE(putClaim(before, claim, claim));
  const auto added = putClaim(before, claim, std::nullopt);
  ASSERT_TRUE(added);
  EXPECT_NE(std::get<Claim>(std::get<PutRecord>(added->front()).record).uid, claim.uid);
}

TEST_F(Seen, RemovingAClaimTakesItsPinAndKeepsTheOthersTied) {
  const Snapshot before = all();
  change(pinClaim(before, ClaimUid("cl-002"), QStringLiteral("x"), *FuzzyDate::parse("2026")), "Pin");
  const Snapshot pinned = all();
  change(removeClaim(pinned, ClaimUid("cl-001")), "Delete");
  const Snapshot after = all();
  EXPECT_EQ(after.ledger.claim(ClaimUid("cl-001")), nullptr);
  ASSERT_NE(after.ledger.claim(ClaimUid("cl-002")), nullptr);
  EXPECT_TRUE(after.ledger.claim(ClaimUid("cl-002"))->agreesWith.value.empty());
  change(removeClaim(after, ClaimUid("cl-002")), "Delete");
  EXPECT_TRUE(all().content->ledger->pins.empty());
}

TEST_F(Seen, WithoutASourceSaysWhatWouldChange) {
  const Snapshot before = all();
  Lens lens;
  lens.without = SourceUid("web-article-rutte-text");
  const Snapshot without = seenThrough(before.content, lens);
  const LensChanges changes = changesBetween(before, without);
  EXPECT_GT(changes.noLongerDisputed, 0U);
  EXPECT_TRUE(without.rivalsOf(*without.find(kMessage)).empty());
  for (const EventId id : changes.gone) {
    const EventParties* parties = before.partiesOf(id);
    ASSERT_NE(parties, nullptr);
    EXPECT_EQ(parties->sources, std::vector{lens.without});
  }
  EXPECT_TRUE(changesBetween(before, before).isEmpty());
  for (const Resolution& topic : without.ledger.all()) {
    for (const ClaimedValue& value : topic.values) {
      for (const Claim* claim : value.claims)
        EXPECT_NE(claim->source, lens.without);
    }
  }
}

TEST_F(Seen, UidsThatAreFree) {
  const Snapshot snapshot = all();
  EXPECT_EQ(snapshot.ledger.claim(freeClaimUid(snapshot)), nullptr);
}

}  // namespace
}  // namespace entente
