// SPDX-License-Identifier: GPL-3.0-or-later
// Figures: reads the table, plans against the archive, writes in one change.
#include "app/cli/import_command.h"

#include <fmt/core.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "app/cli/archive_commands.h"
#include "app/words/import_words.h"
#include "core/archive/archive.h"
#include "core/exchange/bundle_reader.h"
#include "core/exchange/figure_plan.h"
#include "core/exchange/published_text.h"

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

/// What can be said at a prompt to settle a question.
std::string answerTo(Unsaid what) {
  switch (what) {
    case Unsaid::Columns:
      return "Say which columns it has by --map \"state=TITLE,year=TITLE,value=TITLE\".";
    case Unsaid::ValueColumn:
      return "Say which one by --map \"value=TITLE\".";
    case Unsaid::Metric:
      return "Say it by --metric pct_gdp, equipment_share_pct, usd_bn or usd2021_bn.";
    case Unsaid::Values:
      return "Say --values percent or --values fraction (then they are multiplied by 100).";
    case Unsaid::Unit:
      return "Say --unit million, --unit dollar or --unit billion.";
    case Unsaid::DecimalMark:
      return "Say --decimal comma or --decimal point.";
  }
  return {};
}

FigureOptions optionsOf(const ImportRequest& request, FigureColumns columns) {
  FigureOptions options;
  options.format = fromWord<FigureFormat>(request.format).value_or(FigureFormat::Table);
  options.metric = fromWord<SpendingMetric>(request.metric);
  options.columns = std::move(columns);
  if (request.values == "percent") options.values = PercentValues::Percent;
  if (request.values == "fraction") options.values = PercentValues::Fraction;
  if (request.unit == "billion") options.unit = MoneyUnit::Billion;
  if (request.unit == "million") options.unit = MoneyUnit::Million;
  if (request.unit == "dollar") options.unit = MoneyUnit::Dollar;
  if (request.decimal == "point") options.decimal = DecimalMark::Point;
  if (request.decimal == "comma") options.decimal = DecimalMark::Comma;
  return options;
}

Result<FigureEdition> editionOf(const ImportRequest& request) {
  auto origin = originOf(request);
  if (!origin) return fail(origin.error());
  FigureEdition edition;
  edition.known = origin->known;
  edition.title = origin->title;
  edition.publisher = origin->publisher;
  edition.url = origin->url;
  edition.reliability = origin->reliability;
  edition.licence = origin->licence;
  edition.published = std::move(origin->published);
  edition.definition = text(request.definition);
  return edition;
}

Result<TableGrid> sheetOf(std::vector<TableGrid> sheets, const ImportRequest& request) {
  std::string names;
  for (TableGrid& sheet : sheets) {
    if (request.sheet.empty() ? sheets.size() == 1 : foldedText(sheet.name) == foldedText(request.sheet))
      return std::move(sheet);
    names += fmt::format("{}'{}'", names.empty() ? "" : ", ", sheet.name);
  }
  const std::string name = fs::path(request.file).filename().string();
  if (request.sheet.empty())
    return fail(ErrorKind::Invalid,
                fmt::format("{} has the sheets {}; say which by --sheet NAME.", name, names));
  return fail(ErrorKind::NotFound,
              fmt::format("{} has no sheet '{}'; it has {}.", name, request.sheet, names));
}

/// What there is to plan against; nothing of an archive that does not exist yet.
struct Target {
  std::optional<Archive> archive;
  std::vector<Actor> actors;
  std::vector<Source> sources;
  std::vector<Spending> spending;
  std::vector<Claim> claims;

  [[nodiscard]] ArchiveRows rows() const { return {actors, sources, spending, claims}; }
};

template <class T>
Result<void> takeRows(Result<std::vector<T>> rows, std::vector<T>& into) {
  if (!rows) return fail(rows.error());
  into = std::move(*rows);
  return {};
}

Result<Target> openTarget(const ImportRequest& request) {
  Target target;
  std::error_code code;
  if (!fs::exists(request.output, code)) return target;
  auto archive = Archive::open(request.output, request.dryRun ? Access::ReadOnly : Access::ReadWrite);
  if (!archive) return fail(archive.error());
  target.archive = std::move(*archive);
  if (auto done = takeRows(target.archive->actors(), target.actors); !done) return fail(done.error());
  if (auto done = takeRows(target.archive->sources(), target.sources); !done) return fail(done.error());
  if (auto done = takeRows(target.archive->spending(), target.spending); !done) return fail(done.error());
  if (auto done = takeRows(target.archive->claims(), target.claims); !done) return fail(done.error());
  return target;
}

struct Putting {
  Records& records;
  void operator()(const Source& row) const { records.sources.push_back(row); }
  void operator()(const Actor& row) const { records.actors.push_back(row); }
  void operator()(const Spending& row) const { records.spending.push_back(row); }
  void operator()(const Claim& row) const { records.claims.push_back(row); }
};

Result<void> makeArchive(const std::string& path, const FigurePlan& plan) {
  Records records;
  records.properties.push_back(
      {Uid("format"), QString::fromLatin1(kBundleFormat.data(), kBundleFormat.size())});
  records.properties.push_back({Uid("title"), plan.sourceTitle});
  for (const auto& record : plan.records)
    std::visit(Putting{records}, record);
  return Archive::create(path, std::move(records), false);
}

Result<void> write(Target& target, const ImportRequest& request, const FigurePlan& plan) {
  if (plan.records.empty() || request.dryRun) return {};
  if (!target.archive) return makeArchive(request.output, plan);
  std::vector<RecordChange> changes;
  changes.reserve(plan.records.size());
  for (const auto& record : plan.records)
    std::visit([&](const auto& row) { changes.emplace_back(PutRecord{row}); }, record);
  return target.archive->change(changes, {importTitle(plan)});
}

void printNotes(const std::string& file, const FigureImport& import) {
  for (const TableNote& refusal : import.refusals)
    print(stderr,
          fmt::format("{}:{}:{}: {}\n", file, refusal.place.line, refusal.place.column, refusal.text));
  for (const TableNote& remark : import.remarks) {
    if (remark.place.line > 0)
      print(stderr,
            fmt::format("{}:{}:{}: note: {}\n", file, remark.place.line, remark.place.column, remark.text));
  }
}

void printText(const FigurePlan& plan, const FigureImport& import, const ImportRequest& request) {
  for (const TableNote& remark : import.remarks) {
    if (remark.place.line == 0) print(stdout, remark.text + '\n');
  }
  print(stdout, fmt::format("{}\n", importInWords(plan, import).toStdString()));
  print(stdout, fmt::format("{} in the source {} ({})\n", differenceInWords(plan).toStdString(),
                            plan.source.value, plan.sourceTitle.toStdString()));
  if (request.dryRun) print(stdout, "Nothing was written.\n");
}

QJsonArray notesAsJson(const std::vector<TableNote>& notes) {
  QJsonArray list;
  for (const TableNote& note : notes)
    list.append(QJsonObject{{QStringLiteral("row"), static_cast<qint64>(note.place.line)},
                            {QStringLiteral("column"), static_cast<qint64>(note.place.column)},
                            {QStringLiteral("text"), text(note.text)}});
  return list;
}

void printJson(const FigurePlan& plan, const FigureImport& import) {
  const auto number = [](std::size_t count) { return static_cast<qint64>(count); };
  const QJsonObject object{{QStringLiteral("figures"), number(plan.figures())},
                           {QStringLiteral("states"), number(plan.states)},
                           {QStringLiteral("groups"), number(plan.groups)},
                           {QStringLiteral("from"), plan.firstYear},
                           {QStringLiteral("to"), plan.lastYear},
                           {QStringLiteral("metric"), text(std::string(wordOf(*import.metric)))},
                           {QStringLiteral("source"), text(plan.source.value)},
                           {QStringLiteral("added"), number(plan.added)},
                           {QStringLiteral("changed"), number(plan.changed)},
                           {QStringLiteral("unchanged"), number(plan.unchanged)},
                           {QStringLiteral("refused_rows"), number(refusedRows(import))},
                           {QStringLiteral("empty_cells"), number(import.emptyCells)},
                           {QStringLiteral("remarks"), notesAsJson(import.remarks)},
                           {QStringLiteral("refusals"), notesAsJson(import.refusals)}};
  print(stdout, fmt::format("{}\n", QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString()));
}

}  // namespace

int importFigures(const ImportRequest& request) {
  auto columns = FigureColumns::parse(request.map);
  if (!columns) {
    print(stderr, fmt::format("entente import: --map: {}.\n", columns.error().message));
    return kUsage;
  }
  const auto edition = editionOf(request);
  if (!edition) return failWith(edition.error());
  auto sheets = readTableFile(request.file);
  if (!sheets) return failWith(sheets.error());
  const auto grid = sheetOf(std::move(*sheets), request);
  if (!grid) return failWith(grid.error());
  const FigureImport import = readFigures(*grid, optionsOf(request, std::move(*columns)));
  printNotes(request.file, import);
  for (const ImportQuestion& question : import.questions)
    print(stderr, fmt::format("{}: {} {}\n", request.file, question.reason, answerTo(question.what)));
  if (!import.questions.empty())
    return failWith({ErrorKind::Invalid, fmt::format("Nothing was imported from {}.", request.file), {}});
  auto target = openTarget(request);
  if (!target) return failWith(target.error());
  const auto plan = planFigures(import, *edition, target->rows());
  if (!plan) return failWith(plan.error());
  if (auto done = write(*target, request, *plan); !done) return failWith(done.error());
  request.json ? printJson(*plan, import) : printText(*plan, import, request);
  return kDone;
}

}  // namespace entente::cli
