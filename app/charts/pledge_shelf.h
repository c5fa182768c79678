// SPDX-License-Identifier: GPL-3.0-or-later
// PledgeShelf: all pledges of the archive, which of them are parts of others and which are measured.
#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "core/model/event_detail.h"

namespace entente {

class Session;

/// The list is there with the archive; the records follow one by one, the weightiest first, so that other
/// questions to the archive get their turn.
class PledgeShelf : public QObject {
  Q_OBJECT

 public:
  explicit PledgeShelf(Session& session);

  struct Entry {
    EventId id;
    RecordRef ref;
    QString label;
    std::optional<FuzzyDate> when;
    int weight = 0;
    bool isRead = false;           ///< or could not be
    std::optional<Pledge> record;  ///< once it is read

    [[nodiscard]] bool isMeasured() const { return record && record->measuredBy; }
  };

  /// In order of time, those without a date last.
  [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
  [[nodiscard]] const Entry* find(EventId id) const;
  /// Of those that are read.
  [[nodiscard]] std::vector<const Entry*> partsOf(const EventUid& whole) const;
  /// The weightiest measured one, of equal ones the latest; if none is, the weightiest. Null until that is
  /// certain.
  [[nodiscard]] const Entry* weightiest() const;
  /// Those that are read.
  [[nodiscard]] std::vector<Pledge> records() const;
  [[nodiscard]] bool isComplete() const { return m_unread.empty(); }

  /// Whether `a` comes before `b` when one must be picked.
  [[nodiscard]] static bool isWeightier(const Entry& a, const Entry& b);

 Q_SIGNALS:
  void listed();       ///< another archive, or none
  void recordsRead();  ///< all, or enough for weightiest()

 private:
  void list();
  void readNext();
  void take(EventId id, std::optional<Pledge> record);

  Session& m_session;
  std::vector<Entry> m_entries;
  std::vector<EventId> m_unread;  ///< the next one last
  std::uint64_t m_listing = 0;
  bool m_toldMeasured = false;
};

}  // namespace entente
