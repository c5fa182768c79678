// SPDX-License-Identifier: GPL-3.0-or-later
// Chart workbook: a figure as XLSX: its table, a chart that can be edited there, and where it is from.
#pragma once

#include <QByteArray>

#include "app/charts/figure.h"
#include "core/base/result.h"
#include "core/exchange/table_csv.h"

namespace entente {

/// Sheets "Chart" (what is drawn, with a native chart), "Data" (the tidy table: published decimals as
/// numbers, missing cells empty), "About" (title, sources, recipe). Texts that begin like a formula stay
/// texts. `created`: the day that the file names; the same figure and day give the same bytes.
/// ErrorKind::Full, NoPermission or Internal where the temporary file cannot be written.
[[nodiscard]] Result<QByteArray> chartWorkbook(const Figure& figure, const TableAbout& about,
                                               Instant created);

}  // namespace entente
