// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the lanes for the nearest event.
#include "app/panes/events_empty.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/panes/events_reveal.h"
#include "app/panes/table_ink.h"
#include "app/render/date_words.h"
#include "app/render/type.h"
#include "app/session/session.h"

namespace entente {

namespace {

constexpr int kMarginPx = 16;

}  // namespace

EventsEmpty::EventsEmpty(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_words(new QLabel),
      m_hint(new QLabel),
      m_nearest(new QPushButton),
      m_dropFilter(new QPushButton(tr("Drop the filter"))) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kMarginPx, kMarginPx, kMarginPx, kMarginPx);
  column->setSpacing(8);
  for (QLabel* label : {m_words, m_hint}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column->addWidget(label);
  }
  m_words->setObjectName(QStringLiteral("emptyWords"));
  m_nearest->setObjectName(QStringLiteral("nearest"));
  m_dropFilter->setObjectName(QStringLiteral("dropFilter"));
  constexpr int kLeastButtonPx = 80;
  m_nearest->setMinimumWidth(kLeastButtonPx);  // else its text would keep the pane from being narrow
  column->addWidget(m_nearest, 0, Qt::AlignLeft);
  column->addWidget(m_dropFilter, 0, Qt::AlignLeft);
  column->addStretch(1);
  connect(m_nearest, &QPushButton::clicked, this, [this] {
    if (m_nearestEvent) showOnTimeline(m_session, *m_nearestEvent);
  });
  connect(m_dropFilter, &QPushButton::clicked, this, [this] { m_session.setFilter({}); });
  applyStyle();
}

void EventsEmpty::refresh() {
  const auto& slices = m_session.slices();
  const bool filters = slices && !m_session.view().filter.isEmpty();
  const TimeSpan span = m_session.view().span;
  m_nearestEvent = slices ? slices->nearest(plusSeconds(span.begin, span.seconds() / 2)) : std::nullopt;
  const EventTitle* title = m_nearestEvent ? m_session.snapshot()->title(*m_nearestEvent) : nullptr;
  const bool none = slices && m_session.snapshot()->dataset.curated->size() == 0;
  m_words->setText(!slices ? tr("No archive is open")
                   : none  ? tr("This archive has no event with a date")
                           : tr("No event in this span"));
  m_hint->setText(!slices ? tr("Open one with File, Open.")
                  : filters && !title && !none
                      ? tr("The filter leaves out every event of the archive that has a date.")
                      : QString());
  m_hint->setVisible(!m_hint->text().isEmpty());
  m_nearest->setVisible(title != nullptr);
  if (title && title->when) {
    const QString date = dateInWords(*title->when);
    m_nearestText = tr("Nearest: %1, %2 ›").arg(title->title.simplified(), date);
    fitNearest();
    const QString whole = tr("Nearest: %1, %2").arg(title->title.simplified(), date);
    m_nearest->setAccessibleName(whole);
    m_nearest->setToolTip(whole.toHtmlEscaped());
  }
  m_dropFilter->setVisible(filters);
}

void EventsEmpty::fitNearest() {
  constexpr int kFramePx = 24;
  const int room = width() - 2 * kMarginPx - kFramePx;
  const QString text = m_nearest->fontMetrics().elidedText(m_nearestText, Qt::ElideMiddle, room);
  m_nearest->setText(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
}

void EventsEmpty::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitNearest();
}

void EventsEmpty::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void EventsEmpty::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) applyStyle();
}

void EventsEmpty::applyStyle() {
  const TypeFaces faces = typeFaces(font(), font().pointSizeF() / kBasePoints);
  m_words->setFont(faces.chartTitle);
  setWordsColor(*m_hint, theme(m_theme).ink2);
  fitNearest();
}

}  // namespace entente
