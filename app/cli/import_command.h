// SPDX-License-Identifier: GPL-3.0-or-later
// import of files: figures or events and sources out of somebody else's file, into an archive that is there
// or a new one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/exchange/import_origin.h"

namespace entente::cli {

/// As given; what is empty was not said.
struct ImportRequest {
  std::string file;
  std::string output;  ///< empty: a new archive in this folder, with the name of the file
  std::string format;  ///< a word of FigureFormat or ForeignFormat
  std::string sheet;
  std::string map;     ///< "state=TITLE,..." of figures, a file of events
  std::string source;  ///< uid of one that is there
  std::string title;
  std::string publisher;
  std::string url;
  std::string published;
  std::string reliability;
  std::string licence;
  bool dryRun = false;
  bool json = false;
  // of figures
  std::string metric;
  std::string values;
  std::string unit;
  std::string decimal;
  std::string definition;
  // of events
  std::string dateOrder;
  std::string from;  ///< span in which recurring events are told one by one
  std::string to;
  std::string encoding;
  std::string separator;
  std::optional<std::int64_t> titlesRow;
  std::string saveMap;
  std::string report;

  /// Whether anything was said that only figures, or only events, have a use for.
  [[nodiscard]] bool saysFigures() const;
  [[nodiscard]] bool saysEvents() const;
  /// Whether anything was said that a bundle has no use for.
  [[nodiscard]] bool saysMore() const;
};

/// The source that the request names or describes. ErrorKind::Invalid for a date that is none.
[[nodiscard]] Result<ImportOrigin> originOf(const ImportRequest& request);

/// One step of the history. Refused rows are told on stderr with their place, the rest of the report on
/// stdout; kFailed if nothing can be imported, and then nothing is written. A table is one of figures where
/// the request says so, or its rows give figures of states and no column is a title.
int importFile(ImportRequest request);

// Internal to the two: the kinds of files.
int importFigures(const ImportRequest& request);
int importEntries(const ImportRequest& request);

}  // namespace entente::cli
