// SPDX-License-Identifier: GPL-3.0-or-later
// DetailPane: what is known of the selected event, and who says so; it turns into forms of records.
#pragma once

#include "app/panes/column_pane.h"

namespace entente {

class RecordDesk;

class DetailPane : public ColumnPane {
  Q_OBJECT

 public:
  explicit DetailPane(Session& session, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// A form, or a question about records, has taken the place of the detail.
  void pageShown();
  void pageLeft();  ///< it has ended

 protected:
  [[nodiscard]] bool isHeld() const override;
  void showDetail() override;
  void showNothingSelected() override;
  void showManySelected() override;

 private:
  [[nodiscard]] QWidget* selectionEdit();

  RecordDesk* m_desk;
};

}  // namespace entente
