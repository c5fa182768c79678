// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the detail's column.
#include "app/panes/detail_pane.h"

#include "app/panes/detail_column.h"
#include "app/panes/selection_column.h"
#include "app/panes/table_copy.h"
#include "app/session/session.h"

namespace entente {

DetailPane::DetailPane(Session& session, QWidget* parent) : ColumnPane(session, tr("Detail"), parent) {
  setObjectName(QStringLiteral("detail"));
  askRebuild();
}

void DetailPane::showNothingSelected() {
  showNote(tr("Nothing is selected"),
           {tr("Click a mark on the timeline, or try these keys there:"), tr("Right: the next event"),
            tr("Down: the lane below"), tr("Home: everything")});
}

void DetailPane::showManySelected() {
  const auto& snapshot = session().snapshot();
  SelectionActions does;
  // Queued: the click comes from a widget that selecting another event throws away.
  does.jump = [this](EventId id) {
    QMetaObject::invokeMethod(
        this, [this, id] { session().select(id); }, Qt::QueuedConnection);
  };
  does.keepOnly = [this] { session().keepOnlyPicked(); };
  const auto copies = [this](CopyFormat format) {
    return [this, format] {
      copyEvents(*session().snapshot(), summaryOf(*session().snapshot(), session().picked()).events, format);
    };
  };
  does.copyCsv = copies(CopyFormat::Csv);
  does.copyMarkdown = copies(CopyFormat::Markdown);
  showColumn(
      new SelectionColumn(snapshot, summaryOf(*snapshot, session().picked()), look(), std::move(does)));
}

void DetailPane::showDetail() {
  showColumn(new DetailColumn(session().detail(), session().snapshot(), look(), actions()));
}

}  // namespace entente
