// SPDX-License-Identifier: GPL-3.0-or-later
// Views as JSON, both ways, and what is refused.
#include "core/view/view_state.h"

#include <gtest/gtest.h>

#include <random>

#include "core/time/civil.h"

namespace entente {
namespace {

TEST(ViewState, ReadsTheSpanWithItsLastDay) {
  const auto state =
      savedStateFromJson(R"({"version":1,"span":"2024/2026","grouping":"kind","selection":["message:a"]})");
  ASSERT_TRUE(state.has_value()) << state.error().text();
  EXPECT_EQ(state->view.span, (TimeSpan{startOfYear(2024), startOfYear(2027)}));
  EXPECT_EQ(state->selection, (std::vector<RecordRef>{{RecordKind::Message, "a"}}));
  EXPECT_FALSE(state->view.offices.has_value());
}

TEST(ViewState, GoesToJsonAndBack) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 500; ++i) {
    SavedState state;
    const std::int64_t reach = i % 3 == 0 ? kEndOfTime.seconds / 1000 : 100'000'000'000;
    state.view.span.begin =
        Instant{static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(reach)) - reach / 2};
    state.view.span.end =
        plusSeconds(state.view.span.begin, static_cast<std::int64_t>(1 + random() % 1'000'000'000));
    if (i % 2 == 0) {
      // JSON numbers are doubles: beyond 2^53 seconds only what a double holds comes back to the second.
      state.view.span = {startOfDay(dateOf(state.view.span.begin)),
                         startOfDay(dateOf(plusSeconds(state.view.span.end, 2 * kSecondsPerDay)))};
    }
    if (i % 5 == 0) state.view.offices = {{QStringLiteral("Präsident \"x\""), QStringLiteral("[],{}")}};
    if (i % 4 == 0) state.selection = {{RecordKind::Pledge, "p-1"}, {RecordKind::Summit, "s.2"}};
    if (i % 7 == 0) state.view.filter.kinds = {EventKind::Message, EventKind::Summit};
    if (i % 7 == 1) state.view.filter.actors = {ActorUid("trump"), ActorUid("rutte")};
    if (i % 7 == 2) state.view.filter.countries = {QStringLiteral("USA"), QStringLiteral("\"")};
    if (i % 3 == 1) state.view.filter.disputes = {DisputeState::Refuted, DisputeState::Undisputed};
    if (i % 11 == 3) state.view.filter.rest = RestOfEvents::Greyed;
    state.view.axisNames = {i % 2 == 0, i % 9 == 4};
    state.view.grouping = kGroupings[static_cast<std::size_t>(i) % kGroupings.size()];
    if (i % 5 == 1) state.view.lanes.sort = LaneSort::FirstDate;
    if (i % 5 == 2) state.view.lanes.order = {QStringLiteral("actor:b"), QStringLiteral("actor:a")};
    if (i % 5 == 3) state.view.lanes.hidden = {QStringLiteral("kind:pledge"), QStringLiteral("actor:\"")};
    if (i % 5 == 4) state.view.lanes.collapsed = {QStringLiteral("offices")};
    if (i % 10 == 4) state.view.lanes.solo = QStringLiteral("series:g7");
    if (i % 13 == 6) state.view.filter.events = {EventUid("a-1"), EventUid("b.2")};
    if (i % 8 == 5) state.view.zone = QStringLiteral("Europe/Amsterdam");
    if (i % 6 == 0) state.view.find = QStringLiteral("“wörter” \" AND (");
    const auto back = savedStateFromJson(toJson(state));
    ASSERT_TRUE(back.has_value()) << toJson(state).toStdString() << ": " << back.error().text();
    EXPECT_TRUE(*back == state) << toJson(state).toStdString();
  }
}

TEST(ViewState, RefusesWhatItDoesNotUnderstand) {
  for (const char* json : {"",
                           "[]",
                           "{",
                           R"({"span":"2024/2026"})",
                           R"({"version":2,"span":"2024/2026"})",
                           R"({"version":1})",
                           R"({"version":1,"span":"2024/.."})",
                           R"({"version":1,"span":"soon"})",
                           R"({"version":1,"span":[5,5]})",
                           R"({"version":1,"span":[1]})",
                           R"({"version":1,"span":"2024","grouping":"mood"})",
                           R"({"version":1,"span":"2024","colour":"red"})",
                           R"({"version":1,"span":"2024","selection":["x"]})",
                           R"({"version":1,"span":"2024","offices":[["x"]]})",
                           R"({"version":1,"span":"2024","filter":[]})",
                           R"({"version":1,"span":"2024","filter":{"mood":["x"]}})",
                           R"({"version":1,"span":"2024","filter":{"kinds":"message"}})",
                           R"({"version":1,"span":"2024","filter":{"kinds":["rumour"]}})",
                           R"({"version":1,"span":"2024","filter":{"actors":["a b"]}})",
                           R"({"version":1,"span":"2024","filter":{"countries":[7]}})",
                           R"({"version":1,"span":"2024","filter":{"disputes":["perhaps"]}})",
                           R"({"version":1,"span":"2024","filter":{"rest":"gone"}})",
                           R"({"version":1,"span":"2024","filter":{"events":["a b"]}})",
                           R"({"version":1,"span":"2024","lanes":["kind:pledge"]})",
                           R"({"version":1,"span":"2024","lanes":{"sort":"mood"}})",
                           R"({"version":1,"span":"2024","lanes":{"hidden":"kind:pledge"}})",
                           R"({"version":1,"span":"2024","lanes":{"solo":["x"]}})",
                           R"({"version":1,"span":"2024","lanes":{"colour":"red"}})",
                           R"({"version":1,"span":"2024","find":5})"}) {
    const auto state = savedStateFromJson(json);
    ASSERT_FALSE(state.has_value()) << json;
    EXPECT_EQ(state.error().kind, ErrorKind::Invalid);
  }
}

}  // namespace
}  // namespace entente
