// SPDX-License-Identifier: GPL-3.0-or-later
// Titles do not know a statement's form; the row in the dataset does.
#include "app/panes/table_glyph.h"

#include <algorithm>

namespace entente {

namespace {

bool isRuling(const CuratedSegment& events, const EventTitle& title) {
  if (!title.when) return false;
  const Instant begin = title.when->bounds().earliestBegin;
  const auto first = std::ranges::lower_bound(events.bounds, begin, {}, &DateBounds::earliestBegin);
  for (auto row = static_cast<std::size_t>(first - events.bounds.begin());
       row < events.size() && events.bounds[row].earliestBegin == begin; ++row) {
    if (events.keys[row] == title.id.key) return events.forms[row] == StatementForm::Ruling;
  }
  return false;
}

}  // namespace

GlyphKind glyphOf(const Snapshot& snapshot, const EventTitle& title) {
  switch (title.kind) {
    case EventKind::Summit:
      return GlyphKind::Summit;
    case EventKind::Message:
      return GlyphKind::Message;
    case EventKind::Pledge:
      return GlyphKind::Pledge;
    case EventKind::Statement:
      return isRuling(*snapshot.dataset.curated, title) ? GlyphKind::Ruling : GlyphKind::Statement;
    case EventKind::Period:
      return GlyphKind::Period;
  }
  return GlyphKind::Period;
}

}  // namespace entente
