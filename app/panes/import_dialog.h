// SPDX-License-Identifier: GPL-3.0-or-later
// ImportDialog: figures of a publisher's table on their way into the archive: what they are, whose, and what
// could not be read.
#pragma once

#include <QDialog>
#include <memory>
#include <optional>

#include "app/render/theme.h"
#include "app/session/figure_reader.h"
#include "core/base/result.h"
#include "core/exchange/figure_plan.h"

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace entente {

class ImportChoices;
class ImportEdition;
class ImportPreview;
class Session;

/// An archive is open in the session. One import is one change.
class ImportDialog : public QDialog {
  Q_OBJECT

 public:
  ImportDialog(Session& session, ThemeName theme, QWidget* parent = nullptr);

  void openTable(const QString& path);
  /// Whether a table is being read.
  [[nodiscard]] bool isReading() const { return m_reader.isReading(); }

 Q_SIGNALS:
  void settled();  ///< a table was read, or could not be

 private:
  void makeLeft(QVBoxLayout& column);
  QWidget* makeRight();
  void makeFoot(QVBoxLayout& column);
  void choose();
  void readFigures();
  void onTable(const TableSheets& sheets);
  void onFailed(const Error& error);
  void onFigures(const std::shared_ptr<const FigureImport>& import);
  void fillReport();
  /// What the import does with what is in the archive now.
  [[nodiscard]] Result<FigurePlan> plan() const;
  [[nodiscard]] QString problem(const Result<FigurePlan>& planned) const;
  void update();
  void import();

  Session& m_session;
  ThemeName m_theme;
  FigureReader m_reader;
  TableSheets m_sheets;
  std::shared_ptr<const FigureImport> m_import;
  QString m_failure;  ///< why there is no table
  ImportChoices* m_choices;
  ImportEdition* m_edition;
  ImportPreview* m_preview;
  QLabel* m_previewed;
  QListWidget* m_report;
  QLabel* m_summary;
  QLabel* m_problem;
  QPushButton* m_ok;
};

}  // namespace entente
