// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the program as a person would at a prompt without a display, and keeps what it said.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <string>

namespace entente::test {

struct Said {
  int status = -1;  ///< exit status; -1 if it crashed or did not end
  std::string out;
  std::string err;
};

/// `input` is what it reads from standard input.
[[nodiscard]] Said run(const QStringList& arguments, const QByteArray& input = {});

[[nodiscard]] QString text(const std::filesystem::path& path);
[[nodiscard]] std::filesystem::path builtInArchive();
[[nodiscard]] std::filesystem::path builtInBundle();

}  // namespace entente::test
