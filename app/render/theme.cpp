// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the themes, and what is computed from them.
#include "app/render/theme.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

QColor rgb(QRgb value) {
  return QColor::fromRgb(value);
}

/// In the order of ThemeName.
constexpr std::array<const char*, 4> kWords{"light", "dark", "high-contrast", "print"};

/// Of all themes alike: ink on yellow.
constexpr QRgb kBadgeInk = 0x16191D;

Theme lightTheme() {
  Theme t;
  t.name = ThemeName::Light;
  t.window = rgb(0xF0F1F3);
  t.header = rgb(0xF7F8F9);
  t.canvas = rgb(0xFFFFFF);
  t.band = rgb(0xF6F7F9);
  t.ink = rgb(0x16191D);
  t.ink2 = rgb(0x454C55);
  t.ink3 = rgb(0x636B76);
  t.hairline = rgb(0xD3D7DC);
  t.edge = rgb(0xB4BAC2);
  t.accent = rgb(0x0F4C9A);
  t.onAccent = rgb(0xFFFFFF);
  t.selectedFill = rgb(0xDDE8F7);
  t.greyed = rgb(0x848C96);
  t.summit = rgb(0x0072B2);
  t.message = rgb(0xBF4B00);
  t.pledge = rgb(0x00785A);
  t.statement = rgb(0xA6437C);
  t.event = rgb(0x5A4FB0);
  t.ruling = rgb(0x7A6600);
  t.period = rgb(0x6F7782);
  t.figure = rgb(0x3A4048);
  t.trackBar = rgb(0xE3E6EA);
  t.refuted = rgb(0xA02622);
  t.disputeFill = rgb(0xF4C430);
  t.disputeEdge = rgb(0x7A5B00);
  t.densityRamp = {rgb(0xCFE0F3), rgb(0x7FB0DD), rgb(0x2A78BD), rgb(0x0B3B70)};
  return t;
}

Theme darkTheme() {
  Theme t;
  t.name = ThemeName::Dark;
  t.window = rgb(0x22252A);
  t.header = rgb(0x1D2024);
  t.canvas = rgb(0x17191C);
  t.band = rgb(0x1B1E22);
  t.ink = rgb(0xE9EBEE);
  t.ink2 = rgb(0xB9BFC7);
  t.ink3 = rgb(0x929AA4);
  t.hairline = rgb(0x383D44);
  t.edge = rgb(0x4C525A);
  t.accent = rgb(0x8AB8F5);
  t.onAccent = rgb(0x17191C);
  t.selectedFill = rgb(0x24405F);
  t.greyed = rgb(0x6A727C);
  t.summit = rgb(0x5BB0E8);
  t.message = rgb(0xFF8F4A);
  t.pledge = rgb(0x35C79C);
  t.statement = rgb(0xE596C3);
  t.event = rgb(0xA8A0F2);
  t.ruling = rgb(0xBFCB56);
  t.period = rgb(0x8D95A0);
  t.figure = rgb(0xD0D5DB);
  t.trackBar = rgb(0x30353C);
  t.refuted = rgb(0xFF8A80);
  t.disputeFill = rgb(0xF4C430);
  t.disputeEdge = rgb(0xF4C430);
  t.densityRamp = {rgb(0x1E3348), rgb(0x2F5F8C), rgb(0x5BA3DB), rgb(0xCFE7FA)};
  return t;
}

Theme highContrastTheme() {
  Theme t;
  t.name = ThemeName::HighContrast;
  t.window = rgb(0xFFFFFF);
  t.header = rgb(0xFFFFFF);
  t.canvas = rgb(0xFFFFFF);
  t.band = rgb(0xFFFFFF);
  t.ink = rgb(0x000000);
  t.ink2 = rgb(0x000000);
  t.ink3 = rgb(0x2B2B2B);
  t.hairline = rgb(0x000000);
  t.edge = rgb(0x000000);
  t.accent = rgb(0x00337A);
  t.onAccent = rgb(0xFFFFFF);
  t.selectedFill = rgb(0xFFF2A8);
  t.greyed = rgb(0x767676);
  t.summit = rgb(0x00487A);
  t.message = rgb(0x8A2F00);
  t.pledge = rgb(0x00523C);
  t.statement = rgb(0x7A1F57);
  t.event = rgb(0x3B2E8C);
  t.ruling = rgb(0x554700);
  t.period = rgb(0x3C3C3C);
  t.figure = rgb(0x000000);
  t.trackBar = rgb(0xD8D8D8);
  t.refuted = rgb(0x7A0000);
  t.disputeFill = rgb(0xFFD83D);
  t.disputeEdge = rgb(0x000000);
  // Its lightest step can still be told from the bare canvas.
  t.densityRamp = {rgb(0x7FB0DD), rgb(0x2A78BD), rgb(0x0B3B70), rgb(0x000000)};
  return t;
}

Theme printTheme() {
  Theme t = lightTheme();
  t.name = ThemeName::Print;
  t.window = rgb(0xFFFFFF);
  t.header = rgb(0xFFFFFF);
  t.band = rgb(0xFFFFFF);
  t.ink = rgb(0x000000);
  t.ink2 = rgb(0x333333);
  t.ink3 = rgb(0x555555);
  t.hairline = rgb(0xC8C8C8);
  t.edge = rgb(0x9A9A9A);
  t.accent = rgb(0x000000);
  t.selectedFill = rgb(0xECECEC);
  t.greyed = rgb(0x8C8C8C);
  return t;
}

Theme completed(Theme t) {
  t.badgeInk = rgb(kBadgeInk);
  return t;
}

/// sRGB component 0..1 to linear light (WCAG 2.1, "relative luminance").
double linear(double component) {
  return component <= 0.04045 ? component / 12.92 : std::pow((component + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
  return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

}  // namespace

const Theme& theme(ThemeName name) {
  static const Theme light = completed(lightTheme());
  static const Theme dark = completed(darkTheme());
  static const Theme highContrast = completed(highContrastTheme());
  static const Theme print = completed(printTheme());
  switch (name) {
    case ThemeName::Print:
      return print;
    case ThemeName::Light:
      return light;
    case ThemeName::Dark:
      return dark;
    case ThemeName::HighContrast:
      return highContrast;
  }
  return light;
}

QString wordOf(ThemeName name) {
  return QString::fromLatin1(kWords.at(static_cast<std::size_t>(name)));
}

std::optional<ThemeName> themeFrom(const QString& word) {
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (word == QLatin1String(kWords[i])) return static_cast<ThemeName>(i);
  }
  return std::nullopt;
}

QPalette palette(const Theme& theme) {
  QPalette p;
  p.setColor(QPalette::Window, theme.window);
  p.setColor(QPalette::WindowText, theme.ink);
  p.setColor(QPalette::Base, theme.canvas);
  p.setColor(QPalette::AlternateBase, theme.band);
  p.setColor(QPalette::Text, theme.ink);
  p.setColor(QPalette::PlaceholderText, theme.ink3);
  p.setColor(QPalette::Button, theme.header);
  p.setColor(QPalette::ButtonText, theme.ink);
  p.setColor(QPalette::BrightText, theme.refuted);
  p.setColor(QPalette::Highlight, theme.accent);
  p.setColor(QPalette::HighlightedText, theme.onAccent);
  p.setColor(QPalette::Link, theme.accent);
  p.setColor(QPalette::LinkVisited, mixed(theme.accent, theme.ink, 0.5));
  p.setColor(QPalette::ToolTipBase, theme.canvas);
  p.setColor(QPalette::ToolTipText, theme.ink);
  p.setColor(QPalette::Light, mixed(theme.canvas, theme.header, 0.5));
  p.setColor(QPalette::Midlight, theme.header);
  p.setColor(QPalette::Mid, theme.hairline);
  p.setColor(QPalette::Dark, theme.edge);
  p.setColor(QPalette::Shadow, mixed(theme.ink, theme.window, 0.5));
  for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                         QPalette::PlaceholderText, QPalette::Link})
    p.setColor(QPalette::Disabled, role, theme.greyed);
  p.setColor(QPalette::Disabled, QPalette::Base, theme.window);
  p.setColor(QPalette::Disabled, QPalette::Highlight, theme.edge);
  p.setColor(QPalette::Disabled, QPalette::HighlightedText, theme.window);
  return p;
}

double contrast(const QColor& a, const QColor& b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mixed(const QColor& over, const QColor& under, double part) {
  const auto component = [part](int o, int u) { return static_cast<int>(std::lround(u + (o - u) * part)); };
  return QColor(component(over.red(), under.red()), component(over.green(), under.green()),
                component(over.blue(), under.blue()));
}

QColor densityColor(const Theme& theme, std::uint32_t count, std::uint32_t most) {
  const auto& ramp = theme.densityRamp;
  if (count <= 1 || most <= 1) return ramp.front();
  const double place = std::log(count) / std::log(most) * static_cast<double>(ramp.size() - 1);
  const auto step = static_cast<std::size_t>(place);
  if (step + 1 >= ramp.size()) return ramp.back();
  return mixed(ramp[step + 1], ramp[step], place - static_cast<double>(step));
}

}  // namespace entente
