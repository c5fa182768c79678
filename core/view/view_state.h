// SPDX-License-Identifier: GPL-3.0-or-later
// ViewState: what part of an archive is looked at, as a value that goes to JSON and back.
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

#include "core/base/result.h"
#include "core/ledger/lens.h"
#include "core/model/record_ref.h"
#include "core/time/fuzzy_date.h"
#include "core/time/tick_ladder.h"
#include "core/time/time_span.h"
#include "core/view/chart_choice.h"
#include "core/view/filter.h"
#include "core/view/lane_choice.h"

namespace entente {

/// An office as such, whoever holds it: "Secretary General" of "NATO".
struct OfficeKey {
  QString office;
  QString body;

  bool operator==(const OfficeKey&) const = default;
  bool operator<(const OfficeKey& other) const {
    return std::tie(office, body) < std::tie(other.office, other.body);
  }
};

struct ViewState {
  TimeSpan span;
  Grouping grouping = Grouping::Kind;
  LaneChoice lanes;
  /// The offices drawn as tracks, top down; not set: the archive's default (see defaultOffices).
  std::optional<std::vector<OfficeKey>> offices;
  EventFilter filter;
  AxisNames axisNames;
  /// The zone that the axis goes by, as the IANA database names it; empty: UTC.
  QString zone;
  /// The day (or month, year) as known on whose last day the archive is shown; not set: all that it holds.
  std::optional<FuzzyDate> knownAsOf;
  /// Words that are looked for; the events without them are greyed. Empty: nothing is.
  QString find;
  ChartChoice chart;

  bool operator==(const ViewState&) const = default;
};

/// What a view lets through, without a preview of what a source's absence would change.
[[nodiscard]] Lens lensOf(const ViewState& view);
/// An instant for what is drawn "until now": now, or the end of the day as known on which all is shown.
[[nodiscard]] Instant shownNow(const ViewState& view, Instant now);

/// A view with what is picked in it: what an archive keeps as a saved view.
struct SavedState {
  ViewState view;
  std::vector<RecordRef> selection;

  bool operator==(const SavedState&) const = default;
};

/// {"version":1,"span":"2024/2026","grouping":"actor",
///  "lanes":{"sort":"name","order":["actor:trump"],"hidden":[],"collapsed":["actor:nato"],"solo":"actor:trump"},
///  "offices":[["President","France"]],
///  "filter":{"kinds":["message"],"actors":["trump"],"countries":["USA"],"disputes":["disputed"],"tags":["peace"],"refutedBy":["UID"],
///            "rest":"greyed"},
///
///  "knownAsOf":"2025-06-23","find":"daddy","chart":{"kind":"ranking"},"selection":["message:UID"]}
/// What is empty is left out, of the filter too. Disputes: "disputed", "refuted", "undisputed"; rest:
/// "hidden" (left out), "greyed". `span` is an EDTF interval of dates or of times in Z whose outer bounds are
/// the span (its last day belongs to it), or, for years beyond four digits, two numbers: seconds since 1970,
/// half-open. Compact, keys in this order, the same bytes for the same value.
[[nodiscard]] QByteArray toJson(const SavedState& state);

/// ErrorKind::Invalid with what is wrong where. Unknown keys are refused: a view that is understood by half
/// is shown wrong.
[[nodiscard]] Result<SavedState> savedStateFromJson(const QByteArray& json);

}  // namespace entente
