// SPDX-License-Identifier: GPL-3.0-or-later
// RecordTitles: what every record of an archive is called in a sentence.
#pragma once

#include <QString>
#include <string>
#include <unordered_map>

#include "core/model/records.h"

namespace entente {

/// Holds texts of its own; the records may go. O(records) to make, but for bulk events.
class RecordTitles {
 public:
  explicit RecordTitles(const Records& records);

  /// Title of an event or source, name of an actor or place, value of a claim; "Mark Rutte, Secretary
  /// General, NATO" of an office, "Finland, NATO" of an accession, "Albania, share of GDP, 2014" of a figure,
  /// the holder of a position; the uid of anything else. No quotation marks.
  [[nodiscard]] QString of(const RecordRef& record) const;

 private:
  [[nodiscard]] QString actor(const ActorUid& uid) const;
  [[nodiscard]] QString figure(const ActorUid& actor, SpendingMetric metric, const QString& year) const;
  [[nodiscard]] QString figureOfKey(const Uid& key) const;
  void set(RecordKind kind, const Uid& uid, QString title);

  std::unordered_map<std::string, QString> m_titles;  ///< by RecordRef::text()
};

}  // namespace entente
