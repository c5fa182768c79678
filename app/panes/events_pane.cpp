// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps rows, head and selection in step with the session.
#include "app/panes/events_pane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <algorithm>
#include <set>

#include "app/panes/events_empty.h"
#include "app/panes/events_model.h"
#include "app/panes/events_reveal.h"
#include "app/panes/table_copy.h"
#include "app/panes/table_ink.h"
#include "app/panes/table_view.h"
#include "app/render/date_words.h"
#include "app/session/session.h"
#include "app/words/event_words.h"
#include "core/time/date_relations.h"

namespace entente {

namespace {

/// A pan sends a span for every frame; rows that change faster than one can read are of no use.
constexpr int kThrottleMs = 60;

QString number(qsizetype count) {
  return wordsLocale().toString(count);
}

}  // namespace

EventsPane::EventsPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new EventsModel(this)),
      m_table(new TableView),
      m_empty(new EventsEmpty(session)),
      m_stack(new QStackedWidget),
      m_head(new QWidget),
      m_count(new QLabel),
      m_note(new QLabel),
      m_copyCsv(new QPushButton(tr("Copy as CSV"))),
      m_copyMarkdown(new QPushButton(tr("Copy as Markdown"))) {
  setObjectName(QStringLiteral("events"));
  setAccessibleName(tr("Events"));
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  makeHead();
  makeTable();
  column->addWidget(m_head);
  column->addWidget(m_stack, 1);
  m_stack->addWidget(m_table);
  m_stack->addWidget(m_empty);
  setFocusProxy(m_table);
  setTabOrder(m_copyCsv, m_copyMarkdown);
  setTabOrder(m_copyMarkdown, m_table);
  m_throttle.setSingleShot(true);
  m_throttle.setInterval(kThrottleMs);
  connect(&m_throttle, &QTimer::timeout, this, &EventsPane::askRows);
  followSession();
  applyStyle();
  measureDates();
  fitColumns();
  askRows();
  markHits();
}

void EventsPane::makeHead() {
  auto* row = new QHBoxLayout(m_head);
  row->setContentsMargins(8, 2, 8, 2);
  row->setSpacing(12);
  m_count->setObjectName(QStringLiteral("count"));
  m_note->setObjectName(QStringLiteral("note"));
  for (QLabel* label : {m_count, m_note}) {
    label->setTextFormat(Qt::PlainText);
    row->addWidget(label);
  }
  m_note->setWordWrap(true);
  row->setStretchFactor(m_note, 1);
  m_note->setTextFormat(Qt::RichText);
  connect(m_note, &QLabel::linkActivated, this, &EventsPane::showUndated);
  const QString which = tr("Copies the selected rows if there are more than one, else all rows");
  for (QPushButton* button : {m_copyCsv, m_copyMarkdown}) {
    button->setFlat(true);
    button->setToolTip(which);
    button->setAccessibleDescription(which);
    row->addWidget(button);
  }
  connect(m_copyCsv, &QPushButton::clicked, this, [this] { copy(CopyFormat::Csv, eventsToCopy()); });
  connect(m_copyMarkdown, &QPushButton::clicked, this,
          [this] { copy(CopyFormat::Markdown, eventsToCopy()); });
}

void EventsPane::makeTable() {
  m_table->setObjectName(QStringLiteral("eventsTable"));
  m_table->setAccessibleName(tr("Events in this span"));
  m_table->setAccessibleDescription(
      tr("The current row is selected on the timeline. Letters look for an event by its title."));
  m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_table->setBands(true);
  m_table->setTypeAheadColumn(EventsModel::Title);
  m_table->setModel(m_model);
  m_table->header().setSortIndicator(EventsModel::When, Qt::AscendingOrder);
  m_table->setSortingEnabled(true);
  m_table->header().setSectionResizeMode(EventsModel::Title, QHeaderView::Stretch);
  connect(&m_table->header(), &QHeaderView::sectionResized, this, [this](int section) {
    if (!m_fittingColumns && section != EventsModel::Title) m_widthsAreChosen = true;
  });
  connect(m_model, &QAbstractItemModel::layoutChanged, this, [this] {
    if (m_table->currentIndex().isValid()) m_table->scrollTo(m_table->currentIndex());
  });
  connect(m_table, &TableView::currentRowChanged, this, [this](int row) {
    const auto id = m_model->eventAt(row);
    if (id && !m_showing && m_table->selectionModel()->isRowSelected(row)) pickRows();
  });
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    if (!m_showing) pickRows();
  });
  connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
    if (const auto id = m_model->eventAt(index.row())) showOnTimeline(m_session, *id);
  });
  connect(m_table, &TableView::copyRequested, this, [this] { copy(CopyFormat::Csv, selectedEvents()); });
  connect(m_table, &TableView::menuRequested, this, [this](QPoint at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(at);
  });
}

void EventsPane::followSession() {
  connect(&m_session, &Session::spanChanged, this, [this] {
    if (!m_throttle.isActive()) m_throttle.start();
  });
  connect(&m_session, &Session::archiveOpened, this, [this] {
    measureDates();
    fitColumns();
  });
  connect(&m_session, &Session::slicesChanged, this, &EventsPane::askRows);
  connect(&m_session, &Session::findChanged, this, &EventsPane::markHits);
  connect(&m_session, &Session::selectionChanged, this, &EventsPane::showSelection);
}

QSize EventsPane::sizeHint() const {
  return {600, 248};
}

QByteArray EventsPane::state() const {
  return m_table->header().saveState();
}

bool EventsPane::restoreState(const QByteArray& state) {
  m_fittingColumns = true;
  const bool restored = m_table->header().restoreState(state);
  m_fittingColumns = false;
  if (restored) m_widthsAreChosen = true;
  return restored;
}

void EventsPane::askRows() {
  m_rows.ask();
  if (m_rows.isSeen()) return m_rows.now();
  const auto& slices = m_session.slices();
  Q_EMIT countChanged(slices ? static_cast<int>(slices->eventsIn(m_session.view().span).size()) : 0);
}

void EventsPane::updateRows() {
  m_throttle.stop();
  const auto chosen = m_session.selected();
  const auto isInView = [this](int row) {
    return row >= 0 && m_table->viewport()->rect().intersects(m_table->visualRect(m_model->index(row, 0)));
  };
  const bool follows = m_scrollWhenThere || (chosen && isInView(m_model->rowOf(*chosen)));
  const auto top = m_model->eventAt(m_table->rowAt(0));
  const auto& slices = m_session.slices();
  m_model->setEvents(slices ? m_session.snapshot() : nullptr,
                     slices ? slices->eventsIn(m_session.view().span) : std::vector<EventId>());
  selectPicked();
  const int current = chosen ? m_model->rowOf(*chosen) : -1;
  if (const int row = top ? m_model->rowOf(*top) : -1; row >= 0)
    m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtTop);
  if (current >= 0) {
    if (follows) m_table->scrollTo(m_table->currentIndex());
    m_scrollWhenThere = false;
  }
  updateHead();
  Q_EMIT countChanged(m_model->rowCount());
}

void EventsPane::selectPicked() {
  m_showing = true;
  QItemSelection selection;
  for (const EventId id : m_session.picked()) {
    if (const int row = m_model->rowOf(id); row >= 0)
      selection.select(m_model->index(row, 0), m_model->index(row, EventsModel::ColumnCount - 1));
  }
  m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
  const auto chosen = m_session.selected();
  const int current = chosen ? m_model->rowOf(*chosen) : -1;
  const int column = std::max(0, m_table->currentIndex().column());
  if (current >= 0)
    m_table->selectionModel()->setCurrentIndex(m_model->index(current, column),
                                               QItemSelectionModel::NoUpdate);
  m_showing = false;
}

void EventsPane::pickRows() {
  std::vector<EventId> picked = selectedEvents();
  auto current = m_model->eventAt(m_table->currentIndex().row());
  if (picked.empty()) return;
  if (!current || std::ranges::find(picked, *current) == picked.end()) current = picked.back();
  // What is picked beyond this span stays so while one adds to it.
  if (picked.size() > 1) {
    for (const EventId id : m_session.picked()) {
      if (m_model->rowOf(id) < 0) picked.push_back(id);
    }
  }
  m_session.pick(std::move(picked), current);
}

void EventsPane::updateHead() {
  const int rows = m_model->rowCount();
  const int disputed = m_model->disputedCount();
  QString words;
  if (rows == 1) words = disputed == 1 ? tr("1 event in this span, disputed") : tr("1 event in this span");
  if (rows > 1) {
    const Snapshot& snapshot = *m_session.snapshot();
    const auto isPossible = [&](EventId id) {
      const EventTitle* title = snapshot.title(id);
      return title && title->when &&
             overlaps(title->when->bounds(), m_session.view().span) == Certainty::Possible;
    };
    const auto possible = std::ranges::count_if(m_model->events(), isPossible);
    const QString events =
        possible == 0
            ? tr("%1 events in this span").arg(number(rows))
            : tr("%1 certain, %2 possible in this span").arg(number(rows - possible), number(possible));
    words = disputed == 0 ? tr("%1, none disputed", "a number of events").arg(events)
                          : tr("%1, %2 of them disputed", "a number of events").arg(events, number(disputed));
  }
  m_count->setText(words);
  qsizetype undated = 0;
  if (const auto& snapshot = m_session.snapshot()) {
    undated = std::ranges::count_if(snapshot->dataset.curated->undated, [&](std::int64_t key) {
      return matches(*snapshot, {EventOrigin::Curated, key}, m_session.view().filter);
    });
  }
  // The sentence is the way to them.
  const QString link = undated == 1
                           ? tr("1 event has no date and is not on the timeline")
                           : tr("%1 events have no date and are not on the timeline").arg(number(undated));
  m_note->setText(undated == 0 ? QString() : QStringLiteral("<a href=\"undated\">%1</a>").arg(link));
  m_copyCsv->setEnabled(rows > 0);
  m_copyMarkdown->setEnabled(rows > 0);
  if (rows == 0) m_empty->refresh();
  m_stack->setCurrentWidget(rows == 0 ? static_cast<QWidget*>(m_empty) : m_table);
}

void EventsPane::showUndated() {
  constexpr int kMostListed = 40;
  const auto& snapshot = m_session.snapshot();
  if (!snapshot) return;
  QMenu menu(this);
  menu.setObjectName(QStringLiteral("undatedMenu"));
  for (const std::int64_t key : snapshot->dataset.curated->undated) {
    const EventId id{EventOrigin::Curated, key};
    const EventTitle* title = snapshot->title(id);
    if (!title || !matches(*snapshot, id, m_session.view().filter)) continue;
    if (menu.actions().size() == kMostListed) {
      menu.addAction(tr("More of them are found by Find (Ctrl+F)"))->setEnabled(false);
      break;
    }
    QString words = title->title.left(80);
    menu.addAction(words.replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                   [this, id] { m_session.select(id); });
  }
  menu.exec(m_note->mapToGlobal(QPoint(0, m_note->height())));
}

void EventsPane::showSelection() {
  if (!m_rows.isSeen()) return m_rows.ask();
  const auto id = m_session.selected();
  const int row = id ? m_model->rowOf(*id) : -1;
  m_scrollWhenThere = id && row < 0;
  if (m_session.picked().size() > 1) return selectPicked();
  const std::vector<int> rows = m_table->selectedRows();
  if (row == m_table->currentIndex().row() && rows.size() <= 1) return;
  m_showing = true;
  m_table->showRow(row);
  m_showing = false;
}

void EventsPane::markHits() {
  const FindResult& found = m_session.found();
  // While the first answer is on its way nothing is known to be without the words.
  if (!found.isActive() || (found.searching && found.hits.empty())) {
    m_model->setHits(std::nullopt);
    return;
  }
  std::unordered_set<EventId> hits;
  for (const SearchHit& hit : found.hits)
    hits.insert(hit.event);
  m_model->setHits(std::move(hits));
}

std::vector<EventId> EventsPane::selectedEvents() const {
  std::vector<EventId> events;
  for (const int row : m_table->selectedRows()) {
    if (const auto id = m_model->eventAt(row)) events.push_back(*id);
  }
  return events;
}

std::vector<EventId> EventsPane::eventsToCopy() const {
  std::vector<EventId> selected = selectedEvents();
  return selected.size() > 1 ? selected : m_model->events();
}

void EventsPane::copy(CopyFormat format, const std::vector<EventId>& events) {
  if (!m_session.snapshot() || events.empty()) return;
  copyEvents(*m_session.snapshot(), events, format);
  const QString rows = events.size() == 1
                           ? tr("1 row copied")
                           : tr("%1 rows copied").arg(number(static_cast<qsizetype>(events.size())));
  m_note->setText(rows);
}

void EventsPane::fillMenu(QMenu& menu) {
  menu.setToolTipsVisible(true);
  for (const CopyFormat format : {CopyFormat::Csv, CopyFormat::Markdown}) {
    QAction* action =
        menu.addAction(format == CopyFormat::Csv ? tr("&Copy as CSV") : tr("Copy as &Markdown"));
    action->setToolTip(m_copyCsv->toolTip());
    connect(action, &QAction::triggered, this, [this, format] { copy(format, eventsToCopy()); });
  }
  menu.addSeparator();
  const auto current = m_model->eventAt(m_table->currentIndex().row());
  QAction* show = menu.addAction(tr("&Show on the timeline"));
  show->setEnabled(current.has_value());
  connect(show, &QAction::triggered, this, [this, current] {
    if (current) showOnTimeline(m_session, *current);
  });
  menu.addSeparator();
  m_table->addSortMenu(menu);
}

void EventsPane::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void EventsPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::FontChange) return;
  applyStyle();
  measureDates();
  fitColumns();
}

void EventsPane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitColumns();
}

void EventsPane::applyStyle() {
  const Theme& colors = theme(m_theme);
  setPalette(entente::palette(colors));
  m_table->setTheme(m_theme);
  m_empty->setTheme(m_theme);
  const TypeFaces faces = typeFaces(font(), font().pointSizeF() / kBasePoints);
  m_note->setFont(faces.caption);
  setWordsColor(*m_note, colors.ink3);
}

void EventsPane::measureDates() {
  m_widestDatePx = 0;
  if (!m_session.snapshot()) return;
  // Of a very large archive some dates tell enough; what is still cut has a tool tip.
  int left = 2000;
  const QFontMetrics metrics(m_table->font());
  for (const auto& [id, title] : m_session.snapshot()->titles) {
    if (left-- == 0) break;
    if (title.when)
      m_widestDatePx = std::max(m_widestDatePx, metrics.horizontalAdvance(dateInWords(*title.when)));
  }
}

void EventsPane::fitColumns() {
  m_fittingColumns = true;
  TableHeader& header = m_table->header();
  const QFontMetrics metrics = m_table->fontMetrics();
  const int letter = metrics.averageCharWidth();
  constexpr int kPaddingPx = 24;
  constexpr int kGlyphPx = 18;
  int kind = 0;
  for (const EventKind each : kEventKinds)
    kind = std::max(kind, metrics.horizontalAdvance(eventKindInWords(each)) + kGlyphPx + kPaddingPx);
  const int disputed = header.nameWidth(EventsModel::Disputed);
  // Dates come first, then titles; publishers have what is left.
  const int leastTitle = 40 * letter;
  const int leastSources = 14 * letter;
  const int room = std::max(0, width() - kind - disputed - leastTitle);
  // Where there is no room for publishers, titles are worth more.
  m_table->setColumnHidden(EventsModel::Sources, room < 18 * letter + leastSources);
  if (m_widthsAreChosen) {
    m_fittingColumns = false;
    return;
  }
  const int when =
      std::clamp(m_widestDatePx + kPaddingPx, 18 * letter, std::max(24 * letter, room - leastSources));
  header.resizeSection(EventsModel::Kind, kind);
  header.resizeSection(EventsModel::When, when);
  header.resizeSection(EventsModel::Sources, std::clamp(room - when, leastSources, 32 * letter));
  header.resizeSection(EventsModel::Disputed, disputed);
  m_fittingColumns = false;
}

}  // namespace entente
