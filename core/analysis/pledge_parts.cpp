// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the last year of each part.
#include "core/analysis/pledge_parts.h"

#include <algorithm>

#include "core/analysis/share_tables.h"

namespace entente {

Table pledgeParts(const Pledge& pledge, const std::vector<Pledge>& all, const AnalysisData& data) {
  Table table({{"pledge"},
               {"title"},
               {"sense"},
               {"target"},
               {"unit"},
               {"due"},
               {"reported"},
               {"states"},
               {"meeting"},
               {"year"}});
  std::vector<const Pledge*> parts;
  for (const Pledge& one : all) {
    if (one.partOf == pledge.event.uid && one.status == pledge.status) parts.push_back(&one);
  }
  std::ranges::sort(parts, {}, [](const Pledge* one) { return one->event.uid; });
  if (parts.empty()) parts.push_back(&pledge);
  for (const Pledge* part : parts) {
    Cell states;
    Cell meeting;
    Cell year;
    const Table counts = statesMeeting({*part}, data);
    if (!counts.isEmpty()) {
      const std::size_t last = counts.rowCount() - 1;
      states = counts.at(last, "with_figures");
      meeting = counts.at(last, "meeting");
      year = counts.at(last, "year");
    }
    table.addRow(QString::fromStdString(part->event.uid.value), part->event.title,
                 wordText(wordOf(part->sense)), part->target, wordText(wordOf(part->unit)),
                 part->due ? Cell(QString::fromStdString(part->due->edtf())) : Cell(),
                 counts.isEmpty() ? QStringLiteral("not yet reported") : QStringLiteral("measured"), states,
                 meeting, year);
  }
  return table;
}

}  // namespace entente
