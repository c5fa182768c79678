// SPDX-License-Identifier: GPL-3.0-or-later
// Our own table of events.
#include "core/exchange/event_table_writer.h"

#include "core/exchange/csv_cells.h"
#include "core/exchange/event_cells.h"

namespace entente {

namespace {

std::string bytesOf(const QString& text) {
  return text.toStdString();
}

std::string listOf(const std::vector<QString>& parts) {
  std::string list;
  for (const QString& part : parts)
    list += (list.empty() ? "" : "; ") + escapedPart(bytesOf(part));
  return list;
}

std::string actorsOf(const std::vector<ForeignActor>& actors) {
  std::string list;
  for (const ForeignActor& actor : actors)
    list += (list.empty() ? "" : "; ") + escapedPart(actor.role + ": " + bytesOf(actor.name));
  return list;
}

/// Of a source a line holds title and address.
bool isWhole(const ForeignSource& source) {
  ForeignSource held;
  held.place = source.place;
  held.source.title = source.source.title;
  held.source.url = source.source.url;
  return held == source;
}

std::string sourcesOf(const std::vector<ForeignSource>& sources) {
  std::string lines;
  for (const ForeignSource& source : sources) {
    std::string title = bytesOf(source.source.title.simplified());
    const std::string url = bytesOf(source.source.url);
    if (!lines.empty()) lines += '\n';
    if (url.empty()) {
      lines += title;
    } else if (title == url || title.empty()) {
      lines += url;
    } else {
      lines += title + " <" + url + '>';
    }
  }
  return lines;
}

}  // namespace

WrittenFile writeEventCsv(const ForeignArchive& archive) {
  WrittenFile file;
  appendCsvRow(file.bytes, {"key", "kind", "title", "when", "end", "place", "latitude", "longitude",
                            "summary", "actors", "tags", "sources", "weight", "note"});
  for (const ForeignEvent& event : archive.events) {
    appendCsvRow(file.bytes,
                 {bytesOf(event.key), std::string(event.kind ? wordOf(*event.kind) : "event"),
                  bytesOf(event.title), event.when ? event.when->edtf() : std::string(), "",
                  bytesOf(event.where), event.latitude ? event.latitude->text : std::string(),
                  event.longitude ? event.longitude->text : std::string(), bytesOf(event.summary),
                  actorsOf(event.actors), listOf(event.tags), sourcesOf(event.sources),
                  event.weight ? std::to_string(*event.weight) : std::string(), bytesOf(event.note)});
    for (const ForeignSource& source : event.sources) {
      if (!isWhole(source)) ++file.leftOut["details of sources"];
    }
  }
  if (!archive.title.isEmpty()) ++file.leftOut["titles of the whole"];
  if (!archive.description.isEmpty()) ++file.leftOut["descriptions of the whole"];
  if (!archive.author.isEmpty()) ++file.leftOut["authors of the whole"];
  if (!archive.sources.empty()) file.leftOut["sources that no event cites"] = archive.sources.size();
  return file;
}

}  // namespace entente
