// SPDX-License-Identifier: GPL-3.0-or-later
// Whole tables as lists, and who takes part in which event: one pass over each table that names somebody.
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <unordered_map>

#include "core/archive/archive.h"
#include "core/archive/archive_impl_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/record_store_sql.h"

namespace entente {

namespace {

/// Gathers the parties of all events; every pass looks its events up by uid.
class PartiesReader {
 public:
  explicit PartiesReader(SQLite::Database& database) : m_database(database) {}

  std::vector<EventParties> read() {
    readEvents();
    readParticipants();
    readAdherents();
    readOwnSources();
    readParts("SELECT message, uid, actor, source FROM stage", m_ofStage);
    readParts("SELECT pledge, uid, actor, source FROM position", m_ofPosition);
    readSources("SELECT event, source FROM summit_document");
    readClaims();
    for (std::size_t i = 0; i < m_all.size(); ++i)
      finish(m_all[i], m_further[i]);
    return std::move(m_all);
  }

 private:
  using Index = std::unordered_map<Uid, std::size_t>;

  EventParties* find(const SQLite::Column& event) {
    const auto found = m_events.find(event.getString());
    return found == m_events.end() ? nullptr : &m_all[found->second];
  }

  void readEvents() {
    SQLite::Statement query(m_database, "SELECT key, uid FROM event ORDER BY key");
    while (query.executeStep()) {
      m_events.emplace(query.getColumn(1).getString(), m_all.size());
      m_all.push_back({{EventOrigin::Curated, query.getColumn(0).getInt64()}, {}, {}, {}, {}});
    }
    m_further.resize(m_all.size());
  }

  void readParticipants() {
    SQLite::Statement query(
        m_database, "SELECT event, role, actor FROM event_participant ORDER BY event, role, position");
    while (query.executeStep()) {
      EventParties* parties = find(query.getColumn(0));
      if (parties == nullptr) continue;
      const std::string role = query.getColumn(1).getString();
      ActorUid actor(query.getColumn(2).getString());
      if (role == "sender" || role == "speaker") parties->from.push_back(actor);
      if (role == "recipient") parties->to.push_back(actor);
      parties->actors.push_back(std::move(actor));
    }
  }

  void readAdherents() {
    SQLite::Statement query(m_database, "SELECT event, actor FROM pledge_adherent");
    while (query.executeStep()) {
      if (EventParties* parties = find(query.getColumn(0)))
        parties->actors.emplace_back(query.getColumn(1).getString());
    }
  }

  void readOwnSources() {
    SQLite::Statement query(m_database, "SELECT event, source FROM event_source ORDER BY event, position");
    while (query.executeStep()) {
      EventParties* parties = find(query.getColumn(0));
      SourceUid source(query.getColumn(1).getString());
      if (parties != nullptr && std::ranges::find(parties->sources, source) == parties->sources.end())
        parties->sources.push_back(std::move(source));
    }
  }

  /// Stages or positions; remembers whose they are, since claims are about them.
  void readParts(const char* sql, Index& owners) {
    SQLite::Statement query(m_database, sql);
    while (query.executeStep()) {
      const auto found = m_events.find(query.getColumn(0).getString());
      if (found == m_events.end()) continue;
      owners.emplace(query.getColumn(1).getString(), found->second);
      if (!query.getColumn(2).isNull())
        m_all[found->second].actors.emplace_back(query.getColumn(2).getString());
      if (!query.getColumn(3).isNull()) m_further[found->second].emplace_back(query.getColumn(3).getString());
    }
  }

  void readSources(const char* sql) {
    SQLite::Statement query(m_database, sql);
    while (query.executeStep()) {
      const auto found = m_events.find(query.getColumn(0).getString());
      if (found != m_events.end()) m_further[found->second].emplace_back(query.getColumn(1).getString());
    }
  }

  void readClaims() {
    SQLite::Statement query(m_database, "SELECT subject, source FROM claim");
    while (query.executeStep()) {
      const auto subject = RecordRef::parse(query.getColumn(0).getString());
      if (!subject) continue;
      const Index* index = isEventKind(subject->kind)              ? &m_events
                           : subject->kind == RecordKind::Stage    ? &m_ofStage
                           : subject->kind == RecordKind::Position ? &m_ofPosition
                                                                   : nullptr;
      if (index == nullptr) continue;
      const auto found = index->find(subject->uid);
      if (found != index->end()) m_further[found->second].emplace_back(query.getColumn(1).getString());
    }
  }

  static void finish(EventParties& parties, std::vector<SourceUid>& further) {
    std::ranges::sort(parties.actors);
    parties.actors.erase(std::unique(parties.actors.begin(), parties.actors.end()), parties.actors.end());
    std::ranges::sort(further);
    further.erase(std::unique(further.begin(), further.end()), further.end());
    const std::vector<SourceUid> own = parties.sources;
    for (SourceUid& source : further) {
      if (std::ranges::find(own, source) == own.end()) parties.sources.push_back(std::move(source));
    }
  }

  SQLite::Database& m_database;
  std::vector<EventParties> m_all;
  std::vector<std::vector<SourceUid>> m_further;  ///< in step with m_all: not the record's own
  Index m_events;
  Index m_ofStage;
  Index m_ofPosition;
};

}  // namespace

Result<std::vector<Office>> Archive::offices() const {
  return guarded(m_impl->path, [&] { return readRecords<Office>(m_impl->database); });
}

Result<std::vector<Actor>> Archive::actors() const {
  return guarded(m_impl->path, [&] { return readRecords<Actor>(m_impl->database); });
}

Result<std::vector<Source>> Archive::sources() const {
  return guarded(m_impl->path, [&] { return readRecords<Source>(m_impl->database); });
}

Result<std::vector<Accession>> Archive::accessions() const {
  return guarded(m_impl->path, [&] { return readRecords<Accession>(m_impl->database); });
}

Result<std::vector<Place>> Archive::places() const {
  return guarded(m_impl->path, [&]() -> Result<std::vector<Place>> {
    auto places = readRecords<Place>(m_impl->database);
    if (places) std::ranges::sort(*places, {}, [](const Place& place) { return place.uid.value; });
    return places;
  });
}

Result<std::vector<Property>> Archive::properties() const {
  return guarded(m_impl->path, [&] { return readRecords<Property>(m_impl->database); });
}

Result<std::vector<Spending>> Archive::spending() const {
  return guarded(m_impl->path, [&] { return readRecords<Spending>(m_impl->database); });
}

Result<std::vector<Claim>> Archive::claims() const {
  return guarded(m_impl->path, [&] { return readRecords<Claim>(m_impl->database); });
}

Result<std::vector<Pin>> Archive::pins() const {
  return guarded(m_impl->path, [&] { return readRecords<Pin>(m_impl->database); });
}

Result<std::vector<Stage>> Archive::stages() const {
  return guarded(m_impl->path, [&] { return readRecords<Stage>(m_impl->database); });
}

Result<std::vector<Position>> Archive::positions() const {
  return guarded(m_impl->path, [&] { return readRecords<Position>(m_impl->database); });
}

Result<std::vector<Link>> Archive::links() const {
  return guarded(m_impl->path, [&] { return readRecords<Link>(m_impl->database); });
}

Result<std::vector<SavedView>> Archive::views() const {
  return guarded(m_impl->path, [&]() -> Result<std::vector<SavedView>> {
    auto views = readRecords<SavedView>(m_impl->database);
    if (views) std::ranges::stable_sort(*views, {}, &SavedView::position);
    return views;
  });
}

Result<std::vector<EventParties>> Archive::parties() const {
  return guarded(m_impl->path, [&]() -> Result<std::vector<EventParties>> {
    SQLite::Transaction snapshot(m_impl->database);
    return PartiesReader(m_impl->database).read();
  });
}

}  // namespace entente
