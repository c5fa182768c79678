// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the earliest date of those that count.
#include "core/model/message_date.h"

#include <tuple>

namespace entente {

namespace {

/// Equal bounds are told apart by their text, so that the rule does not depend on the order of the stages.
bool isEarlier(const FuzzyDate& a, const FuzzyDate& b) {
  return std::tie(a.bounds().earliestBegin, a.bounds().latestEnd, a.edtf()) <
         std::tie(b.bounds().earliestBegin, b.bounds().latestEnd, b.edtf());
}

}  // namespace

void MessageDate::add(StageKind stage, const FuzzyDate& when) {
  if (stage == StageKind::Sent && (!m_sent || isEarlier(when, *m_sent))) m_sent = when;
  if (!m_any || isEarlier(when, *m_any)) m_any = when;
}

}  // namespace entente
