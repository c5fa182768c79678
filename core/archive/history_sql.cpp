// SPDX-License-Identifier: GPL-3.0-or-later
// Records changes, keeps them as steps, and goes from one step to another.
#include "core/archive/history_sql.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>
#include <sqlite3.h>

#include <array>
#include <chrono>
#include <optional>

#include "core/archive/digests_sql.h"
#include "core/archive/history_apply_sql.h"
#include "core/archive/record_look_sql.h"
#include "core/archive/schema_sql.h"
#include "core/time/civil.h"

namespace entente {

namespace {

struct StoredStep {
  std::int64_t number = 0;
  std::string title;
  std::string madeAt;
  bool undone = false;
  std::string changeset;
  std::string sha256;

  [[nodiscard]] std::string digest() const {
    return sha256Hex(fmt::format("{}\n{}\n{}\n{}\n", number, title, madeAt, undone ? 1 : 0) + changeset);
  }
};

constexpr const char* kStepColumns = "number, title, made_at, undone, changeset, sha256";

StoredStep stepAt(const SQLite::Statement& at) {
  return {at.getColumn(0).getInt64(),    at.getColumn(1).getString(), at.getColumn(2).getString(),
          at.getColumn(3).getInt() != 0, at.getColumn(4).getString(), at.getColumn(5).getString()};
}

std::string nowAsEdtf() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const Instant at{std::chrono::duration_cast<std::chrono::seconds>(now).count()};
  const CivilDate date = dateOf(at);
  const CivilTime time = timeOf(at);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", date.year, date.month, date.day, time.hour,
                     time.minute, time.second);
}

std::optional<Instant> instantOf(const std::string& edtf) {
  const auto date = FuzzyDate::parse(edtf);
  if (!date || date->zoneUnknown() || date->precision() != DatePrecision::Second) return std::nullopt;
  return date->bounds().earliestBegin;
}

/// Why a step cannot be trusted; empty if it can.
std::string whyUnfit(SQLite::Database& database, const StoredStep& step) {
  if (step.digest() != step.sha256) return "it is not what was recorded; a byte was changed outside Entente";
  if (!instantOf(step.madeAt)) return fmt::format("'{}' is no time", step.madeAt);
  return whyNoChangeset(database, step.changeset);
}

Result<void> takeStep(SQLite::Database& database, std::int64_t number, Direction direction) {
  SQLite::Statement query(database, fmt::format("SELECT {} FROM step WHERE number = ?", kStepColumns));
  query.bind(1, number);
  query.executeStep();
  StoredStep step = stepAt(query);
  query.reset();
  std::string reason = whyUnfit(database, step);
  if (reason.empty()) reason = applyChangeset(database, step.changeset, direction);
  if (!reason.empty())
    return fail(ErrorKind::Damaged,
                fmt::format("Step {} of the history ({}) cannot be {}: {}. Nothing was changed.", number,
                            step.title, direction == Direction::Undo ? "undone" : "redone", reason));
  step.undone = direction == Direction::Undo;
  SQLite::Statement mark(database, "UPDATE step SET undone = ?, sha256 = ? WHERE number = ?");
  mark.bind(1, step.undone ? 1 : 0);
  mark.bind(2, step.digest());
  mark.bind(3, number);
  mark.exec();
  return {};
}

std::vector<std::int64_t> stepsOnTheWay(SQLite::Database& database, std::int64_t target, bool back) {
  SQLite::Statement query(
      database, back ? "SELECT number FROM step WHERE number > ? AND undone = 0 ORDER BY number DESC"
                     : "SELECT number FROM step WHERE number <= ? AND undone <> 0 ORDER BY number");
  query.bind(1, target);
  std::vector<std::int64_t> numbers;
  while (query.executeStep())
    numbers.push_back(query.getColumn(0).getInt64());
  return numbers;
}

bool hasStep(SQLite::Database& database, std::int64_t number) {
  SQLite::Statement query(database, "SELECT 1 FROM step WHERE number = ?");
  query.bind(1, number);
  return query.executeStep();
}

}  // namespace

std::span<const char* const> recordedTables() {
  static constexpr std::array<const char*, 25> kTables{"event_source",    "event_participant",
                                                       "event_tag",       "summit_document",
                                                       "pledge_adherent", "pin",
                                                       "claim",           "link",
                                                       "stage",           "position",
                                                       "office",          "accession",
                                                       "spending",        "summit",
                                                       "message",         "pledge",
                                                       "statement",       "period",
                                                       "plain_event",     "event",
                                                       "place",           "actor",
                                                       "source",          "property",
                                                       "saved_view"};
  return kTables;
}

void ChangeRecorder::Delete::operator()(sqlite3_session* session) const noexcept {
  sqlite3session_delete(session);
}

ChangeRecorder::ChangeRecorder(SQLite::Database& database) : m_database(database) {
  sqlite3_session* session = nullptr;
  if (const int status = sqlite3session_create(database.getHandle(), "main", &session); status != SQLITE_OK)
    throw SQLite::Exception("changes cannot be recorded", status);
  m_session.reset(session);
  for (const char* table : recordedTables()) {
    if (const int status = sqlite3session_attach(session, table); status != SQLITE_OK)
      throw SQLite::Exception("changes cannot be recorded", status);
  }
}

std::string ChangeRecorder::changeset() const {
  int size = 0;
  void* bytes = nullptr;
  const int status = sqlite3session_changeset(m_session.get(), &size, &bytes);
  std::string changes = takeBuffer(bytes, size);
  if (status != SQLITE_OK) throw SQLite::Exception(m_database.getHandle(), status);
  return changes;
}

void addStep(SQLite::Database& database, const QString& title, const std::string& changeset) {
  database.exec("DELETE FROM step WHERE undone <> 0");
  database.exec("UPDATE meta SET value = value + 1 WHERE name = 'last_step'");
  StoredStep step{
      database.execAndGet("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'last_step'").getInt64(),
      title.toStdString(),
      nowAsEdtf(),
      false,
      changeset,
      {}};
  SQLite::Statement insert(database,
                           fmt::format("INSERT INTO step({}) VALUES(?, ?, ?, 0, ?, ?)", kStepColumns));
  insert.bind(1, step.number);
  insert.bind(2, step.title);
  insert.bind(3, step.madeAt);
  insert.bind(4, step.changeset.data(), static_cast<int>(step.changeset.size()));
  insert.bind(5, step.digest());
  insert.exec();
}

Result<std::vector<HistoryStep>> readSteps(SQLite::Database& database) {
  SQLite::Statement query(database, "SELECT number, title, made_at, undone FROM step ORDER BY number");
  std::vector<HistoryStep> steps;
  while (query.executeStep()) {
    const std::string madeAt = query.getColumn(2).getString();
    const auto instant = instantOf(madeAt);
    if (!instant)
      return fail(ErrorKind::Damaged,
                  fmt::format("The archive is damaged: table step, row {}, column made_at: '{}' is no time.",
                              query.getColumn(0).getInt64(), madeAt));
    steps.push_back({query.getColumn(0).getInt64(), textOf(query.getColumn(1)), *instant,
                     query.getColumn(3).getInt() != 0});
  }
  return steps;
}

Result<bool> moveToStep(SQLite::Database& database, std::int64_t number) {
  if (number != 0 && !hasStep(database, number))
    return fail(ErrorKind::NotFound, fmt::format("there is no step {} in the history", number));
  const std::int64_t last =
      database.execAndGet("SELECT coalesce(max(number), 0) FROM step WHERE undone = 0").getInt64();
  if (number == last) return false;
  const bool back = number < last;
  unrestrictPins(database);
  for (const std::int64_t step : stepsOnTheWay(database, number, back)) {
    if (auto taken = takeStep(database, step, back ? Direction::Undo : Direction::Redo); !taken)
      return fail(taken.error());
  }
  restrictPins(database);
  SQLite::Statement keys(database,
                         "SELECT 1 FROM event WHERE key NOT BETWEEN 1 AND "
                         "(SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'last_key')");
  if (keys.executeStep())
    return fail(ErrorKind::Damaged,
                "The history gives an event a key that no event had. Nothing was changed.");
  return true;
}

std::vector<std::string> verifySteps(SQLite::Database& database) {
  std::vector<std::string> problems;
  const std::int64_t highest =
      database.execAndGet("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'last_step'").getInt64();
  SQLite::Statement query(database, fmt::format("SELECT {} FROM step ORDER BY number", kStepColumns));
  bool undone = false;
  while (query.executeStep()) {
    const StoredStep step = stepAt(query);
    std::string reason = whyUnfit(database, step);
    if (reason.empty() && undone && !step.undone) reason = "it holds although one before it is undone";
    if (reason.empty() && (step.number < 1 || step.number > highest)) reason = "no step had this number";
    if (!reason.empty()) problems.push_back(fmt::format("history, step {}: {}", step.number, reason));
    undone = undone || step.undone;
  }
  return problems;
}

Result<std::uint64_t> readRevision(SQLite::Database& database) {
  SQLite::Statement query(database, "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'revision'");
  if (!query.executeStep())
    return fail(ErrorKind::Damaged, "The archive is damaged: it has no revision; go back to a backup of it.");
  return static_cast<std::uint64_t>(query.getColumn(0).getInt64());
}

}  // namespace entente
