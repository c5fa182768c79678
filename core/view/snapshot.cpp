// SPDX-License-Identifier: GPL-3.0-or-later
// Loads a snapshot and decides what an archive opens on.
#include "core/view/snapshot.h"

#include <algorithm>

#include "core/layout/slice_source.h"
#include "core/time/civil.h"
#include "core/time/time_scale.h"
#include "core/view/archive_properties.h"

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

const Actor* Snapshot::actor(const ActorUid& uid) const {
  const auto found = actors.find(uid.value);
  return found == actors.end() ? nullptr : &found->second;
}

const Source* Snapshot::source(const SourceUid& uid) const {
  const auto found = std::ranges::lower_bound(sources, uid, {}, &Source::uid);
  return found == sources.end() || found->uid != uid ? nullptr : &*found;
}

const EventParties* Snapshot::partiesOf(EventId id) const {
  const auto found = parties.find(id);
  return found == parties.end() ? nullptr : &found->second;
}

Disputes Snapshot::disputesOf(EventId id) const {
  const auto found = disputes.find(id);
  return found == disputes.end() ? Disputes{} : found->second;
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

const std::vector<EventLink>& Snapshot::linksOf(EventId id) const {
  static const std::vector<EventLink> none;
  const auto found = links.find(id);
  return found == links.end() ? none : found->second;
}

const std::vector<RivalDate>& Snapshot::rivalsOf(EventId id) const {
  static const std::vector<RivalDate> none;
  const auto found = rivalDates.find(id);
  return found == rivalDates.end() ? none : found->second;
}

std::uint8_t Snapshot::strengthOf(const RivalDate& rival) const {
  const ClaimedValue& value = ledger.of(rival.topic)->values[rival.value];
  const int reliability = rankOf(value.grade.reliability);
  const int credibility = rankOf(value.grade.credibility);
  constexpr int kNotJudged = 3;
  if (value.refuted || (reliability > kNotJudged && credibility > kNotJudged)) return 0;
  return reliability < kNotJudged && credibility < kNotJudged ? kMostGhostStrength : 1;
}

Result<Snapshot> loadSnapshot(const Archive& archive, const Lens& lens) {
  auto content = loadContent(archive);
  if (!content) return fail(content.error());
  return seenThrough(std::make_shared<const ArchiveContent>(std::move(*content)), lens);
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
  const QString zone = snapshot.content ? propertiesOf(snapshot.content->properties).zone : QString();
  const QString clocks = zone == QLatin1String("UTC") ? QString() : zone;
  for (const SavedView& view : snapshot.views) {
    // A view that a stranger wrote wrongly must not keep the archive from opening: the next one serves, or
    // all of it.
    auto state = savedStateFromJson(view.state.toUtf8());
    if (!state) continue;
    if (state->view.zone.isEmpty()) state->view.zone = clocks;
    return std::move(*state);
  }
  SavedState all;
  all.view.zone = clocks;
  all.view.span = wholeSpan(snapshot.dataset, now);
  return all;
}

}  // namespace entente
