// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: an immutable snapshot of the numeric columns of all events; everybody reads it, nobody changes it.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/model/uids.h"
#include "core/model/vocabulary.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// The curated events, one entry a row in every column, ordered by earliestBegin, then key. Events without
/// any date stand in `undated` alone.
struct CuratedSegment {
  std::vector<std::int64_t> keys;
  std::vector<EventKind> kinds;
  std::vector<StatementForm> forms;  ///< of statements; Statement for the rest
  std::vector<std::uint8_t> weights;
  std::vector<std::uint8_t> flags;  ///< kUncertain ...
  std::vector<EndKind> beginKinds;
  std::vector<EndKind> endKinds;
  std::vector<DateBounds> bounds;
  std::vector<DateFade> fades;
  std::vector<std::int64_t> undated;

  static constexpr std::uint8_t kUncertain = 1;
  static constexpr std::uint8_t kApproximate = 2;
  static constexpr std::uint8_t kScheduled = 4;

  [[nodiscard]] std::size_t size() const { return keys.size(); }
};

/// One curated event for append().
struct CuratedRow {
  std::int64_t key = 0;
  EventKind kind = EventKind::Summit;
  StatementForm form = StatementForm::Statement;
  int weight = 0;
  bool scheduled = false;
};
/// Adds an event that is shown at a date. The rows are in order only after sortByBegin().
void append(CuratedSegment& segment, const CuratedRow& row, const FuzzyDate& shown);
/// Puts the rows in their order. O(n) where they are.
void sortByBegin(CuratedSegment& segment);

/// The machine-coded events: key and the outer bounds, ordered by begin. 24 bytes an event.
struct BulkSegment {
  std::vector<std::int64_t> keys;
  std::vector<std::int64_t> begins;  ///< seconds, earliestBegin
  std::vector<std::int64_t> ends;    ///< seconds, latestEnd

  [[nodiscard]] std::size_t size() const { return keys.size(); }
};

/// Two segments and the revision of the archive that they were read at: it goes up with every change. Cheap
/// to copy.
struct Dataset {
  std::uint64_t revision = 0;
  std::shared_ptr<const CuratedSegment> curated = std::make_shared<CuratedSegment>();
  std::shared_ptr<const BulkSegment> bulk = std::make_shared<BulkSegment>();
};

}  // namespace entente
