// SPDX-License-Identifier: GPL-3.0-or-later
// The dates of records against what their claims resolve to.
#include <algorithm>
#include <memory>

#include "core/ledger/consistency_checks.h"
#include "core/ledger/ledger.h"
#include "core/ledger/shown_value.h"

namespace entente {

namespace {

class ShownChecker {
 public:
  ShownChecker(const Records& records, Findings& findings)
      : m_ledger(std::make_shared<const LedgerRows>(
                     LedgerRows{byUid(records.sources), records.claims, records.pins}),
                 {}),
        m_findings(findings) {}

  void check(const RecordRef& record, const QString& field, const std::optional<FuzzyDate>& recorded,
             std::vector<RecordRef> others = {}) {
    const Resolution* claimed = m_ledger.field(record, field);
    // An editor's pin is meant to differ.
    if (!claimed || !recorded || claimed->wonBy == WonBy::Pin) return;
    const auto shown = shownDate(recorded, *claimed);
    if (shown == recorded) return;
    m_findings.push_back({CheckId::RecordDiffersFromClaims,
                          Severity::Warning,
                          record,
                          std::move(others),
                          {*recorded, *shown},
                          {field}});
  }

  /// Of a number, or of a word of a closed list.
  template <class Value, class Shown>
  void checkValue(const RecordRef& record, const char* field, const Value& recorded, Shown shown) {
    const Resolution* claimed = m_ledger.field(record, QString::fromLatin1(field));
    if (!claimed || claimed->wonBy == WonBy::Pin) return;
    const Value is = shown(recorded, *claimed);
    if (is == recorded) return;
    m_findings.push_back({CheckId::RecordDiffersFromClaims,
                          Severity::Warning,
                          record,
                          {},
                          {},
                          {QString::fromLatin1(field), textOf(recorded), textOf(is)}});
  }

  void checkChoices() {
    for (const Resolution& topic : m_ledger.all()) {
      if (!topic.differsFromRule()) continue;
      const Claim& shown = topic.shown()->strongest();
      const Claim& other = topic.values[*topic.byRule].strongest();
      m_findings.push_back({CheckId::ChoiceAgainstRule,
                            Severity::Note,
                            topic.topic.subject,
                            {{RecordKind::Claim, shown.uid.value}, {RecordKind::Claim, other.uid.value}},
                            {},
                            {topic.topic.name, shown.value, other.value}});
    }
  }

 private:
  static QString textOf(const Decimal& number) { return QString::fromStdString(number.text); }
  static QString textOf(Channel channel) { return wordAsText(channel); }
  static std::vector<Source> byUid(std::vector<Source> sources) {
    std::ranges::sort(sources, {}, &Source::uid);
    return sources;
  }

  Ledger m_ledger;
  Findings& m_findings;
};

}  // namespace

void checkShown(const Records& records, Findings& findings) {
  ShownChecker checker(records, findings);
  checker.checkChoices();
  const QString when = QStringLiteral("when");
  forEachEvent(records, [&](RecordKind kind, const Event& event) {
    if (kind != RecordKind::Message) checker.check(eventRef(kind, event), when, event.when);
  });
  for (const Pledge& pledge : records.pledges) {
    const RecordRef ref = eventRef(RecordKind::Pledge, pledge.event);
    checker.check(ref, QStringLiteral("due"), pledge.due);
    checker.checkValue(ref, "target", pledge.target, shownNumber);
  }
  for (const Message& message : records.messages)
    checker.checkValue(eventRef(RecordKind::Message, message.event), "channel", message.channel,
                       shownWord<Channel>);
  // A claim speaks of the first stage of its kind.
  std::unordered_map<std::string, const Stage*> first;
  for (const Stage& stage : records.stages) {
    if (!stage.when) continue;
    const std::string key = stage.message.value + ' ' + std::string(wordOf(stage.stage));
    const auto [place, isNew] = first.try_emplace(key, &stage);
    if (!isNew && std::pair(stage.when->bounds().earliestBegin, stage.uid) <
                      std::pair(place->second->when->bounds().earliestBegin, place->second->uid))
      place->second = &stage;
  }
  for (const auto& [key, stage] : first) {
    checker.check({RecordKind::Message, stage->message.value},
                  QStringLiteral("stage:") + wordAsText(stage->stage), stage->when,
                  {{RecordKind::Stage, stage->uid.value}});
  }
}

}  // namespace entente
