// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the words of a number together, with what can be done about it.
#include "app/charts/number_card.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/charts/text_label.h"

namespace entente {

NumberCard::NumberCard(QWidget* parent)
    : QWidget(parent),
      m_caption(plainLabel()),
      m_amount(plainLabel()),
      m_unit(plainLabel()),
      m_text(plainLabel()) {
  setObjectName(QStringLiteral("number"));
  setAccessibleName(tr("This number explained"));
  m_amount->setObjectName(QStringLiteral("numberAmount"));
  m_text->setObjectName(QStringLiteral("numberText"));
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 4, 12, 8);
  column->setSpacing(4);
  column->addWidget(m_caption);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  m_amount->setWordWrap(false);
  row->addWidget(m_amount, 0, Qt::AlignBottom);
  row->addWidget(m_unit, 1, Qt::AlignBottom);
  column->addLayout(row);
  column->addWidget(m_text);
  auto* buttons = new QGridLayout;
  buttons->setSpacing(8);
  const auto add = [&](const QString& text, const QString& tip, int line, int place) {
    auto* button = new QPushButton(text);
    button->setToolTip(tip);
    buttons->addWidget(button, line, place);
    m_buttons.push_back(button);
    return button;
  };
  connect(add(tr("Copy with source"), tr("Copy this number with where it is from"), 0, 0),
          &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_words.copy); });
  connect(add(tr("Editions"), tr("Show how this figure changed from edition to edition"), 0, 1),
          &QPushButton::clicked, this, &NumberCard::editionsAsked);
  connect(add(tr("Show the source"), tr("Show the edition among the sources"), 1, 0), &QPushButton::clicked,
          this, [this] { Q_EMIT sourceAsked(SourceUid(m_words.source)); });
  connect(add(tr("Show the year"), tr("Show this year on the timeline"), 1, 1), &QPushButton::clicked, this,
          &NumberCard::yearAsked);
  auto* close = add(tr("Close"), tr("Close this explanation"), 2, 0);
  close->setObjectName(QStringLiteral("closeNumber"));
  connect(close, &QPushButton::clicked, this, &NumberCard::closed);
  column->addLayout(buttons);
  column->addStretch(1);
}

void NumberCard::setWords(const NumberWords& words) {
  m_words = words;
  m_caption->setText(tr("This number: %1").arg(words.title));
  m_amount->setText(words.amount);
  m_unit->setText(words.unit);
  m_text->setText(words.sentences.join(QLatin1Char('\n')));
  setAccessibleDescription(words.copy);
}

void NumberCard::setLook(const Theme& colors, const TypeFaces& faces) {
  QFont big = faces.title;
  constexpr double kBigger = 1.5;
  big.setPointSizeF(big.pointSizeF() * kBigger);
  setInk(*m_caption, faces.bodyStrong, colors.ink);
  setInk(*m_amount, big, colors.accent);
  setInk(*m_unit, faces.body, colors.ink2);
  setInk(*m_text, faces.body, colors.ink);
  for (QPushButton* button : m_buttons)
    button->setFont(faces.body);
}

}  // namespace entente
