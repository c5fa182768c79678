// SPDX-License-Identifier: GPL-3.0-or-later
// Sorts the values by the rule and says what told the first two apart.
#include "core/ledger/resolution.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "core/base/check.h"
#include "core/ledger/same_values.h"

namespace entente {

int rankOf(const std::optional<Reliability>& reliability) {
  switch (reliability.value_or(Reliability::F)) {
    case Reliability::A:
      return 0;
    case Reliability::B:
      return 1;
    case Reliability::C:
      return 2;
    case Reliability::F:
      return 3;
    case Reliability::D:
      return 4;
    case Reliability::E:
      return 5;
  }
  return 3;
}

int rankOf(Credibility credibility) {
  switch (credibility) {
    case Credibility::One:
      return 0;
    case Credibility::Two:
      return 1;
    case Credibility::Three:
      return 2;
    case Credibility::Six:
      return 3;
    case Credibility::Four:
      return 4;
    case Credibility::Five:
      return 5;
  }
  return 3;
}

bool Resolution::isDisputed() const {
  if (values.size() > 1) return true;
  return std::ranges::any_of(values.front().claims,
                             [](const Claim* claim) { return claim->verdict == Verdict::Disputed; });
}

std::size_t Resolution::claimCount() const {
  return std::accumulate(
      values.begin(), values.end(), std::size_t{0},
      [](std::size_t sum, const ClaimedValue& value) { return sum + value.claims.size(); });
}

namespace {

bool isRefuted(const Claim& claim) {
  return claim.verdict == Verdict::Refuted;
}

/// The day of a source, where it has one.
std::optional<Instant> dayOf(const Source* source) {
  if (!source || !source->published) return std::nullopt;
  return source->published->bounds().earliestBegin;
}

/// Seconds; what has no day is older than everything.
std::int64_t ageKey(const std::optional<Instant>& day) {
  return -day.value_or(kBeginningOfTime).seconds;
}

/// Puts a value together from its claims.
class ValueMaker {
 public:
  explicit ValueMaker(const SourceLookup& sourceOf) : m_sourceOf(sourceOf) {}

  [[nodiscard]] ClaimedValue make(std::vector<const Claim*> claims) const {
    std::ranges::sort(claims, {}, [this](const Claim* claim) { return strength(*claim); });
    ClaimedValue value;
    value.refuted = std::ranges::all_of(claims, [](const Claim* claim) { return isRefuted(*claim); });
    value.grade = gradeOf(*claims.front());
    std::set<QString> roots;
    std::set<SourceUid> rootless;
    for (const Claim* claim : claims) {
      if (isRefuted(*claim) && !value.refuted) continue;
      value.adopted |= claim->verdict == Verdict::Adopted;
      const Source* source = m_sourceOf(claim->source);
      if (source && !source->root.isEmpty()) {
        roots.insert(source->root);
      } else {
        rootless.insert(claim->source);
      }
      value.newest = std::max(value.newest, dayOf(source));
    }
    value.roots = static_cast<int>(roots.size());
    value.withoutRoot = static_cast<int>(rootless.size());
    value.claims = std::move(claims);
    return value;
  }

 private:
  [[nodiscard]] Grade gradeOf(const Claim& claim) const {
    const Source* source = m_sourceOf(claim.source);
    return {source ? source->reliability : std::nullopt, claim.credibility};
  }

  [[nodiscard]] std::tuple<bool, int, int, std::int64_t, std::string> strength(const Claim& claim) const {
    const Grade grade = gradeOf(claim);
    return {isRefuted(claim), rankOf(grade.reliability), rankOf(grade.credibility),
            ageKey(dayOf(m_sourceOf(claim.source))), claim.uid.value};
  }

  const SourceLookup& m_sourceOf;
};

/// Step 4 of the rule, the first part that tells two values apart; the smaller one goes first.
using RuleKey = std::tuple<bool, int, int, int, std::int64_t, std::string>;

/// What asserts a value has at least one voice, also where no root is on record.
int voicesOf(const ClaimedValue& value) {
  return std::max(value.roots, value.withoutRoot > 0 ? 1 : 0);
}

RuleKey ruleKey(const ClaimedValue& value) {
  const auto smallest =
      std::ranges::min_element(value.claims, {}, [](const Claim* claim) { return claim->uid; });
  return {value.refuted,
          rankOf(value.grade.reliability),
          rankOf(value.grade.credibility),
          -voicesOf(value),
          ageKey(value.newest),
          (*smallest)->uid.value};
}

WonBy whatTold(const ClaimedValue& winner, const ClaimedValue& next) {
  if (next.refuted) return WonBy::Alone;
  if (rankOf(winner.grade.reliability) != rankOf(next.grade.reliability)) return WonBy::Reliability;
  if (rankOf(winner.grade.credibility) != rankOf(next.grade.credibility)) return WonBy::Credibility;
  if (voicesOf(winner) != voicesOf(next)) return WonBy::Roots;
  return ageKey(winner.newest) != ageKey(next.newest) ? WonBy::Newest : WonBy::Order;
}

std::vector<ClaimedValue> makeValues(const std::vector<const Claim*>& claims,
                                     const std::vector<std::size_t>& numbers, const SourceLookup& sourceOf) {
  std::map<std::size_t, std::vector<const Claim*>> groups;
  for (std::size_t i = 0; i < claims.size(); ++i)
    groups[numbers[i]].push_back(claims[i]);
  const ValueMaker maker(sourceOf);
  std::vector<ClaimedValue> values;
  values.reserve(groups.size());
  for (auto& [number, group] : groups)
    values.push_back(maker.make(std::move(group)));
  std::ranges::sort(values, {}, ruleKey);
  return values;
}

bool holds(const ClaimedValue& value, const ClaimUid& claim) {
  return std::ranges::any_of(value.claims, [&](const Claim* one) { return one->uid == claim; });
}

}  // namespace

Resolution resolve(const std::vector<const Claim*>& claims, const Pin* pin, const SourceLookup& sourceOf) {
  return resolve(claims, valuesOf(claims), pin, sourceOf);
}

Resolution resolve(const std::vector<const Claim*>& claims, const std::vector<std::size_t>& valueNumbers,
                   const Pin* pin, const SourceLookup& sourceOf) {
  check(!claims.empty(), "a topic without claims has no resolution");
  Resolution resolution;
  resolution.topic = topicOf(*claims.front());
  std::vector<ClaimedValue>& values = resolution.values = makeValues(claims, valueNumbers, sourceOf);
  // Values stand in the order of the rule here; the choices are places in it until the shown one moves up.
  std::optional<std::size_t> byRule, unpinned;
  if (!values.front().refuted) {
    byRule = 0;
    const auto adopted = std::ranges::find(values, true, &ClaimedValue::adopted);
    unpinned = adopted == values.end() ? 0 : static_cast<std::size_t>(adopted - values.begin());
  }
  std::optional<std::size_t> shown = unpinned;
  if (pin) {
    const auto pinned =
        std::ranges::find_if(values, [&](const ClaimedValue& value) { return holds(value, pin->claim); });
    if (pinned != values.end()) {
      shown = static_cast<std::size_t>(pinned - values.begin());
      resolution.pin = pin;
    }
  }
  if (!shown) return resolution;
  resolution.wonBy = resolution.pin           ? WonBy::Pin
                     : values[*shown].adopted ? WonBy::Adopted
                     : values.size() == 1     ? WonBy::Alone
                                              : whatTold(values[0], values[1]);
  std::rotate(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(*shown),
              values.begin() + static_cast<std::ptrdiff_t>(*shown) + 1);
  const auto moved = [&](std::optional<std::size_t> place) -> std::optional<std::size_t> {
    if (!place) return std::nullopt;
    return *place == *shown ? 0 : *place < *shown ? *place + 1 : *place;
  };
  resolution.byRule = moved(byRule);
  resolution.unpinned = moved(unpinned);
  return resolution;
}

}  // namespace entente
