// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the archive whole, checks it against the clock of today, prints.
#include "app/cli/check_command.h"

#include <fmt/core.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <vector>

#include "app/cli/archive_commands.h"
#include "app/words/finding_words.h"
#include "core/archive/archive.h"
#include "core/ledger/consistency.h"

namespace entente::cli {

namespace {

struct Checked {
  std::vector<Finding> findings;
  RecordTitles titles;

  [[nodiscard]] std::int64_t count(Severity severity) const {
    return std::ranges::count(findings, severity, &Finding::severity);
  }
};

template <class Enum>
QString wordAsText(Enum value) {
  const std::string_view word = wordOf(value);
  return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

void printJson(const Checked& checked) {
  QJsonArray findings;
  for (const Finding& finding : checked.findings) {
    findings.append(QJsonObject{{QStringLiteral("id"), wordAsText(finding.check)},
                                {QStringLiteral("severity"), wordAsText(finding.severity)},
                                {QStringLiteral("record"), QString::fromStdString(finding.record.text())},
                                {QStringLiteral("sentence"), findingInWords(finding, checked.titles)}});
  }
  const QJsonObject object{
      {QStringLiteral("errors"), static_cast<qint64>(checked.count(Severity::Error))},
      {QStringLiteral("warnings"), static_cast<qint64>(checked.count(Severity::Warning))},
      {QStringLiteral("notes"), static_cast<qint64>(checked.count(Severity::Note))},
      {QStringLiteral("findings"), findings}};
  print(stdout, fmt::format("{}\n", QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString()));
}

std::string counted(std::int64_t count, const char* one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

void printText(const Checked& checked) {
  const Finding* last = nullptr;
  for (const Finding& finding : checked.findings) {
    if (last == nullptr || last->severity != finding.severity)
      print(stdout, fmt::format("{}{}\n", last == nullptr ? "" : "\n",
                                severitiesInWords(finding.severity).toStdString()));
    print(stdout, fmt::format("{}  {}  {}  {}\n", wordOf(finding.severity), wordOf(finding.check),
                              finding.record.text(), findingInWords(finding, checked.titles).toStdString()));
    last = &finding;
  }
  print(stdout, fmt::format("{}{}, {}, {}.\n", last == nullptr ? "" : "\n",
                            counted(checked.count(Severity::Error), "error"),
                            counted(checked.count(Severity::Warning), "warning"),
                            counted(checked.count(Severity::Note), "note")));
}

}  // namespace

int checkArchive(const std::string& file, bool json) {
  auto archive = Archive::open(file, Access::ReadOnly);
  if (!archive) return failWith(archive.error());
  auto records = archive->records();
  if (!records) return failWith(records.error());
  const Instant now{QDateTime::currentSecsSinceEpoch()};
  const Checked checked{checkConsistency(*records, now), RecordTitles(*records)};
  json ? printJson(checked) : printText(checked);
  return checked.count(Severity::Error) > 0 ? kFailed : kDone;
}

}  // namespace entente::cli
