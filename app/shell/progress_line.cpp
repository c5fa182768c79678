// SPDX-License-Identifier: GPL-3.0-or-later
// A label, a button, and a line painted above them.
#include "app/shell/progress_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <algorithm>

namespace entente {

namespace {

constexpr int kAppearMs = 300;
constexpr int kLinePx = 2;

}  // namespace

ProgressLine::ProgressLine(QWidget* parent)
    : QWidget(parent), m_what(new QLabel), m_cancel(new QPushButton(tr("Cancel"))) {
  setAccessibleName(tr("Progress"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, kLinePx + 4, 8, 4);
  m_what->setTextFormat(Qt::PlainText);
  row->addWidget(m_what, 1);
  row->addWidget(m_cancel);
  connect(m_cancel, &QPushButton::clicked, this, &ProgressLine::cancelled);
  m_appear.setSingleShot(true);
  m_appear.setInterval(kAppearMs);
  connect(&m_appear, &QTimer::timeout, this, &QWidget::show);
  hide();
}

void ProgressLine::setTheme(ThemeName name) {
  m_theme = name;
  update();
}

void ProgressLine::start(const QString& what) {
  m_what->setText(what);
  m_percent = -1;
  if (!isVisible()) m_appear.start();
}

void ProgressLine::setPercent(int percent) {
  m_percent = std::min(percent, 100);
  update();
}

void ProgressLine::stop() {
  m_appear.stop();
  hide();
}

void ProgressLine::paintEvent(QPaintEvent*) {
  const Theme& colors = theme(m_theme);
  QPainter painter(this);
  painter.fillRect(rect(), colors.header);
  painter.fillRect(0, 0, width(), kLinePx, colors.hairline);
  painter.fillRect(0, 0, m_percent < 0 ? width() : width() * m_percent / 100, kLinePx, colors.ink2);
}

}  // namespace entente
