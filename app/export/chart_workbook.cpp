// SPDX-License-Identifier: GPL-3.0-or-later
// Writes with libxlsxwriter, into a file of its own that is read back.
#include "app/export/chart_workbook.h"

#include <fmt/core.h>
#include <xlsxwriter.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include "core/time/civil.h"

namespace entente {

namespace {

/// What libxlsxwriter's cells can hold.
constexpr qsizetype kMostLetters = 32'000;

std::string utf8(const QString& text) {
  return text.left(kMostLetters).toStdString();
}

class Workbook {
 public:
  Workbook(const std::string& path, const std::string& folder) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_FALSE;
    m_folder = folder;
    options.tmpdir = m_folder.data();
    m_book = workbook_new_opt(path.c_str(), &options);
    m_strong = workbook_add_format(m_book);
    format_set_bold(m_strong);
  }

  lxw_worksheet* add(const char* name) { return workbook_add_worksheet(m_book, name); }
  [[nodiscard]] lxw_workbook* book() const { return m_book; }
  [[nodiscard]] lxw_format* strong() const { return m_strong; }
  [[nodiscard]] lxw_error close() { return workbook_close(m_book); }

 private:
  std::string m_folder;
  lxw_workbook* m_book;
  lxw_format* m_strong;
};

void writeText(lxw_worksheet* sheet, std::size_t row, std::size_t column, const QString& text,
               lxw_format* format = nullptr) {
  // worksheet_write_string never makes a formula of it.
  worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                         utf8(text).c_str(), format);
}

void writeNumber(lxw_worksheet* sheet, std::size_t row, std::size_t column, double number) {
  if (!std::isfinite(number)) return;
  // As many digits as the CSV has.
  worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                         std::strtod(fmt::format("{:.10g}", number).c_str(), nullptr), nullptr);
}

void writeCell(lxw_worksheet* sheet, std::size_t row, std::size_t column, const Cell& cell) {
  if (isMissing(cell)) return;
  if (const auto* flag = std::get_if<bool>(&cell)) {
    worksheet_write_boolean(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), *flag,
                            nullptr);
  } else if (const auto* text = std::get_if<QString>(&cell)) {
    writeText(sheet, row, column, *text);
  } else {
    writeNumber(sheet, row, column, numberOf(cell));
  }
}

void writeData(Workbook& book, const Table& table) {
  lxw_worksheet* sheet = book.add("Data");
  for (std::size_t column = 0; column < table.columns().size(); ++column) {
    const TableColumn& head = table.columns()[column];
    const QString name = QString::fromUtf8(head.name.data(), static_cast<qsizetype>(head.name.size()));
    writeText(sheet, 0, column, head.unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, head.unit),
              book.strong());
  }
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    for (std::size_t column = 0; column < table.columns().size(); ++column)
      writeCell(sheet, row + 1, column, table.at(row, column));
  }
  worksheet_freeze_panes(sheet, 1, 0);
  constexpr double kWide = 18;
  worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(table.columns().size()), kWide, nullptr);
}

void writeAbout(Workbook& book, const TableAbout& about) {
  lxw_worksheet* sheet = book.add("About");
  constexpr double kWide = 100;
  worksheet_set_column(sheet, 1, 1, kWide, nullptr);
  std::size_t row = 0;
  const auto line = [&](const char* head, const QString& text) {
    writeText(sheet, row, 0, QString::fromLatin1(head), book.strong());
    writeText(sheet, row++, 1, text);
  };
  line("Title", about.title);
  line("Description", about.description);
  for (const QString& source : about.sources)
    line("Source", source);
  line("Editions", about.editions.join(QStringLiteral(", ")));
  line("Recipe", QString::fromUtf8(about.recipe));
}

/// What is drawn, as a grid: a row a place across, a column a line.
struct Grid {
  QString corner;
  QStringList heads;
  std::vector<QString> rowNames;
  std::vector<std::optional<double>> rowNumbers;  ///< in place of names, of years and shares
  std::vector<std::vector<std::optional<double>>> values;
  std::uint8_t type = LXW_CHART_LINE;
};

Grid gridOfLines(const Figure& figure) {
  Grid grid;
  std::set<double> places;
  std::vector<const PlotLine*> lines;
  for (const PlotPanel& panel : figure.panels) {
    for (const PlotLine& line : panel.lines) {
      lines.push_back(&line);
      for (const PlotPoint& point : line.points)
        places.insert(point.x);
    }
  }
  const PlotAxis& across = figure.panels.front().across;
  const bool isTime = across.kind == AxisKind::Time;
  const bool isScatter = across.kind == AxisKind::Number;
  grid.corner = isTime ? QStringLiteral("year") : isScatter ? across.title : QStringLiteral("edition");
  grid.type = isScatter ? LXW_CHART_SCATTER : LXW_CHART_LINE;
  for (const PlotLine* line : lines)
    grid.heads << line->name;
  const auto& goals = figure.panels.front().goals;
  if (isTime) {
    for (const PlotGoal& goal : goals)
      grid.heads << (goal.label.isEmpty() ? QStringLiteral("goal") : goal.label);
  }
  for (const double place : places) {
    const bool isNumber = isTime || isScatter;
    grid.rowNumbers.push_back(
        isTime ? std::optional(static_cast<double>(dateOf(Instant{static_cast<std::int64_t>(place)}).year))
        : isNumber ? std::optional(place)
                   : std::nullopt);
    grid.rowNames.push_back(isNumber ? QString() : across.names.value(static_cast<qsizetype>(place)));
    auto& row = grid.values.emplace_back();
    for (const PlotLine* line : lines) {
      const auto at = std::ranges::find(line->points, place, &PlotPoint::x);
      row.push_back(at == line->points.end() ? std::nullopt : std::optional(at->y));
    }
    for (const PlotGoal& goal : goals) {
      if (isTime)
        row.push_back(place >= goal.begin && place < goal.end ? std::optional(goal.value) : std::nullopt);
    }
  }
  return grid;
}

Grid gridOfBars(const Figure& figure) {
  Grid grid;
  const PlotPanel& panel = figure.panels.front();
  const bool isRows = panel.up.kind == AxisKind::Rows;
  grid.type = isRows ? LXW_CHART_BAR : LXW_CHART_COLUMN;
  grid.corner = isRows ? QStringLiteral("state") : QStringLiteral("year");
  if (!isRows) {
    grid.heads = {QStringLiteral("with a figure"), QStringLiteral("keep the target")};
    for (std::size_t i = 0; i + 1 < panel.bars.size(); i += 2) {
      grid.rowNames.emplace_back();
      grid.rowNumbers.emplace_back(
          static_cast<double>(dateOf(Instant{static_cast<std::int64_t>(panel.bars[i].place)}).year));
      grid.values.push_back({panel.bars[i].to, panel.bars[i + 1].to});
    }
    return grid;
  }
  const bool hasTicks =
      std::ranges::any_of(panel.bars, [](const PlotBar& bar) { return bar.tick.has_value(); });
  grid.heads = {QStringLiteral("value")};
  if (hasTicks) grid.heads << QStringLiteral("tick");
  for (const PlotBar& bar : panel.bars) {
    grid.rowNames.push_back(bar.name);
    grid.rowNumbers.emplace_back();
    auto& row = grid.values.emplace_back();
    row.emplace_back(bar.to);
    if (hasTicks) row.push_back(bar.tick);
  }
  return grid;
}

void addChart(Workbook& book, lxw_worksheet* sheet, const Grid& grid, const Figure& figure) {
  lxw_chart* chart = workbook_add_chart(book.book(), grid.type);
  const auto rows = static_cast<lxw_row_t>(grid.values.size());
  for (qsizetype i = 0; i < grid.heads.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i + 1);
    // Of bars the tick is a number to compare with: it stays in the grid.
    if (grid.type == LXW_CHART_BAR && i > 0) break;
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, "Chart", 1, 0, rows, 0);
    chart_series_set_values(series, "Chart", 1, column, rows, column);
    chart_series_set_name_range(series, "Chart", 0, column);
  }
  chart_title_set_name(chart, utf8(figure.title.left(255)).c_str());
  chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
  if (grid.type == LXW_CHART_BAR) {
    chart_axis_set_reverse(chart->y_axis);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  } else {
    chart_legend_set_position(chart, LXW_CHART_LEGEND_RIGHT);
  }
  lxw_chart_options options{};
  constexpr double kScale = 2;
  options.x_scale = kScale;
  options.y_scale = kScale;
  // Beside its numbers, or below them where they are many: never over them.
  constexpr qsizetype kMostBeside = 6;
  const bool beside = grid.heads.size() <= kMostBeside;
  worksheet_insert_chart_opt(sheet, beside ? 1 : rows + 2,
                             beside ? static_cast<lxw_col_t>(grid.heads.size() + 2) : 0, chart, &options);
}

void writeChart(Workbook& book, const Figure& figure) {
  lxw_worksheet* sheet = book.add("Chart");
  const Grid grid = figure.panels.front().bars.empty() ? gridOfLines(figure) : gridOfBars(figure);
  writeText(sheet, 0, 0, grid.corner, book.strong());
  for (qsizetype i = 0; i < grid.heads.size(); ++i)
    writeText(sheet, 0, static_cast<std::size_t>(i) + 1, grid.heads[i], book.strong());
  for (std::size_t row = 0; row < grid.values.size(); ++row) {
    if (grid.rowNumbers[row]) {
      writeNumber(sheet, row + 1, 0, *grid.rowNumbers[row]);
    } else {
      writeText(sheet, row + 1, 0, grid.rowNames[row]);
    }
    for (std::size_t column = 0; column < grid.values[row].size(); ++column) {
      if (grid.values[row][column]) writeNumber(sheet, row + 1, column + 1, *grid.values[row][column]);
    }
  }
  addChart(book, sheet, grid, figure);
}

}  // namespace

Result<QByteArray> chartWorkbook(const Figure& figure, const TableAbout& about, Instant created) {
  const QTemporaryDir folder;
  if (!folder.isValid())
    return fail(ErrorKind::NoPermission,
                "no temporary folder could be made for the workbook: " + folder.errorString().toStdString());
  const QString path = folder.filePath(QStringLiteral("chart.xlsx"));
  Workbook book(QFile::encodeName(path).toStdString(), QFile::encodeName(folder.path()).toStdString());
  std::string title = utf8(about.title.left(255));
  std::string comments = utf8(about.description.left(255));
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.comments = comments.data();
  properties.created = static_cast<time_t>(startOfDay(dateOf(created)).seconds);
  workbook_set_properties(book.book(), &properties);
  writeChart(book, figure);
  writeData(book, figure.table);
  writeAbout(book, about);
  if (const lxw_error error = book.close(); error != LXW_NO_ERROR)
    return fail(ErrorKind::Internal,
                fmt::format("the workbook could not be written: {}", lxw_strerror(error)));
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return fail(ErrorKind::Internal, "the workbook could not be read back");
  return file.readAll();
}

}  // namespace entente
