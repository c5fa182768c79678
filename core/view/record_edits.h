// SPDX-License-Identifier: GPL-3.0-or-later
// Record edits: what an editor does to records of any kind, as changes of records.
#pragma once

#include <QString>
#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/view/ledger_changes.h"

namespace entente {

using EditableRecord = decltype(PutRecord::record);

/// Names a row; of an event with the table of its kind.
struct RecordKey {
  TableId table = TableId::Events;
  Uid uid;

  auto operator<=>(const RecordKey&) const = default;
};

[[nodiscard]] RecordKey keyOf(const EditableRecord& record);
/// Of a table that is kept in memory: any but those of events and properties.
[[nodiscard]] std::optional<EditableRecord> recordIn(const ArchiveContent& content, const RecordKey& key);
/// Nothing if there is none, or it is of a table that is not edited (bulk batches and events).
[[nodiscard]] std::optional<EditableRecord> findRecord(const Records& records, const RecordKey& key);
[[nodiscard]] std::optional<EditableRecord> newRecord(TableId table);

/// The kind by which references name a row of that table; nothing for tables that are never referred to so.
[[nodiscard]] std::optional<RecordKind> referenceKindOf(TableId table);
[[nodiscard]] TableId tableOf(EventKind kind);
/// The program stops if it is no table of events.
[[nodiscard]] EventKind eventKindOf(TableId table);

// A record's cells, as files have them.
[[nodiscard]] std::string cellOf(const EditableRecord& record, std::string_view column);
/// Why the text cannot be; empty if it could. There must be a column of that name.
[[nodiscard]] std::string setCell(EditableRecord& record, std::string_view column, std::string_view text);
/// A column of any table without its accessors.
struct ColumnFacts {
  std::string_view name;
  CellType type = CellType::Text;
  bool required = false;
  std::optional<TableId> target;
};
[[nodiscard]] std::vector<ColumnFacts> columnsOf(TableId table);

/// Small Latin letters, digits and hyphens of the words, 60 at most; empty if nothing is left.
[[nodiscard]] std::string readableUid(const QString& words);
/// The wish, or with "-2", "-3" ... behind it where it is taken; the six tables of events share one space.
[[nodiscard]] Uid freeUid(const Records& records, TableId table, const std::string& wish);
/// What a new record would be called by its content: "mark-rutte", "tr-msg-sent", "nato-finland".
[[nodiscard]] std::string wishedUid(const EditableRecord& record);

/// A record as it was edited, with those that were made on the way and that it refers to by their uids.
struct RecordEdit {
  EditableRecord record;
  std::optional<EditableRecord> before;  ///< as the editor found it; nothing of a new one
  std::vector<EditableRecord> created;
};

/// A new record gets a uid by its content if it has none, or its own is taken meanwhile; so do created ones.
/// Where the kind of an event has changed everything that refers to it follows (see follow()), and the date
/// of what becomes a message becomes the stage of its sending. ErrorKind::Conflict if somebody else has
/// changed the record since.
[[nodiscard]] Result<RecordChanges> putRecord(const Records& now, RecordEdit edit);

/// A copy under the next free uid, with its stages; NotFound if it is gone.
[[nodiscard]] Result<RecordChanges> duplicateEvent(const Records& now, const RecordKey& event,
                                                   const QString& title);
/// The uid that the copy gets.
[[nodiscard]] Uid uidOfDuplicate(const Records& now, const RecordKey& event);

}  // namespace entente
