// SPDX-License-Identifier: GPL-3.0-or-later
// An archive of one's own: made in the window, named, backed up, and its dates moved by hand and by keys.
#include <gtest/gtest.h>

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <filesystem>

#include "app/shell/new_archive_card.h"
#include "app/shell/properties_card.h"
#include "app/shell/window_files.h"
#include "app/timeline/timeline_view.h"
#include "core/archive/archive.h"
#include "core/time/civil.h"
#include "core/time/time_scale.h"
#include "core/view/archive_properties.h"
#include "tests/app/main_window_fixture.h"
#include "tests/support/unprivileged.h"

namespace entente {
namespace {

constexpr int kLongestMs = 10'000;

PlainEvent event(const char* uid, const char* when) {
  PlainEvent made;
  made.event.uid = EventUid(uid);
  made.event.title = QString::fromLatin1(uid);
  made.event.when = *FuzzyDate::parse(when);
  return made;
}

class Editing : public test::WindowTest {
 protected:
  void SetUp() override {
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  }

  void openStory() {
    Records records = emptyArchive(QStringLiteral("A story"));
    records.events = {event("battle", "2025-06-24"), event("congress", "2025-03-01/2025-04-30"),
                      event("month", "2025-09")};
    Source source;
    source.uid = SourceUid("paper");
    source.title = QStringLiteral("The paper");
    records.sources = {source};
    records.events.push_back(event("treaty", "2025-11-10"));
    Claim claim;
    claim.uid = ClaimUid("claim-1");
    claim.subject = {RecordKind::Event, "treaty"};
    claim.field = QStringLiteral("when");
    claim.value = QStringLiteral("10 November 2025");
    claim.edtf = FuzzyDate::parse("2025-11-10").value();
    claim.source = SourceUid("paper");
    records.claims = {claim};
    openRecords(records);
    session().setSpan({startOfYear(2025), startOfYear(2026)});
    settle();
  }

  [[nodiscard]] std::string dateOfEvent(const char* reference) {
    const auto& when = session().snapshot()->title(id(reference))->when;
    return when ? when->edtf() : std::string();
  }

  [[nodiscard]] double pixelsOf(double days) {
    const double canvas = timeline().viewport()->width() - timeline().headerWidth();
    return days * static_cast<double>(kSecondsPerDay) * canvas /
           static_cast<double>(session().view().span.seconds());
  }

  QPoint gripOf(const char* reference) {
    const auto mark = timeline().markRect(id(reference));
    EXPECT_TRUE(mark.has_value()) << reference;
    return mark.value_or(QRect()).center();
  }

  void hold(QPoint at) { QTest::mousePress(timeline().viewport(), Qt::LeftButton, Qt::AltModifier, at); }
  void carry(QPoint to) {
    QMouseEvent move(QEvent::MouseMove, to, timeline().viewport()->mapToGlobal(to), Qt::NoButton,
                     Qt::LeftButton, Qt::AltModifier);
    QApplication::sendEvent(timeline().viewport(), &move);
  }
  void letGo(QPoint at) { QTest::mouseRelease(timeline().viewport(), Qt::LeftButton, Qt::AltModifier, at); }

  /// Drags and waits until the change is made.
  void drag(QPoint from, double days) {
    const QPoint to = from + QPoint(static_cast<int>(std::lround(pixelsOf(days))), 0);
    QSignalSpy changed(&session(), &Session::changed);
    hold(from);
    carry(from + QPoint(days > 0 ? 5 : -5, 0));
    carry(to);
    letGo(to);
    EXPECT_TRUE(changed.count() > 0 || changed.wait(kLongestMs));
    settle();
  }

  void undo() {
    QSignalSpy changed(&session(), &Session::changed);
    window->action(ActionId::Undo)->trigger();
    EXPECT_TRUE(changed.wait(kLongestMs));
    settle();
  }

  [[nodiscard]] std::string status() { return window->statusBar()->currentMessage().toStdString(); }
  [[nodiscard]] std::string lastStep() {
    const HistoryStep* step = session().lastStep();
    return step ? step->title.toStdString() : std::string();
  }
  template <class W>
  W& child(const char* name) {
    W* found = window->findChild<W*>(QString::fromLatin1(name));
    check(found);
    return *found;
  }
  static void check(const void* found) { ASSERT_NE(found, nullptr); }
};

TEST_F(Editing, ADayIsDraggedByDaysAsOneStepOfTheHistory) {
  openStory();
  drag(gripOf("event:battle"), 12);
  EXPECT_EQ(dateOfEvent("event:battle"), "2025-07-06");
  EXPECT_EQ(lastStep(), "Move battle to 2025-07-06");
  EXPECT_EQ(session().snapshot()->content->history.size(), 1U);
  EXPECT_EQ(status(), "Move battle to 2025-07-06     All changes saved");
  EXPECT_EQ(selected(), "battle");
  undo();
  EXPECT_EQ(dateOfEvent("event:battle"), "2025-06-24");
}

TEST_F(Editing, AMonthIsDraggedByMonthsAndAnIntervalAsAWholeOrByAnEnd) {
  openStory();
  drag(gripOf("event:month"), 40);
  EXPECT_EQ(dateOfEvent("event:month"), "2025-10");
  // The middle of its bar.
  const TimeScale scale(session().view().span, timeline().viewport()->width() - timeline().headerWidth());
  const auto onBar = [&](CivilDate day) {
    return QPoint(static_cast<int>(timeline().headerWidth() + scale.x(startOfDay(day))),
                  gripOf("event:congress").y());
  };
  drag(onBar({2025, 4, 1}), 10);
  EXPECT_EQ(dateOfEvent("event:congress"), "2025-03-11/2025-05-10");
  drag(onBar({2025, 5, 11}), 20);
  EXPECT_EQ(dateOfEvent("event:congress"), "2025-03-11/2025-05-30");
  drag(onBar({2025, 3, 11}) + QPoint(2, 0), -7);
  EXPECT_EQ(dateOfEvent("event:congress"), "2025-03-04/2025-05-30");
  EXPECT_EQ(lastStep(), "Move congress to 2025-03-04/2025-05-30");
}

TEST_F(Editing, EscapeLeavesADraggedDateWhereItWas) {
  openStory();
  const QPoint from = gripOf("event:battle");
  hold(from);
  carry(from + QPoint(5, 0));
  carry(from + QPoint(100, 0));
  EXPECT_TRUE(timeline().isMovingDate());
  QTest::keyClick(&timeline(), Qt::Key_Escape);
  EXPECT_FALSE(timeline().isMovingDate());
  EXPECT_EQ(selected(), "battle");
  letGo(from + QPoint(100, 0));
  settle();
  EXPECT_EQ(dateOfEvent("event:battle"), "2025-06-24");
  EXPECT_TRUE(session().snapshot()->content->history.empty());
  EXPECT_EQ(session().view().span, (TimeSpan{startOfYear(2025), startOfYear(2026)}));
}

TEST_F(Editing, ADateThatClaimsGiveIsNotDragged) {
  openStory();
  const QPoint from = gripOf("event:treaty");
  hold(from);
  carry(from - QPoint(60, 0));
  EXPECT_FALSE(timeline().isMovingDate());
  EXPECT_NE(status().find("treaty comes from its claims"), std::string::npos) << status();
  letGo(from - QPoint(60, 0));
  settle();
  EXPECT_EQ(dateOfEvent("event:treaty"), "2025-11-10");
  EXPECT_EQ(session().view().span, (TimeSpan{startOfYear(2025), startOfYear(2026)}));
}

TEST_F(Editing, AClickWithAltSelectsAndAltDragBesideMarksPans) {
  openStory();
  const QPoint at = gripOf("event:battle");
  hold(at);
  letGo(at);
  EXPECT_EQ(selected(), "battle");
  const QPoint free(timeline().viewport()->width() - 40, timeline().viewport()->height() - 20);
  hold(free);
  carry(free - QPoint(120, 0));
  letGo(free - QPoint(120, 0));
  EXPECT_NE(session().view().span.begin, startOfYear(2025));
}

TEST_F(Editing, KeysMoveADateAndABurstIsOneStep) {
  openStory();
  select("event:battle");
  timeline().setFocus();
  QSignalSpy changed(&session(), &Session::changed);
  for (int i = 0; i < 3; ++i)
    QTest::keyClick(window.get(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
  EXPECT_TRUE(timeline().isMovingDate());
  EXPECT_NE(status().find("2025-06-24 → 2025-06-27"), std::string::npos) << status();
  QTest::keyClick(window.get(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
  QTest::keyClick(&timeline(), Qt::Key_Return);
  ASSERT_TRUE(changed.wait(kLongestMs));
  EXPECT_EQ(dateOfEvent("event:battle"), "2025-06-26");
  EXPECT_EQ(session().snapshot()->content->history.size(), 1U);
  // The same without Enter: when nothing more comes.
  window->action(ActionId::DateLater)->trigger();
  ASSERT_TRUE(changed.wait(kLongestMs));
  EXPECT_EQ(dateOfEvent("event:battle"), "2025-06-27");
  // What is on its way is dropped by undo, and by Esc, and nothing else is undone.
  window->action(ActionId::DateLater)->trigger();
  window->action(ActionId::Undo)->trigger();
  EXPECT_FALSE(timeline().isMovingDate());
  window->action(ActionId::DateLater)->trigger();
  QTest::keyClick(&timeline(), Qt::Key_Escape);
  EXPECT_FALSE(timeline().isMovingDate());
  settle();
  EXPECT_EQ(dateOfEvent("event:battle"), "2025-06-27");
  EXPECT_EQ(session().snapshot()->content->history.size(), 2U);
  // Who goes on to another event keeps what was moved.
  window->action(ActionId::DateEarlier)->trigger();
  session().select(id("event:month"));
  ASSERT_TRUE(changed.wait(kLongestMs));
  EXPECT_EQ(dateOfEvent("event:battle"), "2025-06-26");
}

TEST_F(Editing, KeysMoveAnEndAloneAndSayWhyNot) {
  openStory();
  select("event:congress");
  QSignalSpy changed(&session(), &Session::changed);
  window->action(ActionId::EndLater)->trigger();
  window->action(ActionId::EndLater)->trigger();
  window->action(ActionId::DateEarlier)->trigger();
  QTest::keyClick(&timeline(), Qt::Key_Return);
  ASSERT_TRUE(changed.wait(kLongestMs));
  EXPECT_EQ(dateOfEvent("event:congress"), "2025-02-28/2025-05-01");
  select("event:battle");
  window->action(ActionId::EndLater)->trigger();
  EXPECT_EQ(status(), "This date has no end of its own that could be moved.");
  EXPECT_FALSE(timeline().isMovingDate());
  select("event:treaty");
  window->action(ActionId::DateLater)->trigger();
  EXPECT_NE(status().find("pin another one, or edit the claim"), std::string::npos) << status();
  session().pick({id("event:battle"), id("event:month")}, id("event:battle"));
  window->action(ActionId::DateLater)->trigger();
  EXPECT_NE(status().find("one event at a time"), std::string::npos) << status();
  EXPECT_FALSE(timeline().isMovingDate());
}

TEST_F(Editing, ANewArchiveIsMadeInTheWindowAndSaysWhatToDoFirst) {
  openStory();
  window->action(ActionId::NewArchive)->trigger();
  auto& title = child<QLineEdit>("newTitle");
  auto& path = child<QLineEdit>("newPath");
  auto& card = child<NewArchiveCard>("newArchiveCard");
  auto& make = *card.findChild<QPushButton*>(QStringLiteral("done"));
  EXPECT_EQ(window->focusWidget(), &title);
  EXPECT_FALSE(make.isEnabled());
  QTest::keyClicks(&title, QStringLiteral("War & peace: 5/7"));
  const std::filesystem::path wanted = folder / "War & peace 5 7.entente";
  EXPECT_EQ(path.text().toStdString(), wanted.string());
  // A file that is there is not replaced without being asked for.
  path.selectAll();
  QTest::keyClicks(&path, QString::fromStdString((folder / "test.entente").string()));
  EXPECT_FALSE(make.isEnabled());
  EXPECT_TRUE(card.findChild<QLabel*>(QStringLiteral("problem"))
                  ->text()
                  .contains(QStringLiteral("is there already")));
  path.selectAll();
  QTest::keyClicks(&path, QString::fromStdString(wanted.string()));
  QSignalSpy opened(&session(), &Session::archiveOpened);
  QTest::keyClick(&path, Qt::Key_Return);
  ASSERT_TRUE(opened.wait(kLongestMs));
  settle();
  EXPECT_FALSE(card.isOpen());
  EXPECT_EQ(window->windowTitle(), QStringLiteral("War & peace: 5/7 – Entente"));
  EXPECT_TRUE(session().isEditable());
  EXPECT_TRUE(child<QWidget>("emptyArchive").isVisible());
  const auto archive = Archive::open(wanted, Access::ReadOnly);
  ASSERT_TRUE(archive.has_value());
  EXPECT_EQ(archive->records()->properties, emptyArchive(QStringLiteral("War & peace: 5/7")).properties);
  // Nothing but events makes the note go.
  QSignalSpy changed(&session(), &Session::changed);
  session().change(RecordChanges{PutRecord{event("first", "2025")}}, QStringLiteral("Add"));
  ASSERT_TRUE(changed.wait(kLongestMs));
  EXPECT_FALSE(child<QWidget>("emptyArchive").isVisible());
}

TEST_F(Editing, ANewArchiveThatCannotBeMadeIsSaidOnTheCard) {
  window->action(ActionId::NewArchive)->trigger();
  auto& card = child<NewArchiveCard>("newArchiveCard");
  QTest::keyClicks(&child<QLineEdit>("newTitle"), QStringLiteral("Mine"));
  auto& path = child<QLineEdit>("newPath");
  const auto* problem = card.findChild<QLabel*>(QStringLiteral("problem"));
  path.selectAll();
  QTest::keyClicks(&path, QString::fromStdString((folder / "none" / "mine").string()));
  QTest::keyClick(&path, Qt::Key_Return);
  EXPECT_TRUE(problem->text().contains(QStringLiteral("there is no folder")))
      << problem->text().toStdString();
  EXPECT_TRUE(card.isOpen());
  EXPECT_EQ(session().snapshot(), nullptr);
  QTest::keyClick(&path, Qt::Key_Escape);
  EXPECT_TRUE(card.isOpen()) << "words would be lost";
  EXPECT_TRUE(problem->text().contains(QStringLiteral("not kept"))) << problem->text().toStdString();
  QTest::keyClicks(&path, QStringLiteral("x"));
  QTest::keyClick(&path, Qt::Key_Escape);
  EXPECT_TRUE(card.isOpen()) << "more words would be lost";
  QTest::keyClick(&path, Qt::Key_Escape);
  EXPECT_FALSE(card.isOpen());
  // Where nothing was written there is nothing to be lost.
  window->action(ActionId::NewArchive)->trigger();
  QTest::keyClick(&path, Qt::Key_Escape);
  EXPECT_FALSE(card.isOpen());
}

TEST_F(Editing, TheWelcomePageMakesANewArchiveToo) {
  QTest::mouseClick(&child<QPushButton>("newArchive"), Qt::LeftButton);
  EXPECT_TRUE(child<NewArchiveCard>("newArchiveCard").isOpen());
}

TEST(NewArchive, FilesAreNamedAfterTitles) {
  const test::TemporaryFolder folder;
  const QString there = QString::fromStdString(folder.path().string());
  const auto proposed = [&](const char* title) {
    return proposedArchive(there, QString::fromUtf8(title)).mid(there.size() + 1);
  };
  EXPECT_EQ(proposed("The Congress"), QStringLiteral("The Congress.entente"));
  EXPECT_EQ(proposed(""), QStringLiteral("Untitled.entente"));
  EXPECT_EQ(proposed("../../etc/passwd"), QStringLiteral("etc passwd.entente"));
  EXPECT_EQ(proposed("a\nb\t\"c\"?"), QStringLiteral("a b c.entente"));
  test::writeFile(folder / "The Congress.entente", "x");
  EXPECT_EQ(proposed("The Congress"), QStringLiteral("The Congress 2.entente"));
}

TEST_F(Editing, PropertiesAreChangedAsOneStepAndShownInTheWindow) {
  openStory();
  window->action(ActionId::Properties)->trigger();
  auto& card = child<PropertiesCard>("propertiesCard");
  auto& save = *card.findChild<QPushButton*>(QStringLiteral("done"));
  EXPECT_FALSE(save.isEnabled());
  auto& title = child<QLineEdit>("archiveTitle");
  EXPECT_EQ(title.text(), QStringLiteral("A story"));
  title.selectAll();
  QTest::keyClicks(&title, QStringLiteral("The long story"));
  QTest::keyClicks(&child<QPlainTextEdit>("archiveDescription"), QStringLiteral("All of it."));
  QTest::keyClicks(child<QComboBox>("archiveLicence").lineEdit(), QStringLiteral("CC0-1.0"));
  auto& zone = child<QLineEdit>("archiveZone");
  // Not typed: the list of completions would want the whole keyboard, which there is none of offscreen.
  zone.setText(QStringLiteral("Europe/Nowhere"));
  EXPECT_FALSE(save.isEnabled());
  zone.setText(QStringLiteral("Europe/Amsterdam"));
  EXPECT_TRUE(save.isEnabled());
  QSignalSpy changed(&session(), &Session::changed);
  QTest::mouseClick(&save, Qt::LeftButton);
  ASSERT_TRUE(changed.wait(kLongestMs));
  settle();
  EXPECT_FALSE(card.isOpen());
  EXPECT_EQ(window->windowTitle(), QStringLiteral("The long story – Entente"));
  EXPECT_EQ(lastStep(), "Change the archive's properties");
  EXPECT_EQ(session().snapshot()->content->history.size(), 1U);
  EXPECT_EQ(session().view().zone, QStringLiteral("Europe/Amsterdam"));
  const ArchiveProperties now = propertiesOf(session().snapshot()->content->properties);
  EXPECT_EQ(now.description, QStringLiteral("All of it."));
  EXPECT_EQ(now.licence, QStringLiteral("CC0-1.0"));
  undo();
  EXPECT_EQ(window->windowTitle(), QStringLiteral("A story – Entente"));
  EXPECT_EQ(propertiesOf(session().snapshot()->content->properties).zone, QString());
}

TEST_F(Editing, ABackupIsWholeAndStandsBesideTheArchive) {
  openStory();
  const auto backups = [&] {
    return QDir(QString::fromStdString(folder.path().string()))
        .entryList({QStringLiteral("test (backup *).entente")}, QDir::Files);
  };
  for (int made = 1; made <= 2; ++made) {
    window->action(ActionId::BackUp)->trigger();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return status().starts_with("Backed up as ") && backups().size() == made; }, kLongestMs));
    window->statusBar()->clearMessage();
  }
  EXPECT_TRUE(session().path().endsWith(QStringLiteral("/test.entente")));
  for (const QString& name : backups()) {
    const auto backup = Archive::open(folder / name.toStdString(), Access::ReadOnly);
    ASSERT_TRUE(backup.has_value());
    EXPECT_EQ(backup->info()->fingerprint, session().snapshot()->info.fingerprint);
  }
}

// No window here: a process is only forked where no other thread may hold a lock.
TEST(NewArchive, AFolderThatLetsNobodyWriteIsSaid) {
  const test::TemporaryFolder folder;
  const std::filesystem::path path = folder / "mine.entente";
  ASSERT_TRUE(Archive::create(path, emptyArchive(QStringLiteral("Mine")), false).has_value());
  using std::filesystem::perms;
  std::filesystem::permissions(path, perms(0444));
  std::filesystem::permissions(folder.path(), perms(0555));
  EXPECT_TRUE(test::holdsForNobody([&] {
    const auto made = Archive::create(folder / "other.entente", emptyArchive(QStringLiteral("Other")), false);
    const auto archive = Archive::open(path, Access::ReadOnly);
    if (made || made.error().kind != ErrorKind::NoPermission || !archive) return false;
    const auto backup = archive->backupTo(folder / "backup.entente");
    return !backup && backup.error().kind == ErrorKind::NoPermission;
  }));
  std::filesystem::permissions(folder.path(), perms(0755));
  EXPECT_FALSE(std::filesystem::exists(folder / "other.entente"));
  EXPECT_FALSE(std::filesystem::exists(folder / "backup.entente"));
}

}  // namespace
}  // namespace entente
