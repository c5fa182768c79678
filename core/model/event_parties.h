// SPDX-License-Identifier: GPL-3.0-or-later
// EventParties: who takes part in an event and which sources stand behind it, for filters, lists and speech.
#pragma once

#include <vector>

#include "core/model/uids.h"

namespace entente {

struct EventParties {
  EventId id;
  /// Senders of a message, or the speaker of a statement; in the order of the record.
  std::vector<ActorUid> from;
  /// Recipients of a message; in the order of the record.
  std::vector<ActorUid> to;
  /// Everyone whom the event names: in its record (an organisation whose members adhere is named, its members
  /// are not), its stages and its positions. Sorted, each once.
  std::vector<ActorUid> actors;
  /// The record's own sources in its order (the first one is what a list shows), then those of its documents,
  /// stages, positions and claims, sorted. Each once.
  std::vector<SourceUid> sources;

  bool operator==(const EventParties&) const = default;
};

}  // namespace entente
