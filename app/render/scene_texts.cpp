// SPDX-License-Identifier: GPL-3.0-or-later
// Measures labels as they will be drawn.
#include "app/render/scene_texts.h"

#include <algorithm>

#include "app/render/badge.h"
#include "app/render/label_lines.h"

namespace entente {

FontLabelMeasure::FontLabelMeasure(const SceneTexts& texts, const QFont& font, const QPaintDevice* device)
    : m_texts(texts),
      m_font(device != nullptr ? QFont(font, device) : font),
      m_badge(device != nullptr ? QFont(badgeFont(font), device) : badgeFont(font)) {}

void FontLabelMeasure::takeOver(FontLabelMeasure& other, ItemIndex end) {
  m_widths = std::move(other.m_widths);
  std::erase_if(m_widths, [end](const auto& known) { return known.first >= end; });
}

const FontLabelMeasure::Widths& FontLabelMeasure::widthsOf(ItemIndex item) const {
  const auto [known, isNew] = m_widths.try_emplace(item);
  const QString label = isNew ? m_texts.label(item) : QString();
  if (label.isEmpty()) return known->second;
  const double badge = badgeSize(m_badge, nullptr, m_texts.badge(item)).allPx();
  const LabelLines& lines = linesOf(label, m_font);
  known->second.one = lines.onePx + badge;
  if (!lines.second.isEmpty()) known->second.two = std::max(lines.firstPx, lines.secondPx + badge);
  return known->second;
}

}  // namespace entente
