// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what is there, makes what is not, and compares.
#include "core/exchange/event_plan.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/exchange/event_matching.h"
#include "core/exchange/named_records.h"
#include "core/exchange/published_text.h"
#include "core/model/record_tables.h"

namespace entente {

namespace {

constexpr std::size_t kLongestTitleSlug = 48;
constexpr std::size_t kEntriesAStep = 1000;
constexpr const char* kNoSeries = "other";

/// Adds what is not in the list yet.
template <class T>
void addMissing(std::vector<T>& list, const std::vector<T>& more) {
  for (const T& one : more) {
    if (std::ranges::find(list, one) == list.end()) list.push_back(one);
  }
}

/// The names of the columns in which two rows differ.
template <class R>
std::string differences(const R& before, const R& after) {
  std::string names;
  for (const Column<R>& column : recordTable<R>().columns) {
    if (column.get(before) != column.get(after))
      names += fmt::format("{}{}", names.empty() ? "" : ", ", column.name);
  }
  return names;
}

/// Why an entry cannot be of the kind that it asks for; empty if it can.
std::string_view whyNot(EventKind kind, const ForeignEvent& entry, bool hasSpeaker) {
  switch (kind) {
    case EventKind::Event:
      return {};
    case EventKind::Period:
    case EventKind::Summit:
      return entry.when ? "" : "it has no date";
    case EventKind::Statement:
      if (!hasSpeaker) return "it has no actor in the role 'speaker'";
      return entry.when ? "" : "it has no date";
    case EventKind::Message:
      return "a message needs its channel and its stages";
    case EventKind::Pledge:
      return "a pledge needs its metric and its target";
  }
  return {};
}

class Planner {
 public:
  Planner(const ForeignArchive& file, const Records& there)
      : m_file(file), m_there(there), m_named(there, m_plan.records) {
    forEachEvent(there,
                 [this](EventKind, std::size_t, const Event& event) { m_eventUids.add(event.uid.value); });
  }

  Result<EventPlan> plan(const ImportOrigin& origin, const Progress& progress);

 private:
  Result<void> settle(const ImportOrigin& origin);
  void putSources();
  void noteWhole();
  void putEvent(std::size_t index, const KnownEvent& known);
  /// What the entry says, over what is there.
  void fill(Event& event, const ForeignEvent& entry, EventKind kind);
  void make(std::size_t index);
  template <class R>
  void change(std::size_t index, const R& before, EventKind kind);
  template <class R>
  void put(std::size_t index, R row) {
    m_plan.events[index] = {EntryFate::Added, row.event.uid.value, {}};
    m_plan.records.emplace_back(std::move(row));
  }
  [[nodiscard]] EventUid newUid(const ForeignEvent& entry);
  void note(const ForeignEvent& entry, std::string where, std::string text) {
    m_plan.notes.push_back({NoteKind::Remark, entry.place, std::move(where), std::move(text)});
  }

  const ForeignArchive& m_file;
  const Records& m_there;
  EventPlan m_plan;
  NamedRecords m_named;
  TakenUids m_eventUids;
};

Result<EventPlan> Planner::plan(const ImportOrigin& origin, const Progress& progress) {
  m_plan.events.resize(m_file.events.size());
  m_plan.sources.resize(m_file.sources.size());
  putSources();
  if (!m_file.events.empty()) {
    if (auto done = settle(origin); !done) return fail(done.error());
    std::vector<KnownEvent> missing;
    const auto known = matchEvents(m_file.events, m_there, m_plan.source, missing);
    for (const KnownEvent& one : missing)
      m_plan.missing.push_back(one.event->uid);
    for (std::size_t i = 0; i < known.size(); ++i) {
      putEvent(i, known[i]);
      if (m_plan.records.size() > kMostPlannedRecords)
        return fail(ErrorKind::Invalid,
                    fmt::format("The file would make more than {} records (events, places, actors, sources); "
                                "import it in parts.",
                                kMostPlannedRecords));
      if (i % kEntriesAStep != 0) continue;
      progress.say(static_cast<std::int64_t>(i), static_cast<std::int64_t>(known.size()));
      if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "The import was cancelled.");
    }
  }
  noteWhole();
  m_plan.newActors = m_named.newActors();
  m_plan.newPlaces = m_named.newPlaces();
  m_plan.newSources = m_named.newSources();
  return std::move(m_plan);
}

Result<void> Planner::settle(const ImportOrigin& origin) {
  auto settled = settleOrigin(origin, m_there.sources, m_named.sourceUids());
  if (!settled) return fail(settled.error());
  m_plan.source = settled->source.uid;
  m_plan.sourceTitle = settled->source.title;
  m_plan.sourceIsNew = settled->isNew;
  if (settled->isNew) m_plan.records.emplace_back(std::move(settled->source));
  return {};
}

void Planner::putSources() {
  std::unordered_map<std::string, std::size_t> keys;
  std::unordered_map<std::string, std::size_t> addresses;
  for (const ForeignSource& entry : m_file.sources)
    ++addresses[entry.source.url.trimmed().toStdString()];
  for (std::size_t i = 0; i < m_file.sources.size(); ++i) {
    const ForeignSource& entry = m_file.sources[i];
    const auto [first, isFirst] = keys.try_emplace(workKey(entry.source), i);
    if (!isFirst) {
      m_plan.sources[i] = {EntryFate::Unchanged, m_plan.sources[first->second].uid, {}};
      m_plan.notes.push_back({NoteKind::Remark,
                              entry.place,
                              {},
                              fmt::format("'{}' stands in the file more than once; the first one is taken.",
                                          entry.source.title.toStdString())});
      continue;
    }
    const bool isAlone = addresses[entry.source.url.trimmed().toStdString()] == 1;
    const Source* before = m_named.knownWork(entry, isAlone);
    if (before == nullptr) {
      m_plan.sources[i] = {EntryFate::Added, m_named.newWork(entry).value, {}};
      continue;
    }
    const Source after = mergedSource(*before, entry.source);
    const std::string changes = differences(*before, after);
    m_plan.sources[i] = {changes.empty() ? EntryFate::Unchanged : EntryFate::Changed, before->uid.value,
                         changes};
    if (!changes.empty()) m_plan.records.emplace_back(after);
  }
}

/// What a file says of itself has a place in a new archive alone; and rows of other sources may be the same.
void Planner::noteWhole() {
  const auto say = [this](std::string text) {
    m_plan.notes.push_back({NoteKind::Remark, {}, {}, std::move(text)});
  };
  if (!m_there.properties.empty() && !m_file.title.isEmpty())
    say(fmt::format(
        "The title of the file ('{}') and what it says about itself are not taken into an archive that "
        "is there.",
        m_file.title.toStdString()));
  if (!m_plan.sourceIsNew) return;
  for (const Source& source : m_there.sources) {
    if (source.kind != SourceKind::Dataset) continue;
    std::vector<KnownEvent> missing;
    const auto known = matchEvents(m_file.events, m_there, source.uid, missing);
    const auto same =
        std::ranges::count_if(known, [](const KnownEvent& one) { return one.event != nullptr; });
    if (2 * static_cast<std::size_t>(same) >= m_file.events.size() && same > 0)
      say(fmt::format(
          "{} of its {} entries are those of the source {} ({}); choose that source to bring it up to "
          "date rather than to have them twice.",
          same, m_file.events.size(), source.uid.value, source.title.toStdString()));
  }
}

void Planner::putEvent(std::size_t index, const KnownEvent& known) {
  if (known.event == nullptr) return make(index);
  switch (known.kind) {
    case EventKind::Summit:
      return change(index, m_there.summits[known.row], known.kind);
    case EventKind::Message:
      return change(index, m_there.messages[known.row], known.kind);
    case EventKind::Pledge:
      return change(index, m_there.pledges[known.row], known.kind);
    case EventKind::Statement:
      return change(index, m_there.statements[known.row], known.kind);
    case EventKind::Period:
      return change(index, m_there.periods[known.row], known.kind);
    case EventKind::Event:
      return change(index, m_there.events[known.row], known.kind);
  }
}

void Planner::fill(Event& event, const ForeignEvent& entry, EventKind kind) {
  event.title = entry.title;
  if (entry.when && kind != EventKind::Message) event.when = entry.when;
  if (!entry.summary.isEmpty()) event.summary = entry.summary;
  if (!entry.note.isEmpty()) event.note = entry.note;
  if (entry.weight) event.weight = *entry.weight;
  const PlaceUid place = m_named.place(entry);
  if (!place.value.empty()) event.place = place;
  for (const ForeignActor& actor : entry.actors) {
    const std::string role = slugOf(actor.role, kLongestUid);
    if (role == "speaker" || role == "sender" || role == "recipient")
      continue;  // of the kinds that have them
    const Participant participant{role.empty() ? "participant" : role, m_named.actor(actor.name)};
    if (participant.actor.value.empty()) continue;
    addMissing(event.participants, {participant});
  }
  std::vector<QString> tags;
  for (QString tag : entry.tags) {
    tag = tag.replace(QLatin1Char(';'), QLatin1Char(',')).simplified();
    if (!tag.isEmpty()) tags.push_back(tag);
  }
  addMissing(event.tags, tags);
  std::vector<SourceUid> sources{m_plan.source};
  for (const ForeignSource& source : entry.sources)
    addMissing(sources, {m_named.source(source)});
  addMissing(event.sources, sources);
}

EventUid Planner::newUid(const ForeignEvent& entry) {
  if (!entry.key.isEmpty()) {
    const EventUid uid = keyedUid(m_plan.source, entry.key);
    if (!m_eventUids.holds(uid.value)) return EventUid(m_eventUids.take(uid.value));
    note(entry, "id",
         fmt::format("the id '{}' is taken; the event got another one", entry.key.toStdString()));
  }
  std::string slug = slugOf(entry.title.toStdString(), kLongestTitleSlug);
  if (slug.empty()) slug = "event";
  if (entry.when && entry.when->beginKind() == EndKind::Known) {
    std::string day = entry.when->edtf().substr(0, 10);
    std::erase_if(day, [](char c) { return c != '-' && (c < '0' || c > '9'); });
    slug += '-' + day;
  }
  return EventUid(m_eventUids.take(slug));
}

void Planner::make(std::size_t index) {
  const ForeignEvent& entry = m_file.events[index];
  const auto speaker = std::ranges::find_if(
      entry.actors, [](const ForeignActor& actor) { return slugOf(actor.role, kLongestUid) == "speaker"; });
  EventKind kind = entry.kind.value_or(EventKind::Event);
  if (const std::string_view reason = whyNot(kind, entry, speaker != entry.actors.end()); !reason.empty()) {
    note(entry, "kind",
         fmt::format("'{}' is imported as an event, not as a {}: {}", entry.title.toStdString(), wordOf(kind),
                     reason));
    kind = EventKind::Event;
  }
  Event event;
  event.uid = newUid(entry);
  fill(event, entry, kind);
  if (kind == EventKind::Statement) {
    Statement statement;
    statement.event = std::move(event);
    statement.speaker = m_named.actor(speaker->name);
    put(index, std::move(statement));
  } else if (kind == EventKind::Summit) {
    Summit summit;
    summit.event = std::move(event);
    summit.series = QString::fromLatin1(kNoSeries);
    note(entry, "kind",
         fmt::format("'{}' is taken as a summit that was held, of the series '{}': the file does not "
                     "say so",
                     entry.title.toStdString(), kNoSeries));
    for (const Summit& other : m_there.summits) {
      if (std::ranges::find(entry.tags, other.series) != entry.tags.end()) summit.series = other.series;
    }
    put(index, std::move(summit));
  } else if (kind == EventKind::Period) {
    put(index, Period{std::move(event)});
  } else {
    if (kind == EventKind::Event) {
      for (const ForeignActor& actor : entry.actors) {
        const std::string role = slugOf(actor.role, kLongestUid);
        if (role == "speaker" || role == "sender" || role == "recipient")
          addMissing(event.participants, {Participant{role == "speaker"  ? "said-by"
                                                      : role == "sender" ? "sent-by"
                                                                         : "sent-to",
                                                      m_named.actor(actor.name)}});
      }
    }
    put(index, PlainEvent{std::move(event)});
  }
}

template <class R>
void Planner::change(std::size_t index, const R& before, EventKind kind) {
  R after = before;
  fill(after.event, m_file.events[index], kind);
  const std::string changes = differences(before, after);
  m_plan.events[index] = {changes.empty() ? EntryFate::Unchanged : EntryFate::Changed, before.event.uid.value,
                          changes};
  if (!changes.empty()) m_plan.records.emplace_back(std::move(after));
}

}  // namespace

std::size_t EventPlan::count(EntryFate fate) const {
  const auto of = [fate](const std::vector<PlannedEntry>& entries) {
    return static_cast<std::size_t>(std::ranges::count(entries, fate, &PlannedEntry::fate));
  };
  return of(events) + of(sources);
}

Result<EventPlan> planEvents(const ForeignArchive& file, const ImportOrigin& origin, const Records& there,
                             const Progress& progress) {
  return Planner(file, there).plan(origin, progress);
}

}  // namespace entente
