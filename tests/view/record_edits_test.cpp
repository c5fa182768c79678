// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of records: whatever is deleted, merged or changed, what is left holds together and nothing else is
// lost.
#include "core/view/record_edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/model/record_checks.h"
#include "core/view/event_edits.h"
#include "tests/view/built_in.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Records applied(Records records, const RecordChanges& changes) {
  const auto drop = [&records](const RecordKey& key) {
    forEachTable([&](const auto& table) {
      if (table.id != key.table) return;
      std::erase_if(records.*table.rows, [&](const auto& row) { return table.uidOf(row) == key.uid; });
    });
  };
  for (const RecordChange& change : changes) {
    if (const auto* removed = std::get_if<RemoveRecord>(&change)) {
      drop({removed->table, removed->uid});
      continue;
    }
    const EditableRecord& put = std::get<PutRecord>(change).record;
    drop(keyOf(put));
    std::visit(
        [&](const auto& one) { (records.*recordTable<std::decay_t<decltype(one)>>().rows).push_back(one); },
        put);
  }
  return records;
}

std::string problemsOf(const Records& records) {
  std::string all;
  for (const RecordProblem& problem : checkRecords(records))
    all += std::string(tableName(problem.table)) + " " + problem.uid + ": " + problem.reason + "\n";
  return all;
}

std::vector<RecordKey> allKeys(const Records& records) {
  std::vector<RecordKey> keys;
  forEachTable([&](const auto& table) {
    for (const auto& row : records.*table.rows)
      keys.push_back({table.id, table.uidOf(row)});
  });
  return keys;
}

QString listed(const Records& /*records*/, TableId /*was*/, const std::vector<LostField>& lost) {
  QStringList parts;
  for (const LostField& one : lost)
    parts << QString::fromStdString(std::string(one.column) + "=" + one.value);
  return parts.join(QStringLiteral(" | "));
}

/// A row of some cells as files have them.
template <class R>
R row(std::initializer_list<std::pair<std::string_view, std::string_view>> cells) {
  EditableRecord made = R();
  for (const auto& [column, text] : cells)
    EXPECT_EQ(setCell(made, column, text), "");
  return std::get<R>(made);
}

/// Ann wrote to Ben and spoke; both signed; two papers told of it.
struct Small : ::testing::Test {
  Small() {
    records.actors = {row<Actor>({{"uid", "ann"}, {"name", "Ann"}}),
                      row<Actor>({{"uid", "ben"}, {"name", "Ben"}, {"country", "NLD"}})};
    records.sources = {row<Source>({{"uid", "s1"}, {"title", "One"}}),
                       row<Source>({{"uid", "s2"}, {"title", "Two"}})};
    PlainEvent event;
    event.event.uid = EventUid("treaty");
    event.event.title = QStringLiteral("The treaty");
    event.event.when = FuzzyDate::parse("1962-10-22").value();
    event.event.participants = {{"signed", ActorUid("ann")}, {"signed", ActorUid("ben")}};
    event.event.sources = {SourceUid("s1"), SourceUid("s2")};
    records.events = {event};
    Statement said;
    said.event.uid = EventUid("speech");
    said.event.title = QStringLiteral("The speech");
    said.event.when = event.event.when;
    said.speaker = ActorUid("ann");
    said.quote = QStringLiteral("Peace.");
    said.medium = QStringLiteral("Radio");
    records.statements = {said};
    Message message;
    message.event.uid = EventUid("letter");
    message.event.title = QStringLiteral("The letter");
    message.senders = {ActorUid("ann"), ActorUid("ben")};
    message.recipients = {ActorUid("ann")};
    records.messages = {message};
    Stage sent;
    sent.uid = StageUid("letter-sent");
    sent.message = EventUid("letter");
    sent.when = FuzzyDate::parse("1962-10-23").value();
    records.stages = {sent};
    records.links = {row<Link>(
        {{"uid", "l"}, {"from", "statement:speech"}, {"relation", "announces"}, {"to", "event:treaty"}})};
    for (const char* uid : {"c1", "c2", "c3"}) {
      Claim claim;
      claim.uid = ClaimUid(uid);
      claim.subject = {RecordKind::Statement, "speech"};
      claim.field = QStringLiteral("quote");
      claim.value = QStringLiteral("Peace now.");
      claim.source = SourceUid(claim.uid.value == "c1" ? "s1" : "s2");
      if (claim.uid.value != "c1") claim.agreesWith = ClaimUid("c1");
      records.claims.push_back(claim);
    }
    records.pins = {row<Pin>({{"uid", "p"},
                              {"subject", "statement:speech"},
                              {"field", "quote"},
                              {"claim", "c1"},
                              {"reason", "heard it"}})};
    EXPECT_EQ(problemsOf(records), "");
  }
  std::vector<std::string> uids(const std::vector<RecordKey>& keys) {
    std::vector<std::string> all;
    for (const RecordKey& key : keys)
      all.push_back(key.uid);
    return all;
  }
  Records records;
};

TEST(RecordEdits, WhateverIsDeletedLeavesNothingDangling) {
  const Records& records = test::builtInRecords();
  const std::vector<RecordKey> keys = allKeys(records);
  for (std::size_t i = 0; i < keys.size(); i += 23) {
    SCOPED_TRACE(std::string(tableName(keys[i].table)) + " " + keys[i].uid);
    const DeletionPlan plan = planDeletion(records, {keys[i]});
    const Records left = applied(records, plan.changes);
    ASSERT_EQ(problemsOf(left), "");
    ASSERT_EQ(allKeys(left).size(), keys.size() - 1 - plan.goes.size());
  }
}

TEST(RecordEdits, WhateverIsMergedLeavesNothingDangling) {
  const Records& records = test::builtInRecords();
  const auto mergeSome = [&](TableId table, const auto& rows, std::size_t step) {
    for (std::size_t i = step; i < rows.size(); i += step) {
      SCOPED_TRACE(rows[i].uid.value);
      const auto changes = mergeRecords(records, table, rows[i - step].uid.value, rows[i].uid.value, listed);
      ASSERT_TRUE(changes.has_value()) << changes.error().text();
      const Records left = applied(records, *changes);
      ASSERT_EQ(problemsOf(left), "");
      ASSERT_FALSE(findRecord(left, {table, rows[i].uid.value}).has_value());
    }
  };
  mergeSome(TableId::Actors, records.actors, 3);
  mergeSome(TableId::Sources, records.sources, 31);
  mergeSome(TableId::Places, records.places, 5);
}

TEST(RecordEdits, WhateverKindAnEventBecomesItHoldsTogether) {
  const Records& records = test::builtInRecords();
  int changed = 0;
  for (std::size_t i = 0; const RecordKey& key : allKeys(records)) {
    if (!isEventTable(key.table) || i++ % 7 != 0) continue;
    for (const EventKind kind : kEventKinds) {
      SCOPED_TRACE(key.uid + " becomes " + std::string(wordOf(kind)));
      const auto changes = changeKind(records, {key}, kind, listed);
      if (!changes) {
        EXPECT_EQ(changes.error().kind, ErrorKind::Invalid);
        EXPECT_NE(kind, EventKind::Event) << "an event needs nothing";
        continue;
      }
      const Records left = applied(records, *changes);
      ASSERT_EQ(problemsOf(left), "");
      ASSERT_TRUE(findRecord(left, {tableOf(kind), key.uid}).has_value());
      ++changed;
    }
  }
  EXPECT_GT(changed, 50);
}

TEST_F(Small, DeletingAnActorTakesWhatCannotBeWithoutItAndLeavesTheRest) {
  const DeletionPlan plan = planDeletion(records, {{TableId::Actors, "ann"}});
  EXPECT_THAT(uids(plan.goes), UnorderedElementsAre("speech", "l", "c1", "c2", "c3", "p"));
  EXPECT_THAT(uids(plan.loses), UnorderedElementsAre("treaty", "letter"));
  const Records left = applied(records, plan.changes);
  EXPECT_EQ(problemsOf(left), "");
  EXPECT_THAT(left.messages[0].senders, ElementsAre(ActorUid("ben")));
  EXPECT_THAT(left.messages[0].recipients, IsEmpty());
  EXPECT_THAT(left.events[0].event.participants, ElementsAre(Participant{"signed", ActorUid("ben")}));
}

TEST_F(Small, DeletingASourceKeepsClaimsTogetherThatItTied) {
  const DeletionPlan plan = planDeletion(records, {{TableId::Sources, "s1"}});
  EXPECT_THAT(uids(plan.goes), UnorderedElementsAre("c1", "p"));
  const Records left = applied(records, plan.changes);
  EXPECT_EQ(problemsOf(left), "");
  ASSERT_EQ(left.claims.size(), 2U);
  EXPECT_EQ(left.claims[0].agreesWith.value + left.claims[1].agreesWith.value, "c2");
  EXPECT_THAT(left.events[0].event.sources, ElementsAre(SourceUid("s2")));
}

TEST_F(Small, WhatWasConfirmedIsWhatIsDeleted) {
  const DeletionPlan plan = planDeletion(records, {{TableId::Actors, "ann"}});
  Statement more = records.statements[0];
  more.event.uid = EventUid("second-speech");
  records.statements.push_back(more);
  const auto changes = deleteAsPlanned(records, plan);
  ASSERT_FALSE(changes.has_value());
  EXPECT_EQ(changes.error().kind, ErrorKind::Conflict);
  records.statements.pop_back();
  EXPECT_TRUE(deleteAsPlanned(records, plan).has_value());
}

TEST_F(Small, ABatchOfAnImportHoldsItsSource) {
  BulkBatch batch;
  batch.uid = BatchUid("b");
  batch.title = QStringLiteral("Import");
  batch.source = SourceUid("s1");
  records.bulkBatches = {batch};
  const DeletionPlan plan = planDeletion(records, {{TableId::Sources, "s1"}});
  EXPECT_THAT(uids(plan.obstacles), ElementsAre("b"));
  EXPECT_FALSE(deleteAsPlanned(records, plan).has_value());
  EXPECT_FALSE(mergeRecords(records, TableId::Sources, "s2", "s1", listed).has_value());
}

TEST_F(Small, MergingMovesMentionsOnceAndKeepsWhatDiffers) {
  records.actors[1].note = QStringLiteral("Tall.");
  const auto changes = mergeRecords(records, TableId::Actors, "ann", "ben", listed);
  ASSERT_TRUE(changes.has_value());
  const Records left = applied(records, *changes);
  EXPECT_EQ(problemsOf(left), "");
  ASSERT_EQ(left.actors.size(), 1U);
  EXPECT_EQ(left.actors[0].country, QStringLiteral("NLD"));
  EXPECT_EQ(left.actors[0].note, QStringLiteral("Tall.\n\nname=Ben"));
  EXPECT_THAT(left.messages[0].senders, ElementsAre(ActorUid("ann")));
  EXPECT_THAT(left.events[0].event.participants, ElementsAre(Participant{"signed", ActorUid("ann")}));
}

TEST_F(Small, MergingLeavesNoCopiesAndOnePinATopic) {
  const auto figure = [&](const char* uid, const char* actor) {
    Spending spent;
    spent.uid = SpendingUid(uid);
    spent.actor = ActorUid(actor);
    spent.year = 2014;
    spent.value = Decimal::parse("1.5").value();
    spent.source = SourceUid("s1");
    records.spending.push_back(spent);
    Claim claim;
    claim.uid = ClaimUid(std::string("about-") + uid);
    claim.subject = {RecordKind::Actor, actor};
    claim.question = QStringLiteral("age");
    claim.value = QStringLiteral("50");
    claim.source = SourceUid("s1");
    records.claims.push_back(claim);
    records.pins.push_back(row<Pin>({{"uid", std::string("pin-") + uid},
                                     {"subject", claim.subject.text()},
                                     {"question", "age"},
                                     {"claim", claim.uid.value},
                                     {"reason", "r"}}));
  };
  figure("f1", "ann");
  figure("f2", "ben");
  ASSERT_EQ(problemsOf(records), "");
  const Records left = applied(records, *mergeRecords(records, TableId::Actors, "ben", "ann", listed));
  EXPECT_EQ(problemsOf(left), "");
  ASSERT_EQ(left.spending.size(), 1U);
  EXPECT_EQ(left.spending[0].uid.value, "f2");
  EXPECT_EQ(std::ranges::count(left.pins, QStringLiteral("age"), &Pin::question), 1);
  EXPECT_EQ(std::ranges::count(left.claims, QStringLiteral("age"), &Claim::question), 2);
}

TEST_F(Small, AStatementThatBecomesAnEventKeepsItsSpeakerQuoteAndClaims) {
  const auto changes = changeKind(records, {{TableId::Statements, "speech"}}, EventKind::Event, listed);
  ASSERT_TRUE(changes.has_value()) << changes.error().text();
  const Records left = applied(records, *changes);
  EXPECT_EQ(problemsOf(left), "");
  const auto event = std::get<PlainEvent>(*findRecord(left, {TableId::Events, "speech"})).event;
  EXPECT_THAT(event.participants, ElementsAre(Participant{"by", ActorUid("ann")}));
  EXPECT_EQ(event.note, QStringLiteral("medium=Radio | quote=Peace."));
  EXPECT_EQ(left.links[0].from.text(), "event:speech");
  for (const Claim& claim : left.claims)
    EXPECT_EQ(claim.question, QStringLiteral("quote"));
  const Records back =
      applied(left, *changeKind(left, {{TableId::Events, "speech"}}, EventKind::Statement, listed));
  EXPECT_EQ(back.statements[0].speaker.value, "ann");
  EXPECT_EQ(problemsOf(back), "");
}

TEST_F(Small, AMessageThatBecomesAnEventIsDatedByItsSendingAndBack) {
  const Records left =
      applied(records, *changeKind(records, {{TableId::Messages, "letter"}}, EventKind::Event, listed));
  EXPECT_EQ(problemsOf(left), "");
  EXPECT_THAT(left.stages, IsEmpty());
  const auto event = std::get<PlainEvent>(*findRecord(left, {TableId::Events, "letter"})).event;
  EXPECT_EQ(event.when->edtf(), "1962-10-23");
  EXPECT_EQ(event.note, QStringLiteral("stages=sent 1962-10-23"));
  const Records back =
      applied(left, *changeKind(left, {{TableId::Events, "letter"}}, EventKind::Message, listed));
  EXPECT_EQ(problemsOf(back), "");
  EXPECT_EQ(back.stages[0].when->edtf(), "1962-10-23");
  EXPECT_EQ(back.messages[0].senders.size(), 2U);
}

TEST_F(Small, WhatTheNewKindNeedsIsAskedFor) {
  const auto changes = changeKind(records, {{TableId::Events, "treaty"}}, EventKind::Summit, listed);
  ASSERT_FALSE(changes.has_value());
  EXPECT_EQ(changes.error().kind, ErrorKind::Invalid);
  EXPECT_NE(changes.error().message.find("The treaty"), std::string::npos);
}

TEST_F(Small, NewRecordsGetReadableUidsAndCreatedOnesAreFollowed) {
  RecordEdit edit{PlainEvent(), {}, {}};
  auto& event = std::get<PlainEvent>(edit.record).event;
  event.title = QStringLiteral("The Treaty");
  event.participants = {{"signed", ActorUid("ann")}};
  Actor created;
  created.uid = ActorUid("ann");  // free when the form was opened, taken since
  created.name = QStringLiteral("Another Ann");
  edit.created = {created};
  event.participants = {{"signed", created.uid}};
  const Records left = applied(records, *putRecord(records, edit));
  EXPECT_EQ(problemsOf(left), "");
  const auto put = findRecord(left, {TableId::Events, "the-treaty"});
  ASSERT_TRUE(put.has_value());
  EXPECT_EQ(cellOf(*put, "participants"), "signed:ann-2");
  EXPECT_TRUE(findRecord(left, {TableId::Actors, "ann-2"}).has_value());
  event.title = QStringLiteral("Speech");
  edit.created.clear();
  event.participants.clear();
  const auto second = putRecord(records, edit);
  EXPECT_EQ(keyOf(std::get<PutRecord>(second->back()).record).uid, "speech-2")
      << "statements share the space";
}

TEST_F(Small, AnEditOfWhatSomebodyElseChangedIsAConflict) {
  RecordEdit edit{records.events[0], records.events[0], {}};
  records.events[0].event.summary = QStringLiteral("theirs");
  EXPECT_EQ(putRecord(records, edit).error().kind, ErrorKind::Conflict);
}

TEST_F(Small, ADuplicateHasItsOwnStages) {
  const auto changes =
      duplicateEvent(records, {TableId::Messages, "letter"}, QStringLiteral("The letter (copy)"));
  const Records left = applied(records, *changes);
  EXPECT_EQ(problemsOf(left), "");
  ASSERT_EQ(left.messages.size(), 2U);
  EXPECT_EQ(left.messages[1].event.uid.value, "letter-2");
  EXPECT_EQ(left.messages[1].senders, records.messages[0].senders);
  ASSERT_EQ(left.stages.size(), 2U);
  EXPECT_EQ(left.stages[1].message.value, "letter-2");
}

TEST_F(Small, TagsAndGradesOfSeveralEvents) {
  const std::vector<RecordKey> both{{TableId::Events, "treaty"}, {TableId::Statements, "speech"}};
  Records tagged = applied(records, *addTag(records, both, QStringLiteral("cold war")));
  EXPECT_THAT(tagged.statements[0].event.tags, ElementsAre(QStringLiteral("cold war")));
  EXPECT_THAT(*addTag(tagged, both, QStringLiteral("cold war")), IsEmpty());
  EXPECT_FALSE(addTag(records, both, QStringLiteral("a;b")).has_value());
  EXPECT_EQ(removeTag(tagged, both, QStringLiteral("cold war"))->size(), 2U);
  const auto graded = gradeSources(records, both, Reliability::B);
  EXPECT_EQ(graded->size(), 2U);
}

TEST(RecordEdits, UidsAreReadable) {
  EXPECT_EQ(readableUid(QStringLiteral("S\u00e1nchez\u2019s \u201cNo\u201d to 5 %")), "sanchezs-no-to-5");
  EXPECT_EQ(readableUid(QStringLiteral("\u041c\u043e\u0441\u043a\u0432\u0430")), "");
  EXPECT_LE(readableUid(QString(500, QLatin1Char('a'))).size(), 60U);
}

}  // namespace
}  // namespace entente
