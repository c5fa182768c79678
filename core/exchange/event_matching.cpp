// SPDX-License-Identifier: GPL-3.0-or-later
// Three passes: by id, by title and date, by title alone.
#include "core/exchange/event_matching.h"

#include <fmt/core.h>

#include <QCryptographicHash>
#include <algorithm>
#include <deque>
#include <utility>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kLongestKeySlug = 60;
constexpr qsizetype kHashLetters = 8;

std::string dateText(const std::optional<FuzzyDate>& when) {
  return when ? when->edtf() : std::string();
}

std::string titleAndDate(const QString& title, const std::optional<FuzzyDate>& when) {
  return title.toStdString() + '\n' + dateText(when);
}

using Places = std::unordered_map<std::string, std::deque<std::size_t>>;

class Matching {
 public:
  Matching(const std::vector<ForeignEvent>& entries, const Records& records, const SourceUid& source)
      : m_entries(entries), m_found(entries.size()) {
    forEachEvent(records, [&](EventKind kind, std::size_t row, const Event& event) {
      if (std::ranges::find(event.sources, source) != event.sources.end())
        m_events.push_back({kind, row, &event});
    });
    m_taken.resize(m_events.size());
    byKey(source);
    byContent();
    byTitleAndDate();
    byTitle();
  }

  std::vector<KnownEvent> found() { return std::move(m_found); }
  [[nodiscard]] std::vector<KnownEvent> missing(const SourceUid& source) const {
    std::vector<KnownEvent> rest;
    for (std::size_t i = 0; i < m_events.size(); ++i) {
      if (!m_taken[i] && m_events[i].event->sources.front() == source) rest.push_back(m_events[i]);
    }
    return rest;
  }

 private:
  [[nodiscard]] bool isOpen(std::size_t entry) const { return m_found[entry].event == nullptr; }
  void give(std::size_t entry, std::size_t event) {
    m_found[entry] = m_events[event];
    m_taken[event] = true;
  }

  void byKey(const SourceUid& source) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < m_events.size(); ++i)
      places.emplace(m_events[i].event->uid.value, i);
    for (std::size_t entry = 0; entry < m_entries.size(); ++entry) {
      if (m_entries[entry].key.isEmpty()) continue;
      const auto found = places.find(keyedUid(source, m_entries[entry].key).value);
      if (found != places.end() && !m_taken[found->second]) give(entry, found->second);
    }
  }

  /// Of several with one title and date those whose words are the same.
  void byContent() {
    byText([](const auto& one) {
      return titleAndDate(one.title, one.when) + '\n' + one.summary.toStdString() + '\n' +
             one.note.toStdString();
    });
  }
  void byTitleAndDate() {
    byText([](const auto& one) { return titleAndDate(one.title, one.when); });
  }

  /// `textOf` gives the text of an event, and of an entry.
  template <class F>
  void byText(F textOf) {
    Places places;
    for (std::size_t i = 0; i < m_events.size(); ++i) {
      if (!m_taken[i]) places[textOf(*m_events[i].event)].push_back(i);
    }
    for (std::size_t entry = 0; entry < m_entries.size(); ++entry) {
      if (!isOpen(entry)) continue;
      const auto found = places.find(textOf(m_entries[entry]));
      if (found == places.end() || found->second.empty()) continue;
      give(entry, found->second.front());
      found->second.pop_front();
    }
  }

  void byTitle() {
    Places events, entries;
    for (std::size_t i = 0; i < m_events.size(); ++i) {
      if (!m_taken[i]) events[m_events[i].event->title.toStdString()].push_back(i);
    }
    for (std::size_t entry = 0; entry < m_entries.size(); ++entry) {
      if (isOpen(entry) && m_entries[entry].key.isEmpty())
        entries[m_entries[entry].title.toStdString()].push_back(entry);
    }
    for (const auto& [title, places] : entries) {
      const auto found = events.find(title);
      if (places.size() == 1 && found != events.end() && found->second.size() == 1)
        give(places.front(), found->second.front());
    }
  }

  const std::vector<ForeignEvent>& m_entries;
  std::vector<KnownEvent> m_events;  ///< that cite the source
  std::vector<bool> m_taken;         ///< in step with the events
  std::vector<KnownEvent> m_found;   ///< in step with the entries
};

}  // namespace

EventUid keyedUid(const SourceUid& source, const QString& key) {
  const std::string text = key.toStdString();
  std::string slug = slugOf(text, kLongestKeySlug);
  // What the slug does not show must not make two ids one.
  if (slug != text) {
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex();
    slug += (slug.empty() ? "" : "-") + hash.left(kHashLetters).toStdString();
  }
  return EventUid(fmt::format("{}.{}", source.value.substr(0, kLongestUid - slug.size() - 1), slug));
}

std::vector<KnownEvent> matchEvents(const std::vector<ForeignEvent>& entries, const Records& records,
                                    const SourceUid& source, std::vector<KnownEvent>& missing) {
  Matching matching(entries, records, source);
  missing = matching.missing(source);
  return matching.found();
}

}  // namespace entente
