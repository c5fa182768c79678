// SPDX-License-Identifier: GPL-3.0-or-later
// Puts adopted pledges of one kind in a row.
#include "core/analysis/goal_history.h"

#include <algorithm>

#include "core/analysis/analysis_data.h"

namespace entente {

namespace {

bool hasDay(const Pledge& pledge) {
  return pledge.event.when && pledge.event.when->bounds().earliestBegin > kBeginningOfTime;
}

Instant dayOf(const Pledge& pledge) {
  return pledge.event.when->bounds().earliestBegin;
}

bool shareAnAdherent(const Pledge& a, const Pledge& b) {
  return std::ranges::any_of(a.adherents, [&](const Adherent& adherent) {
    return std::ranges::find(b.adherents, adherent.actor, &Adherent::actor) != b.adherents.end();
  });
}

bool isOfKind(const Pledge& one, const Pledge& pledge) {
  return one.status == PledgeStatus::Adopted && one.measuredBy == pledge.measuredBy &&
         one.unit == pledge.unit && one.sense == pledge.sense && hasDay(one) && shareAnAdherent(one, pledge);
}

GoalStep stepOf(const Pledge& pledge, Instant now) {
  GoalStep step{pledge.event.uid, pledge.target, pledge.sense, pledge.due, {dayOf(pledge), kEndOfTime}};
  step.isAhead = pledge.due && pledge.due->bounds().latestEnd > now;
  if (step.isAhead) step.span.end = pledge.due->bounds().latestEnd;
  return step;
}

}  // namespace

std::vector<GoalStep> goalHistory(const Pledge& pledge, const std::vector<Pledge>& all, Instant now) {
  if (!pledge.measuredBy || !isMeasure(pledge.unit, *pledge.measuredBy) || !hasDay(pledge)) return {};
  if (pledge.status != PledgeStatus::Adopted) return {stepOf(pledge, now)};
  std::vector<const Pledge*> kept;
  for (const Pledge& one : all) {
    if (isOfKind(one, pledge)) kept.push_back(&one);
  }
  const auto uidOf = [](const Pledge* one) { return one->event.uid; };
  if (std::ranges::find(kept, pledge.event.uid, uidOf) == kept.end()) kept.push_back(&pledge);
  std::ranges::stable_sort(kept, [](const Pledge* a, const Pledge* b) { return dayOf(*a) < dayOf(*b); });
  std::vector<GoalStep> steps;
  std::optional<std::size_t> inForce;
  for (const Pledge* one : kept) {
    if (inForce && compareAmounts(steps[*inForce].target, one->target) == 0) {
      // The same goal again: the newest word on it is what holds.
      steps[*inForce].pledge = one->event.uid;
      continue;
    }
    const GoalStep step = stepOf(*one, now);
    // A goal that is ahead leaves the one before it in force until it is due.
    if (inForce) steps[*inForce].span.end = step.isAhead ? step.span.end : step.span.begin;
    if (!step.isAhead) inForce = steps.size();
    steps.push_back(step);
  }
  return steps;
}

}  // namespace entente
