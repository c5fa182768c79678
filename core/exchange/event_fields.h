// SPDX-License-Identifier: GPL-3.0-or-later
// EventField: what a column of a table of events may hold, and the titles that such columns usually have.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/model/vocabulary.h"

namespace entente {

enum class EventField : std::uint8_t {
  Ignore,   ///< left out because the user says so
  Other,    ///< not understood: kept in the note as "Title: value"
  LeftOut,  ///< understood, but there is no place for it: counted in ForeignArchive::leftOut under its title
  Key,
  Title,
  Date,  ///< a whole date, or an interval
  EndDate,
  Year,
  Month,
  Day,
  Time,
  EndYear,
  EndMonth,
  EndDay,
  EndTime,
  DisplayDate,  ///< as it is to be shown; kept in the note
  Summary,
  Place,
  Latitude,
  Longitude,
  Coordinates,  ///< "48.85, 2.35" or "POINT(2.35 48.85)"
  Kind,         ///< one of our words: "summit", "message" ...
  SlideType,    ///< TimelineJS: "title", "era" or nothing
  Tag,          ///< the whole cell is one
  Tags,         ///< parted by ; | line ends or commas
  Actors,       ///< parted by ; | line ends or commas, perhaps with "role: " in front
  Sources,      ///< parted by line ends: "Title <https://...>"
  SourceTitle,
  SourceUrl,
  MediaUrl,
  MediaCredit,
  MediaCaption,
  Weight,
  Note
};

template <>
struct Words<EventField> {
  static constexpr std::array<std::string_view, 34> list{
      "ignore",     "other",      "left-out",     "key",           "title",    "date",      "end-date",
      "year",       "month",      "day",          "time",          "end-year", "end-month", "end-day",
      "end-time",   "shown-date", "summary",      "place",         "latitude", "longitude", "coordinates",
      "kind",       "slide-type", "tag",          "tags",          "actors",   "sources",   "source-title",
      "source-url", "media-url",  "media-credit", "media-caption", "weight",   "note"};
};

/// The field that a column of this title usually holds, and how sure that is: of two columns for one field
/// the one with the lower rank has it. Nothing for titles that say nothing. English, German, French, Spanish,
/// Italian, Dutch, Portuguese, Polish, Russian; case, accents and signs do not count.
struct TitleMeaning {
  EventField field = EventField::Other;
  int rank = 0;

  bool operator==(const TitleMeaning&) const = default;
};
[[nodiscard]] std::optional<TitleMeaning> meaningOfTitle(std::string_view title);

/// What stands before "year", "month" or "day" in a title: parts of one date have it in common.
[[nodiscard]] std::string partPrefix(std::string_view title);

/// Whether several columns may hold it.
[[nodiscard]] bool mayRepeat(EventField field);

}  // namespace entente
