// SPDX-License-Identifier: GPL-3.0-or-later
// Follows a workbook's relations to its sheets.
#include "core/exchange/xlsx_grid.h"

#include <fmt/core.h>

#include <QBuffer>
#include <QXmlStreamReader>
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/exchange/published_text.h"
#include "core/exchange/sheet_dates.h"
#include "core/exchange/sheet_xml.h"
#include "core/exchange/zip_parts.h"

namespace entente {

namespace {

constexpr std::int64_t kCellsBetweenLooks = 16'384;  ///< at the stop token
constexpr std::int64_t kMostColumn = 16'384;         ///< of any sheet

struct Relation {
  QString type;  ///< the last part of it: "worksheet"
  std::string target;
};

/// The name of a part as another one calls it: from the root, or from the other one's folder.
std::string resolved(const std::string& from, std::string target) {
  if (target.starts_with('/')) return target.substr(1);
  std::string folder = from.substr(0, from.rfind('/') == std::string::npos ? 0 : from.rfind('/') + 1);
  while (target.starts_with("../") && !folder.empty()) {
    target.erase(0, 3);
    folder.pop_back();
    folder.erase(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
  }
  return folder + target;
}

/// "xl/workbook.xml" has its relations in "xl/_rels/workbook.xml.rels".
std::string relationsOf(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

/// "BC12": the column from 0; -1 if it is none.
std::int64_t columnOf(QStringView reference) {
  std::int64_t column = 0;
  for (const QChar c : reference) {
    if (c < QLatin1Char('A') || c > QLatin1Char('Z')) break;
    column = std::min(column * 26 + (c.unicode() - 'A' + 1), kMostColumn + 1);
  }
  return column - 1;
}

/// "_x000D_" and the like stand for characters that XML cannot hold, CR above all (ECMA-376, part
/// 1, 22.9.2.19).
QString withoutEscapes(QString text) {
  for (qsizetype at = text.indexOf(QLatin1String("_x")); at >= 0;
       at = text.indexOf(QLatin1String("_x"), at + 1)) {
    bool isNumber = false;
    const uint code = QStringView(text).mid(at + 2, 4).toUInt(&isNumber, 16);
    if (!isNumber || at + 6 >= text.size() || text.at(at + 6) != QLatin1Char('_')) continue;
    const bool isKept = code == '\t' || code == '\n' || (code >= 0x20 && code < 0xD800);
    text.replace(at, 7, isKept ? QString(QChar(static_cast<ushort>(code))) : QString());
    if (!isKept) --at;
  }
  return text;
}

class Workbook {
 public:
  Workbook(const ZipParts& parts, const GridCaps& caps, const Progress& progress)
      : m_parts(parts), m_caps(caps), m_progress(progress) {}

  Result<std::vector<TableGrid>> read();

 private:
  /// The part, looked over. Read it through a device: given the bytes the parser would double them.
  [[nodiscard]] Result<QByteArray> xmlOf(const std::string& part) const;
  Result<std::map<QString, Relation>> relations(const std::string& part);
  Result<void> readStyles(const std::string& part);
  Result<void> readTexts(const std::string& part);
  Result<void> readSheet(const std::string& part, TableGrid& grid);
  Result<void> readRow(QXmlStreamReader& xml, std::int64_t row, std::vector<GridCell>& cells);
  Result<std::string> readCell(QXmlStreamReader& xml);
  /// Of all <t> within the element that was just begun, but for those that tell how it is spoken.
  QString textWithin(QXmlStreamReader& xml);
  Result<void> put(std::vector<GridCell>& cells, std::int64_t row, std::int64_t column,
                   const std::string& whole);
  Result<void> takeText(qsizetype bytes);
  [[nodiscard]] Result<void> wellFormed(const QXmlStreamReader& xml, const std::string& part) const;

  const ZipParts& m_parts;
  const GridCaps& m_caps;
  const Progress& m_progress;
  std::vector<std::string> m_texts;   ///< shared by the sheets
  std::vector<DateFormat> m_formats;  ///< of the cells' styles
  bool m_from1904 = false;
  std::uint64_t m_textBytes = 0;
  std::int64_t m_cells = 0;
  std::int64_t m_looks = 0;
};

Result<void> Workbook::wellFormed(const QXmlStreamReader& xml, const std::string& part) const {
  if (!xml.hasError()) return {};
  return fail(ErrorKind::Damaged, fmt::format("The part '{}' of the workbook is damaged (line {}: {}).", part,
                                              xml.lineNumber(), xml.errorString().toStdString()));
}

Result<void> Workbook::takeText(qsizetype bytes) {
  m_textBytes += static_cast<std::uint64_t>(bytes) + sizeof(std::string);
  if (m_textBytes > m_caps.textBytes)
    return fail(ErrorKind::Invalid, fmt::format("Its texts have more than {} bytes.", m_caps.textBytes));
  return {};
}

Result<QByteArray> Workbook::xmlOf(const std::string& part) const {
  auto bytes = m_parts.read(part);
  if (!bytes) return fail(bytes.error());
  const std::string_view view(bytes->constData(), static_cast<std::size_t>(bytes->size()));
  if (auto fine = checkSheetXml(view, part); !fine) return fail(fine.error());
  return bytes;
}

Result<std::map<QString, Relation>> Workbook::relations(const std::string& part) {
  std::map<QString, Relation> found;
  const std::string name = relationsOf(part);
  if (!m_parts.holds(name)) return found;
  const auto bytes = xmlOf(name);
  if (!bytes) return fail(bytes.error());
  QXmlStreamReader xml(*bytes);
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement() || xml.name() != QLatin1String("Relationship")) continue;
    const auto attributes = xml.attributes();
    const QStringView type = attributes.value(QLatin1String("Type"));
    found[attributes.value(QLatin1String("Id")).toString()] = {
        type.mid(type.lastIndexOf(QLatin1Char('/')) + 1).toString(),
        resolved(part, attributes.value(QLatin1String("Target")).toString().toStdString())};
  }
  if (auto fine = wellFormed(xml, name); !fine) return fail(fine.error());
  return found;
}

Result<std::vector<TableGrid>> Workbook::read() {
  std::string book = "xl/workbook.xml";
  const auto roots = relations({});
  if (!roots) return fail(roots.error());
  for (const auto& [id, relation] : *roots) {
    if (relation.type == QLatin1String("officeDocument")) book = relation.target;
  }
  if (!m_parts.holds(book)) return fail(ErrorKind::Foreign, "It is a zip file, but no XLSX workbook.");
  const auto related = relations(book);
  if (!related) return fail(related.error());
  for (const auto& [id, relation] : *related) {
    if (relation.type == QLatin1String("sharedStrings")) {
      if (auto done = readTexts(relation.target); !done) return fail(done.error());
    } else if (relation.type == QLatin1String("styles") && m_parts.holds(relation.target)) {
      if (auto done = readStyles(relation.target); !done) return fail(done.error());
    }
  }
  const auto bytes = xmlOf(book);
  if (!bytes) return fail(bytes.error());
  QXmlStreamReader xml(*bytes);
  std::vector<TableGrid> grids;
  std::size_t sheets = 0;
  std::set<std::string> read;
  while (!xml.atEnd()) {
    xml.readNext();
    if (xml.isStartElement() && xml.name() == QLatin1String("workbookPr")) {
      const QStringView is1904 = xml.attributes().value(QLatin1String("date1904"));
      m_from1904 = is1904 == QLatin1String("1") || is1904 == QLatin1String("true");
    }
    if (!xml.isStartElement() || xml.name() != QLatin1String("sheet")) continue;
    if (++sheets > m_caps.sheets)
      return fail(ErrorKind::Invalid, fmt::format("It has more than {} sheets.", m_caps.sheets));
    TableGrid grid;
    grid.name = xml.attributes().value(QLatin1String("name")).toString().toStdString();
    for (const QXmlStreamAttribute& attribute : xml.attributes()) {
      if (attribute.name() != QLatin1String("id") || attribute.prefix().isEmpty()) continue;
      const auto target = related->find(attribute.value().toString());
      if (target == related->end() || target->second.type != QLatin1String("worksheet")) continue;
      // Each part once: a small file could else have the largest one read for every sheet.
      if (!read.insert(target->second.target).second)
        return fail(ErrorKind::Damaged, "Two sheets of the workbook are one and the same part.");
      if (auto done = readSheet(target->second.target, grid); !done)
        return fail(done.error(), fmt::format("sheet '{}'", grid.name));
    }
    if (!grid.rows.empty()) grids.push_back(std::move(grid));
  }
  if (auto fine = wellFormed(xml, book); !fine) return fail(fine.error());
  if (grids.empty()) return fail(ErrorKind::Foreign, "No sheet of the workbook holds anything.");
  return grids;
}

QString Workbook::textWithin(QXmlStreamReader& xml) {
  QString text;
  int depth = 1;
  int spoken = 0;  // depth within <rPh>
  while (depth > 0 && !xml.atEnd()) {
    xml.readNext();
    if (xml.isStartElement()) {
      ++depth;
      if (spoken > 0 || xml.name() == QLatin1String("rPh")) ++spoken;
      if (spoken == 0 && xml.name() == QLatin1String("t")) {
        text += xml.readElementText(QXmlStreamReader::IncludeChildElements);
        --depth;
      }
    } else if (xml.isEndElement()) {
      --depth;
      if (spoken > 0) --spoken;
    }
  }
  return withoutEscapes(std::move(text));
}

Result<void> Workbook::readTexts(const std::string& part) {
  auto bytes = xmlOf(part);
  if (!bytes) return fail(bytes.error());
  QBuffer device(&*bytes);
  device.open(QIODevice::ReadOnly);
  QXmlStreamReader xml(&device);
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement() || xml.name() != QLatin1String("si")) continue;
    m_texts.push_back(textWithin(xml).toStdString());
    if (auto fine = takeText(static_cast<qsizetype>(m_texts.back().size())); !fine) return fail(fine.error());
    if (m_texts.size() % kCellsBetweenLooks == 0 && m_progress.stopRequested())
      return fail(ErrorKind::Cancelled, "Reading the workbook was cancelled.");
  }
  return wellFormed(xml, part);
}

Result<void> Workbook::readStyles(const std::string& part) {
  const auto bytes = xmlOf(part);
  if (!bytes) return fail(bytes.error());
  QXmlStreamReader xml(*bytes);
  std::map<int, DateFormat> own;
  bool ofCells = false;
  while (!xml.atEnd()) {
    xml.readNext();
    if (xml.name() == QLatin1String("cellXfs")) ofCells = xml.isStartElement();
    if (!xml.isStartElement()) continue;
    const int id = xml.attributes().value(QLatin1String("numFmtId")).toInt();
    if (xml.name() == QLatin1String("numFmt")) {
      own[id] = dateFormatOf(xml.attributes().value(QLatin1String("formatCode")).toString().toStdString());
    } else if (ofCells && xml.name() == QLatin1String("xf")) {
      const auto found = own.find(id);
      m_formats.push_back(found == own.end() ? builtInDateFormat(id) : found->second);
    }
  }
  return wellFormed(xml, part);
}

Result<void> Workbook::readSheet(const std::string& part, TableGrid& grid) {
  auto bytes = xmlOf(part);
  if (!bytes) return fail(bytes.error());
  QBuffer device(&*bytes);
  device.open(QIODevice::ReadOnly);
  QXmlStreamReader xml(&device);
  std::map<std::int64_t, std::vector<GridCell>> rows;
  std::int64_t row = 0;
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement() || xml.name() != QLatin1String("row")) continue;
    bool numbered = false;
    const std::int64_t number = xml.attributes().value(QLatin1String("r")).toLongLong(&numbered);
    row = numbered ? number : row + 1;
    if (row < 1 || row > m_caps.rows)
      return fail(ErrorKind::Invalid, fmt::format("It has more than {} rows.", m_caps.rows));
    if (auto done = readRow(xml, row, rows[row]); !done) return fail(done.error());
    if (rows[row].empty()) rows.erase(row);
  }
  for (auto& [line, cells] : rows)
    grid.rows.push_back({line, std::move(cells)});
  return wellFormed(xml, part);
}

Result<void> Workbook::readRow(QXmlStreamReader& xml, std::int64_t row, std::vector<GridCell>& cells) {
  std::int64_t column = -1;
  while (xml.readNextStartElement()) {
    if (xml.name() != QLatin1String("c")) {
      xml.skipCurrentElement();
      continue;
    }
    const QString reference = xml.attributes().value(QLatin1String("r")).toString();
    column = reference.isEmpty() ? column + 1 : columnOf(reference);
    auto text = readCell(xml);
    if (!text) return fail(text.error());
    if (auto done = put(cells, row, column, *text); !done) return done;
  }
  return {};
}

Result<std::string> Workbook::readCell(QXmlStreamReader& xml) {
  const QString type = xml.attributes().value(QLatin1String("t")).toString();
  const auto style = xml.attributes().value(QLatin1String("s")).toULongLong();
  QString value;
  while (xml.readNextStartElement()) {
    if (xml.name() == QLatin1String("v")) {
      value = xml.readElementText(QXmlStreamReader::IncludeChildElements);
    } else if (xml.name() == QLatin1String("is")) {
      value = textWithin(xml);
    } else {
      xml.skipCurrentElement();
    }
  }
  if (type == QLatin1String("s")) {
    bool isNumber = false;
    const qulonglong index = value.toULongLong(&isNumber);
    if (isNumber && index < m_texts.size()) return m_texts[index];
    return fail(ErrorKind::Damaged,
                fmt::format("A cell asks for the text {} of {}.", value.toStdString(), m_texts.size()));
  }
  if (type == QLatin1String("b")) return value == QLatin1String("1") ? "TRUE" : "FALSE";
  bool isNumber = false;
  const double number = value.toDouble(&isNumber);
  if (!isNumber || (!type.isEmpty() && type != QLatin1String("n"))) return value.toStdString();
  if (style < m_formats.size()) {
    if (auto date = sheetDate(number, m_formats[style], m_from1904)) return std::move(*date);
  }
  // Doubles are written with 17 digits, of which people see at most 15.
  return fmt::format("{:.15g}", number);
}

Result<void> Workbook::put(std::vector<GridCell>& cells, std::int64_t row, std::int64_t column,
                           const std::string& whole) {
  if (++m_looks % kCellsBetweenLooks == 0 && m_progress.stopRequested())
    return fail(ErrorKind::Cancelled, "Reading the workbook was cancelled.");
  const std::string_view text = withoutSpaces(whole);
  if (text.empty()) return {};
  if (column < 0 || column >= m_caps.columns)
    return fail(ErrorKind::Invalid, fmt::format("It has more than {} columns.", m_caps.columns));
  const auto index = static_cast<std::size_t>(column);
  if (index >= cells.size()) {
    m_cells += static_cast<std::int64_t>(index + 1 - cells.size());
    if (m_cells > m_caps.cells)
      return fail(ErrorKind::Invalid, fmt::format("It has more than {} cells.", m_caps.cells));
    for (std::size_t i = cells.size(); i <= index; ++i)
      cells.push_back({{}, {row, static_cast<std::int64_t>(i) + 1}});
  }
  cells[index].text = std::string(text);
  return takeText(static_cast<qsizetype>(text.size()));
}

}  // namespace

bool isWorkbook(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Result<std::vector<TableGrid>> readXlsxGrids(std::string_view bytes, const GridCaps& caps,
                                             const Progress& progress) {
  const auto parts = ZipParts::open(bytes, caps.unpackedBytes);
  if (!parts) return fail(parts.error());
  return Workbook(*parts, caps, progress).read();
}

}  // namespace entente
