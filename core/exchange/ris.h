// SPDX-License-Identifier: GPL-3.0-or-later
// Reads RIS, the references of Reference Manager and EndNote, and EndNote's tagged files, as sources.
#pragma once

#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"

namespace entente {

/// Sources: RIS Format Specifications (Thomson ResearchSoft, 2001 and 2011) and the dialects of those who
/// write it: any spaces around the hyphen, "ER" missing, line ends CR LF, LF or CR, lines without a tag (they
/// go on with the text before), tags in EndNote's "%A" form ("%0 Journal Article").
/// - ID: key. TI, T1, else CT, BT, T2, ST: title. AU, A1, else A2 and ED with "(ed.)": author, names as they
/// are
///   written, parted by "; ". PB, else T2, JF, JO, JA, J1, J2: publisher. LA: language.
/// - UR, else DO as https://doi.org/..., else L1, L2, LK: url; a DOI and further addresses besides stand in
/// the note.
/// - DA, PY, Y1: published, the finest one whose year is that of PY ("May 12" with PY 2019 is a day of it);
/// "2019/05//",
///   "2019///Spring", "20190512" and what readSourceDate() reads. Y2: accessed. DA of CASE, EBOOK and EJOUR
///   may be either: it stands in the note. What cannot be read stands in the note, with a remark.
/// - TY: DATA, DBASE, AGGR: dataset; BLOG: post; BILL, CASE, GOVDOC, HEAR, STAT, UNBILL: official; else
/// article.
/// - N1, AB, N2 and where in a larger work it stands (T2 or journal, VL, IS, SP and EP, CY): note.
/// A work without title is refused. Places are the lines of TY. Text as in text_bytes.h.
/// ErrorKind::Foreign for what has no TY, Invalid beyond the caps and 300,000 references, Cancelled.
/// O(length).
[[nodiscard]] Result<ForeignArchive> readRis(std::string_view bytes, const ForeignCaps& caps = {},
                                             const Progress& progress = {});

/// Whether a reference begins within the first KiB.
[[nodiscard]] bool looksLikeRis(std::string_view bytes);

}  // namespace entente
