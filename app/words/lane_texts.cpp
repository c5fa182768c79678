// SPDX-License-Identifier: GPL-3.0-or-later
// Names of lanes and the tips of their marks.
#include "app/words/lane_texts.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/render/date_words.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("LaneTexts", text);
}

/// Rich text whose parts are plain: people's titles may hold < and &.
QString tip(const QString& bold, const QString& first, const QString& second) {
  QString html = QStringLiteral("<b>%1</b>").arg(bold.toHtmlEscaped());
  for (const QString& line : {first, second}) {
    if (!line.isEmpty()) html += QStringLiteral("<br>") + line.toHtmlEscaped();
  }
  return html;
}

}  // namespace

LaneTexts::LaneTexts(std::shared_ptr<const LaneSlices> slices) : m_slices(std::move(slices)) {}

QString LaneTexts::label(ItemIndex item) const {
  return m_slices->label(item);
}

QString LaneTexts::laneName(int lane) const {
  switch (m_slices->laneKind(lane)) {
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
  return m_slices->laneKind(lane) != LaneKind::Offices;
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
    case LaneKind::Bulk:
      return GlyphKind::Figure;
    default:
      return GlyphKind::Period;
  }
}

QString LaneTexts::toolTip(ItemIndex item) const {
  if (const OfficeBar* bar = m_slices->officeOf(item)) {
    for (const OfficeTrack& track : m_slices->tracks()) {
      const bool here =
          std::ranges::any_of(track.bars, [bar](const OfficeBar& other) { return &other == bar; });
      if (here)
        return tip(bar->fullName, officeInWords(track.key.office, track.key.body), dateInWords(bar->held));
    }
  }
  const auto id = m_slices->eventOf(item);
  const EventTitle* title = id ? m_slices->snapshot().title(*id) : nullptr;
  if (!title) return id ? tip(tr("Machine-coded event %1").arg(id->key), {}, {}) : QString();
  return tip(title->title, title->when ? weekdayAndDate(*title->when) : QString(), {});
}

}  // namespace entente
