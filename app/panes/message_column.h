// SPDX-License-Identifier: GPL-3.0-or-later
// MessageColumn: a message set as it was, its life line, and its stages one by one.
#pragma once

#include <map>

#include "app/panes/block_column.h"
#include "core/analysis/life_line.h"

namespace entente {

class MessageColumn : public BlockColumn {
  Q_OBJECT

 public:
  /// The detail is that of a message.
  MessageColumn(std::shared_ptr<const EventDetail> shown, std::shared_ptr<const Snapshot> snapshot,
                const BlockStyle& style, BlockActions actions, QWidget* parent = nullptr);

  /// The block of a stage in the list; null if there is none.
  [[nodiscard]] QWidget* stageBlock(const StageUid& stage) const;

 private:
  void addEnvelope();
  void addPerson(const QString& caption, const ActorUid& uid);
  void addWords();
  void addLifeLine();
  void addStage(const Stage& stage, const QString& delay);
  void point(const StageUid& stage);

  const Message& m_message;
  std::map<StageUid, QWidget*> m_stages;
};

}  // namespace entente
