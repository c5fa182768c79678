// SPDX-License-Identifier: GPL-3.0-or-later
// Table CSV: a tidy table as CSV (RFC 4180), and what its columns mean as CSV on the Web metadata.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "core/model/table.h"

namespace entente {

/// UTF-8, header line, LF. A published decimal stands as it was published, a computed number with at most ten
/// significant digits, yes and no as "true" and "false", what is missing as an empty cell.
[[nodiscard]] QByteArray tableCsv(const Table& table);

/// The cell as tableCsv() has it, without quotes.
[[nodiscard]] QString cellText(const Cell& cell);

struct TableAbout {
  QString url;  ///< name of the CSV file
  QString title;
  QString description;
  QStringList sources;
  QStringList editions;  ///< uids of the sources that the figures are from
  QByteArray recipe;     ///< JSON
};

/// W3C "Metadata Vocabulary for Tabular Data" (2015): title, description, sources, and each column with its
/// type and unit; the recipe as "entente:recipe". To be kept beside the CSV as "<name>.csv-metadata.json".
[[nodiscard]] QByteArray tableMetadata(const Table& table, const TableAbout& about);

}  // namespace entente
