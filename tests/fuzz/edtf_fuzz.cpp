// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an EDTF expression: refused with a reason, or kept to the letter with bounds in order and a
// canonical text that reads back.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/check.h"
#include "core/time/fuzzy_date.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto date = FuzzyDate::parse(text);
  if (!date) {
    check(date.error().kind == ErrorKind::Invalid && !date.error().message.empty(), "a refusal has a reason");
    return 0;
  }
  check(date->edtf() == text, "the expression is kept to the letter");
  check(FuzzyDate::parse(date->edtf()) == date, "parsing twice gives the same");
  const auto again = FuzzyDate::parse(date->canonical());
  check(again && again->expression() == date->expression(), "the canonical text says the same");
  check(again->canonical() == date->canonical() && again->bounds() == date->bounds(), "and is canonical");
  const DateBounds& b = date->bounds();
  check(kBeginningOfTime <= b.earliestBegin && b.latestEnd <= kEndOfTime, "bounds lie within time");
  check(b.earliestBegin <= b.latestBegin && b.earliestEnd <= b.latestEnd, "each end's bounds are in order");
  check(b.earliestBegin < b.earliestEnd && b.latestBegin < b.latestEnd, "what is dated lasts");
  return 0;
}
