// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the checks and puts what they find in order; what the checks share.
#include "core/ledger/consistency.h"

#include <algorithm>
#include <tuple>

#include "core/ledger/consistency_checks.h"
#include "core/time/date_relations.h"

namespace entente {

namespace {

/// No day begins or ends farther than this from the UTC day of the same figures. (The line islands, at 14
/// hours, are let be: two days that do not adjoin are then certainly two moments.)
constexpr std::int64_t kMostZoneSeconds = std::int64_t{12} * 3600;

std::int64_t slackOf(const DatePart& part) {
  return part.hasTime ? 0 : kMostZoneSeconds;
}

bool comesFirst(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& f) {
    return std::tie(f.severity, f.check, f.record, f.others, f.values);
  };
  if (key(a) != key(b)) return key(a) < key(b);
  return std::ranges::lexicographical_compare(a.dates, b.dates, {}, &FuzzyDate::edtf, &FuzzyDate::edtf);
}

}  // namespace

std::optional<Severity> badnessOfBefore(const FuzzyDate& a, const FuzzyDate& b) {
  if (isBefore(a.bounds(), b.bounds()) != Certainty::Certain) return std::nullopt;
  return outermostSpan(a).end <= outermostSpan(b).begin ? Severity::Error : Severity::Warning;
}

TimeSpan outermostSpan(const FuzzyDate& date) {
  const DateBounds& bounds = date.bounds();
  return {plusSeconds(bounds.earliestBegin, -slackOf(date.begin())),
          plusSeconds(bounds.latestEnd, slackOf(date.end()))};
}

// Of two that are alike the one that sorts first, so that the order of the records does not count.
void ActDates::add(const FuzzyDate& date) {
  const auto begin = [](const FuzzyDate& d) { return std::tie(d.bounds().earliestBegin, d.edtf()); };
  const auto end = [](const FuzzyDate& d) { return std::tie(d.bounds().latestEnd, d.edtf()); };
  if (first == nullptr || begin(date) < begin(*first)) first = &date;
  if (last == nullptr || end(date) > end(*last)) last = &date;
}

EventDates::EventDates(const Records& records) {
  forEachEvent(records, [this](RecordKind, const Event& event) {
    if (event.when) m_dates[event.uid.value].add(*event.when);
  });
  for (const Stage& stage : records.stages) {
    if (stage.stage == StageKind::Sent && stage.when) m_dates[stage.message.value].add(*stage.when);
  }
}

ActDates EventDates::of(const EventUid& event) const {
  const auto found = m_dates.find(event.value);
  return found == m_dates.end() ? ActDates{} : found->second;
}

std::vector<Finding> checkConsistency(const Records& records, Instant now) {
  Findings findings;
  checkMessages(records, findings);
  checkEvents(records, now, findings);
  checkPledges(records, findings);
  checkFigures(records, findings);
  checkClaims(records, findings);
  checkShown(records, findings);
  checkSources(records, findings);
  checkDuplicates(records, findings);
  std::ranges::sort(findings, comesFirst);
  // Two links of one kind between the same two records are one contradiction.
  findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
  return findings;
}

}  // namespace entente
