// SPDX-License-Identifier: GPL-3.0-or-later
// A head that folds into two rows where it is narrow, and one tree for all lists.
#include "app/panes/filter_pane.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/panes/filter_controls.h"
#include "app/panes/filter_delegate.h"
#include "app/panes/filter_model.h"
#include "app/render/date_words.h"
#include "app/render/type.h"
#include "app/session/session.h"

namespace entente {

namespace {

constexpr int kMarginPx = 12;

QString countInWords(const FilterCounts& counts) {
  const QString all = wordsLocale().toString(qlonglong{counts.all});
  if (counts.matching == counts.all) {
    return counts.all == 1 ? FilterPane::tr("The one event matches")
                           : FilterPane::tr("All %1 events match").arg(all);
  }
  return FilterPane::tr("%1 of %2 events match").arg(wordsLocale().toString(qlonglong{counts.matching}), all);
}

}  // namespace

FilterPane::FilterPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new FilterModel(this)),
      m_head(new QWidget),
      m_empty(new QLabel) {
  setObjectName(QStringLiteral("filter"));
  setAccessibleName(tr("Filter"));
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  // The head folds its rows instead of asking for more width.
  column->setSizeConstraint(QLayout::SetNoConstraint);
  makeHead();
  makeTree();
  m_empty->setObjectName(QStringLiteral("emptyWords"));
  m_empty->setTextFormat(Qt::PlainText);
  m_empty->setWordWrap(true);
  m_empty->setForegroundRole(QPalette::WindowText);
  m_empty->setMargin(kMarginPx);
  m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  column->addWidget(m_head);
  column->addWidget(m_tree, 1);
  column->addWidget(m_empty, 1);
  connectSession();
  applyStyle();
  askRefresh();
}

void FilterPane::makeHead() {
  m_count = new QLabel;
  m_count->setObjectName(QStringLiteral("matching"));
  m_count->setTextFormat(Qt::PlainText);
  m_drop = new QPushButton(tr("Drop the filter"));
  m_drop->setObjectName(QStringLiteral("dropFilter"));
  m_drop->setToolTip(tr("Keep every event"));
  connect(m_drop, &QPushButton::clicked, this,
          [this] { m_session.setFilter(withoutChoices(m_session.view().filter)); });
  m_countRow = new QBoxLayout(QBoxLayout::LeftToRight);
  m_countRow->setSpacing(8);
  m_countRow->addWidget(m_count, 1);
  m_countRow->addWidget(m_drop, 0, Qt::AlignLeft);

  m_hide = new FilterRadio(tr("Only what matches"));
  m_hide->setObjectName(QStringLiteral("hideRest"));
  m_hide->setToolTip(tr("Events that do not match are left out"));
  m_grey = new FilterRadio(tr("Grey the rest"));
  m_grey->setObjectName(QStringLiteral("greyRest"));
  m_grey->setToolTip(tr("Events that do not match stay, in grey"));
  connect(m_hide, &FilterRadio::clicked, this, [this] { setRest(RestOfEvents::Hidden); });
  connect(m_grey, &FilterRadio::clicked, this, [this] { setRest(RestOfEvents::Greyed); });
  m_restRow = new QBoxLayout(QBoxLayout::LeftToRight);
  m_restRow->setSpacing(4);
  m_restRow->addWidget(m_hide, 0, Qt::AlignLeft);
  m_restRow->addSpacing(4);
  m_restRow->addWidget(m_grey, 0, Qt::AlignLeft);
  m_restRow->addStretch(1);

  m_narrow = new FilterLine;
  m_narrow->setObjectName(QStringLiteral("narrow"));
  m_narrow->setPlaceholderText(tr("Narrow the lists…"));
  m_narrow->setAccessibleName(tr("Narrow the lists to names with these words"));
  m_narrow->setClearButtonEnabled(true);
  connect(m_narrow, &FilterLine::textChanged, this, &FilterPane::narrow);

  auto* column = new QVBoxLayout(m_head);
  column->setContentsMargins(kMarginPx, 8, kMarginPx, 8);
  column->setSpacing(8);
  column->addLayout(m_countRow);
  column->addLayout(m_restRow);
  column->addWidget(m_narrow);
}

void FilterPane::makeTree() {
  m_tree = new QTreeView;
  m_tree->setObjectName(QStringLiteral("choices"));
  m_tree->setAccessibleName(tr("Choices"));
  m_delegate = new FilterDelegate(m_tree);
  m_tree->setItemDelegate(m_delegate);
  m_tree->setModel(m_model);
  m_tree->setHeaderHidden(true);
  m_tree->setIndentation(0);
  m_tree->setRootIsDecorated(false);
  m_tree->setFrameShape(QFrame::NoFrame);
  m_tree->setSelectionMode(QAbstractItemView::NoSelection);
  m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_tree->setExpandsOnDoubleClick(false);
  m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_tree->setMouseTracking(true);
  m_tree->setTabKeyNavigation(false);
  const auto remember = [this](const QModelIndex& index, bool isFolded) {
    if (m_expanding) return;
    if (isFolded) {
      m_folded.insert(m_model->listAt(index));
    } else {
      m_folded.erase(m_model->listAt(index));
    }
  };
  connect(m_tree, &QTreeView::collapsed, this,
          [remember](const QModelIndex& index) { remember(index, true); });
  connect(m_tree, &QTreeView::expanded, this,
          [remember](const QModelIndex& index) { remember(index, false); });
  connect(m_model, &QAbstractItemModel::modelReset, this, &FilterPane::expandTree);
}

void FilterPane::connectSession() {
  // The model may be behind the session by changes of this turn of the event loop.
  connect(m_model, &FilterModel::choiceTicked, this, [this](const FilterChoice& choice, bool chosen) {
    m_session.setFilter(withChoice(m_session.view().filter, choice, chosen));
  });
  connect(&m_session, &Session::filterChanged, this, &FilterPane::askRefresh);
  connect(&m_session, &Session::snapshotChanged, this, &FilterPane::askRefresh);
  connect(&m_session, &Session::archiveClosed, this, &FilterPane::askRefresh);
}

QSize FilterPane::sizeHint() const {
  return {260, 500};
}

QSize FilterPane::minimumSizeHint() const {
  return {220, 160};
}

void FilterPane::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void FilterPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) applyStyle();
}

void FilterPane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitHead();
  // Names wrap anew.
  m_tree->doItemsLayout();
}

void FilterPane::setRest(RestOfEvents rest) {
  EventFilter filter = m_session.view().filter;
  filter.rest = rest;
  m_session.setFilter(filter);
}

void FilterPane::refresh() {
  const auto& snapshot = m_session.snapshot();
  const EventFilter& filter = m_session.view().filter;
  const FilterCounts counts = snapshot ? countChoices(*snapshot, filter) : FilterCounts();
  const std::optional<FilterChoice> current = m_model->choiceAt(m_tree->currentIndex());
  m_model->show(snapshot, filter, counts);
  if (const QModelIndex again = current ? m_model->indexOf(*current) : QModelIndex();
      again.isValid() && again != m_tree->currentIndex())
    m_tree->setCurrentIndex(again);
  (filter.rest == RestOfEvents::Hidden ? m_hide : m_grey)->setChecked(true);
  m_count->setText(countInWords(counts));
  m_drop->setEnabled(!filter.isEmpty());
  refreshNotes(counts);
  fitHead();
}

void FilterPane::refreshNotes(const FilterCounts& counts) {
  const bool open = m_session.snapshot() != nullptr;
  const bool some = m_model->rowCount() > 0;
  if (!open) {
    m_empty->setText(tr("No archive is open. Open one with File, Open."));
  } else if (counts.all == 0 && !some && m_narrow->text().isEmpty()) {
    m_empty->setText(tr("This archive has no events."));
  } else {
    m_empty->setText(tr("Nothing in the lists is called “%1”. Try fewer letters.").arg(m_narrow->text()));
  }
  m_head->setVisible(open);
  m_tree->setVisible(some);
  m_empty->setVisible(!some);
}

void FilterPane::narrow(const QString& words) {
  m_refresh.now();
  m_model->setNarrow(words);
  refreshNotes(FilterCounts());
}

void FilterPane::expandTree() {
  m_expanding = true;
  for (int row = 0; row < m_model->rowCount(); ++row) {
    const QModelIndex heading = m_model->index(row, 0);
    // Who narrows the lists looks for something: folded lists open.
    m_tree->setExpanded(heading, !m_narrow->text().isEmpty() || !m_folded.contains(m_model->listAt(heading)));
  }
  m_expanding = false;
}

void FilterPane::fitHead() {
  const int room = width() - 2 * kMarginPx;
  for (QBoxLayout* row : {m_countRow, m_restRow}) {
    row->invalidate();  // a text in it may be new
    row->setDirection(QBoxLayout::LeftToRight);
    if (row->sizeHint().width() > room) row->setDirection(QBoxLayout::TopToBottom);
  }
}

void FilterPane::applyStyle() {
  setPalette(entente::palette(theme(m_theme)));
  const TypeFaces faces = typeFaces(font(), font().pointSizeF() / kBasePoints);
  m_delegate->setStyle(m_theme, faces);
  m_count->setFont(faces.bodyStrong);
  for (FilterRadio* radio : {m_hide, m_grey}) {
    radio->setTheme(m_theme);
    radio->setFont(faces.body);
  }
  m_narrow->setTheme(m_theme);
  m_narrow->setFont(faces.body);
  // The style leaves no room beside the words.
  constexpr int kBesideWordsPx = 24;
  m_drop->setFont(faces.body);
  m_drop->setMinimumWidth(m_drop->fontMetrics().horizontalAdvance(m_drop->text()) + kBesideWordsPx);
  QPalette quiet = palette();
  quiet.setColor(QPalette::WindowText, theme(m_theme).ink2);
  m_empty->setPalette(quiet);
  fitHead();
  m_tree->doItemsLayout();
}

}  // namespace entente
