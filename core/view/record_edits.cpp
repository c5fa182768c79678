// SPDX-License-Identifier: GPL-3.0-or-later
// Finds, names and puts records through the descriptions of their tables.
#include "core/view/record_edits.h"

#include <algorithm>
#include <unordered_set>

#include "core/base/check.h"
#include "core/view/record_references.h"

namespace entente {

namespace {

constexpr std::size_t kLongestReadable = 60;

/// Calls `each(table)` for the table of that id.
template <class F>
void withTable(TableId id, F each) {
  forEachTable([&](const auto& table) {
    if (table.id == id) each(table);
  });
}

template <class R>
const Column<R>* columnNamed(std::string_view name) {
  for (const Column<R>& column : recordTable<R>().columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

template <class R>
inline constexpr bool kIsEditable = !std::is_same_v<R, BulkBatch> && !std::is_same_v<R, BulkEvent>;

std::string joined(std::initializer_list<std::string> parts) {
  std::string uid;
  for (const std::string& part : parts) {
    if (!part.empty()) uid += (uid.empty() ? "" : "-") + part;
  }
  if (uid.size() > kLongestReadable) uid.resize(kLongestReadable);
  while (uid.ends_with('-'))
    uid.pop_back();
  return uid;
}

std::string wordUid(std::string_view word) {
  return readableUid(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
}

std::string ownUid(const EditableRecord& record) {
  return keyOf(record).uid;
}

void setOwnUid(EditableRecord& record, const Uid& uid) {
  std::visit(
      [&](auto& one) {
        std::ignore = recordTable<std::decay_t<decltype(one)>>().columns.front().set(one, uid);
      },
      record);
}

struct Wish {
  std::string operator()(const Property& one) const { return one.uid; }
  std::string operator()(const Source& one) const { return readableUid(one.title); }
  std::string operator()(const Actor& one) const { return readableUid(one.name); }
  std::string operator()(const Place& one) const { return readableUid(one.name); }
  std::string operator()(const Office& one) const {
    return joined({one.actor.value, readableUid(one.office)});
  }
  std::string operator()(const Accession& one) const {
    return joined({one.organisation.value, one.state.value});
  }
  std::string operator()(const Stage& one) const {
    return joined({one.message.value, wordUid(wordOf(one.stage))});
  }
  std::string operator()(const Position& one) const {
    return joined({one.pledge.value, one.actor.value, wordUid(wordOf(one.position))});
  }
  std::string operator()(const Spending& one) const {
    return joined({one.actor.value, std::to_string(one.year), wordUid(wordOf(one.metric))});
  }
  std::string operator()(const Claim&) const { return "claim"; }
  std::string operator()(const Pin&) const { return "pin"; }
  std::string operator()(const Link& one) const {
    return joined({one.from.uid, wordUid(wordOf(one.relation)), one.to.uid});
  }
  std::string operator()(const SavedView& one) const { return readableUid(one.title); }
  template <class R>
  std::string operator()(const R& one) const {
    return readableUid(one.event.title);
  }
};

/// Every uid of the table's space.
std::unordered_set<std::string> takenUids(const Records& records, TableId id) {
  std::unordered_set<std::string> taken;
  forEachTable([&](const auto& table) {
    if (table.id != id && !(isEventTable(id) && isEventTable(table.id))) return;
    for (const auto& row : records.*table.rows)
      taken.insert(table.uidOf(row));
  });
  return taken;
}

Uid freeUid(const std::unordered_set<std::string>& taken, TableId table, std::string wish) {
  if (!isUid(wish)) wish = std::string(tableName(table));
  if (!taken.contains(wish)) return wish;
  for (std::size_t number = 2;; ++number) {
    std::string uid = wish + '-' + std::to_string(number);
    if (!taken.contains(uid)) return uid;
  }
}

/// Gives a record that is new the uid that is free now; what refers to it follows in `edit`.
void nameCreated(const Records& now, RecordEdit& edit, RecordChanges& changes) {
  std::unordered_set<std::string> namedNow[static_cast<std::size_t>(TableId::BulkEvents) + 1];
  for (EditableRecord& one : edit.created) {
    const RecordKey provisional = keyOf(one);
    std::unordered_set<std::string> taken = takenUids(now, provisional.table);
    auto& named = namedNow[static_cast<std::size_t>(provisional.table)];
    taken.insert(named.begin(), named.end());
    const Uid uid =
        freeUid(taken, provisional.table, provisional.uid.empty() ? wishedUid(one) : provisional.uid);
    named.insert(uid);
    if (uid != provisional.uid) {
      setOwnUid(one, uid);
      for (const ColumnFacts& column : columnsOf(keyOf(edit.record).table)) {
        if (column.target != provisional.table) continue;
        // Provisional uids are the form's own, so that letters tell enough.
        std::string cell = cellOf(edit.record, column.name);
        for (std::size_t at = cell.find(provisional.uid); at != std::string::npos;
             at = cell.find(provisional.uid, at + uid.size()))
          cell.replace(at, provisional.uid.size(), uid);
        std::ignore = setCell(edit.record, column.name, cell);
      }
    }
    changes.emplace_back(PutRecord{one});
  }
}

const Event* eventIn(const EditableRecord& record) {
  return std::visit(
      [](const auto& one) -> const Event* {
        if constexpr (requires { one.event; }) {
          return &one.event;
        } else {
          return nullptr;
        }
      },
      record);
}

/// The record that was of one kind of events is of another.
void moveKind(const Records& now, const EditableRecord& before, const EditableRecord& record,
              RecordChanges& changes) {
  const RecordKey from = keyOf(before);
  const RecordKey to = keyOf(record);
  ReferenceMoves moves;
  moves.moved.emplace(from, to);
  const ReferenceEdits edits = follow(now, std::move(moves));
  changes.emplace_back(RemoveRecord{from.table, from.uid});
  changes.insert(changes.end(), edits.changes.begin(), edits.changes.end());
  const Event* was = eventIn(before);
  if (to.table != TableId::Messages || !was || !was->when) return;
  Stage sent;
  sent.message = EventUid(to.uid);
  sent.stage = StageKind::Sent;
  sent.when = was->when;
  sent.uid = StageUid(freeUid(now, TableId::Stages, wishedUid(sent)));
  changes.emplace_back(PutRecord{sent});
}

}  // namespace

RecordKey keyOf(const EditableRecord& record) {
  return std::visit(
      [](const auto& one) {
        const auto& table = recordTable<std::decay_t<decltype(one)>>();
        return RecordKey{table.id, table.uidOf(one)};
      },
      record);
}

std::optional<EditableRecord> findRecord(const Records& records, const RecordKey& key) {
  std::optional<EditableRecord> found;
  withTable(key.table, [&]<class R>(const RecordTable<R>& table) {
    if constexpr (kIsEditable<R>) {
      for (const R& row : records.*table.rows) {
        if (table.uidOf(row) == key.uid) found = row;
      }
    }
  });
  return found;
}

std::optional<EditableRecord> recordIn(const ArchiveContent& content, const RecordKey& key) {
  std::optional<EditableRecord> found;
  const auto look = [&](const auto& rows) {
    for (const auto& row : rows) {
      EditableRecord record = row;
      if (!found && keyOf(record) == key) found = std::move(record);
    }
  };
  switch (key.table) {
    case TableId::Sources:
      look(content.ledger->sources);
      break;
    case TableId::Claims:
      look(content.ledger->claims);
      break;
    case TableId::Pins:
      look(content.ledger->pins);
      break;
    case TableId::Actors:
      look(content.actors);
      break;
    case TableId::Places:
      look(content.places);
      break;
    case TableId::Offices:
      look(content.offices);
      break;
    case TableId::Accessions:
      look(content.accessions);
      break;
    case TableId::Spending:
      look(content.spending);
      break;
    case TableId::Stages:
      look(content.stages);
      break;
    case TableId::Positions:
      look(content.positions);
      break;
    case TableId::Links:
      look(content.links);
      break;
    case TableId::Views:
      look(content.views);
      break;
    default:
      break;
  }
  return found;
}

std::optional<EditableRecord> newRecord(TableId id) {
  std::optional<EditableRecord> made;
  withTable(id, [&]<class R>(const RecordTable<R>&) {
    if constexpr (kIsEditable<R>) made = R();
  });
  return made;
}

std::optional<RecordKind> referenceKindOf(TableId table) {
  for (std::size_t kind = 0; kind < Words<RecordKind>::list.size(); ++kind) {
    if (tableOf(static_cast<RecordKind>(kind)) == table) return static_cast<RecordKind>(kind);
  }
  return std::nullopt;
}

TableId tableOf(EventKind kind) {
  return *tableOf(recordKindOf(kind));
}

EventKind eventKindOf(TableId table) {
  for (const EventKind kind : kEventKinds) {
    if (tableOf(kind) == table) return kind;
  }
  check(false, "not a table of events");
  return EventKind::Event;
}

std::string cellOf(const EditableRecord& record, std::string_view name) {
  return std::visit(
      [name](const auto& one) {
        const auto* column = columnNamed<std::decay_t<decltype(one)>>(name);
        return column ? column->get(one) : std::string();
      },
      record);
}

std::string setCell(EditableRecord& record, std::string_view name, std::string_view text) {
  return std::visit(
      [&](auto& one) {
        const auto* column = columnNamed<std::decay_t<decltype(one)>>(name);
        check(column != nullptr, "no such column");
        return column->set(one, text);
      },
      record);
}

std::vector<ColumnFacts> columnsOf(TableId id) {
  std::vector<ColumnFacts> facts;
  withTable(id, [&](const auto& table) {
    for (const auto& column : table.columns)
      facts.push_back({column.name, column.type, column.required, column.target});
  });
  return facts;
}

std::string readableUid(const QString& words) {
  std::string uid;
  bool apart = false;
  for (const QChar letter : words.normalized(QString::NormalizationForm_KD).toLower()) {
    const char16_t code = letter.unicode();
    if ((code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9')) {
      if (apart && !uid.empty()) uid += '-';
      apart = false;
      if (uid.size() >= kLongestReadable) break;
      uid += static_cast<char>(code);
    } else if (letter.category() != QChar::Mark_NonSpacing && code != u'\'' && code != u'\u2019') {
      apart = true;
    }
  }
  while (uid.ends_with('-'))
    uid.pop_back();
  return uid;
}

Uid freeUid(const Records& records, TableId table, const std::string& wish) {
  return freeUid(takenUids(records, table), table, wish);
}

std::string wishedUid(const EditableRecord& record) {
  return std::visit(Wish{}, record);
}

Result<RecordChanges> putRecord(const Records& now, RecordEdit edit) {
  RecordChanges changes;
  nameCreated(now, edit, changes);
  const TableId table = keyOf(edit.record).table;
  if (!edit.before) {
    const std::string own = ownUid(edit.record);
    setOwnUid(edit.record, freeUid(now, table, own.empty() ? wishedUid(edit.record) : own));
  } else {
    const auto there = findRecord(now, keyOf(*edit.before));
    if (!there || *there != *edit.before)
      return fail(ErrorKind::Conflict, "Somebody else has changed this meanwhile; look at it again.");
    if (keyOf(*edit.before).table != table) moveKind(now, *edit.before, edit.record, changes);
  }
  changes.emplace_back(PutRecord{std::move(edit.record)});
  return changes;
}

Uid uidOfDuplicate(const Records& now, const RecordKey& event) {
  return freeUid(now, event.table, event.uid.substr(0, kLongestUid - 8));
}

Result<RecordChanges> duplicateEvent(const Records& now, const RecordKey& event, const QString& title) {
  auto copy = findRecord(now, event);
  if (!copy) return fail(ErrorKind::NotFound, "The event is no longer there.");
  const Uid uid = uidOfDuplicate(now, event);
  setOwnUid(*copy, uid);
  if (const std::string reason = setCell(*copy, "title", title.toStdString()); !reason.empty())
    return fail(ErrorKind::Invalid, reason);
  RecordChanges changes{PutRecord{*copy}};
  std::unordered_set<std::string> taken = takenUids(now, TableId::Stages);
  for (const Stage& stage : now.stages) {
    if (event.table != TableId::Messages || stage.message.value != event.uid) continue;
    Stage own = stage;
    own.message = EventUid(uid);
    own.uid = StageUid(freeUid(taken, TableId::Stages, wishedUid(own)));
    taken.insert(own.uid.value);
    changes.emplace_back(PutRecord{own});
  }
  return changes;
}

}  // namespace entente
