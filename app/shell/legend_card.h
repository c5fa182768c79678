// SPDX-License-Identifier: GPL-3.0-or-later
// LegendCard: what marks, widths, fades, hatches and badges on the timeline mean, on a card over the window.
#pragma once

#include "app/shell/overlay_card.h"

namespace entente {

class LegendSheet;

class LegendCard : public OverlayCard {
  Q_OBJECT

 public:
  explicit LegendCard(QWidget* window);

 protected:
  [[nodiscard]] QSize contentSize(QSize room) override;
  void styleContent() override;

 private:
  LegendSheet* m_sheet;
};

}  // namespace entente
