// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the table.
#include "app/shell/actions.h"

#include <QCoreApplication>

namespace entente {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Actions", text);
}

QKeySequence key(const char* text) {
  return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

ActionRow row(ActionId id, MenuId menu, const char* text, const char* tip, QList<QKeySequence> keys = {}) {
  return {id, menu, tr(text), tr(tip), std::move(keys)};
}

std::vector<ActionRow> makeTable() {
  std::vector<ActionRow> table{
      row(ActionId::Open, MenuId::File, "&Open…", "Open an archive", {key("Ctrl+O")}),
      row(ActionId::SavePicture, MenuId::File, "Save &picture…",
          "Save the timeline as it is shown as PNG or SVG", {key("Ctrl+E")}),
      row(ActionId::Quit, MenuId::File, "&Quit", "Close the program", {key("Ctrl+Q")}),
      row(ActionId::FitAll, MenuId::View, "&Fit all", "Show all events (Home)", {key("Ctrl+0")}),
      row(ActionId::ZoomIn, MenuId::View, "Zoom &in", "Show a shorter span", {key("Ctrl++"), key("Ctrl+=")}),
      row(ActionId::ZoomOut, MenuId::View, "Zoom &out", "Show a longer span", {key("Ctrl+-")}),
      row(ActionId::PreviousEvent, MenuId::Go, "&Previous event",
          "Select the event before (Left on the timeline)", {key("Alt+Left")}),
      row(ActionId::NextEvent, MenuId::Go, "&Next event", "Select the event after (Right on the timeline)",
          {key("Alt+Right")}),
      row(ActionId::LaneAbove, MenuId::Go, "Lane &above",
          "Select the closest event in the lane above (Up on the timeline)", {key("Alt+Up")}),
      row(ActionId::LaneBelow, MenuId::Go, "Lane &below",
          "Select the closest event in the lane below (Down on the timeline)", {key("Alt+Down")}),
      row(ActionId::ThemeSystem, MenuId::Theme, "As the &desktop", "Follow the desktop's colours"),
      row(ActionId::ThemeLight, MenuId::Theme, "&Light", "Dark ink on light paper"),
      row(ActionId::ThemeDark, MenuId::Theme, "&Dark", "Light ink on dark paper"),
      row(ActionId::About, MenuId::Help, "&About Entente", "Version and licence"),
  };
  for (ActionRow& one : table) {
    one.checkable = one.menu == MenuId::Theme;
    one.needsArchive = one.menu == MenuId::Go || one.menu == MenuId::View || one.id == ActionId::SavePicture;
    one.inToolBar =
        one.menu == MenuId::View || one.id == ActionId::PreviousEvent || one.id == ActionId::NextEvent;
    one.separatorBefore = one.id == ActionId::Quit;
  }
  return table;
}

}  // namespace

const std::vector<ActionRow>& actionTable() {
  static const std::vector<ActionRow> table = makeTable();
  return table;
}

}  // namespace entente
