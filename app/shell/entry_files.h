// SPDX-License-Identifier: GPL-3.0-or-later
// Entry files: what the window does with files of events that are not archives, in and out.
#pragma once

#include <QString>
#include <functional>

#include "app/render/theme.h"

class QMimeData;
class QWidget;

namespace entente {

class EntryImportDialog;
class Session;

/// Whether the name is one of a file that is imported rather than opened.
[[nodiscard]] bool isImported(const QString& path);

struct ImportWays {
  std::function<void(const QString& archive)> open;     ///< a new archive was made
  std::function<void(const QString& table)> asFigures;  ///< the table holds figures of states, not events
};

/// Opens the dialog on a file; empty: the user chooses there.
EntryImportDialog* importEntries(Session& session, ThemeName theme, QWidget* window, const QString& path,
                                 const ImportWays& ways);
/// Cells or text from the clipboard; null if it holds none.
EntryImportDialog* importPasted(Session& session, ThemeName theme, QWidget* window, const QMimeData* clipboard,
                                const ImportWays& ways);

/// Asks for the file and writes the archive for another program. `say` gets one sentence when it is done, or
/// what went wrong (`failed`).
void exportForOthers(Session& session, QWidget* window,
                     const std::function<void(const QString& sentence, bool failed)>& say);

}  // namespace entente
