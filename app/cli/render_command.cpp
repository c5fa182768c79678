// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a timeline together out of words, and draws it without a display.
#include "app/cli/render_command.h"

#include <fmt/core.h>

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <filesystem>
#include <optional>

#include "app/cli/archive_commands.h"
#include "app/cli/drawing.h"
#include "app/export/output_file.h"
#include "app/export/timeline_export.h"
#include "app/render/zone_tables.h"
#include "core/archive/archive.h"
#include "core/view/snapshot.h"

namespace entente::cli {

namespace {

Result<TimeSpan> boundsOf(const char* option, const std::string& text) {
  auto date = closedDateFrom(option, text);
  if (!date) return fail(date.error());
  return date->bounds().outer();
}

Result<void> applySpan(const RenderRequest& request, TimeSpan& span) {
  if (!request.from.empty()) {
    auto from = boundsOf("--from", request.from);
    if (!from) return fail(from.error());
    span.begin = from->begin;
  }
  if (!request.to.empty()) {
    auto to = boundsOf("--to", request.to);
    if (!to) return fail(to.error());
    span.end = to->end;
  }
  if (span.isEmpty()) {
    const bool both = !request.from.empty() && !request.to.empty();
    return fail(ErrorKind::Invalid,
                both ? "--from is not before --to."
                     : "The archive opens on a span on the other side of that; give --from and --to.");
  }
  return {};
}

Result<TimelineExport> prepare(const RenderRequest& request) {
  TimelineExport what;
  auto format = pictureFormatOf(QFile::decodeName(QByteArray::fromStdString(request.output)));
  if (!format) return fail(format.error());
  what.format = *format;
  std::error_code ignored;
  if (!request.force && std::filesystem::exists(request.output, ignored))
    return fail(ErrorKind::Exists,
                fmt::format("{} is there already; say --force to replace it.", request.output));
  what.today = Instant{QDateTime::currentSecsSinceEpoch()};
  if (!request.today.empty()) {
    auto today = boundsOf("--today", request.today);
    if (!today) return fail(today.error());
    what.today = today->begin;
  }
  auto archive = Archive::open(request.file, Access::ReadOnly);
  if (!archive) return fail(archive.error());
  auto snapshot = loadSnapshot(*archive);
  if (!snapshot) return fail(snapshot.error());
  what.state = openingState(*snapshot, what.today);
  if (auto span = applySpan(request, what.state.view.span); !span) return fail(span.error());
  if (!request.zone.empty()) {
    const QString zone = request.zone == "UTC" ? QString() : QString::fromStdString(request.zone);
    if (!isZone(zone))
      return fail(
          ErrorKind::Invalid,
          fmt::format("--zone: this machine knows no time zone '{}'; say one as Europe/Amsterdam, or UTC.",
                      request.zone));
    what.state.view.zone = zone;
  }
  if (const auto grouping = fromWord<Grouping>(request.lanes);
      grouping && *grouping != what.state.view.grouping) {
    what.state.view.grouping = *grouping;
    what.state.view.lanes = {};
  }
  if (!request.knownAsOf.empty()) {
    auto day = closedDateFrom("--known-as-of", request.knownAsOf);
    if (!day) return fail(day.error());
    what.state.view.knownAsOf = std::move(*day);
  }
  // The archive may open on a day as known on which it is shown.
  what.snapshot = std::make_shared<const Snapshot>(seenThrough(snapshot->content, lensOf(what.state.view)));
  what.size = request.size;
  what.theme = themeFrom(QString::fromStdString(request.theme)).value_or(ThemeName::Light);
  what.legend = !request.noLegend;
  what.program = QStringLiteral("Entente " ENTENTE_VERSION);
  return what;
}

}  // namespace

int render(const RenderRequest& request) {
  auto what = prepare(request);
  if (!what) return failWith(what.error());
  const DrawingApplication application(DrawingApplication::Kind::Painting);
  what->font = application.font();
  auto bytes = exportTimeline(*what);
  if (!bytes) return failWith(bytes.error());
  if (auto done =
          writeFile(QFile::decodeName(QByteArray::fromStdString(request.output)), *bytes, request.force);
      !done)
    return failWith(done.error());
  return kDone;
}

}  // namespace entente::cli
