// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of a choice of lanes.
#include "core/view/lane_choice.h"

#include <algorithm>

namespace entente {

namespace {

void put(std::vector<QString>& keys, const QString& key, bool in) {
  std::erase(keys, key);
  if (in) keys.push_back(key);
}

}  // namespace

LaneChoice withHidden(LaneChoice choice, const QString& key, bool hidden) {
  put(choice.hidden, key, hidden);
  return choice;
}

LaneChoice withCollapsed(LaneChoice choice, const QString& key, bool collapsed) {
  put(choice.collapsed, key, collapsed);
  return choice;
}

LaneChoice withMoved(LaneChoice choice, std::vector<QString> keys, const QString& key,
                     const QString& before) {
  if (key == before) return choice;
  std::erase(keys, key);
  keys.insert(std::ranges::find(keys, before), key);
  choice.order = std::move(keys);
  return choice;
}

LaneChoice withSort(LaneChoice choice, LaneSort sort) {
  choice.sort = sort;
  choice.order.clear();
  return choice;
}

}  // namespace entente
