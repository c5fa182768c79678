// SPDX-License-Identifier: GPL-3.0-or-later
// Counts and places in words, and the report as a table.
#include "app/words/entry_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <vector>

#include "core/model/canonical_csv.h"

namespace entente {

namespace {

struct EntryWords {
  Q_DECLARE_TR_FUNCTIONS(EntryWords)
};

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

QString events(std::size_t count) {
  return count == 1 ? EntryWords::tr("1 event") : EntryWords::tr("%1 events").arg(count);
}

QString sources(std::size_t count) {
  return count == 1 ? EntryWords::tr("1 source") : EntryWords::tr("%1 sources").arg(count);
}

QString entries(std::size_t count) {
  return count == 1 ? EntryWords::tr("1 entry") : EntryWords::tr("%1 entries").arg(count);
}

/// "342 events and 12 sources"
QString whatIsRead(const ForeignArchive& archive) {
  if (archive.sources.empty()) return events(archive.events.size());
  if (archive.events.empty()) return sources(archive.sources.size());
  return EntryWords::tr("%1 and %2").arg(events(archive.events.size()), sources(archive.sources.size()));
}

const char* outcomeOf(EntryFate fate) {
  switch (fate) {
    case EntryFate::Added:
      return "added";
    case EntryFate::Changed:
      return "changed";
    case EntryFate::Unchanged:
      return "unchanged";
  }
  return "";
}

class Report {
 public:
  Report() : m_csv("outcome,row,column,where,uid,title,date,text\n") {}

  void note(const ImportNote& one) {
    line(one.kind == NoteKind::Refusal ? "refused" : "remark", one.place, one.where, {}, {}, {}, one.text);
  }
  void entry(const PlannedEntry& planned, TablePlace place, const QString& title,
             const std::optional<FuzzyDate>& date) {
    const std::string changes = planned.changes.empty() ? std::string() : "changes: " + planned.changes;
    line(outcomeOf(planned.fate), place, {}, planned.uid, title.toStdString(),
         date ? date->edtf() : std::string(), changes);
  }
  void missing(const EventUid& uid) {
    line("missing", {}, {}, uid.value, {}, {}, "it was imported before, and is not in the file; it stays");
  }
  [[nodiscard]] QByteArray bytes() const { return QByteArray::fromStdString(m_csv); }

 private:
  void line(std::string_view outcome, TablePlace place, std::string_view where, std::string_view uid,
            std::string_view title, std::string_view date, std::string_view words) {
    const auto number = [](std::int64_t value) { return value > 0 ? std::to_string(value) : std::string(); };
    appendCsvCell(m_csv, outcome);
    for (const std::string& cell :
         {number(place.line), number(place.column), std::string(where), std::string(uid), std::string(title),
          std::string(date), std::string(words)}) {
      m_csv += ',';
      appendCsvCell(m_csv, cell);
    }
    m_csv += '\n';
  }

  std::string m_csv;
};

}  // namespace

QString formatInWords(ForeignFormat format) {
  switch (format) {
    case ForeignFormat::Table:
      return EntryWords::tr("table");
    case ForeignFormat::TimelineJs:
      return EntryWords::tr("TimelineJS");
    case ForeignFormat::Vis:
      return EntryWords::tr("vis-timeline");
    case ForeignFormat::TimelineProject:
      return EntryWords::tr("The Timeline Project");
    case ForeignFormat::Simile:
      return EntryWords::tr("SIMILE Timeline");
    case ForeignFormat::ICalendar:
      return EntryWords::tr("iCalendar");
    case ForeignFormat::CslJson:
      return EntryWords::tr("CSL-JSON");
    case ForeignFormat::Ris:
      return EntryWords::tr("RIS");
  }
  return {};
}

namespace {

QString scriptOf(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::Unknown:
    case TextEncoding::Utf8:
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
      return EntryWords::tr("Unicode");
    case TextEncoding::Windows1252:
    case TextEncoding::MacRoman:
      return EntryWords::tr("Western");
    case TextEncoding::Windows1250:
    case TextEncoding::Latin2:
      return EntryWords::tr("Central European");
    case TextEncoding::Windows1251:
    case TextEncoding::CyrillicIso:
    case TextEncoding::Koi8R:
      return EntryWords::tr("Cyrillic");
    case TextEncoding::Windows1253:
    case TextEncoding::GreekIso:
      return EntryWords::tr("Greek");
    case TextEncoding::Windows1254:
      return EntryWords::tr("Turkish");
    case TextEncoding::Windows1255:
      return EntryWords::tr("Hebrew");
    case TextEncoding::Windows1256:
      return EntryWords::tr("Arabic");
    case TextEncoding::ShiftJis:
    case TextEncoding::EucJp:
      return EntryWords::tr("Japanese");
    case TextEncoding::Gb18030:
    case TextEncoding::Big5:
      return EntryWords::tr("Chinese");
    case TextEncoding::EucKr:
      return EntryWords::tr("Korean");
  }
  return {};
}

}  // namespace

QString encodingInWords(TextEncoding encoding) {
  const std::string_view name = wordOf(encoding);
  return QStringLiteral("%1 (%2)").arg(scriptOf(encoding),
                                       QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
}

QString separatorInWords(char separator) {
  switch (separator) {
    case ',':
      return EntryWords::tr("comma");
    case ';':
      return EntryWords::tr("semicolon");
    case '\t':
      return EntryWords::tr("tab");
    case '|':
      return EntryWords::tr("bar");
    default:
      return QStringLiteral("'%1'").arg(QLatin1Char(separator));
  }
}

QString fieldInWords(EventField field) {
  switch (field) {
    case EventField::Ignore:
      return EntryWords::tr("left out");
    case EventField::Other:
      return EntryWords::tr("kept in the note");
    case EventField::LeftOut:
      return EntryWords::tr("no place for it");
    case EventField::Key:
      return EntryWords::tr("Id");
    case EventField::Title:
      return EntryWords::tr("Title");
    case EventField::Date:
      return EntryWords::tr("Date");
    case EventField::EndDate:
      return EntryWords::tr("End");
    case EventField::Year:
      return EntryWords::tr("Year");
    case EventField::Month:
      return EntryWords::tr("Month");
    case EventField::Day:
      return EntryWords::tr("Day");
    case EventField::Time:
      return EntryWords::tr("Time");
    case EventField::EndYear:
      return EntryWords::tr("Year of the end");
    case EventField::EndMonth:
      return EntryWords::tr("Month of the end");
    case EventField::EndDay:
      return EntryWords::tr("Day of the end");
    case EventField::EndTime:
      return EntryWords::tr("Time of the end");
    case EventField::DisplayDate:
      return EntryWords::tr("Date in words");
    case EventField::Summary:
      return EntryWords::tr("Summary");
    case EventField::Place:
      return EntryWords::tr("Place");
    case EventField::Latitude:
      return EntryWords::tr("Latitude");
    case EventField::Longitude:
      return EntryWords::tr("Longitude");
    case EventField::Coordinates:
      return EntryWords::tr("Coordinates");
    case EventField::Kind:
      return EntryWords::tr("Kind");
    case EventField::SlideType:
      return EntryWords::tr("Type of slide");
    case EventField::Tag:
      return EntryWords::tr("Tag");
    case EventField::Tags:
      return EntryWords::tr("Tags");
    case EventField::Actors:
      return EntryWords::tr("Actors");
    case EventField::Sources:
      return EntryWords::tr("Sources");
    case EventField::SourceTitle:
      return EntryWords::tr("Title of a source");
    case EventField::SourceUrl:
      return EntryWords::tr("Address of a source");
    case EventField::MediaUrl:
      return EntryWords::tr("Address of a picture or film");
    case EventField::MediaCredit:
      return EntryWords::tr("Credit of the picture");
    case EventField::MediaCaption:
      return EntryWords::tr("Caption of the picture");
    case EventField::Weight:
      return EntryWords::tr("Weight");
    case EventField::Note:
      return EntryWords::tr("Note");
  }
  return {};
}

QString entriesInWords(const ForeignArchive& archive) {
  QString words = whatIsRead(archive);
  if (archive.refused > 0) words += EntryWords::tr("; %1 refused").arg(entries(archive.refused));
  return words;
}

QString differenceInWords(const EventPlan& plan) {
  QString words = EntryWords::tr("%1 added, %2 changed, %3 unchanged")
                      .arg(plan.count(EntryFate::Added))
                      .arg(plan.count(EntryFate::Changed))
                      .arg(plan.count(EntryFate::Unchanged));
  if (!plan.missing.empty())
    words +=
        EntryWords::tr("; %1 imported before and not in the file: kept").arg(events(plan.missing.size()));
  return words;
}

QString importTitle(const ForeignArchive& archive, const EventPlan& plan) {
  const QString what = whatIsRead(archive);
  return plan.sourceTitle.isEmpty() ? EntryWords::tr("Import %1").arg(what)
                                    : EntryWords::tr("Import %1: %2").arg(what, plan.sourceTitle);
}

QString leftOutInWords(const std::map<std::string, std::size_t>& leftOut) {
  QStringList words;
  for (const auto& [what, count] : leftOut)
    words << EntryWords::tr("%1 (%2)").arg(text(what), entries(count));
  return words.join(QStringLiteral(", "));
}

QString noteInWords(const ImportNote& note) {
  QStringList place;
  if (note.place.line > 0) place << EntryWords::tr("row %1").arg(note.place.line);
  if (note.place.column > 0 && note.where.empty())
    place << EntryWords::tr("column %1").arg(note.place.column);
  if (!note.where.empty()) place << text(note.where);
  if (place.isEmpty()) return text(note.text);
  return EntryWords::tr("%1: %2").arg(place.join(QStringLiteral(", ")), text(note.text));
}

QByteArray importReport(const ForeignArchive& archive, const EventPlan& plan) {
  std::vector<const ImportNote*> notes;
  for (const ImportNote& note : archive.notes)
    notes.push_back(&note);
  for (const ImportNote& note : plan.notes)
    notes.push_back(&note);
  std::ranges::stable_sort(notes, {}, [](const ImportNote* note) { return note->place; });
  Report report;
  std::size_t next = 0;
  const auto notesUpTo = [&](TablePlace place) {
    for (; next < notes.size() && notes[next]->place.line < place.line; ++next)
      report.note(*notes[next]);
  };
  for (std::size_t i = 0; i < plan.events.size(); ++i) {
    notesUpTo(archive.events[i].place);
    report.entry(plan.events[i], archive.events[i].place, archive.events[i].title, archive.events[i].when);
  }
  for (; next < notes.size(); ++next)
    report.note(*notes[next]);
  for (std::size_t i = 0; i < plan.sources.size(); ++i)
    report.entry(plan.sources[i], archive.sources[i].place, archive.sources[i].source.title,
                 archive.sources[i].source.published);
  for (const EventUid& uid : plan.missing)
    report.missing(uid);
  return report.bytes();
}

}  // namespace entente
