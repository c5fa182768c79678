// SPDX-License-Identifier: GPL-3.0-or-later
// Writes sources as CSL-JSON.
#pragma once

#include <QJsonObject>

#include "core/exchange/foreign_archive.h"
#include "core/exchange/written_file.h"

namespace entente {

/// The archive's sources, then those that its events cite, each once; in the order of the archive, indented,
/// UTF-8. Dates as date-parts, with `edtf` in the same object where these cannot say all (CSL 1.1; older
/// programs read the date-parts); a date whose begin is open or unknown has `edtf` alone. Authors are names
/// as they are, parted by "; ". The kind article is "article", dataset "dataset", post "post", official
/// "document"; root, kind, reliability and known-from stand in custom.entente. readCslJson() gives the same
/// sources (ids of works without key aside). Events themselves are counted in `leftOut`.
[[nodiscard]] WrittenFile writeCslJson(const ForeignArchive& archive);

/// One of its works. `id` is the key, if it has one.
[[nodiscard]] QJsonObject cslWork(const ForeignSource& source, const QString& id);

}  // namespace entente
