// SPDX-License-Identifier: GPL-3.0-or-later
// Sets text format, wrapping and palette.
#include "app/charts/text_label.h"

#include <QLabel>
#include <QPalette>

namespace entente {

QLabel* plainLabel(const QString& text) {
  auto* label = new QLabel(text);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

QLabel* linkLabel(const QString& text, const QString& target, const QColor& color) {
  auto* label = new QLabel(QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>")
                               .arg(target.toHtmlEscaped(), color.name(), text.toHtmlEscaped()));
  label->setTextFormat(Qt::RichText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  label->setFocusPolicy(Qt::StrongFocus);
  label->setAccessibleName(text);
  return label;
}

void setInk(QLabel& label, const QFont& font, const QColor& color) {
  label.setFont(font);
  QPalette palette = label.palette();
  palette.setColor(QPalette::WindowText, color);
  palette.setColor(QPalette::Text, color);
  label.setPalette(palette);
}

}  // namespace entente
