// SPDX-License-Identifier: GPL-3.0-or-later
// Draws records from a generator with a fixed seed.
#include "tests/bench/made_up.h"

#include <fmt/core.h>

#include <QStringList>
#include <filesystem>
#include <random>

#include "core/archive/archive.h"
#include "core/base/check.h"

namespace entente {

namespace {

constexpr int kActors = 60;
constexpr int kSources = 40;
constexpr const char* kWords[] = {"accord", "on",     "defence", "spending",  "talks",   "in",
                                  "letter", "summit", "of",      "ministers", "the",     "northern",
                                  "budget", "pledge", "reply",   "to",        "council", "demand"};

class MadeUp {
 public:
  Records make(int events) {
    for (int i = 0; i < kActors; ++i) {
      Actor actor;
      actor.uid = actorUid(i);
      actor.name = QStringLiteral("Actor %1").arg(i);
      actor.country = QString(QChar('A' + i % 20)) + QStringLiteral("AA");
      m_records.actors.push_back(actor);
    }
    for (int i = 0; i < kSources; ++i) {
      Source source;
      source.uid = sourceUid(i);
      source.title = QStringLiteral("Source %1").arg(i);
      source.publisher = QStringLiteral("Publisher %1").arg(i % 25);
      m_records.sources.push_back(source);
    }
    for (int i = 0; i < events; ++i)
      addEvent(i);
    return std::move(m_records);
  }

 private:
  int upTo(int most) { return static_cast<int>(m_random() % static_cast<unsigned>(most)); }
  static ActorUid actorUid(int i) { return ActorUid(fmt::format("actor-{:02}", i)); }
  static SourceUid sourceUid(int i) { return SourceUid(fmt::format("source-{:02}", i)); }

  std::string anyDay() {
    const int year = upTo(3) > 0 ? 2010 + upTo(15) : 1950 + upTo(60);
    const int month = 1 + upTo(12);
    return upTo(8) == 0 ? fmt::format("{}-{:02}", year, month)
                        : fmt::format("{}-{:02}-{:02}", year, month, 1 + upTo(28));
  }

  Event anyEvent(int i, bool dated) {
    Event event;
    event.uid = EventUid(fmt::format("event-{:06}", i));
    QStringList words;
    for (int word = 0; word < 2 + upTo(13); ++word)
      words << QString::fromLatin1(kWords[upTo(std::size(kWords))]);
    event.title = words.join(QLatin1Char(' '));
    if (dated) event.when = *FuzzyDate::parse(anyDay());
    event.weight = upTo(10);
    event.sources = {sourceUid(upTo(kSources))};
    return event;
  }

  void addEvent(int i) {
    RecordRef ref{RecordKind::Statement, fmt::format("event-{:06}", i)};
    QString dateField = QStringLiteral("when");
    switch (i % 5) {
      case 0: {
        Summit summit;
        summit.event = anyEvent(i, true);
        summit.series = QStringLiteral("series-%1").arg(upTo(6));
        summit.event.participants = {{"guest", actorUid(upTo(kActors))}, {"host", actorUid(upTo(kActors))}};
        m_records.summits.push_back(summit);
        ref.kind = RecordKind::Summit;
        break;
      }
      case 1: {
        Message message;
        message.event = anyEvent(i, false);
        message.senders = {actorUid(upTo(kActors))};
        message.recipients = {actorUid(upTo(kActors))};
        m_records.messages.push_back(message);
        Stage stage;
        stage.uid = StageUid(fmt::format("stage-{:06}", i));
        stage.message = message.event.uid;
        stage.when = *FuzzyDate::parse(anyDay());
        stage.actor = message.senders.front();
        stage.source = sourceUid(upTo(kSources));
        m_records.stages.push_back(stage);
        ref.kind = RecordKind::Message;
        dateField = QStringLiteral("stage:sent");
        break;
      }
      default: {
        Statement statement;
        statement.event = anyEvent(i, true);
        statement.speaker = actorUid(upTo(kActors));
        statement.form = i % 5 == 4 ? StatementForm::Ruling : StatementForm::Statement;
        m_records.statements.push_back(statement);
      }
    }
    if (upTo(8) == 0) addClaim(ref, dateField);
    if (upTo(3) == 0 && !m_refs.empty()) addLink(ref);
    m_refs.push_back(ref);
  }

  void addClaim(const RecordRef& ref, const QString& field) {
    for (int rival = 0; rival < 2; ++rival) {
      Claim claim;
      claim.uid = ClaimUid(fmt::format("claim-{}-{}", ref.uid, rival));
      claim.subject = ref;
      claim.field = field;
      const std::string day = anyDay();
      claim.value = QString::fromStdString(day);
      claim.edtf = *FuzzyDate::parse(day);
      claim.source = sourceUid(upTo(kSources));
      claim.credibility = Credibility::Three;
      m_records.claims.push_back(claim);
    }
  }

  void addLink(const RecordRef& ref) {
    Link link;
    link.uid = LinkUid("link-" + ref.uid);
    link.from = ref;
    link.to = m_refs[static_cast<std::size_t>(upTo(static_cast<int>(m_refs.size())))];
    link.relation = Relation::Follows;
    m_records.links.push_back(link);
  }

  std::mt19937 m_random{1};
  Records m_records;
  std::vector<RecordRef> m_refs;
};

}  // namespace

Records madeUpRecords(int events) {
  return MadeUp().make(events);
}

std::shared_ptr<const Snapshot> snapshotOf(Records records) {
  const auto path = std::filesystem::temp_directory_path() / "entente-bench.entente";
  const auto made = Archive::create(path, std::move(records), true);
  check(made.has_value(), "the archive of the benchmark can be made");
  return std::make_shared<const Snapshot>(*loadSnapshot(*Archive::open(path, Access::ReadOnly)));
}

}  // namespace entente
