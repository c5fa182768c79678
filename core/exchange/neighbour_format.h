// SPDX-License-Identifier: GPL-3.0-or-later
// NeighbourFormat: which of the other timeline programs a file is of, by its first bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"

namespace entente {

enum class NeighbourFormat : std::uint8_t { TimelineJs, Vis, TimelineProject, Simile };

/// By the names of elements or members in the first 256 KiB; nothing for anything else. A guess: the readers
/// say for certain. O(1).
[[nodiscard]] std::optional<NeighbourFormat> neighbourFormat(std::string_view bytes);

[[nodiscard]] Result<ForeignArchive> readNeighbour(NeighbourFormat format, std::string_view bytes,
                                                   const ForeignCaps& caps = {},
                                                   const Progress& progress = {});

}  // namespace entente
