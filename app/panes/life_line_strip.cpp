// SPDX-License-Identifier: GPL-3.0-or-later
// Flows cells into rows and paints the line between their stops.
#include "app/panes/life_line_strip.h"

#include <QPainter>
#include <algorithm>

#include "app/render/date_words.h"
#include "app/render/glyphs.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

constexpr int kPadPx = 8;
constexpr int kGapPx = 4;

}  // namespace

LifeLineStrip::LifeLineStrip(std::shared_ptr<const EventDetail> detail, const LifeLine& line,
                             const BlockStyle& style, QWidget* parent)
    : QWidget(parent), m_detail(std::move(detail)), m_style(style) {
  setAccessibleName(tr("Life line"));
  for (const LifeLineCell& cell : line.cells) {
    std::vector<Stage> stages;
    for (const LifeLineStop& stop : cell.stops)
      stages.push_back(stop.stage);
    QString caption = dateInWords(cell.when);
    if (!cell.hoursKnown) caption = cell.stops.size() > 1 ? tr("%1, hours unknown").arg(caption) : caption;
    const auto& delay = cell.stops.front().sinceFirst;
    if (delay) caption = tr("%1: %2").arg(caption, delayInWords(*delay));
    addCell(caption, stages, true);
  }
  if (!line.undated.empty()) addCell(tr("Day unknown"), line.undated, false);
  if (!m_stops.empty()) m_stops.front()->setFocusPolicy(Qt::StrongFocus);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

QString LifeLineStrip::spoken(const Stage& stage, const QString& caption) const {
  QStringList words{stageInWords(stage.stage)};
  words << (stage.when ? dateInWords(*stage.when) : caption);
  if (!stage.actor.value.empty()) words << actorName(*m_detail, stage.actor);
  if (!stage.where.isEmpty()) words << stage.where;
  QString sentence = words.join(QStringLiteral(", "));
  const auto source = m_detail->sources.find(stage.source.value);
  if (source != m_detail->sources.end())
    sentence +=
        tr("; source: %1, %2").arg(sourceInWords(source->second), gradeInWords(source->second.reliability));
  return sentence;
}

void LifeLineStrip::addCell(const QString& caption, const std::vector<Stage>& stages, bool connected) {
  m_cells.push_back({caption, connected, m_stops.size(), stages.size()});
  for (const Stage& stage : stages) {
    const QString actor = stage.actor.value.empty() ? QString() : actorName(*m_detail, stage.actor);
    auto* stop = new LifeLineStopBox(stage, actor, spoken(stage, caption), !connected, m_style, this);
    const std::size_t index = m_stops.size();
    connect(stop, &LifeLineStopBox::chosen, this, [this, uid = stage.uid] { Q_EMIT chosen(uid); });
    connect(stop, &LifeLineStopBox::stepped, this, [this, index](int by) {
      const auto next = static_cast<std::ptrdiff_t>(index) + by;
      if (next >= 0 && next < static_cast<std::ptrdiff_t>(m_stops.size()))
        focusStop(static_cast<std::size_t>(next));
    });
    stop->setFocusPolicy(Qt::ClickFocus);
    m_stops.push_back(stop);
  }
}

void LifeLineStrip::focusStop(std::size_t index) {
  // One stop alone is on the way of Tab: the one that was there last.
  for (LifeLineStopBox* stop : m_stops)
    stop->setFocusPolicy(Qt::ClickFocus);
  m_stops[index]->setFocusPolicy(Qt::StrongFocus);
  m_stops[index]->setFocus(Qt::OtherFocusReason);
}

int LifeLineStrip::rowHeight() const {
  const int caption = QFontMetrics(m_style.faces.caption).height();
  int stop = 0;
  for (const LifeLineStopBox* one : m_stops)
    stop = std::max(stop, one->sizeHint().height());
  return std::max(72, kPadPx + caption + stop + kPadPx);
}

int LifeLineStrip::cellWidth(std::size_t cell, std::size_t first, std::size_t count) const {
  int stops = 0;
  for (std::size_t i = first; i < first + count; ++i)
    stops += m_stops[i]->sizeHint().width();
  const QFontMetrics caption(m_style.faces.caption);
  const bool begins = first == m_cells[cell].first;
  return std::max(stops, begins ? caption.horizontalAdvance(m_cells[cell].caption) : 0) + 2 * kPadPx;
}

std::vector<LifeLineStrip::Piece> LifeLineStrip::flow(int width) const {
  std::vector<Piece> pieces;
  int x = 0;
  int y = 0;
  for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
    std::size_t first = m_cells[cell].first;
    const std::size_t end = first + m_cells[cell].count;
    while (first < end) {
      if (x > 0 && x + cellWidth(cell, first, end - first) > width) {
        x = 0;
        y += rowHeight() + kGapPx;
      }
      std::size_t count = end - first;
      while (count > 1 && x + cellWidth(cell, first, count) > width)
        --count;
      const int wide = std::min(std::max(width - x, 1), cellWidth(cell, first, count));
      pieces.push_back({cell, first, count, QRect(x, y, wide, rowHeight())});
      x += wide + kGapPx;
      first += count;
    }
  }
  // What is left of a row goes to its last piece, so that the strip is as wide as the text around it.
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool last = i + 1 == pieces.size() || pieces[i + 1].rect.y() != pieces[i].rect.y();
    if (last) pieces[i].rect.setRight(std::max(width - 1, pieces[i].rect.right()));
  }
  return pieces;
}

int LifeLineStrip::heightForWidth(int width) const {
  const std::vector<Piece> pieces = flow(width);
  return pieces.empty() ? 0 : pieces.back().rect.bottom() + 1;
}

QSize LifeLineStrip::sizeHint() const {
  constexpr int kWidthPx = 380;
  return {kWidthPx, heightForWidth(kWidthPx)};
}

QSize LifeLineStrip::minimumSizeHint() const {
  int least = 0;
  for (const LifeLineStopBox* stop : m_stops)
    least = std::max(least, stop->sizeHint().width() + 2 * kPadPx);
  return {least, rowHeight()};
}

void LifeLineStrip::resizeEvent(QResizeEvent*) {
  m_pieces = flow(width());
  const int caption = QFontMetrics(m_style.faces.caption).height();
  for (const Piece& piece : m_pieces) {
    int wanted = 0;
    for (std::size_t i = piece.first; i < piece.first + piece.count; ++i)
      wanted += m_stops[i]->sizeHint().width();
    const int spare = std::max(0, piece.rect.width() - 2 * kPadPx - wanted);
    int x = piece.rect.x() + kPadPx;
    for (std::size_t i = piece.first; i < piece.first + piece.count; ++i) {
      const QSize size = m_stops[i]->sizeHint();
      const int wide = size.width() + spare / static_cast<int>(piece.count);
      m_stops[i]->setGeometry(x, piece.rect.y() + kPadPx + caption, wide, size.height());
      x += wide;
    }
  }
  setMinimumHeight(heightForWidth(width()));
}

void LifeLineStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Theme& colors = m_style.theme;
  const QColor kind = kindColor(GlyphKind::Message, colors);
  painter.setFont(m_style.faces.caption);
  const QFontMetrics caption(m_style.faces.caption);
  const auto centre = [this](std::size_t stop) {
    const QRect box = m_stops[stop]->geometry();
    return QPointF(box.center().x() + 0.5, box.y() + m_stops[stop]->markY());
  };
  for (const Piece& piece : m_pieces) {
    const Cell& cell = m_cells[piece.cell];
    painter.fillRect(piece.rect, colors.band);
    if (piece.first == cell.first) {
      painter.setPen(colors.ink2);
      painter.drawText(piece.rect.adjusted(kPadPx, 4, 0, 0), Qt::AlignLeft | Qt::AlignTop, cell.caption);
    }
    if (!cell.connected || piece.count < 2) continue;
    const QPointF from = centre(piece.first);
    const QPointF to = centre(piece.first + piece.count - 1);
    painter.fillRect(QRectF(from.x(), from.y() - 3, to.x() - from.x(), 6), mixed(kind, colors.band, 0.4));
  }
  QPen between(kind, 1.5, Qt::DashLine);
  for (std::size_t i = 1; i < m_pieces.size(); ++i) {
    const Piece& left = m_pieces[i - 1];
    const Piece& right = m_pieces[i];
    if (left.rect.y() != right.rect.y() || !m_cells[right.cell].connected) continue;
    painter.setPen(left.cell == right.cell ? QPen(kind, 1.5) : between);
    painter.drawLine(centre(left.first + left.count - 1), centre(right.first));
  }
}

}  // namespace entente
