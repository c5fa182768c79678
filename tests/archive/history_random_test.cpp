// SPDX-License-Identifier: GPL-3.0-or-later
// The history against what is remembered of every step, for changes at random.
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "tests/archive/archive_state.h"
#include "tests/archive/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::actorNamed;
using test::claimAbout;
using test::expectWhole;
using test::pinOf;
using test::State;
using test::stateOf;
using test::TemporaryFolder;
using Changes = std::vector<RecordChange>;

/// Makes changes at random, of which some are refused.
class RandomEditor {
 public:
  explicit RandomEditor(unsigned seed) : m_random(seed) {}

  Changes changes(const Records& now) {
    Changes all;
    for (std::size_t left = 1 + m_random() % 4; left > 0; --left)
      add(now, all);
    return all;
  }
  std::size_t upTo(std::size_t count) { return m_random() % count; }

 private:
  std::string uid(const char* kind) { return kind + std::to_string(m_random() % 4); }
  QString words() { return QStringLiteral("words %1").arg(m_random() % 50); }
  template <class R>
  const R& any(const std::vector<R>& rows) {
    return rows[m_random() % rows.size()];
  }

  void addEvent(const Records& now, Changes& all) {
    Statement statement;
    statement.event.uid = EventUid(uid("statement"));
    statement.event.title = words();
    statement.event.when = test::date(std::to_string(1950 + m_random() % 20));
    for (std::size_t i = m_random() % 3; i > 0; --i)
      statement.event.participants.push_back({"guest", any(now.actors).uid});
    for (std::size_t i = m_random() % 3; i > 0; --i)
      statement.event.sources.push_back(any(now.sources).uid);
    statement.speaker = any(now.actors).uid;
    if (m_random() % 4 == 0) all.push_back(RemoveRecord{TableId::Statements, statement.event.uid.value});
    all.push_back(PutRecord{statement});
  }

  void addMessage(const Records& now, Changes& all) {
    Message message;
    message.event.uid = EventUid(uid("message"));
    message.event.title = words();
    message.senders = {any(now.actors).uid};
    message.text = words();
    Stage stage;
    stage.uid = StageUid(uid("stage"));
    stage.message = message.event.uid;
    stage.when = test::date(std::to_string(1950 + m_random() % 20));
    all.push_back(PutRecord{message});
    all.push_back(PutRecord{stage});
  }

  void addPin(const Records& now, Changes& all) {
    const std::string name = uid("claim");
    const bool field = m_random() % 2 == 0;
    const Claim claim = m_random() % 3 == 0
                            ? any(now.claims)
                            : claimAbout(name.c_str(), RecordRef{RecordKind::Summit, "summit-1"},
                                         field ? "title" : "", field ? "" : uid("why").c_str());
    all.push_back(PutRecord{claim});
    if (m_random() % 3 == 0 && !now.pins.empty()) {
      const Pin moved = any(now.pins);
      all.push_back(RemoveRecord{TableId::Pins, moved.uid.value});
    }
    all.push_back(PutRecord{pinOf(uid("pin").c_str(), claim)});
  }

  void addRemoval(const Records& now, Changes& all) {
    const auto table = static_cast<TableId>(m_random() % static_cast<std::size_t>(TableId::BulkBatches));
    forEachTable([&](const auto& one) {
      const auto& rows = now.*one.rows;
      if (one.id == table && !rows.empty()) all.push_back(RemoveRecord{table, one.uidOf(any(rows))});
    });
  }

  void add(const Records& now, Changes& all) {
    switch (m_random() % 6) {
      case 0:
        return addEvent(now, all);
      case 1:
        return addMessage(now, all);
      case 2:
        return addPin(now, all);
      case 3: {
        Actor actor = actorNamed(uid("actor").c_str(), words());
        return all.push_back(PutRecord{actor});
      }
      default:
        return addRemoval(now, all);
    }
  }

  std::mt19937 m_random;
};

TEST(HistoryAtRandom, AnyStepIsAsItWas) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "a.entente";
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(test::readFile(ENTENTE_SOURCE_DIR "/tests/data/archive/schema-2.sql"));
  for (const unsigned seed : {1U, 2U, 3U}) {
    SCOPED_TRACE(seed);
    test::makeArchive(path, *test::openArchive(path).records());
    Archive archive = test::openArchive(path, Access::ReadWrite);
    RandomEditor editor(seed);
    std::map<std::int64_t, State> remembered{{0, stateOf(archive)}};
    int accepted = 0, refused = 0;
    for (int round = 0; round < 160; ++round) {
      if (round % 8 == 7) {
        const auto steps = *archive.history();
        const std::size_t chosen = editor.upTo(steps.size() + 1);
        const std::int64_t number = chosen == steps.size() ? 0 : steps[chosen].number;
        const auto gone = archive.goToStep(number);
        ASSERT_TRUE(gone.has_value()) << gone.error().text();
        ASSERT_TRUE(stateOf(archive) == remembered.at(number)) << "round " << round << ", step " << number;
        if (editor.upTo(2) == 0 && !steps.empty()) {
          ASSERT_TRUE(archive.goToStep(steps.back().number).has_value());
          ASSERT_TRUE(stateOf(archive) == remembered.at(steps.back().number)) << "round " << round;
        }
        continue;
      }
      const State before = stateOf(archive);
      const auto done = archive.change(editor.changes(before.records), test::note());
      if (!done) {
        ++refused;
        ASSERT_TRUE(stateOf(archive) == before) << done.error().text();
        continue;
      }
      ++accepted;
      const auto steps = *archive.history();
      // What changes nothing leaves what was undone.
      if (!steps.empty() && !steps.back().undone) remembered[steps.back().number] = stateOf(archive);
    }
    expectWhole(archive);
    const auto steps = archive.history();
    EXPECT_GT(accepted, 30);
    EXPECT_GT(refused, 10);
    for (const HistoryStep& step : *steps) {
      const std::int64_t number = step.number;
      ASSERT_TRUE(archive.goToStep(number).has_value());
      EXPECT_TRUE(stateOf(archive) == remembered.at(number)) << number;
    }
    expectWhole(archive);
  }
}

}  // namespace
}  // namespace entente
