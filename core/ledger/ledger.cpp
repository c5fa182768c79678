// SPDX-License-Identifier: GPL-3.0-or-later
// Sorts the claims by topic and resolves each.
#include "core/ledger/ledger.h"

#include <algorithm>
#include <map>

#include "core/ledger/known_from.h"
#include "core/ledger/same_values.h"

namespace entente {

const Source* LedgerRows::source(const SourceUid& uid) const {
  const auto found = std::ranges::lower_bound(sources, uid, {}, &Source::uid);
  return found == sources.end() || found->uid != uid ? nullptr : &*found;
}

Ledger::Ledger(std::shared_ptr<const LedgerRows> rows, const Lens& lens) : m_rows(std::move(rows)) {
  std::map<Topic, std::vector<const Claim*>> topics;
  for (const Claim& claim : m_rows->claims) {
    topics[topicOf(claim)].push_back(&claim);
    if (isSeen(claim, lens)) m_claims.emplace(claim.uid.value, &claim);
  }
  std::map<Topic, const Pin*> pins;
  for (const Pin& pin : m_rows->pins) {
    if (const Claim* pinned = claim(pin.claim)) pins.emplace(topicOf(*pinned), &pin);
  }
  const SourceLookup sourceOf = [this](const SourceUid& uid) { return m_rows->source(uid); };
  m_resolutions.reserve(topics.size());
  for (const auto& [topic, claims] : topics) {
    const std::vector<std::size_t> values = valuesOf(claims);
    std::vector<const Claim*> seen;
    std::vector<std::size_t> seenValues;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (!claim(claims[i]->uid)) continue;
      seen.push_back(claims[i]);
      seenValues.push_back(values[i]);
    }
    if (seen.empty()) continue;
    const auto pin = pins.find(topic);
    m_resolutions.push_back(resolve(seen, seenValues, pin == pins.end() ? nullptr : pin->second, sourceOf));
  }
}

bool Ledger::isSeen(const Claim& claim, const Lens& lens) const {
  if (!lens.without.value.empty() && claim.source == lens.without) return false;
  return !lens.until ||
         knownBefore(knownFrom(claim, m_rows->source(claim.source)), *lens.until) != Certainty::Impossible;
}

std::span<const Resolution> Ledger::of(const RecordRef& subject) const {
  const auto first =
      std::partition_point(m_resolutions.begin(), m_resolutions.end(),
                           [&](const Resolution& resolution) { return resolution.topic.subject < subject; });
  const auto last = std::partition_point(first, m_resolutions.end(), [&](const Resolution& resolution) {
    return resolution.topic.subject == subject;
  });
  return {first, last};
}

const Resolution* Ledger::of(const Topic& topic) const {
  const auto found = std::ranges::lower_bound(m_resolutions, topic, std::less<>(), &Resolution::topic);
  return found == m_resolutions.end() || !(found->topic == topic) ? nullptr : &*found;
}

Disputes Ledger::disputesOf(const RecordRef& subject) const {
  Disputes disputes;
  for (const Resolution& resolution : of(subject)) {
    ++disputes.claimedFields;
    if (resolution.isDisputed()) ++disputes.disputedFields;
    for (const ClaimedValue& value : resolution.values) {
      disputes.refutedClaims += static_cast<std::uint32_t>(std::ranges::count_if(
          value.claims, [](const Claim* claim) { return claim->verdict == Verdict::Refuted; }));
    }
  }
  return disputes;
}

const Source* Ledger::source(const SourceUid& uid) const {
  return m_rows ? m_rows->source(uid) : nullptr;
}

const Claim* Ledger::claim(const ClaimUid& uid) const {
  const auto found = m_claims.find(uid.value);
  return found == m_claims.end() ? nullptr : found->second;
}

}  // namespace entente
