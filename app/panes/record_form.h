// SPDX-License-Identifier: GPL-3.0-or-later
// RecordForm: a record of any kind to be written or changed, one field a column.
#pragma once

#include <QWidget>
#include <map>
#include <string_view>

#include "app/panes/form_field.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace entente {

/// GUI thread. Rare fields stand under a fold. What claims decide is read-only, with the way to them. Of an
/// event the kind can be changed: what the new one cannot hold goes into the note. Ctrl+Enter saves; Escape
/// leaves, and asks once if something was written. Nothing is saved while a field says what is wrong with it.
class RecordForm : public QWidget {
  Q_OBJECT

 public:
  /// `before`: the record as it stands in the archive; nothing of a new one, which begins as `draft`.
  RecordForm(std::shared_ptr<const Snapshot> snapshot, const EditableRecord& draft,
             const std::optional<EditableRecord>& before, const BlockStyle& style, QWidget* parent = nullptr);

  /// As it is written now, with what was made on the way and is still referred to.
  [[nodiscard]] RecordEdit edit() const;
  /// Something is written that is not saved.
  [[nodiscard]] bool isWritten() const;
  /// Leaves, or asks whether what is written may go.
  void leave();
  void save();
  /// The archive did not take it: the form goes on.
  void goOn(const QString& problem);

 Q_SIGNALS:
  void saved();
  void left();
  void topicAsked(const entente::Topic& topic);
  void deleteAsked();

 private:
  struct Row {
    FormField* field = nullptr;
    QLabel* problem = nullptr;
  };

  void makeHead();
  void makeKind();
  void makeFields();
  void addField(QFormLayout& form, const ColumnFacts& column);
  [[nodiscard]] QWidget* derivedValue(const ColumnFacts& column, const Topic& topic);
  void makeMore();
  void makeFoot();
  void makeQuestion();
  void takeKind();
  void collect();
  [[nodiscard]] QString problemOf(const ColumnFacts& column) const;
  /// True if there is none.
  bool showProblems();
  /// The topic whose claims decide a column; nothing if none do.
  [[nodiscard]] std::optional<Topic> decidedBy(std::string_view column) const;

  FormContext m_context;
  EditableRecord m_draft;
  EditableRecord m_first;  ///< as the form began
  std::optional<EditableRecord> m_before;
  std::map<std::string_view, Row> m_rows;
  QVBoxLayout* m_column;
  QWidget* m_fields = nullptr;
  QWidget* m_more = nullptr;
  QPushButton* m_fold = nullptr;
  QComboBox* m_kind = nullptr;
  QWidget* m_question = nullptr;
  QLabel* m_problem = nullptr;
  QPushButton* m_save = nullptr;
};

}  // namespace entente
