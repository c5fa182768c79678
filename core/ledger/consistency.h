// SPDX-License-Identifier: GPL-3.0-or-later
// checkConsistency(): where the records of an archive contradict each other, or themselves.
#pragma once

#include <QString>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/model/records.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// Error: cannot be, under any reading of the dates. Warning: most likely a mistake. Note: worth a look.
enum class Severity : std::uint8_t { Error, Warning, Note };

template <>
struct Words<Severity> {
  static constexpr std::array<std::string_view, 3> list{"error", "warning", "note"};
};

/// What is looked for. Behind each: its severity, and what a finding's `record`, `others`, `dates` and
/// `values` hold; what is not named is empty.
///
/// "E/W", of two dates in the wrong order: a date without a time is the day of some place, up to twelve hours
/// from Greenwich. An error if the order is wrong wherever that is, a warning if days of two places could be
/// the explanation.
enum class CheckId : std::uint8_t {
  /// E/W. A link says that an event responds to one that comes certainly later. (The date of a message is
  /// when it was sent.) Record: the reply; others: what it answers; dates: of both.
  ReplyBeforeMessage,
  /// Warning. Follows, cites, reviews, publishes or prompts, and the order is certainly the other one.
  /// Record: the link's from; others: its to; dates: of both; values: the relation.
  LinkAgainstTime,
  /// E/W. Record: the message; others: the stages published, sent; dates: of both.
  PublishedBeforeSent,
  /// E/W if received, forwarded, deleted or declassified, a warning if reported, confirmed or archived.
  /// (A denial may come before.) Record: the message; others: that stage, the stage sent; dates: of both;
  /// values: that stage.
  StageBeforeSent,
  /// E/W. Record: the message; others: the stages sent, drafted; dates: of both.
  SentBeforeDrafted,

  /// Warning. A summit is held, but begins certainly after now. Record: the summit; dates: its own.
  SummitNotYetHeld,
  /// Warning. A summit is scheduled, but has certainly ended. Record: the summit; dates: its own.
  SummitStillScheduled,
  /// Warning. A statement, a pledge, a stage of a message or a position is dated certainly after now. Record:
  /// the event; others: the stage or position; dates: its date; values: word of the stage.
  ActInTheFuture,
  /// Warning. A participant's role is the name of an office ("prime-minister", "president-united-states")
  /// that this actor held, and the event lies certainly outside every such term. An act of somebody who has
  /// no office at the time is none: people act out of office. Record: the event; others: the actor, the
  /// offices; dates: of the event, of the terms; values: the office as it is recorded.
  OfficeAtAnotherTime,

  /// E/W. Record: the pledge; dates: due, made.
  DueBeforeMade,
  /// E/W. Record: the pledge; dates: review, made.
  ReviewBeforeMade,
  /// Note. Record: the pledge; dates: review, due.
  ReviewAfterDue,
  /// Warning. An adopted or unilateral pledge is said to be made at a summit that certainly was at another
  /// time. Record: the pledge; others: the summit; dates: of both.
  PledgeOutsideSummit,
  /// Error. The unit of the target is not that of the figures that measure it. Record: the pledge; values:
  /// words of the unit and of the metric.
  PledgeMeasuredOtherwise,
  /// Error. A target below zero, or a share above 100. Record: the pledge; values: the target.
  TargetImpossible,
  /// Warning. A state accepts, delays or opts out of a pledge of all members of an organisation on a day, or
  /// has a reservation, and was certainly no member: neither on that day nor when it said so. Record: the
  /// pledge; others: the position, the state, the organisation; dates: the day; values: word of the position.
  PositionOfNonMember,

  /// Error. A figure below zero, or a share above 100. Record: the spending row; values: the figure.
  FigureImpossible,
  /// Warning. Two figures of one actor, year, metric and source. Record: the one; others: the other; values:
  /// both figures.
  FigureTwice,

  /// Warning, or a note where parts of the text are left out. A claim about a message's text or a statement's
  /// quote has a quote that is not in it. Refuted claims are let be. Record: the event; others: the claim;
  /// values: the quote.
  QuoteNotInText,
  /// Warning. One value is both adopted and refuted. Record: the subject; others: an adopted and a refuted
  /// claim; values: field or question, both values.
  VerdictsContradict,
  /// Note. Several values of one field or question are adopted. Record: the subject; others: a claim of each;
  /// values: field or question, the values.
  AdoptedTwice,
  /// Note. Claims whose values differ in case, accents, punctuation and blanks alone count as two values, as
  /// nothing ties them. Record: the subject; others: both claims; values: field or question, both values.
  SameValueApart,
  /// Warning. A field of a record contradicts what its claims resolve to: the claimed one is shown. Record:
  /// the event; others: of a message the stage; dates: the recorded one, the shown one; values: the
  /// field, and of what is no date both values.
  RecordDiffersFromClaims,
  /// Note. The editor's choice (a pin, or an adopted claim) is not what grades, roots and days alone would
  /// show. Record: the subject; others: the claim that is shown, the claim that would be; values: field or
  /// question, both values.
  ChoiceAgainstRule,
  /// Error. A pin of a field picks a claim about something else. Record: the pin's subject; others: the
  /// claim;
  /// values: the pin's field, the claim's field or question.
  PinElsewhere,
  /// Warning. Record: the pin's subject; others: the claim; values: the pin's field, the claim's value.
  PinOfRefuted,

  /// E/W. A source was looked at before it was published. Record: the source; dates: accessed, published.
  AccessedBeforePublished,
  /// Note. Something rests on a source without a grade. Record: the source; values: how many records.
  SourceWithoutGrade,
  /// Note. An event, stage, position, office or accession without any source; of an event not even behind
  /// its stages, positions and claims. Record: the event (or the office, accession); others: the stage or
  /// position; values: word of the stage.
  WithoutSource,
  /// Note. A date that leaves all time open ("XXXX", "../.."). Record: whose it is; dates: itself; values:
  /// the
  /// column.
  DateSaysNothing,

  /// Warning. Two events of one kind, one title and dates that may overlap. Record: the one; others: the
  /// other; dates: of both, where they have one.
  EventTwice,
  /// Warning. Two actors of one name. Record: the one; others: the other.
  ActorTwice,
  /// Warning. Two sources of one address that may have been published at one time (else they are editions of
  /// a page), or of one title, publisher and date. Record: the one; others: the other; values: the address,
  /// if that is it.
  SourceTwice,
  /// Warning. Two claims of one source at one place in it, with one value of one field or question. Record:
  /// the subject; others: both claims, the source; values: field or question, the value.
  ClaimTwice
};

template <>
struct Words<CheckId> {
  static constexpr std::array<std::string_view, 34> list{"reply-before-message",
                                                         "link-against-time",
                                                         "published-before-sent",
                                                         "stage-before-sent",
                                                         "sent-before-drafted",
                                                         "summit-not-yet-held",
                                                         "summit-still-scheduled",
                                                         "act-in-the-future",
                                                         "office-at-another-time",
                                                         "due-before-made",
                                                         "review-before-made",
                                                         "review-after-due",
                                                         "pledge-outside-summit",
                                                         "pledge-measured-otherwise",
                                                         "target-impossible",
                                                         "position-of-non-member",
                                                         "figure-impossible",
                                                         "figure-twice",
                                                         "quote-not-in-text",
                                                         "verdicts-contradict",
                                                         "adopted-twice",
                                                         "same-value-apart",
                                                         "record-differs-from-claims",
                                                         "choice-against-rule",
                                                         "pin-elsewhere",
                                                         "pin-of-refuted",
                                                         "accessed-before-published",
                                                         "source-without-grade",
                                                         "without-source",
                                                         "date-says-nothing",
                                                         "event-twice",
                                                         "actor-twice",
                                                         "source-twice",
                                                         "claim-twice"};
};
static_assert(Words<CheckId>::list.size() == static_cast<std::size_t>(CheckId::ClaimTwice) + 1);

/// One contradiction, in parts; app/words makes a sentence of it.
struct Finding {
  CheckId check = CheckId::ReplyBeforeMessage;
  Severity severity = Severity::Error;
  RecordRef record;  ///< the one to jump to
  std::vector<RecordRef> others;
  std::vector<FuzzyDate> dates;
  std::vector<QString> values;

  bool operator==(const Finding&) const = default;
};

/// Everything that is found, ordered by severity, check, then record; the order of the records does not
/// count. `now` is what lies ahead of which. What checkRecords refuses is not looked for again: references
/// lead somewhere. Bulk events are not looked at. O(n log n).
[[nodiscard]] std::vector<Finding> checkConsistency(const Records& records, Instant now);

}  // namespace entente
