// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes and items as interfaces without QObjects, kept by their ids.
#include "app/timeline/timeline_accessible.h"

#include <QCoreApplication>
#include <QWindow>
#include <algorithm>

#include "app/render/scene_painter.h"
#include "app/session/session.h"
#include "app/timeline/timeline_view.h"

namespace entente {

namespace {

struct AccessibleWords {
  Q_DECLARE_TR_FUNCTIONS(AccessibleWords)
};

QRect toScreen(const TimelineView& view, const QRectF& onViewport) {
  const QRect rect = onViewport.toAlignedRect();
  return {view.viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

/// Below the axis, right of the headers.
QRectF canvasOf(TimelineView& view) {
  const double top = view.hasPicture() ? view.picture().scene().axisHeightPx : 0;
  return QRectF(view.viewport()->rect()).adjusted(view.headerWidth(), top, 0, 0);
}

/// What lanes and items have in common.
class Part : public QAccessibleInterface {
 public:
  explicit Part(const TimelineAccessible& timeline) : m_timeline(timeline) {}

  [[nodiscard]] bool isValid() const override { return m_timeline.isValid() && view().hasPicture(); }
  [[nodiscard]] QObject* object() const override { return nullptr; }
  [[nodiscard]] QWindow* window() const override { return m_timeline.window(); }
  void setText(QAccessible::Text, const QString&) override {}

 protected:
  [[nodiscard]] const TimelineAccessible& timeline() const { return m_timeline; }
  [[nodiscard]] TimelineView& view() const { return m_timeline.view(); }
  [[nodiscard]] const Scene& scene() const { return view().picture().scene(); }
  [[nodiscard]] const LaneTexts& texts() const { return view().picture().texts(); }

 private:
  const TimelineAccessible& m_timeline;
};

class LaneAccessible : public Part {
 public:
  LaneAccessible(const TimelineAccessible& timeline, int lane) : Part(timeline), m_lane(lane) {}

  [[nodiscard]] int lane() const { return m_lane; }

  [[nodiscard]] QAccessibleInterface* parent() const override {
    return QAccessible::queryAccessibleInterface(&view());
  }
  [[nodiscard]] int childCount() const override {
    return static_cast<int>(timeline().itemsOf(m_lane).size());
  }
  [[nodiscard]] QAccessibleInterface* child(int index) const override {
    const auto& items = timeline().itemsOf(m_lane);
    return index >= 0 && static_cast<std::size_t>(index) < items.size()
               ? timeline().ofItem(m_lane, items[static_cast<std::size_t>(index)])
               : nullptr;
  }
  [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
  [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
    QAccessibleInterface* found = timeline().childAt(x, y);
    return found && found->parent() == this ? found : nullptr;
  }
  [[nodiscard]] QAccessible::Role role() const override { return QAccessible::List; }
  [[nodiscard]] QAccessible::State state() const override { return {}; }
  [[nodiscard]] QString text(QAccessible::Text kind) const override;
  [[nodiscard]] QRect rect() const override;

 private:
  [[nodiscard]] const SceneLane& sceneLane() const { return scene().lanes[static_cast<std::size_t>(m_lane)]; }

  int m_lane;
};

class ItemAccessible : public Part, public QAccessibleActionInterface {
 public:
  ItemAccessible(const TimelineAccessible& timeline, int lane, ItemIndex item)
      : Part(timeline), m_lane(lane), m_item(item) {}

  [[nodiscard]] ItemIndex item() const { return m_item; }

  [[nodiscard]] QAccessibleInterface* parent() const override { return timeline().child(m_lane); }
  [[nodiscard]] int childCount() const override { return 0; }
  [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
  [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
  [[nodiscard]] QAccessible::State state() const override;
  [[nodiscard]] QString text(QAccessible::Text kind) const override;
  [[nodiscard]] QRect rect() const override;

  [[nodiscard]] void* interface_cast(QAccessible::InterfaceType type) override {
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
  }
  [[nodiscard]] QStringList actionNames() const override {
    return isEvent() ? QStringList{pressAction()} : QStringList();
  }
  void doAction(const QString& name) override {
    if (name == pressAction() && isValid() && isEvent())
      view().session().select(view().picture().slices().eventOf(m_item));
  }
  [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

 private:
  [[nodiscard]] bool isEvent() const { return view().picture().slices().eventOf(m_item).has_value(); }
  [[nodiscard]] QString position() const;
  /// On the viewport: of the mark, the fold it is in, or the bar; empty if it is in none.
  [[nodiscard]] QRectF place() const;

  int m_lane;
  ItemIndex m_item;
};

int LaneAccessible::indexOfChild(const QAccessibleInterface* child) const {
  const auto* item = dynamic_cast<const ItemAccessible*>(child);
  if (!item) return -1;
  const auto& items = timeline().itemsOf(m_lane);
  const auto found = std::ranges::find(items, item->item());
  return found == items.end() ? -1 : static_cast<int>(found - items.begin());
}

QString LaneAccessible::text(QAccessible::Text kind) const {
  if (!isValid()) return {};
  if (kind == QAccessible::Name)
    return texts().laneInSpeech(m_lane, sceneLane().inSpan, texts().laneBadges(m_lane, scene().span));
  const bool dense = std::ranges::any_of(
      scene().densities, [this](const SceneDensity& density) { return density.lane == m_lane; });
  return kind == QAccessible::Description && dense
             ? AccessibleWords::tr("Too many for single marks; zoom in to hear them")
             : QString();
}

QRect LaneAccessible::rect() const {
  if (!isValid()) return {};
  const SceneRect& r = sceneLane().rect;
  const QRectF onViewport = view().toViewport({r.x, r.y, r.width, r.height});
  return toScreen(view(), onViewport.adjusted(-view().headerWidth(), 0, 0, 0));
}

QAccessible::State ItemAccessible::state() const {
  QAccessible::State state;
  if (!isValid()) {
    state.invalid = true;
    return state;
  }
  state.selectable = isEvent();
  state.focusable = isEvent();
  state.selected = std::ranges::binary_search(view().state().selected, m_item);
  const SceneState& shown = view().state();
  state.focused =
      shown.focused == m_item && shown.focusedLane.value_or(m_lane) == m_lane && view().hasFocus();
  state.offscreen = !place().intersects(canvasOf(view()));
  return state;
}

QString ItemAccessible::position() const {
  const auto& items = timeline().itemsOf(m_lane);
  const auto found = std::ranges::find(items, m_item);
  if (found == items.end()) return {};
  const auto place = found - items.begin() + 1;
  const QString name = texts().laneName(m_lane);
  if (!isEvent()) return AccessibleWords::tr("%1 of %2 in %3").arg(place).arg(items.size()).arg(name);
  if (std::ranges::binary_search(view().state().hits, m_item))
    return AccessibleWords::tr("event %1 of %2 in %3, found").arg(place).arg(items.size()).arg(name);
  return AccessibleWords::tr("event %1 of %2 in %3").arg(place).arg(items.size()).arg(name);
}

QString ItemAccessible::text(QAccessible::Text kind) const {
  if (!isValid()) return {};
  const auto& ghost = view().state().focusedGhost;
  const bool onGhost = ghost && ghost->item == m_item;
  if (kind == QAccessible::Name)
    return onGhost ? texts().ghostInSpeech(m_item, ghost->rival) : texts().inSpeech(m_item);
  return kind == QAccessible::Description ? position() : QString();
}

QRectF ItemAccessible::place() const {
  const Scene& scene = this->scene();
  for (const SceneMark& mark : scene.marks) {
    if (mark.item == m_item && mark.lane == m_lane) return view().toViewport(markExtent(scene, mark));
  }
  const auto onViewport = [this](const SceneRect& r) {
    return view().toViewport({r.x, r.y, r.width, r.height});
  };
  for (const SceneFold& fold : scene.folds) {
    if (fold.lane == m_lane && std::ranges::find(fold.items, m_item) != fold.items.end())
      return onViewport(fold.rect);
  }
  for (const SceneTrackBar& bar : scene.trackBars) {
    if (bar.item == m_item) return onViewport(bar.rect);
  }
  return {};
}

QRect ItemAccessible::rect() const {
  if (!isValid()) return {};
  const QRectF where = place();
  return where.isEmpty() ? QRect() : toScreen(view(), where);
}

QAccessibleInterface* makeTimelineAccessible(const QString& className, QObject* object) {
  if (className != QLatin1String(TimelineView::staticMetaObject.className())) return nullptr;
  auto* view = qobject_cast<TimelineView*>(object);
  return view ? new TimelineAccessible(*view) : nullptr;
}

/// Keeps an interface in Qt's cache, which owns it.
QAccessible::Id kept(QAccessibleInterface* made) {
  return QAccessible::registerAccessibleInterface(made);
}

}  // namespace

TimelineAccessible::TimelineAccessible(TimelineView& view)
    : QAccessibleWidget(&view, QAccessible::Pane), m_view(view) {
  m_connections = {
      QObject::connect(&view.session(), &Session::slicesChanged, &view, [this] { forget(); }),
      QObject::connect(&view.session(), &Session::archiveClosed, &view, [this] { forget(); }),
      QObject::connect(&view.session(), &Session::selectionChanged, &view, [this] { announceSelection(); })};
}

TimelineAccessible::~TimelineAccessible() {
  for (const QMetaObject::Connection& connection : m_connections)
    QObject::disconnect(connection);
  forget();
}

void TimelineAccessible::forget() {
  m_itemsOfLane.clear();
  for (const auto& [item, id] : m_items)
    QAccessible::deleteAccessibleInterface(id);
  m_items.clear();
  for (const auto& [lane, id] : m_lanes)
    QAccessible::deleteAccessibleInterface(id);
  m_lanes.clear();
}

int TimelineAccessible::childCount() const {
  return m_view.hasPicture() ? m_view.picture().slices().laneCount() : 0;
}

QAccessibleInterface* TimelineAccessible::child(int index) const {
  if (index < 0 || index >= childCount()) return nullptr;
  auto known = m_lanes.find(index);
  if (known == m_lanes.end()) known = m_lanes.emplace(index, kept(new LaneAccessible(*this, index))).first;
  return QAccessible::accessibleInterface(known->second);
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface* child) const {
  const auto* lane = dynamic_cast<const LaneAccessible*>(child);
  return lane ? lane->lane() : -1;
}

QAccessibleInterface* TimelineAccessible::childAt(int x, int y) const {
  if (!m_view.hasPicture()) return nullptr;
  const QPoint at = m_view.viewport()->mapFromGlobal(QPoint(x, y));
  if (!m_view.viewport()->rect().contains(at)) return nullptr;
  const SceneHit hit = m_view.hitAt(at);
  if (hit.mark) return ofItem(hit.mark->lane, hit.mark->item);
  if (hit.trackBar) return ofItem(hit.trackBar->lane, hit.trackBar->item);
  if (hit.fold && !hit.fold->items.empty()) return ofItem(hit.fold->lane, hit.fold->items.front());
  for (int lane = 0; lane < childCount(); ++lane) {
    if (QAccessibleInterface* found = child(lane); found->rect().contains(x, y)) return found;
  }
  return nullptr;
}

QAccessibleInterface* TimelineAccessible::focusChild() const {
  const SceneState& state = m_view.state();
  if (m_view.hasFocus() && m_view.hasPicture() && state.focused && state.focusedLane)
    return ofItem(*state.focusedLane, *state.focused);
  return QAccessibleWidget::focusChild();
}

const std::vector<ItemIndex>& TimelineAccessible::itemsOf(int lane) const {
  const Scene& scene = m_view.picture().scene();
  LaneItems& known = m_itemsOfLane[lane];
  if (known.span == scene.span && known.widthPx == scene.widthPx) return known.items;
  known = {scene.span, scene.widthPx, {}};
  const bool dense = std::ranges::any_of(
      scene.densities, [lane](const SceneDensity& density) { return density.lane == lane; });
  if (dense) return known.items;
  const LaneSlices& slices = m_view.picture().slices();
  if (slices.laneKind(lane) != LaneKind::Offices) {
    for (const SliceMark& bar : slices.trackBars(lane, scene.span))
      known.items.push_back(bar.item);
  }
  for (const SliceMark& mark : slices.marks(lane, scene.span, kMostSceneMarks).marks)
    known.items.push_back(mark.item);
  return known.items;
}

QAccessibleInterface* TimelineAccessible::ofItem(int lane, ItemIndex item) const {
  const std::pair key(lane, item);
  auto known = m_items.find(key);
  if (known == m_items.end()) known = m_items.emplace(key, kept(new ItemAccessible(*this, lane, item))).first;
  return QAccessible::accessibleInterface(known->second);
}

void TimelineAccessible::announceSelection() {
  if (!m_view.hasPicture()) return;
  const SceneState& state = m_view.state();
  if (!state.focused || !state.focusedLane) return;
  QAccessibleInterface* child = ofItem(*state.focusedLane, *state.focused);
  QAccessibleEvent selected(child, QAccessible::SelectionAdd);
  m_listener(&selected);
  tellFocus();
}

void TimelineAccessible::tellFocus() const {
  if (!m_view.hasFocus()) return;
  QAccessibleInterface* focused = focusChild();
  if (!focused) return;
  QAccessibleEvent event(focused, QAccessible::Focus);
  m_listener(&event);
}

void installTimelineAccessible() {
  QAccessible::installFactory(makeTimelineAccessible);
}

void announceFocus(TimelineView& view) {
  if (!QAccessible::isActive()) return;
  const auto* timeline = dynamic_cast<TimelineAccessible*>(QAccessible::queryAccessibleInterface(&view));
  if (timeline) timeline->tellFocus();
}

}  // namespace entente
