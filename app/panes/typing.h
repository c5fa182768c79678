// SPDX-License-Identifier: GPL-3.0-or-later
// Typing: whether something half-written stands in a pane that is about to be made anew.
#pragma once

#include <QLineEdit>
#include <QWidget>

namespace entente {

/// A reason for a pin that is not kept yet.
[[nodiscard]] inline bool isTyping(const QWidget& pane) {
  for (const QLineEdit* reason : pane.findChildren<QLineEdit*>(QStringLiteral("pinReason"))) {
    if (reason->isVisible() && !reason->text().isEmpty()) return true;
  }
  return false;
}

}  // namespace entente
