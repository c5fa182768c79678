// SPDX-License-Identifier: GPL-3.0-or-later
// ClaimsBoard: the values that are claimed for one topic side by side, each with those who claim it.
#pragma once

#include <QFrame>
#include <functional>
#include <memory>

#include "app/panes/detail_blocks.h"
#include "core/view/snapshot.h"

class QGridLayout;
class QVBoxLayout;

namespace entente {

/// What a board can be asked for; those that are not set are not offered.
struct ClaimActions {
  std::function<void(const ClaimUid& claim, const QString& reason)> pin;
  std::function<void(const Topic& topic)> unpin;
  std::function<void(const Topic& topic)> add;
  std::function<void(const ClaimUid& claim)> edit;
  std::function<void(const Topic& topic)> attribute;  ///< copies the attribution sentence
  std::function<void(const SourceUid& source)> showSource;
};

/// The question and how it was decided above; below, in `columns` columns, the shown value (accent edge,
/// tick), then the disputed ones, then the refuted ones (struck). Each claim says source, day, grade with its
/// words, quotation, root, verdict and reason; each value why it is shown or not.
class ClaimsBoard : public QFrame {
  Q_OBJECT

 public:
  ClaimsBoard(std::shared_ptr<const Snapshot> snapshot, const Topic& topic, const BlockStyle& style,
              ClaimActions actions, int columns, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void addHead(QVBoxLayout& column);
  void addValues(QVBoxLayout& column, int columns);
  void addFoot(QVBoxLayout& column);
  [[nodiscard]] QWidget* valueCell(std::size_t place);
  /// `judged`: with the editor's verdict and reason.
  [[nodiscard]] QWidget* claimBlock(const Claim& claim, bool judged);
  void addPinning(QVBoxLayout& column, std::size_t place);
  [[nodiscard]] QLabel* sentence(const QString& lead, const QString& text);

  std::shared_ptr<const Snapshot> m_snapshot;
  const Resolution& m_resolution;
  BlockStyle m_style;
  ClaimActions m_actions;
  QWidget* m_head = nullptr;
};

}  // namespace entente
