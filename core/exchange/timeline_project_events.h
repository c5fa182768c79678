// SPDX-License-Identifier: GPL-3.0-or-later
// Events of The Timeline Project as its files hold them, and what they are in our terms.
#pragma once

#include <QHash>
#include <QString>
#include <string>

#include "core/exchange/foreign_archive.h"

namespace entente {

/// Texts as they stand in the file.
struct TimelineProjectEvent {
  TablePlace place;
  QString key;
  QString start;
  QString end;
  QString text;
  QString description;
  QStringList categories;
  QString labels;
  QString hyperlink;
  bool fuzzyStart = false;
  bool fuzzyEnd = false;
  bool endsToday = false;
  bool milestone = false;
  bool era = false;
};

/// Collects events; containers are known to the events behind them.
class TimelineProjectEvents {
 public:
  explicit TimelineProjectEvents(const ForeignCaps& caps) : m_caps(caps) {}

  /// `parent` is empty for those without.
  void addCategory(const QString& name, const QString& parent);
  void add(const TimelineProjectEvent& given);
  [[nodiscard]] ForeignArchive& archive() { return m_archive; }

 private:
  void readText(const TimelineProjectEvent& given, ForeignEvent& event);
  void readTags(const TimelineProjectEvent& given, ForeignEvent& event);
  void readLinks(const QString& hyperlink, ForeignEvent& event);
  [[nodiscard]] bool readDates(const TimelineProjectEvent& given, ForeignEvent& event);

  ForeignCaps m_caps;
  ForeignArchive m_archive;
  QHash<QString, QString> m_parents;
  QHash<QString, QString> m_containers;
};

}  // namespace entente
