// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of the tables of every schema: what is in archives out there, to the letter. Internal to
// core/archive.
#pragma once

namespace entente {

/// What all schemas have, which is all tables but those below and `search` (see searchTableSql).
extern const char* const kCommonTables;
/// Pins of fields alone: schemas 1 and 2.
extern const char* const kPinTable2;
/// Pins of fields and questions: from schema 3. The rule that nothing is pinned twice is restrictPins().
extern const char* const kPinTable;
/// The history: from schema 3. Beside it `meta` has 'last_step', the highest number that a step ever had.
extern const char* const kStepTable;

/// Tags, and the plain events: from schema 4.
extern const char* const kTagTables;

}  // namespace entente
