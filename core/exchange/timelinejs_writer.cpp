// SPDX-License-Identifier: GPL-3.0-or-later
// Slides, eras and the title slide, put together.
#include "core/exchange/timelinejs_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/exchange/timelinejs_slide.h"

namespace entente {

namespace {

bool isEra(const ForeignEvent& event) {
  return event.kind == EventKind::Period && event.when->isInterval() &&
         event.when->endKind() == EndKind::Known;
}

QString html(const QString& text) {
  return text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

/// Years that its ordinary calendar cannot hold (TimelineConfig.js, _ensureValidScale).
bool isCosmological(const FuzzyDate& date) {
  const auto far = [](std::int64_t year) { return year < -271'820 || year > 275'759; };
  return far(date.begin().year) || (date.endKind() == EndKind::Known && far(date.end().year));
}

void showInWords(QJsonObject& slide, const QString& words) {
  QJsonObject begin = slide[QStringLiteral("start_date")].toObject();
  if (!begin.contains(QStringLiteral("display_date"))) return;
  begin[QStringLiteral("display_date")] = words;
  slide[QStringLiteral("start_date")] = begin;
}

}  // namespace

WrittenFile writeTimelineJsJson(const ForeignArchive& archive, const DateWords& words) {
  WrittenFile file;
  QJsonArray events;
  QJsonArray eras;
  bool cosmological = false;
  for (const ForeignEvent& event : archive.events) {
    if (!hasSlide(event)) {
      ++file.leftOut["entries without a known begin"];
      continue;
    }
    QJsonObject slide = slideOf(event, &file.leftOut);
    if (words) showInWords(slide, words(*event.when));
    slide[QString::fromUtf16(kOwnMember)] = ownMemberOf(event);
    cosmological = cosmological || isCosmological(*event.when);
    // An era of a single date would have no end; TimelineJS refuses those.
    const bool era = isEra(event) && slide.contains(QStringLiteral("end_date"));
    (era ? eras : events).append(slide);
  }
  QJsonObject root;
  if (!archive.title.isEmpty() || !archive.description.isEmpty()) {
    QJsonObject text;
    text[QStringLiteral("headline")] = html(archive.title);
    if (!archive.description.isEmpty()) text[QStringLiteral("text")] = html(archive.description);
    root[QStringLiteral("title")] = QJsonObject{{QStringLiteral("text"), text}};
  }
  if (cosmological) root[QStringLiteral("scale")] = QStringLiteral("cosmological");
  root[QStringLiteral("events")] = events;
  if (!eras.isEmpty()) root[QStringLiteral("eras")] = eras;
  QJsonObject own;
  if (!archive.title.isEmpty()) own[QStringLiteral("title")] = archive.title;
  if (!archive.description.isEmpty()) own[QStringLiteral("description")] = archive.description;
  if (!archive.author.isEmpty()) {
    own[QStringLiteral("author")] = archive.author;
    ++file.leftOut["authors"];
  }
  QJsonArray sources;
  for (const ForeignSource& source : archive.sources) {
    sources.append(ownMemberOf(source));
    ++file.leftOut["sources of the whole archive"];
  }
  if (!sources.isEmpty()) own[QStringLiteral("sources")] = sources;
  root[QString::fromUtf16(kOwnMember)] = own;
  file.bytes = QJsonDocument(root).toJson(QJsonDocument::Indented);
  return file;
}

}  // namespace entente
