// SPDX-License-Identifier: GPL-3.0-or-later
// The plot: one x is one day as in the timeline, estimates are dashed and hollow, labels keep apart.
#include "app/charts/spending_view.h"

#include <gtest/gtest.h>

#include <QChart>
#include <QElapsedTimer>
#include <QLineSeries>
#include <QScatterSeries>
#include <QSignalSpy>
#include <QTest>

#include "app/render/scene_painter.h"
#include "core/time/civil.h"
#include "tests/charts/sample_charts.h"

namespace entente {
namespace {

using namespace test;

class SpendingViewTest : public ::testing::Test {
 protected:
  SpendingViewTest() {
    view.setLook(ThemeName::Light, typeFaces(view.font()), 1);
    view.setFrame({kHeaderWidthPx, std::nullopt, false});
    view.resize(1030, 180);
    view.setSpan({startOfYear(2022), startOfYear(2025)});
    view.setChart(smallChart());
    view.show();
    // A hidden view does not get its size.
    QCoreApplication::processEvents();
  }

  template <class Series>
  [[nodiscard]] std::vector<Series*> seriesOf(const char* name) const {
    std::vector<Series*> found;
    for (QAbstractSeries* series : view.chart()->series()) {
      if (auto* typed = qobject_cast<Series*>(series); typed && series->name() == QLatin1String(name))
        found.push_back(typed);
    }
    return found;
  }

  [[nodiscard]] QPointF place(const char* actor, int year) const {
    const ChartLine& line = *data.line(ActorUid(actor));
    return view.position(*std::ranges::find(line.points, year, &ChartPoint::year));
  }

  void expectLabelsApart() {
    std::vector<SpendingView::Label> all = view.labels();
    if (view.goalLabel()) all.push_back(*view.goalLabel());
    for (std::size_t i = 0; i < all.size(); ++i) {
      EXPECT_GE(all[i].rect.left(), view.plotRect().left()) << all[i].text.toStdString();
      EXPECT_LE(all[i].rect.right(), view.width()) << all[i].text.toStdString();
      for (std::size_t j = 0; j < i; ++j) {
        const QRectF cut = all[i].rect & all[j].rect;
        EXPECT_LE(std::min(cut.width(), cut.height()), 1)
            << all[i].text.toStdString() << " on " << all[j].text.toStdString();
      }
    }
    for (std::size_t i = 0; i < view.labels().size(); ++i) {
      for (std::size_t j = 0; j < i; ++j)
        EXPECT_GE(std::abs(view.labels()[i].rect.center().y() - view.labels()[j].rect.center().y()),
                  14 - 1e-6);
    }
  }

  ChartData data = smallChart();
  SpendingView view;
};

TEST_F(SpendingViewTest, AYearsMiddleStandsWhereTheTimelineHasIt) {
  for (const TimeSpan span : {TimeSpan{startOfYear(2022), startOfYear(2025)},
                              TimeSpan{startOfDay({2021, 3, 7}), startOfDay({2029, 11, 2})}}) {
    view.setSpan(span);
    const TimeScale timeline(span, 1030 - kHeaderWidthPx);
    for (const int year : {2022, 2023, 2024}) {
      const double expected = kHeaderWidthPx + timeline.x(middleOf(year));
      EXPECT_NEAR(place("a", year).x(), expected, 1e-6);
      // And Qt Charts draws it there.
      QLineSeries* series = seriesOf<QLineSeries>("a").front();
      const QPointF drawn =
          view.chart()->mapToPosition({SpendingView::secondsOf(middleOf(year)), 1.5}, series);
      EXPECT_NEAR(drawn.x(), expected, 0.01);
      EXPECT_NEAR(drawn.y(), view.position({year, 1.5, {}, false}).y(), 0.01);
    }
  }
}

TEST_F(SpendingViewTest, ANarrowerCanvasIsTakenOver) {
  view.setFrame({kHeaderWidthPx, 800, false});
  const TimeScale timeline({startOfYear(2022), startOfYear(2025)}, 800);
  EXPECT_NEAR(place("a", 2023).x(), kHeaderWidthPx + timeline.x(middleOf(2023)), 1e-6);
}

TEST_F(SpendingViewTest, ASpanMovesTheAxisAndMakesNoSeries) {
  const auto before = view.chart()->series();
  const auto points = seriesOf<QLineSeries>("a").front()->points();
  view.setSpan({startOfYear(2020), startOfYear(2026)});
  EXPECT_EQ(view.chart()->series(), before);
  EXPECT_EQ(seriesOf<QLineSeries>("a").front()->points(), points);
}

TEST_F(SpendingViewTest, EstimatesAreDashedAndHollow) {
  const auto lines = seriesOf<QLineSeries>("a");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0]->pen().style(), Qt::SolidLine);
  EXPECT_FALSE(lines[0]->property("estimate").toBool());
  EXPECT_EQ(lines[1]->pen().style(), Qt::CustomDashLine);
  EXPECT_TRUE(lines[1]->property("estimate").toBool());
  // The dashed segment begins where the solid one ends.
  EXPECT_EQ(lines[0]->points().back(), lines[1]->points().front());
  const auto markers = seriesOf<QScatterSeries>("a");
  ASSERT_EQ(markers.size(), 2u);
  EXPECT_EQ(markers[0]->brush().color(), theme(ThemeName::Light).accent);
  EXPECT_EQ(markers[0]->count(), 2);
  EXPECT_EQ(markers[1]->brush().color(), theme(ThemeName::Light).canvas);
  EXPECT_EQ(markers[1]->count(), 1);
}

TEST_F(SpendingViewTest, AMissingYearIsAGap) {
  EXPECT_TRUE(seriesOf<QLineSeries>("b").empty()) << "2022 and 2024 are not joined";
  const auto markers = seriesOf<QScatterSeries>("b");
  ASSERT_EQ(markers.size(), 2u);
  for (const QScatterSeries* series : markers) {
    for (const QPointF& point : series->points())
      EXPECT_GT(point.y(), 0);
  }
}

TEST_F(SpendingViewTest, ALonePointOfAGreyedLineIsSeen) {
  const auto choice = ChartChoice{SourceUid("new"), ActorUid("a"), {}};
  view.setChart(chartData(smallSnapshot(), smallPledge(), choice, sampleToday()));
  EXPECT_EQ(seriesOf<QScatterSeries>("b").size(), 2u);
  EXPECT_TRUE(seriesOf<QScatterSeries>("c").empty());
}

TEST_F(SpendingViewTest, TheGoalIsSolidThenDashed) {
  const auto goal = seriesOf<QLineSeries>("goal");
  ASSERT_EQ(goal.size(), 2u);
  EXPECT_EQ(goal[0]->pen().style(), Qt::SolidLine);
  EXPECT_EQ(goal[0]->points().front(), QPointF(SpendingView::secondsOf(startOfDay({2023, 5, 5})), 2));
  EXPECT_EQ(goal[1]->pen().style(), Qt::CustomDashLine);
  EXPECT_EQ(goal[1]->points().back(), QPointF(SpendingView::secondsOf(startOfYear(2031)), 2));
}

TEST_F(SpendingViewTest, LabelsKeepApartAtAnySize) {
  const std::pair<int, int> sizes[] = {{1030, 180}, {1500, 260}, {412, 280},
                                       {500, 90},   {300, 60},   {1030, 40}};
  const TimeSpan spans[] = {{startOfYear(2022), startOfYear(2025)},
                            {startOfYear(2000), startOfYear(2050)},
                            {startOfMonth(2024, 6), startOfMonth(2024, 9)},
                            {startOfYear(2023), startOfYear(2040)}};
  for (const auto& [across, down] : sizes) {
    view.resize(across, down);
    view.setFrame({across < 720 ? 40 : kHeaderWidthPx, std::nullopt, across < 720});
    for (const TimeSpan span : spans) {
      view.setSpan(span);
      expectLabelsApart();
      EXPECT_FALSE(view.labels().empty());
    }
  }
  view.resize(1030, 180);
  view.setFrame({kHeaderWidthPx, std::nullopt, false});
  view.setSpan(spans[0]);
  EXPECT_EQ(view.labels().size(), 3u);
  EXPECT_TRUE(view.goalLabel().has_value());
  EXPECT_EQ(view.labels().front().text, QStringLiteral("Alpha 2.0"));
}

TEST_F(SpendingViewTest, LabelsNameTheLastFigureInView) {
  view.setSpan({startOfYear(2022), startOfYear(2024)});
  EXPECT_EQ(view.labels().front().text, QStringLiteral("Alpha 1.5"));
  view.setSpan({startOfYear(1990), startOfYear(2000)});
  EXPECT_TRUE(view.labels().empty());
  EXPECT_FALSE(view.hasFiguresInSpan());
}

TEST_F(SpendingViewTest, AHugeNameStaysInside) {
  ChartData huge = data;
  huge.lines.back().name = QString(4000, QLatin1Char('W'));
  view.setChart(huge);
  expectLabelsApart();
}

TEST_F(SpendingViewTest, DarkLinesHaveTheDarkColours) {
  view.setLook(ThemeName::Dark, typeFaces(view.font()), 1);
  EXPECT_EQ(seriesOf<QLineSeries>("a").front()->pen().color(), theme(ThemeName::Dark).accent);
  EXPECT_EQ(seriesOf<QLineSeries>("goal").front()->pen().color(), theme(ThemeName::Dark).ink);
  EXPECT_EQ(view.grab().toImage().pixelColor(4, 4), theme(ThemeName::Dark).canvas);
}

TEST_F(SpendingViewTest, ACurveOutsideTheSpanDoesNotLeaveThePlot) {
  view.setSpan({startOfDay({2023, 6, 1}), startOfDay({2023, 8, 1})});
  const QImage image = view.grab().toImage();
  const Theme& colors = theme(ThemeName::Light);
  for (int y = 0; y < static_cast<int>(view.plotRect().bottom()) - 8; ++y) {
    for (int x = 0; x < static_cast<int>(view.plotRect().left()) - 40; ++x)
      ASSERT_EQ(image.pixelColor(x, y), colors.canvas) << x << ' ' << y;
  }
}

TEST_F(SpendingViewTest, AMinuteOfTheYearIsPaintedInTime) {
  // The dashed segment is hundreds of millions of pixels long here.
  view.setSpan({middleOf(2024), plusSeconds(middleOf(2024), 60)});
  QElapsedTimer timer;
  timer.start();
  (void)view.grab();
  EXPECT_LT(timer.elapsed(), 2'000);
}

TEST_F(SpendingViewTest, AClickOnALineChoosesItsState) {
  QSignalSpy chosen(&view, &SpendingView::stateChosen);
  const QPointF middle = (place("c", 2022) + place("c", 2023)) / 2;
  QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middle.toPoint());
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_EQ(chosen.front().front().value<ActorUid>().value, "c");
  const QPointF gap = (place("b", 2022) + place("b", 2024)) / 2;
  QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, gap.toPoint());
  EXPECT_EQ(chosen.count(), 1);
}

TEST_F(SpendingViewTest, KeysWalkAlongALineAndAcross) {
  view.activateWindow();
  view.setFocus();
  QTest::keyClick(&view, Qt::Key_Escape);
  QTest::keyClick(&view, Qt::Key_Right);
  EXPECT_EQ(view.currentWords(), QStringLiteral("Alpha, 2024: 2.0% of GDP, an estimate"));
  QTest::keyClick(&view, Qt::Key_Left);
  EXPECT_EQ(view.currentWords(), QStringLiteral("Alpha, 2023: 1.50% of GDP"));
  QTest::keyClick(&view, Qt::Key_Up);
  EXPECT_EQ(view.currentWords(), QStringLiteral("Gamma, 2023: 1.997% of GDP"));
  QSignalSpy chosen(&view, &SpendingView::stateChosen);
  QTest::keyClick(&view, Qt::Key_Return);
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_EQ(chosen.front().front().value<ActorUid>().value, "c");
  // The keyboard keeps its place when the lines are made anew.
  view.setChart(chartData(smallSnapshot(), smallPledge(), {SourceUid("new"), ActorUid("c"), {ActorUid("a")}},
                          sampleToday()));
  EXPECT_EQ(view.currentWords(), QStringLiteral("Gamma, 2023: 1.997% of GDP"));
}

}  // namespace
}  // namespace entente
