// SPDX-License-Identifier: GPL-3.0-or-later
// Fills the list at every letter.
#include "app/panes/reference_field.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

#include "app/words/field_words.h"

namespace entente {

namespace {

constexpr std::size_t kMostOffered = 12;
constexpr int kCellRole = Qt::UserRole + 1;
constexpr int kNameRole = Qt::UserRole + 2;
constexpr int kMakesRole = Qt::UserRole + 3;  ///< the word of the kind to be made

QString makeWords(TableId table, ActorKind kind, const QString& name) {
  if (table == TableId::Places) return ReferenceField::tr("Create the place “%1”").arg(name);
  if (table == TableId::Sources) return ReferenceField::tr("Create the source “%1”").arg(name);
  switch (kind) {
    case ActorKind::Person:
      return ReferenceField::tr("Create the person “%1”").arg(name);
    case ActorKind::State:
      return ReferenceField::tr("Create the state “%1”").arg(name);
    case ActorKind::Organisation:
      return ReferenceField::tr("Create the organisation “%1”").arg(name);
    case ActorKind::Group:
      return ReferenceField::tr("Create the group “%1”").arg(name);
  }
  return {};
}

}  // namespace

ReferenceField::ReferenceField(std::shared_ptr<FormChoices> choices, FormChoices::Pool pool, Offers offers,
                               QWidget* parent)
    : QLineEdit(parent),
      m_choices(std::move(choices)),
      m_pool(pool),
      m_offers(offers),
      m_model(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_model, this)) {
  setPlaceholderText(tr("Type a part of its name"));
  m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  m_completer->setCompletionRole(kNameRole);
  m_completer->setMaxVisibleItems(static_cast<int>(kMostOffered) + 4);
  setCompleter(m_completer);
  connect(this, &QLineEdit::textEdited, this, [this](const QString& words) {
    m_cell.clear();
    offer(words);
    Q_EMIT edited();
  });
  connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &ReferenceField::take);
  connect(this, &QLineEdit::editingFinished, this, [this] {
    if (!m_completer->popup()->isVisible()) takeTyped();
  });
}

void ReferenceField::setCell(const std::string& cell) {
  m_cell = cell;
  const RecordChoice choice = cell.empty() ? RecordChoice() : m_choices->of(m_pool, cell);
  setText(choice.name);
  setToolTip(choice.detail);
  setCursorPosition(0);
}

void ReferenceField::takeTyped() {
  if (!isHalfWritten()) return;
  const auto choice = m_choices->named(m_pool, text());
  if (!choice) return;
  setCell(choice->cell);
  Q_EMIT edited();
  Q_EMIT picked(m_cell);
}

void ReferenceField::offer(const QString& words) {
  m_model->clear();
  const QString name = words.simplified();
  if (name.isEmpty()) return;
  for (const RecordChoice& choice : m_choices->matching(m_pool, name, kMostOffered)) {
    auto* item = new QStandardItem(choice.detail.isEmpty()
                                       ? choice.name
                                       : tr("%1  ·  %2", "name, detail").arg(choice.name, choice.detail));
    item->setData(QString::fromStdString(choice.cell), kCellRole);
    item->setData(choice.name, kNameRole);
    m_model->appendRow(item);
  }
  if (!m_pool || !isMadeByName(*m_pool) || m_offers == Offers::WhatIsThere) return;
  const std::size_t kinds = *m_pool == TableId::Actors ? Words<ActorKind>::list.size() : 1;
  for (std::size_t i = 0; i < kinds; ++i) {
    auto* item = new QStandardItem(makeWords(*m_pool, static_cast<ActorKind>(i), name));
    item->setData(static_cast<int>(i), kMakesRole);
    item->setData(name, kNameRole);
    m_model->appendRow(item);
  }
}

void ReferenceField::take(const QModelIndex& index) {
  const QVariant makes = index.data(kMakesRole);
  std::string cell = index.data(kCellRole).toString().toStdString();
  if (makes.isValid()) {
    const QString name = index.data(kNameRole).toString();
    EditableRecord record = *newRecord(*m_pool);
    std::ignore =
        entente::setCell(record, *m_pool == TableId::Sources ? "title" : "name", name.toStdString());
    if (auto* actor = std::get_if<Actor>(&record)) actor->kind = static_cast<ActorKind>(makes.toInt());
    cell = m_choices->make(std::move(record));
  }
  setCell(cell);
  Q_EMIT edited();
  Q_EMIT picked(m_cell);
}

void ReferenceField::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible() && isHalfWritten()) {
    offer(text());
    m_completer->complete();
    return;
  }
  // The list's own Enter takes what stands in it.
  const bool isListed = m_completer->popup()->isVisible();
  QLineEdit::keyPressEvent(event);
  if (isEnter && !isListed && event->modifiers() == Qt::NoModifier) takeTyped();
}

}  // namespace entente
