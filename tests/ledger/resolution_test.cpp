// SPDX-License-Identifier: GPL-3.0-or-later
// Resolution: each step of the rule alone, what must never change the outcome on claims made up at random,
// and what is shown of the built-in archive's best known dispute.
#include "core/ledger/resolution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/exchange/bundle_reader.h"
#include "core/ledger/ledger.h"
#include "core/ledger/shown_value.h"

namespace entente {
namespace {

const RecordRef kMessage{RecordKind::Message, "msg"};

/// A handful of sources and claims with all that the rule looks at.
struct Case {
  std::vector<Source> sources;
  std::vector<Claim> claims;
  std::optional<Pin> pin;

  Source& source(const std::string& uid, std::optional<Reliability> grade, const char* root = "",
                 const char* day = "") {
    Source source;
    source.uid = SourceUid(uid);
    source.reliability = grade;
    source.root = QString::fromLatin1(root);
    if (*day) source.published = *FuzzyDate::parse(day);
    return sources.emplace_back(std::move(source));
  }
  Claim& claim(const std::string& uid, const char* value, const std::string& source, Credibility credibility,
               std::optional<Verdict> verdict = std::nullopt) {
    Claim claim;
    claim.uid = ClaimUid(uid);
    claim.subject = kMessage;
    claim.field = QStringLiteral("channel");
    claim.value = QString::fromLatin1(value);
    claim.source = SourceUid(source);
    claim.credibility = credibility;
    claim.verdict = verdict;
    return claims.emplace_back(std::move(claim));
  }
  void pinOn(const std::string& uid) {
    pin.emplace();
    pin->subject = kMessage;
    pin->field = QStringLiteral("channel");
    pin->claim = ClaimUid(uid);
  }
  [[nodiscard]] Resolution resolved() const {
    std::vector<const Claim*> pointers;
    for (const Claim& claim : claims)
      pointers.push_back(&claim);
    return resolve(pointers, pin ? &*pin : nullptr, [this](const SourceUid& uid) -> const Source* {
      const auto found = std::ranges::find(sources, uid, &Source::uid);
      return found == sources.end() ? nullptr : &*found;
    });
  }
  [[nodiscard]] QString shown() const {
    const Resolution resolution = resolved();
    return resolution.shown() ? resolution.shown()->strongest().value : QStringLiteral("nothing");
  }
};

TEST(Resolution, TheBetterSourceWins) {
  Case c;
  c.source("b", Reliability::B);
  c.source("d", Reliability::D);
  c.claim("1", "SMS", "d", Credibility::One);
  c.claim("2", "Signal", "b", Credibility::Three);
  EXPECT_EQ(c.shown(), QStringLiteral("Signal"));
  EXPECT_EQ(c.resolved().wonBy, WonBy::Reliability);
}

TEST(Resolution, ThenTheBetterInformation) {
  Case c;
  c.source("b", Reliability::B);
  c.claim("1", "SMS", "b", Credibility::Three);
  c.claim("2", "Signal", "b", Credibility::Two);
  EXPECT_EQ(c.shown(), QStringLiteral("Signal"));
  EXPECT_EQ(c.resolved().wonBy, WonBy::Credibility);
}

TEST(Resolution, ThenMoreIndependentRoots) {
  Case c;
  c.source("ap", Reliability::B, "AP", "2025-06-24");
  c.source("afp", Reliability::B, "AFP", "2025-06-24");
  c.source("copy", Reliability::B, "Reuters", "2025-06-30");
  c.source("copy2", Reliability::B, "Reuters", "2025-06-30");
  c.claim("1", "SMS", "copy", Credibility::Two);
  c.claim("2", "SMS", "copy2", Credibility::Two);
  c.claim("3", "Signal", "ap", Credibility::Two);
  c.claim("4", "Signal", "afp", Credibility::Two);
  const Resolution resolution = c.resolved();
  EXPECT_EQ(resolution.shown()->strongest().value, QStringLiteral("Signal"));
  EXPECT_EQ(resolution.wonBy, WonBy::Roots);
  EXPECT_EQ(resolution.values[0].roots, 2);
  EXPECT_EQ(resolution.values[1].roots, 1) << "two sources repeat one story";
}

TEST(Resolution, SourcesWithoutARootCountAsOne) {
  Case c;
  c.source("known", Reliability::B, "AP", "2025-06-24");
  c.source("new1", Reliability::B, "", "2025-06-30");
  c.source("new2", Reliability::B, "", "2025-06-30");
  c.claim("1", "SMS", "known", Credibility::Two);
  c.claim("2", "Signal", "new1", Credibility::Two);
  c.claim("3", "Signal", "new2", Credibility::Two);
  EXPECT_EQ(c.shown(), QStringLiteral("Signal"));
  EXPECT_EQ(c.resolved().wonBy, WonBy::Newest) << "nobody knows whether the two are independent";
}

TEST(Resolution, ThenTheNewestSource) {
  Case c;
  c.source("old", Reliability::B, "x", "2024");
  c.source("new", Reliability::B, "y", "2025-06");
  c.source("undated", Reliability::B, "z");
  c.claim("1", "undated", "undated", Credibility::Two);
  c.claim("2", "old", "old", Credibility::Two);
  c.claim("3", "new", "new", Credibility::Two);
  EXPECT_EQ(c.shown(), QStringLiteral("new"));
  EXPECT_EQ(c.resolved().wonBy, WonBy::Newest);
  EXPECT_EQ(c.resolved().values.back().strongest().value, QStringLiteral("undated"));
}

TEST(Resolution, WhatCannotBeJudgedStandsBetweenForAndAgainst) {
  using R = Reliability;
  std::vector<std::optional<R>> order{R::A, R::B, R::C, R::F, R::D, R::E};
  EXPECT_TRUE(std::ranges::is_sorted(order, std::less<>(), [](auto grade) { return rankOf(grade); }));
  EXPECT_EQ(rankOf(std::optional<R>()), rankOf(std::optional(R::F))) << "not graded is not judged";
  EXPECT_LT(rankOf(Credibility::Three), rankOf(Credibility::Six));
  EXPECT_LT(rankOf(Credibility::Six), rankOf(Credibility::Four));
}

TEST(Resolution, RefutedNeverWins) {
  Case c;
  c.source("a", Reliability::A);
  c.source("e", Reliability::E);
  c.claim("1", "SMS", "a", Credibility::One, Verdict::Refuted);
  EXPECT_EQ(c.shown(), QStringLiteral("nothing"));
  EXPECT_EQ(c.resolved().wonBy, WonBy::Nothing);
  c.claim("2", "Signal", "e", Credibility::Five);
  EXPECT_EQ(c.shown(), QStringLiteral("Signal"));
  EXPECT_EQ(c.resolved().wonBy, WonBy::Alone);
}

TEST(Resolution, ARefutedClaimLendsItsValueNothing) {
  Case c;
  c.source("a", Reliability::A, "A");
  c.source("c", Reliability::C, "C");
  c.source("b", Reliability::B, "B");
  c.claim("1", "SMS", "a", Credibility::One, Verdict::Refuted);
  c.claim("2", "SMS", "c", Credibility::Two);
  c.claim("3", "Signal", "b", Credibility::Two);
  const Resolution resolution = c.resolved();
  EXPECT_EQ(resolution.shown()->strongest().value, QStringLiteral("Signal"));
  EXPECT_FALSE(resolution.values[1].refuted);
  EXPECT_EQ(resolution.values[1].roots, 1);
  EXPECT_EQ(resolution.values[1].strongest().uid.value, "2");
}

TEST(Resolution, AnAdoptedClaimGoesBeforeTheRuleAndThatIsSaid) {
  Case c;
  c.source("a", Reliability::A);
  c.source("d", Reliability::D);
  c.claim("1", "SMS", "a", Credibility::One);
  c.claim("2", "Signal", "d", Credibility::Four, Verdict::Adopted);
  const Resolution resolution = c.resolved();
  EXPECT_EQ(resolution.shown()->strongest().value, QStringLiteral("Signal"));
  EXPECT_EQ(resolution.wonBy, WonBy::Adopted);
  EXPECT_TRUE(resolution.differsFromRule());
  EXPECT_EQ(resolution.values[*resolution.byRule].strongest().value, QStringLiteral("SMS"));
}

TEST(Resolution, APinBeatsEverything) {
  Case c;
  c.source("a", Reliability::A);
  c.source("d", Reliability::D);
  c.claim("1", "SMS", "a", Credibility::One, Verdict::Adopted);
  c.claim("2", "Signal", "d", Credibility::Five, Verdict::Refuted);
  c.pinOn("2");
  const Resolution resolution = c.resolved();
  EXPECT_EQ(resolution.shown()->strongest().value, QStringLiteral("Signal"));
  EXPECT_EQ(resolution.wonBy, WonBy::Pin);
  EXPECT_EQ(resolution.values[*resolution.unpinned].strongest().value, QStringLiteral("SMS"));
  c.pinOn("gone");
  EXPECT_EQ(c.resolved().wonBy, WonBy::Adopted);
  EXPECT_EQ(c.resolved().pin, nullptr);
}

/// Claims of a few sources for a few values, some refuted, adopted or tied to another.
class RandomCase {
 public:
  explicit RandomCase(unsigned seed) : m_random(seed) {}

  Case make() {
    static constexpr const char* kRoots[] = {"", "AP", "AFP", "dpa"};
    static constexpr const char* kDays[] = {"", "2024-06", "2025-06-24", "2026"};
    static constexpr const char* kValues[] = {"SMS", "Signal", "WhatsApp"};
    Case c;
    for (int i = 0; i < 5; ++i) {
      const int grade = below(7);
      c.source("s" + std::to_string(i), grade == 6 ? std::nullopt : std::optional(Reliability(grade)),
               kRoots[below(4)], kDays[below(4)]);
    }
    const int count = 1 + below(8);
    for (int i = 0; i < count; ++i) {
      Claim& claim = c.claim("c" + std::to_string(i), kValues[below(3)], "s" + std::to_string(below(5)),
                             static_cast<Credibility>(below(6)));
      if (below(3) == 0) claim.verdict = static_cast<Verdict>(below(3));
    }
    for (Claim& claim : c.claims) {
      if (below(8) == 0) claim.agreesWith = c.claims[static_cast<std::size_t>(below(count))].uid;
    }
    if (below(4) == 0) c.pinOn("c" + std::to_string(below(count)));
    return c;
  }
  int below(int end) { return std::uniform_int_distribution(0, end - 1)(m_random); }
  void shuffle(std::vector<Claim>& claims) { std::ranges::shuffle(claims, m_random); }

 private:
  std::mt19937 m_random;
};

constexpr unsigned kRounds = 4000;

/// What a reader sees of the outcome.
std::string outcome(const Case& c) {
  const Resolution resolution = c.resolved();
  std::string text = std::to_string(static_cast<int>(resolution.wonBy));
  for (const ClaimedValue& value : resolution.values) {
    text += " |";
    for (const Claim* claim : value.claims)
      text += ' ' + claim->uid.value;
  }
  return text;
}

/// The claims of the shown value; none if nothing is shown.
std::vector<std::string> shownClaims(const Case& c) {
  const Resolution resolution = c.resolved();
  std::vector<std::string> uids;
  if (resolution.shown()) {
    for (const Claim* claim : resolution.shown()->claims)
      uids.push_back(claim->uid.value);
  }
  return uids;
}

TEST(Resolution, TheOrderOfTheClaimsNeverMatters) {
  for (unsigned seed = 0; seed < kRounds; ++seed) {
    RandomCase random(seed);
    Case c = random.make();
    const std::string before = outcome(c);
    random.shuffle(c.claims);
    ASSERT_EQ(outcome(c), before) << "seed " << seed;
  }
}

TEST(Resolution, APinAlwaysWins) {
  for (unsigned seed = 0; seed < kRounds; ++seed) {
    RandomCase random(seed);
    Case c = random.make();
    const std::string pinned = "c" + std::to_string(random.below(static_cast<int>(c.claims.size())));
    c.pinOn(pinned);
    const auto shown = shownClaims(c);
    ASSERT_NE(std::ranges::find(shown, pinned), shown.end()) << "seed " << seed;
    ASSERT_EQ(c.resolved().wonBy, WonBy::Pin) << "seed " << seed;
  }
}

TEST(Resolution, TakingALosingClaimAwayChangesNothing) {
  for (unsigned seed = 0; seed < kRounds; ++seed) {
    const Case c = RandomCase(seed).make();
    const auto shown = shownClaims(c);
    for (std::size_t i = 0; i < c.claims.size() && c.claims.size() > 1; ++i) {
      if (std::ranges::find(shown, c.claims[i].uid.value) != shown.end()) continue;
      Case less = c;
      less.claims.erase(less.claims.begin() + static_cast<std::ptrdiff_t>(i));
      ASSERT_EQ(shownClaims(less), shown) << "seed " << seed << " without " << c.claims[i].uid.value;
    }
  }
}

TEST(Resolution, ACopyFromTheSameRootChangesNothing) {
  for (unsigned seed = 0; seed < kRounds; ++seed) {
    RandomCase random(seed);
    Case c = random.make();
    const Claim original =
        c.claims[static_cast<std::size_t>(random.below(static_cast<int>(c.claims.size())))];
    auto source = *std::ranges::find(c.sources, original.source, &Source::uid);
    if (source.root.isEmpty()) continue;
    const std::string before = outcome(c);
    source.uid = SourceUid("copier");
    c.sources.push_back(source);
    Claim copy = original;
    copy.uid = ClaimUid("zz-copy");
    copy.source = source.uid;
    copy.agreesWith = original.uid;
    c.claims.push_back(copy);
    std::string after = outcome(c);
    const auto at = after.find(" zz-copy");
    ASSERT_NE(at, std::string::npos);
    after.erase(at, std::string(" zz-copy").size());
    ASSERT_EQ(after, before) << "seed " << seed;
  }
}

// --- What a field shows ---

Claim& dated(Claim& claim, const char* edtf) {
  claim.edtf = *FuzzyDate::parse(edtf);
  return claim;
}

TEST(ShownDate, IsTheRecordsOwnWhereItMeansTheShownValue) {
  Case c;
  c.source("b", Reliability::B);
  c.source("d", Reliability::D);
  dated(c.claim("1", "24 June", "b", Credibility::One, Verdict::Adopted), "2025-06-24");
  dated(c.claim("2", "June 2024", "d", Credibility::Five, Verdict::Refuted), "2024-06");
  const auto both = *FuzzyDate::parse("2025-06-24/2025-06-25");
  EXPECT_EQ(shownDate(both, c.resolved()), both) << "the source names the first of two days";
  c.pinOn("2");
  EXPECT_EQ(shownDate(both, c.resolved())->edtf(), "2024-06");
  c.pinOn("1");
  EXPECT_EQ(shownDate(both, c.resolved()), both);
}

TEST(ShownDate, IsTheClaimedOneWhereTheRecordContradictsIt) {
  Case c;
  c.source("b", Reliability::B);
  dated(c.claim("1", "24 June", "b", Credibility::One), "2025-06-24");
  EXPECT_EQ(shownDate(*FuzzyDate::parse("2025-07"), c.resolved())->edtf(), "2025-06-24");
  EXPECT_EQ(shownDate(std::nullopt, c.resolved())->edtf(), "2025-06-24");
}

TEST(ShownDate, APinOnADayWithinTheRecordsSpanIsShown) {
  Case c;
  c.source("b", Reliability::B);
  dated(c.claim("1", "22nd", "b", Credibility::Two), "2025-09-22");
  dated(c.claim("2", "23rd", "b", Credibility::One, Verdict::Adopted), "2025-09-23");
  const auto span = *FuzzyDate::parse("2025-09-22/2025-09-24");
  EXPECT_EQ(shownDate(span, c.resolved()), span);
  c.pinOn("1");
  EXPECT_EQ(shownDate(span, c.resolved())->edtf(), "2025-09-22");
}

TEST(ShownDate, AValueWithoutADateLeavesTheRecords) {
  Case c;
  c.source("b", Reliability::B);
  dated(c.claim("1", "19 January", "b", Credibility::One, Verdict::Adopted), "2026-01-19");
  c.claim("2", "after a phone call", "b", Credibility::Three);
  c.pinOn("2");
  EXPECT_EQ(shownDate(*FuzzyDate::parse("2026-01-19?"), c.resolved())->edtf(), "2026-01-19?");
}

// --- The built-in archive ---

TEST(Ledger, OfTheMessageThatTwoYearsAreClaimedFor) {
  auto reading = readBundle(ENTENTE_SOURCE_DIR "/resources/archive");
  ASSERT_TRUE(reading.has_value() && reading->problems.empty());
  auto rows = std::make_shared<LedgerRows>();
  rows->sources = reading->records.sources;
  rows->claims = reading->records.claims;
  const RecordRef message{RecordKind::Message, "msg-rutte-trump-2025-06-24"};
  const QString sent = QStringLiteral("stage:sent");
  {
    const Ledger ledger(rows, {});
    const Resolution* resolution = ledger.field(message, sent);
    ASSERT_NE(resolution, nullptr);
    ASSERT_EQ(resolution->values.size(), 2U);
    EXPECT_EQ(dateOf(resolution->values[0])->edtf(), "2025-06-24");
    EXPECT_EQ(dateOf(resolution->values[1])->edtf(), "2024-06");
    EXPECT_TRUE(resolution->values[1].refuted);
    EXPECT_FALSE(resolution->differsFromRule());
  }
  {
    // Before the article of January 2026 nobody had said June 2024.
    Lens lens;
    lens.until = FuzzyDate::parse("2025-12-31")->bounds().latestEnd;
    const Ledger then(rows, lens);
    const Resolution* resolution = then.field(message, sent);
    ASSERT_NE(resolution, nullptr);
    EXPECT_EQ(resolution->values.size(), 1U);
    lens.until = FuzzyDate::parse("2025-06-23")->bounds().latestEnd;
    EXPECT_EQ(Ledger(rows, lens).field(message, sent), nullptr);
  }
  {
    Lens lens;
    lens.without = SourceUid("ap-tribune-2025-06-24");
    const Ledger without(rows, lens);
    const Resolution* resolution = without.field(message, sent);
    ASSERT_NE(resolution, nullptr);
    EXPECT_EQ(resolution->wonBy, WonBy::Nothing) << "what is left is refuted";
  }
}

}  // namespace
}  // namespace entente
