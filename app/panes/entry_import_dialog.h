// SPDX-License-Identifier: GPL-3.0-or-later
// EntryImportDialog: events and sources of somebody else's file on their way into an archive: what the
// columns hold, where it is from, and what becomes of every entry.
#pragma once

#include <QDialog>
#include <memory>
#include <optional>
#include <stop_token>

#include "app/render/theme.h"
#include "app/session/entry_reader.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace entente {

class DateEntry;
class EntryOutcomes;
class ImportEdition;
class MappedTable;
class ReadingChoices;
class Session;
class TableView;

/// Into the archive that is open in the session, as one change; without one a new archive is made. Nothing is
/// written before "Import" is pressed: what is shown is the dry run.
class EntryImportDialog : public QDialog {
  Q_OBJECT

 public:
  EntryImportDialog(Session& session, ThemeName theme, QWidget* parent = nullptr);
  ~EntryImportDialog() override;

  void openFile(const QString& path);
  /// Cells or text from the clipboard; `name` is what the source is called unless another title is typed.
  void openText(const QByteArray& bytes, const QString& name);
  /// Where a new archive is made, without asking; for tests and scripts.
  void setNewArchive(const QString& path) { m_newArchive = path; }
  [[nodiscard]] bool isBusy() const;

 Q_SIGNALS:
  void settled();                          ///< a file was read and planned, or could not be
  void archiveMade(const QString& path);   ///< a new one, with all that was imported
  void figuresFound(const QString& path);  ///< the table holds figures of states; the dialog has closed

 private:
  void makeLeft(QVBoxLayout& column);
  void makeChoices(QFormLayout& form);
  QWidget* makeRight();
  void makeFoot(QVBoxLayout& column);
  void choose();
  [[nodiscard]] ForeignOptions options() const;
  void begin(const QString& name);
  void readAgain();
  void onRead(const std::shared_ptr<const ForeignReading>& reading);
  void onFailed(const Error& error);
  void planAgain();
  void showColumnMenu(int section);
  void mapColumn(int section, int field);
  void saveColumns();
  void loadColumns();
  void saveReport();
  void fillOutcomeChoice();
  [[nodiscard]] QString problem() const;
  void update();
  void import();
  void importIntoArchive();
  void importIntoNew();
  void setWriting(bool writing);
  void writeFailed(const Error& error);

  Session& m_session;
  ThemeName m_theme;
  EntryReader m_reader;
  std::shared_ptr<const ForeignReading> m_reading;
  std::shared_ptr<const EventPlan> m_plan;
  std::shared_ptr<const Records> m_there;  ///< of the archive; null until they have come
  std::optional<ColumnMap> m_map;          ///< that was clicked together or loaded
  QString m_path;                          ///< of the file; empty of pasted cells
  QString m_name;                          ///< of the file; empty: none yet
  QString m_failure;
  QString m_newArchive;
  bool m_writing = false;
  std::stop_source m_stopWriting;
  QLabel* m_file;
  QLabel* m_format;
  QComboBox* m_sheet;
  ReadingChoices* m_choices = nullptr;
  QComboBox* m_order;
  DateEntry* m_from;
  DateEntry* m_to;
  QFormLayout* m_form = nullptr;
  QPushButton* m_saveColumns;
  QPushButton* m_loadColumns;
  ImportEdition* m_edition;
  QLabel* m_tableTitle = nullptr;
  TableView* m_tableView = nullptr;
  MappedTable* m_table;
  QComboBox* m_only;
  EntryOutcomes* m_outcomes;
  QPushButton* m_report;
  QLabel* m_leftOut;
  QLabel* m_summary;
  QLabel* m_problem;
  QProgressBar* m_progress;
  QPushButton* m_ok;
  QPushButton* m_cancel;
};

}  // namespace entente
