// SPDX-License-Identifier: GPL-3.0-or-later
// Event edits: another kind, tags and grades for one event or several.
#pragma once

#include <vector>

#include "core/view/record_references.h"

namespace entente {

/// An event as one of another kind.
struct ConvertedEvent {
  EditableRecord record;
  std::vector<LostField> lost;            ///< what the new kind cannot hold
  std::vector<std::string_view> missing;  ///< columns that it needs and that are empty
};

/// Fields of one name and sort stay. A speaker is a sender and the other way round, a text a quotation; where
/// there is no field for them they take part as "by", "from", "to", and come back from there; whoever is
/// bound takes part as "bound"; documents of a summit are sources. `stages`: of the event, if it is a
/// message: the day of its sending, else of its first stage, is its date.
[[nodiscard]] ConvertedEvent convertEvent(const EditableRecord& event, EventKind kind,
                                          const std::vector<Stage>& stages);

/// All of them become events of that kind. ErrorKind::Invalid if one lacks what the kind needs.
[[nodiscard]] Result<RecordChanges> changeKind(const Records& now, const std::vector<RecordKey>& events,
                                               EventKind kind, const NoteWriter& note);

/// Those that have the tag already, or have not, are left alone. A tag has neither spaces around it nor a
/// semicolon.
[[nodiscard]] Result<RecordChanges> addTag(const Records& now, const std::vector<RecordKey>& events,
                                           const QString& tag);
[[nodiscard]] Result<RecordChanges> removeTag(const Records& now, const std::vector<RecordKey>& events,
                                              const QString& tag);

/// Grades every source that the events' own records name.
[[nodiscard]] Result<RecordChanges> gradeSources(const Records& now, const std::vector<RecordKey>& events,
                                                 std::optional<Reliability> grade);

}  // namespace entente
