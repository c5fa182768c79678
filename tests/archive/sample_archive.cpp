// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the samples.
#include "tests/archive/sample_archive.h"

#include "core/base/check.h"
#include "core/exchange/bundle_reader.h"

namespace entente::test {

const Records& builtInRecords() {
  static const Records records = [] {
    auto reading = readBundle(ENTENTE_SOURCE_DIR "/resources/archive");
    check(reading.has_value() && reading->problems.empty(), "the built-in bundle can be read");
    return std::move(reading->records);
  }();
  return records;
}

FuzzyDate date(std::string_view edtf) {
  auto parsed = FuzzyDate::parse(edtf);
  check(parsed.has_value(), "the date in a test is a date");
  return *parsed;
}

Records smallRecords() {
  Records records;
  records.properties = {{"format", QStringLiteral("1")}, {"title", QStringLiteral("Small")}};
  for (const char* uid : {"paper", "wire"}) {
    Source source;
    source.uid = SourceUid(uid);
    source.title = QString::fromLatin1(uid);
    source.reliability = Reliability::B;
    records.sources.push_back(source);
  }
  for (const char* uid : {"ann", "ben"}) {
    Actor actor;
    actor.uid = ActorUid(uid);
    actor.name = QString::fromLatin1(uid);
    records.actors.push_back(actor);
  }
  Message message;
  message.event.uid = EventUid("letter");
  message.event.title = QStringLiteral("Ann to Ben");
  message.event.sources = {SourceUid("wire"), SourceUid("paper")};
  message.event.participants = {{"carried-by", ActorUid("ben")}};
  message.senders = {ActorUid("ann")};
  message.recipients = {ActorUid("ben"), ActorUid("ann")};
  message.text = QStringLiteral("Dear Ben,\n\nit is \"done\"; more soon.");
  records.messages = {message};
  Stage stage;
  stage.uid = StageUid("letter-sent");
  stage.message = EventUid("letter");
  stage.when = date("1962-10-22");
  stage.actor = ActorUid("ann");
  records.stages = {stage};
  Claim claim;
  claim.uid = ClaimUid("claim-1");
  claim.subject = {RecordKind::Message, "letter"};
  claim.question = QStringLiteral("was it read");
  claim.value = QStringLiteral("yes");
  claim.source = SourceUid("paper");
  claim.credibility = Credibility::Two;
  records.claims = {claim};
  return records;
}

ChangeNote note(const char* title) {
  return {QString::fromUtf8(title)};
}

void makeArchive(const std::filesystem::path& path, const Records& records) {
  const auto made = Archive::create(path, records, true);
  check(made.has_value(), made ? "" : made.error().message.c_str());
}

Archive openArchive(const std::filesystem::path& path, Access access) {
  auto archive = Archive::open(path, access);
  check(archive.has_value(), archive ? "" : archive.error().message.c_str());
  return std::move(*archive);
}

}  // namespace entente::test
