// SPDX-License-Identifier: GPL-3.0-or-later
// The table of actions: what the program can do by menu and key, in one place.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <cstdint>
#include <vector>

namespace entente {

enum class ActionId : std::uint8_t {
  Open,
  SavePicture,
  Quit,
  ZoomIn,
  ZoomOut,
  FitAll,
  NextEvent,
  PreviousEvent,
  LaneBelow,
  LaneAbove,
  ThemeSystem,
  ThemeLight,
  ThemeDark,
  About
};

enum class MenuId : std::uint8_t { File, View, Theme, Go, Help };

struct ActionRow {
  ActionId id;
  MenuId menu;
  QString text;  ///< with its mnemonic
  QString tip;   ///< what it does, one sentence
  QList<QKeySequence> keys;
  bool checkable = false;
  bool needsArchive = false;
  bool inToolBar = false;
  bool separatorBefore = false;
};

/// In the order in which menus show them.
[[nodiscard]] const std::vector<ActionRow>& actionTable();

}  // namespace entente
