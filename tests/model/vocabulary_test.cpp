// SPDX-License-Identifier: GPL-3.0-or-later
// Every word of every closed list stands for one value, and that value for this word.
#include "core/model/vocabulary.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace entente {
namespace {

template <class Enum>
class Vocabulary : public ::testing::Test {};

using AllLists = ::testing::Types<EventKind, ActorKind, SourceKind, SummitStatus, Channel, StageKind,
                                  PledgeSense, PledgeStatus, PledgeUnit, PositionKind, SpendingMetric,
                                  StatementForm, Verdict, Relation, Reliability, Credibility, RecordKind>;
TYPED_TEST_SUITE(Vocabulary, AllLists);

TYPED_TEST(Vocabulary, WordsAndValuesAreOneToOne) {
  std::set<std::string_view> words;
  for (std::size_t i = 0; i < Words<TypeParam>::list.size(); ++i) {
    const std::string_view word = Words<TypeParam>::list[i];
    EXPECT_FALSE(word.empty());
    EXPECT_TRUE(words.insert(word).second) << word << " stands in the list twice";
    ASSERT_TRUE(fromWord<TypeParam>(word).has_value()) << word;
    EXPECT_EQ(static_cast<std::size_t>(*fromWord<TypeParam>(word)), i);
    EXPECT_EQ(wordOf(*fromWord<TypeParam>(word)), word);
  }
}

TYPED_TEST(Vocabulary, OtherSpellingsAreNoWords) {
  for (const std::string_view word : Words<TypeParam>::list) {
    EXPECT_FALSE(fromWord<TypeParam>(std::string(word) + " ").has_value());
    EXPECT_FALSE(fromWord<TypeParam>(word.substr(1)).has_value());
  }
  EXPECT_FALSE(fromWord<TypeParam>("").has_value());
  EXPECT_FALSE(fromWord<TypeParam>("MESSAGE").has_value());
}

TEST(VocabularyEnds, TheLastValueHasTheLastWord) {
  EXPECT_EQ(wordOf(StageKind::Declassified), "declassified");
  EXPECT_EQ(wordOf(PositionKind::ClaimsCredit), "claims-credit");
  EXPECT_EQ(wordOf(SpendingMetric::Usd2021Billion), "usd2021_bn");
  EXPECT_EQ(wordOf(Relation::Contradicts), "contradicts");
  EXPECT_EQ(wordOf(Reliability::F), "F");
  EXPECT_EQ(wordOf(Credibility::Six), "6");
  EXPECT_EQ(wordOf(RecordKind::Figure), "figure");
}

}  // namespace
}  // namespace entente
