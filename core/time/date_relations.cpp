// SPDX-License-Identifier: GPL-3.0-or-later
// Relations of dates by their bounds.
#include "core/time/date_relations.h"

#include <algorithm>

namespace entente {

namespace {

Certainty certainty(bool always, bool ever) {
  return always ? Certainty::Certain : ever ? Certainty::Possible : Certainty::Impossible;
}

}  // namespace

// The two ends of a date are not free of each other, but each of the four bounds is part of some reading (see
// FuzzyDate), and two of them that are asked for together below can always be had together.

Certainty overlaps(const DateBounds& bounds, TimeSpan span) {
  return certainty(bounds.latestBegin < span.end && bounds.earliestEnd > span.begin,
                   bounds.outer().overlaps(span));
}

Certainty overlaps(const DateBounds& a, const DateBounds& b) {
  return certainty(a.latestBegin < b.earliestEnd && b.latestBegin < a.earliestEnd,
                   a.outer().overlaps(b.outer()));
}

Certainty isBefore(const DateBounds& a, const DateBounds& b) {
  return certainty(a.latestEnd <= b.earliestBegin, a.earliestEnd <= b.latestBegin);
}

Certainty isAfter(const DateBounds& a, const DateBounds& b) {
  return isBefore(b, a);
}

Certainty isDuring(const DateBounds& a, const DateBounds& b) {
  const bool always = b.latestBegin <= a.earliestBegin && a.latestEnd <= b.earliestEnd;
  // The shortest reading of a that begins no earlier than b can.
  const Instant begin = std::max(a.earliestBegin, b.earliestBegin);
  const Instant end = std::max(a.earliestEnd, plusSeconds(begin, 1));
  return certainty(always, begin <= a.latestBegin && end <= b.latestEnd && end <= a.latestEnd);
}

DurationBounds fromBeginToBegin(const DateBounds& from, const DateBounds& to) {
  return {to.earliestBegin.seconds - from.latestBegin.seconds,
          to.latestBegin.seconds - from.earliestBegin.seconds};
}

DurationBounds lengthOf(const DateBounds& bounds) {
  return {std::max<std::int64_t>(1, bounds.earliestEnd.seconds - bounds.latestBegin.seconds),
          bounds.latestEnd.seconds - bounds.earliestBegin.seconds};
}

}  // namespace entente
