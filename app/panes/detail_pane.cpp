// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the detail's column.
#include "app/panes/detail_pane.h"

#include "app/panes/detail_column.h"
#include "app/session/session.h"

namespace entente {

DetailPane::DetailPane(Session& session, QWidget* parent) : ColumnPane(session, tr("Detail"), parent) {
  setObjectName(QStringLiteral("detail"));
  rebuild();
}

void DetailPane::showNothingSelected() {
  showNote(tr("Nothing is selected"),
           {tr("Click a mark on the timeline, or try these keys there:"), tr("Right: the next event"),
            tr("Down: the lane below"), tr("Home: everything")});
}

void DetailPane::showDetail() {
  showColumn(new DetailColumn(session().detail(), session().snapshot(), look(), actions()));
}

}  // namespace entente
