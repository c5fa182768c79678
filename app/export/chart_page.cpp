// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the words around the plot out and paints both.
#include "app/export/chart_page.h"

#include <fmt/core.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QHashFunctions>

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <algorithm>
#include <cmath>

#include "app/charts/plot_painting.h"
#include "app/charts/plot_scene.h"
#include "app/export/picture_file.h"
#include "app/export/svg_engine.h"
#include "app/render/type.h"
#include "core/time/civil.h"

namespace entente {

namespace {

constexpr double kMarginPx = 16;
constexpr double kGapPx = 4;

QString tr(const char* text) {
  return QCoreApplication::translate("ChartPage", text);
}

struct Page {
  TypeFaces faces;
  QRectF title, subtitle, plot, source, note;
  QString noteText;
  QSize size;
};

Page layOut(const Figure& figure, const ChartExport& what) {
  Page page;
  page.faces = typeFaces(what.font);
  const ArchiveInfo& info = what.snapshot->info;
  page.noteText = figure.legend.isEmpty() ? QString() : figure.legend + QLatin1Char(' ');
  page.noteText += tr("Archive %1, fingerprint %2. Drawn by %3.")
                       .arg(QString::fromStdString(info.path.filename().string()),
                            QString::fromStdString(info.fingerprint.substr(0, 12)), what.program);
  const double width = what.size.width() - 2 * kMarginPx;
  double y = kMarginPx;
  const auto place = [&](const QFont& font, const QString& text) {
    const QRectF rect(kMarginPx, y, width, foldedHeight(font, text, width));
    y += rect.height() + kGapPx;
    return rect;
  };
  page.title = place(page.faces.title, figure.title);
  page.subtitle = place(page.faces.body, figure.subtitle);
  const double top = y + kGapPx;
  const double below = foldedHeight(page.faces.caption, figure.source, width) + kGapPx +
                       foldedHeight(page.faces.caption, page.noteText, width) + kMarginPx;
  const double needed = neededHeight(figure, what.size.width(), 1);
  page.plot = QRectF(0, top, what.size.width(), std::max(what.size.height() - top - below - kGapPx, needed));
  y = page.plot.bottom() + kGapPx;
  page.source = place(page.faces.caption, figure.source);
  page.note = place(page.faces.caption, page.noteText);
  page.size = QSize(what.size.width(), static_cast<int>(std::ceil(y - kGapPx + kMarginPx)));
  return page;
}

void paintPage(QPainter& painter, const Figure& figure, const ChartExport& what, const Page& page) {
  const Theme& colors = theme(what.theme);
  painter.fillRect(QRectF(QPointF(0, 0), page.size), colors.canvas);
  const auto text = [&painter](const QRectF& rect, const QFont& font, const QColor& color,
                               const QString& words) {
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, kFoldedTextFlags, words);
  };
  text(page.title, page.faces.title, colors.ink, figure.title);
  text(page.subtitle, page.faces.body, colors.ink2, figure.subtitle);
  text(page.source, page.faces.caption, colors.ink3, figure.source);
  text(page.note, page.faces.caption, colors.ink3, page.noteText);
  paintPlot(painter, page.plot, figure, {what.theme, what.font, page.faces, what.span});
}

Result<QByteArray> asPng(const Figure& figure, const ChartExport& what, const Page& page) {
  return pngOf(page.size, what.scaleFactor,
               {figure.title, figure.description, figure.source, recipeOf(what, figure)},
               [&](QPainter& painter) { paintPage(painter, figure, what, page); });
}

Result<QByteArray> asSvg(const Figure& figure, const ChartExport& what, const Page& page) {
  SvgDevice device(page.size, {figure.title, figure.description, figure.source,
                               QString::fromUtf8(toJson(recipeOf(what, figure)))});
  QPainter painter;
  if (!painter.begin(&device)) return fail(ErrorKind::Internal, "the chart could not be drawn as SVG");
  paintPage(painter, figure, what, page);
  painter.end();
  return device.svg();
}

/// "/CreationDate (D:20261126031500...)": the moment is the day of the recipe, so that the same export gives
/// the same bytes.
void fixCreationDate(QByteArray& pdf, const QString& day) {
  const QByteArray key("/CreationDate (D:");
  const qsizetype at = pdf.indexOf(key);
  if (at < 0) return;
  const QByteArray digits = QString(day).remove(QLatin1Char('-')).toLatin1() + "000000";
  pdf.replace(at + key.size(), digits.size(), digits);
}

/// While it lives hash tables are in the same order every time: QPdfWriter writes fonts in the order of one.
class SameHashOrder {
 public:
  SameHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
  ~SameHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
  SameHashOrder(const SameHashOrder&) = delete;
  SameHashOrder& operator=(const SameHashOrder&) = delete;
};

Result<QByteArray> asPdf(const Figure& figure, const ChartExport& what, const Page& page) {
  const SameHashOrder sameOrder;
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!buffer.open(QIODevice::WriteOnly)) return fail(ErrorKind::Internal, "no memory for the PDF");
  {
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    constexpr int kDpi = 96;
    constexpr double kPointsPerPx = 0.75;
    writer.setResolution(kDpi);
    writer.setPageSize(
        QPageSize(QSizeF(page.size) * kPointsPerPx, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(figure.title);
    writer.setCreator(what.program);
    writer.addFileAttachment(QStringLiteral("recipe.json"), toJson(recipeOf(what, figure)),
                             QStringLiteral("application/json"));
    QPainter painter(&writer);
    if (!painter.isActive()) return fail(ErrorKind::Internal, "the chart could not be drawn as PDF");
    paintPage(painter, figure, what, page);
  }
  const CivilDate day = dateOf(what.today);
  fixCreationDate(bytes,
                  QString::fromStdString(fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day)));
  return bytes;
}

}  // namespace

Result<QByteArray> chartPage(const Figure& figure, const ChartExport& what, ChartFormat format) {
  if (what.size.width() < kLeastPictureWidth || what.size.height() < kLeastPictureHeight)
    return fail(ErrorKind::Invalid, fmt::format("a chart must be at least {} by {} pixels wide and high",
                                                kLeastPictureWidth, kLeastPictureHeight));
  const Page page = layOut(figure, what);
  if (page.size.height() > kMostPictureSide)
    return fail(ErrorKind::Invalid, "the rows need a picture that is too high to be drawn");
  if (format == ChartFormat::Svg) return asSvg(figure, what, page);
  return format == ChartFormat::Pdf ? asPdf(figure, what, page) : asPng(figure, what, page);
}

}  // namespace entente
