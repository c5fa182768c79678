// SPDX-License-Identifier: GPL-3.0-or-later
// What rests on which source, and dates that say nothing, read off the columns of every table.
#include <algorithm>
#include <map>
#include <type_traits>
#include <unordered_set>

#include "core/ledger/consistency_checks.h"
#include "core/model/record_tables.h"

namespace entente {

namespace {

/// How many records name each source, each record once.
std::unordered_map<std::string, int> countUses(const Records& records) {
  std::unordered_map<std::string, int> uses;
  forEachTable([&](const auto& table) {
    std::vector<const std::remove_cvref_t<decltype(table.columns.front())>*> columns;
    for (const auto& column : table.columns) {
      if (column.target == TableId::Sources) columns.push_back(&column);
    }
    if (columns.empty()) return;
    for (const auto& row : records.*table.rows) {
      std::vector<Uid> named;
      for (const auto* column : columns) {
        for (Uid& uid : uidsIn(column->type, column->get(row)))
          named.push_back(std::move(uid));
      }
      std::ranges::sort(named);
      named.erase(std::unique(named.begin(), named.end()), named.end());
      for (const Uid& uid : named)
        ++uses[uid];
    }
  });
  return uses;
}

void checkSourceRecords(const Records& records, Findings& findings) {
  const std::unordered_map<std::string, int> uses = countUses(records);
  for (const Source& source : records.sources) {
    const RecordRef ref{RecordKind::Source, source.uid.value};
    if (source.accessed && source.published) {
      if (const auto badness = badnessOfBefore(*source.accessed, *source.published)) {
        findings.push_back(
            {CheckId::AccessedBeforePublished, *badness, ref, {}, {*source.accessed, *source.published}, {}});
      }
    }
    const auto used = uses.find(source.uid.value);
    if (!source.reliability && used != uses.end()) {
      findings.push_back(
          {CheckId::SourceWithoutGrade, Severity::Note, ref, {}, {}, {QString::number(used->second)}});
    }
  }
}

/// The uids of the events behind which a source stands, be it that of a part of them.
std::unordered_set<std::string> sourcedEvents(const Records& records) {
  std::unordered_set<std::string> sourced;
  forEachEvent(records, [&](RecordKind, const Event& event) {
    if (!event.sources.empty()) sourced.insert(event.uid.value);
  });
  for (const Summit& summit : records.summits) {
    if (!summit.documents.empty()) sourced.insert(summit.event.uid.value);
  }
  for (const Stage& stage : records.stages) {
    if (!stage.source.value.empty()) sourced.insert(stage.message.value);
  }
  for (const Position& position : records.positions) {
    if (!position.source.value.empty()) sourced.insert(position.pledge.value);
  }
  for (const Claim& claim : records.claims) {
    if (isEventKind(claim.subject.kind)) sourced.insert(claim.subject.uid);
  }
  return sourced;
}

void checkWithoutSource(const Records& records, Findings& findings) {
  const auto find = [&](RecordRef record, std::vector<RecordRef> part, std::vector<QString> word) {
    findings.push_back(
        {CheckId::WithoutSource, Severity::Note, std::move(record), std::move(part), {}, std::move(word)});
  };
  const std::unordered_set<std::string> sourced = sourcedEvents(records);
  forEachEvent(records, [&](RecordKind kind, const Event& event) {
    if (!sourced.contains(event.uid.value)) find(eventRef(kind, event), {}, {});
  });
  for (const Stage& stage : records.stages) {
    if (stage.source.value.empty())
      find({RecordKind::Message, stage.message.value}, {{RecordKind::Stage, stage.uid.value}},
           {wordAsText(stage.stage)});
  }
  for (const Position& position : records.positions) {
    if (position.source.value.empty())
      find({RecordKind::Pledge, position.pledge.value}, {{RecordKind::Position, position.uid.value}}, {});
  }
  for (const Office& office : records.offices) {
    if (office.source.value.empty()) find({RecordKind::Office, office.uid.value}, {}, {});
  }
  for (const Accession& accession : records.accessions) {
    if (accession.source.value.empty()) find({RecordKind::Accession, accession.uid.value}, {}, {});
  }
}

std::optional<RecordKind> kindOf(TableId table) {
  for (std::size_t i = 0; i < Words<RecordKind>::list.size(); ++i) {
    const auto kind = static_cast<RecordKind>(i);
    if (tableOf(kind) == table) return kind;
  }
  return std::nullopt;  // properties, pins, views and batches are nothing that one can jump to
}

bool saysNothing(const FuzzyDate& date) {
  const DateBounds& bounds = date.bounds();
  if (bounds.earliestBegin == kBeginningOfTime && bounds.latestEnd == kEndOfTime) return true;
  // "XXXX"; "XXXX-12-24" says which day of the year it is.
  return date.form() == EdtfForm::Date && date.precision() == DatePrecision::AllTime &&
         !date.begin().hasMonth;
}

void checkDates(const Records& records, Findings& findings) {
  forEachTable([&](const auto& table) {
    const std::optional<RecordKind> kind = kindOf(table.id);
    if (!kind) return;
    for (const auto& column : table.columns) {
      if (column.type != CellType::Date) continue;
      for (const auto& row : records.*table.rows) {
        const std::string cell = column.get(row);
        // Most dates need no second look.
        if (cell.find_first_of("X/.") == std::string::npos) continue;
        const auto date = FuzzyDate::parse(cell);
        if (!date || !saysNothing(*date)) continue;
        findings.push_back(
            {CheckId::DateSaysNothing,
             Severity::Note,
             {*kind, table.uidOf(row)},
             {},
             {*date},
             {QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size()))}});
      }
    }
  });
}

}  // namespace

void checkSources(const Records& records, Findings& findings) {
  checkSourceRecords(records, findings);
  checkWithoutSource(records, findings);
  checkDates(records, findings);
}

}  // namespace entente
