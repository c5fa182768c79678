// SPDX-License-Identifier: GPL-3.0-or-later
// Questions: free questions of claims that the program itself reads.
#pragma once

namespace entente {

/// Of a claim about a source: what its figures count ("core defence spending").
inline constexpr const char* kDefinitionQuestion = "definition of the figures";

}  // namespace entente
