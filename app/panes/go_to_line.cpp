// SPDX-License-Identifier: GPL-3.0-or-later
// Reads at every letter.
#include "app/panes/go_to_line.h"

#include <QDate>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <algorithm>
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

GoToLine::GoToLine(QWidget* parent)
    : LineBar(parent),
      m_field(new QLineEdit),
      m_label(new QLabel(tr("Go to"))),
      m_reading(new QLabel),
      m_other(new QPushButton),
      m_close(new QPushButton(tr("Close"))) {
  setObjectName(QStringLiteral("goToLine"));
  setAccessibleName(tr("Go to date"));
  m_field->setObjectName(QStringLiteral("goToDate"));
  m_field->setPlaceholderText(tr("24 June 2025, June 2025, 1960s, c. 1962, Q3 2024, 49 BC, yesterday"));
  m_field->setAccessibleName(tr("Date"));
  m_label->setBuddy(m_field);
  m_reading->setObjectName(QStringLiteral("reading"));
  m_reading->setTextFormat(Qt::PlainText);
  m_other->setObjectName(QStringLiteral("otherReading"));
  m_other->hide();
  row()->addWidget(m_label);
  row()->addWidget(m_field, 2);
  row()->addWidget(m_reading, 3);
  row()->addWidget(m_other);
  row()->addWidget(m_close);
  connect(m_field, &QLineEdit::textChanged, this, &GoToLine::read);
  connect(m_field, &QLineEdit::returnPressed, this, &GoToLine::go);
  connect(m_other, &QPushButton::clicked, this, [this] {
    std::swap(m_people.edtf, m_people.other);
    showReading();
    m_field->setFocus();
  });
  connect(m_close, &QPushButton::clicked, this, &GoToLine::leave);
  hide();
  applyStyle();
}

void GoToLine::start() {
  setVisible(true);
  read(m_field->text());
  m_field->setFocus(Qt::ShortcutFocusReason);
  m_field->selectAll();
}

QString GoToLine::reading() const {
  return m_reading->text();
}

void GoToLine::styleContent() {
  const TypeFaces faces = typeFaces(font(), font().pointSizeF() / kBasePoints);
  m_label->setFont(faces.bodyStrong);
  m_reading->setFont(faces.body);
  QPalette own = palette();
  own.setColor(QPalette::WindowText, m_isError ? colors().refuted : colors().ink2);
  m_reading->setPalette(own);
}

void GoToLine::read(const QString& text) {
  m_date.reset();
  m_people = {};
  m_isError = false;
  m_other->hide();
  if (text.trimmed().isEmpty()) {
    m_reading->clear();
    return styleContent();
  }
  auto date = readPeopleDate(text.toStdString(), contextOfReader());
  if (!date) {
    m_isError = true;
    m_reading->setText(tr("Not a date yet: %1").arg(QString::fromStdString(date.error().reason)));
    return styleContent();
  }
  m_people = std::move(*date);
  showReading();
}

void GoToLine::showReading() {
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
  styleContent();
}

void GoToLine::go() {
  if (!m_date) return;
  Q_EMIT dateChosen(*m_date);
  leave();
}

void GoToLine::leave() {
  setVisible(false);
  Q_EMIT left();
}

void GoToLine::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return leave();
  LineBar::keyPressEvent(event);
}

TimeSpan spanAround(const FuzzyDate& date, TimeSpan shown, Instant now) {
  const DateBounds& bounds = date.bounds();
  TimeSpan target = bounds.outer();
  // Of what has no begin its end is shown, as widely as that is known.
  if (target.begin == kBeginningOfTime)
    target.begin = target.end < kEndOfTime ? plusSeconds(bounds.earliestEnd, -1) : now;
  if (target.end == kEndOfTime) target.end = std::max(now, plusSeconds(target.begin, kSecondsPerDay));
  const std::int64_t length = std::max<std::int64_t>(target.seconds(), 60);
  constexpr std::int64_t kMostTimes = 40;
  const std::int64_t wanted = std::clamp(shown.seconds(), length + length / 4, length * kMostTimes);
  const Instant middle = plusSeconds(target.begin, target.seconds() / 2);
  const Instant begin = plusSeconds(middle, -wanted / 2);
  return {begin, plusSeconds(begin, wanted)};
}

}  // namespace entente
