// SPDX-License-Identifier: GPL-3.0-or-later
// Takes events from the lanes.
#include "app/charts/chart_overlay.h"

#include <algorithm>

#include "app/render/date_words.h"
#include "core/view/lanes.h"

namespace entente {

std::vector<PlotEvent> eventsOver(const LaneSlices& slices, TimeSpan span,
                                  const std::vector<EventKind>& kinds, std::optional<EventId> selected) {
  std::vector<PlotEvent> events;
  if (kinds.empty()) return events;
  for (const EventId id : slices.eventsIn(span)) {
    const EventTitle* title = slices.snapshot().title(id);
    if (!title || !title->when || std::ranges::find(kinds, title->kind) == kinds.end()) continue;
    const DateBounds& bounds = title->when->bounds();
    if (!span.contains(bounds.earliestBegin)) continue;
    PlotEvent event;
    event.id = id;
    // In the middle of what is known of its begin.
    event.at =
        plusSeconds(bounds.earliestBegin, (bounds.latestBegin.seconds - bounds.earliestBegin.seconds) / 2);
    event.glyph = glyphOf(title->kind, title->form);
    event.weight = title->weight;
    event.words = QStringLiteral("%1: %2").arg(dateInWords(*title->when), title->title.simplified());
    event.isSelected = id == selected;
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace entente
