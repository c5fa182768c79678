// SPDX-License-Identifier: GPL-3.0-or-later
// Tries the places where a line may be broken.
#include "app/render/label_lines.h"

#include <QCache>
#include <QFontMetricsF>
#include <QTextBoundaryFinder>
#include <QTextLayout>
#include <QTextOption>
#include <algorithm>
#include <cmath>
#include <vector>

namespace entente {

namespace {

constexpr double kLongestLetters = 36;
constexpr int kKept = 32'768;
const QChar kEllipsis(0x2026);

/// Where a line may end, rising; without the end of the text.
std::vector<qsizetype> breaksOf(const QString& text) {
  std::vector<qsizetype> breaks;
  QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
  for (qsizetype at = finder.toNextBoundary(); at > 0 && at < text.size(); at = finder.toNextBoundary())
    breaks.push_back(at);
  return breaks;
}

QString upTo(const QString& text, qsizetype at) {
  return text.left(at).trimmed();
}

/// Where the places of a text lie, measured in one go.
class Ruler {
 public:
  Ruler(const QString& text, const QFont& font) : m_layout(text, font) {
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    m_layout.setTextOption(option);
    m_layout.beginLayout();
    m_line = m_layout.createLine();
    m_layout.endLayout();
  }
  /// Of what lies between two places, rounded up; spaces at its ends count for nothing.
  [[nodiscard]] double widthPx(qsizetype from, qsizetype to) const {
    const QString& text = m_layout.text();
    while (from < to && text[from].isSpace())
      ++from;
    while (to > from && text[to - 1].isSpace())
      --to;
    return std::ceil(std::abs(xOf(to) - xOf(from)));
  }

 private:
  [[nodiscard]] double xOf(qsizetype at) const { return m_line.cursorToX(static_cast<int>(at)); }

  QTextLayout m_layout;
  QTextLine m_line;
};

/// As much of the text from a place on as fits with an ellipsis: whole words, or some letters of one that is
/// too long.
QString cut(const QString& text, qsizetype from, const std::vector<qsizetype>& breaks, const Ruler& ruler,
            const QFontMetricsF& metrics, double widthPx) {
  if (ruler.widthPx(from, text.size()) <= widthPx) return text.mid(from).trimmed();
  const double room = widthPx - metrics.horizontalAdvance(kEllipsis);
  qsizetype end = from;
  for (const qsizetype at : breaks) {
    if (at <= from) continue;
    if (ruler.widthPx(from, at) > room) break;
    end = at;
  }
  return end > from ? upTo(text.mid(from), end - from) + kEllipsis
                    : metrics.elidedText(text.mid(from).trimmed(), Qt::ElideRight, widthPx);
}

LabelLines made(const QString& text, const QFont& font) {
  const QFontMetricsF metrics(font);
  const double longest = longestLabelPx(metrics);
  LabelLines lines;
  lines.one = text;
  lines.onePx = std::ceil(metrics.horizontalAdvance(text));
  if (lines.onePx <= longest) return lines;
  const std::vector<qsizetype> breaks = breaksOf(text);
  const Ruler ruler(text, font);
  lines.one = cut(text, 0, breaks, ruler, metrics, longest);
  lines.onePx = std::ceil(metrics.horizontalAdvance(lines.one));
  // The break that leaves the shorter of the longer halves; where even that is too long, a full first line.
  qsizetype best = 0;
  double bestPx = longest;
  qsizetype fullest = 0;
  for (const qsizetype at : breaks) {
    const double first = ruler.widthPx(0, at);
    if (first > longest) break;
    fullest = at;
    const double px = std::max(first, ruler.widthPx(at, text.size()));
    if (px > bestPx) continue;
    best = at;
    bestPx = px;
  }
  const qsizetype at = best > 0 ? best : fullest;
  if (at == 0) return lines;
  lines.first = upTo(text, at);
  lines.second = cut(text, at, breaks, ruler, metrics, longest);
  lines.firstPx = std::ceil(metrics.horizontalAdvance(lines.first));
  lines.secondPx = std::ceil(metrics.horizontalAdvance(lines.second));
  return lines;
}

}  // namespace

double longestLabelPx(const QFontMetricsF& metrics) {
  return std::ceil(kLongestLetters * metrics.averageCharWidth());
}

QString cutAtWords(const QString& text, const QFont& font, double widthPx) {
  return cut(text, 0, breaksOf(text), Ruler(text, font), QFontMetricsF(font), widthPx);
}

const LabelLines& linesOf(const QString& text, const QFont& font) {
  thread_local QCache<QString, LabelLines> kept(kKept);
  const QString key = font.key() + QChar(0) + text;
  if (const LabelLines* known = kept.object(key)) return *known;
  auto* lines = new LabelLines(made(text, font));
  kept.insert(key, lines);
  return *lines;
}

}  // namespace entente
