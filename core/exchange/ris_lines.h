// SPDX-License-Identifier: GPL-3.0-or-later
// RisLines: the tags of RIS and EndNote files with their texts and places.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A tag of two characters in RIS's own words (or a longer one that some database has made up), and the text
/// behind it.
struct RisTag {
  std::string_view tag;
  std::string_view text;
};

/// Of one line without its end: "TY  - JOUR", "TY - JOUR" and "ER-" alike; of "%A Smith" it is "AU". Nothing
/// if the line has no tag: a text may begin with "EU - ", which is none.
[[nodiscard]] std::optional<RisTag> risTagOf(std::string_view line);

/// Lines one by one; line ends are CR LF, LF or CR.
class RisLines {
 public:
  /// Must outlive this.
  explicit RisLines(std::string_view text) : m_rest(text) {}

  [[nodiscard]] bool next(std::string_view& line);
  /// Of the line that next() has given, from 1.
  [[nodiscard]] std::int64_t number() const { return m_number; }
  [[nodiscard]] std::size_t rest() const { return m_rest.size(); }

 private:
  std::string_view m_rest;
  std::int64_t m_number = 0;
};

}  // namespace entente
