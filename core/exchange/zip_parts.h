// SPDX-License-Identifier: GPL-3.0-or-later
// ZipParts: what is in a zip file, unpacked part by part within bounds that are known before.
#pragma once

#include <QByteArray>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace entente {

struct ZipEntry {
  std::string name;
  std::uint64_t packedBytes = 0;
  std::uint64_t unpackedBytes = 0;
  std::uint64_t offset = 0;  ///< of its own header
  std::uint32_t checksum = 0;
  std::uint16_t method = 0;
  bool encrypted = false;

  bool operator==(const ZipEntry&) const = default;
};

/// Reads the central directory (APPNOTE.TXT 6.3, 4.3.12 and 4.3.16); zip64 is refused, it is for files beyond
/// ours. ErrorKind::Damaged.
[[nodiscard]] Result<std::vector<ZipEntry>> listZip(std::string_view bytes);

/// The bytes must outlive it.
class ZipParts {
 public:
  /// ErrorKind::Damaged; Invalid if all parts together are larger than `mostUnpacked` bytes.
  [[nodiscard]] static Result<ZipParts> open(std::string_view bytes, std::uint64_t mostUnpacked);

  [[nodiscard]] bool holds(std::string_view name) const { return entry(name) != nullptr; }
  /// Exactly what the list says it has, else ErrorKind::Damaged; Foreign for what is packed in another way
  /// than workbooks are.
  [[nodiscard]] Result<QByteArray> read(std::string_view name) const;

 private:
  ZipParts(std::string_view bytes, std::vector<ZipEntry> entries)
      : m_bytes(bytes), m_entries(std::move(entries)) {}
  [[nodiscard]] const ZipEntry* entry(std::string_view name) const;

  std::string_view m_bytes;
  std::vector<ZipEntry> m_entries;
};

}  // namespace entente
