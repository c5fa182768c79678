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

/// The digits of an amount without its sign, noughts at both ends left out.
struct Digits {
  std::string_view whole;
  std::string_view part;
  bool negative = false;

  explicit Digits(std::string_view text) {
    negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    whole = text.substr(0, point);
    if (point != std::string_view::npos) part = text.substr(point + 1);
    while (whole.starts_with('0'))
      whole.remove_prefix(1);
    while (part.ends_with('0'))
      part.remove_suffix(1);
    if (whole.empty() && part.empty()) negative = false;
  }

  [[nodiscard]] std::strong_ordering compareSize(const Digits& other) const {
    if (whole.size() != other.whole.size()) return whole.size() <=> other.whole.size();
    if (const auto order = whole <=> other.whole; order != 0) return order;
    return part <=> other.part;
  }
};

}  // namespace

std::strong_ordering compareAmounts(const Decimal& a, const Decimal& b) {
  const Digits left(a.text);
  const Digits right(b.text);
  if (left.negative != right.negative)
    return left.negative ? std::strong_ordering::less : std::strong_ordering::greater;
  return left.negative ? right.compareSize(left) : left.compareSize(right);
}

Result<Decimal> Decimal::parse(std::string_view text) {
  if (text.size() > 30 || !isDecimal(text))
    return fail(ErrorKind::Invalid, fmt::format("'{}' is not a decimal number such as 2 or 2.35", text));
  Decimal decimal{std::string(text), 0};
  std::from_chars(text.data(), text.data() + text.size(), decimal.value);
  return decimal;
}

}  // namespace entente
