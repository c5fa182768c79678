// SPDX-License-Identifier: GPL-3.0-or-later
// LaneTexts: what the lanes, marks and tracks of LaneSlices are called.
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <unordered_map>
#include <vector>

#include "app/render/scene_texts.h"
#include "core/view/lane_slices.h"

namespace entente {

/// Knows the disputes of all events once it is made: O(events).
class LaneTexts : public SceneTexts {
 public:
  explicit LaneTexts(std::shared_ptr<const LaneSlices> slices);

  [[nodiscard]] QString label(ItemIndex item) const override;
  [[nodiscard]] int badge(ItemIndex item) const override;
  /// O(log n).
  [[nodiscard]] QString ghost(ItemIndex item, std::uint32_t rival, bool brief) const override;
  [[nodiscard]] std::uint32_t laneBadges(int lane, TimeSpan span) const override;
  [[nodiscard]] QString laneName(int lane) const override;
  /// Also of a lane that is hidden.
  [[nodiscard]] QString nameOf(const Lane& lane) const;
  [[nodiscard]] QString trackName(int lane, int track) const override;
  [[nodiscard]] bool laneHasGlyph(int lane) const override;
  [[nodiscard]] GlyphKind laneGlyph(int lane) const override;

  /// Rich text for a tool tip: title and date of an event, "2 of 5 fields disputed" where it is, "3 sources";
  /// or holder, office and time.
  [[nodiscard]] QString toolTip(ItemIndex item) const;
  /// Of a ghost: whose rival date it is, and who claims it.
  [[nodiscard]] QString ghostTip(ItemIndex item, std::uint32_t rival) const;
  /// The same to be spoken.
  [[nodiscard]] QString ghostInSpeech(ItemIndex item, std::uint32_t rival) const;
  /// "Messages, 23 events, 12 disputed"; "Offices".
  [[nodiscard]] QString laneInSpeech(int lane, std::uint32_t events, std::uint32_t disputed) const;
  /// "Secretary General, NATO"; empty for a track that is not there.
  [[nodiscard]] QString trackInWords(int track) const;
  /// What a screen reader says: of an event see eventInSpeech; "Mark Rutte, Secretary General, NATO, from 1
  /// October 2024 until now".
  [[nodiscard]] QString inSpeech(ItemIndex item) const;

 private:
  /// When the disputed events of a lane begin and end, each sorted.
  struct DisputedTimes {
    std::vector<Instant> begins;
    std::vector<Instant> ends;
  };

  void readDisputes();
  [[nodiscard]] const RivalDate* rivalOf(ItemIndex item, std::uint32_t rival) const;
  [[nodiscard]] QString eventTip(EventId id) const;

  std::shared_ptr<const LaneSlices> m_slices;
  std::unordered_map<ItemIndex, int> m_disputedFields;
  std::vector<DisputedTimes> m_disputed;  ///< by lane
};

}  // namespace entente
