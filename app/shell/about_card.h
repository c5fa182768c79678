// SPDX-License-Identifier: GPL-3.0-or-later
// AboutCard: what the program is, its version, its licence and what it is made with, on a card over the
// window.
#pragma once

#include <QString>

#include "app/shell/overlay_card.h"

class QLabel;
class QPlainTextEdit;

namespace entente {

class AboutCard : public OverlayCard {
  Q_OBJECT

 public:
  /// The whole licence is read from `licenceFile`; its notice stands in for it where there is no such file.
  explicit AboutCard(QWidget* window, const QString& licenceFile = QStringLiteral(":/LICENSE"));

 protected:
  [[nodiscard]] QSize contentSize(QSize room) override;
  void styleContent() override;

 private:
  QLabel* m_icon;
  QLabel* m_name;
  QLabel* m_what;
  QLabel* m_licence;
  QLabel* m_made;
  QPlainTextEdit* m_text;
};

}  // namespace entente
