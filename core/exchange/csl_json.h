// SPDX-License-Identifier: GPL-3.0-or-later
// Reads CSL-JSON, the references of Zotero, Pandoc, Crossref and citation processors, as sources.
#pragma once

#include <QJsonArray>
#include <optional>
#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"

namespace entente {

/// Source of the format: https://resource.citationstyles.org/schema/latest/input/json/csl-data.json (1.0.2
/// and what is decided for 1.1). A list of works, a single one, or one of these in "items", "references",
/// "message" or "data"; works as Zotero keeps them ("itemType", "creators") too.
/// - id: key. title (else title-short, container-title, URL): title. author, else editor with "(ed.)":
/// author, names
///   as "Given particle Family, Suffix", parted by "; ". publisher, else container-title: publisher.
/// - URL, else DOI as https://doi.org/...: url; a DOI besides an URL stands in the note.
/// - issued, else published, published-print, published-online: published; accessed: accessed. date-parts
/// (years before Christ count from -1; months 13 to 16 and 21 to
///   24 and `season` are seasons; a second date of 0 is an open end), circa as "~", `edtf` or an EDTF text
///   where it does not contradict date-parts, raw and literal as readSourceDate() reads them. What cannot be
///   read stands in the note, with a remark.
/// - type: dataset; post, post-weblog: post; bill, hearing, legal_case, legislation, regulation, treaty:
/// official;
///   else article.
/// - note, abstract and where in a larger work it stands ("In: Foreign Affairs 104(3), 12-29"): note.
/// - custom.entente: root, kind, reliability, known-from, as csl_json_writer.h writes them.
/// A work without any of the titles is refused. Notes have "[3].issued" as path, from 0.
/// ErrorKind::Foreign for other JSON and for what is none, Invalid beyond the caps, Cancelled. O(length).
[[nodiscard]] Result<ForeignArchive> readCslJson(std::string_view bytes, const ForeignCaps& caps = {},
                                                 const Progress& progress = {});

/// Whether the beginning has words that this JSON alone has. O(1): looks at some hundred KiB.
[[nodiscard]] bool looksLikeCslJson(std::string_view bytes);

/// What date-parts say of a date, in CSL's own way of counting; nothing if they cannot say anything of it.
/// `isWhole`: they say all of it, with `circa`.
struct CslDateParts {
  QJsonArray parts;
  bool circa = false;
  bool isWhole = false;
};
[[nodiscard]] std::optional<CslDateParts> cslDateParts(const FuzzyDate& date);

}  // namespace entente
