// SPDX-License-Identifier: GPL-3.0-or-later
// Measures labels as they will be drawn.
#include "app/render/scene_texts.h"

#include <QFontMetricsF>
#include <cmath>

#include "app/render/badge.h"

namespace entente {

FontLabelMeasure::FontLabelMeasure(const SceneTexts& texts, const QFont& font, const QPaintDevice* device)
    : m_texts(texts),
      m_font(device != nullptr ? QFont(font, device) : font),
      m_badge(device != nullptr ? QFont(badgeFont(font), device) : badgeFont(font)) {}

double FontLabelMeasure::labelWidthPx(ItemIndex item) const {
  const auto known = m_widths.find(item);
  if (known != m_widths.end()) return known->second;
  const QString label = m_texts.label(item);
  double width = 0;
  if (!label.isEmpty()) {
    width = std::ceil(QFontMetricsF(m_font).horizontalAdvance(label)) +
            badgeSize(m_badge, nullptr, m_texts.badge(item)).allPx();
  }
  m_widths.emplace(item, width);
  return width;
}

}  // namespace entente
