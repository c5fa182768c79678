// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the model: each record's columns by name, with their canonical text; bundles, archives and
// digests are all made from this one description.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/model/records.h"

namespace entente {

enum class TableId : std::uint8_t {
  Properties,
  Sources,
  Actors,
  Places,
  Offices,
  Accessions,
  Summits,
  Messages,
  Stages,
  Pledges,
  Positions,
  Spending,
  Statements,
  Periods,
  Events,
  Claims,
  Pins,
  Links,
  Views,
  BulkBatches,
  BulkEvents
};

enum class CellType : std::uint8_t {
  OwnUid,  ///< the row's own
  Text,
  Integer,
  Decimal,          ///< published text
  Date,             ///< EDTF
  Word,             ///< of a closed list
  Reference,        ///< a uid of the column's target table
  TypedReference,   ///< kind:uid
  UidList,          ///< uids of the target table parted by ';'
  ParticipantList,  ///< role:actor parted by ';'
  AdherentList      ///< actor or organisation@EDTF parted by ';'
};

/// One column of a record type. `get` gives the canonical text (UTF-8, empty for none). `set` takes any text,
/// and returns why it cannot be (empty if it could); it is never given an empty text for a required column.
template <class R>
struct Column {
  std::string_view name;
  CellType type = CellType::Text;
  bool required = false;
  std::optional<TableId> target;  ///< of Reference and UidList; participants and adherents are actors
  std::string (*get)(const R&) = nullptr;
  std::string (*set)(R&, std::string_view) = nullptr;
};

template <class R>
struct RecordTable {
  TableId id;
  std::string_view name;  ///< of the bundle's file, without ".csv"
  std::span<const Column<R>> columns;
  std::vector<R> Records::*rows;

  /// The canonical text of the row's uid.
  [[nodiscard]] std::string uidOf(const R& row) const { return columns.front().get(row); }
};

template <class R>
[[nodiscard]] const RecordTable<R>& recordTable();

template <>
const RecordTable<Property>& recordTable();
template <>
const RecordTable<Source>& recordTable();
template <>
const RecordTable<Actor>& recordTable();
template <>
const RecordTable<Place>& recordTable();
template <>
const RecordTable<Office>& recordTable();
template <>
const RecordTable<Accession>& recordTable();
template <>
const RecordTable<Summit>& recordTable();
template <>
const RecordTable<Message>& recordTable();
template <>
const RecordTable<Stage>& recordTable();
template <>
const RecordTable<Pledge>& recordTable();
template <>
const RecordTable<Position>& recordTable();
template <>
const RecordTable<Spending>& recordTable();
template <>
const RecordTable<Statement>& recordTable();
template <>
const RecordTable<Period>& recordTable();
template <>
const RecordTable<PlainEvent>& recordTable();
template <>
const RecordTable<Claim>& recordTable();
template <>
const RecordTable<Pin>& recordTable();
template <>
const RecordTable<Link>& recordTable();
template <>
const RecordTable<SavedView>& recordTable();
template <>
const RecordTable<BulkBatch>& recordTable();
template <>
const RecordTable<BulkEvent>& recordTable();

/// Every record type in the order of TableId. Use: `forEachTable([](const auto& table) { ... });`
using AllRecordTypes =
    std::tuple<Property, Source, Actor, Place, Office, Accession, Summit, Message, Stage, Pledge, Position,
               Spending, Statement, Period, PlainEvent, Claim, Pin, Link, SavedView, BulkBatch, BulkEvent>;

template <class F>
void forEachTable(F&& f) {
  [&]<class... R>(std::tuple<R...>*) { (f(recordTable<R>()), ...); }(static_cast<AllRecordTypes*>(nullptr));
}

/// Whether it is one of the six tables of events.
[[nodiscard]] constexpr bool isEventTable(TableId id) {
  return id == TableId::Summits || id == TableId::Messages || id == TableId::Pledges ||
         id == TableId::Statements || id == TableId::Periods || id == TableId::Events;
}
/// The table in which a typed reference is looked up; a figure has none of its own (see figureKey).
[[nodiscard]] std::optional<TableId> tableOf(RecordKind kind);
[[nodiscard]] std::string_view tableName(TableId id);
/// "ACTOR/YEAR/METRIC" of a spending row.
[[nodiscard]] std::string figureKey(const Spending& row);

/// The references that a cell of a column makes, parsed from its canonical text. A malformed text gives none.
[[nodiscard]] std::vector<RecordRef> typedReferencesIn(CellType type, std::string_view cell);
[[nodiscard]] std::vector<Uid> uidsIn(CellType type, std::string_view cell);

}  // namespace entente
