// SPDX-License-Identifier: GPL-3.0-or-later
// Rows to events, field by field.
#include "core/exchange/event_table.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "core/exchange/event_cells.h"
#include "core/exchange/published_text.h"
#include "core/exchange/row_dates.h"

namespace entente {

namespace {

constexpr std::size_t kRowsBetweenLooks = 1'024;  ///< at the stop token
constexpr std::size_t kFields = Words<EventField>::list.size();

QString fromUtf8(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

class EventTableReader {
 public:
  EventTableReader(const TableGrid& grid, const ColumnMap& map, const EventTableOptions& options)
      : m_grid(grid), m_map(map), m_options(options), m_isOwn(map.style == SheetStyle::Entente) {
    for (const MappedColumn& column : map.columns)
      m_columns[static_cast<std::size_t>(column.field)].push_back(&column);
  }

  Result<EventTableImport> run(const Progress& progress);

 private:
  [[nodiscard]] const MappedColumns& columns(EventField field) const {
    return m_columns[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] const GridCell* cell(const GridRow& row, const MappedColumn& column) const {
    if (column.column >= row.cells.size() || row.cells[column.column].text.empty()) return nullptr;
    return &row.cells[column.column];
  }
  /// Of the only column of a field; nothing where that is empty.
  [[nodiscard]] const GridCell* only(const GridRow& row, EventField field) const {
    return columns(field).empty() ? nullptr : cell(row, *columns(field).front());
  }
  [[nodiscard]] QString text(const GridRow& row, EventField field) const {
    const GridCell* only_ = only(row, field);
    return only_ ? textOf(only_->text, m_isOwn) : QString();
  }

  [[nodiscard]] Result<void> check() const;
  void readRow(const GridRow& row);
  bool readWhen(const GridRow& row, ForeignEvent& event);
  bool readTitle(const GridRow& row, ForeignEvent& event);
  QString otherText(const GridRow& row, const ForeignEvent& event);
  bool isTitleSlide(const GridRow& row);
  void readTexts(const GridRow& row, ForeignEvent& event);
  void readPlace(const GridRow& row, ForeignEvent& event);
  void readTags(const GridRow& row, ForeignEvent& event);
  void readActors(const GridRow& row, ForeignEvent& event);
  void readSources(const GridRow& row, ForeignEvent& event);
  void readMedia(const GridRow& row, ForeignEvent& event);
  void readKinds(const GridRow& row, ForeignEvent& event);
  void readRest(const GridRow& row, ForeignEvent& event);
  void addNote(ForeignEvent& event, const QString& line);
  void keep(ForeignEvent& event, const MappedColumn& column, const GridCell& cell) {
    addNote(event, fromUtf8(column.title) + QLatin1String(": ") + textOf(cell.text, m_isOwn));
  }
  void addTag(ForeignEvent& event, const QString& tag);
  void finish(const RowDates& dates);

  const TableGrid& m_grid;
  const ColumnMap& m_map;
  const EventTableOptions& m_options;
  bool m_isOwn;
  std::array<MappedColumns, kFields> m_columns;
  RowDates* m_dates = nullptr;
  EventTableImport m_import;
  std::size_t m_undated = 0;
  TablePlace m_firstUndated;
};

Result<void> EventTableReader::check() const {
  const bool hasTitle = !columns(EventField::Title).empty() || !columns(EventField::Summary).empty();
  const bool hasDate = !columns(EventField::Date).empty() || !columns(EventField::Year).empty();
  if (!hasTitle || !hasDate)
    return fail(ErrorKind::Invalid,
                fmt::format("No column is said to hold {}.", hasTitle ? "a date" : "a title"));
  const std::size_t behind = m_map.hasHeader ? m_map.headerRow + 1 : 0;
  const std::size_t rows = m_grid.rows.size() - std::min(behind, m_grid.rows.size());
  const std::size_t most = std::min(m_options.caps.entries, kMostTableEvents);
  if (rows > most)
    return fail(ErrorKind::Invalid,
                fmt::format("The table has {} rows; {} events can be imported at once.", rows, most));
  return {};
}

Result<EventTableImport> EventTableReader::run(const Progress& progress) {
  if (auto fine = check(); !fine) return fail(fine.error());
  RowDates dates(m_map, m_options.order);
  const std::size_t begin = m_map.hasHeader ? m_map.headerRow + 1 : 0;
  for (std::size_t i = begin; i < m_grid.rows.size(); ++i)
    dates.survey(m_grid.rows[i]);
  dates.settle();
  m_dates = &dates;
  m_import.archive.events.reserve(m_grid.rows.size() - std::min(begin, m_grid.rows.size()));
  for (std::size_t i = begin; i < m_grid.rows.size(); ++i) {
    if (i % kRowsBetweenLooks == 0) {
      if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "Reading the table was cancelled.");
      progress.say(static_cast<std::int64_t>(i), static_cast<std::int64_t>(m_grid.rows.size()));
    }
    readRow(m_grid.rows[i]);
  }
  finish(dates);
  return std::move(m_import);
}

void EventTableReader::finish(const RowDates& dates) {
  ForeignArchive& archive = m_import.archive;
  const DateSurvey& survey = dates.survey();
  if (survey.undecided > 0) {
    m_import.order = survey.order;
    m_import.orderProof = survey.proof;
    if (survey.order == DateOrder::Ask) {
      m_import.questions.push_back(
          {TableQuestion::What::DateOrder,
           survey.contradictory
               ? fmt::format("Some dates have the day first and some the month: {}. Which is it in {}?",
                             survey.proof, survey.undecidedExample)
               : fmt::format("Does the day or the month come first in {}? Nothing in the table proves it.",
                             survey.undecidedExample)});
    } else {
      const bool isProven = !survey.proof.empty() && !survey.contradictory;
      archive.remark({}, {},
                     isProven
                         ? fmt::format("Days and months of {} date(s) were told apart by proof: {}.",
                                       survey.undecided, survey.proof)
                         : fmt::format("Dates like {} were read with the {} first.", survey.undecidedExample,
                                       survey.order == DateOrder::DayFirst ? "day" : "month"));
    }
  }
  if (const auto& odd = dates.oddTimes(); odd.count > 0)
    archive.remark(odd.place, odd.column,
                   odd.count == 1
                       ? fmt::format("{} cannot be read as a time; it is kept in the note.", odd.text)
                       : fmt::format("{} and {} more like it cannot be read as times; they are kept in the "
                                     "notes.",
                                     odd.text, odd.count - 1));
  if (m_undated > 0)
    archive.remark(
        m_firstUndated, {},
        fmt::format("{} row(s) have no date, this one first; they are imported without one.", m_undated));
}

void EventTableReader::readRow(const GridRow& row) {
  if (isTitleSlide(row)) return;
  ForeignEvent event;
  event.place = {row.line, row.cells.empty() ? 0 : row.cells.front().place.column};
  const std::size_t notesBefore = m_import.archive.notes.size();
  const std::size_t undatedBefore = m_undated;
  if (!readWhen(row, event)) return;
  if (!readTitle(row, event)) {
    // Remarks about a row that is refused say nothing.
    m_undated = undatedBefore;
    if (m_import.archive.notes.size() > notesBefore) m_import.archive.notes.resize(notesBefore);
    m_import.archive.refuse(
        event.place,
        columns(EventField::Title).empty() ? std::string() : columns(EventField::Title).front()->title,
        "The row has no title.");
    return;
  }
  if (const GridCell* key = only(row, EventField::Key)) event.key = textOf(key->text, true);
  readTexts(row, event);
  readPlace(row, event);
  readTags(row, event);
  readActors(row, event);
  readSources(row, event);
  readMedia(row, event);
  readKinds(row, event);
  readRest(row, event);
  m_import.archive.events.push_back(std::move(event));
}

bool EventTableReader::readWhen(const GridRow& row, ForeignEvent& event) {
  const RowDate date = m_dates->read(row);
  if (!date.reason.empty()) {
    m_import.archive.refuse(date.place, date.column, date.reason);
    return false;
  }
  for (const RowDate::Remark& remark : date.remarks)
    m_import.archive.remark(remark.place, remark.column, remark.text);
  for (const std::string& line : date.kept)
    addNote(event, fromUtf8(line));
  if (date.when) {
    event.when = date.when;
  } else if (date.remarks.empty() && m_undated++ == 0) {
    m_firstUndated = event.place;
  }
  return true;
}

/// A title that is long goes on in the summary; one that is missing is taken from there.
bool EventTableReader::readTitle(const GridRow& row, ForeignEvent& event) {
  const GridCell* said = only(row, EventField::Title);
  const QString title = said && (m_isOwn || !isMissing(said->text)) ? textOf(said->text, m_isOwn) : QString();
  for (const MappedColumn* column : columns(EventField::Summary)) {
    const GridCell* found = cell(row, *column);
    if (!found) continue;
    const QString summary = textOf(found->text, m_isOwn);
    if (summary.isEmpty()) continue;
    if (!event.summary.isEmpty()) event.summary += QLatin1String("\n\n");
    event.summary += summary;
  }
  event.title = title;
  if (m_isOwn) return !title.isEmpty();
  if (title.isEmpty()) {
    QString other = event.summary;
    if (other.isEmpty()) other = text(row, EventField::MediaCaption);
    if (other.isEmpty()) other = otherText(row, event);
    if (other.isEmpty()) return false;
    event.title = titleFrom(other);
    if (event.title == event.summary) event.summary.clear();
  } else if (title.size() > kLongestTitle || title.contains(QLatin1Char('\n'))) {
    event.title = titleFrom(title);
    event.summary = event.summary.isEmpty() ? title : title + QLatin1String("\n\n") + event.summary;
  }
  return true;
}

/// Of the first cell that was not understood and holds words.
QString EventTableReader::otherText(const GridRow& row, const ForeignEvent& event) {
  if (columns(EventField::Title).empty()) return {};
  for (const MappedColumn* column : columns(EventField::Other)) {
    const GridCell* found = cell(row, *column);
    if (!found || isMissing(found->text)) continue;
    const QString words = textOf(found->text, m_isOwn);
    if (std::ranges::count_if(words, [](QChar c) { return c.isLetter(); }) < 3) continue;
    m_import.archive.remark(event.place, columns(EventField::Title).front()->title,
                            fmt::format("It is empty; '{}' serves as the title.", column->title));
    return words;
  }
  return {};
}

bool EventTableReader::isTitleSlide(const GridRow& row) {
  const GridCell* type = only(row, EventField::SlideType);
  if (!type) return false;
  const std::string word = foldedText(type->text);
  if (word != "title" && word != "start") return false;
  ForeignArchive& archive = m_import.archive;
  if (!archive.title.isEmpty()) return false;
  archive.title = text(row, EventField::Title);
  archive.description = text(row, EventField::Summary);
  if (only(row, EventField::MediaUrl)) ++archive.leftOut["media of the title"];
  if (archive.title.isEmpty() && archive.description.isEmpty()) return false;
  archive.remark({row.line, 0}, {},
                 "The row is the title of the whole table: its title and text are those of a new archive.");
  return true;
}

void EventTableReader::readTexts(const GridRow& row, ForeignEvent& event) {
  if (const GridCell* shown = only(row, EventField::DisplayDate)) {
    const bool saysNothing = event.when && shown->text == event.when->edtf();
    if (!saysNothing) keep(event, *columns(EventField::DisplayDate).front(), *shown);
  }
  for (const MappedColumn* column : columns(EventField::Note)) {
    if (const GridCell* note = cell(row, *column)) addNote(event, textOf(note->text, m_isOwn));
  }
}

void EventTableReader::readPlace(const GridRow& row, ForeignEvent& event) {
  for (const MappedColumn* column : columns(EventField::Place)) {
    const GridCell* found = cell(row, *column);
    if (!found || (!m_isOwn && isMissing(found->text))) continue;
    const QString name = textOf(found->text, m_isOwn).simplified();
    if (name.isEmpty() || event.where == name) continue;
    if (!event.where.isEmpty()) event.where += QLatin1String(", ");
    event.where += name;
  }
  const GridCell* latitude = only(row, EventField::Latitude);
  const GridCell* longitude = only(row, EventField::Longitude);
  if (latitude && longitude) {
    event.latitude = degreesOf(latitude->text, 90);
    event.longitude = degreesOf(longitude->text, 180);
  }
  if (event.latitude.has_value() != event.longitude.has_value())
    event.latitude = event.longitude = std::nullopt;
  const GridCell* both = only(row, EventField::Coordinates);
  if (both && !event.latitude) {
    if (const auto found = coordinatesOf(both->text)) {
      event.latitude = found->latitude;
      event.longitude = found->longitude;
      both = nullptr;
    }
  }
  if (both && event.where.isEmpty() && both->text.find_first_of("0123456789") == std::string::npos) {
    event.where = textOf(both->text, m_isOwn).simplified();
    both = nullptr;
  }
  if (both) keep(event, *columns(EventField::Coordinates).front(), *both);
  if (event.latitude) return;
  if (latitude && !isMissing(latitude->text)) keep(event, *columns(EventField::Latitude).front(), *latitude);
  if (longitude && !isMissing(longitude->text))
    keep(event, *columns(EventField::Longitude).front(), *longitude);
}

void EventTableReader::addTag(ForeignEvent& event, const QString& tag) {
  const QString bare = m_isOwn ? tag : tag.simplified();
  if (!bare.isEmpty() && std::ranges::find(event.tags, bare) == event.tags.end()) event.tags.push_back(bare);
}

void EventTableReader::readTags(const GridRow& row, ForeignEvent& event) {
  for (const EventField field : {EventField::Tag, EventField::Tags}) {
    for (const MappedColumn* column : columns(field)) {
      const GridCell* found = cell(row, *column);
      if (!found || isMissing(found->text)) continue;
      const bool isList = field == EventField::Tags;
      for (const std::string& tag : m_isOwn ? partsOfOwn(found->text) : partsOf(found->text, isList))
        addTag(event, textOf(tag, m_isOwn));
    }
  }
}

void EventTableReader::readActors(const GridRow& row, ForeignEvent& event) {
  for (const MappedColumn* column : columns(EventField::Actors)) {
    const GridCell* found = cell(row, *column);
    if (!found || isMissing(found->text)) continue;
    for (std::string name : m_isOwn ? partsOfOwn(found->text) : partsOf(found->text, true)) {
      ForeignActor actor{column->role.empty() ? "participant" : column->role, {}};
      const std::size_t colon = m_isOwn ? name.find(": ") : std::string::npos;
      if (colon != std::string::npos && slugOf(name.substr(0, colon), 40) == name.substr(0, colon)) {
        actor.role = name.substr(0, colon);
        name.erase(0, colon + 2);
      }
      actor.name = textOf(name, m_isOwn);
      if (!m_isOwn) actor.name = actor.name.simplified();
      if (!actor.name.isEmpty() && std::ranges::find(event.actors, actor) == event.actors.end())
        event.actors.push_back(std::move(actor));
    }
  }
}

/// Titles and links side by side belong together, and before that "Source" and "Source URL".
void EventTableReader::readSources(const GridRow& row, ForeignEvent& event) {
  for (const MappedColumn* column : columns(EventField::Sources)) {
    const GridCell* found = cell(row, *column);
    if (!found) continue;
    for (ForeignSource& work : worksIn(found->text, found->place, m_isOwn))
      event.sources.push_back(std::move(work));
  }
  const MappedColumns& titles = columns(EventField::SourceTitle);
  const MappedColumns links = besideTitles(columns(EventField::SourceUrl), titles);
  for (std::size_t i = 0; i < std::max(titles.size(), links.size()); ++i) {
    const GridCell* title = i < titles.size() ? cell(row, *titles[i]) : nullptr;
    const GridCell* link = i < links.size() && links[i] ? cell(row, *links[i]) : nullptr;
    for (ForeignSource& work : linkedWorks(title, link, m_isOwn)) {
      const bool isKnown = std::ranges::any_of(event.sources, [&](const ForeignSource& other) {
        return other.source.url == work.source.url && other.source.title == work.source.title;
      });
      if (!isKnown) event.sources.push_back(std::move(work));
    }
  }
}

/// A picture or film is a work with its caption as title; what has no address stands in the note.
void EventTableReader::readMedia(const GridRow& row, ForeignEvent& event) {
  QString caption = text(row, EventField::MediaCaption);
  QString credit = text(row, EventField::MediaCredit);
  for (const MappedColumn* column : columns(EventField::MediaUrl)) {
    const GridCell* media = cell(row, *column);
    if (!media || isMissing(media->text)) continue;
    const std::vector<std::string> links = linksIn(media->text);
    if (links.empty()) {
      keep(event, *column, *media);
      continue;
    }
    for (const std::string& link : links) {
      ForeignSource work;
      work.place = media->place;
      work.source.url = fromUtf8(link);
      const bool isFit =
          !caption.isEmpty() && caption.size() <= kLongestTitle && !caption.contains(QLatin1Char('\n'));
      work.source.title = isFit ? caption : work.source.url;
      work.source.author = credit;
      if (!isFit) work.source.note = caption;
      caption.clear();
      credit.clear();
      event.sources.push_back(std::move(work));
    }
  }
  if (!caption.isEmpty() && event.title != caption && !event.summary.contains(caption))
    addNote(event,
            fromUtf8(columns(EventField::MediaCaption).front()->title) + QLatin1String(": ") + caption);
  if (!credit.isEmpty())
    addNote(event, fromUtf8(columns(EventField::MediaCredit).front()->title) + QLatin1String(": ") + credit);
}

void EventTableReader::readKinds(const GridRow& row, ForeignEvent& event) {
  if (const GridCell* kind = only(row, EventField::Kind)) {
    event.kind = fromWord<EventKind>(foldedText(kind->text));
    if (!event.kind && !(m_isOwn && kind->text == "event")) addTag(event, textOf(kind->text, m_isOwn));
  }
  if (const GridCell* type = only(row, EventField::SlideType)) {
    const std::string word = foldedText(type->text);
    if (word == "era") {
      event.kind = EventKind::Period;
    } else if (word != "title" && word != "start") {
      addTag(event, textOf(type->text, m_isOwn));
    }
  }
  const GridCell* weight = only(row, EventField::Weight);
  if (!weight) return;
  const std::string_view number = weight->text;
  if (number.size() == 1 && number[0] >= '0' && number[0] <= '9') {
    event.weight = number[0] - '0';
  } else {
    keep(event, *columns(EventField::Weight).front(), *weight);
  }
}

void EventTableReader::readRest(const GridRow& row, ForeignEvent& event) {
  for (const MappedColumn* column : columns(EventField::Other)) {
    const GridCell* found = cell(row, *column);
    if (found && (m_isOwn || !isMissing(found->text))) keep(event, *column, *found);
  }
  // Cells beyond the titles of the columns.
  for (std::size_t i = m_map.columns.size(); i < row.cells.size(); ++i) {
    if (!row.cells[i].text.empty()) addNote(event, textOf(row.cells[i].text, m_isOwn));
  }
  for (const MappedColumn* column : columns(EventField::LeftOut)) {
    if (cell(row, *column)) ++m_import.archive.leftOut[fmt::format("values of '{}'", column->title)];
  }
}

void EventTableReader::addNote(ForeignEvent& event, const QString& line) {
  if (line.isEmpty()) return;
  const auto most = static_cast<qsizetype>(m_options.caps.textBytes);
  if (event.note.size() + line.size() > most) {
    m_import.archive.remark(
        event.place, {},
        "What is in the columns that were not understood is too long for a note; it was cut.");
    return;
  }
  if (!event.note.isEmpty()) event.note += QLatin1Char('\n');
  event.note += line;
}

}  // namespace

Result<EventTableImport> readEventTable(const TableGrid& grid, const ColumnMap& map,
                                        const EventTableOptions& options, const Progress& progress) {
  return EventTableReader(grid, map, options).run(progress);
}

}  // namespace entente
