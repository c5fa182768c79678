// SPDX-License-Identifier: GPL-3.0-or-later
// Names and codes of states, and what is a group.
#include "core/exchange/country_names.h"

#include <unicode/uloc.h>

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace entente {
namespace {

std::string codeOf(std::string_view name) {
  const auto found = CountryNames::get().find(name);
  if (!found) return "none";
  return found->isGroup ? "group " + found->slug : found->code;
}

TEST(CountryNames, UsualNames) {
  const std::pair<const char*, const char*> cases[] = {{"Albania", "ALB"},
                                                       {"T\u00FCrkiye", "TUR"},
                                                       {"Turkey", "TUR"},
                                                       {"TURKIYE", "TUR"},
                                                       {"Czechia", "CZE"},
                                                       {"Czech Republic", "CZE"},
                                                       {"US", "USA"},
                                                       {"U.S.", "USA"},
                                                       {"United States of America", "USA"},
                                                       {"the United States", "USA"},
                                                       {"UK", "GBR"},
                                                       {"Great Britain", "GBR"},
                                                       {"North Macedonia", "MKD"},
                                                       {"Macedonia", "MKD"},
                                                       {"Slovak Republic", "SVK"},
                                                       {"Korea", "KOR"},
                                                       {"Korea, Rep.", "KOR"},
                                                       {"South Korea", "KOR"},
                                                       {"North Korea", "PRK"},
                                                       {"C\u00F4te d'Ivoire", "CIV"},
                                                       {"Ivory Coast", "CIV"},
                                                       {"Congo, Dem. Rep.", "COD"},
                                                       {"Congo, Rep.", "COG"},
                                                       {"Bosnia and Herzegovina", "BIH"},
                                                       {"Bosnia & Herzegovina", "BIH"},
                                                       {"Russia", "RUS"},
                                                       {"Russian Federation", "RUS"},
                                                       {"Viet Nam", "VNM"},
                                                       {"Saint Lucia", "LCA"},
                                                       {"St. Lucia", "LCA"},
                                                       {"Cabo Verde", "CPV"},
                                                       {"Kosovo", "XKX"},
                                                       {"USSR", "SUN"},
                                                       {"Georgia", "GEO"},
                                                       {"Niger", "NER"},
                                                       {"Nigeria", "NGA"}};
  for (const auto& [name, code] : cases)
    EXPECT_EQ(codeOf(name), code) << name;
}

TEST(CountryNames, CodesAndFootnotes) {
  EXPECT_EQ(codeOf("DE"), "DEU");
  EXPECT_EQ(codeOf("DEU"), "DEU");
  EXPECT_EQ(codeOf("XK"), "XKX");
  EXPECT_EQ(codeOf("Albania*"), "ALB");
  EXPECT_EQ(codeOf("  Sweden ** "), "SWE");
  EXPECT_EQ(CountryNames::get().findCode("OWID_KOS")->code, "XKX");
  EXPECT_EQ(CountryNames::get().findCode("OWID_USS")->code, "SUN");
  EXPECT_EQ(CountryNames::get().find("Czech Republic")->name.toStdString(), "Czechia");
}

TEST(CountryNames, GroupsAreNoStates) {
  EXPECT_EQ(codeOf("NATO Total"), "group nato-total");
  EXPECT_EQ(codeOf("NATO total**"), "group nato-total");
  EXPECT_EQ(codeOf("NATO Europe and Canada"), "group nato-europe-canada");
  EXPECT_EQ(codeOf("NATO Europe"), "group nato-europe");
  EXPECT_EQ(codeOf("World"), "group world");
  EXPECT_EQ(codeOf("European Union (27)"), "group european-union");
  EXPECT_EQ(codeOf("High-income countries"), "group high-income");
  EXPECT_EQ(CountryNames::get().find("NATO Total")->code, "XNT");
  EXPECT_EQ(CountryNames::get().find("NATO Europe and Canada")->code, "XNE");
}

TEST(CountryNames, NobodyElse) {
  for (const char* name : {"", "*", "Ruritania", "Total", "Europe east of the Elbe", "XX", "de", "Notes"})
    EXPECT_EQ(codeOf(name), "none") << name;
}

TEST(CountryNames, EveryCodeOfIsoIsKnownByNameAndBothCodes) {
  int known = 0;
  for (const char* const* country = uloc_getISOCountries(); *country; ++country) {
    const std::string region = std::string("und_") + *country;
    const auto byCode = CountryNames::get().findCode(*country);
    if (!byCode || *country == std::string("XK")) continue;
    ++known;
    EXPECT_EQ(byCode->code, uloc_getISO3Country(region.c_str()));
    EXPECT_EQ(CountryNames::get().find(byCode->name.toStdString()), byCode) << *country;
    EXPECT_EQ(CountryNames::get().findCode(byCode->code), byCode) << *country;
  }
  EXPECT_GE(known, 249);
}

}  // namespace
}  // namespace entente
