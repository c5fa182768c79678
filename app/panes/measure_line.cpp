// SPDX-License-Identifier: GPL-3.0-or-later
// Follows the selection.
#include "app/panes/measure_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "app/render/date_words.h"
#include "app/render/type.h"
#include "app/words/measure_words.h"

namespace entente {

MeasureLine::MeasureLine(Session& session, QWidget* parent)
    : LineBar(parent),
      m_session(session),
      m_label(new QLabel),
      m_stop(new QPushButton(tr("Stop measuring"))) {
  setObjectName(QStringLiteral("measureLine"));
  setAccessibleName(tr("Measure"));
  m_label->setTextFormat(Qt::PlainText);
  m_label->setWordWrap(true);
  m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  row()->addWidget(m_label, 1);
  row()->addWidget(m_stop);
  connect(m_stop, &QPushButton::clicked, this, [this] { m_session.measureFrom(std::nullopt); });
  connect(&m_session, &Session::measureChanged, this, &MeasureLine::refresh);
  connect(&m_session, &Session::selectionChanged, this, &MeasureLine::refresh);
  hide();
  applyStyle();
}

QString MeasureLine::text() const {
  return isHidden() ? QString() : m_label->text();
}

void MeasureLine::styleContent() {
  m_label->setFont(typeFaces(font(), font().pointSizeF() / kBasePoints).body);
}

void MeasureLine::refresh() {
  const auto from = m_session.snapshot() ? m_session.measuredFrom() : std::nullopt;
  if (from) m_label->setText(words(*from));
  m_label->setAccessibleName(m_label->text());
  setVisible(from.has_value());
}

QString MeasureLine::words(EventId from) const {
  const Snapshot& snapshot = *m_session.snapshot();
  const auto named = [&snapshot](EventId id) {
    const EventTitle* title = snapshot.title(id);
    return title && title->when
               ? tr("%1 (%2)", "event, its date").arg(snapshot.label(id), dateInWords(*title->when))
               : snapshot.label(id);
  };
  const auto to = m_session.selected();
  if (!to || *to == from) return tr("Measuring from %1: select another event.").arg(named(from));
  const EventTitle* first = snapshot.title(from);
  const EventTitle* second = snapshot.title(*to);
  if (!first || !second || !first->when || !second->when)
    return tr("From %1 to %2: one of them has no date.").arg(named(from), named(*to));
  const DateBounds& a = first->when->bounds();
  const DateBounds& b = second->when->bounds();
  return tr("From %1 to %2: %3; %4.")
      .arg(named(from), named(*to), intervalInWords(a, b),
           relationInWords(snapshot.label(from), a, snapshot.label(*to), b));
}

}  // namespace entente
