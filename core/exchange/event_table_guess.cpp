// SPDX-License-Identifier: GPL-3.0-or-later
// Guesses what the columns of a table of events are for.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/exchange/column_dates.h"
#include "core/exchange/column_look.h"
#include "core/exchange/event_table.h"
#include "core/exchange/numeric_dates.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kHeaderWithin = 30;  ///< rows
constexpr int kWorst = 1'000;              ///< rank
constexpr std::size_t kLeastSeries = 100;  ///< rows

struct KnownSheet {
  SheetStyle style;
  std::string_view format;
  std::string_view titles;  ///< folded, all of which must be there
};

constexpr std::array<KnownSheet, 6> kKnown{{
    {SheetStyle::Entente, "Entente's own table",
     "key|kind|title|when|end|place|latitude|longitude|sources|weight|note"},
    {SheetStyle::TimelineJs, "TimelineJS sheet", "year|headline|text|media"},
    {SheetStyle::TimelineJs, "TimelineJS sheet", "year|headline|end year"},
    {SheetStyle::TimelineJs2, "sheet of TimelineJS before version 3", "start date|headline|text|media"},
    {SheetStyle::TimeMapper, "TimeMapper sheet", "title|start|end|description|place|location"},
    {SheetStyle::Aeon, "Aeon Timeline export", "title|start date|end date|label|color"},
}};

class Guesser {
 public:
  explicit Guesser(const TableGrid& grid) : m_grid(grid) {}

  TableGuess run(std::optional<std::int64_t> titlesRow);

 private:
  void findHeader();
  bool useHeader(std::int64_t line);
  [[nodiscard]] bool firstRowIsHeader() const;
  void recognise();
  void byTitles();
  void preferWholeYears();
  void checkParts();
  void checkDates();
  void findClocks();
  void findRowNumbers();
  void findDate();
  void findTitle();
  void findRest();
  void useStyle();
  void findProblem();
  [[nodiscard]] bool looksLikeSeries();
  [[nodiscard]] MappedColumn* column(EventField field);
  [[nodiscard]] const ColumnLook& look(const MappedColumn& column) const { return m_looks[column.column]; }
  [[nodiscard]] bool hasStart() {
    return column(EventField::Date) != nullptr || column(EventField::Year) != nullptr;
  }

  const TableGrid& m_grid;
  TableGuess m_guess;
  std::vector<ColumnLook> m_looks;
  std::vector<int> m_ranks;
};

MappedColumn* Guesser::column(EventField field) {
  const auto found = std::ranges::find(m_guess.map.columns, field, &MappedColumn::field);
  return found == m_guess.map.columns.end() ? nullptr : &*found;
}

/// The row with the most titles that are known; at least two, or one in the first row.
void Guesser::findHeader() {
  std::size_t most = 0;
  for (std::size_t i = 0; i < std::min(m_grid.rows.size(), kHeaderWithin); ++i) {
    std::set<EventField> fields;
    std::size_t filled = 0;
    for (const GridCell& cell : m_grid.rows[i].cells) {
      filled += cell.text.empty() ? 0 : 1;
      if (const auto meaning = meaningOfTitle(cell.text)) fields.insert(meaning->field);
    }
    const bool isEnough = fields.size() >= 2 || (fields.size() == 1 && i == 0 && filled <= 4);
    // Words of a text may be titles by chance: most of the row must be.
    const bool isMost = fields.size() * 4 >= filled || i == 0;
    if (!isEnough || !isMost || fields.size() <= most) continue;
    most = fields.size();
    m_guess.map.headerRow = i;
  }
  m_guess.map.hasHeader = most > 0 || firstRowIsHeader();
}

bool Guesser::useHeader(std::int64_t line) {
  m_guess.map.hasHeader = line != 0;
  if (line == 0) return true;
  const auto row = std::ranges::find(m_grid.rows, line, &GridRow::line);
  if (row == m_grid.rows.end()) return false;
  m_guess.map.headerRow = static_cast<std::size_t>(row - m_grid.rows.begin());
  return true;
}

/// Nothing in it looks like a date or number where the rows below have them.
bool Guesser::firstRowIsHeader() const {
  if (m_grid.rows.size() < 2) return false;
  bool isDifferent = false;
  for (std::size_t i = 0; i < m_grid.rows.front().cells.size(); ++i) {
    const std::string& text = m_grid.rows.front().cells[i].text;
    if (looksLikeDate(text) || looksLikeNumber(text) || looksLikeLink(text) || text.size() > 60) return false;
    const ColumnLook below = lookOf(m_grid, 1, i);
    isDifferent |= below.dates > 0.6 || below.numbers > 0.6 || below.links > 0.6;
  }
  return isDifferent;
}

void Guesser::recognise() {
  m_guess.format = "table of events";
  std::set<std::string> titles;
  for (const MappedColumn& mapped : m_guess.map.columns)
    titles.insert(foldedText(mapped.title));
  for (const KnownSheet& known : kKnown) {
    std::string_view rest = known.titles;
    bool isAll = true;
    while (!rest.empty() && isAll) {
      const std::size_t bar = rest.find('|');
      isAll = titles.contains(std::string(rest.substr(0, bar)));
      rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
    }
    if (!isAll) continue;
    m_guess.map.style = known.style;
    m_guess.format = known.format;
    return;
  }
}

void Guesser::byTitles() {
  std::vector<MappedColumn>& columns = m_guess.map.columns;
  m_ranks.assign(columns.size(), kWorst);
  std::map<EventField, std::size_t> holders;
  for (std::size_t i = 0; i < columns.size() && m_guess.map.hasHeader; ++i) {
    const auto meaning = meaningOfTitle(columns[i].title);
    if (!meaning) continue;
    columns[i].field = meaning->field;
    m_ranks[i] = meaning->rank;
    // A column without anything in it holds no field that another one may hold.
    if (look(columns[i]).filled == 0 && m_guess.map.style == SheetStyle::Plain) m_ranks[i] += kWorst;
    if (mayRepeat(meaning->field)) continue;
    const auto [holder, isFirst] = holders.try_emplace(meaning->field, i);
    if (isFirst) continue;
    const bool isBetter = m_ranks[i] < m_ranks[holder->second];
    const std::size_t loser = isBetter ? holder->second : i;
    // A second title tells more, if it is a text.
    const bool isText = look(columns[loser]).length > 20 && look(columns[loser]).numbers < 0.5;
    columns[loser].field =
        meaning->field == EventField::Title && isText ? EventField::Summary : EventField::Other;
    if (isBetter) holder->second = i;
  }
}

/// "event_date_year" beside "eruption_start_year", where months or days are those of the event, too.
void Guesser::preferWholeYears() {
  const MappedColumn* part = column(EventField::Month);
  if (!part) part = column(EventField::Day);
  MappedColumn* year = column(EventField::Year);
  if (!part || !year || partPrefix(part->title) == partPrefix(year->title)) return;
  if (!isListed(partPrefix(part->title), "|event |event date |date |")) return;
  for (MappedColumn& other : m_guess.map.columns) {
    const auto meaning = other.field == EventField::Other ? meaningOfTitle(other.title) : std::nullopt;
    if (!meaning || meaning->field != EventField::Year || partPrefix(other.title) != partPrefix(part->title))
      continue;
    year->field = EventField::Other;
    other.field = EventField::Year;
    return;
  }
}

/// A month belongs to the year that is named like it, to no other.
void Guesser::checkParts() {
  if (m_guess.map.style == SheetStyle::Plain) preferWholeYears();
  for (const auto& [yearField, partFields] :
       {std::pair{EventField::Year, std::array{EventField::Month, EventField::Day}},
        std::pair{EventField::EndYear, std::array{EventField::EndMonth, EventField::EndDay}}}) {
    const MappedColumn* year = column(yearField);
    for (const EventField field : partFields) {
      MappedColumn* part = column(field);
      if (!part || !year || m_guess.map.style != SheetStyle::Plain) continue;
      if (partPrefix(part->title) != partPrefix(year->title)) part->field = EventField::Other;
    }
  }
}

/// Times of day under a title that may also mean a date.
void Guesser::findClocks() {
  for (MappedColumn& mapped : m_guess.map.columns) {
    const std::string folded = foldedText(mapped.title);
    const bool isStart = isListed(folded, "|start time|starttime|begin time|time start|from time|");
    const bool isEnd = isListed(folded, "|end time|endtime|time end|to time|finish time|");
    const bool isOpen = mapped.field == EventField::Date || mapped.field == EventField::EndDate ||
                        mapped.field == EventField::Other;
    const EventField field = isStart ? EventField::Time : EventField::EndTime;
    if ((!isStart && !isEnd) || !isOpen || column(field)) continue;
    const bool hasClock = std::ranges::any_of(m_grid.rows, [&](const GridRow& row) {
      return mapped.column < row.cells.size() && readClock(row.cells[mapped.column].text).has_value();
    });
    if (hasClock) mapped.field = field;
  }
}

/// 0, 1, 2 ...: the rows of a table that a program wrote, which say nothing.
void Guesser::findRowNumbers() {
  if (m_guess.map.columns.empty()) return;
  MappedColumn& first = m_guess.map.columns.front();
  const std::string folded = foldedText(first.title);
  const bool isUnnamed = folded == "column 1" || folded.starts_with("unnamed") ||
                         isListed(folded, "|no|nr|index|row|s no|sr no|lp|num|");
  if (!isUnnamed || first.field != EventField::Other || !m_guess.map.hasHeader) return;
  std::int64_t before = -1;
  for (std::size_t i = m_guess.map.headerRow + 1; i < m_grid.rows.size(); ++i) {
    const auto number =
        m_grid.rows[i].cells.empty() ? std::nullopt : readWhole(m_grid.rows[i].cells.front().text);
    if (!number || *number <= before) return;
    before = *number;
  }
  if (before >= 0) first.field = EventField::LeftOut;
}

/// Whether a column whose title says nothing of dates holds them by what is in it. Whole numbers may be
/// anything: of them all must be years.
bool holdsDates(const ColumnLook& seen, bool saysYear) {
  if (saysYear || seen.bareYears < seen.dates * 0.5) return true;
  return seen.bareYears > 0.95;
}

/// Titles of columns may lie: "Period" may hold the names of periods, "Start" numbers of minutes.
void Guesser::checkDates() {
  const bool isPlain = m_guess.map.style == SheetStyle::Plain;
  const auto isWeak = [](const MappedColumn& mapped) {
    return isListed(
        foldedText(mapped.title),
        "|period|periode|periodo|zeitraum|from|to|von|de|du|au|a|bis|until|start|begin|beginn|end|"
        "fin|fine|ende|stop|data|published|");
  };
  for (MappedColumn& mapped : m_guess.map.columns) {
    const ColumnLook& seen = look(mapped);
    const bool isText = mapped.field == EventField::Title || mapped.field == EventField::Summary;
    if (isPlain && isText && seen.filled > 0 && seen.dates > 0.9 && seen.bareYears < 0.1)
      mapped.field = column(EventField::Date) ? EventField::Other : EventField::Date;
    if (isPlain && mapped.field == EventField::Summary && seen.filled > 0 && seen.numbers > 0.9)
      mapped.field = EventField::Other;
    const bool isDate = mapped.field == EventField::Date || mapped.field == EventField::EndDate;
    if (!isPlain || !isDate || seen.filled == 0) continue;
    const bool isWrong = isWeak(mapped) && seen.dates < 0.3 && seen.years < 0.6;
    // "to" beside a "from" that holds dates is what it seems, whatever it says.
    const MappedColumn* begin = mapped.field == EventField::EndDate ? column(EventField::Date) : nullptr;
    const bool isPair = begin && isWeak(*begin) && std::max(look(*begin).dates, look(*begin).years) >= 0.6;
    if (isWrong && !isPair) mapped.field = EventField::Other;
  }
  findClocks();
  // A time column that holds whole dates is the date, where there is none.
  MappedColumn* time = column(EventField::Time);
  if (isPlain && time && !hasStart() && std::max(look(*time).dates, look(*time).epochs) > 0.6)
    time->field = EventField::Date;
}

void Guesser::findDate() {
  if (hasStart()) return;
  MappedColumn* best = nullptr;
  double most = 0.5;
  for (MappedColumn& mapped : m_guess.map.columns) {
    if (mapped.field != EventField::Other && mapped.field != EventField::DisplayDate &&
        mapped.field != EventField::Day && mapped.field != EventField::Month)
      continue;
    const ColumnLook& seen = look(mapped);
    // "start_year_approx": years before 1000 do not look like dates, but for the title.
    const bool saysYear =
        holdsAny(' ' + foldedText(mapped.title) + ' ', " year | years | jahr | annee | anno | ano ");
    const bool mayBeYears = saysYear || (!m_guess.map.hasHeader && seen.centuries > 0.8);
    const double share = std::max(seen.dates, mayBeYears ? seen.years * 0.8 : 0);
    if (seen.filled == 0 || share <= most || !holdsDates(seen, saysYear)) continue;
    best = &mapped;
    most = share;
  }
  if (!best) return;
  best->field = EventField::Date;
  m_guess.remarks.push_back(
      fmt::format("The column '{}' is taken as the date: that is what is in it.", best->title));
}

void Guesser::findTitle() {
  if (column(EventField::Title)) return;
  // A text that was understood as something else serves better than a column that was not understood.
  MappedColumn* best = nullptr;
  double most = 0;
  for (MappedColumn& mapped : m_guess.map.columns) {
    const ColumnLook& seen = look(mapped);
    const bool isText = mapped.field == EventField::Other || mapped.field == EventField::Summary ||
                        mapped.field == EventField::Note || mapped.field == EventField::Tag ||
                        mapped.field == EventField::Place || mapped.field == EventField::Actors;
    if (!isText || seen.filled == 0 || seen.numbers > 0.5 || seen.links > 0.3 || seen.dates > 0.5) continue;
    const bool isShort = seen.length < 3;
    const double kind = mapped.field == EventField::Summary ? 1.3
                        : mapped.field == EventField::Other ? 1
                                                            : 0.5;
    const double score = isShort ? 0.01 : kind * seen.different * (seen.length > 10 ? 1.2 : 1);
    if (score <= most) continue;
    best = &mapped;
    most = score;
  }
  if (!best) return;
  best->field = EventField::Title;
  m_guess.remarks.push_back(fmt::format("The column '{}' is taken as the title.", best->title));
}

void Guesser::findRest() {
  for (MappedColumn& mapped : m_guess.map.columns) {
    if (mapped.field != EventField::Other || look(mapped).filled == 0) continue;
    const ColumnLook& seen = look(mapped);
    if (seen.links > 0.7) mapped.field = EventField::SourceUrl;
    // A long text beside short titles.
    if (!m_guess.map.hasHeader && seen.length > 60 && seen.numbers < 0.1 && !column(EventField::Summary))
      mapped.field = EventField::Summary;
  }
}

/// Titles that mean something else in sheets that are known; and roles.
void Guesser::useStyle() {
  constexpr std::string_view kRoles = "|host|speaker|author|organizer|organiser|organisation|organization|";
  for (MappedColumn& mapped : m_guess.map.columns) {
    const std::string folded = foldedText(mapped.title);
    if (mapped.field == EventField::Actors && isListed(folded, kRoles)) mapped.role = folded;
    switch (m_guess.map.style) {
      case SheetStyle::TimelineJs:
      case SheetStyle::TimelineJs2:
        if (folded == "type") mapped.field = EventField::SlideType;
        if (folded == "tag" || folded == "group") mapped.field = EventField::Tag;
        if (folded == "end time") mapped.field = EventField::EndTime;
        break;
      case SheetStyle::Entente:
        if (folded == "when") mapped.field = EventField::Date;
        break;
      case SheetStyle::TimeMapper:
        if (folded == "location") mapped.field = EventField::Coordinates;
        break;
      case SheetStyle::Aeon:
        if (folded == "label" || folded == "color") mapped.field = EventField::Tag;
        break;
      case SheetStyle::Plain:
        break;
    }
  }
}

/// A few names over and over beside numbers, by days or years: prices, weather, counts.
bool Guesser::looksLikeSeries() {
  const MappedColumn* title = column(EventField::Title);
  if (!title || column(EventField::Summary) || column(EventField::Key)) return false;
  if (look(*title).filled < kLeastSeries || look(*title).different > 0.1) return false;
  return std::ranges::any_of(m_guess.map.columns, [this](const MappedColumn& mapped) {
    return mapped.field == EventField::Other && look(mapped).filled > 0 && look(mapped).numbers > 0.9;
  });
}

void Guesser::findProblem() {
  const bool hasTitle = column(EventField::Title) || column(EventField::Summary);
  if (hasTitle && hasStart()) {
    if (m_guess.map.style == SheetStyle::Plain && looksLikeSeries())
      m_guess.problem = fmt::format(
          "The table looks like figures by date, not like events: a few names in '{}' come over and over "
          "beside numbers. Say which column is the title if they are events.",
          column(EventField::Title)->title);
    return;
  }
  std::string names;
  std::size_t said = 0;
  for (const MappedColumn& mapped : m_guess.map.columns) {
    if (++said > 30) {
      names += " ...";
      break;
    }
    names += fmt::format("{}'{}'", names.empty() ? "" : ", ", mapped.title);
  }
  if (names.empty()) {
    m_guess.problem = "The table is empty.";
  } else {
    m_guess.problem =
        fmt::format("No column of the table can be {}; its columns are {}. Say which one it is.",
                    !hasTitle && !hasStart() ? "a title, and none a date"
                    : hasTitle               ? "a date"
                                             : "a title",
                    names);
  }
}

TableGuess Guesser::run(std::optional<std::int64_t> titlesRow) {
  if (!titlesRow) {
    findHeader();
  } else if (!useHeader(*titlesRow)) {
    m_guess.problem = fmt::format("There is nothing in row {} that could be titles of columns.", *titlesRow);
    return std::move(m_guess);
  }
  const ColumnMap& map = m_guess.map;
  const std::vector<std::string> titles = titlesOf(m_grid, map.hasHeader, map.headerRow);
  const std::size_t begin = map.hasHeader ? map.headerRow + 1 : 0;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    m_guess.map.columns.push_back({titles[i], i, EventField::Other, {}});
    m_looks.push_back(lookOf(m_grid, begin, i));
  }
  recognise();
  byTitles();
  useStyle();
  checkParts();
  checkDates();
  findDate();
  findTitle();
  findRowNumbers();
  findRest();
  if (map.hasHeader && map.headerRow > 0)
    m_guess.remarks.push_back(
        fmt::format("{} row(s) above the titles of the columns were skipped.", map.headerRow));
  if (!map.hasHeader) m_guess.remarks.emplace_back("The columns have no titles.");
  findProblem();
  return std::move(m_guess);
}

}  // namespace

TableGuess guessEventTable(const TableGrid& grid, std::optional<std::int64_t> titlesRow) {
  return Guesser(grid).run(titlesRow);
}

}  // namespace entente
