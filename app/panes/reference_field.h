// SPDX-License-Identifier: GPL-3.0-or-later
// ReferenceField: a line in which one types a part of a name and picks the record, or makes it.
#pragma once

#include <QLineEdit>

#include "app/panes/form_choices.h"

class QCompleter;
class QStandardItemModel;

namespace entente {

/// Up to a dozen records whose names hold what is typed; below them, where a record can be made by its name,
/// an entry that does so (of an actor one a kind).
class ReferenceField : public QLineEdit {
  Q_OBJECT

 public:
  enum class Offers : std::uint8_t { WhatIsThere, NewOnesToo };

  ReferenceField(std::shared_ptr<FormChoices> choices, FormChoices::Pool pool,
                 Offers offers = Offers::NewOnesToo, QWidget* parent = nullptr);

  /// Of the record that is picked; empty while there is none.
  [[nodiscard]] const std::string& cell() const { return m_cell; }
  void setCell(const std::string& cell);
  /// Something is typed that is no record.
  [[nodiscard]] bool isHalfWritten() const { return m_cell.empty() && !text().trimmed().isEmpty(); }
  /// Takes what is typed if it is the name of exactly one record.
  void takeTyped();

 Q_SIGNALS:
  void edited();
  /// A record was picked or made, by the list or by Enter on its exact name.
  void picked(const std::string& cell);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void offer(const QString& words);
  void take(const QModelIndex& index);

  std::shared_ptr<FormChoices> m_choices;
  FormChoices::Pool m_pool;
  Offers m_offers;
  QStandardItemModel* m_model;
  QCompleter* m_completer;
  std::string m_cell;
};

}  // namespace entente
