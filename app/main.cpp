// SPDX-License-Identifier: GPL-3.0-or-later
// The program: a subcommand, or a window.
#include <signal.h>

#include <variant>

#include "app/cli/command_line.h"
#include "app/shell/window_program.h"

int main(int argc, char** argv) {
  // A file that grows past the user's limit is an error that is reported, not the end of the program.
  signal(SIGXFSZ, SIG_IGN);
  const auto asked = entente::runCommandLine(argc, argv);
  if (const int* status = std::get_if<int>(&asked)) return *status;
  return entente::runWindow(argc, argv, std::get<entente::WindowRequest>(asked));
}
