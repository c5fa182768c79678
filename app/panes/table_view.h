// SPDX-License-Identifier: GPL-3.0-or-later
// TableView: a table of rows as every pane shows it, with its keys and its menu.
#pragma once

#include <QElapsedTimer>
#include <QTableView>

#include "app/panes/table_delegate.h"
#include "app/panes/table_header.h"

namespace entente {

/// Rows are picked, not cells. Home and End go to the first and the last row, letters to the next row whose
/// type-ahead column begins with them, Tab leaves the table. Sorted by its header, or by `sortMenu` with the
/// keyboard.
class TableView : public QTableView {
  Q_OBJECT

 public:
  explicit TableView(QWidget* parent = nullptr);

  /// Also fonts and row heights, from the font of the view.
  void setTheme(ThemeName name);
  void setTwoLines(bool twoLines);
  void setBands(bool bands);
  /// A row among two-line ones that has one, until the model is reset.
  void setOneLine(int row);
  void setTypeAheadColumn(int column) { m_typeAhead = column; }

  [[nodiscard]] TableHeader& header() const { return *m_header; }
  /// Rows of the selection, top down.
  [[nodiscard]] std::vector<int> selectedRows() const;
  /// Makes a row the current one and the only selected one, and scrolls to it; the focus stays where it is.
  /// -1: none.
  void showRow(int row);
  /// Adds "Sort by" with the columns that are not hidden, and both directions.
  void addSortMenu(QMenu& menu);

 Q_SIGNALS:
  void currentRowChanged(int row);
  void copyRequested();
  /// By mouse or by the menu key; in global coordinates.
  void menuRequested(QPoint at);

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

 public:
  void keyboardSearch(const QString& search) override;

 private:
  void applyStyle();

  TableHeader* m_header;
  TableDelegate* m_delegate;
  ThemeName m_theme = ThemeName::Light;
  bool m_twoLines = false;
  int m_typeAhead = 0;
  QString m_typed;
  QElapsedTimer m_sinceTyped;
};

}  // namespace entente
