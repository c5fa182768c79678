// SPDX-License-Identifier: GPL-3.0-or-later
// A form whose rows come and go with the questions.
#include "app/panes/import_choices.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

#include "app/words/event_words.h"

namespace entente {

namespace {

constexpr std::size_t kTitleRows = 10;  ///< rows in which titles of columns may stand
constexpr int kMostTitles = 60;

QString text(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

bool asks(const FigureImport& import, Unsaid what) {
  return std::ranges::find(import.questions, what, &ImportQuestion::what) != import.questions.end();
}

}  // namespace

ImportChoices::ImportChoices(QWidget* parent)
    : QWidget(parent),
      m_form(new QFormLayout(this)),
      m_file(new QLabel),
      m_choose(new QPushButton(tr("Choose…"))) {
  m_form->setContentsMargins(0, 0, 0, 0);
  m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_file->setObjectName(QStringLiteral("importFile"));
  m_file->setTextFormat(Qt::PlainText);
  m_choose->setObjectName(QStringLiteral("chooseTable"));
  auto* row = new QHBoxLayout;
  row->addWidget(m_file, 1);
  row->addWidget(m_choose);
  m_form->addRow(tr("File"), row);
  makeChoices();
  setFile({});
  connect(m_choose, &QPushButton::clicked, this, &ImportChoices::fileRequested);
  setFocusProxy(m_choose);
}

QComboBox* ImportChoices::addChoice(const char* name, const QString& title) {
  auto* choice = new QComboBox;
  choice->setObjectName(QString::fromLatin1(name));
  choice->setAccessibleName(title);
  choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  choice->setMinimumContentsLength(12);
  m_form->addRow(title, choice);
  connect(choice, &QComboBox::currentTextChanged, this, [this, choice] {
    if (choice == m_sheet) guess();
    Q_EMIT changed();
  });
  return choice;
}

void ImportChoices::makeChoices() {
  m_sheet = addChoice("importSheet", tr("Sheet"));
  m_format = addChoice("importFormat", tr("Format"));
  m_format->addItems({tr("Our World in Data"), tr("NATO table"), tr("Any table of states and years")});
  m_state = addChoice("stateColumn", tr("States in column"));
  m_year = addChoice("yearColumn", tr("Years in column"));
  m_value = addChoice("valueColumn", tr("Figures in column"));
  m_estimate = addChoice("estimateColumn", tr("Estimates in column"));
  m_metric = addChoice("importMetric", tr("Measure"));
  m_metric->addItem(QString());
  for (const std::string_view word : Words<SpendingMetric>::list)
    m_metric->addItem(metricInWords(*fromWord<SpendingMetric>(word)));
  m_values = addChoice("importValues", tr("Values"));
  m_values->addItems({tr("not said"), tr("in percent"), tr("fractions, times 100")});
  m_unit = addChoice("importUnit", tr("Dollars"));
  m_unit->addItems({tr("not said"), tr("in billions"), tr("in millions"), tr("in dollars")});
  m_decimal = addChoice("importDecimal", tr("Decimals behind"));
  m_decimal->addItems({tr("not said"), tr("a point"), tr("a comma")});
}

void ImportChoices::setFile(const QString& path) {
  m_file->setText(path.isEmpty() ? tr("CSV or XLSX") : QFileInfo(path).fileName());
  m_file->setToolTip(path);
  m_sheets.reset();
  for (QComboBox* choice :
       {m_sheet, m_format, m_state, m_year, m_value, m_estimate, m_metric, m_values, m_unit, m_decimal})
    m_form->setRowVisible(choice, false);
}

void ImportChoices::setSheets(const TableSheets& sheets) {
  m_sheets = sheets;
  const QSignalBlocker blocked(m_sheet);
  m_sheet->clear();
  for (const TableGrid& grid : *sheets)
    m_sheet->addItem(text(grid.name));
  // The first that is more than a plain text; else the first.
  const auto likely = std::ranges::find_if(
      *sheets, [](const TableGrid& grid) { return guessFormat(grid) != FigureFormat::Table; });
  m_sheet->setCurrentIndex(likely == sheets->end() ? 0 : static_cast<int>(likely - sheets->begin()));
  m_form->setRowVisible(m_sheet, sheets->size() > 1);
  m_form->setRowVisible(m_format, true);
  guess();
}

void ImportChoices::guess() {
  for (QComboBox* choice : {m_format, m_metric, m_values, m_unit, m_decimal}) {
    const QSignalBlocker blocked(choice);
    choice->setCurrentIndex(0);
  }
  const QSignalBlocker blocked(m_format);
  m_format->setCurrentIndex(static_cast<int>(guessFormat(m_sheets->at(sheet()))));
  fillColumns();
}

void ImportChoices::fillColumns() {
  QStringList titles{tr("not said")};
  const std::vector<GridRow>& rows = m_sheets->at(sheet()).rows;
  for (std::size_t i = 0; i < std::min(rows.size(), kTitleRows); ++i) {
    if (rows[i].cells.size() < 2) continue;
    for (const GridCell& cell : rows[i].cells) {
      const QString title = text(cell.text);
      if (!title.isEmpty() && titles.size() < kMostTitles && !titles.contains(title)) titles << title;
    }
  }
  for (QComboBox* column : {m_state, m_year, m_value, m_estimate}) {
    const QSignalBlocker blocked(column);
    column->clear();
    column->addItems(titles);
  }
}

void ImportChoices::setImport(const FigureImport& import) {
  {
    const QSignalBlocker blocked(m_metric);
    m_metric->setItemText(0, import.metric && import.metricWasRead
                                 ? tr("%1, as the table says").arg(metricInWords(*import.metric))
                                 : tr("not said"));
  }
  const auto show = [this](QComboBox* choice, bool asked) {
    m_form->setRowVisible(choice, asked || choice->currentIndex() > 0);
  };
  const bool columns = asks(import, Unsaid::Columns) && options().format == FigureFormat::Table;
  show(m_state, columns);
  show(m_year, columns);
  show(m_value, columns || asks(import, Unsaid::ValueColumn));
  show(m_estimate, columns || m_value->currentIndex() > 0);
  m_form->setRowVisible(m_metric, true);
  show(m_values, asks(import, Unsaid::Values));
  show(m_unit, asks(import, Unsaid::Unit));
  show(m_decimal, asks(import, Unsaid::DecimalMark));
}

std::size_t ImportChoices::sheet() const {
  return static_cast<std::size_t>(std::max(m_sheet->currentIndex(), 0));
}

FigureOptions ImportChoices::options() const {
  const auto column = [](const QComboBox* choice) {
    return choice->currentIndex() > 0 ? choice->currentText().toStdString() : std::string();
  };
  FigureOptions options;
  options.format = static_cast<FigureFormat>(std::max(m_format->currentIndex(), 0));
  if (const int metric = m_metric->currentIndex(); metric > 0)
    options.metric = static_cast<SpendingMetric>(metric - 1);
  options.columns = {column(m_state), column(m_year), column(m_value), column(m_estimate)};
  options.values = static_cast<PercentValues>(m_values->currentIndex());
  options.unit = static_cast<MoneyUnit>(m_unit->currentIndex());
  options.decimal = static_cast<DecimalMark>(m_decimal->currentIndex());
  return options;
}

}  // namespace entente
