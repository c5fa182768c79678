// SPDX-License-Identifier: GPL-3.0-or-later
// PledgeFacts: what a pledge says, whom it binds, and where states stand towards it; a column that scrolls.
#pragma once

#include <QScrollArea>
#include <functional>
#include <memory>
#include <vector>

#include "app/render/theme.h"
#include "app/render/type.h"
#include "core/model/event_detail.h"
#include "core/view/snapshot.h"

class QBoxLayout;
class QVBoxLayout;

namespace entente {

class PositionRow;

struct FactsContent {
  std::shared_ptr<const Snapshot> snapshot;
  std::shared_ptr<const EventDetail> detail;  ///< of a pledge
  std::vector<RecordRef> parts;               ///< pledges that are parts of it
};

/// Where it is wide enough facts and positions stand side by side.
class PledgeFacts : public QScrollArea {
  Q_OBJECT

 public:
  explicit PledgeFacts(QWidget* parent = nullptr);

  /// Makes the column anew.
  void setContent(const FactsContent& content, const Theme& colors, const TypeFaces& faces);

  /// The state whose positions stand out.
  void setHighlighted(const ActorUid& state);

  /// As high as what is in it, for where something around it scrolls; else it scrolls itself.
  void setWhole(bool whole);
  [[nodiscard]] QSize sizeHint() const override;

 Q_SIGNALS:
  void jumpAsked(const entente::RecordRef& ref);
  void stateChosen(const entente::ActorUid& actor);  ///< by a click or Enter on its position

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Style {
    const Theme& colors;
    const TypeFaces& faces;
  };
  [[nodiscard]] QWidget* factsBlock(const FactsContent& content, const Style& style);
  [[nodiscard]] QWidget* positionsBlock(const FactsContent& content, const Style& style);
  void addText(QVBoxLayout& column, const Style& style, const QString& caption, const QString& value);
  void addLinks(QVBoxLayout& column, const Style& style, const QString& caption, const Snapshot& snapshot,
                const std::vector<RecordRef>& refs);
  void addBound(QVBoxLayout& column, const Style& style, const Snapshot& snapshot, const Pledge& pledge);
  void fold();
  void fit();

  QBoxLayout* m_blocks = nullptr;
  std::vector<std::pair<ActorUid, PositionRow*>> m_rows;
  ActorUid m_highlighted;
  double m_sideBySidePx = 0;
  bool m_whole = false;
};

}  // namespace entente
