// SPDX-License-Identifier: GPL-3.0-or-later
// SelectionColumn: what several selected events are, summed up in one column of blocks.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>

#include "app/panes/detail_blocks.h"
#include "core/view/selection_summary.h"

class QVBoxLayout;

namespace entente {

/// What its buttons ask for.
struct SelectionActions {
  std::function<void(EventId)> jump;  ///< to one of them alone
  std::function<void()> keepOnly;     ///< to filter by them
  std::function<void()> copyCsv;
  std::function<void()> copyMarkdown;
};

class SelectionColumn : public QWidget {
  Q_OBJECT

 public:
  /// `edit` stands between the sums and the list; it may be null.
  SelectionColumn(std::shared_ptr<const Snapshot> snapshot, const SelectionSummary& summary,
                  const BlockStyle& style, SelectionActions actions, QWidget* edit,
                  QWidget* parent = nullptr);

 private:
  void addText(const QString& caption, const QString& text);
  void addTimes(const SelectionSummary& summary);
  void addCounts(const SelectionSummary& summary);
  void addButtons(const SelectionActions& actions);
  void addEvents(const SelectionSummary& summary, const SelectionActions& actions);

  std::shared_ptr<const Snapshot> m_snapshot;
  BlockStyle m_style;
  QVBoxLayout* m_column;
};

}  // namespace entente
