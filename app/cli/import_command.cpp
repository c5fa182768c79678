// SPDX-License-Identifier: GPL-3.0-or-later
// Tells tables of figures from files of events.
#include "app/cli/import_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <system_error>
#include <utility>

#include "app/cli/archive_commands.h"
#include "core/exchange/table_grid.h"
#include "core/exchange/table_purpose.h"

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

bool isSaid(std::initializer_list<const std::string*> texts) {
  return std::ranges::any_of(texts, [](const std::string* said) { return !said->empty(); });
}

bool holdsFigures(const ImportRequest& request) {
  auto sheets = readTableFile(request.file);
  return sheets && std::ranges::any_of(*sheets, looksLikeFigures);
}

}  // namespace

bool ImportRequest::saysFigures() const {
  std::error_code code;
  const bool namesColumns = map.find('=') != std::string::npos && !fs::exists(map, code);
  return namesColumns || isSaid({&metric, &values, &unit, &decimal, &definition});
}

bool ImportRequest::saysEvents() const {
  return (!map.empty() && !saysFigures()) || titlesRow.has_value() ||
         isSaid({&dateOrder, &from, &to, &saveMap, &report, &encoding, &separator});
}

bool ImportRequest::saysMore() const {
  return dryRun || json || saysFigures() || saysEvents() ||
         isSaid({&sheet, &source, &title, &url, &publisher, &licence, &published, &reliability});
}

Result<ImportOrigin> originOf(const ImportRequest& request) {
  const auto text = [](const std::string& utf8) { return QString::fromStdString(utf8); };
  ImportOrigin origin;
  origin.known = SourceUid(request.source);
  origin.title = text(request.title.empty() ? fs::path(request.file).stem().string() : request.title);
  origin.publisher = text(request.publisher);
  origin.url = text(request.url);
  origin.reliability = fromWord<Reliability>(request.reliability);
  origin.licence = text(request.licence);
  if (!request.published.empty()) {
    auto date = dateFrom("--published", request.published);
    if (!date) return fail(date.error());
    origin.published = std::move(*date);
  }
  return origin;
}

int importFile(ImportRequest request) {
  bool figures = request.format == "owid" || request.format == "nato" || request.format == "figures";
  if (request.format == "table" || request.format.empty()) {
    if (request.saysFigures() && request.saysEvents())
      return failWith({ErrorKind::Invalid, "Some options are for figures, others for events.", {}});
    figures = request.saysFigures() || (!request.saysEvents() && holdsFigures(request));
  }
  if (request.output.empty()) {
    request.output = fs::path(request.file).stem().string() + ".entente";
    std::error_code code;
    if (!request.dryRun && fs::exists(request.output, code))
      return failWith(
          {ErrorKind::Exists,
           fmt::format("{} is there already; say -o {} to add to it.", request.output, request.output),
           {}});
  }
  if (!figures) return importEntries(request);
  if (request.format == "figures" || request.format.empty()) request.format = "table";
  return importFigures(request);
}

}  // namespace entente::cli
