// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the arguments and calls the subcommand.
#include "app/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <QByteArray>
#include <QFile>
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "app/cli/archive_commands.h"
#include "app/cli/chart_command.h"
#include "app/cli/check_command.h"
#include "app/cli/date_command.h"
#include "app/cli/export_command.h"
#include "app/cli/import_command.h"
#include "app/cli/render_command.h"
#include "app/export/picture_file.h"
#include "core/exchange/foreign_export.h"
#include "core/exchange/foreign_file.h"
#include "core/view/chart_choice.h"
#include "core/view/lane_choice.h"

namespace entente {

namespace {

constexpr const char* kExamples = R"(
Examples:
  entente                                    the built-in archive in a window
  entente treaties.entente                   an archive of yours
  entente info five-per-cent.entente --json  what is in it, for scripts
  entente render five-per-cent.entente -o june.png --from 2025-06-17 --to 2025-06-30
  entente info five-per-cent.entente --known-as-of 2025-06-23   what was known then
  entente render five-per-cent.entente -o wall.svg --size 2400x1200 --theme light
  entente chart five-per-cent.entente --kind ranking --year 2025 -o ranking.svg   who keeps a pledge
  entente chart five-per-cent.entente --pledge pl-2014-wales-2 --kind gap -o gap.xlsx
  entente export-bundle five-per-cent.entente -o tables    every table as CSV
  entente date 156X "2004-06-~01/2004-06-~20"              what these dates mean
  entente import tables -o mine.entente                    and back
  entente import events.xlsx -o mine.entente --dry-run     a table of events: what would become of each row?
  entente import calendar.ics --from 2025 --to 2026 -o mine.entente    or a file of another timeline program
  entente export mine.entente --format timelinejs -o story.json        and for one
  entente import --format nato table3.xlsx --sheet "TABLE 3" -o mine.entente    figures of a publisher, with their source
  entente verify mine.entente                              is every byte as it was written?
  entente check mine.entente                               do its records contradict each other?

Exit status: 0 done, 1 failed, 2 wrong usage. Nothing is overwritten without --force.
)";

/// "1600x900" within what a picture or a screen can be.
bool readSize(const std::string& text, QSize& size) {
  const std::size_t cross = text.find('x');
  if (cross == std::string::npos) return false;
  bool widthFine = false;
  bool heightFine = false;
  size = QSize(QString::fromStdString(text.substr(0, cross)).toInt(&widthFine),
               QString::fromStdString(text.substr(cross + 1)).toInt(&heightFine));
  return widthFine && heightFine && size.width() >= kLeastPictureWidth &&
         size.height() >= kLeastPictureHeight && size.width() <= kMostPictureSide &&
         size.height() <= kMostPictureSide;
}

CLI::Validator sizeText() {
  return CLI::Validator(
      [](std::string& text) {
        QSize size;
        return readSize(text, size)
                   ? std::string()
                   : "'" + text + "' is not a size such as 1600x900 (320x160 to 16384x16384)";
      },
      "WIDTHxHEIGHT");
}

struct Arguments {
  std::string file, output, theme, size, format;
  RenderRequest render;
  ChartRequest chart;
  cli::ImportRequest import;
  std::vector<std::string> expressions;
  std::vector<std::string> shownExpressions;  ///< for the help alone: see withoutExpressions
  bool json = false;
  bool force = false;
};

CLI::App* addCommand(CLI::App& app, const char* name, const char* what, Arguments& arguments,
                     const char* input, const char* inputHelp) {
  CLI::App* command = app.add_subcommand(name, what);
  command->add_option(input, arguments.file, inputHelp)->required();
  return command;
}

void addOutput(CLI::App& command, Arguments& arguments, const char* what) {
  command.add_option("-o,--output", arguments.output, what)->required();
  command.add_flag("--force", arguments.force, "Overwrite what is there");
}

std::vector<std::string> words(const auto& list) {
  return {list.begin(), list.end()};
}

void addImportOptions(CLI::App& command, cli::ImportRequest& request) {
  const auto oneOf = [&](const char* name, std::string& value, const char* what,
                         std::vector<std::string> choices) {
    return command.add_option(name, value, what)->check(CLI::IsMember(std::move(choices)));
  };
  std::vector<std::string> formats = words(Words<ForeignFormat>::list);
  formats.insert(formats.end(), {"owid", "nato", "figures"});
  oneOf("--format", request.format, "What the file is; else it is found out", std::move(formats));
  command.add_option("--sheet", request.sheet, "Sheet of the workbook");
  command.add_option("--map", request.map,
                     "Which columns a table has: of events a file (see --save-map), of figures titles "
                     "(\"state=Country,year=Year,value=Spending\")");
  command.add_option("--source", request.source, "Uid of the source that is there and is brought up to date");
  command.add_option("--source-title", request.title, "Title of the new source; else the file's name");
  command.add_option("--publisher", request.publisher, "Who published it");
  command.add_option("--url", request.url, "Where");
  command.add_option("--published", request.published, "When (2025-08-28, \"August 2025\")");
  oneOf("--reliability", request.reliability, "Of the source, A to F", words(Words<Reliability>::list));
  command.add_option("--licence", request.licence, "Under which it may be used");
  command.add_flag("--dry-run", request.dryRun, "Say what would be imported, and write nothing");
  command.add_flag("--json", request.json, "One JSON object, for scripts");
  const char* events = "Events";
  oneOf("--dates", request.dateOrder, "What comes first in 03/04/2025, where the table does not show it",
        {"day-first", "month-first"})
      ->group(events);
  std::vector<std::string> encodings = words(Words<TextEncoding>::list);
  std::erase(encodings, wordOf(TextEncoding::Unknown));
  oneOf("--encoding", request.encoding, "Of a table that is text; else it is found out", std::move(encodings))
      ->group(events);
  command
      .add_option("--separator", request.separator,
                  "What parts the cells of a table that is text: one sign, or tab; else it is found out")
      ->group(events);
  command
      .add_option("--titles-row", request.titlesRow,
                  "The row of a table that has the titles of its columns; 0 if none has; else it is found out")
      ->check(CLI::NonNegativeNumber)
      ->group(events);
  command.add_option("--save-map", request.saveMap, "Write the columns of a table as they were understood")
      ->group(events);
  command.add_option("--report", request.report, "Write what became of every row, as CSV")->group(events);
  command.add_option("--from", request.from, "Recurring events of a calendar one by one, from this day")
      ->group(events);
  command.add_option("--to", request.to, "Up to this day; it belongs to them")->group(events);
  const char* figures = "Figures";
  oneOf("--metric", request.metric, "What they measure, where the table does not say",
        words(Words<SpendingMetric>::list))
      ->group(figures);
  oneOf("--values", request.values, "How a table gives percentages", {"percent", "fraction"})->group(figures);
  oneOf("--unit", request.unit, "In what a table counts dollars", {"billion", "million", "dollar"})
      ->group(figures);
  oneOf("--decimal", request.decimal, "What stands before decimals", {"point", "comma"})->group(figures);
  command.add_option("--definition", request.definition,
                     "What is counted in them, in the publisher's words")
      ->group(figures);
}

void addImport(CLI::App& app, Arguments& arguments) {
  CLI::App* command =
      addCommand(app, "import", "Make an archive of a CSV bundle, or bring a file of events, sources or figures into one",
                 arguments, "BUNDLE|FILE", "The bundle's folder, or a file: a table (CSV, XLSX, ODS), TimelineJS, vis-timeline, "
                 "The Timeline Project, SIMILE, iCalendar, CSL-JSON, RIS");
  command->add_option("-o,--output", arguments.output,
                      "The archive; what a file holds is added to it if it is there. Else a new one in this "
                      "folder, with the name of the file");
  command->add_flag("--force", arguments.force, "Of a bundle: overwrite what is there");
  addImportOptions(*command, arguments.import);
}

void addExport(CLI::App& app, Arguments& arguments) {
  CLI::App* command = addCommand(app, "export", "Write an archive for other programs", arguments, "FILE", "The archive");
  addOutput(*command, arguments, "The file, or the folder of a bundle");
  command->add_option("--format", arguments.format, "What is written; bundle alone holds everything")
      ->check(CLI::IsMember(words(Words<ExportFormat>::list)))
      ->required();
}

void addCommands(CLI::App& app, Arguments& arguments) {
  CLI::App* info = addCommand(app, "info", "Say what an archive holds", arguments, "FILE", "The archive");
  info->add_flag("--json", arguments.json, "One JSON object, for scripts");
  info->add_option("--known-as-of", arguments.render.knownAsOf,
                   "Only what had become known by that day (\"23 June 2025\")");
  addImport(app, arguments);
  addExport(app, arguments);
  addOutput(
      *addCommand(app, "export-bundle", "Write an archive as a CSV bundle", arguments, "FILE", "The archive"),
      arguments, "The bundle's folder");
  addCommand(app, "verify", "Check every byte of an archive against its digests", arguments, "FILE",
             "The archive");
  addCommand(app, "check", "Look for records that contradict each other", arguments, "FILE", "The archive")
      ->add_flag("--json", arguments.json, "One JSON object, for scripts");
  addCommand(app, "recover", "Finish or undo a change that was cut short, then verify", arguments, "FILE",
             "The archive");
  CLI::App* date = app.add_subcommand("date", "Say what dates in EDTF mean, or why they are none");
  date->add_option("EXPR", arguments.shownExpressions,
                   "Expressions; - reads them from standard input, one a line");
  date->add_flag("--json", arguments.json, "One JSON object a line, for scripts");
  CLI::App* render =
      addCommand(app, "render", "Draw an archive's timeline", arguments, "FILE", "The archive");
  addOutput(*render, arguments, "The picture, .png or .svg");
  render
      ->add_option("--size", arguments.size,
                   "Width and height in pixels; the picture is higher where the lanes need it")
      ->check(sizeText())
      ->default_str("1600x900");
  render->add_option("--from", arguments.render.from,
                     "First day (2025, 2025-06-24, \"24 June 2025\", yesterday)");
  render->add_option("--to", arguments.render.to, "Last day; it belongs to the picture");
  render->add_option("--today", arguments.render.today,
                     "Day of the today line, to draw a picture of another day anew");
  render->add_option("--theme", arguments.render.theme, "light, dark or high-contrast")
      ->check(CLI::IsMember({"light", "dark", "high-contrast"}))
      ->default_str("light");
  render->add_option("--lanes", arguments.render.lanes, "By what events are put into lanes")
      ->check(CLI::IsMember(
          std::vector<std::string>(Words<Grouping>::list.begin(), Words<Grouping>::list.end())));
  render->add_option("--known-as-of", arguments.render.knownAsOf,
                     "Only what had become known by that day (\"23 June 2025\")");
  render->add_option("--zone", arguments.render.zone, "Time zone of the axis (Europe/Amsterdam; UTC)");
  render->add_flag("--no-legend", arguments.render.noLegend, "Without what the marks mean");
}

void addChart(CLI::App& app, Arguments& arguments) {
  CLI::App* chart =
      addCommand(app, "chart", "Chart a pledge against what was spent", arguments, "FILE", "The archive");
  addOutput(*chart, arguments, "The chart: .svg, .png, .pdf, .csv (with its metadata beside it) or .xlsx");
  ChartRequest& request = arguments.chart;
  chart->add_option("--kind", request.kind, "What is shown")
      ->check(CLI::IsMember(words(Words<ChartKind>::list)))
      ->default_str("lines");
  chart->add_option("--pledge", request.pledge, "Uid of a pledge; else the weightiest that figures measure");
  CLI::Option* states =
      chart->add_option("--states", request.states, "Only these: codes, uids or names (ESP,POL,state-usa)");
  chart->add_option("--group", request.group, "Only the states of a group")
      ->check(CLI::IsMember(words(Words<StateGroup>::list)))
      ->excludes(states);
  chart->add_option("--highlight", request.highlighted, "The state in front");
  chart->add_option("--year", request.year, "Of a chart of one year; else the last one that has figures");
  chart->add_option("--edition", request.edition, "Uid of the source whose figures count")
      ->default_str("latest");
  chart->add_option("--known-as-of", request.knownAsOf, "Only what had become known by that day");
  chart->add_option("--from", request.from, "First day of a chart over time");
  chart->add_option("--to", request.to, "Last day; it belongs to the chart");
  chart->add_option("--today", request.today, "Day of the today line, to draw a chart of another day anew");
  chart->add_option("--size", arguments.size, "Width and height in pixels; rows may need more height")
      ->check(sizeText())
      ->default_str("1200x800");
  chart->add_option("--theme", request.theme, "light, dark, high-contrast or print")
      ->check(CLI::IsMember({"light", "dark", "high-contrast", "print"}))
      ->default_str("light");
}

/// A bundle's folder, or a file.
int runImport(Arguments& arguments) {
  cli::ImportRequest& request = arguments.import;
  const auto refuse = [](const char* why) {
    cli::print(stderr, std::string("entente import: ") + why + '\n');
    return cli::kUsage;
  };
  std::error_code code;
  if (std::filesystem::is_directory(arguments.file, code) || (request.format.empty() && arguments.force)) {
    if (!request.format.empty() || request.saysMore())
      return refuse("these options are for files; a bundle says all of it itself.");
    if (arguments.output.empty()) return refuse("say by -o which archive is made of the bundle.");
    return cli::importBundle(arguments.file, arguments.output, arguments.force);
  }
  if (arguments.force) return refuse("--force is for bundles; what a file holds is added to an archive that is there.");
  const bool describes = !request.title.empty() || !request.publisher.empty() || !request.url.empty() ||
                         !request.published.empty() || !request.reliability.empty() ||
                         !request.licence.empty();
  if (!request.source.empty() && describes)
    return refuse("--source names a source that is there; title, publisher and so on are for a new one.");
  request.file = arguments.file;
  request.output = arguments.output;
  return cli::importFile(request);
}

int runSubcommand(const std::string& name, Arguments& arguments) {
  if (name == "info") return cli::info(arguments.file, arguments.json, arguments.render.knownAsOf);
  if (name == "import") return runImport(arguments);
  if (name == "export")
    return cli::exportArchive(arguments.file, arguments.output, arguments.format, arguments.force);
  if (name == "export-bundle") return cli::exportBundle(arguments.file, arguments.output, arguments.force);
  if (name == "verify") return cli::verify(arguments.file);
  if (name == "check") return cli::checkArchive(arguments.file, arguments.json);
  if (name == "recover") return cli::recover(arguments.file);
  if (name == "date") {
    if (!arguments.expressions.empty()) return cli::date(arguments.expressions, arguments.json);
    cli::print(stderr,
               "entente date: which date? Give expressions, or - to read them from standard input.\n");
    return cli::kUsage;
  }
  if (name == "chart") {
    arguments.chart.file = arguments.file;
    arguments.chart.output = arguments.output;
    arguments.chart.force = arguments.force;
    if (!arguments.size.empty()) readSize(arguments.size, arguments.chart.size);
    return cli::chart(arguments.chart);
  }
  arguments.render.file = arguments.file;
  arguments.render.output = arguments.output;
  arguments.render.force = arguments.force;
  if (!arguments.size.empty()) readSize(arguments.size, arguments.render.size);
  return cli::render(arguments.render);
}

/// Takes the expressions of `date` out of the arguments and gives the rest, in reverse, as CLI11 wants them.
/// CLI11 would take a minus for an option and a bracket for a list.
std::vector<std::string> withoutExpressions(int argc, char** argv, Arguments& arguments) {
  std::vector<std::string> all(argv + 1, argv + argc);
  if (!all.empty() && all.front() == "date") {
    const auto isOption = [](const std::string& word) {
      return word == "--json" || word == "-h" || word == "--help";
    };
    const auto first = std::stable_partition(all.begin() + 1, all.end(), isOption);
    arguments.expressions.assign(first, all.end());
    std::erase(arguments.expressions, "--");
    all.erase(first, all.end());
  }
  std::reverse(all.begin(), all.end());
  return all;
}

}  // namespace

std::variant<int, WindowRequest> runCommandLine(int argc, char** argv) {
  CLI::App app("Entente: an explorer of diplomatic events, and of who says so.", "entente");
  app.footer(kExamples);
  app.set_version_flag("--version", "entente " ENTENTE_VERSION);
  app.require_subcommand(0, 1);
  Arguments arguments;
  std::string window;
  app.add_option("ARCHIVE", window, "The archive to open in a window; without it the built-in one");
  app.add_option("--theme", arguments.theme, "Theme of the window")
      ->check(CLI::IsMember({"light", "dark", "high-contrast", "system"}));
  app.add_option("--geometry", arguments.size, "Size of the window")->check(sizeText());
  addCommands(app, arguments);
  addChart(app, arguments);
  try {
    app.parse(withoutExpressions(argc, argv, arguments));
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? cli::kDone : cli::kUsage;
  }
  if (!app.get_subcommands().empty()) {
    if (!window.empty()) {
      cli::print(stderr, "entente: '" + window + "' stands before a subcommand; see entente --help.\n");
      return cli::kUsage;
    }
    return cli::finished(runSubcommand(app.get_subcommands().front()->get_name(), arguments));
  }
  std::error_code ignored;
  if (!window.empty() && !std::filesystem::exists(window, ignored))
    return cli::failWith(
        {ErrorKind::NotFound,
         "There is no file " + window + ", nor a subcommand of that name; see entente --help.",
         {}});
  WindowRequest request;
  request.file = QFile::decodeName(QByteArray::fromStdString(window));
  if (!arguments.theme.empty()) request.theme = QString::fromStdString(arguments.theme);
  if (!arguments.size.empty()) readSize(arguments.size, request.size);
  return request;
}

}  // namespace entente
