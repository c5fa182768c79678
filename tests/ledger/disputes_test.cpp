// SPDX-License-Identifier: GPL-3.0-or-later
// Disputes: what counts as one value, and what must not change the count (order, copies, claims that point at
// nothing), on claims made up at random and on the built-in archive.
#include "core/ledger/ledger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/exchange/bundle_reader.h"

namespace entente {
namespace {

const RecordRef kMessage{RecordKind::Message, "msg"};

Claim claimOf(const std::string& uid, const char* field, const char* value) {
  Claim claim;
  claim.uid = ClaimUid(uid);
  claim.subject = kMessage;
  claim.field = QString::fromLatin1(field);
  claim.value = QString::fromLatin1(value);
  return claim;
}

Claim dated(Claim claim, const char* edtf) {
  claim.edtf = *FuzzyDate::parse(edtf);
  return claim;
}

Claim numbered(Claim claim, const char* number) {
  claim.number = *Decimal::parse(number);
  return claim;
}

Claim agreeing(Claim claim, const char* other) {
  claim.agreesWith = ClaimUid(other);
  return claim;
}

Claim judged(Claim claim, Verdict verdict) {
  claim.verdict = verdict;
  return claim;
}

Claim asked(Claim claim) {
  std::swap(claim.field, claim.question);
  return claim;
}

Ledger ledgerOf(const std::vector<Claim>& claims) {
  return {std::make_shared<const LedgerRows>(LedgerRows{{}, claims, {}}), {}};
}

Disputes of(const std::vector<Claim>& claims) {
  return ledgerOf(claims).disputesOf(kMessage);
}

TEST(Disputes, NothingIsSaid) {
  EXPECT_EQ(of({}), (Disputes{0, 0, 0}));
}

TEST(Disputes, OneValueIsNoDispute) {
  EXPECT_EQ(of({claimOf("a", "place", "Paris")}), (Disputes{1, 0, 0}));
  EXPECT_EQ(of({claimOf("a", "place", "Paris"), claimOf("b", "place", " Paris\n")}), (Disputes{1, 0, 0}));
}

TEST(Disputes, TwoValuesAre) {
  EXPECT_EQ(of({claimOf("a", "place", "Paris"), claimOf("b", "place", "Rome"), claimOf("c", "host", "X")}),
            (Disputes{2, 1, 0}));
}

TEST(Disputes, AFieldAndAQuestionOfOneNameAreTwoThings) {
  EXPECT_EQ(of({claimOf("a", "place", "Paris"), asked(claimOf("b", "place", "Rome"))}), (Disputes{2, 0, 0}));
}

TEST(Disputes, DatesAndNumbersCountBeforeWords) {
  const Claim words = claimOf("a", "when", "24 June");
  const Claim date = dated(claimOf("b", "when", "on the 24th"), "2025-06-24");
  const Claim same = dated(claimOf("c", "when", "Tuesday"), "2025-06-24");
  EXPECT_EQ(of({date, same}), (Disputes{1, 0, 0}));
  EXPECT_EQ(of({words, date, same}), (Disputes{1, 1, 0}));
  EXPECT_EQ(of({dated(words, "2025-06-24"), dated(words, "2025-06-25")}), (Disputes{1, 1, 0}));

  EXPECT_EQ(
      of({numbered(claimOf("a", "target", "five"), "5.0"), numbered(claimOf("b", "target", "5 %"), "5")}),
      (Disputes{1, 0, 0}));
  EXPECT_EQ(
      of({numbered(claimOf("a", "target", "five"), "5"), numbered(claimOf("b", "target", "five"), "3.5")}),
      (Disputes{1, 1, 0}));
}

TEST(Disputes, AgreementReachesThroughSeveralSteps) {
  const std::vector<Claim> claims{agreeing(claimOf("a", "place", "A"), "b"),
                                  agreeing(claimOf("b", "place", "B"), "c"), claimOf("c", "place", "C"),
                                  claimOf("d", "place", "A"), agreeing(claimOf("e", "place", "E"), "d")};
  EXPECT_EQ(of(claims), (Disputes{1, 0, 0}));
}

TEST(Disputes, AVerdictOfDisputedIsEnough) {
  EXPECT_EQ(of({judged(claimOf("a", "place", "Paris"), Verdict::Disputed)}), (Disputes{1, 1, 0}));
  EXPECT_EQ(of({judged(claimOf("a", "place", "Paris"), Verdict::Adopted)}), (Disputes{1, 0, 0}));
}

TEST(Disputes, ARefutedValueIsAValue) {
  EXPECT_EQ(of({judged(claimOf("a", "place", "Paris"), Verdict::Refuted)}), (Disputes{1, 0, 1}));
  EXPECT_EQ(of({judged(claimOf("a", "place", "Paris"), Verdict::Refuted), claimOf("b", "place", "Rome")}),
            (Disputes{1, 1, 1}));
}

/// Claims about a few topics with a few values, some of which agree with another one of their topic.
class RandomClaims {
 public:
  explicit RandomClaims(unsigned seed) : m_random(seed) {}

  std::vector<Claim> make() {
    std::vector<Claim> claims(static_cast<std::size_t>(below(12)));
    for (std::size_t i = 0; i < claims.size(); ++i) {
      claims[i] = claimOf("c" + std::to_string(i), below(2) == 0 ? "when" : "place", kValues[below(4)]);
      if (below(3) == 0) claims[i] = asked(claims[i]);
      if (below(4) == 0) claims[i] = dated(claims[i], below(2) == 0 ? "2025-06-24" : "2025");
      if (below(4) == 0) claims[i] = numbered(claims[i], below(2) == 0 ? "5" : "3.5");
      if (below(3) == 0) claims[i].verdict = static_cast<Verdict>(below(3));
    }
    for (Claim& claim : claims) {
      const Claim& other = claims[static_cast<std::size_t>(below(static_cast<int>(claims.size())))];
      if (below(3) == 0 && other.field == claim.field && other.question == claim.question)
        claim.agreesWith = other.uid;
    }
    return claims;
  }
  int below(int end) { return std::uniform_int_distribution(0, end - 1)(m_random); }
  void shuffle(std::vector<Claim>& claims) { std::ranges::shuffle(claims, m_random); }

 private:
  static constexpr const char* kValues[] = {"Paris", "Paris ", "Rome", ""};
  std::mt19937 m_random;
};

constexpr unsigned kRounds = 3000;

TEST(Disputes, OrderNeverMatters) {
  for (unsigned seed = 0; seed < kRounds; ++seed) {
    RandomClaims random(seed);
    std::vector<Claim> claims = random.make();
    const Disputes before = of(claims);
    random.shuffle(claims);
    ASSERT_EQ(of(claims), before) << "seed " << seed;
  }
}

TEST(Disputes, ACopyThatAgreesChangesNothing) {
  for (unsigned seed = 0; seed < kRounds; ++seed) {
    RandomClaims random(seed);
    std::vector<Claim> claims = random.make();
    if (claims.empty()) continue;
    const Disputes before = of(claims);
    const auto which = static_cast<std::size_t>(random.below(static_cast<int>(claims.size())));
    Claim copy = claims[which];
    copy.agreesWith = copy.uid;
    copy.uid = ClaimUid("copy");
    // Whatever it is called there.
    if (random.below(2) == 0) copy.value = QStringLiteral("in other words");
    claims.push_back(copy);
    const Disputes after = of(claims);
    ASSERT_EQ(after.disputedFields, before.disputedFields) << "seed " << seed;
    ASSERT_EQ(after.claimedFields, before.claimedFields) << "seed " << seed;
  }
}

TEST(Disputes, AgreeingWithAMissingClaimIsHarmless) {
  for (unsigned seed = 0; seed < kRounds; ++seed) {
    std::vector<Claim> claims = RandomClaims(seed).make();
    const Disputes before = of(claims);
    for (Claim& claim : claims) {
      if (claim.agreesWith.value.empty()) claim.agreesWith = ClaimUid("nowhere");
    }
    ASSERT_EQ(of(claims), before) << "seed " << seed;
  }
}

TEST(Disputes, SubjectsAreKeptApart) {
  Claim other = claimOf("b", "place", "Rome");
  other.subject = {RecordKind::Summit, "msg"};
  const Ledger ledger = ledgerOf({claimOf("a", "place", "Paris"), other});
  ASSERT_EQ(ledger.all().size(), 2U);
  EXPECT_EQ(ledger.disputesOf(kMessage), (Disputes{1, 0, 0}));
  EXPECT_EQ(ledger.disputesOf(other.subject), (Disputes{1, 0, 0}));
}

TEST(Disputes, OfTheBuiltInArchive) {
  const auto reading = readBundle(ENTENTE_SOURCE_DIR "/resources/archive");
  ASSERT_TRUE(reading.has_value() && reading->problems.empty());
  const Ledger ledger = ledgerOf(reading->records.claims);
  const Disputes rutte = ledger.disputesOf({RecordKind::Message, "msg-rutte-trump-2025-06-24"});
  // June 2024 against 24 June 2025 for the day on which it was sent.
  EXPECT_GE(rutte.disputedFields, 1U);
  EXPECT_GE(rutte.refutedClaims, 2U);
  std::set<RecordRef> subjects;
  for (const Resolution& resolution : ledger.all())
    subjects.insert(resolution.topic.subject);
  std::uint32_t refuted = 0;
  for (const RecordRef& subject : subjects) {
    const Disputes counts = ledger.disputesOf(subject);
    EXPECT_LE(counts.disputedFields, counts.claimedFields) << subject.text();
    refuted += counts.refutedClaims;
  }
  EXPECT_EQ(refuted, std::ranges::count(reading->records.claims, Verdict::Refuted, &Claim::verdict));
}

}  // namespace
}  // namespace entente
