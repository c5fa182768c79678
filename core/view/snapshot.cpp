// SPDX-License-Identifier: GPL-3.0-or-later
// Loads a snapshot and decides what an archive opens on.
#include "core/view/snapshot.h"

#include "core/time/civil.h"
#include "core/time/time_scale.h"

namespace entente {

QString Snapshot::label(EventId id) const {
  const auto found = titles.find(id);
  if (found == titles.end()) return {};
  return found->second.shortTitle.isEmpty() ? found->second.title : found->second.shortTitle;
}

const EventTitle* Snapshot::title(EventId id) const {
  const auto found = titles.find(id);
  return found == titles.end() ? nullptr : &found->second;
}

std::optional<EventId> Snapshot::find(const RecordRef& ref) const {
  const auto found = m_byUid.find(ref.uid);
  if (found == m_byUid.end()) return std::nullopt;
  return recordKindOf(titles.at(found->second).kind) == ref.kind ? std::optional(found->second)
                                                                 : std::nullopt;
}

std::optional<RecordRef> Snapshot::refOf(EventId id) const {
  const auto found = titles.find(id);
  if (found == titles.end()) return std::nullopt;
  return RecordRef{recordKindOf(found->second.kind), found->second.uid.value};
}

Result<Snapshot> loadSnapshot(const Archive& archive) {
  Snapshot snapshot;
  auto info = archive.info();
  if (!info) return fail(info.error());
  auto dataset = archive.dataset();
  if (!dataset) return fail(dataset.error());
  auto titles = archive.titles();
  if (!titles) return fail(titles.error());
  auto offices = archive.offices();
  if (!offices) return fail(offices.error());
  auto actors = archive.actors();
  if (!actors) return fail(actors.error());
  auto views = archive.views();
  if (!views) return fail(views.error());

  snapshot.info = std::move(*info);
  snapshot.dataset = std::move(*dataset);
  for (EventTitle& title : *titles) {
    snapshot.m_byUid.emplace(title.uid.value, title.id);
    snapshot.titles.emplace(title.id, std::move(title));
  }
  snapshot.offices = std::move(*offices);
  for (Actor& actor : *actors)
    snapshot.actors.emplace(actor.uid.value, std::move(actor));
  snapshot.views = std::move(*views);
  return snapshot;
}

TimeSpan wholeSpan(const Dataset& dataset, Instant now) {
  TimeSpan all{kEndOfTime, kBeginningOfTime};
  const auto widen = [&all](Instant begin, Instant end) {
    all.begin = std::min(all.begin, begin);
    all.end = std::max(all.end, end);
  };
  for (const DateBounds& bounds : dataset.curated->bounds) {
    const bool begins = bounds.earliestBegin > kBeginningOfTime;
    const bool ends = bounds.latestEnd < kEndOfTime;
    if (begins) widen(bounds.earliestBegin, ends ? bounds.latestEnd : bounds.earliestBegin);
    if (!begins && ends) widen(bounds.latestEnd, bounds.latestEnd);
  }
  const BulkSegment& bulk = *dataset.bulk;
  for (std::size_t row = 0; row < bulk.size(); ++row) {
    const Instant begin{bulk.begins[row]};
    const Instant end{bulk.ends[row]};
    if (begin > kBeginningOfTime) widen(begin, end < kEndOfTime ? end : begin);
  }
  if (all.isEmpty()) {
    const std::int64_t year = dateOf(now).year;
    return {startOfYear(year), startOfYear(year + 1)};
  }
  // More on the right, where the labels of the last events stand.
  const std::int64_t seconds = std::max(all.seconds(), kSecondsPerDay);
  return {plusSeconds(all.begin, -seconds / 25), plusSeconds(all.end, seconds / 6)};
}

SavedState openingState(const Snapshot& snapshot, Instant now) {
  for (const SavedView& view : snapshot.views) {
    // A view that a stranger wrote wrongly must not keep the archive from opening: the next one serves, or
    // all of it.
    if (auto state = savedStateFromJson(view.state.toUtf8())) return std::move(*state);
  }
  return SavedState{ViewState{wholeSpan(snapshot.dataset, now), Grouping::Kind, std::nullopt}, {}};
}

}  // namespace entente
