// SPDX-License-Identifier: GPL-3.0-or-later
// Spells numbers, paths, colours and texts.
#include "app/export/svg_format.h"

namespace entente {

QString svgNumber(double value, int decimals) {
  QString text = QString::number(value, 'f', decimals);
  if (text.contains(QLatin1Char('.'))) {
    while (text.endsWith(QLatin1Char('0')))
      text.chop(1);
    if (text.endsWith(QLatin1Char('.'))) text.chop(1);
  }
  return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString svgPathData(const QPainterPath& path) {
  QString data;
  QPointF start;
  QPointF last;
  const auto moved = [&data, &last](QChar command, QPointF point) {
    data += command + svgNumber(point.x()) + QLatin1Char(' ') + svgNumber(point.y());
    last = point;
  };
  for (int i = 0; i < path.elementCount(); ++i) {
    const QPainterPath::Element element = path.elementAt(i);
    const bool lastOfSubpath = i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo();
    if (element.isMoveTo()) {
      moved(QLatin1Char('M'), element);
      start = element;
    } else if (element.isLineTo()) {
      // Qt closes a subpath by going back; SVG joins the two ends only if told so.
      if (lastOfSubpath && QPointF(element) == start)
        data += QLatin1Char('Z');
      else
        moved(QLatin1Char('L'), element);
    } else {
      moved(QLatin1Char('C'), element);
      moved(QLatin1Char(' '), path.elementAt(++i));
      moved(QLatin1Char(' '), path.elementAt(++i));
      const bool ends = i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo();
      if (ends && last == start) data += QLatin1Char('Z');
    }
  }
  return data;
}

QString svgTransform(const QTransform& transform) {
  if (transform.type() <= QTransform::TxTranslate) {
    return QStringLiteral("translate(%1 %2)").arg(svgNumber(transform.dx()), svgNumber(transform.dy()));
  }
  // The linear part is multiplied by coordinates of up to some thousands.
  constexpr int kLinearDecimals = 5;
  return QStringLiteral("matrix(%1 %2 %3 %4 %5 %6)")
      .arg(svgNumber(transform.m11(), kLinearDecimals), svgNumber(transform.m12(), kLinearDecimals),
           svgNumber(transform.m21(), kLinearDecimals), svgNumber(transform.m22(), kLinearDecimals),
           svgNumber(transform.dx()), svgNumber(transform.dy()));
}

QString svgColor(const QColor& color) {
  return color.name(QColor::HexRgb).toUpper();
}

QString xmlText(const QString& text) {
  QString safe;
  safe.reserve(text.size());
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
      safe += c;
      safe += text[++i];
      continue;
    }
    const char16_t u = c.unicode();
    const bool control = u < 0x20 && u != u'\t' && u != u'\n' && u != u'\r';
    if (!control && !c.isSurrogate() && u < 0xFFFE) safe += c;
  }
  return safe;
}

}  // namespace entente
