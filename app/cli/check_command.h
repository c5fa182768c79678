// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommand that looks for records which contradict each other.
#pragma once

#include <string>

namespace entente::cli {

/// Prints what checkConsistency() finds in an archive, worst first: under a head for each severity a line a
/// finding ("error  published-before-sent  message:UID  Sentence."), then how many there are of each. As JSON
/// one object: errors, warnings, notes (numbers) and findings (id, severity, record, sentence). Returns
/// kFailed if there is an error or the archive cannot be read.
int checkArchive(const std::string& file, bool json);

}  // namespace entente::cli
