// SPDX-License-Identifier: GPL-3.0-or-later
// How slow work reports and is stopped: a stop token and a callback, both optional.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

namespace entente {

/// Handed to everything slow. `report(done, total)` is called on the working thread, at most some hundred
/// times; total is 0 while unknown. Work that sees a stop request returns ErrorKind::Cancelled and leaves
/// everything as it was before.
struct Progress {
  std::stop_token stop;
  std::function<void(std::int64_t done, std::int64_t total)> report;

  [[nodiscard]] bool stopRequested() const { return stop.stop_requested(); }
  void say(std::int64_t done, std::int64_t total) const {
    if (report) report(done, total);
  }
};

}  // namespace entente
