// SPDX-License-Identifier: GPL-3.0-or-later
// The built-in archive from bundle to snapshot.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

#include "core/archive/archive.h"
#include "core/exchange/bundle_reader.h"
#include "core/view/snapshot.h"

namespace entente {
namespace {

std::filesystem::path archivePath() {
  return std::filesystem::temp_directory_path() / "entente-bench.entente";
}

Records builtIn() {
  return readBundle(ENTENTE_SOURCE_DIR "/resources/archive")->records;
}

void readTheBundle(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(readBundle(ENTENTE_SOURCE_DIR "/resources/archive"));
}
BENCHMARK(readTheBundle)->Unit(benchmark::kMillisecond);

void createTheArchive(benchmark::State& state) {
  const Records records = builtIn();
  for (auto _ : state) {
    if (!Archive::create(archivePath(), records, true)) state.SkipWithError("the archive cannot be made");
  }
}
BENCHMARK(createTheArchive)->Unit(benchmark::kMillisecond);

void openAndLoad(benchmark::State& state) {
  if (!Archive::create(archivePath(), builtIn(), true)) state.SkipWithError("the archive cannot be made");
  for (auto _ : state) {
    const auto archive = Archive::open(archivePath(), Access::ReadOnly);
    benchmark::DoNotOptimize(loadSnapshot(*archive));
  }
}
BENCHMARK(openAndLoad)->Unit(benchmark::kMillisecond);

void verifyAll(benchmark::State& state) {
  if (!Archive::create(archivePath(), builtIn(), true)) state.SkipWithError("the archive cannot be made");
  const auto archive = Archive::open(archivePath(), Access::ReadOnly);
  for (auto _ : state)
    benchmark::DoNotOptimize(archive->verify());
}
BENCHMARK(verifyAll)->Unit(benchmark::kMillisecond);

void oneDetail(benchmark::State& state) {
  if (!Archive::create(archivePath(), builtIn(), true)) state.SkipWithError("the archive cannot be made");
  const auto archive = Archive::open(archivePath(), Access::ReadOnly);
  const auto titles = archive->titles();
  std::size_t next = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(archive->detail((*titles)[next++ % titles->size()].id));
}
BENCHMARK(oneDetail)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace entente
