// SPDX-License-Identifier: GPL-3.0-or-later
// The scanner makes strict JSON of a file's values; Qt reads them.
#include "core/exchange/json_text.h"

#include <fmt/core.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <utility>

#include "core/exchange/script_scanner.h"
#include "core/exchange/text_bytes.h"

namespace entente {

namespace {

/// Wrapped in a list, since Qt takes no text or number as a document.
Result<QJsonValue> valueOf(std::string json) {
  json.insert(0, 1, '[');
  json += ']';
  QJsonParseError problem;
  const QJsonDocument document = QJsonDocument::fromJson(
      QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size())), &problem);
  if (problem.error != QJsonParseError::NoError) {
    return fail(ErrorKind::Foreign, "this is no JSON: " + problem.errorString().toStdString());
  }
  return document.array().at(0);
}

}  // namespace

Result<JsonText> readJsonText(std::string_view bytes, const ForeignCaps& caps, const Progress& progress) {
  if (bytes.size() > caps.fileBytes) {
    return fail(ErrorKind::Invalid,
                fmt::format("the file has {} bytes; at most {} can be read", bytes.size(), caps.fileBytes));
  }
  auto decoded = decodeText(bytes);
  if (!decoded) return tl::unexpected(decoded.error());
  const std::size_t begin = decoded->text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return fail(ErrorKind::Foreign, "the file is empty");
  if (decoded->text[begin] == '<') {
    return fail(ErrorKind::Foreign, "this is a page or XML, not JSON: line 1 begins with '<'");
  }
  JsonText result;
  for (TableNote& note : decodingRemarks(*decoded))
    result.remarks.push_back(std::move(note.text));
  ScriptScanner scanner(decoded->text, {static_cast<std::size_t>(caps.depth), kMostJsonValues});
  ScannedPart part;
  while (scanner.next(part)) {
    if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "reading was stopped");
    auto value = valueOf(std::move(part.json));
    if (!value) return tl::unexpected(value.error());
    result.parts.push_back({std::move(part.name), std::move(*value), part.place});
    if (result.parts.size() > 1000) {
      return fail(ErrorKind::Invalid, "the file has more than 1000 separate values; this is no timeline");
    }
  }
  if (!scanner.problem().empty()) {
    const TablePlace place = scanner.problemPlace();
    return fail(scanner.isBeyondBounds() ? ErrorKind::Invalid : ErrorKind::Foreign,
                fmt::format("line {}, column {}: {}", place.line, place.column, scanner.problem()));
  }
  if (result.parts.empty())
    return fail(ErrorKind::Foreign, "there are no data in the file, only code or remarks");
  for (const std::string& remark : scanner.remarks())
    result.remarks.push_back(remark);
  return result;
}

}  // namespace entente
