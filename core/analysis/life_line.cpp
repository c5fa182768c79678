// SPDX-License-Identifier: GPL-3.0-or-later
// Sorts stages into cells by their dates without the time of day, and subtracts bounds.
#include "core/analysis/life_line.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "core/time/civil.h"

namespace entente {

namespace {

/// Days since 1970 of the UTC day in which a date begins for certain; nothing if there may be several.
std::optional<std::int64_t> dayOfBegin(const DateBounds& bounds) {
  const std::int64_t first = daysFromCivil(dateOf(bounds.earliestBegin));
  const std::int64_t last = daysFromCivil(dateOf(bounds.latestBegin));
  return first == last ? std::optional(first) : std::nullopt;
}

/// "2026-01-18T15:48+01:00" is "2026-01-18", "2025-06-24T10Z?/2025-06-24T12Z?" is "2025-06-24?": as written,
/// not as it would be in UTC, since that is the day that the source names.
FuzzyDate withoutTime(const FuzzyDate& date) {
  std::string text;
  bool inTime = false;
  for (const char letter : date.edtf()) {
    if (letter == 'T') inTime = true;
    if (letter == '/' || letter == '?' || letter == '~' || letter == '%') inTime = false;
    if (!inTime) text += letter;
  }
  const std::size_t slash = text.find('/');
  if (slash != std::string::npos && date.precision() <= DatePrecision::Day &&
      text.substr(0, slash) == text.substr(slash + 1))
    text.resize(slash);
  const auto day = FuzzyDate::parse(text);
  // Without times an interval may end before it begins (from 25T00:30+14:00 to 24T23:00Z): leave it whole.
  return day ? *day : date;
}

bool hasBegin(const Stage& stage) {
  return stage.when && stage.when->beginKind() == EndKind::Known;
}

bool hasTime(const Stage& stage) {
  return hasBegin(stage) && stage.when->begin().hasTime;
}

bool standsBefore(const Stage& a, const Stage& b) {
  const auto key = [](const Stage& stage) {
    const DateBounds bounds = stage.when ? stage.when->bounds() : DateBounds{};
    return std::tuple(stage.stage, !hasTime(stage), bounds.earliestBegin, bounds.latestBegin,
                      stage.uid.value);
  };
  return key(a) < key(b);
}

bool isEarlier(const LifeLineCell& a, const LifeLineCell& b) {
  const auto key = [](const LifeLineCell& cell) {
    const DateBounds& bounds = cell.when.bounds();
    return std::tuple(bounds.earliestBegin, bounds.latestBegin, bounds.latestEnd, cell.when.edtf());
  };
  return key(a) < key(b);
}

std::vector<LifeLineCell> cellsOf(const std::vector<Stage>& stages) {
  std::map<std::string, LifeLineCell> byDate;
  for (const Stage& stage : stages) {
    if (!stage.when) continue;
    const FuzzyDate when = withoutTime(*stage.when);
    byDate.try_emplace(when.edtf(), LifeLineCell{when, true, {}}).first->second.stops.push_back({stage, {}});
  }
  std::vector<LifeLineCell> cells;
  for (auto& [date, cell] : byDate) {
    std::ranges::sort(cell.stops, standsBefore, &LifeLineStop::stage);
    cell.hoursKnown = std::ranges::all_of(cell.stops, hasTime, &LifeLineStop::stage);
    cells.push_back(std::move(cell));
  }
  std::ranges::sort(cells, isEarlier);
  return cells;
}

/// The first stop that answers; null if none does.
template <class Answers>
const Stage* firstStop(const std::vector<LifeLineCell>& cells, Answers answers) {
  for (const LifeLineCell& cell : cells) {
    const auto found = std::ranges::find_if(cell.stops, answers, &LifeLineStop::stage);
    if (found != cell.stops.end()) return &found->stage;
  }
  return nullptr;
}

void addDelays(std::vector<LifeLineCell>& cells) {
  const Stage* first = firstStop(cells, hasBegin);
  if (!first) return;
  for (LifeLineCell& cell : cells) {
    for (LifeLineStop& stop : cell.stops) {
      if (&stop.stage != first) stop.sinceFirst = delayBetween(*first->when, *stop.stage.when);
    }
  }
}

bool hasStage(const std::vector<Stage>& stages, StageKind kind) {
  return std::ranges::find(stages, kind, &Stage::stage) != stages.end();
}

void addPublication(const std::vector<Stage>& stages, LifeLine& line) {
  if (hasStage(stages, StageKind::Published))
    line.publicBy = StageKind::Published;
  else if (hasStage(stages, StageKind::Reported))
    line.publicBy = StageKind::Reported;
  else
    return;

  const bool sent = hasStage(stages, StageKind::Sent);
  const Stage* from = firstStop(line.cells, [&](const Stage& stage) {
    return hasBegin(stage) && (!sent || stage.stage == StageKind::Sent);
  });
  const Stage* to = firstStop(
      line.cells, [&](const Stage& stage) { return hasBegin(stage) && stage.stage == *line.publicBy; });
  // What is known of nothing but its publication has no delay.
  if (from && to && from != to) line.untilPublic = delayBetween(*from->when, *to->when);
}

}  // namespace

std::optional<Delay> delayBetween(const FuzzyDate& from, const FuzzyDate& to) {
  if (from.beginKind() != EndKind::Known || to.beginKind() != EndKind::Known) return std::nullopt;
  Delay delay;
  delay.leastSeconds = to.bounds().earliestBegin.seconds - from.bounds().latestBegin.seconds;
  delay.mostSeconds = to.bounds().latestBegin.seconds - from.bounds().earliestBegin.seconds;
  const auto firstDay = dayOfBegin(from.bounds());
  const auto lastDay = dayOfBegin(to.bounds());
  if (firstDay && lastDay) delay.days = *lastDay - *firstDay;
  delay.sameDay = delay.days == 0;
  delay.uncertain = from.begin().qualifier().any() || to.begin().qualifier().any();
  return delay;
}

LifeLine lifeLineOf(const std::vector<Stage>& stages) {
  LifeLine line;
  line.cells = cellsOf(stages);
  addDelays(line.cells);
  std::ranges::copy_if(stages, std::back_inserter(line.undated),
                       [](const Stage& stage) { return !stage.when; });
  std::ranges::sort(line.undated, standsBefore);
  addPublication(stages, line);
  return line;
}

}  // namespace entente
