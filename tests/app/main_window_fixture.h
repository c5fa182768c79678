// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, offscreen, with an archive open in it.
#pragma once

#include <gtest/gtest.h>

#include <QPoint>
#include <QString>
#include <memory>

#include "app/shell/main_window.h"
#include "core/model/records.h"
#include "tests/support/temporary_folder.h"

namespace entente::test {

class WindowTest : public ::testing::Test {
 protected:
  WindowTest();
  ~WindowTest() override;

  /// Opens and waits until the archive (and, where one is selected, the detail) is there.
  void open(const QString& path);
  void openBuiltIn();
  void openRecords(const Records& records);

  /// Selects an event by its reference and waits for its detail.
  void select(const char* reference);
  void waitForDetail();
  /// Panes follow when the event loop turns.
  static void settle();

  [[nodiscard]] Session& session() { return window->session(); }
  [[nodiscard]] TimelineView& timeline() { return window->timeline(); }
  [[nodiscard]] EventId id(const char* reference);
  /// Uid of what is selected; empty if nothing is.
  [[nodiscard]] std::string selected();
  [[nodiscard]] QString detailTitle();
  /// All words of the detail pane, markup removed, in the order of its widgets.
  [[nodiscard]] QString detailText();

  TemporaryFolder folder;
  std::unique_ptr<MainWindow> window;
};

}  // namespace entente::test
