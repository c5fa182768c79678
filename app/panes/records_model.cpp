// SPDX-License-Identifier: GPL-3.0-or-later
// Words for rows, and their order.
#include "app/panes/records_model.h"

#include <QStringList>
#include <algorithm>
#include <unordered_map>

#include "app/panes/table_order.h"
#include "app/render/date_words.h"
#include "app/words/claim_words.h"
#include "app/words/event_words.h"
#include "app/words/field_words.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

using Counts = std::unordered_map<Uid, int>;

QString actorIn(const Snapshot& snapshot, const ActorUid& uid) {
  const Actor* actor = snapshot.actor(uid);
  return actor ? actor->name : QString::fromStdString(uid.value);
}

QString dateOrNone(const std::optional<FuzzyDate>& date) {
  return date ? dateInWords(*date) : QString();
}

QString joined(const QStringList& parts) {
  QStringList there = parts;
  there.removeAll(QString());
  return there.join(QStringLiteral(", "));
}

QString kindName(ActorKind kind) {
  return fieldChoices(TableId::Actors, "kind")[static_cast<std::size_t>(kind)].second.toLower();
}

}  // namespace

void RecordsModel::show(std::shared_ptr<const Snapshot> snapshot, TableId table) {
  beginResetModel();
  m_snapshot = std::move(snapshot);
  m_table = table;
  m_rows.clear();
  if (m_snapshot) fill();
  arrange();
  endResetModel();
}

void RecordsModel::fill() {
  const Snapshot& seen = *m_snapshot;
  const ArchiveContent& content = *seen.content;
  const auto add = [this](const Uid& uid, const QString& name, const QString& detail, int mentions = 0) {
    m_rows.push_back(
        {uid, name.simplified(), detail, foldedText(name + QLatin1Char(' ') + detail), mentions});
  };
  Counts mentions;
  if (m_table == TableId::Actors) {
    for (const EventParties& parties : content.parties) {
      for (const ActorUid& actor : parties.actors)
        ++mentions[actor.value];
    }
    for (const Actor& one : content.actors)
      add(one.uid.value, one.name, joined({kindName(one.kind), one.country}), mentions[one.uid.value]);
  } else if (m_table == TableId::Places) {
    for (const EventTitle& title : content.titles)
      ++mentions[title.place.value];
    for (const Place& one : content.places)
      add(one.uid.value, one.name, one.country, mentions[one.uid.value]);
  } else if (m_table == TableId::Offices) {
    for (const Office& one : content.offices)
      add(one.uid.value, actorIn(seen, one.actor),
          joined({officeInWords(one.office, one.body), dateOrNone(one.held)}));
  } else if (m_table == TableId::Accessions) {
    for (const Accession& one : content.accessions)
      add(one.uid.value, actorIn(seen, one.state),
          joined({actorIn(seen, one.organisation), dateOrNone(one.date)}));
  } else if (m_table == TableId::Spending) {
    for (const Spending& one : content.spending)
      add(one.uid.value, actorIn(seen, one.actor),
          joined({QString::number(one.year), metricInWords(one.metric),
                  QString::fromStdString(one.value.text)}));
  } else if (m_table == TableId::Links) {
    for (const Link& one : content.links)
      add(one.uid.value, subjectInWords(seen, one.from),
          relationInWords(one.relation, true).toLower() + QLatin1Char(' ') + subjectInWords(seen, one.to));
  }
}

void RecordsModel::arrange() {
  const QString words = foldedText(m_words);
  m_shown.clear();
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    if (hasAllWords(m_rows[i].folded, words)) m_shown.push_back(i);
  }
  std::vector<QString> texts;
  for (const Row& row : m_rows)
    texts.push_back(m_sortColumn == Detail ? row.detail : row.name);
  const std::vector<int> ranks = collatedRanks(texts);
  const bool up = m_order == Qt::AscendingOrder;
  std::ranges::stable_sort(m_shown, [&](std::size_t a, std::size_t b) {
    if (!up) std::swap(a, b);
    if (m_sortColumn == Mentions && m_rows[a].mentions != m_rows[b].mentions)
      return m_rows[a].mentions < m_rows[b].mentions;
    return ranks[a] < ranks[b];
  });
}

void RecordsModel::setNarrowing(const QString& words) {
  beginResetModel();
  m_words = words;
  arrange();
  endResetModel();
}

void RecordsModel::sort(int column, Qt::SortOrder order) {
  beginResetModel();
  m_sortColumn = column;
  m_order = order;
  arrange();
  endResetModel();
}

std::optional<RecordKey> RecordsModel::recordAt(int row) const {
  if (row < 0 || row >= rowCount()) return std::nullopt;
  return RecordKey{m_table, m_rows[m_shown[static_cast<std::size_t>(row)]].uid};
}

int RecordsModel::rowOf(const RecordKey& record) const {
  for (std::size_t i = 0; i < m_shown.size(); ++i) {
    if (record.table == m_table && m_rows[m_shown[i]].uid == record.uid) return static_cast<int>(i);
  }
  return -1;
}

int RecordsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RecordsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Row& row = m_rows[m_shown[static_cast<std::size_t>(index.row())]];
  if (role == Qt::TextAlignmentRole && index.column() == Mentions)
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole && index.column() != Mentions)
    return index.column() == Name ? row.name : row.detail;
  if (role != Qt::DisplayRole) return {};
  if (index.column() == Name) return row.name;
  if (index.column() == Detail) return row.detail;
  return row.mentions == 0 ? QString() : wordsLocale().toString(row.mentions);
}

QVariant RecordsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  if (section == Name) return m_table == TableId::Links ? tr("From") : tr("Name");
  if (section == Detail) return m_table == TableId::Links ? tr("Relation and to") : tr("What");
  return tr("Events");
}

}  // namespace entente
