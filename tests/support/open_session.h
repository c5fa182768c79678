// SPDX-License-Identifier: GPL-3.0-or-later
// OpenSession: a session with an archive open in it, for tests of panes without a window around them.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "app/session/session.h"
#include "core/model/records.h"
#include "tests/support/temporary_folder.h"

namespace entente::test {

class OpenSession : public ::testing::Test {
 protected:
  /// Opens and waits until the archive (and, where one is selected, the detail) is there.
  void open(const QString& path);
  void openBuiltIn();
  void openRecords(const Records& records);

  [[nodiscard]] EventId id(const char* reference);
  /// Selects an event by its reference ("message:UID") and waits for its detail.
  void select(const char* reference);
  void waitForDetail();
  /// Panes follow when the event loop turns.
  static void settle();
  /// Looks for words and waits for the answer.
  void find(const QString& words);
  /// Uid of what is selected; empty if nothing is.
  [[nodiscard]] std::string selected();

  TemporaryFolder folder;
  Session session;
};

}  // namespace entente::test
