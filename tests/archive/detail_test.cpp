// SPDX-License-Identifier: GPL-3.0-or-later
// An event's detail: everything that is said about it, and nothing else.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/archive/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

class Detail : public ::testing::Test {
 protected:
  Detail() {
    test::makeArchive(folder / "a.entente", test::builtInRecords());
    archive.emplace(test::openArchive(folder / "a.entente"));
    titles = *archive->titles();
  }

  EventDetail of(const std::string& uid) {
    const auto found = std::ranges::find(titles, EventUid(uid), &EventTitle::uid);
    EXPECT_NE(found, titles.end()) << uid;
    return *archive->detail(found->id);
  }

  test::TemporaryFolder folder;
  std::optional<Archive> archive;
  std::vector<EventTitle> titles;
};

TEST_F(Detail, OfTheMessageOfJune2025) {
  const EventDetail detail = of("msg-rutte-trump-2025-06-24");
  const auto& message = std::get<Message>(detail.record);
  EXPECT_TRUE(message.text.startsWith(QStringLiteral("Mr. President, dear Donald")));
  EXPECT_EQ(detail.shownWhen->edtf(), "2025-06-24");
  ASSERT_EQ(detail.stages.size(), 5U);
  std::vector<StageKind> kinds;
  for (const Stage& stage : detail.stages)
    kinds.push_back(stage.stage);
  EXPECT_EQ(kinds, (std::vector{StageKind::Sent, StageKind::Received, StageKind::Published,
                                StageKind::Confirmed, StageKind::Confirmed}));
  EXPECT_EQ(detail.stages.back().when->edtf(), "2025-06-25") << "stages are in order of time";
  EXPECT_EQ(detail.actors.at("rutte").name, QStringLiteral("Mark Rutte"));
  for (const SourceUid& uid : message.event.sources)
    EXPECT_TRUE(detail.sources.contains(uid.value)) << uid.value;
  for (const Claim& claim : detail.claims) {
    EXPECT_EQ(claim.subject.text(), "message:msg-rutte-trump-2025-06-24");
    EXPECT_TRUE(detail.sources.contains(claim.source.value));
  }
  const auto about = std::ranges::count_if(test::builtInRecords().claims, [](const Claim& claim) {
    return claim.subject.uid == "msg-rutte-trump-2025-06-24";
  });
  EXPECT_EQ(static_cast<std::ptrdiff_t>(detail.claims.size()), about);
  EXPECT_TRUE(std::ranges::any_of(detail.offices,
                                  [](const Office& office) { return office.uid.value == "office-rutte-1"; }));
}

TEST_F(Detail, LinksLeadBothWaysAndNameTheOtherEnd) {
  const auto& links = test::builtInRecords().links;
  const EventDetail detail = of("nato-2025-the-hague");
  const auto touching = std::ranges::count_if(links, [](const Link& link) {
    return link.from.uid == "nato-2025-the-hague" || link.to.uid == "nato-2025-the-hague";
  });
  EXPECT_EQ(static_cast<std::ptrdiff_t>(detail.links.size()), touching);
  for (const LinkEnd& end : detail.links) {
    EXPECT_FALSE(end.title.isEmpty()) << end.other().text();
    EXPECT_NE(end.other().uid, "nato-2025-the-hague");
    EXPECT_EQ(end.event.has_value(), isEventKind(end.other().kind));
  }
}

TEST_F(Detail, EveryEventHasOne) {
  for (const EventTitle& title : titles) {
    const auto detail = archive->detail(title.id);
    ASSERT_TRUE(detail.has_value()) << detail.error().text();
    EXPECT_EQ(eventOf(detail->record).title, title.title);
  }
  EXPECT_EQ(archive->detail(EventId{EventOrigin::Curated, 999'999}).error().kind, ErrorKind::NotFound);
  EXPECT_EQ(archive->detail(EventId{EventOrigin::Bulk, 1}).error().kind, ErrorKind::NotFound);
}

TEST_F(Detail, ThePledgeOfTheHagueHasItsPositions) {
  const EventDetail detail = of("pl-2025-hague-5");
  EXPECT_EQ(detail.positions.size(), 28U);
  for (const Position& position : detail.positions)
    EXPECT_TRUE(detail.actors.contains(position.actor.value));
  EXPECT_TRUE(std::ranges::is_sorted(
      detail.positions, {}, [](const Position& position) { return position.when->bounds().earliestBegin; }));
}

}  // namespace
}  // namespace entente
