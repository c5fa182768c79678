// SPDX-License-Identifier: GPL-3.0-or-later
// Every action once on a full, a one-event and an empty archive; errors in place; settings and themes.
#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QSet>
#include <QSignalSpy>
#include <algorithm>
#include <array>
#include <map>

#include "app/panes/detail_pane.h"
#include "app/shell/actions.h"
#include "app/timeline/timeline_view.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

class Actions : public test::WindowTest {
 protected:
  /// Every one but those that ask a person for a file or change the archive, and those that end the window or
  /// its archive, which come last.
  void triggerAll() {
    for (const ActionRow& row : actionTable()) {
      if (isLast(row.id) || row.id == ActionId::Open || row.id == ActionId::SavePicture ||
          row.id == ActionId::SaveCopy || row.id == ActionId::BackUp || row.id == ActionId::OpenBuiltIn ||
          row.id == ActionId::DuplicateEvent || row.id == ActionId::DeleteEvents ||
          row.id == ActionId::ExportForOthers)
        continue;
      SCOPED_TRACE(row.text.toStdString());
      if (needsMore(row.id)) {
        window->action(row.id)->trigger();
        continue;
      }
      EXPECT_TRUE(window->action(row.id)->isEnabled());
      window->action(row.id)->trigger();
      // What is triggered twice goes back: a full screen, a card, a filter.
      if (row.checkable || row.id == ActionId::Keys || row.id == ActionId::About ||
          row.id == ActionId::NewArchive || row.id == ActionId::Properties)
        window->action(row.id)->trigger();
    }
    closeOtherWindows();
    QImage picture(window->size(), QImage::Format_RGB32);
    window->render(&picture);
  }

  void triggerLast() {
    window->action(ActionId::CloseArchive)->trigger();
    EXPECT_EQ(session().snapshot(), nullptr);
    window->action(ActionId::CloseWindow)->trigger();
    EXPECT_FALSE(window->isVisible());
  }

  /// Off while there is nothing to find, drop, undo or go to, nothing selected, no lane hidden.
  static bool needsMore(ActionId id) {
    using enum ActionId;
    constexpr std::array kMore{FindNext,   FindPrevious,   DropFilter,   Undo,      Redo,        NextRival,
                               LinkBefore, LinkAfter,      FitSelection, ViewBack,  ViewForward, AllLanes,
                               FitLane,    CollapseLane,   OnlyLane,     HideLane,  LaneUp,      LaneDown,
                               CopyEvents, KeepSelected,   DateEarlier,  DateLater, EndEarlier,  EndLater,
                               EditEvent,  DuplicateEvent, LinkEvent};
    return std::ranges::find(kMore, id) != kMore.end();
  }

  static bool isLast(ActionId id) {
    return id == ActionId::CloseArchive || id == ActionId::CloseWindow || id == ActionId::Quit;
  }

  void closeOtherWindows() {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      if (qobject_cast<MainWindow*>(widget) && widget != window.get()) widget->close();
    }
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    window->activateWindow();
  }
};

TEST_F(Actions, WorkOnTheBuiltInArchive) {
  openBuiltIn();
  triggerAll();
  triggerLast();
}

TEST_F(Actions, WorkOnAnArchiveOfOneEvent) {
  Records records;
  Statement statement;
  Actor actor;
  actor.uid = ActorUid("a");
  actor.name = QStringLiteral("A");
  records.actors = {actor};
  statement.event.uid = EventUid("only");
  statement.event.title =
      QStringLiteral("A title that is longer than any label has room for, by far, in any lane of any window");
  statement.event.when = *FuzzyDate::parse("1648-10-24");
  statement.speaker = ActorUid("a");
  records.statements = {statement};
  openRecords(records);
  triggerAll();
  window->action(ActionId::AllLanes)->trigger();
  select("statement:only");
  EXPECT_TRUE(timeline().markRect(id("statement:only")).has_value());
  triggerLast();
}

TEST_F(Actions, WorkOnAnEmptyArchive) {
  openRecords(Records{});
  triggerAll();
  EXPECT_TRUE(detailText().contains(QStringLiteral("Nothing is selected")));
  triggerLast();
}

TEST_F(Actions, ThatNeedAnArchiveAreOffWithoutOne) {
  for (const ActionRow& row : actionTable()) {
    EXPECT_EQ(window->action(row.id)->isEnabled(), !row.needsArchive) << row.text.toStdString();
    if (!row.needsArchive && !isLast(row.id) && row.id != ActionId::Open && row.id != ActionId::OpenBuiltIn)
      window->action(row.id)->trigger();
  }
  closeOtherWindows();
}

TEST_F(Actions, HaveDistinctKeysAndSayWhatTheyDo) {
  QSet<QKeySequence> keys;
  for (const ActionRow& row : actionTable()) {
    EXPECT_FALSE(row.tip.isEmpty());
    for (const QKeySequence& one : row.keys) {
      EXPECT_FALSE(keys.contains(one)) << one.toString().toStdString();
      keys.insert(one);
    }
  }
}

TEST_F(Actions, AFileThatCannotBeOpenedIsSaidInPlaceAndTheOldOneStays) {
  openBuiltIn();
  const std::filesystem::path notes = folder / "notes.txt";
  test::writeFile(notes, "not an archive at all, but long enough for a header: " + std::string(100, '.'));
  QSignalSpy failed(&session(), &Session::openFailed);
  session().open(QString::fromStdString(notes.string()));
  ASSERT_TRUE(failed.wait(5000));
  const auto* error = window->findChild<QLabel*>(QStringLiteral("error"));
  ASSERT_NE(error, nullptr);
  EXPECT_TRUE(error->isVisible());
  EXPECT_TRUE(error->text().contains(QStringLiteral("notes.txt is not an Entente archive")))
      << error->text().toStdString();
  EXPECT_TRUE(timeline().isVisible());
  EXPECT_EQ(session().snapshot()->info.title, QStringLiteral("Five per cent"));
}

TEST_F(Actions, WithoutAnArchiveTheWindowOffersToOpenOne) {
  QSignalSpy failed(&session(), &Session::openFailed);
  session().open(QString::fromStdString((folder / "none.entente").string()));
  ASSERT_TRUE(failed.wait(5000));
  EXPECT_FALSE(timeline().isVisible());
  EXPECT_FALSE(window->action(ActionId::FitAll)->isEnabled());
}

TEST_F(Actions, AThemeIsRemembered) {
  window->action(ActionId::ThemeDark)->trigger();
  EXPECT_EQ(settings::theme(), ThemeChoice::Dark);
  EXPECT_LT(QApplication::palette().color(QPalette::Window).lightness(), 100);
  window->action(ActionId::ThemeLight)->trigger();
  EXPECT_EQ(settings::theme(), ThemeChoice::Light);
  EXPECT_GT(QApplication::palette().color(QPalette::Window).lightness(), 200);
}

TEST_F(Actions, TheTitleSaysWhatIsOpen) {
  openBuiltIn();
  EXPECT_TRUE(window->windowTitle().contains(QStringLiteral("Five per cent")));
  const auto* corner = qobject_cast<QLabel*>(window->menuBar()->cornerWidget());
  ASSERT_NE(corner, nullptr);
  EXPECT_EQ(corner->text(), QStringLiteral("five-per-cent.entente"));
  EXPECT_GE(corner->width(), corner->sizeHint().width()) << "it is not cut off";
}

/// What a stroke with shift may also be read as: the character on the upper half of its key (US layout).
QString withoutShift(const QString& keys) {
  const std::map<QString, QString> upper{
      {u"="_qs, u"+"_qs}, {u"-"_qs, u"_"_qs}, {u"0"_qs, u")"_qs}, {u"/"_qs, u"?"_qs}};
  if (!keys.contains(QLatin1String("Shift+"))) return {};
  const QString key = keys.mid(keys.lastIndexOf(QLatin1Char('+'), keys.size() - 2) + 1);
  const auto found = upper.find(key);
  if (found == upper.end()) return {};
  QString rest = keys.left(keys.size() - key.size());
  return rest.remove(QLatin1String("Shift+")) + found->second;
}

TEST(ActionTable, NoStrokeMeansTwoActions) {
  std::map<QString, ActionId> meaning;
  for (const ActionRow& row : actionTable()) {
    for (const QKeySequence& sequence : row.keys) {
      const QString keys = sequence.toString(QKeySequence::PortableText);
      for (const QString& read : {keys, withoutShift(keys)}) {
        if (read.isEmpty()) continue;
        const auto [at, isNew] = meaning.emplace(read, row.id);
        EXPECT_TRUE(isNew || at->second == row.id) << read.toStdString();
      }
    }
  }
  EXPECT_GT(meaning.size(), 30U);
}

}  // namespace
}  // namespace entente
