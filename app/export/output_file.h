// SPDX-License-Identifier: GPL-3.0-or-later
// Output file: writes a whole export or nothing.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/result.h"

namespace entente {

/// Writes to a temporary file beside the target and renames it: at no time is there a half-written file of
/// that name. ErrorKind::Exists if something is there and `overwrite` is false; NotFound if the folder is not
/// there; NoPermission; Full; Invalid if the path is a folder. After an error the target is as it was.
[[nodiscard]] Result<void> writeFile(const QString& path, const QByteArray& bytes, bool overwrite);

}  // namespace entente
