// SPDX-License-Identifier: GPL-3.0-or-later
// A slide of TimelineJS 3 and the entry that it stands for, one way and the other.
#pragma once

#include <QJsonObject>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "core/exchange/foreign_archive.h"
#include "core/exchange/program_date.h"

namespace entente {

/// The member that holds what slides have no place for; TimelineJS does not look at it.
inline constexpr char16_t kOwnMember[] = u"entente";

/// "start_date", "end_date", "text", "media", "group", "unique_id" of an entry whose begin is known. What it
/// cannot show is counted in `leftOut` if there is one. Dates that are not plain ones have a "display_date":
/// EDTF.
[[nodiscard]] QJsonObject slideOf(const ForeignEvent& event,
                                  std::map<std::string, std::size_t>* leftOut = nullptr);
/// False for what TimelineJS cannot show: no date at all, or one without a known begin.
[[nodiscard]] bool hasSlide(const ForeignEvent& event);

/// All of an entry but its place in the file, as our own member.
[[nodiscard]] QJsonObject ownMemberOf(const ForeignEvent& event);
[[nodiscard]] QJsonObject ownMemberOf(const ForeignSource& source);
/// Members that are not ours, or break the rules of ours, are as if they were not there.
[[nodiscard]] ForeignEvent eventOfOwn(const QJsonObject& own);
[[nodiscard]] ForeignSource sourceOfOwn(const QJsonObject& own);
/// A text in it: valid UTF-16 without control characters but TAB and LF, at most 2^20 characters.
[[nodiscard]] QString ownText(const QJsonObject& own, const char* name);

/// TimelineJS shows the year -44 as 44 BCE, so that is what its authors write for it; there is no year 0.
/// Years before -9999 are numbers.
[[nodiscard]] std::int64_t astronomicalYear(std::int64_t slide);

/// A date of a slide: its parts as numbers or texts. The reason if it is none, or has no year.
[[nodiscard]] tl::expected<ProgramDate, std::string> readSlideDate(const QJsonObject& date);

}  // namespace entente
