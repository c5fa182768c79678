// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up archives for benchmarks: as uneven as real ones, the same at every run.
#pragma once

#include <memory>

#include "core/model/records.h"
#include "core/view/snapshot.h"

namespace entente {

/// So many events of four kinds from 1950 to 2024, two thirds of them in the last fifteen years; 60 actors,
/// 40 sources; one in eight disputed over its date, one in three linked with another. Titles have 2 to 14
/// words.
Records madeUpRecords(int events);

/// Through a file in the folder for temporary files, which stays.
std::shared_ptr<const Snapshot> snapshotOf(Records records);

}  // namespace entente
