// SPDX-License-Identifier: GPL-3.0-or-later
// Joins claims that say the same (union-find) and counts, field by field, how many values are left.
#include "core/ledger/disputes.h"

#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

namespace entente {

namespace {

/// Union-find with path halving.
class Groups {
 public:
  explicit Groups(std::size_t size) : m_parents(size) { std::iota(m_parents.begin(), m_parents.end(), 0); }

  [[nodiscard]] std::size_t groupOf(std::size_t item) {
    while (m_parents[item] != item) {
      m_parents[item] = m_parents[m_parents[item]];
      item = m_parents[item];
    }
    return item;
  }
  void join(std::size_t a, std::size_t b) { m_parents[groupOf(a)] = groupOf(b); }

 private:
  std::vector<std::size_t> m_parents;
};

/// What a claim is about: a field and a question of the same name are two things.
struct Topic {
  bool isQuestion = false;
  QString name;

  explicit Topic(const Claim& claim)
      : isQuestion(claim.field.isEmpty()), name(isQuestion ? claim.question : claim.field) {}
  auto operator<=>(const Topic& other) const {
    return std::pair(isQuestion, name) <=> std::pair(other.isQuestion, other.name);
  }
};

/// For each field and each way of writing a value the first claim that wrote it so.
template <class Value>
using FirstWith = std::map<std::pair<Topic, Value>, std::size_t>;

struct SameValues {
  FirstWith<std::string> dates;
  FirstWith<double> numbers;  // by value: "2.1" and "2.10" do not disagree
  FirstWith<QString> words;

  void join(const Claim& claim, std::size_t index, Groups& groups) {
    const Topic topic(claim);
    if (claim.edtf) groups.join(index, dates.try_emplace({topic, claim.edtf->edtf()}, index).first->second);
    if (claim.number)
      groups.join(index, numbers.try_emplace({topic, claim.number->value}, index).first->second);
    if (!claim.edtf && !claim.number)
      groups.join(index, words.try_emplace({topic, claim.value.trimmed()}, index).first->second);
  }
};

/// Which claims are one value.
Groups valuesOf(const std::vector<const Claim*>& claims) {
  Groups groups(claims.size());
  std::unordered_map<std::string, std::size_t> byUid;
  for (std::size_t i = 0; i < claims.size(); ++i)
    byUid.try_emplace(claims[i]->uid.value, i);
  SameValues same;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    same.join(*claims[i], i, groups);
    const auto other = byUid.find(claims[i]->agreesWith.value);
    if (other != byUid.end()) groups.join(i, other->second);
  }
  return groups;
}

struct TopicState {
  std::set<std::size_t> values;
  bool saidToBeDisputed = false;
};

}  // namespace

Disputes disputesOf(const std::vector<const Claim*>& claims) {
  Groups groups = valuesOf(claims);
  std::map<Topic, TopicState> topics;
  Disputes disputes;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    TopicState& topic = topics[Topic(*claims[i])];
    topic.values.insert(groups.groupOf(i));
    topic.saidToBeDisputed |= claims[i]->verdict == Verdict::Disputed;
    if (claims[i]->verdict == Verdict::Refuted) ++disputes.refutedClaims;
  }
  disputes.claimedFields = static_cast<std::uint32_t>(topics.size());
  for (const auto& [name, topic] : topics) {
    if (topic.values.size() > 1 || topic.saidToBeDisputed) ++disputes.disputedFields;
  }
  return disputes;
}

std::unordered_map<std::string, Disputes> disputesBySubject(const std::vector<Claim>& claims) {
  std::unordered_map<std::string, std::vector<const Claim*>> bySubject;
  for (const Claim& claim : claims)
    bySubject[claim.subject.text()].push_back(&claim);
  std::unordered_map<std::string, Disputes> disputes;
  for (const auto& [subject, about] : bySubject)
    disputes.emplace(subject, disputesOf(about));
  return disputes;
}

}  // namespace entente
