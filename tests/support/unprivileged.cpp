// SPDX-License-Identifier: GPL-3.0-or-later
// Forks, drops privileges, and hands the answer back as the exit status.
#include "tests/support/unprivileged.h"

#include <sys/wait.h>
#include <unistd.h>

#include "core/base/check.h"

namespace entente::test {

bool holdsForNobody(const std::function<bool()>& holds) {
  const pid_t child = fork();
  check(child >= 0, "a process can be forked");
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0)) _exit(2);
    _exit(holds() ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace entente::test
