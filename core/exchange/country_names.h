// SPDX-License-Identifier: GPL-3.0-or-later
// CountryNames: which state or group of states a name or code in a table means.
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// A state, or a sum over several, as tables name them.
struct NamedActor {
  QString name;      ///< English
  std::string code;  ///< ISO 3166-1 alpha-3 (XKX for Kosovo, former ones too); of a group XNT, XNE or nothing
  std::string slug;  ///< of a group: what uids call it ("world"); of a state nothing
  bool isGroup = false;

  bool operator==(const NamedActor&) const = default;
};

/// Names in English as ICU and this program know them, ISO codes of two and three letters, and codes of Our
/// World in Data. Case, accents, points, articles and footnotes do not count.
class CountryNames {
 public:
  /// The one that the program uses; made at the first call, then read only, by any thread.
  [[nodiscard]] static const CountryNames& get();

  [[nodiscard]] std::optional<NamedActor> find(std::string_view nameOrCode) const;
  /// Codes alone.
  [[nodiscard]] std::optional<NamedActor> findCode(std::string_view code) const;
  /// A group that is not on the list, by its name in the table.
  [[nodiscard]] static NamedActor groupCalled(std::string_view name);

 private:
  CountryNames();
  void addStates();
  void addGroups();
  void add(const std::string& key, std::size_t actor);

  std::vector<NamedActor> m_actors;
  std::unordered_map<std::string, std::size_t> m_byName;  ///< folded
  std::unordered_map<std::string, std::size_t> m_byCode;  ///< as written
};

}  // namespace entente
