// SPDX-License-Identifier: GPL-3.0-or-later
// PlannedRecord: a record that an import of entries puts into an archive.
#pragma once

#include <variant>

#include "core/model/records.h"

namespace entente {

using PlannedRecord =
    std::variant<Source, Actor, Place, Summit, Message, Pledge, Statement, Period, PlainEvent>;

}  // namespace entente
