// SPDX-License-Identifier: GPL-3.0-or-later
// EventFilter: which events a view keeps, and how many each choice would.
#pragma once

#include <QString>
#include <cstdint>
#include <map>
#include <vector>

#include "core/model/uids.h"
#include "core/model/vocabulary.h"

namespace entente {

struct Snapshot;

enum class DisputeState : std::uint8_t {
  Disputed,   ///< sources disagree over a field or a question
  Refuted,    ///< a claim about it is refuted
  Undisputed  ///< neither of the two
};

/// A word of the editor's own that events carry.
struct EventTag {
  QString name;

  bool operator==(const EventTag&) const = default;
  bool operator<(const EventTag& other) const { return name < other.name; }
};

/// What happens to events that do not match.
enum class RestOfEvents : std::uint8_t { Hidden, Greyed };

/// Within a list any entry will do, all lists must hold; an empty list lets everything pass. Machine-coded
/// events pass while every list is empty: they have no kinds, records of actors or claims.
struct EventFilter {
  std::vector<EventKind> kinds;
  std::vector<ActorUid> actors;
  std::vector<QString> countries;  ///< of the actors: ISO 3166-1 alpha-3
  std::vector<DisputeState> disputes;
  std::vector<EventTag> tags;
  /// Events about which a claim of one of these sources is refuted.
  std::vector<SourceUid> refutedBy;
  /// These and no others: sorted.
  std::vector<EventUid> events;
  RestOfEvents rest = RestOfEvents::Hidden;

  [[nodiscard]] bool isEmpty() const {
    return kinds.empty() && actors.empty() && countries.empty() && disputes.empty() && tags.empty() &&
           refutedBy.empty() && events.empty();
  }
  bool operator==(const EventFilter&) const = default;
};

/// Rows of the curated segment as flat 64-bit words.
class RowSet {
 public:
  RowSet() = default;
  explicit RowSet(std::size_t rows) : m_words((rows + 63) / 64) {}

  void insert(std::size_t row) { m_words[row / 64] |= std::uint64_t{1} << (row % 64); }
  [[nodiscard]] bool contains(std::size_t row) const {
    return row / 64 < m_words.size() && (m_words[row / 64] >> (row % 64) & 1) != 0;
  }
  [[nodiscard]] std::size_t count() const;

  bool operator==(const RowSet&) const = default;

 private:
  std::vector<std::uint64_t> m_words;
};

/// Whether one event matches. O(lists).
[[nodiscard]] bool matches(const Snapshot& snapshot, EventId id, const EventFilter& filter);
/// The rows that match. O(events).
[[nodiscard]] RowSet matchingRows(const Snapshot& snapshot, const EventFilter& filter);

/// How many events there are for each choice of a list when all other lists hold. Choices that no event has
/// are not there; those that only the other lists rule out are, with 0. Undated events count. O(events).
struct FilterCounts {
  std::map<EventKind, std::int64_t> kinds;
  std::map<ActorUid, std::int64_t> actors;
  std::map<QString, std::int64_t> countries;
  std::map<DisputeState, std::int64_t> disputes;
  std::map<EventTag, std::int64_t> tags;
  std::map<SourceUid, std::int64_t> refutedBy;
  std::int64_t events = 0;    ///< of the chosen events all other lists keep
  std::int64_t matching = 0;  ///< all lists hold
  std::int64_t all = 0;

  bool operator==(const FilterCounts&) const = default;
};
[[nodiscard]] FilterCounts countChoices(const Snapshot& snapshot, const EventFilter& filter);

}  // namespace entente
