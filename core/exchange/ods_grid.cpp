// SPDX-License-Identifier: GPL-3.0-or-later
// Reads content.xml, where everything is.
#include "core/exchange/ods_grid.h"

#include <fmt/core.h>

#include <QBuffer>
#include <QXmlStreamReader>
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/exchange/published_text.h"
#include "core/exchange/sheet_dates.h"
#include "core/exchange/sheet_xml.h"
#include "core/exchange/xlsx_grid.h"
#include "core/exchange/zip_parts.h"

namespace entente {

namespace {

constexpr std::int64_t kCellsBetweenLooks = 16'384;  ///< at the stop token
constexpr int kMostSpaces = 1'000;                   ///< that <text:s> may stand for

std::int64_t repeated(const QXmlStreamAttributes& attributes, QLatin1String name) {
  bool isNumber = false;
  const qint64 count = attributes.value(name).toLongLong(&isNumber);
  return isNumber && count > 0 ? count : 1;
}

/// "PT14H30M00S" as "14:30:00"; nothing for anything else.
std::optional<QString> timeOf(QStringView duration) {
  if (!duration.startsWith(QLatin1String("PT"))) return std::nullopt;
  QString time;
  QString digits;
  for (const QChar c : duration.mid(2)) {
    if (c == QLatin1Char('H') || c == QLatin1Char('M')) {
      time += digits.rightJustified(2, QLatin1Char('0')) + QLatin1Char(':');
      digits.clear();
    } else if (c == QLatin1Char('S')) {
      time += digits.section(QLatin1Char('.'), 0, 0)
                  .section(QLatin1Char(','), 0, 0)
                  .rightJustified(2, QLatin1Char('0'));
      digits.clear();
    } else {
      digits += c;
    }
  }
  return time;
}

class Spreadsheet {
 public:
  Spreadsheet(const GridCaps& caps, const Progress& progress) : m_caps(caps), m_progress(progress) {}

  Result<std::vector<TableGrid>> read(QByteArray& content);

 private:
  struct Cell {
    std::string text;
    std::int64_t column = 0;
    std::int64_t times = 1;
  };

  void readDateStyle(QXmlStreamReader& xml);
  void readColumn(const QXmlStreamAttributes& attributes);
  [[nodiscard]] const DateFormat* formatOf(QStringView style, std::int64_t column) const;
  Result<void> readRow(QXmlStreamReader& xml);
  std::string readCell(QXmlStreamReader& xml, std::int64_t column);
  QString readParagraph(QXmlStreamReader& xml);
  Result<void> put(const std::vector<Cell>& cells);

  const GridCaps& m_caps;
  const Progress& m_progress;
  /// Of columns, up to one (from 0) that it does not reach.
  struct ColumnStyle {
    std::int64_t end = 0;
    QString style;
  };

  std::map<QString, DateFormat> m_dateStyles;
  std::map<QString, QString> m_cellStyles;  ///< the date style of each
  std::vector<ColumnStyle> m_columnStyles;
  TableGrid* m_grid = nullptr;
  std::int64_t m_line = 0;
  std::int64_t m_cells = 0;
  std::int64_t m_looks = 0;
  std::uint64_t m_textBytes = 0;
};

Result<std::vector<TableGrid>> Spreadsheet::read(QByteArray& content) {
  QBuffer device(&content);
  device.open(QIODevice::ReadOnly);
  QXmlStreamReader xml(&device);
  std::vector<TableGrid> grids;
  std::size_t sheets = 0;
  bool isSpreadsheet = false;
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement()) continue;
    const QStringView name = xml.qualifiedName();
    if (name == QLatin1String("office:spreadsheet")) isSpreadsheet = true;
    if (name == QLatin1String("number:date-style")) readDateStyle(xml);
    if (name == QLatin1String("style:style")) {
      const QString style = xml.attributes().value(QLatin1String("style:data-style-name")).toString();
      if (!style.isEmpty())
        m_cellStyles[xml.attributes().value(QLatin1String("style:name")).toString()] = style;
    }
    if (name == QLatin1String("table:table-column")) readColumn(xml.attributes());
    if (name == QLatin1String("table:table") && isSpreadsheet) {
      if (++sheets > m_caps.sheets)
        return fail(ErrorKind::Invalid, fmt::format("It has more than {} sheets.", m_caps.sheets));
      if (!grids.empty() && grids.back().rows.empty()) grids.pop_back();
      m_grid = &grids.emplace_back();
      m_grid->name = xml.attributes().value(QLatin1String("table:name")).toString().toStdString();
      m_line = 0;
      m_columnStyles.clear();
    } else if (name == QLatin1String("table:table-row") && m_grid) {
      if (auto done = readRow(xml); !done) return fail(done.error());
    } else if (name == QLatin1String("office:annotation") || name == QLatin1String("table:shapes") ||
               name == QLatin1String("table:tracked-changes")) {
      xml.skipCurrentElement();
    }
  }
  if (xml.hasError())
    return fail(ErrorKind::Damaged,
                fmt::format("The part 'content.xml' of the spreadsheet is damaged (line {}: {}).",
                            xml.lineNumber(), xml.errorString().toStdString()));
  if (!isSpreadsheet) return fail(ErrorKind::Foreign, "It is an OpenDocument file, but no spreadsheet.");
  if (!grids.empty() && grids.back().rows.empty()) grids.pop_back();
  if (grids.empty()) return fail(ErrorKind::Foreign, "No sheet of the spreadsheet holds anything.");
  return grids;
}

void Spreadsheet::readDateStyle(QXmlStreamReader& xml) {
  DateFormat& format = m_dateStyles[xml.attributes().value(QLatin1String("style:name")).toString()];
  while (xml.readNextStartElement()) {
    const QStringView name = xml.qualifiedName();
    format.year |= name == QLatin1String("number:year");
    format.month |= name == QLatin1String("number:month");
    format.day |= name == QLatin1String("number:day");
    format.time |= name == QLatin1String("number:hours");
    xml.skipCurrentElement();
  }
}

void Spreadsheet::readColumn(const QXmlStreamAttributes& attributes) {
  const std::int64_t before = m_columnStyles.empty() ? 0 : m_columnStyles.back().end;
  const std::int64_t count = repeated(attributes, QLatin1String("table:number-columns-repeated"));
  if (before > m_caps.columns) return;
  m_columnStyles.push_back({before + std::min(count, m_caps.columns + 1),
                            attributes.value(QLatin1String("table:default-cell-style-name")).toString()});
}

/// Nothing if it is not known how the date is shown.
const DateFormat* Spreadsheet::formatOf(QStringView style, std::int64_t column) const {
  QString name = style.toString();
  if (name.isEmpty()) {
    const auto found =
        std::ranges::find_if(m_columnStyles, [&](const ColumnStyle& s) { return column < s.end; });
    if (found != m_columnStyles.end()) name = found->style;
  }
  const auto cellStyle = m_cellStyles.find(name);
  if (cellStyle == m_cellStyles.end()) return nullptr;
  const auto format = m_dateStyles.find(cellStyle->second);
  return format == m_dateStyles.end() || !format->second.any() ? nullptr : &format->second;
}

Result<void> Spreadsheet::readRow(QXmlStreamReader& xml) {
  const std::int64_t times = repeated(xml.attributes(), QLatin1String("table:number-rows-repeated"));
  std::vector<Cell> cells;
  std::int64_t column = 0;
  while (xml.readNextStartElement()) {
    const bool isCell = xml.qualifiedName() == QLatin1String("table:table-cell");
    const bool isCovered = xml.qualifiedName() == QLatin1String("table:covered-table-cell");
    if (!isCell && !isCovered) {
      xml.skipCurrentElement();
      continue;
    }
    const std::int64_t count = repeated(xml.attributes(), QLatin1String("table:number-columns-repeated"));
    if (++m_looks % kCellsBetweenLooks == 0 && m_progress.stopRequested())
      return fail(ErrorKind::Cancelled, "Reading the spreadsheet was cancelled.");
    if (isCovered) {
      xml.skipCurrentElement();
    } else {
      std::string text = readCell(xml, column);
      if (!text.empty()) {
        if (column + count > m_caps.columns)
          return fail(ErrorKind::Invalid, fmt::format("It has more than {} columns.", m_caps.columns));
        cells.push_back({std::move(text), column, count});
      }
    }
    // Beyond the caps it does not matter how far.
    column = std::min(column + std::min(count, m_caps.columns + 1), m_caps.columns + 1);
  }
  for (std::int64_t i = 0; i < times && !cells.empty(); ++i) {
    ++m_line;
    if (auto done = put(cells); !done) return done;
  }
  if (cells.empty()) m_line += std::min(times, m_caps.rows + 1);
  return {};
}

Result<void> Spreadsheet::put(const std::vector<Cell>& cells) {
  if (m_line > m_caps.rows)
    return fail(ErrorKind::Invalid, fmt::format("It has more than {} rows.", m_caps.rows));
  GridRow row;
  row.line = m_line;
  const std::int64_t width = cells.back().column + cells.back().times;
  m_cells += width;
  if (m_cells > m_caps.cells)
    return fail(ErrorKind::Invalid, fmt::format("It has more than {} cells.", m_caps.cells));
  row.cells.reserve(static_cast<std::size_t>(width));
  for (std::int64_t i = 0; i < width; ++i)
    row.cells.push_back({{}, {m_line, i + 1}});
  for (const Cell& cell : cells) {
    for (std::int64_t i = 0; i < cell.times; ++i) {
      m_textBytes += cell.text.size();
      if (m_textBytes > m_caps.textBytes)
        return fail(ErrorKind::Invalid, fmt::format("Its texts have more than {} bytes.", m_caps.textBytes));
      row.cells[static_cast<std::size_t>(cell.column + i)].text = cell.text;
    }
  }
  m_grid->rows.push_back(std::move(row));
  return {};
}

/// The value where there is one that says more than what is shown.
std::string Spreadsheet::readCell(QXmlStreamReader& xml, std::int64_t column) {
  const QXmlStreamAttributes attributes = xml.attributes();
  const QStringView type = attributes.value(QLatin1String("office:value-type"));
  QString value;
  if (type == QLatin1String("date")) {
    value = attributes.value(QLatin1String("office:date-value")).toString();
    const DateFormat* format = formatOf(attributes.value(QLatin1String("table:style-name")), column);
    // As far as it is shown; a day and month without year are left as they are shown.
    if (format && !format->time && value.size() >= 10) {
      if (!format->year) {
        value.clear();
      } else {
        value.truncate(format->day ? 10 : format->month ? 7 : 4);
      }
    }
  } else if (type == QLatin1String("time")) {
    value = timeOf(attributes.value(QLatin1String("office:time-value"))).value_or(QString());
  } else if (type == QLatin1String("float")) {
    bool isNumber = false;
    const double number = attributes.value(QLatin1String("office:value")).toDouble(&isNumber);
    if (isNumber) value = QString::fromStdString(fmt::format("{:.15g}", number));
  }
  QString shown;
  bool first = true;
  while (xml.readNextStartElement()) {
    if (xml.qualifiedName() == QLatin1String("text:p")) {
      if (!first) shown += QLatin1Char('\n');
      first = false;
      shown += readParagraph(xml);
    } else {
      xml.skipCurrentElement();
    }
  }
  return std::string(withoutSpaces((value.isEmpty() ? shown : value).toStdString()));
}

QString Spreadsheet::readParagraph(QXmlStreamReader& xml) {
  QString text;
  int depth = 1;
  while (depth > 0 && !xml.atEnd()) {
    xml.readNext();
    if (xml.isStartElement()) {
      const QStringView name = xml.qualifiedName();
      if (name == QLatin1String("office:annotation")) {
        xml.skipCurrentElement();
        continue;
      }
      ++depth;
      if (name == QLatin1String("text:s"))
        text += QString(static_cast<int>(std::min<std::int64_t>(
                            repeated(xml.attributes(), QLatin1String("text:c")), kMostSpaces)),
                        QLatin1Char(' '));
      if (name == QLatin1String("text:tab")) text += QLatin1Char('\t');
      if (name == QLatin1String("text:line-break")) text += QLatin1Char('\n');
    } else if (xml.isEndElement()) {
      --depth;
    } else if (xml.isCharacters()) {
      text += xml.text();
    }
  }
  return text;
}

}  // namespace

bool isOpenDocument(std::string_view bytes) {
  return isWorkbook(bytes) &&
         bytes.substr(0, 200).find("mimetypeapplication/vnd.oasis.opendocument") != std::string_view::npos;
}

Result<std::vector<TableGrid>> readOdsGrids(std::string_view bytes, const GridCaps& caps,
                                            const Progress& progress) {
  const auto parts = ZipParts::open(bytes, caps.unpackedBytes);
  if (!parts) return fail(parts.error());
  if (!parts->holds("content.xml")) return fail(ErrorKind::Foreign, "It is a zip file, but no spreadsheet.");
  auto content = parts->read("content.xml");
  if (!content) return fail(content.error());
  const std::string_view view(content->constData(), static_cast<std::size_t>(content->size()));
  if (auto fine = checkSheetXml(view, "content.xml"); !fine) return fail(fine.error());
  return Spreadsheet(caps, progress).read(*content);
}

}  // namespace entente
