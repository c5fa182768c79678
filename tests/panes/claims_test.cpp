// SPDX-License-Identifier: GPL-3.0-or-later
// The claims in the panes: opened in place, pinned, undone, edited; and an archive that cannot be changed.
#include <gtest/gtest.h>

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/panes/claim_copy.h"
#include "app/panes/claims_board.h"
#include "app/panes/claims_pane.h"
#include "app/panes/detail_pane.h"
#include "app/panes/history_pane.h"
#include "app/panes/rival_mark.h"
#include "core/exchange/bundle_reader.h"
#include "core/view/ledger_changes.h"
#include "tests/support/open_session.h"

namespace entente {
namespace {

constexpr const char* kMessage = "message:msg-rutte-trump-2025-06-24";

class ClaimsTest : public test::OpenSession {
 protected:
  ClaimsTest() : detail(session), claims(session), history(session) {
    detail.resize(412, 900);
    claims.resize(412, 900);
    detail.show();
    claims.show();
    history.show();
  }
  void openCopy() {
    openRecords(readBundle(ENTENTE_SOURCE_DIR "/resources/archive")->records);
    select(kMessage);
  }
  static bool says(const QWidget& pane, const char* words) {
    const QString wanted = QString::fromUtf8(words);
    for (const QLabel* label : pane.findChildren<QLabel*>()) {
      if (label->text().contains(wanted)) return true;
    }
    return false;
  }
  RivalMark* markOf(const char* topic) const {
    for (RivalMark* mark : detail.findChildren<RivalMark*>()) {
      if (mark->property("topic").toString() == QString::fromUtf8(topic)) return mark;
    }
    return nullptr;
  }
  std::string shownDate() { return session.snapshot()->title(id(kMessage))->when->edtf(); }
  /// Presses a button of the board of the shown topic's rival, as a person would.
  void pinTheRival(const char* reason) {
    RivalMark* mark = markOf("stage:sent");
    ASSERT_NE(mark, nullptr);
    if (!mark->isChecked()) QTest::mouseClick(mark, Qt::LeftButton);
    auto* board = detail.findChild<ClaimsBoard*>();
    ASSERT_NE(board, nullptr);
    const auto cells = board->findChildren<QFrame*>(QStringLiteral("value"));
    ASSERT_EQ(cells.size(), 2);
    auto* pin = cells[1]->findChild<QPushButton*>(QStringLiteral("pin"));
    ASSERT_NE(pin, nullptr);
    QTest::mouseClick(pin, Qt::LeftButton);
    auto* done = cells[1]->findChild<QPushButton*>(QStringLiteral("pinDone"));
    EXPECT_FALSE(done->isEnabled()) << "a pin needs a reason";
    QTest::keyClicks(cells[1]->findChild<QLineEdit*>(QStringLiteral("pinReason")), QString::fromUtf8(reason));
    QSignalSpy detailed(&session, &Session::detailChanged);
    QTest::mouseClick(done, Qt::LeftButton);
    ASSERT_TRUE(detailed.wait());
  }
  void undo() {
    QSignalSpy changed(&session, &Session::changed);
    session.undo();
    ASSERT_TRUE(changed.wait());
  }
  void redo() {
    QSignalSpy changed(&session, &Session::changed);
    session.redo();
    ASSERT_TRUE(changed.wait());
  }

  DetailPane detail;
  ClaimsPane claims;
  HistoryPane history;
};

TEST_F(ClaimsTest, AMarkOpensBothYearsWithWhoSaysSoAndWhy) {
  openCopy();
  RivalMark* mark = markOf("stage:sent");
  ASSERT_NE(mark, nullptr);
  EXPECT_EQ(mark->accessibleName(), QStringLiteral("1 rival date"));
  EXPECT_EQ(detail.findChild<ClaimsBoard*>(), nullptr);
  QTest::mouseClick(mark, Qt::LeftButton);
  auto* board = detail.findChild<ClaimsBoard*>();
  ASSERT_NE(board, nullptr);
  EXPECT_TRUE(says(*board, "When was it sent?"));
  EXPECT_TRUE(says(*board, "24 June 2025"));
  EXPECT_TRUE(says(*board, "June 2024"));
  EXPECT_TRUE(says(*board, "Associated Press"));
  EXPECT_TRUE(says(*board, "usually reliable, confirmed by other sources"));
  EXPECT_TRUE(says(*board, "not usually reliable, improbable"));
  EXPECT_TRUE(says(*board, "NATO gave the day"));
  QTest::mouseClick(mark, Qt::LeftButton);
  EXPECT_TRUE(board->isHidden() || !board->isVisible());
}

TEST_F(ClaimsTest, PinningTheOtherMovesTheMarkUndoMovesItBackAndHistorySurvives) {
  openCopy();
  EXPECT_EQ(shownDate(), "2025-06-24");
  pinTheRival("to see it move");
  EXPECT_EQ(shownDate(), "2024-06");
  EXPECT_TRUE(says(detail, "June 2024"));
  EXPECT_TRUE(says(detail, "to see it move"));
  ASSERT_EQ(session.snapshot()->content->history.size(), 1U);
  undo();
  EXPECT_EQ(shownDate(), "2025-06-24");
  redo();
  EXPECT_EQ(shownDate(), "2024-06");
  const QString path = session.path();
  session.close();
  open(path);
  EXPECT_EQ(shownDate(), "2024-06");
  auto* list = history.findChild<QListWidget*>(QStringLiteral("historyList"));
  ASSERT_EQ(list->count(), 2);
  EXPECT_TRUE(list->item(1)->text().contains(QStringLiteral("Pin June 2024")))
      << list->item(1)->text().toStdString();
  list->setCurrentRow(0);
  QSignalSpy changed(&session, &Session::changed);
  QTest::mouseClick(history.findChild<QPushButton*>(QStringLiteral("goToStep")), Qt::LeftButton);
  ASSERT_TRUE(changed.wait());
  settle();
  EXPECT_EQ(shownDate(), "2025-06-24");
  EXPECT_TRUE(list->item(1)->text().contains(QStringLiteral("undone")));
}

TEST_F(ClaimsTest, AClaimIsWrittenChangedAndDeleted) {
  openCopy();
  const std::size_t before = session.snapshot()->content->ledger->claims.size();
  const Topic topic{session.snapshot()->refOf(id(kMessage)).value(), false, QStringLiteral("channel")};
  claims.editClaim(topic, ClaimUid());
  auto* save = claims.findChild<QPushButton*>(QStringLiteral("saveClaim"));
  ASSERT_NE(save, nullptr);
  EXPECT_FALSE(save->isEnabled());
  QTest::keyClicks(claims.findChild<QLineEdit*>(QStringLiteral("claimValue")),
                   QStringLiteral("carrier pigeon"));
  EXPECT_FALSE(save->isEnabled()) << "no source";
  claims.findChild<QComboBox*>(QStringLiteral("claimSource"))->setCurrentIndex(3);
  EXPECT_TRUE(save->isEnabled());
  QSignalSpy changed(&session, &Session::changed);
  QTest::mouseClick(save, Qt::LeftButton);
  ASSERT_TRUE(changed.wait());
  ASSERT_EQ(session.snapshot()->content->ledger->claims.size(), before + 1);
  const Resolution* channel = session.snapshot()->ledger.of(topic);
  const Claim* added = nullptr;
  for (const ClaimedValue& value : channel->values) {
    for (const Claim* claim : value.claims) {
      if (claim->value == QStringLiteral("carrier pigeon")) added = claim;
    }
  }
  ASSERT_NE(added, nullptr);
  EXPECT_TRUE(added->recordedAt.has_value());
  claims.editClaim(topic, added->uid);
  auto* remove = claims.findChild<QPushButton*>(QStringLiteral("deleteClaim"));
  ASSERT_NE(remove, nullptr);
  QTest::mouseClick(remove, Qt::LeftButton);
  ASSERT_TRUE(changed.wait());
  EXPECT_EQ(session.snapshot()->content->ledger->claims.size(), before);
  undo();
  EXPECT_EQ(session.snapshot()->content->ledger->claims.size(), before + 1);
}

TEST_F(ClaimsTest, AProtectedArchiveAsksForACopyAndGoesOnThere) {
  openCopy();
  const QString original = session.path();
  session.protect(original);
  EXPECT_FALSE(session.isEditable());
  QSignalSpy needed(&session, &Session::copyNeeded);
  const Claim claim = session.snapshot()->content->ledger->claims.front();
  Claim changedClaim = claim;
  changedClaim.reason = QStringLiteral("changed");
  session.change({PutRecord{changedClaim}}, QStringLiteral("Change"));
  EXPECT_EQ(needed.size(), 1);
  const QString copy = original + QStringLiteral(".copy.entente");
  ASSERT_TRUE(QFile::copy(original, copy));
  session.goOnIn(copy);
  QSignalSpy changed(&session, &Session::changed);
  session.open(copy);
  ASSERT_TRUE(changed.wait());
  EXPECT_EQ(session.path(), copy);
  EXPECT_EQ(session.snapshot()->content->ledger->claims.front().reason, QStringLiteral("changed"));
  session.open(original);
  ASSERT_TRUE(QTest::qWaitFor([&] { return session.path() == original; }));
  EXPECT_EQ(session.snapshot()->content->ledger->claims.front(), claim);
}

TEST_F(ClaimsTest, TwoSessionsOnOneFileLoseNothing) {
  openCopy();
  Session other;
  QSignalSpy opened(&other, &Session::archiveOpened);
  other.open(session.path());
  ASSERT_TRUE(opened.wait());
  pinTheRival("first");
  // The other one sees the change by itself; and where it tries on what it saw before, nothing is lost.
  ASSERT_TRUE(QTest::qWaitFor([&] { return !other.snapshot()->content->history.empty(); }, 10'000));
  Claim claim = other.snapshot()->content->ledger->claims.front();
  claim.reason = QStringLiteral("from the other window");
  QSignalSpy changed(&other, &Session::changed);
  other.change({PutRecord{claim}}, QStringLiteral("Other"));
  ASSERT_TRUE(changed.wait());
  EXPECT_EQ(other.snapshot()->content->history.size(), 2U);
  ASSERT_TRUE(QTest::qWaitFor([&] { return session.snapshot()->content->history.size() == 2; }, 10'000));
  EXPECT_EQ(shownDate(), "2024-06");
}

TEST_F(ClaimsTest, WhatIsBeingWrittenStaysWhateverChangesAroundIt) {
  openCopy();
  const Topic topic{session.snapshot()->refOf(id(kMessage)).value(), false, QStringLiteral("channel")};
  claims.editClaim(topic, ClaimUid("cl-158"));
  auto* value = claims.findChild<QLineEdit*>(QStringLiteral("claimValue"));
  ASSERT_NE(value, nullptr);
  value->setText(QStringLiteral("half written"));
  // Somebody else changes the same claim meanwhile; the window reads it, looks elsewhere, and at another day.
  {
    auto archive = Archive::open(session.path().toStdString(), Access::ReadWrite);
    Claim other = *session.snapshot()->ledger.claim(ClaimUid("cl-158"));
    other.reason = QStringLiteral("overtaken");
    ASSERT_TRUE(archive->change({PutRecord{other}}, {QStringLiteral("Other")}));
  }
  ASSERT_TRUE(QTest::qWaitFor(
      [&] {
        const Claim* claim = session.snapshot()->ledger.claim(ClaimUid("cl-158"));
        return claim && claim->reason == QStringLiteral("overtaken");
      },
      10'000));
  select("summit:nato-1957-paris");
  session.setKnownAsOf(*FuzzyDate::parse("2026-12-31"));
  ASSERT_EQ(claims.findChild<QLineEdit*>(QStringLiteral("claimValue")), value);
  EXPECT_EQ(value->text(), QStringLiteral("half written"));
  QSignalSpy failed(&session, &Session::changeFailed);
  QTest::mouseClick(claims.findChild<QPushButton*>(QStringLiteral("saveClaim")), Qt::LeftButton);
  ASSERT_TRUE(failed.wait());
  EXPECT_EQ(claims.findChild<QLineEdit*>(QStringLiteral("claimValue")), value)
      << "it can be copied and tried again";
  EXPECT_EQ(session.snapshot()->ledger.claim(ClaimUid("cl-158"))->value, QStringLiteral("Signal"));
}

TEST_F(ClaimsTest, ChangesThatWaitForACopyAreAllMadeThere) {
  openCopy();
  const QString original = session.path();
  session.protect(original);
  QSignalSpy needed(&session, &Session::copyNeeded);
  const auto reasonOf = [this](const char* uid, const char* reason) {
    Claim claim = *session.snapshot()->ledger.claim(ClaimUid(uid));
    claim.reason = QString::fromLatin1(reason);
    session.change({PutRecord{claim}}, QString::fromLatin1(reason));
  };
  reasonOf("cl-155", "one");
  reasonOf("cl-156", "two");
  EXPECT_EQ(needed.size(), 1) << "it asks once";
  const QString copy = original + QStringLiteral(".copy.entente");
  ASSERT_TRUE(QFile::copy(original, copy));
  session.goOnIn(copy);
  session.open(copy);
  ASSERT_TRUE(QTest::qWaitFor([&] { return session.snapshot()->content->history.size() == 2; }, 10'000));
  EXPECT_EQ(session.snapshot()->ledger.claim(ClaimUid("cl-156"))->reason, QStringLiteral("two"));
}

TEST_F(ClaimsTest, AnEarlierDayLetsGoOfWhatItHidesAndALaterOneTakesItUpAgain) {
  openCopy();
  session.setKnownAsOf(*FuzzyDate::parse("2025-06-02"));
  EXPECT_FALSE(session.selected());
  session.setKnownAsOf(*FuzzyDate::parse("2025-06-24"));
  ASSERT_TRUE(session.selected());
  EXPECT_EQ(session.snapshot()->refOf(*session.selected())->text(), kMessage);
}

TEST_F(ClaimsTest, APinnedWayIsSaid) {
  openCopy();
  const Topic topic{session.snapshot()->refOf(id(kMessage)).value(), false, QStringLiteral("channel")};
  QSignalSpy detailed(&session, &Session::detailChanged);
  session.change(
      [](const Snapshot& now) -> Result<RecordChanges> {
        return pinClaim(now, ClaimUid("cl-158"), QStringLiteral("x"), *FuzzyDate::parse("2026"));
      },
      QStringLiteral("Pin"));
  ASSERT_TRUE(detailed.wait());
  EXPECT_TRUE(says(detail, "Message, Signal"));
}

TEST_F(ClaimsTest, CopyingCarriesWhoSaysSoAndWhoSaysOtherwise) {
  openCopy();
  ASSERT_TRUE(copyAttribution(session));
  const QString text = QGuiApplication::clipboard()->text();
  EXPECT_TRUE(text.contains(QStringLiteral("24 June 2025, according to Associated Press")))
      << text.toStdString();
  EXPECT_TRUE(text.contains(QStringLiteral("June 2024 (refuted)"))) << text.toStdString();
}

TEST_F(ClaimsTest, TheLedgerListsTheTopicsOfTheSelectionOrOfAll) {
  openCopy();
  ASSERT_TRUE(claims.topic().has_value());
  EXPECT_EQ(claims.topic()->subject.uid, "msg-rutte-trump-2025-06-24");
  claims.showTopic({{RecordKind::Actor, "starmer"}, true, QStringLiteral("when he left office")});
  EXPECT_EQ(claims.topic()->subject.kind, RecordKind::Actor);
}

}  // namespace
}  // namespace entente
