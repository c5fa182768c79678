// SPDX-License-Identifier: GPL-3.0-or-later
// The scene as text, one line a thing.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

#include "core/layout/scene.h"
#include "core/time/civil.h"

namespace entente {

namespace {

using Name = std::string (*)(ItemIndex);

long long px(double value) {
  return std::llround(value);
}

std::string instant(Instant at) {
  if (at == kBeginningOfTime) return "beginning";
  if (at == kEndOfTime) return "end";
  const CivilDate date = dateOf(at);
  const CivilTime time = timeOf(at);
  std::string text = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  if (time != CivilTime()) text += fmt::format("T{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
  return text;
}

std::string stepName(TickStep step) {
  constexpr std::array<std::string_view, 6> kUnits = {"second", "minute", "hour", "day", "month", "year"};
  return fmt::format("{} {}", step.count, kUnits[static_cast<std::size_t>(step.unit)]);
}

std::string_view kindName(GlyphKind kind) {
  constexpr std::array<std::string_view, 7> kKinds = {"summit", "message", "pledge", "statement",
                                                      "ruling", "period",  "figure"};
  return kKinds[static_cast<std::size_t>(kind)];
}

std::string across(const SceneRect& rect) {
  return fmt::format("{}..{}", px(rect.x), px(rect.right()));
}
std::string down(const SceneRect& rect) {
  return fmt::format("{}..{}", px(rect.y), px(rect.bottom()));
}

class Dump {
 public:
  Dump(const Scene& scene, Name name) : m_scene(scene), m_name(name) {}

  std::string text() {
    line("scene {} to {}, {} x {}, level {}", instant(m_scene.span.begin), instant(m_scene.span.end),
         px(m_scene.widthPx), px(m_scene.heightPx), m_scene.level.halfPowers);
    for (const SceneBand& band : m_scene.bands)
      line("band {}..{}", px(band.x), px(band.x + band.width));
    ticks("major", m_scene.majorStep, m_scene.majorTicks);
    ticks("minor", m_scene.minorStep, m_scene.minorTicks);
    lanes();
    for (const SceneTrackBar& bar : m_scene.trackBars)
      trackBar(bar);
    for (const SceneDensity& density : m_scene.densities)
      columns(density);
    for (const SceneMark& one : m_scene.marks)
      mark(one);
    for (const SceneFold& one : m_scene.folds)
      fold(one);
    for (const SceneGhost& one : m_scene.ghosts)
      ghost(one);
    line("today {}", px(m_scene.todayX));
    return std::move(m_text);
  }

 private:
  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(m_text), format, std::forward<Args>(args)...);
    m_text += '\n';
  }

  void ticks(std::string_view tier, TickStep step, const std::vector<SceneTick>& all) {
    line("{} ticks every {}, axis 0..{}", tier, stepName(step), px(m_scene.axisHeightPx));
    for (const SceneTick& tick : all)
      line("  {} {}..{}", instant(tick.at), px(tick.x), px(tick.nextX));
  }

  void lanes() {
    for (const SceneLane& lane : m_scene.lanes) {
      line("lane {} {} y {}, {} rows from {}, {} of {} in span{}", lane.lane,
           lane.role == LaneRole::Tracks ? "tracks" : "events", down(lane.rect), lane.rows, px(lane.rowsY),
           lane.inSpan, lane.count, lane.empty ? ", empty" : "");
    }
  }

  void trackBar(const SceneTrackBar& bar) {
    std::string rest;
    if (bar.beginsInside) rest += ", tick";
    if (bar.arrowEnd) rest += ", arrow";
    if (!bar.labelRect.isEmpty()) rest += ", label " + across(bar.labelRect);
    line("track {}.{} \"{}\" {} y {}{}", bar.lane, bar.track, m_name(bar.item), across(bar.rect),
         down(bar.rect), rest);
  }

  void columns(const SceneDensity& density) {
    line("density {} {} y {}, {} columns of {:.2f}", density.lane, across(density.rect), down(density.rect),
         density.counts.size(), density.columnPx);
    std::string counts;
    for (std::size_t i = 0; i < density.counts.size(); ++i) {
      if (density.counts[i] != 0) counts += fmt::format(" {}:{}", i, density.counts[i]);
    }
    if (!counts.empty()) line(" {}", counts);
  }

  void mark(const SceneMark& m) {
    std::string rest;
    if (!m.bar.rect.isEmpty()) {
      rest += fmt::format(", {} bar {} y {} inner {}..{}", m.bar.pale ? "pale" : "thin", across(m.bar.rect),
                          down(m.bar.rect), px(m.bar.innerBeginX), px(m.bar.innerEndX));
      if (m.bar.solidBeginX > m.bar.rect.x || m.bar.solidEndX < m.bar.rect.right())
        rest += fmt::format(" solid {}..{}", px(m.bar.solidBeginX), px(m.bar.solidEndX));
      if (m.bar.fadesIn) rest += " fades in";
      if (m.bar.fadesOut) rest += " fades out";
      if (m.bar.arrowEnd) rest += " arrow";
    }
    if (!m.labelRect.isEmpty()) {
      rest += fmt::format(", label {} {}{}", m.labelSide == LabelSide::Left ? "left" : "right",
                          across(m.labelRect), m.twoLines ? " in two lines" : "");
    }
    if (m.uncertain) rest += ", uncertain";
    if (m.approximate) rest += ", approximate";
    if (m.scheduled) rest += ", scheduled";
    line("mark {}.{} \"{}\" {} {} y {}{}", m.lane, m.row, m_name(m.item), kindName(m.glyph),
         across(m.glyphRect), down(m.glyphRect), rest);
  }

  void ghost(const SceneGhost& g) {
    std::string rest;
    if (g.beyond == LabelSide::Left) rest += ", beyond the left edge";
    if (g.beyond == LabelSide::Right) rest += ", beyond the right edge";
    if (g.tied) rest += fmt::format(", tie {} to {}, {}", px(g.tieFromX), px(g.tieToX), px(g.tieToY));
    line("ghost {}.{} \"{}\" rival {}, strength {}, {} y {}{}", g.lane, g.row, m_name(g.item), g.rival,
         g.strength, across(g.rect), down(g.rect), rest);
  }

  void fold(const SceneFold& f) {
    std::string names;
    for (const ItemIndex item : f.items)
      names += fmt::format(" \"{}\"", m_name(item));
    line("fold {}.{} {} y {}, {} to {}, mostly {}:{}", f.lane, f.row, across(f.rect), down(f.rect),
         instant(f.span.begin), instant(f.span.end), kindName(f.mostly), names);
  }

  const Scene& m_scene;
  Name m_name;
  std::string m_text;
};

}  // namespace

std::string dumpScene(const Scene& scene, std::string (*name)(ItemIndex)) {
  return Dump(scene, name).text();
}

}  // namespace entente
