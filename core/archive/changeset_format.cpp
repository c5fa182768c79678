// SPDX-License-Identifier: GPL-3.0-or-later
// Walks over the bytes; nothing is read that is not there.
#include "core/archive/changeset_format.h"

#include <cstdint>

namespace entente {

namespace {

constexpr unsigned char kTable = 'T';
constexpr unsigned char kDelete = 9, kInsert = 18, kUpdate = 23;
constexpr unsigned char kUndefined = 0, kInteger = 1, kReal = 2, kText = 3, kBlob = 4, kNull = 5;

class Walk {
 public:
  explicit Walk(std::string_view bytes) : m_rest(bytes) {}

  [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

  std::optional<unsigned char> byte() {
    if (m_rest.empty()) return std::nullopt;
    const auto first = static_cast<unsigned char>(m_rest.front());
    m_rest.remove_prefix(1);
    return first;
  }

  bool skip(std::size_t count) {
    if (count > m_rest.size()) return false;
    m_rest.remove_prefix(count);
    return true;
  }

  /// A number of things of which each needs a byte of the rest: seven bits a byte, the highest first.
  std::optional<std::size_t> count() {
    constexpr int kMostBytes = 5;
    std::uint64_t value = 0;
    for (int i = 0; i < kMostBytes; ++i) {
      const auto next = byte();
      if (!next) return std::nullopt;
      value = value << 7 | (*next & 0x7FU);
      if ((*next & 0x80U) == 0)
        return value <= m_rest.size() ? std::optional<std::size_t>(value) : std::nullopt;
    }
    return std::nullopt;
  }

  /// A text that ends with a zero byte.
  std::optional<std::string> name() {
    const std::size_t end = m_rest.find('\0');
    if (end == std::string_view::npos) return std::nullopt;
    std::string text(m_rest.substr(0, end));
    m_rest.remove_prefix(end + 1);
    return text;
  }

 private:
  std::string_view m_rest;
};

/// The type of a value that is passed over.
std::optional<unsigned char> value(Walk& walk) {
  const auto type = walk.byte();
  if (!type) return std::nullopt;
  bool there = *type == kUndefined || *type == kNull;
  if (*type == kInteger || *type == kReal) there = walk.skip(8);
  if (*type == kText || *type == kBlob) {
    const auto size = walk.count();
    there = size && walk.skip(*size);
  }
  return there ? type : std::nullopt;
}

enum class Needs { All, Keys, NoKeys };

/// The values of a row, of which the given ones must be there, and in NoKeys must not.
bool row(Walk& walk, const ChangesetTable& table, Needs needs) {
  for (const bool isKey : table.isKey) {
    const auto type = value(walk);
    if (!type) return false;
    const bool defined = *type != kUndefined;
    if (!defined && (needs == Needs::All || (needs == Needs::Keys && isKey))) return false;
    if (defined && needs == Needs::NoKeys && isKey) return false;
  }
  return true;
}

bool change(Walk& walk, unsigned char operation, const ChangesetTable& table) {
  if (!walk.byte()) return false;  // whether it came about by way of a foreign key
  if (operation == kInsert || operation == kDelete) return row(walk, table, Needs::All);
  return operation == kUpdate && row(walk, table, Needs::Keys) && row(walk, table, Needs::NoKeys);
}

std::optional<ChangesetTable> header(Walk& walk) {
  const auto columns = walk.count();
  if (!columns || *columns == 0) return std::nullopt;
  ChangesetTable table;
  for (std::size_t i = 0; i < *columns; ++i)
    table.isKey.push_back(walk.byte().value_or(0) != 0);
  auto name = walk.name();
  if (!name) return std::nullopt;
  table.name = std::move(*name);
  return table;
}

}  // namespace

std::optional<std::vector<ChangesetTable>> tablesOfChangeset(std::string_view bytes) {
  Walk walk(bytes);
  std::vector<ChangesetTable> tables;
  while (!walk.atEnd()) {
    const unsigned char first = *walk.byte();
    if (first == kTable) {
      auto table = header(walk);
      if (!table) return std::nullopt;
      tables.push_back(std::move(*table));
    } else if (tables.empty() || !change(walk, first, tables.back())) {
      return std::nullopt;
    }
  }
  if (tables.empty()) return std::nullopt;
  return tables;
}

}  // namespace entente
