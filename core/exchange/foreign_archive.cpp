// SPDX-License-Identifier: GPL-3.0-or-later
// Notes are kept up to a bound, and counted beyond it.
#include "core/exchange/foreign_archive.h"

#include <utility>

namespace entente {

namespace {

void add(ForeignArchive& archive, ImportNote note) {
  if (archive.notes.size() < kMostNotes) {
    archive.notes.push_back(std::move(note));
  } else {
    ++archive.unsaidNotes;
  }
}

}  // namespace

void ForeignArchive::remark(TablePlace place, std::string where, std::string text) {
  add(*this, {NoteKind::Remark, place, std::move(where), std::move(text)});
}

void ForeignArchive::refuse(TablePlace place, std::string where, std::string text) {
  ++refused;
  add(*this, {NoteKind::Refusal, place, std::move(where), std::move(text)});
}

}  // namespace entente
