// SPDX-License-Identifier: GPL-3.0-or-later
// The closed lists: every enumeration whose words stand in files, with those words in the order of its
// values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

enum class EventKind : std::uint8_t { Summit, Message, Pledge, Statement, Period, Event };
inline constexpr std::array<EventKind, 6> kEventKinds{EventKind::Summit, EventKind::Message,
                                                      EventKind::Pledge, EventKind::Statement,
                                                      EventKind::Period, EventKind::Event};
enum class ActorKind : std::uint8_t { Person, State, Organisation, Group };
enum class SourceKind : std::uint8_t { Article, Dataset, Official, Post };
enum class SummitStatus : std::uint8_t { Held, Scheduled, Cancelled };
enum class Channel : std::uint8_t { TextMessage, Signal, Letter, Note, Telegram };
enum class StageKind : std::uint8_t {
  Drafted,
  Sent,
  Received,
  Forwarded,
  Published,
  Reported,
  Confirmed,
  Denied,
  Deleted,
  Archived,
  Declassified
};
enum class PledgeSense : std::uint8_t { AtLeast, UpTo };
enum class PledgeStatus : std::uint8_t { Adopted, Draft, Claimed, Unilateral };
enum class PledgeUnit : std::uint8_t { PercentOfGdp, PercentOfDefence, EurBillion, UsdBillion };
enum class PositionKind : std::uint8_t {
  Accepts,
  Reservation,
  OptOut,
  Delay,
  RejectsOptOut,
  Proposes,
  ClaimsCredit
};
enum class SpendingMetric : std::uint8_t { PercentOfGdp, EquipmentSharePercent, UsdBillion, Usd2021Billion };
enum class StatementForm : std::uint8_t { Statement, Post, Interview, Ruling, Letter, Vote };
enum class Verdict : std::uint8_t { Adopted, Disputed, Refuted };
enum class Relation : std::uint8_t {
  Prompts,
  RespondsTo,
  Announces,
  Publishes,
  Cites,
  Reviews,
  Follows,
  Contradicts
};
/// NATO/Admiralty system, reliability of the source: A completely reliable ... F cannot be judged.
enum class Reliability : std::uint8_t { A, B, C, D, E, F };
/// NATO/Admiralty system, credibility of the information: 1 confirmed ... 6 cannot be judged.
enum class Credibility : std::uint8_t { One, Two, Three, Four, Five, Six };

/// What a typed reference can point at. Figure: one spending figure in all its editions, "ACTOR/YEAR/METRIC".
enum class RecordKind : std::uint8_t {
  Summit,
  Message,
  Pledge,
  Statement,
  Period,
  Stage,
  Position,
  Office,
  Accession,
  Spending,
  Actor,
  Place,
  Source,
  Claim,
  Link,
  Figure,
  Event
};

template <class Enum>
struct Words;

template <>
struct Words<EventKind> {
  static constexpr std::array<std::string_view, 6> list{"summit",    "message", "pledge",
                                                        "statement", "period",  "event"};
};
template <>
struct Words<ActorKind> {
  static constexpr std::array<std::string_view, 4> list{"person", "state", "organisation", "group"};
};
template <>
struct Words<SourceKind> {
  static constexpr std::array<std::string_view, 4> list{"article", "dataset", "official", "post"};
};
template <>
struct Words<SummitStatus> {
  static constexpr std::array<std::string_view, 3> list{"held", "scheduled", "cancelled"};
};
template <>
struct Words<Channel> {
  static constexpr std::array<std::string_view, 5> list{"text message", "Signal", "letter", "note",
                                                        "telegram"};
};
template <>
struct Words<StageKind> {
  static constexpr std::array<std::string_view, 11> list{"drafted",   "sent",     "received",    "forwarded",
                                                         "published", "reported", "confirmed",   "denied",
                                                         "deleted",   "archived", "declassified"};
};
template <>
struct Words<PledgeSense> {
  static constexpr std::array<std::string_view, 2> list{"at least", "up to"};
};
template <>
struct Words<PledgeStatus> {
  static constexpr std::array<std::string_view, 4> list{"adopted", "draft", "claimed", "unilateral"};
};
template <>
struct Words<PledgeUnit> {
  static constexpr std::array<std::string_view, 4> list{"pct_gdp", "pct_defence", "eur_bn", "usd_bn"};
};
template <>
struct Words<PositionKind> {
  static constexpr std::array<std::string_view, 7> list{
      "accepts", "reservation", "opt-out", "delay", "rejects-opt-out", "proposes", "claims-credit"};
};
template <>
struct Words<SpendingMetric> {
  static constexpr std::array<std::string_view, 4> list{"pct_gdp", "equipment_share_pct", "usd_bn",
                                                        "usd2021_bn"};
};
template <>
struct Words<StatementForm> {
  static constexpr std::array<std::string_view, 6> list{"statement", "post",   "interview",
                                                        "ruling",    "letter", "vote"};
};
template <>
struct Words<Verdict> {
  static constexpr std::array<std::string_view, 3> list{"adopted", "disputed", "refuted"};
};
template <>
struct Words<Relation> {
  static constexpr std::array<std::string_view, 8> list{"prompts", "responds-to", "announces", "publishes",
                                                        "cites",   "reviews",     "follows",   "contradicts"};
};
template <>
struct Words<Reliability> {
  static constexpr std::array<std::string_view, 6> list{"A", "B", "C", "D", "E", "F"};
};
template <>
struct Words<Credibility> {
  static constexpr std::array<std::string_view, 6> list{"1", "2", "3", "4", "5", "6"};
};
template <>
struct Words<RecordKind> {
  static constexpr std::array<std::string_view, 17> list{
      "summit",   "message", "pledge", "statement", "period", "stage", "position", "office", "accession",
      "spending", "actor",   "place",  "source",    "claim",  "link",  "figure",   "event"};
};

/// The word that files use.
template <class Enum>
[[nodiscard]] constexpr std::string_view wordOf(Enum value) {
  return Words<Enum>::list[static_cast<std::size_t>(value)];
}

/// The value of a word, letter for letter; nothing if it is not on the list.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> fromWord(std::string_view word) {
  for (std::size_t i = 0; i < Words<Enum>::list.size(); ++i) {
    if (Words<Enum>::list[i] == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace entente
