// SPDX-License-Identifier: GPL-3.0-or-later
// What publishers call states and groups of states besides the names and codes that ICU knows.
#pragma once

#include <span>
#include <string_view>

namespace entente {

struct StateAlias {
  std::string_view code;   ///< alpha-3
  std::string_view names;  ///< parted by '|'
};
/// A state that ISO 3166-1 does not list (any more); the first name is the one it is given here.
struct FormerState {
  std::string_view code;   ///< ISO 3166-3, or user-assigned
  std::string_view codes;  ///< other ones, parted by '|'
  std::string_view names;
};
struct PublishedGroup {
  std::string_view code;  ///< of three letters, where it has one that the archive uses
  std::string_view slug;
  std::string_view codes;
  std::string_view names;  ///< the first one is the one it is given here
};

[[nodiscard]] std::span<const StateAlias> stateAliases();
[[nodiscard]] std::span<const FormerState> formerStates();
[[nodiscard]] std::span<const PublishedGroup> stateGroups();

}  // namespace entente
