// SPDX-License-Identifier: GPL-3.0-or-later
// Reads states and makes records.
#include "tests/archive/archive_state.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include "tests/archive/sample_archive.h"

namespace entente::test {

State stateOf(const Archive& archive) {
  State state{*archive.records(), {}, {}, archive.info()->fingerprint};
  const auto titles = archive.titles();
  for (const EventTitle& title : *titles)
    state.keys.emplace_back(title.uid.value, title.id);
  SQLite::Database database(archive.path().string(), SQLite::OPEN_READONLY);
  SQLite::Statement query(database, "SELECT name, rows, sha256 FROM digest ORDER BY name");
  while (query.executeStep()) {
    for (int i = 0; i < 3; ++i)
      state.digests += query.getColumn(i).getString() + (i < 2 ? ' ' : '\n');
  }
  return state;
}

void expectWhole(const Archive& archive) {
  const auto problems = archive.verify();
  ASSERT_TRUE(problems.has_value()) << problems.error().text();
  EXPECT_TRUE(problems->empty()) << problems->front();
}

Claim claimAbout(const char* uid, const RecordRef& subject, const char* field, const char* question) {
  Claim claim;
  claim.uid = ClaimUid(uid);
  claim.subject = subject;
  claim.field = QString::fromUtf8(field);
  claim.question = QString::fromUtf8(question);
  claim.value = QStringLiteral("yes, said %1").arg(QString::fromUtf8(uid));
  claim.source = SourceUid("paper");
  return claim;
}

Pin pinOf(const char* uid, const Claim& claim) {
  Pin pin;
  pin.uid = PinUid(uid);
  pin.subject = claim.subject;
  pin.field = claim.field;
  pin.question = claim.question;
  pin.claim = claim.uid;
  pin.reason = QStringLiteral("clear");
  pin.pinnedAt = date("2026-11-25");
  return pin;
}

Actor actorNamed(const char* uid, const QString& name) {
  Actor actor;
  actor.uid = ActorUid(uid);
  actor.name = name;
  return actor;
}

}  // namespace entente::test
