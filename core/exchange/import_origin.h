// SPDX-License-Identifier: GPL-3.0-or-later
// ImportOrigin: where what is imported comes from, asked once and attached to every row.
#pragma once

#include <QString>
#include <optional>
#include <span>

#include "core/base/result.h"
#include "core/exchange/taken_uids.h"
#include "core/model/records.h"

namespace entente {

/// A source that is there (`known`), or a new one.
struct ImportOrigin {
  SourceUid known;  ///< then nothing else counts
  QString title;    ///< not empty for a new one
  QString author;
  QString publisher;
  QString url;
  std::optional<FuzzyDate> published;
  std::optional<Reliability> reliability;
  QString licence;
};

struct SettledOrigin {
  Source source;
  bool isNew = false;
};

/// A new origin with the title, publisher, address and date of a dataset that is there is that one. Errors:
/// Invalid for one without title, NotFound if `known` is not there.
[[nodiscard]] Result<SettledOrigin> settleOrigin(const ImportOrigin& origin, std::span<const Source> sources,
                                                 TakenUids& uids);

}  // namespace entente
