// SPDX-License-Identifier: GPL-3.0-or-later
// Moves cells from one kind's columns to another's.
#include "core/view/event_edits.h"

#include <algorithm>

#include "core/base/check.h"

namespace entente {

namespace {

void addPart(EditableRecord& record, std::string_view column, const std::string& part) {
  std::string cell = cellOf(record, column);
  for (std::size_t begin = 0; begin < cell.size();) {
    const std::size_t stop = std::min(cell.find(';', begin), cell.size());
    if (std::string_view(cell).substr(begin, stop - begin) == part) return;
    begin = stop + 1;
  }
  cell += (cell.empty() ? "" : ";") + part;
  std::ignore = setCell(record, column, cell);
}

std::vector<Participant>& participantsOf(EditableRecord& record) {
  std::vector<Participant>* found = nullptr;
  std::visit(
      [&](auto& one) {
        if constexpr (requires { one.event; }) found = &one.event.participants;
      },
      record);
  check(found != nullptr, "not an event");
  return *found;
}

/// The actors that take part in one of these roles, who then no longer do.
std::vector<ActorUid> takeRoles(EditableRecord& record, std::initializer_list<std::string_view> roles) {
  std::vector<ActorUid> taken;
  std::vector<Participant>& all = participantsOf(record);
  for (const Participant& one : all) {
    if (std::ranges::find(roles, one.role) != roles.end()) taken.push_back(one.actor);
  }
  std::erase_if(all,
                [&](const Participant& one) { return std::ranges::find(roles, one.role) != roles.end(); });
  return taken;
}

/// Takes what another kind has a field of its own for. True if nothing of the cell is lost.
class FieldMover {
 public:
  FieldMover(const EditableRecord& from, EditableRecord& to) : m_from(from), m_to(to) {}

  bool move(const ColumnFacts& column, const std::string& cell) {
    if (column.name == "speaker" || column.name == "sender") return moveAuthors(column, cell);
    if (column.name == "recipients") {
      for (const Uid& uid : uidsIn(column.type, cell))
        addPart(m_to, "participants", "to:" + uid);
      return true;
    }
    if (column.name == "documents") {
      for (const Uid& uid : uidsIn(column.type, cell))
        addPart(m_to, "sources", uid);
      return true;
    }
    if (column.name == "text") return moveWords("quote", cell);
    if (column.name == "quote") return moveWords("text", cell);
    if (column.name == "when") return std::holds_alternative<Message>(m_to);  // becomes a stage
    return column.name == "adherents" && moveAdherents();
  }

  void takeRolesBack() {
    if (auto* message = std::get_if<Message>(&m_to)) {
      if (message->senders.empty()) message->senders = takeRoles(m_to, {"from", "by"});
      if (message->recipients.empty()) message->recipients = takeRoles(m_to, {"to"});
    }
    auto* statement = std::get_if<Statement>(&m_to);
    if (!statement || !statement->speaker.value.empty()) return;
    const auto by = takeRoles(m_to, {"by", "from"});
    for (std::size_t i = 0; i < by.size(); ++i) {
      if (i == 0) {
        statement->speaker = by[0];
      } else {
        participantsOf(m_to).push_back({"by", by[i]});
      }
    }
  }

 private:
  bool moveAuthors(const ColumnFacts& column, const std::string& cell) {
    const std::vector<Uid> authors = uidsIn(column.type, cell);
    std::size_t placed = 0;
    if (auto* message = std::get_if<Message>(&m_to)) {
      for (const Uid& uid : authors)
        message->senders.emplace_back(uid);
      return true;
    }
    if (auto* statement = std::get_if<Statement>(&m_to); statement && !authors.empty()) {
      statement->speaker = ActorUid(authors.front());
      placed = 1;
    }
    const std::string role = column.name == "speaker" ? "by:" : "from:";
    for (; placed < authors.size(); ++placed)
      addPart(m_to, "participants", role + authors[placed]);
    return true;
  }

  bool moveWords(std::string_view column, const std::string& cell) {
    const TableId table = keyOf(m_to).table;
    const bool has = std::ranges::any_of(columnsOf(table),
                                         [column](const ColumnFacts& one) { return one.name == column; });
    return has && setCell(m_to, column, cell).empty();
  }

  bool moveAdherents() {
    bool all = true;
    for (const Adherent& one : std::get<Pledge>(m_from).adherents) {
      addPart(m_to, "participants", "bound:" + one.actor.value);
      all = all && !one.membersOn;
    }
    return all;
  }

  const EditableRecord& m_from;
  EditableRecord& m_to;
};

const Stage* shownStage(const std::vector<Stage>& stages) {
  const Stage* shown = nullptr;
  for (const Stage& stage : stages) {
    if (!stage.when) continue;
    if (stage.stage == StageKind::Sent) return &stage;
    if (!shown || stage.when->bounds().earliestBegin < shown->when->bounds().earliestBegin) shown = &stage;
  }
  return shown;
}

std::vector<Stage> stagesOf(const Records& records, const RecordKey& event) {
  std::vector<Stage> stages;
  if (event.table != TableId::Messages) return stages;
  std::ranges::copy_if(records.stages, std::back_inserter(stages),
                       [&](const Stage& stage) { return stage.message.value == event.uid; });
  return stages;
}

template <class F>
Result<RecordChanges> changeEvents(const Records& now, const std::vector<RecordKey>& events, F edit) {
  RecordChanges changes;
  for (const RecordKey& key : events) {
    auto record = findRecord(now, key);
    if (!record || !isEventTable(key.table))
      return fail(ErrorKind::NotFound, "One of the events is no longer there.");
    const EditableRecord before = *record;
    std::visit(
        [&](auto& one) {
          if constexpr (requires { one.event; }) edit(one.event);
        },
        *record);
    if (*record != before) changes.emplace_back(PutRecord{std::move(*record)});
  }
  return changes;
}

}  // namespace

ConvertedEvent convertEvent(const EditableRecord& event, EventKind kind, const std::vector<Stage>& stages) {
  const TableId from = keyOf(event).table;
  const TableId to = tableOf(kind);
  ConvertedEvent made{*newRecord(to), {}, {}};
  if (from == to) {
    made.record = event;
    return made;
  }
  const std::vector<ColumnFacts> columns = columnsOf(to);
  const EditableRecord plain = *newRecord(from);
  FieldMover mover(event, made.record);
  // Participants first: others may join them.
  std::vector<ColumnFacts> others;
  for (const ColumnFacts& column : columnsOf(from)) {
    const bool stays = std::ranges::any_of(columns, [&](const ColumnFacts& one) {
      return one.name == column.name && one.type == column.type && one.target == column.target;
    });
    if (stays) {
      std::ignore = setCell(made.record, column.name, cellOf(event, column.name));
    } else {
      others.push_back(column);
    }
  }
  for (const ColumnFacts& column : others) {
    std::string cell = cellOf(event, column.name);
    if (cell.empty() || cell == cellOf(plain, column.name) || mover.move(column, cell)) continue;
    made.lost.push_back({column.name, std::move(cell)});
  }
  mover.takeRolesBack();
  if (const Stage* shown = shownStage(stages); shown && from == TableId::Messages)
    std::ignore = setCell(made.record, "when", shown->when->edtf());
  for (const Stage& stage : stages) {
    std::string value(wordOf(stage.stage));
    if (stage.when) value += ' ' + stage.when->edtf();
    made.lost.push_back({"stages", std::move(value)});
  }
  for (const ColumnFacts& column : columns) {
    if (column.required && column.type != CellType::OwnUid && cellOf(made.record, column.name).empty())
      made.missing.push_back(column.name);
  }
  return made;
}

Result<RecordChanges> changeKind(const Records& now, const std::vector<RecordKey>& events, EventKind kind,
                                 const NoteWriter& note) {
  ReferenceMoves moves;
  RecordChanges own;
  for (const RecordKey& key : events) {
    const auto record = findRecord(now, key);
    if (!record || !isEventTable(key.table))
      return fail(ErrorKind::NotFound, "One of the events is no longer there.");
    if (key.table == tableOf(kind)) continue;
    ConvertedEvent made = convertEvent(*record, kind, stagesOf(now, key));
    if (!made.missing.empty())
      return fail(ErrorKind::Invalid,
                  "\u201c" + cellOf(*record, "title") + "\u201d has no " + std::string(made.missing.front()) +
                      ", which a " + std::string(wordOf(kind)) + " needs: change its kind in its own form.");
    if (!made.lost.empty() && note) {
      const QString text =
          withParagraph(QString::fromStdString(cellOf(made.record, "note")), note(now, key.table, made.lost));
      std::ignore = setCell(made.record, "note", text.toStdString());
    }
    moves.moved.emplace(key, keyOf(made.record));
    own.emplace_back(RemoveRecord{key.table, key.uid});
    if (const std::string when = cellOf(*record, "when"); kind == EventKind::Message && !when.empty()) {
      Stage sent;
      sent.message = EventUid(key.uid);
      sent.when = *FuzzyDate::parse(when);
      sent.uid = StageUid(freeUid(now, TableId::Stages, wishedUid(sent)));
      own.emplace_back(PutRecord{sent});
    }
    own.emplace_back(PutRecord{std::move(made.record)});
  }
  RecordChanges changes = follow(now, std::move(moves)).changes;
  changes.insert(changes.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  return changes;
}

Result<RecordChanges> addTag(const Records& now, const std::vector<RecordKey>& events, const QString& tag) {
  if (tag.isEmpty() || tag != tag.trimmed() || tag.contains(QLatin1Char(';')))
    return fail(ErrorKind::Invalid, "A tag is some words without a semicolon.");
  return changeEvents(now, events, [&tag](Event& event) {
    if (std::ranges::find(event.tags, tag) == event.tags.end()) event.tags.push_back(tag);
  });
}

Result<RecordChanges> removeTag(const Records& now, const std::vector<RecordKey>& events,
                                const QString& tag) {
  return changeEvents(now, events, [&tag](Event& event) { std::erase(event.tags, tag); });
}

Result<RecordChanges> gradeSources(const Records& now, const std::vector<RecordKey>& events,
                                   std::optional<Reliability> grade) {
  std::set<std::string> named;
  for (const RecordKey& key : events) {
    const auto record = findRecord(now, key);
    if (!record) return fail(ErrorKind::NotFound, "One of the events is no longer there.");
    for (const std::string_view column : {"sources", "documents"}) {
      for (const Uid& uid : uidsIn(CellType::UidList, cellOf(*record, column)))
        named.insert(uid);
    }
  }
  RecordChanges changes;
  for (const Source& source : now.sources) {
    if (!named.contains(source.uid.value) || source.reliability == grade) continue;
    Source graded = source;
    graded.reliability = grade;
    changes.emplace_back(PutRecord{std::move(graded)});
  }
  return changes;
}

}  // namespace entente
