// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the choice of a chart out of words, and writes the chart.
#include "app/cli/chart_command.h"

#include <fmt/core.h>

#include <QApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <filesystem>
#include <optional>
#include <vector>

#include "app/charts/figure_maker.h"
#include "app/cli/archive_commands.h"
#include "app/cli/drawing.h"
#include "app/export/chart_export.h"
#include "app/export/output_file.h"
#include "app/render/type.h"
#include "core/analysis/spending_series.h"
#include "core/archive/archive.h"
#include "core/view/chart_analysis.h"

namespace entente::cli {

namespace {

Result<void> choosePledge(const ChartRequest& request, ChartExport& what) {
  const auto& pledges = what.pledges;
  if (request.pledge.empty()) {
    const Pledge* best = nullptr;
    for (const Pledge& one : pledges) {
      if (one.measuredBy && (!best || one.event.weight > best->event.weight)) best = &one;
    }
    if (!best) return fail(ErrorKind::NotFound, "No pledge of this archive is measured by figures.");
    what.pledge = *best;
    return {};
  }
  const auto found =
      std::ranges::find(pledges, EventUid(request.pledge), [](const Pledge& one) { return one.event.uid; });
  if (found == pledges.end()) {
    std::string known;
    for (const Pledge& one : pledges) {
      if (measuredPledge(one, pledges)) known += (known.empty() ? "" : ", ") + one.event.uid.value;
    }
    return fail(ErrorKind::NotFound, fmt::format("--pledge: there is no pledge '{}'; measured ones are: {}.",
                                                 request.pledge, known.empty() ? "none" : known));
  }
  const Pledge* measured = measuredPledge(*found, pledges);
  if (!measured)
    return fail(ErrorKind::NotFound,
                fmt::format("No series of figures measures {}: what it asks for is not yet reported.",
                            request.pledge));
  if (measured != &*found)
    print(stderr, fmt::format("{} is measured by its part {}; the rest of it is not yet reported.\n",
                              request.pledge, measured->event.uid.value));
  what.pledge = *measured;
  return {};
}

/// "ESP", "state-esp", "Spain".
Result<ActorUid> stateOf(const char* option, const QString& word, const Snapshot& snapshot) {
  const QString wanted = word.trimmed().toCaseFolded();
  const Actor* found = nullptr;
  for (const auto& [uid, actor] : snapshot.actors) {
    if (actor.kind != ActorKind::State) continue;
    const bool is = actor.country.toCaseFolded() == wanted ||
                    QString::fromStdString(uid).toCaseFolded() == wanted ||
                    actor.name.toCaseFolded() == wanted || actor.shortName.toCaseFolded() == wanted;
    if (is && (!found || actor.uid < found->uid)) found = &actor;
  }
  if (found) return found->uid;
  return fail(ErrorKind::NotFound,
              fmt::format("{}: this archive has no state '{}'; say its code (ESP), uid or name.", option,
                          word.trimmed().toStdString()));
}

Result<void> chooseStates(const ChartRequest& request, ChartExport& what) {
  const QStringList words =
      QString::fromStdString(request.states).split(QLatin1Char(','), Qt::SkipEmptyParts);
  for (const QString& word : words) {
    auto state = stateOf("--states", word, *what.snapshot);
    if (!state) return fail(state.error());
    if (std::ranges::find(what.choice.states, *state) == what.choice.states.end())
      what.choice.states.push_back(std::move(*state));
  }
  if (request.highlighted.empty()) return {};
  auto state = stateOf("--highlight", QString::fromStdString(request.highlighted), *what.snapshot);
  if (!state) return fail(state.error());
  if (!what.choice.states.empty() &&
      std::ranges::find(what.choice.states, *state) == what.choice.states.end())
    what.choice.states.push_back(*state);
  what.choice.highlighted = std::move(*state);
  return {};
}

Result<void> chooseEdition(const ChartRequest& request, ChartExport& what) {
  if (request.edition.empty() || request.edition == "latest") return {};
  std::string known;
  for (const Edition& edition :
       editionsOf(what.snapshot->spending, *what.pledge.measuredBy, what.snapshot->sources)) {
    if (edition.source.value == request.edition) {
      what.choice.edition = edition.source;
      return {};
    }
    known += (known.empty() ? "" : ", ") + edition.source.value;
  }
  return fail(ErrorKind::NotFound,
              fmt::format("--edition: no figures of this pledge are in '{}'; they are in: {}.",
                          request.edition, known));
}

Result<void> chooseYear(const ChartRequest& request, ChartExport& what) {
  if (request.year.empty()) return {};
  bool isNumber = false;
  what.choice.year = QString::fromStdString(request.year).toInt(&isNumber);
  if (!isNumber) return fail(ErrorKind::Invalid, fmt::format("--year: '{}' is not a year.", request.year));
  const Figure figure = makeFigure({*what.snapshot, what.pledge, what.pledges, what.choice, what.today});
  if (figure.isEmpty() || figure.year == what.choice.year) return {};
  if (figure.years.empty())
    return fail(ErrorKind::Invalid, fmt::format("--year: a chart of kind {} shows all years.", request.kind));
  std::string years;
  for (const int year : figure.years)
    years += (years.empty() ? "" : ", ") + std::to_string(year);
  return fail(ErrorKind::NotFound,
              fmt::format("--year: this chart has no figures of {}; it has: {}.", request.year, years));
}

Result<void> chooseSpan(const ChartRequest& request, ChartExport& what) {
  if (request.from.empty() && request.to.empty()) return {};
  if (request.from.empty() || request.to.empty())
    return fail(ErrorKind::Invalid, "Give both --from and --to, or none of them.");
  auto from = closedDateFrom("--from", request.from);
  if (!from) return fail(from.error());
  auto to = closedDateFrom("--to", request.to);
  if (!to) return fail(to.error());
  what.span = TimeSpan{from->bounds().earliestBegin, to->bounds().latestEnd};
  if (what.span->isEmpty()) return fail(ErrorKind::Invalid, "--from is not before --to.");
  return {};
}

/// What was asked for and would not be seen in the chart.
Result<void> checkSeen(const ChartRequest& request, ChartExport& what) {
  const Figure figure = makeFigure({*what.snapshot, what.pledge, what.pledges, what.choice, what.today});
  if (figure.isEmpty()) return {};
  if (what.choice.highlighted && figure.highlighted != *what.choice.highlighted)
    return fail(ErrorKind::NotFound,
                fmt::format("--highlight: {} has no figures in this edition.", request.highlighted));
  if (what.choice.kind == ChartKind::Revisions && !what.choice.edition.value.empty())
    return fail(ErrorKind::Invalid, "--edition: revisions show all editions.");
  if (!what.span) return {};
  if (!figure.isOverTime())
    return fail(ErrorKind::Invalid,
                fmt::format("--from, --to: a chart of kind {} has no span of time.", request.kind));
  for (const auto& [year, estimated] : figure.estimatedYears) {
    if (what.span->contains(middleOf(year))) return {};
  }
  return fail(ErrorKind::NotFound, "--from, --to: there are no figures in this span.");
}

Result<void> takeArchive(const ChartRequest& request, ChartExport& what) {
  auto archive = Archive::open(request.file, Access::ReadOnly);
  if (!archive) return fail(archive.error());
  auto content = loadContent(*archive);
  if (!content) return fail(content.error());
  Lens lens;
  if (!request.knownAsOf.empty()) {
    auto day = closedDateFrom("--known-as-of", request.knownAsOf);
    if (!day) return fail(day.error());
    lens.until = day->bounds().latestEnd;
    what.knownAsOf = std::move(*day);
  }
  what.snapshot = std::make_shared<const Snapshot>(
      seenThrough(std::make_shared<const ArchiveContent>(std::move(*content)), lens));
  if (lens.until) what.today = std::min(what.today, plusSeconds(*lens.until, -1));
  auto records = archive->records();
  if (!records) return fail(records.error());
  for (Pledge& pledge : records->pledges) {
    // What was not known on that day is not there.
    if (what.snapshot->find({RecordKind::Pledge, pledge.event.uid.value}))
      what.pledges.push_back(std::move(pledge));
  }
  return {};
}

Result<ChartExport> prepare(const ChartRequest& request) {
  ChartExport what;
  what.today = Instant{QDateTime::currentSecsSinceEpoch()};
  if (!request.today.empty()) {
    auto today = closedDateFrom("--today", request.today);
    if (!today) return fail(today.error());
    what.today = today->bounds().earliestBegin;
  }
  what.choice.kind = fromWord<ChartKind>(request.kind).value_or(ChartKind::Lines);
  if (const auto group = fromWord<StateGroup>(request.group)) what.choice.group = *group;
  what.size = request.size;
  what.theme = themeFrom(QString::fromStdString(request.theme)).value_or(ThemeName::Light);
  what.program = QStringLiteral("Entente " ENTENTE_VERSION);
  for (const auto step :
       {takeArchive, choosePledge, chooseStates, chooseEdition, chooseYear, chooseSpan, checkSeen}) {
    if (auto done = step(request, what); !done) return fail(done.error());
  }
  return what;
}

Result<void> write(const ChartRequest& request, const ChartExport& what, ChartFormat format) {
  const QString path = QFile::decodeName(QByteArray::fromStdString(request.output));
  const QString name = QFileInfo(path).fileName();
  auto bytes = exportChart(what, format, name);
  if (!bytes) return fail(bytes.error());
  if (format != ChartFormat::Csv) return writeFile(path, *bytes, request.force);
  auto metadata = exportMetadata(what, name);
  if (!metadata) return fail(metadata.error());
  // The metadata first: a table without them is worse than none.
  if (auto done = writeFile(path + QStringLiteral("-metadata.json"), *metadata, request.force); !done)
    return fail(done.error());
  return writeFile(path, *bytes, request.force);
}

}  // namespace

int chart(const ChartRequest& request) {
  const auto format = chartFormatOf(QFile::decodeName(QByteArray::fromStdString(request.output)));
  if (!format) return failWith(format.error());
  std::error_code ignored;
  if (!request.force && std::filesystem::exists(request.output, ignored))
    return failWith({ErrorKind::Exists,
                     fmt::format("{} is there already; say --force to replace it.", request.output),
                     {}});
  auto what = prepare(request);
  if (!what) return failWith(what.error());
  std::optional<DrawingApplication> application;
  if (isDrawn(*format)) {
    application.emplace(DrawingApplication::Kind::Widgets);
    what->font = application->font();
  }
  if (auto done = write(request, *what, *format); !done) return failWith(done.error());
  return kDone;
}

}  // namespace entente::cli
