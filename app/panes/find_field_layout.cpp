// SPDX-License-Identifier: GPL-3.0-or-later
// Places the parts of a FindField by hand: a layout would keep the tool bar from being narrower than all
// chips.
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <algorithm>

#include "app/panes/find_chip.h"
#include "app/panes/find_field.h"
#include "app/render/date_words.h"

namespace entente {

namespace {

constexpr int kLensPx = 30;
constexpr int kGapPx = 4;

}  // namespace

QSize FindField::sizeHint() const {
  constexpr int kUsualPx = 560;
  return {kUsualPx, minimumSizeHint().height()};
}

QSize FindField::minimumSizeHint() const {
  constexpr int kLeastHeightPx = 28;
  const QFontMetrics metrics(font());
  return {kLensPx + 2 * leastEditPx(), std::max(kLeastHeightPx, metrics.height() + 11)};
}

int FindField::leastEditPx() const {
  return QFontMetrics(font()).averageCharWidth() * 17;
}

int FindField::arrangeTail() {
  int right = width() - kGapPx;
  for (QToolButton* button : {m_clear, m_next, m_previous}) {
    if (!button->isVisibleTo(this)) continue;
    const int side = std::min(height() - 4, button->sizeHint().height());
    button->setGeometry(right - side, (height() - side) / 2, side, side);
    right -= side;
  }
  if (m_count->isVisibleTo(this)) {
    const int wide = m_count->sizeHint().width();
    m_count->setGeometry(right - kGapPx - wide, 2, wide, height() - 4);
    right -= wide + 2 * kGapPx;
  }
  return right;
}

int FindField::arrangeChips(int left, int right) {
  const auto widthOf = [](const FindChip* chip) { return chip->sizeHint().width() + kGapPx; };
  int all = 0;
  for (const FindChip* chip : m_chips)
    all += widthOf(chip);
  const int room = right - left - leastEditPx();
  std::size_t shown = m_chips.size();
  while (shown > 0 && all > room) {
    all -= widthOf(m_chips[--shown]);
    const std::size_t rest = m_chips.size() - shown;
    m_more->setWords(tr("+%1", "more choices of the filter").arg(wordsLocale().toString(qulonglong{rest})));
    if (all + widthOf(m_more) <= room) break;
  }
  const std::size_t rest = m_chips.size() - shown;
  const auto place = [&](FindChip* chip, bool visible) {
    chip->setVisible(visible);
    if (!visible) return;
    const QSize size = chip->sizeHint();
    chip->setGeometry(left, (height() - size.height()) / 2, size.width(), size.height());
    left += widthOf(chip);
  };
  for (std::size_t i = 0; i < m_chips.size(); ++i)
    place(m_chips[i], i < shown);
  place(m_more, rest > 0);
  if (rest > 0) {
    const QString name = rest == 1 ? tr("1 more choice of the filter, show them all")
                                   : tr("%1 more choices of the filter, show them all")
                                         .arg(wordsLocale().toString(qulonglong{rest}));
    m_more->setAccessibleName(name);
    m_more->setToolTip(name);
  }
  return left;
}

void FindField::arrange() {
  const int right = arrangeTail();
  const int left = arrangeChips(kLensPx, right);
  m_edit->setGeometry(left, 2, std::max(0, right - left), height() - 4);
  // A hint that is cut is no hint.
  const QString whole = tr("Search words, people, places…");
  constexpr int kEditMarginPx = 8;
  const bool fits = m_edit->fontMetrics().horizontalAdvance(whole) + kEditMarginPx <= m_edit->width();
  m_edit->setPlaceholderText(fits ? whole : tr("Search…"));
}

void FindField::paintEvent(QPaintEvent*) {
  const Theme& colors = theme(m_theme);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool focused = m_edit->hasFocus();
  const double inset = focused ? 1 : 0.5;
  painter.setPen(QPen(focused ? colors.accent : colors.edge, focused ? 2 : 1));
  painter.setBrush(colors.canvas);
  painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 3, 3);

  const QPointF middle(kLensPx / 2.0, height() / 2.0);
  painter.setPen(QPen(colors.ink2, 1.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(middle + QPointF(-1, -1), 4.5, 4.5);
  painter.drawLine(middle + QPointF(2.2, 2.2), middle + QPointF(6, 6));
}

}  // namespace entente
