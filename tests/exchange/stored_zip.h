// SPDX-License-Identifier: GPL-3.0-or-later
// Small zip files without compression, and workbooks made of one part that matters.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::test {

using NamedParts = std::vector<std::pair<std::string, std::string>>;

inline void appendNumber(std::string& bytes, std::uint64_t number, int size) {
  for (int i = 0; i < size; ++i)
    bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
}

/// Parts in their order: name and content.
inline std::string storedZip(const NamedParts& parts) {
  std::string bytes;
  std::string list;
  for (const auto& [name, content] : parts) {
    std::string common;
    appendNumber(common, 20, 2);
    appendNumber(common, 0, 8);  // flags, method, time and date
    appendNumber(common, crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size()), 4);
    appendNumber(common, content.size(), 4);
    appendNumber(common, content.size(), 4);
    appendNumber(common, name.size(), 2);
    appendNumber(common, 0, 2);
    list += "PK\x01\x02";
    appendNumber(list, 20, 2);
    list += common;
    appendNumber(list, 0, 10);
    appendNumber(list, bytes.size(), 4);
    list += name;
    bytes += "PK\x03\x04" + common + name + content;
  }
  const std::size_t begin = bytes.size();
  bytes += list + "PK\x05\x06";
  appendNumber(bytes, 0, 4);
  appendNumber(bytes, parts.size(), 2);
  appendNumber(bytes, parts.size(), 2);
  appendNumber(bytes, list.size(), 4);
  appendNumber(bytes, begin, 4);
  appendNumber(bytes, 0, 2);
  return bytes;
}

/// A workbook with one sheet of these rows ("<row>...</row>") and these styles (cellXfs and numFmts).
inline std::string smallXlsx(std::string_view rows, std::string_view styles = {}, bool from1904 = false) {
  const std::string space = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  const std::string kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string relations =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  return storedZip(
      {{"_rels/.rels", relations + "<Relationship Id=\"a\" Type=\"" + kind +
                           "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
       {"xl/workbook.xml",
        "<workbook" + space + " xmlns:r=\"" + kind + "\"><workbookPr date1904=\"" + (from1904 ? "1" : "0") +
            "\"/><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        relations + "<Relationship Id=\"b\" Type=\"" + kind +
            "/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"c\" Type=\"" + kind +
            "/styles\" Target=\"styles.xml\"/></Relationships>"},
       {"xl/styles.xml", "<styleSheet" + space + ">" + std::string(styles) + "</styleSheet>"},
       {"xl/sheet.xml",
        "<worksheet" + space + "><sheetData>" + std::string(rows) + "</sheetData></worksheet>"}});
}

/// A spreadsheet with this within its <office:spreadsheet>, and these styles.
inline std::string smallOds(std::string_view tables, std::string_view styles = {}) {
  const std::string name = "urn:oasis:names:tc:opendocument:xmlns:";
  std::string content = "<office:document-content";
  for (const auto& [prefix, end] :
       {std::pair{"office", "office"}, std::pair{"table", "table"}, std::pair{"text", "text"},
        std::pair{"style", "style"}, std::pair{"number", "datastyle"}})
    content += std::string(" xmlns:") + prefix + "=\"" + name + end + ":1.0\"";
  content += "><office:automatic-styles>" + std::string(styles) +
             "</office:automatic-styles><office:body><office:spreadsheet>" + std::string(tables) +
             "</office:spreadsheet></office:body></office:document-content>";
  return storedZip(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}});
}

}  // namespace entente::test
