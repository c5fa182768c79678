// SPDX-License-Identifier: GPL-3.0-or-later
// The lines under the tool bar that are about dates: where to go, and how long it is.
#include <gtest/gtest.h>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/panes/go_to_line.h"
#include "app/panes/measure_line.h"
#include "core/time/civil.h"
#include "core/time/date_relations.h"
#include "tests/support/open_session.h"

namespace entente {
namespace {

class GoToLineTest : public testing::Test {
 protected:
  GoToLineTest() {
    line.resize(1'000, 40);
    line.start();
    QObject::connect(&line, &GoToLine::dateChosen, [this](const FuzzyDate& date) { chosen = date.edtf(); });
  }

  std::string typed(const char* text) {
    auto* field = line.findChild<QLineEdit*>();
    field->clear();
    QTest::keyClicks(field, QString::fromUtf8(text));
    return line.reading().toStdString();
  }

  QPushButton* other() { return line.findChild<QPushButton*>(QStringLiteral("otherReading")); }

  GoToLine line;
  std::string chosen;
  QSignalSpy left{&line, &GoToLine::left};
};

TEST_F(GoToLineTest, SaysHowItReadsWhileOneTypes) {
  EXPECT_EQ(typed("24 June 2025"), "2025-06-24: 24 June 2025");
  EXPECT_EQ(typed("1960s"), "196X: some time in the 1960s");
  EXPECT_EQ(typed("c. 1962"), "1962~: about 1962");
  EXPECT_EQ(typed("156X-12-25"), "156X-12-25: a day from 25 December 1560 to 25 December 1569");
  EXPECT_EQ(typed("5 March 1917 OS"), "1917-03-18: 18 March 1917 (5 March 1917 Old Style)");
  EXPECT_EQ(typed("24 Jun"), "Not a date yet: which year? a year has four digits");
  EXPECT_EQ(typed(""), "");
}

TEST_F(GoToLineTest, EnterChoosesTheDateAndCloses) {
  typed("June 2025");
  QTest::keyClick(line.findChild<QLineEdit*>(), Qt::Key_Return);
  EXPECT_EQ(chosen, "2025-06");
  EXPECT_TRUE(line.isHidden());
  EXPECT_EQ(left.count(), 1);
}

TEST_F(GoToLineTest, WhatIsNoDateIsNotChosen) {
  typed("soon");
  QTest::keyClick(line.findChild<QLineEdit*>(), Qt::Key_Return);
  EXPECT_EQ(chosen, "");
  EXPECT_FALSE(line.isHidden());
  QTest::keyClick(line.findChild<QLineEdit*>(), Qt::Key_Escape);
  EXPECT_TRUE(line.isHidden());
}

TEST_F(GoToLineTest, AsksWhereDayAndMonthCannotBeToldApart) {
  EXPECT_EQ(typed("24/06/2025"), "2025-06-24: 24 June 2025");
  EXPECT_TRUE(other()->isHidden());
  EXPECT_EQ(typed("03/04/2025"), "2025-04-03: 3 April 2025");
  ASSERT_FALSE(other()->isHidden());
  EXPECT_EQ(other()->text().toStdString(), "Or 4 March 2025?");
  QTest::mouseClick(other(), Qt::LeftButton);
  EXPECT_EQ(line.reading().toStdString(), "2025-03-04: 4 March 2025");
  EXPECT_EQ(other()->text().toStdString(), "Or 3 April 2025?");
}

TEST(SpanAround, KeepsTheZoomThatShowsTheDateWell) {
  const Instant now = startOfYear(2026);
  const auto length = [now](const char* edtf, std::int64_t shown) {
    const FuzzyDate date = *FuzzyDate::parse(edtf);
    const TimeSpan around = spanAround(date, {startOfYear(1900), plusSeconds(startOfYear(1900), shown)}, now);
    EXPECT_TRUE(overlaps(date.bounds(), around) != Certainty::Impossible) << edtf;
    return around.seconds();
  };
  constexpr std::int64_t kDay = kSecondsPerDay;
  EXPECT_EQ(length("2025-06-24", 20 * kDay), 20 * kDay);
  EXPECT_EQ(length("2025-06-24", 9'000 * kDay), 40 * kDay);
  EXPECT_EQ(length("2025", 10 * kDay), 365 * kDay + 365 * kDay / 4);
  EXPECT_EQ(length("2020/..", 10'000 * kDay), 10'000 * kDay);
  EXPECT_EQ(length("../1914", 500 * kDay), 500 * kDay);
  EXPECT_GT(length("2025-06-24T10:00:00Z", 9'000 * kDay), 60);
}

class MeasureLineTest : public test::OpenSession {};

TEST_F(MeasureLineTest, SaysHowLongItIs) {
  openBuiltIn();
  MeasureLine line(session);
  EXPECT_TRUE(line.isHidden());
  session.measureFrom(id("message:msg-rutte-trump-2025-06-24"));
  EXPECT_FALSE(line.isHidden());
  session.select(std::nullopt);
  EXPECT_EQ(line.text().toStdString(), "Measuring from Rutte → Trump (24 June 2025): select another event.");
  session.select(id("pledge:pl-2025-hague-5"));
  EXPECT_EQ(line.text().toStdString(),
            "From Rutte → Trump (24 June 2025) to The Hague commitment (25 June 2025): 1 day; Rutte → Trump "
            "certainly "
            "comes first.");
  QTest::mouseClick(line.findChild<QPushButton*>(), Qt::LeftButton);
  EXPECT_TRUE(line.isHidden());
  EXPECT_FALSE(session.measuredFrom());
}

}  // namespace
}  // namespace entente
