// SPDX-License-Identifier: GPL-3.0-or-later
// Axis words: what stands at the ticks of the time axis.
#pragma once

#include <QLocale>
#include <QString>

#include "app/render/date_words.h"
#include "core/time/tick_ladder.h"

namespace entente {

/// "2025", "June 2025", "24 June 2025", "2020s" (steps of ten years), "1900" (coarser ones), "44 BCE", "13.8
/// billion BCE".
[[nodiscard]] QString majorTickText(TickStep step, Instant at, const QLocale& locale = wordsLocale());

/// "Jan", "Tue 24", "14:00", "14:00:30", "2025", where so named "W26" and "Q3". Says what the major tier
/// above it leaves open.
[[nodiscard]] QString minorTickText(TickStep step, TickStep majorStep, Instant at, AxisNames names = {},
                                    const QLocale& locale = wordsLocale());

/// For where the text above does not fit: "J" for a month, "24" for a day; otherwise the same. A tier uses
/// one of the two for all of its ticks.
[[nodiscard]] QString shortMinorTickText(TickStep step, TickStep majorStep, Instant at, AxisNames names = {},
                                         const QLocale& locale = wordsLocale());

}  // namespace entente
