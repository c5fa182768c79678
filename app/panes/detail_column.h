// SPDX-License-Identifier: GPL-3.0-or-later
// DetailColumn: an event's detail set as one column of blocks.
#pragma once

#include "app/panes/block_column.h"

namespace entente {

class DetailColumn : public BlockColumn {
  Q_OBJECT

 public:
  DetailColumn(std::shared_ptr<const EventDetail> shown, std::shared_ptr<const Snapshot> snapshot,
               const BlockStyle& style, BlockActions actions, QWidget* parent = nullptr);

 private:
  void addHead();
  void addActions();
  void addTags();
  void addPeople();
  void addWords();
  void addFacts();
  void addLifeLine();
  void addPositions();
  void addSources();
  void addClaimed();
  void addDisputed();
  [[nodiscard]] QString actorsWithOffices(const std::vector<ActorUid>& uids) const;
  /// The field that the date in the head is.
  [[nodiscard]] QString dateField() const;
};

}  // namespace entente
