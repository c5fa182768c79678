// SPDX-License-Identifier: GPL-3.0-or-later
// One entry an event; names in place of references.
#include "core/exchange/foreign_records.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/exchange/event_matching.h"
#include "core/model/message_date.h"

namespace entente {

namespace {

template <class Row>
std::unordered_map<Uid, const Row*> byUid(const std::vector<Row>& rows) {
  std::unordered_map<Uid, const Row*> index;
  for (const Row& row : rows)
    index.emplace(row.uid.value, &row);
  return index;
}

class Telling {
 public:
  explicit Telling(const Records& records)
      : m_records(records),
        m_actors(byUid(records.actors)),
        m_places(byUid(records.places)),
        m_sources(byUid(records.sources)) {
    for (const Stage& stage : records.stages) {
      if (stage.when) m_messageDates[stage.message.value].add(stage.stage, *stage.when);
    }
  }

  ForeignArchive tell() {
    for (const Property& property : m_records.properties) {
      if (property.uid == "title") m_told.title = property.value;
      if (property.uid == "description") m_told.description = property.value;
      if (property.uid == "authors") m_told.author = property.value;
    }
    forEachEvent(m_records,
                 [this](EventKind kind, std::size_t row, const Event& event) { add(kind, row, event); });
    std::ranges::stable_sort(m_told.events, {}, [](const ForeignEvent& event) {
      return std::pair(event.when ? event.when->bounds().earliestBegin : kEndOfTime, event.key);
    });
    for (const Source& source : m_records.sources)
      m_told.sources.push_back(told(source));
    leaveOut();
    return std::move(m_told);
  }

 private:
  void add(EventKind kind, std::size_t row, const Event& event) {
    ForeignEvent entry;
    entry.key = QString::fromStdString(event.uid.value);
    entry.kind = kind;
    entry.title = event.title;
    entry.when = event.when;
    entry.summary = event.summary;
    if (const auto place = m_places.find(event.place.value); place != m_places.end()) {
      entry.where = place->second->name;
      if (place->second->latitude && place->second->longitude) {
        entry.latitude = place->second->latitude;
        entry.longitude = place->second->longitude;
      }
    }
    if (kind == EventKind::Statement) addStatement(entry, m_records.statements[row]);
    if (kind == EventKind::Message) addMessage(entry, m_records.messages[row]);
    for (const Participant& one : event.participants)
      addActor(entry, one.role, one.actor);
    entry.tags = event.tags;
    for (const SourceUid& source : event.sources) {
      if (const auto found = m_sources.find(source.value); found != m_sources.end())
        entry.sources.push_back(told(*found->second));
    }
    if (event.weight != kDefaultWeight) entry.weight = event.weight;
    entry.note = event.note;
    m_told.events.push_back(std::move(entry));
  }

  void addStatement(ForeignEvent& entry, const Statement& statement) {
    addActor(entry, "speaker", statement.speaker);
    addWords(entry, statement.quote);
  }

  void addMessage(ForeignEvent& entry, const Message& message) {
    if (const auto date = m_messageDates.find(message.event.uid.value); date != m_messageDates.end())
      entry.when = date->second.shown();
    for (const ActorUid& sender : message.senders)
      addActor(entry, "sender", sender);
    for (const ActorUid& recipient : message.recipients)
      addActor(entry, "recipient", recipient);
    addWords(entry, message.text);
  }

  static void addWords(ForeignEvent& entry, const QString& words) {
    if (words.isEmpty()) return;
    if (!entry.summary.isEmpty()) entry.summary += QStringLiteral("\n\n");
    entry.summary += QStringLiteral("\u201C%1\u201D").arg(words);
  }

  void addActor(ForeignEvent& entry, const std::string& role, const ActorUid& actor) {
    if (const auto found = m_actors.find(actor.value); found != m_actors.end())
      entry.actors.push_back({role, found->second->name});
  }

  static ForeignSource told(const Source& source) {
    ForeignSource one{QString::fromStdString(source.uid.value), source, {}};
    one.source.uid = {};
    return one;
  }

  void leaveOut() {
    const auto count = [this](const char* what, std::size_t number) {
      if (number > 0) m_told.leftOut[what] = number;
    };
    count("claims", m_records.claims.size());
    count("stages of messages", m_records.stages.size());
    count("positions on pledges", m_records.positions.size());
    count("pledges' targets and adherents", m_records.pledges.size());
    count("spending figures", m_records.spending.size());
    count("offices", m_records.offices.size());
    count("accessions", m_records.accessions.size());
    count("links", m_records.links.size());
    count("saved views", m_records.views.size());
    count("machine-coded events", m_records.bulkEvents.size());
  }

  const Records& m_records;
  std::unordered_map<Uid, const Actor*> m_actors;
  std::unordered_map<Uid, const Place*> m_places;
  std::unordered_map<Uid, const Source*> m_sources;
  std::unordered_map<Uid, MessageDate> m_messageDates;
  ForeignArchive m_told;
};

}  // namespace

ForeignArchive toForeign(const Records& records) {
  return Telling(records).tell();
}

}  // namespace entente
