// SPDX-License-Identifier: GPL-3.0-or-later
// Events and sources: reads the file, plans against the archive, writes in one change.
#include <fmt/core.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "app/cli/archive_commands.h"
#include "app/cli/import_command.h"
#include "app/export/output_file.h"
#include "app/words/entry_words.h"
#include "core/archive/archive.h"
#include "core/exchange/bundle_reader.h"
#include "core/exchange/file_bytes.h"
#include "core/exchange/foreign_file.h"

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostMapBytes = std::uint64_t{1} << 20U;

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

Result<std::optional<TimeSpan>> spanOf(const ImportRequest& request) {
  if (request.from.empty() && request.to.empty()) return std::optional<TimeSpan>();
  if (request.from.empty() || request.to.empty())
    return fail(ErrorKind::Invalid, "Recurring events need both --from and --to.");
  const auto from = closedDateFrom("--from", request.from);
  if (!from) return fail(from.error());
  const auto to = closedDateFrom("--to", request.to);
  if (!to) return fail(to.error());
  const TimeSpan span{from->bounds().earliestBegin, to->bounds().latestEnd};
  if (span.end <= span.begin) return fail(ErrorKind::Invalid, "--to is before --from.");
  return std::optional<TimeSpan>(span);
}

Result<ForeignOptions> optionsOf(const ImportRequest& request) {
  ForeignOptions options;
  options.format = fromWord<ForeignFormat>(request.format);
  options.sheet = request.sheet;
  if (request.dateOrder == "day-first") options.order = DateOrder::DayFirst;
  if (request.dateOrder == "month-first") options.order = DateOrder::MonthFirst;
  options.grid.encoding = fromWord<TextEncoding>(request.encoding).value_or(TextEncoding::Unknown);
  const std::string separator = request.separator == "tab" ? "\t" : request.separator;
  if (separator.size() > 1)
    return fail(ErrorKind::Invalid,
                fmt::format("--separator is one ASCII sign, or tab, not '{}'", separator));
  if (!separator.empty()) options.grid.separator = separator.front();
  options.titlesRow = request.titlesRow;
  auto span = spanOf(request);
  if (!span) return fail(span.error());
  options.calendar.span = *span;
  if (!request.map.empty()) {
    const auto bytes = readFileBytes(request.map, kMostMapBytes);
    if (!bytes) return fail(bytes.error(), "--map");
    auto map = readColumnMap(QByteArray::fromStdString(*bytes));
    if (!map) return fail(map.error(), "--map " + request.map);
    options.map = std::move(*map);
  }
  return options;
}

/// Why nothing of a file can be imported; what stands in the way can be told at a prompt.
std::optional<Error> obstacle(const ForeignReading& reading, const ImportRequest& request) {
  if (reading.table && !reading.table->problem.empty())
    return Error{
        ErrorKind::Invalid,
        fmt::format(
            "{}: {}{}", request.file, reading.table->problem,
            reading.table->table.grid.rows.empty()
                ? ""
                : " Say which columns it has by --map FILE (--save-map FILE writes one to begin with)."),
        {}};
  if (reading.table && !reading.table->questions.empty())
    return Error{ErrorKind::Invalid,
                 fmt::format("{}: {} Say --dates day-first or --dates month-first.", request.file,
                             reading.table->questions.front().text),
                 {}};
  if (reading.archive.events.empty() && reading.archive.sources.empty())
    return Error{ErrorKind::Invalid,
                 reading.archive.refused > 0
                     ? fmt::format("Nothing was imported from {}: each of its {} entries was refused.",
                                   request.file, reading.archive.refused)
                 : reading.archive.leftOut.empty()
                     ? fmt::format("There is nothing to import in {}.", request.file)
                     : fmt::format("There is nothing to import in {}; it holds only: {}.", request.file,
                                   leftOutInWords(reading.archive.leftOut).toStdString()),
                 {}};
  return std::nullopt;
}

struct Target {
  std::optional<Archive> archive;  ///< none: a new one is made
  Records records;
};

Result<Target> openTarget(const ImportRequest& request) {
  Target target;
  std::error_code code;
  if (!fs::exists(request.output, code)) return target;
  auto archive = Archive::open(request.output, request.dryRun ? Access::ReadOnly : Access::ReadWrite);
  if (!archive) return fail(archive.error());
  auto records = archive->records();
  if (!records) return fail(records.error());
  target.archive = std::move(*archive);
  target.records = std::move(*records);
  return target;
}

Result<void> makeArchive(const ImportRequest& request, const ForeignArchive& file, EventPlan& plan) {
  Records records;
  const auto say = [&records](const char* name, const QString& value) {
    if (!value.isEmpty()) records.properties.push_back({Uid(name), value});
  };
  say("format", QString::fromLatin1(kBundleFormat.data(), kBundleFormat.size()));
  say("title", file.title.isEmpty() ? text(fs::path(request.output).stem().string()) : file.title);
  say("description", file.description);
  for (PlannedRecord& record : plan.records) {
    std::visit([&records]<class R>(R& row) { (records.*recordTable<R>().rows).push_back(std::move(row)); },
               record);
  }
  plan.records = {};
  return Archive::create(request.output, std::move(records), false);
}

Result<void> write(Target& target, const ImportRequest& request, const ForeignArchive& file, EventPlan& plan,
                   const QString& title) {
  if (plan.records.empty() || request.dryRun) return {};
  if (!target.archive) return makeArchive(request, file, plan);
  std::vector<RecordChange> changes;
  changes.reserve(plan.records.size());
  for (PlannedRecord& record : plan.records)
    std::visit([&changes](auto& row) { changes.emplace_back(PutRecord{std::move(row)}); }, record);
  plan.records = {};
  target.records = {};
  return target.archive->change(changes, {title});
}

/// "FILE:12:3: Start date: reason", and "note: " in front of what is imported all the same.
void printNotes(const std::string& file, const std::vector<ImportNote>& notes) {
  for (const ImportNote& note : notes) {
    std::string line = file;
    if (note.place.line > 0) line += fmt::format(":{}", note.place.line);
    if (note.place.line > 0 && note.place.column > 0) line += fmt::format(":{}", note.place.column);
    line += note.kind == NoteKind::Remark ? ": note: " : ": ";
    if (!note.where.empty()) line += note.where + ": ";
    print(stderr, line + note.text + '\n');
  }
}

std::string asText(const ForeignReading& reading, const EventPlan& plan, const ImportRequest& request) {
  const ForeignArchive& file = reading.archive;
  std::string said = fmt::format("{}: {}\n", formatInWords(reading.format).toStdString(),
                                 entriesInWords(file).toStdString());
  if (!file.leftOut.empty())
    said += fmt::format("Not kept: {}\n", leftOutInWords(file.leftOut).toStdString());
  if (file.unsaidNotes > 0) said += fmt::format("{} more notes are not shown\n", file.unsaidNotes);
  said += differenceInWords(plan).toStdString();
  if (!plan.source.value.empty())
    said += fmt::format(", with the source {} ({})", plan.source.value, plan.sourceTitle.toStdString());
  return said + (request.dryRun ? "\nNothing was written.\n" : fmt::format("\n{}\n", request.output));
}

QJsonArray notesAsJson(const std::vector<ImportNote>& notes, NoteKind kind) {
  QJsonArray list;
  for (const ImportNote& note : notes) {
    if (note.kind == kind)
      list.append(QJsonObject{{QStringLiteral("row"), static_cast<qint64>(note.place.line)},
                              {QStringLiteral("column"), static_cast<qint64>(note.place.column)},
                              {QStringLiteral("where"), text(note.where)},
                              {QStringLiteral("text"), text(note.text)}});
  }
  return list;
}

std::string asJson(const ForeignReading& reading, const EventPlan& plan, const ImportRequest& request) {
  const auto number = [](std::size_t count) { return static_cast<qint64>(count); };
  const ForeignArchive& file = reading.archive;
  QJsonObject leftOut;
  for (const auto& [what, count] : file.leftOut)
    leftOut.insert(text(what), number(count));
  std::vector<ImportNote> notes = file.notes;
  notes.insert(notes.end(), plan.notes.begin(), plan.notes.end());
  const QJsonObject object{
      {QStringLiteral("format"), text(std::string(wordOf(reading.format)))},
      {QStringLiteral("archive"), request.dryRun ? QJsonValue() : QJsonValue(text(request.output))},
      {QStringLiteral("events"), number(file.events.size())},
      {QStringLiteral("sources"), number(file.sources.size())},
      {QStringLiteral("refused"), number(file.refused)},
      {QStringLiteral("added"), number(plan.count(EntryFate::Added))},
      {QStringLiteral("changed"), number(plan.count(EntryFate::Changed))},
      {QStringLiteral("unchanged"), number(plan.count(EntryFate::Unchanged))},
      {QStringLiteral("missing"), number(plan.missing.size())},
      {QStringLiteral("source"), text(plan.source.value)},
      {QStringLiteral("left_out"), leftOut},
      {QStringLiteral("remarks"), notesAsJson(notes, NoteKind::Remark)},
      {QStringLiteral("refusals"), notesAsJson(notes, NoteKind::Refusal)},
      {QStringLiteral("notes_not_shown"), number(file.unsaidNotes)}};
  return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString() + '\n';
}

Result<void> saveMap(const ForeignReading& reading, const ImportRequest& request) {
  if (request.saveMap.empty()) return {};
  if (!reading.table)
    return fail(ErrorKind::Invalid,
                fmt::format("{} is no table; there are no columns to map.", request.file));
  return writeFile(text(request.saveMap), columnMapJson(reading.table->map), true);
}

}  // namespace

int importEntries(const ImportRequest& request) {
  const auto origin = originOf(request);
  if (!origin) return failWith(origin.error());
  const auto options = optionsOf(request);
  if (!options) return failWith(options.error());
  auto reading = readForeignFile(request.file, *options);
  if (!reading) return failWith(reading.error());
  if (auto done = saveMap(*reading, request); !done) return failWith(done.error());
  printNotes(request.file, reading->archive.notes);
  if (const auto error = obstacle(*reading, request)) return failWith(*error);
  auto target = openTarget(request);
  if (!target) return failWith(target.error());
  auto plan = planEvents(reading->archive, *origin, target->records);
  if (!plan) return failWith(plan.error());
  printNotes(request.file, plan->notes);
  if (!request.report.empty()) {
    if (auto done = writeFile(text(request.report), importReport(reading->archive, *plan), true); !done)
      return failWith(done.error());
  }
  const std::string said = request.json ? asJson(*reading, *plan, request) : asText(*reading, *plan, request);
  // What has been said is not kept beside what is written: a large file would fill the memory twice.
  reading->table.reset();
  ForeignArchive head;
  head.title = reading->archive.title;
  head.description = reading->archive.description;
  const QString title = importTitle(reading->archive, *plan);
  reading->archive = {};
  if (auto done = write(*target, request, head, *plan, title); !done) return failWith(done.error());
  print(stdout, said);
  return kDone;
}

}  // namespace entente::cli
