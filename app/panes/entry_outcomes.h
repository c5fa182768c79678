// SPDX-License-Identifier: GPL-3.0-or-later
// EntryOutcomes: what becomes of every entry of a file that is about to be imported, as rows.
#pragma once

#include <QAbstractTableModel>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "app/render/theme.h"
#include "core/exchange/event_plan.h"
#include "core/exchange/foreign_file.h"

namespace entente {

enum class EntryOutcome : std::uint8_t { Added, Changed, Unchanged, Refused, Remark, Missing };

[[nodiscard]] QString outcomeInWords(EntryOutcome outcome);

class EntryOutcomes : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column : int { Outcome, Line, Title, Date, What, kColumns };

  using QAbstractTableModel::QAbstractTableModel;

  void setTheme(ThemeName name);
  /// Without a plan there are the notes of the reader alone; without a reading nothing. O(entries).
  void setImport(const std::shared_ptr<const ForeignReading>& reading,
                 const std::shared_ptr<const EventPlan>& plan);
  /// Shows the rows of one outcome alone; nothing: all.
  void showOnly(std::optional<EntryOutcome> outcome);
  [[nodiscard]] std::size_t count(EntryOutcome outcome) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

 private:
  /// What it is about stands in the reading and the plan; `index` is in the list of its outcome.
  struct Row {
    EntryOutcome outcome = EntryOutcome::Added;
    bool isSource = false;
    std::uint32_t index = 0;
    std::int64_t line = 0;
  };
  void addEntries();
  void addNotes(const std::vector<ImportNote>& notes);
  [[nodiscard]] const ImportNote& note(const Row& row) const;
  [[nodiscard]] QString titleOf(const Row& row) const;
  [[nodiscard]] QString dateOf(const Row& row) const;
  [[nodiscard]] QString wordsOf(const Row& row) const;
  void filter();

  ThemeName m_theme = ThemeName::Light;
  std::shared_ptr<const ForeignReading> m_reading;
  std::shared_ptr<const EventPlan> m_plan;
  std::vector<ImportNote> m_notes;
  std::vector<Row> m_rows;
  std::vector<std::uint32_t> m_shown;  ///< of m_rows
  std::optional<EntryOutcome> m_only;
};

}  // namespace entente
