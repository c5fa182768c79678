// SPDX-License-Identifier: GPL-3.0-or-later
// Sieve: what a lens lets through, and the dates of stages as they are shown. For the makers of snapshots and
// details.
#pragma once

#include <optional>
#include <vector>

#include "core/ledger/known_from.h"
#include "core/ledger/ledger.h"

namespace entente {

class Sieve {
 public:
  explicit Sieve(const Lens& lens) : m_lens(lens) {}

  [[nodiscard]] Certainty known(const KnownFrom& known) const {
    return m_lens.until ? knownBefore(known, *m_lens.until) : Certainty::Certain;
  }
  [[nodiscard]] bool passes(const KnownFrom& from) const { return known(from) != Certainty::Impossible; }
  [[nodiscard]] bool passes(const SourceUid& source) const {
    return source.value.empty() || source != m_lens.without;
  }

 private:
  const Lens& m_lens;
};

/// The dates of a message's stages as they are shown: claims about "sent" speak of its first such stage.
class ShownStages {
 public:
  ShownStages(const RecordRef& message, const Ledger& ledger) : m_message(message), m_ledger(ledger) {}

  /// Stages of one message must come in their order (see sortStages).
  [[nodiscard]] std::optional<FuzzyDate> when(const Stage& stage);

 private:
  const RecordRef& m_message;
  const Ledger& m_ledger;
  std::uint32_t m_seen = 0;
};

/// By time, then kind, then uid: the order in which details list them.
void sortStages(std::vector<const Stage*>& stages);

/// Somebody who was in office by the lens was not known to leave it later.
[[nodiscard]] std::optional<FuzzyDate> heldAsKnown(const std::optional<FuzzyDate>& held, const Lens& lens);

}  // namespace entente
