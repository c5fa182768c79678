// SPDX-License-Identifier: GPL-3.0-or-later
// MessagePane: the selected message as it was: who wrote to whom, what, by which way, and what became of it.
#pragma once

#include "app/panes/column_pane.h"

namespace entente {

/// Of an event that is no message: the messages that it is linked with.
class MessagePane : public ColumnPane {
  Q_OBJECT

 public:
  explicit MessagePane(Session& session, QWidget* parent = nullptr);

 protected:
  void showDetail() override;
  void showNothingSelected() override;
};

}  // namespace entente
