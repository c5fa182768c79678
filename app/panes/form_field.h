// SPDX-License-Identifier: GPL-3.0-or-later
// FormField: the editor of one cell of a record: a line, a text, a date, a choice, references or a list of
// them.
#pragma once

#include <QWidget>
#include <memory>
#include <string>

#include "app/panes/detail_blocks.h"
#include "app/panes/form_choices.h"

namespace entente {

/// What all fields of a form share.
struct FormContext {
  std::shared_ptr<FormChoices> choices;
  BlockStyle style;
};

/// Takes and gives the canonical text of the cell.
class FormField : public QWidget {
  Q_OBJECT

 public:
  [[nodiscard]] virtual std::string cell() const = 0;
  virtual void setCell(const std::string& cell) = 0;
  /// Why what is written cannot be kept, as a sentence; empty if it can.
  [[nodiscard]] virtual QString problem() const { return {}; }

 Q_SIGNALS:
  void edited();

 protected:
  using QWidget::QWidget;
};

/// The editor for a column. What it edits is named for screen readers and tests: objectName is the column's.
[[nodiscard]] FormField* makeField(const FormContext& context, TableId table, const ColumnFacts& column);
/// Of a column that holds references (form_lists.cpp); null of another.
[[nodiscard]] FormField* makeReferenceField(const FormContext& context, TableId table,
                                            const ColumnFacts& column);

}  // namespace entente
