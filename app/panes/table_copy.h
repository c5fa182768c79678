// SPDX-License-Identifier: GPL-3.0-or-later
// Table copy: a table of plain texts as CSV and as Markdown, for the clipboard.
#pragma once

#include <QString>
#include <cstdint>
#include <vector>

#include "core/view/snapshot.h"

namespace entente {

/// Every row has as many cells as the header.
struct CopyTable {
  std::vector<QString> header;
  std::vector<std::vector<QString>> rows;

  bool operator==(const CopyTable&) const = default;
};

/// The events in the order given: uid, kind, when (EDTF), when in words, title, sources (titles parted by
/// "; "), disputed fields (empty where there is none). Events that the snapshot does not have are left out.
[[nodiscard]] CopyTable eventTable(const Snapshot& snapshot, const std::vector<EventId>& events);

/// RFC 4180: CRLF after every line, the header's too; cells quoted where they must be. Spreadsheets run a
/// cell that begins with = + - @ tab or CR as a formula, and an archive may come from a stranger: such a cell
/// gets an apostrophe in front, and so does one that begins with apostrophes and then one of these. So
/// nothing is lost: who reads the file back takes one apostrophe off every cell that begins with apostrophes
/// and then one of these.
[[nodiscard]] QString toCsv(const CopyTable& table);

/// A table of GitHub Flavored Markdown, LF after every line. What Markdown or HTML would read as markup is
/// escaped; a line break within a cell becomes <br>.
[[nodiscard]] QString toMarkdown(const CopyTable& table);

enum class CopyFormat : std::uint8_t { Csv, Markdown };
/// Puts the events into the clipboard as text and in their own media type.
void copyEvents(const Snapshot& snapshot, const std::vector<EventId>& events, CopyFormat format);

}  // namespace entente
