// SPDX-License-Identifier: GPL-3.0-or-later
// Spells cells and writes the metadata.
#include "core/exchange/table_csv.h"

#include <fmt/core.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/model/canonical_csv.h"

namespace entente {

namespace {

std::string spelt(const Cell& cell) {
  struct Speller {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const QString& text) const { return text.toStdString(); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const {
      // Nought has no sign.
      return fmt::format("{:.10g}", number == 0 ? 0.0 : number);
    }
    std::string operator()(const Decimal& decimal) const { return decimal.text; }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  };
  return std::visit(Speller(), cell);
}

/// By the first cell of the column that is there.
QString typeOf(const Table& table, std::size_t column) {
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    const Cell& cell = table.at(row, column);
    if (std::holds_alternative<QString>(cell)) return QStringLiteral("string");
    if (std::holds_alternative<std::int64_t>(cell)) return QStringLiteral("integer");
    if (std::holds_alternative<double>(cell)) return QStringLiteral("number");
    if (std::holds_alternative<Decimal>(cell)) return QStringLiteral("decimal");
    if (std::holds_alternative<bool>(cell)) return QStringLiteral("boolean");
  }
  return QStringLiteral("string");
}

}  // namespace

QString cellText(const Cell& cell) {
  return QString::fromStdString(spelt(cell));
}

QByteArray tableCsv(const Table& table) {
  std::string csv;
  bool first = true;
  for (const TableColumn& column : table.columns()) {
    if (!first) csv += ',';
    first = false;
    appendCsvCell(csv, column.name);
  }
  csv += '\n';
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
      if (column > 0) csv += ',';
      appendCsvCell(csv, spelt(table.at(row, column)));
    }
    csv += '\n';
  }
  return QByteArray::fromStdString(csv);
}

QByteArray tableMetadata(const Table& table, const TableAbout& about) {
  QJsonArray columns;
  for (std::size_t i = 0; i < table.columns().size(); ++i) {
    const TableColumn& column = table.columns()[i];
    const QString name = QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size()));
    QJsonObject entry{{QStringLiteral("name"), name},
                      {QStringLiteral("titles"), name},
                      {QStringLiteral("datatype"), typeOf(table, i)}};
    if (!column.unit.isEmpty()) entry.insert(QStringLiteral("entente:unit"), column.unit);
    columns.append(entry);
  }
  const QJsonObject object{
      {QStringLiteral("@context"),
       QJsonArray{QStringLiteral("http://www.w3.org/ns/csvw"),
                  QJsonObject{{QStringLiteral("entente"), QStringLiteral("urn:entente:")}}}},
      {QStringLiteral("url"), about.url},
      {QStringLiteral("dc:title"), about.title},
      {QStringLiteral("dc:description"), about.description},
      {QStringLiteral("dc:source"), QJsonArray::fromStringList(about.sources)},
      {QStringLiteral("entente:editions"), QJsonArray::fromStringList(about.editions)},
      {QStringLiteral("entente:recipe"), QJsonDocument::fromJson(about.recipe).object()},
      {QStringLiteral("tableSchema"), QJsonObject{{QStringLiteral("columns"), columns}}}};
  return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

}  // namespace entente
