// SPDX-License-Identifier: GPL-3.0-or-later
// WithoutLine: what is different while the archive is shown as if a source were not there.
#pragma once

#include "app/panes/line_bar.h"
#include "app/session/session.h"

class QLabel;
class QPushButton;

namespace entente {

/// Shown while the session leaves a source out.
class WithoutLine : public LineBar {
  Q_OBJECT

 public:
  explicit WithoutLine(Session& session, QWidget* parent = nullptr);
  [[nodiscard]] QString text() const;

 protected:
  void styleContent() override;

 private:
  void take();

  Session& m_session;
  QLabel* m_label;
  QPushButton* m_back;
};

}  // namespace entente
