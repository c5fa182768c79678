// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger: every topic of an archive with its resolution, as seen through a lens.
#pragma once

#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/ledger/disputes.h"
#include "core/ledger/lens.h"
#include "core/ledger/resolution.h"

namespace entente {

/// What a ledger is made of, as it stands in the archive: each table by uid.
struct LedgerRows {
  std::vector<Source> sources;
  std::vector<Claim> claims;
  std::vector<Pin> pins;

  /// Null if there is none. O(log n).
  [[nodiscard]] const Source* source(const SourceUid& uid) const;
};

/// Immutable. Topics without a claim that the lens lets through are not in it. Making it is O(n log n).
class Ledger {
 public:
  Ledger() = default;
  Ledger(std::shared_ptr<const LedgerRows> rows, const Lens& lens);

  /// By topic: fields of a record before its questions.
  [[nodiscard]] std::span<const Resolution> all() const { return m_resolutions; }
  [[nodiscard]] std::span<const Resolution> of(const RecordRef& subject) const;
  /// Null if nothing is claimed.
  [[nodiscard]] const Resolution* of(const Topic& topic) const;
  [[nodiscard]] const Resolution* field(const RecordRef& subject, const QString& name) const {
    return of(Topic{subject, false, name});
  }
  [[nodiscard]] Disputes disputesOf(const RecordRef& subject) const;
  [[nodiscard]] const Source* source(const SourceUid& uid) const;
  /// Null if there is none, or the lens hides it.
  [[nodiscard]] const Claim* claim(const ClaimUid& uid) const;

 private:
  [[nodiscard]] bool isSeen(const Claim& claim, const Lens& lens) const;

  std::shared_ptr<const LedgerRows> m_rows;
  std::vector<Resolution> m_resolutions;
  std::unordered_map<Uid, const Claim*> m_claims;
};

}  // namespace entente
