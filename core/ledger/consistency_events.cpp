// SPDX-License-Identifier: GPL-3.0-or-later
// Events against today, and participants in an office against the terms of that office.
#include <algorithm>
#include <set>
#include <tuple>

#include "core/ledger/consistency_checks.h"
#include "core/ledger/text_folding.h"

namespace entente {

namespace {

bool liesAhead(const FuzzyDate& date, Instant now) {
  return outermostSpan(date).begin > now;
}

void checkSummit(const Summit& summit, Instant now, Findings& findings) {
  if (!summit.event.when) return;
  const FuzzyDate& when = *summit.event.when;
  const RecordRef ref = eventRef(RecordKind::Summit, summit.event);
  if (summit.status == SummitStatus::Held && liesAhead(when, now))
    findings.push_back({CheckId::SummitNotYetHeld, Severity::Warning, ref, {}, {when}, {}});
  if (summit.status == SummitStatus::Scheduled && outermostSpan(when).end <= now)
    findings.push_back({CheckId::SummitStillScheduled, Severity::Warning, ref, {}, {when}, {}});
}

void checkActs(const Records& records, Instant now, Findings& findings) {
  const auto find = [&](RecordRef event, const std::optional<FuzzyDate>& when, std::vector<RecordRef> part,
                        std::vector<QString> word) {
    if (!when || !liesAhead(*when, now)) return;
    findings.push_back({CheckId::ActInTheFuture,
                        Severity::Warning,
                        std::move(event),
                        std::move(part),
                        {*when},
                        std::move(word)});
  };
  for (const Statement& statement : records.statements)
    find(eventRef(RecordKind::Statement, statement.event), statement.event.when, {}, {});
  for (const Pledge& pledge : records.pledges)
    find(eventRef(RecordKind::Pledge, pledge.event), pledge.event.when, {}, {});
  for (const Stage& stage : records.stages) {
    find({RecordKind::Message, stage.message.value}, stage.when, {{RecordKind::Stage, stage.uid.value}},
         {wordAsText(stage.stage)});
  }
  for (const Position& position : records.positions) {
    find({RecordKind::Pledge, position.pledge.value}, position.when,
         {{RecordKind::Position, position.uid.value}}, {});
  }
}

/// The terms of every actor, by what a role may call the office: "prime minister", "prime minister of the
/// netherlands" and the like, folded.
class Terms {
 public:
  explicit Terms(const std::vector<Office>& offices) {
    for (const Office& office : offices)
      m_byActor[office.actor.value].push_back(&office);
    for (auto& [actor, held] : m_byActor)
      std::ranges::sort(held, {}, [](const Office* office) { return std::tie(office->uid); });
  }

  /// By uid.
  [[nodiscard]] std::vector<const Office*> of(const Participant& participant) const {
    std::vector<const Office*> found;
    const auto held = m_byActor.find(participant.actor.value);
    if (held == m_byActor.end()) return found;
    const QString role = foldedWords(QString::fromStdString(participant.role).replace(u'_', u' '));
    std::ranges::copy_if(held->second, std::back_inserter(found),
                         [&](const Office* office) { return calls(role, *office); });
    return found;
  }

 private:
  static bool calls(const QString& role, const Office& office) {
    const QString name = foldedWords(office.office);
    const QString body = foldedWords(office.body);
    if (role == name) return true;
    return !body.isEmpty() && (role == name + u' ' + body || role == name + QLatin1String(" of ") + body ||
                               role == name + QLatin1String(" of the ") + body);
  }

  std::unordered_map<std::string, std::vector<const Office*>> m_byActor;
};

void checkParticipant(const RecordRef& event, const ActDates& dates, const Participant& participant,
                      const Terms& terms, Findings& findings) {
  const std::vector<const Office*> offices = terms.of(participant);
  if (offices.empty()) return;
  const TimeSpan act{outermostSpan(*dates.first).begin, outermostSpan(*dates.last).end};
  for (const Office* office : offices) {
    if (!office->held || outermostSpan(*office->held).overlaps(act)) return;
  }
  Finding finding{CheckId::OfficeAtAnotherTime,
                  Severity::Warning,
                  event,
                  {{RecordKind::Actor, participant.actor.value}},
                  {*dates.first},
                  {offices.front()->office}};
  for (const Office* office : offices) {
    finding.others.push_back({RecordKind::Office, office->uid.value});
    finding.dates.push_back(*office->held);
  }
  findings.push_back(std::move(finding));
}

}  // namespace

void checkEvents(const Records& records, Instant now, Findings& findings) {
  for (const Summit& summit : records.summits)
    checkSummit(summit, now, findings);
  checkActs(records, now, findings);
  const EventDates events(records);
  const Terms terms(records.offices);
  forEachEvent(records, [&](RecordKind kind, const Event& event) {
    const ActDates dates = events.of(event.uid);
    if (dates.first == nullptr) return;
    for (const Participant& participant : event.participants)
      checkParticipant(eventRef(kind, event), dates, participant, terms, findings);
  });
}

}  // namespace entente
