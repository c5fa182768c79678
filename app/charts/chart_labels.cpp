// SPDX-License-Identifier: GPL-3.0-or-later
// Pushes down, then up; picks steps.
#include "app/charts/chart_labels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/time/civil.h"
#include "core/time/tick_ladder.h"

namespace entente {

std::vector<double> spread(const std::vector<double>& wanted, double pitch, double top, double bottom) {
  std::vector<double> places(wanted.size(), std::numeric_limits<double>::quiet_NaN());
  const double room = std::max(0.0, bottom - top);
  const auto fitting = std::min(wanted.size(), static_cast<std::size_t>(std::floor(room / pitch)) + 1);
  std::vector<std::size_t> order(fitting);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });
  double lowest = top;
  for (const std::size_t i : order) {
    places[i] = std::clamp(wanted[i], lowest, std::max(lowest, bottom));
    lowest = places[i] + pitch;
  }
  double highest = bottom;
  for (auto i = order.rbegin(); i != order.rend(); ++i) {
    places[*i] = std::min(places[*i], highest);
    highest = places[*i] - pitch;
  }
  return places;
}

std::vector<double> ValueTicks::values() const {
  std::vector<double> all;
  const double first = std::round(low / step);
  const double last = std::round(high / step);
  for (double i = first; i <= last; ++i)
    all.push_back(i * step);
  return all;
}

int ValueTicks::decimals() const {
  return std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
}

ValueTicks valueTicks(double low, double high, int most) {
  low = std::min(low, 0.0);
  high = std::max(high, 0.0);
  if (high - low <= 0) high = 1;
  // Zero is a step: values on both sides of it need two.
  if (low < 0 && high > 0) most = std::max(most, 2);
  double power = std::pow(10, std::floor(std::log10((high - low) / most)));
  for (;; power *= 10) {
    for (const double factor : {1.0, 2.0, 5.0}) {
      const double step = factor * power;
      // A figure of 5 with steps of 1 does not need a sixth: rounding must not make one.
      const ValueTicks ticks{std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step,
                             step};
      if ((ticks.high - ticks.low) / step <= most + 1e-9) return ticks;
    }
  }
}

ValueTicks closeTicks(double low, double high, int most) {
  // One figure alone stands in the middle of a step on both sides.
  if (high - low <= 0) {
    const double room = high == 0 ? 1 : std::abs(high) / 10;
    low -= room;
    high += room;
  }
  double power = std::pow(10, std::floor(std::log10((high - low) / most)));
  for (;; power *= 10) {
    for (const double factor : {1.0, 2.0, 5.0}) {
      const double step = factor * power;
      const ValueTicks ticks{std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step,
                             step};
      if ((ticks.high - ticks.low) / step <= std::max(most, 2) + 1e-9) return ticks;
    }
  }
}

std::vector<std::int64_t> yearsToName(TimeSpan span, double widthPx, double minLabelPx) {
  const TickTiers tiers = tickTiers(TimeScale(span, widthPx), minLabelPx);
  const std::int64_t step = tiers.minorStep.unit == TickUnit::Year ? tiers.minorStep.count : 1;
  // Below years the ladder's ticks are months or days: one year, or two, is all that can be in view.
  std::int64_t year = dateOf(span.begin).year;
  year -= ((year % step) + step) % step;
  std::vector<std::int64_t> years;
  for (; year <= dateOf(span.end).year; year += step) {
    const Instant middle =
        plusSeconds(startOfYear(year), (startOfYear(year + 1).seconds - startOfYear(year).seconds) / 2);
    if (span.contains(middle)) years.push_back(year);
  }
  return years;
}

}  // namespace entente
