// SPDX-License-Identifier: GPL-3.0-or-later
// import --format: figures out of a publisher's table, into an archive that is there or a new one.
#pragma once

#include <string>

namespace entente::cli {

/// As given; what is empty was not said.
struct FigureRequest {
  std::string file;
  std::string output;
  std::string format;
  std::string sheet;
  std::string metric;
  std::string columns;  ///< --map
  std::string values;
  std::string unit;
  std::string decimal;
  std::string source;  ///< uid of one that is there
  std::string title;
  std::string publisher;
  std::string url;
  std::string published;
  std::string reliability;
  std::string licence;
  std::string definition;
  bool dryRun = false;
  bool json = false;

  /// Whether anything was said that a bundle has no use for.
  [[nodiscard]] bool saysMore() const;
};

/// One step of the history. Refused rows are told on stderr with their place, the rest of the report on
/// stdout; kFailed if nothing can be imported, and then nothing is written.
int importFigures(const FigureRequest& request);

}  // namespace entente::cli
