// SPDX-License-Identifier: GPL-3.0-or-later
// How the blocks look.
#include "app/panes/detail_blocks.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextBlockFormat>
#include <QVBoxLayout>

#include "app/render/badge.h"
#include "app/render/glyphs.h"

namespace entente {

namespace {

QColor colorOf(const Theme& theme, Ink ink) {
  switch (ink) {
    case Ink::Ink:
      return theme.ink;
    case Ink::Ink2:
      return theme.ink2;
    case Ink::Ink3:
      return theme.ink3;
    case Ink::Refuted:
      return theme.refuted;
  }
  return theme.ink;
}

void setInk(QLabel& label, const QColor& color) {
  QPalette palette = label.palette();
  palette.setColor(QPalette::WindowText, color);
  palette.setColor(QPalette::Text, color);
  label.setPalette(palette);
}

/// The words as paragraphs on fixed lines: rich text, because a plain label cannot set its leading.
QString quoteHtml(const QString& words) {
  QString html;
  for (const QString& paragraph : words.split(QStringLiteral("\n\n"))) {
    QString inside = paragraph.toHtmlEscaped();
    inside.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    html += QStringLiteral("<p style=\"line-height:%1px; margin-top:0px; margin-bottom:6px\">%2</p>")
                .arg(kQuoteLinePx)
                .arg(inside);
  }
  return html;
}

}  // namespace

QLabel* textLine(const BlockStyle& style, const QFont& font, Ink ink, const QString& text) {
  auto* label = new QLabel(text);
  label->setTextFormat(Qt::PlainText);
  label->setFont(font);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  label->setFocusPolicy(Qt::ClickFocus);
  setInk(*label, colorOf(style.theme, ink));
  return label;
}

QHBoxLayout* captionRow(const BlockStyle& style, const QString& caption, QWidget* value) {
  constexpr double kCaptionWidthEm = 5.5;
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  QLabel* left = textLine(style, style.faces.body, Ink::Ink3, caption);
  left->setFixedWidth(
      static_cast<int>(QFontMetricsF(style.faces.body).averageCharWidth() * 2 * kCaptionWidthEm));
  row->addWidget(left, 0, Qt::AlignTop);
  row->addWidget(value, 1);
  return row;
}

void frameFields(QWidget& widget, const Theme& theme) {
  // Fusion draws a frame in a darker shade of the window's colour, which a dark canvas swallows.
  constexpr int kAgainstFusionPercent = 140;
  QPalette framed = palette(theme);
  framed.setColor(QPalette::Window, theme.edge.lighter(kAgainstFusionPercent));
  for (QLineEdit* line : widget.findChildren<QLineEdit*>())
    line->setPalette(framed);
  for (QPlainTextEdit* text : widget.findChildren<QPlainTextEdit*>())
    text->setPalette(framed);
}

QString sentenceCase(QString words) {
  if (!words.isEmpty()) words[0] = words[0].toUpper();
  return words;
}

QLabel* linkLine(const BlockStyle& style, const QString& html, const QString& target,
                 std::function<void(const QString&)> open) {
  auto* label = new QLabel(QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>")
                               .arg(target.toHtmlEscaped(), style.theme.accent.name(), html));
  label->setTextFormat(Qt::RichText);
  label->setFont(style.faces.body);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  label->setFocusPolicy(Qt::StrongFocus);
  QObject::connect(label, &QLabel::linkActivated, label, std::move(open));
  return label;
}

QuoteBlock::QuoteBlock(const BlockStyle& style, GlyphKind kind, const QString& words, QWidget* parent)
    : QFrame(parent),
      m_bar(kindColor(kind, style.theme)),
      m_ground(mixed(style.theme.accent, style.theme.canvas, 0.05)),
      m_edge(style.theme.hairline) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(15, 10, 12, 6);
  auto* label = new QLabel(quoteHtml(words));
  label->setObjectName(QStringLiteral("quote"));
  label->setTextFormat(Qt::RichText);
  label->setFont(style.faces.quote);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  label->setFocusPolicy(Qt::ClickFocus);
  setInk(*label, style.theme.ink);
  layout->addWidget(label);
}

void QuoteBlock::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), m_ground);
  painter.setPen(m_edge);
  painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  painter.fillRect(QRect(0, 0, 3, height()), m_bar);
}

GradeBox::GradeBox(const BlockStyle& style, const QString& grade, QWidget* parent)
    : QWidget(parent),
      m_grade(grade),
      m_font(style.faces.caption),
      m_ink(style.theme.ink),
      m_edge(style.theme.edge),
      m_ground(style.theme.canvas) {
  m_font.setWeight(QFont::DemiBold);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize GradeBox::sizeHint() const {
  return {std::max(20, QFontMetrics(m_font).horizontalAdvance(m_grade) + 10), 20};
}

void GradeBox::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(m_edge);
  painter.setBrush(m_ground);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
  painter.setPen(m_ink);
  painter.setFont(m_font);
  painter.drawText(rect(), Qt::AlignCenter, m_grade);
}

Badge::Badge(const BlockStyle& style, int disputedFields, QWidget* parent)
    : QWidget(parent), m_count(disputedFields), m_font(badgeFont(style.faces.body)), m_theme(style.theme) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  const QString words =
      disputedFields == 1 ? tr("One field is disputed") : tr("%1 fields are disputed").arg(disputedFields);
  setToolTip(words);
  setAccessibleName(words);
}

QSize Badge::sizeHint() const {
  return {static_cast<int>(badgeSize(m_font, this, m_count).widthPx), QFontMetrics(m_font).height() + 3};
}

void Badge::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBadge(painter, rect(), m_count, m_font, m_theme);
}

GlyphBox::GlyphBox(const BlockStyle& style, GlyphKind kind, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_theme(style.theme) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize GlyphBox::sizeHint() const {
  return {16, 16};
}

void GlyphBox::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  constexpr double kInset = 2;
  paintGlyph(painter, m_kind, QRectF(rect()).adjusted(kInset, kInset, -kInset, -kInset), m_theme);
}

}  // namespace entente
