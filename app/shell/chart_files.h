// SPDX-License-Identifier: GPL-3.0-or-later
// Chart files: the chart that the window shows as a file, or on the clipboard.
#pragma once

#include <QString>
#include <optional>

#include "app/render/theme.h"

class QWidget;

namespace entente {

class PledgePane;
class Session;

/// Asks for a file and writes the chart into it. Gives what went wrong; nothing if it was written or the user
/// thought better of it.
[[nodiscard]] std::optional<QString> saveChartOf(const Session& session, const PledgePane& pane,
                                                 ThemeName theme, QWidget* parent);

/// Puts the chart onto the clipboard: as a picture, and its table as text (tabs between cells) for where a
/// picture is not taken. Gives what went wrong.
[[nodiscard]] std::optional<QString> copyChartOf(const Session& session, const PledgePane& pane,
                                                 ThemeName theme);

}  // namespace entente
