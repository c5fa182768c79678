// SPDX-License-Identifier: GPL-3.0-or-later
// Puts hand-made marks beside their words.
#include "app/render/legend.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/render/scene_parts.h"
#include "app/render/text_painting.h"

namespace entente {

namespace {

struct LegendWords {
  Q_DECLARE_TR_FUNCTIONS(LegendWords)
};

enum class Sample {
  Summit,
  Message,
  Pledge,
  Statement,
  Ruling,
  Event,
  Scheduled,
  Day,
  Month,
  Doubtful,
  Approximate,
  Uncertain,
  UnknownEnd,
  OpenEnd,
  Fold,
  Disputed,
  Rival
};

constexpr std::array kSamples{Sample::Summit,     Sample::Message,  Sample::Pledge,      Sample::Statement,
                              Sample::Ruling,     Sample::Event,    Sample::Scheduled,   Sample::Day,
                              Sample::Month,      Sample::Doubtful, Sample::Approximate, Sample::Uncertain,
                              Sample::UnknownEnd, Sample::OpenEnd,  Sample::Fold,        Sample::Disputed,
                              Sample::Rival};

constexpr double kRowPx = 22;
constexpr double kSamplePx = 64;
constexpr double kGapPx = 10;
constexpr double kColumnGapPx = 24;
constexpr double kBarPx = 56;

QString wordsFor(Sample sample) {
  switch (sample) {
    case Sample::Summit:
      return LegendWords::tr("Summit or meeting");
    case Sample::Message:
      return LegendWords::tr("Message");
    case Sample::Pledge:
      return LegendWords::tr("Pledge");
    case Sample::Statement:
      return LegendWords::tr("Statement");
    case Sample::Ruling:
      return LegendWords::tr("Ruling");
    case Sample::Event:
      return LegendWords::tr("Any other event");
    case Sample::Scheduled:
      return LegendWords::tr("Hollow: not yet held");
    case Sample::Day:
      return LegendWords::tr("Known to the day");
    case Sample::Month:
      return LegendWords::tr("As wide as it is known, as a month");
    case Sample::Doubtful:
      return LegendWords::tr("Lasted; paler where begin and end may lie");
    case Sample::Approximate:
      return LegendWords::tr("Approximate (~): fades a unit beyond");
    case Sample::Uncertain:
      return LegendWords::tr("Uncertain (?): hatched, no longer");
    case Sample::UnknownEnd:
      return LegendWords::tr("End not known: fades out");
    case Sample::OpenEnd:
      return LegendWords::tr("Goes on: pointed at today");
    case Sample::Fold:
      return LegendWords::tr("Several events close together");
    case Sample::Disputed:
      return LegendWords::tr("Sources disagree, on so many fields");
    case Sample::Rival:
      return LegendWords::tr("A rival date; the denser, the better graded");
  }
  return {};
}

/// Its one mark has a badge.
class SampleTexts : public SceneTexts {
 public:
  explicit SampleTexts(int badge) : m_badge(badge) {}
  [[nodiscard]] QString label(ItemIndex) const override { return {}; }
  [[nodiscard]] int badge(ItemIndex) const override { return m_badge; }
  [[nodiscard]] QString laneName(int) const override { return {}; }
  [[nodiscard]] QString trackName(int, int) const override { return {}; }
  [[nodiscard]] bool laneHasGlyph(int) const override { return false; }
  [[nodiscard]] GlyphKind laneGlyph(int) const override { return GlyphKind::Summit; }

 private:
  int m_badge;
};

GlyphKind glyphOf(Sample sample) {
  switch (sample) {
    case Sample::Message:
      return GlyphKind::Message;
    case Sample::Pledge:
      return GlyphKind::Pledge;
    case Sample::Statement:
      return GlyphKind::Statement;
    case Sample::Ruling:
      return GlyphKind::Ruling;
    case Sample::Event:
      return GlyphKind::Event;
    default:
      return GlyphKind::Summit;
  }
}

bool isBar(Sample sample) {
  return sample >= Sample::Month && sample <= Sample::OpenEnd;
}

/// A bar from `x` with its inner bounds where none is certain, as a single date has them.
SceneBar sampleBar(Sample sample, double x, double middle, const SceneMetrics& metrics) {
  const double width = kBarPx * metrics.scale;
  SceneBar bar;
  bar.rect = {x, middle - metrics.thinBarHeightPx / 2, width, metrics.thinBarHeightPx};
  bar.solidBeginX = bar.innerEndX = x;
  bar.solidEndX = bar.innerBeginX = x + width;
  switch (sample) {
    case Sample::Doubtful:
      bar.innerBeginX = x + width / 3;
      bar.innerEndX = x + width * 2 / 3;
      break;
    case Sample::Approximate:
      bar.solidBeginX = bar.innerEndX = x + width / 3;
      bar.solidEndX = bar.innerBeginX = x + width * 2 / 3;
      break;
    case Sample::UnknownEnd:
      bar.fadesOut = true;
      bar.innerBeginX = x;
      bar.innerEndX = x + width / 3;
      break;
    case Sample::OpenEnd:
      bar.arrowEnd = true;
      bar.innerBeginX = x;
      bar.innerEndX = x + width;
      break;
    default:
      break;
  }
  return bar;
}

Scene sampleScene(Sample sample, const QRectF& box, const SceneMetrics& metrics) {
  Scene scene;
  scene.widthPx = box.right();
  scene.heightPx = box.bottom();
  scene.scale = metrics.scale;
  const double middle = box.center().y();
  if (sample == Sample::Fold) {
    SceneFold fold;
    fold.rect = {box.left(), middle - metrics.labelHeightPx / 2, metrics.foldWidthPx, metrics.labelHeightPx};
    fold.items.resize(3);
    scene.folds.push_back(std::move(fold));
    return scene;
  }
  SceneMark mark;
  mark.glyph = glyphOf(sample);
  if (sample == Sample::Rival) {
    SceneGhost ghost;
    ghost.strength = 1;
    const double glyph = metrics.glyphPx;
    ghost.rect = {box.left(), middle - glyph / 2, 2 * glyph, glyph};
    ghost.tied = true;
    ghost.tieFromX = ghost.rect.right();
    ghost.tieToX = box.left() + kBarPx * metrics.scale - glyph;
    ghost.tieToY = middle;
    scene.ghosts.push_back(ghost);
    mark.glyphRect = {ghost.tieToX, middle - glyph / 2, glyph, glyph};
    scene.marks.push_back(mark);
    return scene;
  }
  mark.scheduled = sample == Sample::Scheduled;
  mark.uncertain = sample == Sample::Uncertain;
  mark.approximate = sample == Sample::Approximate;
  if (isBar(sample)) {
    mark.bar = sampleBar(sample, box.left(), middle, metrics);
    mark.glyphRect = {};
  }
  const double glyph = metrics.glyphPx;
  const double solid = isBar(sample) ? mark.bar.solidBeginX + metrics.glyphInBarPx - glyph / 2 : box.left();
  mark.glyphRect = {solid, middle - glyph / 2, glyph, glyph};
  if (sample == Sample::Disputed) {
    mark.labelSide = LabelSide::Right;
    mark.labelRect = {mark.glyphRect.right() + metrics.labelGapPx, middle - metrics.labelHeightPx / 2,
                      box.right() - mark.glyphRect.right() - metrics.labelGapPx, metrics.labelHeightPx};
  }
  scene.marks.push_back(mark);
  return scene;
}

struct Grid {
  int columns = 1;
  int rows = 1;
  double columnPx = 0;
  double rowPx = 0;
};

Grid gridFor(double widthPx, const SceneFonts& fonts, double scale, const QPaintDevice* device) {
  const QFont font = device ? QFont(fonts.label, device) : fonts.label;
  const QFontMetricsF metrics(font);
  double widest = 0;
  for (const Sample sample : kSamples)
    widest = std::max(widest, metrics.horizontalAdvance(wordsFor(sample)));
  Grid grid;
  const auto count = static_cast<int>(kSamples.size());
  grid.columnPx = std::ceil(widest) + (kSamplePx + kGapPx + kColumnGapPx) * scale;
  grid.columns = std::clamp(static_cast<int>((widthPx + kColumnGapPx * scale) / grid.columnPx), 1, count);
  grid.rows = (count + grid.columns - 1) / grid.columns;
  grid.rowPx = std::round(kRowPx * scale);
  return grid;
}

}  // namespace

double legendHeightPx(double widthPx, const SceneFonts& fonts, double scale, const QPaintDevice* device) {
  const Grid grid = gridFor(widthPx, fonts, scale, device);
  return grid.rows * grid.rowPx;
}

void paintLegend(QPainter& painter, const QRectF& area, const Theme& theme, const SceneFonts& fonts,
                 double scale) {
  const Grid grid = gridFor(area.width(), fonts, scale, painter.device());
  const SceneMetrics metrics = scaledMetrics(scale);
  const SceneState state;
  for (std::size_t i = 0; i < kSamples.size(); ++i) {
    const auto column = static_cast<int>(i) / grid.rows;
    const auto row = static_cast<int>(i) % grid.rows;
    const QRectF box(area.left() + column * grid.columnPx, area.top() + row * grid.rowPx, kSamplePx * scale,
                     grid.rowPx);
    const Scene scene = sampleScene(kSamples.at(i), box, metrics);
    const SampleTexts texts(kSamples.at(i) == Sample::Disputed ? 2 : 0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const BodyPainting body{painter, scene, texts, state, theme, fonts, box};
    paintGhosts(body);
    paintMarksAndFolds(body);
    painter.restore();
    drawTextLine(painter, {box.right() + kGapPx * scale, box.center().y()}, TextSide::RightOf,
                 wordsFor(kSamples.at(i)), fonts.label, theme.ink2);
  }
}

QStringList legendInWords() {
  QStringList words;
  for (const Sample sample : kSamples)
    words << wordsFor(sample);
  return words;
}

}  // namespace entente
