// SPDX-License-Identifier: GPL-3.0-or-later
// Claims in words: the rule as a sentence, the grades' official words, attribution and citation.
#include "app/words/claim_words.h"

#include <gtest/gtest.h>

#include <memory>

#include "app/words/citation_words.h"
#include "core/exchange/bundle_reader.h"

namespace entente {
namespace {

const RecordRef kMessage{RecordKind::Message, "msg-rutte-trump-2025-06-24"};

class ClaimWords : public ::testing::Test {
 protected:
  static const Ledger& ledger() {
    static const Ledger built = [] {
      auto reading = readBundle(ENTENTE_SOURCE_DIR "/resources/archive");
      auto rows = std::make_shared<LedgerRows>();
      rows->sources = reading->records.sources;
      rows->claims = reading->records.claims;
      return Ledger(rows, {});
    }();
    return built;
  }
  static const Resolution& sent() { return *ledger().field(kMessage, QStringLiteral("stage:sent")); }
  static SourceLookup lookup() {
    return [](const SourceUid& uid) { return ledger().source(uid); };
  }
};

TEST_F(ClaimWords, AskAboutAField) {
  EXPECT_EQ(topicInWords(sent().topic), QStringLiteral("When was it sent?"));
  EXPECT_EQ(topicName(sent().topic), QStringLiteral("Sent"));
  EXPECT_EQ(topicInWords({kMessage, true, QStringLiteral("did he keep to the law")}),
            QStringLiteral("Did he keep to the law?"));
  EXPECT_EQ(topicInWords({kMessage, true, QStringLiteral("state of NATO")}), QStringLiteral("State of NATO"));
}

TEST_F(ClaimWords, SayTheGradeWithLetterNumberAndOfficialWords) {
  const Grade grade{Reliability::B, Credibility::Two};
  EXPECT_EQ(gradeCode(grade), QStringLiteral("B2"));
  EXPECT_EQ(gradeInWords(grade), QStringLiteral("usually reliable, probably true"));
  EXPECT_EQ(gradeCode({std::nullopt, Credibility::Six}), QStringLiteral("\u20136"));
}

TEST_F(ClaimWords, SayWhyTheDayOfTheMessageIsShown) {
  const QString why = whyShown(sent());
  EXPECT_TRUE(why.startsWith(QStringLiteral("Shown because the editor adopted it: NATO gave the day")))
      << why.toStdString();
  EXPECT_TRUE(why.contains(QStringLiteral("graded B1"))) << why.toStdString();
  EXPECT_TRUE(
      whyNotShown(sent(), 1).startsWith(QStringLiteral("Refuted: The Hague summit was in June 2025")));
  EXPECT_EQ(rivalsInWords(sent()), QStringLiteral("1 rival date"));
}

/// Two claims without verdicts.
struct TwoClaims {
  Source good, bad;
  Claim first, second;
  TwoClaims() {
    good.uid = SourceUid("good");
    good.publisher = QStringLiteral("The Irish Times");
    good.root = QStringLiteral("AP");
    good.reliability = Reliability::B;
    good.published = *FuzzyDate::parse("2025-06-24");
    bad.uid = SourceUid("bad");
    bad.publisher = QStringLiteral("(unsigned web article)");
    bad.reliability = Reliability::D;
    first.uid = ClaimUid("1");
    first.subject = kMessage;
    first.field = QStringLiteral("stage:sent");
    first.value = QStringLiteral("2025-06-24");
    first.edtf = *FuzzyDate::parse("2025-06-24");
    first.source = good.uid;
    first.credibility = Credibility::Two;
    second = first;
    second.uid = ClaimUid("2");
    second.value = QStringLiteral("2024-06");
    second.edtf = *FuzzyDate::parse("2024-06");
    second.source = bad.uid;
    second.credibility = Credibility::Five;
  }
  [[nodiscard]] SourceLookup lookup() const {
    return [this](const SourceUid& uid) { return uid == good.uid ? &good : uid == bad.uid ? &bad : nullptr; };
  }
  [[nodiscard]] Resolution resolved(const Pin* pin = nullptr) const {
    return resolve({&first, &second}, pin, lookup());
  }
};

TEST_F(ClaimWords, SayWhoAssertsAValueAndWhoAnother) {
  const TwoClaims two;
  EXPECT_EQ(whyShown(two.resolved()),
            QStringLiteral("Shown because one source graded B2 says so; one graded D5 says June 2024. "
                           "The better source decides."));
  EXPECT_EQ(whyNotShown(two.resolved(), 1), QStringLiteral("The source is weaker (D against B)."));
  EXPECT_TRUE(differenceFromRule(two.resolved()).isEmpty());
}

TEST_F(ClaimWords, SayThatAPinGoesAgainstTheRule) {
  const TwoClaims two;
  Pin pin;
  pin.claim = ClaimUid("2");
  pin.reason = QStringLiteral("a hunch");
  const Resolution pinned = two.resolved(&pin);
  EXPECT_EQ(whyShown(pinned), QStringLiteral("Shown because the editor pinned it: a hunch."));
  EXPECT_EQ(ruleInShort(pinned), QStringLiteral("shown: the editor's pin"));
  EXPECT_TRUE(differenceFromRule(pinned).contains(QStringLiteral("24 June 2025")));
  EXPECT_EQ(whyNotShown(pinned, 1),
            QStringLiteral("The rule would show it; the editor pinned another value."));
}

TEST_F(ClaimWords, AttributeAValueAndItsRivals) {
  const TwoClaims two;
  EXPECT_EQ(
      attributionSentence(two.resolved(), two.lookup()),
      QStringLiteral("24 June 2025, according to the Irish Times, 24 June 2025; an unsigned web article "
                     "says June 2024."));
  const QString built = attributionSentence(sent(), lookup());
  EXPECT_TRUE(built.contains(QStringLiteral("(refuted)"))) << built.toStdString();
}

TEST_F(ClaimWords, CiteASource) {
  Source source;
  source.uid = SourceUid("x");
  source.author = QStringLiteral("Jane Doe");
  source.title = QStringLiteral("A text");
  source.publisher = QStringLiteral("The Paper");
  source.published = *FuzzyDate::parse("2025-06-24");
  source.url = QStringLiteral("https://example.org/a");
  EXPECT_EQ(noteCitation(source),
            QStringLiteral("Jane Doe, \u201cA text\u201d, The Paper, 24 June 2025, https://example.org/a."));
  EXPECT_EQ(authorDateCitation(source), QStringLiteral("(Jane Doe 2025)"));
  EXPECT_EQ(shortCitation(source), QStringLiteral("the Paper, 24 June 2025"));
  EXPECT_EQ(authorDateCitation(Source()), QStringLiteral("(, n.d.)"));
}

/// Nothing that a board or a tool tip says of the built-in archive is empty.
TEST_F(ClaimWords, HaveASentenceForEveryTopic) {
  for (const Resolution& topic : ledger().all()) {
    EXPECT_FALSE(topicInWords(topic.topic).isEmpty());
    EXPECT_FALSE(ruleInShort(topic).isEmpty());
    EXPECT_FALSE(whyShown(topic).isEmpty());
    for (std::size_t i = topic.shown() ? 1 : 0; i < topic.values.size(); ++i)
      EXPECT_FALSE(topic.shown() && whyNotShown(topic, i).isEmpty()) << topic.topic.name.toStdString();
    EXPECT_FALSE(attributionSentence(topic, lookup()).isEmpty());
  }
}

}  // namespace
}  // namespace entente
