// SPDX-License-Identifier: GPL-3.0-or-later
// Reads published decimals.
#include "core/model/decimal.h"

#include <fmt/core.h>

#include <charconv>

namespace entente {

namespace {

bool isDecimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = point == std::string_view::npos ? "0" : text.substr(point + 1);
  const auto digits = [](std::string_view s) {
    return !s.empty() && s.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return digits(whole) && digits(part);
}

}  // namespace

Result<Decimal> Decimal::parse(std::string_view text) {
  if (text.size() > 30 || !isDecimal(text))
    return fail(ErrorKind::Invalid, fmt::format("'{}' is not a decimal number such as 2 or 2.35", text));
  Decimal decimal{std::string(text), 0};
  std::from_chars(text.data(), text.data() + text.size(), decimal.value);
  return decimal;
}

}  // namespace entente
