// SPDX-License-Identifier: GPL-3.0-or-later
// savePictureOf(): asks for a file and draws what the window shows into it.
#pragma once

#include <QSize>
#include <QString>
#include <optional>

#include "app/render/theme.h"

class QWidget;

namespace entente {

class Session;

/// Gives what went wrong; nothing if the picture was written or the user thought better of it.
[[nodiscard]] std::optional<QString> savePictureOf(const Session& session, ThemeName theme, QSize size,
                                                   QWidget* parent);

}  // namespace entente
