// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected, looked for and measured.
#include "app/session/session.h"

#include <algorithm>
#include <utility>

namespace entente {

void Session::measureFrom(std::optional<EventId> id) {
  if (id == m_measuredFrom) return;
  m_measuredFrom = id;
  Q_EMIT measureChanged();
}

void Session::find(const QString& words) {
  const std::uint64_t request = ++m_findRequest;
  m_view.find = words;
  m_found.words = words;
  m_found.error.reset();
  m_found.searching = m_snapshot && !words.isEmpty();
  if (words.isEmpty()) m_found = FindResult();
  Q_EMIT findChanged();
  if (!m_found.searching) return;
  m_reader.search(m_opening, words, this, [this, request](Result<std::vector<SearchHit>> answer) {
    if (request != m_findRequest) return;
    m_found.searching = false;
    m_found.indexOf.clear();
    m_found.hits = answer ? seenIn(*m_snapshot, std::move(*answer)) : std::vector<SearchHit>();
    if (!answer) m_found.error = answer.error();
    for (std::size_t i = 0; i < m_found.hits.size(); ++i)
      m_found.indexOf.emplace(m_found.hits[i].event, i);
    Q_EMIT findChanged();
  });
}

bool Session::walkHits(LaneSlices::Step step) {
  // Hits that the filter hides are passed over: one cannot see what is not there.
  std::vector<EventId> hits;
  for (const SearchHit& hit : m_found.hits) {
    if (matches(*m_snapshot, hit.event, m_view.filter)) hits.push_back(hit.event);
  }
  if (hits.empty()) return false;
  const auto begins = [this](EventId id) {
    const EventTitle* title = m_snapshot->title(id);
    return title && title->when ? title->when->bounds().earliestBegin : kEndOfTime;
  };
  const auto order = [&](EventId id) { return std::pair(begins(id), id.key); };
  if (!m_selected) {
    select(step == LaneSlices::Step::Next ? hits.front() : hits.back());
    return true;
  }
  const auto here = order(*m_selected);
  if (step == LaneSlices::Step::Next) {
    const auto next = std::ranges::find_if(hits, [&](EventId id) { return order(id) > here; });
    select(next == hits.end() ? hits.front() : *next);
  } else {
    const auto after = std::ranges::find_if(hits, [&](EventId id) { return order(id) >= here; });
    select(after == hits.begin() ? hits.back() : *(after - 1));
  }
  return true;
}

void Session::select(std::optional<EventId> id) {
  pick(id ? std::vector<EventId>{*id} : std::vector<EventId>(), id);
}

void Session::keepOnlyPicked() {
  EventFilter filter = m_view.filter;
  filter.events.clear();
  for (const EventId id : m_picked) {
    if (const EventTitle* title = m_snapshot->title(id)) filter.events.push_back(title->uid);
  }
  std::ranges::sort(filter.events);
  setFilter(filter);
}

void Session::togglePick(EventId id) {
  std::vector<EventId> picked = m_picked;
  if (std::erase(picked, id) > 0)
    return pick(picked, m_selected != id ? m_selected
                        : picked.empty() ? std::nullopt
                                         : std::optional(picked.back()));
  picked.push_back(id);
  pick(std::move(picked), id);
}

void Session::pick(std::vector<EventId> events, std::optional<EventId> current) {
  if (events == m_picked && current == m_selected) return;
  m_picked = std::move(events);
  if (current == m_selected) {
    Q_EMIT selectionChanged(current);
    Q_EMIT detailChanged();
    return;
  }
  const std::optional<EventId> id = current;
  m_selected = id;
  m_topic.reset();
  m_hidden.reset();
  m_detail.reset();
  const std::uint64_t request = ++m_detailRequest;
  Q_EMIT selectionChanged(id);
  // A slot may have selected something else by now.
  if (request != m_detailRequest) return;
  if (!id) {
    Q_EMIT detailChanged();
    return;
  }
  askSelected();
}

void Session::askSelected() {
  const std::uint64_t request = ++m_detailRequest;
  m_reader.detail(m_opening, *m_selected, this,
                  [this, request](Result<std::shared_ptr<const EventDetail>> answer) {
                    if (request != m_detailRequest) return;
                    if (answer) {
                      m_detail = std::make_shared<const EventDetail>(seenIn(*m_snapshot, **answer));
                      Q_EMIT detailChanged();
                    } else {
                      Q_EMIT detailFailed(answer.error());
                    }
                  });
}

bool Session::select(const RecordRef& ref) {
  const auto id = m_snapshot ? m_snapshot->find(ref) : std::nullopt;
  if (id) select(id);
  return id.has_value();
}

}  // namespace entente
