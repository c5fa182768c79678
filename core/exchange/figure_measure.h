// SPDX-License-Identifier: GPL-3.0-or-later
// What the titles of a table and its columns say that its figures measure, and in what unit.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/model/vocabulary.h"

namespace entente {

/// In what the dollars of a table are counted.
enum class MoneyUnit : std::uint8_t { Unsaid, Billion, Million, Dollar };

struct Measure {
  std::optional<SpendingMetric> metric;  ///< only where the words leave no doubt
  bool isOther = false;                  ///< they name something that is none of our metrics
  MoneyUnit unit = MoneyUnit::Unsaid;    ///< as the words say, whatever the metric

  bool operator==(const Measure&) const = default;
};

/// `text` is the title that is nearest to the figures (of the column, of the block of rows), `around` what
/// stands above it: it may say that all is about defence, or in dollars.
[[nodiscard]] Measure measureOf(std::string_view text, std::string_view around);

[[nodiscard]] constexpr bool isPercentMetric(SpendingMetric metric) {
  return metric == SpendingMetric::PercentOfGdp || metric == SpendingMetric::EquipmentSharePercent;
}

}  // namespace entente
