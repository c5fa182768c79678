// SPDX-License-Identifier: GPL-3.0-or-later
// DetailColumn: an event's detail set as one column of blocks.
#pragma once

#include "app/panes/block_column.h"
#include "core/ledger/disputes.h"

namespace entente {

class DetailColumn : public BlockColumn {
  Q_OBJECT

 public:
  DetailColumn(std::shared_ptr<const EventDetail> shown, const Disputes& disputes, const BlockStyle& style,
               BlockActions actions, QWidget* parent = nullptr);

 private:
  void addHead();
  void addPeople();
  void addWords();
  void addFacts();
  void addLifeLine();
  void addPositions();
  void addSources();
  void addDisputed();
  void addClaims(const std::vector<const Claim*>& claims);
  [[nodiscard]] QString actorsWithOffices(const std::vector<ActorUid>& uids) const;

  Disputes m_disputes;
};

}  // namespace entente
