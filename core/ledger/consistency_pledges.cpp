// SPDX-License-Identifier: GPL-3.0-or-later
// A pledge's dates against each other and its summit, its unit against its figures, and who can be bound.
#include <algorithm>
#include <map>
#include <utility>

#include "core/ledger/consistency_checks.h"
#include "core/time/date_relations.h"

namespace entente {

namespace {

void checkOrder(CheckId check, const Pledge& pledge, const std::optional<FuzzyDate>& due,
                Findings& findings) {
  if (!due || !pledge.event.when) return;
  const auto badness = badnessOfBefore(*due, *pledge.event.when);
  if (!badness) return;
  findings.push_back(
      {check, *badness, eventRef(RecordKind::Pledge, pledge.event), {}, {*due, *pledge.event.when}, {}});
}

void checkDates(const Pledge& pledge, Findings& findings) {
  checkOrder(CheckId::DueBeforeMade, pledge, pledge.due, findings);
  checkOrder(CheckId::ReviewBeforeMade, pledge, pledge.review, findings);
  if (!pledge.due || !pledge.review || !badnessOfBefore(*pledge.due, *pledge.review)) return;
  findings.push_back({CheckId::ReviewAfterDue,
                      Severity::Note,
                      eventRef(RecordKind::Pledge, pledge.event),
                      {},
                      {*pledge.review, *pledge.due},
                      {}});
}

/// Drafts leak before the summit, and what is merely claimed may never have been promised there.
void checkSummitOf(const Pledge& pledge, const EventDates& events, Findings& findings) {
  const bool made = pledge.status == PledgeStatus::Adopted || pledge.status == PledgeStatus::Unilateral;
  const ActDates summit = events.of(pledge.madeAt);
  if (!made || !pledge.event.when || summit.first == nullptr) return;
  if (overlaps(pledge.event.when->bounds(), summit.first->bounds()) != Certainty::Impossible) return;
  findings.push_back({CheckId::PledgeOutsideSummit,
                      Severity::Warning,
                      eventRef(RecordKind::Pledge, pledge.event),
                      {{RecordKind::Summit, pledge.madeAt.value}},
                      {*pledge.event.when, *summit.first},
                      {}});
}

PledgeUnit unitOf(SpendingMetric metric) {
  switch (metric) {
    case SpendingMetric::PercentOfGdp:
      return PledgeUnit::PercentOfGdp;
    case SpendingMetric::EquipmentSharePercent:
      return PledgeUnit::PercentOfDefence;
    case SpendingMetric::UsdBillion:
    case SpendingMetric::Usd2021Billion:
      break;
  }
  return PledgeUnit::UsdBillion;
}

void checkTarget(const Pledge& pledge, Findings& findings) {
  constexpr double kWhole = 100;
  const RecordRef ref = eventRef(RecordKind::Pledge, pledge.event);
  const bool isShare = pledge.unit == PledgeUnit::PercentOfGdp || pledge.unit == PledgeUnit::PercentOfDefence;
  if (pledge.target.value < 0 || (isShare && pledge.target.value > kWhole)) {
    findings.push_back({CheckId::TargetImpossible,
                        Severity::Error,
                        ref,
                        {},
                        {},
                        {QString::fromStdString(pledge.target.text)}});
  }
  if (pledge.measuredBy && unitOf(*pledge.measuredBy) != pledge.unit) {
    findings.push_back({CheckId::PledgeMeasuredOtherwise,
                        Severity::Error,
                        ref,
                        {},
                        {},
                        {wordAsText(pledge.unit), wordAsText(*pledge.measuredBy)}});
  }
}

/// Who may have been a member of what.
class Memberships {
 public:
  explicit Memberships(const Records& records) {
    for (const Actor& actor : records.actors)
      m_kinds.emplace(actor.uid.value, actor.kind);
    for (const Accession& accession : records.accessions)
      m_accessions[accession.organisation][accession.state].push_back(&accession);
  }

  [[nodiscard]] bool isState(const ActorUid& actor) const { return kindOf(actor) == ActorKind::State; }

  /// Nothing if the accessions to it are not recorded.
  [[nodiscard]] std::optional<bool> mayBeMember(const ActorUid& organisation, const ActorUid& state,
                                                const FuzzyDate& when) const {
    const auto members = m_accessions.find(organisation);
    if (members == m_accessions.end()) return std::nullopt;
    const auto accessions = members->second.find(state);
    return accessions != members->second.end() &&
           std::ranges::any_of(accessions->second, [&](const Accession* a) { return mayHold(*a, when); });
  }

  /// Whether an actor may stand for others too, nobody knows for whom.
  [[nodiscard]] bool isManifold(const ActorUid& actor) const {
    const ActorKind kind = kindOf(actor);
    return kind == ActorKind::Organisation || kind == ActorKind::Group;
  }

 private:
  [[nodiscard]] ActorKind kindOf(const ActorUid& actor) const {
    const auto found = m_kinds.find(actor.value);
    return found == m_kinds.end() ? ActorKind::Group : found->second;
  }
  static bool mayHold(const Accession& accession, const FuzzyDate& when) {
    if (!accession.date) return true;
    // An interval that ends says that the state left again.
    const bool ends = accession.date->isInterval() && accession.date->endKind() == EndKind::Known;
    const TimeSpan asked = outermostSpan(when);
    const TimeSpan joined = outermostSpan(*accession.date);
    return joined.begin < asked.end && (!ends || asked.begin < joined.end);
  }

  std::unordered_map<std::string, ActorKind> m_kinds;
  std::map<ActorUid, std::map<ActorUid, std::vector<const Accession*>>> m_accessions;
};

bool needsMembership(PositionKind kind) {
  switch (kind) {
    case PositionKind::Accepts:
    case PositionKind::Reservation:
    case PositionKind::OptOut:
    case PositionKind::Delay:
      return true;
    case PositionKind::RejectsOptOut:
    case PositionKind::Proposes:
    case PositionKind::ClaimsCredit:
      break;
  }
  return false;
}

/// The adherent through which the state ought to be bound and certainly is not; null if it may be bound.
const Adherent* barredBy(const Pledge& pledge, const Position& position, const Memberships& memberships) {
  const Adherent* barred = nullptr;
  for (const Adherent& adherent : pledge.adherents) {
    if (adherent.actor == position.actor) return nullptr;
    const auto then = adherent.membersOn
                          ? memberships.mayBeMember(adherent.actor, position.actor, *adherent.membersOn)
                          : std::nullopt;
    if (!then) {
      if (memberships.isManifold(adherent.actor)) return nullptr;
      continue;
    }
    // Who joined later may well take on what the members had promised.
    const bool later =
        position.when && *memberships.mayBeMember(adherent.actor, position.actor, *position.when);
    if (*then || later) return nullptr;
    if (barred == nullptr) barred = &adherent;
  }
  return barred;
}

void checkPositions(const Records& records, Findings& findings) {
  const Memberships memberships(records);
  std::unordered_map<std::string, const Pledge*> pledges;
  for (const Pledge& pledge : records.pledges)
    pledges.emplace(pledge.event.uid.value, &pledge);
  for (const Position& position : records.positions) {
    const auto pledge = pledges.find(position.pledge.value);
    if (pledge == pledges.end() || !needsMembership(position.position) ||
        !memberships.isState(position.actor))
      continue;
    const Adherent* barred = barredBy(*pledge->second, position, memberships);
    if (barred == nullptr) continue;
    findings.push_back({CheckId::PositionOfNonMember,
                        Severity::Warning,
                        {RecordKind::Pledge, position.pledge.value},
                        {{RecordKind::Position, position.uid.value},
                         {RecordKind::Actor, position.actor.value},
                         {RecordKind::Actor, barred->actor.value}},
                        {*barred->membersOn},
                        {wordAsText(position.position)}});
  }
}

}  // namespace

void checkPledges(const Records& records, Findings& findings) {
  const EventDates events(records);
  for (const Pledge& pledge : records.pledges) {
    checkDates(pledge, findings);
    checkSummitOf(pledge, events, findings);
    checkTarget(pledge, findings);
  }
  checkPositions(records, findings);
}

}  // namespace entente
