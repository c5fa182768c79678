// SPDX-License-Identifier: GPL-3.0-or-later
// Entries against an archive: what is new, what changed, what is the same, and that a second import adds
// nothing.
#include "core/exchange/event_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/exchange/event_matching.h"
#include "core/exchange/foreign_records.h"
#include "core/model/record_checks.h"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

ForeignEvent entry(const char* title, const char* when, const char* key = "") {
  ForeignEvent event;
  event.title = QString::fromUtf8(title);
  if (*when != '\0') event.when = *FuzzyDate::parse(when);
  event.key = QString::fromUtf8(key);
  return event;
}

ImportOrigin table() {
  ImportOrigin origin;
  origin.title = QStringLiteral("My table");
  return origin;
}

/// Puts a plan into records, as an archive does.
void carryOut(Records& records, const EventPlan& plan) {
  for (const PlannedRecord& record : plan.records) {
    std::visit(
        [&records]<class R>(const R& row) {
          auto& rows = records.*recordTable<R>().rows;
          const auto same = std::ranges::find(rows, recordTable<R>().uidOf(row),
                                              [](const R& one) { return recordTable<R>().uidOf(one); });
          if (same == rows.end()) {
            rows.push_back(row);
          } else {
            *same = row;
          }
        },
        record);
  }
}

class EventPlanTest : public ::testing::Test {
 protected:
  EventPlan import(std::vector<ForeignEvent> events) {
    ForeignArchive file;
    file.events = std::move(events);
    auto plan = planEvents(file, table(), records);
    EXPECT_TRUE(plan.has_value());
    carryOut(records, *plan);
    const auto problems = checkRecords(records);
    EXPECT_TRUE(problems.empty()) << problems.front().reason;
    return std::move(*plan);
  }

  Records records;
};

TEST_F(EventPlanTest, EverythingIsNewOnceAndUnchangedTheSecondTime) {
  ForeignEvent treaty = entry("Treaty of Nowhere", "1648-10-24");
  treaty.where = QStringLiteral("Münster");
  treaty.actors = {{"signed", QStringLiteral("Axel Oxenstierna")}, {"signed", QStringLiteral("France")}};
  treaty.tags = {QStringLiteral("peace; lasting")};
  treaty.sources = {{{}, {}, {}}};
  treaty.sources.front().source.url = QStringLiteral("https://example.org/a");
  const std::vector<ForeignEvent> events{treaty, entry("Treaty of Nowhere", ""),
                                         entry("Treaty of Nowhere", "")};
  const EventPlan first = import(events);
  EXPECT_EQ(first.count(EntryFate::Added), 3U);
  EXPECT_TRUE(first.sourceIsNew);
  EXPECT_EQ(first.newActors, 2U);
  ASSERT_THAT(records.events, SizeIs(3));
  const Event& made = records.events.front().event;
  EXPECT_EQ(made.uid.value, "treaty-of-nowhere-1648-10-24");
  EXPECT_EQ(made.tags, std::vector<QString>{QStringLiteral("peace, lasting")});
  EXPECT_EQ(made.sources.front(), first.source) << "the table comes first";
  EXPECT_THAT(made.sources, SizeIs(2));
  const auto france = std::ranges::find(records.actors, QStringLiteral("France"), &Actor::name);
  ASSERT_NE(france, records.actors.end());
  EXPECT_EQ(france->kind, ActorKind::State);
  EXPECT_EQ(france->country, QStringLiteral("FRA"));
  const Records before = records;
  const EventPlan second = import(events);
  EXPECT_EQ(second.count(EntryFate::Unchanged), 3U);
  EXPECT_TRUE(second.records.empty());
  EXPECT_TRUE(second.missing.empty());
  EXPECT_TRUE(records == before);
}

TEST_F(EventPlanTest, AnIdHoldsAnEventWhateverElseChanges) {
  (void)import({entry("One", "2001", "17"), entry("Two", "2002", "18")});
  const EventPlan plan = import({entry("Another title", "2003-05", "17")});
  EXPECT_EQ(plan.events.front().fate, EntryFate::Changed);
  EXPECT_EQ(plan.events.front().changes, "title, when");
  EXPECT_EQ(records.events.front().event.title, QStringLiteral("Another title"));
  ASSERT_THAT(plan.missing, SizeIs(1));
  EXPECT_EQ(plan.missing.front(), records.events[1].event.uid);
  EXPECT_THAT(records.events, SizeIs(2)) << "what is missing stays";
}

TEST_F(EventPlanTest, WithoutIdATitleThatIsTheOnlyOneIsTheSameEvent) {
  (void)import({entry("One", "2001"), entry("Two", "2002"), entry("Two", "2003")});
  const EventPlan plan = import({entry("One", "2001-04"), entry("Two", "2004")});
  EXPECT_EQ(plan.events[0].fate, EntryFate::Changed);
  EXPECT_EQ(plan.events[1].fate, EntryFate::Added) << "which of the two it was nobody can say";
  EXPECT_THAT(plan.missing, SizeIs(2));
}

TEST_F(EventPlanTest, WhatPeopleAddedStaysAndEmptyCellsTakeNothingAway) {
  ForeignEvent event = entry("One", "2001");
  event.summary = QStringLiteral("Words");
  (void)import({event});
  records.events.front().event.note = QStringLiteral("My own");
  records.events.front().event.tags = {QStringLiteral("mine")};
  event.summary.clear();
  event.tags = {QStringLiteral("theirs")};
  const EventPlan plan = import({event});
  EXPECT_EQ(plan.events.front().changes, "tags");
  const Event& now = records.events.front().event;
  EXPECT_EQ(now.summary, QStringLiteral("Words"));
  EXPECT_EQ(now.note, QStringLiteral("My own"));
  EXPECT_EQ(now.tags, (std::vector<QString>{QStringLiteral("mine"), QStringLiteral("theirs")}));
}

TEST_F(EventPlanTest, RowsWithOneTitleAndDateAreToldApartByTheirWords) {
  std::vector<ForeignEvent> rows;
  for (const char* words : {"a", "b", "c"}) {
    rows.push_back(entry("Same", "1900"));
    rows.back().summary = QString::fromLatin1(words);
  }
  (void)import(rows);
  const EventPlan plan = import({rows[2], rows[0]});
  EXPECT_EQ(plan.count(EntryFate::Unchanged), 2U);
  ASSERT_THAT(plan.missing, SizeIs(1));
  EXPECT_EQ(records.events[1].event.summary, QStringLiteral("b"));
  EXPECT_EQ(plan.missing.front(), records.events[1].event.uid);
}

TEST_F(EventPlanTest, WhatIsThereUnderAnotherSourceIsSaid) {
  (void)import({entry("One", "2001"), entry("Two", "2002")});
  ForeignArchive file;
  file.title = QStringLiteral("My file");
  file.events = {entry("One", "2001"), entry("Two", "2002"), entry("Three", "2003")};
  ImportOrigin other;
  other.title = QStringLiteral("Renamed");
  records.properties = {{Uid("title"), QStringLiteral("There")}};
  const auto plan = planEvents(file, other, records);
  ASSERT_TRUE(plan.has_value());
  ASSERT_THAT(plan->notes, SizeIs(2));
  EXPECT_THAT(plan->notes[0].text, HasSubstr("'My file'"));
  EXPECT_THAT(plan->notes[1].text, HasSubstr("2 of its 3 entries are those of the source my-table"));
}

TEST_F(EventPlanTest, KindsThatNeedMoreBecomeEventsWithANote) {
  ForeignEvent pledge = entry("A pledge", "2014");
  pledge.kind = EventKind::Pledge;
  ForeignEvent said = entry("Said", "2014");
  said.kind = EventKind::Statement;
  ForeignEvent speech = entry("A speech", "2014");
  speech.kind = EventKind::Statement;
  speech.actors = {{"speaker", QStringLiteral("Somebody")}};
  ForeignEvent era = entry("An era", "1990/2000");
  era.kind = EventKind::Period;
  const EventPlan plan = import({pledge, said, speech, era});
  EXPECT_THAT(records.events, SizeIs(2));
  EXPECT_THAT(records.statements, SizeIs(1));
  EXPECT_THAT(records.periods, SizeIs(1));
  ASSERT_THAT(plan.notes, SizeIs(2));
  EXPECT_THAT(plan.notes.front().text, HasSubstr("'A pledge' is imported as an event, not as a pledge"));
  EXPECT_THAT(plan.notes.back().text, HasSubstr("speaker"));
}

TEST_F(EventPlanTest, NamesAreTheSameWhateverTheirCaseAndAccents) {
  ForeignEvent a = entry("A", "2001");
  a.where = QStringLiteral("Genève");
  a.actors = {{"", QStringLiteral("José Barroso")}};
  ForeignEvent b = entry("B", "2002");
  b.where = QStringLiteral("GENEVE");
  b.actors = {{"", QStringLiteral("Jose  Barroso")}};
  (void)import({a, b});
  EXPECT_THAT(records.places, SizeIs(1));
  EXPECT_THAT(records.actors, SizeIs(1));
}

TEST_F(EventPlanTest, SourcesAloneNeedNoOrigin) {
  ForeignArchive file;
  ForeignSource work;
  work.key = QStringLiteral("kennan1946");
  work.source.title = QStringLiteral("The long telegram");
  file.sources = {work};
  auto plan = planEvents(file, {}, records);
  ASSERT_TRUE(plan.has_value());
  EXPECT_EQ(plan->count(EntryFate::Added), 1U);
  carryOut(records, *plan);
  ASSERT_THAT(records.sources, SizeIs(1));
  EXPECT_EQ(records.sources.front().uid.value, "kennan1946");
  file.sources.front().source.publisher = QStringLiteral("Department of State");
  plan = planEvents(file, {}, records);
  EXPECT_EQ(plan->sources.front().fate, EntryFate::Changed);
  EXPECT_EQ(plan->sources.front().changes, "publisher");
}

TEST_F(EventPlanTest, ChaptersOfOneBookAreWorksOfTheirOwn) {
  ForeignArchive file;
  for (const char* title : {"Chapter 1", "Chapter 2", "Chapter 2"}) {
    ForeignSource work;
    work.source.title = QString::fromUtf8(title);
    work.source.url = QStringLiteral("https://doi.org/10.1/book");
    file.sources.push_back(work);
  }
  auto plan = planEvents(file, {}, records);
  ASSERT_TRUE(plan.has_value());
  EXPECT_EQ(plan->count(EntryFate::Added), 2U);
  ASSERT_THAT(plan->notes, SizeIs(1));
  EXPECT_EQ(plan->notes[0].text, "'Chapter 2' stands in the file more than once; the first one is taken.");
  carryOut(records, *plan);
  ASSERT_THAT(records.sources, SizeIs(2));
  plan = planEvents(file, {}, records);
  EXPECT_EQ(plan->count(EntryFate::Unchanged), 3U);
  EXPECT_TRUE(plan->records.empty());
  // A work whose title was corrected is known by its address, where that is its own.
  file.sources = {file.sources[0]};
  file.sources[0].source.url = QStringLiteral("https://example.org/a");
  carryOut(records, *planEvents(file, {}, records));
  file.sources[0].source.title = QStringLiteral("Chapter One");
  plan = planEvents(file, {}, records);
  EXPECT_EQ(plan->sources[0].fate, EntryFate::Changed);
}

TEST_F(EventPlanTest, AnOriginWithoutTitleIsRefused) {
  ForeignArchive file;
  file.events = {entry("A", "2001")};
  EXPECT_EQ(planEvents(file, {}, records).error().kind, ErrorKind::Invalid);
}

TEST(KeyedUid, IdsThatLookAlikeStayApart) {
  const SourceUid source(Uid("s"));
  EXPECT_EQ(keyedUid(source, QStringLiteral("17")).value, "s.17");
  EXPECT_NE(keyedUid(source, QStringLiteral("A b")), keyedUid(source, QStringLiteral("a-b")));
  EXPECT_NE(keyedUid(source, QStringLiteral("日")), keyedUid(source, QStringLiteral("月")));
  EXPECT_TRUE(isUid(keyedUid(SourceUid(Uid(120, 'x')), QString(500, QLatin1Char('y'))).value));
}

TEST(ToForeign, TellsNamesForReferencesAndCountsTheRest) {
  Records records;
  records.actors = {{ActorUid(Uid("a")), QStringLiteral("Ann"), {}, ActorKind::Person, {}, {}, {}}};
  Message message;
  message.event.uid = EventUid(Uid("m"));
  message.event.title = QStringLiteral("A letter");
  message.senders = {ActorUid(Uid("a"))};
  message.text = QStringLiteral("Dear");
  records.messages = {message};
  Stage stage;
  stage.message = message.event.uid;
  stage.when = *FuzzyDate::parse("1962-10-26");
  records.stages = {stage};
  records.claims.resize(2);
  const ForeignArchive told = toForeign(records);
  ASSERT_THAT(told.events, SizeIs(1));
  EXPECT_EQ(told.events.front().when->edtf(), "1962-10-26");
  EXPECT_EQ(told.events.front().actors.front(), (ForeignActor{"sender", QStringLiteral("Ann")}));
  EXPECT_EQ(told.events.front().summary, QString::fromUtf8("“Dear”"));
  EXPECT_EQ(told.leftOut.at("claims"), 2U);
}

}  // namespace
}  // namespace entente
