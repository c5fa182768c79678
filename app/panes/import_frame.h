// SPDX-License-Identifier: GPL-3.0-or-later
// What the two dialogs that import have in common: choices at the left, what they give at the right,
// sentences and buttons below.
#pragma once

#include <QString>

#include "app/render/theme.h"

class QAbstractItemModel;
class QDialog;
class QLabel;
class QVBoxLayout;
class QWidget;

namespace entente {

class TableView;

/// Lays out a dialog; the column that comes back ends it below. The left part has `leftPx` and scrolls.
QVBoxLayout* layOutImport(QDialog& dialog, QWidget* left, QWidget* right, int leftPx);

/// A table that shows a model as it is: no order but the model's.
TableView* unsortedTable(const char* name, const QString& spoken, QAbstractItemModel* model, ThemeName theme);

/// The sentence that sums up, in bold, and the one that says what is wrong, below each other.
QVBoxLayout* importSentences(const QDialog& dialog, QLabel* summary, QLabel* problem);

}  // namespace entente
