// SPDX-License-Identifier: GPL-3.0-or-later
// Looks up every reference in sorted lists of uids; then the rules of claims, places, countries and views.
#include "core/model/record_checks.h"

#include <fmt/core.h>

#include <QJsonDocument>
#include <QJsonParseError>
#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace entente {

namespace {

/// C0 and C1 controls but tab and line feed: what CSV cannot carry (a bundle's reader refuses them too).
/// UTF-8.
bool hasControlCharacter(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F) return true;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
  }
  return false;
}

constexpr std::size_t kTableCount = std::tuple_size_v<AllRecordTypes>;

/// The six event tables share one space of uids; every other table has its own.
std::size_t spaceOf(TableId id) {
  return static_cast<std::size_t>(isEventTable(id) ? TableId::Summits : id);
}

struct Owner {
  Uid uid;
  RowPlace place;

  auto operator<=>(const Owner&) const = default;
};

/// Whether a claim about a record of this kind may name this field.
bool isFieldOf(RecordKind kind, std::string_view field) {
  constexpr std::string_view kStage = "stage:";
  if (kind == RecordKind::Message && field.starts_with(kStage))
    return fromWord<StageKind>(field.substr(kStage.size())).has_value();
  const TableId id = tableOf(kind).value_or(TableId::Spending);
  bool found = false;
  forEachTable([&](const auto& table) {
    if (table.id != id) return;
    for (const auto& column : table.columns)
      found = found || column.name == field;
  });
  return found;
}

/// What a claim or pin is about.
template <class R>
auto topicOf(const R& record) {
  return std::tie(record.subject, record.field, record.question);
}

/// What could not be read says nothing, and is told elsewhere.
template <class R>
bool hasTopic(const R& record) {
  return !record.subject.uid.empty() && (!record.field.isEmpty() || !record.question.isEmpty());
}

class RecordChecker {
 public:
  RecordChecker(const Records& records, const std::set<TableId>& incomplete)
      : m_records(records), m_incomplete(incomplete) {}

  std::vector<RecordProblem> run() {
    collectOwners();
    noteTakenUids();
    forEachTable([this](const auto& table) {
      checkTexts(table);
      checkReferences(table);
    });
    checkClaims();
    checkCircles();
    checkPins();
    checkPlaces();
    for (std::size_t row = 0; row < m_records.actors.size(); ++row)
      checkCountry(TableId::Actors, row, m_records.actors[row].uid.value, m_records.actors[row].country);
    checkViews();
    std::ranges::stable_sort(m_problems, {}, [](const RecordProblem& p) { return RowPlace{p.table, p.row}; });
    return std::move(m_problems);
  }

 private:
  void note(TableId table, std::size_t row, Uid uid, std::string_view column, std::string reason) {
    m_problems.push_back({table, std::move(uid), column, std::move(reason), row, {}});
  }

  void collectOwners();
  void noteTakenUids();
  [[nodiscard]] const Owner* ownerOf(TableId table, std::string_view uid) const;
  [[nodiscard]] bool exists(TableId table, std::string_view uid) const {
    return m_incomplete.contains(table) || ownerOf(table, uid) != nullptr;
  }
  [[nodiscard]] std::string whyMissing(std::string_view typedReference) const;
  template <class R>
  void checkReferences(const RecordTable<R>& table);
  template <class R>
  void checkTexts(const RecordTable<R>& table);
  template <class R>
  void checkTopic(TableId table, std::size_t row, const R& record, std::string_view what);
  void checkClaims();
  void checkAgreement(std::size_t row);
  void checkCircles();
  [[nodiscard]] const Claim* agreedWith(const Claim& claim) const;
  void checkField(TableId table, std::size_t row, const Uid& uid, const RecordRef& subject,
                  const QString& field);
  void checkPins();
  void checkPlaces();
  void checkCountry(TableId table, std::size_t row, const Uid& uid, const QString& country);
  void checkViews();

  const Records& m_records;
  const std::set<TableId>& m_incomplete;
  std::array<std::vector<Owner>, kTableCount> m_owners;  ///< by space, sorted by uid, then place
  std::vector<std::string> m_figures;                    ///< keys of all spending rows, sorted
  std::vector<RecordProblem> m_problems;
};

void RecordChecker::collectOwners() {
  forEachTable([this](const auto& table) {
    const auto& rows = m_records.*table.rows;
    std::vector<Owner>& owners = m_owners[spaceOf(table.id)];
    owners.reserve(owners.size() + rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
      owners.push_back({table.uidOf(rows[row]), {table.id, row}});
  });
  for (std::vector<Owner>& owners : m_owners)
    std::ranges::sort(owners);
  for (const Spending& row : m_records.spending)
    m_figures.push_back(figureKey(row));
  std::ranges::sort(m_figures);
}

void RecordChecker::noteTakenUids() {
  for (const std::vector<Owner>& owners : m_owners) {
    const Owner* first = nullptr;
    for (const Owner& owner : owners) {
      if (first == nullptr || first->uid != owner.uid) {
        first = &owner;
        continue;
      }
      note(owner.place.table, owner.place.row, owner.uid, "uid",
           fmt::format("the uid '{}' is taken already in {}", owner.uid, tableName(first->place.table)));
      m_problems.back().first = first->place;
    }
  }
}

const Owner* RecordChecker::ownerOf(TableId table, std::string_view uid) const {
  const std::vector<Owner>& owners = m_owners[spaceOf(table)];
  // Not equal_range: clang 14 cannot compile the subrange of libstdc++ 12.
  auto owner =
      std::ranges::lower_bound(owners, uid, {}, [](const Owner& o) { return std::string_view(o.uid); });
  for (; owner != owners.end() && owner->uid == uid; ++owner) {
    if (owner->place.table == table) return &*owner;
  }
  return nullptr;
}

/// Empty if the reference leads somewhere.
std::string RecordChecker::whyMissing(std::string_view typedReference) const {
  const auto ref = RecordRef::parse(typedReference);
  if (!ref) return ref.error().message;
  const std::optional<TableId> table = tableOf(ref->kind);
  if (table) {
    return exists(*table, ref->uid) ? std::string()
                                    : fmt::format("there is no '{}' in {}", ref->uid, tableName(*table));
  }
  if (m_incomplete.contains(TableId::Spending) || std::ranges::binary_search(m_figures, ref->uid)) return {};
  return fmt::format("no row of spending is a figure '{}'", ref->uid);
}

template <class R>
void RecordChecker::checkTexts(const RecordTable<R>& table) {
  const std::vector<R>& rows = m_records.*table.rows;
  for (const Column<R>& column : table.columns) {
    if (column.type != CellType::Text) continue;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (hasControlCharacter(column.get(rows[row])))
        note(table.id, row, table.uidOf(rows[row]), column.name,
             "it holds a control character or carriage return");
    }
  }
}

template <class R>
void RecordChecker::checkReferences(const RecordTable<R>& table) {
  const std::vector<R>& rows = m_records.*table.rows;
  for (const Column<R>& column : table.columns) {
    const bool typed = column.type == CellType::TypedReference;
    if (!typed && !column.target) continue;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const std::string cell = column.get(rows[row]);
      if (typed) {
        std::string reason = whyMissing(cell);
        if (!reason.empty()) note(table.id, row, table.uidOf(rows[row]), column.name, std::move(reason));
        continue;
      }
      for (const Uid& uid : uidsIn(column.type, cell)) {
        if (!exists(*column.target, uid))
          note(table.id, row, table.uidOf(rows[row]), column.name,
               fmt::format("there is no '{}' in {}", uid, tableName(*column.target)));
      }
    }
  }
}

void RecordChecker::checkField(TableId table, std::size_t row, const Uid& uid, const RecordRef& subject,
                               const QString& field) {
  // A subject that could not be read says nothing about its fields.
  if (subject.uid.empty() || isFieldOf(subject.kind, field.toStdString())) return;
  note(table, row, uid, "field",
       fmt::format("'{}' is not a field of a {}", field.toStdString(), wordOf(subject.kind)));
}

/// The topic of a claim or pin: a field or a question.
template <class R>
void RecordChecker::checkTopic(TableId table, std::size_t row, const R& record, std::string_view what) {
  const bool hasField = !record.field.isEmpty();
  const bool hasQuestion = !record.question.isEmpty();
  if (hasField && hasQuestion)
    note(table, row, record.uid.value, "question",
         fmt::format("a {} has a field or a question, not both", what));
  if (!hasField && !hasQuestion)
    note(table, row, record.uid.value, "field", fmt::format("a {} needs a field or a question", what));
  if (hasField) checkField(table, row, record.uid.value, record.subject, record.field);
}

void RecordChecker::checkClaims() {
  for (std::size_t row = 0; row < m_records.claims.size(); ++row) {
    checkTopic(TableId::Claims, row, m_records.claims[row], "claim");
    checkAgreement(row);
  }
}

const Claim* RecordChecker::agreedWith(const Claim& claim) const {
  if (claim.agreesWith.value.empty()) return nullptr;
  const Owner* owner = ownerOf(TableId::Claims, claim.agreesWith.value);
  return owner == nullptr ? nullptr : &m_records.claims[owner->place.row];
}

void RecordChecker::checkAgreement(std::size_t row) {
  const Claim& claim = m_records.claims[row];
  const Claim* other = agreedWith(claim);
  if (other == nullptr || claim.subject.uid.empty() || other->subject.uid.empty()) return;
  if (topicOf(claim) == topicOf(*other)) return;
  note(TableId::Claims, row, claim.uid.value, "agrees_with",
       fmt::format("'{}' is a claim about something else", other->uid.value));
}

/// Every claim agrees with one other at most: from each claim not yet seen follow the chain until it ends or
/// meets a claim that was seen. If that one was seen in this same walk it lies on a circle.
void RecordChecker::checkCircles() {
  const std::vector<Claim>& claims = m_records.claims;
  std::vector<std::size_t> seenInWalk(claims.size(), 0);
  for (std::size_t start = 0; start < claims.size(); ++start) {
    const std::size_t walk = start + 1;
    const Claim* at = &claims[start];
    while (at != nullptr && seenInWalk[static_cast<std::size_t>(at - claims.data())] == 0) {
      seenInWalk[static_cast<std::size_t>(at - claims.data())] = walk;
      at = agreedWith(*at);
    }
    if (at == nullptr || seenInWalk[static_cast<std::size_t>(at - claims.data())] != walk) continue;
    const Claim* first = at;  // reported once, at the circle's first row
    for (const Claim* next = agreedWith(*at); next != at; next = agreedWith(*next))
      first = std::min(first, next);
    note(TableId::Claims, static_cast<std::size_t>(first - claims.data()), first->uid.value, "agrees_with",
         fmt::format("'{}' agrees with itself in a circle", first->uid.value));
  }
}

void RecordChecker::checkPins() {
  std::set<std::tuple<RecordRef, QString, QString>> pinned;
  for (std::size_t row = 0; row < m_records.pins.size(); ++row) {
    const Pin& pin = m_records.pins[row];
    checkTopic(TableId::Pins, row, pin, "pin");
    if (!hasTopic(pin)) continue;
    const Owner* owner = ownerOf(TableId::Claims, pin.claim.value);
    const Claim* claim = owner == nullptr ? nullptr : &m_records.claims[owner->place.row];
    if (claim != nullptr && hasTopic(*claim) && topicOf(pin) != topicOf(*claim))
      note(TableId::Pins, row, pin.uid.value, "claim",
           fmt::format("'{}' is a claim about something else", pin.claim.value));
    if (pinned.emplace(topicOf(pin)).second) continue;
    const bool isField = !pin.field.isEmpty();
    note(TableId::Pins, row, pin.uid.value, isField ? "field" : "question",
         fmt::format("'{}' of {} is pinned twice", (isField ? pin.field : pin.question).toStdString(),
                     pin.subject.text()));
  }
}

void RecordChecker::checkCountry(TableId table, std::size_t row, const Uid& uid, const QString& country) {
  const bool fine = country.size() == 3 && std::ranges::all_of(country, [](QChar c) {
                      return c >= QLatin1Char('A') && c <= QLatin1Char('Z');
                    });
  if (country.isEmpty() || fine) return;
  note(table, row, uid, "country",
       fmt::format("'{}' is not a code of three capital letters", country.toStdString()));
}

void RecordChecker::checkPlaces() {
  for (std::size_t row = 0; row < m_records.places.size(); ++row) {
    const Place& place = m_records.places[row];
    const auto checkDegrees = [&](const std::optional<Decimal>& degrees, std::string_view column, int most) {
      if (degrees && (degrees->value < -most || degrees->value > most))
        note(TableId::Places, row, place.uid.value, column,
             fmt::format("'{}' is not between -{} and {}", degrees->text, most, most));
    };
    checkDegrees(place.latitude, "latitude", 90);
    checkDegrees(place.longitude, "longitude", 180);
    checkCountry(TableId::Places, row, place.uid.value, place.country);
  }
}

void RecordChecker::checkViews() {
  for (std::size_t row = 0; row < m_records.views.size(); ++row) {
    const SavedView& view = m_records.views[row];
    if (view.state.isEmpty()) continue;  // an empty cell is another matter
    QJsonParseError error;
    const QJsonDocument state = QJsonDocument::fromJson(view.state.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError) {
      note(TableId::Views, row, view.uid.value, "state",
           fmt::format("not JSON: {} at byte {}", error.errorString().toStdString(), error.offset));
    } else if (!state.isObject()) {
      note(TableId::Views, row, view.uid.value, "state", "not a JSON object");
    }
  }
}

}  // namespace

std::vector<RecordProblem> checkRecords(const Records& records, const std::set<TableId>& incomplete) {
  return RecordChecker(records, incomplete).run();
}

}  // namespace entente
