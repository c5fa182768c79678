// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json_grid.h"

#include <fmt/core.h>

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>
#include <map>
#include <utility>

#include "core/exchange/json_text.h"
#include "core/exchange/source_text.h"

namespace entente {

namespace {

constexpr int kMostDepth = 4;  ///< objects within objects that are taken apart

/// Numbers as they were written as far as JSON keeps that: 1990, not 1990.0.
QString scalarText(const QJsonValue& value) {
  if (value.isBool()) return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
  return value.isDouble() ? value.toVariant().toString() : withoutControls(value.toString());
}

using Cells = std::map<QString, QString>;

QString listText(const QJsonArray& list) {
  QStringList texts;
  for (const QJsonValue& value : list) {
    if (!value.isObject() && !value.isArray() && !value.isNull()) texts << scalarText(value);
  }
  return texts.join(QStringLiteral("; "));
}

void takeApart(const QJsonObject& object, const QString& prefix, int depth, Cells& cells) {
  for (auto member = object.begin(); member != object.end(); ++member) {
    const QJsonValue value = member.value();
    if (value.isObject()) continue;
    const QString text = value.isArray() ? listText(value.toArray()) : scalarText(value);
    if (text.isEmpty()) continue;
    // The name alone, where no other member has it.
    if (!prefix.isEmpty() && !cells.contains(member.key()))
      cells.emplace(member.key(), text);
    else
      cells.emplace(prefix + member.key(), text);
  }
  // Behind them, so that a name alone is that of the outermost.
  for (auto member = object.begin(); member != object.end() && depth < kMostDepth; ++member) {
    if (member.value().isObject())
      takeApart(member.value().toObject(), prefix + member.key() + u' ', depth + 1, cells);
  }
}

bool isListOfObjects(const QJsonValue& value) {
  const QJsonArray list = value.toArray();
  return !list.isEmpty() &&
         std::ranges::all_of(list, [](const QJsonValue& entry) { return entry.isObject(); });
}

/// The longest one of the value and its members, and theirs.
QJsonArray longestList(const QJsonValue& value, int depth) {
  if (isListOfObjects(value)) return value.toArray();
  QJsonArray best;
  if (!value.isObject() || depth == kMostDepth) return best;
  const QJsonObject object = value.toObject();
  for (auto member = object.begin(); member != object.end(); ++member) {
    QJsonArray list = longestList(member.value(), depth + 1);
    if (list.size() > best.size()) best = std::move(list);
  }
  return best;
}

Result<void> fillGrid(const QJsonArray& list, const GridCaps& caps, TableGrid& grid) {
  if (list.size() >= caps.rows)
    return fail(ErrorKind::Invalid, fmt::format("The list has more than {} entries.", caps.rows - 1));
  std::vector<Cells> entries;
  std::map<QString, std::size_t> columns;
  for (const QJsonValue& entry : list) {
    takeApart(entry.toObject(), {}, 0, entries.emplace_back());
    for (const auto& [name, text] : entries.back())
      columns.try_emplace(name);
  }
  if (columns.size() > static_cast<std::size_t>(caps.columns))
    return fail(ErrorKind::Invalid,
                fmt::format("The entries have more than {} different members.", caps.columns));
  if (columns.empty()) return {};
  GridRow& header = grid.rows.emplace_back();
  for (auto& [name, column] : columns) {
    column = header.cells.size();
    // A member may have no name at all.
    const QString title = withoutControls(name).simplified();
    header.cells.push_back({title.isEmpty() ? fmt::format("column {}", column + 1) : title.toStdString(),
                            {1, static_cast<std::int64_t>(column) + 1}});
  }
  std::int64_t cells = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].empty()) continue;
    GridRow& row = grid.rows.emplace_back();
    row.line = static_cast<std::int64_t>(i) + 2;
    for (auto& [name, text] : entries[i]) {
      const std::size_t column = columns.at(name);
      while (row.cells.size() <= column)
        row.cells.push_back({{}, {row.line, static_cast<std::int64_t>(row.cells.size()) + 1}});
      row.cells[column].text = text.toStdString();
    }
    cells += static_cast<std::int64_t>(row.cells.size());
    if (cells > caps.cells)
      return fail(ErrorKind::Invalid, fmt::format("The list has more than {} members in all.", caps.cells));
  }
  return {};
}

}  // namespace

bool beginsLikeJson(std::string_view bytes) {
  constexpr std::string_view kBlank = " \t\r\n\xEF\xBB\xBF";
  const std::size_t first = bytes.find_first_not_of(kBlank);
  if (first == std::string_view::npos || (bytes[first] != '[' && bytes[first] != '{')) return false;
  const std::size_t second = bytes.find_first_not_of(kBlank, first + 1);
  // No table begins with two of these.
  return second != std::string_view::npos &&
         std::string_view("[]{}\"").find(bytes[second]) != std::string_view::npos;
}

Result<LooseTable> readJsonGrid(std::string_view bytes, const GridCaps& caps, const Progress& progress) {
  ForeignCaps textCaps;
  textCaps.fileBytes = std::min(textCaps.fileBytes, caps.fileBytes);
  const auto json = readJsonText(bytes, textCaps, progress);
  if (!json) return fail(json.error());
  QJsonArray list;
  for (const JsonPart& part : json->parts) {
    QJsonArray found = longestList(part.value, 0);
    if (found.size() > list.size()) list = std::move(found);
  }
  if (list.isEmpty())
    return fail(
        ErrorKind::Foreign,
        "It is JSON, but no list of objects that could be rows of a table, and none of the files that "
        "are read here: TimelineJS, vis-timeline, SIMILE Timeline, CSL-JSON.");
  LooseTable table;
  table.isList = true;
  for (const std::string& remark : json->remarks)
    table.remarks.push_back({{}, remark});
  if (auto done = fillGrid(list, caps, table.grid); !done) return fail(done.error());
  return table;
}

}  // namespace entente
