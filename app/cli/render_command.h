// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommand that draws: an archive's timeline to PNG or SVG.
#pragma once

#include <QSize>
#include <string>

namespace entente {

struct RenderRequest {
  std::string file;
  std::string output;     ///< its ending says the format
  QSize size{1600, 900};  ///< pixels
  std::string from;       ///< EDTF; empty: as the archive opens
  std::string to;         ///< EDTF; its last day belongs to the picture
  std::string today;      ///< EDTF day of the today line; empty: today
  std::string theme = "light";
  bool noLegend = false;
  std::string knownAsOf;  ///< a day as known on which it is drawn; empty: all that is known
  std::string zone;       ///< empty: as the view has it
  std::string lanes;      ///< the word of a grouping; empty: as the view has it
  bool force = false;
};

namespace cli {

int render(const RenderRequest& request);

}  // namespace cli

}  // namespace entente
