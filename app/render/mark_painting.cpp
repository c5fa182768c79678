// SPDX-License-Identifier: GPL-3.0-or-later
// Marks and folds: bars with their doubt, glyphs, labels, the frames of selection and focus.
#include <QCoreApplication>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/render/badge.h"
#include "app/render/glyphs.h"
#include "app/render/label_lines.h"
#include "app/render/scene_painter.h"
#include "app/render/scene_parts.h"
#include "app/render/text_painting.h"

namespace entente {
namespace {

struct MarkTexts {
  Q_DECLARE_TR_FUNCTIONS(MarkTexts)
};

constexpr double kAfarStrength = 0.6;    ///< of the kind's colour in a 6 px bar
constexpr double kPaleStrength = 0.22;   ///< and behind a label
constexpr double kOuterStrength = 0.35;  ///< of that, at an outer bound that is known
constexpr double kSelectedBarPx = 2;
constexpr double kHatchGroundStrength = 0.3;
constexpr double kHatchStepPx = 4;
constexpr double kHatchLinePx = 1;
constexpr double kArrowPx = 5;
constexpr double kFrameInsetPx = 4;
constexpr double kFrameHeightPx = 19;
constexpr double kFrameLinePx = 1.5;
constexpr double kFocusLinePx = 2;
constexpr double kFocusGapPx = 2;
constexpr double kRadiusPx = 2;
constexpr double kKindsPx = 2;
constexpr double kSecondEdgePx = 2;
constexpr double kFoldGlyphPx = 9;  ///< in a card of 16
constexpr double kFoldGapPx = 4;    ///< between glyph and count

/// How strong a bar is at six places, left to right, as parts of its full strength; places as parts of its
/// width: its ends, the outer bounds, the inner bounds.
struct BarProfile {
  std::array<double, 6> at = {0, 0, 0, 1, 1, 1};
  std::array<double, 6> strength = {1, 1, 1, 1, 1, 1};

  [[nodiscard]] bool isFlat() const {
    return std::ranges::all_of(strength, [](double one) { return one == 1; });
  }
};

/// Full between the inner bounds, fading to the outer ones. A single date has no inner bounds: it is as
/// strong all over, since its width already says how much is known. Unknown ends fade to nothing; so do
/// approximate ones, beyond the outer bounds.
BarProfile profileOf(const SceneMark& mark) {
  const SceneBar& bar = mark.bar;
  const double width = bar.rect.width;
  const auto part = [&bar, width](double x) { return std::clamp((x - bar.rect.x) / width, 0.0, 1.0); };
  const double innerBegin = part(bar.innerBeginX);
  const double innerEnd = part(bar.innerEndX);
  BarProfile profile;
  const double solidBegin = part(bar.solidBeginX);
  const double solidEnd = part(bar.solidEndX);
  if (bar.innerBeginX < bar.innerEndX) {
    profile.at = {0, solidBegin, innerBegin, innerEnd, solidEnd, 1};
    if (innerBegin > solidBegin) profile.strength[0] = profile.strength[1] = kOuterStrength;
    if (innerEnd < solidEnd) profile.strength[4] = profile.strength[5] = kOuterStrength;
  } else {
    const double begin = bar.fadesIn ? std::min(innerBegin, innerEnd) : solidBegin;
    const double end = bar.fadesOut ? std::max(innerBegin, innerEnd) : solidEnd;
    profile.at = {0, begin, begin, end, end, 1};
  }
  if (bar.fadesIn || solidBegin > 0) profile.strength[0] = 0;
  if (bar.fadesOut || solidEnd < 1) profile.strength[5] = 0;
  if (bar.fadesIn) {
    profile.at[1] = profile.at[2];
    profile.strength[1] = 1;
  }
  if (bar.fadesOut) {
    profile.at[4] = profile.at[3];
    profile.strength[4] = 1;
  }
  for (std::size_t i = 1; i < profile.at.size(); ++i)
    profile.at[i] = std::max(profile.at[i], profile.at[i - 1]);
  return profile;
}

QBrush barBrush(const QRectF& rect, const BarProfile& profile, const QColor& color, double fullStrength) {
  const auto tone = [&color, fullStrength](double strength) {
    QColor tinted = color;
    tinted.setAlphaF(static_cast<float>(strength * fullStrength));
    return tinted;
  };
  if (profile.isFlat()) return tone(1);
  QLinearGradient gradient(rect.left(), 0, rect.right(), 0);
  for (std::size_t i = 0; i < profile.at.size(); ++i)
    gradient.setColorAt(profile.at[i], tone(profile.strength[i]));
  return gradient;
}

QColor markColor(const BodyPainting& body, const SceneMark& mark) {
  return body.isGreyed(mark.item) ? body.theme.greyed : kindColor(mark.glyph, body.theme);
}

void paintBar(const BodyPainting& body, const SceneMark& mark, bool selected) {
  QPainter& painter = body.painter;
  QRectF rect = toQRect(mark.bar.rect);
  // A pale colour on the selected fill is mud: a line at the foot says how wide the date is.
  const bool pale = mark.bar.pale && !selected;
  if (mark.bar.pale && selected) rect.setTop(rect.bottom() - kSelectedBarPx);
  const QColor color = markColor(body, mark);
  const bool greyed = body.isGreyed(mark.item);
  const double strength = pale ? kPaleStrength : kAfarStrength;
  if (mark.scheduled) {
    painter.setPen(QPen(color, 1));
    painter.setBrush(body.theme.canvas);
    painter.drawPath(barShape(rect.adjusted(0.5, 0.5, -0.5, -0.5), mark.bar.arrowEnd));
    return;
  }
  painter.setPen(Qt::NoPen);
  if (greyed) {
    painter.setBrush(mixed(color, body.theme.canvas, pale ? kPaleStrength : 1));
    painter.drawPath(barShape(rect, mark.bar.arrowEnd));
    return;
  }
  const BarProfile profile = profileOf(mark);
  const double ground = mark.uncertain ? strength * kHatchGroundStrength : strength;
  painter.setBrush(barBrush(rect, profile, color, ground));
  painter.drawPath(barShape(rect, mark.bar.arrowEnd));
  if (mark.uncertain) {
    const double lines = std::min(1.0, strength * 1.5);
    painter.setPen(QPen(barBrush(rect, profile, color, lines), kHatchLinePx, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(hatch(rect, kHatchStepPx, body.exposed.left(), body.exposed.right()));
  }
}

void paintLabel(const BodyPainting& body, const SceneMark& mark, bool selected) {
  if (mark.labelRect.isEmpty()) return;
  const SceneRect& r = mark.labelRect;
  const double lineHeight = mark.twoLines ? r.height / 2 : r.height;
  const double y = r.y + lineHeight / 2;
  const bool greyed = body.isGreyed(mark.item);
  // Broken as it was measured: for the semibold letters, whichever are drawn.
  const LabelLines& lines =
      linesOf(body.texts.label(mark.item), QFont(body.fonts.labelStrong, body.painter.device()));
  const QString text = mark.twoLines ? lines.second : lines.one;
  const double lastY = r.bottom() - lineHeight / 2;
  const int fields = body.texts.badge(mark.item);
  const BadgeSize badge = badgeSize(body.fonts.badge, body.painter.device(), fields);
  const QFont& font = selected || body.isHit(mark.item) ? body.fonts.labelStrong : body.fonts.label;
  const bool left = mark.labelSide == LabelSide::Left;
  if (fields > 0) {
    // The label is measured semibold: a text that is not is followed at once all the same.
    const double end = left ? r.right() : r.x + textWidth(body.painter, font, text) + badge.allPx();
    const double begin = std::floor(std::min(end, r.right()) - badge.widthPx);
    paintBadge(body.painter, QRectF(begin, lastY - lineHeight / 2, badge.widthPx, lineHeight), fields,
               body.fonts.badge, body.theme, greyed);
  }
  const TextSide side = left ? TextSide::LeftOf : TextSide::RightOf;
  const auto draw = [&](QPointF at, const QString& line) {
    if (selected)
      drawTextLine(body.painter, at, side, line, font, body.theme.ink);
    else
      drawHaloTextLine(body.painter, at, side, line, font, greyed ? body.theme.ink3 : body.theme.ink,
                       body.theme.canvas);
  };
  if (mark.twoLines) draw({left ? r.right() : r.x, y}, lines.first);
  draw({left ? r.right() - badge.allPx() : r.x, lastY}, text);
}

void paintMark(const BodyPainting& body, const SceneMark& mark, bool selected) {
  if (selected) paintSelectedFrame(body.painter, markExtent(body.scene, mark), body.theme);
  if (!mark.bar.rect.isEmpty()) paintBar(body, mark, selected);
  paintLabel(body, mark, selected);
  GlyphFlags flags;
  flags.greyed = body.isGreyed(mark.item);
  flags.hollow = mark.scheduled;
  flags.selected = selected;
  flags.hovered = body.isHovered(mark.item);
  flags.found = body.isHit(mark.item);
  paintGlyph(body.painter, mark.glyph, toQRect(mark.glyphRect), body.theme, flags);
}

QRectF foldCard(const SceneFold& fold) {
  return {std::round(fold.rect.x), std::round(fold.rect.y), fold.rect.width, fold.rect.height};
}

template <class Predicate>
bool anyItem(const SceneFold& fold, Predicate predicate) {
  return std::any_of(fold.items.begin(), fold.items.end(), predicate);
}

QString foldCount(std::size_t count) {
  return count < 1'000 ? QString::number(count) : MarkTexts::tr("%1k", "thousands").arg(count / 1'000);
}

/// How a fold looks, told by its items.
struct FoldLook {
  bool selected = false;
  bool hovered = false;
  bool greyed = false;
  std::size_t hits = 0;
};

FoldLook lookOf(const BodyPainting& body, const SceneFold& fold) {
  const SceneState& state = body.state;
  FoldLook look;
  look.selected =
      !state.selected.empty() && anyItem(fold, [&](ItemIndex item) { return body.isSelected(item); });
  look.hovered = state.hovered && anyItem(fold, [&](ItemIndex item) { return body.isHovered(item); });
  look.greyed = (state.onlyHits || !state.greyed.empty()) &&
                !anyItem(fold, [&](ItemIndex item) { return !body.isGreyed(item); });
  if (!state.hits.empty()) {
    look.hits = static_cast<std::size_t>(
        std::ranges::count_if(fold.items, [&](ItemIndex item) { return body.isHit(item); }));
  }
  return look;
}

/// The glyph and how many there are; "3 of 14" where the card has room for it, else the glyph tells that
/// there are hits.
void paintFoldContent(const BodyPainting& body, const SceneFold& fold, const QRectF& card,
                      const FoldLook& look) {
  QPainter& painter = body.painter;
  const double scale = body.scene.scale;
  const double glyph = std::max(kLeastGlyphPx, std::round(kFoldGlyphPx * scale));
  const double gap = std::round(kFoldGapPx * scale);
  QString count = foldCount(fold.items.size());
  if (look.hits > 0) {
    const QString share =
        MarkTexts::tr("%1 of %2", "found of all in a fold").arg(foldCount(look.hits), count);
    const double needed = 2 * gap + glyph + gap + textWidth(painter, body.fonts.foldCount, share);
    if (needed <= card.width()) count = share;
  }
  const double content = glyph + gap + textWidth(painter, body.fonts.foldCount, count);
  const double left = std::round(card.left() + (card.width() - content) / 2);
  GlyphFlags flags;
  flags.greyed = look.greyed;
  flags.selected = look.selected;
  flags.found = look.hits > 0;
  paintGlyph(painter, fold.mostly, QRectF(left, card.center().y() - glyph / 2, glyph, glyph), body.theme,
             flags);
  drawTextLine(painter, {left + glyph + gap, card.center().y()}, TextSide::RightOf, count,
               body.fonts.foldCount, look.greyed ? body.theme.ink3 : body.theme.ink);
}

/// At the foot of the card what share each kind has, where there are several.
void paintKinds(const BodyPainting& body, const SceneFold& fold, const QRectF& card) {
  if (fold.kinds[static_cast<std::size_t>(fold.mostly)] == fold.items.size()) return;
  const double inset = kRadiusPx + 1;
  const double width = card.width() - 2 * inset;
  double x = card.left() + inset;
  for (std::size_t kind = 0; kind < kGlyphKinds; ++kind) {
    const double part = width * fold.kinds[kind] / static_cast<double>(fold.items.size());
    body.painter.fillRect(QRectF(x, card.bottom() - 1 - kKindsPx, part, kKindsPx),
                          kindColor(static_cast<GlyphKind>(kind), body.theme));
    x += part;
  }
}

void paintFold(const BodyPainting& body, const SceneFold& fold) {
  QPainter& painter = body.painter;
  const Theme& theme = body.theme;
  const FoldLook look = lookOf(body, fold);
  const QColor color = look.greyed ? theme.greyed : kindColor(fold.mostly, theme);
  const QRectF card = foldCard(fold);

  // The second edge lies wholly under the card but for its right and lower 2 px.
  painter.setBrush(theme.canvas);
  painter.setPen(QPen(mixed(color, theme.canvas, 0.5), 1));
  const QRectF line = card.adjusted(0.5, 0.5, -0.5, -0.5);
  painter.drawRoundedRect(line.translated(kSecondEdgePx, kSecondEdgePx), kRadiusPx, kRadiusPx);
  painter.setBrush(look.selected ? theme.selectedFill : theme.canvas);
  painter.setPen(QPen(look.selected  ? theme.accent
                      : look.hovered ? theme.ink
                                     : color,
                      look.selected ? kFrameLinePx : 1));
  painter.drawRoundedRect(line, kRadiusPx, kRadiusPx);
  paintFoldContent(body, fold, card, look);
  if (!look.greyed) paintKinds(body, fold, card);
}

}  // namespace

QPainterPath hatch(const QRectF& rect, double stepPx, double fromX, double toX) {
  QPainterPath path;
  const double step = stepPx * std::sqrt(2.0);
  const double h = rect.height();
  const double first = std::floor((fromX - h - rect.left()) / step) * step + rect.left();
  const int lines = static_cast<int>(std::ceil((toX - first) / step));
  for (int line = 0; line < lines; ++line) {
    const double x = first + line * step;
    // From (x, bottom) up to (x + h, top), within the rectangle.
    const double from = std::max(x, rect.left());
    const double to = std::min(x + h, rect.right());
    if (from >= to) continue;
    path.moveTo(from, rect.bottom() - (from - x));
    path.lineTo(to, rect.bottom() - (to - x));
  }
  return path;
}

void paintFocusFrame(QPainter& painter, const QRectF& extent, const Theme& theme) {
  const double out = kFocusGapPx + kFocusLinePx / 2;
  painter.setPen(QPen(theme.accent, kFocusLinePx));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(extent.adjusted(-out, -out, out, out), kRadiusPx + 1, kRadiusPx + 1);
}

QPainterPath barShape(const QRectF& rect, bool arrow) {
  QPainterPath path;
  const double tip = arrow ? std::min(kArrowPx, rect.width()) : 0;
  path.moveTo(rect.topLeft());
  path.lineTo(rect.right() - tip, rect.top());
  if (arrow) path.lineTo(rect.right(), rect.center().y());
  path.lineTo(rect.right() - tip, rect.bottom());
  path.lineTo(rect.bottomLeft());
  path.closeSubpath();
  return path;
}

QRectF markExtent(const Scene& scene, const SceneMark& mark) {
  QRectF extent = toQRect(mark.glyphRect);
  if (!mark.labelRect.isEmpty()) extent |= toQRect(mark.labelRect);
  if (!mark.bar.rect.isEmpty()) {
    const double beyond = 2 * kFrameInsetPx;
    extent |= toQRect(mark.bar.rect) &
              QRectF(-beyond, mark.bar.rect.y, scene.widthPx + 2 * beyond, mark.bar.rect.height);
  }
  const double left = std::floor(extent.left() - kFrameInsetPx);
  const double right = std::ceil(extent.right() + kFrameInsetPx);
  const double height = std::round(kFrameHeightPx * scene.scale);
  const double top = std::floor(mark.glyphRect.y + mark.glyphRect.height / 2 - height / 2);
  const double second = mark.twoLines ? std::ceil(mark.labelRect.height / 2) : 0;
  return {left, top, right - left, height + second};
}

void paintSelectedFrame(QPainter& painter, const QRectF& extent, const Theme& theme) {
  const double half = kFrameLinePx / 2;
  painter.setBrush(theme.selectedFill);
  painter.setPen(QPen(theme.accent, kFrameLinePx));
  painter.drawRoundedRect(extent.adjusted(half, half, -half, -half), kRadiusPx, kRadiusPx);
}

void paintMarksAndFolds(const BodyPainting& body) {
  // Halos, rings and frames reach a little beyond a mark.
  constexpr double kMarginPx = 8;
  const auto isThere = [&body](const QRectF& rect) {
    return body.isExposed(rect.adjusted(-kMarginPx, -kMarginPx, kMarginPx, kMarginPx));
  };
  const auto isNear = [&](const SceneMark& mark) { return isThere(markExtent(body.scene, mark)); };
  for (const SceneMark& mark : body.scene.marks) {
    if (isNear(mark) && !body.isSelected(mark.item)) paintMark(body, mark, false);
  }
  for (const SceneFold& fold : body.scene.folds) {
    if (isThere(toQRect(fold.rect))) paintFold(body, fold);
  }
  if (body.state.selected.empty()) return;
  for (const SceneMark& mark : body.scene.marks) {
    if (isNear(mark) && body.isSelected(mark.item)) paintMark(body, mark, true);
  }
}

void paintFocus(const BodyPainting& body) {
  if (!body.state.showFocus || !body.state.focused) return;
  const ItemIndex focused = *body.state.focused;
  const auto isLane = [&](int lane) { return body.state.focusedLane.value_or(lane) == lane; };
  for (const SceneMark& mark : body.scene.marks) {
    if (mark.item == focused && isLane(mark.lane))
      paintFocusFrame(body.painter, markExtent(body.scene, mark), body.theme);
  }
  for (const SceneFold& fold : body.scene.folds) {
    if (isLane(fold.lane) && anyItem(fold, [focused](ItemIndex item) { return item == focused; }))
      paintFocusFrame(body.painter, foldCard(fold), body.theme);
  }
  for (const SceneTrackBar& bar : body.scene.trackBars) {
    if (bar.item == focused) paintFocusFrame(body.painter, toQRect(bar.rect), body.theme);
  }
}

}  // namespace entente
