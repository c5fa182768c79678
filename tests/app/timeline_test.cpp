// SPDX-License-Identifier: GPL-3.0-or-later
// The main job with the mouse and with the keyboard: open, zoom, click a mark, read its text in the pane.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

#include "app/render/scene_painter.h"
#include "app/timeline/timeline_view.h"
#include "core/archive/archive.h"
#include "core/time/civil.h"
#include "core/time/date_relations.h"
#include "tests/app/main_window_fixture.h"

namespace entente {
namespace {

constexpr const char* kMessage = "message:msg-rutte-trump-2025-06-24";

class Timeline : public test::WindowTest {
 protected:
  void SetUp() override { openBuiltIn(); }

  void wheel(QPointF at, int notches) {
    QWheelEvent event(at, timeline().viewport()->mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(timeline().viewport(), &event);
  }

  [[nodiscard]] Instant instantAt(double x) {
    return TimeScale(session().view().span, timeline().viewport()->width() - timeline().headerWidth())
        .at(x - timeline().headerWidth());
  }

  void key(Qt::Key key) { QTest::keyClick(&timeline(), key); }
};

TEST_F(Timeline, OpensOnTheMessageWithItsTextInThePane) {
  EXPECT_EQ(session().view().span, (TimeSpan{startOfYear(2024), startOfYear(2027)}));
  EXPECT_EQ(selected(), "msg-rutte-trump-2025-06-24");
  EXPECT_TRUE(detailText().contains(
      QStringLiteral("Europe is going to pay in a BIG way, as they should, and it will be your win.")));
  EXPECT_TRUE(timeline().markRect(id(kMessage)).has_value());
  EXPECT_TRUE(timeline().viewport()->rect().contains(*timeline().markRect(id(kMessage))));
}

TEST_F(Timeline, EndToEndWithTheMouse) {
  const EventId summit = id("summit:nato-2025-the-hague");
  const QPoint first = timeline().markRect(summit)->center();
  wheel(first, 8);
  ASSERT_LT(session().view().span.seconds(), 120 * kSecondsPerDay);
  const auto mark = timeline().markRect(summit);
  ASSERT_TRUE(mark.has_value()) << "zooming about the mark keeps it in the picture";
  QTest::mouseClick(timeline().viewport(), Qt::LeftButton, Qt::NoModifier, mark->center());
  waitForDetail();
  EXPECT_EQ(selected(), "nato-2025-the-hague");
  EXPECT_EQ(detailTitle(), session().snapshot()->title(summit)->title);
  EXPECT_TRUE(detailText().contains(QStringLiteral("24 to 25 June 2025")));

  QTest::mouseClick(timeline().viewport(), Qt::LeftButton, Qt::NoModifier,
                    timeline().markRect(id(kMessage))->center());
  waitForDetail();
  EXPECT_TRUE(detailText().contains(QStringLiteral("Mr. President, dear Donald,")));
}

TEST_F(Timeline, TheWheelKeepsTheInstantUnderTheCursor) {
  for (const double x : {200.0, 431.0, 700.0}) {
    for (const int notches : {1, 3, -2, 5, -4}) {
      const Instant before = instantAt(x);
      const std::int64_t seconds = session().view().span.seconds();
      wheel({x, 300}, notches);
      const double perPixel = static_cast<double>(std::max(seconds, session().view().span.seconds())) / 700;
      EXPECT_LE(std::abs(static_cast<double>(instantAt(x).seconds - before.seconds)), 2 * perPixel);
      EXPECT_NEAR(static_cast<double>(session().view().span.seconds()) / static_cast<double>(seconds),
                  std::pow(2, -notches / 2.0), 0.01);
    }
  }
}

TEST_F(Timeline, DragPansAndDoesNotSelect) {
  const TimeSpan before = session().view().span;
  const std::string was = selected();
  QTest::mousePress(timeline().viewport(), Qt::LeftButton, Qt::NoModifier, {600, 200});
  QTest::mouseMove(timeline().viewport(), {560, 205});
  QTest::mouseMove(timeline().viewport(), {500, 210});
  QTest::mouseRelease(timeline().viewport(), Qt::LeftButton, Qt::NoModifier, {500, 210});
  const double perPixel =
      static_cast<double>(before.seconds()) / (timeline().viewport()->width() - timeline().headerWidth());
  EXPECT_NEAR(static_cast<double>(session().view().span.begin.seconds - before.begin.seconds), 100 * perPixel,
              2 * perPixel);
  EXPECT_EQ(session().view().span.seconds(), before.seconds());
  EXPECT_EQ(selected(), was);
}

TEST_F(Timeline, PanningMovesNoMarkToAnotherRow) {
  const auto before = timeline().markRect(id(kMessage));
  for (int i = 0; i < 5; ++i) {
    session().setSpan(shifted(session().view().span, 7 * kSecondsPerDay * (i + 1)));
    const auto after = timeline().markRect(id(kMessage));
    ASSERT_TRUE(after.has_value());
    EXPECT_EQ(after->y(), before->y());
  }
}

TEST_F(Timeline, DoubleClickZoomsInAndHomeFitsAll) {
  const std::int64_t before = session().view().span.seconds();
  QTest::mouseDClick(timeline().viewport(), Qt::LeftButton, Qt::NoModifier, {500, 600});
  EXPECT_NEAR(static_cast<double>(session().view().span.seconds()), static_cast<double>(before) / 4, 2.0);
  key(Qt::Key_Home);
  EXPECT_LT(session().view().span.begin, startOfDay({1914, 7, 29}));
  EXPECT_GT(session().view().span.end, startOfYear(2027));
}

TEST_F(Timeline, AFoldOpensOnAClick) {
  // Some fold is there at this zoom; its members come apart or spread when it is clicked.
  const std::int64_t before = session().view().span.seconds();
  TimelinePictureState picture;
  const double scale = timeline().font().pointSizeF() / kBasePoints;
  picture.setSlices(session().slices(), sceneFonts(typeFaces(timeline().font(), scale)), scale);
  picture.setRequest({session().view().span, timeline().viewport()->width() - timeline().headerWidth(),
                      static_cast<double>(timeline().viewport()->height()), currentInstant()});
  const SceneFold* shown = nullptr;
  for (const SceneFold& fold : picture.scene().folds) {
    if (fold.rect.x > 0 && fold.rect.right() < picture.scene().widthPx) shown = &fold;
  }
  ASSERT_NE(shown, nullptr);
  const QPoint at(static_cast<int>(timeline().headerWidth() + shown->rect.x + shown->rect.width / 2),
                  static_cast<int>(shown->rect.y + shown->rect.height / 2));
  QTest::mouseClick(timeline().viewport(), Qt::LeftButton, Qt::NoModifier, at);
  EXPECT_LT(session().view().span.seconds(), before);
  EXPECT_TRUE(session().view().span.overlaps(shown->span));
}

TEST_F(Timeline, EndToEndWithTheKeyboard) {
  timeline().setFocus();
  key(Qt::Key_Right);
  waitForDetail();
  EXPECT_NE(selected(), "msg-rutte-trump-2025-06-24");
  key(Qt::Key_Left);
  waitForDetail();
  EXPECT_EQ(selected(), "msg-rutte-trump-2025-06-24");
  key(Qt::Key_Up);
  EXPECT_EQ(selected(), "nato-2025-the-hague");
  key(Qt::Key_Down);
  key(Qt::Key_Down);
  EXPECT_TRUE(selected().starts_with("pl-")) << selected();
  const std::int64_t before = session().view().span.seconds();
  key(Qt::Key_Plus);
  EXPECT_LT(session().view().span.seconds(), before);
  key(Qt::Key_Minus);
  const TimeSpan here = session().view().span;
  key(Qt::Key_PageDown);
  EXPECT_GT(session().view().span.begin, here.begin);
  key(Qt::Key_Escape);
  EXPECT_EQ(selected(), "");
  settle();
  EXPECT_TRUE(detailText().contains(QStringLiteral("Nothing is selected")));
}

TEST_F(Timeline, ArrowsBringWhatTheySelectIntoThePicture) {
  timeline().setFocus();
  for (int i = 0; i < 60; ++i) {
    key(Qt::Key_Left);
    const auto item = session().slices()->itemOf(*session().selected());
    EXPECT_NE(overlaps(session().snapshot()->dataset.curated->bounds[item->value], session().view().span),
              Certainty::Impossible);
  }
  EXPECT_LT(session().view().span.begin, startOfYear(2024));
}

TEST_F(Timeline, AClickOnAnyMarkInViewSelectsIt) {
  window->resize(1440, 1000);
  session().setSpan({startOfDay({2025, 6, 19}), startOfDay({2025, 6, 28})});
  int clicked = 0;
  for (const auto& [event, title] : session().snapshot()->titles) {
    const auto mark = timeline().markRect(event);
    if (!mark || !timeline().viewport()->rect().contains(*mark) || mark->left() < timeline().headerWidth())
      continue;
    QTest::mouseClick(timeline().viewport(), Qt::LeftButton, Qt::NoModifier, mark->center());
    EXPECT_EQ(session().selected(), event) << title.uid.value;
    ++clicked;
  }
  EXPECT_GT(clicked, 15);
}

TEST_F(Timeline, OfficesCanBeShownAndHidden) {
  const std::size_t before = session().slices()->tracks().size();
  session().setOffices({{QStringLiteral("Prime Minister"), QStringLiteral("Netherlands")}});
  EXPECT_EQ(before, 2U);
  ASSERT_EQ(session().slices()->tracks().size(), 1U);
  EXPECT_TRUE(timeline().markRect(id(kMessage)).has_value());
  session().setOffices({});
  EXPECT_EQ(session().slices()->laneKind(0), LaneKind::Summits);
}

TEST_F(Timeline, OpeningAgainShowsTheOpeningView) {
  select("message:msg-nicholas-wilhelm-1914-07-29-1");
  session().setSpan({startOfYear(1914), startOfYear(1917)});
  openBuiltIn();
  EXPECT_EQ(session().view().span, (TimeSpan{startOfYear(2024), startOfYear(2027)}));
  EXPECT_EQ(selected(), "msg-rutte-trump-2025-06-24");
}

TEST_F(Timeline, OfficesAreToggledWhereOneLooks) {
  const TimeSpan there{startOfYear(1950), startOfYear(1953)};
  session().setSpan(there);
  session().setOffices({{QStringLiteral("President"), QStringLiteral("France")}});
  EXPECT_EQ(session().view().span, there);
}

TEST_F(Timeline, AnOpeningThatIsOvertakenLeavesTheArchiveThatIsShown) {
  const QString other = QString::fromStdString((folder / "other.entente").string());
  Records records;
  records.properties = {{"title", QStringLiteral("Other")}};
  ASSERT_TRUE(Archive::create(other.toStdString(), records, false).has_value());
  QSignalSpy failed(&session(), &Session::openFailed);
  session().open(other);
  session().open(QStringLiteral("/nowhere/at/all.entente"));
  ASSERT_TRUE(failed.wait(10'000));
  EXPECT_EQ(session().snapshot()->info.title, QStringLiteral("Five per cent"));
  select("summit:nato-2025-the-hague");
  EXPECT_EQ(detailTitle(), session().snapshot()->title(id("summit:nato-2025-the-hague"))->title);
}

}  // namespace
}  // namespace entente
