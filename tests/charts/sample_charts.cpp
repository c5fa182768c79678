// SPDX-License-Identifier: GPL-3.0-or-later
// Rows written out.
#include "tests/charts/sample_charts.h"

#include "core/base/check.h"
#include "core/time/civil.h"

namespace entente::test {

namespace {

Decimal decimal(const char* text) {
  const auto parsed = Decimal::parse(text);
  check(parsed.has_value(), text);
  return *parsed;
}

Spending figure(const char* actor, int year, const char* value, bool estimate, const char* edition) {
  Spending spending;
  spending.uid = SpendingUid(std::string(actor) + "-" + std::to_string(year) + "-" + edition);
  spending.actor = ActorUid(actor);
  spending.year = year;
  spending.value = decimal(value);
  spending.estimate = estimate;
  spending.source = SourceUid(edition);
  return spending;
}

void addActor(Snapshot& snapshot, const char* uid, const char* name, ActorKind kind) {
  Actor actor;
  actor.uid = ActorUid(uid);
  actor.name = QString::fromUtf8(name);
  actor.kind = kind;
  snapshot.actors.emplace(uid, actor);
}

Source source(const char* uid, const char* published) {
  Source one;
  one.uid = SourceUid(uid);
  one.title = QStringLiteral("Figures");
  one.publisher = QStringLiteral("Bureau");
  one.published = date(published);
  one.reliability = Reliability::B;
  return one;
}

}  // namespace

FuzzyDate date(const char* edtf) {
  const auto parsed = FuzzyDate::parse(edtf);
  check(parsed.has_value(), edtf);
  return *parsed;
}

Instant sampleToday() {
  return plusSeconds(startOfDay({2024, 6, 1}), kSecondsPerDay / 2);
}

Snapshot smallSnapshot() {
  Snapshot snapshot;
  snapshot.content = std::make_shared<const ArchiveContent>();
  addActor(snapshot, "a", "Alpha", ActorKind::State);
  addActor(snapshot, "b", "Beta", ActorKind::State);
  addActor(snapshot, "c", "Gamma", ActorKind::State);
  addActor(snapshot, "all", "All together", ActorKind::Group);
  snapshot.sources = {source("new", "2024-07"), source("old", "2023-07")};
  snapshot.spending = {
      figure("a", 2022, "1.0", false, "new"),   figure("a", 2023, "1.50", false, "new"),
      figure("a", 2024, "2.0", true, "new"),    figure("all", 2024, "9.9", true, "new"),
      figure("b", 2022, "3.0", false, "new"),   figure("b", 2024, "4.6848", true, "new"),
      figure("c", 2022, "2.0", false, "new"),   figure("c", 2023, "1.997", false, "new"),
      figure("c", 2024, "1.997", false, "new"), figure("a", 2023, "1.25", false, "old"),
  };
  return snapshot;
}

Pledge smallPledge() {
  Pledge pledge;
  pledge.event.uid = EventUid("two");
  pledge.event.title = QStringLiteral("Two percent");
  pledge.event.when = date("2023-05-05");
  pledge.measuredBy = SpendingMetric::PercentOfGdp;
  pledge.target = decimal("2");
  pledge.due = date("2030");
  pledge.adherents = {{ActorUid("a"), {}}, {ActorUid("b"), {}}, {ActorUid("c"), {}}};
  return pledge;
}

ChartChoice smallChoice(ChartKind kind) {
  ChartChoice choice;
  choice.kind = kind;
  choice.edition = SourceUid("new");
  choice.highlighted = ActorUid("a");
  choice.compared = {ActorUid("b"), ActorUid("c")};
  return choice;
}

Figure smallFigure(const ChartChoice& choice) {
  return smallFigure(smallSnapshot(), smallPledge(), choice);
}

Figure smallFigure(const Snapshot& snapshot, const Pledge& pledge, const ChartChoice& choice) {
  return makeFigure({snapshot, pledge, {pledge}, choice, sampleToday()});
}

}  // namespace entente::test
