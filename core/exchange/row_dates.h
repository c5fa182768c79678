// SPDX-License-Identifier: GPL-3.0-or-later
// RowDates: when the event of a row was, out of all its columns that say something about it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/exchange/column_dates.h"
#include "core/exchange/column_map.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// `when` is nothing if the row says nothing. With a `reason` (a sentence with the value) the row is refused.
struct RowDate {
  struct Remark {
    TablePlace place;
    std::string column;
    std::string text;  ///< a sentence with the value
  };

  std::optional<FuzzyDate> when;
  TablePlace place;    ///< of the cell that the reason is about
  std::string column;  ///< its title
  std::string reason;
  std::vector<Remark> remarks;
  std::vector<std::string> kept;  ///< "Title: value" of cells that could not be used
};

class RowDates {
 public:
  RowDates(const ColumnMap& map, DateOrder told);

  /// Every row, then settle(), then read() in any order.
  void survey(const GridRow& row);
  void settle();
  [[nodiscard]] const DateSurvey& survey() const { return m_dates.survey(); }
  [[nodiscard]] RowDate read(const GridRow& row);
  /// Cells of columns of times that are none, and the first of them; they were kept.
  struct OddTimes {
    std::size_t count = 0;
    TablePlace place;
    std::string column;
    std::string text;
  };
  [[nodiscard]] const OddTimes& oddTimes() const { return m_oddTimes; }

 private:
  /// The columns of one end.
  struct Columns {
    const MappedColumn* date = nullptr;
    const MappedColumn* year = nullptr;
    const MappedColumn* month = nullptr;
    const MappedColumn* day = nullptr;
    const MappedColumn* time = nullptr;
  };
  /// One end while it is put together.
  struct End {
    std::string edtf;  ///< empty: not said
    const GridCell* cell = nullptr;
    const MappedColumn* column = nullptr;
    std::string reason;
  };

  static void say(RowDate& date, const GridCell& cell, const MappedColumn& column, std::string text) {
    date.remarks.push_back({cell.place, column.title, std::move(text)});
  }
  [[nodiscard]] static const GridCell* cell(const GridRow& row, const MappedColumn* column);
  [[nodiscard]] End readEnd(const GridRow& row, const Columns& columns, RowDate& date);
  [[nodiscard]] End readWhole(const GridRow& row, const Columns& columns, RowDate& date);
  void leaveOut(const End& end, RowDate& date);
  [[nodiscard]] End readParts(const GridRow& row, const Columns& columns, RowDate& date);
  bool readYear(const GridCell& cell, bool alone, End& end, RowDate& date);
  bool readMonth(const GridCell& cell, End& end, int& month);
  bool readDay(const GridCell& cell, End& end, int& day);
  void addTime(const GridRow& row, const Columns& columns, End& end, RowDate& date);
  void addEndTime(const GridRow& row, const End& begin, End& end, RowDate& date);
  void join(End& begin, End& end, RowDate& date);

  bool m_strict;
  Columns m_begin;
  Columns m_end;
  ColumnDates m_dates;
  ColumnDates m_years;  ///< of the columns of years
  OddTimes m_oddTimes;
};

}  // namespace entente
