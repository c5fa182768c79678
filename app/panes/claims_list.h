// SPDX-License-Identifier: GPL-3.0-or-later
// ClaimsList: the topics of an archive, record by record.
#pragma once

#include <QTreeWidget>
#include <memory>
#include <optional>

#include "core/view/snapshot.h"

namespace entente {

class ClaimsList : public QTreeWidget {
  Q_OBJECT

 public:
  explicit ClaimsList(QWidget* parent = nullptr);

  /// Of one record, or of all of them; only the disputed ones, or all. Keeps the topic that is current.
  void show(std::shared_ptr<const Snapshot> snapshot, const std::optional<RecordRef>& only,
            bool onlyDisputed);
  /// False if the topic is not in the list.
  bool pick(const Topic& topic);
  [[nodiscard]] std::optional<Topic> current() const;

 Q_SIGNALS:
  void picked(const entente::Topic& topic);

 private:
  std::vector<Topic> m_topics;  ///< by the number that items carry
  bool m_filling = false;
};

}  // namespace entente
