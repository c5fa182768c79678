// SPDX-License-Identifier: GPL-3.0-or-later
// Fills and strokes of the SVG engine: plain colours, linear gradients, hatches.
#include <algorithm>

#include "app/export/svg_engine.h"
#include "app/export/svg_format.h"

namespace entente {
namespace {

constexpr int kOpacityDecimals = 3;

/// Lines of a hatch on a tile of 8 by 8, as Qt draws them; empty for styles that are no hatch.
QString hatchData(Qt::BrushStyle style) {
  const QString rising = QStringLiteral("M-1 1L1 -1M0 8L8 0M7 9L9 7");
  const QString falling = QStringLiteral("M-1 7L1 9M0 0L8 8M7 -1L9 1");
  const QString level = QStringLiteral("M0 4L8 4");
  const QString upright = QStringLiteral("M4 0L4 8");
  switch (style) {
    case Qt::BDiagPattern:
      return rising;
    case Qt::FDiagPattern:
      return falling;
    case Qt::DiagCrossPattern:
      return rising + falling;
    case Qt::HorPattern:
      return level;
    case Qt::VerPattern:
      return upright;
    case Qt::CrossPattern:
      return level + upright;
    default:
      return {};
  }
}

/// How much of the ground a dense pattern covers, from Qt::Dense1Pattern to Qt::Dense7Pattern.
double coverage(Qt::BrushStyle style) {
  switch (style) {
    case Qt::Dense1Pattern:
      return 0.94;
    case Qt::Dense2Pattern:
      return 0.88;
    case Qt::Dense3Pattern:
      return 0.63;
    case Qt::Dense4Pattern:
      return 0.5;
    case Qt::Dense5Pattern:
      return 0.37;
    case Qt::Dense6Pattern:
      return 0.12;
    case Qt::Dense7Pattern:
      return 0.06;
    default:
      return 1;
  }
}

QString spreadName(QGradient::Spread spread) {
  switch (spread) {
    case QGradient::ReflectSpread:
      return QStringLiteral("reflect");
    case QGradient::RepeatSpread:
      return QStringLiteral("repeat");
    case QGradient::PadSpread:
      break;
  }
  return QStringLiteral("pad");
}

QString capName(Qt::PenCapStyle cap) {
  return cap == Qt::RoundCap    ? QStringLiteral("round")
         : cap == Qt::SquareCap ? QStringLiteral("square")
                                : QString();
}

QString joinName(Qt::PenJoinStyle join) {
  return join == Qt::RoundJoin   ? QStringLiteral("round")
         : join == Qt::BevelJoin ? QStringLiteral("bevel")
                                 : QString();
}

}  // namespace

SvgEngine::Definition SvgEngine::definition(const QString& kind, const QString& content) {
  const QString key = kind + QLatin1Char('|') + content;
  const auto known = m_ids.constFind(key);
  if (known != m_ids.constEnd()) return {*known, false};
  const QString id = kind + QString::number(++m_counters[kind]);
  m_ids.insert(key, id);
  return {id, true};
}

QString SvgEngine::gradientReference(const QLinearGradient& gradient, const QTransform& transform) {
  Attributes attributes;
  // Object coordinates run from 0 to 1 and need more decimals.
  const bool object = gradient.coordinateMode() != QGradient::LogicalMode;
  const int decimals = object ? 5 : 2;
  attributes.emplace_back(QStringLiteral("gradientUnits"),
                          object ? QStringLiteral("objectBoundingBox") : QStringLiteral("userSpaceOnUse"));
  attributes.emplace_back(QStringLiteral("x1"), svgNumber(gradient.start().x(), decimals));
  attributes.emplace_back(QStringLiteral("y1"), svgNumber(gradient.start().y(), decimals));
  attributes.emplace_back(QStringLiteral("x2"), svgNumber(gradient.finalStop().x(), decimals));
  attributes.emplace_back(QStringLiteral("y2"), svgNumber(gradient.finalStop().y(), decimals));
  if (gradient.spread() != QGradient::PadSpread)
    attributes.emplace_back(QStringLiteral("spreadMethod"), spreadName(gradient.spread()));
  if (!transform.isIdentity())
    attributes.emplace_back(QStringLiteral("gradientTransform"), svgTransform(transform));
  QString content;
  for (const auto& [name, value] : attributes)
    content += name + QLatin1Char('=') + value + QLatin1Char(' ');
  for (const auto& [offset, color] : gradient.stops())
    content += svgNumber(offset, 5) + color.name(QColor::HexArgb);
  const Definition found = definition(QStringLiteral("gradient"), content);
  if (found.isNew) {
    m_xml.writeStartElement(QStringLiteral("defs"));
    m_xml.writeStartElement(QStringLiteral("linearGradient"));
    m_xml.writeAttribute(QStringLiteral("id"), found.id);
    for (const auto& [name, value] : attributes)
      m_xml.writeAttribute(name, value);
    for (const auto& [offset, color] : gradient.stops()) {
      m_xml.writeEmptyElement(QStringLiteral("stop"));
      m_xml.writeAttribute(QStringLiteral("offset"), svgNumber(offset, 5));
      m_xml.writeAttribute(QStringLiteral("stop-color"), svgColor(color));
      if (color.alpha() != 255)
        m_xml.writeAttribute(QStringLiteral("stop-opacity"), svgNumber(color.alphaF(), kOpacityDecimals));
    }
    m_xml.writeEndElement();
    m_xml.writeEndElement();
  }
  return QStringLiteral("url(#%1)").arg(found.id);
}

QString SvgEngine::patternReference(const QBrush& brush) {
  const QString data = hatchData(brush.style());
  const QString color = svgColor(brush.color());
  const QString transform = brush.transform().isIdentity() ? QString() : svgTransform(brush.transform());
  const Definition found = definition(QStringLiteral("pattern"), data + color + transform);
  if (found.isNew) {
    m_xml.writeStartElement(QStringLiteral("defs"));
    m_xml.writeStartElement(QStringLiteral("pattern"));
    m_xml.writeAttribute(QStringLiteral("id"), found.id);
    m_xml.writeAttribute(QStringLiteral("patternUnits"), QStringLiteral("userSpaceOnUse"));
    m_xml.writeAttribute(QStringLiteral("width"), QStringLiteral("8"));
    m_xml.writeAttribute(QStringLiteral("height"), QStringLiteral("8"));
    if (!transform.isEmpty()) m_xml.writeAttribute(QStringLiteral("patternTransform"), transform);
    m_xml.writeEmptyElement(QStringLiteral("path"));
    m_xml.writeAttribute(QStringLiteral("d"), data);
    m_xml.writeAttribute(QStringLiteral("stroke"), color);
    m_xml.writeEndElement();
    m_xml.writeEndElement();
  }
  return QStringLiteral("url(#%1)").arg(found.id);
}

std::pair<QString, double> SvgEngine::paintOf(const QBrush& brush) {
  if (brush.style() == Qt::NoBrush) return {QStringLiteral("none"), 1};
  if (brush.style() == Qt::LinearGradientPattern) {
    // The brush's style says that its gradient is a linear one.
    const auto& gradient = *static_cast<const QLinearGradient*>(brush.gradient());
    return {gradientReference(gradient, brush.transform()), m_opacity};
  }
  const double opacity = m_opacity * static_cast<double>(brush.color().alphaF());
  if (!hatchData(brush.style()).isEmpty()) return {patternReference(brush), opacity};
  return {svgColor(brush.color()), opacity * coverage(brush.style())};
}

SvgEngine::Attributes SvgEngine::fillAttributes(const QBrush& brush) {
  const auto [paint, opacity] = paintOf(brush);
  Attributes attributes{{QStringLiteral("fill"), paint}};
  if (opacity < 1)
    attributes.emplace_back(QStringLiteral("fill-opacity"), svgNumber(opacity, kOpacityDecimals));
  return attributes;
}

SvgEngine::Attributes SvgEngine::strokeAttributes(const QPen& pen) {
  if (pen.style() == Qt::NoPen || pen.brush().style() == Qt::NoBrush) return {};
  const auto [paint, opacity] = paintOf(pen.brush());
  Attributes attributes{{QStringLiteral("stroke"), paint}};
  if (opacity < 1)
    attributes.emplace_back(QStringLiteral("stroke-opacity"), svgNumber(opacity, kOpacityDecimals));
  const double width = pen.widthF() > 0 ? pen.widthF() : 1;
  if (width != 1) attributes.emplace_back(QStringLiteral("stroke-width"), svgNumber(width, kOpacityDecimals));
  if (pen.isCosmetic())
    attributes.emplace_back(QStringLiteral("vector-effect"), QStringLiteral("non-scaling-stroke"));
  if (const QString cap = capName(pen.capStyle()); !cap.isEmpty())
    attributes.emplace_back(QStringLiteral("stroke-linecap"), cap);
  if (const QString join = joinName(pen.joinStyle()); !join.isEmpty())
    attributes.emplace_back(QStringLiteral("stroke-linejoin"), join);
  else
    attributes.emplace_back(QStringLiteral("stroke-miterlimit"), svgNumber(std::max(1.0, pen.miterLimit())));
  QString dashes;
  for (const double part : pen.dashPattern()) {
    if (!dashes.isEmpty()) dashes += QLatin1Char(' ');
    dashes += svgNumber(part * width);
  }
  if (!dashes.isEmpty()) {
    attributes.emplace_back(QStringLiteral("stroke-dasharray"), dashes);
    if (pen.dashOffset() != 0)
      attributes.emplace_back(QStringLiteral("stroke-dashoffset"), svgNumber(pen.dashOffset() * width));
  }
  return attributes;
}

}  // namespace entente
