// SPDX-License-Identifier: GPL-3.0-or-later
// Each check on a case that it finds and on the nearest one that it lets pass; no order of records counts;
// the built-in archive has no error.
#include "core/ledger/consistency.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "core/exchange/bundle_reader.h"
#include "core/model/record_tables.h"

namespace entente {

void PrintTo(const Finding& finding, std::ostream* out) {
  *out << wordOf(finding.severity) << ' ' << wordOf(finding.check) << ' ' << finding.record.text();
  for (const RecordRef& other : finding.others)
    *out << ' ' << other.text();
  for (const FuzzyDate& date : finding.dates)
    *out << ' ' << date.edtf();
  for (const QString& value : finding.values)
    *out << " '" << value.toStdString() << '\'';
}

namespace {

constexpr Instant kNow{1'785'542'400};  // 2026-08-01

FuzzyDate date(const char* edtf) {
  return *FuzzyDate::parse(edtf);
}

QString q(const char* text) {
  return QString::fromUtf8(text);
}

/// Records made row by row; every event, stage and so on has a source unless a test takes it away.
class Archive {
 public:
  Archive() { source("src"); }

  Source& source(const char* uid) {
    Source& source = records.sources.emplace_back();
    source.uid = SourceUid(uid);
    source.title = q(uid);
    source.reliability = Reliability::B;
    return source;
  }
  Actor& actor(const char* uid, const char* name, ActorKind kind = ActorKind::Person) {
    Actor& actor = records.actors.emplace_back();
    actor.uid = ActorUid(uid);
    actor.name = q(name);
    actor.kind = kind;
    return actor;
  }
  Message& message(const char* uid, const char* sent = nullptr) {
    Message& message = records.messages.emplace_back();
    fill(message.event, uid, nullptr);
    if (sent != nullptr) stage(uid, StageKind::Sent, sent);
    return message;
  }
  Statement& statement(const char* uid, const char* when) {
    Statement& statement = records.statements.emplace_back();
    fill(statement.event, uid, when);
    return statement;
  }
  Summit& summit(const char* uid, const char* when, SummitStatus status = SummitStatus::Held) {
    Summit& summit = records.summits.emplace_back();
    fill(summit.event, uid, when);
    summit.status = status;
    return summit;
  }
  Pledge& pledge(const char* uid, const char* when) {
    Pledge& pledge = records.pledges.emplace_back();
    fill(pledge.event, uid, when);
    pledge.target = *Decimal::parse("2");
    return pledge;
  }
  Stage& stage(const char* message, StageKind kind, const char* when) {
    Stage& stage = records.stages.emplace_back();
    stage.uid = StageUid("stage-" + std::to_string(records.stages.size()));
    stage.message = EventUid(message);
    stage.stage = kind;
    if (when != nullptr) stage.when = date(when);
    stage.source = SourceUid("src");
    return stage;
  }
  Link& link(RecordRef from, Relation relation, RecordRef to) {
    Link& link = records.links.emplace_back();
    link.uid = LinkUid("link-" + std::to_string(records.links.size()));
    link.from = std::move(from);
    link.relation = relation;
    link.to = std::move(to);
    return link;
  }
  Office& office(const char* actor, const char* office, const char* body, const char* held) {
    Office& row = records.offices.emplace_back();
    row.uid = OfficeUid("office-" + std::to_string(records.offices.size()));
    row.actor = ActorUid(actor);
    row.office = q(office);
    row.body = q(body);
    row.held = date(held);
    row.source = SourceUid("src");
    return row;
  }
  Accession& accession(const char* organisation, const char* state, const char* when) {
    Accession& row = records.accessions.emplace_back();
    row.uid = AccessionUid("accession-" + std::to_string(records.accessions.size()));
    row.organisation = ActorUid(organisation);
    row.state = ActorUid(state);
    row.date = date(when);
    row.source = SourceUid("src");
    return row;
  }
  Position& position(const char* pledge, const char* actor, PositionKind kind, const char* when = nullptr) {
    Position& row = records.positions.emplace_back();
    row.uid = PositionUid("position-" + std::to_string(records.positions.size()));
    row.pledge = EventUid(pledge);
    row.actor = ActorUid(actor);
    row.position = kind;
    if (when != nullptr) row.when = date(when);
    row.source = SourceUid("src");
    return row;
  }
  Spending& figure(const char* uid, const char* value, SpendingMetric metric = SpendingMetric::PercentOfGdp) {
    Spending& row = records.spending.emplace_back();
    row.uid = SpendingUid(uid);
    row.actor = ActorUid("state-" + std::string(uid));
    row.year = 2024;
    row.metric = metric;
    row.value = *Decimal::parse(value);
    row.source = SourceUid("src");
    return row;
  }
  Claim& claim(const char* uid, const RecordRef& subject, const char* question, const char* value) {
    Claim& claim = records.claims.emplace_back();
    claim.uid = ClaimUid(uid);
    claim.subject = subject;
    claim.question = q(question);
    claim.value = q(value);
    claim.source = SourceUid(Uid("src-") + uid);
    return claim;
  }

  [[nodiscard]] std::vector<Finding> findings() const { return checkConsistency(records, kNow); }
  /// Of this check alone; nothing else may be found.
  [[nodiscard]] std::vector<Finding> findings(CheckId check) const {
    const std::vector<Finding> all = findings();
    for (const Finding& finding : all)
      EXPECT_EQ(finding.check, check) << ::testing::PrintToString(finding);
    return all;
  }
  /// The severity of the only thing found.
  [[nodiscard]] std::optional<Severity> only(CheckId check) const {
    const std::vector<Finding> all = findings(check);
    EXPECT_EQ(all.size(), 1U) << ::testing::PrintToString(all);
    return all.size() == 1 ? std::optional(all.front().severity) : std::nullopt;
  }
  [[nodiscard]] bool isFine() const {
    const std::vector<Finding> all = findings();
    EXPECT_TRUE(all.empty()) << ::testing::PrintToString(all);
    return all.empty();
  }

  Records records;

 private:
  static void fill(Event& event, const char* uid, const char* when) {
    event.uid = EventUid(uid);
    event.title = q(uid);
    if (when != nullptr) event.when = date(when);
    event.sources = {SourceUid("src")};
  }
};

const RecordRef kReply{RecordKind::Message, "reply"};
const RecordRef kMessage{RecordKind::Message, "message"};
const RecordRef kStatement{RecordKind::Statement, "statement"};
const RecordRef kPledge{RecordKind::Pledge, "pledge"};

Archive replyTo(const char* reply, const char* message) {
  Archive archive;
  archive.message("reply", reply);
  archive.message("message", message);
  archive.link(kReply, Relation::RespondsTo, kMessage);
  return archive;
}

TEST(ReplyBeforeMessage, IsFoundWhereCertain) {
  const std::vector<Finding> found = replyTo("2025-06-20", "2025-06-24").findings();
  const Finding expected{CheckId::ReplyBeforeMessage,
                         Severity::Error,
                         kReply,
                         {kMessage},
                         {date("2025-06-20"), date("2025-06-24")},
                         {}};
  EXPECT_EQ(found, std::vector{expected});
  EXPECT_TRUE(replyTo("2025-06-24", "2025-06-24").isFine());
  EXPECT_TRUE(replyTo("2025-06-20", "2025-06").isFine()) << "it may have been sent on the 1st";
  EXPECT_TRUE(replyTo("2025-06-20", "../2025-06-30").isFine());
}

TEST(ReplyBeforeMessage, DaysOfTwoPlacesMayAdjoin) {
  EXPECT_EQ(replyTo("2025-06-23", "2025-06-24").only(CheckId::ReplyBeforeMessage), Severity::Warning);
  EXPECT_EQ(replyTo("2025-06-22", "2025-06-24").only(CheckId::ReplyBeforeMessage), Severity::Error);
  EXPECT_EQ(replyTo("2025-06-23", "2025-06-24T06:00:00Z").only(CheckId::ReplyBeforeMessage),
            Severity::Warning)
      << "it is still the 23rd in America";
  EXPECT_EQ(replyTo("2025-06-23", "2025-06-24T12:00:00Z").only(CheckId::ReplyBeforeMessage), Severity::Error);
  EXPECT_EQ(replyTo("2025-06-24T11:59:00Z", "2025-06-24T12:00:00Z").only(CheckId::ReplyBeforeMessage),
            Severity::Error);
  EXPECT_TRUE(replyTo("2025-06-24T11:59:00", "2025-06-24T12:00:00").isFine()) << "zones unknown";
}

TEST(ReplyBeforeMessage, OneSendingOfSeveralThatFitsIsEnough) {
  Archive archive = replyTo("2025-06-20", "2025-06-24");
  archive.stage("message", StageKind::Sent, "2025-06-19");
  EXPECT_TRUE(archive.isFine());
  EXPECT_TRUE(replyTo(nullptr, "2025-06-24").isFine());
}

TEST(LinkAgainstTime, FollowsAndPromptsLookBothWays) {
  for (const Relation relation :
       {Relation::Follows, Relation::Cites, Relation::Reviews, Relation::Publishes}) {
    Archive archive;
    archive.statement("statement", "2025-06-01");
    archive.message("message", "2025-06-24");
    archive.link(kStatement, relation, kMessage);
    EXPECT_EQ(archive.only(CheckId::LinkAgainstTime), Severity::Warning) << wordOf(relation);
    std::swap(archive.records.links.front().from, archive.records.links.front().to);
    EXPECT_TRUE(archive.isFine()) << wordOf(relation);
    archive.records.links.front().relation = Relation::Prompts;
    EXPECT_EQ(archive.only(CheckId::LinkAgainstTime), Severity::Warning);
    std::swap(archive.records.links.front().from, archive.records.links.front().to);
    EXPECT_TRUE(archive.isFine());
  }
}

TEST(LinkAgainstTime, AnnouncingLooksAhead) {
  Archive archive;
  archive.statement("statement", "2025-06-01");
  archive.pledge("pledge", "2025-06-24");
  archive.link(kStatement, Relation::Announces, kPledge);
  EXPECT_TRUE(archive.isFine());
}

Archive withStage(StageKind kind, const char* when) {
  Archive archive;
  archive.message("message", "2025-06-24");
  archive.stage("message", kind, when);
  return archive;
}

TEST(Stages, NothingHappensToAMessageBeforeItIsSent) {
  const auto error = [](StageKind kind) {
    return withStage(kind, "2024-06-24").only(CheckId::StageBeforeSent);
  };
  EXPECT_EQ(withStage(StageKind::Published, "2024-06-24").only(CheckId::PublishedBeforeSent),
            Severity::Error);
  EXPECT_EQ(error(StageKind::Received), Severity::Error);
  EXPECT_EQ(error(StageKind::Forwarded), Severity::Error);
  EXPECT_EQ(error(StageKind::Deleted), Severity::Error);
  EXPECT_EQ(error(StageKind::Declassified), Severity::Error);
  EXPECT_EQ(error(StageKind::Reported), Severity::Warning);
  EXPECT_EQ(error(StageKind::Confirmed), Severity::Warning);
  EXPECT_EQ(error(StageKind::Archived), Severity::Warning);
  EXPECT_TRUE(withStage(StageKind::Denied, "2024-06-24").isFine());
  EXPECT_TRUE(withStage(StageKind::Drafted, "2024-06-24").isFine());
  EXPECT_TRUE(withStage(StageKind::Published, "2025-06").isFine());
  EXPECT_TRUE(withStage(StageKind::Published, nullptr).isFine());
  EXPECT_EQ(withStage(StageKind::Published, "2025-06-23").only(CheckId::PublishedBeforeSent),
            Severity::Warning);
}

TEST(Stages, SentTwiceTheFirstTimeCounts) {
  Archive archive = withStage(StageKind::Received, "2025-06-20");
  archive.stage("message", StageKind::Sent, "2025-06-19");
  EXPECT_TRUE(archive.isFine());
  archive.records.stages.back().when.reset();
  EXPECT_TRUE(archive.isFine()) << "nobody knows when it was first sent";
  archive.records.stages.pop_back();
  EXPECT_EQ(archive.only(CheckId::StageBeforeSent), Severity::Error);
}

TEST(Stages, ADraftComesFirst) {
  EXPECT_EQ(withStage(StageKind::Drafted, "2025-07-01").only(CheckId::SentBeforeDrafted), Severity::Error);
  Archive archive = withStage(StageKind::Drafted, "2025-07-01");
  archive.stage("message", StageKind::Sent, "2025-07-02");
  EXPECT_TRUE(archive.isFine());
}

TEST(Summits, AreHeldByTheirDay) {
  Archive archive;
  archive.summit("summit", "2027");
  EXPECT_EQ(archive.only(CheckId::SummitNotYetHeld), Severity::Warning);
  archive.records.summits.front().event.when = date("2026");
  EXPECT_TRUE(archive.isFine());
  archive.records.summits.front().event.when = date("2026-08-01");
  EXPECT_TRUE(archive.isFine());
}

TEST(Summits, AreNoLongerScheduledAfterIt) {
  Archive archive;
  archive.summit("summit", "2026-07-07/2026-07-08", SummitStatus::Scheduled);
  EXPECT_EQ(archive.only(CheckId::SummitStillScheduled), Severity::Warning);
  archive.records.summits.front().event.when = date("2026-07-31");
  EXPECT_TRUE(archive.isFine()) << "it is still that day somewhere";
  archive.records.summits.front().event.when = date("2026-07-31/");
  EXPECT_TRUE(archive.isFine());
  archive.records.summits.front().event.when = date("2026-07-07");
  archive.records.summits.front().status = SummitStatus::Cancelled;
  EXPECT_TRUE(archive.isFine());
}

TEST(ActInTheFuture, IsNone) {
  Archive archive;
  archive.statement("statement", "2026-08-03");
  EXPECT_EQ(archive.only(CheckId::ActInTheFuture), Severity::Warning);
  archive.records.statements.front().event.when = date("2026-08-01");
  EXPECT_TRUE(archive.isFine());
  EXPECT_EQ(withStage(StageKind::Published, "2028").only(CheckId::ActInTheFuture), Severity::Warning);
  EXPECT_TRUE(withStage(StageKind::Published, "2026-08-01").isFine());
}

Archive withRole(const char* role, const char* when) {
  Archive archive;
  archive.actor("obama", "Obama");
  archive.office("obama", "President", "United States", "2009-01-20/2017-01-20");
  archive.summit("summit", when).event.participants = {{role, ActorUid("obama")}};
  return archive;
}

TEST(OfficeAtAnotherTime, TakesRolesForOfficesOfTheirHolder) {
  for (const char* role : {"president", "President-of-the-United-States", "president-united-states"}) {
    EXPECT_EQ(withRole(role, "2018-01").only(CheckId::OfficeAtAnotherTime), Severity::Warning) << role;
    EXPECT_EQ(withRole(role, "2008").only(CheckId::OfficeAtAnotherTime), Severity::Warning) << role;
    EXPECT_TRUE(withRole(role, "2017").isFine()) << role;
    EXPECT_TRUE(withRole(role, "2017-01-21").isFine()) << "days of two places may adjoin";
  }
  EXPECT_TRUE(withRole("guest", "2018").isFine()) << "people act out of office";
  EXPECT_TRUE(withRole("vice-president", "2018").isFine()) << "nothing is recorded of that";
  EXPECT_TRUE(withRole("president-of-france", "2018").isFine());
}

TEST(OfficeAtAnotherTime, OneTermThatFitsIsEnough) {
  Archive archive = withRole("president", "2018");
  archive.office("obama", "President", "Club", "2018/..");
  EXPECT_TRUE(archive.isFine());
}

TEST(PledgeDates, DueAndReviewComeAfterThePledge) {
  Archive archive;
  Pledge& pledge = archive.pledge("pledge", "2014-09-05");
  pledge.due = date("2013");
  EXPECT_EQ(archive.only(CheckId::DueBeforeMade), Severity::Error);
  pledge.due = date("2014");
  EXPECT_TRUE(archive.isFine());
  pledge.review = date("2013");
  EXPECT_EQ(archive.only(CheckId::ReviewBeforeMade), Severity::Error);
  pledge.review = date("2015");
  EXPECT_EQ(archive.only(CheckId::ReviewAfterDue), Severity::Note);
  pledge.due = date("2015-06");
  EXPECT_TRUE(archive.isFine());
}

TEST(PledgeOutsideSummit, IsFoundUnlessItIsADraft) {
  Archive archive;
  archive.summit("summit", "2025-06-24/2025-06-25");
  Pledge& pledge = archive.pledge("pledge", "2025-06-26");
  pledge.madeAt = EventUid("summit");
  EXPECT_EQ(archive.only(CheckId::PledgeOutsideSummit), Severity::Warning);
  pledge.event.when = date("2025-06-25");
  EXPECT_TRUE(archive.isFine());
  pledge.event.when = date("2025-06-01");
  pledge.status = PledgeStatus::Draft;
  EXPECT_TRUE(archive.isFine());
}

TEST(PledgeTarget, HasTheUnitOfItsFigures) {
  Archive archive;
  Pledge& pledge = archive.pledge("pledge", "2014");
  pledge.measuredBy = SpendingMetric::PercentOfGdp;
  pledge.unit = PledgeUnit::UsdBillion;
  EXPECT_EQ(archive.only(CheckId::PledgeMeasuredOtherwise), Severity::Error);
  pledge.measuredBy = SpendingMetric::Usd2021Billion;
  EXPECT_TRUE(archive.isFine());
}

TEST(PledgeTarget, IsPossible) {
  Archive archive;
  Pledge& pledge = archive.pledge("pledge", "2014");
  pledge.target = *Decimal::parse("800");
  EXPECT_EQ(archive.only(CheckId::TargetImpossible), Severity::Error);
  pledge.unit = PledgeUnit::EurBillion;
  EXPECT_TRUE(archive.isFine());
  pledge.target = *Decimal::parse("-1");
  EXPECT_EQ(archive.only(CheckId::TargetImpossible), Severity::Error);
}

Archive withPosition(PositionKind kind, const char* accession, const char* when = nullptr) {
  Archive archive;
  archive.actor("nato", "NATO", ActorKind::Organisation);
  archive.actor("fin", "Finland", ActorKind::State);
  archive.actor("bel", "Belgium", ActorKind::State);
  archive.accession("nato", "bel", "1949-04-04");
  if (accession != nullptr) archive.accession("nato", "fin", accession);
  archive.pledge("pledge", "2014-09-05").adherents = {{ActorUid("nato"), date("2014-09-05")}};
  archive.position("pledge", "fin", kind, when);
  return archive;
}

TEST(PositionOfNonMember, IsFound) {
  const std::vector<Finding> found = withPosition(PositionKind::OptOut, "2023-04-04").findings();
  const Finding expected{
      CheckId::PositionOfNonMember,
      Severity::Warning,
      kPledge,
      {{RecordKind::Position, "position-1"}, {RecordKind::Actor, "fin"}, {RecordKind::Actor, "nato"}},
      {date("2014-09-05")},
      {q("opt-out")}};
  EXPECT_EQ(found, std::vector{expected});
  EXPECT_EQ(withPosition(PositionKind::Accepts, nullptr).only(CheckId::PositionOfNonMember),
            Severity::Warning);
  EXPECT_EQ(withPosition(PositionKind::Delay, "1950/2010").only(CheckId::PositionOfNonMember),
            Severity::Warning)
      << "it had left";
  EXPECT_EQ(withPosition(PositionKind::Accepts, "2023-04-04", "2020").only(CheckId::PositionOfNonMember),
            Severity::Warning);
}

TEST(PositionOfNonMember, IsNoneOfAMember) {
  EXPECT_TRUE(withPosition(PositionKind::OptOut, "2014-09-05").isFine());
  EXPECT_TRUE(withPosition(PositionKind::OptOut, "2014").isFine()) << "possibly a member";
  EXPECT_TRUE(withPosition(PositionKind::Accepts, "2023-04-04", "2023-07-11").isFine()) << "it joined in";
  EXPECT_TRUE(withPosition(PositionKind::Proposes, nullptr).isFine()) << "everybody may propose";
  Archive archive = withPosition(PositionKind::Accepts, nullptr);
  archive.records.pledges.front().adherents.push_back({ActorUid("fin"), std::nullopt});
  EXPECT_TRUE(archive.isFine()) << "named itself";
  archive.records.pledges.front().adherents = {{ActorUid("eu"), date("2014")}};
  EXPECT_TRUE(archive.isFine()) << "no accession to it is recorded";
}

TEST(Figures, ArePossible) {
  Archive archive;
  Spending& figure = archive.figure("a", "-0.1");
  EXPECT_EQ(archive.only(CheckId::FigureImpossible), Severity::Error);
  figure.value = *Decimal::parse("100.5");
  EXPECT_EQ(archive.only(CheckId::FigureImpossible), Severity::Error);
  figure.value = *Decimal::parse("100");
  EXPECT_TRUE(archive.isFine());
  figure.value = *Decimal::parse("100.5");
  figure.metric = SpendingMetric::UsdBillion;
  EXPECT_TRUE(archive.isFine());
}

TEST(Figures, StandOnceInAnEdition) {
  Archive archive;
  archive.source("other");
  archive.figure("a", "2.1");
  archive.figure("b", "2.1").actor = ActorUid("state-a");
  const Finding expected{
      CheckId::FigureTwice, Severity::Warning, {RecordKind::Spending, "b"}, {{RecordKind::Spending, "a"}}, {},
      {q("2.1"), q("2.1")}};
  EXPECT_EQ(archive.findings(), std::vector{expected});
  archive.records.spending.back().source = SourceUid("other");
  EXPECT_TRUE(archive.isFine());
}

Archive withQuote(const char* text, const char* quote) {
  Archive archive;
  archive.message("message", "2025-06-24").text = q(text);
  Claim& claim = archive.claim("a", kMessage, "", "it begins so");
  claim.field = q("text");
  claim.quote = q(quote);
  return archive;
}

TEST(QuoteNotInText, FoldsWhatPrintersChange) {
  const char* text = "It was not\neasy but we've got them \"all\" signed onto 5 percent!";
  EXPECT_TRUE(withQuote(text, "not easy but we’ve got them ‘all’ signed").isFine());
  EXPECT_TRUE(withQuote(text, "“It was  not easy”.").isFine());
  EXPECT_TRUE(withQuote(text, "It was [...] signed onto … percent").isFine());
  EXPECT_TRUE(withQuote("", "anything").isFine()) << "the wording is not known";
}

TEST(QuoteNotInText, FindsOtherWords) {
  const char* text = "It was not easy but we've got them all signed onto 5 percent!";
  EXPECT_EQ(withQuote(text, "it wasn't easy").only(CheckId::QuoteNotInText), Severity::Warning);
  EXPECT_EQ(withQuote(text, "signed onto ... not easy").only(CheckId::QuoteNotInText), Severity::Warning)
      << "pieces out of order";
  EXPECT_EQ(withQuote("It was […] easy", "not").only(CheckId::QuoteNotInText), Severity::Note)
      << "it may stand where parts are left out";
}

TEST(QuoteNotInText, LetsBeWhatIsRefutedOrNotAboutTheText) {
  Archive archive = withQuote("It was not easy", "It wasn't easy");
  archive.records.claims.front().verdict = Verdict::Refuted;
  EXPECT_TRUE(archive.isFine());
  archive.records.claims.front().verdict.reset();
  archive.records.claims.front().field = q("summary");
  EXPECT_TRUE(archive.isFine());
}

TEST(QuoteNotInText, AStatementMayBeQuotedAtLength) {
  Archive archive;
  archive.statement("statement", "2025-06-25").quote = q("strong language");
  Claim& claim = archive.claim("a", kStatement, "", "so");
  claim.field = q("quote");
  claim.quote = q("Daddy has to sometimes use strong language");
  EXPECT_TRUE(archive.isFine());
  claim.quote = q("tough love");
  EXPECT_EQ(archive.only(CheckId::QuoteNotInText), Severity::Warning);
}

TEST(VerdictsContradict, WithinOneValueAlone) {
  Archive archive;
  archive.message("message", "2025-06-24");
  archive.claim("a", kMessage, "where", "Paris").verdict = Verdict::Adopted;
  archive.claim("b", kMessage, "where", "Paris").verdict = Verdict::Refuted;
  const Finding expected{CheckId::VerdictsContradict,
                         Severity::Warning,
                         kMessage,
                         {{RecordKind::Claim, "a"}, {RecordKind::Claim, "b"}},
                         {},
                         {q("where"), q("Paris"), q("Paris")}};
  EXPECT_EQ(archive.findings(), std::vector{expected});
  archive.records.claims.back().value = q("Rome");
  EXPECT_TRUE(archive.isFine());
  archive.records.claims.back().agreesWith = ClaimUid("a");
  EXPECT_EQ(archive.only(CheckId::VerdictsContradict), Severity::Warning);
}

TEST(AdoptedTwice, IsNotedOnceATopic) {
  Archive archive;
  archive.message("message", "2025-06-24");
  for (const char* uid : {"a", "b", "c"})
    archive.claim(uid, kMessage, "where", uid).verdict = Verdict::Adopted;
  const Finding expected{CheckId::AdoptedTwice,
                         Severity::Note,
                         kMessage,
                         {{RecordKind::Claim, "a"}, {RecordKind::Claim, "b"}, {RecordKind::Claim, "c"}},
                         {},
                         {q("where"), q("a"), q("b"), q("c")}};
  EXPECT_EQ(archive.findings(), std::vector{expected});
  archive.records.claims[1].agreesWith = ClaimUid("a");
  archive.records.claims[2].agreesWith = ClaimUid("b");
  EXPECT_TRUE(archive.isFine());
  archive.records.claims[2].agreesWith = {};
  archive.records.claims[2].verdict = Verdict::Disputed;
  EXPECT_TRUE(archive.isFine());
}

Archive spelt(const char* one, const char* other) {
  Archive archive;
  archive.message("message", "2025-06-24");
  archive.claim("a", kMessage, "where", one);
  archive.claim("b", kMessage, "where", other);
  return archive;
}

TEST(SameValueApart, IsFoundWhateverTheSpelling) {
  EXPECT_EQ(spelt("Élysée Palace", "elysee-palace.").only(CheckId::SameValueApart), Severity::Note);
  EXPECT_EQ(spelt("3.5 percent", "3,5  Percent").only(CheckId::SameValueApart), Severity::Note);
  EXPECT_TRUE(spelt("Paris", " Paris").isFine()) << "one value as it is";
  EXPECT_TRUE(spelt("-1", "1").isFine());
  EXPECT_TRUE(spelt("2%", "2").isFine());
  EXPECT_TRUE(spelt("yes", "yes?").isFine());
  EXPECT_TRUE(spelt("3.5", "35").isFine());
}

TEST(SameValueApart, IsNoneOnceTied) {
  Archive archive = spelt("Paris", "PARIS");
  archive.records.claims.back().agreesWith = ClaimUid("a");
  EXPECT_TRUE(archive.isFine());
  archive = spelt("Paris", "PARIS");
  archive.records.claims.back().question = q("whence");
  EXPECT_TRUE(archive.isFine());
}

TEST(SameValueApart, DatesAndNumbersCountBeforeWords) {
  Archive archive = spelt("on the day", "On the day");
  archive.records.claims.front().edtf = date("2025-06-24");
  EXPECT_EQ(archive.only(CheckId::SameValueApart), Severity::Note);
  archive.records.claims.back().edtf = date("2025-06-25");
  EXPECT_TRUE(archive.isFine());
}

TEST(SameValueApart, IsNotAlsoAdoptedTwice) {
  Archive archive = spelt("Paris", "PARIS");
  for (Claim& claim : archive.records.claims)
    claim.verdict = Verdict::Adopted;
  EXPECT_EQ(archive.only(CheckId::SameValueApart), Severity::Note);
}

TEST(Pins, PickAClaimOfTheirField) {
  Archive archive;
  archive.message("message", "2025-06-24");
  Claim& claim = archive.claim("a", kMessage, "", "signal");
  claim.field = q("channel");
  Pin& pin = archive.records.pins.emplace_back();
  pin.uid = PinUid("pin");
  pin.subject = kMessage;
  pin.field = q("channel");
  pin.claim = ClaimUid("a");
  EXPECT_TRUE(archive.isFine());
  claim.verdict = Verdict::Refuted;
  EXPECT_EQ(archive.only(CheckId::PinOfRefuted), Severity::Warning);
  pin.field = q("language");
  EXPECT_EQ(archive.only(CheckId::PinElsewhere), Severity::Error);
  pin.field = q("channel");
  pin.subject = kReply;
  EXPECT_EQ(archive.only(CheckId::PinElsewhere), Severity::Error);
}

TEST(Records, SayWhatTheirClaimsComeDownTo) {
  Archive archive;
  archive.message("message", "2025-06-24");
  Claim& claim = archive.claim("a", kMessage, "", "June 2024");
  claim.field = q("stage:sent");
  claim.edtf = date("2024-06");
  EXPECT_EQ(archive.only(CheckId::RecordDiffersFromClaims), Severity::Warning);
  claim.edtf = date("2025-06");
  EXPECT_TRUE(archive.isFine()) << "the record is more exact";
  claim.edtf = date("2024-06");
  claim.verdict = Verdict::Refuted;
  EXPECT_TRUE(archive.isFine()) << "nothing that is claimed is shown";
}

TEST(Sources, AreReadAfterTheyArePublished) {
  Archive archive;
  Source& source = archive.records.sources.front();
  source.published = date("2025-06-24");
  source.accessed = date("2025-06-20");
  EXPECT_EQ(archive.only(CheckId::AccessedBeforePublished), Severity::Error);
  source.accessed = date("2025-06-24");
  EXPECT_TRUE(archive.isFine());
}

TEST(Sources, HaveAGradeIfSomethingRestsOnThem) {
  Archive archive;
  archive.source("ungraded").reliability.reset();
  EXPECT_TRUE(archive.isFine());
  archive.statement("statement", "2025").event.sources = {SourceUid("ungraded"), SourceUid("ungraded")};
  archive.message("message", "2025-06-24");
  archive.records.stages.back().source = SourceUid("ungraded");
  const Finding expected{
      CheckId::SourceWithoutGrade, Severity::Note, {RecordKind::Source, "ungraded"}, {}, {}, {q("2")}};
  EXPECT_EQ(archive.findings(), std::vector{expected});
}

TEST(WithoutSource, LooksBehindStagesAndClaimsToo) {
  Archive archive;
  Statement& statement = archive.statement("statement", "2025");
  statement.event.sources.clear();
  EXPECT_EQ(archive.only(CheckId::WithoutSource), Severity::Note);
  archive.claim("a", kStatement, "where", "Paris");
  EXPECT_TRUE(archive.isFine());
  archive.message("message", "2025-06-24").event.sources.clear();
  EXPECT_TRUE(archive.isFine());
  archive.records.stages.front().source = {};
  EXPECT_EQ(archive.findings(CheckId::WithoutSource).size(), 2U);
}

TEST(WithoutSource, OfficesAndAccessionsNeedOneToo) {
  Archive archive;
  archive.office("obama", "President", "United States", "2009/2017").source = {};
  archive.accession("nato", "bel", "1949").source = {};
  EXPECT_EQ(archive.findings(CheckId::WithoutSource).size(), 2U);
}

TEST(DateSaysNothing, IfItLeavesAllTimeOpen) {
  for (const char* edtf : {"XXXX", "../..", "../"}) {
    Archive archive;
    archive.office("obama", "President", "United States", edtf);
    EXPECT_EQ(archive.only(CheckId::DateSaysNothing), Severity::Note) << edtf;
  }
  for (const char* edtf : {"19XX", "../2017", "2009/", "XXXX-02"}) {
    Archive archive;
    archive.office("obama", "President", "United States", edtf);
    EXPECT_TRUE(archive.isFine()) << edtf;
  }
}

TEST(EventTwice, NeedsKindTitleAndTime) {
  Archive archive;
  archive.statement("a", "2025-06").event.title = q("Støre: “No”");
  archive.statement("b", "2025-06-24").event.title = q("støre no");
  const Finding expected{CheckId::EventTwice,
                         Severity::Warning,
                         {RecordKind::Statement, "b"},
                         {{RecordKind::Statement, "a"}},
                         {date("2025-06-24"), date("2025-06")},
                         {}};
  EXPECT_EQ(archive.findings(), std::vector{expected});
  archive.records.statements.back().event.when = date("2025-07-01");
  EXPECT_TRUE(archive.isFine());
  archive.records.statements.pop_back();
  archive.summit("b", "2025-06-24").event.title = q("Støre: no");
  EXPECT_TRUE(archive.isFine());
}

TEST(EventTwice, MessagesGoByTheirSending) {
  Archive archive;
  archive.message("a", "2025-06-24").event.title = q("Note");
  archive.message("b", "2025-06-25").event.title = q("Note");
  EXPECT_TRUE(archive.isFine());
  archive.message("c").event.title = q("Note");
  EXPECT_EQ(archive.findings(CheckId::EventTwice).size(), 2U) << "it may be either";
}

TEST(ActorTwice, GoesByFoldedNames) {
  Archive archive;
  archive.actor("a", "Jens Müller");
  archive.actor("b", "jens muller");
  EXPECT_EQ(archive.only(CheckId::ActorTwice), Severity::Warning);
  archive.records.actors.back().name = q("Jens Møller");
  EXPECT_TRUE(archive.isFine());
}

TEST(SourceTwice, GoesByAddressOrEdition) {
  Archive archive;
  archive.source("a").url = q("https://www.Example.org/page/");
  archive.source("b").url = q("http://example.org/page");
  EXPECT_EQ(archive.only(CheckId::SourceTwice), Severity::Warning);
  archive.records.sources[1].published = date("2024");
  archive.records.sources[2].published = date("2025");
  EXPECT_TRUE(archive.isFine()) << "two editions";
  archive.records.sources[2].published = date("2024-06");
  EXPECT_EQ(archive.only(CheckId::SourceTwice), Severity::Warning);
  archive.records.sources.back().url = q("http://example.org/Page");
  EXPECT_TRUE(archive.isFine());
  for (Source& source : archive.records.sources) {
    source.title = q("The message");
    source.publisher = source.uid.value == "src" ? q("NRC") : q("AP");
    source.published = date("2025-06-24");
  }
  EXPECT_EQ(archive.only(CheckId::SourceTwice), Severity::Warning);
  archive.records.sources.back().published = date("2025-06-25");
  EXPECT_TRUE(archive.isFine());
}

TEST(ClaimTwice, OfOneSourceAtOnePlace) {
  Archive archive = spelt("Paris", "Paris");
  EXPECT_TRUE(archive.isFine());
  archive.records.claims.back().source = archive.records.claims.front().source;
  EXPECT_EQ(archive.only(CheckId::ClaimTwice), Severity::Warning);
  archive.records.claims.back().locator = q("page 3");
  EXPECT_TRUE(archive.isFine());
}

Records builtIn() {
  auto reading = readBundle(ENTENTE_SOURCE_DIR "/resources/archive");
  EXPECT_TRUE(reading.has_value() && reading->problems.empty());
  return std::move(reading->records);
}

/// The built-in archive with something spoilt in every table.
Records spoilt(unsigned seed) {
  Records records = builtIn();
  std::mt19937 random(seed);
  const auto take = [&](auto& rows) -> auto& {
    return rows[random() % rows.size()];
  };
  for (int i = 0; i < 8; ++i) {
    take(records.stages).when = date("2025-06-20");
    take(records.statements).event.when = date("2031");
    take(records.summits).status = SummitStatus::Scheduled;
    take(records.pledges).due = date("1999");
    take(records.actors).name = q("Nobody");
    take(records.sources).url = q("https://example.org");
    take(records.sources).reliability.reset();
    take(records.spending).value = *Decimal::parse("-3");
    take(records.claims).verdict = Verdict::Adopted;
    take(records.claims).value = q("YES");
    take(records.accessions).date = date("2026-01-01");
    take(records.offices).source = {};
  }
  for (Statement& statement : records.statements)
    statement.event.title = q("One title");
  return records;
}

TEST(CheckConsistency, TheOrderOfRecordsDoesNotCount) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    Records records = spoilt(seed);
    const std::vector<Finding> before = checkConsistency(records, kNow);
    EXPECT_GT(before.size(), 50U);
    std::mt19937 random(seed);
    forEachTable([&](const auto& table) { std::ranges::shuffle(records.*table.rows, random); });
    ASSERT_EQ(checkConsistency(records, kNow), before) << "seed " << seed;
  }
}

TEST(CheckConsistency, IsOrderedBySeverityCheckAndRecord) {
  const std::vector<Finding> found = checkConsistency(spoilt(1), kNow);
  EXPECT_TRUE(std::ranges::is_sorted(found, {}, [](const Finding& finding) {
    return std::tuple(finding.severity, finding.check, finding.record);
  }));
}

TEST(CheckConsistency, EveryFindingNamesRecordsThatAreThere) {
  const Records records = spoilt(2);
  for (const Finding& finding : checkConsistency(records, kNow)) {
    std::vector<RecordRef> named = finding.others;
    named.push_back(finding.record);
    for (const RecordRef& ref : named) {
      bool found = ref.kind == RecordKind::Figure;
      forEachTable([&](const auto& table) {
        if (table.id != tableOf(ref.kind)) return;
        for (const auto& row : records.*table.rows)
          found = found || table.uidOf(row) == ref.uid;
      });
      EXPECT_TRUE(found) << ref.text();
    }
  }
}

TEST(CheckConsistency, TheBuiltInArchiveHasNothingWorseThanNotes) {
  for (const Finding& finding : checkConsistency(builtIn(), kNow))
    EXPECT_EQ(finding.severity, Severity::Note) << ::testing::PrintToString(finding);
}

TEST(CheckConsistency, WordsAreUnlike) {
  for (std::size_t i = 0; i < Words<CheckId>::list.size(); ++i)
    EXPECT_EQ(fromWord<CheckId>(Words<CheckId>::list[i]), static_cast<CheckId>(i));
}

}  // namespace
}  // namespace entente
