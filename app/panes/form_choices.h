// SPDX-License-Identifier: GPL-3.0-or-later
// FormChoices: the records that a form can refer to, found by their names, and those that are made on the
// way.
#pragma once

#include <QString>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/view/record_edits.h"

namespace entente {

struct RecordChoice {
  std::string cell;  ///< as a cell of the form holds it: a uid, or "kind:uid"
  QString name;
  QString detail;  ///< what tells it from others of its name: kind, country, year
  QString folded;  ///< name and detail for comparing
};

/// The tables of records that can be made with nothing but a name.
[[nodiscard]] bool isMadeByName(TableId table);

/// GUI thread; shared by the fields of one form. A pool is a table, or nothing for events of every kind by
/// "kind:uid".
class FormChoices {
 public:
  using Pool = std::optional<TableId>;

  explicit FormChoices(std::shared_ptr<const Snapshot> snapshot) : m_snapshot(std::move(snapshot)) {}

  /// Those in which every word is found, whose names begin with the words first; at most so many. O(pool).
  [[nodiscard]] std::vector<RecordChoice> matching(const Pool& pool, const QString& words, std::size_t most);
  /// The only one of exactly this name; nothing if there is none or several.
  [[nodiscard]] std::optional<RecordChoice> named(const Pool& pool, const QString& name);
  /// Name and detail of what a cell holds; the cell itself where it leads nowhere.
  [[nodiscard]] RecordChoice of(const Pool& pool, const std::string& cell);
  /// Adds a record that is yet to be made, under a uid that is free now. Gives its cell.
  std::string make(EditableRecord record);

  [[nodiscard]] const std::vector<EditableRecord>& made() const { return m_made; }
  [[nodiscard]] const Snapshot& snapshot() const { return *m_snapshot; }
  [[nodiscard]] const std::shared_ptr<const Snapshot>& sharedSnapshot() const { return m_snapshot; }

 private:
  [[nodiscard]] std::vector<RecordChoice>& poolOf(const Pool& pool);
  void fill(std::vector<RecordChoice>& choices, const Pool& pool) const;

  std::shared_ptr<const Snapshot> m_snapshot;
  std::map<Pool, std::vector<RecordChoice>> m_pools;
  std::vector<EditableRecord> m_made;
};

}  // namespace entente
