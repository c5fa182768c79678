// SPDX-License-Identifier: GPL-3.0-or-later
// ChartChoice: which chart of a pledge is looked at, as a value that goes to JSON and back.
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/analysis/counted_states.h"
#include "core/base/result.h"
#include "core/model/uids.h"

namespace entente {

enum class ChartKind : std::uint8_t {
  Lines,      ///< figures by year, with the goal
  Ranking,    ///< states of one year
  Meeting,    ///< how many states keep the target, by year
  Course,     ///< growth of late against what is needed
  Gap,        ///< what is missing in money
  Scatter,    ///< share and equipment, with both goals
  Revisions,  ///< one year's figures from edition to edition
  Multiples   ///< a small chart a state
};
inline constexpr std::array kChartKinds{ChartKind::Lines,     ChartKind::Ranking,  ChartKind::Meeting,
                                        ChartKind::Course,    ChartKind::Gap,      ChartKind::Scatter,
                                        ChartKind::Revisions, ChartKind::Multiples};
template <>
struct Words<ChartKind> {
  static constexpr std::array<std::string_view, 8> list{"lines", "ranking", "meeting",   "course",
                                                        "gap",   "scatter", "revisions", "multiples"};
};

struct ChartChoice {
  ChartKind kind = ChartKind::Lines;
  EventUid pledge;  ///< empty in a view: the pledge follows the selection
  /// The state in front, and those that are compared with it; not set: the ones that concern the pledge most.
  std::optional<ActorUid> highlighted;
  std::optional<std::vector<ActorUid>> compared;
  StateGroup group = StateGroup::Members;
  std::vector<ActorUid> states;  ///< only these; empty: the group
  std::optional<int> year;       ///< not set: the last one that has figures
  SourceUid edition;             ///< empty: the latest

  bool operator==(const ChartChoice&) const = default;
};

/// {"kind":"ranking","pledge":"UID","highlighted":"UID","compared":["UID"],"group":"eastern-flank",
///  "states":["UID"],"year":2025,"edition":"UID"}
/// What is empty or usual is left out; "{}" for the usual choice. Compact, keys in this order.
[[nodiscard]] QByteArray toJson(const ChartChoice& choice);
/// ErrorKind::Invalid with what is wrong; unknown keys are refused.
[[nodiscard]] Result<ChartChoice> chartChoiceFromJson(const QJsonValue& json);

}  // namespace entente
