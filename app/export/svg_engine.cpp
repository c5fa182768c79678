// SPDX-License-Identifier: GPL-3.0-or-later
// Turns what a painter draws into SVG elements.
#include "app/export/svg_engine.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QPixmap>
#include <QRegion>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/export/svg_format.h"

namespace entente {
namespace {

constexpr int kDotsPerInch = 96;
constexpr double kMillimetresPerInch = 25.4;
constexpr double kPointsPerInch = 72;

QString attributeNumber(double value) {
  return svgNumber(value);
}

double pixelSize(const QFont& font) {
  return font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * kDotsPerInch / kPointsPerInch;
}

/// The family that is really drawn, then what a viewer without it takes.
QString familyList(const QFont& font) {
  const QString generic = font.styleHint() == QFont::Serif       ? QStringLiteral("serif")
                          : font.styleHint() == QFont::Monospace ? QStringLiteral("monospace")
                                                                 : QStringLiteral("sans-serif");
  QString family = QFontInfo(font).family();
  family.remove(QLatin1Char('\''));
  return QStringLiteral("'%1', %2").arg(family, generic);
}

}  // namespace

SvgEngine::SvgEngine(QSizeF size, SvgAbout about)
    : QPaintEngine(PaintEngineFeatures(AllFeatures & ~PerspectiveTransform)),
      m_size(size),
      m_about(std::move(about)) {}

bool SvgEngine::begin(QPaintDevice*) {
  m_bytes.clear();
  m_ids.clear();
  m_counters.clear();
  m_buffer.setBuffer(&m_bytes);
  if (!m_buffer.open(QIODevice::WriteOnly)) return false;
  m_xml.setDevice(&m_buffer);
  m_xml.writeStartDocument();
  m_xml.writeStartElement(QStringLiteral("svg"));
  m_xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
  m_xml.writeNamespace(QStringLiteral("http://www.w3.org/1999/xlink"), QStringLiteral("xlink"));
  const QString width = svgNumber(m_size.width());
  const QString height = svgNumber(m_size.height());
  m_xml.writeAttribute(QStringLiteral("width"), width);
  m_xml.writeAttribute(QStringLiteral("height"), height);
  m_xml.writeAttribute(QStringLiteral("viewBox"), QStringLiteral("0 0 %1 %2").arg(width, height));
  m_xml.writeAttribute(QStringLiteral("role"), QStringLiteral("img"));
  writeAbout();
  setActive(true);
  return true;
}

bool SvgEngine::end() {
  writeTexts();
  closeGroups();
  m_xml.writeCharacters(QStringLiteral("\n"));
  m_xml.writeEndDocument();
  m_buffer.close();
  setActive(false);
  return true;
}

void SvgEngine::writeAbout() {
  m_xml.writeCharacters(QStringLiteral("\n"));
  m_xml.writeTextElement(QStringLiteral("title"), xmlText(m_about.title));
  m_xml.writeTextElement(QStringLiteral("desc"), xmlText(m_about.description));
  const QString dublinCore = QStringLiteral("http://purl.org/dc/elements/1.1/");
  const QString ours = QStringLiteral("urn:entente:export");
  m_xml.writeStartElement(QStringLiteral("metadata"));
  m_xml.writeNamespace(dublinCore, QStringLiteral("dc"));
  m_xml.writeNamespace(ours, QStringLiteral("entente"));
  m_xml.writeTextElement(dublinCore, QStringLiteral("source"), xmlText(m_about.source));
  m_xml.writeTextElement(ours, QStringLiteral("recipe"), xmlText(m_about.recipe));
  m_xml.writeEndElement();
}

void SvgEngine::updateState(const QPaintEngineState& now) {
  const DirtyFlags dirty = now.state();
  if (dirty & DirtyPen) m_pen = now.pen();
  if (dirty & DirtyBrush) m_brush = now.brush();
  if (dirty & DirtyTransform) m_transform = now.transform();
  if (dirty & DirtyOpacity) m_opacity = now.opacity();
  if (dirty & (DirtyClipPath | DirtyClipRegion)) updateClip(now);
  if (dirty & (DirtyClipEnabled | DirtyClipPath | DirtyClipRegion)) m_clipEnabled = now.isClipEnabled();
}

void SvgEngine::updateClip(const QPaintEngineState& now) {
  QPainterPath path;
  if (now.state() & DirtyClipPath)
    path = now.clipPath();
  else
    path.addRegion(now.clipRegion());
  addClip(now.transform().map(path), now.clipOperation());
}

void SvgEngine::addClip(const QPainterPath& devicePath, Qt::ClipOperation operation) {
  if (operation != Qt::IntersectClip) m_clips.clear();
  if (operation == Qt::NoClip) return;
  const auto rectOf = [](const QPainterPath& path) {
    const QRectF bounds = path.boundingRect();
    QPainterPath same;
    same.addRect(bounds);
    return same == path ? bounds : QRectF();
  };
  // Most clips are rectangles within rectangles: one is enough.
  const QRectF rect = rectOf(devicePath);
  const QRectF last = m_clips.empty() ? QRectF() : rectOf(m_clips.back());
  if (!rect.isNull() && !last.isNull()) m_clips.pop_back();
  QPainterPath joined;
  if (!rect.isNull() && !last.isNull())
    joined.addRect(rect & last);
  else
    joined = devicePath;
  m_clips.push_back(joined);
}

QString SvgEngine::clipReference() {
  if (!m_clipEnabled) return {};
  QString within;
  for (const QPainterPath& path : m_clips) {
    const QString data = svgPathData(path);
    const Definition clip = definition(QStringLiteral("clip"), within + QLatin1Char('|') + data);
    if (clip.isNew) {
      m_xml.writeStartElement(QStringLiteral("defs"));
      m_xml.writeStartElement(QStringLiteral("clipPath"));
      m_xml.writeAttribute(QStringLiteral("id"), clip.id);
      if (!within.isEmpty()) m_xml.writeAttribute(QStringLiteral("clip-path"), within);
      m_xml.writeEmptyElement(QStringLiteral("path"));
      m_xml.writeAttribute(QStringLiteral("d"), data);
      if (path.fillRule() == Qt::OddEvenFill)
        m_xml.writeAttribute(QStringLiteral("clip-rule"), QStringLiteral("evenodd"));
      m_xml.writeEndElement();
      m_xml.writeEndElement();
    }
    within = QStringLiteral("url(#%1)").arg(clip.id);
  }
  return within;
}

void SvgEngine::openGroups() {
  const QString clip = clipReference();
  if (clip == m_openClip && m_transform == m_openTransform) return;
  writeTexts();
  closeGroups();
  m_xml.writeCharacters(QStringLiteral("\n"));
  if (!clip.isEmpty()) {
    m_xml.writeStartElement(QStringLiteral("g"));
    m_xml.writeAttribute(QStringLiteral("clip-path"), clip);
  }
  if (!m_transform.isIdentity()) {
    m_xml.writeStartElement(QStringLiteral("g"));
    m_xml.writeAttribute(QStringLiteral("transform"), svgTransform(m_transform));
  }
  m_openClip = clip;
  m_openTransform = m_transform;
}

void SvgEngine::closeGroups() {
  if (!m_openTransform.isIdentity()) m_xml.writeEndElement();
  if (!m_openClip.isEmpty()) m_xml.writeEndElement();
  m_openTransform = QTransform();
  m_openClip.clear();
}

void SvgEngine::prepareShape() {
  writeTexts();
  openGroups();
}

void SvgEngine::writeShape(const QString& element, const Attributes& geometry, bool filled) {
  if (m_pen.style() == Qt::NoPen && (!filled || m_brush.style() == Qt::NoBrush)) return;
  prepareShape();
  // Definitions come before the element that needs them.
  const Attributes fill = fillAttributes(filled ? m_brush : QBrush(Qt::NoBrush));
  const Attributes stroke = strokeAttributes(m_pen);
  m_xml.writeEmptyElement(element);
  for (const Attributes* attributes : {&geometry, &fill, &stroke}) {
    for (const auto& [name, value] : *attributes)
      m_xml.writeAttribute(name, value);
  }
}

void SvgEngine::drawPath(const QPainterPath& path) {
  if (path.isEmpty()) return;
  Attributes geometry{{QStringLiteral("d"), svgPathData(path)}};
  if (path.fillRule() == Qt::OddEvenFill && m_brush.style() != Qt::NoBrush)
    geometry.emplace_back(QStringLiteral("fill-rule"), QStringLiteral("evenodd"));
  writeShape(QStringLiteral("path"), geometry, true);
}

void SvgEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) {
  if (count <= 0) return;
  QPainterPath path(points[0]);
  for (int i = 1; i < count; ++i)
    path.lineTo(points[i]);
  Attributes geometry{{QStringLiteral("d"), svgPathData(path)}};
  if (mode != PolylineMode) {
    if (!geometry.front().second.endsWith(QLatin1Char('Z'))) geometry.front().second += QLatin1Char('Z');
    if (mode == OddEvenMode) geometry.emplace_back(QStringLiteral("fill-rule"), QStringLiteral("evenodd"));
  }
  writeShape(QStringLiteral("path"), geometry, mode != PolylineMode);
}

void SvgEngine::drawRects(const QRectF* rects, int count) {
  for (int i = 0; i < count; ++i) {
    const QRectF rect = rects[i].normalized();
    writeShape(QStringLiteral("rect"),
               {{QStringLiteral("x"), attributeNumber(rect.x())},
                {QStringLiteral("y"), attributeNumber(rect.y())},
                {QStringLiteral("width"), attributeNumber(rect.width())},
                {QStringLiteral("height"), attributeNumber(rect.height())}},
               true);
  }
}

void SvgEngine::drawLines(const QLineF* lines, int count) {
  QPainterPath path;
  for (int i = 0; i < count; ++i) {
    path.moveTo(lines[i].p1());
    path.lineTo(lines[i].p2());
  }
  writeShape(QStringLiteral("path"), {{QStringLiteral("d"), svgPathData(path)}}, false);
}

void SvgEngine::drawEllipse(const QRectF& rect) {
  writeShape(QStringLiteral("ellipse"),
             {{QStringLiteral("cx"), attributeNumber(rect.center().x())},
              {QStringLiteral("cy"), attributeNumber(rect.center().y())},
              {QStringLiteral("rx"), attributeNumber(rect.width() / 2)},
              {QStringLiteral("ry"), attributeNumber(rect.height() / 2)}},
             true);
}

void SvgEngine::drawTextItem(const QPointF& at, const QTextItem& item) {
  const Text text{at, item.text(), item.font(), m_transform, m_pen, m_opacity};
  openGroups();
  const bool outlined = m_pen.widthF() > 1;
  if (outlined && !m_waiting.empty() && goesOn(m_waiting.back(), text)) {
    m_waiting.back().text += text.text;
  } else if (outlined) {
    writeRun();
    m_waiting.push_back(text);
  } else if (m_run && goesOn(*m_run, text)) {
    m_run->text += text.text;
  } else {
    writeRun();
    m_run = text;
  }
}

bool SvgEngine::goesOn(const Text& text, const Text& next) {
  constexpr double kTolerancePx = 0.5;
  if (text.at.y() != next.at.y() || text.font != next.font || text.transform != next.transform ||
      text.pen != next.pen || text.opacity != next.opacity)
    return false;
  // Fonts of text items are resolved for the device already.
  const double end = text.at.x() + QFontMetricsF(text.font).horizontalAdvance(text.text);
  return std::abs(end - next.at.x()) < kTolerancePx;
}

void SvgEngine::writeRun() {
  if (!m_run) return;
  // Taken out first: writing may come back here.
  const Text run = *std::exchange(m_run, std::nullopt);
  const auto outline = std::find_if(m_waiting.begin(), m_waiting.end(), [&run](const Text& waiting) {
    return waiting.at == run.at && waiting.text == run.text && waiting.font == run.font &&
           waiting.transform == run.transform;
  });
  if (outline == m_waiting.end()) {
    writeTexts();
    writeText(run, nullptr);
    return;
  }
  const QPen pen = outline->pen;
  m_waiting.erase(outline);
  writeText(run, &pen);
}

void SvgEngine::writeTexts() {
  writeRun();
  for (const Text& text : std::exchange(m_waiting, {}))
    writeText(text, &text.pen);
}

void SvgEngine::writeText(const Text& text, const QPen* outline) {
  const double opacity = std::exchange(m_opacity, text.opacity);
  Attributes fill = fillAttributes(text.pen.brush());
  Attributes stroke;
  if (outline != nullptr) {
    QPen round = *outline;
    round.setJoinStyle(Qt::RoundJoin);
    stroke = strokeAttributes(round);
    stroke.emplace_back(QStringLiteral("paint-order"), QStringLiteral("stroke"));
  }
  m_opacity = opacity;
  const QString words = xmlText(text.text);
  m_xml.writeStartElement(QStringLiteral("text"));
  m_xml.writeAttribute(QStringLiteral("x"), attributeNumber(text.at.x()));
  m_xml.writeAttribute(QStringLiteral("y"), attributeNumber(text.at.y()));
  m_xml.writeAttribute(QStringLiteral("font-family"), familyList(text.font));
  m_xml.writeAttribute(QStringLiteral("font-size"), attributeNumber(pixelSize(text.font)));
  if (text.font.weight() != QFont::Normal)
    m_xml.writeAttribute(QStringLiteral("font-weight"), QString::number(text.font.weight()));
  if (text.font.italic()) m_xml.writeAttribute(QStringLiteral("font-style"), QStringLiteral("italic"));
  for (const Attributes* attributes : {&fill, &stroke}) {
    for (const auto& [name, value] : *attributes)
      m_xml.writeAttribute(name, value);
  }
  if (words.simplified() != words)
    m_xml.writeAttribute(QStringLiteral("xml:space"), QStringLiteral("preserve"));
  m_xml.writeCharacters(words);
  m_xml.writeEndElement();
}

void SvgEngine::drawImage(const QRectF& rect, const QImage& image, const QRectF& part,
                          Qt::ImageConversionFlags) {
  prepareShape();
  QByteArray png;
  QBuffer buffer(&png);
  image.copy(part.toAlignedRect()).save(&buffer, "PNG");
  m_xml.writeEmptyElement(QStringLiteral("image"));
  m_xml.writeAttribute(QStringLiteral("x"), attributeNumber(rect.x()));
  m_xml.writeAttribute(QStringLiteral("y"), attributeNumber(rect.y()));
  m_xml.writeAttribute(QStringLiteral("width"), attributeNumber(rect.width()));
  m_xml.writeAttribute(QStringLiteral("height"), attributeNumber(rect.height()));
  if (m_opacity < 1) m_xml.writeAttribute(QStringLiteral("opacity"), svgNumber(m_opacity, 3));
  m_xml.writeAttribute(QStringLiteral("preserveAspectRatio"), QStringLiteral("none"));
  m_xml.writeAttribute(QStringLiteral("xlink:href"),
                       QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64()));
}

void SvgEngine::drawPixmap(const QRectF& rect, const QPixmap& pixmap, const QRectF& part) {
  drawImage(rect, pixmap.toImage(), part, Qt::AutoColor);
}

SvgDevice::SvgDevice(QSizeF size, SvgAbout about)
    : m_size(size), m_engine(std::make_unique<SvgEngine>(size, std::move(about))) {}

SvgDevice::~SvgDevice() = default;

int SvgDevice::metric(PaintDeviceMetric metric) const {
  const auto millimetres = [](double pixels) {
    return static_cast<int>(std::lround(pixels * kMillimetresPerInch / kDotsPerInch));
  };
  switch (metric) {
    case PdmWidth:
      return static_cast<int>(std::ceil(m_size.width()));
    case PdmHeight:
      return static_cast<int>(std::ceil(m_size.height()));
    case PdmWidthMM:
      return millimetres(m_size.width());
    case PdmHeightMM:
      return millimetres(m_size.height());
    case PdmNumColors:
      return 1 << 24;
    case PdmDepth:
      return 24;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
      return kDotsPerInch;
    case PdmDevicePixelRatio:
      return 1;
    case PdmDevicePixelRatioScaled:
      return static_cast<int>(devicePixelRatioFScale());
    default:
      return QPaintDevice::metric(metric);
  }
}

}  // namespace entente
