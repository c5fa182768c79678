// SPDX-License-Identifier: GPL-3.0-or-later
// Disputes: over how many fields and questions of a record its claims disagree.
#pragma once

#include <cstdint>

namespace entente {

/// A refuted value is a value: who says it disagrees.
struct Disputes {
  std::uint32_t claimedFields = 0;   ///< fields and free questions that have a claim at all
  std::uint32_t disputedFields = 0;  ///< of those: see Resolution::isDisputed
  std::uint32_t refutedClaims = 0;

  bool operator==(const Disputes&) const = default;
};

}  // namespace entente
