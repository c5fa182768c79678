// SPDX-License-Identifier: GPL-3.0-or-later
// What answers, follows or quotes comes later; the stages of a message in the order in which they can happen.
#include <algorithm>
#include <tuple>

#include "core/ledger/consistency_checks.h"

namespace entente {

namespace {

/// Which end of a link cannot be the later one: From for what prompts, To for what is answered.
enum class EarlierEnd : std::uint8_t { None, From, To };

EarlierEnd earlierEnd(Relation relation) {
  switch (relation) {
    case Relation::Prompts:
      return EarlierEnd::From;
    case Relation::RespondsTo:
    case Relation::Publishes:
    case Relation::Cites:
    case Relation::Reviews:
    case Relation::Follows:
      return EarlierEnd::To;
    case Relation::Announces:  // as a rule what is still to come
    case Relation::Contradicts:
      break;
  }
  return EarlierEnd::None;
}

void checkLink(const Link& link, const EventDates& events, Findings& findings) {
  const EarlierEnd end = earlierEnd(link.relation);
  if (end == EarlierEnd::None || !isEventKind(link.from.kind) || !isEventKind(link.to.kind)) return;
  const ActDates from = events.of(EventUid(link.from.uid));
  const ActDates to = events.of(EventUid(link.to.uid));
  if (from.first == nullptr || to.first == nullptr) return;
  const bool fromIsEarlier = end == EarlierEnd::From;
  // What must not be: the later end wholly before the earlier one.
  const FuzzyDate& fromDate = fromIsEarlier ? *from.first : *from.last;
  const FuzzyDate& toDate = fromIsEarlier ? *to.last : *to.first;
  const auto badness = fromIsEarlier ? badnessOfBefore(toDate, fromDate) : badnessOfBefore(fromDate, toDate);
  if (!badness) return;
  if (link.relation == Relation::RespondsTo) {
    findings.push_back({CheckId::ReplyBeforeMessage, *badness, link.from, {link.to}, {fromDate, toDate}, {}});
    return;
  }
  findings.push_back({CheckId::LinkAgainstTime,
                      Severity::Warning,
                      link.from,
                      {link.to},
                      {fromDate, toDate},
                      {wordAsText(link.relation)}});
}

/// How bad it is if a stage comes before the message is sent; nothing if it may.
std::optional<Severity> worstBeforeSent(StageKind stage) {
  switch (stage) {
    case StageKind::Received:
    case StageKind::Forwarded:
    case StageKind::Published:
    case StageKind::Deleted:
    case StageKind::Declassified:
      return Severity::Error;
    case StageKind::Reported:  // that it will be sent, of a draft that is kept
    case StageKind::Confirmed:
    case StageKind::Archived:
      return Severity::Warning;
    case StageKind::Drafted:
    case StageKind::Sent:
    case StageKind::Denied:
      break;
  }
  return std::nullopt;
}

RecordRef refOf(const Stage& stage) {
  return {RecordKind::Stage, stage.uid.value};
}

/// The stages of one message.
class MessageStages {
 public:
  explicit MessageStages(std::vector<const Stage*> stages) : m_stages(std::move(stages)) {
    for (const Stage* stage : m_stages) {
      if (stage->stage != StageKind::Sent) continue;
      if (!stage->when) m_sentAtUnknownTime = true;
      if (!stage->when) continue;
      if (m_firstSent == nullptr || begin(*stage) < begin(*m_firstSent)) m_firstSent = stage;
      if (m_lastSent == nullptr || end(*stage) > end(*m_lastSent)) m_lastSent = stage;
    }
  }

  void check(Findings& findings) const {
    // Sent twice, once nobody knows when: everything may be in order.
    if (m_firstSent == nullptr || m_sentAtUnknownTime) return;
    for (const Stage* stage : m_stages) {
      if (!stage->when) continue;
      if (stage->stage == StageKind::Drafted) checkDraft(*stage, findings);
      if (const auto worst = worstBeforeSent(stage->stage)) checkLater(*stage, *worst, findings);
    }
  }

 private:
  using Key = std::pair<Instant, const std::string&>;
  static Key begin(const Stage& stage) { return {stage.when->bounds().earliestBegin, stage.uid.value}; }
  static Key end(const Stage& stage) { return {stage.when->bounds().latestEnd, stage.uid.value}; }

  void checkLater(const Stage& stage, Severity worst, Findings& findings) const {
    const auto badness = badnessOfBefore(*stage.when, *m_firstSent->when);
    if (!badness) return;
    const bool published = stage.stage == StageKind::Published;
    Finding finding{published ? CheckId::PublishedBeforeSent : CheckId::StageBeforeSent,
                    std::max(worst, *badness),  // the milder one
                    {RecordKind::Message, stage.message.value},
                    {refOf(stage), refOf(*m_firstSent)},
                    {*stage.when, *m_firstSent->when},
                    {}};
    if (!published) finding.values.push_back(wordAsText(stage.stage));
    findings.push_back(std::move(finding));
  }

  void checkDraft(const Stage& draft, Findings& findings) const {
    const auto badness = badnessOfBefore(*m_lastSent->when, *draft.when);
    if (!badness) return;
    findings.push_back({CheckId::SentBeforeDrafted,
                        *badness,
                        {RecordKind::Message, draft.message.value},
                        {refOf(*m_lastSent), refOf(draft)},
                        {*m_lastSent->when, *draft.when},
                        {}});
  }

  std::vector<const Stage*> m_stages;
  const Stage* m_firstSent = nullptr;
  const Stage* m_lastSent = nullptr;
  bool m_sentAtUnknownTime = false;
};

}  // namespace

void checkMessages(const Records& records, Findings& findings) {
  const EventDates events(records);
  for (const Link& link : records.links)
    checkLink(link, events, findings);
  std::unordered_map<std::string, std::vector<const Stage*>> byMessage;
  for (const Stage& stage : records.stages)
    byMessage[stage.message.value].push_back(&stage);
  for (auto& [message, stages] : byMessage)
    MessageStages(std::move(stages)).check(findings);
}

}  // namespace entente
