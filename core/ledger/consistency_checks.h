// SPDX-License-Identifier: GPL-3.0-or-later
// The checks behind checkConsistency(), one function a theme, and what they share. For core/ledger alone.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/ledger/consistency.h"

namespace entente {

using Findings = std::vector<Finding>;

void checkMessages(const Records& records, Findings& findings);
void checkEvents(const Records& records, Instant now, Findings& findings);
void checkPledges(const Records& records, Findings& findings);
void checkFigures(const Records& records, Findings& findings);
void checkClaims(const Records& records, Findings& findings);
void checkShown(const Records& records, Findings& findings);
void checkSources(const Records& records, Findings& findings);
void checkDuplicates(const Records& records, Findings& findings);

/// How bad it is if `a` is not to come before `b`: nothing if it may not be so, a warning if it is so as long
/// as days are UTC days, an error if it is so wherever the days of the two are days.
[[nodiscard]] std::optional<Severity> badnessOfBefore(const FuzzyDate& a, const FuzzyDate& b);

/// From the earliest begin to the latest end, wherever its days are days.
[[nodiscard]] TimeSpan outermostSpan(const FuzzyDate& date);

/// The dates of an event: of a message, of its stages "sent". Both are null if it has none.
struct ActDates {
  const FuzzyDate* first = nullptr;  ///< the one that can begin earliest
  const FuzzyDate* last = nullptr;   ///< the one that can end latest

  void add(const FuzzyDate& date);
};

class EventDates {
 public:
  /// Keeps pointers into the records.
  explicit EventDates(const Records& records);

  [[nodiscard]] ActDates of(const EventUid& event) const;

 private:
  std::unordered_map<std::string, ActDates> m_dates;  ///< the five kinds share one space of uids
};

[[nodiscard]] inline RecordRef eventRef(RecordKind kind, const Event& event) {
  return {kind, event.uid.value};
}

/// Calls f(RecordKind, const Event&) for every event.
template <class F>
void forEachEvent(const Records& records, F&& f) {
  for (const Summit& summit : records.summits)
    f(RecordKind::Summit, summit.event);
  for (const Message& message : records.messages)
    f(RecordKind::Message, message.event);
  for (const Pledge& pledge : records.pledges)
    f(RecordKind::Pledge, pledge.event);
  for (const Statement& statement : records.statements)
    f(RecordKind::Statement, statement.event);
  for (const Period& period : records.periods)
    f(RecordKind::Period, period.event);
}

template <class Enum>
[[nodiscard]] QString wordAsText(Enum value) {
  const std::string_view word = wordOf(value);
  return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

}  // namespace entente
