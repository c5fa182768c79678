// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of TimelineJS, column by column.
#include <fmt/core.h>

#include <QString>
#include <array>

#include "core/exchange/csv_cells.h"
#include "core/exchange/event_table_writer.h"

namespace entente {

namespace {

enum Column : std::uint8_t {
  Year,
  Month,
  Day,
  Time,
  EndYear,
  EndMonth,
  EndDay,
  EndTime,
  DisplayDate,
  Headline,
  Text,
  Media,
  MediaCredit,
  MediaCaption,
  MediaThumbnail,
  Type,
  Group,
  Background,
  Columns
};

using Row = std::vector<std::string>;

std::string htmlOf(const QString& text) {
  return text.toHtmlEscaped().replace(QLatin1String("\n"), QLatin1String("<br>")).toStdString();
}

bool isMedia(const QString& url) {
  constexpr std::array<const char*, 11> kEnds{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg",
                                              ".mp4", ".webm", ".mp3", ".ogg", ".m4a"};
  constexpr std::array<const char*, 6> kHosts{"youtube.com/", "youtu.be/",  "vimeo.com/",
                                              "flickr.com/",  "imgur.com/", "soundcloud.com/"};
  const QString path = url.section(QLatin1Char('?'), 0, 0).toLower();
  for (const char* end : kEnds) {
    if (path.endsWith(QLatin1String(end))) return true;
  }
  for (const char* host : kHosts) {
    if (path.contains(QLatin1String(host))) return true;
  }
  return false;
}

/// Year, month, day and time from `at` on. Digits that are not known count as the first that fit.
void putDate(Row& row, std::size_t at, const DatePart& part) {
  row[at] = fmt::format("{}", part.year < 1 ? part.year - 1 : part.year);
  if (part.month > 0 && part.month <= 12) row[at + 1] = fmt::format("{}", part.month);
  if (part.day > 0) row[at + 2] = fmt::format("{}", part.day);
  if (part.hasTime) row[at + 3] = fmt::format("{:02}:{:02}:{:02}", part.hour, part.minute, part.second);
}

class SheetWriter {
 public:
  WrittenFile run(const ForeignArchive& archive) {
    appendCsvRow(m_file.bytes, {"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day",
                                "End Time", "Display Date", "Headline", "Text", "Media", "Media Credit",
                                "Media Caption", "Media Thumbnail", "Type", "Group", "Background"});
    if (!archive.title.isEmpty()) {
      Row row(Columns);
      row[Headline] = archive.title.toHtmlEscaped().toStdString();
      row[Text] = htmlOf(archive.description);
      row[Type] = "title";
      appendCsvRow(m_file.bytes, row);
    }
    for (const ForeignEvent& event : archive.events)
      write(event);
    if (!archive.author.isEmpty()) ++m_file.leftOut["authors of the whole"];
    if (!archive.sources.empty()) m_file.leftOut["sources that no event cites"] = archive.sources.size();
    return std::move(m_file);
  }

 private:
  void leave(bool isThere, const char* what) {
    if (isThere) ++m_file.leftOut[what];
  }

  /// False if it has no date that can be shown.
  bool putWhen(Row& row, const FuzzyDate& when) {
    const bool hasBegin = when.beginKind() == EndKind::Known;
    const bool hasEnd = when.endKind() == EndKind::Known;
    if (!hasBegin) return false;
    putDate(row, Year, when.begin());
    if (when.isInterval() && hasEnd) putDate(row, EndYear, when.end());
    if (when.isSet() && hasEnd) putDate(row, EndYear, when.end());
    const bool isVague = when.isUncertain() || when.isApproximate() || when.isSet() ||
                         when.begin().hasUnspecified() || when.begin().hasSeason() ||
                         (when.isInterval() && !hasEnd) ||
                         (hasEnd && (when.end().hasUnspecified() || when.end().hasSeason()));
    if (isVague) row[DisplayDate] = when.edtf();
    leave(isVague, "vague dates, which are shown but not understood");
    leave(when.begin().hasOffset || when.end().hasOffset, "offsets of times from UTC");
    return true;
  }

  void putSources(Row& row, const ForeignEvent& event) {
    std::string links;
    for (const ForeignSource& work : event.sources) {
      const QString& url = work.source.url;
      const std::string title = work.source.title.toHtmlEscaped().toStdString();
      if (row[Media].empty() && isMedia(url)) {
        row[Media] = url.toStdString();
        row[MediaCredit] = work.source.author.toHtmlEscaped().toStdString();
        if (work.source.title != url) row[MediaCaption] = title;
      } else if (url.isEmpty()) {
        links += fmt::format("<br>{}", title);
      } else {
        links += fmt::format("<br><a href=\"{}\">{}</a>", url.toHtmlEscaped().toStdString(), title);
      }
    }
    if (!links.empty()) row[Text] += row[Text].empty() ? links.substr(4) : "<br>" + links;
  }

  void write(const ForeignEvent& event) {
    Row row(Columns);
    if (!event.when || !putWhen(row, *event.when)) {
      leave(true, "events without date");
      return;
    }
    row[Headline] = event.title.toHtmlEscaped().toStdString();
    row[Text] = htmlOf(event.summary);
    putSources(row, event);
    if (event.kind == EventKind::Period && event.when->isInterval() && !row[EndYear].empty())
      row[Type] = "era";
    leave(event.kind && row[Type].empty(), "kinds");
    if (!event.tags.empty()) row[Group] = event.tags.front().toStdString();
    leave(event.tags.size() > 1, "further tags");
    leave(!event.where.isEmpty(), "places");
    leave(event.latitude.has_value(), "coordinates");
    leave(!event.actors.empty(), "participants");
    leave(event.weight.has_value(), "weights");
    leave(!event.key.isEmpty(), "keys");
    leave(!event.note.isEmpty(), "notes");
    appendCsvRow(m_file.bytes, row);
  }

  WrittenFile m_file;
};

}  // namespace

WrittenFile writeTimelineJsSheet(const ForeignArchive& archive) {
  return SheetWriter().run(archive);
}

}  // namespace entente
