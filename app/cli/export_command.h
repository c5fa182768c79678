// SPDX-License-Identifier: GPL-3.0-or-later
// export: an archive as a file for other programs.
#pragma once

#include <string>

namespace entente::cli {

/// What the format has no place for is told on stdout. `format`: a word of ExportFormat.
int exportArchive(const std::string& file, const std::string& output, const std::string& format, bool force);

}  // namespace entente::cli
