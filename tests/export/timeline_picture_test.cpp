// SPDX-License-Identifier: GPL-3.0-or-later
// The exported timeline: same bytes twice, text as text, recipe inside.
#include "app/export/timeline_picture.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QStringList>
#include <QXmlStreamReader>
#include <string>
#include <vector>

#include "app/render/legend.h"
#include "core/time/civil.h"
#include "core/time/fuzzy_date.h"

namespace entente {
namespace {

/// One lane of offices and one of summits, a month apart.
class SmallArchive : public SliceSource, public SceneTexts {
 public:
  SmallArchive() {
    m_lanes[0].push_back(mark(0, "2024-10-01/..", GlyphKind::Period));
    for (std::uint32_t i = 0; i < 12; ++i) {
      const std::string month = (i < 9 ? "0" : "") + std::to_string(i + 1);
      m_lanes[1].push_back(mark(i + 1, "2025-" + month + "-14", GlyphKind::Summit));
    }
  }
  [[nodiscard]] int laneCount() const override { return 2; }
  [[nodiscard]] LaneSummary lane(int lane) const override {
    return {lane == 0 ? LaneRole::Tracks : LaneRole::Events, static_cast<std::uint32_t>(of(lane).size()),
            lane == 0 ? 1 : 0};
  }
  [[nodiscard]] Marks marks(int lane, TimeSpan span, std::size_t most) const override {
    Marks answer;
    for (const SliceMark& mark : of(lane)) {
      if (mark.bounds.outer().overlaps(span) && answer.marks.size() < most) answer.marks.push_back(mark);
    }
    return answer;
  }
  void density(int, TimeSpan, std::span<std::uint32_t>) const override {}
  [[nodiscard]] QString label(ItemIndex item) const override {
    return item.value == 0 ? QStringLiteral("Rutte <&>") : QStringLiteral("Summit %1").arg(item.value);
  }
  [[nodiscard]] QString laneName(int lane) const override {
    return lane == 0 ? QStringLiteral("Offices") : QStringLiteral("Summits");
  }
  [[nodiscard]] QString trackName(int, int) const override { return QStringLiteral("NATO head"); }
  [[nodiscard]] bool laneHasGlyph(int lane) const override { return lane == 1; }
  [[nodiscard]] GlyphKind laneGlyph(int) const override { return GlyphKind::Summit; }

 private:
  static SliceMark mark(std::uint32_t item, const std::string& edtf, GlyphKind glyph) {
    const FuzzyDate date = *FuzzyDate::parse(edtf);
    SliceMark result;
    result.item = ItemIndex(item);
    result.bounds = date.bounds();
    result.beginKind = date.beginKind();
    result.endKind = date.endKind();
    result.glyph = glyph;
    return result;
  }
  [[nodiscard]] const std::vector<SliceMark>& of(int lane) const {
    return m_lanes[static_cast<std::size_t>(lane)];
  }

  std::vector<SliceMark> m_lanes[2];
};

class TimelinePictureTest : public testing::Test {
 protected:
  [[nodiscard]] TimelinePicture picture() const {
    return {m_archive,
            m_archive,
            {startOfDay({2025, 1, 1}), startOfDay({2026, 1, 1})},
            startOfDay({2025, 11, 20}),
            QSize(900, 400),
            ThemeName::Light,
            QStringLiteral("5% & <more>"),
            QStringLiteral("What leaders said \u2192 and meant"),
            QStringLiteral("Source: a small archive"),
            QFont(),
            {QStringLiteral("small"), QStringLiteral("sha256:00"), QStringLiteral("{\"version\":1}"),
             QStringLiteral("Entente 0.1.0")},
            AxisNames{},
            QString(),
            false};
  }
  SmallArchive m_archive;
};

QStringList textsOf(const QByteArray& svg) {
  QStringList texts;
  QXmlStreamReader reader(svg);
  while (!reader.atEnd()) {
    reader.readNext();
    if (reader.isStartElement() && reader.name() == QLatin1String("text")) texts << reader.readElementText();
  }
  EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
  return texts;
}

TEST_F(TimelinePictureTest, SvgHasItsWordsAsText) {
  const Result<QByteArray> svg = timelineSvg(picture());
  ASSERT_TRUE(svg) << svg.error().message;
  const QStringList texts = textsOf(*svg);
  for (const char* words :
       {"5% & <more>", "What leaders said \u2192 and meant", "Source: a small archive", "Offices",
        "NATO head", "Rutte <&>", "Summits", "12", "Summit 1", "2025", "Jan", "Today", "UTC"})
    EXPECT_TRUE(texts.contains(QString::fromUtf8(words))) << words;
  EXPECT_EQ(texts.count(QStringLiteral("Summit 1")), 1) << "a halo is no second text";
}

TEST_F(TimelinePictureTest, ALegendStandsBelowIfAskedFor) {
  TimelinePicture with = picture();
  with.legend = true;
  const QStringList texts = textsOf(*timelineSvg(with));
  for (const QString& words : legendInWords())
    EXPECT_TRUE(texts.contains(words)) << words.toStdString();
  EXPECT_FALSE(textsOf(*timelineSvg(picture())).contains(legendInWords().front()));
  // The page is as large as it was asked to be, and grows where the lanes leave no room.
  with.sizePx = QSize(900, 600);
  EXPECT_EQ(QImage::fromData(*timelinePng(with), "PNG").size(), QSize(900, 600));
  with.sizePx = QSize(400, 200);
  EXPECT_GT(QImage::fromData(*timelinePng(with), "PNG").height(), 400);
}

TEST_F(TimelinePictureTest, QuartersByNumberWhereTheyAreAskedFor) {
  TimelinePicture numbered = picture();
  numbered.span = {startOfDay({2023, 1, 1}), startOfDay({2027, 1, 1})};
  EXPECT_TRUE(textsOf(*timelineSvg(numbered)).contains(QStringLiteral("Jul")));
  numbered.axisNames.quarters = true;
  EXPECT_TRUE(textsOf(*timelineSvg(numbered)).contains(QStringLiteral("Q3")));
}

TEST_F(TimelinePictureTest, SameInputSameBytes) {
  EXPECT_EQ(*timelineSvg(picture()), *timelineSvg(picture()));
  EXPECT_EQ(*timelinePng(picture()), *timelinePng(picture()));
  TimelinePicture other = picture();
  other.span.end = startOfDay({2026, 2, 1});
  EXPECT_NE(*timelineSvg(other), *timelineSvg(picture()));
}

TEST_F(TimelinePictureTest, PngTellsWhereItComesFrom) {
  const Result<QByteArray> png = timelinePng(picture());
  ASSERT_TRUE(png) << png.error().message;
  const QImage image = QImage::fromData(*png, "PNG");
  EXPECT_EQ(image.size(), QSize(900, 400));
  EXPECT_EQ(image.text(QStringLiteral("Title")), picture().title);
  EXPECT_EQ(image.text(QStringLiteral("Description")), picture().caption);
  EXPECT_EQ(image.text(QStringLiteral("Source")), picture().sourceLine);
  EXPECT_EQ(image.text(QStringLiteral("Software")), QStringLiteral("Entente 0.1.0"));
  const Result<Recipe> recipe = recipeFromJson(image.text(QStringLiteral("Entente-Recipe")).toUtf8());
  ASSERT_TRUE(recipe) << recipe.error().message;
  EXPECT_EQ(*recipe, picture().recipe);
}

TEST_F(TimelinePictureTest, SvgTellsWhereItComesFrom) {
  const QByteArray svg = *timelineSvg(picture());
  QXmlStreamReader reader(svg);
  QStringList found;
  while (!reader.atEnd()) {
    reader.readNext();
    for (const char* name : {"title", "desc", "source", "recipe"}) {
      if (reader.isStartElement() && reader.name() == QLatin1String(name)) found << reader.readElementText();
    }
  }
  ASSERT_EQ(found.size(), 4);
  EXPECT_EQ(found[0], picture().title);
  EXPECT_EQ(found[1], picture().caption);
  EXPECT_EQ(found[2], picture().sourceLine);
  EXPECT_EQ(*recipeFromJson(found[3].toUtf8()), picture().recipe);
}

TEST_F(TimelinePictureTest, ScalesToDevicePixels) {
  const QImage twice = QImage::fromData(*timelinePng(picture(), 2), "PNG");
  EXPECT_EQ(twice.size(), QSize(1800, 800));
  EXPECT_EQ(twice.dotsPerMeterX(), 2 * 3780);
  EXPECT_EQ(timelinePng(picture(), 0).error().kind, ErrorKind::Invalid);
  EXPECT_EQ(timelinePng(picture(), 5).error().kind, ErrorKind::Invalid);
}

TEST_F(TimelinePictureTest, ThemesDiffer) {
  TimelinePicture dark = picture();
  dark.theme = ThemeName::Dark;
  const QImage image = QImage::fromData(*timelinePng(dark), "PNG");
  EXPECT_EQ(image.pixelColor(890, 3), theme(ThemeName::Dark).canvas);
}

TEST_F(TimelinePictureTest, WordsAreOptional) {
  TimelinePicture bare = picture();
  bare.title.clear();
  bare.caption.clear();
  bare.sourceLine.clear();
  const QByteArray svg = *timelineSvg(bare);
  EXPECT_FALSE(textsOf(svg).contains(picture().title));
  EXPECT_EQ(QImage::fromData(*timelinePng(bare), "PNG").size(), QSize(900, 400));
}

TEST_F(TimelinePictureTest, RefusesWhatCannotBeDrawn) {
  TimelinePicture small = picture();
  small.sizePx = QSize(100, 400);
  EXPECT_EQ(timelineSvg(small).error().kind, ErrorKind::Invalid);
  TimelinePicture huge = picture();
  huge.sizePx = QSize(900, kMostPictureSide + 1);
  EXPECT_EQ(timelinePng(huge).error().kind, ErrorKind::Invalid);
  TimelinePicture empty = picture();
  empty.span.end = empty.span.begin;
  EXPECT_EQ(timelineSvg(empty).error().kind, ErrorKind::Invalid);
}

TEST(RecipeTest, GoesToJsonAndBack) {
  const Recipe recipe{QStringLiteral("a \"b\""), QStringLiteral("f"),
                      QStringLiteral("{\"span\":\"2024/2026\"}"), QStringLiteral("Entente")};
  EXPECT_EQ(*recipeFromJson(toJson(recipe)), recipe);
  EXPECT_EQ(toJson(recipe), toJson(recipe));
  EXPECT_EQ(recipeFromJson("nonsense").error().kind, ErrorKind::Invalid);
  EXPECT_EQ(recipeFromJson("{}").error().kind, ErrorKind::Invalid);
}

}  // namespace
}  // namespace entente
