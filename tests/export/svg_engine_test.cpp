// SPDX-License-Identifier: GPL-3.0-or-later
// The SVG that comes out of a painter: well-formed, escaped, with text as text, clips that nest and ids that
// are counted.
#include "app/export/svg_engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QLinearGradient>
#include <QPainter>
#include <QXmlStreamReader>
#include <functional>
#include <string>
#include <vector>

#include "app/export/svg_format.h"

namespace entente {
namespace {

using testing::HasSubstr;

QByteArray drawn(const std::function<void(QPainter&)>& draw, const SvgAbout& about = {}) {
  SvgDevice device(QSizeF(200, 100), about);
  QPainter painter(&device);
  draw(painter);
  painter.end();
  return device.svg();
}

struct Element {
  QString name;
  QXmlStreamAttributes attributes;
  QString text;
};

/// All elements in order of their start; fails the test if it is not well-formed.
std::vector<Element> parsed(const QByteArray& svg) {
  std::vector<Element> elements;
  QXmlStreamReader reader(svg);
  bool open = false;  // the last element that began has not ended
  while (!reader.atEnd()) {
    reader.readNext();
    if (!reader.isCharacters()) open = reader.isStartElement();
    if (reader.isStartElement()) elements.push_back({reader.name().toString(), reader.attributes(), {}});
    if (reader.isCharacters() && open) elements.back().text += reader.text();
  }
  EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString() << "\n" << svg.toStdString();
  return elements;
}

std::vector<Element> named(const QByteArray& svg, const char* name) {
  std::vector<Element> found;
  for (const Element& element : parsed(svg)) {
    if (element.name == QLatin1String(name)) found.push_back(element);
  }
  return found;
}

std::string attribute(const Element& element, const char* name) {
  return element.attributes.value(QLatin1String(name)).toString().toStdString();
}

TEST(SvgFormatTest, Numbers) {
  EXPECT_EQ(svgNumber(0).toStdString(), "0");
  EXPECT_EQ(svgNumber(-0.001).toStdString(), "0");
  EXPECT_EQ(svgNumber(10).toStdString(), "10");
  EXPECT_EQ(svgNumber(1.5).toStdString(), "1.5");
  EXPECT_EQ(svgNumber(-1.256).toStdString(), "-1.26");
  EXPECT_EQ(svgNumber(0.12345, 4).toStdString(), "0.1235");
}

TEST(SvgFormatTest, XmlTextLeavesOutWhatXmlCannotHold) {
  EXPECT_EQ(xmlText(QStringLiteral("a\tb\nc")).toStdString(), "a\tb\nc");
  const QString spoilt = QStringLiteral("a") + QChar(1) + QChar(0xD800) + QStringLiteral("b") + QChar(0xFFFF);
  EXPECT_EQ(xmlText(spoilt).toStdString(), "ab");
  const QString pair = QString::fromUtf8("\xF0\x9F\x95\x8A");
  EXPECT_EQ(xmlText(pair), pair);
}

TEST(SvgEngineTest, SaysWhatItIsAndEscapesIt) {
  SvgAbout about;
  about.title = QStringLiteral("<b>&\"5%\"</b>") + QChar(2);
  about.description = QStringLiteral("a < b");
  about.source = QStringLiteral("NATO & others");
  about.recipe = QStringLiteral("{\"view\":\"]]>\"}");
  const QByteArray svg = drawn([](QPainter&) {}, about);
  EXPECT_EQ(named(svg, "title").at(0).text.toStdString(), "<b>&\"5%\"</b>");
  EXPECT_EQ(named(svg, "desc").at(0).text, about.description);
  EXPECT_EQ(named(svg, "source").at(0).text, about.source);
  EXPECT_EQ(named(svg, "recipe").at(0).text, about.recipe);
  EXPECT_EQ(attribute(parsed(svg).at(0), "viewBox"), "0 0 200 100");
}

TEST(SvgEngineTest, TextIsText) {
  const QByteArray svg = drawn([](QPainter& painter) {
    QFont font = painter.font();
    font.setPointSizeF(9);
    font.setWeight(QFont::DemiBold);
    font.setItalic(true);
    painter.setFont(font);
    painter.setPen(QColor(0x12, 0x34, 0x56));
    painter.drawText(QPointF(10, 20), QStringLiteral("Rutte \u2192 <Trump> & co"));
  });
  const std::vector<Element> texts = named(svg, "text");
  ASSERT_EQ(texts.size(), 1U);
  EXPECT_EQ(texts[0].text.toStdString(), "Rutte \u2192 <Trump> & co");
  EXPECT_EQ(attribute(texts[0], "x"), "10");
  EXPECT_EQ(attribute(texts[0], "y"), "20");
  EXPECT_EQ(attribute(texts[0], "font-size"), "12") << "9 pt at 96 dpi";
  EXPECT_EQ(attribute(texts[0], "font-weight"), "600");
  EXPECT_EQ(attribute(texts[0], "font-style"), "italic");
  EXPECT_EQ(attribute(texts[0], "fill"), "#123456");
}

TEST(SvgEngineTest, AnOutlinedTextAndItsFillAreOneText) {
  const auto halo = [](const QString& filled) {
    return [filled](QPainter& painter) {
      painter.setPen(QPen(QColor(Qt::white), 3));
      painter.drawText(QPointF(10, 20), QStringLiteral("Madrid"));
      painter.setPen(Qt::black);
      painter.drawText(QPointF(10, 20), filled);
    };
  };
  const std::vector<Element> one = named(drawn(halo(QStringLiteral("Madrid"))), "text");
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(attribute(one[0], "fill"), "#000000");
  EXPECT_EQ(attribute(one[0], "stroke"), "#FFFFFF");
  EXPECT_EQ(attribute(one[0], "stroke-width"), "3");
  EXPECT_EQ(attribute(one[0], "paint-order"), "stroke");
  EXPECT_EQ(named(drawn(halo(QStringLiteral("Vilnius"))), "text").size(), 2U)
      << "another text is another text";
}

TEST(SvgEngineTest, ATextThatIsOnlyOutlinedIsNotLost) {
  const QByteArray svg = drawn([](QPainter& painter) {
    painter.setPen(QPen(QColor(Qt::red), 2));
    painter.drawText(QPointF(1, 2), QStringLiteral("first"));
    painter.fillRect(QRectF(0, 0, 5, 5), Qt::blue);
    painter.drawText(QPointF(1, 9), QStringLiteral("last"));
  });
  std::vector<std::string> order;
  for (const Element& e : parsed(svg)) {
    if (e.name == QLatin1String("text")) order.push_back(e.text.toStdString());
    if (e.name == QLatin1String("rect")) order.push_back("rect");
  }
  EXPECT_EQ(order, (std::vector<std::string>{"first", "rect", "last"}));
}

TEST(SvgEngineTest, ShapesPensAndOpacity) {
  const QByteArray svg = drawn([](QPainter& painter) {
    painter.setOpacity(0.5);
    painter.fillRect(QRectF(1, 2, 3.456, 4), QColor(255, 0, 0, 128));
    painter.setOpacity(1);
    QPen pen(Qt::blue, 2, Qt::DashLine, Qt::RoundCap, Qt::RoundJoin);
    pen.setDashPattern({3, 1.5});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(20, 30), 4, 5);
    painter.drawLine(QPointF(0, 0), QPointF(7, 8));
    painter.setPen(Qt::NoPen);
    painter.drawRect(QRectF(0, 0, 10, 10));
  });
  const Element rect = named(svg, "rect").at(0);
  EXPECT_EQ(named(svg, "rect").size(), 1U) << "what has neither pen nor brush is not written";
  EXPECT_EQ(attribute(rect, "width"), "3.46");
  EXPECT_EQ(attribute(rect, "fill"), "#FF0000");
  EXPECT_EQ(attribute(rect, "fill-opacity"), "0.251");
  const Element ellipse = named(svg, "ellipse").at(0);
  EXPECT_EQ(attribute(ellipse, "rx"), "4");
  EXPECT_EQ(attribute(ellipse, "fill"), "none");
  EXPECT_EQ(attribute(ellipse, "stroke-width"), "2");
  EXPECT_EQ(attribute(ellipse, "stroke-dasharray"), "6 3");
  EXPECT_EQ(attribute(ellipse, "stroke-linecap"), "round");
  EXPECT_EQ(attribute(ellipse, "stroke-linejoin"), "round");
  EXPECT_EQ(attribute(named(svg, "path").at(0), "d"), "M0 0L7 8");
}

TEST(SvgEngineTest, ClosedPathsAreClosed) {
  const QByteArray svg = drawn([](QPainter& painter) {
    painter.drawPolygon(QPolygonF({{0, 0}, {10, 0}, {5, 8}}));
    QPainterPath path;
    path.moveTo(1, 1);
    path.lineTo(5, 1);
    path.lineTo(5, 5);
    path.closeSubpath();
    path.moveTo(20, 20);
    path.cubicTo(30, 20, 30, 30, 20, 30);
    painter.drawPath(path);
  });
  EXPECT_EQ(attribute(named(svg, "path").at(0), "d"), "M0 0L10 0L5 8Z");
  EXPECT_EQ(attribute(named(svg, "path").at(1), "d"), "M1 1L5 1L5 5ZM20 20C30 20 30 30 20 30");
}

TEST(SvgEngineTest, GradientsAndHatchesAreDefinedOnce) {
  const QByteArray svg = drawn([](QPainter& painter) {
    QLinearGradient gradient(10, 0, 60, 0);
    gradient.setColorAt(0, QColor(0, 0, 255, 0));
    gradient.setColorAt(1, Qt::blue);
    painter.fillRect(QRectF(10, 0, 50, 6), gradient);
    painter.fillRect(QRectF(10, 10, 50, 6), gradient);
    painter.fillRect(QRectF(0, 20, 20, 20), QBrush(Qt::red, Qt::BDiagPattern));
    painter.fillRect(QRectF(0, 50, 20, 20), QBrush(Qt::red, Qt::BDiagPattern));
  });
  EXPECT_EQ(named(svg, "linearGradient").size(), 1U);
  EXPECT_EQ(attribute(named(svg, "linearGradient")[0], "x2"), "60");
  EXPECT_EQ(attribute(named(svg, "stop").at(0), "stop-opacity"), "0");
  EXPECT_EQ(named(svg, "pattern").size(), 1U);
  const std::vector<Element> rects = named(svg, "rect");
  ASSERT_EQ(rects.size(), 4U);
  EXPECT_EQ(attribute(rects[0], "fill"), "url(#gradient1)");
  EXPECT_EQ(attribute(rects[1], "fill"), "url(#gradient1)");
  EXPECT_EQ(attribute(rects[2], "fill"), "url(#pattern1)");
  EXPECT_EQ(attribute(rects[3], "fill"), "url(#pattern1)");
}

TEST(SvgEngineTest, ClipsHoldNestAndEnd) {
  const QByteArray svg = drawn([](QPainter& painter) {
    painter.save();
    painter.setClipRect(QRectF(10, 10, 100, 50), Qt::IntersectClip);
    painter.save();
    painter.translate(10, 0);
    painter.setClipRect(QRectF(50, 0, 100, 100), Qt::IntersectClip);
    painter.fillRect(QRectF(0, 0, 200, 100), Qt::red);
    QPainterPath circle;
    circle.addEllipse(60, 20, 20, 20);
    painter.setClipPath(circle, Qt::IntersectClip);
    painter.fillRect(QRectF(0, 0, 200, 100), Qt::yellow);
    painter.restore();
    painter.fillRect(QRectF(0, 0, 200, 100), Qt::green);
    painter.restore();
    painter.fillRect(QRectF(0, 0, 200, 100), Qt::blue);
  });
  const std::vector<Element> clips = named(svg, "clipPath");
  ASSERT_EQ(clips.size(), 3U) << svg.toStdString();
  std::vector<std::string> outlines;
  std::vector<std::string> fills;
  std::vector<std::string> groups;
  for (const Element& element : parsed(svg)) {
    if (element.name == QLatin1String("path")) outlines.push_back(attribute(element, "d"));
    if (element.name == QLatin1String("g") && !attribute(element, "clip-path").empty())
      groups.push_back(attribute(element, "clip-path"));
    if (element.name == QLatin1String("rect")) fills.push_back(attribute(element, "fill"));
  }
  EXPECT_EQ(fills, (std::vector<std::string>{"#FF0000", "#FFFF00", "#00FF00", "#0000FF"}));
  EXPECT_EQ(outlines.at(0), "M60 10L110 10L110 60L60 60Z") << "two rectangles are one";
  EXPECT_EQ(attribute(clips[1], "clip-path"), "url(#clip1)") << "a path within a rectangle";
  EXPECT_EQ(outlines.at(2), "M10 10L110 10L110 60L10 60Z");
  EXPECT_EQ(groups, (std::vector<std::string>{"url(#clip1)", "url(#clip2)", "url(#clip3)"}));
  const std::string text = svg.toStdString();
  EXPECT_THAT(text.substr(text.rfind("</g>")), HasSubstr("#0000FF")) << "the last one is not clipped";
}

TEST(SvgEngineTest, AClipThatIsSwitchedOffDoesNotClip) {
  const QByteArray svg = drawn([](QPainter& painter) {
    painter.setClipRect(QRectF(10, 10, 20, 20));
    painter.setClipping(false);
    painter.fillRect(QRectF(0, 0, 200, 100), Qt::red);
    painter.setClipping(true);
    painter.fillRect(QRectF(0, 0, 200, 100), Qt::blue);
  });
  const std::string text = svg.toStdString();
  EXPECT_LT(text.find("#FF0000"), text.find("<g clip-path"));
  EXPECT_GT(text.find("#0000FF"), text.find("<g clip-path"));
  EXPECT_EQ(named(svg, "clipPath").size(), 1U);
}

TEST(SvgEngineTest, TransformsBecomeGroups) {
  const QByteArray svg = drawn([](QPainter& painter) {
    painter.translate(5, 6);
    painter.fillRect(QRectF(0, 0, 1, 1), Qt::red);
    painter.fillRect(QRectF(2, 0, 1, 1), Qt::red);
    painter.scale(0.75, 0.75);
    painter.fillRect(QRectF(0, 0, 1, 1), Qt::red);
    painter.resetTransform();
    painter.fillRect(QRectF(0, 0, 1, 1), Qt::red);
  });
  const std::vector<Element> groups = named(svg, "g");
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(attribute(groups[0], "transform"), "translate(5 6)");
  EXPECT_EQ(attribute(groups[1], "transform"), "matrix(0.75 0 0 0.75 5 6)");
}

TEST(SvgEngineTest, ImagesAreEmbedded) {
  const QByteArray svg = drawn([](QPainter& painter) {
    QImage image(2, 2, QImage::Format_RGB32);
    image.fill(Qt::red);
    painter.drawImage(QRectF(1, 2, 30, 40), image);
  });
  EXPECT_EQ(attribute(named(svg, "image").at(0), "width"), "30");
  EXPECT_THAT(svg.toStdString(), HasSubstr("data:image/png;base64,iVBOR"));
}

}  // namespace
}  // namespace entente
