// SPDX-License-Identifier: GPL-3.0-or-later
// Record commands: what menus and keys do to the selected events.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/view/record_edits.h"

namespace entente {

class Session;

/// Nothing if none is selected, or it is machine-coded.
[[nodiscard]] std::optional<RecordKey> selectedRecord(const Session& session);
/// The curated ones of all picked events.
[[nodiscard]] std::vector<RecordKey> pickedRecords(const Session& session);

void editSelected(Session& session);
/// Copies the selected event and selects the copy.
void duplicateSelected(Session& session);
/// Asks for the form of a link that begins at the selected event.
void linkSelected(Session& session);

// All picked events at once, as one step.
void changeKindOfPicked(Session& session, EventKind kind);
void tagPicked(Session& session, const QString& tag);
void untagPicked(Session& session, const QString& tag);
void gradePicked(Session& session, std::optional<Reliability> grade);

}  // namespace entente
