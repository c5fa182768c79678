// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of the formats share.
#include "core/exchange/figure_cells.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2200;

}  // namespace

std::size_t FigureCells::actor(const NamedActor& named) {
  const std::string key = named.isGroup ? "group " + named.slug + named.name.toStdString() : named.code;
  const auto [found, isNew] = m_actors.emplace(key, actors.size());
  if (isNew) actors.push_back(named);
  return found->second;
}

std::optional<int> yearOf(std::string_view text) {
  if (text.ends_with(".0")) text.remove_suffix(2);
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || text.size() != 4) return std::nullopt;
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return year;
}

std::optional<YearTitle> yearTitle(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  const auto year = yearOf(text.substr(0, 4));
  if (!year) return std::nullopt;
  std::string_view rest = withoutSpaces(text.substr(4));
  if (rest == ".0") rest = {};
  YearTitle title{*year, false};
  for (const std::string_view word : {"(e)", "estimate", "est.", "est", "e"}) {
    if (title.estimate || !rest.starts_with(word)) continue;
    title.estimate = true;
    rest = withoutSpaces(rest.substr(word.size()));
  }
  // Footnotes; a figure behind a year would be part of it ("20141").
  if (!rest.empty() && (rest.front() >= '0' && rest.front() <= '9')) return std::nullopt;
  if (!withoutFootnotes(rest).empty() && !(rest.front() == '(' && rest.size() == 3)) return std::nullopt;
  return title;
}

std::string_view textAt(const GridRow& row, std::size_t column) {
  return column < row.cells.size() ? std::string_view(row.cells[column].text) : std::string_view();
}

TablePlace placeAt(const GridRow& row, std::size_t column) {
  return column < row.cells.size() ? row.cells[column].place : TablePlace{row.line, 1};
}

std::string unknownState(std::string_view name) {
  if (name.empty()) return "there are figures without the name of a state";
  return fmt::format("'{}' is neither a state nor a group of states that is known", name);
}

}  // namespace entente
