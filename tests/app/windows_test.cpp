// SPDX-License-Identifier: GPL-3.0-or-later
// What outlives a window: settings, recent archives, how an archive was left; copies, drops, and two windows
// on one archive.
#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QUrl>
#include <algorithm>
#include <filesystem>

#include "app/shell/pane_docks.h"
#include "app/shell/status_words.h"
#include "app/shell/window_files.h"
#include "app/timeline/timeline_view.h"
#include "core/archive/archive.h"
#include "core/time/civil.h"
#include "tests/app/main_window_fixture.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/unprivileged.h"

namespace entente {
namespace {

constexpr int kLongestMs = 10'000;

class Windows : public test::WindowTest {
 protected:
  void SetUp() override { settings::clearRecentArchives(); }

  QString copyOfBuiltIn(const char* name) {
    const QString to = QString::fromStdString((folder / name).string());
    EXPECT_TRUE(QFile::copy(builtInPath(), to));
    EXPECT_TRUE(QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner));
    return to;
  }

  static QString builtInPath() {
    return QStringLiteral(ENTENTE_BINARY_DIR "/share/entente/five-per-cent.entente");
  }

  /// As after the program was started again.
  void restart() {
    window->close();
    window = std::make_unique<MainWindow>(settings::theme());
    window->restoreLayout();
    window->timeline().setReducedMotion(true);
    window->show();
  }

  void openAsLeft(const QString& path) {
    QSignalSpy opened(&session(), &Session::archiveOpened);
    window->files().open(path);
    ASSERT_TRUE(opened.wait(kLongestMs));
    if (session().selected()) waitForDetail();
  }
};

TEST_F(Windows, ComeBackAsTheyWereLeft) {
  const QString path = copyOfBuiltIn("mine.entente");
  openAsLeft(path);
  session().setSpan({startOfYear(2012), startOfYear(2020)});
  EventFilter filter;
  filter.kinds = {EventKind::Summit, EventKind::Pledge};
  session().setFilter(filter);
  select("pledge:pl-2014-wales-2");
  window->resize(1300, 800);
  window->panes().dock(PaneId::Sources)->close();
  window->action(ActionId::ThemeDark)->trigger();
  restart();
  EXPECT_EQ(settings::lastArchive(), QFileInfo(path).absoluteFilePath());
  EXPECT_EQ(window->size(), QSize(1300, 800));
  EXPECT_FALSE(window->panes().isOpen(PaneId::Sources));
  EXPECT_TRUE(window->panes().isOpen(PaneId::Message));
  EXPECT_FALSE(window->action(ActionId::PaneSources)->isChecked());
  EXPECT_TRUE(window->action(ActionId::ThemeDark)->isChecked());
  openAsLeft(path);
  EXPECT_EQ(session().view().span, (TimeSpan{startOfYear(2012), startOfYear(2020)}));
  EXPECT_EQ(session().view().filter, filter);
  EXPECT_EQ(selected(), "pl-2014-wales-2");
  window->action(ActionId::OpeningView)->trigger();
  EXPECT_EQ(session().view().span, (TimeSpan{startOfYear(2024), startOfYear(2027)}));
  EXPECT_TRUE(session().view().filter.isEmpty());
  EXPECT_EQ(selected(), "msg-rutte-trump-2025-06-24");
  window->action(ActionId::ThemeLight)->trigger();
  window->action(ActionId::ResetLayout)->trigger();
}

TEST_F(Windows, SettingsOfAnotherVersionCountAsNotSet) {
  settings::setTextPercent(5000);
  EXPECT_EQ(settings::textPercent(), kLargestTextPercent);
  settings::setTextPercent(103);
  EXPECT_EQ(settings::textPercent(), 100);
  EXPECT_EQ(themeChoiceFrom(QStringLiteral("sepia")), ThemeChoice::System);
  for (const ThemeChoice choice :
       {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast})
    EXPECT_EQ(themeChoiceFrom(wordOf(choice)), choice);
  EXPECT_FALSE(settings::stateOf(QStringLiteral("/never/opened.entente")).has_value());
}

TEST_F(Windows, RecentArchivesAreListedAndThoseThatAreGoneAreGrey) {
  const QString gone = copyOfBuiltIn("gone.entente");
  const QString kept = copyOfBuiltIn("R&D.entente");
  openAsLeft(gone);
  openAsLeft(kept);
  ASSERT_TRUE(QFile::remove(gone));
  QMenu menu;
  window->files().fillRecent(menu);
  ASSERT_EQ(menu.actions().size(), 2);
  EXPECT_EQ(menu.actions()[0]->text(), QStringLiteral("&1 R&&D.entente"));
  EXPECT_TRUE(menu.actions()[0]->isEnabled());
  EXPECT_FALSE(menu.actions()[1]->isEnabled());
  QSignalSpy opened(&session(), &Session::archiveOpened);
  menu.actions()[0]->trigger();
  EXPECT_TRUE(opened.wait(kLongestMs));
  window->action(ActionId::ClearRecent)->trigger();
  EXPECT_TRUE(settings::recentArchives().isEmpty());
}

TEST_F(Windows, OnlyTheLastTenAreKeptWithHowTheyWereLeft) {
  SavedState state;
  state.view.span = {startOfYear(2000), startOfYear(2001)};
  for (int i = 0; i < 12; ++i) {
    const QString path = QStringLiteral("/a/%1.entente").arg(i);
    settings::addRecentArchive(path);
    settings::setStateOf(path, state);
  }
  EXPECT_EQ(settings::recentArchives().size(), kMostRecentArchives);
  EXPECT_EQ(settings::recentArchives().front(), QStringLiteral("/a/11.entente"));
  settings::addRecentArchive(QStringLiteral("/a/5.entente"));
  EXPECT_EQ(settings::recentArchives().front(), QStringLiteral("/a/5.entente"));
  EXPECT_EQ(settings::recentArchives().size(), kMostRecentArchives);
  EXPECT_TRUE(settings::stateOf(QStringLiteral("/a/5.entente")) == state);
}

TEST_F(Windows, ACopyIsWholeAndIsWhatOneLooksAtThen) {
  openBuiltIn();
  select("pledge:pl-2025-hague-5");
  const QString to = QString::fromStdString((folder / "copy.entente").string());
  QSignalSpy opened(&session(), &Session::archiveOpened);
  window->files().saveCopy(to);
  ASSERT_TRUE(opened.wait(kLongestMs));
  EXPECT_EQ(session().path(), to);
  waitForDetail();
  EXPECT_EQ(selected(), "pl-2025-hague-5");
  const auto copy = Archive::open(to.toStdString(), Access::ReadOnly);
  ASSERT_TRUE(copy.has_value());
  EXPECT_EQ(copy->info()->fingerprint,
            Archive::open(builtInPath().toStdString(), Access::ReadOnly)->info()->fingerprint);
}

TEST_F(Windows, ACopyThatCannotBeWrittenIsSaidAndLeavesWhatIsThere) {
  openBuiltIn();
  const auto* message = window->findChild<QLabel*>(QStringLiteral("error"));
  const QString nowhere = QString::fromStdString((folder / "no" / "such" / "folder.entente").string());
  window->files().saveCopy(nowhere);
  ASSERT_TRUE(QTest::qWaitFor([&] { return message->isVisibleTo(window.get()); }, kLongestMs));
  EXPECT_TRUE(message->text().contains(QStringLiteral("No copy was saved"))) << message->text().toStdString();
  window->files().saveCopy(builtInPath());
  ASSERT_TRUE(QTest::qWaitFor([&] { return message->text().contains(QStringLiteral("take the place")); },
                              kLongestMs));
  EXPECT_EQ(session().path(), builtInPath());
}

TEST_F(Windows, AFileDroppedOnTheWindowIsOpened) {
  const QString path = copyOfBuiltIn("dropped.entente");
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(path)});
  QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(window.get(), &enter);
  EXPECT_TRUE(enter.isAccepted());
  QSignalSpy opened(&session(), &Session::archiveOpened);
  QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(window.get(), &drop);
  ASSERT_TRUE(opened.wait(kLongestMs));
  EXPECT_EQ(session().path(), path);
  QMimeData text;
  text.setText(QStringLiteral("words"));
  QDragEnterEvent other(QPoint(300, 300), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
  other.ignore();
  QApplication::sendEvent(window.get(), &other);
  EXPECT_FALSE(other.isAccepted());
}

TEST_F(Windows, ClosingTheArchiveWelcomesAgain) {
  openBuiltIn();
  window->action(ActionId::CloseArchive)->trigger();
  EXPECT_EQ(session().snapshot(), nullptr);
  EXPECT_FALSE(timeline().isVisible());
  EXPECT_EQ(window->windowTitle(), QStringLiteral("Entente"));
  EXPECT_FALSE(window->action(ActionId::Find)->isEnabled());
  EXPECT_EQ(settings::lastArchive(), QString());
  QSignalSpy opened(&session(), &Session::archiveOpened);
  openBuiltIn();
  EXPECT_TRUE(timeline().isVisible());
}

TEST_F(Windows, AnArchiveOfPlainEventsShowsNoEmptyLanesAndItsEvents) {
  openBuiltIn();
  ASSERT_TRUE(window->panes().isVisible(PaneId::Pledge));
  Records records;
  records.properties = {{Uid("title"), QStringLiteral("Mine")}};
  PlainEvent wall;
  wall.event.uid = EventUid("wall");
  wall.event.title = QStringLiteral("The wall is built");
  wall.event.when = *FuzzyDate::parse("1961-08-13");
  records.events = {wall};
  openRecords(records);
  ASSERT_EQ(session().slices()->laneCount(), 1);
  EXPECT_EQ(session().slices()->laneKind(0), LaneKind::Events);
  EXPECT_TRUE(window->panes().isVisible(PaneId::Events)) << "there are no pledges to be shown";
  openBuiltIn();
  EXPECT_TRUE(window->panes().isVisible(PaneId::Events)) << "who looks at events keeps them";
}

TEST_F(Windows, TheTitleIsThatOfTheArchive) {
  openAsLeft(copyOfBuiltIn("open.entente"));
  EXPECT_EQ(window->windowTitle(), QStringLiteral("Five per cent – Entente"));
}

// No window here: a process is only forked where no other thread may hold a lock.
TEST(Titles, AnArchiveThatCannotBeWrittenSaysSo) {
  const test::TemporaryFolder folder;
  const std::filesystem::path path = folder / "locked.entente";
  std::filesystem::copy_file(ENTENTE_BINARY_DIR "/share/entente/five-per-cent.entente", path);
  using std::filesystem::perms;
  std::filesystem::permissions(path, perms::owner_read | perms::group_read | perms::others_read);
  std::filesystem::permissions(folder.path(), perms(0755));
  EXPECT_TRUE(test::holdsForNobody([&path] {
    const auto archive = Archive::open(path, Access::ReadOnly);
    const auto snapshot = archive ? loadSnapshot(*archive) : Result<Snapshot>(fail(archive.error()));
    return snapshot && !snapshot->isWritable &&
           archiveInWords(*snapshot) == QStringLiteral("locked.entente, read only") &&
           titleInWords(*snapshot) == QStringLiteral("Five per cent (read only) – Entente");
  }));
}

TEST_F(Windows, TextGrowsInAllWindowsAndIsRemembered) {
  const QFont desktop = QApplication::font();
  const double before = desktop.pointSizeF();
  for (int i = 0; i < 20; ++i)
    window->action(ActionId::TextLarger)->trigger();
  EXPECT_EQ(settings::textPercent(), kLargestTextPercent);
  QCoreApplication::processEvents();
  EXPECT_GT(timeline().font().pointSizeF(), before * 1.5);
  const auto* tabs = window->findChild<QTabBar*>(QString(), Qt::FindDirectChildrenOnly);
  ASSERT_NE(tabs, nullptr);
  EXPECT_GT(tabs->fontMetrics().height(), QFontMetrics(desktop).height() * 1.5);
  window->action(ActionId::TextUsual)->trigger();
  EXPECT_EQ(settings::textPercent(), kUsualTextPercent);
  QCoreApplication::processEvents();
  EXPECT_NEAR(timeline().font().pointSizeF(), desktopPointSize(), 0.01);
}

TEST_F(Windows, TwoOnOneArchiveShowTheSameAndPickForThemselves) {
  const QString path = copyOfBuiltIn("shared.entente");
  openAsLeft(path);
  MainWindow other(ThemeChoice::Light);
  other.show();
  QSignalSpy opened(&other.session(), &Session::archiveOpened);
  other.session().open(path);
  ASSERT_TRUE(opened.wait(kLongestMs));
  other.session().select(id("message:msg-rutte-trump-2025-06-24"));
  select("pledge:pl-2025-hague-5");
  EXPECT_NE(other.session().selected(), session().selected());

  // A change of the file is seen in both, and neither loses its place.
  session().setSpan({startOfYear(2010), startOfYear(2020)});
  QSignalSpy again(&session(), &Session::archiveOpened);
  QSignalSpy otherAgain(&other.session(), &Session::archiveOpened);
  {
    auto archive = Archive::open(path.toStdString(), Access::ReadWrite);
    ASSERT_TRUE(archive.has_value()) << archive.error().text();
    auto records = archive->records();
    Pledge pledge = *std::ranges::find(records->pledges, EventUid("pl-2025-hague-5"),
                                       [](const Pledge& one) { return one.event.uid; });
    pledge.event.title = QStringLiteral("A new name");
    ASSERT_TRUE(archive->change({PutRecord{pledge}}, {QStringLiteral("Renamed")}).has_value());
  }
  ASSERT_TRUE(again.count() > 0 || again.wait(kLongestMs));
  ASSERT_TRUE(otherAgain.count() > 0 || otherAgain.wait(kLongestMs));
  waitForDetail();
  EXPECT_EQ(session().snapshot()->title(id("pledge:pl-2025-hague-5"))->title, QStringLiteral("A new name"));
  EXPECT_EQ(other.session().snapshot()->dataset.revision, session().snapshot()->dataset.revision);
  EXPECT_EQ(session().view().span, (TimeSpan{startOfYear(2010), startOfYear(2020)}));
  EXPECT_EQ(selected(), "pl-2025-hague-5");

  // Looks are the program's.
  other.action(ActionId::ThemeDark)->trigger();
  EXPECT_TRUE(window->action(ActionId::ThemeDark)->isChecked());
  other.action(ActionId::ThemeLight)->trigger();
}

TEST_F(Windows, ANewWindowShowsWhatThisOneShows) {
  openBuiltIn();
  session().setSpan({startOfYear(2013), startOfYear(2019)});
  window->action(ActionId::NewWindow)->trigger();
  MainWindow* made = nullptr;
  for (QWidget* widget : QApplication::topLevelWidgets()) {
    auto* one = qobject_cast<MainWindow*>(widget);
    if (one && one != window.get()) made = one;
  }
  ASSERT_NE(made, nullptr);
  QSignalSpy opened(&made->session(), &Session::archiveOpened);
  ASSERT_TRUE(made->session().snapshot() != nullptr || opened.wait(kLongestMs));
  EXPECT_EQ(made->session().view().span, session().view().span);
  made->close();
  QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

}  // namespace
}  // namespace entente
