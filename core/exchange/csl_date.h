// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of CSL-JSON.
#pragma once

#include <QJsonValue>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "core/time/fuzzy_date.h"

namespace entente {

/// A date variable as csl_json.h says. Nothing for an empty one; the error is one sentence with the value.
[[nodiscard]] tl::expected<std::optional<FuzzyDate>, std::string> readCslDate(const QJsonValue& value);

/// A text or a number as text.
[[nodiscard]] QString cslText(const QJsonValue& value);

}  // namespace entente
