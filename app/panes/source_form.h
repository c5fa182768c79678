// SPDX-License-Identifier: GPL-3.0-or-later
// SourceForm: a source to be written, changed or graded.
#pragma once

#include <QWidget>

#include "app/panes/detail_blocks.h"
#include "core/model/records.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace entente {

class DateEntry;

/// Nothing is saved before it has a title and dates that can be read or are left empty.
class SourceForm : public QWidget {
  Q_OBJECT

 public:
  /// `resting`: how many records rest on it; it can be deleted only while that is 0.
  SourceForm(const Source& source, bool isNew, std::int64_t resting, const BlockStyle& style,
             QWidget* parent = nullptr);

 Q_SIGNALS:
  void saved(const entente::Source& source);
  void removed();
  void cancelled();

 private:
  void makeFields();
  void makeButtons(bool isNew, std::int64_t resting);
  void check();
  void save();

  BlockStyle m_style;
  Source m_source;
  QLineEdit* m_title;
  QLineEdit* m_author;
  QLineEdit* m_publisher;
  QLineEdit* m_root;
  QLineEdit* m_url;
  DateEntry* m_published;
  DateEntry* m_accessed;
  QComboBox* m_kind;
  QLineEdit* m_language;
  QComboBox* m_grade;
  QPlainTextEdit* m_note;
  QLabel* m_problem;
  QPushButton* m_save;
};

}  // namespace entente
