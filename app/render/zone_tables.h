// SPDX-License-Identifier: GPL-3.0-or-later
// The time zones of the IANA database, as the machine has it.
#pragma once

#include <QString>
#include <memory>

#include "core/time/zone_table.h"

namespace entente {

/// Of an IANA name ("Europe/Amsterdam"); null for UTC (an empty name) and for names that the machine does not
/// know. From 1850 to 2150; before and behind the nearest offset holds. Kept once made; any thread.
[[nodiscard]] std::shared_ptr<const ZoneTable> zoneTableOf(const QString& name);

/// Whether it is empty (UTC) or a name that the machine knows.
[[nodiscard]] bool isZone(const QString& name);

/// "Amsterdam", "Buenos Aires", "UTC".
[[nodiscard]] QString zoneInWords(const QString& name);

}  // namespace entente
