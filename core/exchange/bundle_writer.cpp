// SPDX-License-Identifier: GPL-3.0-or-later
// Writes temporaries, makes them safe with fsync, then renames them all.
#include "core/exchange/bundle_writer.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "core/exchange/bundle_reader.h"
#include "core/exchange/csv_reader.h"
#include "core/model/canonical_csv.h"

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferBytes = 1 << 16;

Error errorOf(int number, const fs::path& path) {
  const std::string file = path.string();
  switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return {ErrorKind::Full, fmt::format("There is no room on the disk for {}.", file), {}};
    case EACCES:
    case EPERM:
    case EROFS:
      return {ErrorKind::NoPermission, fmt::format("{} may not be written.", file), {}};
    default:
      return {ErrorKind::Internal,
              fmt::format("{} cannot be written: {}", file, std::generic_category().message(number)),
              {}};
  }
}

/// A new file that is written from begin to end; it closes itself.
class NewFile {
 public:
  explicit NewFile(fs::path path) : m_path(std::move(path)) {}
  ~NewFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  Result<void> open() {
    // What an interrupted writer left goes; a link under this name is not followed either.
    ::unlink(m_path.c_str());
    m_descriptor = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (m_descriptor < 0) return fail(errorOf(errno, m_path));
    return {};
  }

  Result<void> write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return fail(errorOf(errno, m_path));
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
  }

  /// Some file systems say only now that there was no room.
  Result<void> finish() {
    if (::fsync(m_descriptor) != 0) return fail(errorOf(errno, m_path));
    if (::close(std::exchange(m_descriptor, -1)) != 0) return fail(errorOf(errno, m_path));
    return {};
  }

 private:
  fs::path m_path;
  int m_descriptor = -1;
};

template <class R>
std::vector<const R*> sortedRows(const RecordTable<R>& table, const std::vector<R>& rows) {
  std::vector<std::pair<std::string, const R*>> named;
  named.reserve(rows.size());
  for (const R& row : rows)
    named.emplace_back(table.uidOf(row), &row);
  std::ranges::stable_sort(named, {}, &std::pair<std::string, const R*>::first);
  std::vector<const R*> sorted;
  sorted.reserve(rows.size());
  for (const auto& [uid, row] : named)
    sorted.push_back(row);
  return sorted;
}

class BundleWriter {
 public:
  BundleWriter(const Records& records, fs::path folder, const Progress& progress)
      : m_records(records), m_folder(std::move(folder)), m_progress(progress) {}

  Result<void> write(bool overwrite);

 private:
  Result<void> prepareFolder(bool overwrite);
  Result<void> writeTemporaries();
  Result<void> renameAll();
  void removeTemporaries();
  template <class R>
  Result<void> writeTable(const RecordTable<R>& table, const std::vector<R>& rows);
  template <class R>
  Result<void> appendRow(std::string& out, const RecordTable<R>& table, const R& row) const;
  [[nodiscard]] std::vector<Property> propertiesWithFormat() const;
  /// True if the caller shall stop.
  bool advance();

  [[nodiscard]] fs::path target(std::string_view table) const {
    return m_folder / fmt::format("{}.csv", table);
  }
  [[nodiscard]] fs::path temporary(std::string_view table) const {
    return m_folder / fmt::format(".{}.csv.new", table);
  }

  const Records& m_records;
  fs::path m_folder;
  const Progress& m_progress;
  bool m_madeFolder = false;
  std::size_t m_rows = 0;
  std::size_t m_done = 0;
};

Result<void> BundleWriter::write(bool overwrite) {
  if (auto prepared = prepareFolder(overwrite); !prepared) return prepared;
  auto written = writeTemporaries();
  if (written) written = renameAll();
  if (!written) {
    removeTemporaries();
    return written;
  }
  m_progress.say(static_cast<std::int64_t>(m_rows), static_cast<std::int64_t>(m_rows));
  return {};
}

Result<void> BundleWriter::prepareFolder(bool overwrite) {
  std::error_code code;
  if (fs::exists(m_folder, code) && !fs::is_directory(m_folder, code))
    return fail(ErrorKind::Exists, fmt::format("{} is a file; a bundle is a folder.", m_folder.string()));
  m_madeFolder = fs::create_directories(m_folder, code);
  if (code) return fail(errorOf(code.value(), m_folder));

  std::vector<std::string> leftovers;
  forEachTable([&](const auto& table) { leftovers.push_back(temporary(table.name).filename().string()); });
  for (fs::directory_iterator it(m_folder, code), end; !overwrite && !code && it != end; it.increment(code)) {
    if (std::ranges::find(leftovers, it->path().filename().string()) == leftovers.end())
      return fail(ErrorKind::Exists, fmt::format("The folder {} is not empty.", m_folder.string()));
  }
  if (code) return fail(errorOf(code.value(), m_folder));

  Result<void> fine;
  forEachTable([&](const auto& table) {
    const fs::file_status status = fs::symlink_status(target(table.name), code);
    if (fine && fs::exists(status) && !fs::is_regular_file(status) && !fs::is_symlink(status))
      fine = fail(ErrorKind::Exists, fmt::format("{} is not a file.", target(table.name).string()));
  });
  return fine;
}

std::vector<Property> BundleWriter::propertiesWithFormat() const {
  std::vector<Property> properties = m_records.properties;
  auto format = std::ranges::find(properties, std::string_view("format"), &Property::uid);
  if (format == properties.end()) format = properties.insert(format, Property{Uid("format"), {}});
  format->value = QString::fromUtf8(kBundleFormat.data(), static_cast<qsizetype>(kBundleFormat.size()));
  return properties;
}

Result<void> BundleWriter::writeTemporaries() {
  const std::vector<Property> properties = propertiesWithFormat();
  forEachTable([&](const auto& table) { m_rows += (m_records.*table.rows).size(); });
  Result<void> fine;
  forEachTable([&]<class R>(const RecordTable<R>& table) {
    if (!fine) return;
    if constexpr (std::is_same_v<R, Property>) {
      fine = writeTable(table, properties);
    } else {
      fine = writeTable(table, m_records.*table.rows);
    }
  });
  return fine;
}

bool BundleWriter::advance() {
  ++m_done;
  if (m_done % (m_rows / 100 + 1) == 0)
    m_progress.say(static_cast<std::int64_t>(m_done), static_cast<std::int64_t>(m_rows));
  return m_progress.stopRequested();
}

template <class R>
Result<void> BundleWriter::writeTable(const RecordTable<R>& table, const std::vector<R>& rows) {
  NewFile file(temporary(table.name));
  if (auto opened = file.open(); !opened) return opened;
  std::string buffer = csvHeader(table);
  for (const R* row : sortedRows(table, rows)) {
    if (auto appended = appendRow(buffer, table, *row); !appended) return appended;
    if (advance()) return fail(ErrorKind::Cancelled, "Writing the bundle was stopped.");
    if (buffer.size() < kBufferBytes) continue;
    if (auto written = file.write(buffer); !written) return written;
    buffer.clear();
  }
  if (auto written = file.write(buffer); !written) return written;
  return file.finish();
}

template <class R>
Result<void> BundleWriter::appendRow(std::string& out, const RecordTable<R>& table, const R& row) const {
  const std::size_t begin = out.size();
  appendCsvRow(out, table, row);
  if (findUnfitForCsv(std::string_view(out).substr(begin)) == std::string_view::npos) return {};
  for (const Column<R>& column : table.columns) {
    if (findUnfitForCsv(column.get(row)) != std::string_view::npos)
      return fail(ErrorKind::Invalid,
                  fmt::format("{}: '{}' of {} holds a control character or carriage return, "
                              "which a bundle cannot carry.",
                              target(table.name).filename().string(), column.name, table.uidOf(row)));
  }
  return {};
}

Result<void> BundleWriter::renameAll() {
  Result<void> fine;
  forEachTable([&](const auto& table) {
    if (fine && ::rename(temporary(table.name).c_str(), target(table.name).c_str()) != 0)
      fine = fail(errorOf(errno, target(table.name)));
  });
  if (!fine) return fine;
  // The renames are safe only when the folder is.
  const int folder = ::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return fail(errorOf(errno, m_folder));
  const bool synced = ::fsync(folder) == 0;
  const int number = errno;
  ::close(folder);
  if (!synced && number != EINVAL)
    return fail(errorOf(number, m_folder));  // EINVAL: a file system that cannot
  return {};
}

void BundleWriter::removeTemporaries() {
  forEachTable([this](const auto& table) { ::unlink(temporary(table.name).c_str()); });
  if (m_madeFolder) ::rmdir(m_folder.c_str());  // only if it is empty
}

}  // namespace

Result<void> writeBundle(const Records& records, const fs::path& folder, bool overwrite,
                         const Progress& progress) {
  return BundleWriter(records, folder, progress).write(overwrite);
}

}  // namespace entente
