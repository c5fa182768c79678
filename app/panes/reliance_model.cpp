// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a heading before every group.
#include "app/panes/reliance_model.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"
#include "core/view/lanes.h"

namespace entente {

namespace {

struct RelianceWords {
  Q_DECLARE_TR_FUNCTIONS(RelianceWords)
};

enum class Group : std::uint8_t {
  Events,
  Stages,
  Positions,
  Claims,
  Figures,
  Offices,
  Accessions,
  Links,
  Rest
};

Group groupOf(const Reliance& reliance) {
  switch (reliance.table) {
    case TableId::Summits:
    case TableId::Messages:
    case TableId::Pledges:
    case TableId::Statements:
    case TableId::Periods:
    case TableId::Events:
      return Group::Events;
    case TableId::Stages:
      return Group::Stages;
    case TableId::Positions:
      return Group::Positions;
    case TableId::Claims:
      return Group::Claims;
    case TableId::Spending:
      return Group::Figures;
    case TableId::Offices:
      return Group::Offices;
    case TableId::Accessions:
      return Group::Accessions;
    case TableId::Links:
      return Group::Links;
    default:
      return Group::Rest;
  }
}

QString groupInWords(Group group) {
  switch (group) {
    case Group::Events:
      return RelianceWords::tr("Events");
    case Group::Stages:
      return RelianceWords::tr("Stages of messages");
    case Group::Positions:
      return RelianceWords::tr("Positions");
    case Group::Claims:
      return RelianceWords::tr("Claims");
    case Group::Figures:
      return RelianceWords::tr("Figures");
    case Group::Offices:
      return RelianceWords::tr("Offices");
    case Group::Accessions:
      return RelianceWords::tr("Accessions");
    case Group::Links:
      return RelianceWords::tr("Links between events");
    case Group::Rest:
      return RelianceWords::tr("Other records");
  }
  return {};
}

Instant beginOf(const Reliance& reliance) {
  return reliance.when ? reliance.when->bounds().earliestBegin : kEndOfTime;
}

/// In the words of the closed lists where it is one of theirs.
QString partInWords(const Reliance& reliance) {
  const std::string word = reliance.part.toStdString();
  if (reliance.table == TableId::Stages) {
    if (const auto stage = fromWord<StageKind>(word)) return stageInWords(*stage);
  }
  if (reliance.table == TableId::Positions) {
    if (const auto position = fromWord<PositionKind>(word)) return positionInWords(*position);
  }
  return reliance.part;
}

QString kindOfEvent(TableId table) {
  switch (table) {
    case TableId::Summits:
      return eventKindInWords(EventKind::Summit);
    case TableId::Messages:
      return eventKindInWords(EventKind::Message);
    case TableId::Pledges:
      return eventKindInWords(EventKind::Pledge);
    case TableId::Statements:
      return eventKindInWords(EventKind::Statement);
    case TableId::Events:
      return eventKindInWords(EventKind::Event);
    default:
      return eventKindInWords(EventKind::Period);
  }
}

QString figuresTitle(const Reliance& reliance) {
  const auto metric = fromWord<SpendingMetric>(reliance.uid);
  const QString what = metric ? metricInWords(*metric) : QString::fromStdString(reliance.uid);
  if (reliance.count == 1) return RelianceWords::tr("%1: 1 figure").arg(what);
  return RelianceWords::tr("%1: %2 figures")
      .arg(what, wordsLocale().toString(static_cast<qlonglong>(reliance.count)));
}

QString titleOf(const Reliance& reliance) {
  if (reliance.table == TableId::Spending) return figuresTitle(reliance);
  return reliance.title.isEmpty() ? QString::fromStdString(reliance.uid) : reliance.title.simplified();
}

QString claimInWords(const Reliance& reliance) {
  QString words =
      reliance.value.isEmpty()
          ? reliance.part
          : RelianceWords::tr("%1: %2", "field or question, and value").arg(reliance.part, reliance.value);
  if (reliance.verdict)
    words =
        RelianceWords::tr("%1, %2", "a claim and its verdict").arg(words, verdictInWords(*reliance.verdict));
  return words;
}

}  // namespace

QString relianceInWords(const Reliance& reliance) {
  const Group group = groupOf(reliance);
  if (group == Group::Claims) return claimInWords(reliance).simplified();
  if (group == Group::Figures) {
    return reliance.firstYear == reliance.lastYear
               ? yearInWords(reliance.firstYear)
               : RelianceWords::tr("%1 to %2", "two years")
                     .arg(yearInWords(reliance.firstYear), yearInWords(reliance.lastYear));
  }
  QStringList parts;
  const QString part = group == Group::Events ? kindOfEvent(reliance.table) : partInWords(reliance);
  if (!part.isEmpty()) parts << part;
  if (reliance.when) parts << dateInWords(*reliance.when);
  QString words = parts.join(QStringLiteral(", "));
  if (!reliance.value.isEmpty())
    words += (words.isEmpty() ? QString() : QStringLiteral(": ")) + reliance.value;
  return words.simplified();
}

RelianceModel::RelianceModel(QObject* parent) : QAbstractTableModel(parent) {}

void RelianceModel::setReliances(std::shared_ptr<const Snapshot> snapshot, std::vector<Reliance> reliances) {
  beginResetModel();
  m_snapshot = std::move(snapshot);
  m_reliances = std::move(reliances);
  std::ranges::stable_sort(m_reliances, [](const Reliance& a, const Reliance& b) {
    const Group groupA = groupOf(a);
    const Group groupB = groupOf(b);
    if (groupA != groupB) return groupA < groupB;
    return groupA == Group::Events && beginOf(a) < beginOf(b);
  });
  m_rows.clear();
  for (std::size_t first = 0; first < m_reliances.size();) {
    std::size_t end = first;
    while (end < m_reliances.size() && groupOf(m_reliances[end]) == groupOf(m_reliances[first]))
      ++end;
    m_rows.push_back({first, end - first});
    for (; first < end; ++first)
      m_rows.push_back({first, 0});
  }
  endResetModel();
}

const RelianceModel::Row* RelianceModel::rowAt(int row) const {
  return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

bool RelianceModel::isHeading(int row) const {
  const Row* at = rowAt(row);
  return at && at->under > 0;
}

std::optional<EventId> RelianceModel::eventAt(int row) const {
  const Row* at = rowAt(row);
  return at && at->under == 0 ? m_reliances[at->reliance].event : std::nullopt;
}

int RelianceModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RelianceModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : 1;
}

QString RelianceModel::heading(const Row& row) const {
  const Group group = groupOf(m_reliances[row.reliance]);
  std::int64_t count = 0;
  std::int64_t refuted = 0;
  for (std::size_t i = row.reliance; i < row.reliance + row.under; ++i) {
    count += m_reliances[i].count;
    if (m_reliances[i].verdict == Verdict::Refuted) ++refuted;
  }
  const QString number = wordsLocale().toString(static_cast<qlonglong>(count));
  if (refuted == 0) return tr("%1 (%2)", "kind of records, how many").arg(groupInWords(group), number);
  return tr("%1 (%2, %3 refuted)").arg(groupInWords(group), number).arg(refuted);
}

QVariant RelianceModel::data(const QModelIndex& index, int role) const {
  const Row* row = index.isValid() ? rowAt(index.row()) : nullptr;
  if (!row) return {};
  if (row->under > 0) {
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return heading(*row);
    return role == HeadingRole ? QVariant(true) : QVariant();
  }
  const Reliance& reliance = m_reliances[row->reliance];
  switch (role) {
    case Qt::DisplayRole:
      return titleOf(reliance);
    case Qt::AccessibleTextRole:
      return tr("%1, %2", "title, and what is cited").arg(titleOf(reliance), relianceInWords(reliance));
    case SecondLineRole:
      return relianceInWords(reliance);
    case SecondInkRole:
      return reliance.verdict == Verdict::Refuted ? QVariant(static_cast<int>(Ink::Refuted)) : QVariant();
    case GlyphRole: {
      const EventTitle* title = reliance.event && m_snapshot ? m_snapshot->title(*reliance.event) : nullptr;
      return title ? QVariant(static_cast<int>(glyphOf(title->kind, title->form))) : QVariant();
    }
    default:
      return {};
  }
}

Qt::ItemFlags RelianceModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
  return isHeading(index.row()) ? flags & ~(Qt::ItemIsSelectable | Qt::ItemIsEnabled) : flags;
}

}  // namespace entente
