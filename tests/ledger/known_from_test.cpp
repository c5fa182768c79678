// SPDX-License-Identifier: GPL-3.0-or-later
// Known from: the rule of each kind, and doubtful days.
#include "core/ledger/known_from.h"

#include <gtest/gtest.h>

#include <vector>

namespace entente {
namespace {

FuzzyDate date(const char* edtf) {
  return *FuzzyDate::parse(edtf);
}

Instant dayAfter(const char* edtf) {
  return date(edtf).bounds().latestEnd;
}

TEST(KnownFrom, AFuzzyDayIsPossibleBeforeItIsCertain) {
  const KnownFrom known = fromBegin(date("2025-06"));
  EXPECT_EQ(knownBefore(known, dayAfter("2025-05-31")), Certainty::Impossible);
  EXPECT_EQ(knownBefore(known, dayAfter("2025-06-01")), Certainty::Possible);
  EXPECT_EQ(knownBefore(known, dayAfter("2025-06-30")), Certainty::Certain);
}

TEST(KnownFrom, WhatHasNoDateIsAlwaysKnown) {
  EXPECT_EQ(knownBefore(fromBegin(std::nullopt), dayAfter("-5000")), Certainty::Certain);
  EXPECT_EQ(knownBefore(fromBegin(date("../2025")), dayAfter("1000")), Certainty::Certain);
}

TEST(KnownFrom, ASourceFromItsPublicationAClaimFromItsSource) {
  Source source;
  source.published = date("2025-06-24");
  Claim claim;
  EXPECT_EQ(knownFrom(claim, &source), fromBegin(date("2025-06-24")));
  EXPECT_EQ(knownFrom(claim, nullptr), KnownFrom{});
  source.knownFrom = date("2026");
  EXPECT_EQ(knownFrom(claim, &source), fromBegin(date("2026")));
  claim.knownFrom = date("2024");
  EXPECT_EQ(knownFrom(claim, &source), fromBegin(date("2024")));
}

Stage stageOf(StageKind kind, const char* when) {
  Stage stage;
  stage.stage = kind;
  if (*when) stage.when = date(when);
  return stage;
}

TEST(KnownFrom, AMessageFromTheFirstStageThatMadeItPublic) {
  const Stage sent = stageOf(StageKind::Sent, "2025-06-20");
  const Stage published = stageOf(StageKind::Published, "2025-06-24");
  const Stage reported = stageOf(StageKind::Reported, "2025-06-23");
  const Stage denied = stageOf(StageKind::Denied, "2025-06-30");
  const KnownFrom sources = fromBegin(date("2027"));
  const std::vector<Stage> all{sent, published, reported, denied};
  const KnownFrom known = messageKnownFrom(std::nullopt, all, sources);
  EXPECT_EQ(known, fromBegin(date("2025-06-23")));
  EXPECT_EQ(knownFrom(sent, known), known) << "not known while it was sent";
  EXPECT_EQ(knownFrom(denied, known), fromBegin(date("2025-06-30"))) << "not known before it happened";
  EXPECT_EQ(messageKnownFrom(date("2025-06-21"), all, sources), fromBegin(date("2025-06-21")));
  EXPECT_EQ(messageKnownFrom(std::nullopt, std::vector<Stage>{sent}, sources), sources);
  const Stage dayless = stageOf(StageKind::Published, "");
  EXPECT_EQ(messageKnownFrom(std::nullopt, std::vector<Stage>{sent, dayless}, sources), sources);
}

}  // namespace
}  // namespace entente
