// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as sentences: names, dates and doubts where they belong, and something to say for every check.
#include "app/words/finding_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace entente {
namespace {

const RecordRef kReply{RecordKind::Message, "reply"};
const RecordRef kMessage{RecordKind::Message, "message"};
const RecordRef kStatement{RecordKind::Statement, "statement"};
const RecordRef kPledge{RecordKind::Pledge, "pledge"};

QString q(const char* text) {
  return QString::fromUtf8(text);
}

FuzzyDate date(const char* edtf) {
  return *FuzzyDate::parse(edtf);
}

RecordTitles titles() {
  Records records;
  const auto message = [&](const char* uid, const char* title) {
    records.messages.emplace_back().event.uid = EventUid(uid);
    records.messages.back().event.title = q(title);
  };
  message("reply", "Trump to Rutte");
  message("message", "Rutte to Trump");
  records.statements.emplace_back().event.uid = EventUid("statement");
  records.statements.back().event.title = q("Rutte: 2%1 is not enough");
  records.pledges.emplace_back().event.uid = EventUid("pledge");
  records.pledges.back().event.title = q("Wales pledge");
  for (const auto& [uid, name] : {std::pair("fin", "Finland"), std::pair("nato", "NATO")}) {
    records.actors.emplace_back().uid = ActorUid(uid);
    records.actors.back().name = q(name);
  }
  Spending& figure = records.spending.emplace_back();
  figure.uid = SpendingUid("figure");
  figure.actor = ActorUid("fin");
  figure.year = 2024;
  return RecordTitles(records);
}

std::string sentence(const Finding& finding) {
  return findingInWords(finding, titles()).toStdString();
}

TEST(FindingWords, AReplyAndItsMessageSayWhenTheyWereSent) {
  Finding finding{CheckId::ReplyBeforeMessage, Severity::Error, kReply, {kMessage}, {}, {}};
  finding.dates = {date("2025-06-20"), date("2025-06-24")};
  EXPECT_EQ(sentence(finding),
            "The reply “Trump to Rutte” (sent 20 June 2025) comes before what it answers, “Rutte to Trump” "
            "(sent 24 June 2025).");
  finding.severity = Severity::Warning;
  finding.record = kStatement;
  EXPECT_EQ(sentence(finding),
            "The reply “Rutte: 2%1 is not enough” (20 June 2025) comes before what it answers, “Rutte to "
            "Trump” (sent 24 June 2025). Only days of two time zones could explain it.");
}

TEST(FindingWords, StagesSayWhatHappenedTooEarly) {
  Finding finding{CheckId::StageBeforeSent, Severity::Error, kMessage, {}, {}, {q("deleted")}};
  finding.dates = {date("2024"), date("2025-06")};
  EXPECT_EQ(sentence(finding),
            "“Rutte to Trump” was deleted (2024) before it was sent (some time in June 2025).");
  finding.check = CheckId::PublishedBeforeSent;
  EXPECT_EQ(sentence(finding),
            "“Rutte to Trump” was published (2024) before it was sent (some time in June 2025).");
}

TEST(FindingWords, PositionsNameStateAndOrganisation) {
  const Finding finding{
      CheckId::PositionOfNonMember,
      Severity::Warning,
      kPledge,
      {{RecordKind::Position, "p"}, {RecordKind::Actor, "fin"}, {RecordKind::Actor, "nato"}},
      {date("2014-09-05")},
      {q("opt-out")}};
  EXPECT_EQ(sentence(finding),
            "Finland has a position (opt-out) on “Wales pledge”, which binds the members of NATO (as of 5 "
            "September 2014), but was no member then.");
}

TEST(FindingWords, FiguresAreNamedByActorMetricAndYear) {
  Finding finding{CheckId::FigureImpossible, Severity::Error, {RecordKind::Spending, "figure"}, {}, {}, {}};
  finding.values = {q("-0.1")};
  EXPECT_EQ(sentence(finding), "The figure “Finland, share of GDP, 2024” is below zero (-0.1).");
  finding.record = {RecordKind::Figure, "fin/2023/usd_bn"};
  finding.values = {q("101")};
  EXPECT_EQ(sentence(finding),
            "The figure “Finland, billion US dollars, 2023” is a share above 100 percent (101).");
}

TEST(FindingWords, LongValuesAreCut) {
  const Finding finding{CheckId::QuoteNotInText, Severity::Warning, kMessage, {}, {}, {QString(200, u'x')}};
  const QString words = findingInWords(finding, titles());
  EXPECT_LT(words.size(), 180);
  EXPECT_TRUE(words.endsWith(q("x…”."))) << words.toStdString();
}

TEST(FindingWords, EveryCheckHasASentenceOfItsOwn) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < Words<CheckId>::list.size(); ++i) {
    const auto check = static_cast<CheckId>(i);
    Finding finding{check, Severity::Error, kPledge, {kReply, kMessage, kStatement}, {}, {}};
    finding.dates = {date("2024"), date("2025"), date("2026")};
    finding.values = {q("8"), q("9"), q("10")};
    if (check == CheckId::LinkAgainstTime) finding.values = {q("follows")};
    if (check == CheckId::StageBeforeSent || check == CheckId::ActInTheFuture ||
        check == CheckId::WithoutSource)
      finding.values = {q("received")};
    if (check == CheckId::PositionOfNonMember) finding.values = {q("delay")};
    if (check == CheckId::PledgeMeasuredOtherwise) finding.values = {q("pct_gdp"), q("usd_bn")};
    const std::string words = sentence(finding);
    EXPECT_NE(words.find("Wales pledge"), std::string::npos) << Words<CheckId>::list[i] << ": " << words;
    EXPECT_EQ(words.find("%2"), std::string::npos) << words;
    all.push_back(words);
  }
  std::ranges::sort(all);
  EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
}

}  // namespace
}  // namespace entente
