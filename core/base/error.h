// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, where and what kind of thing it was: the one error type that crosses our interfaces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The kind decides what a program does about an error; the message tells a person.
enum class ErrorKind {
  NotFound,      ///< a file or record that was asked for does not exist
  NoPermission,  ///< the system refuses to read or write it
  Foreign,       ///< a file of another program, or not what its name says
  Damaged,       ///< ours, but its content contradicts itself
  TooNew,        ///< written by a later version of Entente
  Invalid,       ///< a value or row that breaks the rules of its format
  Exists,        ///< it would overwrite something
  ReadOnly,      ///< a change was asked of something that can only be read
  Conflict,      ///< what a change was based on is no longer so: somebody else was quicker
  Full,          ///< no room on the disk
  Cancelled,     ///< the caller asked to stop
  Internal       ///< none of the above: the library's own words are in the message
};

/// A value. `message` is one English sentence for a person (what happened, where, what to do); `context` is
/// what the callers on the way up were doing, innermost first.
struct Error {
  ErrorKind kind = ErrorKind::Internal;
  std::string message;
  std::vector<std::string> context;

  /// Message and context as one line: "context2: context1: message".
  [[nodiscard]] std::string text() const;
  /// A copy with one more line of context.
  [[nodiscard]] Error within(std::string_view what) const;

  bool operator==(const Error&) const = default;
};

}  // namespace entente
