// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the words around a timeline picture and its recipe.
#include "app/export/timeline_export.h"

#include <fmt/core.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include "app/export/timeline_picture.h"
#include "app/render/date_words.h"
#include "app/words/lane_texts.h"
#include "core/time/civil.h"
#include "core/time/edtf_days.h"
#include "core/view/lane_slices.h"

namespace entente {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("TimelineExport", text);
}

/// "1 January 2024 to 31 December 2026: 117 events certain, 7 possible"
QString captionOf(const LaneSlices& slices, const ViewState& view) {
  const TimeSpan span = view.span;
  const LaneSlices::Counts counts = slices.countIn(span);
  const auto day = [](Instant at) {
    const auto date = FuzzyDate::parse(dayText(dateOf(at)));
    return date ? dateInWords(*date) : yearInWords(dateOf(at).year);
  };
  const QString first = day(span.begin);
  const QString last = day(plusSeconds(span.end, -1));
  QString range = first == last ? first : tr("%1 to %2").arg(first, last);
  if (view.knownAsOf) range = tr("%1, as known on %2").arg(range, dateInWords(*view.knownAsOf));
  return counts.possible > 0
             ? tr("%1: %2 events, %3 more possible").arg(range).arg(counts.certain).arg(counts.possible)
             : tr("%1: %2 events").arg(range).arg(counts.certain);
}

QString sourceLineOf(const ArchiveInfo& info, const QString& program) {
  return tr("Source: archive %1 (%2 sources, fingerprint %3). Drawn by %4.")
      .arg(QString::fromStdString(info.path.filename().string()),
           QString::number(info.count(TableId::Sources)),
           QString::fromStdString(info.fingerprint.substr(0, 12)), program);
}

}  // namespace

Result<PictureFormat> pictureFormatOf(const QString& path) {
  if (path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) return PictureFormat::Png;
  if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) return PictureFormat::Svg;
  return fail(ErrorKind::Invalid,
              fmt::format("{}: a picture's name ends with .png or .svg.", path.toStdString()));
}

namespace {

/// The lanes of the view. A picture does not move: of many lanes those are left out that have nothing in its
/// span.
std::shared_ptr<const LaneSlices> lanesOfPicture(const TimelineExport& what) {
  auto slices = std::make_shared<const LaneSlices>(what.snapshot, what.state.view);
  if (what.state.view.grouping == Grouping::Kind) return slices;
  ViewState view = what.state.view;
  for (int lane = 0; lane < slices->laneCount(); ++lane) {
    if (slices->laneKind(lane) != LaneKind::Offices && slices->marks(lane, view.span, 1).marks.empty())
      view.lanes = withHidden(view.lanes, slices->laneAt(lane).key, true);
  }
  return view.lanes == what.state.view.lanes ? slices
                                             : std::make_shared<const LaneSlices>(what.snapshot, view);
}

}  // namespace

Result<QByteArray> exportTimeline(const TimelineExport& what) {
  const auto slices = lanesOfPicture(what);
  const LaneTexts texts(slices);
  const ArchiveInfo& info = what.snapshot->info;
  const QString name = QString::fromStdString(info.path.filename().string());
  TimelinePicture picture{.source = *slices,
                          .texts = texts,
                          .span = what.state.view.span,
                          .now = startOfDay(dateOf(shownNow(what.state.view, what.today))),
                          .title = info.title.isEmpty() ? name : info.title,
                          .caption = captionOf(*slices, what.state.view),
                          .sourceLine = sourceLineOf(info, what.program),
                          .baseFont = what.font,
                          .recipe = {}};
  picture.sizePx = what.size;
  picture.theme = what.theme;
  picture.axisNames = what.state.view.axisNames;
  picture.zone = what.state.view.zone;
  picture.legend = what.legend;
  picture.asKnown = what.state.view.knownAsOf.has_value();
  const QJsonObject view{
      {QStringLiteral("state"), QJsonDocument::fromJson(toJson(SavedState{what.state.view, {}})).object()},
      {QStringLiteral("size"), QStringLiteral("%1x%2").arg(what.size.width()).arg(what.size.height())},
      {QStringLiteral("theme"), wordOf(what.theme)},
      {QStringLiteral("legend"), what.legend},
      {QStringLiteral("today"), QString::fromStdString(dayText(dateOf(what.today)))}};
  picture.recipe = {picture.title, QString::fromStdString(info.fingerprint),
                    QString::fromUtf8(QJsonDocument(view).toJson(QJsonDocument::Compact)), what.program};
  return what.format == PictureFormat::Png ? timelinePng(picture) : timelineSvg(picture);
}

}  // namespace entente
