// SPDX-License-Identifier: GPL-3.0-or-later
// Groups figures by edition and by actor in ordered maps, and picks states by the last common year.
#include "core/analysis/spending_series.h"

#include <algorithm>
#include <map>
#include <utility>

namespace entente {

std::vector<Edition> editionsOf(const std::vector<Spending>& figures, SpendingMetric metric) {
  std::map<SourceUid, Edition> bySource;
  for (const Spending& figure : figures) {
    if (figure.metric != metric) continue;
    const auto place =
        bySource.try_emplace(figure.source, Edition{figure.source, 0, figure.year, figure.year});
    Edition& edition = place.first->second;
    ++edition.figures;
    edition.firstYear = std::min(edition.firstYear, figure.year);
    edition.lastYear = std::max(edition.lastYear, figure.year);
  }
  std::vector<Edition> editions;
  for (auto& [source, edition] : bySource)
    editions.push_back(std::move(edition));
  std::ranges::stable_sort(editions, std::greater{}, [](const Edition& edition) {
    return std::pair(edition.lastYear, edition.figures);
  });
  return editions;
}

const SpendingPoint* SpendingSeries::at(int year) const {
  const auto found = std::ranges::lower_bound(points, year, {}, &SpendingPoint::year);
  return found == points.end() || found->year != year ? nullptr : &*found;
}

std::vector<SpendingSeries> spendingSeries(const std::vector<Spending>& figures, SpendingMetric metric,
                                           const SourceUid& edition) {
  std::map<ActorUid, std::map<int, const Spending*>> byActor;
  for (const Spending& figure : figures) {
    if (figure.metric != metric || figure.source != edition) continue;
    const Spending*& kept = byActor[figure.actor].try_emplace(figure.year, &figure).first->second;
    if (figure.uid < kept->uid) kept = &figure;
  }
  std::vector<SpendingSeries> all;
  for (const auto& [actor, years] : byActor) {
    SpendingSeries& series = all.emplace_back(SpendingSeries{actor, {}});
    for (const auto& [year, figure] : years)
      series.points.push_back({year, figure->value, figure->estimate});
  }
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
