// SPDX-License-Identifier: GPL-3.0-or-later
// Derives, stores and compares the dates that events are shown at.
#include "core/archive/event_dates_sql.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>

#include "core/model/message_date.h"

namespace entente {

namespace {

Result<FuzzyDate> readDate(const std::string& text, const Uid& event) {
  auto date = FuzzyDate::parse(text);
  if (!date)
    return fail(ErrorKind::Damaged,
                fmt::format("The archive is damaged: the date '{}' of event {} cannot be read: {}.", text,
                            event, date.error().message));
  return date;
}

Result<std::optional<FuzzyDate>> dateOfMessage(SQLite::Database& database, const Uid& message) {
  MessageDate shown;
  SQLite::Statement query(
      database, R"sql(SELECT stage, "when" FROM stage WHERE message = ? AND "when" IS NOT NULL)sql");
  query.bind(1, message);
  while (query.executeStep()) {
    auto date = readDate(query.getColumn(1).getString(), message);
    if (!date) return fail(date.error());
    const auto stage = fromWord<StageKind>(query.getColumn(0).getString());
    if (!stage)
      return fail(ErrorKind::Damaged,
                  fmt::format("The archive is damaged: message {} has a stage of no known kind.", message));
    shown.add(*stage, *date);
  }
  return shown.shown();
}

}  // namespace

Result<std::vector<DerivedDate>> deriveEventDates(SQLite::Database& database, const Uid* event) {
  SQLite::Statement query(database,
                          fmt::format(R"sql(SELECT uid, kind, "when" FROM event WHERE {} ORDER BY uid)sql",
                                      event ? "uid = ?1" : "?1 IS NULL"));
  if (event) query.bind(1, *event);
  std::vector<DerivedDate> dates;
  while (query.executeStep()) {
    DerivedDate derived{query.getColumn(0).getString(), std::nullopt};
    if (query.getColumn(1).getString() == "message") {
      auto date = dateOfMessage(database, derived.event);
      if (!date) return fail(date.error());
      derived.shown = std::move(*date);
    } else if (!query.getColumn(2).isNull()) {
      auto date = readDate(query.getColumn(2).getString(), derived.event);
      if (!date) return fail(date.error());
      derived.shown = std::move(*date);
    }
    dates.push_back(std::move(derived));
  }
  return dates;
}

void storeEventDates(SQLite::Database& database, const std::vector<DerivedDate>& dates) {
  SQLite::Statement update(database, R"sql(
    UPDATE event SET shown_when = ?, earliest_begin = ?, latest_begin = ?, earliest_end = ?, latest_end = ?
    WHERE uid = ?)sql");
  for (const DerivedDate& date : dates) {
    update.reset();
    update.clearBindings();
    if (date.shown) {
      const DateBounds& bounds = date.shown->bounds();
      update.bind(1, date.shown->edtf());
      update.bind(2, bounds.earliestBegin.seconds);
      update.bind(3, bounds.latestBegin.seconds);
      update.bind(4, bounds.earliestEnd.seconds);
      update.bind(5, bounds.latestEnd.seconds);
    }
    update.bind(6, date.event);
    update.exec();
  }
  database.exec(
      fmt::format("INSERT INTO rule(name, version) VALUES('dates', {0}) "
                  "ON CONFLICT(name) DO UPDATE SET version = {0}",
                  kDateRuleVersion));
}

bool eventDatesAreCurrent(SQLite::Database& database) {
  SQLite::Statement query(database, "SELECT version FROM rule WHERE name = 'dates'");
  return query.executeStep() && query.getColumn(0).getInt() == kDateRuleVersion;
}

Result<std::vector<Uid>> staleEventDates(SQLite::Database& database) {
  auto dates = deriveEventDates(database);
  if (!dates) return fail(dates.error());
  SQLite::Statement query(
      database,
      "SELECT shown_when, earliest_begin, latest_begin, earliest_end, latest_end FROM event "
      "ORDER BY uid");
  std::vector<Uid> stale;
  for (const DerivedDate& date : *dates) {
    query.executeStep();
    bool same = query.getColumn(0).isNull() != date.shown.has_value();
    if (same && date.shown) {
      const DateBounds stored{{query.getColumn(1).getInt64()},
                              {query.getColumn(2).getInt64()},
                              {query.getColumn(3).getInt64()},
                              {query.getColumn(4).getInt64()}};
      same = query.getColumn(0).getString() == date.shown->edtf() && stored == date.shown->bounds();
    }
    if (!same) stale.push_back(date.event);
  }
  return stale;
}

}  // namespace entente
