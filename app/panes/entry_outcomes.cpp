// SPDX-License-Identifier: GPL-3.0-or-later
// Rows are indices; words are made when they are looked at.
#include "app/panes/entry_outcomes.h"

#include <QCoreApplication>
#include <algorithm>

namespace entente {

namespace {

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

EntryOutcome outcomeOf(EntryFate fate) {
  switch (fate) {
    case EntryFate::Added:
      return EntryOutcome::Added;
    case EntryFate::Changed:
      return EntryOutcome::Changed;
    case EntryFate::Unchanged:
      return EntryOutcome::Unchanged;
  }
  return EntryOutcome::Added;
}

bool isNote(EntryOutcome outcome) {
  return outcome == EntryOutcome::Refused || outcome == EntryOutcome::Remark;
}

}  // namespace

QString outcomeInWords(EntryOutcome outcome) {
  switch (outcome) {
    case EntryOutcome::Added:
      return EntryOutcomes::tr("added");
    case EntryOutcome::Changed:
      return EntryOutcomes::tr("changed");
    case EntryOutcome::Unchanged:
      return EntryOutcomes::tr("unchanged");
    case EntryOutcome::Refused:
      return EntryOutcomes::tr("refused");
    case EntryOutcome::Remark:
      return EntryOutcomes::tr("remark");
    case EntryOutcome::Missing:
      return EntryOutcomes::tr("no longer in the file");
  }
  return {};
}

void EntryOutcomes::setTheme(ThemeName name) {
  m_theme = name;
}

void EntryOutcomes::setImport(const std::shared_ptr<const ForeignReading>& reading,
                              const std::shared_ptr<const EventPlan>& plan) {
  beginResetModel();
  m_reading = reading;
  m_plan = plan;
  m_rows.clear();
  m_notes.clear();
  if (m_reading) {
    m_notes = m_reading->archive.notes;
    if (m_plan) m_notes.insert(m_notes.end(), m_plan->notes.begin(), m_plan->notes.end());
    addNotes(m_notes);
    if (m_plan) addEntries();
  }
  std::ranges::stable_sort(m_rows, [](const Row& a, const Row& b) {
    // Refusals first, then the rest in the order of the file; what it no longer has at the end.
    const auto rank = [](const Row& row) {
      return row.outcome == EntryOutcome::Refused ? 0 : row.outcome == EntryOutcome::Missing ? 2 : 1;
    };
    return std::pair(rank(a), a.line) < std::pair(rank(b), b.line);
  });
  filter();
  endResetModel();
}

void EntryOutcomes::addNotes(const std::vector<ImportNote>& notes) {
  for (std::uint32_t i = 0; i < notes.size(); ++i)
    m_rows.push_back({notes[i].kind == NoteKind::Refusal ? EntryOutcome::Refused : EntryOutcome::Remark, false,
                      i, notes[i].place.line});
}

void EntryOutcomes::addEntries() {
  const ForeignArchive& file = m_reading->archive;
  for (std::uint32_t i = 0; i < m_plan->events.size(); ++i)
    m_rows.push_back({outcomeOf(m_plan->events[i].fate), false, i, file.events[i].place.line});
  for (std::uint32_t i = 0; i < m_plan->sources.size(); ++i)
    m_rows.push_back({outcomeOf(m_plan->sources[i].fate), true, i, file.sources[i].place.line});
  for (std::uint32_t i = 0; i < m_plan->missing.size(); ++i)
    m_rows.push_back({EntryOutcome::Missing, false, i, 0});
}

void EntryOutcomes::showOnly(std::optional<EntryOutcome> outcome) {
  beginResetModel();
  m_only = outcome;
  filter();
  endResetModel();
}

void EntryOutcomes::filter() {
  m_shown.clear();
  for (std::uint32_t i = 0; i < m_rows.size(); ++i) {
    if (!m_only || m_rows[i].outcome == *m_only) m_shown.push_back(i);
  }
}

std::size_t EntryOutcomes::count(EntryOutcome outcome) const {
  return static_cast<std::size_t>(std::ranges::count(m_rows, outcome, &Row::outcome));
}

int EntryOutcomes::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int EntryOutcomes::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

const ImportNote& EntryOutcomes::note(const Row& row) const {
  return m_notes[row.index];
}

QString EntryOutcomes::titleOf(const Row& row) const {
  if (row.outcome == EntryOutcome::Missing) return text(m_plan->missing[row.index].value);
  if (isNote(row.outcome)) return text(note(row).where);
  const ForeignArchive& file = m_reading->archive;
  return row.isSource ? file.sources[row.index].source.title : file.events[row.index].title;
}

QString EntryOutcomes::dateOf(const Row& row) const {
  if (row.outcome == EntryOutcome::Missing || isNote(row.outcome)) return {};
  const ForeignArchive& file = m_reading->archive;
  const std::optional<FuzzyDate>& when =
      row.isSource ? file.sources[row.index].source.published : file.events[row.index].when;
  return when ? text(when->edtf()) : QString();
}

QString EntryOutcomes::wordsOf(const Row& row) const {
  if (isNote(row.outcome)) return text(note(row).text);
  if (row.outcome == EntryOutcome::Missing) return tr("It was imported before, and stays.");
  const PlannedEntry& entry = row.isSource ? m_plan->sources[row.index] : m_plan->events[row.index];
  return entry.changes.empty() ? QString() : tr("Other %1").arg(text(entry.changes));
}

QVariant EntryOutcomes::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Row& row = m_rows[m_shown[static_cast<std::size_t>(index.row())]];
  if (role == Qt::TextAlignmentRole && index.column() == Line)
    return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
  if (role == Qt::ForegroundRole && row.outcome == EntryOutcome::Refused) return theme(m_theme).refuted;
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  switch (index.column()) {
    case Outcome:
      return outcomeInWords(row.outcome);
    case Line:
      return row.line > 0 ? QString::number(row.line) : QString();
    case Title:
      return titleOf(row).left(500);
    case Date:
      return dateOf(row);
    case What:
      return wordsOf(row);
    default:
      return {};
  }
}

QVariant EntryOutcomes::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(
        Qt::Alignment((section == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Outcome:
      return tr("Outcome");
    case Line:
      return tr("Row");
    case Title:
      return tr("Title, or column");
    case Date:
      return tr("Date");
    case What:
      return tr("Reason");
    default:
      return {};
  }
}

}  // namespace entente
