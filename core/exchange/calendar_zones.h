// SPDX-License-Identifier: GPL-3.0-or-later
// CalendarZones: the time zones that a calendar's TZIDs mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/calendar_recurrence.h"
#include "core/time/zone_table.h"

namespace entente {

/// STANDARD or DAYLIGHT of a VTIMEZONE.
struct CalendarObservance {
  std::optional<CalendarTime> start;
  std::optional<std::int32_t> from;  ///< seconds east of Greenwich
  std::optional<std::int32_t> to;
  std::vector<std::string> rules;
  std::vector<CalendarTime> dates;
};

class CalendarZones {
 public:
  /// A VTIMEZONE; false if it is not understood: no observance with start and offsets, rules that are not
  /// yearly, changes within a day, more than some thousand of them. The first with a name counts.
  bool add(const std::string& tzid, const std::vector<CalendarObservance>& observances,
           CalendarRecurrence& recurrence);
  /// By the file's own zones, else by the IANA name that `tzid` is or ends with
  /// ("/example.org/Europe/Berlin"), else by the name that Windows gives zones ("W. Europe Standard Time"),
  /// else by a fixed offset ("UTC", "GMT+0200", "UTC-05:00"). Null if it is none of these. Lives as long as
  /// this.
  [[nodiscard]] const ZoneTable* find(const std::string& tzid);

 private:
  /// The empty ones are names that mean nothing.
  std::map<std::string, std::unique_ptr<ZoneTable>, std::less<>> m_zones;
};

}  // namespace entente
