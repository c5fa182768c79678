// SPDX-License-Identifier: GPL-3.0-or-later
// Chart labels: where the words at line ends stand, and which numbers and years an axis names.
#pragma once

#include <cstddef>
#include <vector>

#include "core/time/time_span.h"

namespace entente {

/// Heights for labels that would like to stand at `wanted`, moved as little as keeps the order, `pitch`
/// between neighbours and all within [top, bottom]. In step with `wanted`. Where they cannot all fit the
/// later ones (least important last) get none: as many are placed as fit, the rest is NaN.
[[nodiscard]] std::vector<double> spread(const std::vector<double>& wanted, double pitch, double top,
                                         double bottom);

/// From 0 (or below, for negative values) up: the axis ends on a step.
struct ValueTicks {
  double low = 0;
  double high = 1;
  double step = 1;

  [[nodiscard]] std::vector<double> values() const;
  /// So many decimals tell the steps apart.
  [[nodiscard]] int decimals() const;
};

/// Steps of 1, 2 or 5 times a power of ten, at most `most` (>= 1) of them, covering 0, low and high.
[[nodiscard]] ValueTicks valueTicks(double low, double high, int most);

/// The same without a nought that is far away: steps just around low to high.
[[nodiscard]] ValueTicks closeTicks(double low, double high, int most);

/// Years to name below an axis of `widthPx` over `span`, steps as of the timeline's tick ladder: those whose
/// middle lies within the span.
[[nodiscard]] std::vector<std::int64_t> yearsToName(TimeSpan span, double widthPx, double minLabelPx);

}  // namespace entente
