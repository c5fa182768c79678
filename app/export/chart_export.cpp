// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the figure and hands it to the writer of the format.
#include "app/export/chart_export.h"

#include <fmt/core.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <array>
#include <utility>

#include "app/charts/figure_maker.h"
#include "app/export/chart_page.h"
#include "app/export/chart_workbook.h"
#include "core/exchange/table_csv.h"
#include "core/time/civil.h"
#include "core/time/edtf_days.h"

namespace entente {

namespace {

constexpr std::array kEndings{std::pair{ChartFormat::Svg, ".svg"}, std::pair{ChartFormat::Png, ".png"},
                              std::pair{ChartFormat::Pdf, ".pdf"}, std::pair{ChartFormat::Csv, ".csv"},
                              std::pair{ChartFormat::Xlsx, ".xlsx"}};

QString dayOf(Instant at) {
  return QString::fromStdString(dayText(dateOf(at)));
}

QStringList uids(const std::vector<SourceUid>& sources) {
  QStringList list;
  for (const SourceUid& uid : sources)
    list << QString::fromStdString(uid.value);
  return list;
}

TableAbout aboutOf(const ChartExport& what, const Figure& figure, const QString& name) {
  return {name,
          figure.title,
          figure.subtitle,
          {figure.source},
          uids(figure.editions),
          toJson(recipeOf(what, figure))};
}

}  // namespace

Result<ChartFormat> chartFormatOf(const QString& path) {
  for (const auto& [format, ending] : kEndings) {
    if (path.endsWith(QLatin1String(ending), Qt::CaseInsensitive)) return format;
  }
  return fail(
      ErrorKind::Invalid,
      fmt::format("{}: the name of a chart ends with .svg, .png, .pdf, .csv or .xlsx.", path.toStdString()));
}

bool isDrawn(ChartFormat format) {
  return format != ChartFormat::Csv && format != ChartFormat::Xlsx;
}

Result<Figure> figureOf(const ChartExport& what) {
  Figure figure = makeFigure({*what.snapshot, what.pledge, what.pledges, what.choice, what.today});
  if (figure.isEmpty()) return fail(ErrorKind::NotFound, figure.nothing.toStdString());
  return figure;
}

Recipe recipeOf(const ChartExport& what, const Figure& figure) {
  const ArchiveInfo& info = what.snapshot->info;
  Recipe recipe;
  recipe.archive = info.title.isEmpty() ? QString::fromStdString(info.path.filename().string()) : info.title;
  recipe.fingerprint = QString::fromStdString(info.fingerprint);
  recipe.program = what.program;
  ChartChoice choice = what.choice;
  choice.pledge = what.pledge.event.uid;
  // What was shown by default is named, so that a newer edition does not change it.
  choice.edition = figure.edition;
  choice.year = figure.year;
  QJsonObject view{
      {QStringLiteral("chart"), QJsonDocument::fromJson(toJson(choice)).object()},
      {QStringLiteral("kind"), QString::fromLatin1(wordOf(choice.kind).data())},
      {QStringLiteral("size"), QStringLiteral("%1x%2").arg(what.size.width()).arg(what.size.height())},
      {QStringLiteral("theme"), wordOf(what.theme)},
      {QStringLiteral("today"), dayOf(what.today)}};
  if (what.span)
    view.insert(QStringLiteral("span"),
                QStringLiteral("%1/%2").arg(dayOf(what.span->begin), dayOf(plusSeconds(what.span->end, -1))));
  if (what.knownAsOf)
    view.insert(QStringLiteral("knownAsOf"), QString::fromStdString(what.knownAsOf->edtf()));
  recipe.view = QString::fromUtf8(QJsonDocument(view).toJson(QJsonDocument::Compact));
  return recipe;
}

Result<QByteArray> exportChart(const ChartExport& what, ChartFormat format, const QString& name) {
  auto figure = figureOf(what);
  if (!figure) return fail(figure.error());
  switch (format) {
    case ChartFormat::Csv:
      return tableCsv(figure->table);
    case ChartFormat::Xlsx:
      return chartWorkbook(*figure, aboutOf(what, *figure, name), what.today);
    case ChartFormat::Svg:
    case ChartFormat::Png:
    case ChartFormat::Pdf:
      return chartPage(*figure, what, format);
  }
  return fail(ErrorKind::Internal, "a chart has no such format");
}

Result<QByteArray> exportMetadata(const ChartExport& what, const QString& name) {
  auto figure = figureOf(what);
  if (!figure) return fail(figure.error());
  return tableMetadata(figure->table, aboutOf(what, *figure, name));
}

}  // namespace entente
