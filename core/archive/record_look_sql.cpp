// SPDX-License-Identifier: GPL-3.0-or-later
// One query a kind of record, each giving title, key of the event and date.
#include "core/archive/record_look_sql.h"

namespace entente {

namespace {

const char* lookSql(RecordKind kind) {
  switch (kind) {
    case RecordKind::Summit:
    case RecordKind::Message:
    case RecordKind::Pledge:
    case RecordKind::Statement:
    case RecordKind::Period:
    case RecordKind::Event:
      return "SELECT title, key, shown_when FROM event WHERE uid = ?";
    case RecordKind::Stage:
      return R"(SELECT e.title, e.key, s."when" FROM stage AS s JOIN event AS e ON e.uid = s.message
                WHERE s.uid = ?)";
    case RecordKind::Position:
      return R"(SELECT e.title, e.key, p."when" FROM position AS p JOIN event AS e ON e.uid = p.pledge
                WHERE p.uid = ?)";
    case RecordKind::Office:
      return "SELECT a.name, NULL, o.held FROM office AS o JOIN actor AS a ON a.uid = o.actor WHERE o.uid = "
             "?";
    case RecordKind::Accession:
      return "SELECT a.name, NULL, j.date FROM accession AS j JOIN actor AS a ON a.uid = j.state "
             "WHERE j.uid = ?";
    case RecordKind::Spending:
      return "SELECT a.name || ' ' || s.year, NULL, NULL FROM spending AS s JOIN actor AS a ON a.uid = "
             "s.actor "
             "WHERE s.uid = ?";
    case RecordKind::Place:
      return "SELECT name, NULL, NULL FROM place WHERE uid = ?";
    case RecordKind::Source:
      return "SELECT title, NULL, NULL FROM source WHERE uid = ?";
    case RecordKind::Claim:
      return "SELECT value, NULL, NULL FROM claim WHERE uid = ?";
    case RecordKind::Link:
      return R"(SELECT "from", NULL, NULL FROM link WHERE uid = ?)";
    case RecordKind::Actor:
    case RecordKind::Figure:
      return "SELECT name, NULL, NULL FROM actor WHERE uid = ?";
  }
  return "";
}

}  // namespace

QString textOf(const SQLite::Column& column) {
  return QString::fromStdString(column.getString());
}

std::optional<FuzzyDate> dateOf(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  auto date = FuzzyDate::parse(column.getString());
  return date ? std::optional<FuzzyDate>(std::move(*date)) : std::nullopt;
}

RecordLook lookAt(SQLite::Database& database, const RecordRef& record) {
  SQLite::Statement query(database, lookSql(record.kind));
  const bool figure = record.kind == RecordKind::Figure;
  query.bind(1, figure ? record.uid.substr(0, record.uid.find('/')) : record.uid);
  if (!query.executeStep()) return {};
  RecordLook look{textOf(query.getColumn(0)), {}, dateOf(query.getColumn(2))};
  if (!query.getColumn(1).isNull()) look.event = EventId{EventOrigin::Curated, query.getColumn(1).getInt64()};
  if (figure) {
    const std::size_t first = record.uid.find('/') + 1;
    look.title +=
        QLatin1Char(' ') + QString::fromStdString(record.uid.substr(first, record.uid.rfind('/') - first));
  }
  if (record.kind == RecordKind::Link) {
    const auto from = RecordRef::parse(query.getColumn(0).getString());
    // A link about a link about the first one would go round for ever.
    if (from && from->kind != RecordKind::Link) return {lookAt(database, *from).title, {}, {}};
  }
  return look;
}

std::optional<Uid> owningEvent(SQLite::Database& database, const RecordRef& record) {
  if (isEventKind(record.kind)) return record.uid;
  if (record.kind != RecordKind::Stage && record.kind != RecordKind::Position) return std::nullopt;
  SQLite::Statement query(database, record.kind == RecordKind::Stage
                                        ? "SELECT message FROM stage WHERE uid = ?"
                                        : "SELECT pledge FROM position WHERE uid = ?");
  query.bind(1, record.uid);
  return query.executeStep() ? std::optional<Uid>(query.getColumn(0).getString()) : std::nullopt;
}

}  // namespace entente
