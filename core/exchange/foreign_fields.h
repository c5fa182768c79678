// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of other timeline programs do alike with texts, tags, media and dates.
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/foreign_archive.h"
#include "core/exchange/program_date.h"

namespace entente {

/// More kinds of things than this are counted as "other values" in leftOut.
inline constexpr std::size_t kMostLeftOut = 200;

void leaveOut(ForeignArchive& archive, const std::string& what, std::size_t entries = 1);

/// Markup gone, no blanks around it, valid UTF-16; beyond caps.textBytes (of UTF-8) it is cut, with a remark.
[[nodiscard]] QString readText(const QString& raw, const ForeignCaps& caps, ForeignArchive& archive,
                               TablePlace place, const std::string& where);
/// The same on one line.
[[nodiscard]] QString readLine(const QString& raw, const ForeignCaps& caps, ForeignArchive& archive,
                               TablePlace place, const std::string& where);
/// An id or address as it stands, without blanks around it and control characters; at most 4,096 characters.
[[nodiscard]] QString readKey(const QString& raw);
/// A title for an entry that has only a text: its first words, at most 80 characters.
[[nodiscard]] QString titleOf(const QString& text);

/// If it is neither empty nor there.
void addTag(std::vector<QString>& tags, const QString& tag);
/// Another paragraph, if it is not empty.
void addParagraph(QString& text, const QString& more);

/// A picture, film or page that an entry shows. `url` may be a piece of HTML that embeds it; then the address
/// in it counts. Nothing if there is neither address nor words; pictures that are in the file itself are left
/// out and counted.
[[nodiscard]] std::optional<ForeignSource> readMedia(const QString& url, const QString& caption,
                                                     const QString& credit, ForeignArchive& archive);

/// Text, number or truth value as text; empty for anything else.
[[nodiscard]] QString jsonText(const QJsonValue& value);
/// Counts members that have a value and are not listed in `known` ("|start|end|").
void countUnknown(const QJsonObject& object, std::string_view known, ForeignArchive& archive);

/// A value for a message: on one line, at most 80 characters.
[[nodiscard]] std::string shown(const QString& value);

/// Says what of a date was read in one of two ways, or not kept.
void remarkOn(const ProgramDate& date, ForeignArchive& archive, TablePlace place, const std::string& where);

}  // namespace entente
