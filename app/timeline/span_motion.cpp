// SPDX-License-Identifier: GPL-3.0-or-later
// One clock from 0 to 1 that both ends of the span follow.
#include "app/timeline/span_motion.h"

#include <QEasingCurve>
#include <cmath>

namespace entente {

namespace {

Instant between(Instant from, Instant to, double part) {
  return plusSeconds(from, std::llround(static_cast<double>(to.seconds - from.seconds) * part));
}

}  // namespace

SpanMotion::SpanMotion(QObject* parent) : QObject(parent) {
  m_clock.setStartValue(0.0);
  m_clock.setEndValue(1.0);
  m_clock.setEasingCurve(QEasingCurve::OutCubic);
  connect(&m_clock, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
    const double part = value.toDouble();
    Q_EMIT moved(
        part >= 1.0 ? m_to
                    : TimeSpan{between(m_from.begin, m_to.begin, part), between(m_from.end, m_to.end, part)});
  });
}

void SpanMotion::moveTo(TimeSpan from, TimeSpan to, int durationMs) {
  m_clock.stop();
  m_from = from;
  m_to = to;
  if (m_reduced || durationMs <= 0) {
    Q_EMIT moved(to);
    return;
  }
  m_clock.setDuration(durationMs);
  m_clock.start();
}

void SpanMotion::stop() {
  m_clock.stop();
}

bool SpanMotion::isMoving() const {
  return m_clock.state() == QAbstractAnimation::Running;
}

}  // namespace entente
