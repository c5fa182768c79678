// SPDX-License-Identifier: GPL-3.0-or-later
// Moves the span first: a timeline that follows the selection then finds the event in view.
#include "app/panes/events_reveal.h"

#include "app/session/session.h"
#include "core/time/date_relations.h"
#include "core/time/time_scale.h"

namespace entente {

void showOnTimeline(Session& session, EventId id) {
  const EventTitle* title = session.snapshot() ? session.snapshot()->title(id) : nullptr;
  if (title && title->when) {
    const DateBounds& bounds = title->when->bounds();
    const TimeSpan shown = session.view().span;
    if (overlaps(bounds, shown) == Certainty::Impossible) {
      const Instant at = bounds.earliestBegin > kBeginningOfTime ? bounds.earliestBegin : bounds.latestEnd;
      session.setSpan(shifted(shown, at.seconds - shown.begin.seconds - shown.seconds() / 2));
    }
  }
  session.select(id);
}

}  // namespace entente
