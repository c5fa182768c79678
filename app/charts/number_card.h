// SPDX-License-Identifier: GPL-3.0-or-later
// NumberCard: explains one number of a chart.
#pragma once

#include <QWidget>

#include "app/charts/number_words.h"
#include "app/render/theme.h"
#include "app/render/type.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace entente {

class NumberCard : public QWidget {
  Q_OBJECT

 public:
  explicit NumberCard(QWidget* parent = nullptr);

  void setWords(const NumberWords& words);
  void setLook(const Theme& colors, const TypeFaces& faces);

 Q_SIGNALS:
  void sourceAsked(const entente::SourceUid& source);
  void editionsAsked();
  void yearAsked();
  void closed();

 private:
  NumberWords m_words;
  QLabel* m_caption;
  QLabel* m_amount;
  QLabel* m_unit;
  QLabel* m_text;
  std::vector<QPushButton*> m_buttons;
};

}  // namespace entente
