// SPDX-License-Identifier: GPL-3.0-or-later
// How fast dates are read: expressions as they stand in the built-in archive, and of all levels of EDTF.
#include <benchmark/benchmark.h>

#include <array>

#include "core/time/fuzzy_date.h"

namespace entente {
namespace {

void parseMixed(benchmark::State& state) {
  constexpr std::array<std::string_view, 16> kExpressions{"2025-06-24",
                                                          "2018-06",
                                                          "2026-01-18T15:48:00+01:00",
                                                          "2024-10-01/..",
                                                          "2013?/2022-05",
                                                          "2020~",
                                                          "../2022-05-12",
                                                          "1957-12-16/1957-12-19",
                                                          "156X-12-25",
                                                          "2004-06-~01/2004-06-~20",
                                                          "[1667,1668,1670..1672]",
                                                          "Y-17E7",
                                                          "2001-34",
                                                          "1950S2",
                                                          "?2004-06-~11",
                                                          "XXXX-12-XX"};
  std::size_t next = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(FuzzyDate::parse(kExpressions[next++ % kExpressions.size()]));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parseMixed);

}  // namespace
}  // namespace entente
