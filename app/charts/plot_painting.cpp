// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a view that is shown nowhere.
#include "app/charts/plot_painting.h"

#include <QPainter>

#include "app/charts/plot_view.h"

namespace entente {

void paintPlot(QPainter& painter, const QRectF& target, const Figure& figure, const PlotLook& look) {
  PlotView view;
  // A hidden view does not get its size; this one is shown nowhere.
  view.setAttribute(Qt::WA_DontShowOnScreen);
  view.setFont(look.font);
  view.resize(target.size().toSize());
  view.setLook(look.theme, look.faces, 1);
  PlotFrame frame;
  constexpr double kGutterPx = 48;
  frame.gutterPx = kGutterPx;
  view.setFrame(frame);
  view.setFigure(figure);
  view.setSpan(look.span);
  view.show();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  view.paintPicture(painter, QRectF(target.topLeft(), view.size()));
  painter.restore();
}

}  // namespace entente
