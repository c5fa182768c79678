// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the detail's column.
#include "app/panes/detail_pane.h"

#include <algorithm>

#include "app/panes/detail_column.h"
#include "app/panes/record_commands.h"
#include "app/panes/record_desk.h"
#include "app/panes/selection_column.h"
#include "app/panes/selection_edit.h"
#include "app/panes/table_copy.h"
#include "app/session/session.h"

namespace entente {

DetailPane::DetailPane(Session& session, QWidget* parent)
    : ColumnPane(session, tr("Detail"), parent),
      m_desk(new RecordDesk(
          session, [this] { return look(); }, this)) {
  setObjectName(QStringLiteral("detail"));
  connect(m_desk, &RecordDesk::pageMade, this, [this](QWidget* page) {
    showColumn(page);
    Q_EMIT pageShown();
  });
  connect(m_desk, &RecordDesk::ended, this, [this] {
    askRebuild();
    showNow();
    Q_EMIT pageLeft();
  });
  askRebuild();
}

bool DetailPane::isHeld() const {
  return m_desk->isBusy();
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
  showColumn(new SelectionColumn(snapshot, summaryOf(*snapshot, session().picked()), look(), std::move(does),
                                 selectionEdit()));
}

QWidget* DetailPane::selectionEdit() {
  if (pickedRecords(session()).empty()) return nullptr;
  std::vector<QString> tags;
  for (const EventId id : session().picked()) {
    const EventTitle* title = session().snapshot()->title(id);
    if (title) tags.insert(tags.end(), title->tags.begin(), title->tags.end());
  }
  std::ranges::sort(tags);
  tags.erase(std::ranges::unique(tags).begin(), tags.end());
  auto* edit = new SelectionEdit(tags, look());
  connect(edit, &SelectionEdit::kindAsked, this,
          [this](EventKind kind) { changeKindOfPicked(session(), kind); });
  connect(edit, &SelectionEdit::tagAsked, this, [this](const QString& tag) { tagPicked(session(), tag); });
  connect(edit, &SelectionEdit::untagAsked, this,
          [this](const QString& tag) { untagPicked(session(), tag); });
  connect(edit, &SelectionEdit::gradeAsked, this,
          [this](std::optional<Reliability> grade) { gradePicked(session(), grade); });
  connect(edit, &SelectionEdit::deleteAsked, this,
          [this] { session().deleteRecords(pickedRecords(session())); });
  return edit;
}

void DetailPane::showDetail() {
  showColumn(new DetailColumn(session().detail(), session().snapshot(), look(), actions()));
}

}  // namespace entente
