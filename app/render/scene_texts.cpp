// SPDX-License-Identifier: GPL-3.0-or-later
// Measures labels as they will be drawn.
#include "app/render/scene_texts.h"

#include <QFontMetricsF>
#include <cmath>

namespace entente {

FontLabelMeasure::FontLabelMeasure(const SceneTexts& texts, const QFont& font, const QPaintDevice* device)
    : m_texts(texts), m_font(device != nullptr ? QFont(font, device) : font) {}

double FontLabelMeasure::labelWidthPx(ItemIndex item) const {
  const auto known = m_widths.find(item);
  if (known != m_widths.end()) return known->second;
  const QString label = m_texts.label(item);
  const double width = label.isEmpty() ? 0 : std::ceil(QFontMetricsF(m_font).horizontalAdvance(label));
  m_widths.emplace(item, width);
  return width;
}

}  // namespace entente
