// SPDX-License-Identifier: GPL-3.0-or-later
// Typed references and uids: what is one, and that it comes out as it went in.
#include "core/model/record_ref.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

TEST(Uid, IsOneToHundredAndTwentyOfSixtyFiveCharacters) {
  EXPECT_TRUE(isUid("a"));
  EXPECT_TRUE(isUid("Msg_rutte-trump.2025"));
  EXPECT_TRUE(isUid(std::string(120, 'x')));
  EXPECT_FALSE(isUid(std::string(121, 'x')));
  EXPECT_FALSE(isUid(""));
  const std::string allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
  for (int c = 0; c < 256; ++c) {
    const char one = static_cast<char>(c);
    EXPECT_EQ(isUid(std::string_view(&one, 1)), allowed.find(one) != std::string::npos) << c;
  }
}

TEST(RecordRef, ComesOutAsItWentIn) {
  for (const std::string_view kind : Words<RecordKind>::list) {
    const std::string text =
        kind == "figure" ? "figure:state-nld/2024/pct_gdp" : fmt::format("{}:some-uid.1", kind);
    const auto ref = RecordRef::parse(text);
    ASSERT_TRUE(ref.has_value()) << text;
    EXPECT_EQ(wordOf(ref->kind), kind);
    EXPECT_EQ(ref->text(), text);
  }
}

TEST(RecordRef, RefusesWhatIsNone) {
  for (const char* text :
       {"", "message", "message:", ":uid", "mesage:uid", "Message:uid", "message:a b", "message:a:b",
        "figure:state-nld", "figure:state-nld/2024", "figure:state-nld//pct_gdp", "figure:/2024/pct_gdp",
        "figure:state-nld/2024/pct", "figure:state-nld/MMXX/pct_gdp"}) {
    const auto ref = RecordRef::parse(text);
    ASSERT_FALSE(ref.has_value()) << text;
    EXPECT_EQ(ref.error().kind, ErrorKind::Invalid);
    EXPECT_FALSE(ref.error().message.empty());
  }
}

TEST(RecordRef, EventsAreThoseWithAKindOfEvent) {
  for (std::size_t i = 0; i < Words<RecordKind>::list.size(); ++i)
    EXPECT_EQ(isEventKind(static_cast<RecordKind>(i)),
              fromWord<EventKind>(Words<RecordKind>::list[i]).has_value());
  for (std::size_t i = 0; i < Words<EventKind>::list.size(); ++i) {
    const auto kind = static_cast<EventKind>(i);
    EXPECT_EQ(wordOf(recordKindOf(kind)), wordOf(kind));
  }
}

}  // namespace
}  // namespace entente
