// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: what the program remembers between two runs, typed; the only user of QSettings.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/view/view_state.h"

namespace entente {

/// How the window is to look; System follows the desktop's palette.
enum class ThemeChoice { System, Light, Dark, HighContrast };

/// Percent of the desktop's text size.
inline constexpr int kSmallestTextPercent = 80;
inline constexpr int kLargestTextPercent = 200;
inline constexpr int kTextStepPercent = 10;
inline constexpr int kUsualTextPercent = 100;

inline constexpr qsizetype kMostRecentArchives = 10;

/// Reads and writes at once; the file is that of the user's configuration folder. What cannot be read there
/// (a file of another version, edited by hand) counts as not set.
namespace settings {

[[nodiscard]] ThemeChoice theme();
void setTheme(ThemeChoice choice);
/// Within the limits above, in whole steps.
[[nodiscard]] int textPercent();
void setTextPercent(int percent);
[[nodiscard]] QByteArray windowGeometry();
void setWindowGeometry(const QByteArray& geometry);
/// Tool bars and docks.
[[nodiscard]] QByteArray windowState();
void setWindowState(const QByteArray& state);
/// Columns of the Events table.
[[nodiscard]] QByteArray eventsTable();
void setEventsTable(const QByteArray& state);

/// Groups of states that were made by hand: a name, and the uids of the actors.
struct NamedStates {
  QString name;
  QStringList states;
  bool operator==(const NamedStates&) const = default;
};
[[nodiscard]] std::vector<NamedStates> stateGroups();
void setStateGroups(const std::vector<NamedStates>& groups);

/// Absolute paths, the last opened first; also of files that are gone.
[[nodiscard]] QStringList recentArchives();
void addRecentArchive(const QString& path);
void clearRecentArchives();
/// What was open when the program ended; not set on the first run, empty if nothing was.
[[nodiscard]] std::optional<QString> lastArchive();
void setLastArchive(const QString& path);
/// View and selection that an archive was left at. Kept for the recent archives alone.
[[nodiscard]] std::optional<SavedState> stateOf(const QString& path);
void setStateOf(const QString& path, const SavedState& state);

}  // namespace settings

/// "system", "light", "dark", "high-contrast"; System for any other word.
[[nodiscard]] ThemeChoice themeChoiceFrom(const QString& word);
[[nodiscard]] QString wordOf(ThemeChoice choice);

}  // namespace entente
