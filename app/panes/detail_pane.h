// SPDX-License-Identifier: GPL-3.0-or-later
// DetailPane: what is known of the selected event, and who says so.
#pragma once

#include "app/panes/column_pane.h"

namespace entente {

class DetailPane : public ColumnPane {
  Q_OBJECT

 public:
  explicit DetailPane(Session& session, QWidget* parent = nullptr);

 protected:
  void showDetail() override;
  void showNothingSelected() override;
  void showManySelected() override;
};

}  // namespace entente
