// SPDX-License-Identifier: GPL-3.0-or-later
// EventDetail: one event with everything that is said about it, gathered for a pane.
#pragma once

#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "core/model/records.h"

namespace entente {

using EventRecord = std::variant<Summit, Message, Pledge, Statement, Period, PlainEvent>;

/// The common part of whichever kind it is.
[[nodiscard]] inline const Event& eventOf(const EventRecord& record) {
  return std::visit([](const auto& kind) -> const Event& { return kind.event; }, record);
}

/// A link as seen from one of its ends.
struct LinkEnd {
  Link link;
  bool outgoing = true;           ///< the event is the link's `from`
  QString title;                  ///< of the other end
  std::optional<EventId> event;   ///< the other end, if it is an event
  std::optional<FuzzyDate> when;  ///< when the other end is shown, if it is an event

  [[nodiscard]] const RecordRef& other() const { return outgoing ? link.to : link.from; }
};

struct EventDetail {
  EventId id;
  EventRecord record;
  std::optional<FuzzyDate> shownWhen;  ///< the date it is shown at (of a message, of a stage)
  std::vector<Stage> stages;           ///< of a message, in order of time; those without a day last
  std::vector<Position> positions;     ///< of a pledge, in order of time
  std::vector<LinkEnd> links;
  std::vector<Claim> claims;  ///< about this event, by uid
  std::optional<Place> place;
  std::map<Uid, Actor> actors;    ///< every actor that the above name
  std::map<Uid, Source> sources;  ///< every source that the above name
  std::vector<Office> offices;    ///< of those actors
};

/// What a list or a label needs of an event.
struct EventTitle {
  EventId id;
  EventUid uid;
  EventKind kind = EventKind::Summit;
  QString title;
  QString shortTitle;
  std::optional<FuzzyDate> when;  ///< the date it is shown at
  std::optional<FuzzyDate> knownFrom;
  StatementForm form = StatementForm::Statement;  ///< of a statement
  int weight = kDefaultWeight;
  bool scheduled = false;  ///< a summit that is not held yet
  PlaceUid place;
  QString series;   ///< of a summit
  QString channel;  ///< of a message as shown, or the medium of a statement
  std::vector<QString> tags;
};

}  // namespace entente
