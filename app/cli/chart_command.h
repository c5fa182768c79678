// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommand that charts a pledge against money: picture, page, table or workbook.
#pragma once

#include <QSize>
#include <string>

namespace entente {

/// Words as they were typed; empty: not said.
struct ChartRequest {
  std::string file;
  std::string output;     ///< its ending says the format
  QSize size{1200, 800};  ///< pixels
  std::string kind = "lines";
  std::string pledge;       ///< uid; else the weightiest that figures measure
  std::string states;       ///< codes, uids or names, parted by commas
  std::string highlighted;  ///< one of them
  std::string group;
  std::string year;
  std::string edition;  ///< uid of a source, or "latest"
  std::string knownAsOf;
  std::string from;
  std::string to;
  std::string today;
  std::string theme = "light";
  bool force = false;
};

namespace cli {

int chart(const ChartRequest& request);

}  // namespace cli

}  // namespace entente
