// SPDX-License-Identifier: GPL-3.0-or-later
// Small hand-made lanes as a picture that can be read: tests/data/layout/*.txt.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "core/layout/scene_builder.h"
#include "core/time/civil.h"
#include "tests/layout/fake_slices.h"

namespace entente {
namespace {

const Instant kNow = plusSeconds(startOfDay({2026, 7, 1}), 12 * 3600);

constexpr std::array kNames = {"Stoltenberg", "Biden",         "Rutte",        "Trump",       "Vilnius",
                               "Washington",  "The Hague",     "Ankara",       "Letters",     "Nokia texts",
                               "Rutte-Trump", "Reply",         "Second reply", "Third reply", "Fourth reply",
                               "Denial",      "Unknown until", "Unknown since"};

std::string nameOf(ItemIndex item) {
  return kNames.at(item.value);
}

class NameWidths : public LabelMeasure {
 public:
  [[nodiscard]] double labelWidthPx(ItemIndex item) const override {
    return 7.0 * static_cast<double>(nameOf(item).size());
  }
};

/// In the order of the names, which is that of the begins within each lane.
FakeSlices smallLanes() {
  FakeSlices::Lane offices{LaneRole::Tracks, 2, {markOf("2014-10-01/2024-09-30"), markOf("2024-10-01/..")}};
  offices.marks.push_back(markOf("2021-01-20/2025-01-19"));
  offices.marks.push_back(markOf("2025-01-20/.."));
  offices.marks[2].track = offices.marks[3].track = 1;
  std::stable_sort(offices.marks.begin(), offices.marks.end(), [](const SliceMark& a, const SliceMark& b) {
    return a.bounds.earliestBegin < b.bounds.earliestBegin;
  });

  FakeSlices::Lane summits{LaneRole::Events, 0, {}};
  for (const char* when :
       {"2023-07-11/2023-07-12", "2024-07-09/2024-07-11", "2025-06-24/2025-06-25", "2026-07-07/2026-07-08"}) {
    summits.marks.push_back(markOf(when, GlyphKind::Summit, 9));
  }
  summits.marks.back().scheduled = true;

  FakeSlices::Lane messages{LaneRole::Events, 0, {}};
  messages.marks.push_back(markOf("../2022-05-12", GlyphKind::Message, 4));
  messages.marks.push_back(markOf("2018?/2022-05", GlyphKind::Message, 6));
  messages.marks.push_back(markOf("2025-06-24", GlyphKind::Message, 9));
  for (const char* when :
       {"2025-06-24T10:00Z", "2025-06-24T12:00Z", "2025-06-24T13:00Z", "2025-06-24T14:00Z"}) {
    messages.marks.push_back(markOf(when, GlyphKind::Message, 3));
  }
  messages.marks.push_back(markOf("2025-06-26~", GlyphKind::Statement, 5));

  FakeSlices::Lane unknown{LaneRole::Events, 0, {}};
  unknown.marks.push_back(markOf("/2025-06-22", GlyphKind::Ruling, 5));
  unknown.marks.push_back(markOf("2025-06-25/", GlyphKind::Ruling, 5));
  return FakeSlices({offices, summits, messages, unknown});
}

void expectDump(const Scene& scene, const std::string& file) {
  std::ifstream stream(ENTENTE_SOURCE_DIR "/tests/data/layout/" + file);
  std::ostringstream expected;
  expected << stream.rdbuf();
  EXPECT_EQ(dumpScene(scene, nameOf), expected.str());
}

TEST(SceneDump, OfFiveYears) {
  const FakeSlices slices = smallLanes();
  const NameWidths labels;
  SceneBuilder builder(slices, labels, anyDensity());
  expectDump(builder.build({{startOfYear(2022), startOfYear(2027)}, 850, 500, kNow}), "five_years.txt");
}

TEST(SceneDump, OfAWeek) {
  const FakeSlices slices = smallLanes();
  const NameWidths labels;
  SceneMetrics metrics;
  metrics.mostRows = 4;
  SceneBuilder builder(slices, labels, metrics);
  expectDump(builder.build({{startOfDay({2025, 6, 19}), startOfDay({2025, 6, 27})}, 850, 200, kNow}),
             "week.txt");
}

}  // namespace
}  // namespace entente
