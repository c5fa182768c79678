// SPDX-License-Identifier: GPL-3.0-or-later
// Event and its six kinds: what every entry of the timeline has, and each kind's own part beside it.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/model/decimal.h"
#include "core/model/uids.h"
#include "core/model/vocabulary.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// An actor in a role of the editor's own naming ("handed-over-by"). The kinds' fixed roles have fields of
/// their own.
struct Participant {
  std::string role;
  ActorUid actor;

  bool operator==(const Participant&) const = default;
};

inline constexpr int kDefaultWeight = 5;

/// What every event has. Empty texts and uids mean that nothing is recorded.
struct Event {
  EventUid uid;
  QString title;
  QString shortTitle;             ///< for labels; the title serves if it is empty
  std::optional<FuzzyDate> when;  ///< of a message always empty: its dates live in its stages
  PlaceUid place;
  QString summary;
  std::vector<Participant> participants;
  std::vector<SourceUid> sources;
  std::vector<QString> tags;    ///< the editor's own words, none twice, none with a semicolon
  int weight = kDefaultWeight;  ///< 0..9: how much it matters for labels
  std::optional<FuzzyDate> knownFrom;
  QString note;

  bool operator==(const Event&) const = default;
};

struct Summit {
  Event event;
  QString series;             ///< "nato", "g7", "bilateral" ...
  std::optional<int> number;  ///< within the series, from 1
  QString host;
  SummitStatus status = SummitStatus::Held;
  std::vector<SourceUid> documents;  ///< outcome documents

  bool operator==(const Summit&) const = default;
};

struct Message {
  Event event;
  std::vector<ActorUid> senders;
  std::vector<ActorUid> recipients;
  Channel channel = Channel::TextMessage;
  QString language;  ///< BCP 47
  QString text;      ///< empty if the wording is not known; [...] marks what is left out

  bool operator==(const Message&) const = default;
};

/// Who is bound: an actor, or all members of an organisation on a day.
struct Adherent {
  ActorUid actor;
  std::optional<FuzzyDate> membersOn;

  bool operator==(const Adherent&) const = default;
};

struct Pledge {
  Event event;
  EventUid madeAt;                           ///< a summit
  EventUid partOf;                           ///< the pledge that this one is a part of
  QString metric;                            ///< what is promised, in words
  std::optional<SpendingMetric> measuredBy;  ///< the series of figures that measures it, if there is one
  PledgeSense sense = PledgeSense::AtLeast;
  Decimal target;
  PledgeUnit unit = PledgeUnit::PercentOfGdp;
  std::optional<FuzzyDate> due;
  std::optional<FuzzyDate> review;
  PledgeStatus status = PledgeStatus::Adopted;
  std::vector<Adherent> adherents;

  bool operator==(const Pledge&) const = default;
};

struct Statement {
  Event event;
  ActorUid speaker;
  StatementForm form = StatementForm::Statement;
  QString medium;  ///< where it was said if not at a place: "X", "Truth Social"
  QString quote;

  bool operator==(const Statement&) const = default;
};

/// An era: drawn as background. (Offices and memberships are records of their own.)
struct Period {
  Event event;

  bool operator==(const Period&) const = default;
};

/// What happened and is none of the others: a battle, a treaty, an election. Alone among the kinds it may be
/// without a date.
struct PlainEvent {
  Event event;

  bool operator==(const PlainEvent&) const = default;
};

}  // namespace entente
