// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as a file, whatever its texts hold.
#include "app/export/chart_export.h"

#include <gtest/gtest.h>

#include <QXmlStreamReader>

#include "core/exchange/table_grid.h"
#include "core/exchange/zip_parts.h"
#include "core/time/civil.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

const QString kEvil = QString::fromUtf8("=cmd|'/c'!A0 <b>&\"\x01\x0b]]> \xF0\x9F\x98\x80 \xE2\x80\xAE");

ChartExport evilExport() {
  auto snapshot = std::make_shared<Snapshot>();
  auto content = std::make_shared<ArchiveContent>();
  snapshot->content = content;
  snapshot->info.title = kEvil;
  Source source;
  source.uid = SourceUid("s");
  source.title = kEvil;
  source.publisher = kEvil;
  snapshot->sources = {source};
  for (const char* uid : {"a", "b"}) {
    Actor actor;
    actor.uid = ActorUid(uid);
    actor.name = kEvil + QString::fromLatin1(uid);
    actor.kind = ActorKind::State;
    snapshot->actors.emplace(uid, actor);
    for (const int year : {2020, 2025}) {
      Spending figure;
      figure.uid = SpendingUid(std::string(uid) + std::to_string(year));
      figure.actor = actor.uid;
      figure.year = year;
      figure.value = *Decimal::parse(year == 2020 ? "1.5" : "1.75");
      figure.source = source.uid;
      snapshot->spending.push_back(figure);
    }
  }
  ChartExport what;
  what.pledge.event.uid = EventUid("p");
  what.pledge.event.title = kEvil;
  what.pledge.event.when = *FuzzyDate::parse("2014");
  what.pledge.measuredBy = SpendingMetric::PercentOfGdp;
  what.pledge.target = *Decimal::parse("2");
  what.pledge.due = *FuzzyDate::parse("2030");
  what.pledges = {what.pledge};
  what.snapshot = std::move(snapshot);
  what.today = startOfDay({2026, 1, 1});
  what.program = QStringLiteral("Entente");
  return what;
}

TEST(ChartExport, AnSvgIsWellFormedWhateverTheTitlesHold) {
  for (const ChartKind kind : kChartKinds) {
    ChartExport what = evilExport();
    what.choice.kind = kind;
    const auto bytes = exportChart(what, ChartFormat::Svg, {});
    if (!bytes) {
      EXPECT_TRUE(kind == ChartKind::Gap || kind == ChartKind::Scatter) << bytes.error().text();
      continue;
    }
    QXmlStreamReader xml(*bytes);
    int texts = 0;
    while (!xml.atEnd()) {
      xml.readNext();
      if (xml.isStartElement() && xml.name() == u"text") ++texts;
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_GT(texts, 3);
    EXPECT_FALSE(bytes->contains("NaN"));
  }
}

TEST(ChartExport, AWorkbookReadsBackAndNoCellIsAFormula) {
  const test::TemporaryFolder folder;
  const auto bytes = exportChart(evilExport(), ChartFormat::Xlsx, QStringLiteral("a.xlsx"));
  ASSERT_TRUE(bytes.has_value()) << bytes.error().text();
  test::writeFile(folder / "a.xlsx", bytes->toStdString());
  const auto sheets = readTableFile(folder / "a.xlsx");
  ASSERT_TRUE(sheets.has_value()) << sheets.error().text();
  ASSERT_EQ(sheets->size(), 3u);
  const auto cell = [&](std::size_t sheet, std::size_t row, std::size_t column) {
    return (*sheets)[sheet].rows.at(row).cells.at(column).text;
  };
  EXPECT_EQ((*sheets)[0].name, "Chart");
  EXPECT_EQ(cell(0, 0, 0), "year");
  EXPECT_EQ(cell(0, 1, 0), "2020");
  EXPECT_EQ(cell(0, 1, 1), "1.5");
  EXPECT_TRUE(cell(0, 0, 1).starts_with("=cmd|")) << "a formula would read back as its value";
  EXPECT_EQ((*sheets)[1].name, "Data");
  EXPECT_EQ(cell(1, 0, 4), "value (pct_gdp)");
  EXPECT_TRUE(cell(1, 1, 1).starts_with("=cmd|"));
}

TEST(ChartExport, BarsOfAWorkbookGoFromLeftToRightTheGreatestOnTop) {
  ChartExport what = evilExport();
  what.choice.kind = ChartKind::Ranking;
  const auto bytes = exportChart(what, ChartFormat::Xlsx, QStringLiteral("a.xlsx"));
  ASSERT_TRUE(bytes.has_value());
  const auto parts =
      ZipParts::open(std::string_view(bytes->constData(), static_cast<std::size_t>(bytes->size())), 1 << 20);
  ASSERT_TRUE(parts.has_value());
  const auto chart = parts->read("xl/charts/chart1.xml");
  ASSERT_TRUE(chart.has_value());
  const auto orientation = [&](const char* axis) {
    const qsizetype from = chart->indexOf("orientation val=\"", chart->indexOf(axis)) + 17;
    return chart->mid(from, 6).toStdString();
  };
  EXPECT_EQ(orientation("<c:catAx>"), "maxMin") << "the first row on top";
  EXPECT_EQ(orientation("<c:valAx>"), "minMax");
}

TEST(ChartExport, ATooSmallOrTooHighPageIsRefused) {
  ChartExport what = evilExport();
  what.size = {100, 100};
  EXPECT_FALSE(exportChart(what, ChartFormat::Png, {}).has_value());
  what.size = {800, 600};
  what.scaleFactor = 9;
  EXPECT_FALSE(exportChart(what, ChartFormat::Png, {}).has_value());
}

TEST(ChartExport, ThePageGrowsWithItsRows) {
  ChartExport what = evilExport();
  auto snapshot = std::make_shared<Snapshot>();
  *snapshot = *what.snapshot;
  const Actor sample = snapshot->actors.at("a");
  for (int i = 0; i < 60; ++i) {
    Actor actor = sample;
    actor.uid = ActorUid("x" + std::to_string(i));
    snapshot->actors.emplace(actor.uid.value, actor);
    Spending figure = snapshot->spending.front();
    figure.uid = SpendingUid("f" + std::to_string(i));
    figure.actor = actor.uid;
    figure.year = 2025;
    snapshot->spending.push_back(figure);
  }
  what.snapshot = snapshot;
  what.choice.kind = ChartKind::Ranking;
  what.size = {800, 300};
  const auto bytes = exportChart(what, ChartFormat::Svg, {});
  ASSERT_TRUE(bytes.has_value());
  QXmlStreamReader xml(*bytes);
  xml.readNextStartElement();
  EXPECT_GT(xml.attributes().value(QStringLiteral("height")).toDouble(), 62 * 18);
}

}  // namespace
}  // namespace entente
