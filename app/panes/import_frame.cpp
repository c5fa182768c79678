// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panes/import_frame.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/panes/table_header.h"
#include "app/panes/table_view.h"

namespace entente {

QVBoxLayout* layOutImport(QDialog& dialog, QWidget* left, QWidget* right, int leftPx) {
  auto* column = new QVBoxLayout(&dialog);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(12);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  column->addLayout(row, 1);
  auto* area = new QScrollArea;
  area->setWidget(left);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setFixedWidth(leftPx);
  row->addWidget(area);
  row->addWidget(right, 1);
  return column;
}

TableView* unsortedTable(const char* name, const QString& spoken, QAbstractItemModel* model,
                         ThemeName theme) {
  auto* table = new TableView;
  table->setObjectName(QString::fromLatin1(name));
  table->setAccessibleName(spoken);
  table->setModel(model);
  table->setTheme(theme);
  table->setSortingEnabled(false);
  table->header().setSortIndicator(-1, Qt::AscendingOrder);
  table->setFrameShape(QFrame::StyledPanel);
  return table;
}

QVBoxLayout* importSentences(const QDialog& dialog, QLabel* summary, QLabel* problem) {
  summary->setFont(typeFaces(dialog.font(), dialog.font().pointSizeF() / kBasePoints).bodyStrong);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  for (QLabel* label : {summary, problem}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(label);
  }
  return words;
}

}  // namespace entente
