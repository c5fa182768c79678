// SPDX-License-Identifier: GPL-3.0-or-later
// Long labels: cut between words, broken into two lines of about the same length, never wider than they say.
#include "app/render/label_lines.h"

#include <gtest/gtest.h>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QStringList>
#include <random>

namespace entente {
namespace {

QStringList words(const QString& text) {
  return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

TEST(LabelLines, AShortLabelIsOneWholeLine) {
  const LabelLines& lines = linesOf(QStringLiteral("The Hague 2025"), QGuiApplication::font());
  EXPECT_EQ(lines.one, QStringLiteral("The Hague 2025"));
  EXPECT_TRUE(lines.second.isEmpty());
}

TEST(LabelLines, ALongOneIsCutBetweenWordsAndBrokenInTwo) {
  std::mt19937 random(5);
  const QFont font = QGuiApplication::font();
  const QFontMetricsF metrics(font);
  const double longest = longestLabelPx(metrics);
  int broken = 0;
  for (int i = 0; i < 400; ++i) {
    QStringList list;
    for (unsigned word = 0; word < 1 + random() % 16; ++word)
      list << QString(1 + static_cast<int>(random() % 11), QChar('a' + static_cast<int>(random() % 26)));
    const QString text = list.join(QLatin1Char(' '));
    const LabelLines& lines = linesOf(text, font);
    ASSERT_LE(metrics.horizontalAdvance(lines.one), lines.onePx);
    if (lines.one == text) continue;
    ASSERT_GT(metrics.horizontalAdvance(text), longest);
    ASSERT_LE(lines.onePx, longest + 1);
    ASSERT_TRUE(lines.one.endsWith(QChar(0x2026)));
    ASSERT_EQ(words(lines.one.chopped(1)), list.mid(0, words(lines.one.chopped(1)).size())) << "whole words";
    ASSERT_FALSE(lines.second.isEmpty());
    ++broken;
    ASSERT_LE(lines.firstPx, longest + 1);
    ASSERT_LE(lines.secondPx, longest + 1);
    ASSERT_LE(metrics.horizontalAdvance(lines.first), lines.firstPx);
    ASSERT_LE(metrics.horizontalAdvance(lines.second), lines.secondPx);
    const qsizetype first = words(lines.first).size();
    ASSERT_EQ(words(lines.first), list.mid(0, first));
    if (lines.second.endsWith(QChar(0x2026))) continue;
    ASSERT_EQ(words(lines.second), list.mid(first));
    // No other break gives a shorter longer line.
    const double longer = std::max(lines.firstPx, lines.secondPx);
    for (qsizetype at = 1; at < list.size(); ++at) {
      const double left = metrics.horizontalAdvance(list.mid(0, at).join(QLatin1Char(' ')));
      const double right = metrics.horizontalAdvance(list.mid(at).join(QLatin1Char(' ')));
      ASSERT_LE(longer, std::max(left, right) + 3) << text.toStdString();
    }
  }
  EXPECT_GT(broken, 100);
}

TEST(LabelLines, AWordThatIsTooLongLosesItsEnd) {
  const QString word(200, QLatin1Char('m'));
  const LabelLines& lines = linesOf(word, QGuiApplication::font());
  EXPECT_TRUE(lines.one.startsWith(QStringLiteral("mmm")));
  EXPECT_TRUE(lines.one.endsWith(QChar(0x2026)));
  EXPECT_LE(lines.onePx, longestLabelPx(QFontMetricsF(QGuiApplication::font())) + 1);
  EXPECT_TRUE(lines.second.isEmpty());
}

}  // namespace
}  // namespace entente
