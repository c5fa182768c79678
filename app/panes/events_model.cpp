// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps ids in order; texts come from the snapshot.
#include "app/panes/events_model.h"

#include <QStringList>
#include <algorithm>

#include "app/panes/table_order.h"
#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "core/view/lanes.h"

namespace entente {

namespace {

/// Behind all others, whichever way the column is sorted.
constexpr int kNone = -1;

QString publisherOf(const Source& source) {
  return (source.publisher.isEmpty() ? source.title : source.publisher).simplified();
}

QString firstPublisher(const Snapshot& snapshot, EventId id) {
  const EventParties* parties = snapshot.partiesOf(id);
  if (!parties || parties->sources.empty()) return {};
  const Source* source = snapshot.source(parties->sources.front());
  return source ? publisherOf(*source) : QString();
}

}  // namespace

EventsModel::EventsModel(QObject* parent) : QAbstractTableModel(parent) {}

void EventsModel::setEvents(std::shared_ptr<const Snapshot> snapshot, std::vector<EventId> events) {
  if (snapshot == m_snapshot && events == m_byTime) return;
  beginResetModel();
  if (snapshot != m_snapshot) {
    m_snapshot = std::move(snapshot);
    for (auto& ranks : m_ranks)
      ranks.clear();
  }
  m_byTime = std::move(events);
  sortRows();
  endResetModel();
}

void EventsModel::setHits(Hits hits) {
  if (hits == m_hits) return;
  m_hits = std::move(hits);
  if (!m_rows.empty())
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {StrongRole, InkRole});
}

std::optional<EventId> EventsModel::eventAt(int row) const {
  if (row < 0 || row >= rowCount()) return std::nullopt;
  return m_rows[static_cast<std::size_t>(row)];
}

int EventsModel::rowOf(EventId id) const {
  const auto found = m_rowOf.find(id);
  return found == m_rowOf.end() ? -1 : found->second;
}

int EventsModel::disputedCount() const {
  return static_cast<int>(std::ranges::count_if(
      m_byTime, [this](EventId id) { return m_snapshot->disputesOf(id).disputedFields > 0; }));
}

int EventsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString EventsModel::text(const EventTitle& title, int column) const {
  switch (column) {
    case Kind:
      return eventKindInWords(title.kind);
    case When:
      return title.when ? dateInWords(*title.when) : QString();
    case Title:
      return title.title.simplified();
    case Sources: {
      const QString first = firstPublisher(*m_snapshot, title.id);
      const EventParties* parties = m_snapshot->partiesOf(title.id);
      const std::size_t more = parties && !parties->sources.empty() ? parties->sources.size() - 1 : 0;
      return more == 0 ? first
                       : tr("%1 +%2", "publisher and the number of further sources").arg(first).arg(more);
    }
    case Disputed: {
      const std::uint32_t fields = m_snapshot->disputesOf(title.id).disputedFields;
      return fields == 0 ? QString() : QStringLiteral("≠ %1").arg(fields);
    }
    default:
      return {};
  }
}

QString EventsModel::toolTip(const EventTitle& title, int column) const {
  if (column == Disputed) return disputesInWords(m_snapshot->disputesOf(title.id));
  const EventParties* parties = m_snapshot->partiesOf(title.id);
  if (column != Sources || !parties || parties->sources.size() < 2) return {};
  QStringList lines;
  constexpr std::size_t kMost = 20;
  for (std::size_t i = 0; i < std::min(parties->sources.size(), kMost); ++i) {
    if (const Source* source = m_snapshot->source(parties->sources[i])) lines << sourceInWords(*source);
  }
  if (parties->sources.size() > kMost) lines << tr("and %1 more").arg(parties->sources.size() - kMost);
  return lines.join(QLatin1Char('\n'));
}

QVariant EventsModel::data(const QModelIndex& index, int role) const {
  const auto id = index.isValid() ? eventAt(index.row()) : std::nullopt;
  const EventTitle* title = id && m_snapshot ? m_snapshot->title(*id) : nullptr;
  if (!title) return {};
  const int column = index.column();
  const int disputed = static_cast<int>(m_snapshot->disputesOf(*id).disputedFields);
  switch (role) {
    case Qt::DisplayRole:
      return text(*title, column);
    case Qt::ToolTipRole: {
      const QString tip = toolTip(*title, column);
      return tip.isEmpty() ? QVariant() : tip;
    }
    case Qt::AccessibleTextRole:
      if (column != Disputed) return text(*title, column);
      return disputed > 0 ? disputesInWords(m_snapshot->disputesOf(*id)) : tr("not disputed");
    case GlyphRole:
      return column == Kind ? QVariant(static_cast<int>(glyphOf(title->kind, title->form))) : QVariant();
    case BadgeRole:
      return column == Disputed ? QVariant(disputed) : QVariant();
    case StrongRole:
      return m_hits && m_hits->contains(*id);
    case InkRole:
      return static_cast<int>(m_hits && !m_hits->contains(*id) ? Ink::Ink3 : Ink::Ink);
    default:
      return {};
  }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case Kind:
      return tr("Kind");
    case When:
      return tr("When");
    case Title:
      return tr("Event");
    case Sources:
      return tr("Source");
    case Disputed:
      return tr("Disputed");
    default:
      return {};
  }
}

const std::unordered_map<EventId, int>& EventsModel::ranks(int column) {
  auto& ranks = m_ranks[static_cast<std::size_t>(column)];
  if (!ranks.empty() || !m_snapshot) return ranks;
  std::vector<EventId> ids;
  std::vector<QString> texts;
  ids.reserve(m_snapshot->titles.size());
  texts.reserve(m_snapshot->titles.size());
  for (const auto& [id, title] : m_snapshot->titles) {
    ids.push_back(id);
    texts.push_back(column == Sources ? firstPublisher(*m_snapshot, id) : text(title, column));
  }
  const std::vector<int> places = collatedRanks(texts);
  for (std::size_t i = 0; i < ids.size(); ++i)
    ranks.emplace(ids[i], texts[i].isEmpty() ? kNone : places[i]);
  return ranks;
}

void EventsModel::sortRows() {
  m_rows = m_byTime;
  if (m_sortColumn != When) {
    std::vector<std::pair<int, EventId>> ranked;
    ranked.reserve(m_byTime.size());
    const auto* texts = m_sortColumn == Disputed ? nullptr : &ranks(m_sortColumn);
    for (const EventId id : m_byTime)
      ranked.emplace_back(texts ? texts->at(id) : static_cast<int>(m_snapshot->disputesOf(id).disputedFields),
                          id);
    std::ranges::stable_sort(ranked, [down = m_order == Qt::DescendingOrder](const auto& a, const auto& b) {
      if (a.first == kNone || b.first == kNone) return a.first != kNone && b.first == kNone;
      return down ? a.first > b.first : a.first < b.first;
    });
    std::ranges::transform(ranked, m_rows.begin(), [](const auto& pair) { return pair.second; });
  } else if (m_order == Qt::DescendingOrder) {
    std::ranges::reverse(m_rows);
  }
  m_rowOf.clear();
  m_rowOf.reserve(m_rows.size());
  for (std::size_t row = 0; row < m_rows.size(); ++row)
    m_rowOf.emplace(m_rows[row], static_cast<int>(row));
}

void EventsModel::sort(int column, Qt::SortOrder order) {
  if (column < 0 || column >= ColumnCount) column = When;
  if (column == m_sortColumn && order == m_order) return;
  Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
  const QModelIndexList before = persistentIndexList();
  std::vector<EventId> ids;
  for (const QModelIndex& index : before)
    ids.push_back(m_rows[static_cast<std::size_t>(index.row())]);
  m_sortColumn = column;
  m_order = order;
  sortRows();
  QModelIndexList after;
  for (qsizetype i = 0; i < before.size(); ++i)
    after << index(rowOf(ids[static_cast<std::size_t>(i)]), before[i].column());
  changePersistentIndexList(before, after);
  Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

}  // namespace entente
