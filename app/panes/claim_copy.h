// SPDX-License-Identifier: GPL-3.0-or-later
// Copies what is shown together with whom it is owed to.
#pragma once

#include "core/ledger/topic.h"

namespace entente {

class Session;

/// Puts the attribution sentence of a topic into the clipboard; nothing if nothing is claimed about it.
void copyAttribution(const Session& session, const Topic& topic);
/// The same of the selected event: of the topic that was last asked for, else of its date, with its title;
/// where nothing is claimed, title and date with its first source. False if nothing is selected.
bool copyAttribution(const Session& session);

}  // namespace entente
