// SPDX-License-Identifier: GPL-3.0-or-later
// EventMatching: which events of an archive the entries of a file are, so that a file can be imported twice.
#pragma once

#include <QString>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/exchange/foreign_archive.h"
#include "core/model/records.h"

namespace entente {

/// An event of whichever kind. The records must outlive it.
struct KnownEvent {
  EventKind kind = EventKind::Event;
  std::size_t row = 0;  ///< in the vector of its kind
  const Event* event = nullptr;
};

/// Calls `each(kind, row, event)` for all events.
template <class F>
void forEachEvent(const Records& records, F each) {
  const auto all = [&](EventKind kind, const auto& rows) {
    for (std::size_t row = 0; row < rows.size(); ++row)
      each(kind, row, rows[row].event);
  };
  all(EventKind::Summit, records.summits);
  all(EventKind::Message, records.messages);
  all(EventKind::Pledge, records.pledges);
  all(EventKind::Statement, records.statements);
  all(EventKind::Period, records.periods);
  all(EventKind::Event, records.events);
}

/// The uid of the event that a source knows by an id of its own: always the same for the same two.
[[nodiscard]] EventUid keyedUid(const SourceUid& source, const QString& key);

/// For each entry the event that it is, or one without `event` if it is new. Of the events that cite `source`
/// an entry is, in this order: the one with its id; one with its title, date, summary and note; one with its
/// title and date; the only one with its title where the entry has no id and no other entry has that title.
/// No event is given twice. `missing` gets the events that cite the source first of all and that no entry is.
/// O((entries + events) log events).
[[nodiscard]] std::vector<KnownEvent> matchEvents(const std::vector<ForeignEvent>& entries,
                                                  const Records& records, const SourceUid& source,
                                                  std::vector<KnownEvent>& missing);

}  // namespace entente
