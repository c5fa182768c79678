// SPDX-License-Identifier: GPL-3.0-or-later
// Number words: where a figure of a chart comes from, what other editions say, and what follows from it.
#pragma once

#include <QString>
#include <QStringList>

#include "app/charts/figure.h"
#include "core/model/records.h"
#include "core/view/snapshot.h"

namespace entente {

struct NumberWords {
  QString title;          ///< "Spain, 2025"
  QString amount;         ///< as published: "2.00%"
  QString unit;           ///< "of GDP, an estimate"
  QStringList sentences;  ///< edition and source, rivals, what is claimed, what was computed
  SourceUid source;
  bool hasRivals = false;  ///< another edition says something else
  QString copy;            ///< all of it in a few lines, for the clipboard
};

/// Of a figure that the snapshot shows; an empty title if there is none.
[[nodiscard]] NumberWords numberWords(const Snapshot& snapshot, const Pledge& pledge, const FigureKey& key);

}  // namespace entente
