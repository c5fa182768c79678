// SPDX-License-Identifier: GPL-3.0-or-later
// Counts over the ledger and the events' sources.
#include "core/view/source_voice.h"

#include <algorithm>

namespace entente {

namespace {

void countClaim(const Claim& claim, SourceVoice& voice) {
  ++voice.claims;
  if (!claim.verdict) return;
  switch (*claim.verdict) {
    case Verdict::Adopted:
      ++voice.adopted;
      break;
    case Verdict::Disputed:
      ++voice.disputed;
      break;
    case Verdict::Refuted:
      ++voice.refuted;
      break;
  }
}

}  // namespace

SourceVoice voiceOf(const Snapshot& snapshot, const SourceUid& source) {
  SourceVoice voice;
  for (const Resolution& topic : snapshot.ledger.all()) {
    for (const ClaimedValue& value : topic.values) {
      const auto own = std::ranges::count(value.claims, source, &Claim::source);
      if (own == 0) continue;
      for (const Claim* claim : value.claims) {
        if (claim->source == source) countClaim(*claim, voice);
      }
      if (&value != topic.shown()) continue;
      voice.shown += own;
      if (static_cast<std::size_t>(own) == value.claims.size()) ++voice.shownAlone;
    }
  }
  voice.eventsAlone = std::ranges::count_if(snapshot.parties, [&](const auto& entry) {
    return entry.second.sources.size() == 1 && entry.second.sources.front() == source;
  });
  return voice;
}

}  // namespace entente
