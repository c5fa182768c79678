// SPDX-License-Identifier: GPL-3.0-or-later
// Reads at every letter.
#include "app/panes/date_entry.h"

#include <QDate>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "app/render/date_words.h"
#include "app/render/type.h"
#include "core/time/edtf_days.h"

namespace entente {

namespace {

PeopleContext contextOfReader() {
  const QDate today = QDate::currentDate();
  PeopleContext context;
  context.today = {today.year(), today.month(), today.day()};
  for (const QLocale& locale : {wordsLocale(), QLocale::system()}) {
    for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
      for (int month = 1; month <= 12; ++month)
        context.monthNames.push_back(locale.monthName(month, format).toStdString());
    }
    for (int month = 1; month <= 12; ++month)
      context.monthNames.push_back(locale.standaloneMonthName(month, QLocale::LongFormat).toStdString());
  }
  return context;
}

}  // namespace

DateEntry::DateEntry(Shape shape, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_field(new QLineEdit),
      m_reading(new QLabel),
      m_other(new QPushButton),
      m_theme(&theme(ThemeName::Light)) {
  m_field->setPlaceholderText(tr("24 June 2025, June 2025, 1960s, c. 1962, Q3 2024, 49 BC, yesterday"));
  m_field->setAccessibleName(name);
  m_reading->setObjectName(QStringLiteral("reading"));
  m_reading->setTextFormat(Qt::PlainText);
  m_other->setObjectName(QStringLiteral("otherReading"));
  m_other->hide();
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  if (shape == Shape::Row) {
    setLayout(row);
    row->addWidget(m_field, 2);
    row->addWidget(m_reading, 3);
    row->addWidget(m_other);
  } else {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_field);
    m_reading->setWordWrap(true);
    row->addWidget(m_reading, 1);
    row->addWidget(m_other);
    column->addLayout(row);
  }
  row->setContentsMargins(0, 0, 0, 0);
  setFocusProxy(m_field);
  connect(m_field, &QLineEdit::textChanged, this, &DateEntry::read);
  connect(m_field, &QLineEdit::returnPressed, this, [this] {
    if (m_date) Q_EMIT accepted();
  });
  connect(m_other, &QPushButton::clicked, this, [this] {
    std::swap(m_people.edtf, m_people.other);
    showReading();
    m_field->setFocus();
    Q_EMIT dateChanged();
  });
  applyStyle();
}

QString DateEntry::reading() const {
  return m_reading->text();
}

bool DateEntry::isEmpty() const {
  return m_field->text().trimmed().isEmpty();
}

void DateEntry::setDate(const std::optional<FuzzyDate>& date) {
  m_field->setText(date ? QString::fromStdString(date->edtf()) : QString());
}

void DateEntry::setTheme(const Theme& theme) {
  m_theme = &theme;
  applyStyle();
}

void DateEntry::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) applyStyle();
}

void DateEntry::applyStyle() {
  m_reading->setFont(typeFaces(font(), font().pointSizeF() / kBasePoints).body);
  QPalette own = palette();
  own.setColor(QPalette::WindowText, m_isError ? m_theme->refuted : m_theme->ink2);
  m_reading->setPalette(own);
}

void DateEntry::read(const QString& text) {
  m_date.reset();
  m_people = {};
  m_isError = false;
  m_other->hide();
  m_reading->clear();
  if (!text.trimmed().isEmpty()) {
    auto date = readPeopleDate(text.toStdString(), contextOfReader());
    if (date) {
      m_people = std::move(*date);
      showReading();
    } else {
      m_isError = true;
      m_reading->setText(tr("Not a date yet: %1").arg(QString::fromStdString(date.error().reason)));
    }
  }
  applyStyle();
  Q_EMIT dateChanged();
}

void DateEntry::showReading() {
  const auto read = FuzzyDate::parse(m_people.edtf);
  if (!read) return;
  m_date = *read;
  QString words = tr("%1: %2", "EDTF, the date in words")
                      .arg(QString::fromStdString(m_people.edtf), dateInWords(*m_date));
  if (m_people.julian) {
    const auto julian = FuzzyDate::parse(dayText(*m_people.julian));
    if (julian)
      words =
          tr("%1 (%2 Old Style)", "date, the same in the Julian calendar").arg(words, dateInWords(*julian));
  }
  m_reading->setText(words);
  m_other->setVisible(m_people.ambiguous);
  if (const auto other = FuzzyDate::parse(m_people.other))
    m_other->setText(tr("Or %1?", "another reading of a date").arg(dateInWords(*other)));
}

}  // namespace entente
