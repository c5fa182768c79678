// SPDX-License-Identifier: GPL-3.0-or-later
// A frame of the timeline at 1920x1080, offscreen: scene and painting, with the built-in archive and with
// 5,000 made-up events.
#include <benchmark/benchmark.h>

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <memory>

#include "app/render/scene_painter.h"
#include "app/words/lane_texts.h"
#include "core/exchange/bundle_reader.h"
#include "core/layout/scene_builder.h"
#include "core/time/civil.h"
#include "core/view/lane_slices.h"
#include "tests/bench/made_up.h"

namespace entente {
namespace {

constexpr int kWidthPx = 1920;
constexpr int kHeightPx = 1080;

/// What a window holds between two frames.
struct Picture {
  explicit Picture(const std::shared_ptr<const Snapshot>& snapshot)
      : slices(std::make_shared<const LaneSlices>(snapshot, openingState(*snapshot, startOfYear(2026)).view)),
        texts(slices),
        fonts(sceneFonts(typeFaces(QGuiApplication::font()))),
        measure(texts, fonts.labelStrong),
        builder(*slices, measure, SceneMetrics{}),
        span(wholeSpan(snapshot->dataset, startOfYear(2026))) {}

  Scene scene() { return builder.build({span, kWidthPx - kHeaderWidthPx, kHeightPx, startOfYear(2026)}); }

  std::shared_ptr<const LaneSlices> slices;
  LaneTexts texts;
  SceneFonts fonts;
  FontLabelMeasure measure;
  SceneBuilder builder;
  TimeSpan span;
};

Records recordsFor(std::int64_t count) {
  return count == 0 ? readBundle(ENTENTE_SOURCE_DIR "/resources/archive")->records
                    : madeUpRecords(static_cast<int>(count));
}

void firstScene(benchmark::State& state) {
  const auto snapshot = snapshotOf(recordsFor(state.range(0)));
  for (auto _ : state) {
    Picture picture(snapshot);
    benchmark::DoNotOptimize(picture.scene());
  }
}
BENCHMARK(firstScene)->Arg(0)->Arg(5000)->Unit(benchmark::kMillisecond);

/// Pans by a hundredth of the view, builds the scene and paints it.
void panFrame(benchmark::State& state) {
  Picture picture(snapshotOf(recordsFor(state.range(0))));
  QImage image(kWidthPx, kHeightPx, QImage::Format_RGB32);
  const std::int64_t step = picture.span.seconds() / 100;
  for (auto _ : state) {
    picture.span = shifted(picture.span, step);
    if (picture.span.begin > startOfYear(2000))
      picture.span = wholeSpan(picture.slices->snapshot().dataset, startOfYear(2026));
    const Scene scene = picture.scene();
    QPainter painter(&image);
    paintScene(painter, scene, picture.texts, {}, theme(ThemeName::Light), picture.fonts, image.rect());
  }
}
BENCHMARK(panFrame)->Arg(0)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QGuiApplication application(argc, argv);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
