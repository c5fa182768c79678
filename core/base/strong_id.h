// SPDX-License-Identifier: GPL-3.0-or-later
// StrongId: a value that names something and cannot be mixed up with the name of something else.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <utility>

namespace entente {

/// `using SourceUid = StrongId<struct SourceTag, std::string>;` Costs what Rep costs; ordered and hashable as
/// Rep is.
template <class Tag, class Rep>
struct StrongId {
  Rep value{};

  StrongId() = default;
  explicit StrongId(Rep v) : value(std::move(v)) {}

  auto operator<=>(const StrongId&) const = default;
};

}  // namespace entente

template <class Tag, class Rep>
struct std::hash<entente::StrongId<Tag, Rep>> {
  std::size_t operator()(const entente::StrongId<Tag, Rep>& id) const noexcept {
    return std::hash<Rep>{}(id.value);
  }
};
