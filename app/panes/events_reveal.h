// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing an event into view from a list of them.
#pragma once

#include "core/model/uids.h"

namespace entente {

class Session;

/// Selects the event. Where it lies outside the span, the span keeps its length and moves so that the event's
/// begin is in its middle. An event without a date is selected alone.
void showOnTimeline(Session& session, EventId id);

}  // namespace entente
