// SPDX-License-Identifier: GPL-3.0-or-later
// ReadingChoices: how a table is read where its bytes leave it open, as rows of a form.
#pragma once

#include <QObject>

#include "core/exchange/foreign_file.h"

class QComboBox;
class QFormLayout;

namespace entente {

/// The encoding, what parts the cells, and which row has the titles. Each says what was found, and can be
/// said otherwise; rows that a file has no use for are hidden.
class ReadingChoices : public QObject {
  Q_OBJECT

 public:
  explicit ReadingChoices(QFormLayout& form);

  /// For another file: as found.
  void reset();
  /// What was found; null while nothing was read, or nothing could be.
  void show(const ForeignReading* reading);
  void fill(ForeignOptions& options) const;

 Q_SIGNALS:
  void encodingChosen();
  void changed();  ///< something was said: the columns may be others now

 private:
  QComboBox* add(const char* name, const QString& label);
  static void sayFound(QComboBox& choice, const QString& found);

  QFormLayout& m_form;
  QComboBox* m_encoding;
  QComboBox* m_separator;
  QComboBox* m_titles;
};

}  // namespace entente
