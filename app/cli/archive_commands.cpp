// SPDX-License-Identifier: GPL-3.0-or-later
// info, import, export-bundle, verify, recover.
#include "app/cli/archive_commands.h"

#include <fmt/core.h>

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>
#include <cstdio>

#include "core/archive/archive.h"
#include "core/exchange/bundle_reader.h"
#include "core/exchange/bundle_writer.h"
#include "core/time/civil.h"
#include "core/time/edtf_days.h"
#include "core/time/people_dates.h"
#include "core/view/snapshot.h"

namespace entente::cli {

namespace {

struct Count {
  const char* name;
  TableId table;
};
constexpr std::array<Count, 14> kCounts{{{"summits", TableId::Summits},
                                         {"messages", TableId::Messages},
                                         {"stages", TableId::Stages},
                                         {"pledges", TableId::Pledges},
                                         {"positions", TableId::Positions},
                                         {"statements", TableId::Statements},
                                         {"spending", TableId::Spending},
                                         {"actors", TableId::Actors},
                                         {"offices", TableId::Offices},
                                         {"accessions", TableId::Accessions},
                                         {"sources", TableId::Sources},
                                         {"claims", TableId::Claims},
                                         {"links", TableId::Links},
                                         {"bulk", TableId::BulkEvents}}};

/// The day, month or year that a date begins (or ends) with, as written: "1914-07-29".
std::string calendarDate(const std::optional<FuzzyDate>& date, bool last) {
  if (!date) return {};
  const bool useEnd = last ? date->endKind() == EndKind::Known : date->beginKind() != EndKind::Known;
  const DatePart& part = useEnd ? date->end() : date->begin();
  if (part.hasUnspecified() || part.hasSeason() || part.significantDigits > 0) {
    const DayRange days = *daysOf(part);
    return dayText(last ? days.last : days.first);
  }
  std::string text = part.year < 0 ? fmt::format("-{:04}", -part.year) : fmt::format("{:04}", part.year);
  if (part.month > 0) text += fmt::format("-{:02}", part.month);
  if (part.day > 0) text += fmt::format("-{:02}", part.day);
  return text;
}

/// What core says of a file that is there already, with what can be done about it at a prompt.
Error adviseForce(Error error, bool force) {
  if (error.kind == ErrorKind::Exists && !force) error.message += " With --force files are replaced.";
  return error;
}

void printJson(const ArchiveInfo& info) {
  const auto text = [](const std::string& s) {
    return s.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(s));
  };
  QJsonObject counts;
  for (const Count& count : kCounts)
    counts.insert(QLatin1String(count.name), static_cast<qint64>(info.count(count.table)));
  const QJsonObject object{
      {QStringLiteral("schema"), static_cast<qint64>(info.schemaVersion)},
      {QStringLiteral("title"), info.title},
      {QStringLiteral("counts"), counts},
      {QStringLiteral("span"),
       QJsonObject{{QStringLiteral("earliest"), text(calendarDate(info.earliest, false))},
                   {QStringLiteral("latest"), text(calendarDate(info.latest, true))}}},
      {QStringLiteral("fingerprint"), QString::fromStdString(info.fingerprint)}};
  print(stdout, fmt::format("{}\n", QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString()));
}

void printText(const ArchiveInfo& info) {
  print(stdout,
        fmt::format("{}\n", info.title.isEmpty() ? info.path.filename().string() : info.title.toStdString()));
  print(stdout,
        fmt::format("  {} to {}\n", calendarDate(info.earliest, false), calendarDate(info.latest, true)));
  for (const Count& count : kCounts)
    print(stdout, fmt::format("  {:<11} {:>9}\n", count.name, info.count(count.table)));
  print(stdout, fmt::format("  format {}, fingerprint {}\n", info.schemaVersion, info.fingerprint));
}

}  // namespace

void print(std::FILE* file, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), file);
}

int failWith(const Error& error) {
  print(stderr, "entente: " + error.text() + '\n');
  return kFailed;
}

int finished(int status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  return failWith({ErrorKind::Full, "What was to be printed could not be written.", {}});
}

Result<FuzzyDate> dateFrom(const char* option, const std::string& text) {
  PeopleContext reader;
  reader.today = dateOf(Instant{QDateTime::currentSecsSinceEpoch()});
  const auto typed = readPeopleDate(text, reader);
  if (!typed)
    return fail(ErrorKind::Invalid, fmt::format("{}: '{}' is not a date: position {}: {}.", option, text,
                                                typed.error().offset + 1, typed.error().reason));
  if (typed->ambiguous)
    return fail(ErrorKind::Invalid,
                fmt::format("{}: '{}' may be {} or {}; say which.", option, text, typed->edtf, typed->other));
  return FuzzyDate::parse(typed->edtf);
}

Result<FuzzyDate> closedDateFrom(const char* option, const std::string& text) {
  auto date = dateFrom(option, text);
  if (date && (date->bounds().earliestBegin <= kBeginningOfTime || date->bounds().latestEnd >= kEndOfTime))
    return fail(ErrorKind::Invalid, fmt::format("{}: '{}' is open on one side.", option, text));
  return date;
}

int info(const std::string& file, bool json, const std::string& knownAsOf) {
  Lens lens;
  if (!knownAsOf.empty()) {
    const auto day = closedDateFrom("--known-as-of", knownAsOf);
    if (!day) return failWith(day.error());
    lens.until = day->bounds().latestEnd;
  }
  auto archive = Archive::open(file, Access::ReadOnly);
  if (!archive) return failWith(archive.error());
  auto found = archive->info();
  if (found && lens.until) {
    auto snapshot = loadSnapshot(*archive, lens);
    if (!snapshot) return failWith(snapshot.error());
    *found = snapshot->info;
  }
  if (!found) return failWith(found.error());
  json ? printJson(*found) : printText(*found);
  return kDone;
}

int importBundle(const std::string& folder, const std::string& output, bool force) {
  auto reading = readBundle(folder);
  if (!reading) return failWith(reading.error());
  for (const BundleProblem& problem : reading->problems)
    print(stderr, problem.text() + '\n');
  if (const std::size_t count = reading->problems.size(); count > 0) {
    return failWith(
        {ErrorKind::Invalid,
         fmt::format("{} in the bundle; nothing was written.",
                     count > kMostBundleProblems ? fmt::format("More than {} problems", kMostBundleProblems)
                     : count == 1                ? std::string("1 problem")
                                                 : fmt::format("{} problems", count)),
         {}});
  }
  if (auto done = Archive::create(output, std::move(reading->records), force); !done)
    return failWith(adviseForce(done.error(), force));
  return kDone;
}

int exportBundle(const std::string& file, const std::string& folder, bool force) {
  auto archive = Archive::open(file, Access::ReadOnly);
  if (!archive) return failWith(archive.error());
  auto records = archive->records();
  if (!records) return failWith(records.error());
  if (auto done = writeBundle(*records, folder, force); !done)
    return failWith(adviseForce(done.error(), force));
  return kDone;
}

int verify(const std::string& file) {
  auto archive = Archive::open(file, Access::ReadOnly);
  if (!archive) return failWith(archive.error());
  auto problems = archive->verify();
  if (!problems) return failWith(problems.error());
  for (const std::string& problem : *problems)
    print(stderr, problem + '\n');
  if (!problems->empty())
    return failWith({ErrorKind::Damaged, fmt::format("{} is damaged; go back to a backup of it.", file), {}});
  print(stdout, fmt::format("{} is whole.\n", file));
  return kDone;
}

int recover(const std::string& file) {
  {
    // Opening for writing lets SQLite finish or undo what was cut short; closing puts the file at rest.
    auto archive = Archive::open(file, Access::ReadWrite);
    if (!archive) return failWith(archive.error());
  }
  return verify(file);
}

}  // namespace entente::cli
