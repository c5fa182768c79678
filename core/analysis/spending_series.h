// SPDX-License-Identifier: GPL-3.0-or-later
// Spending series: the figures of one edition as one line a state, ready for a chart or a table.
#pragma once

#include <optional>
#include <vector>

#include "core/model/records.h"

namespace entente {

/// One edition (a source) of one metric's figures.
struct Edition {
  SourceUid source;
  std::size_t figures = 0;
  std::size_t actors = 0;
  int firstYear = 0;
  int lastYear = 0;

  bool operator==(const Edition&) const = default;
};

/// Editions of a metric, newest first: by the first day on which their source can have been published (those
/// without one last), then by the last year they reach, then the number of their figures, then uid. `sources`
/// by uid. O(figures).
[[nodiscard]] std::vector<Edition> editionsOf(const std::vector<Spending>& figures, SpendingMetric metric,
                                              const std::vector<Source>& sources);

/// The one that is meant by "latest": the newest that has figures of at least half as many actors as the
/// fullest one, so that a newspaper's two figures do not take the place of a whole table. Empty if there is
/// none.
[[nodiscard]] SourceUid latestEdition(const std::vector<Edition>& newestFirst);

struct SpendingPoint {
  int year = 0;
  Decimal value;
  bool estimate = false;

  bool operator==(const SpendingPoint&) const = default;
};

/// A state's figures by year. A year without a figure is not there: missing is not zero.
struct SpendingSeries {
  ActorUid actor;
  std::vector<SpendingPoint> points;

  [[nodiscard]] const SpendingPoint* at(int year) const;
  bool operator==(const SpendingSeries&) const = default;
};

/// One series an actor that has a figure in this edition, by uid. Two figures of one year (which an archive
/// can hold): the one with the smaller uid. O(figures).
[[nodiscard]] std::vector<SpendingSeries> spendingSeries(const std::vector<Spending>& figures,
                                                         SpendingMetric metric, const SourceUid& edition);

/// States to compare first: the highest and the lowest value of the last year that most series have, the
/// `concerned` ones (those with a position on the pledge) and the two that spend most in `sizes` (any metric
/// of money; may be empty), in the order of that last value, at most `most`. Never an actor outside `among`.
[[nodiscard]] std::vector<ActorUid> statesToCompare(const std::vector<SpendingSeries>& series,
                                                    const std::vector<ActorUid>& among,
                                                    const std::vector<ActorUid>& concerned,
                                                    const std::vector<SpendingSeries>& sizes,
                                                    std::size_t most);

}  // namespace entente
