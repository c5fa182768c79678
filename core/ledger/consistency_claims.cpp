// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes against the texts that they quote; verdicts, values and pins against each other, topic by topic.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/ledger/consistency_checks.h"
#include "core/ledger/same_values.h"
#include "core/ledger/text_folding.h"
#include "core/ledger/topic.h"

namespace entente {

namespace {

RecordRef refOf(const Claim& claim) {
  return {RecordKind::Claim, claim.uid.value};
}

/// The texts that claims can quote, by uid of the event.
class QuotedTexts {
 public:
  explicit QuotedTexts(const Records& records) {
    for (const Message& message : records.messages)
      m_messages.emplace(message.event.uid.value, &message.text);
    for (const Statement& statement : records.statements)
      m_statements.emplace(statement.event.uid.value, &statement.quote);
  }

  /// How bad it is if the text does not have the claim's quote; nothing if it has, or nobody knows the text.
  [[nodiscard]] std::optional<Severity> badness(const Claim& claim) const {
    const bool ofMessage = claim.subject.kind == RecordKind::Message && claim.field == QLatin1String("text");
    const bool ofStatement =
        claim.subject.kind == RecordKind::Statement && claim.field == QLatin1String("quote");
    if (!ofMessage && !ofStatement) return std::nullopt;
    const auto& texts = ofMessage ? m_messages : m_statements;
    const auto found = texts.find(claim.subject.uid);
    if (found == texts.end() || found->second->isEmpty()) return std::nullopt;
    const QString& text = *found->second;
    // A statement's quote is itself a piece of what was said: a claim may well quote more of it.
    if (quoteStandsIn(claim.quote, text) || (ofStatement && quoteStandsIn(text, claim.quote)))
      return std::nullopt;
    return leavesPartsOut(text) ? Severity::Note : Severity::Warning;
  }

 private:
  using Texts = std::unordered_map<std::string, const QString*>;
  Texts m_messages;
  Texts m_statements;
};

void checkQuotes(const Records& records, Findings& findings) {
  const QuotedTexts texts(records);
  for (const Claim& claim : records.claims) {
    if (claim.quote.isEmpty() || claim.verdict == Verdict::Refuted) continue;
    if (const auto badness = texts.badness(claim)) {
      findings.push_back(
          {CheckId::QuoteNotInText, *badness, claim.subject, {refOf(claim)}, {}, {claim.quote}});
    }
  }
}

/// The claims about one field or question of one record, by uid.
class TopicClaims {
 public:
  explicit TopicClaims(std::vector<const Claim*> claims)
      : m_claims(std::move(claims)), m_values(groupsOf(m_claims)) {}

  void check(Findings& findings) {
    checkVerdicts(findings);
    checkSpelling(findings);  // joins what it finds, so that it is not found again as two adopted values
    checkAdopted(findings);
  }

 private:
  [[nodiscard]] Finding finding(CheckId check, Severity severity,
                                const std::vector<const Claim*>& claims) const {
    Finding finding{check, severity, m_claims.front()->subject, {}, {}, {topicOf(*m_claims.front()).name}};
    for (const Claim* claim : claims) {
      finding.others.push_back(refOf(*claim));
      finding.values.push_back(claim->value);
    }
    return finding;
  }

  void checkVerdicts(Findings& findings) {
    std::map<std::size_t, const Claim*> adopted;  // the first of each value
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
      if (m_claims[i]->verdict == Verdict::Adopted) adopted.emplace(m_values.groupOf(i), m_claims[i]);
    }
    std::set<std::size_t> told;
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
      const auto other = adopted.find(m_values.groupOf(i));
      if (m_claims[i]->verdict != Verdict::Refuted || other == adopted.end()) continue;
      if (!told.insert(other->first).second) continue;
      findings.push_back(
          finding(CheckId::VerdictsContradict, Severity::Warning, {other->second, m_claims[i]}));
    }
  }

  /// Two dates or two numbers are compared as such; what they are called does not count.
  static bool areTypedApart(const Claim& a, const Claim& b) {
    return (a.edtf && b.edtf && *a.edtf != *b.edtf) ||
           (a.number && b.number && a.number->value != b.number->value);
  }

  void checkSpelling(Findings& findings) {
    std::map<QString, std::vector<std::size_t>> bySpelling;  // one claim of each value
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
      const QString folded = foldedWords(m_claims[i]->value);
      if (folded.isEmpty()) continue;
      std::vector<std::size_t>& alike = bySpelling[folded];
      const auto sameValue = [&](std::size_t other) {
        return m_values.groupOf(other) == m_values.groupOf(i);
      };
      if (std::ranges::any_of(alike, sameValue)) continue;
      const auto other = std::ranges::find_if(
          alike, [&](std::size_t one) { return !areTypedApart(*m_claims[one], *m_claims[i]); });
      if (other == alike.end()) {
        alike.push_back(i);
        continue;
      }
      findings.push_back(finding(CheckId::SameValueApart, Severity::Note, {m_claims[*other], m_claims[i]}));
      m_values.join(i, *other);
    }
  }

  void checkAdopted(Findings& findings) {
    std::vector<const Claim*> first;  // of each value
    std::set<std::size_t> values;
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
      if (m_claims[i]->verdict != Verdict::Adopted || !values.insert(m_values.groupOf(i)).second) continue;
      first.push_back(m_claims[i]);
    }
    if (first.size() > 1) findings.push_back(finding(CheckId::AdoptedTwice, Severity::Note, first));
  }

  std::vector<const Claim*> m_claims;
  Groups m_values;
};

void checkTopics(const Records& records, Findings& findings) {
  std::map<Topic, std::vector<const Claim*>> topics;
  for (const Claim& claim : records.claims)
    topics[topicOf(claim)].push_back(&claim);
  for (auto& [topic, claims] : topics) {
    std::ranges::sort(claims, {}, [](const Claim* claim) { return std::tie(claim->uid); });
    TopicClaims(std::move(claims)).check(findings);
  }
}

void checkPins(const Records& records, Findings& findings) {
  std::unordered_map<std::string, const Claim*> claims;
  for (const Claim& claim : records.claims)
    claims.emplace(claim.uid.value, &claim);
  for (const Pin& pin : records.pins) {
    const auto found = claims.find(pin.claim.value);
    if (found == claims.end()) continue;
    const Claim& claim = *found->second;
    if (claim.subject != pin.subject || claim.field != pin.field) {
      findings.push_back({CheckId::PinElsewhere,
                          Severity::Error,
                          pin.subject,
                          {refOf(claim)},
                          {},
                          {pin.field, topicOf(claim).name}});
    } else if (claim.verdict == Verdict::Refuted) {
      findings.push_back({CheckId::PinOfRefuted,
                          Severity::Warning,
                          pin.subject,
                          {refOf(claim)},
                          {},
                          {pin.field, claim.value}});
    }
  }
}

}  // namespace

void checkClaims(const Records& records, Findings& findings) {
  checkQuotes(records, findings);
  checkTopics(records, findings);
  checkPins(records, findings);
}

}  // namespace entente
