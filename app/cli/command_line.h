// SPDX-License-Identifier: GPL-3.0-or-later
// The command line: subcommands that work without a display, or a window.
#pragma once

#include <QSize>
#include <QString>
#include <optional>
#include <variant>

namespace entente {

/// What the window is asked to be.
struct WindowRequest {
  QString file;                  ///< empty: the built-in archive
  std::optional<QString> theme;  ///< "light", "dark" or "system"; not set: as remembered
  QSize size;                    ///< not valid: as remembered
};

/// Runs a subcommand to its end and gives the exit status: 0 done, 1 failed (one clear sentence on stderr), 2
/// wrong usage. Or gives the window that is asked for; then nothing has been done yet and no application
/// object exists.
[[nodiscard]] std::variant<int, WindowRequest> runCommandLine(int argc, char** argv);

}  // namespace entente
