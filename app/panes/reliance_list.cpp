// SPDX-License-Identifier: GPL-3.0-or-later
// An answer to an older question is dropped.
#include "app/panes/reliance_list.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/panes/events_reveal.h"
#include "app/panes/reliance_model.h"
#include "app/panes/table_ink.h"
#include "app/panes/table_view.h"
#include "app/session/session.h"

namespace entente {

namespace {

constexpr int kWaitMs = 300;
constexpr int kLeastTablePx = 48;

}  // namespace

RelianceList::RelianceList(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new RelianceModel(this)),
      m_table(new TableView),
      m_heading(new QLabel(tr("What rests on it"))),
      m_hint(new QLabel(tr("Enter or a double click shows the event"))),
      m_state(new QLabel),
      m_again(new QPushButton(tr("Try again"))) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(8, 4, 8, 4);
  head->setSpacing(12);
  head->addWidget(m_heading);
  head->addWidget(m_hint, 1, Qt::AlignRight);
  column->addLayout(head);
  auto* state = new QHBoxLayout;
  state->setContentsMargins(8, 4, 8, 4);
  state->addWidget(m_state, 1);
  state->addWidget(m_again, 0, Qt::AlignTop);
  column->addLayout(state);
  column->addWidget(m_table, 1);
  for (QLabel* label : {m_heading, m_hint, m_state})
    label->setTextFormat(Qt::PlainText);
  m_state->setWordWrap(true);
  m_state->setObjectName(QStringLiteral("relianceState"));
  m_state->hide();
  m_again->hide();
  m_table->setObjectName(QStringLiteral("relianceTable"));
  m_table->setAccessibleName(tr("What rests on the source"));
  m_table->setAccessibleDescription(tr("Enter shows the event of the current row on the timeline."));
  m_table->setModel(m_model);
  m_table->setTwoLines(true);
  m_table->setMinimumHeight(kLeastTablePx);
  m_table->header().hide();
  m_table->header().setSectionResizeMode(QHeaderView::Stretch);
  m_wait.setSingleShot(true);
  m_wait.setInterval(kWaitMs);
  connect(&m_wait, &QTimer::timeout, this, [this] {
    m_state->setText(tr("Looking up what rests on this source…"));
    m_state->show();
  });
  connect(m_again, &QPushButton::clicked, this, [this] { setSource(m_source); });
  connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
    if (const auto id = m_model->eventAt(index.row())) showOnTimeline(m_session, *id);
  });
  connect(m_table, &TableView::menuRequested, this, &RelianceList::openMenu);
  applyStyle();
}

void RelianceList::setSource(const std::optional<SourceUid>& source) {
  m_source = source;
  const std::uint64_t request = ++m_request;
  m_model->setReliances(nullptr, {});
  m_state->hide();
  m_again->hide();
  m_hint->hide();
  m_wait.stop();
  if (!source || !m_session.snapshot()) return;
  m_wait.start();
  m_session.askRestingOn(*source, this, [this, request](Result<std::vector<Reliance>> answer) {
    if (request == m_request) take(std::move(answer));
  });
}

void RelianceList::take(Result<std::vector<Reliance>> answer) {
  m_wait.stop();
  m_state->setVisible(!answer || answer->empty());
  m_again->setVisible(!answer);
  if (!answer) {
    m_state->setText(tr("What rests on this source cannot be read: %1")
                         .arg(QString::fromStdString(answer.error().text())));
  } else {
    if (answer->empty()) m_state->setText(tr("Nothing in the archive rests on this source."));
    m_model->setReliances(m_session.snapshot(), std::move(*answer));
    fitHeadings();
  }
  bool jumps = false;
  for (int row = 0; row < m_model->rowCount() && !jumps; ++row)
    jumps = m_model->eventAt(row).has_value();
  m_hint->setVisible(jumps);
  Q_EMIT answered();
}

void RelianceList::fitHeadings() {
  for (int row = 0; row < m_model->rowCount(); ++row) {
    if (m_model->isHeading(row)) m_table->setOneLine(row);
  }
}

void RelianceList::openMenu(QPoint at) {
  const auto id = m_model->eventAt(m_table->currentIndex().row());
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  QAction* show = menu->addAction(tr("&Show on the timeline"));
  show->setEnabled(id.has_value());
  connect(show, &QAction::triggered, this, [this, id] {
    if (id) showOnTimeline(m_session, *id);
  });
  menu->popup(at);
}

void RelianceList::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void RelianceList::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) applyStyle();
}

void RelianceList::applyStyle() {
  const TypeFaces faces = typeFaces(font(), font().pointSizeF() / kBasePoints);
  m_heading->setFont(faces.bodyStrong);
  m_hint->setFont(faces.caption);
  setWordsColor(*m_hint, theme(m_theme).ink3);
  m_table->setTheme(m_theme);
  fitHeadings();
}

}  // namespace entente
