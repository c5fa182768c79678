// SPDX-License-Identifier: GPL-3.0-or-later
// HitLine: a line that says where the words were found in the selected event, and why nothing is found.
#pragma once

#include "app/panes/find_hits.h"
#include "app/panes/line_bar.h"

class QLabel;
class QPushButton;

namespace entente {

/// Hides itself while it has nothing to say; the window gives it a place, under the tool bar.
class HitLine : public LineBar {
  Q_OBJECT

 public:
  explicit HitLine(Session& session, QWidget* parent = nullptr);

  /// Plain; empty while it is hidden.
  [[nodiscard]] const QString& where() const { return m_where.text; }

 Q_SIGNALS:
  void whereChanged(const QString& text);

 protected:
  void styleContent() override;

 private:
  void refresh();

  Session& m_session;
  FindWhere m_where;
  QLabel* m_label;
  QPushButton* m_drop;
};

}  // namespace entente
