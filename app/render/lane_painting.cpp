// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks and densities: what a lane shows besides marks.
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <vector>

#include "app/render/label_lines.h"
#include "app/render/scene_painter.h"
#include "app/render/scene_parts.h"
#include "app/render/text_painting.h"
#include "core/time/time_scale.h"

namespace entente {
namespace {

constexpr double kStartTickPx = 2;
constexpr double kGapFromColumnPx = 8;  ///< from this width on, columns of a density stand apart
constexpr double kFaintestGrey = 0.3;   ///< of a column that is left out

void paintTrackBar(const BodyPainting& body, const SceneTrackBar& bar) {
  QPainter& painter = body.painter;
  const Theme& theme = body.theme;
  const QRectF rect = toQRect(bar.rect);
  const bool selected = body.isSelected(bar.item);
  painter.setPen(Qt::NoPen);
  painter.setBrush(selected ? theme.selectedFill : theme.trackBar);
  painter.drawPath(barShape(rect, bar.arrowEnd));
  if (bar.beginsInside)
    painter.fillRect(QRectF(std::floor(rect.left()), rect.top(), kStartTickPx, rect.height()), theme.period);
  if (selected || body.isHovered(bar.item)) {
    const double width = selected ? 1.5 : 1;
    painter.setPen(QPen(selected ? theme.accent : theme.ink, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(barShape(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), bar.arrowEnd));
  }
  if (bar.labelRect.isEmpty()) return;
  QFont font = body.fonts.track;
  if (selected) font.setWeight(QFont::DemiBold);
  const LabelLines& lines =
      linesOf(body.texts.label(bar.item), QFont(body.fonts.labelStrong, painter.device()));
  drawTextLine(painter, {bar.labelRect.x, rect.center().y()}, TextSide::RightOf, lines.one, font,
               selected ? theme.ink : theme.ink2);
}

/// Which columns of a density are left out; empty if none is.
std::vector<bool> greyedColumns(const BodyPainting& body, const SceneDensity& density) {
  const auto greyed = std::ranges::find(body.state.greyedDensities, density.lane, &GreyedDensity::lane);
  if (greyed == body.state.greyedDensities.end()) return {};
  std::vector<bool> columns(density.counts.size(), true);
  const TimeScale scale(body.scene.span, body.scene.widthPx);
  const Instant first = scale.at(density.rect.x);
  const Instant last = scale.at(density.rect.right());
  for (auto at = std::ranges::lower_bound(greyed->kept, first); at != greyed->kept.end() && *at <= last;
       ++at) {
    const double column = std::floor((scale.x(*at) - density.rect.x) / density.columnPx);
    if (column >= 0 && column < static_cast<double>(columns.size()))
      columns[static_cast<std::size_t>(column)] = false;
  }
  return columns;
}

QColor greyColumn(const Theme& theme, std::uint32_t count, std::uint32_t top) {
  const double part = std::log(std::max(count, 1U)) / std::log(top);
  return mixed(theme.greyed, theme.canvas, kFaintestGrey + (1 - kFaintestGrey) * part);
}

void paintDensity(const BodyPainting& body, const SceneDensity& density, std::uint32_t top) {
  const double gap = density.columnPx >= kGapFromColumnPx ? 1 : 0;
  const std::size_t columns = density.counts.size();
  const std::vector<bool> greyed = greyedColumns(body, density);
  const auto isGreyed = [&greyed](std::size_t column) { return !greyed.empty() && greyed[column]; };
  const auto edgeOf = [&density](std::size_t column) {
    return std::round(density.rect.x + static_cast<double>(column) * density.columnPx);
  };
  for (std::size_t i = 0; i < columns;) {
    // Equal neighbours are one rectangle: an export stays small.
    std::size_t next = i + 1;
    while (gap == 0 && next < columns && density.counts[next] == density.counts[i] &&
           isGreyed(next) == isGreyed(i))
      ++next;
    if (density.counts[i] != 0) {
      const double left = edgeOf(i);
      const double right = std::min(edgeOf(next), density.rect.right()) - gap;
      body.painter.fillRect(QRectF(left, density.rect.y, right - left, density.rect.height),
                            isGreyed(i) ? greyColumn(body.theme, density.counts[i], top)
                                        : densityColor(body.theme, density.counts[i], top));
    }
    i = next;
  }
  const auto& hovered = body.state.hoveredColumn;
  if (!hovered || hovered->lane != density.lane || hovered->column >= columns) return;
  // A frame around it, as narrow as it may be.
  const double left = edgeOf(hovered->column) - 1;
  const double width = std::max(1.0, edgeOf(hovered->column + 1) - gap - left - 1) + 2;
  const double y = density.rect.y - 1;
  const double height = density.rect.height + 2;
  const QColor ink = body.theme.ink;
  body.painter.fillRect(QRectF(left, y, width, 1), ink);
  body.painter.fillRect(QRectF(left, y + height - 1, width, 1), ink);
  body.painter.fillRect(QRectF(left, y, 1, height), ink);
  body.painter.fillRect(QRectF(left + width - 1, y, 1, height), ink);
}

}  // namespace

void paintTracks(const BodyPainting& body) {
  for (const SceneTrackBar& bar : body.scene.trackBars) {
    if (body.isExposed(toQRect(bar.rect).adjusted(-1, -1, 1, 1))) paintTrackBar(body, bar);
  }
}

std::uint32_t densityTop(const Scene& scene) {
  constexpr std::uint32_t kGreatest = 1'000'000'000;
  std::uint32_t fullest = 0;
  for (const SceneDensity& density : scene.densities) {
    for (const std::uint32_t count : density.counts)
      fullest = std::max(fullest, count);
  }
  std::uint32_t top = 10;
  while (top < fullest && top < kGreatest)
    top *= 10;
  return top;
}

std::optional<DensityColumn> densityColumnAt(const Scene& scene, double x, double y) {
  for (const SceneDensity& density : scene.densities) {
    if (!density.rect.contains(x, y)) continue;
    const auto column = static_cast<std::size_t>((x - density.rect.x) / density.columnPx);
    // A thin column is hit by what is beside it, too.
    for (const std::size_t near : {column, column + 1, column == 0 ? column : column - 1}) {
      const bool isNear = near == column || density.columnPx < 4;
      if (isNear && near < density.counts.size() && density.counts[near] > 0)
        return DensityColumn{density.lane, near};
    }
  }
  return std::nullopt;
}

void paintDensities(const BodyPainting& body) {
  if (body.scene.densities.empty()) return;
  const std::uint32_t top = densityTop(body.scene);
  for (const SceneDensity& density : body.scene.densities) {
    if (body.isExposed(toQRect(density.rect))) paintDensity(body, density, top);
  }
}

}  // namespace entente
