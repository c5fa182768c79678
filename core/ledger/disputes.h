// SPDX-License-Identifier: GPL-3.0-or-later
// Disputes: over which fields and questions of a record its claims disagree.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/model/records.h"

namespace entente {

struct Disputes {
  std::uint32_t claimedFields = 0;  ///< fields and free questions that have a claim at all
  std::uint32_t disputedFields =
      0;  ///< of those: with two values or more, or with a claim whose verdict is disputed
  std::uint32_t refutedClaims = 0;

  bool operator==(const Disputes&) const = default;
};

/// Of the claims about one record. Claims that agrees_with ties together (through any number of steps), or
/// whose edtf, number or, where they have neither, value is equal, are one value. A refuted value is a value:
/// who says it disagrees. The order of the claims does not matter. O(claims log claims).
[[nodiscard]] Disputes disputesOf(const std::vector<const Claim*>& claims);

/// The same for every subject, by RecordRef::text().
[[nodiscard]] std::unordered_map<std::string, Disputes> disputesBySubject(const std::vector<Claim>& claims);

}  // namespace entente
