// SPDX-License-Identifier: GPL-3.0-or-later
// SliceSource: the one seam behind which events live; the scene asks it for marks or densities of a lane and
// a span.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/strong_id.h"
#include "core/time/fuzzy_date.h"
#include "core/time/time_span.h"

namespace entente {

/// The source's own number of an event or period, valid as long as the source is. Never leaves the picture:
/// whoever stores or sends a selection asks the source's owner for the event's id.
using ItemIndex = StrongId<struct ItemTag, std::uint32_t>;

/// What a lane is drawn as.
enum class LaneRole : std::uint8_t {
  Events,  ///< marks with labels, in rows
  Tracks   ///< one thin row a track, bars that follow each other (who held an office)
};

/// Shape and colour of a mark; the painter knows what they look like.
enum class GlyphKind : std::uint8_t { Summit, Message, Pledge, Statement, Ruling, Period, Figure, Event };
inline constexpr std::size_t kGlyphKinds = 8;

/// One event as a lane shows it. Plain numbers, no text.
struct SliceMark {
  ItemIndex item;
  DateBounds bounds;
  DateFade fade;  ///< how far it is drawn beyond them
  GlyphKind glyph = GlyphKind::Summit;
  std::uint8_t weight = 5;  ///< 0..9, the greater the sooner it gets a label
  std::uint16_t track = 0;  ///< row of a bar in a track; 0 of a mark
  EndKind beginKind = EndKind::Known;
  EndKind endKind = EndKind::Known;
  bool uncertain = false;
  bool approximate = false;
  bool scheduled = false;  ///< not yet held: drawn hollow

  bool operator==(const SliceMark&) const = default;
};

/// Where somebody else places an event: a rival of the date that its mark is drawn at.
struct SliceGhost {
  ItemIndex item;
  std::uint32_t rival = 0;  ///< which of the event's rival dates
  DateBounds bounds;
  EndKind beginKind = EndKind::Known;
  EndKind endKind = EndKind::Known;
  std::uint8_t strength = 0;  ///< 0..kMostGhostStrength: the stronger, the denser

  bool operator==(const SliceGhost&) const = default;
};
inline constexpr std::uint8_t kMostGhostStrength = 2;

/// What the header of a lane and the layout need to know without looking at its events.
struct LaneSummary {
  LaneRole role = LaneRole::Events;
  std::uint32_t count = 0;  ///< events in the lane, whatever the span
  int trackCount = 0;       ///< rows of tracks: all of a Tracks lane, above the marks in an Events lane
  int leastRows = 0;        ///< of marks, also where fewer are needed; 0: as many as the metrics say
  int mostRows = 0;         ///< likewise the most, whatever the metrics say
};

/// Read-only, for one thread at a time. Everything is const: a change makes a new source.
class SliceSource {
 public:
  virtual ~SliceSource() = default;

  [[nodiscard]] virtual int laneCount() const = 0;
  [[nodiscard]] virtual LaneSummary lane(int lane) const = 0;

  /// The marks of a lane whose outer bounds overlap the span, ordered by earliestBegin, then item. At most
  /// `most` of them (the weightiest ones); `all` says whether that was all. O(log n + answers).
  struct Marks {
    std::vector<SliceMark> marks;
    bool all = true;
  };
  [[nodiscard]] virtual Marks marks(int lane, TimeSpan span, std::size_t most) const = 0;

  /// Adds to counts[i] the events that begin (earliestBegin) in the i-th of counts.size() equal parts of the
  /// span.
  virtual void density(int lane, TimeSpan span, std::span<std::uint32_t> counts) const = 0;

  /// The bars of a lane's tracks whose outer bounds overlap the span, in any order: the marks of a Tracks
  /// lane, or what stands above the marks of an Events lane.
  [[nodiscard]] virtual std::vector<SliceMark> trackBars(int lane, TimeSpan span) const;

  /// The rival dates of all marks of a lane, in any order.
  [[nodiscard]] virtual std::vector<SliceGhost> ghosts(int) const { return {}; }

 protected:
  SliceSource() = default;
  SliceSource(const SliceSource&) = default;
  SliceSource& operator=(const SliceSource&) = default;
};

inline std::vector<SliceMark> SliceSource::trackBars(int index, TimeSpan span) const {
  if (lane(index).role != LaneRole::Tracks) return {};
  return marks(index, span, std::numeric_limits<std::size_t>::max()).marks;
}

/// How wide the text of an item's label, with what stands behind it, is drawn, in logical pixels. Implemented
/// where fonts are known; called once an item and packing, so it may measure lazily and keep what it
/// measured.
class LabelMeasure {
 public:
  virtual ~LabelMeasure() = default;
  /// In one line, in which a long text is shortened; 0 if the item has no label.
  [[nodiscard]] virtual double labelWidthPx(ItemIndex item) const = 0;
  /// In two lines, where one does not hold it whole; else 0.
  [[nodiscard]] virtual double twoLinesWidthPx(ItemIndex) const { return 0; }

 protected:
  LabelMeasure() = default;
  LabelMeasure(const LabelMeasure&) = default;
  LabelMeasure& operator=(const LabelMeasure&) = default;
};

}  // namespace entente
