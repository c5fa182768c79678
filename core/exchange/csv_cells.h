// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of CSV, quoted where they must be.
#pragma once

#include <QByteArray>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// RFC 4180: in quotes if there is a comma, quote, line end, space around it or = + - @ in front; LF at the
/// end.
void appendCsvRow(QByteArray& bytes, const std::vector<std::string>& cells);

}  // namespace entente
