// SPDX-License-Identifier: GPL-3.0-or-later
// Works as Zotero keeps them, as works of CSL-JSON.
#pragma once

#include <QJsonObject>

namespace entente {

/// With "itemType", itself or in "data" (as the Zotero web API and Better BibTeX have them).
[[nodiscard]] bool isZoteroItem(const QJsonObject& object);

/// The fields that csl_json.h reads, under CSL's names; others keep theirs. Notes and attached files get the
/// type "entente-none". Source: https://api.zotero.org/schema, "csl".
[[nodiscard]] QJsonObject cslOfZotero(const QJsonObject& object);

}  // namespace entente
