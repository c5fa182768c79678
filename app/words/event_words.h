// SPDX-License-Identifier: GPL-3.0-or-later
// Event words: an event, its people, delays and disputes in whole sentences, for lists, panes and speech.
#pragma once

#include <QString>
#include <utility>
#include <vector>

#include "core/analysis/life_line.h"
#include "core/model/event_detail.h"
#include "core/view/snapshot.h"

namespace entente {

/// "Summit", "Message", "Pledge", "Statement", "Period".
[[nodiscard]] QString eventKindInWords(EventKind kind);
/// "Summits", "Messages" ...
[[nodiscard]] QString eventKindsInWords(EventKind kind);
/// "5 messages, 1 summit".
[[nodiscard]] QString kindCountsInWords(const std::vector<std::pair<EventKind, int>>& counts);
[[nodiscard]] QString channelInWords(Channel channel);
[[nodiscard]] QString pledgeStatusInWords(PledgeStatus status);
/// "Disputed", "Has refuted claims", "Undisputed".
[[nodiscard]] QString disputeStateInWords(DisputeState state);
/// "Share of GDP", "Share of equipment in defence spending", "Billion US dollars" ...
[[nodiscard]] QString metricInWords(SpendingMetric metric);

/// What a screen reader says of an event: "Message, Mark Rutte to Donald Trump, 24 June 2025, disputed, 3
/// sources". Kind; senders to recipients, or "speaker: title", or the title; the date it is shown at;
/// "disputed" where it is; how many sources stand behind it. Of a machine-coded event kind and number.
[[nodiscard]] QString eventInSpeech(const Snapshot& snapshot, EventId id);

/// "Mark Rutte, Secretary General, NATO": with the office held on the day of the event, where that is
/// certain.
[[nodiscard]] QString actorWithOffice(const EventDetail& detail, const ActorUid& uid);
[[nodiscard]] QString actorName(const EventDetail& detail, const ActorUid& uid);
/// The office alone; empty if none is certain.
[[nodiscard]] QString officeOnTheDay(const EventDetail& detail, const ActorUid& uid);

/// "the same day", "the next day", "12 days later", "41 to 72 days later", "some time within 30 days", "up to
/// 3 days earlier or 27 days later", "about a year later"; "doubtful" is added where a qualifier is on a
/// date.
[[nodiscard]] QString delayInWords(const Delay& delay);
/// "published the same day", "reported 12 days later"; empty if the message never came into the open.
[[nodiscard]] QString publicationInWords(const LifeLine& line);

/// "2 of 5 fields disputed", "5 fields, none disputed"; empty without claims.
[[nodiscard]] QString disputesInWords(const Disputes& disputes);

/// "The Irish Times, 24 June 2025": publisher (else title) and day; "B, usually reliable".
[[nodiscard]] QString sourceInWords(const Source& source);
[[nodiscard]] QString gradeInWords(const std::optional<Reliability>& reliability);

}  // namespace entente
