// SPDX-License-Identifier: GPL-3.0-or-later
// What QTableView does by cell is done by row.
#include "app/panes/table_view.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <algorithm>

namespace entente {

TableView::TableView(QWidget* parent)
    : QTableView(parent), m_header(new TableHeader), m_delegate(new TableDelegate(this)) {
  setHorizontalHeader(m_header);
  setItemDelegate(m_delegate);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setWordWrap(false);
  setSelectionBehavior(SelectRows);
  setSelectionMode(SingleSelection);
  setEditTriggers(NoEditTriggers);
  setTabKeyNavigation(false);
  setHorizontalScrollMode(ScrollPerPixel);
  setCornerButtonEnabled(false);
  applyStyle();
}

void TableView::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void TableView::setTwoLines(bool twoLines) {
  m_twoLines = twoLines;
  applyStyle();
}

void TableView::setBands(bool bands) {
  m_delegate->setBands(bands);
  viewport()->update();
}

void TableView::setOneLine(int row) {
  const int height = m_delegate->rowHeight(false);
  verticalHeader()->setMinimumSectionSize(std::min(height, verticalHeader()->minimumSectionSize()));
  setRowHeight(row, height);
}

void TableView::applyStyle() {
  const TypeFaces faces = typeFaces(font(), font().pointSizeF() / kBasePoints);
  m_delegate->setStyle(m_theme, faces);
  m_header->setTheme(m_theme);
  m_header->setFont(faces.body);
  const int height = m_delegate->rowHeight(m_twoLines);
  verticalHeader()->setMinimumSectionSize(height);
  verticalHeader()->setDefaultSectionSize(height);
  viewport()->update();
}

void TableView::changeEvent(QEvent* event) {
  QTableView::changeEvent(event);
  if (event->type() == QEvent::FontChange) applyStyle();
}

std::vector<int> TableView::selectedRows() const {
  std::vector<int> rows;
  if (!selectionModel()) return rows;
  const QModelIndexList indexes = selectionModel()->selectedRows();
  for (const QModelIndex& index : indexes)
    rows.push_back(index.row());
  std::ranges::sort(rows);
  return rows;
}

void TableView::showRow(int row) {
  if (!model()) return;
  if (row < 0) {
    selectionModel()->clear();
    return;
  }
  const int column = std::max(0, currentIndex().column());
  const QModelIndex index = model()->index(row, isColumnHidden(column) ? m_typeAhead : column);
  selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  scrollTo(index);
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  viewport()->update();
  if (current.row() != previous.row()) Q_EMIT currentRowChanged(current.row());
}

QModelIndex TableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
  if (action != MoveHome && action != MoveEnd) return QTableView::moveCursor(action, modifiers);
  const int rows = model() ? model()->rowCount() : 0;
  const int by = action == MoveHome ? 1 : -1;
  for (int row = action == MoveHome ? 0 : rows - 1; row >= 0 && row < rows; row += by) {
    const QModelIndex index = model()->index(row, std::max(0, currentIndex().column()));
    if (index.flags().testFlag(Qt::ItemIsSelectable)) return index;
  }
  return {};
}

bool TableView::event(QEvent* event) {
  // Before a shortcut of the window takes it.
  if (event->type() == QEvent::ShortcutOverride &&
      static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
    event->accept();
    return true;
  }
  return QTableView::event(event);
}

void TableView::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) {
    Q_EMIT copyRequested();
    event->accept();
    return;
  }
  QTableView::keyPressEvent(event);
}

void TableView::keyboardSearch(const QString& search) {
  if (!model() || model()->rowCount() == 0 || search.isEmpty()) return;
  const bool goesOn =
      m_sinceTyped.isValid() && !m_sinceTyped.hasExpired(QApplication::keyboardInputInterval());
  m_typed = goesOn ? m_typed + search : search;
  m_sinceTyped.start();
  // The same letter again means the next row with it.
  const bool again = m_typed.size() > 1 && m_typed.count(m_typed.front()) == m_typed.size();
  const QString wanted = again ? m_typed.left(1) : m_typed;
  const int rows = model()->rowCount();
  int from = std::max(0, currentIndex().row());
  if (currentIndex().isValid() && (again || m_typed.size() == 1)) from = (from + 1) % rows;
  const QModelIndexList found = model()->match(model()->index(from, m_typeAhead), Qt::DisplayRole, wanted, 1,
                                               Qt::MatchFlags(Qt::MatchStartsWith) | Qt::MatchWrap);
  if (!found.isEmpty()) showRow(found.front().row());
}

void TableView::contextMenuEvent(QContextMenuEvent* event) {
  QPoint at = event->globalPos();
  if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
    at = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
  Q_EMIT menuRequested(at);
  event->accept();
}

void TableView::addSortMenu(QMenu& menu) {
  QMenu* sorts = menu.addMenu(tr("&Sort by"));
  auto* columns = new QActionGroup(sorts);
  for (int column = 0; model() && column < model()->columnCount(); ++column) {
    if (isColumnHidden(column)) continue;
    QAction* action = sorts->addAction(model()->headerData(column, Qt::Horizontal).toString());
    action->setCheckable(true);
    action->setChecked(m_header->sortIndicatorSection() == column);
    columns->addAction(action);
    connect(action, &QAction::triggered, this,
            [this, column] { sortByColumn(column, m_header->sortIndicatorOrder()); });
  }
  sorts->addSeparator();
  auto* orders = new QActionGroup(sorts);
  for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
    QAction* action = sorts->addAction(order == Qt::AscendingOrder ? tr("&Ascending") : tr("&Descending"));
    action->setCheckable(true);
    action->setChecked(m_header->sortIndicatorOrder() == order);
    orders->addAction(action);
    connect(action, &QAction::triggered, this,
            [this, order] { sortByColumn(m_header->sortIndicatorSection(), order); });
  }
}

}  // namespace entente
