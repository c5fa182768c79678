// SPDX-License-Identifier: GPL-3.0-or-later
// AnalysisData: what the analysis of pledges reads; PledgeQuestion: what is asked of it.
#pragma once

#include <QString>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/model/questions.h"
#include "core/model/records.h"

namespace entente {

/// Points at rows of a snapshot, which must outlive it. Groups and organisations are told from states by
/// their actor's kind.
struct AnalysisData {
  const std::vector<Spending>& figures;
  const std::vector<Accession>& accessions;
  const std::vector<Source>& sources;  ///< by uid
  const std::unordered_map<Uid, Actor>& actors;
  /// What an edition counts ("core defence"), by the uid of its source, where that is on record.
  std::unordered_map<Uid, QString> definitions = {};

  /// Null if there is none.
  [[nodiscard]] const Actor* actor(const ActorUid& uid) const;
  [[nodiscard]] const Source* source(const SourceUid& uid) const;
  [[nodiscard]] bool isState(const ActorUid& uid) const;
};

/// What is asked about a pledge.
struct PledgeQuestion {
  Pledge pledge;
  /// Only these states; empty: all that count.
  std::vector<ActorUid> states = {};
  /// Only this edition; empty: the latest one (see latestEdition).
  SourceUid edition = {};
};

/// Whether a target in this unit can be held against figures of this metric.
[[nodiscard]] bool isMeasure(PledgeUnit unit, SpendingMetric metric);
/// Whether a value keeps the pledge's target: published decimals are compared, never rounded ones.
[[nodiscard]] bool keepsTarget(const Decimal& value, const Pledge& pledge);
/// A word of the closed lists as a cell's text.
[[nodiscard]] QString wordText(std::string_view word);
/// A name for files: the short one where there is one.
[[nodiscard]] QString nameForTable(const AnalysisData& data, const ActorUid& uid);

}  // namespace entente
