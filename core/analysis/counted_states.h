// SPDX-License-Identifier: GPL-3.0-or-later
// CountedStates: the states that count for a pledge, year by year; StateGroup: ready-made choices of them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/analysis/analysis_data.h"
#include "core/time/date_relations.h"

namespace entente {

/// Of an organisation that the pledge names: the states that were its members on the last day of the year,
/// whether they were when the pledge was made or not, as the alliance itself counts. A state that is named
/// itself counts always. A pledge that names nobody whom the archive knows: every state. Groups and
/// organisations never count.
class CountedStates {
 public:
  CountedStates(const PledgeQuestion& question, const AnalysisData& data);

  struct Stay {
    bool always = false;
    std::optional<DateBounds> bounds;  ///< not set: a member at an unknown time
    bool ends = false;
  };
  /// The years of one state. Valid as long as what it comes from.
  class Years {
   public:
    /// Whether it counts in a year; possible where the day of its accession is too vague. O(1).
    [[nodiscard]] Certainty in(int year) const;

   private:
    friend class CountedStates;
    const std::vector<Stay>* m_stays = nullptr;
    Certainty m_always = Certainty::Impossible;
  };
  [[nodiscard]] Years of(const ActorUid& state) const;
  [[nodiscard]] Certainty in(const ActorUid& state, int year) const { return of(state).in(year); }
  /// Those that count in some year for certain, as far as the archive names them, by uid.
  [[nodiscard]] std::vector<ActorUid> in(int year) const;
  /// Whether the pledge names nobody that is known, so that all states with figures count.
  [[nodiscard]] bool isEverybody() const { return m_everybody; }

 private:
  const AnalysisData& m_data;
  std::unordered_map<Uid, std::vector<Stay>> m_stays;
  bool m_everybody = false;
  std::vector<ActorUid> m_only;
};

enum class StateGroup : std::uint8_t { Members, EuropeAndCanada, EasternFlank };
template <>
struct Words<StateGroup> {
  static constexpr std::array<std::string_view, 3> list{"members", "europe-and-canada", "eastern-flank"};
};

/// The states of a group by uid, as far as the archive has them. Members: empty, which asks for all that
/// count. EuropeAndCanada: every state but the United States, as NATO uses the words. EasternFlank: the nine
/// of the Bucharest Format (Bulgaria, Czechia, Estonia, Hungary, Latvia, Lithuania, Poland, Romania,
/// Slovakia).
[[nodiscard]] std::vector<ActorUid> statesOf(StateGroup group, const AnalysisData& data);

}  // namespace entente
