// SPDX-License-Identifier: GPL-3.0-or-later
// Maps as JSON, and fitted to another table.
#include "core/exchange/column_map.h"

#include <fmt/core.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <set>
#include <utility>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr qsizetype kMostJson = 1 << 20;
constexpr std::size_t kHeaderWithin = 50;  ///< rows in which the header is looked for

constexpr std::array<std::pair<DateOrder, std::string_view>, 3> kOrders{
    {{DateOrder::Ask, "ask"}, {DateOrder::DayFirst, "day-first"}, {DateOrder::MonthFirst, "month-first"}}};

QString text(std::string_view view) {
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

tl::unexpected<Error> wrong(std::string what) {
  return fail(ErrorKind::Invalid, fmt::format("The map of columns cannot be used: {}.", what));
}

Result<MappedColumn> readColumn(const QJsonObject& object, std::size_t index) {
  MappedColumn column;
  column.title = object.value(QLatin1String("title")).toString().toStdString();
  column.column = index;
  const std::string word = object.value(QLatin1String("field")).toString().toStdString();
  const auto field = fromWord<EventField>(word);
  if (!field) return wrong(fmt::format("there is no field '{}'", word));
  column.field = *field;
  column.role = slugOf(object.value(QLatin1String("role")).toString().toStdString(), 40);
  if (column.title.empty()) return wrong(fmt::format("column {} has no title", index + 1));
  return column;
}

std::string keyOf(const std::string& title) {
  std::string folded = foldedText(title);
  return folded.empty() ? title : folded;
}

/// The row that has the most of the map's titles.
std::size_t headerRowFor(const ColumnMap& saved, const TableGrid& grid) {
  std::set<std::string> titles;
  for (const MappedColumn& column : saved.columns)
    titles.insert(keyOf(column.title));
  std::size_t best = 0;
  std::ptrdiff_t most = 0;
  for (std::size_t row = 0; row < std::min(grid.rows.size(), kHeaderWithin); ++row) {
    const auto count = std::ranges::count_if(
        grid.rows[row].cells, [&](const GridCell& cell) { return titles.contains(keyOf(cell.text)); });
    if (count <= most) continue;
    most = count;
    best = row;
  }
  return best;
}

}  // namespace

std::vector<std::string> titlesOf(const TableGrid& grid, bool hasHeader, std::size_t headerRow) {
  std::size_t width = 0;
  for (const GridRow& row : grid.rows)
    width = std::max(width, row.cells.size());
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < width; ++i) {
    const bool isThere = hasHeader && headerRow < grid.rows.size() && i < grid.rows[headerRow].cells.size();
    std::string title = isThere ? grid.rows[headerRow].cells[i].text.substr(0, 200) : std::string();
    std::ranges::replace(title, '\n', ' ');
    titles.push_back(title.empty() ? fmt::format("column {}", i + 1) : std::move(title));
  }
  return titles;
}

QByteArray columnMapJson(const ColumnMap& map) {
  QJsonObject object;
  object.insert(QLatin1String("style"), text(wordOf(map.style)));
  object.insert(QLatin1String("header"), map.hasHeader);
  for (const auto& [order, word] : kOrders) {
    if (order == map.order) object.insert(QLatin1String("dates"), text(word));
  }
  if (map.separator != 0) object.insert(QLatin1String("separator"), QString(QLatin1Char(map.separator)));
  if (map.encoding != TextEncoding::Unknown)
    object.insert(QLatin1String("encoding"), text(wordOf(map.encoding)));
  QJsonArray columns;
  for (const MappedColumn& column : map.columns) {
    QJsonObject entry;
    entry.insert(QLatin1String("title"), text(column.title));
    entry.insert(QLatin1String("field"), text(wordOf(column.field)));
    if (!column.role.empty()) entry.insert(QLatin1String("role"), text(column.role));
    columns.append(entry);
  }
  object.insert(QLatin1String("columns"), columns);
  return QJsonDocument(object).toJson();
}

Result<ColumnMap> readColumnMap(const QByteArray& json) {
  if (json.size() > kMostJson) return wrong("it is larger than a megabyte");
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(json, &error);
  if (!document.isObject())
    return wrong(error.error == QJsonParseError::NoError ? "it is no JSON object"
                                                         : error.errorString().toStdString());
  const QJsonObject object = document.object();
  ColumnMap map;
  map.hasHeader = object.value(QLatin1String("header")).toBool(true);
  const std::string style =
      object.value(QLatin1String("style")).toString(QStringLiteral("plain")).toStdString();
  const auto known = fromWord<SheetStyle>(style);
  if (!known) return wrong(fmt::format("there is no style '{}'", style));
  map.style = *known;
  const std::string dates =
      object.value(QLatin1String("dates")).toString(QStringLiteral("ask")).toStdString();
  const auto order =
      std::ranges::find(kOrders, dates, [](const auto& pair) { return std::string(pair.second); });
  if (order == kOrders.end())
    return wrong(fmt::format("dates are day-first or month-first, not '{}'", dates));
  map.order = order->first;
  const QString separator = object.value(QLatin1String("separator")).toString();
  if (separator.size() > 1 || (separator.size() == 1 && separator.front().unicode() >= 0x80))
    return wrong("the separator is one ASCII sign");
  if (!separator.isEmpty()) map.separator = separator.front().toLatin1();
  const std::string encoding =
      object.value(QLatin1String("encoding")).toString(QStringLiteral("unknown")).toStdString();
  const auto named = fromWord<TextEncoding>(encoding);
  if (!named) return wrong(fmt::format("there is no encoding '{}'", encoding));
  map.encoding = *named;
  std::set<EventField> seen;
  for (const QJsonValue& value : object.value(QLatin1String("columns")).toArray()) {
    auto column = readColumn(value.toObject(), map.columns.size());
    if (!column) return fail(column.error());
    if (!mayRepeat(column->field) && !seen.insert(column->field).second)
      return wrong(fmt::format("two columns are '{}'", wordOf(column->field)));
    map.columns.push_back(std::move(*column));
  }
  if (map.columns.empty()) return wrong("it has no columns");
  return map;
}

Result<ColumnMap> fitColumns(const ColumnMap& saved, const TableGrid& grid) {
  ColumnMap map = saved;
  map.headerRow = saved.hasHeader ? headerRowFor(saved, grid) : 0;
  map.columns.clear();
  std::vector<bool> used(saved.columns.size(), false);
  const std::vector<std::string> titles = titlesOf(grid, saved.hasHeader, map.headerRow);
  for (std::size_t i = 0; i < titles.size(); ++i) {
    MappedColumn column{titles[i], i, EventField::Other, {}};
    for (std::size_t j = 0; j < saved.columns.size(); ++j) {
      if (used[j] || keyOf(saved.columns[j].title) != keyOf(titles[i])) continue;
      used[j] = true;
      column.field = saved.columns[j].field;
      column.role = saved.columns[j].role;
      break;
    }
    map.columns.push_back(std::move(column));
  }
  std::string missing;
  for (std::size_t j = 0; j < saved.columns.size(); ++j) {
    const EventField field = saved.columns[j].field;
    if (used[j] || field == EventField::Ignore || field == EventField::Other || field == EventField::LeftOut)
      continue;
    missing += fmt::format("{}'{}'", missing.empty() ? "" : ", ", saved.columns[j].title);
  }
  if (!missing.empty()) return fail(ErrorKind::Invalid, fmt::format("The table has no column {}.", missing));
  return map;
}

}  // namespace entente
