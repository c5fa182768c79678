// SPDX-License-Identifier: GPL-3.0-or-later
// FilterModel: the choices of a filter as check lists under one heading a list.
#pragma once

#include <QAbstractItemModel>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/panes/filter_choice.h"

namespace entente {

/// GUI thread. Top rows are the lists that have choices, their children the choices: by count, then by name;
/// among countries and actors the chosen ones first. A list whose boxes are being ticked keeps its order
/// until something else changes: nothing moves beneath the hand. Ticking a box changes no filter, it asks for
/// that by choiceTicked; choices with 0 events can be unticked, not ticked.
class FilterModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum Role : int {
    CountRole = Qt::UserRole + 1,  ///< qlonglong: events of a choice; of a heading, how many are chosen
    GlyphRole,                     ///< GlyphKind as int, of kinds
    HeadingRole                    ///< bool
  };

  explicit FilterModel(QObject* parent = nullptr);

  /// `counts` are of the filter. Moves rows where the choices are the same as before, else resets. A null
  /// snapshot: no rows.
  void show(std::shared_ptr<const Snapshot> snapshot, const EventFilter& filter, const FilterCounts& counts);
  /// Only choices in whose name, short name or code every word is found; case and accents are folded. Resets.
  void setNarrow(const QString& words);

  [[nodiscard]] const EventFilter& filter() const { return m_filter; }
  /// Nothing for a heading.
  [[nodiscard]] std::optional<FilterChoice> choiceAt(const QModelIndex& index) const;
  [[nodiscard]] FilterList listAt(const QModelIndex& index) const;
  /// Invalid if it is not shown.
  [[nodiscard]] QModelIndex indexOf(const FilterChoice& choice) const;

  [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

 Q_SIGNALS:
  void choiceTicked(const entente::FilterChoice& choice, bool chosen);

 private:
  struct Row {
    FilterChoice choice;
    QString name;
    std::int64_t count = 0;
  };
  struct Section {
    FilterList list = FilterList::Kinds;
    std::vector<Row> rows;
  };

  [[nodiscard]] std::vector<Section> sectionsOf(const FilterCounts& counts) const;
  [[nodiscard]] QString nameOf(const FilterChoice& choice) const;
  [[nodiscard]] bool passesNarrow(const FilterChoice& choice, const QString& name) const;
  void order(Section& section) const;
  [[nodiscard]] bool isSameChoices(const std::vector<Section>& sections) const;
  void exchange(std::vector<Section> sections);
  [[nodiscard]] const Row* rowAt(const QModelIndex& index) const;
  [[nodiscard]] QVariant headingData(const Section& section, int role) const;
  [[nodiscard]] QString spoken(const Row& row) const;

  std::shared_ptr<const Snapshot> m_snapshot;
  std::unordered_map<QString, QString> m_countryNames;
  EventFilter m_filter;
  FilterCounts m_counts;
  QStringList m_narrow;
  std::vector<Section> m_sections;
  std::optional<FilterList> m_ticked;  ///< keeps its order at the next show()
};

}  // namespace entente
