// SPDX-License-Identifier: GPL-3.0-or-later
// Records through the window: made, changed, deleted, merged, several at once; each one step that can be
// undone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <ostream>

#include "app/panes/detail_pane.h"
#include "app/panes/record_form.h"
#include "app/panes/records_pane.h"
#include "app/panes/reference_field.h"
#include "app/panes/sources_pane.h"
#include "app/shell/pane_docks.h"
#include "app/timeline/timeline_view.h"
#include "core/archive/archive.h"
#include "core/view/record_edits.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

EditableRecord record(TableId table,
                      std::initializer_list<std::pair<std::string_view, std::string_view>> cells) {
  EditableRecord made = *newRecord(table);
  for (const auto& [column, text] : cells)
    EXPECT_EQ(setCell(made, column, text), "") << column;
  return made;
}

Records sample() {
  Records records;
  const auto add = [&records](const EditableRecord& made) {
    std::visit(
        [&](const auto& one) { (records.*recordTable<std::decay_t<decltype(one)>>().rows).push_back(one); },
        made);
  };
  add(record(TableId::Actors, {{"uid", "ann"}, {"name", "Ann Archer"}}));
  add(record(TableId::Actors, {{"uid", "ann-a"}, {"name", "A. Archer"}, {"country", "NLD"}}));
  add(record(TableId::Actors, {{"uid", "pact"}, {"name", "The Pact"}, {"kind", "organisation"}}));
  add(record(TableId::Sources, {{"uid", "paper"}, {"title", "The Paper"}, {"publisher", "Paper"}}));
  add(record(TableId::Places, {{"uid", "hague"}, {"name", "The Hague"}}));
  add(record(TableId::Events, {{"uid", "treaty"},
                               {"title", "The treaty"},
                               {"when", "1962-10-22"},
                               {"participants", "signed:ann;signed:ann-a"},
                               {"sources", "paper"},
                               {"tags", "peace"}}));
  add(record(TableId::Events, {{"uid", "alone"}, {"title", "Alone"}, {"when", "1962-10-28"}}));
  add(record(TableId::Statements,
             {{"uid", "speech"}, {"title", "The speech"}, {"when", "1962-10-23"}, {"speaker", "ann"}}));
  add(record(TableId::Messages, {{"uid", "letter"}, {"title", "The letter"}, {"sender", "ann;pact"}}));
  add(record(TableId::Stages, {{"uid", "letter-sent"}, {"message", "letter"}, {"when", "1962-10-24"}}));
  add(record(TableId::Pledges, {{"uid", "promise"},
                                {"title", "The promise"},
                                {"when", "1962-10-25"},
                                {"metric", "peace"},
                                {"target", "2"}}));
  add(record(TableId::Claims, {{"uid", "c"},
                               {"subject", "statement:speech"},
                               {"field", "when"},
                               {"value", "1962-10-26"},
                               {"edtf", "1962-10-26"},
                               {"source", "paper"}}));
  return records;
}

class RecordFormsTest : public test::WindowTest {
 protected:
  void SetUp() override { openRecords(sample()); }

  Records records() {
    const auto archive = Archive::open((folder / "test.entente"), Access::ReadOnly);
    return archive.has_value() ? *archive->records() : Records();
  }
  std::string cell(TableId table, const char* uid, const char* column) {
    const auto found = findRecord(records(), {table, uid});
    return found ? cellOf(*found, column) : "not there";
  }
  bool isThere(TableId table, const char* uid) { return findRecord(records(), {table, uid}).has_value(); }
  const std::vector<HistoryStep>& history() { return session().snapshot()->content->history; }

  RecordForm* form() { return window->detail().findChild<RecordForm*>(); }
  template <class W>
  W* child(const QString& name) {
    return window->detail().findChild<W*>(name);
  }
  /// What is typed into in the editor of a column.
  QWidget* field(const char* column) {
    auto* made = form() ? form()->findChild<FormField*>(QString::fromLatin1(column)) : nullptr;
    if (!made) return nullptr;
    QWidget* typed = made->focusProxy();
    while (typed && typed->focusProxy())
      typed = typed->focusProxy();
    return typed;
  }
  void type(const char* column, const char* words) {
    QWidget* typed = field(column);
    ASSERT_NE(typed, nullptr) << column;
    typed->setFocus();
    QTest::keyClick(typed, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(typed, QString::fromUtf8(words));
  }
  /// Types and takes the entry of the list that begins so.
  void pick(const char* column, const char* words, const char* entry) {
    pickIn(qobject_cast<QLineEdit*>(field(column)), words, entry);
  }
  void pickIn(QLineEdit* line, const char* words, const char* entry) {
    ASSERT_NE(line, nullptr) << words;
    line->setFocus();
    QTest::keyClicks(line, QString::fromUtf8(words));
    QAbstractItemView* popup = line->completer()->popup();
    ASSERT_TRUE(popup->isVisible());
    for (int row = 0; row < popup->model()->rowCount(); ++row) {
      if (!popup->model()->index(row, 0).data().toString().startsWith(QString::fromUtf8(entry))) continue;
      popup->setCurrentIndex(popup->model()->index(row, 0));
      QTest::keyClick(popup, Qt::Key_Return);
      return settle();
    }
    FAIL() << "no entry " << entry;
  }
  void choose(QComboBox& box, const char* words) {
    const int at = box.findText(QString::fromUtf8(words));
    ASSERT_GE(at, 0) << words;
    box.setFocus();
    while (box.currentIndex() != at)
      QTest::keyClick(&box, box.currentIndex() < at ? Qt::Key_Down : Qt::Key_Up);
    settle();
  }
  template <class F>
  void changing(F does) {
    QSignalSpy changed(&session(), &Session::changed);
    QSignalSpy detailed(&session(), &Session::detailChanged);
    does();
    ASSERT_TRUE(changed.count() > 0 || changed.wait());
    // The pane is made anew with the detail of the archive as it is then.
    if (session().selected()) {
      ASSERT_TRUE(detailed.count() > 0 || detailed.wait());
    }
    settle();
  }
  void key(Qt::Key which, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    window->timeline().setFocus();
    QTest::keyClick(&window->timeline(), which, modifiers);
    settle();
  }
  void trigger(ActionId id) {
    window->action(id)->trigger();
    settle();
  }
  /// Until the detail pane has turned into a page of that name.
  void waitForPage(const char* name) {
    QSignalSpy shown(&window->detail(), &DetailPane::pageShown);
    ASSERT_TRUE(child<QWidget>(QString::fromLatin1(name)) || shown.wait()) << name;
    settle();
  }
  void waitForForm() { waitForPage("recordForm"); }
  void save() {
    changing([this] { QTest::keyClick(form(), Qt::Key_Return, Qt::ControlModifier); });
    EXPECT_EQ(form(), nullptr);
  }
  void undo() {
    changing([this] { trigger(ActionId::Undo); });
  }
  void redo() {
    changing([this] { trigger(ActionId::Redo); });
  }
};

TEST_F(RecordFormsTest, ANewEventIsWrittenSelectedUndoneAndRedone) {
  trigger(ActionId::NewEvent);
  waitForForm();
  type("title", "Test ban signed");
  type("when", "5 August 1963");
  pick("participants", "arch", "Ann Archer");
  type("tags", "peace, tests");
  save();
  EXPECT_EQ(selected(), "test-ban-signed");
  EXPECT_EQ(detailTitle(), QStringLiteral("Test ban signed"));
  EXPECT_EQ(cell(TableId::Events, "test-ban-signed", "when"), "1963-08-05");
  EXPECT_EQ(cell(TableId::Events, "test-ban-signed", "participants"), "participant:ann");
  EXPECT_EQ(cell(TableId::Events, "test-ban-signed", "tags"), "peace;tests");
  ASSERT_EQ(history().size(), 1U);
  EXPECT_EQ(history()[0].title, QStringLiteral("Add event: Test ban signed"));
  undo();
  EXPECT_FALSE(isThere(TableId::Events, "test-ban-signed"));
  redo();
  EXPECT_TRUE(isThere(TableId::Events, "test-ban-signed"));
}

TEST_F(RecordFormsTest, WhatIsMissingIsSaidBesideItsFieldAndNothingIsSaved) {
  trigger(ActionId::NewEvent);
  waitForForm();
  choose(*child<QComboBox>(QStringLiteral("eventKind")), "Statement");
  type("when", "nonsense");
  QTest::mouseClick(child<QPushButton>(QStringLiteral("saveRecord")), Qt::LeftButton);
  for (const char* column : {"title", "speaker", "when"}) {
    auto* problem = child<QLabel>(QStringLiteral("problem-") + QString::fromLatin1(column));
    ASSERT_NE(problem, nullptr) << column;
    EXPECT_FALSE(problem->isHidden()) << column;
  }
  EXPECT_TRUE(child<QLabel>(QStringLiteral("problem-quote"))->isHidden());
  EXPECT_TRUE(history().empty());
  type("title", "Said");
  EXPECT_TRUE(child<QLabel>(QStringLiteral("problem-title"))->isHidden());
}

TEST_F(RecordFormsTest, ActorsAreCreatedInPlaceInTheSameStep) {
  trigger(ActionId::NewEvent);
  waitForForm();
  choose(*child<QComboBox>(QStringLiteral("eventKind")), "Statement");
  type("title", "Said");
  type("when", "1963");
  pick("speaker", "Ruritania", "Create the state");
  pick("sources", "The Gazette", "Create the source");
  save();
  EXPECT_EQ(cell(TableId::Statements, "said", "speaker"), "ruritania");
  EXPECT_EQ(cell(TableId::Actors, "ruritania", "kind"), "state");
  EXPECT_EQ(cell(TableId::Statements, "said", "sources"), "the-gazette");
  ASSERT_EQ(history().size(), 1U);
  undo();
  EXPECT_FALSE(isThere(TableId::Actors, "ruritania"));
  EXPECT_FALSE(isThere(TableId::Sources, "the-gazette"));
}

TEST_F(RecordFormsTest, AnEventIsChangedAndItsKindToo) {
  select("event:treaty");
  key(Qt::Key_F2);
  waitForForm();
  type("title", "The great treaty");
  save();
  EXPECT_EQ(cell(TableId::Events, "treaty", "title"), "The great treaty");
  EXPECT_EQ(history()[0].title, QStringLiteral("Edit event: The great treaty"));
}

TEST_F(RecordFormsTest, AnotherKindKeepsWhatIsWritten) {
  select("event:treaty");
  key(Qt::Key_F2);
  waitForForm();
  type("title", "The summit");
  choose(*child<QComboBox>(QStringLiteral("eventKind")), "Summit");
  type("series", "pact");
  save();
  EXPECT_EQ(cell(TableId::Summits, "treaty", "title"), "The summit");
  EXPECT_EQ(cell(TableId::Summits, "treaty", "participants"), "signed:ann;signed:ann-a");
  EXPECT_FALSE(isThere(TableId::Events, "treaty"));
  EXPECT_EQ(selected(), "treaty");
  undo();
  EXPECT_EQ(cell(TableId::Events, "treaty", "title"), "The treaty");
  EXPECT_FALSE(isThere(TableId::Summits, "treaty"));
}

TEST_F(RecordFormsTest, WhatClaimsDecideIsNotEditedByHand) {
  select("statement:speech");
  key(Qt::Key_F2);
  waitForForm();
  EXPECT_EQ(field("when"), nullptr);
  EXPECT_NE(child<QWidget>(QStringLiteral("derived-when")), nullptr);
  EXPECT_NE(field("quote"), nullptr);
}

TEST_F(RecordFormsTest, EscapeAsksOnlyIfSomethingIsWritten) {
  trigger(ActionId::NewEvent);
  waitForForm();
  QTest::keyClick(form(), Qt::Key_Escape);
  settle();
  EXPECT_EQ(form(), nullptr);
  trigger(ActionId::NewEvent);
  waitForForm();
  type("title", "Half");
  QTest::keyClick(form(), Qt::Key_Escape);
  settle();
  ASSERT_NE(form(), nullptr);
  EXPECT_TRUE(child<QWidget>(QStringLiteral("leaveQuestion"))->isVisible());
  session().select(id("event:alone"));  // what is written stays
  waitForDetail();
  ASSERT_NE(form(), nullptr);
  QTest::mouseClick(child<QPushButton>(QStringLiteral("throwAway")), Qt::LeftButton);
  settle();
  EXPECT_EQ(form(), nullptr);
  EXPECT_EQ(detailTitle(), QStringLiteral("Alone"));
  EXPECT_TRUE(history().empty());
}

TEST_F(RecordFormsTest, WhatStandsAloneIsDeletedAtOnceAndComesBack) {
  select("event:alone");
  changing([this] { key(Qt::Key_Delete); });
  EXPECT_FALSE(isThere(TableId::Events, "alone"));
  EXPECT_EQ(history()[0].title, QStringLiteral("Delete event: Alone"));
  undo();
  EXPECT_TRUE(isThere(TableId::Events, "alone"));
}

TEST_F(RecordFormsTest, WhatIsTiedIsShownAndAskedOnce) {
  session().deleteRecords({{TableId::Actors, "ann"}});
  waitForPage("deletePage");
  const QString text = detailText();
  EXPECT_TRUE(text.contains(QStringLiteral("Delete Ann Archer?"))) << text.toStdString();
  EXPECT_TRUE(text.contains(QStringLiteral("1 statement and 1 claim"))) << text.toStdString();
  EXPECT_TRUE(text.contains(QStringLiteral("1 message and 1 event"))) << text.toStdString();
  EXPECT_TRUE(text.contains(QStringLiteral("Statement: The speech"))) << text.toStdString();
  EXPECT_TRUE(history().empty());
  changing(
      [this] { QTest::mouseClick(child<QPushButton>(QStringLiteral("confirmDelete")), Qt::LeftButton); });
  EXPECT_FALSE(isThere(TableId::Actors, "ann"));
  EXPECT_FALSE(isThere(TableId::Statements, "speech"));
  EXPECT_EQ(cell(TableId::Events, "treaty", "participants"), "signed:ann-a");
  EXPECT_EQ(cell(TableId::Messages, "letter", "sender"), "pact");
  undo();
  EXPECT_TRUE(isThere(TableId::Claims, "c"));
  EXPECT_EQ(cell(TableId::Events, "treaty", "participants"), "signed:ann;signed:ann-a");
}

TEST_F(RecordFormsTest, KeepingEverythingKeepsIt) {
  session().deleteRecords({{TableId::Sources, "paper"}});
  waitForPage("deletePage");
  QTest::mouseClick(child<QPushButton>(QStringLiteral("keepAll")), Qt::LeftButton);
  settle();
  EXPECT_EQ(child<QWidget>(QStringLiteral("deletePage")), nullptr);
  EXPECT_TRUE(isThere(TableId::Sources, "paper"));
  EXPECT_TRUE(history().empty());
}

TEST_F(RecordFormsTest, SourcesAreEditedFromTheirPaneAndOneComesBackToIt) {
  SourcesPane& sources = window->panes().sources();
  window->panes().show(PaneId::Sources);
  const auto press = [&sources](const char* name) {
    auto* button = sources.findChild<QPushButton*>(QString::fromLatin1(name));
    ASSERT_TRUE(button != nullptr && button->isVisible()) << name;
    QTest::mouseClick(button, Qt::LeftButton);
  };
  ASSERT_TRUE(sources.showSource(SourceUid("paper")));
  press("editSource");
  waitForForm();
  settle();
  EXPECT_TRUE(window->panes().isVisible(PaneId::Detail));
  QTest::keyClick(form(), Qt::Key_Escape);
  settle();
  EXPECT_TRUE(window->panes().isVisible(PaneId::Sources)) << "nothing was changed";
  press("newSource");
  waitForForm();
  type("title", "The Gazette");
  save();
  EXPECT_TRUE(window->panes().isVisible(PaneId::Sources));
  EXPECT_EQ(sources.picked(), SourceUid("the-gazette"));
}

TEST_F(RecordFormsTest, TwoActorsBecomeOne) {
  session().mergeRecord({TableId::Actors, "ann"});
  settle();
  auto* other = child<ReferenceField>(QStringLiteral("mergeOther"));
  ASSERT_NE(other, nullptr);
  EXPECT_FALSE(child<QPushButton>(QStringLiteral("confirmMerge"))->isEnabled());
  pickIn(other, "archer nld", "A. Archer");
  ASSERT_TRUE(child<QPushButton>(QStringLiteral("confirmMerge"))->isEnabled());
  changing([this] { QTest::mouseClick(child<QPushButton>(QStringLiteral("confirmMerge")), Qt::LeftButton); });
  EXPECT_FALSE(isThere(TableId::Actors, "ann-a"));
  EXPECT_EQ(cell(TableId::Actors, "ann", "country"), "NLD");
  EXPECT_EQ(cell(TableId::Actors, "ann", "note"), "Also: A. Archer.");
  EXPECT_EQ(cell(TableId::Events, "treaty", "participants"), "signed:ann");
  EXPECT_EQ(history()[0].title, QStringLiteral("Merge A. Archer into Ann Archer"));
  undo();
  EXPECT_EQ(cell(TableId::Events, "treaty", "participants"), "signed:ann;signed:ann-a");
}

TEST_F(RecordFormsTest, TwoSelectedActorsAreMergedWithoutTyping) {
  window->panes().show(PaneId::Records);
  auto* list = window->panes().records().findChild<QTreeView*>(QStringLiteral("recordsList"));
  auto* merge = window->panes().records().findChild<QPushButton*>(QStringLiteral("mergeRecord"));
  ASSERT_TRUE(list != nullptr && merge != nullptr);
  const auto rowOf = [list](const char* name) {
    const QModelIndexList found =
        list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, QString::fromLatin1(name), 1);
    return found.empty() ? QModelIndex() : found.front();
  };
  using Flag = QItemSelectionModel::SelectionFlag;
  const auto select = [list](const QModelIndex& row, Flag how) {
    list->selectionModel()->setCurrentIndex(row, how | Flag::Rows);
  };
  ASSERT_TRUE(QTest::qWaitFor([&] { return rowOf("Ann Archer").isValid(); }));
  select(rowOf("A. Archer"), Flag::ClearAndSelect);
  select(rowOf("Ann Archer"), Flag::Select);
  ASSERT_TRUE(merge->isEnabled());
  QTest::mouseClick(merge, Qt::LeftButton);
  settle();
  ASSERT_NE(child<ReferenceField>(QStringLiteral("mergeOther")), nullptr);
  EXPECT_EQ(child<ReferenceField>(QStringLiteral("mergeOther"))->cell(), "ann-a");
  changing([this] { QTest::mouseClick(child<QPushButton>(QStringLiteral("confirmMerge")), Qt::LeftButton); });
  EXPECT_TRUE(isThere(TableId::Actors, "ann"));
  EXPECT_FALSE(isThere(TableId::Actors, "ann-a"));
}

TEST_F(RecordFormsTest, ADuplicateIsMadeAndSelected) {
  select("message:letter");
  changing([this] { key(Qt::Key_D, Qt::ControlModifier); });
  EXPECT_EQ(selected(), "letter-2");
  EXPECT_EQ(detailTitle(), QStringLiteral("The letter (copy)"));
  EXPECT_EQ(records().stages.size(), 2U);
  undo();
  EXPECT_FALSE(isThere(TableId::Messages, "letter-2"));
}

TEST_F(RecordFormsTest, SeveralAreTaggedGradedAndDeletedAtOnce) {
  session().pick({id("event:treaty"), id("statement:speech")}, id("event:treaty"));
  settle();
  auto* tag = child<QLineEdit>(QStringLiteral("tagPicked"));
  ASSERT_NE(tag, nullptr);
  changing([&] {
    QTest::keyClicks(tag, QStringLiteral("cold war"));
    QTest::keyClick(tag, Qt::Key_Return);
  });
  EXPECT_EQ(cell(TableId::Events, "treaty", "tags"), "peace;cold war");
  EXPECT_EQ(cell(TableId::Statements, "speech", "tags"), "cold war");
  auto* grade = child<QComboBox>(QStringLiteral("gradePicked"));
  ASSERT_NE(grade, nullptr);
  choose(*grade, "B, usually reliable");
  EXPECT_EQ(history().size(), 1U) << "nothing happens before the button";
  changing([&] { QTest::mouseClick(child<QPushButton>(QStringLiteral("changeGrade")), Qt::LeftButton); });
  EXPECT_EQ(cell(TableId::Sources, "paper", "reliability"), "B");
  EXPECT_EQ(session().picked().size(), 2U);
  QTest::mouseClick(child<QPushButton>(QStringLiteral("deletePicked")), Qt::LeftButton);
  waitForPage("deletePage");
  changing(
      [this] { QTest::mouseClick(child<QPushButton>(QStringLiteral("confirmDelete")), Qt::LeftButton); });
  EXPECT_FALSE(isThere(TableId::Events, "treaty"));
  EXPECT_FALSE(isThere(TableId::Statements, "speech"));
  undo();
  EXPECT_TRUE(isThere(TableId::Claims, "c"));
}

TEST_F(RecordFormsTest, SeveralBecomeAnotherKindAndStayPicked) {
  session().pick({id("event:treaty"), id("statement:speech")}, id("event:treaty"));
  settle();
  choose(*child<QComboBox>(QStringLiteral("kindOfPicked")), "Period");
  changing([&] { QTest::mouseClick(child<QPushButton>(QStringLiteral("changeKind")), Qt::LeftButton); });
  EXPECT_EQ(cell(TableId::Periods, "speech", "participants"), "by:ann");
  EXPECT_TRUE(isThere(TableId::Periods, "treaty"));
  EXPECT_EQ(session().picked().size(), 2U);
  ASSERT_EQ(history().size(), 1U);
  undo();
  EXPECT_EQ(cell(TableId::Statements, "speech", "speaker"), "ann");
}

TEST_F(RecordFormsTest, ATagInTheDetailKeepsItsEvents) {
  select("event:treaty");
  auto* tags = child<QLabel>(QStringLiteral("tags"));
  ASSERT_NE(tags, nullptr);
  tags->setFocus(Qt::TabFocusReason);
  QTest::keyClick(tags, Qt::Key_Tab);
  QTest::keyClick(tags, Qt::Key_Return);
  settle();
  EXPECT_EQ(session().view().filter.tags, std::vector<EventTag>{{QStringLiteral("peace")}});
  EXPECT_EQ(session().slices()->matchingCount(), 1);
  const FilterCounts counts = countChoices(*session().snapshot(), {});
  EXPECT_EQ(counts.tags.at({QStringLiteral("peace")}), 1);
  const auto state = savedStateFromJson(toJson(session().state()));
  ASSERT_TRUE(state.has_value());
  EXPECT_EQ(state->view.filter, session().view().filter);
}

/// A record of a table: what the form begins with, a field to write and what is written there.
struct Kind {
  TableId table;
  std::vector<std::pair<std::string_view, std::string_view>> draft;
  const char* column;
  const char* words;
  const char* uid;
};

/// Named by its record: else the name of the test would hold addresses that change from run to run.
void PrintTo(const Kind& kind, std::ostream* out) {
  *out << kind.uid;
}

class EveryKindTest : public RecordFormsTest, public ::testing::WithParamInterface<Kind> {};

TEST_P(EveryKindTest, IsMadeChangedDeletedAndUndone) {
  const Kind& kind = GetParam();
  EditableRecord draft = *newRecord(kind.table);
  for (const auto& [column, text] : kind.draft)
    ASSERT_EQ(setCell(draft, column, text), "") << column;
  session().makeRecord(draft);
  waitForForm();
  type(kind.column, kind.words);
  save();
  ASSERT_TRUE(isThere(kind.table, kind.uid));
  EXPECT_EQ(cell(kind.table, kind.uid, kind.column), kind.words);
  session().editRecord({kind.table, kind.uid});
  waitForForm();
  type("note", "Seen.");
  save();
  EXPECT_EQ(cell(kind.table, kind.uid, "note"), "Seen.");
  if (std::string_view(kind.column) != "note") {
    EXPECT_EQ(cell(kind.table, kind.uid, kind.column), kind.words);
  }
  changing([&] { session().deleteRecords({{kind.table, kind.uid}}); });
  EXPECT_FALSE(isThere(kind.table, kind.uid));
  ASSERT_EQ(history().size(), 3U);
  for (int i = 0; i < 3; ++i)
    undo();
  EXPECT_FALSE(isThere(kind.table, kind.uid));
  redo();
  EXPECT_TRUE(isThere(kind.table, kind.uid));
}

INSTANTIATE_TEST_SUITE_P(
    Records, EveryKindTest,
    ::testing::Values(
        Kind{TableId::Events, {{"when", "1963"}}, "title", "New one", "new-one"},
        Kind{TableId::Summits, {{"when", "1963"}, {"series", "pact"}}, "title", "New one", "new-one"},
        Kind{TableId::Messages, {{"sender", "ann"}}, "title", "New one", "new-one"},
        Kind{TableId::Pledges,
             {{"when", "1963"}, {"metric", "peace"}, {"target", "2"}},
             "title",
             "New one",
             "new-one"},
        Kind{TableId::Statements, {{"when", "1963"}, {"speaker", "ann"}}, "title", "New one", "new-one"},
        Kind{TableId::Periods, {{"when", "1963/1964"}}, "title", "New one", "new-one"},
        Kind{TableId::Stages, {{"message", "letter"}}, "note", "Noted.", "letter-sent-2"},
        Kind{TableId::Positions,
             {{"pledge", "promise"}, {"actor", "ann"}},
             "detail",
             "Gladly",
             "promise-ann-accepts"},
        Kind{TableId::Actors, {}, "name", "Ben Born", "ben-born"},
        Kind{TableId::Places, {}, "name", "Geneva", "geneva"},
        Kind{TableId::Sources, {}, "title", "The Times", "the-times"},
        Kind{TableId::Offices, {{"actor", "ann"}, {"held", "1960/1963"}}, "office", "Chair", "ann-chair"},
        Kind{TableId::Accessions,
             {{"organisation", "pact"}, {"state", "ann"}, {"date", "1960"}},
             "note",
             "Noted.",
             "pact-ann"},
        Kind{TableId::Spending,
             {{"actor", "ann"}, {"year", "1962"}, {"source", "paper"}},
             "value",
             "2.5",
             "ann-1962-pct-gdp"},
        Kind{TableId::Links,
             {{"from", "event:treaty"}, {"to", "statement:speech"}},
             "note",
             "Noted.",
             "treaty-follows-speech"}),
    [](const auto& one) { return std::string(tableName(one.param.table)); });

}  // namespace
}  // namespace entente
