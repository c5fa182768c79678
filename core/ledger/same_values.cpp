// SPDX-License-Identifier: GPL-3.0-or-later
// Joins claims that say the same (union-find).
#include "core/ledger/same_values.h"

#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/ledger/topic.h"

namespace entente {

namespace {

/// For each field and each way of writing a value the first claim that wrote it so.
template <class Value>
using FirstWith = std::map<std::pair<Topic, Value>, std::size_t>;

struct SameValues {
  FirstWith<std::string> dates;
  FirstWith<double> numbers;  // by value: "2.1" and "2.10" do not disagree
  FirstWith<QString> words;

  void join(const Claim& claim, std::size_t index, Groups& groups) {
    const Topic topic = topicOf(claim);
    if (claim.edtf) groups.join(index, dates.try_emplace({topic, claim.edtf->edtf()}, index).first->second);
    if (claim.number)
      groups.join(index, numbers.try_emplace({topic, claim.number->value}, index).first->second);
    if (!claim.edtf && !claim.number)
      groups.join(index, words.try_emplace({topic, claim.value.trimmed()}, index).first->second);
  }
};

}  // namespace

Groups::Groups(std::size_t size) : m_parents(size) {
  std::iota(m_parents.begin(), m_parents.end(), 0);
}

std::size_t Groups::groupOf(std::size_t item) {
  while (m_parents[item] != item) {
    m_parents[item] = m_parents[m_parents[item]];
    item = m_parents[item];
  }
  return item;
}

Groups groupsOf(const std::vector<const Claim*>& claims) {
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

std::vector<std::size_t> valuesOf(const std::vector<const Claim*>& claims) {
  Groups groups = groupsOf(claims);
  std::vector<std::size_t> values(claims.size());
  std::unordered_map<std::size_t, std::size_t> first;
  for (std::size_t i = 0; i < claims.size(); ++i)
    values[i] = first.try_emplace(groups.groupOf(i), i).first->second;
  return values;
}

}  // namespace entente
