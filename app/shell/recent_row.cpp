// SPDX-License-Identifier: GPL-3.0-or-later
// Painted, since a push button has one line of text.
#include "app/shell/recent_row.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPainter>

namespace entente {

namespace {

constexpr int kPaddingPx = 8;
constexpr int kAbovePx = 4;
constexpr int kWrap = Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere;

}  // namespace

RecentRow::RecentRow(const QString& path, bool exists, QWidget* parent) : QAbstractButton(parent) {
  const QFileInfo file(path);
  m_name = file.fileName();
  const QString folder = QDir::toNativeSeparators(file.absolutePath());
  m_folder = exists ? folder : tr("%1, not found", "folder of a file").arg(folder);
  setEnabled(exists);
  setAccessibleName(tr("%1 in %2", "file, folder").arg(m_name, m_folder));
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void RecentRow::setTheme(ThemeName name) {
  m_theme = name;
  update();
}

TypeFaces RecentRow::faces() const {
  return typeFaces(font(), font().pointSizeF() / kBasePoints);
}

QRect RecentRow::nameRect(int width) const {
  const QRect room(kPaddingPx, kAbovePx, width - 2 * kPaddingPx, 10'000);
  return QFontMetrics(faces().bodyStrong).boundingRect(room, kWrap, m_name);
}

QRect RecentRow::folderRect(int width) const {
  const QRect room(kPaddingPx, nameRect(width).bottom() + 1, width - 2 * kPaddingPx, 10'000);
  return QFontMetrics(faces().caption).boundingRect(room, kWrap, m_folder);
}

int RecentRow::heightForWidth(int width) const {
  return folderRect(width).bottom() + 1 + kAbovePx;
}

QSize RecentRow::sizeHint() const {
  constexpr int kUsualPx = 400;
  return {kUsualPx, heightForWidth(kUsualPx)};
}

QSize RecentRow::minimumSizeHint() const {
  constexpr int kLeastPx = 120;
  return {kLeastPx, heightForWidth(width())};
}

void RecentRow::changeEvent(QEvent* event) {
  QAbstractButton::changeEvent(event);
  if (event->type() == QEvent::FontChange) updateGeometry();
}

void RecentRow::paintEvent(QPaintEvent*) {
  const Theme& colors = theme(m_theme);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (isDown() || (underMouse() && isEnabled()))
    painter.fillRect(rect(), isDown() ? colors.hairline : colors.band);
  if (hasFocus()) {
    painter.setPen(QPen(colors.accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
  }
  const TypeFaces type = faces();
  painter.setFont(type.bodyStrong);
  painter.setPen(isEnabled() ? colors.ink : colors.ink3);
  painter.drawText(
      QRect(nameRect(width()).topLeft(), QSize(width() - 2 * kPaddingPx, nameRect(width()).height())), kWrap,
      m_name);
  painter.setFont(type.caption);
  painter.setPen(colors.ink3);
  painter.drawText(
      QRect(folderRect(width()).topLeft(), QSize(width() - 2 * kPaddingPx, folderRect(width()).height())),
      kWrap, m_folder);
}

void RecentRow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    click();
    return;
  }
  QAbstractButton::keyPressEvent(event);
}

}  // namespace entente
