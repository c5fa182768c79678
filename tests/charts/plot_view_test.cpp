// SPDX-License-Identifier: GPL-3.0-or-later
// The plot: one x is one day as in the timeline, estimates are dashed and hollow, labels keep apart, and what
// is drawn is what can be hit.
#include "app/charts/plot_view.h"

#include <gtest/gtest.h>

#include <QAreaSeries>
#include <QChart>
#include <QElapsedTimer>
#include <QLineSeries>
#include <QScatterSeries>
#include <QSignalSpy>
#include <QTest>

#include "app/render/scene_painter.h"
#include "core/time/civil.h"
#include "core/time/time_scale.h"
#include "tests/charts/sample_charts.h"

namespace entente {
namespace {

using namespace test;

class PlotViewTest : public ::testing::Test {
 protected:
  PlotViewTest() {
    view.setLook(ThemeName::Light, typeFaces(view.font()), 1);
    view.setFrame({kHeaderWidthPx, std::nullopt, false});
    view.resize(1030, 180);
    view.setSpan(TimeSpan{startOfYear(2022), startOfYear(2025)});
    view.setFigure(smallFigure(smallChoice()));
    view.show();
    // A hidden view does not get its size.
    QCoreApplication::processEvents();
  }

  void show(ChartKind kind) {
    view.setSpan(std::nullopt);
    view.resize(800, 400);
    view.setFrame({40, std::nullopt, true});
    view.setFigure(smallFigure(smallChoice(kind)));
    QCoreApplication::processEvents();
  }

  template <class Series>
  [[nodiscard]] std::vector<Series*> seriesOf() const {
    std::vector<Series*> found;
    for (QAbstractSeries* series : view.chart()->series()) {
      if (auto* typed = qobject_cast<Series*>(series)) found.push_back(typed);
    }
    return found;
  }

  [[nodiscard]] std::vector<PlotStroke> strokes(StrokeKind kind, MarkRole role) const {
    std::vector<PlotStroke> found;
    for (const PlotStroke& stroke : view.scene().strokes) {
      if (stroke.kind == kind && stroke.role == role) found.push_back(stroke);
    }
    return found;
  }

  [[nodiscard]] QPointF place(const char* actor, int year) const {
    for (const PlotDot& dot : view.scene().dots) {
      const PlotLine& line = view.figure().panels[dot.ref.panel].lines[dot.ref.item];
      if (line.actor.value == actor && line.points[dot.ref.point].key->year == year) return dot.at;
    }
    ADD_FAILURE() << actor << ' ' << year;
    return {};
  }

  [[nodiscard]] std::vector<PlotText> labels() const {
    std::vector<PlotText> found;
    for (const PlotText& text : view.scene().texts) {
      if (text.onGround) found.push_back(text);
    }
    return found;
  }

  void expectTextsApart() {
    const auto& all = view.scene().texts;
    for (std::size_t i = 0; i < all.size(); ++i) {
      EXPECT_LE(all[i].rect.right(), view.width() + 1) << all[i].text.toStdString();
      for (std::size_t j = 0; j < i; ++j) {
        const QRectF cut = all[i].rect & all[j].rect;
        if (!all[i].onGround || !all[j].onGround) continue;
        EXPECT_LE(std::min(cut.width(), cut.height()), 1)
            << all[i].text.toStdString() << " on " << all[j].text.toStdString();
      }
    }
  }

  PlotView view;
};

TEST_F(PlotViewTest, AYearsMiddleStandsWhereTheTimelineHasIt) {
  for (const TimeSpan span : {TimeSpan{startOfYear(2022), startOfYear(2025)},
                              TimeSpan{startOfDay({2021, 3, 7}), startOfDay({2029, 11, 2})}}) {
    view.setSpan(span);
    const TimeScale timeline(span, 1030 - kHeaderWidthPx);
    for (const int year : {2022, 2023, 2024}) {
      const double expected = kHeaderWidthPx + timeline.x(middleOf(year));
      EXPECT_NEAR(place("a", year).x(), expected, 1e-6);
      EXPECT_NEAR(view.scene().xOf(middleOf(year)), expected, 1e-6);
    }
    // And Qt Charts draws it there.
    bool drawn = false;
    for (const QScatterSeries* series : seriesOf<QScatterSeries>()) {
      for (const QPointF& point : series->points()) {
        const QPointF at = view.chart()->mapToPosition(point, const_cast<QScatterSeries*>(series));
        drawn = drawn || (std::abs(at.x() - place("a", 2024).x()) < 0.01 &&
                          std::abs(at.y() - place("a", 2024).y()) < 0.01);
      }
    }
    EXPECT_TRUE(drawn);
  }
}

TEST_F(PlotViewTest, ANarrowerCanvasIsTakenOver) {
  view.setFrame({kHeaderWidthPx, 800, false});
  const TimeScale timeline({startOfYear(2022), startOfYear(2025)}, 800);
  EXPECT_NEAR(place("a", 2023).x(), kHeaderWidthPx + timeline.x(middleOf(2023)), 1e-6);
}

TEST_F(PlotViewTest, ASpanOrAnotherYearMakesNoSeries) {
  const auto before = view.chart()->series();
  view.setSpan(TimeSpan{startOfYear(2020), startOfYear(2026)});
  EXPECT_EQ(view.chart()->series(), before);
  view.setSpan(TimeSpan{startOfYear(1990), startOfYear(1991)});
  EXPECT_EQ(view.chart()->series(), before) << "nor does one without figures";
  show(ChartKind::Meeting);
  const auto bars = view.chart()->series();
  EXPECT_EQ(seriesOf<QAreaSeries>().size(), 6u);
  view.setFigure(smallFigure(smallChoice(ChartKind::Meeting)));
  EXPECT_EQ(view.chart()->series(), bars);
}

TEST_F(PlotViewTest, EstimatesAreDashedAndHollow) {
  ASSERT_EQ(strokes(StrokeKind::Series, MarkRole::Highlighted).size(), 1u);
  ASSERT_EQ(strokes(StrokeKind::Estimate, MarkRole::Highlighted).size(), 1u);
  const QPolygonF solid = strokes(StrokeKind::Series, MarkRole::Highlighted)[0].points;
  const QPolygonF dashed = strokes(StrokeKind::Estimate, MarkRole::Highlighted)[0].points;
  EXPECT_EQ(solid.back(), dashed.front()) << "the dashed segment begins where the solid one ends";
  int dashes = 0;
  for (const QLineSeries* series : seriesOf<QLineSeries>())
    dashes += series->pen().style() == Qt::CustomDashLine ? 1 : 0;
  EXPECT_EQ(dashes, 2) << "the estimate of Alpha, and the goal that is ahead";
  for (const PlotDot& dot : view.scene().dots) {
    const PlotPoint& point = view.figure().panels[0].lines[dot.ref.item].points[dot.ref.point];
    EXPECT_EQ(dot.hollow, point.estimate);
  }
}

TEST_F(PlotViewTest, AMissingYearIsAGap) {
  for (const PlotStroke& stroke : strokes(StrokeKind::Series, MarkRole::Compared)) {
    for (const QPointF& at : stroke.points)
      EXPECT_NE(at, place("b", 2022)) << "2022 and 2024 are not joined";
  }
  int marked = 0;
  for (const PlotDot& dot : view.scene().dots)
    marked += dot.at == place("b", 2022) && dot.isShown ? 1 : 0;
  EXPECT_EQ(marked, 1);
}

TEST_F(PlotViewTest, ALonePointOfAGreyedLineIsSeen) {
  ChartChoice choice = smallChoice();
  choice.compared = std::vector<ActorUid>();
  view.setFigure(smallFigure(choice));
  for (const PlotDot& dot : view.scene().dots) {
    const PlotLine& line = view.figure().panels[0].lines[dot.ref.item];
    EXPECT_EQ(dot.isShown, line.actor.value != "c") << line.actor.value;
  }
}

TEST_F(PlotViewTest, LabelsKeepApartAtAnySize) {
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
      expectTextsApart();
      EXPECT_FALSE(labels().empty());
    }
  }
}

TEST_F(PlotViewTest, LabelsNameTheLastFigureInView) {
  EXPECT_EQ(labels().front().text, QStringLiteral("Alpha 2.0"));
  view.setSpan(TimeSpan{startOfYear(2022), startOfYear(2024)});
  EXPECT_EQ(labels().front().text, QStringLiteral("Alpha 1.5"));
  view.setSpan(TimeSpan{startOfYear(1990), startOfYear(2000)});
  EXPECT_TRUE(labels().empty());
  EXPECT_FALSE(view.hasFiguresInSpan());
}

TEST_F(PlotViewTest, AHugeNameStaysInside) {
  Figure huge = smallFigure(smallChoice());
  huge.panels[0].lines.back().name = QString(4000, QLatin1Char('W'));
  view.setFigure(huge);
  expectTextsApart();
  show(ChartKind::Ranking);
  huge = view.figure();
  for (PlotBar& bar : huge.panels[0].bars)
    bar.name = QString(4000, QLatin1Char('W'));
  huge.panels[0].up.names = QStringList(huge.panels[0].up.names.size(), QString(4000, QLatin1Char('W')));
  view.setFigure(huge);
  EXPECT_GT(view.scene().plots.front().width(), 200);
}

TEST_F(PlotViewTest, DarkLinesHaveTheDarkColours) {
  view.setLook(ThemeName::Dark, typeFaces(view.font()), 1);
  int accents = 0;
  for (const QLineSeries* series : seriesOf<QLineSeries>())
    accents += series->pen().color() == theme(ThemeName::Dark).accent ? 1 : 0;
  EXPECT_EQ(accents, 2);
  EXPECT_EQ(view.grab().toImage().pixelColor(4, 4), theme(ThemeName::Dark).canvas);
}

TEST_F(PlotViewTest, ACurveOutsideTheSpanDoesNotLeaveThePlot) {
  view.setSpan(TimeSpan{startOfDay({2023, 6, 1}), startOfDay({2023, 8, 1})});
  const QImage image = view.grab().toImage();
  const Theme& colors = theme(ThemeName::Light);
  const QRectF plot = view.scene().plots.front();
  for (int y = 0; y < static_cast<int>(plot.bottom()) - 8; ++y) {
    for (int x = 0; x < static_cast<int>(plot.left()) - 40; ++x)
      ASSERT_EQ(image.pixelColor(x, y), colors.canvas) << x << ' ' << y;
  }
}

TEST_F(PlotViewTest, AMinuteOfTheYearIsPaintedInTime) {
  // Uncut, the dashed segment would be hundreds of millions of pixels long here.
  view.setSpan(TimeSpan{middleOf(2024), plusSeconds(middleOf(2024), 60)});
  const QRectF plot = view.scene().plots.front();
  for (const PlotStroke& stroke : view.scene().strokes) {
    for (const QPointF& at : stroke.points) {
      EXPECT_GE(at.x(), plot.left() - 1e-6);
      EXPECT_LE(at.x(), plot.right() + 1e-6);
    }
  }
  (void)view.grab();
}

TEST_F(PlotViewTest, AClickOnALineChoosesItsStateAndItsNumber) {
  QSignalSpy chosen(&view, &PlotView::stateChosen);
  QSignalSpy number(&view, &PlotView::numberChosen);
  const QPointF middle = (place("c", 2022) + place("c", 2023)) / 2;
  QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middle.toPoint());
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_EQ(chosen.front().front().value<ActorUid>().value, "c");
  EXPECT_EQ(number.front().front().value<FigureKey>().year, 2023);
  const QPointF gap = (place("b", 2022) + place("b", 2024)) / 2;
  QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, gap.toPoint());
  EXPECT_EQ(chosen.count(), 1);
}

TEST_F(PlotViewTest, DraggingMovesTheSpanAndTheWheelZoomsAboutThePointer) {
  QSignalSpy asked(&view, &PlotView::spanAsked);
  const QPoint from(600, 100);
  QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
  QTest::mouseMove(view.viewport(), from + QPoint(100, 0));
  QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, from + QPoint(100, 0));
  ASSERT_GE(asked.count(), 1);
  const auto moved = asked.back().front().value<TimeSpan>();
  const TimeSpan span = view.scene().span;
  EXPECT_EQ(moved.seconds(), span.seconds());
  EXPECT_LT(moved.begin, span.begin) << "the paper follows the hand";
  asked.clear();
  QWheelEvent turn(QPointF(600, 100), view.mapToGlobal(QPointF(600, 100)), {}, QPoint(0, 120), Qt::NoButton,
                   {}, Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(view.viewport(), &turn);
  ASSERT_EQ(asked.count(), 1);
  const auto zoomed = asked.back().front().value<TimeSpan>();
  EXPECT_LT(zoomed.seconds(), span.seconds());
  const TimeScale scale(zoomed, view.scene().plots.front().width());
  EXPECT_NEAR(view.scene().plots.front().left() + scale.x(view.scene().instantAt(600)), 600, 0.5);
}

TEST_F(PlotViewTest, EveryBarCanBeClickedAllAlongItsRow) {
  show(ChartKind::Ranking);
  QSignalSpy chosen(&view, &PlotView::stateChosen);
  for (const PlotBox& box : view.scene().boxes) {
    chosen.clear();
    for (const double x : {2.0, box.rect.center().x(), view.width() - 3.0}) {
      QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                        QPoint(static_cast<int>(x), static_cast<int>(box.row.center().y())));
    }
    ASSERT_EQ(chosen.count(), 3);
    EXPECT_EQ(chosen.front().front().value<ActorUid>(), view.figure().panels[0].bars[box.ref.item].actor);
  }
}

TEST_F(PlotViewTest, ValuesOfBarsKeepClearOfTheGoal) {
  show(ChartKind::Ranking);
  Figure figure = view.figure();
  // So short of the goal that the number behind the bar would stand on the line.
  for (PlotBar& bar : figure.panels[0].bars)
    bar.to = 1.93;
  view.setFigure(figure);
  const double goal = strokes(StrokeKind::GoalAhead, MarkRole::Compared).front().points.front().x();
  int values = 0;
  for (const PlotText& text : view.scene().texts) {
    if (!text.ref || text.rect.left() < view.scene().plots[0].left()) continue;
    ++values;
    EXPECT_TRUE(text.rect.right() <= goal || text.rect.left() >= goal) << text.text.toStdString();
  }
  EXPECT_EQ(values, 4);
}

TEST_F(PlotViewTest, RowsHaveTheHeightThatTheyNeed) {
  show(ChartKind::Ranking);
  const double needed = neededHeight(view.figure(), 800, 1);
  EXPECT_GE(needed, 4 * 18.0);
  view.resize(800, static_cast<int>(needed));
  QCoreApplication::processEvents();
  EXPECT_LE(view.scene().plots.front().bottom(), view.height());
  for (const PlotBox& box : view.scene().boxes)
    EXPECT_GE(box.row.height(), 16);
}

TEST_F(PlotViewTest, KeysWalkAlongALineAndAcross) {
  view.activateWindow();
  view.setFocus();
  QTest::keyClick(&view, Qt::Key_Escape);
  QTest::keyClick(&view, Qt::Key_Right);
  EXPECT_EQ(view.currentWords(), QStringLiteral("Alpha, 2024: 2.0% of GDP, an estimate"));
  QTest::keyClick(&view, Qt::Key_Left);
  EXPECT_EQ(view.currentWords(), QStringLiteral("Alpha, 2023: 1.50% of GDP"));
  QTest::keyClick(&view, Qt::Key_Up);
  EXPECT_EQ(view.currentWords(), QStringLiteral("Gamma, 2023: 1.997% of GDP"));
  QSignalSpy chosen(&view, &PlotView::stateChosen);
  QTest::keyClick(&view, Qt::Key_Return);
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_EQ(chosen.front().front().value<ActorUid>().value, "c");
  // The keyboard keeps its place when the lines are made anew.
  ChartChoice choice = smallChoice();
  choice.highlighted = ActorUid("c");
  choice.compared = {ActorUid("a")};
  view.setFigure(smallFigure(choice));
  EXPECT_EQ(view.currentWords(), QStringLiteral("Gamma, 2023: 1.997% of GDP"));
}

TEST_F(PlotViewTest, KeysWalkFromBarToBarAndYearToYear) {
  show(ChartKind::Ranking);
  view.activateWindow();
  view.setFocus();
  EXPECT_TRUE(view.currentWords().startsWith(QStringLiteral("Alpha, 2024")))
      << view.currentWords().toStdString();
  QTest::keyClick(&view, Qt::Key_Down);
  EXPECT_TRUE(view.currentWords().startsWith(QStringLiteral("Gamma, 2024")));
  QTest::keyClick(&view, Qt::Key_Up);
  QTest::keyClick(&view, Qt::Key_Up);
  EXPECT_TRUE(view.currentWords().startsWith(QStringLiteral("Beta, 2024")));
  QSignalSpy year(&view, &PlotView::yearAsked);
  QTest::keyClick(&view, Qt::Key_Left);
  ASSERT_EQ(year.count(), 1);
  EXPECT_EQ(year.front().front().toInt(), -1);
}

TEST_F(PlotViewTest, EventsOverTheChartDoNotLieOnEachOther) {
  std::vector<PlotEvent> events;
  for (int i = 0; i < 100; ++i) {
    PlotEvent event;
    event.id = EventId{EventOrigin::Curated, i};
    event.at = plusSeconds(startOfYear(2023), i * kSecondsPerDay);
    event.weight = i == 50 ? 9 : 1;
    event.words = QString::number(i);
    events.push_back(event);
  }
  view.setEvents(events);
  const auto& placed = view.placedEvents();
  ASSERT_FALSE(placed.empty());
  EXPECT_EQ(placed.front().event.id.key, 50) << "the weightiest first";
  for (std::size_t i = 0; i < placed.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_GE(std::abs(placed[i].at.x() - placed[j].at.x()), 11);
  }
  QSignalSpy chosen(&view, &PlotView::eventChosen);
  QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placed.front().at.toPoint());
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_EQ(chosen.front().front().value<EventId>().key, 50);
}

}  // namespace
}  // namespace entente
