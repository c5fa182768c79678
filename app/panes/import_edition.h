// SPDX-License-Identifier: GPL-3.0-or-later
// ImportEdition: the source that imported figures come from: one that is there, or a new one.
#pragma once

#include <QWidget>
#include <vector>

#include "app/render/theme.h"
#include "core/exchange/figure_plan.h"
#include "core/exchange/import_origin.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace entente {

class DateEntry;

class ImportEdition : public QWidget {
  Q_OBJECT

 public:
  explicit ImportEdition(QWidget* parent = nullptr);

  void setTheme(const Theme& theme);
  /// Data sets are offered.
  void setSources(const std::vector<Source>& sources);
  /// Of a new source, until somebody types another one.
  void suggestTitle(const QString& title);

  /// What is counted is asked of figures alone.
  void setDefinitionAsked(bool asked);

  [[nodiscard]] FigureEdition edition() const;
  [[nodiscard]] ImportOrigin origin() const;
  /// Why it is not whole; empty if it is.
  [[nodiscard]] QString problem() const;

 Q_SIGNALS:
  void changed();

 private:
  void showFields();

  QFormLayout* m_form;
  QComboBox* m_source;
  QLineEdit* m_title;
  QLineEdit* m_publisher;
  DateEntry* m_published;
  QLineEdit* m_url;
  QComboBox* m_grade;
  QLineEdit* m_licence;
  QPlainTextEdit* m_definition;
  bool m_titleTyped = false;
};

}  // namespace entente
