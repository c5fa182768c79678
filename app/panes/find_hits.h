// SPDX-License-Identifier: GPL-3.0-or-later
// FindHits: what a search found, counted as one walks through it, and where, in words.
#pragma once

#include <QString>
#include <cstddef>
#include <optional>

#include "app/session/session.h"

namespace entente {

/// Hits that the filter leaves out are not walked to.
struct FindHits {
  std::size_t shown = 0;    ///< that the filter keeps
  std::size_t leftOut = 0;  ///< by the filter
  /// Place of the selected event among the shown, from 1 on.
  std::optional<std::size_t> place;
};

/// O(hits).
[[nodiscard]] FindHits hitsOf(const Session& session);

/// "3 of 17", "17 found", "none found", "searching…", "not searched" after an error; empty while nothing is
/// looked for.
[[nodiscard]] QString hitCountInWords(const Session& session, const FindHits& hits);

/// Where the words of the selected event were found, what hides the hits, or what went wrong. Empty if there
/// is nothing to say.
struct FindWhere {
  QString text;  ///< plain
  QString html;  ///< the same, escaped, with the found words bold
  bool isError = false;
  bool canDropFilter = false;  ///< without the filter there would be hits

  bool operator==(const FindWhere&) const = default;
};
[[nodiscard]] FindWhere whereFound(const Session& session, const FindHits& hits);

}  // namespace entente
