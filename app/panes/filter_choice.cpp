// SPDX-License-Identifier: GPL-3.0-or-later
// Every list of the filter is treated alike by picking it with the type of the choice.
#include "app/panes/filter_choice.h"

#include <QCoreApplication>
#include <QTextDocument>
#include <algorithm>
#include <type_traits>

#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "core/view/lane_groups.h"

namespace entente {

namespace {

/// A chip longer than this takes the room of the field.
constexpr int kLongestName = 24;

QString tr(const char* text) {
  return QCoreApplication::translate("FilterChoice", text);
}

template <class T>
auto& listIn(auto& filter) {
  if constexpr (std::is_same_v<T, EventKind>) {
    return filter.kinds;
  } else if constexpr (std::is_same_v<T, DisputeState>) {
    return filter.disputes;
  } else if constexpr (std::is_same_v<T, EventTag>) {
    return filter.tags;
  } else if constexpr (std::is_same_v<T, QString>) {
    return filter.countries;
  } else if constexpr (std::is_same_v<T, SourceUid>) {
    return filter.refutedBy;
  } else {
    return filter.actors;
  }
}

QString actorInWords(const Snapshot& snapshot, const ActorUid& uid) {
  const Actor* actor = snapshot.actor(uid);
  return actor ? actor->name : QString::fromStdString(uid.value);
}

QString nameOfSource(const Snapshot& snapshot, const SourceUid& uid) {
  const Source* source = snapshot.source(uid);
  if (!source) return QString::fromStdString(uid.value);
  return source->publisher.isEmpty() ? source->title : source->publisher;
}

QString chosenInWords(const ChosenEvents& chosen) {
  return chosen.events.size() == 1
             ? tr("1 chosen event")
             : tr("%1 chosen events")
                   .arg(wordsLocale().toString(static_cast<qlonglong>(chosen.events.size())));
}

QString disputeInShort(DisputeState state) {
  switch (state) {
    case DisputeState::Disputed:
      return tr("disputed");
    case DisputeState::Refuted:
      return tr("refuted claims");
    case DisputeState::Undisputed:
      return tr("undisputed");
  }
  return {};
}

}  // namespace

FilterList listOf(const FilterChoice& choice) {
  return static_cast<FilterList>(choice.index());
}

QString listInWords(FilterList list) {
  switch (list) {
    case FilterList::Kinds:
      return tr("Kinds");
    case FilterList::Disputes:
      return tr("Disputes");
    case FilterList::Tags:
      return tr("Tags");
    case FilterList::RefutedBy:
      return tr("Refuted claims of");
    case FilterList::Countries:
      return tr("Countries");
    case FilterList::Actors:
      return tr("Actors");
    case FilterList::Events:
      return tr("Chosen events");
  }
  return {};
}

std::vector<FilterChoice> choicesOf(const EventFilter& filter) {
  std::vector<FilterChoice> choices;
  choices.insert(choices.end(), filter.kinds.begin(), filter.kinds.end());
  choices.insert(choices.end(), filter.disputes.begin(), filter.disputes.end());
  choices.insert(choices.end(), filter.tags.begin(), filter.tags.end());
  choices.insert(choices.end(), filter.countries.begin(), filter.countries.end());
  choices.insert(choices.end(), filter.actors.begin(), filter.actors.end());
  choices.insert(choices.end(), filter.refutedBy.begin(), filter.refutedBy.end());
  if (!filter.events.empty()) choices.emplace_back(ChosenEvents{filter.events});
  return choices;
}

bool hasChoice(const EventFilter& filter, const FilterChoice& choice) {
  return std::visit(
      [&filter]<class T>(const T& value) {
        if constexpr (std::is_same_v<T, ChosenEvents>) {
          return filter.events == value.events;
        } else {
          const auto& list = listIn<T>(filter);
          return std::ranges::find(list, value) != list.end();
        }
      },
      choice);
}

EventFilter withChoice(EventFilter filter, const FilterChoice& choice, bool chosen) {
  std::visit(
      [&filter, chosen]<class T>(const T& value) {
        if constexpr (std::is_same_v<T, ChosenEvents>) {
          filter.events = chosen ? value.events : std::vector<EventUid>();
        } else {
          auto& list = listIn<T>(filter);
          std::erase(list, value);
          if (chosen) list.push_back(value);
        }
      },
      choice);
  return filter;
}

EventFilter withoutChoices(const EventFilter& filter) {
  EventFilter none;
  none.rest = filter.rest;
  return none;
}

QString choiceInWords(const Snapshot& snapshot, const FilterChoice& choice) {
  if (const auto* chosen = std::get_if<ChosenEvents>(&choice)) return chosenInWords(*chosen);
  if (const auto* kind = std::get_if<EventKind>(&choice)) return eventKindsInWords(*kind);
  if (const auto* state = std::get_if<DisputeState>(&choice)) return disputeStateInWords(*state);
  if (const auto* tag = std::get_if<EventTag>(&choice)) return tag->name;
  if (const auto* source = std::get_if<SourceUid>(&choice)) {
    const Source* record = snapshot.source(*source);
    return record && !record->publisher.isEmpty() ? tr("%1: %2").arg(record->publisher, record->title)
                                                  : nameOfSource(snapshot, *source);
  }
  if (const auto* country = std::get_if<QString>(&choice)) return countryName(snapshot, *country);
  return actorInWords(snapshot, std::get<ActorUid>(choice));
}

QString choiceInShort(const Snapshot& snapshot, const FilterChoice& choice) {
  if (const auto* state = std::get_if<DisputeState>(&choice)) return disputeInShort(*state);
  if (const auto* source = std::get_if<SourceUid>(&choice))
    return tr("refuted: %1").arg(nameOfSource(snapshot, *source).left(kLongestName));
  if (const auto* country = std::get_if<QString>(&choice)) return *country;
  const QString words = choiceInWords(snapshot, choice);
  const auto* uid = std::get_if<ActorUid>(&choice);
  const Actor* actor = uid ? snapshot.actor(*uid) : nullptr;
  return words.size() > kLongestName && actor && !actor->shortName.isEmpty() ? actor->shortName : words;
}

QString removalInWords(const Snapshot& snapshot, const FilterChoice& choice) {
  const QString words = std::holds_alternative<DisputeState>(choice) ? choiceInShort(snapshot, choice)
                                                                     : choiceInWords(snapshot, choice);
  if (std::holds_alternative<SourceUid>(choice))
    return tr("Remove the refuted claims of %1 from the filter").arg(words);
  if (std::holds_alternative<ChosenEvents>(choice)) return tr("Remove the choice of events from the filter");
  if (std::holds_alternative<EventTag>(choice)) return tr("Remove the tag %1 from the filter").arg(words);
  if (std::holds_alternative<QString>(choice)) return tr("Remove the country %1 from the filter").arg(words);
  return tr("Remove %1 from the filter").arg(words);
}

QString plainToolTip(const QString& text) {
  return Qt::mightBeRichText(text) ? QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()) : text;
}

}  // namespace entente
