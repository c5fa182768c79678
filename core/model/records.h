// SPDX-License-Identifier: GPL-3.0-or-later
// The other records, and Records: all rows of an archive as values.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/model/event.h"
#include "core/model/record_ref.h"

namespace entente {

struct Property {
  Uid uid;  ///< "title", "description", "licence" ...
  QString value;
  bool operator==(const Property&) const = default;
};

/// Fields as in CSL-JSON. `root` is the agency or original whose story it repeats.
struct Source {
  SourceUid uid;
  QString title;
  QString author;
  QString publisher;
  QString root;
  QString url;
  std::optional<FuzzyDate> published;
  std::optional<FuzzyDate> accessed;
  SourceKind kind = SourceKind::Article;
  QString language;
  std::optional<Reliability> reliability;
  std::optional<FuzzyDate> knownFrom;
  QString note;
  bool operator==(const Source&) const = default;
};

struct Actor {
  ActorUid uid;
  QString name;
  QString shortName;
  ActorKind kind = ActorKind::Person;
  QString country;  ///< ISO 3166-1 alpha-3, also former codes and the publisher's group codes
  std::optional<FuzzyDate> knownFrom;
  QString note;
  bool operator==(const Actor&) const = default;
};

struct Place {
  PlaceUid uid;
  QString name;
  QString country;
  std::optional<Decimal> latitude;   ///< degrees, north positive, WGS 84
  std::optional<Decimal> longitude;  ///< degrees, east positive
  std::optional<FuzzyDate> knownFrom;
  QString note;
  bool operator==(const Place&) const = default;
};

/// Who held which office when; `held` is an interval.
struct Office {
  OfficeUid uid;
  ActorUid actor;
  QString office;
  QString body;
  std::optional<FuzzyDate> held;
  SourceUid source;
  std::optional<FuzzyDate> knownFrom;
  QString note;
  bool operator==(const Office&) const = default;
};

struct Accession {
  AccessionUid uid;
  ActorUid organisation;
  ActorUid state;
  std::optional<FuzzyDate> date;
  SourceUid source;
  std::optional<FuzzyDate> knownFrom;
  QString note;
  bool operator==(const Accession&) const = default;
};

/// One step in the life of a message. `when` is empty if the day is not known at all.
struct Stage {
  StageUid uid;
  EventUid message;
  StageKind stage = StageKind::Sent;
  std::optional<FuzzyDate> when;
  QString zone;  ///< IANA name, where known
  ActorUid actor;
  QString where;
  SourceUid source;
  std::optional<FuzzyDate> knownFrom;
  QString note;
  bool operator==(const Stage&) const = default;
};

struct Position {
  PositionUid uid;
  EventUid pledge;
  ActorUid actor;
  PositionKind position = PositionKind::Accepts;
  std::optional<FuzzyDate> when;
  QString detail;
  SourceUid source;
  std::optional<FuzzyDate> knownFrom;
  QString note;
  bool operator==(const Position&) const = default;
};

/// A figure in one edition: the source is the edition.
struct Spending {
  SpendingUid uid;
  ActorUid actor;
  int year = 0;
  SpendingMetric metric = SpendingMetric::PercentOfGdp;
  Decimal value;
  bool estimate = false;
  SourceUid source;
  std::optional<FuzzyDate> knownFrom;
  QString note;
  bool operator==(const Spending&) const = default;
};

/// What a source says about a field of a record, or about a free question: exactly one of `field` and
/// `question` is set.
struct Claim {
  ClaimUid uid;
  RecordRef subject;
  QString field;
  QString question;
  QString value;
  std::optional<FuzzyDate> edtf;
  std::optional<Decimal> number;
  SourceUid source;
  QString locator;
  QString quote;
  Credibility credibility = Credibility::Six;
  std::optional<Verdict> verdict;
  ClaimUid agreesWith;
  QString reason;
  std::optional<FuzzyDate> knownFrom;
  std::optional<FuzzyDate> recordedAt;
  bool operator==(const Claim&) const = default;
};

/// The editor's choice of a claim for a field, or for a free question: exactly one of `field` and `question`
/// is set, and the claim is about the same one.
struct Pin {
  PinUid uid;
  RecordRef subject;
  QString field;
  QString question;
  ClaimUid claim;
  QString reason;
  std::optional<FuzzyDate> pinnedAt;
  bool operator==(const Pin&) const = default;
};

struct Link {
  LinkUid uid;
  RecordRef from;
  Relation relation = Relation::Follows;
  RecordRef to;
  SourceUid source;
  std::optional<FuzzyDate> knownFrom;
  QString note;
  bool operator==(const Link&) const = default;
};

/// `state` is a view as JSON; the archive opens on the one with the lowest position.
struct SavedView {
  ViewUid uid;
  QString title;
  int position = 0;
  QString state;
  bool operator==(const SavedView&) const = default;
};

struct BulkBatch {
  BatchUid uid;
  QString title;
  SourceUid source;
  std::optional<FuzzyDate> importedAt;
  QString note;
  bool operator==(const BulkBatch&) const = default;
};

/// A machine-coded event: codes in place of records. `key` is its publisher's number, at least 0, unique in
/// the archive.
struct BulkEvent {
  std::int64_t key = 0;
  BatchUid batch;
  std::optional<FuzzyDate> when;
  QString actor1;
  QString actor2;
  QString place;
  QString code;
  std::int64_t mentions = 0;
  std::optional<Decimal> tone;
  bool operator==(const BulkEvent&) const = default;
};

/// Every row of an archive. Tables are ordered by the bytes of their uids (of bulk events: the decimal text
/// of their keys).
struct Records {
  std::vector<Property> properties;
  std::vector<Source> sources;
  std::vector<Actor> actors;
  std::vector<Place> places;
  std::vector<Office> offices;
  std::vector<Accession> accessions;
  std::vector<Summit> summits;
  std::vector<Message> messages;
  std::vector<Stage> stages;
  std::vector<Pledge> pledges;
  std::vector<Position> positions;
  std::vector<Spending> spending;
  std::vector<Statement> statements;
  std::vector<Period> periods;
  std::vector<PlainEvent> events;
  std::vector<Claim> claims;
  std::vector<Pin> pins;
  std::vector<Link> links;
  std::vector<SavedView> views;
  std::vector<BulkBatch> bulkBatches;
  std::vector<BulkEvent> bulkEvents;

  bool operator==(const Records&) const = default;
};

}  // namespace entente
