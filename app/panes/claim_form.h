// SPDX-License-Identifier: GPL-3.0-or-later
// ClaimForm: a claim to be written or changed.
#pragma once

#include <QWidget>
#include <memory>

#include "app/panes/detail_blocks.h"
#include "core/view/snapshot.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace entente {

class DateEntry;

/// About one topic; without a name the topic's name is asked for. Nothing is saved before it holds together:
/// a value, a source, and date and number that can be read or are left empty.
class ClaimForm : public QWidget {
  Q_OBJECT

 public:
  /// `claim` empty: a new one.
  ClaimForm(std::shared_ptr<const Snapshot> snapshot, const Topic& topic, const ClaimUid& claim,
            const BlockStyle& style, QWidget* parent = nullptr);

 Q_SIGNALS:
  void saved(const entente::Claim& claim);
  void removed(const entente::ClaimUid& claim);
  void cancelled();

 private:
  void makeFields();
  void makeButtons(bool isNew);
  void fill(const Claim& claim);
  void check();
  void save();
  [[nodiscard]] SourceUid chosenSource() const;

  std::shared_ptr<const Snapshot> m_snapshot;
  BlockStyle m_style;
  Claim m_claim;
  bool m_namesTopic = false;  ///< the topic is asked for
  QComboBox* m_topic = nullptr;
  QLineEdit* m_value;
  DateEntry* m_date;
  QLineEdit* m_number;
  QComboBox* m_source;
  QLineEdit* m_locator;
  QPlainTextEdit* m_quote;
  QComboBox* m_credibility;
  QComboBox* m_verdict;
  QComboBox* m_agrees;
  QLineEdit* m_reason;
  QLabel* m_problem;
  QPushButton* m_save;
};

}  // namespace entente
