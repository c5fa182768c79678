// SPDX-License-Identifier: GPL-3.0-or-later
// Fills pools from the snapshot when they are first asked for.
#include "app/panes/form_choices.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "app/words/field_words.h"
#include "core/ledger/text_folding.h"

namespace entente {

namespace {

struct ChoiceWords {
  Q_DECLARE_TR_FUNCTIONS(FormChoices)
};

QString choiceName(TableId table, std::string_view column, std::string_view word) {
  for (const auto& [one, name] : fieldChoices(table, column)) {
    if (one == word) return name;
  }
  return {};
}

RecordChoice choiceOf(const EditableRecord& record, bool isMade) {
  const RecordKey key = keyOf(record);
  QStringList detail;
  if (isMade) detail << ChoiceWords::tr("new");
  if (const auto* actor = std::get_if<Actor>(&record)) {
    detail << choiceName(TableId::Actors, "kind", wordOf(actor->kind)).toLower();
    if (!actor->country.isEmpty()) detail << actor->country;
  } else if (const auto* place = std::get_if<Place>(&record)) {
    if (!place->country.isEmpty()) detail << place->country;
  } else if (const auto* source = std::get_if<Source>(&record)) {
    if (!source->publisher.isEmpty()) detail << source->publisher.simplified();
    if (source->published) detail << dateInWords(*source->published);
  }
  return {key.uid, titleOf(record), detail.join(QStringLiteral(", ")), {}};
}

RecordChoice choiceOf(const EventTitle& title, bool isTyped) {
  QStringList detail{eventKindInWords(title.kind).toLower()};
  if (title.when) detail << dateInWords(*title.when);
  const std::string cell =
      isTyped ? RecordRef{recordKindOf(title.kind), title.uid.value}.text() : title.uid.value;
  return {cell, title.title.simplified(), detail.join(QStringLiteral(", ")), {}};
}

}  // namespace

bool isMadeByName(TableId table) {
  return table == TableId::Actors || table == TableId::Places || table == TableId::Sources;
}

void FormChoices::fill(std::vector<RecordChoice>& choices, const Pool& pool) const {
  const ArchiveContent& content = *m_snapshot->content;
  const auto take = [&choices](const auto& rows) {
    for (const auto& row : rows)
      choices.push_back(choiceOf(EditableRecord(row), false));
  };
  if (pool == TableId::Actors) take(content.actors);
  if (pool == TableId::Places) take(content.places);
  if (pool == TableId::Sources) take(content.ledger->sources);
  if (!pool || isEventTable(*pool)) {
    for (const EventTitle& raw : content.titles) {
      if (pool && tableOf(raw.kind) != *pool) continue;
      const EventTitle* seen = m_snapshot->title(raw.id);
      choices.push_back(choiceOf(seen ? *seen : raw, !pool));
    }
  }
  for (RecordChoice& choice : choices)
    choice.folded = foldedWords(choice.name + QLatin1Char(' ') + choice.detail);
  std::ranges::sort(choices, [](const RecordChoice& a, const RecordChoice& b) {
    return QString::localeAwareCompare(a.name, b.name) < 0;
  });
}

std::vector<RecordChoice>& FormChoices::poolOf(const Pool& pool) {
  const auto [found, isNew] = m_pools.try_emplace(pool);
  if (isNew) fill(found->second, pool);
  return found->second;
}

std::vector<RecordChoice> FormChoices::matching(const Pool& pool, const QString& words, std::size_t most) {
  const QString whole = foldedWords(words);
  const QStringList parts = whole.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  std::vector<RecordChoice> first;
  std::vector<RecordChoice> others;
  for (const RecordChoice& choice : poolOf(pool)) {
    if (first.size() == most) break;
    const auto holds = [&choice](const QString& part) { return choice.folded.contains(part); };
    if (!std::ranges::all_of(parts, holds)) continue;
    if (choice.folded.startsWith(whole)) {
      first.push_back(choice);
    } else if (others.size() < most) {
      others.push_back(choice);
    }
  }
  for (std::size_t i = 0; i < others.size() && first.size() < most; ++i)
    first.push_back(std::move(others[i]));
  return first;
}

std::optional<RecordChoice> FormChoices::named(const Pool& pool, const QString& name) {
  std::optional<RecordChoice> found;
  for (const RecordChoice& choice : poolOf(pool)) {
    if (choice.name.compare(name.simplified(), Qt::CaseInsensitive) != 0) continue;
    if (found) return std::nullopt;
    found = choice;
  }
  return found;
}

RecordChoice FormChoices::of(const Pool& pool, const std::string& cell) {
  const std::vector<RecordChoice>& choices = poolOf(pool);
  const auto found = std::ranges::find(choices, cell, &RecordChoice::cell);
  if (found != choices.end()) return *found;
  return {cell, QString::fromStdString(cell), {}, {}};
}

std::string FormChoices::make(EditableRecord record) {
  const TableId table = keyOf(record).table;
  std::vector<RecordChoice>& choices = poolOf(table);
  std::string wish = wishedUid(record);
  if (wish.empty()) wish = tableName(table);
  std::string uid = wish;
  for (int number = 2; std::ranges::find(choices, uid, &RecordChoice::cell) != choices.end(); ++number)
    uid = wish + '-' + std::to_string(number);
  std::ignore = setCell(record, "uid", uid);
  RecordChoice choice = choiceOf(record, true);
  choice.folded = foldedWords(choice.name);
  choices.push_back(std::move(choice));
  m_made.push_back(std::move(record));
  return uid;
}

}  // namespace entente
