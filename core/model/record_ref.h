// SPDX-License-Identifier: GPL-3.0-or-later
// RecordRef: a typed reference to any record, written "message:UID".
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/uids.h"
#include "core/model/vocabulary.h"

namespace entente {

/// `uid` is the record's uid; of a figure "ACTOR/YEAR/METRIC".
struct RecordRef {
  RecordKind kind = RecordKind::Summit;
  Uid uid;

  /// ErrorKind::Invalid with the reason for an unknown kind or a malformed uid. Does not look whether the
  /// record exists.
  [[nodiscard]] static Result<RecordRef> parse(std::string_view text);
  [[nodiscard]] std::string text() const;

  auto operator<=>(const RecordRef&) const = default;
};

[[nodiscard]] RecordKind recordKindOf(EventKind kind);
/// True for the five kinds of events.
[[nodiscard]] bool isEventKind(RecordKind kind);

}  // namespace entente
