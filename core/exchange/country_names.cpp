// SPDX-License-Identifier: GPL-3.0-or-later
// Fills the lists from ICU and from ours.
#include "core/exchange/country_names.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>

#include "core/exchange/country_aliases.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

/// Regions that ICU lists and ISO 3166-1 does not; Kosovo is on a list of ours.
constexpr std::array<std::string_view, 4> kNotIso{"DG", "EA", "IC", "XK"};

QString englishName(const std::string& region) {
  std::array<UChar, 128> name{};
  UErrorCode code = U_ZERO_ERROR;
  const int32_t length =
      uloc_getDisplayCountry(region.c_str(), "en", name.data(), static_cast<int32_t>(name.size()), &code);
  if (U_FAILURE(code) != 0) return {};
  return QString::fromUtf16(name.data(), length);
}

template <class F>
void forEachPart(std::string_view list, F&& f) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    f(list.substr(0, bar));
    list = bar == std::string_view::npos ? std::string_view() : list.substr(bar + 1);
  }
}

QString firstOf(std::string_view list) {
  const std::string_view first = list.substr(0, list.find('|'));
  return QString::fromUtf8(first.data(), static_cast<qsizetype>(first.size()));
}

/// Folded, without the article, and with "saint" in one spelling.
std::string nameKey(std::string_view name) {
  std::string key = foldedText(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  if (key.starts_with("st ")) key.replace(0, 2, "saint");
  return key;
}

}  // namespace

const CountryNames& CountryNames::get() {
  static const CountryNames names;
  return names;
}

CountryNames::CountryNames() {
  addStates();
  addGroups();
}

void CountryNames::add(const std::string& key, std::size_t actor) {
  if (!key.empty()) m_byName.emplace(key, actor);
}

void CountryNames::addStates() {
  for (const char* const* country = uloc_getISOCountries(); *country; ++country) {
    if (std::ranges::find(kNotIso, *country) != kNotIso.end()) continue;
    const std::string region = std::string("und_") + *country;
    NamedActor actor;
    actor.name = englishName(region);
    actor.code = uloc_getISO3Country(region.c_str());
    if (actor.name.isEmpty() || actor.code.size() != 3) continue;
    add(nameKey(actor.name.toStdString()), m_actors.size());
    m_byCode.emplace(*country, m_actors.size());
    m_byCode.emplace(actor.code, m_actors.size());
    m_actors.push_back(std::move(actor));
  }
  for (const FormerState& state : formerStates()) {
    forEachPart(state.names, [&](std::string_view name) { add(nameKey(name), m_actors.size()); });
    forEachPart(state.codes, [&](std::string_view code) { m_byCode.emplace(code, m_actors.size()); });
    m_byCode.emplace(state.code, m_actors.size());
    m_actors.push_back({firstOf(state.names), std::string(state.code), {}, false});
  }
  for (const StateAlias& alias : stateAliases()) {
    const auto found = m_byCode.find(std::string(alias.code));
    if (found == m_byCode.end()) continue;
    forEachPart(alias.names, [&](std::string_view name) { add(nameKey(name), found->second); });
  }
}

void CountryNames::addGroups() {
  for (const PublishedGroup& group : stateGroups()) {
    forEachPart(group.names, [&](std::string_view name) { add(nameKey(name), m_actors.size()); });
    forEachPart(group.codes, [&](std::string_view code) { m_byCode.emplace(code, m_actors.size()); });
    m_actors.push_back({firstOf(group.names), std::string(group.code), std::string(group.slug), true});
  }
}

std::optional<NamedActor> CountryNames::findCode(std::string_view code) const {
  const auto found = m_byCode.find(std::string(withoutSpaces(code)));
  if (found == m_byCode.end()) return std::nullopt;
  return m_actors[found->second];
}

std::optional<NamedActor> CountryNames::find(std::string_view nameOrCode) const {
  // As written first: a figure or bracket at the end may belong to the name ("European Union (27)").
  for (const std::string_view text : {nameOrCode, withoutFootnotes(nameOrCode)}) {
    const auto found = m_byName.find(nameKey(text));
    if (found != m_byName.end()) return m_actors[found->second];
    if (const auto coded = findCode(text)) return coded;
  }
  return std::nullopt;
}

NamedActor CountryNames::groupCalled(std::string_view name) {
  const std::string_view trimmed = withoutSpaces(name);
  NamedActor actor;
  actor.name = QString::fromUtf8(trimmed.data(), static_cast<qsizetype>(trimmed.size())).simplified();
  actor.slug = slugOf(trimmed, 40);
  actor.isGroup = true;
  return actor;
}

}  // namespace entente
