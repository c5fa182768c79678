// SPDX-License-Identifier: GPL-3.0-or-later
// Sets the lists and the buttons.
#include "app/panes/record_pages.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panes/reference_field.h"
#include "app/words/field_words.h"
#include "app/words/record_titles.h"

namespace entente {

namespace {

/// More names than these do not fit a glance.
constexpr std::size_t kMostNames = 12;

QVBoxLayout* pageColumn(QWidget* page) {
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(16, 12, 16, 16);
  column->setSpacing(8);
  return column;
}

/// One line a kind of record, then the names of the events and of what else has a name.
void addList(QVBoxLayout& column, const BlockStyle& style, const RecordTitles& titles, const QString& heading,
             const std::vector<RecordKey>& keys) {
  if (keys.empty()) return;
  column.addSpacing(4);
  column.addWidget(textLine(style, style.faces.bodyStrong, Ink::Ink, heading));
  column.addWidget(textLine(style, style.faces.body, Ink::Ink, sentenceCase(recordCountsInWords(keys))));
  std::vector<RecordKey> ordered = keys;
  std::ranges::stable_partition(ordered, [](const RecordKey& key) { return isEventTable(key.table); });
  std::size_t named = 0;
  for (const RecordKey& key : ordered) {
    const auto kind = referenceKindOf(key.table);
    if (!kind || named == kMostNames) continue;
    ++named;
    column.addWidget(
        textLine(style, style.faces.caption, Ink::Ink2,
                 DeletePage::tr("%1: %2", "kind of record, its name")
                     .arg(sentenceCase(recordInWords(key.table)), titles.of({*kind, key.uid}).simplified())));
  }
  if (named < keys.size())
    column.addWidget(textLine(style, style.faces.caption, Ink::Ink3,
                              DeletePage::tr("and %1 more").arg(keys.size() - named)));
}

void onEscape(QWidget* page, std::function<void()> does) {
  auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), page);
  escape->setContext(Qt::WidgetWithChildrenShortcut);
  QObject::connect(escape, &QShortcut::activated, page, std::move(does));
}

}  // namespace

DeletePage::DeletePage(const PlannedDeletion& planned, const BlockStyle& style, QWidget* parent)
    : QWidget(parent) {
  setObjectName(QStringLiteral("deletePage"));
  const RecordTitles titles(*planned.records);
  const DeletionPlan& plan = planned.plan;
  auto* column = pageColumn(this);
  const auto kind = plan.asked.empty() ? std::nullopt : referenceKindOf(plan.asked.front().table);
  const QString name = kind && plan.asked.size() == 1
                           ? titles.of({*kind, plan.asked.front().uid}).simplified()
                           : recordCountsInWords(plan.asked);
  QLabel* title = textLine(style, style.faces.title, Ink::Ink, tr("Delete %1?").arg(name));
  title->setObjectName(QStringLiteral("deleteTitle"));
  column->addWidget(title);
  if (!plan.obstacles.empty()) {
    column->addWidget(textLine(style, style.faces.body, Ink::Refuted,
                               tr("It cannot be deleted: an import of machine-coded events rests on it.")));
  } else {
    addList(*column, style, titles, tr("Goes with it, since it cannot be without it"), plan.goes);
    addList(*column, style, titles, tr("Stays, and no longer mentions it"), plan.loses);
    column->addSpacing(4);
    column->addWidget(textLine(style, style.faces.caption, Ink::Ink3,
                               tr("It is one step of the history, and can be undone as one.")));
  }
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  auto* keep = new QPushButton(tr("Keep everything"));
  keep->setObjectName(QStringLiteral("keepAll"));
  if (plan.obstacles.empty()) {
    const std::size_t all = plan.asked.size() + plan.goes.size();
    auto* remove = new QPushButton(all == 1 ? tr("Delete it") : tr("Delete all %1").arg(all));
    remove->setObjectName(QStringLiteral("confirmDelete"));
    row->addWidget(remove);
    connect(remove, &QPushButton::clicked, this, &DeletePage::confirmed);
  }
  row->addWidget(keep);
  row->addStretch(1);
  column->addLayout(row);
  column->addStretch(1);
  connect(keep, &QPushButton::clicked, this, &DeletePage::left);
  onEscape(this, [this] { Q_EMIT left(); });
  setFocusProxy(keep);
}

MergePage::MergePage(std::shared_ptr<const Snapshot> snapshot, const RecordKey& kept, const Uid& other,
                     const BlockStyle& style, QWidget* parent)
    : QWidget(parent),
      m_choices(std::make_shared<FormChoices>(std::move(snapshot))),
      m_kept(kept),
      m_keptName(m_choices->of(kept.table, kept.uid).name),
      m_other(new ReferenceField(m_choices, kept.table, ReferenceField::Offers::WhatIsThere)),
      m_says(textLine(style, style.faces.body, Ink::Ink2, {})),
      m_merge(new QPushButton(tr("Merge"))) {
  setObjectName(QStringLiteral("mergePage"));
  auto* column = pageColumn(this);
  column->addWidget(
      textLine(style, style.faces.body, Ink::Ink2, tr("Make one %1 of two").arg(recordInWords(kept.table))));
  column->addWidget(textLine(style, style.faces.title, Ink::Ink, m_keptName));
  column->addWidget(textLine(style, style.faces.body, Ink::Ink, tr("is the same as")));
  m_other->setObjectName(QStringLiteral("mergeOther"));
  column->addWidget(m_other);
  column->addWidget(m_says);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  m_merge->setObjectName(QStringLiteral("confirmMerge"));
  row->addWidget(m_merge);
  auto* keep = new QPushButton(tr("Keep both"));
  row->addWidget(keep);
  row->addStretch(1);
  column->addLayout(row);
  column->addStretch(1);
  connect(m_other, &ReferenceField::edited, this, &MergePage::check);
  connect(m_other, &ReferenceField::picked, this, &MergePage::check);
  connect(m_merge, &QPushButton::clicked, this,
          [this] { Q_EMIT confirmed(m_other->cell(), m_choices->of(m_kept.table, m_other->cell()).name); });
  connect(keep, &QPushButton::clicked, this, &MergePage::left);
  onEscape(this, [this] { Q_EMIT left(); });
  m_other->setCell(other);
  setFocusProxy(other.empty() ? static_cast<QWidget*>(m_other) : m_merge);
  frameFields(*this, style.theme);
  check();
}

void MergePage::check() {
  const std::string& other = m_other->cell();
  m_merge->setEnabled(!other.empty() && other != m_kept.uid);
  if (other == m_kept.uid && !other.empty()) {
    m_says->setText(tr("That is the same record already."));
  } else if (other.empty()) {
    m_says->setText(tr("Everything that names the other one will name this one, and the other one goes."));
  } else {
    m_says->setText(tr("Everything that names “%1” will name “%2”. Empty fields are filled from it; what "
                       "differs is kept in the note.")
                        .arg(m_choices->of(m_kept.table, other).name, m_keptName));
  }
}

}  // namespace entente
