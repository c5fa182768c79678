// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommands that read and write archives and bundles. Each gives the exit status.
#pragma once

#include <string>

#include "core/base/error.h"

namespace entente::cli {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;

/// Prints the error as one line and gives kFailed.
int failWith(const Error& error);

int info(const std::string& file, bool json);
int importBundle(const std::string& folder, const std::string& output, bool force);
int exportBundle(const std::string& file, const std::string& folder, bool force);
int verify(const std::string& file);
int recover(const std::string& file);

}  // namespace entente::cli
