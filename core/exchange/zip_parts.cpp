// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the central directory from its end record; zlib unpacks, up to the size that stands there.
#include "core/exchange/zip_parts.h"

#include <fmt/core.h>
#include <zlib.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace entente {

namespace {

constexpr std::string_view kEndMark = "PK\x05\x06";
constexpr std::string_view kEntryMark = "PK\x01\x02";
constexpr std::string_view kLocalMark = "PK\x03\x04";
constexpr std::size_t kLocalBytes = 30;
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEntryBytes = 46;
constexpr std::uint64_t kZip64 = 0xFFFFFFFF;

/// Little endian.
std::uint64_t numberAt(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t i = size; i > 0; --i)
    number = number << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  return number;
}

tl::unexpected<Error> damaged() {
  return fail(ErrorKind::Damaged, "The workbook is cut short or damaged: its list of contents is not whole.");
}

/// Behind the part's own header, which repeats its name; nothing if that lies outside the file.
std::optional<std::string_view> packedBytesOf(std::string_view bytes, const ZipEntry& entry) {
  const std::uint64_t header = entry.offset;
  if (header + kLocalBytes > bytes.size() || bytes.substr(header, kLocalMark.size()) != kLocalMark)
    return std::nullopt;
  const std::uint64_t begin =
      header + kLocalBytes + numberAt(bytes, header + 26, 2) + numberAt(bytes, header + 28, 2);
  if (begin > bytes.size() || entry.packedBytes > bytes.size() - begin) return std::nullopt;
  return bytes.substr(begin, entry.packedBytes);
}

/// At most `size` bytes; fewer, or none, where the stream is spoilt.
QByteArray inflated(std::string_view packed, qsizetype size) {
  QByteArray unpacked(size, Qt::Uninitialized);
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return {};
  // zlib reads through a pointer to what is not const, and leaves it alone.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(unpacked.data());
  stream.avail_out = static_cast<uInt>(size);
  const int end = inflate(&stream, Z_FINISH);
  unpacked.truncate(static_cast<qsizetype>(stream.total_out));
  inflateEnd(&stream);
  return end == Z_STREAM_END ? unpacked : QByteArray();
}

}  // namespace

Result<std::vector<ZipEntry>> listZip(std::string_view bytes) {
  const std::size_t end = bytes.rfind(kEndMark);
  if (end == std::string_view::npos || end + kEndBytes > bytes.size()) return damaged();
  const std::uint64_t count = numberAt(bytes, end + 10, 2);
  const std::uint64_t begin = numberAt(bytes, end + 16, 4);
  if (begin >= kZip64) return damaged();
  std::vector<ZipEntry> entries;
  std::size_t at = static_cast<std::size_t>(begin);
  for (std::uint64_t i = 0; i < count; ++i) {
    if (at > end || end - at < kEntryBytes || bytes.substr(at, kEntryMark.size()) != kEntryMark)
      return damaged();
    ZipEntry entry;
    entry.encrypted = (numberAt(bytes, at + 8, 2) & 1U) != 0;
    entry.method = static_cast<std::uint16_t>(numberAt(bytes, at + 10, 2));
    entry.checksum = static_cast<std::uint32_t>(numberAt(bytes, at + 16, 4));
    entry.packedBytes = numberAt(bytes, at + 20, 4);
    entry.unpackedBytes = numberAt(bytes, at + 24, 4);
    entry.offset = numberAt(bytes, at + 42, 4);
    const auto nameBytes = static_cast<std::size_t>(numberAt(bytes, at + 28, 2));
    const std::size_t rest = nameBytes + static_cast<std::size_t>(numberAt(bytes, at + 30, 2)) +
                             static_cast<std::size_t>(numberAt(bytes, at + 32, 2));
    if (entry.unpackedBytes == kZip64 || end - at - kEntryBytes < rest) return damaged();
    entry.name = std::string(bytes.substr(at + kEntryBytes, nameBytes));
    entries.push_back(std::move(entry));
    at += kEntryBytes + rest;
  }
  return entries;
}

Result<ZipParts> ZipParts::open(std::string_view bytes, std::uint64_t mostUnpacked) {
  auto entries = listZip(bytes);
  if (!entries) return fail(entries.error());
  std::uint64_t unpacked = 0;
  for (const ZipEntry& entry : *entries)
    unpacked += entry.unpackedBytes;
  if (unpacked > mostUnpacked)
    return fail(ErrorKind::Invalid,
                fmt::format("Unpacked it has {} bytes; a workbook may have {}.", unpacked, mostUnpacked));
  return ZipParts(bytes, std::move(*entries));
}

const ZipEntry* ZipParts::entry(std::string_view name) const {
  const auto found = std::ranges::find(m_entries, name, &ZipEntry::name);
  return found == m_entries.end() ? nullptr : &*found;
}

Result<QByteArray> ZipParts::read(std::string_view name) const {
  const auto spoilt = [name] {
    return fail(ErrorKind::Damaged,
                fmt::format("The part '{}' of the workbook is missing or damaged.", name));
  };
  const ZipEntry* part = entry(name);
  if (!part) return spoilt();
  if (part->encrypted || (part->method != kStored && part->method != kDeflated))
    return fail(ErrorKind::Foreign, "The workbook has a password, or is packed in an unusual way.");
  const auto packed = packedBytesOf(m_bytes, *part);
  if (!packed) return spoilt();
  const auto size = static_cast<qsizetype>(part->unpackedBytes);
  QByteArray unpacked;
  if (part->method == kStored) {
    unpacked = QByteArray(packed->data(), static_cast<qsizetype>(packed->size()));
  } else {
    unpacked = inflated(*packed, size);
  }
  const auto checksum = crc32_z(0, reinterpret_cast<const Bytef*>(unpacked.constData()),
                                static_cast<std::size_t>(unpacked.size()));
  if (unpacked.size() != size || checksum != part->checksum) return spoilt();
  return unpacked;
}

}  // namespace entente
