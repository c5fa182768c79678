// SPDX-License-Identifier: GPL-3.0-or-later
// How fast dates are read: mixed expressions as they stand in the built-in archive.
#include <benchmark/benchmark.h>

#include <array>

#include "core/time/fuzzy_date.h"

namespace entente {
namespace {

void parseMixed(benchmark::State& state) {
  constexpr std::array<std::string_view, 8> kExpressions{
      "2025-06-24", "2018-06",       "2026-01-18T15:48:00+01:00", "2024-10-01/..", "2013?/2022-05",
      "2020~",      "../2022-05-12", "1957-12-16/1957-12-19"};
  std::size_t next = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(FuzzyDate::parse(kExpressions[next++ % kExpressions.size()]));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parseMixed);

}  // namespace
}  // namespace entente
