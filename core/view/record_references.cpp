// SPDX-License-Identifier: GPL-3.0-or-later
// Rewrites references column by column until nothing more goes.
#include "core/view/record_references.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente {

namespace {

/// What rewriting did to a row, the worse the later.
enum class Fate : std::uint8_t { Untouched, Follows, Loses, Goes };

struct Rewritten {
  std::string cell;
  Fate fate = Fate::Untouched;
};

bool hasField(TableId table, std::string_view field) {
  if (table == TableId::Messages && field.starts_with("stage:")) return true;
  return std::ranges::any_of(columnsOf(table),
                             [field](const ColumnFacts& column) { return column.name == field; });
}

class Follower {
 public:
  Follower(const Records& records, ReferenceMoves moves) : m_records(records), m_moves(std::move(moves)) {}

  ReferenceEdits run() {
    while (findGoing()) {
    }
    findHeirs();
    findPins();
    forEachTable([this](const auto& table) { change(table); });
    return std::move(m_edits);
  }

 private:
  [[nodiscard]] bool isTaken(const RecordKey& key) const {
    return m_moves.gone.contains(key) || m_moves.moved.contains(key);
  }

  /// Where a reference to a row of the table leads now; nothing if nowhere.
  [[nodiscard]] std::optional<RecordKey> now(const RecordKey& key) const {
    if (m_moves.gone.contains(key)) return std::nullopt;
    const auto moved = m_moves.moved.find(key);
    return moved == m_moves.moved.end() ? key : moved->second;
  }

  [[nodiscard]] Rewritten rewriteTyped(const std::string& cell) const {
    auto ref = RecordRef::parse(cell);
    if (!ref) return {cell};
    if (ref->kind == RecordKind::Figure) {
      const std::size_t slash = ref->uid.find('/');
      const auto actor = now({TableId::Actors, ref->uid.substr(0, slash)});
      if (!actor) return {{}, Fate::Goes};
      ref->uid = actor->uid + ref->uid.substr(slash);
      if (!m_figures.contains(ref->uid)) return {{}, Fate::Goes};
    } else {
      const auto table = tableOf(ref->kind);
      const auto there = table ? now({*table, ref->uid}) : std::nullopt;
      const auto kind = there ? referenceKindOf(there->table) : std::nullopt;
      if (!kind) return {{}, Fate::Goes};
      *ref = {*kind, there->uid};
    }
    std::string text = ref->text();
    const Fate fate = text == cell ? Fate::Untouched : Fate::Follows;
    return {std::move(text), fate};
  }

  /// One uid or a list of them, each with what stands around it ("role:", "@date").
  template <class R>
  [[nodiscard]] Rewritten rewriteUids(const Column<R>& column, const std::string& cell) const {
    Rewritten made;
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < cell.size();) {
      const std::size_t stop = std::min(cell.find(';', begin), cell.size());
      const std::string part = cell.substr(begin, stop - begin);
      begin = stop + 1;
      const std::size_t first = column.type == CellType::ParticipantList ? part.find(':') + 1 : 0;
      const std::size_t last =
          column.type == CellType::AdherentList ? std::min(part.find('@'), part.size()) : part.size();
      const Uid uid = part.substr(first, last - first);
      const auto there = now({*column.target, uid});
      if (!there || there->table != *column.target) {
        made.fate = Fate::Loses;
        continue;
      }
      if (there->uid != uid && made.fate == Fate::Untouched) made.fate = Fate::Follows;
      std::string kept = part.substr(0, first) + there->uid + part.substr(last);
      if (std::ranges::find(parts, kept) == parts.end()) parts.push_back(std::move(kept));
    }
    if (made.fate == Fate::Untouched) return {cell};
    for (const std::string& part : parts)
      made.cell += (made.cell.empty() ? "" : ";") + part;
    if (column.required && made.cell.empty()) made.fate = Fate::Goes;
    return made;
  }

  template <class R>
  [[nodiscard]] Rewritten rewrite(const Column<R>& column, const R& row) const {
    if (column.type == CellType::TypedReference) return rewriteTyped(column.get(row));
    if (column.target) return rewriteUids(column, column.get(row));
    return {};
  }

  void findFigures() {
    m_figures.clear();
    for (const Spending& row : m_records.spending) {
      if (m_moves.gone.contains({TableId::Spending, row.uid.value})) continue;
      Spending moved = row;
      if (const auto actor = now({TableId::Actors, row.actor.value})) moved.actor = ActorUid(actor->uid);
      m_figures.insert(figureKey(moved));
    }
  }

  /// True if something goes that did not before.
  bool findGoing() {
    findFigures();
    bool more = false;
    forEachTable([&]<class R>(const RecordTable<R>& table) {
      if (table.id == TableId::BulkEvents) return;  // they refer to their batches alone
      for (const R& row : m_records.*table.rows) {
        const RecordKey key{table.id, table.uidOf(row)};
        if (isTaken(key)) continue;
        for (const Column<R>& column : table.columns) {
          if (rewrite(column, row).fate != Fate::Goes) continue;
          m_moves.gone.insert(key);
          m_edits.goes.push_back(key);
          m_edits.changes.emplace_back(RemoveRecord{key.table, key.uid});
          more = true;
          break;
        }
      }
    });
    return more;
  }

  /// Which claim those that a gone one tied together are tied to now.
  void findHeirs() {
    std::unordered_map<std::string, const Claim*> byUid;
    for (const Claim& claim : m_records.claims)
      byUid.emplace(claim.uid.value, &claim);
    std::unordered_map<std::string, std::string> firstOf;  // top gone claim -> the first that it tied
    for (const Claim& claim : m_records.claims) {
      if (isTaken({TableId::Claims, claim.uid.value}) || claim.agreesWith.value.empty()) continue;
      std::string at = claim.agreesWith.value;
      std::string top;
      while (!at.empty() && m_moves.gone.contains({TableId::Claims, at})) {
        top = at;
        at = byUid.contains(at) ? byUid.at(at)->agreesWith.value : std::string();
        if (at == claim.agreesWith.value) at.clear();
      }
      if (top.empty()) continue;
      if (at.empty()) {
        const auto [first, isFirst] = firstOf.emplace(top, claim.uid.value);
        if (!isFirst) at = first->second;
      }
      m_heirs[claim.uid.value] = at == claim.uid.value ? std::string() : at;
    }
  }

  /// Pins of topics that another pin has already, once both are about one record.
  void findPins() {
    std::set<std::tuple<std::string, QString, QString>> pinned;
    for (const bool moved : {false, true}) {
      for (const Pin& pin : m_records.pins) {
        const RecordKey key{TableId::Pins, pin.uid.value};
        if (isTaken(key)) continue;
        const std::string before = pin.subject.text();
        const std::string subject = rewriteTyped(before).cell;
        if ((subject != before) == moved && !pinned.emplace(subject, pin.field, pin.question).second) {
          m_moves.gone.insert(key);
          m_edits.goes.push_back(key);
          m_edits.changes.emplace_back(RemoveRecord{key.table, key.uid});
        }
      }
    }
  }

  template <class R>
  static void askInsteadOfField(R& row, const RecordRef& before) {
    if (row.subject.kind == before.kind || row.field.isEmpty()) return;
    const auto table = tableOf(row.subject.kind);
    if (!table || hasField(*table, row.field.toStdString())) return;
    row.question = std::exchange(row.field, QString());
  }

  /// All cells but the uid, for tables in which a second row of the same content says nothing.
  template <class R>
  static std::string contentOf(const RecordTable<R>& table, const R& row) {
    std::string content;
    for (const Column<R>& column : table.columns.subspan(1))
      content += column.get(row) + '\x1f';
    return content;
  }

  template <class R>
  void change(const RecordTable<R>& table) {
    if (table.id == TableId::BulkEvents) return;
    const bool saysTwice = table.id == TableId::Offices || table.id == TableId::Accessions ||
                           table.id == TableId::Positions || table.id == TableId::Spending ||
                           table.id == TableId::Links;
    std::unordered_set<std::string> contents;
    std::vector<std::pair<R, Fate>> changed;
    for (const R& row : m_records.*table.rows) {
      if (isTaken({table.id, table.uidOf(row)})) continue;
      R made = row;
      Fate fate = Fate::Untouched;
      for (const Column<R>& column : table.columns) {
        const Rewritten cell = rewrite(column, row);
        if (cell.fate == Fate::Untouched) continue;
        fate = std::max(fate, cell.fate);
        std::ignore = column.set(made, cell.cell);
      }
      if constexpr (std::is_same_v<R, Claim>) {
        if (const auto heir = m_heirs.find(row.uid.value); heir != m_heirs.end())
          made.agreesWith = ClaimUid(heir->second);
      }
      if constexpr (std::is_same_v<R, Claim> || std::is_same_v<R, Pin>) askInsteadOfField(made, row.subject);
      if (fate != Fate::Untouched) {
        changed.emplace_back(std::move(made), fate);
      } else if (saysTwice && !m_moves.moved.empty()) {
        contents.insert(contentOf(table, row));
      }
    }
    for (auto& [row, fate] : changed) {
      bool isDouble = saysTwice && !contents.insert(contentOf(table, row)).second;
      if constexpr (std::is_same_v<R, Link>) isDouble = isDouble || row.from == row.to;
      take(table, std::move(row), isDouble ? Fate::Goes : fate);
    }
  }

  template <class R>
  void take(const RecordTable<R>& table, R row, Fate fate) {
    const RecordKey key{table.id, table.uidOf(row)};
    if constexpr (std::is_same_v<R, BulkBatch> || std::is_same_v<R, BulkEvent>) {
      m_edits.obstacles.push_back(key);
    } else {
      if (fate == Fate::Goes) {
        m_edits.goes.push_back(key);
        m_edits.changes.emplace_back(RemoveRecord{key.table, key.uid});
        return;
      }
      (fate == Fate::Loses ? m_edits.loses : m_edits.follows).push_back(key);
      m_edits.changes.emplace_back(PutRecord{std::move(row)});
    }
  }

  const Records& m_records;
  ReferenceMoves m_moves;
  ReferenceEdits m_edits;
  std::unordered_set<std::string> m_figures;             ///< keys that have a row
  std::unordered_map<std::string, std::string> m_heirs;  ///< claim -> what it agrees with now
};

}  // namespace

ReferenceEdits follow(const Records& records, ReferenceMoves moves) {
  return Follower(records, std::move(moves)).run();
}

DeletionPlan planDeletion(const Records& records, const std::vector<RecordKey>& asked) {
  DeletionPlan plan;
  ReferenceMoves moves;
  for (const RecordKey& key : asked) {
    if (findRecord(records, key) && moves.gone.insert(key).second) plan.asked.push_back(key);
  }
  ReferenceEdits edits = follow(records, std::move(moves));
  plan.goes = std::move(edits.goes);
  plan.loses = std::move(edits.loses);
  plan.obstacles = std::move(edits.obstacles);
  plan.changes = std::move(edits.changes);
  for (const RecordKey& key : plan.asked)
    plan.changes.emplace_back(RemoveRecord{key.table, key.uid});
  return plan;
}

Result<RecordChanges> deleteAsPlanned(const Records& now, const DeletionPlan& plan) {
  DeletionPlan fresh = planDeletion(now, plan.asked);
  if (!fresh.obstacles.empty())
    return fail(ErrorKind::Invalid, "A batch of machine-coded events rests on it; remove the batch first.");
  const auto isKnown = [&plan](const RecordKey& key) {
    return std::ranges::find(plan.goes, key) != plan.goes.end();
  };
  if (!std::ranges::all_of(fresh.goes, isKnown))
    return fail(ErrorKind::Conflict, "More would be deleted by now than was shown; look at it again.");
  return std::move(fresh.changes);
}

QString withParagraph(const QString& note, const QString& more) {
  if (note.isEmpty() || more.isEmpty()) return note + more;
  return note + QStringLiteral("\n\n") + more;
}

Result<RecordChanges> mergeRecords(const Records& now, TableId table, const Uid& kept, const Uid& other,
                                   const NoteWriter& note) {
  auto left = findRecord(now, {table, kept});
  const auto gone = findRecord(now, {table, other});
  if (!left || !gone || kept == other) return fail(ErrorKind::NotFound, "One of the two is no longer there.");
  std::vector<LostField> lost;
  std::string moreNote;
  for (const ColumnFacts& column : columnsOf(table)) {
    if (column.type == CellType::OwnUid) continue;
    const std::string mine = cellOf(*left, column.name);
    std::string theirs = cellOf(*gone, column.name);
    if (theirs.empty() || theirs == mine) continue;
    if (column.name == "note") {
      moreNote = std::move(theirs);
    } else if (mine.empty()) {
      std::ignore = setCell(*left, column.name, theirs);
    } else {
      lost.push_back({column.name, std::move(theirs)});
    }
  }
  QString text =
      withParagraph(QString::fromStdString(cellOf(*left, "note")), QString::fromStdString(moreNote));
  if (!lost.empty() && note) text = withParagraph(text, note(now, table, lost));
  std::ignore = setCell(*left, "note", text.toStdString());
  ReferenceMoves moves;
  moves.moved.emplace(RecordKey{table, other}, RecordKey{table, kept});
  ReferenceEdits edits = follow(now, std::move(moves));
  if (!edits.obstacles.empty())
    return fail(ErrorKind::Invalid, "A batch of machine-coded events rests on the one that would go.");
  RecordChanges changes = std::move(edits.changes);
  changes.emplace_back(PutRecord{std::move(*left)});
  changes.emplace_back(RemoveRecord{table, other});
  return changes;
}

}  // namespace entente
