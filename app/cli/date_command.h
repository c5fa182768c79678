// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommand that reads EDTF expressions and says what they mean.
#pragma once

#include <string>
#include <vector>

namespace entente::cli {

/// Prints a line for each expression; "-" stands for standard input, one expression a line, every byte of it
/// but the line feed. As JSON one object a line: input, valid, level, canonical, earliest, latest (days as
/// written, "-inf", "inf", "unknown", or null where EDTF gives none) and error (position in bytes from 0,
/// reason) or null. Bytes of an input that are no UTF-8 come as the lone surrogates U+DC80 to U+DCFF. What
/// archives read beyond the specification is not valid here. Returns kFailed if any is invalid.
int date(const std::vector<std::string>& expressions, bool json);

}  // namespace entente::cli
