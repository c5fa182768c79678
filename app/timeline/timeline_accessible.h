// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineAccessible: the canvas as a screen reader sees it: a list a lane, and in it what the picture shows.
#pragma once

#include <QAccessibleWidget>
#include <QMetaObject>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/layout/slice_source.h"
#include "core/time/time_span.h"

namespace entente {

class TimelineView;

/// Children are the lanes, top down; theirs are the events (or holders of offices) whose outer bounds overlap
/// the visible span, in order of time, folded ones too. A lane that is drawn as a density has no children, so
/// that nobody ever walks more than kMostPackedMarks of them. Interfaces are made when they are asked for and
/// live until the slices change. A new selection is told as SelectionAdd of its child, and as Focus while the
/// keyboard is on the canvas.
class TimelineAccessible : public QAccessibleWidget {
 public:
  explicit TimelineAccessible(TimelineView& view);
  ~TimelineAccessible() override;

  [[nodiscard]] int childCount() const override;
  [[nodiscard]] QAccessibleInterface* child(int index) const override;
  [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
  [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
  [[nodiscard]] QAccessibleInterface* focusChild() const override;

  // For the lanes and items below.
  [[nodiscard]] TimelineView& view() const { return m_view; }
  /// Items that a lane shows; valid until span, size or slices change.
  [[nodiscard]] const std::vector<ItemIndex>& itemsOf(int lane) const;
  /// An item as it stands in one of its lanes.
  [[nodiscard]] QAccessibleInterface* ofItem(int lane, ItemIndex item) const;

  /// Where events go; QAccessible::updateAccessibility, which drops them while no reader runs, unless it is
  /// set.
  using Listener = std::function<void(QAccessibleEvent*)>;
  void setListener(Listener listener) { m_listener = std::move(listener); }

  /// Says which child the keyboard is on, if it is on the canvas.
  void tellFocus() const;

 private:
  struct LaneItems {
    TimeSpan span;
    double widthPx = 0;
    std::vector<ItemIndex> items;
  };

  void forget();
  void announceSelection();

  TimelineView& m_view;
  mutable std::unordered_map<int, QAccessible::Id> m_lanes;
  mutable std::map<std::pair<int, ItemIndex>, QAccessible::Id> m_items;
  mutable std::unordered_map<int, LaneItems> m_itemsOfLane;
  std::vector<QMetaObject::Connection> m_connections;
  Listener m_listener = &QAccessible::updateAccessibility;
};

/// Makes QAccessible::queryAccessibleInterface know timelines. Any number of times.
void installTimelineAccessible();
/// The keyboard has come to the canvas: tells where it is. Nothing while nobody listens.
void announceFocus(TimelineView& view);

}  // namespace entente
