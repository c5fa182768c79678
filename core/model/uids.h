// SPDX-License-Identifier: GPL-3.0-or-later
// Uids: the stable text keys by which records name each other, one type a table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/strong_id.h"

namespace entente {

/// 1 to kLongestUid bytes of A-Z a-z 0-9 . _ -; an empty one means "none" where a field may be absent.
using Uid = std::string;
inline constexpr std::size_t kLongestUid = 120;
[[nodiscard]] bool isUid(std::string_view text);

using EventUid = StrongId<struct EventUidTag, Uid>;
using StageUid = StrongId<struct StageUidTag, Uid>;
using PositionUid = StrongId<struct PositionUidTag, Uid>;
using OfficeUid = StrongId<struct OfficeUidTag, Uid>;
using AccessionUid = StrongId<struct AccessionUidTag, Uid>;
using SpendingUid = StrongId<struct SpendingUidTag, Uid>;
using ActorUid = StrongId<struct ActorUidTag, Uid>;
using PlaceUid = StrongId<struct PlaceUidTag, Uid>;
using SourceUid = StrongId<struct SourceUidTag, Uid>;
using ClaimUid = StrongId<struct ClaimUidTag, Uid>;
using PinUid = StrongId<struct PinUidTag, Uid>;
using LinkUid = StrongId<struct LinkUidTag, Uid>;
using ViewUid = StrongId<struct ViewUidTag, Uid>;
using BatchUid = StrongId<struct BatchUidTag, Uid>;

/// Which population an event belongs to: the curated one (edited by people) or the bulk one (machine-coded
/// imports).
enum class EventOrigin : std::uint8_t { Curated, Bulk };

/// What crosses signals, files and threads for an event: the origin and the origin's own key, never a row
/// number. Of a curated event the archive's stable number for its uid, of a bulk event the key that its
/// publisher gave it.
struct EventId {
  EventOrigin origin = EventOrigin::Curated;
  std::int64_t key = 0;

  auto operator<=>(const EventId&) const = default;
};

}  // namespace entente

template <>
struct std::hash<entente::EventId> {
  std::size_t operator()(const entente::EventId& id) const noexcept {
    return std::hash<std::uint64_t>{}(static_cast<std::uint64_t>(id.key) * 2 +
                                      static_cast<std::uint64_t>(id.origin));
  }
};
