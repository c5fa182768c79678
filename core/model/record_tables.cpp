// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of every table but the five event tables, and what references mean.
#include "core/model/record_tables.h"

#include <fmt/ranges.h>

#include <limits>

#include "core/model/column_makers.h"

namespace entente {

using namespace columns;  // NOLINT(google-build-using-namespace): the makers read as the table's own words

namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Column<Spending> estimateColumn() {
  return {"estimate",
          CellType::Integer,
          true,
          {},
          [](const Spending& r) -> std::string { return r.estimate ? "1" : "0"; },
          [](Spending& r, std::string_view cell) -> std::string {
            if (cell != "0" && cell != "1") return fmt::format("'{}' is not 0 or 1", cell);
            r.estimate = cell == "1";
            return {};
          }};
}

Column<BulkEvent> keyColumn() {
  return {"uid",
          CellType::OwnUid,
          true,
          {},
          [](const BulkEvent& r) { return fmt::format("{}", r.key); },
          [](BulkEvent& r, std::string_view cell) -> std::string {
            const auto key = wholeNumber(cell, 0, kMost);
            if (!key) return fmt::format("'{}' is not a whole number from 0", cell);
            r.key = *key;
            return {};
          }};
}

}  // namespace

template <>
const RecordTable<Property>& recordTable() {
  static const Column<Property> columns[] = {{"uid",
                                              CellType::OwnUid,
                                              true,
                                              {},
                                              [](const Property& r) { return r.uid; },
                                              [](Property& r, std::string_view cell) -> std::string {
                                                if (!isUid(cell)) return notAUid(cell);
                                                r.uid = Uid(cell);
                                                return {};
                                              }},
                                             text<Property, &Property::value>("value")};
  static const RecordTable<Property> table{TableId::Properties, "properties", columns, &Records::properties};
  return table;
}

template <>
const RecordTable<Source>& recordTable() {
  static const Column<Source> columns[] = {uid<Source, &Source::uid>(),
                                           text<Source, &Source::title>("title", kRequired),
                                           text<Source, &Source::author>("author"),
                                           text<Source, &Source::publisher>("publisher"),
                                           text<Source, &Source::root>("root"),
                                           text<Source, &Source::url>("url"),
                                           date<Source, &Source::published>("published"),
                                           date<Source, &Source::accessed>("accessed"),
                                           word<Source, &Source::kind>("kind"),
                                           text<Source, &Source::language>("language"),
                                           word<Source, &Source::reliability>("reliability"),
                                           date<Source, &Source::knownFrom>("known_from"),
                                           text<Source, &Source::note>("note")};
  static const RecordTable<Source> table{TableId::Sources, "sources", columns, &Records::sources};
  return table;
}

template <>
const RecordTable<Actor>& recordTable() {
  static const Column<Actor> columns[] = {uid<Actor, &Actor::uid>(),
                                          text<Actor, &Actor::name>("name", kRequired),
                                          text<Actor, &Actor::shortName>("short_name"),
                                          word<Actor, &Actor::kind>("kind"),
                                          text<Actor, &Actor::country>("country"),
                                          date<Actor, &Actor::knownFrom>("known_from"),
                                          text<Actor, &Actor::note>("note")};
  static const RecordTable<Actor> table{TableId::Actors, "actors", columns, &Records::actors};
  return table;
}

template <>
const RecordTable<Place>& recordTable() {
  static const Column<Place> columns[] = {uid<Place, &Place::uid>(),
                                          text<Place, &Place::name>("name", kRequired),
                                          text<Place, &Place::country>("country"),
                                          decimal<Place, &Place::latitude>("latitude"),
                                          decimal<Place, &Place::longitude>("longitude"),
                                          date<Place, &Place::knownFrom>("known_from"),
                                          text<Place, &Place::note>("note")};
  static const RecordTable<Place> table{TableId::Places, "places", columns, &Records::places};
  return table;
}

template <>
const RecordTable<Office>& recordTable() {
  static const Column<Office> columns[] = {
      uid<Office, &Office::uid>(),
      reference<Office, &Office::actor>("actor", TableId::Actors, kRequired),
      text<Office, &Office::office>("office", kRequired),
      text<Office, &Office::body>("body"),
      date<Office, &Office::held>("held", kRequired),
      reference<Office, &Office::source>("source", TableId::Sources),
      date<Office, &Office::knownFrom>("known_from"),
      text<Office, &Office::note>("note")};
  static const RecordTable<Office> table{TableId::Offices, "offices", columns, &Records::offices};
  return table;
}

template <>
const RecordTable<Accession>& recordTable() {
  static const Column<Accession> columns[] = {
      uid<Accession, &Accession::uid>(),
      reference<Accession, &Accession::organisation>("organisation", TableId::Actors, kRequired),
      reference<Accession, &Accession::state>("state", TableId::Actors, kRequired),
      date<Accession, &Accession::date>("date", kRequired),
      reference<Accession, &Accession::source>("source", TableId::Sources),
      date<Accession, &Accession::knownFrom>("known_from"),
      text<Accession, &Accession::note>("note")};
  static const RecordTable<Accession> table{TableId::Accessions, "accessions", columns, &Records::accessions};
  return table;
}

template <>
const RecordTable<Stage>& recordTable() {
  static const Column<Stage> columns[] = {
      uid<Stage, &Stage::uid>(),
      reference<Stage, &Stage::message>("message", TableId::Messages, kRequired),
      word<Stage, &Stage::stage>("stage"),
      date<Stage, &Stage::when>("when"),
      text<Stage, &Stage::zone>("zone"),
      reference<Stage, &Stage::actor>("actor", TableId::Actors),
      text<Stage, &Stage::where>("where"),
      reference<Stage, &Stage::source>("source", TableId::Sources),
      date<Stage, &Stage::knownFrom>("known_from"),
      text<Stage, &Stage::note>("note")};
  static const RecordTable<Stage> table{TableId::Stages, "stages", columns, &Records::stages};
  return table;
}

template <>
const RecordTable<Position>& recordTable() {
  static const Column<Position> columns[] = {
      uid<Position, &Position::uid>(),
      reference<Position, &Position::pledge>("pledge", TableId::Pledges, kRequired),
      reference<Position, &Position::actor>("actor", TableId::Actors, kRequired),
      word<Position, &Position::position>("position"),
      date<Position, &Position::when>("when"),
      text<Position, &Position::detail>("detail"),
      reference<Position, &Position::source>("source", TableId::Sources),
      date<Position, &Position::knownFrom>("known_from"),
      text<Position, &Position::note>("note")};
  static const RecordTable<Position> table{TableId::Positions, "positions", columns, &Records::positions};
  return table;
}

template <>
const RecordTable<Spending>& recordTable() {
  static const Column<Spending> columns[] = {
      uid<Spending, &Spending::uid>(),
      reference<Spending, &Spending::actor>("actor", TableId::Actors, kRequired),
      integer<Spending, &Spending::year, -9999, 9999>("year"),
      word<Spending, &Spending::metric>("metric"),
      decimal<Spending, &Spending::value>("value"),
      estimateColumn(),
      reference<Spending, &Spending::source>("source", TableId::Sources, kRequired),
      date<Spending, &Spending::knownFrom>("known_from"),
      text<Spending, &Spending::note>("note")};
  static const RecordTable<Spending> table{TableId::Spending, "spending", columns, &Records::spending};
  return table;
}

template <>
const RecordTable<Claim>& recordTable() {
  static const Column<Claim> columns[] = {
      uid<Claim, &Claim::uid>(),
      typedReference<Claim, &Claim::subject>("subject"),
      text<Claim, &Claim::field>("field"),
      text<Claim, &Claim::question>("question"),
      text<Claim, &Claim::value>("value", kRequired),
      date<Claim, &Claim::edtf>("edtf"),
      decimal<Claim, &Claim::number>("number"),
      reference<Claim, &Claim::source>("source", TableId::Sources, kRequired),
      text<Claim, &Claim::locator>("locator"),
      text<Claim, &Claim::quote>("quote"),
      word<Claim, &Claim::credibility>("credibility"),
      word<Claim, &Claim::verdict>("verdict"),
      reference<Claim, &Claim::agreesWith>("agrees_with", TableId::Claims),
      text<Claim, &Claim::reason>("reason"),
      date<Claim, &Claim::knownFrom>("known_from"),
      date<Claim, &Claim::recordedAt>("recorded_at")};
  static const RecordTable<Claim> table{TableId::Claims, "claims", columns, &Records::claims};
  return table;
}

template <>
const RecordTable<Pin>& recordTable() {
  static const Column<Pin> columns[] = {uid<Pin, &Pin::uid>(),
                                        typedReference<Pin, &Pin::subject>("subject"),
                                        text<Pin, &Pin::field>("field"),
                                        text<Pin, &Pin::question>("question"),
                                        reference<Pin, &Pin::claim>("claim", TableId::Claims, kRequired),
                                        text<Pin, &Pin::reason>("reason", kRequired),
                                        date<Pin, &Pin::pinnedAt>("pinned_at")};
  static const RecordTable<Pin> table{TableId::Pins, "pins", columns, &Records::pins};
  return table;
}

template <>
const RecordTable<Link>& recordTable() {
  static const Column<Link> columns[] = {uid<Link, &Link::uid>(),
                                         typedReference<Link, &Link::from>("from"),
                                         word<Link, &Link::relation>("relation"),
                                         typedReference<Link, &Link::to>("to"),
                                         reference<Link, &Link::source>("source", TableId::Sources),
                                         date<Link, &Link::knownFrom>("known_from"),
                                         text<Link, &Link::note>("note")};
  static const RecordTable<Link> table{TableId::Links, "links", columns, &Records::links};
  return table;
}

template <>
const RecordTable<SavedView>& recordTable() {
  static const Column<SavedView> columns[] = {
      uid<SavedView, &SavedView::uid>(), text<SavedView, &SavedView::title>("title", kRequired),
      integer<SavedView, &SavedView::position, 0, 1'000'000>("position"),
      text<SavedView, &SavedView::state>("state", kRequired)};
  static const RecordTable<SavedView> table{TableId::Views, "views", columns, &Records::views};
  return table;
}

template <>
const RecordTable<BulkBatch>& recordTable() {
  static const Column<BulkBatch> columns[] = {
      uid<BulkBatch, &BulkBatch::uid>(), text<BulkBatch, &BulkBatch::title>("title", kRequired),
      reference<BulkBatch, &BulkBatch::source>("source", TableId::Sources),
      date<BulkBatch, &BulkBatch::importedAt>("imported_at"), text<BulkBatch, &BulkBatch::note>("note")};
  static const RecordTable<BulkBatch> table{TableId::BulkBatches, "bulk_batches", columns,
                                            &Records::bulkBatches};
  return table;
}

template <>
const RecordTable<BulkEvent>& recordTable() {
  static const Column<BulkEvent> columns[] = {
      keyColumn(),
      reference<BulkEvent, &BulkEvent::batch>("batch", TableId::BulkBatches, kRequired),
      date<BulkEvent, &BulkEvent::when>("when", kRequired),
      text<BulkEvent, &BulkEvent::actor1>("actor1"),
      text<BulkEvent, &BulkEvent::actor2>("actor2"),
      text<BulkEvent, &BulkEvent::place>("place"),
      text<BulkEvent, &BulkEvent::code>("code", kRequired),
      integer<BulkEvent, &BulkEvent::mentions, 0, kMost>("mentions"),
      decimal<BulkEvent, &BulkEvent::tone>("tone")};
  static const RecordTable<BulkEvent> table{TableId::BulkEvents, "bulk_events", columns,
                                            &Records::bulkEvents};
  return table;
}

std::optional<TableId> tableOf(RecordKind kind) {
  switch (kind) {
    case RecordKind::Summit:
      return TableId::Summits;
    case RecordKind::Message:
      return TableId::Messages;
    case RecordKind::Pledge:
      return TableId::Pledges;
    case RecordKind::Statement:
      return TableId::Statements;
    case RecordKind::Period:
      return TableId::Periods;
    case RecordKind::Event:
      return TableId::Events;
    case RecordKind::Stage:
      return TableId::Stages;
    case RecordKind::Position:
      return TableId::Positions;
    case RecordKind::Office:
      return TableId::Offices;
    case RecordKind::Accession:
      return TableId::Accessions;
    case RecordKind::Spending:
      return TableId::Spending;
    case RecordKind::Actor:
      return TableId::Actors;
    case RecordKind::Place:
      return TableId::Places;
    case RecordKind::Source:
      return TableId::Sources;
    case RecordKind::Claim:
      return TableId::Claims;
    case RecordKind::Link:
      return TableId::Links;
    case RecordKind::Figure:
      return std::nullopt;
  }
  return std::nullopt;
}

std::string_view tableName(TableId id) {
  std::string_view name;
  forEachTable([&](const auto& table) {
    if (table.id == id) name = table.name;
  });
  return name;
}

std::string figureKey(const Spending& row) {
  return fmt::format("{}/{}/{}", row.actor.value, row.year, wordOf(row.metric));
}

std::vector<RecordRef> typedReferencesIn(CellType type, std::string_view cell) {
  std::vector<RecordRef> found;
  if (type != CellType::TypedReference) return found;
  if (auto ref = RecordRef::parse(cell)) found.push_back(std::move(*ref));
  return found;
}

std::vector<Uid> uidsIn(CellType type, std::string_view cell) {
  std::vector<Uid> found;
  if (cell.empty()) return found;
  if (type == CellType::Reference) found.emplace_back(cell);
  if (type != CellType::UidList && type != CellType::ParticipantList && type != CellType::AdherentList)
    return found;
  splitList(cell, [&](std::string_view part) -> std::string {
    if (type == CellType::ParticipantList) part = part.substr(part.find(':') + 1);
    if (type == CellType::AdherentList) part = part.substr(0, part.find('@'));
    found.emplace_back(part);
    return {};
  });
  return found;
}

}  // namespace entente
