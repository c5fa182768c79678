// SPDX-License-Identifier: GPL-3.0-or-later
// checkRecords(): the rules that no single cell can show: uids are unique, references lead somewhere, claims
// agree.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/record_tables.h"

namespace entente {

/// A row of a Records value: `row` is the index in the vector of its table.
struct RowPlace {
  TableId table = TableId::Properties;
  std::size_t row = 0;

  auto operator<=>(const RowPlace&) const = default;
};

/// One broken rule. `column` is the name of the column to look at (static text).
struct RecordProblem {
  TableId table = TableId::Properties;
  Uid uid;
  std::string_view column;
  std::string reason;
  std::size_t row = 0;            ///< index in the vector of its table
  std::optional<RowPlace> first;  ///< of a uid that is taken: who has it

  bool operator==(const RecordProblem&) const = default;
};

/// Every broken rule, ordered by table and row:
/// - a uid stands once in its table, and once in the six event tables together;
/// - whatever refers to a record refers to one that is there (a figure: at least one spending row has its
/// key);
/// - a claim or pin has a field or a question, not both; the field is a column of the subject's table (of a
///   figure: of spending), or of a message "stage:" with a word of StageKind;
/// - a claim agrees with a claim about the same field or question of the same subject, never in a circle;
/// - a pin is of a claim about the same field or question of the same subject, and none is pinned twice;
/// - no text holds a control character but tab and line feed;
/// - latitudes, longitudes and country codes are possible ones; the state of a view is a JSON object.
/// Tables in `incomplete` are known to lack rows: what is not found there is not reported.
/// Costs O(rows log rows).
[[nodiscard]] std::vector<RecordProblem> checkRecords(const Records& records,
                                                      const std::set<TableId>& incomplete = {});

}  // namespace entente
