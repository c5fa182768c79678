// SPDX-License-Identifier: GPL-3.0-or-later
// MeasureLine: how long it is from one event to the selected one, as honestly as both dates are known.
#pragma once

#include "app/panes/line_bar.h"
#include "app/session/session.h"

class QLabel;
class QPushButton;

namespace entente {

/// Shown while the session measures.
class MeasureLine : public LineBar {
  Q_OBJECT

 public:
  explicit MeasureLine(Session& session, QWidget* parent = nullptr);

  /// What it says; empty while it is hidden.
  [[nodiscard]] QString text() const;

 protected:
  void styleContent() override;

 private:
  void refresh();
  [[nodiscard]] QString words(EventId from) const;

  Session& m_session;
  QLabel* m_label;
  QPushButton* m_stop;
};

}  // namespace entente
