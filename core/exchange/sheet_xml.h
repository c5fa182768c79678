// SPDX-License-Identifier: GPL-3.0-or-later
// The XML of workbooks, looked over before a parser is let at it.
#pragma once

#include <string_view>

#include "core/base/result.h"

namespace entente {

/// What no workbook has and what a parser pays dearly for: a document type, elements nested deeper than 64,
/// more than 1,024 attributes in one element, NUL (so UTF-16 too). ErrorKind::Invalid with the part's name.
/// Says nothing about whether the XML is well formed. O(bytes).
[[nodiscard]] Result<void> checkSheetXml(std::string_view bytes, std::string_view part);

}  // namespace entente
