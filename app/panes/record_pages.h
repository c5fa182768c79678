// SPDX-License-Identifier: GPL-3.0-or-later
// Record pages: what a deletion takes with it, and what is to be merged with what, shown before it happens.
#pragma once

#include <QWidget>
#include <memory>

#include "app/panes/detail_blocks.h"
#include "app/panes/form_choices.h"
#include "app/session/archive_reader.h"

class QLabel;
class QPushButton;

namespace entente {

class ReferenceField;

/// Says what goes and what loses a mention, with names, and asks once.
class DeletePage : public QWidget {
  Q_OBJECT

 public:
  DeletePage(const PlannedDeletion& planned, const BlockStyle& style, QWidget* parent = nullptr);

 Q_SIGNALS:
  void confirmed();
  void left();
};

/// Asks for the other of two records of one table; the first one stays.
class MergePage : public QWidget {
  Q_OBJECT

 public:
  /// `other` may be empty: then it is picked on the page.
  MergePage(std::shared_ptr<const Snapshot> snapshot, const RecordKey& kept, const Uid& other,
            const BlockStyle& style, QWidget* parent = nullptr);

 Q_SIGNALS:
  void confirmed(const entente::Uid& other, const QString& otherName);
  void left();

 private:
  void check();

  std::shared_ptr<FormChoices> m_choices;
  RecordKey m_kept;
  QString m_keptName;
  ReferenceField* m_other;
  QLabel* m_says;
  QPushButton* m_merge;
};

}  // namespace entente
