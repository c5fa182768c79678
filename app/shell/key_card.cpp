// SPDX-License-Identifier: GPL-3.0-or-later
// Each key and each meaning is a label, so that a screen reader can read the card like a page.
#include "app/shell/key_card.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStringList>
#include <QVBoxLayout>
#include <algorithm>

namespace entente {

namespace {

constexpr int kMostColumns = 3;
constexpr int kBetweenColumnsPx = 32;
constexpr int kAfterKeysPx = 16;
constexpr int kRowGapPx = 4;
constexpr int kGroupGapPx = 16;

QLabel* line(const QString& text, const QFont& font, const QColor& ink) {
  auto* label = new QLabel;
  label->setTextFormat(Qt::PlainText);
  label->setText(text);
  label->setFont(font);
  QPalette colors = label->palette();
  colors.setColor(QPalette::WindowText, ink);
  label->setPalette(colors);
  label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  return label;
}

/// In rows: what a group takes of a column.
std::size_t heightOf(const KeyCardGroup& group) {
  return group.rows.size() + 2;
}

}  // namespace

KeyCard::KeyCard(QWidget* window) : OverlayCard(tr("Keys"), window), m_scroll(new QScrollArea) {
  setObjectName(QStringLiteral("keyCard"));
  m_scroll->setObjectName(QStringLiteral("keys"));
  m_scroll->setAccessibleName(tr("Keys by menu"));
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::StrongFocus);
  m_scroll->setWidgetResizable(true);
  m_scroll->viewport()->setAutoFillBackground(false);
  column()->addWidget(m_scroll, 1);
}

void KeyCard::setGroups(std::vector<KeyCardGroup> groups) {
  m_groups = std::move(groups);
  m_columns = 0;
  if (isOpen()) fit();
}

QString KeyCard::text() const {
  QStringList lines;
  for (const KeyCardGroup& group : m_groups) {
    lines << group.title;
    for (const KeyCardRow& row : group.rows)
      lines << tr("%1: %2", "keys, what they do").arg(row.keys, row.what);
  }
  return lines.join(QLatin1Char('\n'));
}

QWidget* KeyCard::firstFocus() const {
  return m_scroll;
}

bool KeyCard::isClosingKey(const QKeyEvent& key) const {
  return key.text() == QLatin1String("?");
}

void KeyCard::styleContent() {
  m_columns = 0;
}

int KeyCard::columnWidth(const std::vector<std::size_t>& groups) const {
  const TypeFaces type = faces();
  const QFontMetrics strong(type.bodyStrong);
  const QFontMetrics plain(type.body);
  int titlePx = 0;
  int keysPx = 0;
  int whatPx = 0;
  for (const std::size_t group : groups) {
    titlePx = std::max(titlePx, strong.horizontalAdvance(m_groups[group].title));
    for (const KeyCardRow& row : m_groups[group].rows) {
      keysPx = std::max(keysPx, strong.horizontalAdvance(row.keys));
      whatPx = std::max(whatPx, plain.horizontalAdvance(row.what));
    }
  }
  // A pixel or two more than the letters: labels round up.
  return std::max(titlePx, keysPx + kAfterKeysPx + whatPx) + 4;
}

int KeyCard::widthOf(int columns) const {
  int all = -kBetweenColumnsPx;
  for (const auto& groups : spread(columns))
    all += columnWidth(groups) + kBetweenColumnsPx;
  return std::max(0, all);
}

std::vector<std::vector<std::size_t>> KeyCard::spread(int columns) const {
  // The lowest height at which the groups, in their order, find room in so many columns.
  std::size_t height = 0;
  for (const KeyCardGroup& group : m_groups)
    height = std::max(height, heightOf(group));
  for (;; ++height) {
    std::vector<std::vector<std::size_t>> lists(1);
    std::size_t used = 0;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
      if (used + heightOf(m_groups[i]) > height) {
        lists.emplace_back();
        used = 0;
      }
      lists.back().push_back(i);
      used += heightOf(m_groups[i]);
    }
    if (lists.size() <= static_cast<std::size_t>(columns)) return lists;
  }
}

QWidget* KeyCard::columnOf(const std::vector<std::size_t>& groups, bool wrap) const {
  const TypeFaces type = faces();
  auto* box = new QWidget;
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(kAfterKeysPx);
  grid->setVerticalSpacing(kRowGapPx);
  grid->setColumnStretch(1, 1);
  int row = 0;
  for (const std::size_t group : groups) {
    if (row > 0) grid->setRowMinimumHeight(row++, kGroupGapPx - 2 * kRowGapPx);
    grid->addWidget(line(m_groups[group].title, type.bodyStrong, colors().ink3), row++, 0, 1, 2);
    for (const KeyCardRow& entry : m_groups[group].rows) {
      QLabel* what = line(entry.what, type.body, colors().ink);
      what->setWordWrap(wrap);
      grid->addWidget(line(entry.keys, type.bodyStrong, colors().ink), row, 0);
      grid->addWidget(what, row++, 1);
    }
  }
  grid->setRowStretch(row, 1);
  return box;
}

void KeyCard::rebuild(int columns, bool wrap) {
  m_columns = columns;
  m_wraps = wrap;
  auto* page = new QWidget;
  page->setAutoFillBackground(false);
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kBetweenColumnsPx);
  for (const auto& groups : spread(columns))
    row->addWidget(columnOf(groups, wrap), columns == 1 ? 1 : 0);
  m_scroll->setWidget(page);
  page->setAutoFillBackground(false);
}

QSize KeyCard::contentSize(QSize room) {
  // Where it scrolls the bar takes its room beside the columns.
  const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
  const int most = room.width() - bar;
  int columns = std::clamp(static_cast<int>(m_groups.size()), 1, kMostColumns);
  while (columns > 1 && widthOf(columns) > most)
    --columns;
  const bool wrap = widthOf(columns) > most;
  if (columns != m_columns || wrap != m_wraps) rebuild(columns, wrap);
  const int wide = std::min(most, widthOf(columns));
  const QWidget* page = m_scroll->widget();
  const int high = wrap ? page->heightForWidth(wide) : page->sizeHint().height();
  return {wide + (high > room.height() ? bar : 0), high};
}

}  // namespace entente
