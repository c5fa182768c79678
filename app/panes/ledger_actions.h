// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger actions: what the boards of a pane ask of the session.
#pragma once

#include "app/panes/claims_board.h"

namespace entente {

class Session;

/// Pins, unpins, asks for the form of a claim, copies attributions, shows sources. Queued where the board is
/// made anew by what it asks for. `receiver` owns the calls.
[[nodiscard]] ClaimActions ledgerActions(Session& session, QObject* receiver);

/// Today as a day in EDTF.
[[nodiscard]] FuzzyDate todayAsDate();

}  // namespace entente
