// SPDX-License-Identifier: GPL-3.0-or-later
// Rows are indexes into the snapshot's sources; all orders begin with the order by name.
#include "app/panes/sources_model.h"

#include <algorithm>
#include <numeric>

#include "app/panes/sources_words.h"
#include "app/panes/table_order.h"
#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"

namespace entente {

SourcesModel::SourcesModel(QObject* parent) : QAbstractTableModel(parent) {}

void SourcesModel::setSnapshot(std::shared_ptr<const Snapshot> snapshot) {
  if (snapshot == m_snapshot) return;
  beginResetModel();
  m_snapshot = std::move(snapshot);
  m_folded.clear();
  m_byName.clear();
  if (m_snapshot) {
    std::vector<QString> names;
    for (const Source& source : m_snapshot->sources) {
      names.push_back(sourceName(source) + QLatin1Char(' ') + source.title);
      m_folded.push_back(foldedText(
          QStringList{source.publisher, source.title, source.author, source.root}.join(QLatin1Char(' '))));
    }
    const std::vector<int> ranks = collatedRanks(names);
    m_byName.resize(names.size());
    std::iota(m_byName.begin(), m_byName.end(), std::size_t{0});
    std::ranges::stable_sort(m_byName, {}, [&ranks](std::size_t index) { return ranks[index]; });
  }
  m_rows = keptRows();
  endResetModel();
}

void SourcesModel::setNarrowing(const QString& words) {
  const QString folded = foldedText(words);
  if (folded == m_narrowing) return;
  m_narrowing = folded;
  rebuild();
}

void SourcesModel::setOnly(std::optional<std::vector<SourceUid>> only) {
  if (only) std::ranges::sort(*only);
  if (only == m_only) return;
  m_only = std::move(only);
  rebuild();
}

void SourcesModel::setCompact(bool compact) {
  if (compact == m_compact) return;
  m_compact = compact;
  if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void SourcesModel::rebuild() {
  std::vector<std::size_t> rows = keptRows();
  if (rows == m_rows) return;
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

std::vector<std::size_t> SourcesModel::keptRows() const {
  std::vector<std::size_t> rows;
  for (const std::size_t index : m_byName) {
    if (m_only && !std::ranges::binary_search(*m_only, m_snapshot->sources[index].uid)) continue;
    if (hasAllWords(m_folded[index], m_narrowing)) rows.push_back(index);
  }
  sortRows(rows);
  return rows;
}

std::optional<std::int64_t> SourcesModel::sortKey(std::size_t index) const {
  const Source& source = m_snapshot->sources[index];
  const SourceUse& use = useOf(index);
  switch (m_sortColumn) {
    case Grade:
      return source.reliability ? std::optional(static_cast<std::int64_t>(*source.reliability))
                                : std::nullopt;
    case Date:
      return source.published ? std::optional(source.published->bounds().earliestBegin.seconds)
                              : std::nullopt;
    case Kind:
      return static_cast<std::int64_t>(source.kind);
    case Events:
      return use.events;
    case Claims:
      return use.claims;
    case Refuted:
      return use.refutedClaims;
    case All:
      return use.all();
    default:
      return 0;
  }
}

void SourcesModel::sortRows(std::vector<std::size_t>& rows) const {
  const bool down = m_order == Qt::DescendingOrder;
  if (m_sortColumn == Name) {
    if (down) std::ranges::reverse(rows);
    return;
  }
  std::vector<std::pair<std::optional<std::int64_t>, std::size_t>> keyed;
  keyed.reserve(rows.size());
  for (const std::size_t index : rows)
    keyed.emplace_back(sortKey(index), index);
  std::ranges::stable_sort(keyed, [down](const auto& a, const auto& b) {
    if (!a.first || !b.first) return a.first.has_value() && !b.first.has_value();
    return down ? *a.first > *b.first : *a.first < *b.first;
  });
  std::ranges::transform(keyed, rows.begin(), [](const auto& pair) { return pair.second; });
}

void SourcesModel::sort(int column, Qt::SortOrder order) {
  if (column < 0 || column >= ColumnCount) column = Name;
  if (column == m_sortColumn && order == m_order) return;
  Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
  const QModelIndexList before = persistentIndexList();
  std::vector<std::size_t> at;
  for (const QModelIndex& index : before)
    at.push_back(m_rows[static_cast<std::size_t>(index.row())]);
  m_sortColumn = column;
  m_order = order;
  m_rows = keptRows();
  QModelIndexList after;
  for (qsizetype i = 0; i < before.size(); ++i) {
    const auto found = std::ranges::find(m_rows, at[static_cast<std::size_t>(i)]);
    after << index(static_cast<int>(found - m_rows.begin()), before[i].column());
  }
  changePersistentIndexList(before, after);
  Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

const SourceUse& SourcesModel::useOf(std::size_t index) const {
  static const SourceUse kNone;
  const auto& uses = m_snapshot->sourceUses;
  return index < uses.size() ? uses[index] : kNone;
}

const Source* SourcesModel::sourceAt(int row) const {
  if (row < 0 || row >= rowCount()) return nullptr;
  return &m_snapshot->sources[m_rows[static_cast<std::size_t>(row)]];
}

int SourcesModel::rowOf(const SourceUid& uid) const {
  const auto found =
      std::ranges::find_if(m_rows, [&](std::size_t index) { return m_snapshot->sources[index].uid == uid; });
  return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int SourcesModel::sourceCount() const {
  return m_snapshot ? static_cast<int>(m_snapshot->sources.size()) : 0;
}

int SourcesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SourcesModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString SourcesModel::text(std::size_t index, int column) const {
  const Source& source = m_snapshot->sources[index];
  const SourceUse& use = useOf(index);
  const auto number = [](std::int64_t count) {
    return wordsLocale().toString(static_cast<qlonglong>(count));
  };
  switch (column) {
    case Grade:
      return source.reliability ? reliabilityInWords(*source.reliability) : tr("not graded");
    case Name:
      return sourceName(source);
    case Date:
      return source.published ? dateInWords(*source.published) : QString();
    case Kind:
      return sourceKindInWords(source.kind);
    case Events:
      return number(use.events);
    case Claims:
      return number(use.claims);
    case Refuted:
      return number(use.refutedClaims);
    case All:
      return number(use.all());
    default:
      return {};
  }
}

QString SourcesModel::toolTip(std::size_t index, int column) const {
  const Source& source = m_snapshot->sources[index];
  if (column == Grade) return gradeInWords(source.reliability);
  return column >= Events ? useInWords(useOf(index)) : QString();
}

QVariant SourcesModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !sourceAt(index.row())) return {};
  const std::size_t at = m_rows[static_cast<std::size_t>(index.row())];
  const Source& source = m_snapshot->sources[at];
  const int column = index.column();
  const bool zero = column >= Events && text(at, column) == QLatin1String("0");
  switch (role) {
    case Qt::DisplayRole:
      return column == Grade && m_compact ? QString() : text(at, column);
    case Qt::AccessibleTextRole:
      return column == Grade ? gradeInWords(source.reliability) : text(at, column);
    case Qt::ToolTipRole: {
      const QString tip = toolTip(at, column);
      return tip.isEmpty() ? QVariant() : tip;
    }
    case SecondLineRole:
      if (column == Name && !source.publisher.isEmpty()) return source.title.simplified();
      return column == All && m_compact ? useInShort(useOf(at)) : QString();
    case GradeRole:
      if (column != Grade) return {};
      return source.reliability ? QString::fromLatin1(wordOf(*source.reliability).data(), 1)
                                : QStringLiteral("–");
    case InkRole:
      if (column == Refuted && !zero) return static_cast<int>(Ink::Refuted);
      return static_cast<int>(zero ? Ink::Ink3 : Ink::Ink);
    default:
      return {};
  }
}

QVariant SourcesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case Grade:
      return tr("Grade");
    case Name:
      return tr("Source");
    case Date:
      return tr("Date");
    case Kind:
      return tr("Kind");
    case Events:
      return tr("Events");
    case Claims:
      return tr("Claims");
    case Refuted:
      return tr("Refuted");
    case All:
      return tr("Rests on it");
    default:
      return {};
  }
}

}  // namespace entente
