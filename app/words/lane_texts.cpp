// SPDX-License-Identifier: GPL-3.0-or-later
// Names of lanes and the tips of their marks.
#include "app/words/lane_texts.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/render/date_words.h"
#include "app/words/claim_words.h"
#include "app/words/event_words.h"
#include "app/words/lane_words.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("LaneTexts", text);
}

/// Rich text whose parts are plain: people's titles may hold < and &.
QString tip(const QString& bold, const QStringList& lines) {
  QString html = QStringLiteral("<b>%1</b>").arg(bold.toHtmlEscaped());
  for (const QString& line : lines) {
    if (!line.isEmpty()) html += QStringLiteral("<br>") + line.toHtmlEscaped();
  }
  return html;
}

}  // namespace

LaneTexts::LaneTexts(std::shared_ptr<const LaneSlices> slices) : m_slices(std::move(slices)) {
  readDisputes();
}

void LaneTexts::readDisputes() {
  const Snapshot& snapshot = m_slices->snapshot();
  const CuratedSegment& events = *snapshot.dataset.curated;
  m_disputed.resize(static_cast<std::size_t>(m_slices->laneCount()));
  for (const auto& [id, disputes] : snapshot.disputes) {
    if (disputes.disputedFields == 0 || id.origin != EventOrigin::Curated) continue;
    const auto item = m_slices->itemOf(id);
    if (!item) continue;
    m_disputedFields.emplace(*item, static_cast<int>(disputes.disputedFields));
    for (const std::uint16_t lane : m_slices->lanesOf(id)) {
      DisputedTimes& times = m_disputed[lane];
      times.begins.push_back(events.bounds[item->value].earliestBegin);
      times.ends.push_back(events.bounds[item->value].latestEnd);
    }
  }
  for (DisputedTimes& times : m_disputed) {
    std::ranges::sort(times.begins);
    std::ranges::sort(times.ends);
  }
}

QString LaneTexts::label(ItemIndex item) const {
  // In the lane of its holder a bar is named after the office.
  const OfficeItem* office = m_slices->officeOf(item);
  if (office && office->isOfActor) return officeInWords(office->office.office, office->office.body);
  return m_slices->label(item);
}

int LaneTexts::badge(ItemIndex item) const {
  const auto found = m_disputedFields.find(item);
  return found == m_disputedFields.end() ? 0 : found->second;
}

const RivalDate* LaneTexts::rivalOf(ItemIndex item, std::uint32_t rival) const {
  const auto id = m_slices->eventOf(item);
  if (!id) return nullptr;
  const std::vector<RivalDate>& rivals = m_slices->snapshot().rivalsOf(*id);
  return rival < rivals.size() ? &rivals[rival] : nullptr;
}

QString LaneTexts::ghost(ItemIndex item, std::uint32_t rival, bool brief) const {
  const RivalDate* date = rivalOf(item, rival);
  if (!date) return {};
  return brief ? dateInShort(date->when) : rivalInWords(m_slices->snapshot(), *date);
}

QString LaneTexts::ghostTip(ItemIndex item, std::uint32_t rival) const {
  const RivalDate* date = rivalOf(item, rival);
  const auto id = m_slices->eventOf(item);
  if (!date || !id) return {};
  const Snapshot& snapshot = m_slices->snapshot();
  const EventTitle* title = snapshot.title(*id);
  QStringList lines{rivalWithSources(snapshot, *date)};
  if (title->when) lines << tr("shown at %1").arg(dateInWords(*title->when));
  return tip(title->title, lines);
}

QString LaneTexts::ghostInSpeech(ItemIndex item, std::uint32_t rival) const {
  const RivalDate* date = rivalOf(item, rival);
  return date ? tr("Rival date, %1").arg(rivalWithSources(m_slices->snapshot(), *date)) : QString();
}

std::uint32_t LaneTexts::laneBadges(int lane, TimeSpan span) const {
  const DisputedTimes& times = m_disputed[static_cast<std::size_t>(lane)];
  const auto begun = std::ranges::lower_bound(times.begins, span.end) - times.begins.begin();
  const auto ended = std::ranges::upper_bound(times.ends, span.begin) - times.ends.begin();
  return static_cast<std::uint32_t>(begun - ended);
}

QString LaneTexts::laneName(int lane) const {
  return nameOf(m_slices->laneAt(lane));
}

QString LaneTexts::nameOf(const Lane& lane) const {
  switch (lane.kind) {
    case LaneKind::Group:
      return groupInWords(m_slices->snapshot(), m_slices->grouping(), lane.group);
    case LaneKind::Everything:
      return tr("Events");
    case LaneKind::Others:
      return tr("Others");
    case LaneKind::Rest:
      return withoutGroupInWords(m_slices->grouping());
    case LaneKind::Offices:
      return tr("Offices");
    case LaneKind::Summits:
      return tr("Summits");
    case LaneKind::Messages:
      return tr("Messages");
    case LaneKind::Pledges:
      return tr("Pledges");
    case LaneKind::Statements:
      return tr("Statements");
    case LaneKind::Periods:
      return tr("Periods");
    case LaneKind::Events:
      return tr("Events");
    case LaneKind::Bulk:
      return tr("Machine-coded");
  }
  return {};
}

QString LaneTexts::trackName(int, int track) const {
  const auto& tracks = m_slices->tracks();
  return track >= 0 && static_cast<std::size_t>(track) < tracks.size()
             ? tracks[static_cast<std::size_t>(track)].title
             : QString();
}

bool LaneTexts::laneHasGlyph(int lane) const {
  const LaneKind kind = m_slices->laneKind(lane);
  return kind == LaneKind::Bulk || (kind >= LaneKind::Summits && kind <= LaneKind::Events);
}

GlyphKind LaneTexts::laneGlyph(int lane) const {
  switch (m_slices->laneKind(lane)) {
    case LaneKind::Summits:
      return GlyphKind::Summit;
    case LaneKind::Messages:
      return GlyphKind::Message;
    case LaneKind::Pledges:
      return GlyphKind::Pledge;
    case LaneKind::Statements:
      return GlyphKind::Statement;
    case LaneKind::Events:
      return GlyphKind::Event;
    case LaneKind::Bulk:
      return GlyphKind::Figure;
    default:
      return GlyphKind::Period;
  }
}

QString LaneTexts::eventTip(EventId id) const {
  const Snapshot& snapshot = m_slices->snapshot();
  const EventTitle* title = snapshot.title(id);
  if (!title) return tip(tr("Machine-coded event %1").arg(id.key), {});
  QStringList lines;
  if (title->when) lines += weekdayAndDate(*title->when);
  const Disputes disputes = snapshot.disputesOf(id);
  if (disputes.disputedFields > 0) lines += disputesInWords(disputes);
  constexpr std::size_t kMostRivals = 4;
  const std::vector<RivalDate>& rivals = snapshot.rivalsOf(id);
  for (std::size_t i = 0; i < rivals.size() && i < kMostRivals; ++i)
    lines += rivalWithSources(snapshot, rivals[i]);
  if (rivals.size() > kMostRivals) lines += tr("further rival dates: %1").arg(rivals.size() - kMostRivals);
  if (snapshot.possiblyKnown.contains(id)) lines += tr("may not have been known by then");
  const EventParties* parties = snapshot.partiesOf(id);
  const std::size_t sources = parties ? parties->sources.size() : 0;
  if (sources == 1) lines += tr("1 source");
  if (sources > 1) lines += tr("%1 sources").arg(sources);
  return tip(title->title, lines);
}

QString LaneTexts::toolTip(ItemIndex item) const {
  if (const OfficeItem* held = m_slices->officeOf(item)) {
    return tip(held->bar.fullName,
               {officeInWords(held->office.office, held->office.body), dateInWords(held->bar.held)});
  }
  const auto id = m_slices->eventOf(item);
  return id ? eventTip(*id) : QString();
}

QString LaneTexts::laneInSpeech(int lane, std::uint32_t events, std::uint32_t disputed) const {
  const QString name = laneName(lane);
  if (m_slices->laneKind(lane) == LaneKind::Offices) return name;
  const QString count = events == 1 ? tr("1 event") : tr("%1 events").arg(wordsLocale().toString(events));
  if (disputed == 0) return tr("%1, %2").arg(name, count);
  return tr("%1, %2, %3 disputed").arg(name, count, wordsLocale().toString(disputed));
}

QString LaneTexts::trackInWords(int track) const {
  const auto& tracks = m_slices->tracks();
  if (track < 0 || static_cast<std::size_t>(track) >= tracks.size()) return {};
  const OfficeKey& key = tracks[static_cast<std::size_t>(track)].key;
  return officeInWords(key.office, key.body);
}

QString LaneTexts::inSpeech(ItemIndex item) const {
  if (const OfficeItem* held = m_slices->officeOf(item)) {
    return tr("%1, %2, %3")
        .arg(held->bar.fullName, officeInWords(held->office.office, held->office.body),
             dateInWords(held->bar.held));
  }
  const auto id = m_slices->eventOf(item);
  return id ? eventInSpeech(m_slices->snapshot(), *id) : QString();
}

}  // namespace entente
