// SPDX-License-Identifier: GPL-3.0-or-later
// Archive: one SQLite file of events, sources and claims; nothing above it sees SQL.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/dataset.h"
#include "core/model/event_detail.h"
#include "core/model/event_parties.h"
#include "core/model/record_tables.h"
#include "core/model/search_hit.h"
#include "core/model/source_use.h"
#include "core/time/instant.h"

namespace entente {

enum class Access : std::uint8_t { ReadOnly, ReadWrite };

/// Put one record (new, or in place of the one with its uid), or remove one.
struct PutRecord {
  std::variant<Property, Source, Actor, Place, Office, Accession, Summit, Message, Stage, Pledge, Position,
               Spending, Statement, Period, PlainEvent, Claim, Pin, Link, SavedView>
      record;
};
struct RemoveRecord {
  TableId table = TableId::Properties;
  Uid uid;
};
using RecordChange = std::variant<PutRecord, RemoveRecord>;

/// What a change is called in the history, and what it rests on.
struct ChangeNote {
  QString title;                              ///< in the editor's language; not empty
  std::optional<std::uint64_t> basedOn = {};  ///< the revision that the editor saw
};

/// One change of the history.
struct HistoryStep {
  std::int64_t number = 0;  ///< from 1; goes up, never used again
  QString title;
  Instant madeAt;
  bool undone = false;  ///< does not hold now, and neither does any step after it

  bool operator==(const HistoryStep&) const = default;
};

struct ArchiveInfo {
  std::filesystem::path path;
  std::uint32_t schemaVersion = 0;
  QString title;
  std::array<std::int64_t, std::tuple_size_v<AllRecordTypes>> counts{};  ///< rows a table, by TableId
  std::optional<FuzzyDate> earliest;                                     ///< date of the first event of all
  std::optional<FuzzyDate> latest;  ///< date of the event that ends last (open ends count as their begin)
  std::string fingerprint;          ///< 64 hexadecimal digits; the same for the same records

  [[nodiscard]] std::int64_t count(TableId table) const { return counts[static_cast<std::size_t>(table)]; }
};

/// An open archive. Use one object a thread. Files rest in journal mode DELETE and are in WAL mode only while
/// open for writing. A file that cannot be written, or whose folder cannot, is opened immutable when read.
class Archive {
 public:
  /// Makes an archive of the records, which must hold together (see checkRecords). It is built beside `path`
  /// and moved into place when whole, so that `path` is at every moment the old file, or the new one. Errors:
  /// Exists (without `overwrite`), Invalid, NoPermission, Full, Cancelled; in all of them `path` is as it
  /// was.
  [[nodiscard]] static Result<void> create(const std::filesystem::path& path, Records records, bool overwrite,
                                           const Progress& progress = {});

  /// Errors: NotFound, NoPermission, Foreign, Damaged, TooNew, and for ReadOnly Damaged also where a stopped
  /// program left an unfinished change (opening for writing finishes or undoes it). A refused file is not
  /// touched. Files up to 64 MiB are checked whole (structure, not texts: see verify); larger ones are read
  /// as they come.
  [[nodiscard]] static Result<Archive> open(const std::filesystem::path& path, Access access);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  [[nodiscard]] const std::filesystem::path& path() const;
  [[nodiscard]] Access access() const;
  /// Whether the file and its folder let this process write.
  [[nodiscard]] bool isWritable() const;

  [[nodiscard]] Result<ArchiveInfo> info() const;
  /// Every row, canonically ordered. O(archive).
  [[nodiscard]] Result<Records> records() const;
  /// The numeric columns of all events.
  [[nodiscard]] Result<Dataset> dataset() const;
  /// Titles of all curated events, by uid.
  [[nodiscard]] Result<std::vector<EventTitle>> titles() const;
  [[nodiscard]] Result<std::vector<Office>> offices() const;
  [[nodiscard]] Result<std::vector<Actor>> actors() const;
  [[nodiscard]] Result<std::vector<Source>> sources() const;
  [[nodiscard]] Result<std::vector<Accession>> accessions() const;
  [[nodiscard]] Result<std::vector<Place>> places() const;         ///< by uid
  [[nodiscard]] Result<std::vector<Property>> properties() const;  ///< in no particular order
  [[nodiscard]] Result<std::vector<Spending>> spending() const;
  [[nodiscard]] Result<std::vector<Claim>> claims() const;
  [[nodiscard]] Result<std::vector<Pin>> pins() const;
  [[nodiscard]] Result<std::vector<Stage>> stages() const;
  [[nodiscard]] Result<std::vector<Position>> positions() const;
  [[nodiscard]] Result<std::vector<Link>> links() const;
  /// Of every curated event, by key.
  [[nodiscard]] Result<std::vector<EventParties>> parties() const;
  /// One entry a source of the archive, also where nothing cites it, by uid.
  [[nodiscard]] Result<std::vector<SourceUse>> sourceUses() const;
  /// Everything that cites a source, by table, then time, then uid. Empty if there is no such source.
  [[nodiscard]] Result<std::vector<Reliance>> restingOn(const SourceUid& source) const;
  /// The curated events in which every word of `words` is found, in any field, in order of time (those
  /// without a date last). Case and accents are folded; the last letters of a word may be missing; words
  /// between quotation marks stand together. Words without a letter or digit are left out; if none is left
  /// the answer is empty. An archive of schema 1 that is open for reading has no index: one is made in memory
  /// at the first search.
  [[nodiscard]] Result<std::vector<SearchHit>> search(const QString& words) const;
  /// Saved views by position, then uid.
  [[nodiscard]] Result<std::vector<SavedView>> views() const;
  /// ErrorKind::NotFound if there is no such event, or it is a bulk event.
  [[nodiscard]] Result<EventDetail> detail(EventId id) const;

  /// Goes up with every change, also with an undone or redone one.
  [[nodiscard]] Result<std::uint64_t> revision() const;

  /// All or nothing, in one transaction, with derived data, digests and a new last step of the history; steps
  /// that are undone are dropped. What changes no record leaves no step, and no trace at all. Needs
  /// ReadWrite. ErrorKind::Invalid if a record would point at nothing, or something at a removed one, or
  /// without a title; ErrorKind::Conflict if the archive is of another revision than the change is based on;
  /// ErrorKind::Cancelled. O(archive), since the rules are checked over all records.
  [[nodiscard]] Result<void> change(const std::vector<RecordChange>& changes, const ChangeNote& note,
                                    const Progress& progress = {});
  /// Not a step of the history.
  [[nodiscard]] Result<void> removeBulkBatch(const BatchUid& batch);

  /// Every change since the archive was made, oldest first; kept in the file, with all that was removed, but
  /// not in bundles, and no part of the fingerprint. Empty for an archive of schema 1 or 2 that is open for
  /// reading.
  [[nodiscard]] Result<std::vector<HistoryStep>> history() const;
  /// Undoes or redoes changes until `number` is the last step that holds; 0: before the first. All or
  /// nothing, in one transaction, with derived data and digests; O(archive). An event that comes back has the
  /// key that it had. Needs ReadWrite. Errors: NotFound if there is no such step; Conflict as for change();
  /// Damaged if a step on the way is spoilt or does not fit the records.
  [[nodiscard]] Result<void> goToStep(std::int64_t number, std::optional<std::uint64_t> basedOn = {});

  /// What is wrong with the file, one sentence each; empty if it is whole: structure, foreign keys, digests
  /// of every table (so that a flipped byte in a text is found), checksums of bulk chunks and of the steps of
  /// the history, derived data.
  /// O(archive).
  [[nodiscard]] Result<std::vector<std::string>> verify(const Progress& progress = {}) const;

  /// A copy of the archive as it is now, complete or not there at all. ErrorKind::Exists if the target is
  /// there.
  [[nodiscard]] Result<void> backupTo(const std::filesystem::path& target,
                                      const Progress& progress = {}) const;

 private:
  struct Impl;
  explicit Archive(std::unique_ptr<Impl> impl);
  [[nodiscard]] Result<void> mayChange() const;
  [[nodiscard]] Result<void> checkRevision(const std::optional<std::uint64_t>& basedOn) const;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace entente
