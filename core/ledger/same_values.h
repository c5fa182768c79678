// SPDX-License-Identifier: GPL-3.0-or-later
// Same values: which claims about one record say the same.
#pragma once

#include <cstddef>
#include <vector>

#include "core/model/records.h"

namespace entente {

/// Items joined into groups (union-find with path halving).
class Groups {
 public:
  explicit Groups(std::size_t size);

  /// A number that the items of a group share. Joining may change it.
  [[nodiscard]] std::size_t groupOf(std::size_t item);
  void join(std::size_t a, std::size_t b) { m_parents[groupOf(a)] = groupOf(b); }

 private:
  std::vector<std::size_t> m_parents;
};

/// Claims in groups of one value (see valuesOf), by their place in the list.
[[nodiscard]] Groups groupsOf(const std::vector<const Claim*>& claims);

/// For each claim the number of its value: two claims have the same number if they are one value. Claims that
/// agrees_with ties together (through any number of steps), or whose edtf, number or, where they have
/// neither, value is equal, are one value. Numbers are those of the first claim of a value in the list; which
/// claims are together does not depend on the order. O(claims log claims).
[[nodiscard]] std::vector<std::size_t> valuesOf(const std::vector<const Claim*>& claims);

}  // namespace entente
