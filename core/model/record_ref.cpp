// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes typed references and checks uids.
#include "core/model/record_ref.h"

#include <fmt/core.h>

#include <algorithm>

namespace entente {

bool isUid(std::string_view text) {
  return !text.empty() && text.size() <= kLongestUid && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  });
}

namespace {

/// "ACTOR/YEAR/METRIC"
bool isFigureKey(std::string_view key) {
  const std::size_t first = key.find('/');
  const std::size_t last = key.rfind('/');
  if (first == std::string_view::npos || first == last) return false;
  const std::string_view year = key.substr(first + 1, last - first - 1);
  return isUid(key.substr(0, first)) && !year.empty() &&
         year.find_first_not_of("-0123456789") == std::string_view::npos &&
         fromWord<SpendingMetric>(key.substr(last + 1)).has_value();
}

}  // namespace

Result<RecordRef> RecordRef::parse(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos)
    return fail(ErrorKind::Invalid, fmt::format("'{}' is not a reference of the form kind:uid", text));
  const auto kind = fromWord<RecordKind>(text.substr(0, colon));
  if (!kind)
    return fail(ErrorKind::Invalid, fmt::format("'{}' is not a kind of record", text.substr(0, colon)));
  const std::string_view uid = text.substr(colon + 1);
  if (*kind == RecordKind::Figure ? !isFigureKey(uid) : !isUid(uid))
    return fail(ErrorKind::Invalid, fmt::format("'{}' is not a uid", uid));
  return RecordRef{*kind, Uid(uid)};
}

std::string RecordRef::text() const {
  return fmt::format("{}:{}", wordOf(kind), uid);
}

RecordKind recordKindOf(EventKind kind) {
  switch (kind) {
    case EventKind::Summit:
      return RecordKind::Summit;
    case EventKind::Message:
      return RecordKind::Message;
    case EventKind::Pledge:
      return RecordKind::Pledge;
    case EventKind::Statement:
      return RecordKind::Statement;
    case EventKind::Period:
      return RecordKind::Period;
    case EventKind::Event:
      return RecordKind::Event;
  }
  return RecordKind::Period;
}

bool isEventKind(RecordKind kind) {
  return kind <= RecordKind::Period || kind == RecordKind::Event;
}

}  // namespace entente
