// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnDates: the dates of a table's columns, read by what all of them together prove.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/exchange/date_tongues.h"
#include "core/exchange/table_grid.h"
#include "core/time/people_dates.h"

namespace entente {

/// What the values of all date columns say about how they are meant.
struct DateSurvey {
  DateOrder order = DateOrder::Ask;  ///< proven, or as it was told
  bool contradictory = false;        ///< there are proofs of both orders
  std::string proof;                 ///< "day first: row 17 has 25/12/2024"; empty if nothing is proven
  std::size_t undecided = 0;         ///< values that the order decides about
  std::string undecidedExample;      ///< "03/04/2025 (row 2)"
  bool years = false;                ///< (nearly) all are whole numbers up to four digits
  bool compact = false;              ///< all are YYYYMMDD
  bool dayNumbers = false;           ///< all are a spreadsheet's day numbers of 1954 to 2064
  bool unixSeconds = false;
  bool unixMillis = false;
  bool shortRanges = false;   ///< "1914-18" is among them
  bool shortMonths = false;   ///< "1914-3" is among them, which are no two years
  bool paddedBefore = false;  ///< negative years have four digits with zeros in front: ISO 8601
  bool midnight = false;      ///< all times of day are 00:00
};

enum class DateOutcome : std::uint8_t {
  Missing,  ///< nothing, or a sign or word for nothing
  Read,
  Order,  ///< day or month first: not known
  Refused
};

struct ReadDate {
  DateOutcome outcome = DateOutcome::Missing;
  std::string edtf;    ///< of Read
  std::string remark;  ///< of Read: what was decided about it; may be empty
  std::string reason;  ///< of Refused and Order: a clause without the value
};

/// Feed all values with add(), then settle(), then read. Reading a text again costs a look-up.
class ColumnDates {
 public:
  /// `strict`: the values are EDTF. `told` beats proofs; `usual` is taken where nothing proves the contrary.
  ColumnDates(bool strict, DateOrder told, DateOrder usual)
      : m_strict(strict), m_told(told), m_usual(usual) {}

  void add(std::string_view text, TablePlace place, std::int64_t row);
  void settle();

  [[nodiscard]] const DateSurvey& survey() const { return m_survey; }
  [[nodiscard]] const ReadDate& read(const std::string& text);

 private:
  [[nodiscard]] ReadDate readAnew(std::string_view text);
  [[nodiscard]] ReadDate readWholeNumber(std::string_view text, std::int64_t value) const;
  [[nodiscard]] ReadDate readFigures(std::string_view text) const;
  [[nodiscard]] ReadDate readShortRange(std::string_view text) const;
  [[nodiscard]] ReadDate readWords(std::string_view text);
  void countWhole(std::string_view text, std::int64_t value);

  bool m_strict;
  DateOrder m_told;
  DateOrder m_usual;
  DateSurvey m_survey;
  std::size_t m_values = 0;
  std::size_t m_years = 0;
  std::size_t m_compact = 0;
  std::size_t m_dayNumbers = 0;
  std::size_t m_seconds = 0;
  std::size_t m_millis = 0;
  std::size_t m_times = 0;
  std::size_t m_midnights = 0;
  std::string m_dayFirst;  ///< proofs
  std::string m_monthFirst;
  TongueVotes m_tongues;
  std::size_t m_lastTongue = 0;
  std::unordered_map<std::string, ReadDate> m_known;
};

/// Whether the text stands for no date: nothing, dashes, "n/a", "unknown", "TBD", "0000-00-00" and the like.
[[nodiscard]] bool isNoDate(std::string_view text);

/// Whether the text looks like a date, at a glance: for guessing which columns hold dates.
[[nodiscard]] bool looksLikeDate(std::string_view text);

/// A year as people write it, before Christ as a negative number, as EDTF: -44 is "-0043", 98 is "0098". Not
/// 0.
[[nodiscard]] std::string edtfOfYear(std::int64_t year);

}  // namespace entente
