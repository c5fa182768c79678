// SPDX-License-Identifier: GPL-3.0-or-later
// The sources pane: its counts, orders and narrowing, what it says of a source, and where its list leads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <memory>
#include <set>

#include "app/panes/reliance_list.h"
#include "app/panes/reliance_model.h"
#include "app/panes/sources_model.h"
#include "app/panes/sources_pane.h"
#include "app/panes/table_view.h"
#include "core/archive/archive.h"
#include "core/time/date_relations.h"
#include "tests/support/open_session.h"

namespace entente {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

class SourcesPaneTest : public test::OpenSession {
 protected:
  void SetUp() override {
    pane = std::make_unique<SourcesPane>(session);
    pane->setOpener([this](const QString& url) { opened << url; });
    tester = std::make_unique<QAbstractItemModelTester>(&model(), Mode::Warning);
    relianceTester = std::make_unique<QAbstractItemModelTester>(&reliance(), Mode::Warning);
    pane->resize(412, 600);
    pane->show();
  }
  void TearDown() override {
    tester.reset();
    relianceTester.reset();
    pane.reset();
  }

  SourcesModel& model() { return *pane->findChild<SourcesModel*>(); }
  RelianceModel& reliance() { return *pane->findChild<RelianceModel*>(); }
  TableView& table() { return child<TableView>("sourcesTable"); }
  template <class W>
  W& child(const char* name) {
    return *pane->findChild<W*>(QString::fromLatin1(name));
  }
  QString cell(int row, int column) { return model().index(row, column).data().toString(); }
  std::vector<std::string> uids() {
    std::vector<std::string> uids;
    for (int row = 0; row < model().rowCount(); ++row)
      uids.push_back(model().sourceAt(row)->uid.value);
    return uids;
  }
  /// Picks the source in the list and waits for what rests on it.
  void pick(const char* uid) {
    QSignalSpy answered(pane->findChild<RelianceList*>(), &RelianceList::answered);
    const int row = model().rowOf(SourceUid(uid));
    ASSERT_GE(row, 0) << uid;
    table().setCurrentIndex(model().index(row, SourcesModel::Name));
    ASSERT_TRUE(answered.count() > 0 || answered.wait(5000));
  }
  QStringList relianceTexts() {
    QStringList texts;
    for (int row = 0; row < reliance().rowCount(); ++row)
      texts << reliance().index(row, 0).data().toString();
    return texts;
  }
  QString detailText() {
    QStringList texts;
    for (const QLabel* label : child<QWidget>("sourceDetail").findChildren<QLabel*>())
      texts << label->text();
    return texts.join(QLatin1Char('\n'));
  }

  QStringList opened;
  std::unique_ptr<SourcesPane> pane;
  std::unique_ptr<QAbstractItemModelTester> tester;
  std::unique_ptr<QAbstractItemModelTester> relianceTester;
};

TEST_F(SourcesPaneTest, CountsAreThoseOfTheArchive) {
  openBuiltIn();
  auto archive = Archive::open(session.snapshot()->info.path, Access::ReadOnly);
  ASSERT_TRUE(archive.has_value());
  const Records records = *archive->records();
  EXPECT_EQ(model().rowCount(), static_cast<int>(records.sources.size()));
  for (const char* uid : {"web-article-rutte-text", "irishtimes-2025-06-24", "nato-defexp-2019-passport"}) {
    SCOPED_TRACE(uid);
    const SourceUid source(uid);
    const auto cites = [&](const auto& row) { return row.source == source; };
    const auto claims = std::ranges::count_if(records.claims, cites);
    const auto refuted = std::ranges::count_if(
        records.claims, [&](const Claim& c) { return cites(c) && c.verdict == Verdict::Refuted; });
    std::int64_t events = 0;
    const auto countEvents = [&](const auto& rows) {
      events += std::ranges::count_if(rows, [&](const auto& row) {
        return std::ranges::find(row.event.sources, source) != row.event.sources.end();
      });
    };
    countEvents(records.messages);
    countEvents(records.pledges);
    countEvents(records.statements);
    countEvents(records.periods);
    events += std::ranges::count_if(records.summits, [&](const Summit& summit) {
      return std::ranges::find(summit.event.sources, source) != summit.event.sources.end() ||
             std::ranges::find(summit.documents, source) != summit.documents.end();
    });
    const int row = model().rowOf(source);
    ASSERT_GE(row, 0);
    EXPECT_EQ(cell(row, SourcesModel::Claims), QString::number(claims));
    EXPECT_EQ(cell(row, SourcesModel::Refuted), QString::number(refuted));
    EXPECT_EQ(cell(row, SourcesModel::Events), QString::number(events));
    const auto figures = std::ranges::count_if(records.spending, cites);
    const QString tip = model().index(row, SourcesModel::All).data(Qt::ToolTipRole).toString();
    EXPECT_EQ(tip.contains(QStringLiteral("figure")), figures > 0) << tip.toStdString();
    if (figures > 1) {
      EXPECT_TRUE(tip.contains(QStringLiteral("%1 figures").arg(figures))) << tip.toStdString();
    }
  }
}

TEST_F(SourcesPaneTest, EveryColumnSortsBothWays) {
  openBuiltIn();
  const std::vector<std::string> byName = uids();
  const auto number = [&](int row, int column) { return cell(row, column).remove(QLatin1Char(',')).toInt(); };
  for (int column = 0; column < SourcesModel::ColumnCount; ++column) {
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
      SCOPED_TRACE(column * 10 + order);
      table().sortByColumn(column, order);
      ASSERT_EQ(uids().size(), byName.size());
      EXPECT_TRUE(std::ranges::is_permutation(uids(), byName));
      for (int row = 1; row < model().rowCount(); ++row) {
        const Source& a = *model().sourceAt(row - 1);
        const Source& b = *model().sourceAt(row);
        const bool up = order == Qt::AscendingOrder;
        if (column == SourcesModel::Grade && b.reliability) {
          ASSERT_TRUE(a.reliability &&
                      (up ? *a.reliability <= *b.reliability : *a.reliability >= *b.reliability));
        }
        if (column == SourcesModel::Date && b.published) {
          ASSERT_TRUE(a.published.has_value());
          const Instant before = a.published->bounds().earliestBegin;
          const Instant here = b.published->bounds().earliestBegin;
          ASSERT_TRUE(up ? before <= here : before >= here);
        }
        if (column >= SourcesModel::Events) {
          ASSERT_TRUE(up ? number(row - 1, column) <= number(row, column)
                         : number(row - 1, column) >= number(row, column));
        }
      }
    }
  }
  table().sortByColumn(SourcesModel::Name, Qt::AscendingOrder);
  EXPECT_EQ(uids(), byName);
}

TEST_F(SourcesPaneTest, NarrowingFoldsCaseAndAccents) {
  openBuiltIn();
  const int all = model().rowCount();
  child<QLineEdit>("narrow").setText(QStringLiteral("SANCHEZ razonable sevilla"));
  EXPECT_THAT(uids(), ::testing::ElementsAre("diariosevilla-2025-06-19"));
  EXPECT_EQ(child<QLabel>("sourceCount").text(), QStringLiteral("1 of %1 sources").arg(all));
  child<QLineEdit>("narrow").setText(QStringLiteral("no such paper"));
  EXPECT_EQ(model().rowCount(), 0);
  EXPECT_EQ(child<QLabel>("emptyWords").text(),
            QStringLiteral("No source has “no such paper” in its names."));
  ASSERT_TRUE(child<QPushButton>("showAll").isVisible());
  QTest::mouseClick(&child<QPushButton>("showAll"), Qt::LeftButton);
  EXPECT_EQ(model().rowCount(), all);
  EXPECT_TRUE(table().isVisible());
}

TEST_F(SourcesPaneTest, TheBoxKeepsTheSourcesOfTheSelectedEvent) {
  openBuiltIn();
  child<QCheckBox>("onlySelected").setChecked(true);
  const auto expectThoseOf = [this](const char* reference) {
    select(reference);
    std::set<std::string> expected;
    for (const SourceUid& uid : session.snapshot()->partiesOf(*session.selected())->sources)
      expected.insert(uid.value);
    ASSERT_FALSE(expected.empty());
    const auto shown = uids();
    EXPECT_EQ(std::set<std::string>(shown.begin(), shown.end()), expected);
  };
  expectThoseOf("message:msg-rutte-trump-2025-06-24");
  expectThoseOf("pledge:pl-2025-hague-5");
  session.select(std::nullopt);
  EXPECT_EQ(model().rowCount(), 0);
  EXPECT_TRUE(child<QLabel>("emptyWords").text().startsWith(QStringLiteral("No event is selected.")));
  QTest::mouseClick(&child<QPushButton>("showAll"), Qt::LeftButton);
  EXPECT_FALSE(child<QCheckBox>("onlySelected").isChecked());
  EXPECT_EQ(model().rowCount(), model().sourceCount());
}

TEST_F(SourcesPaneTest, APickedSourceSaysWhoItIsAndWhatRestsOnIt) {
  openBuiltIn();
  pick("ap-tribune-2025-06-24");
  const QString text = detailText();
  for (const char* words :
       {"AP story on the fawning private text (as carried by The Tribune, India)",
        "Associated Press / The Tribune", "Repeats the story of Associated Press", "24 June 2025",
        "B of A to F in the NATO/Admiralty system: usually reliable", "Article"})
    EXPECT_TRUE(text.contains(QString::fromLatin1(words))) << words << " is not in\n" << text.toStdString();
  const SourceUse& use = session.snapshot()->sourceUses[static_cast<std::size_t>(
      session.snapshot()->source(*pane->picked()) - session.snapshot()->sources.data())];
  const QStringList rests = relianceTexts();
  EXPECT_TRUE(use.claims == 0 || !rests.filter(QStringLiteral("Claims (%1").arg(use.claims)).isEmpty())
      << rests.join(QLatin1Char('\n')).toStdString();
  EXPECT_EQ(use.events > 0, rests.contains(QStringLiteral("Events (%1)").arg(use.events)));
}

TEST_F(SourcesPaneTest, FiguresAreOneRowAMetric) {
  openBuiltIn();
  pick("nato-defexp-2019-passport");
  const auto figures = relianceTexts().filter(QStringLiteral("Share of GDP: "));
  ASSERT_EQ(figures.size(), 1);
  const int row = static_cast<int>(relianceTexts().indexOf(figures.front()));
  EXPECT_TRUE(
      reliance().index(row, 0).data(SecondLineRole).toString().startsWith(QStringLiteral("2012 to ")));
  EXPECT_FALSE(reliance().eventAt(row).has_value());
}

TEST_F(SourcesPaneTest, EnterOnWhatRestsOnItShowsTheEvent) {
  openBuiltIn();
  session.setSpan(FuzzyDate::parse("1950")->bounds().outer());
  session.select(std::nullopt);
  pick("web-article-rutte-text");
  auto& list = child<TableView>("relianceTable");
  QTest::keyClick(&list, Qt::Key_Home);
  ASSERT_TRUE(list.currentIndex().isValid());
  EXPECT_FALSE(reliance().isHeading(list.currentIndex().row()));
  const auto event = reliance().eventAt(list.currentIndex().row());
  ASSERT_TRUE(event.has_value());
  QTest::keyClick(&list, Qt::Key_Return);
  EXPECT_EQ(session.selected(), event);
  EXPECT_NE(overlaps(session.snapshot()->title(*event)->when->bounds(), session.view().span),
            Certainty::Impossible);
  // Keys pass over headings all the way down.
  for (int row = 0; row < reliance().rowCount(); ++row) {
    QTest::keyClick(&list, Qt::Key_Down);
    EXPECT_FALSE(reliance().isHeading(list.currentIndex().row()));
  }
  EXPECT_EQ(list.currentIndex().row(), reliance().rowCount() - 1);
}

TEST_F(SourcesPaneTest, OnlyWebAddressesAreLinks) {
  openBuiltIn();
  pick("ap-tribune-2025-06-24");
  auto& link = child<QLabel>("address");
  const QString url = session.snapshot()->source(*pane->picked())->url;
  Q_EMIT link.linkActivated(url);
  EXPECT_EQ(opened, QStringList{url});
  Q_EMIT link.linkActivated(QStringLiteral("file:///etc/passwd"));
  EXPECT_EQ(opened.size(), 1);
}

TEST_F(SourcesPaneTest, MarkupInRecordsIsText) {
  Records records;
  Source source;
  source.uid = SourceUid("s");
  source.title = QStringLiteral("<b>title</b>\nsecond line");
  source.publisher = QStringLiteral("<img src=x>");
  source.note = QStringLiteral("<a href=\"file:///x\">note</a>");
  source.url = QStringLiteral("file:///etc/passwd");
  records.sources = {source};
  openRecords(records);
  pick("s");
  EXPECT_EQ(pane->findChild<QLabel*>(QStringLiteral("address")), nullptr);
  for (const QLabel* label : child<QWidget>("sourceDetail").findChildren<QLabel*>())
    EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
  EXPECT_TRUE(detailText().contains(QStringLiteral("<b>title</b>")));
  EXPECT_FALSE(
      model().index(0, SourcesModel::Name).data(SecondLineRole).toString().contains(QLatin1Char('\n')));
  EXPECT_EQ(child<QLabel>("relianceState").text(),
            QStringLiteral("Nothing in the archive rests on this source."));
  EXPECT_TRUE(child<QLabel>("relianceState").isVisible());
}

TEST_F(SourcesPaneTest, ASourceCanBeShownFromOutside) {
  openBuiltIn();
  child<QLineEdit>("narrow").setText(QStringLiteral("no such paper"));
  EXPECT_TRUE(pane->showSource(SourceUid("irishtimes-2025-06-24")));
  EXPECT_EQ(model().sourceAt(table().currentIndex().row())->uid.value, "irishtimes-2025-06-24");
  EXPECT_FALSE(pane->showSource(SourceUid("nobody")));
}

TEST_F(SourcesPaneTest, ThePickSurvivesSortingNarrowingAndReading) {
  openBuiltIn();
  pick("irishtimes-2025-06-24");
  const auto expectPicked = [this] {
    EXPECT_EQ(pane->picked(), SourceUid("irishtimes-2025-06-24"));
    ASSERT_TRUE(table().currentIndex().isValid());
    EXPECT_EQ(model().sourceAt(table().currentIndex().row())->uid.value, "irishtimes-2025-06-24");
  };
  table().sortByColumn(SourcesModel::Claims, Qt::DescendingOrder);
  expectPicked();
  child<QLineEdit>("narrow").setText(QStringLiteral("irish"));
  expectPicked();
  child<QLineEdit>("narrow").setText(QStringLiteral("tribune"));
  EXPECT_EQ(pane->picked(), SourceUid("irishtimes-2025-06-24"));
  child<QLineEdit>("narrow").clear();
  expectPicked();
  openBuiltIn();
  expectPicked();
}

TEST_F(SourcesPaneTest, ItIsUsableNarrowAndWide) {
  openBuiltIn();
  pane->resize(1600, 300);
  for (int column = 0; column < SourcesModel::ColumnCount; ++column)
    EXPECT_FALSE(table().isColumnHidden(column)) << column;
  EXPECT_LE(table().horizontalHeader()->length(), table().viewport()->width());
  pick("irishtimes-2025-06-24");
  EXPECT_GE(table().height(), 200);
  EXPECT_GE(child<TableView>("relianceTable").height(), 200);
  pane->resize(412, 600);
  EXPECT_TRUE(table().isColumnHidden(SourcesModel::Date));
  EXPECT_LE(table().horizontalHeader()->length(), table().viewport()->width());
  EXPECT_GT(table().columnWidth(SourcesModel::Name), 150);
  EXPECT_GE(table().height(), 150);
}

TEST_F(SourcesPaneTest, ClosingTheArchiveLeavesAnEmptyPane) {
  openBuiltIn();
  pick("irishtimes-2025-06-24");
  session.close();
  settle();
  EXPECT_EQ(model().rowCount(), 0);
  EXPECT_EQ(reliance().rowCount(), 0);
  EXPECT_FALSE(pane->picked().has_value());
  EXPECT_TRUE(child<QLabel>("emptyWords").text().startsWith(QStringLiteral("No archive is open.")));
  openBuiltIn();
  EXPECT_GT(model().rowCount(), 0);
}

}  // namespace
}  // namespace entente
