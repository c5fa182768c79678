// SPDX-License-Identifier: GPL-3.0-or-later
// EventsPaneTest: the events pane on a session, with its model watched.
#pragma once

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <memory>

#include "app/panes/events_model.h"
#include "app/panes/events_pane.h"
#include "app/panes/table_view.h"
#include "tests/support/open_session.h"

namespace entente::test {

class EventsPaneTest : public OpenSession {
 protected:
  void SetUp() override {
    pane = std::make_unique<EventsPane>(session);
    tester = std::make_unique<QAbstractItemModelTester>(
        &model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    pane->resize(1030, 248);
    pane->show();
  }
  void TearDown() override {
    tester.reset();
    pane.reset();
  }

  EventsModel& model() { return *pane->findChild<EventsModel*>(); }
  TableView& table() { return *pane->findChild<TableView*>(QStringLiteral("eventsTable")); }
  template <class W>
  W& child(const char* name) {
    return *pane->findChild<W*>(QString::fromLatin1(name));
  }
  QString cell(int row, int column) { return model().index(row, column).data().toString(); }

  void setSpan(const char* edtf) {
    QSignalSpy updated(pane.get(), &EventsPane::countChanged);
    session.setSpan(FuzzyDate::parse(edtf)->bounds().outer());
    ASSERT_TRUE(updated.count() > 0 || updated.wait(5000));
  }
  std::optional<EventId> currentEvent() { return model().eventAt(table().currentIndex().row()); }

  std::unique_ptr<EventsPane> pane;
  std::unique_ptr<QAbstractItemModelTester> tester;
};

}  // namespace entente::test
