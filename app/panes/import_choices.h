// SPDX-License-Identifier: GPL-3.0-or-later
// ImportChoices: which table is imported and how it is read; asks only what the table leaves open.
#pragma once

#include <QWidget>
#include <optional>

#include "app/session/figure_reader.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace entente {

class ImportChoices : public QWidget {
  Q_OBJECT

 public:
  explicit ImportChoices(QWidget* parent = nullptr);

  void setFile(const QString& path);
  /// Chooses the sheet and the format that the table looks like.
  void setSheets(const TableSheets& sheets);
  /// Shows what is asked, and what the table has said.
  void setImport(const FigureImport& import);

  [[nodiscard]] std::size_t sheet() const;
  [[nodiscard]] FigureOptions options() const;

 Q_SIGNALS:
  void fileRequested();
  void changed();

 private:
  QComboBox* addChoice(const char* name, const QString& title);
  void makeChoices();
  void fillColumns();
  void guess();

  TableSheets m_sheets;
  QFormLayout* m_form;
  QLabel* m_file;
  QPushButton* m_choose;
  QComboBox* m_sheet;
  QComboBox* m_format;
  QComboBox* m_metric;
  QComboBox* m_values;
  QComboBox* m_unit;
  QComboBox* m_decimal;
  QComboBox* m_state;
  QComboBox* m_year;
  QComboBox* m_value;
  QComboBox* m_estimate;
};

}  // namespace entente
