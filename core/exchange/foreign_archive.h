// SPDX-License-Identifier: GPL-3.0-or-later
// ForeignArchive: what somebody else's file says, in our terms but before it is anything of ours: no uids, no
// references, names as they stand.
#pragma once

#include <QString>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/exchange/table_grid.h"
#include "core/model/decimal.h"
#include "core/model/records.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// Somebody or something that took part, by name.
struct ForeignActor {
  std::string
      role;  ///< lower case letters, figures, hyphens: "participant" where the file has no word for it
  QString name;

  bool operator==(const ForeignActor&) const = default;
};

/// A work. `source.uid` is empty.
struct ForeignSource {
  QString key;  ///< the file's own id of it; empty if it has none
  Source source;
  TablePlace place;

  bool operator==(const ForeignSource&) const = default;
};

/// An entry that happened at some time. Texts are plain: markup is gone, line ends are LF.
struct ForeignEvent {
  QString key;       ///< the file's own id of it; empty if it has none
  TablePlace place;  ///< 0 where lines say nothing
  std::optional<EventKind> kind;
  QString title;                  ///< never empty
  std::optional<FuzzyDate> when;  ///< nothing if the file says nothing about it
  QString summary;
  QString where;                     ///< name of the place
  std::optional<Decimal> latitude;   ///< degrees, north positive, WGS 84; with a longitude only
  std::optional<Decimal> longitude;  ///< degrees, east positive
  std::vector<ForeignActor> actors;
  std::vector<QString> tags;           ///< categories, groups, labels; none twice
  std::vector<ForeignSource> sources;  ///< that it cites: pages, pictures, films, works
  std::optional<int> weight;           ///< 0 to 9
  QString note;

  bool operator==(const ForeignEvent&) const = default;
};

enum class NoteKind : std::uint8_t {
  Remark,  ///< imported, but something is worth knowing: read in one of two ways, or in part
  Refusal  ///< the entry was to be read and is not imported
};

struct ImportNote {
  NoteKind kind = NoteKind::Remark;
  TablePlace place;   ///< 0: it is about the whole file, or lines say nothing
  std::string where;  ///< the column's title, or the path to it: "events[3].start_date"; may be empty
  std::string text;   ///< one sentence with the value that is meant: what, and what to do

  bool operator==(const ImportNote&) const = default;
};

/// Each entry of the file is one of `events` or `sources`, or has a refusal.
struct ForeignArchive {
  QString title;
  QString description;
  QString author;
  std::vector<ForeignEvent> events;  ///< in the order of the file
  std::vector<ForeignSource> sources;
  std::vector<ImportNote> notes;
  std::size_t refused = 0;  ///< entries, each with a refusal among the notes (up to kMostNotes)
  /// What the file has and we have no place for, and in how many entries: {"colours", 12}. Plural words.
  std::map<std::string, std::size_t> leftOut;

  [[nodiscard]] std::size_t entries() const { return events.size() + sources.size() + refused; }
  /// Adds a note; beyond kMostNotes it is only counted in `unsaidNotes`.
  void remark(TablePlace place, std::string where, std::string text);
  void refuse(TablePlace place, std::string where, std::string text);
  std::size_t unsaidNotes = 0;
};

inline constexpr std::size_t kMostNotes = 10'000;

/// What a foreign file may cost. What is beyond it is refused whole, with a sentence that says so.
struct ForeignCaps {
  std::uint64_t fileBytes = std::uint64_t{64} << 20U;
  std::size_t entries = 250'000;  ///< an event takes half a kilobyte, its record as much again
  int depth = 64;                 ///< of nested lists, objects and elements
  std::size_t textBytes = std::size_t{1} << 20U;  ///< of a single text
};

}  // namespace entente
