// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps list, board and form in step.
#include "app/panes/claims_pane.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "app/panes/claim_form.h"
#include "app/panes/claims_board.h"
#include "app/panes/claims_list.h"
#include "app/panes/ledger_actions.h"
#include "app/panes/list_look.h"
#include "app/panes/typing.h"
#include "app/session/session.h"
#include "app/words/claim_words.h"
#include "core/view/ledger_changes.h"

namespace entente {

ClaimsPane::ClaimsPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_onlySelected(new QCheckBox(tr("Only the selected event"))),
      m_onlyDisputed(new QCheckBox(tr("Only disputed"))),
      m_add(new QPushButton(tr("Add a claim\u2026"))),
      m_list(new ClaimsList),
      m_board(new QScrollArea),
      m_split(new QSplitter(Qt::Vertical)) {
  setObjectName(QStringLiteral("claimsPane"));
  setAccessibleName(tr("Claims"));
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(8, 8, 8, 4);
  head->setSpacing(12);
  head->addWidget(m_onlySelected);
  head->addWidget(m_onlyDisputed);
  head->addStretch(1);
  head->addWidget(m_add);
  column->addLayout(head);
  m_onlySelected->setChecked(true);
  m_add->setObjectName(QStringLiteral("addAboutSelected"));
  m_add->setToolTip(tr("Add a claim about the selected event"));
  m_board->setFrameShape(QFrame::NoFrame);
  m_board->setWidgetResizable(true);
  m_board->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_board->setBackgroundRole(QPalette::Base);
  m_board->viewport()->setBackgroundRole(QPalette::Base);
  m_split->addWidget(m_list);
  m_split->addWidget(m_board);
  m_split->setChildrenCollapsible(false);
  m_split->setStretchFactor(0, 1);
  m_split->setStretchFactor(1, 3);
  m_split->setSizes({250, 450});  // shares of what there is
  column->addWidget(m_split, 1);
  setFocusProxy(m_list);
  connect(m_onlySelected, &QCheckBox::toggled, this, &ClaimsPane::refresh);
  connect(m_onlyDisputed, &QCheckBox::toggled, this, &ClaimsPane::refresh);
  connect(m_add, &QPushButton::clicked, this, &ClaimsPane::addAboutSelected);
  connect(m_list, &ClaimsList::picked, this, [this](const Topic& topic) {
    m_topic = topic;
    m_editing = false;
    showBoard();
  });
  connect(m_list, &QTreeWidget::itemActivated, this, [this] {
    if (m_topic) m_session.select(m_topic->subject);
  });
  connect(&m_session, &Session::snapshotChanged, this, &ClaimsPane::askRefresh);
  connect(&m_session, &Session::archiveClosed, this, &ClaimsPane::askRefresh);
  connect(&m_session, &Session::selectionChanged, this, &ClaimsPane::askRefresh);
  connect(&m_session, &Session::topicRequested, this, &ClaimsPane::showTopic);
  // A form ends when what it holds is kept; where that failed it stays, to be tried again.
  connect(&m_session, &Session::changed, this, [this] {
    if (m_saving) endForm();
  });
  connect(&m_session, &Session::changeFailed, this, [this] { m_saving = false; });
  connect(&m_session, &Session::archiveOpened, this, [this] {
    if (m_editing && !m_saving && m_session.path() != m_editedIn) endForm();
  });
  connect(&m_session, &Session::claimEditRequested, this, &ClaimsPane::editClaim);
  askRefresh();
}

QSize ClaimsPane::sizeHint() const {
  return {412, 600};
}

void ClaimsPane::setTheme(ThemeName name) {
  m_theme = name;
  setPalette(entente::palette(theme(name)));
  styleList(*m_list, theme(name));
  if (!m_editing) showBoard();
}

void ClaimsPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) askRefresh();
}

void ClaimsPane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const Qt::Orientation shape = width() > 2 * height() ? Qt::Horizontal : Qt::Vertical;
  if (m_split->orientation() != shape) m_split->setOrientation(shape);
  if (columnsThatFit() != m_columns && !m_editing && !isTyping(*this)) showBoard();
}

BlockStyle ClaimsPane::look() const {
  return {theme(m_theme), typeFaces(font(), font().pointSizeF() / kBasePoints)};
}

int ClaimsPane::columnsThatFit() const {
  constexpr int kColumnEm = 26;
  return std::max(1, m_board->viewport()->width() / (kColumnEm * fontMetrics().averageCharWidth()));
}

void ClaimsPane::refresh() {
  const auto& snapshot = m_session.snapshot();
  const auto selected =
      snapshot && m_session.selected() ? snapshot->refOf(*m_session.selected()) : std::nullopt;
  m_add->setEnabled(selected.has_value());
  const auto only = m_onlySelected->isChecked() ? selected : std::nullopt;
  m_list->show(snapshot, only, m_onlyDisputed->isChecked());
  // What is being written stays, whatever changes around it.
  if (m_editing && snapshot) return;
  m_topic = m_list->current();
  if (!isTyping(*this) || !snapshot) showBoard();
}

void ClaimsPane::showTopic(const Topic& topic) {
  m_refresh.now();
  m_editing = false;
  if (!m_list->pick(topic)) {
    m_onlyDisputed->setChecked(false);
    if (!m_list->pick(topic)) {
      m_onlySelected->setChecked(false);
      m_list->pick(topic);
    }
  }
}

void ClaimsPane::showBoard() {
  m_editing = false;
  m_saving = false;
  auto* page = new QWidget;
  page->setBackgroundRole(QPalette::Base);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(8, 8, 8, 8);
  m_columns = columnsThatFit();
  const auto& snapshot = m_session.snapshot();
  if (snapshot && m_topic && snapshot->ledger.of(*m_topic)) {
    column->addWidget(
        textLine(look(), look().faces.body, Ink::Ink2, subjectInWords(*snapshot, m_topic->subject)));
    column->addWidget(new ClaimsBoard(snapshot, *m_topic, look(), ledgerActions(m_session, this), m_columns));
  } else {
    column->addWidget(textLine(look(), look().faces.body, Ink::Ink2,
                               !snapshot ? tr("No archive is open.")
                               : m_onlySelected->isChecked() && m_session.selected()
                                   ? tr("Nothing is claimed about the selected event beside its record.")
                                   : tr("Pick a field or a question to see who claims what.")));
  }
  column->addStretch(1);
  m_board->setWidget(page);
}

void ClaimsPane::addAboutSelected() {
  const auto selected = m_session.selected();
  const auto ref = selected ? m_session.snapshot()->refOf(*selected) : std::nullopt;
  if (ref) editClaim(Topic{*ref, false, {}}, ClaimUid());
}

void ClaimsPane::editClaim(const Topic& topic, const ClaimUid& claim) {
  if (!m_session.snapshot()) return;
  m_refresh.now();
  if (!topic.name.isEmpty()) showTopic(topic);
  m_editing = true;
  m_saving = false;
  m_editedIn = m_session.path();
  const Claim* known = m_session.snapshot()->ledger.claim(claim);
  m_edited = known ? std::optional(*known) : std::nullopt;
  auto* form = new ClaimForm(m_session.snapshot(), topic, claim, look());
  form->setBackgroundRole(QPalette::Base);
  connect(form, &ClaimForm::saved, this, &ClaimsPane::saveClaim, Qt::QueuedConnection);
  connect(form, &ClaimForm::removed, this, &ClaimsPane::removeClaim, Qt::QueuedConnection);
  connect(form, &ClaimForm::cancelled, this, &ClaimsPane::endForm, Qt::QueuedConnection);
  m_board->setWidget(form);
  if (auto* value = form->findChild<QWidget*>(QStringLiteral("claimValue"))) value->setFocus();
}

void ClaimsPane::saveClaim(const Claim& claim) {
  const Snapshot& snapshot = *m_session.snapshot();
  const QString about =
      QStringLiteral("%1, %2").arg(subjectInWords(snapshot, claim.subject), topicName(topicOf(claim)));
  const QString title = m_edited ? tr("Edit the claim %1 (%2)").arg(valueInWords(claim), about)
                                 : tr("Add the claim %1 (%2)").arg(valueInWords(claim), about);
  m_topic = topicOf(claim);
  m_saving = true;
  m_session.change([claim, before = m_edited](const Snapshot& now) { return putClaim(now, claim, before); },
                   title);
}

void ClaimsPane::removeClaim(const ClaimUid& uid) {
  const Snapshot& snapshot = *m_session.snapshot();
  const Claim* claim = snapshot.ledger.claim(uid);
  if (!claim) return;
  m_saving = true;
  m_session.change(
      [uid](const Snapshot& now) -> Result<RecordChanges> { return entente::removeClaim(now, uid); },
      tr("Delete the claim %1 (%2, %3)")
          .arg(valueInWords(*claim), subjectInWords(snapshot, claim->subject), topicName(topicOf(*claim))));
}

void ClaimsPane::endForm() {
  m_saving = false;
  if (!m_editing) return;
  m_editing = false;
  const auto topic = m_topic;
  refresh();
  if (topic) showTopic(*topic);
}

}  // namespace entente
