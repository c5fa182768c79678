// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as people keep it: plain, behind "name =", in a call, or as a script's own literals.
#pragma once

#include <QJsonValue>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"

namespace entente {

/// A value and the name that the file gives it.
struct JsonPart {
  std::string name;  ///< "storyjs_jsonp_data" of `var storyjs_jsonp_data = ...`; of a plain value empty
  QJsonValue value;
  TablePlace place;  ///< of its first byte
};

struct JsonText {
  std::vector<JsonPart> parts;       ///< in the order of the file, at least one
  std::vector<std::string> remarks;  ///< one sentence each: what was read in a way that JSON does not have
};

/// More numbers, words, texts, names, lists and objects than this in a file are refused.
inline constexpr std::size_t kMostJsonValues = 2'000'000;

/// UTF-8 (with or without byte order mark), UTF-16 with byte order mark or without; bytes that are no UTF-8
/// are read as Windows-1252, with a remark. Besides JSON (RFC 8259), as scripts write it:
/// - `name = value;`, with var, let, const, export and dots in the name, any number of them; `export default
///   value`; `name(value)`, `new Name(value)`; nothing else of a program is understood;
/// - comments, commas behind the last member, names without quotes, '...' and `...` without ${},
///   "one" + "two", line ends in texts, \x41, undefined, NaN and Infinity (as null);
/// - `new Date(2014, 3, 23)` becomes the text "2014-04-23T00:00:00" (months of JavaScript count from 0),
///   `new Date("...")`, `moment("...")` and `new Date(1398211200000)` the text or number in it; what else is
///   computed becomes null, with a remark.
/// Of members with the same name in one object the last one counts, as in browsers; there is a remark.
/// ErrorKind::Foreign with "line 3, column 5: reason"; Invalid for what is beyond the caps; Cancelled. Any
/// bytes. O(length) in time and memory; no recursion deeper than caps.depth.
[[nodiscard]] Result<JsonText> readJsonText(std::string_view bytes, const ForeignCaps& caps = {},
                                            const Progress& progress = {});

}  // namespace entente
