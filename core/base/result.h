// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value or an Error; our code throws nothing.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "core/base/error.h"

namespace entente {

template <class T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorKind::Damaged, "...");` from any function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string message) {
  return tl::unexpected<Error>(Error{kind, std::move(message), {}});
}

/// Passes an error on, saying what we were doing.
[[nodiscard]] inline tl::unexpected<Error> fail(const Error& error, std::string_view context) {
  return tl::unexpected<Error>(error.within(context));
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace entente
