// SPDX-License-Identifier: GPL-3.0-or-later
// The legend on a sheet that scrolls where the window is too low.
#include "app/shell/legend_card.h"

#include <QFrame>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/render/legend.h"

namespace entente {

class LegendSheet : public QWidget {
 public:
  LegendSheet() {
    setAccessibleName(LegendCard::tr("What the timeline's marks mean"));
    setAccessibleDescription(legendInWords().join(QStringLiteral("; ")));
  }

  void setTheme(ThemeName name) {
    m_theme = name;
    update();
  }
  [[nodiscard]] int heightAt(int width) const {
    return static_cast<int>(std::ceil(legendHeightPx(width, fonts(), scale(), this)));
  }
  /// Of two columns, or one where there is no room.
  [[nodiscard]] int widthWithin(int room) const {
    constexpr double kWidePx = 720;
    return std::min(room, static_cast<int>(std::ceil(kWidePx * scale())));
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), theme(m_theme).canvas);
    paintLegend(painter, rect(), theme(m_theme), fonts(), scale());
  }

 private:
  [[nodiscard]] double scale() const { return font().pointSizeF() / kBasePoints; }
  [[nodiscard]] SceneFonts fonts() const { return sceneFonts(typeFaces(font(), scale())); }

  ThemeName m_theme = ThemeName::Light;
};

LegendCard::LegendCard(QWidget* window) : OverlayCard(tr("Legend"), window), m_sheet(new LegendSheet) {
  setObjectName(QStringLiteral("legendCard"));
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(m_sheet);
  column()->addWidget(scroll);
}

QSize LegendCard::contentSize(QSize room) {
  const int width = m_sheet->widthWithin(room.width());
  const int height = m_sheet->heightAt(width);
  m_sheet->setMinimumHeight(height);
  return {width, std::min(height, room.height())};
}

void LegendCard::styleContent() {
  m_sheet->setTheme(colors().name);
}

}  // namespace entente
