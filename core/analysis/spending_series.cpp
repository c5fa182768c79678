// SPDX-License-Identifier: GPL-3.0-or-later
// Groups figures by edition and by actor, and picks states by the last common year.
#include "core/analysis/spending_series.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente {

namespace {

Instant publishedAt(const std::vector<Source>& sources, const SourceUid& uid) {
  const auto found = std::ranges::lower_bound(sources, uid, {}, &Source::uid);
  if (found == sources.end() || found->uid != uid || !found->published) return kBeginningOfTime;
  return found->published->bounds().earliestBegin;
}

}  // namespace

std::vector<Edition> editionsOf(const std::vector<Spending>& figures, SpendingMetric metric,
                                const std::vector<Source>& sources) {
  struct Found {
    Edition edition;
    std::unordered_set<std::string_view> actors;
  };
  std::unordered_map<std::string_view, Found> bySource;
  // Archives keep figures by uid, so that those of one source and actor stand in runs.
  Found* last = nullptr;
  std::string_view lastActor;
  for (const Spending& figure : figures) {
    if (figure.metric != metric) continue;
    if (!last || last->edition.source != figure.source) {
      const auto place = bySource.try_emplace(figure.source.value);
      last = &place.first->second;
      lastActor = {};
      if (place.second) last->edition = {figure.source, 0, 0, figure.year, figure.year};
    }
    Found& found = *last;
    ++found.edition.figures;
    found.edition.firstYear = std::min(found.edition.firstYear, figure.year);
    found.edition.lastYear = std::max(found.edition.lastYear, figure.year);
    if (figure.actor.value == lastActor) continue;
    lastActor = figure.actor.value;
    found.actors.insert(lastActor);
  }
  std::vector<Edition> editions;
  for (auto& [source, found] : bySource) {
    found.edition.actors = found.actors.size();
    editions.push_back(std::move(found.edition));
  }
  std::ranges::sort(editions, {}, &Edition::source);
  std::ranges::stable_sort(editions, std::greater{}, [&](const Edition& edition) {
    return std::tuple(publishedAt(sources, edition.source), edition.lastYear, edition.figures);
  });
  return editions;
}

SourceUid latestEdition(const std::vector<Edition>& newestFirst) {
  std::size_t most = 0;
  for (const Edition& edition : newestFirst)
    most = std::max(most, edition.actors);
  for (const Edition& edition : newestFirst) {
    if (edition.actors * 2 >= most) return edition.source;
  }
  return {};
}

const SpendingPoint* SpendingSeries::at(int year) const {
  const auto found = std::ranges::lower_bound(points, year, {}, &SpendingPoint::year);
  return found == points.end() || found->year != year ? nullptr : &*found;
}

std::vector<SpendingSeries> spendingSeries(const std::vector<Spending>& figures, SpendingMetric metric,
                                           const SourceUid& edition) {
  std::unordered_map<std::string_view, std::vector<const Spending*>> byActor;
  std::vector<const Spending*>* last = nullptr;
  for (const Spending& figure : figures) {
    if (figure.metric != metric || figure.source != edition) continue;
    if (!last || last->front()->actor != figure.actor) last = &byActor[figure.actor.value];
    last->push_back(&figure);
  }
  std::vector<SpendingSeries> all;
  all.reserve(byActor.size());
  for (auto& [actor, found] : byActor) {
    std::ranges::sort(found, [](const Spending* a, const Spending* b) {
      return a->year != b->year ? a->year < b->year : a->uid < b->uid;
    });
    SpendingSeries& series = all.emplace_back(SpendingSeries{found.front()->actor, {}});
    series.points.reserve(found.size());
    for (const Spending* figure : found) {
      if (series.points.empty() || series.points.back().year != figure->year)
        series.points.push_back({figure->year, figure->value, figure->estimate});
    }
  }
  std::ranges::sort(all, {}, &SpendingSeries::actor);
  return all;
}

namespace {

using SeriesList = std::vector<const SpendingSeries*>;

/// By uid, whatever order they come in.
SeriesList seriesAmong(const std::vector<SpendingSeries>& series, const std::vector<ActorUid>& among) {
  SeriesList kept;
  for (const SpendingSeries& one : series) {
    if (std::ranges::find(among, one.actor) != among.end()) kept.push_back(&one);
  }
  std::ranges::stable_sort(kept, {}, &SpendingSeries::actor);
  return kept;
}

/// The last year that more than half of the series have; if there is none, the last one of those that the
/// greatest number of them have. 0 if no series has a point.
int lastCommonYear(const SeriesList& series) {
  std::map<int, std::size_t> counts;
  for (const SpendingSeries* one : series) {
    for (const SpendingPoint& point : one->points)
      ++counts[point.year];
  }
  int year = 0;
  std::size_t most = 0;
  for (const auto& [candidate, count] : counts) {
    if (count >= most || count * 2 > series.size()) {
      year = candidate;
      most = count;
    }
  }
  return year;
}

/// Greatest value of the year first, then by uid; those without a figure of that year last.
SeriesList byValue(SeriesList series, int year) {
  std::ranges::stable_sort(series, [year](const SpendingSeries* a, const SpendingSeries* b) {
    const SpendingPoint* left = a->at(year);
    const SpendingPoint* right = b->at(year);
    if (!left || !right) return left && !right;
    return left->value.value > right->value.value;
  });
  return series;
}

/// Collects actors that have a series, each once, until there are enough.
class Choice {
 public:
  Choice(const SeriesList& ordered, std::size_t most) : m_ordered(ordered), m_most(most) {}

  /// Whether it has a series (also if there was no room any more).
  bool add(const ActorUid& actor) {
    if (std::ranges::find(m_ordered, actor, &SpendingSeries::actor) == m_ordered.end()) return false;
    if (m_chosen.size() < m_most && std::ranges::find(m_chosen, actor) == m_chosen.end())
      m_chosen.push_back(actor);
    return true;
  }

  [[nodiscard]] std::vector<ActorUid> inOrder() const {
    std::vector<ActorUid> actors;
    for (const SpendingSeries* series : m_ordered) {
      if (std::ranges::find(m_chosen, series->actor) != m_chosen.end()) actors.push_back(series->actor);
    }
    return actors;
  }

 private:
  const SeriesList& m_ordered;
  std::size_t m_most;
  std::vector<ActorUid> m_chosen;
};

}  // namespace

std::vector<ActorUid> statesToCompare(const std::vector<SpendingSeries>& series,
                                      const std::vector<ActorUid>& among,
                                      const std::vector<ActorUid>& concerned,
                                      const std::vector<SpendingSeries>& sizes, std::size_t most) {
  const SeriesList candidates = seriesAmong(series, among);
  const int year = lastCommonYear(candidates);
  const SeriesList ordered = byValue(candidates, year);
  Choice choice(ordered, most);

  const auto hasFigure = [year](const SpendingSeries* one) { return one->at(year) != nullptr; };
  const auto withoutFigure = std::ranges::partition_point(ordered, hasFigure);
  if (withoutFigure != ordered.begin()) {
    choice.add(ordered.front()->actor);
    choice.add((*std::prev(withoutFigure))->actor);
  }
  for (const ActorUid& actor : concerned)
    choice.add(actor);

  constexpr int kGreatestSpenders = 2;
  const SeriesList spenders = seriesAmong(sizes, among);
  const int sizeYear = lastCommonYear(spenders);
  int found = 0;
  for (const SpendingSeries* spender : byValue(spenders, sizeYear)) {
    if (found == kGreatestSpenders || !spender->at(sizeYear)) break;
    if (choice.add(spender->actor)) ++found;
  }
  return choice.inOrder();
}

}  // namespace entente
