// SPDX-License-Identifier: GPL-3.0-or-later
// Every action once on a full, a one-event and an empty archive; errors in place; settings and themes.
#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QSet>
#include <QSignalSpy>
#include <QTimer>

#include "app/panes/detail_pane.h"
#include "app/shell/actions.h"
#include "app/timeline/timeline_view.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

class Actions : public test::WindowTest {
 protected:
  /// Dialogs are closed as soon as they are up; file dialogs would ask a person.
  void triggerAll() {
    for (const ActionRow& row : actionTable()) {
      if (row.id == ActionId::Quit || row.id == ActionId::Open || row.id == ActionId::SavePicture) continue;
      SCOPED_TRACE(row.text.toStdString());
      if (row.id == ActionId::About) {
        QTimer::singleShot(0, window.get(), [this] {
          auto* box = window->findChild<QMessageBox*>();
          ASSERT_NE(box, nullptr);
          box->close();
        });
      }
      EXPECT_TRUE(window->action(row.id)->isEnabled());
      window->action(row.id)->trigger();
    }
    QImage picture(window->size(), QImage::Format_RGB32);
    window->render(&picture);
  }
};

TEST_F(Actions, WorkOnTheBuiltInArchive) {
  openBuiltIn();
  triggerAll();
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
  select("statement:only");
  EXPECT_TRUE(timeline().markRect(id("statement:only")).has_value());
}

TEST_F(Actions, WorkOnAnEmptyArchive) {
  openRecords(Records{});
  triggerAll();
  EXPECT_TRUE(detailText().contains(QStringLiteral("Nothing is selected")));
}

TEST_F(Actions, ThatNeedAnArchiveAreOffWithoutOne) {
  for (const ActionRow& row : actionTable())
    EXPECT_EQ(window->action(row.id)->isEnabled(), !row.needsArchive) << row.text.toStdString();
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

TEST_F(Actions, TheTitleSaysWhatIsOpenAndThatItIsReadOnly) {
  openBuiltIn();
  EXPECT_TRUE(window->windowTitle().contains(QStringLiteral("Five per cent")));
  const auto* corner = qobject_cast<QLabel*>(window->menuBar()->cornerWidget());
  ASSERT_NE(corner, nullptr);
  EXPECT_EQ(corner->text(), QStringLiteral("five-per-cent.entente, read only"));
  EXPECT_GE(corner->width(), corner->sizeHint().width()) << "it is not cut off";
}

}  // namespace
}  // namespace entente
