// SPDX-License-Identifier: GPL-3.0-or-later
// Event words: every sentence once, on the built-in archive and on made-up delays, counts and people.
#include "app/words/event_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "core/archive/archive.h"
#include "core/exchange/bundle_reader.h"
#include "tests/support/temporary_folder.h"

namespace entente {

void PrintTo(const Disputes& disputes, std::ostream* stream) {
  *stream << disputes.disputedFields << " of " << disputes.claimedFields;
}

namespace {

FuzzyDate date(const char* edtf) {
  return *FuzzyDate::parse(edtf);
}

std::string delay(const char* from, const char* to) {
  return delayInWords(*delayBetween(date(from), date(to))).toStdString();
}

TEST(DelayInWords, DaysThatAreKnown) {
  EXPECT_EQ(delay("2025-06-24", "2025-06-24"), "the same day");
  EXPECT_EQ(delay("2025-06-24", "2025-06-25"), "the next day");
  EXPECT_EQ(delay("2025-06-25", "2025-06-24"), "the day before");
  EXPECT_EQ(delay("2025-06-24", "2025-07-06"), "12 days later");
  EXPECT_EQ(delay("2025-07-06", "2025-06-24"), "12 days earlier");
  EXPECT_EQ(delay("2024-06-24", "2025-06-20"), "about a year later");
  EXPECT_EQ(delay("2024-01-01", "2025-06-20"), "536 days later");
  EXPECT_EQ(delay("2020-06-24", "2025-06-20"), "about 5 years later");
  EXPECT_EQ(delay("2025-06-20", "2020-06-24"), "about 5 years earlier");
}

TEST(DelayInWords, MonthsAndYears) {
  EXPECT_EQ(delay("2025-06-20", "2025-08"), "41 to 72 days later");
  EXPECT_EQ(delay("2025-08", "2025-06-20"), "41 to 72 days earlier");
  EXPECT_EQ(delay("2025-06-01", "2025-06"), "some time within 30 days");
  EXPECT_EQ(delay("2025-06-30", "2025-06"), "up to 30 days earlier");
  EXPECT_EQ(delay("2025-05-04", "2025-05"), "up to 3 days earlier or 27 days later");
  EXPECT_EQ(delay("2025-05-02", "2025-05"), "up to 1 day earlier or 29 days later");
  EXPECT_EQ(delay("2024-06", "2025-06"), "about a year later");
  EXPECT_EQ(delay("1914-07-29", "1919"), "4 to 5 years later");
  EXPECT_EQ(delay("1919", "1914-07-29"), "4 to 5 years earlier");
  EXPECT_EQ(delay("2020-12-01", "2021"), "between 30 days and about a year later");
  EXPECT_EQ(delay("2021", "2020-12-01"), "between 30 days and about a year earlier");
}

TEST(DelayInWords, AnUnknownZoneIsLessThanADayOrTwo) {
  EXPECT_EQ(delay("2026-01-18T12:00Z", "2026-01-18T12:00"), "less than a day apart");
}

TEST(DelayInWords, DoubtIsSaid) {
  EXPECT_EQ(delay("2026-01-19?", "2026-01-20"), "the next day, doubtful");
  EXPECT_EQ(delay("2025-06-20", "2025-08~"), "41 to 72 days later, doubtful");
}

Stage stage(StageKind kind, const char* when) {
  Stage made;
  made.stage = kind;
  if (*when) made.when = date(when);
  return made;
}

std::string publication(const std::vector<Stage>& stages) {
  return publicationInWords(lifeLineOf(stages)).toStdString();
}

TEST(PublicationInWords, HowAndWhen) {
  const Stage sent = stage(StageKind::Sent, "2025-06-24");
  EXPECT_EQ(publication({sent, stage(StageKind::Published, "2025-06-24")}), "published the same day");
  EXPECT_EQ(publication({sent, stage(StageKind::Reported, "2025-07-06")}), "reported 12 days later");
  EXPECT_EQ(publication({sent, stage(StageKind::Published, "")}), "published");
  EXPECT_EQ(publication({sent, stage(StageKind::Reported, "")}), "reported");
  EXPECT_EQ(publication({sent}), "");
  EXPECT_EQ(publication({}), "");
}

TEST(DisputesInWords, OneAndMany) {
  const auto words = [](std::uint32_t claimed, std::uint32_t disputed) {
    return disputesInWords({claimed, disputed, 0}).toStdString();
  };
  EXPECT_EQ(words(0, 0), "");
  EXPECT_EQ(words(1, 0), "1 field, not disputed");
  EXPECT_EQ(words(1, 1), "1 field, disputed");
  EXPECT_EQ(words(5, 0), "5 fields, none disputed");
  EXPECT_EQ(words(5, 2), "2 of 5 fields disputed");
}

TEST(SourceInWords, PublisherOrTitleAndDay) {
  Source source;
  source.uid = SourceUid("uid");
  EXPECT_EQ(sourceInWords(source).toStdString(), "uid");
  source.title = QStringLiteral("Trump shares message");
  EXPECT_EQ(sourceInWords(source).toStdString(), "Trump shares message");
  source.publisher = QStringLiteral("The Irish Times");
  EXPECT_EQ(sourceInWords(source).toStdString(), "The Irish Times");
  source.published = date("2025-06-24");
  EXPECT_EQ(sourceInWords(source).toStdString(), "The Irish Times, 24 June 2025");
}

TEST(GradeInWords, LetterAndMeaning) {
  EXPECT_EQ(gradeInWords(Reliability::B).toStdString(), "B, usually reliable");
  EXPECT_EQ(gradeInWords(std::nullopt).toStdString(), "not graded");
}

/// Every value of a closed list has words of its own.
template <class Enum>
void expectWords(QString (*inWords)(Enum)) {
  std::set<QString> seen;
  for (std::size_t i = 0; i < Words<Enum>::list.size(); ++i) {
    const QString words = inWords(static_cast<Enum>(i));
    EXPECT_FALSE(words.isEmpty()) << Words<Enum>::list[i];
    EXPECT_TRUE(seen.insert(words).second) << words.toStdString();
  }
}

TEST(ListsInWords, EveryValueHasItsWords) {
  expectWords<EventKind>(eventKindInWords);
  expectWords<EventKind>(eventKindsInWords);
  expectWords<Channel>(channelInWords);
  expectWords<PledgeStatus>(pledgeStatusInWords);
  expectWords<SpendingMetric>(metricInWords);
  EXPECT_EQ(eventKindInWords(EventKind::Summit).toStdString(), "Summit");
  EXPECT_EQ(eventKindsInWords(EventKind::Summit).toStdString(), "Summits");
  EXPECT_EQ(metricInWords(SpendingMetric::EquipmentSharePercent).toStdString(),
            "Share of equipment in defence spending");
  EXPECT_EQ(disputeStateInWords(DisputeState::Disputed).toStdString(), "Disputed");
  EXPECT_EQ(disputeStateInWords(DisputeState::Refuted).toStdString(), "Has refuted claims");
  EXPECT_EQ(disputeStateInWords(DisputeState::Undisputed).toStdString(), "Undisputed");
}

/// What is read out, of records made up here.
class EventInSpeech : public ::testing::Test {
 protected:
  Snapshot snapshot;

  EventId add(EventKind kind, const char* when = "2025-06-24") {
    const EventId id{EventOrigin::Curated, static_cast<std::int64_t>(snapshot.titles.size()) + 1};
    EventTitle title;
    title.id = id;
    title.uid = EventUid("e");
    title.kind = kind;
    title.title = QStringLiteral("Its title");
    if (*when) title.when = date(when);
    snapshot.titles.emplace(id, title);
    snapshot.parties[id].id = id;
    return id;
  }
  void name(const char* uid, const char* called) {
    Actor actor;
    actor.uid = ActorUid(uid);
    actor.name = QString::fromLatin1(called);
    snapshot.actors.emplace(uid, actor);
  }
  std::vector<ActorUid>& from(EventId id) { return snapshot.parties.at(id).from; }
  std::vector<ActorUid>& to(EventId id) { return snapshot.parties.at(id).to; }
  std::vector<SourceUid>& sources(EventId id) { return snapshot.parties.at(id).sources; }
  std::string said(EventId id) { return eventInSpeech(snapshot, id).toStdString(); }
};

TEST_F(EventInSpeech, AMessage) {
  name("rutte", "Mark Rutte");
  name("trump", "Donald Trump");
  const EventId id = add(EventKind::Message);
  from(id) = {ActorUid("rutte")};
  to(id) = {ActorUid("trump")};
  sources(id) = {SourceUid("a"), SourceUid("b"), SourceUid("c")};
  EXPECT_EQ(said(id), "Message, Mark Rutte to Donald Trump, 24 June 2025, 3 sources");
  snapshot.disputes[id] = {3, 0, 1};
  EXPECT_EQ(said(id), "Message, Mark Rutte to Donald Trump, 24 June 2025, 3 sources");
  snapshot.disputes[id] = {3, 1, 0};
  EXPECT_EQ(said(id), "Message, Mark Rutte to Donald Trump, 24 June 2025, disputed, 3 sources");
}

TEST_F(EventInSpeech, AMessageOfWhomLessIsKnown) {
  name("rutte", "Mark Rutte");
  const EventId id = add(EventKind::Message, "");
  EXPECT_EQ(said(id), "Message, Its title, date unknown, no source");
  from(id) = {ActorUid("rutte")};
  sources(id) = {SourceUid("a")};
  EXPECT_EQ(said(id), "Message, from Mark Rutte, date unknown, 1 source");
  std::swap(from(id), to(id));
  EXPECT_EQ(said(id), "Message, to Mark Rutte, date unknown, 1 source");
}

TEST_F(EventInSpeech, ManyNamesAreCounted) {
  const EventId id = add(EventKind::Message);
  from(id) = {ActorUid("%2"), ActorUid("b")};
  to(id) = {ActorUid("c"), ActorUid("d"), ActorUid("e")};
  EXPECT_EQ(said(id), "Message, %2 and b to c, d and e, 24 June 2025, no source");
  to(id).emplace_back("f");
  EXPECT_EQ(said(id), "Message, %2 and b to c, d and 2 others, 24 June 2025, no source");
}

TEST_F(EventInSpeech, AStatementAndASummit) {
  name("trump", "Donald Trump");
  const EventId statement = add(EventKind::Statement, "2025-06");
  from(statement) = {ActorUid("trump")};
  EXPECT_EQ(said(statement), "Statement, Donald Trump: Its title, some time in June 2025, no source");
  EXPECT_EQ(said(add(EventKind::Summit)), "Summit, Its title, 24 June 2025, no source");
}

TEST_F(EventInSpeech, MachineCodedAndUnknown) {
  EXPECT_EQ(said({EventOrigin::Bulk, 1234}), "Machine-coded event, number 1234");
  EXPECT_EQ(said({EventOrigin::Curated, 99}), "");
}

/// One archive made of the built-in bundle for all tests of it.
class BuiltInWords : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    s_folder = std::make_unique<test::TemporaryFolder>();
    auto reading = readBundle(ENTENTE_SOURCE_DIR "/resources/archive");
    ASSERT_TRUE(reading.has_value() && reading->problems.empty());
    const auto path = *s_folder / "built-in.entente";
    ASSERT_TRUE(Archive::create(path, std::move(reading->records), false).has_value());
    auto archive = Archive::open(path, Access::ReadOnly);
    ASSERT_TRUE(archive.has_value());
    s_archive = std::make_unique<Archive>(std::move(*archive));
    auto snapshot = loadSnapshot(*s_archive);
    ASSERT_TRUE(snapshot.has_value());
    s_snapshot = std::make_unique<Snapshot>(std::move(*snapshot));
  }
  static void TearDownTestSuite() {
    s_snapshot.reset();
    s_archive.reset();
    s_folder.reset();
  }

  void SetUp() override { ASSERT_NE(s_snapshot, nullptr); }
  static EventDetail detail(const char* uid) {
    return *s_archive->detail(*s_snapshot->find({RecordKind::Message, uid}));
  }

  static inline std::unique_ptr<test::TemporaryFolder> s_folder;
  static inline std::unique_ptr<Archive> s_archive;
  static inline std::unique_ptr<Snapshot> s_snapshot;
};

TEST_F(BuiltInWords, TheMessageOnTheWayToTheHague) {
  const EventId id = *s_snapshot->find({RecordKind::Message, "msg-rutte-trump-2025-06-24"});
  const std::string said = eventInSpeech(*s_snapshot, id).toStdString();
  EXPECT_TRUE(said.starts_with("Message, Mark Rutte to Donald Trump, 24 June 2025, disputed, ")) << said;
  EXPECT_TRUE(said.ends_with(" sources")) << said;
  const EventDetail message = detail("msg-rutte-trump-2025-06-24");
  EXPECT_EQ(publicationInWords(lifeLineOf(message.stages)).toStdString(), "published the same day");
}

TEST_F(BuiltInWords, EveryEventHasSpeechWithoutGaps) {
  for (const auto& [id, title] : s_snapshot->titles) {
    const std::string said = eventInSpeech(*s_snapshot, id).toStdString();
    EXPECT_TRUE(said.starts_with(eventKindInWords(title.kind).toStdString())) << said;
    EXPECT_EQ(said.find(", ,"), std::string::npos) << said;
    EXPECT_EQ(said.find("%1"), std::string::npos) << said;
  }
}

TEST_F(BuiltInWords, TheOfficeOfTheDay) {
  const EventDetail message = detail("msg-rutte-trump-2025-06-24");
  EXPECT_EQ(actorName(message, ActorUid("rutte")).toStdString(), "Mark Rutte");
  EXPECT_EQ(officeOnTheDay(message, ActorUid("rutte")).toStdString(), "Secretary General, NATO");
  EXPECT_EQ(actorWithOffice(message, ActorUid("rutte")).toStdString(), "Mark Rutte, Secretary General, NATO");
  // In 2020 he held another one.
  const EventDetail before = detail("msg-halsema-rutte-2020-06-01");
  EXPECT_EQ(officeOnTheDay(before, ActorUid("rutte")).toStdString().find("Secretary General"),
            std::string::npos);
}

TEST_F(BuiltInWords, NoOfficeWhereItIsNotCertain) {
  EventDetail message = detail("msg-rutte-trump-2025-06-24");
  EXPECT_EQ(actorWithOffice(message, ActorUid("nobody")).toStdString(), "nobody");
  // He took office on that very day: part of it he did not hold it.
  message.shownWhen = date("2024-10-01");
  EXPECT_EQ(actorWithOffice(message, ActorUid("rutte")).toStdString(), "Mark Rutte");
  message.shownWhen = date("2024-10-02");
  EXPECT_EQ(officeOnTheDay(message, ActorUid("rutte")).toStdString(), "Secretary General, NATO");
  // Some day of a year in which he held two offices.
  message.shownWhen = date("2024");
  EXPECT_EQ(officeOnTheDay(message, ActorUid("rutte")).toStdString(), "");
  message.shownWhen.reset();
  EXPECT_EQ(actorWithOffice(message, ActorUid("rutte")).toStdString(), "Mark Rutte");
}

}  // namespace
}  // namespace entente
