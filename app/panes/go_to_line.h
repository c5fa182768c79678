// SPDX-License-Identifier: GPL-3.0-or-later
// GoToLine: a line to type a date in, as people write dates; says how it is read while one types.
#pragma once

#include <optional>

#include "app/panes/line_bar.h"
#include "core/time/fuzzy_date.h"
#include "core/time/people_dates.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace entente {

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
  void read(const QString& text);
  void showReading();
  void go();
  void leave();

  QLineEdit* m_field;
  QLabel* m_label;
  QLabel* m_reading;
  QPushButton* m_other;
  QPushButton* m_close;
  PeopleDate m_people;
  std::optional<FuzzyDate> m_date;
  bool m_isError = false;
};

/// What to show of a date when one looks at `shown`: the date in the middle, at the same zoom if that shows
/// it well (a day among at most forty, a year among at most forty), else at the nearest that does. Open ends
/// reach to `now`.
[[nodiscard]] TimeSpan spanAround(const FuzzyDate& date, TimeSpan shown, Instant now);

}  // namespace entente
