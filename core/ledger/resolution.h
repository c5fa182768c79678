// SPDX-License-Identifier: GPL-3.0-or-later
// Resolution: which of the values that are claimed for a topic is shown, and by which rule.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/ledger/topic.h"
#include "core/model/records.h"

namespace entente {

/// Reliability of the source and credibility of the information: the NATO/Admiralty system (AJP-2.1, STANAG
/// 2511). The two are never averaged.
struct Grade {
  std::optional<Reliability> reliability;  ///< not set: the source is not graded
  Credibility credibility = Credibility::Six;

  bool operator==(const Grade&) const = default;
};

/// Places in the order of strength, from 0. What cannot be judged (F, 6, a source that is not graded) speaks
/// neither for a claim nor against it: it stands behind the grades that speak for it (A to C, 1 to 3) and
/// before those that speak against it (D and E, 4 and 5).
[[nodiscard]] int rankOf(const std::optional<Reliability>& reliability);
[[nodiscard]] int rankOf(Credibility credibility);

/// One value with those who claim it.
struct ClaimedValue {
  std::vector<const Claim*> claims;  ///< the strongest first; refuted ones last; never empty
  bool refuted = false;              ///< all its claims are
  bool adopted = false;              ///< one of them is, and not refuted
  Grade grade;                       ///< of its strongest claim
  int roots = 0;                     ///< independent roots that assert it: distinct, as recorded
  int withoutRoot = 0;               ///< sources that assert it and have no root on record
  std::optional<Instant> newest;     ///< the day of the newest source that asserts it

  [[nodiscard]] const Claim& strongest() const { return *claims.front(); }
};

/// What decided between the shown value and the next one.
enum class WonBy : std::uint8_t {
  Nothing,      ///< every claim is refuted: no value is shown
  Pin,          ///< the editor's pin
  Adopted,      ///< the editor's verdict on a claim: an imported pin
  Alone,        ///< no other value is claimed that is not refuted
  Reliability,  ///< of the best source
  Credibility,  ///< of what the best source says
  Roots,        ///< more independent roots
  Newest,       ///< the newest source
  Order         ///< nothing tells them apart: the smallest uid
};

/// The claims are pointed at and must outlive it.
struct Resolution {
  Topic topic;
  std::vector<ClaimedValue> values;  ///< the shown one first, then by the rule, refuted ones last
  WonBy wonBy = WonBy::Nothing;
  const Pin* pin = nullptr;             ///< set if it decided
  std::optional<std::size_t> byRule;    ///< the value that grades, roots and days alone would show
  std::optional<std::size_t> unpinned;  ///< the value that would be shown without the pin

  /// Null where every claim is refuted and none is pinned.
  [[nodiscard]] const ClaimedValue* shown() const {
    return wonBy == WonBy::Nothing ? nullptr : &values.front();
  }
  /// Two values or more, or a claim whose verdict is disputed.
  [[nodiscard]] bool isDisputed() const;
  /// The editor's choice is not what the rule would show.
  [[nodiscard]] bool differsFromRule() const { return shown() && byRule && *byRule != 0; }
  [[nodiscard]] std::size_t claimCount() const;
};

/// Null for a source that is not there.
using SourceLookup = std::function<const Source*(const SourceUid&)>;

/// The rule, for the claims about one topic (at least one):
/// 1. The value whose claim the editor pinned is shown, whatever is said against it.
/// 2. Else those with an adopted claim go before the others.
/// 3. A refuted claim lends its value nothing; a value that has no other claim is never shown.
/// 4. The better grade: reliability of the source, then credibility of the information, of a value's
///    strongest claim; then the number of independent roots (sources that repeat one story have one root;
///    sources without one on record count as one together, since nobody knows);
///    then the newest source; then the smallest uid.
/// What is one value: see valuesOf. A pin whose claim is not among them is as if it were not there. The order
/// of the claims does not matter; a further claim for a value from a root that it has already, no better
/// graded and no newer, changes nothing, and nor does taking a claim for another value away.
/// O(claims log claims).
[[nodiscard]] Resolution resolve(const std::vector<const Claim*>& claims, const Pin* pin,
                                 const SourceLookup& sourceOf);
/// The same where it is known which claims are one value (in step with them): claims that are left out may
/// have tied others together.
[[nodiscard]] Resolution resolve(const std::vector<const Claim*>& claims,
                                 const std::vector<std::size_t>& valueNumbers, const Pin* pin,
                                 const SourceLookup& sourceOf);

}  // namespace entente
