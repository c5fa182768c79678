// SPDX-License-Identifier: GPL-3.0-or-later
// DateEntry: a field to type a date in, as people write dates; says how it is read while one types.
#pragma once

#include <QWidget>
#include <optional>

#include "app/render/theme.h"
#include "core/time/fuzzy_date.h"
#include "core/time/people_dates.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace entente {

/// In a row: the field, the reading, and a button for the other reading where day and month cannot be told
/// apart; stacked: the reading below the field.
class DateEntry : public QWidget {
  Q_OBJECT

 public:
  enum class Shape : std::uint8_t { Row, Stacked };
  /// `name`: what a screen reader calls the field.
  DateEntry(Shape shape, const QString& name, QWidget* parent = nullptr);

  [[nodiscard]] QLineEdit& field() const { return *m_field; }
  /// How the text is read, or why it is not; empty while nothing is typed.
  [[nodiscard]] QString reading() const;
  /// Nothing while what is typed is no date.
  [[nodiscard]] const std::optional<FuzzyDate>& date() const { return m_date; }
  [[nodiscard]] bool isEmpty() const;
  /// Puts a date in, as EDTF; nothing empties the field.
  void setDate(const std::optional<FuzzyDate>& date);
  void setTheme(const Theme& theme);

 Q_SIGNALS:
  void dateChanged();
  void accepted();  ///< Enter, while a date is there

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void read(const QString& text);
  void showReading();
  void applyStyle();

  QLineEdit* m_field;
  QLabel* m_reading;
  QPushButton* m_other;
  PeopleDate m_people;
  std::optional<FuzzyDate> m_date;
  const Theme* m_theme;
  bool m_isError = false;
};

}  // namespace entente
