// SPDX-License-Identifier: GPL-3.0-or-later
// GoToLine: a line to type the date in that one wants to see.
#pragma once

#include "app/panes/line_bar.h"
#include "core/time/fuzzy_date.h"

class QLabel;
class QPushButton;

namespace entente {

class DateEntry;

/// Enter shows the date, Escape closes.
class GoToLine : public LineBar {
  Q_OBJECT

 public:
  explicit GoToLine(QWidget* parent = nullptr);

  /// Shows the line and puts the cursor in it.
  void start();
  /// How the text is read, or why it is not.
  [[nodiscard]] QString reading() const;

 Q_SIGNALS:
  void dateChosen(const entente::FuzzyDate& date);
  /// It was closed: the keyboard goes elsewhere.
  void left();

 protected:
  void styleContent() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void leave();

  QLabel* m_label;
  DateEntry* m_entry;
  QPushButton* m_close;
};

/// What to show of a date when one looks at `shown`: the date in the middle, at the same zoom if that shows
/// it well (a day among at most forty, a year among at most forty), else at the nearest that does. Open ends
/// reach to `now`.
[[nodiscard]] TimeSpan spanAround(const FuzzyDate& date, TimeSpan shown, Instant now);

}  // namespace entente
