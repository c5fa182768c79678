// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every ForeignArchive, whatever the bytes were.
#pragma once

#include <algorithm>
#include <cstddef>

#include "core/base/check.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"

namespace entente {

/// As archives take them: valid, without control characters but TAB and LF.
inline void checkText(const QString& text) {
  check(text.isValidUtf16(), "texts are valid");
  for (const QChar c : text)
    check(c.unicode() >= 0x20 || c == u'\n' || c == u'\t', "texts have no control characters");
}

inline void checkForeign(const Result<ForeignArchive>& read) {
  if (!read) {
    check(!read.error().message.empty(), "a refusal says why");
    return;
  }
  std::size_t refusals = read->unsaidNotes;
  for (const ImportNote& note : read->notes) {
    check(!note.text.empty(), "a note says something");
    if (note.kind == NoteKind::Refusal) ++refusals;
  }
  check(refusals >= read->refused, "every refused entry has its note");
  for (const ForeignEvent& event : read->events) {
    check(!event.title.isEmpty(), "an entry has a title");
    for (const QString& text : {event.key, event.title, event.summary, event.where, event.note})
      checkText(text);
    for (const ForeignSource& source : event.sources) {
      checkText(source.source.title);
      checkText(source.source.url);
    }
    check(!event.when || FuzzyDate::read(event.when->edtf()).has_value(), "a date is EDTF");
    check(event.latitude.has_value() == event.longitude.has_value(), "a place has both degrees or none");
    for (const QString& tag : event.tags) {
      checkText(tag);
      check(!tag.isEmpty() && std::count(event.tags.begin(), event.tags.end(), tag) == 1, "tags stand once");
    }
  }
  for (const auto& [what, entries] : read->leftOut)
    check(!what.empty() && entries > 0, "what is left out has a name and a count");
}

}  // namespace entente
