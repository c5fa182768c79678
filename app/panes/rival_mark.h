// SPDX-License-Identifier: GPL-3.0-or-later
// RivalMark: the mark behind a field that opens its claims.
#pragma once

#include <QAbstractButton>

#include "app/panes/detail_blocks.h"

namespace entente {

/// A card with words on it: yellow with the sign for "not equal" where sources disagree, else quiet.
/// Checkable: checked while the claims are open.
class RivalMark : public QAbstractButton {
  Q_OBJECT

 public:
  RivalMark(const BlockStyle& style, const QString& words, bool disputed, QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  bool m_disputed;
  QFont m_font;
  const Theme& m_theme;
};

}  // namespace entente
