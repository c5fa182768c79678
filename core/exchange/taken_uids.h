// SPDX-License-Identifier: GPL-3.0-or-later
// TakenUids: the uids of one table, from which new ones keep away.
#pragma once

#include <fmt/core.h>

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/model/uids.h"

namespace entente {

class TakenUids {
 public:
  TakenUids() = default;
  template <class Rows>
  explicit TakenUids(const Rows& rows) {
    for (const auto& row : rows)
      m_taken.insert(row.uid.value);
  }

  void add(const Uid& uid) { m_taken.insert(uid); }
  [[nodiscard]] bool holds(const Uid& uid) const { return m_taken.contains(uid); }
  /// The wish, shortened and with a number where it must be; taken from now on.
  [[nodiscard]] Uid take(const Uid& wish) {
    Uid uid = wish.substr(0, kLongestUid);
    // Many wishes may be alike: where the last search ended the next one begins.
    int& number = m_next[uid];
    while (m_taken.contains(uid)) {
      const std::string end = fmt::format("-{}", ++number + 1);
      uid = wish.substr(0, kLongestUid - end.size()) + end;
    }
    m_taken.insert(uid);
    return uid;
  }

 private:
  std::unordered_set<Uid> m_taken;
  std::unordered_map<Uid, int> m_next;
};

}  // namespace entente
