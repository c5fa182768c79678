// SPDX-License-Identifier: GPL-3.0-or-later
// SelectionEdit: what can be changed of all selected events at once: kind, tags, the grades of their sources.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "app/panes/detail_blocks.h"
#include "core/model/vocabulary.h"

class QComboBox;
class QPushButton;

namespace entente {

/// Speaks of what is asked for; changes nothing itself.
class SelectionEdit : public QWidget {
  Q_OBJECT

 public:
  /// `tags`: those that some of the events have.
  SelectionEdit(const std::vector<QString>& tags, const BlockStyle& style, QWidget* parent = nullptr);

 Q_SIGNALS:
  void kindAsked(entente::EventKind kind);
  void tagAsked(const QString& tag);
  void untagAsked(const QString& tag);
  void gradeAsked(std::optional<entente::Reliability> grade);
  void deleteAsked();

 private:
  [[nodiscard]] QPushButton* addChoice(const QString& caption, QComboBox* box, const char* buttonName);
  void makeKind();
  void makeTags(const std::vector<QString>& tags, const BlockStyle& style);
  void makeGrade();
};

}  // namespace entente
