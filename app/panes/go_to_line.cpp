// SPDX-License-Identifier: GPL-3.0-or-later
// A date, and where it lies.
#include "app/panes/go_to_line.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

#include "app/panes/date_entry.h"
#include "app/render/type.h"

namespace entente {

GoToLine::GoToLine(QWidget* parent)
    : LineBar(parent),
      m_label(new QLabel(tr("Go to"))),
      m_entry(new DateEntry(DateEntry::Shape::Row, tr("Date"))),
      m_close(new QPushButton(tr("Close"))) {
  setObjectName(QStringLiteral("goToLine"));
  setAccessibleName(tr("Go to date"));
  m_entry->field().setObjectName(QStringLiteral("goToDate"));
  m_label->setBuddy(&m_entry->field());
  row()->addWidget(m_label);
  row()->addWidget(m_entry, 1);
  row()->addWidget(m_close);
  connect(m_entry, &DateEntry::accepted, this, [this] {
    Q_EMIT dateChosen(*m_entry->date());
    leave();
  });
  connect(m_close, &QPushButton::clicked, this, &GoToLine::leave);
  hide();
  applyStyle();
}

void GoToLine::start() {
  setVisible(true);
  m_entry->field().setFocus(Qt::ShortcutFocusReason);
  m_entry->field().selectAll();
}

QString GoToLine::reading() const {
  return m_entry->reading();
}

void GoToLine::styleContent() {
  m_label->setFont(typeFaces(font(), font().pointSizeF() / kBasePoints).bodyStrong);
  m_entry->setTheme(colors());
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
