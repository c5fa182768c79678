// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas shows of a search, a filter, disputes and the size of text, without moving anything.
#include <gtest/gtest.h>

#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <algorithm>
#include <limits>

#include "app/timeline/timeline_view.h"
#include "app/words/event_words.h"
#include "core/layout/lane_layout.h"
#include "core/time/civil.h"
#include "tests/support/open_session.h"

namespace entente {
namespace {

constexpr const char* kMessage = "message:msg-rutte-trump-2025-06-24";

class Canvas : public test::OpenSession {
 protected:
  void SetUp() override {
    openBuiltIn();
    timeline = std::make_unique<TimelineView>(session);
    timeline->setReducedMotion(true);
    QFont font = timeline->font();
    font.setPointSizeF(kBasePoints);
    timeline->setFont(font);
    timeline->resize(1240, 640);
    timeline->show();
  }

  [[nodiscard]] const Scene& scene() { return timeline->picture().scene(); }
  [[nodiscard]] const LaneTexts& texts() { return timeline->picture().texts(); }
  [[nodiscard]] const SceneState& state() { return timeline->state(); }
  [[nodiscard]] ItemIndex item(const char* reference) { return *session.slices()->itemOf(id(reference)); }

  static std::string name(ItemIndex item) { return std::to_string(item.value); }
  [[nodiscard]] std::string dump() { return dumpScene(scene(), name); }

  /// The plain words of the tip at the middle of a rectangle of the scene.
  [[nodiscard]] QString tipAt(const SceneRect& r) {
    const QPoint at = timeline->toViewport({r.x, r.y, r.width, r.height}).center().toPoint();
    return tipAt(at);
  }
  [[nodiscard]] QString tipAt(QPoint at) {
    QHelpEvent help(QEvent::ToolTip, at, timeline->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(timeline->viewport(), &help);
    return QTextDocumentFragment::fromHtml(QToolTip::text()).toPlainText();
  }

  void setPoints(double points) {
    QFont font = timeline->font();
    font.setPointSizeF(points);
    timeline->setFont(font);
  }

  /// All events of lanes.
  [[nodiscard]] std::vector<SliceMark> all() {
    std::vector<SliceMark> marks;
    for (int lane = 0; lane < session.slices()->laneCount(); ++lane) {
      if (session.slices()->laneKind(lane) == LaneKind::Offices) continue;
      const auto some = session.slices()->marks(lane, {kBeginningOfTime, kEndOfTime},
                                                std::numeric_limits<std::size_t>::max());
      marks.insert(marks.end(), some.marks.begin(), some.marks.end());
    }
    return marks;
  }

  std::unique_ptr<TimelineView> timeline;
};

TEST_F(Canvas, ASearchGreysTheRestAndMovesNothing) {
  const std::string before = dump();
  find(QStringLiteral("daddy"));
  ASSERT_FALSE(session.found().hits.empty());
  EXPECT_TRUE(state().onlyHits);
  EXPECT_EQ(state().hits.size(), session.found().hits.size());
  EXPECT_TRUE(std::ranges::is_sorted(state().hits));
  for (const SearchHit& hit : session.found().hits)
    EXPECT_TRUE(std::ranges::binary_search(state().hits, *session.slices()->itemOf(hit.event)));
  EXPECT_EQ(dump(), before);
  find(QString());
  EXPECT_FALSE(state().onlyHits);
  EXPECT_TRUE(state().hits.empty());
}

TEST_F(Canvas, NothingIsGreyedUntilTheAnswerIsThere) {
  session.find(QStringLiteral("daddy"));
  ASSERT_TRUE(session.found().searching);
  EXPECT_FALSE(state().onlyHits);
  QSignalSpy changed(&session, &Session::findChanged);
  ASSERT_TRUE(changed.wait(10'000));
  EXPECT_TRUE(state().onlyHits);
}

TEST_F(Canvas, ASearchWithoutAnswerGreysAll) {
  find(QStringLiteral("zzyzzyx"));
  ASSERT_TRUE(session.found().hits.empty());
  EXPECT_TRUE(state().onlyHits);
  EXPECT_TRUE(state().hits.empty());
}

TEST_F(Canvas, AFilterWithGreyedRestGreysWhatDoesNotMatch) {
  EventFilter filter;
  filter.kinds = {EventKind::Message};
  filter.rest = RestOfEvents::Greyed;
  session.setFilter(filter);
  std::size_t greyed = 0;
  for (const SliceMark& mark : all()) {
    const bool out = mark.glyph != GlyphKind::Message;
    EXPECT_EQ(std::ranges::binary_search(state().greyed, mark.item), out);
    greyed += out ? 1 : 0;
  }
  EXPECT_GT(greyed, 100U);
  EXPECT_EQ(state().greyed.size(), greyed);
  find(QStringLiteral("daddy"));
  for (const ItemIndex hit : state().hits)
    EXPECT_FALSE(std::ranges::binary_search(state().greyed, hit)) << "a hit that is left out is none";
  filter.rest = RestOfEvents::Hidden;
  session.setFilter(filter);
  EXPECT_TRUE(state().greyed.empty());
}

TEST_F(Canvas, AClosedArchiveLeavesAnEmptyCanvas) {
  ASSERT_TRUE(timeline->hasPicture());
  session.close();
  EXPECT_FALSE(timeline->hasPicture());
  const QColor canvas = theme(ThemeName::Light).canvas;
  EXPECT_EQ(timeline->viewport()->grab().toImage().pixelColor(300, 300), canvas);
  EXPECT_EQ(timeline->headerWidth(), kHeaderWidthPx);
}

TEST_F(Canvas, BadgesCountDisputedFieldsAndAreWithinTheLabel) {
  const ItemIndex message = item(kMessage);
  const auto fields = static_cast<int>(session.snapshot()->disputesOf(id(kMessage)).disputedFields);
  ASSERT_GT(fields, 1);
  EXPECT_EQ(texts().badge(message), fields);
  int badges = 0;
  for (const SceneMark& mark : scene().marks) {
    if (mark.labelRect.isEmpty() || texts().badge(mark.item) == 0) continue;
    ++badges;
    const SceneRect& r = mark.labelRect;
    EXPECT_EQ(hitTest(scene(), r.right() - 3, r.y + r.height / 2).mark, &mark) << "the badge can be clicked";
  }
  EXPECT_GT(badges, 5);
}

TEST_F(Canvas, HeadersCountTheDisputedEventsOfTheSpan) {
  for (const TimeSpan span : {TimeSpan{startOfYear(2024), startOfYear(2027)},
                              TimeSpan{startOfDay({2025, 6, 20}), startOfDay({2025, 7, 1})},
                              TimeSpan{startOfYear(1900), startOfYear(1950)}}) {
    for (int lane = 0; lane < session.slices()->laneCount(); ++lane) {
      if (session.slices()->laneKind(lane) == LaneKind::Offices) continue;
      std::uint32_t walked = 0;
      for (const SliceMark& mark : session.slices()->marks(lane, span, 100'000).marks) {
        const auto event = session.slices()->eventOf(mark.item);
        if (event && session.snapshot()->disputesOf(*event).disputedFields > 0) ++walked;
      }
      EXPECT_EQ(texts().laneBadges(lane, span), walked) << lane;
    }
  }
}

TEST_F(Canvas, TipsTellDisputesAndSources) {
  const QString tip = QTextDocumentFragment::fromHtml(texts().toolTip(item(kMessage))).toPlainText();
  EXPECT_TRUE(tip.contains(disputesInWords(session.snapshot()->disputesOf(id(kMessage))))) << qPrintable(tip);
  const std::size_t sources = session.snapshot()->partiesOf(id(kMessage))->sources.size();
  EXPECT_TRUE(tip.contains(QStringLiteral("%1 sources").arg(sources))) << qPrintable(tip);
  EXPECT_TRUE(tip.contains(QStringLiteral("Tuesday 24 June 2025"))) << qPrintable(tip);
}

TEST_F(Canvas, TheTipOfAFoldNamesItsHitsFirst) {
  session.setSpan({startOfYear(2010), startOfYear(2027)});
  find(QStringLiteral("Trump"));
  const SceneFold* mixed = nullptr;
  std::size_t hits = 0;
  const auto isHit = [this](ItemIndex one) { return std::ranges::binary_search(state().hits, one); };
  for (const SceneFold& fold : scene().folds) {
    const auto found = static_cast<std::size_t>(std::ranges::count_if(fold.items, isHit));
    if (found == 0 || found == fold.items.size() || fold.rect.x < 0) continue;
    mixed = &fold;
    hits = found;
  }
  ASSERT_NE(mixed, nullptr);
  const QString tip = tipAt(mixed->rect);
  const QStringList lines = tip.split(QLatin1Char('\n'));
  EXPECT_EQ(lines.front(), QStringLiteral("%1 events, %2 found").arg(mixed->items.size()).arg(hits));
  ASSERT_GT(lines.size(), 1);
  EXPECT_EQ(lines[1], texts().label(*std::ranges::find_if(mixed->items, isHit)));
}

TEST_F(Canvas, TheTipOfAHeaderSaysItsNameAndCounts) {
  const SceneLane& lane = scene().lanes[1];
  const QPoint at(20, static_cast<int>(lane.rect.y) + 5 - timeline->verticalScrollBar()->value());
  const QString tip = tipAt(at);
  EXPECT_TRUE(tip.startsWith(texts().laneName(1))) << qPrintable(tip);
  EXPECT_TRUE(tip.contains(QStringLiteral("%1 events").arg(lane.inSpan))) << qPrintable(tip);
  const SceneLane& offices = scene().lanes[0];
  EXPECT_EQ(tipAt(QPoint(20, static_cast<int>(offices.rowsY) + 5)), texts().trackInWords(0));
}

TEST_F(Canvas, AllSizesFollowTheText) {
  for (const double scale : {0.8, 1.0, 1.25, 1.5, 2.0}) {
    SCOPED_TRACE(scale);
    setPoints(kBasePoints * scale);
    EXPECT_NEAR(scene().scale, scale, 1e-9);
    EXPECT_EQ(scene().axisHeightPx, scaledMetrics(scale).axisHeightPx);
    EXPECT_GE(timeline->headerWidth(), headerWidthPx(scale));
    EXPECT_EQ(scene().widthPx, timeline->viewport()->width() - timeline->headerWidth());
    for (const SceneMark& mark : scene().marks) {
      EXPECT_GE(mark.glyphRect.width, kLeastGlyphPx);
      EXPECT_NEAR(mark.glyphRect.width, 12 * scale, 1);
    }
    const auto mark = timeline->markRect(id(kMessage));
    ASSERT_TRUE(mark.has_value());
    EXPECT_GT(mark->left(), timeline->headerWidth());
  }
}

TEST_F(Canvas, NamesInHeadersAreWholeAtEverySize) {
  session.setOffices({{QStringLiteral("President"), QStringLiteral("United States")},
                      {QStringLiteral("Prime Minister"), QStringLiteral("Netherlands")}});
  ASSERT_EQ(session.slices()->tracks().front().title, QStringLiteral("United States"));
  QSignalSpy changed(timeline.get(), &TimelineView::headerWidthChanged);
  for (const double scale : {0.8, 1.0, 1.5, 2.0}) {
    SCOPED_TRACE(scale);
    setPoints(kBasePoints * scale);
    const SceneFonts fonts = sceneFonts(typeFaces(timeline->font(), scale));
    const double needed = QFontMetricsF(fonts.laneName).horizontalAdvance(texts().laneName(0)) +
                          QFontMetricsF(fonts.headerCaption).horizontalAdvance(texts().trackName(0, 0));
    EXPECT_GE(timeline->headerWidth(), needed + 3 * 8 * scale);
    EXPECT_LT(timeline->headerWidth(), 2 * headerWidthPx(scale)) << "not yet elided";
  }
  EXPECT_GE(changed.count(), 3);
  EXPECT_EQ(changed.back().front().toDouble(), timeline->headerWidth());
}

TEST_F(Canvas, AStateNeverMakesANewScene) {
  const Scene* before = &scene();
  const double* x = &before->marks.front().glyphRect.x;
  find(QStringLiteral("daddy"));
  session.select(id("summit:nato-2025-the-hague"));
  EXPECT_EQ(&scene(), before);
  EXPECT_EQ(&scene().marks.front().glyphRect.x, x);
}

}  // namespace
}  // namespace entente
