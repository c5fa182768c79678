// SPDX-License-Identifier: GPL-3.0-or-later
// Reads groups from the records of a snapshot.
#include "core/view/lane_groups.h"

#include <algorithm>

#include "core/view/snapshot.h"

namespace entente {

namespace {

QString textOf(std::string_view word) {
  return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

std::vector<QString> oneOrNone(const QString& text) {
  return text.isEmpty() ? std::vector<QString>() : std::vector<QString>{text};
}

template <class Uids>
std::vector<QString> textsOf(const Uids& uids) {
  std::vector<QString> texts;
  for (const auto& uid : uids)
    texts.push_back(QString::fromStdString(uid.value));
  return texts;
}

std::vector<QString> voicesOf(const Snapshot& snapshot, const std::vector<SourceUid>& sources) {
  std::vector<QString> voices;
  for (const SourceUid& uid : sources) {
    if (const Source* source = snapshot.source(uid))
      voices.push_back(source->publisher.isEmpty() ? source->title : source->publisher);
  }
  return voices;
}

std::vector<QString> unsortedGroups(const Snapshot& snapshot, const EventTitle& title, Grouping grouping) {
  const EventParties* parties = snapshot.partiesOf(title.id);
  switch (grouping) {
    case Grouping::Kind:
      return {textOf(wordOf(title.kind))};
    case Grouping::Actor:
      return parties ? textsOf(parties->actors) : std::vector<QString>();
    case Grouping::Country:
      return countriesOf(snapshot, title.id);
    case Grouping::Place:
      return oneOrNone(QString::fromStdString(title.place.value));
    case Grouping::Series:
      return oneOrNone(title.series);
    case Grouping::Source:
      return parties ? voicesOf(snapshot, parties->sources) : std::vector<QString>();
    case Grouping::Channel:
      return oneOrNone(title.channel);
    case Grouping::None:
      return {QString()};
  }
  return {};
}

}  // namespace

std::vector<QString> groupsOf(const Snapshot& snapshot, EventId id, Grouping grouping) {
  const EventTitle* title = snapshot.title(id);
  if (!title) return {};
  std::vector<QString> groups = unsortedGroups(snapshot, *title, grouping);
  std::ranges::sort(groups);
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  return groups;
}

QString countryName(const Snapshot& snapshot, const QString& code) {
  // Of several states with one code the one with the smallest uid, so that the name does not change by
  // chance.
  const Actor* state = nullptr;
  for (const auto& [uid, actor] : snapshot.actors) {
    if (actor.kind != ActorKind::State || actor.country != code) continue;
    if (!state || actor.uid.value < state->uid.value) state = &actor;
  }
  return state ? state->name : code;
}

std::vector<QString> countriesOf(const Snapshot& snapshot, EventId id) {
  std::vector<QString> countries;
  const EventParties* parties = snapshot.partiesOf(id);
  if (!parties) return countries;
  for (const ActorUid& uid : parties->actors) {
    const Actor* actor = snapshot.actor(uid);
    if (actor && !actor->country.isEmpty()) countries.push_back(actor->country);
  }
  std::ranges::sort(countries);
  countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
  return countries;
}

QString groupName(const Snapshot& snapshot, Grouping grouping, const QString& group) {
  if (grouping == Grouping::Actor) {
    const Actor* actor = snapshot.actor(ActorUid(group.toStdString()));
    return actor ? actor->name : group;
  }
  if (grouping == Grouping::Place) {
    const auto place = std::ranges::lower_bound(snapshot.content->places, group.toStdString(), {},
                                                [](const Place& one) { return one.uid.value; });
    return place != snapshot.content->places.end() && place->uid.value == group.toStdString() ? place->name
                                                                                              : group;
  }
  return grouping == Grouping::Country ? countryName(snapshot, group) : group;
}

}  // namespace entente
