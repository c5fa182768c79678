// SPDX-License-Identifier: GPL-3.0-or-later
// Headings have the internal id 0, choices the number of their heading plus one.
#include "app/panes/filter_model.h"

#include <QStringList>
#include <algorithm>
#include <map>

#include "app/render/date_words.h"
#include "core/view/lane_groups.h"
#include "core/view/lanes.h"

namespace entente {

namespace {

/// Without case and accents.
QString folded(const QString& text) {
  QString plain;
  for (const QChar letter : text.normalized(QString::NormalizationForm_KD)) {
    if (letter.category() != QChar::Mark_NonSpacing) plain += letter;
  }
  return plain.toCaseFolded();
}

}  // namespace

FilterModel::FilterModel(QObject* parent) : QAbstractItemModel(parent) {}

QString FilterModel::nameOf(const FilterChoice& choice) const {
  if (const auto* code = std::get_if<QString>(&choice)) {
    const auto name = m_countryNames.find(*code);
    return name == m_countryNames.end() ? *code : name->second;
  }
  return choiceInWords(*m_snapshot, choice);
}

bool FilterModel::passesNarrow(const FilterChoice& choice, const QString& name) const {
  if (m_narrow.isEmpty()) return true;
  QString words = name;
  if (const auto* code = std::get_if<QString>(&choice)) words += QLatin1Char('\n') + *code;
  if (const auto* uid = std::get_if<ActorUid>(&choice)) {
    if (const Actor* actor = m_snapshot->actor(*uid)) words += QLatin1Char('\n') + actor->shortName;
  }
  const QString text = folded(words);
  return std::ranges::all_of(m_narrow, [&text](const QString& word) { return text.contains(word); });
}

std::vector<FilterModel::Section> FilterModel::sectionsOf(const FilterCounts& counts) const {
  if (!m_snapshot) return {};
  std::map<FilterChoice, std::int64_t> choices;
  const auto take = [&choices](const auto& counted) {
    for (const auto& [value, count] : counted)
      choices.emplace(value, count);
  };
  take(counts.kinds);
  take(counts.disputes);
  take(counts.tags);
  take(counts.countries);
  take(counts.actors);
  take(counts.refutedBy);
  if (!m_filter.events.empty()) choices.emplace(ChosenEvents{m_filter.events}, counts.events);
  // A filter may ask for what the archive does not have: it must be possible to untick it.
  for (const FilterChoice& choice : choicesOf(m_filter))
    choices.emplace(choice, 0);

  std::vector<Section> sections;
  for (const auto& [choice, count] : choices) {
    const QString name = nameOf(choice);
    if (!passesNarrow(choice, name)) continue;
    if (sections.empty() || sections.back().list != listOf(choice)) sections.push_back({listOf(choice), {}});
    sections.back().rows.push_back({choice, name, count});
  }
  for (Section& section : sections)
    order(section);
  return sections;
}

void FilterModel::order(Section& section) const {
  const auto old = std::ranges::find(m_sections, section.list, &Section::list);
  if (m_ticked == section.list && old != m_sections.end()) {
    std::map<FilterChoice, std::size_t> places;
    for (const Row& row : old->rows)
      places.emplace(row.choice, places.size());
    const auto place = [&places](const Row& row) {
      const auto found = places.find(row.choice);
      return found == places.end() ? places.size() : found->second;
    };
    std::ranges::stable_sort(section.rows, {}, place);
    return;
  }
  const bool isLong = section.list != FilterList::Kinds && section.list != FilterList::Disputes;
  std::ranges::stable_sort(section.rows, [&](const Row& a, const Row& b) {
    const bool aFirst = isLong && hasChoice(m_filter, a.choice);
    const bool bFirst = isLong && hasChoice(m_filter, b.choice);
    if (aFirst != bFirst) return aFirst;
    if (a.count != b.count) return a.count > b.count;
    return QString::localeAwareCompare(a.name, b.name) < 0;
  });
}

void FilterModel::show(std::shared_ptr<const Snapshot> snapshot, const EventFilter& filter,
                       const FilterCounts& counts) {
  if (snapshot != m_snapshot) {
    m_ticked.reset();
    m_countryNames.clear();
    for (const auto& [code, count] : counts.countries)
      m_countryNames.emplace(code, countryName(*snapshot, code));
  }
  m_snapshot = std::move(snapshot);
  m_filter = filter;
  m_counts = counts;
  exchange(sectionsOf(counts));
  m_ticked.reset();
}

void FilterModel::setNarrow(const QString& words) {
  const QStringList narrow = folded(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  if (narrow == m_narrow) return;
  m_narrow = narrow;
  beginResetModel();
  m_sections = sectionsOf(m_counts);
  endResetModel();
}

bool FilterModel::isSameChoices(const std::vector<Section>& sections) const {
  const auto choices = [](const Section& section) {
    std::vector<FilterChoice> list;
    for (const Row& row : section.rows)
      list.push_back(row.choice);
    std::ranges::sort(list);
    return list;
  };
  return std::ranges::equal(sections, m_sections, {}, choices, choices);
}

void FilterModel::exchange(std::vector<Section> sections) {
  if (!isSameChoices(sections)) {
    beginResetModel();
    m_sections = std::move(sections);
    endResetModel();
    return;
  }
  Q_EMIT layoutAboutToBeChanged();
  const QModelIndexList before = persistentIndexList();
  std::vector<std::optional<FilterChoice>> held;
  for (const QModelIndex& index : before)
    held.push_back(choiceAt(index));
  m_sections = std::move(sections);
  QModelIndexList after;
  for (qsizetype i = 0; i < before.size(); ++i) {
    const auto& choice = held[static_cast<std::size_t>(i)];
    after << (choice ? indexOf(*choice) : before[i]);
  }
  changePersistentIndexList(before, after);
  Q_EMIT layoutChanged();
}

const FilterModel::Row* FilterModel::rowAt(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == 0) return nullptr;
  return &m_sections[index.internalId() - 1].rows[static_cast<std::size_t>(index.row())];
}

std::optional<FilterChoice> FilterModel::choiceAt(const QModelIndex& index) const {
  const Row* row = rowAt(index);
  return row ? std::optional(row->choice) : std::nullopt;
}

FilterList FilterModel::listAt(const QModelIndex& index) const {
  const auto section =
      index.internalId() == 0 ? static_cast<std::size_t>(index.row()) : index.internalId() - 1;
  return m_sections[section].list;
}

QModelIndex FilterModel::indexOf(const FilterChoice& choice) const {
  for (std::size_t section = 0; section < m_sections.size(); ++section) {
    const auto& rows = m_sections[section].rows;
    const auto row = std::ranges::find(rows, choice, &Row::choice);
    if (row != rows.end()) return createIndex(static_cast<int>(row - rows.begin()), 0, section + 1);
  }
  return {};
}

QModelIndex FilterModel::index(int row, int column, const QModelIndex& parent) const {
  if (column != 0 || row < 0 || row >= rowCount(parent)) return {};
  return createIndex(row, 0, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex FilterModel::parent(const QModelIndex& child) const {
  if (!child.isValid() || child.internalId() == 0) return {};
  return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0});
}

int FilterModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(m_sections.size());
  if (parent.internalId() != 0) return 0;
  return static_cast<int>(m_sections[static_cast<std::size_t>(parent.row())].rows.size());
}

int FilterModel::columnCount(const QModelIndex&) const {
  return 1;
}

QVariant FilterModel::headingData(const Section& section, int role) const {
  const qlonglong chosen =
      std::ranges::count_if(section.rows, [this](const Row& row) { return hasChoice(m_filter, row.choice); });
  switch (role) {
    case Qt::DisplayRole:
      return listInWords(section.list);
    case Qt::AccessibleTextRole:
      return chosen == 0 ? listInWords(section.list)
                         : tr("%1, %2 chosen").arg(listInWords(section.list), wordsLocale().toString(chosen));
    case CountRole:
      return chosen;
    case HeadingRole:
      return true;
    default:
      return {};
  }
}

QString FilterModel::spoken(const Row& row) const {
  if (row.count == 1) return tr("%1, 1 event").arg(row.name);
  return tr("%1, %2 events").arg(row.name, wordsLocale().toString(qlonglong{row.count}));
}

QVariant FilterModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Row* row = rowAt(index);
  if (!row) return headingData(m_sections[static_cast<std::size_t>(index.row())], role);
  const auto* kind = std::get_if<EventKind>(&row->choice);
  switch (role) {
    case Qt::DisplayRole:
      return row->name;
    case Qt::CheckStateRole:
      return static_cast<int>(hasChoice(m_filter, row->choice) ? Qt::Checked : Qt::Unchecked);
    case Qt::AccessibleTextRole:
      return spoken(*row);
    case Qt::ToolTipRole:
      return flags(index).testFlag(Qt::ItemIsEnabled)
                 ? QVariant()
                 : QVariant(tr("The other lists leave no event for this choice."));
    case CountRole:
      return qlonglong{row->count};
    case GlyphRole:
      return kind ? QVariant(static_cast<int>(glyphOf(*kind))) : QVariant();
    default:
      return {};
  }
}

bool FilterModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  const Row* row = rowAt(index);
  if (role != Qt::CheckStateRole || !row || !flags(index).testFlag(Qt::ItemIsUserCheckable)) return false;
  m_ticked = listAt(index);
  const FilterChoice choice = row->choice;
  const bool chosen = value.toInt() == Qt::Checked;
  m_filter = withChoice(m_filter, choice, chosen);
  Q_EMIT dataChanged(index, index);
  Q_EMIT dataChanged(index.parent(), index.parent());
  Q_EMIT choiceTicked(choice, chosen);
  return true;
}

Qt::ItemFlags FilterModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  const Row* row = rowAt(index);
  if (!row) return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
  if (row->count == 0 && !hasChoice(m_filter, row->choice)) return Qt::ItemNeverHasChildren;
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

}  // namespace entente
