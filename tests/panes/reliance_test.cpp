// SPDX-License-Identifier: GPL-3.0-or-later
// What rests on a source, in words: the grouped list, the sentence, and the order and folding of names.
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QStringList>

#include "app/panes/reliance_model.h"
#include "app/panes/sources_words.h"
#include "app/panes/table_order.h"

namespace entente {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

Reliance reliance(TableId table, const char* title, const char* part, const char* value = "") {
  Reliance one;
  one.table = table;
  one.uid = "uid";
  one.title = QString::fromLatin1(title);
  one.part = QString::fromLatin1(part);
  one.value = QString::fromLatin1(value);
  return one;
}

TEST(RelianceModelTest, GroupsUnderHeadingsAndSaysEachInWords) {
  std::vector<Reliance> all;
  Reliance figures = reliance(TableId::Spending, "", "");
  figures.uid = "pct_gdp";
  figures.count = 429;
  figures.firstYear = 2014;
  figures.lastYear = 2026;
  Reliance claim = reliance(TableId::Claims, "The Hague summit", "when", "June 2024");
  claim.verdict = Verdict::Refuted;
  Reliance stage = reliance(TableId::Stages, "Rutte to Trump", "published");
  stage.when = *FuzzyDate::parse("2025-06-24");
  Reliance position = reliance(TableId::Positions, "The Hague commitment", "opt-out", "2.1 percent");
  position.part = QString::fromStdString(std::string(wordOf(PositionKind::OptOut)));
  Reliance late = reliance(TableId::Summits, "late", "");
  late.when = *FuzzyDate::parse("2025");
  Reliance early = reliance(TableId::Statements, "early", "");
  early.when = *FuzzyDate::parse("2020");
  early.event = EventId{EventOrigin::Curated, 1};
  RelianceModel model;
  QAbstractItemModelTester tester(&model, Mode::Warning);
  model.setReliances(
      nullptr, {reliance(TableId::Offices, "Mark Rutte", "Secretary General"),
                reliance(TableId::Accessions, "Finland", ""), late, stage, position, figures, early, claim});
  QStringList lines;
  for (int row = 0; row < model.rowCount(); ++row) {
    const QModelIndex index = model.index(row, 0);
    lines << index.data().toString() + (model.isHeading(row)
                                            ? QString()
                                            : QStringLiteral(" / ") + index.data(SecondLineRole).toString());
    EXPECT_EQ(index.flags().testFlag(Qt::ItemIsSelectable), !model.isHeading(row));
  }
  EXPECT_EQ(lines.join(QLatin1Char('\n')).toStdString(),
            "Events (2)\n"
            "early / Statement, 2020\n"
            "late / Summit, 2025\n"
            "Stages of messages (1)\n"
            "Rutte to Trump / Published, 24 June 2025\n"
            "Positions (1)\n"
            "The Hague commitment / Opt-out: 2.1 percent\n"
            "Claims (1, 1 refuted)\n"
            "The Hague summit / when: June 2024, refuted\n"
            "Figures (429)\n"
            "Share of GDP: 429 figures / 2014 to 2026\n"
            "Offices (1)\n"
            "Mark Rutte / Secretary General\n"
            "Accessions (1)\n"
            "Finland / ");
  EXPECT_EQ(model.eventAt(1), early.event);
  EXPECT_FALSE(model.eventAt(0).has_value());
}

TEST(SourcesWordsTest, WhatRestsOnItIsOneSentence) {
  SourceUse use;
  EXPECT_EQ(useInWords(use), QStringLiteral("Nothing rests on it"));
  EXPECT_EQ(useInShort(use), QString());
  use.events = 13;
  use.claims = 29;
  use.refutedClaims = 18;
  use.figures = 1429;
  use.stages = 1;
  EXPECT_EQ(useInWords(use),
            QStringLiteral("13 events, 1 stage of a message, 29 claims (18 of them refuted), 1,429 figures"));
  EXPECT_EQ(useInShort(use), QStringLiteral("29 claims, 18 refuted"));
}

TEST(TableOrderTest, FoldingAndCollation) {
  EXPECT_EQ(foldedText(QStringLiteral("  Støre,  SÁNCHEZ Łódź\nErdoğan ")),
            QStringLiteral("store, sanchez lodz erdogan"));
  EXPECT_TRUE(hasAllWords(QStringLiteral("el pais"), QStringLiteral("pa el")));
  EXPECT_FALSE(hasAllWords(QStringLiteral("el pais"), QStringLiteral("el mundo")));
  EXPECT_EQ(collatedRanks({QStringLiteral("NATO 10"), QStringLiteral("éa"), QStringLiteral("nato 9"),
                           QStringLiteral("EB"), QStringLiteral("Nato 9")}),
            (std::vector<int>{3, 0, 2, 1, 2}));
}

}  // namespace
}  // namespace entente
