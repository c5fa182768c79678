// SPDX-License-Identifier: GPL-3.0-or-later
// Names of groupings, sorts and groups.
#include "app/words/lane_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/view/lane_groups.h"

namespace entente {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("LaneWords", text);
}

/// Series are short codes in the archive: those that are abbreviations are written so.
QString seriesInWords(const QString& series) {
  constexpr qsizetype kLongestAbbreviation = 4;
  const bool word = series.size() > kLongestAbbreviation || series.contains(QLatin1Char(' '));
  return word ? series.left(1).toUpper() + series.mid(1) : series.toUpper();
}

}  // namespace

QString groupingInWords(Grouping grouping) {
  switch (grouping) {
    case Grouping::Kind:
      return tr("Kind");
    case Grouping::Actor:
      return tr("Actor");
    case Grouping::Country:
      return tr("Country");
    case Grouping::Place:
      return tr("Place");
    case Grouping::Series:
      return tr("Series");
    case Grouping::Source:
      return tr("Source");
    case Grouping::Channel:
      return tr("Channel");
    case Grouping::None:
      return tr("Nothing");
  }
  return {};
}

QString laneSortInWords(LaneSort sort) {
  switch (sort) {
    case LaneSort::Usual:
      return tr("As usual");
    case LaneSort::Name:
      return tr("By name");
    case LaneSort::Count:
      return tr("By number of events");
    case LaneSort::FirstDate:
      return tr("By first date");
  }
  return {};
}

QString groupInWords(const Snapshot& snapshot, Grouping grouping, const QString& group) {
  if (grouping == Grouping::Series) return seriesInWords(group);
  if (grouping == Grouping::Channel) return group.left(1).toUpper() + group.mid(1);
  if (grouping == Grouping::Actor) {
    const Actor* actor = snapshot.actor(ActorUid(group.toStdString()));
    constexpr qsizetype kLongestName = 22;
    if (actor && actor->name.size() > kLongestName && !actor->shortName.isEmpty()) return actor->shortName;
  }
  return groupName(snapshot, grouping, group);
}

QString withoutGroupInWords(Grouping grouping) {
  switch (grouping) {
    case Grouping::Actor:
      return tr("Without an actor");
    case Grouping::Country:
      return tr("Without a country");
    case Grouping::Place:
      return tr("Without a place");
    case Grouping::Series:
      return tr("In no series");
    case Grouping::Source:
      return tr("Without a source");
    case Grouping::Channel:
      return tr("Without a channel");
    default:
      return tr("Others");
  }
}

}  // namespace entente
