// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline says of what the pointer is on.
#include <QToolTip>
#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "app/timeline/timeline_view.h"
#include "app/words/event_words.h"

namespace entente {

QString TimelineView::foldTip(const SceneFold& fold) const {
  const auto isHit = [this](ItemIndex item) { return std::ranges::binary_search(m_state.hits, item); };
  std::vector<ItemIndex> items = fold.items;
  const auto others = std::ranges::stable_partition(items, isHit);
  const auto found = items.size() - others.size();
  const QString head = found == 0 ? tr("%1 events close together").arg(items.size())
                                  : tr("%1 events, %2 found").arg(items.size()).arg(found);
  QString tip = QStringLiteral("<b>%1</b>").arg(head);
  std::map<EventKind, int> kinds;
  for (const ItemIndex item : items) {
    const auto id = m_picture.slices().eventOf(item);
    const EventTitle* title = id ? m_picture.slices().snapshot().title(*id) : nullptr;
    if (title) ++kinds[title->kind];
  }
  std::vector<std::pair<EventKind, int>> counts(kinds.begin(), kinds.end());
  std::ranges::stable_sort(counts, std::greater(), &std::pair<EventKind, int>::second);
  if (counts.size() > 1) tip += QStringLiteral("<br>") + kindCountsInWords(counts).toHtmlEscaped();
  constexpr std::size_t kMostNamed = 6;
  for (std::size_t i = 0; i < items.size() && i < kMostNamed; ++i)
    tip += QStringLiteral("<br>") + m_picture.texts().label(items[i]).toHtmlEscaped();
  if (items.size() > kMostNamed) tip += QStringLiteral("<br>") + tr("and more; click to zoom in");
  return tip;
}

QString TimelineView::headerTip(double sceneY) {
  const LaneTexts& texts = m_picture.texts();
  const Scene& scene = m_picture.scene();
  for (const SceneLane& lane : scene.lanes) {
    if (sceneY < lane.rect.y || sceneY >= lane.rect.bottom()) continue;
    QString tip = texts.laneInSpeech(lane.lane, lane.inSpan, texts.laneBadges(lane.lane, scene.span));
    if (lane.role == LaneRole::Tracks)
      tip = texts.trackInWords(static_cast<int>((sceneY - lane.rowsY) / lane.rowHeightPx));
    return tip.toHtmlEscaped();
  }
  return {};
}

QString TimelineView::tipAt(const QPointF& position) {
  if (m_picture.isEmpty() || position.y() < m_picture.scene().axisHeightPx) return {};
  if (position.x() < m_headerWidth) return headerTip(toScene(position).y());
  const SceneHit hit = hitAt(position);
  if (hit.mark) return m_picture.texts().toolTip(hit.mark->item);
  if (hit.ghost) return m_picture.texts().ghostTip(hit.ghost->item, hit.ghost->rival);
  if (hit.trackBar) return m_picture.texts().toolTip(hit.trackBar->item);
  if (const auto beyond = edgeLinkAt(toScene(position)); beyond && !hit.fold) {
    const auto item = m_picture.slices().itemOf(*beyond);
    return item ? m_picture.texts().toolTip(*item) : QString();
  }
  return hit.fold ? foldTip(*hit.fold) : QString();
}

void TimelineView::showTip(const QPointF& position, const QPoint& globalPosition) {
  QToolTip::showText(globalPosition, tipAt(position), viewport());
}

}  // namespace entente
