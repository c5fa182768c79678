// SPDX-License-Identifier: GPL-3.0-or-later
// The message pane and the life line: people in their offices, stages in their cells, nothing cut at any
// width.
#include <gtest/gtest.h>

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocumentFragment>

#include "app/panes/life_line_strip.h"
#include "app/panes/message_column.h"
#include "app/panes/message_pane.h"
#include "app/render/type.h"
#include "app/words/record_words.h"
#include "tests/support/open_session.h"

namespace entente {
namespace {

class MessagePaneTest : public test::OpenSession {
 protected:
  MessagePaneTest() : pane(session) {
    pane.resize(412, 900);
    pane.show();
  }

  QString text() const {
    QString words;
    for (const QLabel* label : pane.findChildren<QLabel*>()) {
      words += label->textFormat() == Qt::RichText
                   ? QTextDocumentFragment::fromHtml(label->text()).toPlainText()
                   : label->text();
      words += QLatin1Char('\n');
    }
    return words;
  }

  bool says(const char* words) const { return text().contains(QString::fromUtf8(words)); }

  MessagePane pane;
};

TEST_F(MessagePaneTest, SetsTheMessageWithTheOfficesOfTheDay) {
  openBuiltIn();
  select("message:msg-rutte-trump-2025-06-24");
  EXPECT_TRUE(says("Mark Rutte"));
  EXPECT_TRUE(says("Secretary General, NATO"));
  EXPECT_TRUE(says("President, United States"));
  EXPECT_TRUE(says("Tuesday 24 June 2025, hour unknown"));
  EXPECT_TRUE(says("Europe is going to pay in a BIG way"));
  EXPECT_TRUE(says("published the same day"));
  const auto* strip = pane.findChild<LifeLineStrip*>();
  ASSERT_NE(strip, nullptr);
  EXPECT_EQ(strip->stops().size(), 5U);
  EXPECT_TRUE(strip->stops()[2]->accessibleName().startsWith(
      QStringLiteral("Published, 24 June 2025, Donald Trump, Truth Social")))
      << strip->stops()[2]->accessibleName().toStdString();
  EXPECT_TRUE(strip->stops()[2]->accessibleName().contains(QStringLiteral("; source: ")));
}

TEST_F(MessagePaneTest, SaysWhatIsSelectedWhereItIsNoMessageAndLeadsToOne) {
  openBuiltIn();
  select("summit:nato-2026-ankara");
  EXPECT_TRUE(says("What is selected is a summit"));
  select("pledge:pl-2025-hague-5");
  EXPECT_TRUE(says("What is selected is a pledge"));
  bool followed = false;
  for (QLabel* label : pane.findChildren<QLabel*>()) {
    if (label->textFormat() != Qt::RichText || !label->text().contains(QStringLiteral("message:"))) continue;
    label->setFocus();
    QTest::keyClick(label, Qt::Key_Tab);
    QTest::keyClick(label, Qt::Key_Return);
    followed = true;
    break;
  }
  ASSERT_TRUE(followed);
  QCoreApplication::processEvents();
  EXPECT_EQ(selected().substr(0, 4), "msg-");
  session.select(std::nullopt);
  settle();
  EXPECT_TRUE(says("No message is selected"));
  session.close();
  settle();
  EXPECT_TRUE(says("No archive is open"));
}

TEST_F(MessagePaneTest, AStopChosenByKeyPointsAtItsStage) {
  openBuiltIn();
  select("message:msg-rutte-trump-2025-06-24");
  auto* strip = pane.findChild<LifeLineStrip*>();
  const auto* column = pane.findChild<MessageColumn*>();
  ASSERT_TRUE(strip != nullptr && column != nullptr);
  strip->focusStop(0);
  QTest::keyClick(strip->stops()[0], Qt::Key_Right);
  QTest::keyClick(strip->stops()[1], Qt::Key_Right);
  EXPECT_EQ(strip->stops()[2]->focusPolicy(), Qt::StrongFocus);
  EXPECT_EQ(strip->stops()[0]->focusPolicy(), Qt::ClickFocus) << "Tab stops once at the strip";
  QSignalSpy chosen(strip, &LifeLineStrip::chosen);
  QTest::keyClick(strip->stops()[2], Qt::Key_Return);
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_TRUE(column->stageBlock(strip->stops()[2]->stage().uid)->autoFillBackground());
  QTest::mouseClick(strip->stops()[0], Qt::LeftButton);
  EXPECT_TRUE(column->stageBlock(strip->stops()[0]->stage().uid)->autoFillBackground());
  EXPECT_FALSE(column->stageBlock(strip->stops()[2]->stage().uid)->autoFillBackground());
}

TEST_F(MessagePaneTest, EveryMessageHasItsPlaceAtEveryWidth) {
  openBuiltIn();
  for (const auto& [id, title] : session.snapshot()->titles) {
    if (title.kind != EventKind::Message) continue;
    SCOPED_TRACE(title.uid.value);
    session.select(id);
    waitForDetail();
    auto* strip = pane.findChild<LifeLineStrip*>();
    if (!strip) continue;
    for (const int width : {260, 380, 700, 1200}) {
      strip->resize(width, strip->heightForWidth(width));
      QResizeEvent resized(strip->size(), strip->size());
      QCoreApplication::sendEvent(strip, &resized);
      const auto& stops = strip->stops();
      for (std::size_t i = 0; i < stops.size(); ++i) {
        const QFontMetrics metrics(
            typeFaces(strip->font(), strip->font().pointSizeF() / kBasePoints).bodyStrong);
        EXPECT_GE(stops[i]->width(), metrics.horizontalAdvance(stageInWords(stops[i]->stage().stage)));
        EXPECT_TRUE(QRect(0, 0, width, strip->heightForWidth(width)).contains(stops[i]->geometry()))
            << "stop " << i << " at " << width;
        for (std::size_t j = i + 1; j < stops.size(); ++j)
          EXPECT_FALSE(stops[i]->geometry().intersects(stops[j]->geometry())) << i << " and " << j;
      }
    }
  }
}

TEST_F(MessagePaneTest, UnknownDaysAndWordingsAreSaid) {
  Records records;
  Actor actor;
  actor.uid = ActorUid("a");
  actor.name = QStringLiteral("<b>A & B</b>");
  records.actors = {actor};
  Message message;
  message.event.uid = EventUid("m");
  message.event.title = QStringLiteral("<h1>M</h1>");
  message.event.summary = QStringLiteral("What it was about");
  message.senders = {ActorUid("a")};
  records.messages = {message};
  const auto stage = [&records](const char* uid, StageKind kind, const char* when) {
    Stage one;
    one.uid = StageUid(uid);
    one.message = EventUid("m");
    one.stage = kind;
    one.actor = ActorUid("a");
    if (when) one.when = *FuzzyDate::parse(when);
    records.stages.push_back(one);
  };
  stage("s1", StageKind::Sent, "1962-10");
  stage("s2", StageKind::Published, "1973-01-01");
  stage("s3", StageKind::Deleted, nullptr);
  openRecords(records);
  select("message:m");
  EXPECT_TRUE(says("<b>A & B</b>")) << "people's words are no markup";
  EXPECT_TRUE(says("The wording of this message is not known."));
  EXPECT_TRUE(says("What it was about"));
  EXPECT_TRUE(says("day unknown"));
  EXPECT_TRUE(says("not recorded"));
  const auto* strip = pane.findChild<LifeLineStrip*>();
  ASSERT_NE(strip, nullptr);
  ASSERT_EQ(strip->stops().size(), 3U);
  EXPECT_TRUE(strip->stops()[2]->accessibleName().startsWith(QStringLiteral("Deleted, Day unknown")));
}

}  // namespace
}  // namespace entente
