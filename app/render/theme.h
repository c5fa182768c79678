// SPDX-License-Identifier: GPL-3.0-or-later
// Theme: every colour that Entente draws with, for light, dark and high contrast.
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>
#include <array>
#include <cstdint>
#include <optional>

namespace entente {

/// Print: for exports alone: black on white, greys that a printer without colours tells apart.
enum class ThemeName : std::uint8_t { Light, Dark, HighContrast, Print };

/// Text colours (ink, ink2, ink3, accent, refuted) have a contrast of at least 4.5 on canvas, band, header
/// and window; marks, greyed ones too, and lines of focus at least 3.0 there. Ink 3 never stands on a
/// selection: go up to ink 2. The accent means "selected" and nothing else. Yellow means "disputed" and
/// nothing else.
struct Theme {
  ThemeName name = ThemeName::Light;
  QColor window;        ///< chrome
  QColor header;        ///< lane headers, table headers
  QColor canvas;        ///< behind data
  QColor band;          ///< weekends, every second holder
  QColor ink;           ///< text
  QColor ink2;          ///< quieter text
  QColor ink3;          ///< captions
  QColor hairline;      ///< lines within a pane
  QColor edge;          ///< lines between panes, frames of controls
  QColor accent;        ///< selected
  QColor onAccent;      ///< text on the accent
  QColor selectedFill;  ///< behind what is selected; ink stands on it
  QColor greyed;        ///< a mark that the query leaves out
  QColor summit;
  QColor message;
  QColor pledge;
  QColor statement;
  QColor event;
  QColor ruling;
  QColor period;
  QColor figure;
  QColor trackBar;     ///< bars of a Tracks lane; ink2 stands on it
  QColor refuted;      ///< text and cross
  QColor disputeFill;  ///< badge
  QColor disputeEdge;
  QColor badgeInk;                    ///< on disputeFill
  std::array<QColor, 4> densityRamp;  ///< from few to many, logarithmic; zero is bare canvas
};

[[nodiscard]] const Theme& theme(ThemeName name);

/// "light", "dark", "high-contrast", "print": as on the command line and in recipes.
[[nodiscard]] QString wordOf(ThemeName name);
/// Nothing if no theme has that name.
[[nodiscard]] std::optional<ThemeName> themeFrom(const QString& word);

/// For Fusion widgets.
[[nodiscard]] QPalette palette(const Theme& theme);

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

/// `part` of `over` on `under` (0..1), as an opaque colour.
[[nodiscard]] QColor mixed(const QColor& over, const QColor& under, double part);

/// The ramp's colour for a count of at least 1, when the fullest column has `most`. Logarithmic, between the
/// four steps linear.
[[nodiscard]] QColor densityColor(const Theme& theme, std::uint32_t count, std::uint32_t most);

}  // namespace entente
