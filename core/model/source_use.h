// SPDX-License-Identifier: GPL-3.0-or-later
// SourceUse and Reliance: what rests on a source, counted and listed.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <string>

#include "core/model/record_tables.h"
#include "core/model/uids.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// How many records cite a source. `events` counts events that name it among their own sources or documents.
struct SourceUse {
  SourceUid source;
  std::int64_t events = 0;
  std::int64_t stages = 0;
  std::int64_t positions = 0;
  std::int64_t claims = 0;
  std::int64_t refutedClaims = 0;  ///< of the claims
  std::int64_t figures = 0;        ///< spending figures of this edition
  std::int64_t others = 0;         ///< offices, accessions, links, machine-coded batches

  [[nodiscard]] std::int64_t all() const { return events + stages + positions + claims + figures + others; }

  bool operator==(const SourceUse&) const = default;
};

/// One thing that rests on a source. Figures of one metric are one entry.
struct Reliance {
  TableId table = TableId::Summits;  ///< which kind of record cites it
  Uid uid;                           ///< of the record; of figures the metric's word ("pct_gdp")
  std::optional<EventId> event;      ///< the event that it is or belongs to (of a claim: that it is about)
  QString title;                  ///< of that event; else of what the record is about (an actor's name ...)
  std::optional<FuzzyDate> when;  ///< of the event as shown, stage, position, office (held) or accession
  QString part;   ///< word of the stage or position, the claim's field or question, an office's name
  QString value;  ///< the claim's value, the position's detail
  std::optional<Verdict> verdict;  ///< of a claim
  std::int64_t count = 1;          ///< more than 1 for figures alone
  int firstYear = 0;               ///< of figures
  int lastYear = 0;

  bool operator==(const Reliance&) const = default;
};

}  // namespace entente
