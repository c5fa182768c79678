// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: what the program remembers between two runs, typed; the only user of QSettings.
#pragma once

#include <QByteArray>
#include <QString>

namespace entente {

/// How the window is to look; System follows the desktop's palette.
enum class ThemeChoice { System, Light, Dark };

/// Reads and writes at once; the file is that of the user's configuration folder.
namespace settings {

[[nodiscard]] ThemeChoice theme();
void setTheme(ThemeChoice choice);
[[nodiscard]] QByteArray windowGeometry();
void setWindowGeometry(const QByteArray& geometry);
[[nodiscard]] QByteArray windowState();
void setWindowState(const QByteArray& state);

}  // namespace settings

/// "system", "light", "dark"; System for any other word.
[[nodiscard]] ThemeChoice themeChoiceFrom(const QString& word);
[[nodiscard]] QString wordOf(ThemeChoice choice);

}  // namespace entente
