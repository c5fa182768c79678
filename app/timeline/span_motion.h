// SPDX-License-Identifier: GPL-3.0-or-later
// SpanMotion: eases the shown span from where it is to where it is to be.
#pragma once

#include <QObject>
#include <QVariantAnimation>
#include <numbers>

#include "core/time/time_span.h"

namespace entente {

inline constexpr int kZoomMs = 160;
inline constexpr int kFitMs = 220;
/// Half a power of two a notch: one zoom level.
inline constexpr double kNotchFactor = std::numbers::sqrt2;

/// GUI thread. Both ends move linearly in the eased time, so a zoom about a point keeps that point where it
/// is.
class SpanMotion : public QObject {
  Q_OBJECT

 public:
  explicit SpanMotion(QObject* parent = nullptr);

  /// Durations are 0 while reduced: moved() then comes at once.
  void setReduced(bool reduced) { m_reduced = reduced; }
  [[nodiscard]] bool isReduced() const { return m_reduced; }

  void moveTo(TimeSpan from, TimeSpan to, int durationMs);
  /// Stops where it is.
  void stop();
  [[nodiscard]] bool isMoving() const;
  /// Where it goes; meaningful while moving.
  [[nodiscard]] TimeSpan target() const { return m_to; }

 Q_SIGNALS:
  void moved(entente::TimeSpan span);

 private:
  QVariantAnimation m_clock;
  TimeSpan m_from;
  TimeSpan m_to;
  bool m_reduced = false;
};

}  // namespace entente
