// SPDX-License-Identifier: GPL-3.0-or-later
// Reads all records, writes one file.
#include "app/cli/export_command.h"

#include <fmt/core.h>

#include "app/cli/archive_commands.h"
#include "app/export/output_file.h"
#include "app/render/date_words.h"
#include "app/words/entry_words.h"
#include "core/archive/archive.h"
#include "core/exchange/foreign_export.h"

namespace entente::cli {

int exportArchive(const std::string& file, const std::string& output, const std::string& format, bool force) {
  const auto chosen = fromWord<ExportFormat>(format);
  if (!chosen || *chosen == ExportFormat::Bundle) return exportBundle(file, output, force);
  const auto archive = Archive::open(file, Access::ReadOnly);
  if (!archive) return failWith(archive.error());
  const auto records = archive->records();
  if (!records) return failWith(records.error());
  const WrittenFile written =
      writeForeign(*chosen, *records, [](const FuzzyDate& date) { return dateInShort(date); });
  if (auto done = writeFile(QString::fromStdString(output), written.bytes, force); !done) {
    Error error = done.error();
    if (error.kind == ErrorKind::Exists && !force) error.message += " With --force files are replaced.";
    return failWith(error);
  }
  if (!written.leftOut.empty())
    print(stdout, fmt::format("Not in {}: {}. The bundle holds everything.\n", output,
                              leftOutInWords(written.leftOut).toStdString()));
  return kDone;
}

}  // namespace entente::cli
