// SPDX-License-Identifier: GPL-3.0-or-later
// The table of actions: what the program can do by menu and key, in one place. Menus, tool tips and the key
// card are made from it.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <cstdint>
#include <vector>

namespace entente {

enum class ActionId : std::uint8_t {
  NewArchive,
  NewWindow,
  Open,
  OpenBuiltIn,
  ClearRecent,
  SaveCopy,
  BackUp,
  Import,
  ImportFigures,
  SavePicture,
  ExportChart,
  ExportForOthers,
  Properties,
  CloseArchive,
  CloseWindow,
  Quit,
  Undo,
  Redo,
  CopyEvents,
  CopyAttribution,
  CopyChart,
  PasteTable,
  SelectAll,
  KeepSelected,
  Find,
  FindNext,
  FindPrevious,
  OnlyDisputed,
  DropFilter,
  DateEarlier,
  DateLater,
  EndEarlier,
  EndLater,
  NewEvent,
  EditEvent,
  DuplicateEvent,
  LinkEvent,
  DeleteEvents,
  FitAll,
  FitSelection,
  AllLinks,
  ZoomIn,
  ZoomOut,
  OpeningView,
  KnownAsOf,
  AxisWeeks,
  AxisQuarters,
  ThemeSystem,
  ThemeLight,
  ThemeDark,
  ThemeHighContrast,
  TextLarger,
  TextSmaller,
  TextUsual,
  FullScreen,
  TallPanes,
  LanesByKind,
  LanesByActor,
  LanesByCountry,
  LanesByPlace,
  LanesBySeries,
  LanesBySource,
  LanesByChannel,
  LanesByNothing,
  LanesUsual,
  LanesByName,
  LanesByCount,
  LanesByFirstDate,
  AllLanes,
  FitLane,
  CollapseLane,
  OnlyLane,
  HideLane,
  LaneUp,
  LaneDown,
  ViewBack,
  ViewForward,
  PreviousEvent,
  NextEvent,
  LaneAbove,
  LaneBelow,
  GoToDate,
  Measure,
  NextRival,
  LinkBefore,
  LinkAfter,
  PaneDetail,
  PaneMessage,
  PaneSources,
  PaneFilter,
  PanePledge,
  PaneEvents,
  PaneClaims,
  PaneHistory,
  PaneCheck,
  PaneRecords,
  NextPane,
  PreviousPane,
  ResetLayout,
  Keys,
  Legend,
  About
};

enum class MenuId : std::uint8_t {
  File,
  Recent,
  Edit,
  Event,
  View,
  Lanes,
  LaneOrder,
  Axis,
  Theme,
  TextSize,
  Go,
  Window,
  Help
};

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
[[nodiscard]] QString menuTitle(MenuId menu);

/// What mouse and keys do on the timeline itself, for the key card: keys or gesture, and what it does.
struct GestureRow {
  QString keys;
  QString what;
};
[[nodiscard]] std::vector<GestureRow> timelineGestures();

}  // namespace entente
