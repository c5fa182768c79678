// SPDX-License-Identifier: GPL-3.0-or-later
// Record references: what becomes of rows that refer to records which go or move: deleting and merging.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "core/view/record_edits.h"

namespace entente {

/// What becomes of some records. Neither is rewritten itself.
struct ReferenceMoves {
  std::set<RecordKey> gone;
  std::map<RecordKey, RecordKey> moved;  ///< to another uid, or of an event to the table of another kind
};

/// `changes` holds those of the rows around, not of the records that go or move.
struct ReferenceEdits {
  RecordChanges changes;
  std::vector<RecordKey> goes;       ///< cannot be without what is gone, or would say the same twice
  std::vector<RecordKey> loses;      ///< stays, and no longer mentions what is gone
  std::vector<RecordKey> follows;    ///< stays, and names what has moved
  std::vector<RecordKey> obstacles;  ///< needs what is gone, and cannot be changed: batches of an import
};

/// - A row goes if a reference that it must have is gone (of a list: all of them), and then what refers to
///   it, and so on. Claims, pins and links must have both ends, a claim about a figure one edition of it.
/// - Other references are dropped, or follow what has moved; a list then names nobody twice.
/// - Claims that a claim which goes tied together stay tied.
/// - A claim about a field that an event of another kind does not have becomes one about a question of that
///   name.
/// - Of two pins of one topic the one that moved goes, and so does what has become a copy of another office,
///   accession, position, figure or link, or a link of a thing with itself.
/// O(archive) for each step of such a chain.
[[nodiscard]] ReferenceEdits follow(const Records& records, ReferenceMoves moves);

/// What deleting some records does.
struct DeletionPlan {
  std::vector<RecordKey> asked;
  std::vector<RecordKey> goes;
  std::vector<RecordKey> loses;
  std::vector<RecordKey> obstacles;  ///< while there are some nothing can be deleted
  RecordChanges changes;             ///< all of it

  /// Nothing else is touched.
  [[nodiscard]] bool isSimple() const { return goes.empty() && loses.empty() && obstacles.empty(); }
};
[[nodiscard]] DeletionPlan planDeletion(const Records& records, const std::vector<RecordKey>& asked);
/// The same, if it still is the one that was confirmed; ErrorKind::Conflict if it would take more.
[[nodiscard]] Result<RecordChanges> deleteAsPlanned(const Records& now, const DeletionPlan& plan);

/// A value that has no place in the record that is left.
struct LostField {
  std::string_view column;
  std::string value;  ///< canonical text; of stages "sent 2025-06-24"

  bool operator==(const LostField&) const = default;
};
/// Says what has no place, as a paragraph for the note; `was` is the table that it stood in. Runs on the
/// archive's thread.
using NoteWriter =
    std::function<QString(const Records& records, TableId was, const std::vector<LostField>& lost)>;
/// Two paragraphs, or the one that is not empty.
[[nodiscard]] QString withParagraph(const QString& note, const QString& more);

/// Makes one record of two of a table (actors, places, sources): what referred to `other` refers to `kept`,
/// whose empty fields are filled; what differs goes into its note. Errors: NotFound; Invalid where a batch of
/// an import rests on the source that would go.
[[nodiscard]] Result<RecordChanges> mergeRecords(const Records& now, TableId table, const Uid& kept,
                                                 const Uid& other, const NoteWriter& note);

}  // namespace entente
