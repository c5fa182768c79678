// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the list, what narrows it and what is picked in step.
#include "app/panes/sources_pane.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <map>

#include "app/panes/block_column.h"
#include "app/panes/reliance_list.h"
#include "app/panes/sources_detail.h"
#include "app/panes/sources_model.h"
#include "app/panes/sources_words.h"
#include "app/panes/table_ink.h"
#include "app/panes/table_view.h"
#include "app/render/date_words.h"
#include "app/session/session.h"
#include "app/words/citation_words.h"
#include "app/words/record_words.h"
#include "core/view/ledger_changes.h"

namespace entente {

namespace {

constexpr int kLeastListPx = 48;
constexpr int kPaddingPx = 24;

QLabel* plainLabel(const char* name) {
  auto* label = new QLabel;
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setObjectName(QString::fromLatin1(name));
  return label;
}

}  // namespace

SourcesPane::SourcesPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new SourcesModel(this)),
      m_table(new TableView),
      m_detail(new SourcesDetail([this](const QString& url) {
        if (isWebAddress(url)) m_openUrl(url);
      })),
      m_reliance(new RelianceList(session)),
      m_words(new QLineEdit),
      m_onlySelected(new QCheckBox(tr("Only sources of the selected event"))),
      m_count(plainLabel("sourceCount")),
      m_stack(new QStackedWidget),
      m_empty(new QWidget),
      m_emptyWords(plainLabel("emptyWords")),
      m_showAll(new QPushButton(tr("Show all sources"))),
      m_split(new QSplitter(Qt::Vertical)),
      m_below(new QSplitter(Qt::Vertical)),
      m_openUrl([](const QString& url) { QDesktopServices::openUrl(QUrl(url, QUrl::StrictMode)); }) {
  setObjectName(QStringLiteral("sources"));
  setAccessibleName(tr("Sources"));
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  makeHead();
  makeTable();
  makeEmpty();
  m_stack->addWidget(m_table);
  m_stack->addWidget(m_empty);
  makeActions();
  m_below->addWidget(m_about);
  m_below->addWidget(m_reliance);
  m_below->setChildrenCollapsible(false);
  m_below->setVisible(false);
  m_split->addWidget(m_stack);
  m_split->addWidget(m_below);
  m_split->setChildrenCollapsible(false);
  m_split->setStretchFactor(0, 2);
  m_split->setStretchFactor(1, 3);
  column->addWidget(m_split, 1);
  setFocusProxy(m_table);
  setTabOrder(m_words, m_onlySelected);
  setTabOrder(m_onlySelected, m_table);
  setTabOrder(m_table, m_showAll);
  setTabOrder(m_showAll, m_detail);
  followSession();
  applyStyle();
  askSnapshot();
}

void SourcesPane::makeHead() {
  auto* head = new QVBoxLayout;
  head->setContentsMargins(8, 8, 8, 4);
  head->setSpacing(4);
  m_words->setPlaceholderText(tr("Narrow by name…"));
  m_words->setClearButtonEnabled(true);
  m_words->setObjectName(QStringLiteral("narrow"));
  m_words->setAccessibleName(tr("Narrow the sources by name"));
  m_words->setAccessibleDescription(tr("Words of publisher, title, author or the story that is repeated."));
  m_onlySelected->setObjectName(QStringLiteral("onlySelected"));
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  row->addWidget(m_onlySelected);
  row->addStretch(1);
  row->addWidget(m_count);
  m_add = new QPushButton(tr("New\u2026"));
  m_add->setObjectName(QStringLiteral("newSource"));
  m_add->setToolTip(tr("Add a source to the archive"));
  connect(m_add, &QPushButton::clicked, this, [this] { m_session.makeRecord(*newRecord(TableId::Sources)); });
  row->addWidget(m_add);
  m_count->setWordWrap(false);
  head->addWidget(m_words);
  head->addLayout(row);
  static_cast<QVBoxLayout*>(layout())->addLayout(head);
  connect(m_words, &QLineEdit::textChanged, this, &SourcesPane::narrow);
  connect(m_onlySelected, &QCheckBox::toggled, this, &SourcesPane::narrow);
}

void SourcesPane::makeTable() {
  m_table->setObjectName(QStringLiteral("sourcesTable"));
  m_table->setAccessibleName(tr("Sources"));
  m_table->setAccessibleDescription(tr("What rests on the current source is listed in the same pane."));
  m_table->setTwoLines(true);
  m_table->setMinimumHeight(kLeastListPx);
  m_detail->setMinimumHeight(kLeastListPx);
  m_table->setTypeAheadColumn(SourcesModel::Name);
  m_table->setModel(m_model);
  m_table->header().setSortIndicator(SourcesModel::Name, Qt::AscendingOrder);
  m_table->setSortingEnabled(true);
  m_table->header().setSectionResizeMode(QHeaderView::Fixed);
  m_table->header().setSectionResizeMode(SourcesModel::Name, QHeaderView::Stretch);
  connect(m_table, &TableView::currentRowChanged, this, [this](int row) {
    if (const Source* source = m_model->sourceAt(row)) pick(source->uid);
  });
  connect(m_model, &QAbstractItemModel::layoutChanged, this, [this] {
    if (m_table->currentIndex().isValid()) m_table->scrollTo(m_table->currentIndex());
  });
  m_stack->installEventFilter(this);
  connect(m_table, &TableView::menuRequested, this, [this](QPoint at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_table->addSortMenu(*menu);
    menu->popup(at);
  });
}

void SourcesPane::makeActions() {
  m_about = new QWidget;
  auto* column = new QVBoxLayout(m_about);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_detail, 1);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(8, 4, 8, 4);
  row->setSpacing(8);
  m_without = new QPushButton(tr("Without it"));
  m_without->setObjectName(QStringLiteral("withoutSource"));
  m_without->setCheckable(true);
  m_without->setToolTip(tr("Show what would change if this source were not there; nothing is changed"));
  auto* edit = new QPushButton(tr("Edit\u2026"));
  edit->setObjectName(QStringLiteral("editSource"));
  edit->setToolTip(tr("Edit or grade this source"));
  auto* more = new QPushButton(tr("More"));
  more->setObjectName(QStringLiteral("moreOfSource"));
  auto* menu = new QMenu(more);
  more->setMenu(menu);
  for (QPushButton* button : {m_without, edit, more})
    row->addWidget(button);
  row->addStretch(1);
  column->addLayout(row);
  connect(m_without, &QPushButton::clicked, this,
          [this](bool without) { m_session.setWithout(without && m_picked ? *m_picked : SourceUid()); });
  connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMore(*menu); });
  connect(edit, &QPushButton::clicked, this, [this] {
    if (m_picked) m_session.editRecord({TableId::Sources, m_picked->value});
  });
}

void SourcesPane::fillMore(QMenu& menu) {
  menu.clear();
  const Source* source = m_picked && m_session.snapshot() ? m_session.snapshot()->source(*m_picked) : nullptr;
  if (!source) return;
  QAction* refuted = menu.addAction(tr("Only events with refuted claims of it"));
  connect(refuted, &QAction::triggered, this, [this, uid = source->uid] {
    EventFilter filter = m_session.view().filter;
    filter.refutedBy = {uid};
    m_session.setFilter(filter);
  });
  const RecordKey key{TableId::Sources, source->uid.value};
  connect(menu.addAction(tr("Merge with another source…")), &QAction::triggered, this,
          [this, key] { m_session.mergeRecord(key); });
  connect(menu.addAction(tr("Delete, with what rests on it alone…")), &QAction::triggered, this,
          [this, key] { m_session.deleteRecords({key}); });
  menu.addSection(tr("Copy a citation"));
  const QFontMetrics metrics = menu.fontMetrics();
  for (const QString& text : {noteCitation(*source), authorDateCitation(*source), shortCitation(*source)}) {
    QString shown = metrics.elidedText(text, Qt::ElideRight, 60 * metrics.averageCharWidth());
    QAction* action = menu.addAction(shown.replace(QLatin1Char('&'), QStringLiteral("&&")));
    connect(action, &QAction::triggered, this, [text] { QGuiApplication::clipboard()->setText(text); });
  }
}

void SourcesPane::makeEmpty() {
  auto* column = new QVBoxLayout(m_empty);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(8);
  column->addWidget(m_emptyWords);
  column->addWidget(m_showAll, 0, Qt::AlignLeft);
  column->addStretch(1);
  m_showAll->setObjectName(QStringLiteral("showAll"));
  connect(m_showAll, &QPushButton::clicked, this, &SourcesPane::showAll);
}

void SourcesPane::followSession() {
  connect(&m_session, &Session::snapshotChanged, this, &SourcesPane::askSnapshot);
  connect(&m_session, &Session::archiveClosed, this, &SourcesPane::askSnapshot);
  // Who changes a source looks at it next.
  connect(&m_session, &Session::changed, this, [this] { m_take.now(); });
  connect(&m_session, &Session::lensChanged, this,
          [this] { m_without->setChecked(m_picked && *m_picked == m_session.without()); });
  connect(&m_session, &Session::selectionChanged, this, [this] {
    if (m_onlySelected->isChecked()) narrow();
  });
}

QSize SourcesPane::sizeHint() const {
  return {412, 600};
}

QSize SourcesPane::minimumSizeHint() const {
  return {320, 200};
}

void SourcesPane::takeSnapshot() {
  m_model->setSnapshot(m_session.snapshot());
  m_add->setEnabled(m_session.snapshot() != nullptr);
  const bool there = m_picked && m_session.snapshot() && m_session.snapshot()->source(*m_picked);
  const auto picked = there ? m_picked : std::nullopt;
  m_picked.reset();
  narrow();
  pick(picked);
  showPicked();
  fitColumns();
}

void SourcesPane::narrow() {
  std::optional<std::vector<SourceUid>> only;
  if (m_onlySelected->isChecked() && m_session.snapshot()) {
    const auto id = m_session.selected();
    const EventParties* parties = id ? m_session.snapshot()->partiesOf(*id) : nullptr;
    only = parties ? parties->sources : std::vector<SourceUid>();
  }
  m_model->setOnly(std::move(only));
  m_model->setNarrowing(m_words->text());
  showPicked();
  updateHead();
}

void SourcesPane::showAll() {
  m_onlySelected->setChecked(false);
  m_words->clear();
}

bool SourcesPane::showSource(const SourceUid& source) {
  if (!m_session.snapshot() || !m_session.snapshot()->source(source)) return false;
  m_take.now();
  if (m_model->rowOf(source) < 0) showAll();
  pick(source);
  showPicked();
  return true;
}

Snapshot SourcesPane::beforeItWasLeftOut() const {
  const Snapshot& now = *m_session.snapshot();
  if (m_session.without().value.empty()) return now;
  return seenThrough(now.content, lensOf(m_session.view()));
}

void SourcesPane::pick(const std::optional<SourceUid>& source) {
  const Source* record = source && m_session.snapshot() ? m_session.snapshot()->source(*source) : nullptr;
  if (record && m_below->isHidden()) {
    m_below->show();
    m_split->setSizes({450, 550});  // shares of what there is
    m_below->setSizes({500, 500});
  }
  if (!record) m_below->hide();
  if (source == m_picked && source) return;
  m_picked = source;
  m_without->setChecked(source && *source == m_session.without());
  m_detail->setSource(record ? std::optional(*record) : std::nullopt,
                      record ? voiceOf(beforeItWasLeftOut(), record->uid) : SourceVoice());
  m_reliance->setSource(source);
}

void SourcesPane::showPicked() {
  const int row = m_picked ? m_model->rowOf(*m_picked) : -1;
  if (row != m_table->currentIndex().row()) m_table->showRow(row);
}

QString SourcesPane::emptyWords() const {
  if (!m_session.snapshot()) return tr("No archive is open. Open one with File, Open.");
  if (m_model->sourceCount() == 0) return tr("This archive names no source.");
  if (m_onlySelected->isChecked() && !m_session.selected())
    return tr("No event is selected. Select one on the timeline, or show all sources.");
  const QString words = m_words->text().simplified();
  if (m_onlySelected->isChecked() && words.isEmpty())
    return tr("No source stands behind the selected event.");
  return m_onlySelected->isChecked() ? tr("No source of the selected event has “%1” in its names.").arg(words)
                                     : tr("No source has “%1” in its names.").arg(words);
}

void SourcesPane::updateHead() {
  const int all = m_model->sourceCount();
  const int shown = m_model->rowCount();
  const auto number = [](int count) { return wordsLocale().toString(count); };
  m_count->setText(all == 0       ? QString()
                   : shown != all ? tr("%1 of %2 sources").arg(number(shown), number(all))
                   : all == 1     ? tr("1 source")
                                  : tr("%1 sources").arg(number(all)));
  if (shown == 0) m_emptyWords->setText(emptyWords());
  m_showAll->setVisible(shown == 0 && all > 0);
  m_stack->setCurrentWidget(shown == 0 ? m_empty : static_cast<QWidget*>(m_table));
}

void SourcesPane::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void SourcesPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::FontChange) return;
  applyStyle();
  fitColumns();
}

void SourcesPane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitShape();
}

void SourcesPane::applyStyle() {
  const Theme& colors = theme(m_theme);
  setPalette(entente::palette(colors));
  m_table->setTheme(m_theme);
  m_detail->setTheme(m_theme);
  m_reliance->setTheme(m_theme);
  setWordsColor(*m_count, colors.ink3);
  // Fusion draws the frame of a box in a darker shade of the window's colour, which a dark canvas swallows.
  QPalette framed = entente::palette(colors);
  constexpr int kAgainstFusionPercent = 140;
  framed.setColor(QPalette::Window, colors.edge.lighter(kAgainstFusionPercent));
  m_onlySelected->setPalette(framed);
  m_count->setFont(typeFaces(font(), font().pointSizeF() / kBasePoints).caption);
}

bool SourcesPane::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_stack && event->type() == QEvent::Resize) fitColumns();
  return QWidget::eventFilter(watched, event);
}

void SourcesPane::fitShape() {
  // Beside each other where both have room: below the other, a low pane would show two rows of each.
  const bool wide = width() > 110 * fontMetrics().averageCharWidth() && width() > height();
  const bool low = height() < 24 * fontMetrics().height();
  const auto turn = [](QSplitter* split, bool across, int first, int second) {
    const Qt::Orientation shape = across ? Qt::Horizontal : Qt::Vertical;
    if (split->orientation() == shape) return;
    split->setOrientation(shape);
    // Sizes along the other direction mean nothing along this one.
    const int room = across ? split->width() : split->height();
    split->setSizes({room * first / (first + second), room * second / (first + second)});
  };
  turn(m_split, wide, 2, 3);
  turn(m_below, wide && low, 1, 1);
}

void SourcesPane::fitColumns() {
  TableHeader& header = m_table->header();
  const QFontMetrics metrics = m_table->fontMetrics();
  const auto fitting = [&](int column, const QString& longest) {
    return std::max(metrics.horizontalAdvance(longest) + kPaddingPx, header.nameWidth(column));
  };
  constexpr int kGradePx = 26;
  std::map<int, int> widths{
      {SourcesModel::Grade, kGradePx + fitting(SourcesModel::Grade, reliabilityInWords(Reliability::F))},
      {SourcesModel::Date, fitting(SourcesModel::Date, dateInWords(*FuzzyDate::parse("2025-09?")))},
      {SourcesModel::Kind, fitting(SourcesModel::Kind, sourceKindInWords(SourceKind::Official))}};
  for (const int column :
       {SourcesModel::Events, SourcesModel::Claims, SourcesModel::Refuted, SourcesModel::All})
    widths[column] = fitting(column, wordsLocale().toString(9999));
  int sum = 0;
  for (const auto& [column, width] : widths)
    sum += width;
  const int leastName = 24 * metrics.averageCharWidth();
  const bool compact = m_stack->width() < sum + leastName;
  m_model->setCompact(compact);
  for (const int column : {SourcesModel::Date, SourcesModel::Kind, SourcesModel::Events, SourcesModel::Claims,
                           SourcesModel::Refuted})
    m_table->setColumnHidden(column, compact);
  if (compact) {
    widths[SourcesModel::Grade] = header.nameWidth(SourcesModel::Grade);
    const QFontMetrics captions(typeFaces(font(), font().pointSizeF() / kBasePoints).caption);
    widths[SourcesModel::All] =
        std::max(header.nameWidth(SourcesModel::All),
                 captions.horizontalAdvance(tr("99 claims, 99 refuted")) + kPaddingPx);
  }
  for (const auto& [column, width] : widths)
    header.resizeSection(column, width);
}

}  // namespace entente
