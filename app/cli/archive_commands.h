// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommands that read and write archives and bundles. Each gives the exit status.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/time/fuzzy_date.h"

namespace entente::cli {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;

/// Writes as much as goes; never throws, also where stderr is closed or full.
void print(std::FILE* file, std::string_view text);
/// Prints the error as one line and gives kFailed.
int failWith(const Error& error);
/// kFailed, with a sentence, if what was printed did not reach its end (a full disk, a closed pipe); else the
/// status.
int finished(int status);

/// A date given on the command line, in EDTF or as people write it. `option` is named in errors.
[[nodiscard]] Result<FuzzyDate> dateFrom(const char* option, const std::string& text);
/// The same; ErrorKind::Invalid too if it is open or unknown on one side.
[[nodiscard]] Result<FuzzyDate> closedDateFrom(const char* option, const std::string& text);

/// `knownAsOf`: only what was known by then is counted; empty: everything.
int info(const std::string& file, bool json, const std::string& knownAsOf);
int importBundle(const std::string& folder, const std::string& output, bool force);
int exportBundle(const std::string& file, const std::string& folder, bool force);
int verify(const std::string& file);
int recover(const std::string& file);

}  // namespace entente::cli
