// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline says of what the pointer is on.
#include <QToolTip>
#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "app/render/date_words.h"
#include "app/timeline/timeline_view.h"
#include "app/words/event_words.h"
#include "core/time/civil.h"
#include "core/time/time_scale.h"

namespace entente {

namespace {

/// How many events of each kind there are, most first.
std::vector<std::pair<EventKind, int>> kindsOf(const LaneSlices& slices,
                                               const std::vector<ItemIndex>& items) {
  std::map<EventKind, int> kinds;
  for (const ItemIndex item : items) {
    const auto id = slices.eventOf(item);
    const EventTitle* title = id ? slices.snapshot().title(*id) : nullptr;
    if (title) ++kinds[title->kind];
  }
  std::vector<std::pair<EventKind, int>> counts(kinds.begin(), kinds.end());
  std::ranges::stable_sort(counts, std::greater(), &std::pair<EventKind, int>::second);
  return counts;
}

/// "3 March 2025", "3 to 9 March 2025"; empty where years have not four figures.
QString daysInWords(TimeSpan span) {
  const CivilDate first = dateOf(span.begin);
  const CivilDate last = dateOf(plusSeconds(span.end, -1));
  const auto day = [](const CivilDate& date) {
    return QStringLiteral("%1-%2-%3")
        .arg(date.year, 4, 10, QLatin1Char('0'))
        .arg(date.month, 2, 10, QLatin1Char('0'))
        .arg(date.day, 2, 10, QLatin1Char('0'));
  };
  const QString edtf = first == last ? day(first) : day(first) + QLatin1Char('/') + day(last);
  const auto date = FuzzyDate::parse(edtf.toStdString());
  return date && first.year >= 0 && last.year <= 9999 ? dateInWords(*date) : QString();
}

}  // namespace

QString TimelineView::foldTip(const SceneFold& fold) const {
  const auto isHit = [this](ItemIndex item) { return std::ranges::binary_search(m_state.hits, item); };
  std::vector<ItemIndex> items = fold.items;
  const auto others = std::ranges::stable_partition(items, isHit);
  const auto found = items.size() - others.size();
  const QString head = found == 0 ? tr("%1 events close together").arg(items.size())
                                  : tr("%1 events, %2 found").arg(items.size()).arg(found);
  QString tip = QStringLiteral("<b>%1</b>").arg(head);
  const auto counts = kindsOf(m_picture.slices(), items);
  if (counts.size() > 1) tip += QStringLiteral("<br>") + kindCountsInWords(counts).toHtmlEscaped();
  constexpr std::size_t kMostNamed = 6;
  for (std::size_t i = 0; i < items.size() && i < kMostNamed; ++i)
    tip += QStringLiteral("<br>") + m_picture.texts().label(items[i]).toHtmlEscaped();
  if (items.size() > kMostNamed) tip += QStringLiteral("<br>") + tr("and more; click to zoom in");
  return tip;
}

QString TimelineView::columnTip(const DensityColumn& column) {
  const Scene& scene = m_picture.scene();
  const auto density = std::ranges::find(scene.densities, column.lane, &SceneDensity::lane);
  if (density == scene.densities.end()) return {};
  const SceneRect rect = density->column(column.column);
  const TimeScale scale(scene.span, scene.widthPx);
  const TimeSpan span{scale.at(rect.x), std::max(scale.at(rect.right()), plusSeconds(scale.at(rect.x), 1))};
  const std::uint32_t count = density->counts[column.column];
  QString tip = QStringLiteral("<b>%1</b>").arg(count == 1 ? tr("1 event") : tr("%1 events").arg(count));
  if (const QString days = daysInWords(span); !days.isEmpty())
    tip += QStringLiteral("<br>") + days.toHtmlEscaped();
  // Enough to tell what they are; of more the weightiest.
  constexpr std::size_t kMostRead = 2'000;
  std::vector<SliceMark> marks = m_picture.slices().marks(column.lane, span, kMostRead).marks;
  std::erase_if(marks, [span](const SliceMark& mark) { return !span.contains(mark.bounds.earliestBegin); });
  std::ranges::stable_sort(marks, std::greater(), &SliceMark::weight);
  std::vector<ItemIndex> items;
  for (const SliceMark& mark : marks)
    items.push_back(mark.item);
  const auto kinds = kindsOf(m_picture.slices(), items);
  if (kinds.size() > 1) tip += QStringLiteral("<br>") + kindCountsInWords(kinds).toHtmlEscaped();
  constexpr std::size_t kMostNamed = 5;
  for (std::size_t i = 0; i < items.size() && i < kMostNamed; ++i)
    tip += QStringLiteral("<br>") + m_picture.texts().label(items[i]).toHtmlEscaped();
  if (count > kMostNamed) tip += QStringLiteral("<br>") + tr("and more; double click to zoom in");
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
  const QPointF at = toScene(position);
  if (const auto column = densityColumnAt(m_picture.scene(), at.x(), at.y())) return columnTip(*column);
  return hit.fold ? foldTip(*hit.fold) : QString();
}

void TimelineView::showTip(const QPointF& position, const QPoint& globalPosition) {
  QToolTip::showText(globalPosition, tipAt(position), viewport());
}

}  // namespace entente
