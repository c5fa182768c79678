// SPDX-License-Identifier: GPL-3.0-or-later
// All of an archive that a history must bring back, and records to change it with.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/archive/archive.h"

namespace entente::test {

/// Records, the keys of events, digests.
struct State {
  Records records;
  std::vector<std::pair<Uid, EventId>> keys;
  std::string digests;
  std::string fingerprint;

  bool operator==(const State&) const = default;
};

[[nodiscard]] State stateOf(const Archive& archive);

/// That verify() finds nothing.
void expectWhole(const Archive& archive);

/// Said by the source "paper", about a field or a question.
[[nodiscard]] Claim claimAbout(const char* uid, const RecordRef& subject, const char* field,
                               const char* question);
[[nodiscard]] Pin pinOf(const char* uid, const Claim& claim);
[[nodiscard]] Actor actorNamed(const char* uid, const QString& name);

}  // namespace entente::test
