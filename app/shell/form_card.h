// SPDX-License-Identifier: GPL-3.0-or-later
// FormCard: a card with fields, a line that says what is wrong, and a button that does what the card is for.
#pragma once

#include <QStringList>

#include "app/shell/overlay_card.h"

class QFormLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace entente {

/// Esc and the button at the top close it and change nothing, the second time if something was written; a
/// click beside it does not.
class FormCard : public OverlayCard {
  Q_OBJECT

 public:
  /// What is wrong, below the fields; empty: nothing.
  void setProblem(const QString& problem);

 protected:
  FormCard(const QString& title, const QString& done, QWidget* window);

  [[nodiscard]] QFormLayout* form() const { return m_form; }
  [[nodiscard]] QPushButton* doneButton() const { return m_done; }
  /// A sentence above the fields, or below them; empty ones take no room.
  void setIntroduction(const QString& words);
  void setFacts(const QString& words);
  virtual void finish() = 0;  ///< the button, or Enter in a line

  [[nodiscard]] QSize contentSize(QSize room) override;
  void styleContent() override;
  [[nodiscard]] bool mayLeave() override;
  void showEvent(QShowEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  [[nodiscard]] QStringList written() const;

  QStringList m_known;  ///< what stood in the fields when the card was opened, or its loss was warned of
  QScrollArea* m_scroll;
  QFormLayout* m_form;
  QLabel* m_introduction;
  QLabel* m_facts;
  QLabel* m_problem;
  QPushButton* m_done;
};

}  // namespace entente
