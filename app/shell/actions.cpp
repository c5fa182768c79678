// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the table.
#include "app/shell/actions.h"

#include <QCoreApplication>
#include <algorithm>

namespace entente {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Actions", text);
}

/// How a row differs from a plain one.
enum Trait : unsigned {
  kPlain = 0,
  kCheckable = 1,
  kNeedsArchive = 2,
  kInToolBar = 4,
  kSeparator = 8,
};

ActionRow row(ActionId id, MenuId menu, const char* text, const char* tip, const char* keys = "",
              unsigned traits = kPlain) {
  ActionRow made{id, menu, tr(text), tr(tip), {}};
  if (*keys != '\0')
    made.keys = QKeySequence::listFromString(QString::fromLatin1(keys), QKeySequence::PortableText);
  made.checkable = (traits & kCheckable) != 0;
  made.needsArchive = (traits & kNeedsArchive) != 0;
  made.inToolBar = (traits & kInToolBar) != 0;
  made.separatorBefore = (traits & kSeparator) != 0;
  return made;
}

std::vector<ActionRow> fileRows() {
  using enum ActionId;
  constexpr MenuId kFile = MenuId::File;
  return {
      row(NewArchive, kFile, "New &archive…", "Make an empty archive for a story of your own",
          "Ctrl+Shift+N"),
      row(NewWindow, kFile, "&New window", "Open a second window on the same archive", "Ctrl+Alt+N"),
      row(Open, kFile, "&Open…", "Open an archive", "Ctrl+O"),
      row(ClearRecent, MenuId::Recent, "&Forget these archives",
          "Empty the list of recent archives, and how each was left", "", kSeparator),
      row(OpenBuiltIn, kFile, "Open the &built-in archive", "Open the story that comes with the program",
          "Ctrl+B"),
      row(SaveCopy, kFile, "&Save a copy…", "Save a copy of the archive elsewhere, and go on with it",
          "Ctrl+Shift+S", kNeedsArchive | kSeparator),
      row(BackUp, kFile, "Back &up now", "Keep the archive as it is now in a file beside it", "Ctrl+Alt+B",
          kNeedsArchive),
      row(Import, kFile, "&Import…",
          "Bring in a table of events (CSV, XLSX, ODS), or a file of another timeline program, a calendar or "
          "references",
          "Ctrl+I", kSeparator),
      row(ImportFigures, kFile, "Import &figures…",
          "Add the figures of a publisher's table (CSV or XLSX), with their source", "Ctrl+Alt+I",
          kNeedsArchive),
      row(SavePicture, kFile, "Save &picture…", "Save the timeline as it is shown as PNG or SVG", "Ctrl+E",
          kNeedsArchive),
      row(ExportChart, kFile, "Export c&hart…",
          "Export the chart of the pledge as SVG, PNG, PDF, CSV or XLSX", "Ctrl+Shift+P", kNeedsArchive),
      row(ExportForOthers, kFile, "E&xport for other programs…",
          "Write the events as a table, for TimelineJS or a calendar, the sources as CSL-JSON, or everything "
          "as "
          "CSV files",
          "Ctrl+Alt+E", kNeedsArchive),
      row(Properties, kFile, "P&roperties…",
          "Show and change title, description, authors, licence and time zone of the archive", "Alt+Return",
          kNeedsArchive | kSeparator),
      row(CloseArchive, kFile, "&Close archive", "Close the archive and keep the window", "Ctrl+W",
          kNeedsArchive | kSeparator),
      row(CloseWindow, kFile, "Close &window", "Close this window", "Ctrl+Shift+W"),
      row(Quit, kFile, "&Quit", "Close all windows", "Ctrl+Q"),
  };
}

std::vector<ActionRow> editRows() {
  using enum ActionId;
  constexpr MenuId kEdit = MenuId::Edit;
  return {
      row(Undo, kEdit, "&Undo", "Undo the last change of the archive", "Ctrl+Z", kNeedsArchive),
      row(Redo, kEdit, "&Redo", "Make the change again that was undone", "Ctrl+Shift+Z; Ctrl+Y",
          kNeedsArchive),
      row(CopyEvents, kEdit, "Copy &events", "Copy the selected events as a table", "Ctrl+C",
          kNeedsArchive | kSeparator),
      row(CopyAttribution, kEdit, "&Copy with attribution",
          "Copy the shown value with who says so, and who says otherwise", "Ctrl+Shift+C", kNeedsArchive),
      row(CopyChart, kEdit, "Copy c&hart", "Copy the chart of the pledge as a picture, and its table as text",
          "Ctrl+Alt+C", kNeedsArchive),
      row(PasteTable, kEdit, "&Paste a table…", "Import the cells of a spreadsheet that were copied there",
          "Ctrl+V"),
      row(SelectAll, kEdit, "Select &all", "Select all events of the span that is shown", "Ctrl+A",
          kNeedsArchive | kSeparator),
      row(Find, kEdit, "&Find", "Look for words in titles, texts, quotations, names and sources", "Ctrl+F",
          kNeedsArchive | kSeparator),
      row(FindNext, kEdit, "Find &next", "Select the next event that was found", "F3", kNeedsArchive),
      row(FindPrevious, kEdit, "Find &previous", "Select the event before that was found", "Shift+F3",
          kNeedsArchive),
      row(OnlyDisputed, kEdit, "Only &disputed", "Keep only events over which sources disagree",
          "Ctrl+Shift+D", kCheckable | kNeedsArchive | kInToolBar | kSeparator),
      row(KeepSelected, kEdit, "&Keep only selected", "Filter by the selected events", "Ctrl+Shift+K",
          kNeedsArchive),
      row(DropFilter, kEdit, "D&rop the filter", "Show all events again", "Ctrl+Shift+F", kNeedsArchive),
      row(DateEarlier, kEdit, "&Move the date earlier",
          "Move the date of the selected event back by a day, or by what it is precise to", "Alt+Shift+Left",
          kNeedsArchive | kSeparator),
      row(DateLater, kEdit, "Move the date &later",
          "Move the date of the selected event on by a day, or by what it is precise to", "Alt+Shift+Right",
          kNeedsArchive),
      row(EndEarlier, kEdit, "Move its end earl&ier",
          "Let the selected event end earlier, and begin as it does", "Alt+Shift+Up", kNeedsArchive),
      row(EndLater, kEdit, "Move its end la&ter", "Let the selected event end later, and begin as it does",
          "Alt+Shift+Down", kNeedsArchive),
  };
}

std::vector<ActionRow> eventRows() {
  using enum ActionId;
  constexpr MenuId kEvent = MenuId::Event;
  return {
      row(NewEvent, kEvent, "&New event…", "Write a new event", "Ctrl+N", kNeedsArchive),
      row(EditEvent, kEvent, "&Edit…", "Change what is recorded of the selected event", "F2", kNeedsArchive),
      row(DuplicateEvent, kEvent, "D&uplicate", "Make a copy of the selected event", "Ctrl+D", kNeedsArchive),
      row(LinkEvent, kEvent, "&Link to…", "Link the selected event with another one", "Ctrl+Shift+I",
          kNeedsArchive),
      row(DeleteEvents, kEvent, "&Delete…", "Delete the selected events, and what cannot be without them",
          "Del", kNeedsArchive | kSeparator),
  };
}

std::vector<ActionRow> viewRows() {
  using enum ActionId;
  constexpr MenuId kView = MenuId::View;
  constexpr MenuId kGo = MenuId::Go;
  constexpr MenuId kTheme = MenuId::Theme;
  constexpr MenuId kSize = MenuId::TextSize;
  return {
      row(FitAll, kView, "&Fit all", "Show all events", "Ctrl+0", kNeedsArchive | kInToolBar),
      row(FitSelection, kView, "Fit &selection",
          "Show the selected event with all that it is linked with, or all selected ones", "Ctrl+Shift+E",
          kNeedsArchive),
      row(ZoomIn, kView, "Zoom &in", "Show a shorter span", "Ctrl+=", kNeedsArchive),
      row(ZoomOut, kView, "Zoom &out", "Show a longer span", "Ctrl+-", kNeedsArchive),
      row(OpeningView, kView, "O&pening view", "Show what the archive opens on", "Ctrl+Home", kNeedsArchive),
      row(AllLinks, kView, "All &links",
          "Show the links of all events in view, not of the selected one alone", "Ctrl+Shift+L",
          kCheckable | kNeedsArchive),
      row(KnownAsOf, kView, "&Known as of\u2026", "Show only what had become known by a day", "Ctrl+K",
          kCheckable | kNeedsArchive | kInToolBar),
      row(AxisWeeks, MenuId::Axis, "&Weeks by number",
          "Name the weeks on the axis W1 to W53, as ISO 8601 does", "", kCheckable | kNeedsArchive),
      row(AxisQuarters, MenuId::Axis, "&Quarters by number",
          "Name steps of three months on the axis Q1 to Q4", "", kCheckable | kNeedsArchive),
      row(ThemeSystem, kTheme, "As the &desktop", "Follow the desktop's colours", "", kCheckable),
      row(ThemeLight, kTheme, "&Light", "Dark ink on light paper", "", kCheckable),
      row(ThemeDark, kTheme, "&Dark", "Light ink on dark paper", "", kCheckable),
      row(ThemeHighContrast, kTheme, "&High contrast", "Black ink on white, every line black", "",
          kCheckable),
      row(TextLarger, kSize, "&Larger", "Make all text larger", "Ctrl+Shift++; Ctrl+Shift+="),
      row(TextSmaller, kSize, "&Smaller", "Make all text smaller", "Ctrl+Shift+-; Ctrl+Shift+_"),
      row(TextUsual, kSize, "&Usual size", "Give all text the desktop's size", "Ctrl+Shift+0; Ctrl+Shift+)"),
      row(FullScreen, kView, "F&ull screen", "Fill the screen, or go back to a window", "F11",
          kCheckable | kSeparator),
      row(TallPanes, kView, "Tall p&anes",
          "Give the panes below the timeline most of the window, or take it back", "F9",
          kCheckable | kNeedsArchive),
      row(ViewBack, kGo, "&Back", "Show what was looked at before", "Alt+Left", kNeedsArchive | kInToolBar),
      row(ViewForward, kGo, "&Forward", "Show what was looked at after that", "Alt+Right",
          kNeedsArchive | kInToolBar),
      row(PreviousEvent, kGo, "&Previous event", "Select the event before", "Ctrl+Left",
          kNeedsArchive | kSeparator),
      row(NextEvent, kGo, "&Next event", "Select the event after", "Ctrl+Right", kNeedsArchive),
      row(LaneAbove, kGo, "Lane &above", "Select the closest event in the lane above", "Alt+Up",
          kNeedsArchive),
      row(LaneBelow, kGo, "Lane &below", "Select the closest event in the lane below", "Alt+Down",
          kNeedsArchive),
      row(GoToDate, kGo, "&Go to date", "Show a day, year or time, as people write it", "Ctrl+G",
          kNeedsArchive | kSeparator),
      row(Measure, kGo, "&Measure from here", "Say how long it is from this event to the one selected next",
          "Ctrl+M", kCheckable | kNeedsArchive),
      row(NextRival, kGo, "Next &rival date", "Go to the next date that somebody else gives for this event",
          "Ctrl+R", kNeedsArchive),
      row(LinkBefore, kGo, "Linked event bef&ore", "Select the event before that this one is linked with",
          "Ctrl+[", kNeedsArchive),
      row(LinkAfter, kGo, "Linked event af&ter", "Select the event after that this one is linked with",
          "Ctrl+]", kNeedsArchive),
  };
}

std::vector<ActionRow> laneRows() {
  using enum ActionId;
  constexpr MenuId kLanes = MenuId::Lanes;
  constexpr MenuId kOrder = MenuId::LaneOrder;
  constexpr unsigned kChoice = kCheckable | kNeedsArchive;
  return {
      row(LanesByKind, kLanes, "&Kind", "A lane for each kind of event", "Alt+1", kChoice),
      row(LanesByActor, kLanes, "&Actor", "A lane for each actor, with the offices that they held", "Alt+2",
          kChoice),
      row(LanesByCountry, kLanes, "&Country", "A lane for each country whose people take part", "Alt+3",
          kChoice),
      row(LanesByPlace, kLanes, "&Place", "A lane for each place where something happened", "Alt+4", kChoice),
      row(LanesBySeries, kLanes, "&Series", "A lane for each series of summits", "Alt+5", kChoice),
      row(LanesBySource, kLanes, "S&ource", "A lane for each publisher of a source", "Alt+6", kChoice),
      row(LanesByChannel, kLanes, "C&hannel", "A lane for each channel that words went by", "Alt+7", kChoice),
      row(LanesByNothing, kLanes, "&Nothing", "All events in one lane", "Alt+8", kChoice),
      row(LanesUsual, kOrder, "As &usual", "Kinds in their own order, other lanes by number of events", "",
          kChoice),
      row(LanesByName, kOrder, "By &name", "Lanes in the order of their names", "", kChoice),
      row(LanesByCount, kOrder, "By number of &events", "The lane with most events first", "", kChoice),
      row(LanesByFirstDate, kOrder, "By &first date", "The lane whose events begin first comes first", "",
          kChoice),
      row(AllLanes, kLanes, "Sho&w all lanes", "Show the lanes again that are hidden", "Alt+0",
          kNeedsArchive | kSeparator),
      row(FitLane, kLanes, "&Fit this lane", "Show all events of the lane of the selected event", "",
          kNeedsArchive | kSeparator),
      row(CollapseLane, kLanes, "Co&llapse this lane", "Draw the lane of the selected event in one row", "",
          kChoice),
      row(OnlyLane, kLanes, "Onl&y this lane", "Hide all lanes but that of the selected event", "", kChoice),
      row(HideLane, kLanes, "H&ide this lane", "Hide the lane of the selected event", "", kNeedsArchive),
      row(LaneUp, kLanes, "Move this lane &up", "Put the lane of the selected event above the one above it",
          "", kNeedsArchive),
      row(LaneDown, kLanes, "Move this lane &down",
          "Put the lane of the selected event below the one below it", "", kNeedsArchive),
  };
}

std::vector<ActionRow> windowRows() {
  using enum ActionId;
  constexpr MenuId kWindow = MenuId::Window;
  return {
      row(PaneDetail, kWindow, "&Detail", "Show what is known of the selected event", "Ctrl+1", kCheckable),
      row(PaneMessage, kWindow, "&Message", "Show the message and its life line", "Ctrl+2", kCheckable),
      row(PaneSources, kWindow, "&Sources", "Show the sources and what rests on them", "Ctrl+3", kCheckable),
      row(PaneFilter, kWindow, "&Filter", "Choose kinds, actors, countries and disputes", "Ctrl+4",
          kCheckable),
      row(PanePledge, kWindow, "&Pledge and spending", "Show a pledge against what was spent", "Ctrl+5",
          kCheckable),
      row(PaneEvents, kWindow, "&Events", "Show the visible events as a table", "Ctrl+6", kCheckable),
      row(PaneClaims, kWindow, "&Claims", "Show who claims what, and why one value is shown", "Ctrl+7",
          kCheckable),
      row(PaneHistory, kWindow, "&History", "Show the steps of the archive's history", "Ctrl+8", kCheckable),
      row(PaneCheck, kWindow, "C&heck", "Show what contradicts what in the archive", "Ctrl+9", kCheckable),
      row(PaneRecords, kWindow, "&Actors and places",
          "Find, change and merge actors, places, offices, memberships, figures and links",
          "Ctrl+Shift+1", kCheckable),
      row(NextPane, kWindow, "&Next pane", "Go to the next pane with the keyboard", "F6", kSeparator),
      row(PreviousPane, kWindow, "Pre&vious pane", "Go to the pane before with the keyboard", "Shift+F6"),
      row(ResetLayout, kWindow, "&Reset the layout", "Put all panes back where they were at first"),
      row(Keys, MenuId::Help, "&Keys", "Show all keys on one card", "?; F1"),
      row(Legend, MenuId::Help, "&Legend", "Show what marks, widths, fades and hatches mean", "Ctrl+L"),
      row(About, MenuId::Help, "&About Entente", "Version, licence and libraries"),
  };
}

std::vector<ActionRow> makeTable() {
  std::vector<ActionRow> table;
  for (const std::vector<ActionRow>& rows :
       {fileRows(), editRows(), eventRows(), viewRows(), laneRows(), windowRows()})
    table.insert(table.end(), rows.begin(), rows.end());
  return table;
}

}  // namespace

const std::vector<ActionRow>& actionTable() {
  static const std::vector<ActionRow> table = makeTable();
  return table;
}

QString menuTitle(MenuId menu) {
  switch (menu) {
    case MenuId::File:
      return tr("&File");
    case MenuId::Recent:
      return tr("Open &recent");
    case MenuId::Edit:
      return tr("&Edit");
    case MenuId::Event:
      return tr("E&vent");
    case MenuId::View:
      return tr("&View");
    case MenuId::Lanes:
      return tr("La&nes");
    case MenuId::LaneOrder:
      return tr("O&rder");
    case MenuId::Axis:
      return tr("&Axis");
    case MenuId::Theme:
      return tr("&Theme");
    case MenuId::TextSize:
      return tr("Text si&ze");
    case MenuId::Go:
      return tr("&Go");
    case MenuId::Window:
      return tr("&Window");
    case MenuId::Help:
      return tr("&Help");
  }
  return {};
}

std::vector<GestureRow> timelineGestures() {
  return {
      {tr("Left, Right"), tr("Select the event before or after in the same lane")},
      {tr("Shift and Left, Right"), tr("Select the next one in the lane as well")},
      {tr("Tab, Shift and Tab"), tr("Select the event after or before in all lanes")},
      {tr("Up, Down"), tr("Select the closest event in the lane above or below")},
      {tr("R"), tr("Go to the next rival date of the selected event")},
      {tr("[, ]"), tr("Select the linked event before or after")},
      {tr("F"), tr("Show the selected event with all that it is linked with")},
      {tr("L"), tr("Show all events of the lane")},
      {tr("C"), tr("Draw the lane in one row, or in all of its rows")},
      {tr("H"), tr("Hide the lane")},
      {tr("S"), tr("Show only this lane, or all again")},
      {tr("Shift and Up, Down"), tr("Move the lane up or down")},
      {tr("Home"), tr("Show all events")},
      {tr("+, -"), tr("Zoom in or out")},
      {tr("Page Up, Page Down"), tr("Go back or forth in time")},
      {tr("Esc"), tr("Let go of the selection")},
      {tr("Wheel"), tr("Zoom about the pointer")},
      {tr("Shift and wheel, drag"), tr("Go back or forth in time")},
      {tr("Shift and drag"), tr("Zoom to the span that is marked")},
      {tr("Ctrl and click"), tr("Select one more event, or let it go")},
      {tr("Shift and click"), tr("Select all events from the selected one on")},
      {tr("Ctrl and drag"), tr("Select the events in a box")},
      {tr("Alt and drag a mark"), tr("Move the date of the event, or an end of its bar; Esc leaves it")},
      {tr("Drag the name of a lane"), tr("Move the lane up or down")},
      {tr("Right click"), tr("What can be done to the lane")},
      {tr("Click on a card with a number"), tr("Zoom to the events that it holds")},
      {tr("Double click"), tr("Zoom in")},
  };
}

}  // namespace entente
