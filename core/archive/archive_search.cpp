// SPDX-License-Identifier: GPL-3.0-or-later
// Turns words as people type them into an FTS5 expression, and FTS5's answers into hits.
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/core.h>

#include <QList>
#include <algorithm>
#include <set>

#include "core/archive/archive.h"
#include "core/archive/archive_impl_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/search_sql.h"

namespace entente {

namespace {

/// Set around the words that were found. No text of an archive can hold them (see checkRecords).
constexpr char kMarkBegin = '\x01';
constexpr char kMarkEnd = '\x02';
constexpr int kExcerptWords = 12;

bool isQuotationMark(QChar c) {
  constexpr std::u16string_view kMarks = u"\"\u201C\u201D\u201E\u201F\u00AB\u00BB";
  return kMarks.find(c.unicode()) != std::u16string_view::npos;
}

bool holdsLetterOrDigit(const QString& text) {
  return std::ranges::any_of(text.toUcs4(), [](uint c) { return QChar::isLetterOrNumber(c); });
}

/// The words of a search as FTS5 strings, each once; none of FTS5's own signs is left in them.
class Expression {
 public:
  explicit Expression(const QString& words) {
    bool within = false;
    for (const QChar c : words) {
      if (isQuotationMark(c)) {
        finish(!within);
        within = !within;
      } else if (!within && c.isSpace()) {
        finish(true);
      } else {
        m_part += c.isNull() ? QChar(QLatin1Char(' ')) : c;  // SQLite would stop reading at a zero
      }
    }
    finish(true);  // a phrase that is not closed is still being typed
  }

  [[nodiscard]] std::string text() const {
    std::string all;
    for (const std::string& part : m_parts)
      all += (all.empty() ? "" : " AND ") + part;
    return all;
  }

 private:
  void finish(bool lettersMayBeMissing) {
    if (holdsLetterOrDigit(m_part))
      m_parts.insert('"' + m_part.toStdString() + '"' + (lettersMayBeMissing ? "*" : ""));
    m_part.clear();
  }

  QString m_part;
  std::set<std::string> m_parts;
};

/// FTS5's excerpt without the signs around the words found, which become marks.
void setExcerpt(const QString& raw, SearchHit& hit) {
  int begin = -1;
  for (const QChar c : raw) {
    const int at = static_cast<int>(hit.excerpt.size());
    if (c == QLatin1Char(kMarkBegin)) {
      begin = at;
    } else if (c == QLatin1Char(kMarkEnd)) {
      if (begin >= 0 && at > begin) hit.marks.push_back({begin, at - begin});
      begin = -1;
    } else if (!c.isSpace()) {
      hit.excerpt += c;
    } else if (!hit.excerpt.endsWith(QLatin1Char(' '))) {
      hit.excerpt += QLatin1Char(' ');
    }
  }
}

std::int64_t dataVersion(SQLite::Database& database) {
  return database.execAndGet("PRAGMA data_version").getInt64();
}

/// An index of this program's rule: the file's, or one in memory as long as the file has none.
void provideIndex(SQLite::Database& database, std::optional<std::int64_t>& inMemory) {
  const bool current = searchIsCurrent(database);
  const std::int64_t version = dataVersion(database);
  if (inMemory == version && !current) return;
  if (inMemory) database.exec("DROP TABLE temp.search");
  inMemory.reset();
  if (current) return;
  database.exec("PRAGMA temp_store = MEMORY");
  SQLite::Transaction snapshot(database);
  database.exec(searchTableSql(true));
  fillSearch(database);
  snapshot.commit();
  inMemory = version;
}

std::vector<SearchHit> find(SQLite::Database& database, const std::string& expression) {
  SQLite::Statement query(database, R"sql(
    SELECT search.rowid, first_column(search), snippet(search, first_column(search), ?2, ?3, '…', ?4)
    FROM search CROSS JOIN event AS e ON e.key = search.rowid
    WHERE search MATCH ?1
    ORDER BY e.earliest_begin IS NULL, e.earliest_begin, e.key)sql");
  query.bind(1, expression);
  query.bind(2, std::string(1, kMarkBegin));
  query.bind(3, std::string(1, kMarkEnd));
  query.bind(4, kExcerptWords);
  std::vector<SearchHit> hits;
  while (query.executeStep()) {
    SearchHit& hit = hits.emplace_back();
    hit.event = {EventOrigin::Curated, query.getColumn(0).getInt64()};
    hit.field = static_cast<SearchField>(query.getColumn(1).getInt());
    setExcerpt(QString::fromStdString(query.getColumn(2).getString()), hit);
  }
  return hits;
}

}  // namespace

Result<std::vector<SearchHit>> Archive::search(const QString& words) const {
  const std::string expression = Expression(words).text();
  if (expression.empty()) return std::vector<SearchHit>();
  auto hits = guarded(m_impl->path, [&]() -> Result<std::vector<SearchHit>> {
    provideIndex(m_impl->database, m_impl->indexInMemory);
    return find(m_impl->database, expression);
  });
  if (hits || (hits.error().kind != ErrorKind::Damaged && hits.error().kind != ErrorKind::Internal))
    return hits;
  const std::string name = m_impl->path.filename().string();
  if (hits.error().kind == ErrorKind::Internal)
    return fail(hits.error(), fmt::format("The search index of {} cannot be read", name));
  return fail(ErrorKind::Damaged,
              fmt::format("The search index of {} is damaged; go back to a backup of it, or export it as a "
                          "bundle and import that anew.",
                          name));
}

}  // namespace entente
