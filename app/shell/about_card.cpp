// SPDX-License-Identifier: GPL-3.0-or-later
// The licence is shown in a fixed-width face, as its lines were set.
#include "app/shell/about_card.h"

#include <QFile>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace entente {

namespace {

constexpr int kIconPx = 48;
constexpr int kLinesShown = 18;
constexpr int kLetters = 78;

QLabel* line(const QString& text) {
  auto* label = new QLabel;
  label->setTextFormat(Qt::PlainText);
  label->setText(text);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QString notice() {
  return AboutCard::tr(
      "This program is free software: you can redistribute it and/or modify it under the terms of the GNU "
      "General "
      "Public License as published by the Free Software Foundation, either version 3 of the License, or (at "
      "your "
      "option) any later version.\n\n"
      "This program is distributed in the hope that it will be useful, but WITHOUT ANY WARRANTY; without "
      "even the "
      "implied warranty of MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the GNU General Public "
      "License "
      "for more details.\n\n"
      "You should have received a copy of the GNU General Public License along with this program. If not, "
      "see "
      "https://www.gnu.org/licenses/.");
}

QString licenceText(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : notice();
}

}  // namespace

AboutCard::AboutCard(QWidget* window, const QString& licenceFile)
    : OverlayCard(tr("About Entente"), window),
      m_icon(new QLabel),
      m_name(line(tr("Entente %1").arg(QStringLiteral(ENTENTE_VERSION)))),
      m_what(line(
          tr("An explorer for diplomatic events: summits, messages between leaders, pledges, and what was "
             "said about them. Every fact carries its source."))),
      m_licence(
          line(tr("Free software under the GNU General Public License, version 3 or later. It comes without "
                  "any warranty."))),
      m_made(
          line(tr("Made with Qt %1 (Widgets and Charts), SQLite, SQLiteCpp, tl::expected, {fmt} and CLI11.")
                   .arg(QString::fromLatin1(qVersion())))),
      m_text(new QPlainTextEdit(licenceText(licenceFile))) {
  setObjectName(QStringLiteral("aboutCard"));
  m_name->setObjectName(QStringLiteral("nameAndVersion"));
  m_text->setObjectName(QStringLiteral("licence"));
  m_text->setAccessibleName(tr("The text of the licence"));
  m_text->setReadOnly(true);
  m_text->setTabChangesFocus(true);
  // The keyboard scrolls it, without a cursor in it.
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

  auto* texts = new QVBoxLayout;
  texts->setSpacing(4);
  for (QLabel* label : {m_name, m_what, m_licence, m_made})
    texts->addWidget(label);
  auto* head = new QHBoxLayout;
  head->setSpacing(16);
  const QString icon = QStringLiteral(":/icons/entente.svg");
  if (QFile::exists(icon)) {
    m_icon->setPixmap(QIcon(icon).pixmap(kIconPx));
  } else {
    m_icon->hide();
  }
  m_icon->setAccessibleName(tr("The sign of Entente"));
  head->addWidget(m_icon, 0, Qt::AlignTop);
  head->addLayout(texts, 1);
  column()->addLayout(head);
  column()->addWidget(m_text, 1);
}

void AboutCard::styleContent() {
  const TypeFaces type = faces();
  m_name->setFont(type.chartTitle);
  for (QLabel* label : {m_what, m_licence})
    label->setFont(type.body);
  m_made->setFont(type.caption);
  QPalette quiet = palette();
  quiet.setColor(QPalette::WindowText, colors().ink3);
  m_made->setPalette(quiet);
  QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  fixed.setPointSizeF(type.caption.pointSizeF());
  m_text->setFont(fixed);
}

QSize AboutCard::contentSize(QSize room) {
  const QFontMetrics letters(m_text->font());
  const int frame = 2 * m_text->frameWidth() + static_cast<int>(2 * m_text->document()->documentMargin());
  const int wide = letters.horizontalAdvance(QLatin1Char('m')) * kLetters + frame +
                   m_text->verticalScrollBar()->sizeHint().width();
  const int inside = std::min(wide, room.width());
  int head = 0;
  const int text = inside - (m_icon->isHidden() ? 0 : kIconPx + 16);
  for (const QLabel* label : {m_name, m_what, m_licence, m_made})
    head += label->heightForWidth(text) + 4;
  return {wide, head + column()->spacing() + letters.lineSpacing() * kLinesShown + frame};
}

}  // namespace entente
