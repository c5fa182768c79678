// SPDX-License-Identifier: GPL-3.0-or-later
// LaneChoice: by what events are put into lanes, and which lanes are shown in which order.
#pragma once

#include <QString>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/model/vocabulary.h"

namespace entente {

/// By what events are put into lanes. An event stands in the lane of each of its actors, countries (of the
/// actors) and publishers of its sources. Channel: of a message its channel as shown, of a statement the
/// medium it was made in.
enum class Grouping : std::uint8_t { Kind, Actor, Country, Place, Series, Source, Channel, None };
inline constexpr std::array kGroupings{Grouping::Kind,   Grouping::Actor,  Grouping::Country, Grouping::Place,
                                       Grouping::Series, Grouping::Source, Grouping::Channel, Grouping::None};

/// Usual: kinds in their own order, all other lanes by count. By count and name: most events first, then by
/// name. The lane of events that have no group, and the one of machine-coded events, come last.
enum class LaneSort : std::uint8_t { Usual, Name, Count, FirstDate };

/// What was done to the lanes. Lanes are named by their keys (see LaneSlices); keys of other groupings, or of
/// lanes that are not there, do no harm.
struct LaneChoice {
  LaneSort sort = LaneSort::Usual;
  std::vector<QString> order;  ///< these first, in this order; the rest as sorted
  std::vector<QString> hidden;
  std::vector<QString> collapsed;  ///< drawn in one row
  QString solo;                    ///< the only one that is shown; empty: all

  [[nodiscard]] bool isUsual() const { return *this == LaneChoice(); }
  bool operator==(const LaneChoice&) const = default;
};

/// The choice with one lane hidden or shown, in one row or in all of its rows.
[[nodiscard]] LaneChoice withHidden(LaneChoice choice, const QString& key, bool hidden);
[[nodiscard]] LaneChoice withCollapsed(LaneChoice choice, const QString& key, bool collapsed);
/// The lanes in the order of `keys`, but `key` in front of `before`; behind all if that is empty or not
/// there.
[[nodiscard]] LaneChoice withMoved(LaneChoice choice, std::vector<QString> keys, const QString& key,
                                   const QString& before);
/// Sorted anew: what was moved by hand is forgotten.
[[nodiscard]] LaneChoice withSort(LaneChoice choice, LaneSort sort);

template <>
struct Words<Grouping> {
  static constexpr std::array<std::string_view, 8> list{"kind",   "actor",  "country", "place",
                                                        "series", "source", "channel", "none"};
};
template <>
struct Words<LaneSort> {
  static constexpr std::array<std::string_view, 4> list{"usual", "name", "count", "first date"};
};

}  // namespace entente
