// SPDX-License-Identifier: GPL-3.0-or-later
// Makes Column descriptions from member pointers (or from lambdas that reach a nested member).
// Only for the .cpp files that describe tables.
#pragma once

#include <fmt/core.h>

#include <charconv>
#include <type_traits>

#include "core/model/record_tables.h"

namespace entente::columns {

inline constexpr bool kRequired = true;

/// The member that a path names: `&Source::title`, or `[](auto& r) -> auto& { return r.event.title; }`.
template <auto Path, class R>
decltype(auto) at(R& row) {
  if constexpr (std::is_member_object_pointer_v<decltype(Path)>) {
    return (row.*Path);
  } else {
    return Path(row);
  }
}

/// Calls `each(part)` for every part of a ';'-separated list; stops at the first reason.
template <class F>
std::string splitList(std::string_view cell, F each) {
  while (!cell.empty()) {
    const std::size_t stop = cell.find(';');
    const std::string reason = each(cell.substr(0, stop));
    if (!reason.empty()) return reason;
    if (stop == std::string_view::npos) return {};
    cell.remove_prefix(stop + 1);
    if (cell.empty()) return "the list ends with a semicolon";
  }
  return {};
}

[[nodiscard]] inline std::string notAUid(std::string_view text) {
  return fmt::format("'{}' is not a uid (1 to {} of A-Z a-z 0-9 . _ -)", text, kLongestUid);
}

template <class R, auto Path>
Column<R> uid() {
  return {"uid",
          CellType::OwnUid,
          true,
          {},
          [](const R& r) -> std::string { return at<Path>(r).value; },
          [](R& r, std::string_view cell) -> std::string {
            if (!isUid(cell)) return notAUid(cell);
            at<Path>(r).value = Uid(cell);
            return {};
          }};
}

template <class R, auto Path>
Column<R> text(std::string_view name, bool required = false) {
  return {name,
          CellType::Text,
          required,
          {},
          [](const R& r) -> std::string { return at<Path>(r).toStdString(); },
          [](R& r, std::string_view cell) -> std::string {
            at<Path>(r) = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
            return {};
          }};
}

/// A column that holds one uid of another table; empty means none.
template <class R, auto Path>
Column<R> reference(std::string_view name, TableId target, bool required = false) {
  return {name,
          CellType::Reference,
          required,
          target,
          [](const R& r) -> std::string { return at<Path>(r).value; },
          [](R& r, std::string_view cell) -> std::string {
            if (!cell.empty() && !isUid(cell)) return notAUid(cell);
            at<Path>(r).value = Uid(cell);
            return {};
          }};
}

template <class R, auto Path>
Column<R> typedReference(std::string_view name) {
  return {name,
          CellType::TypedReference,
          true,
          {},
          [](const R& r) -> std::string { return at<Path>(r).text(); },
          [](R& r, std::string_view cell) -> std::string {
            auto ref = RecordRef::parse(cell);
            if (!ref) return ref.error().message;
            at<Path>(r) = std::move(*ref);
            return {};
          }};
}

template <class R, auto Path>
Column<R> uidList(std::string_view name, TableId target, bool required = false) {
  return {name,
          CellType::UidList,
          required,
          target,
          [](const R& r) -> std::string {
            std::string joined;
            for (const auto& one : at<Path>(r))
              joined += (joined.empty() ? "" : ";") + one.value;
            return joined;
          },
          [](R& r, std::string_view cell) -> std::string {
            auto& list = at<Path>(r);
            using Item = typename std::remove_reference_t<decltype(list)>::value_type;
            list.clear();
            return splitList(cell, [&list](std::string_view part) -> std::string {
              if (!isUid(part)) return notAUid(part);
              for (const Item& before : list) {
                if (before.value == part) return fmt::format("'{}' stands in the list twice", part);
              }
              list.emplace_back(Uid(part));
              return {};
            });
          }};
}

template <class R, auto Path>
Column<R> date(std::string_view name, bool required = false) {
  return {name,
          CellType::Date,
          required,
          {},
          [](const R& r) -> std::string { return at<Path>(r) ? at<Path>(r)->edtf() : std::string(); },
          [](R& r, std::string_view cell) -> std::string {
            at<Path>(r).reset();
            if (cell.empty()) return {};
            auto parsed = FuzzyDate::parse(cell);
            if (!parsed) return fmt::format("'{}' is not a date: {}", cell, parsed.error().message);
            at<Path>(r) = std::move(*parsed);
            return {};
          }};
}

/// Of a closed list. The member is an Enum (then required) or an optional<Enum>.
template <class R, auto Path>
Column<R> word(std::string_view name) {
  using Member = std::remove_cvref_t<decltype(at<Path>(std::declval<R&>()))>;
  if constexpr (std::is_enum_v<Member>) {
    return {name,
            CellType::Word,
            true,
            {},
            [](const R& r) -> std::string { return std::string(wordOf(at<Path>(r))); },
            [](R& r, std::string_view cell) -> std::string {
              const auto value = fromWord<Member>(cell);
              if (!value)
                return fmt::format("'{}' is not one of: {}", cell, fmt::join(Words<Member>::list, ", "));
              at<Path>(r) = *value;
              return {};
            }};
  } else {
    using Enum = typename Member::value_type;
    return {name,
            CellType::Word,
            false,
            {},
            [](const R& r) -> std::string {
              return at<Path>(r) ? std::string(wordOf(*at<Path>(r))) : std::string();
            },
            [](R& r, std::string_view cell) -> std::string {
              at<Path>(r) = fromWord<Enum>(cell);
              if (!cell.empty() && !at<Path>(r))
                return fmt::format("'{}' is not one of: {}", cell, fmt::join(Words<Enum>::list, ", "));
              return {};
            }};
  }
}

/// The member is a Decimal (then required) or an optional<Decimal>.
template <class R, auto Path>
Column<R> decimal(std::string_view name) {
  using Member = std::remove_cvref_t<decltype(at<Path>(std::declval<R&>()))>;
  constexpr bool optional = !std::is_same_v<Member, Decimal>;
  return {name,
          CellType::Decimal,
          !optional,
          {},
          [](const R& r) -> std::string {
            if constexpr (optional) {
              return at<Path>(r) ? at<Path>(r)->text : std::string();
            } else {
              return at<Path>(r).text;
            }
          },
          [](R& r, std::string_view cell) -> std::string {
            if constexpr (optional) {
              at<Path>(r).reset();
              if (cell.empty()) return {};
            }
            auto parsed = Decimal::parse(cell);
            if (!parsed) return parsed.error().message;
            at<Path>(r) = std::move(*parsed);
            return {};
          }};
}

/// Reads a whole number without sign tricks, blanks or leading zeros; nothing if it is none or out of range.
[[nodiscard]] inline std::optional<std::int64_t> wholeNumber(std::string_view cell, std::int64_t least,
                                                             std::int64_t most) {
  std::int64_t value = 0;
  const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || stop != cell.data() + cell.size()) return std::nullopt;
  if (value < least || value > most || fmt::format("{}", value) != cell) return std::nullopt;
  return value;
}

/// The member is an integer (then required) or an optional<int>. Both ends of the range are inclusive.
template <class R, auto Path, std::int64_t Least, std::int64_t Most>
Column<R> integer(std::string_view name) {
  using Member = std::remove_cvref_t<decltype(at<Path>(std::declval<R&>()))>;
  constexpr bool optional = !std::is_integral_v<Member>;
  return {name,
          CellType::Integer,
          !optional,
          {},
          [](const R& r) -> std::string {
            if constexpr (optional) {
              return at<Path>(r) ? fmt::format("{}", *at<Path>(r)) : std::string();
            } else {
              return fmt::format("{}", at<Path>(r));
            }
          },
          [](R& r, std::string_view cell) -> std::string {
            if constexpr (optional) {
              at<Path>(r).reset();
              if (cell.empty()) return {};
            }
            const auto value = wholeNumber(cell, Least, Most);
            if (!value) return fmt::format("'{}' is not a whole number from {} to {}", cell, Least, Most);
            if constexpr (optional) {
              at<Path>(r) = static_cast<typename Member::value_type>(*value);
            } else {
              at<Path>(r) = static_cast<Member>(*value);
            }
            return {};
          }};
}

}  // namespace entente::columns
