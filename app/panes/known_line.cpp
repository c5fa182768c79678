// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps field, slider and session in step.
#include "app/panes/known_line.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <algorithm>

#include "app/panes/date_entry.h"
#include "app/render/type.h"
#include "core/ledger/known_from.h"
#include "core/time/edtf_days.h"

namespace entente {

KnownLine::KnownLine(Session& session, QWidget* parent)
    : LineBar(parent),
      m_session(session),
      m_label(new QLabel(tr("Known as of"))),
      m_slider(new QSlider(Qt::Horizontal)),
      m_entry(new DateEntry(DateEntry::Shape::Row, tr("Day"))),
      m_all(new QPushButton(tr("Show all that is known"))) {
  setObjectName(QStringLiteral("knownLine"));
  setAccessibleName(tr("Known as of"));
  m_entry->field().setObjectName(QStringLiteral("knownDate"));
  m_entry->field().setPlaceholderText(tr("23 June 2025"));
  m_label->setBuddy(&m_entry->field());
  m_slider->setAccessibleName(tr("Days on which something became known"));
  m_slider->setToolTip(tr("Drag through the days on which something became known"));
  m_slider->setMinimumWidth(160);
  row()->addWidget(m_label);
  row()->addWidget(m_slider, 2);
  row()->addWidget(m_entry, 3);
  row()->addWidget(m_all);
  // A date that is half typed is often another date: it counts when one pauses.
  constexpr int kPauseMs = 400;
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPauseMs);
  connect(m_entry, &DateEntry::dateChanged, this, [this] {
    if (!m_taking) m_pause.start();
  });
  connect(&m_pause, &QTimer::timeout, this, &KnownLine::apply);
  connect(m_entry, &DateEntry::accepted, this, &KnownLine::apply);
  connect(m_slider, &QSlider::valueChanged, this, [this](int place) {
    if (m_taking || place < 0 || static_cast<std::size_t>(place) >= m_days.size()) return;
    const CivilDate day = dateOf(Instant{m_days[static_cast<std::size_t>(place)]});
    if (auto date = FuzzyDate::parse(dayText(day))) m_session.setKnownAsOf(*date);
  });
  connect(m_all, &QPushButton::clicked, this, &KnownLine::stop);
  connect(&m_session, &Session::lensChanged, this, &KnownLine::take);
  connect(&m_session, &Session::snapshotChanged, this, [this] {
    m_days.clear();
    if (!isHidden()) take();
  });
  connect(&m_session, &Session::archiveClosed, this, [this] { hide(); });
  hide();
  applyStyle();
}

void KnownLine::start() {
  readDays();
  placeSlider();
  setVisible(true);
  m_entry->field().setFocus(Qt::ShortcutFocusReason);
  m_entry->field().selectAll();
}

void KnownLine::apply() {
  m_pause.stop();
  if (m_entry->date() && m_entry->date()->bounds().latestEnd < kEndOfTime)
    m_session.setKnownAsOf(m_entry->date());
}

void KnownLine::stop() {
  m_pause.stop();
  m_session.setKnownAsOf(std::nullopt);
  setVisible(false);
  Q_EMIT left();
}

void KnownLine::readDays() {
  if (!m_days.empty() || !m_session.snapshot()) return;
  const ArchiveContent& content = *m_session.snapshot()->content;
  const auto take = [this](const KnownFrom& known) {
    if (known.earliest <= kBeginningOfTime) return;
    const std::int64_t second = known.earliest.seconds;
    m_days.push_back(second - ((second % kSecondsPerDay) + kSecondsPerDay) % kSecondsPerDay);
  };
  for (const Source& source : content.ledger->sources)
    take(knownFrom(source));
  for (const EventTitle& title : content.titles) {
    if (title.kind != EventKind::Message) take(ownOr(title.knownFrom, fromBegin(title.when)));
  }
  std::ranges::sort(m_days);
  m_days.erase(std::unique(m_days.begin(), m_days.end()), m_days.end());
}

void KnownLine::placeSlider() {
  m_taking = true;
  m_slider->setRange(0, std::max(0, static_cast<int>(m_days.size()) - 1));
  const auto& day = m_session.view().knownAsOf;
  const std::int64_t until = day ? day->bounds().latestEnd.seconds : kEndOfTime.seconds;
  const auto place = std::ranges::lower_bound(m_days, until) - m_days.begin();
  m_slider->setValue(std::max(0, static_cast<int>(place) - 1));
  m_taking = false;
}

void KnownLine::take() {
  const auto& day = m_session.view().knownAsOf;
  if (day) setVisible(true);
  readDays();
  placeSlider();
  if (m_entry->date() == day || m_pause.isActive()) return;
  m_taking = true;
  m_entry->setDate(day);
  m_taking = false;
}

void KnownLine::styleContent() {
  m_label->setFont(typeFaces(font(), font().pointSizeF() / kBasePoints).bodyStrong);
  m_entry->setTheme(colors());
}

void KnownLine::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return stop();
  LineBar::keyPressEvent(event);
}

}  // namespace entente
