// SPDX-License-Identifier: GPL-3.0-or-later
// SceneTexts: the words that belong to a scene, fetched when a pixel needs them.
#pragma once

#include <QFont>
#include <QString>
#include <memory>
#include <unordered_map>

#include "core/layout/slice_source.h"
#include "core/time/time_span.h"

class QPaintDevice;

namespace entente {

/// Implemented beside the slice source whose items and lanes it names. Valid as long as that source is. One
/// thread.
class SceneTexts {
 public:
  virtual ~SceneTexts() = default;

  /// What stands beside a mark or in a track's bar; empty for none.
  [[nodiscard]] virtual QString label(ItemIndex item) const = 0;
  /// Over how many fields of an event its sources disagree: the badge behind its label; 0 for none.
  [[nodiscard]] virtual int badge(ItemIndex) const { return 0; }
  /// How many events of a lane, with outer bounds that overlap the span, have a badge: what its header says.
  [[nodiscard]] virtual std::uint32_t laneBadges(int, TimeSpan) const { return 0; }
  /// What stands beside a ghost: "June 2024, says 1 source"; where that finds no room, "June 2024".
  [[nodiscard]] virtual QString ghost(ItemIndex, std::uint32_t, bool /*brief*/) const { return {}; }
  /// "Summits", "Offices".
  [[nodiscard]] virtual QString laneName(int lane) const = 0;
  /// Of a Tracks lane: "NATO head".
  [[nodiscard]] virtual QString trackName(int lane, int track) const = 0;
  /// What stands before the lane's name, if laneHasGlyph().
  [[nodiscard]] virtual bool laneHasGlyph(int lane) const = 0;
  [[nodiscard]] virtual GlyphKind laneGlyph(int lane) const = 0;

 protected:
  SceneTexts() = default;
  SceneTexts(const SceneTexts&) = default;
  SceneTexts& operator=(const SceneTexts&) = default;
};

/// Measures labels, with the badges behind them, with one font and keeps what it measured. Give it
/// SceneFonts::labelStrong, so that a label still fits when its mark is selected. `device`: whose resolution
/// counts (the widget or image painted on); null is the screen's. Texts and device must outlive the first
/// measurement of every label.
class FontLabelMeasure : public LabelMeasure {
 public:
  FontLabelMeasure(const SceneTexts& texts, const QFont& font, const QPaintDevice* device = nullptr);

  [[nodiscard]] double labelWidthPx(ItemIndex item) const override { return widthsOf(item).one; }
  [[nodiscard]] double twoLinesWidthPx(ItemIndex item) const override { return widthsOf(item).two; }

  /// Takes over what another one measured with the same font: of items below `end`, whose labels are the
  /// same.
  void takeOver(FontLabelMeasure& other, ItemIndex end);

 private:
  struct Widths {
    double one = 0;
    double two = 0;
  };
  [[nodiscard]] const Widths& widthsOf(ItemIndex item) const;

  const SceneTexts& m_texts;
  QFont m_font;   ///< resolved for the device
  QFont m_badge;  ///< likewise
  mutable std::unordered_map<ItemIndex, Widths> m_widths;
};

}  // namespace entente
