// SPDX-License-Identifier: GPL-3.0-or-later
// runWindow(): the program as a window, from the application object to its end.
#pragma once

#include "app/cli/command_line.h"

namespace entente {

/// Gives the exit status: 0, or 1 if there is no display to open a window on.
int runWindow(int argc, char** argv, const WindowRequest& request);

}  // namespace entente
