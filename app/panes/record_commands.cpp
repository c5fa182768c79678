// SPDX-License-Identifier: GPL-3.0-or-later
// Turns commands into changes with a name.
#include "app/panes/record_commands.h"

#include <QCoreApplication>
#include <memory>

#include "app/session/session.h"
#include "app/words/event_words.h"
#include "app/words/field_words.h"
#include "core/view/event_edits.h"

namespace entente {

namespace {

struct CommandWords {
  Q_DECLARE_TR_FUNCTIONS(RecordCommands)
};

std::optional<RecordKey> recordOf(const Session& session, EventId id) {
  const auto ref = session.snapshot() ? session.snapshot()->refOf(id) : std::nullopt;
  const auto table = ref ? tableOf(ref->kind) : std::nullopt;
  return table ? std::optional(RecordKey{*table, ref->uid}) : std::nullopt;
}

}  // namespace

std::optional<RecordKey> selectedRecord(const Session& session) {
  return session.selected() ? recordOf(session, *session.selected()) : std::nullopt;
}

std::vector<RecordKey> pickedRecords(const Session& session) {
  std::vector<RecordKey> records;
  for (const EventId id : session.picked()) {
    if (const auto key = recordOf(session, id)) records.push_back(*key);
  }
  return records;
}

void editSelected(Session& session) {
  if (const auto key = selectedRecord(session)) session.editRecord(*key);
}

void duplicateSelected(Session& session) {
  const auto key = selectedRecord(session);
  if (!key) return;
  const QString title = session.snapshot()->title(*session.selected())->title;
  const QString copy = CommandWords::tr("%1 (copy)").arg(title);
  auto made = std::make_shared<RecordKey>();
  // The copy is selected when it is there; where it was not made there is nothing to select.
  QObject::connect(
      &session, &Session::changed, &session,
      [&session, made] {
        if (!made->uid.empty()) session.select(RecordRef{recordKindOf(eventKindOf(made->table)), made->uid});
      },
      Qt::SingleShotConnection);
  session.change(
      [key = *key, copy, made](const Records& now) {
        *made = {key.table, uidOfDuplicate(now, key)};
        return duplicateEvent(now, key, copy);
      },
      CommandWords::tr("Duplicate %1: %2").arg(recordInWords(key->table), title));
}

void linkSelected(Session& session) {
  if (!selectedRecord(session)) return;
  Link link;
  link.from = *session.snapshot()->refOf(*session.selected());
  session.makeRecord(link);
}

void changeKindOfPicked(Session& session, EventKind kind) {
  const std::vector<RecordKey> records = pickedRecords(session);
  if (records.empty()) return;
  auto made = std::make_shared<bool>(false);
  // An event of another kind is another row: the same ones are picked again.
  QObject::connect(
      &session, &Session::changed, &session,
      [&session, made, records, kind] {
        std::vector<EventId> events;
        for (const RecordKey& key : records) {
          if (const auto id = session.snapshot()->find({recordKindOf(kind), key.uid})) events.push_back(*id);
        }
        if (*made && !events.empty()) session.pick(events, events.front());
      },
      Qt::SingleShotConnection);
  session.change(
      [records, kind, made](const Records& now) {
        auto changes = changeKind(now, records, kind, &lostInWords);
        *made = changes.has_value();
        return changes;
      },
      CommandWords::tr("Change the kind of %1 events to %2")
          .arg(records.size())
          .arg(recordInWords(tableOf(kind))));
}

void tagPicked(Session& session, const QString& tag) {
  const std::vector<RecordKey> records = pickedRecords(session);
  if (records.empty()) return;
  session.change([records, tag](const Records& now) { return addTag(now, records, tag); },
                 CommandWords::tr("Tag %1 events “%2”").arg(records.size()).arg(tag));
}

void untagPicked(Session& session, const QString& tag) {
  const std::vector<RecordKey> records = pickedRecords(session);
  if (records.empty()) return;
  session.change([records, tag](const Records& now) { return removeTag(now, records, tag); },
                 CommandWords::tr("Take the tag “%2” from %1 events").arg(records.size()).arg(tag));
}

void gradePicked(Session& session, std::optional<Reliability> grade) {
  const std::vector<RecordKey> records = pickedRecords(session);
  if (records.empty()) return;
  session.change(
      [records, grade](const Records& now) { return gradeSources(now, records, grade); },
      CommandWords::tr("Grade the sources of %1 events %2").arg(records.size()).arg(gradeInWords(grade)));
}

}  // namespace entente
