// SPDX-License-Identifier: GPL-3.0-or-later
// The words, one table a list.
#include "app/words/field_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <map>

#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "app/words/record_titles.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

struct FieldWords {
  Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

QString said(const char* text) {
  return FieldWords::tr(text);
}

struct NamedTable {
  TableId table;
  const char* one;
  const char* many;
};

constexpr NamedTable kTables[] = {
    {TableId::Properties, QT_TRANSLATE_NOOP("FieldWords", "property"),
     QT_TRANSLATE_NOOP("FieldWords", "properties")},
    {TableId::Summits, QT_TRANSLATE_NOOP("FieldWords", "summit"), QT_TRANSLATE_NOOP("FieldWords", "summits")},
    {TableId::Messages, QT_TRANSLATE_NOOP("FieldWords", "message"),
     QT_TRANSLATE_NOOP("FieldWords", "messages")},
    {TableId::Pledges, QT_TRANSLATE_NOOP("FieldWords", "pledge"), QT_TRANSLATE_NOOP("FieldWords", "pledges")},
    {TableId::Statements, QT_TRANSLATE_NOOP("FieldWords", "statement"),
     QT_TRANSLATE_NOOP("FieldWords", "statements")},
    {TableId::Periods, QT_TRANSLATE_NOOP("FieldWords", "period"), QT_TRANSLATE_NOOP("FieldWords", "periods")},
    {TableId::Events, QT_TRANSLATE_NOOP("FieldWords", "event"), QT_TRANSLATE_NOOP("FieldWords", "events")},
    {TableId::Stages, QT_TRANSLATE_NOOP("FieldWords", "stage"), QT_TRANSLATE_NOOP("FieldWords", "stages")},
    {TableId::Positions, QT_TRANSLATE_NOOP("FieldWords", "position"),
     QT_TRANSLATE_NOOP("FieldWords", "positions")},
    {TableId::Offices, QT_TRANSLATE_NOOP("FieldWords", "office"), QT_TRANSLATE_NOOP("FieldWords", "offices")},
    {TableId::Accessions, QT_TRANSLATE_NOOP("FieldWords", "membership"),
     QT_TRANSLATE_NOOP("FieldWords", "memberships")},
    {TableId::Spending, QT_TRANSLATE_NOOP("FieldWords", "figure"),
     QT_TRANSLATE_NOOP("FieldWords", "figures")},
    {TableId::Actors, QT_TRANSLATE_NOOP("FieldWords", "actor"), QT_TRANSLATE_NOOP("FieldWords", "actors")},
    {TableId::Places, QT_TRANSLATE_NOOP("FieldWords", "place"), QT_TRANSLATE_NOOP("FieldWords", "places")},
    {TableId::Sources, QT_TRANSLATE_NOOP("FieldWords", "source"), QT_TRANSLATE_NOOP("FieldWords", "sources")},
    {TableId::Claims, QT_TRANSLATE_NOOP("FieldWords", "claim"), QT_TRANSLATE_NOOP("FieldWords", "claims")},
    {TableId::Pins, QT_TRANSLATE_NOOP("FieldWords", "pin"), QT_TRANSLATE_NOOP("FieldWords", "pins")},
    {TableId::Links, QT_TRANSLATE_NOOP("FieldWords", "link"), QT_TRANSLATE_NOOP("FieldWords", "links")},
    {TableId::Views, QT_TRANSLATE_NOOP("FieldWords", "view"), QT_TRANSLATE_NOOP("FieldWords", "views")},
    {TableId::BulkBatches, QT_TRANSLATE_NOOP("FieldWords", "batch of machine-coded events"),
     QT_TRANSLATE_NOOP("FieldWords", "batches of machine-coded events")},
};

const NamedTable& named(TableId table) {
  const auto found = std::ranges::find(kTables, table, &NamedTable::table);
  return found == std::end(kTables) ? kTables[0] : *found;
}

struct NamedField {
  std::string_view column;
  const char* name;
  const char* hint;
};

constexpr NamedField kFields[] = {
    {"uid", QT_TRANSLATE_NOOP("FieldWords", "Key"),
     QT_TRANSLATE_NOOP("FieldWords", "Made from the title when it is saved")},
    {"title", QT_TRANSLATE_NOOP("FieldWords", "Title"), ""},
    {"short_title", QT_TRANSLATE_NOOP("FieldWords", "Short title"),
     QT_TRANSLATE_NOOP("FieldWords", "For labels; the title serves if this is empty")},
    {"when", QT_TRANSLATE_NOOP("FieldWords", "Date"), ""},
    {"place", QT_TRANSLATE_NOOP("FieldWords", "Place"), ""},
    {"summary", QT_TRANSLATE_NOOP("FieldWords", "Summary"), ""},
    {"participants", QT_TRANSLATE_NOOP("FieldWords", "Participants"), ""},
    {"sources", QT_TRANSLATE_NOOP("FieldWords", "Sources"), ""},
    {"tags", QT_TRANSLATE_NOOP("FieldWords", "Tags"),
     QT_TRANSLATE_NOOP("FieldWords", "Add a tag, and press Enter")},
    {"weight", QT_TRANSLATE_NOOP("FieldWords", "Weight"),
     QT_TRANSLATE_NOOP("FieldWords", "0 to 9: how early it gets a label; usually 5")},
    {"known_from", QT_TRANSLATE_NOOP("FieldWords", "Known from"),
     QT_TRANSLATE_NOOP("FieldWords", "If it became known later than one would think")},
    {"note", QT_TRANSLATE_NOOP("FieldWords", "Note"), ""},
    {"series", QT_TRANSLATE_NOOP("FieldWords", "Series"),
     QT_TRANSLATE_NOOP("FieldWords", "nato, g7, bilateral …")},
    {"number", QT_TRANSLATE_NOOP("FieldWords", "Number"),
     QT_TRANSLATE_NOOP("FieldWords", "Which one of its series")},
    {"host", QT_TRANSLATE_NOOP("FieldWords", "Host"), ""},
    {"status", QT_TRANSLATE_NOOP("FieldWords", "Status"), ""},
    {"documents", QT_TRANSLATE_NOOP("FieldWords", "Documents"), ""},
    {"sender", QT_TRANSLATE_NOOP("FieldWords", "From"), ""},
    {"recipients", QT_TRANSLATE_NOOP("FieldWords", "To"), ""},
    {"channel", QT_TRANSLATE_NOOP("FieldWords", "Channel"), ""},
    {"language", QT_TRANSLATE_NOOP("FieldWords", "Language"), QT_TRANSLATE_NOOP("FieldWords", "en, nl, …")},
    {"text", QT_TRANSLATE_NOOP("FieldWords", "Wording"), ""},
    {"made_at", QT_TRANSLATE_NOOP("FieldWords", "Made at"), ""},
    {"part_of", QT_TRANSLATE_NOOP("FieldWords", "Part of"), ""},
    {"metric", QT_TRANSLATE_NOOP("FieldWords", "What is promised"),
     QT_TRANSLATE_NOOP("FieldWords", "defence spending as a share of GDP")},
    {"measured_by", QT_TRANSLATE_NOOP("FieldWords", "Measured by"), ""},
    {"sense", QT_TRANSLATE_NOOP("FieldWords", "At least or up to"), ""},
    {"target", QT_TRANSLATE_NOOP("FieldWords", "Target"), QT_TRANSLATE_NOOP("FieldWords", "A number: 3.5")},
    {"unit", QT_TRANSLATE_NOOP("FieldWords", "Unit"), ""},
    {"due", QT_TRANSLATE_NOOP("FieldWords", "Due"), ""},
    {"review", QT_TRANSLATE_NOOP("FieldWords", "Review"), ""},
    {"adherents", QT_TRANSLATE_NOOP("FieldWords", "Who is bound"), ""},
    {"speaker", QT_TRANSLATE_NOOP("FieldWords", "Speaker"), ""},
    {"form", QT_TRANSLATE_NOOP("FieldWords", "Form"), ""},
    {"medium", QT_TRANSLATE_NOOP("FieldWords", "Medium"),
     QT_TRANSLATE_NOOP("FieldWords", "Where it was said, if not at a place")},
    {"quote", QT_TRANSLATE_NOOP("FieldWords", "Quotation"), ""},
    {"name", QT_TRANSLATE_NOOP("FieldWords", "Name"), ""},
    {"short_name", QT_TRANSLATE_NOOP("FieldWords", "Short name"),
     QT_TRANSLATE_NOOP("FieldWords", "For labels")},
    {"kind", QT_TRANSLATE_NOOP("FieldWords", "Kind"), ""},
    {"country", QT_TRANSLATE_NOOP("FieldWords", "Country"),
     QT_TRANSLATE_NOOP("FieldWords", "Code of three letters: NLD")},
    {"latitude", QT_TRANSLATE_NOOP("FieldWords", "Latitude"),
     QT_TRANSLATE_NOOP("FieldWords", "Degrees, north positive: 52.08")},
    {"longitude", QT_TRANSLATE_NOOP("FieldWords", "Longitude"),
     QT_TRANSLATE_NOOP("FieldWords", "Degrees, east positive: 4.31")},
    {"author", QT_TRANSLATE_NOOP("FieldWords", "Author"), ""},
    {"publisher", QT_TRANSLATE_NOOP("FieldWords", "Publisher"), ""},
    {"root", QT_TRANSLATE_NOOP("FieldWords", "Root"),
     QT_TRANSLATE_NOOP("FieldWords", "The agency or original whose story it repeats")},
    {"url", QT_TRANSLATE_NOOP("FieldWords", "Address"), QT_TRANSLATE_NOOP("FieldWords", "https://")},
    {"published", QT_TRANSLATE_NOOP("FieldWords", "Published"), ""},
    {"accessed", QT_TRANSLATE_NOOP("FieldWords", "Read on"), ""},
    {"reliability", QT_TRANSLATE_NOOP("FieldWords", "Reliability"), ""},
    {"actor", QT_TRANSLATE_NOOP("FieldWords", "Actor"), ""},
    {"office", QT_TRANSLATE_NOOP("FieldWords", "Office"),
     QT_TRANSLATE_NOOP("FieldWords", "Secretary General")},
    {"body", QT_TRANSLATE_NOOP("FieldWords", "Of what"), QT_TRANSLATE_NOOP("FieldWords", "NATO")},
    {"held", QT_TRANSLATE_NOOP("FieldWords", "From and to"),
     QT_TRANSLATE_NOOP("FieldWords", "1 October 2024 to now")},
    {"source", QT_TRANSLATE_NOOP("FieldWords", "Source"), ""},
    {"organisation", QT_TRANSLATE_NOOP("FieldWords", "Organisation"), ""},
    {"state", QT_TRANSLATE_NOOP("FieldWords", "Member"), ""},
    {"date", QT_TRANSLATE_NOOP("FieldWords", "Since"), ""},
    {"message", QT_TRANSLATE_NOOP("FieldWords", "Message"), ""},
    {"stage", QT_TRANSLATE_NOOP("FieldWords", "Stage"), ""},
    {"stages", QT_TRANSLATE_NOOP("FieldWords", "Stage"), ""},
    {"zone", QT_TRANSLATE_NOOP("FieldWords", "Time zone"),
     QT_TRANSLATE_NOOP("FieldWords", "Europe/Amsterdam, where known")},
    {"where", QT_TRANSLATE_NOOP("FieldWords", "Where"), ""},
    {"pledge", QT_TRANSLATE_NOOP("FieldWords", "Pledge"), ""},
    {"position", QT_TRANSLATE_NOOP("FieldWords", "Position"), ""},
    {"detail", QT_TRANSLATE_NOOP("FieldWords", "Detail"), ""},
    {"year", QT_TRANSLATE_NOOP("FieldWords", "Year"), ""},
    {"value", QT_TRANSLATE_NOOP("FieldWords", "Value"), QT_TRANSLATE_NOOP("FieldWords", "A number: 2.05")},
    {"estimate", QT_TRANSLATE_NOOP("FieldWords", "Estimate"), ""},
    {"from", QT_TRANSLATE_NOOP("FieldWords", "This"), ""},
    {"relation", QT_TRANSLATE_NOOP("FieldWords", "Relation"), ""},
    {"to", QT_TRANSLATE_NOOP("FieldWords", "That"), ""},
};

const NamedField* fieldNamed(std::string_view column) {
  const auto found = std::ranges::find(kFields, column, &NamedField::column);
  return found == std::end(kFields) ? nullptr : found;
}

using Choices = std::vector<std::pair<std::string, QString>>;

/// All values of an enumeration as words.
template <class Enum, class InWords>
Choices choicesOf(InWords inWords) {
  Choices choices;
  for (std::size_t i = 0; i < Words<Enum>::list.size(); ++i)
    choices.emplace_back(std::string(Words<Enum>::list[i]), inWords(static_cast<Enum>(i)));
  return choices;
}

Choices spelledOut(std::initializer_list<std::pair<const char*, const char*>> words) {
  Choices choices;
  for (const auto& [word, name] : words)
    choices.emplace_back(word, said(name));
  return choices;
}

Choices kindChoices(TableId table) {
  if (table == TableId::Sources)
    return spelledOut({{"article", QT_TRANSLATE_NOOP("FieldWords", "Article")},
                       {"dataset", QT_TRANSLATE_NOOP("FieldWords", "Data set")},
                       {"official", QT_TRANSLATE_NOOP("FieldWords", "Official document")},
                       {"post", QT_TRANSLATE_NOOP("FieldWords", "Post")}});
  return spelledOut({{"person", QT_TRANSLATE_NOOP("FieldWords", "Person")},
                     {"state", QT_TRANSLATE_NOOP("FieldWords", "State")},
                     {"organisation", QT_TRANSLATE_NOOP("FieldWords", "Organisation")},
                     {"group", QT_TRANSLATE_NOOP("FieldWords", "Group")}});
}

Choices statusChoices(TableId table) {
  if (table == TableId::Pledges) return choicesOf<PledgeStatus>(&pledgeStatusInWords);
  return spelledOut({{"held", QT_TRANSLATE_NOOP("FieldWords", "Held")},
                     {"scheduled", QT_TRANSLATE_NOOP("FieldWords", "Scheduled")},
                     {"cancelled", QT_TRANSLATE_NOOP("FieldWords", "Cancelled")}});
}

QString sentenceOf(const RecordTitles& titles, const ColumnFacts& column, TableId table,
                   const std::string& cell) {
  QStringList parts;
  if (column.target) {
    const auto kind = referenceKindOf(*column.target);
    for (const Uid& uid : uidsIn(column.type, cell))
      parts << (kind ? titles.of({*kind, uid}) : QString::fromStdString(uid));
    return parts.join(QStringLiteral(", "));
  }
  if (column.type == CellType::Date) {
    const auto date = FuzzyDate::parse(cell);
    return date ? dateInWords(*date) : QString::fromStdString(cell);
  }
  for (const auto& [word, name] : fieldChoices(table, column.name)) {
    if (word == cell) return name;
  }
  return QString::fromStdString(cell);
}

QString stageSentence(const std::string& value) {
  const std::size_t space = std::min(value.find(' '), value.size());
  const auto stage = fromWord<StageKind>(value.substr(0, space));
  const auto when = FuzzyDate::parse(space == value.size() ? "" : value.substr(space + 1));
  const QString name = stage ? stageInWords(*stage) : QString::fromStdString(value);
  return when ? FieldWords::tr("%1, %2", "a stage, its date").arg(name, dateInWords(*when)) : name;
}

}  // namespace

QString recordInWords(TableId table) {
  return said(named(table).one);
}

QString recordsInWords(TableId table, std::size_t count) {
  return FieldWords::tr("%1 %2", "a number, records")
      .arg(wordsLocale().toString(static_cast<qulonglong>(count)),
           said(count == 1 ? named(table).one : named(table).many));
}

QString recordCountsInWords(const std::vector<RecordKey>& records) {
  std::map<TableId, std::size_t> counts;
  for (const RecordKey& key : records)
    ++counts[key.table];
  QStringList parts;
  for (const NamedTable& table : kTables) {
    if (const auto found = counts.find(table.table); found != counts.end())
      parts << recordsInWords(table.table, found->second);
  }
  if (parts.size() < 2) return parts.join(QString());
  const QString last = parts.takeLast();
  return FieldWords::tr("%1 and %2", "a list, its last part").arg(parts.join(QStringLiteral(", ")), last);
}

QString fieldName(TableId table, std::string_view column) {
  if (table == TableId::Summits && column == "place") return FieldWords::tr("City");
  if (table == TableId::Stages && column == "actor") return FieldWords::tr("By");
  if (table == TableId::Spending && column == "metric") return FieldWords::tr("Measure");
  if (table == TableId::Spending && column == "source") return FieldWords::tr("Edition");
  const NamedField* field = fieldNamed(column);
  return field ? said(field->name) : QString::fromUtf8(column.data(), static_cast<qsizetype>(column.size()));
}

QString fieldHint(TableId table, std::string_view column) {
  if (table == TableId::Spending && column == "metric") return {};
  const NamedField* field = fieldNamed(column);
  return field && *field->hint != '\0' ? said(field->hint) : QString();
}

Choices fieldChoices(TableId table, std::string_view column) {
  if (column == "kind") return kindChoices(table);
  if (column == "status") return statusChoices(table);
  if (column == "channel") return choicesOf<Channel>(&channelInWords);
  if (column == "stage") return choicesOf<StageKind>(&stageInWords);
  if (column == "position") return choicesOf<PositionKind>(&positionInWords);
  if (column == "measured_by" || (column == "metric" && table == TableId::Spending))
    return choicesOf<SpendingMetric>(&metricInWords);
  if (column == "relation")
    return choicesOf<Relation>([](Relation relation) { return relationInWords(relation, true); });
  if (column == "reliability")
    return choicesOf<Reliability>([](Reliability grade) { return gradeInWords(std::optional(grade)); });
  if (column == "sense")
    return spelledOut({{"at least", QT_TRANSLATE_NOOP("FieldWords", "At least")},
                       {"up to", QT_TRANSLATE_NOOP("FieldWords", "Up to")}});
  if (column == "unit")
    return spelledOut({{"pct_gdp", QT_TRANSLATE_NOOP("FieldWords", "% of GDP")},
                       {"pct_defence", QT_TRANSLATE_NOOP("FieldWords", "% of defence spending")},
                       {"eur_bn", QT_TRANSLATE_NOOP("FieldWords", "Billion euro")},
                       {"usd_bn", QT_TRANSLATE_NOOP("FieldWords", "Billion US dollars")}});
  if (column == "form")
    return spelledOut({{"statement", QT_TRANSLATE_NOOP("FieldWords", "Statement")},
                       {"post", QT_TRANSLATE_NOOP("FieldWords", "Post")},
                       {"interview", QT_TRANSLATE_NOOP("FieldWords", "Interview")},
                       {"ruling", QT_TRANSLATE_NOOP("FieldWords", "Ruling")},
                       {"letter", QT_TRANSLATE_NOOP("FieldWords", "Letter")},
                       {"vote", QT_TRANSLATE_NOOP("FieldWords", "Vote")}});
  return {};
}

bool isLongText(std::string_view column) {
  return column == "summary" || column == "text" || column == "quote" || column == "note" ||
         column == "detail";
}

bool isRareField(TableId table, std::string_view column) {
  if (column == "uid" || column == "known_from" || column == "weight" || column == "short_title" ||
      column == "short_name")
    return true;
  if (column == "zone" || column == "where" || column == "accessed" || column == "language") return true;
  const bool isPlain = table == TableId::Pledges || table == TableId::Messages;
  return isPlain && (column == "place" || column == "participants" || column == "review" ||
                     column == "part_of" || column == "measured_by");
}

QString lostInWords(const Records& records, TableId table, const std::vector<LostField>& lost) {
  const RecordTitles titles(records);
  QStringList sentences;
  for (const LostField& one : lost) {
    QString value = QString::fromStdString(one.value);
    if (one.column == "stages") value = stageSentence(one.value);
    // The columns of whichever table the record was in.
    for (const ColumnFacts& column : columnsOf(table)) {
      if (column.name == one.column) value = sentenceOf(titles, column, table, one.value);
    }
    const bool isName = one.column == "name" || one.column == "title";
    sentences
        << (isName
                ? FieldWords::tr("Also: %1.").arg(value)
                : FieldWords::tr("%1: %2.", "a field, its value").arg(fieldName(table, one.column), value));
  }
  return sentences.join(QLatin1Char(' '));
}

QString titleOf(const EditableRecord& record) {
  for (const char* column : {"title", "name"}) {
    if (const std::string title = cellOf(record, column); !title.empty())
      return QString::fromStdString(title).simplified();
  }
  return QString::fromStdString(keyOf(record).uid);
}

}  // namespace entente
