// SPDX-License-Identifier: GPL-3.0-or-later
// One column of words and buttons.
#include "app/shell/empty_archive_note.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/render/type.h"

namespace entente {

namespace {

constexpr int kWidthPx = 400;

QLabel* line(const QString& text) {
  auto* label = new QLabel(text);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

}  // namespace

EmptyArchiveNote::EmptyArchiveNote(QWidget* parent)
    : QWidget(parent),
      m_column(new QVBoxLayout(this)),
      m_what(line(tr("Nothing is on this timeline yet"))),
      m_drop(line(tr("Or drop a file on the window: a table, or another archive to open it."))) {
  setObjectName(QStringLiteral("emptyArchive"));
  setAccessibleName(m_what->text());
  setFixedWidth(kWidthPx);
  m_column->setContentsMargins(24, 16, 24, 16);
  m_column->setSpacing(8);
  m_column->addWidget(m_what);
  m_column->addSpacing(8);
  m_column->addWidget(m_drop);
  applyStyle();
}

void EmptyArchiveNote::setSteps(const std::vector<QAction*>& steps) {
  int place = 2;  // behind the words and the space
  for (QAction* step : steps) {
    QString words = step->text().remove(QLatin1Char('&'));
    if (!step->shortcut().isEmpty())
      words += QStringLiteral("   ") + step->shortcut().toString(QKeySequence::NativeText);
    auto* button = new QPushButton(words);
    button->setToolTip(step->statusTip());
    connect(button, &QPushButton::clicked, step, &QAction::trigger);
    m_column->insertWidget(place++, button, 0, Qt::AlignLeft);
    m_buttons.push_back(button);
  }
  applyStyle();
}

void EmptyArchiveNote::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void EmptyArchiveNote::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) applyStyle();
}

void EmptyArchiveNote::paintEvent(QPaintEvent*) {
  const Theme& colors = theme(m_theme);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(colors.edge);
  painter.setBrush(colors.canvas);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void EmptyArchiveNote::applyStyle() {
  const Theme& colors = theme(m_theme);
  setPalette(entente::palette(colors));
  const TypeFaces faces = typeFaces(font(), font().pointSizeF() / kBasePoints);
  m_what->setFont(faces.title);
  m_drop->setFont(faces.caption);
  QPalette quiet = palette();
  quiet.setColor(QPalette::WindowText, colors.ink3);
  m_drop->setPalette(quiet);
  for (QPushButton* button : m_buttons) {
    // The style leaves no room beside the words.
    constexpr int kBesideWordsPx = 32;
    constexpr int kAboveWordsPx = 12;
    button->setFont(faces.body);
    const QFontMetrics metrics(faces.body);
    button->setMinimumSize(metrics.horizontalAdvance(button->text()) + kBesideWordsPx,
                           metrics.height() + kAboveWordsPx);
  }
}

}  // namespace entente
