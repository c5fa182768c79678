// SPDX-License-Identifier: GPL-3.0-or-later
// The built-in archive as records and as a snapshot, read once a program.
#pragma once

#include <memory>

#include "core/model/records.h"
#include "core/view/snapshot.h"

namespace entente::test {

const Records& builtInRecords();
const std::shared_ptr<const Snapshot>& builtIn();

}  // namespace entente::test
