// SPDX-License-Identifier: GPL-3.0-or-later
// Items of vis-timeline: its JSON, also where scripts hold it.
#pragma once

#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"

namespace entente {

/// A list of items, an object with lists "items" and "groups", or a script with such lists as its values
/// (`new vis.DataSet([...])`), see readJsonText. Source of the format:
/// https://visjs.github.io/vis-timeline/docs/timeline/.
///
/// - `content` is the title, its further lines and the `title` (the program's tooltip) are the summary; where
/// there is
///   no content, `title`, `label` or the first words of `description` are the title.
/// - Dates are numbers of milliseconds since 1970 (UTC; within a day of it they are refused, since years are
/// meant) or
///   texts as of readProgramDate; a time of 00:00:00
/// claims no
///   time of day, and so does one with 00:00:00 at both ends.
/// - The name of a group is a tag. Items of the type "background" are periods.
/// ErrorKind::Foreign for what has no items, Invalid beyond the caps, Cancelled.
[[nodiscard]] Result<ForeignArchive> readVisJson(std::string_view bytes, const ForeignCaps& caps = {},
                                                 const Progress& progress = {});

}  // namespace entente
