// SPDX-License-Identifier: GPL-3.0-or-later
// The lists. Sources: the names that NATO, the World Bank, SIPRI, the UN and Our World in Data use in their
// tables; former codes from ISO 3166-3.
#include "core/exchange/country_aliases.h"

#include <array>

namespace entente {

namespace {

constexpr std::array kAliases{
    StateAlias{"ARE", "UAE|Emirates"},
    StateAlias{"ATG", "Antigua"},
    StateAlias{"BHS", "Bahamas, The"},
    StateAlias{"BIH", "Bosnia|Bosnia-Herzegovina|BiH"},
    StateAlias{"BOL", "Bolivia (Plurinational State of)|Plurinational State of Bolivia"},
    StateAlias{"BRN", "Brunei Darussalam"},
    StateAlias{"CAF", "CAR|Central African Rep."},
    StateAlias{"CHN", "People's Republic of China|China, People's Republic of|PR China|PRC|Mainland China"},
    StateAlias{"CIV", "Ivory Coast"},
    StateAlias{"COD",
               "Congo, Dem. Rep.|Democratic Republic of Congo|Democratic Republic of the Congo|DR Congo|"
               "DRC|Congo, DR|Congo, Democratic Republic of|Congo (Kinshasa)|Zaire"},
    StateAlias{"COG",
               "Congo|Congo, Rep.|Congo, Republic|Congo, Republic of|Republic of Congo|"
               "Republic of the Congo|Congo (Brazzaville)"},
    StateAlias{"CPV", "Cabo Verde"},
    StateAlias{"CZE", "Czech Republic|Czech Rep."},
    StateAlias{"DEU", "Federal Republic of Germany|FRG"},
    StateAlias{"DOM", "Dominican Rep."},
    StateAlias{"EGY", "Egypt, Arab Rep."},
    StateAlias{"FRO", "Faeroe Islands"},
    StateAlias{"FSM",
               "Micronesia (country)|Micronesia, Fed. Sts.|Federated States of Micronesia|"
               "Micronesia (Federated States of)"},
    StateAlias{"GBR", "UK|Great Britain|Britain|United Kingdom of Great Britain and Northern Ireland"},
    StateAlias{"GMB", "Gambia, The"},
    StateAlias{"GRC", "Hellenic Republic|Hellas"},
    StateAlias{"HKG", "Hong Kong|Hong Kong SAR, China|Hong Kong, China"},
    StateAlias{"IRN", "Iran, Islamic Rep.|Islamic Republic of Iran|Iran (Islamic Republic of)"},
    StateAlias{"IRL", "Republic of Ireland|Eire"},
    StateAlias{"KGZ", "Kyrgyz Republic|Kirghizia"},
    StateAlias{"KNA", "Saint Kitts and Nevis"},
    StateAlias{"KOR", "Korea|Korea, South|Korea, Rep.|Korea, Republic of|Republic of Korea|ROK"},
    StateAlias{"LAO", "Lao PDR|Lao People's Democratic Republic"},
    StateAlias{"LCA", "Saint Lucia"},
    StateAlias{"MAC", "Macao|Macau|Macao SAR, China"},
    StateAlias{"MDA", "Republic of Moldova|Moldova, Republic of"},
    StateAlias{"MKD",
               "Macedonia|FYR Macedonia|FYROM|Macedonia, FYR|Republic of North Macedonia|"
               "The former Yugoslav Republic of Macedonia"},
    StateAlias{"MMR", "Myanmar|Burma"},
    StateAlias{"NLD", "Holland|Netherlands, The|Kingdom of the Netherlands"},
    StateAlias{"PRK", "Korea, North|Korea, Dem. People's Rep.|DPRK|Democratic People's Republic of Korea"},
    StateAlias{"PSE", "Palestine|State of Palestine|West Bank and Gaza|Palestine, State of"},
    StateAlias{"RUS", "Russian Federation"},
    StateAlias{"SAU", "KSA"},
    StateAlias{"STP", "Sao Tome and Principe"},
    StateAlias{"SVK", "Slovak Republic|Slovak Rep."},
    StateAlias{"SWZ", "Swaziland"},
    StateAlias{"SYR", "Syrian Arab Republic"},
    StateAlias{"TLS", "East Timor"},
    StateAlias{"TTO", "Trinidad"},
    StateAlias{"TUR", "Turkiye|Republic of Turkey"},
    StateAlias{"TWN", "Chinese Taipei|Taiwan, China|Taiwan, Province of China|Republic of China"},
    StateAlias{"TZA", "United Republic of Tanzania|Tanzania, United Republic of"},
    StateAlias{"USA", "US|U.S.|U.S.A.|America|United States of America"},
    StateAlias{"VAT", "Vatican|Holy See"},
    StateAlias{"VCT", "Saint Vincent and the Grenadines|St. Vincent and the Grenadines"},
    StateAlias{"VEN", "Venezuela, RB|Venezuela (Bolivarian Republic of)|Bolivarian Republic of Venezuela"},
    StateAlias{"VNM", "Viet Nam"},
    StateAlias{"YEM", "Yemen, Rep.|North Yemen and Yemen"}};

constexpr std::array kFormer{
    FormerState{"XKX", "XK|XKK|OWID_KOS", "Kosovo|Kosovo*"},
    FormerState{"SUN", "SU|OWID_USS", "Soviet Union|USSR|Union of Soviet Socialist Republics"},
    FormerState{"YUG", "YU|OWID_YGS", "Yugoslavia|Socialist Federal Republic of Yugoslavia"},
    FormerState{"SCG", "CS|OWID_SRM", "Serbia and Montenegro"},
    FormerState{"CSK", "OWID_CZS", "Czechoslovakia"},
    FormerState{"DDR", "DD|OWID_GDR", "East Germany|German Democratic Republic|German Dem. Rep."},
    FormerState{"YMD", "YD|OWID_YPR", "South Yemen|Yemen People's Republic"}};

constexpr std::array kGroups{
    PublishedGroup{"XNT", "nato-total", "XNT", "NATO total|Total NATO|NATO|NATO members|NATO Allies"},
    PublishedGroup{"XNE", "nato-europe-canada", "XNE",
                   "NATO Europe and Canada|Europe and Canada|European Allies and Canada|"
                   "NATO Europe + Canada|NATO European Allies and Canada"},
    PublishedGroup{"", "nato-europe", "", "NATO Europe"},
    PublishedGroup{"", "nato-north-america", "", "NATO North America"},
    PublishedGroup{"", "world", "OWID_WRL|WLD", "World|World total"},
    PublishedGroup{"", "european-union", "OWID_EU27|EUU|EU",
                   "European Union|European Union (27)|EU27|EU-27|EU 27"},
    PublishedGroup{"", "european-union-28", "OWID_EU28", "European Union (28)|EU28|EU-28"},
    PublishedGroup{"", "euro-area", "EMU", "Euro area|Eurozone"},
    PublishedGroup{"", "oecd", "OED|OECD", "OECD members|OECD - Total"},
    PublishedGroup{"", "africa", "OWID_AFR", "Africa"},
    PublishedGroup{"", "asia", "OWID_ASI", "Asia"},
    PublishedGroup{"", "europe", "OWID_EUR", "Europe"},
    PublishedGroup{"", "north-america", "OWID_NAM", "North America"},
    PublishedGroup{"", "south-america", "OWID_SAM", "South America"},
    PublishedGroup{"", "oceania", "OWID_OCE", "Oceania"},
    PublishedGroup{"", "americas", "", "Americas|The Americas"},
    PublishedGroup{"", "central-america-caribbean", "", "Central America and the Caribbean"},
    PublishedGroup{"", "middle-east", "", "Middle East"},
    PublishedGroup{"", "high-income", "OWID_HIC|HIC", "High-income countries|High income"},
    PublishedGroup{"", "upper-middle-income", "OWID_UMC|UMC",
                   "Upper-middle-income countries|Upper middle income"},
    PublishedGroup{"", "lower-middle-income", "OWID_LMC|LMC",
                   "Lower-middle-income countries|Lower middle income"},
    PublishedGroup{"", "middle-income", "OWID_MIC|MIC", "Middle-income countries|Middle income"},
    PublishedGroup{"", "low-and-middle-income", "LMY",
                   "Low and middle income|Low- and middle-income countries"},
    PublishedGroup{"", "low-income", "OWID_LIC|LIC", "Low-income countries|Low income"}};

}  // namespace

std::span<const StateAlias> stateAliases() {
  return kAliases;
}

std::span<const FormerState> formerStates() {
  return kFormer;
}

std::span<const PublishedGroup> stateGroups() {
  return kGroups;
}

}  // namespace entente
