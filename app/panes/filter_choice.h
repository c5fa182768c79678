// SPDX-License-Identifier: GPL-3.0-or-later
// FilterChoice: one entry of one list of a filter, and its words.
#pragma once

#include <QString>
#include <cstdint>
#include <variant>
#include <vector>

#include "core/layout/slice_source.h"
#include "core/view/filter.h"
#include "core/view/snapshot.h"

namespace entente {

/// A whole list of chosen events is one choice.
struct ChosenEvents {
  std::vector<EventUid> events;

  auto operator<=>(const ChosenEvents&) const = default;
};

/// A country is its ISO code. Which alternative it is says in which list it stands, see FilterList.
using FilterChoice =
    std::variant<EventKind, DisputeState, EventTag, QString, ActorUid, SourceUid, ChosenEvents>;

/// In the order of FilterChoice's alternatives.
enum class FilterList : std::uint8_t { Kinds, Disputes, Tags, Countries, Actors, RefutedBy, Events };
[[nodiscard]] FilterList listOf(const FilterChoice& choice);
[[nodiscard]] QString listInWords(FilterList list);

/// What a filter asks for, list by list.
[[nodiscard]] std::vector<FilterChoice> choicesOf(const EventFilter& filter);
[[nodiscard]] bool hasChoice(const EventFilter& filter, const FilterChoice& choice);
/// The filter with the choice in its list (behind the others), or without it.
[[nodiscard]] EventFilter withChoice(EventFilter filter, const FilterChoice& choice, bool chosen);
/// The filter with empty lists; what happens to the rest stays.
[[nodiscard]] EventFilter withoutChoices(const EventFilter& filter);

/// "Messages", "Disputed", "United States", "Donald Trump".
[[nodiscard]] QString choiceInWords(const Snapshot& snapshot, const FilterChoice& choice);
/// As short as it can be told: "Messages", "disputed", "USA", "Donald Trump", "12 chosen events"; of a long
/// name its short one.
[[nodiscard]] QString choiceInShort(const Snapshot& snapshot, const FilterChoice& choice);
/// "Remove Donald Trump from the filter".
[[nodiscard]] QString removalInWords(const Snapshot& snapshot, const FilterChoice& choice);

/// A tool tip that shows the text as it is, also where it looks like markup.
[[nodiscard]] QString plainToolTip(const QString& text);

}  // namespace entente
