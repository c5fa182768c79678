// SPDX-License-Identifier: GPL-3.0-or-later
// Sets the facts and the positions.
#include "app/charts/pledge_facts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/charts/pledge_words.h"
#include "app/charts/position_row.h"
#include "app/charts/text_label.h"
#include "app/render/date_words.h"
#include "app/words/event_words.h"

namespace entente {

namespace {

constexpr double kCaptionPx = 64;
constexpr double kSideBySidePx = 620;

}  // namespace

PledgeFacts::PledgeFacts(QWidget* parent) : QScrollArea(parent) {
  setObjectName(QStringLiteral("facts"));
  setAccessibleName(tr("Facts and positions"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void PledgeFacts::setContent(const FactsContent& content, const Theme& colors, const TypeFaces& faces) {
  const Style style{colors, faces};
  m_rows.clear();
  auto* page = new QWidget;
  m_blocks = new QBoxLayout(QBoxLayout::TopToBottom, page);
  m_blocks->setContentsMargins(12, 4, 12, 8);
  m_blocks->setSpacing(12);
  m_blocks->addWidget(factsBlock(content, style), 1, Qt::AlignTop);
  m_blocks->addWidget(positionsBlock(content, style), 1, Qt::AlignTop);
  m_blocks->addStretch(0);
  m_sideBySidePx = kSideBySidePx * faces.body.pointSizeF() / kBasePoints;
  setWidget(page);
  fold();
}

void PledgeFacts::setHighlighted(const ActorUid& state) {
  m_highlighted = state;
  for (const auto& [actor, row] : m_rows)
    row->setHighlighted(actor == state);
}

void PledgeFacts::setWhole(bool whole) {
  m_whole = whole;
  setVerticalScrollBarPolicy(whole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
  setMaximumHeight(QWIDGETSIZE_MAX);
  setMinimumHeight(0);
  fit();
}

QSize PledgeFacts::sizeHint() const {
  return {300, 60};
}

void PledgeFacts::fit() {
  if (!m_whole || !m_blocks) return;
  const int needed = m_blocks->hasHeightForWidth() ? m_blocks->totalHeightForWidth(width())
                                                   : m_blocks->totalSizeHint().height();
  if (needed != minimumHeight()) setFixedHeight(needed);
}

void PledgeFacts::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  fold();
}

void PledgeFacts::fold() {
  if (!m_blocks) return;
  m_blocks->setDirection(width() >= m_sideBySidePx ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  fit();
}

void PledgeFacts::addText(QVBoxLayout& column, const Style& style, const QString& caption,
                          const QString& value) {
  if (value.isEmpty()) return;
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  QLabel* left = plainLabel(caption);
  setInk(*left, style.faces.body, style.colors.ink3);
  left->setFixedWidth(static_cast<int>(kCaptionPx * style.faces.body.pointSizeF() / kBasePoints));
  row->addWidget(left, 0, Qt::AlignTop);
  QLabel* right = plainLabel(value);
  setInk(*right, style.faces.body, style.colors.ink);
  row->addWidget(right, 1);
  column.addLayout(row);
}

void PledgeFacts::addLinks(QVBoxLayout& column, const Style& style, const QString& caption,
                           const Snapshot& snapshot, const std::vector<RecordRef>& refs) {
  bool isFirst = true;
  for (const RecordRef& ref : refs) {
    const QString head = isFirst ? caption : QString();
    isFirst = false;
    if (!snapshot.find(ref)) {
      addText(column, style, head, QString::fromStdString(ref.uid));
      continue;
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    QLabel* left = plainLabel(head);
    setInk(*left, style.faces.body, style.colors.ink3);
    left->setFixedWidth(static_cast<int>(kCaptionPx * style.faces.body.pointSizeF() / kBasePoints));
    row->addWidget(left, 0, Qt::AlignTop);
    QLabel* link = linkLabel(titleOf(snapshot, ref), QString::fromStdString(ref.text()), style.colors.accent);
    link->setFont(style.faces.body);
    link->setAccessibleName(tr("%1: %2", "caption of a link, its text").arg(caption, titleOf(snapshot, ref)));
    connect(link, &QLabel::linkActivated, this, [this, ref] { Q_EMIT jumpAsked(ref); });
    row->addWidget(link, 1);
    column.addLayout(row);
  }
}

void PledgeFacts::addBound(QVBoxLayout& column, const Style& style, const Snapshot& snapshot,
                           const Pledge& pledge) {
  const AdherentWords words = adherentsInWords(snapshot, pledge);
  addText(column, style, tr("Bound"), words.sentence);
  if (words.names.isEmpty()) return;
  const QString all = words.names.join(QStringLiteral(", "));
  auto* button = new QPushButton(tr("Show names"));
  button->setObjectName(QStringLiteral("showNames"));
  button->setCheckable(true);
  button->setFont(style.faces.caption);
  button->setToolTip(QStringLiteral("<qt>%1</qt>").arg(all.toHtmlEscaped()));
  button->setAccessibleName(tr("Names of the states that are bound"));
  button->setAccessibleDescription(all);
  QLabel* names = plainLabel(all);
  names->setObjectName(QStringLiteral("names"));
  setInk(*names, style.faces.body, style.colors.ink2);
  names->hide();
  connect(button, &QPushButton::toggled, names, [button, names](bool on) {
    names->setVisible(on);
    button->setText(on ? tr("Hide names") : tr("Show names"));
  });
  connect(button, &QPushButton::toggled, this, &PledgeFacts::fit);
  auto* inset = new QVBoxLayout;
  inset->setContentsMargins(static_cast<int>(kCaptionPx * style.faces.body.pointSizeF() / kBasePoints) + 8, 0,
                            0, 0);
  inset->addWidget(button, 0, Qt::AlignLeft);
  inset->addWidget(names);
  column.addLayout(inset);
}

QWidget* PledgeFacts::factsBlock(const FactsContent& content, const Style& style) {
  const auto& pledge = std::get<Pledge>(content.detail->record);
  const Snapshot& snapshot = *content.snapshot;
  auto* block = new QWidget;
  auto* column = new QVBoxLayout(block);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(3);
  QLabel* title = plainLabel(pledge.event.title);
  setInk(*title, style.faces.bodyStrong, style.colors.ink);
  column->addWidget(title);
  addText(*column, style, tr("Target"), targetAsHeading(pledge));
  addText(*column, style, tr("Of what"), pledge.metric);
  addText(*column, style, tr("Status"), pledgeStatusInWords(pledge.status));
  addText(*column, style, tr("Date"),
          pledge.event.when ? dateInWords(*pledge.event.when) : tr("no date recorded"));
  addText(*column, style, tr("Due"), pledge.due ? dateInWords(*pledge.due) : tr("no date named"));
  if (pledge.review) addText(*column, style, tr("Review"), dateInWords(*pledge.review));
  if (!pledge.madeAt.value.empty())
    addLinks(*column, style, tr("Made at"), snapshot, {{RecordKind::Summit, pledge.madeAt.value}});
  if (!pledge.partOf.value.empty())
    addLinks(*column, style, tr("Part of"), snapshot, {{RecordKind::Pledge, pledge.partOf.value}});
  addLinks(*column, style, tr("Parts"), snapshot, content.parts);
  addBound(*column, style, snapshot, pledge);
  if (!pledge.event.summary.isEmpty()) {
    QLabel* summary = plainLabel(pledge.event.summary);
    setInk(*summary, style.faces.body, style.colors.ink2);
    column->addSpacing(4);
    column->addWidget(summary);
  }
  return block;
}

QWidget* PledgeFacts::positionsBlock(const FactsContent& content, const Style& style) {
  auto* block = new QWidget;
  auto* column = new QVBoxLayout(block);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  const auto& positions = content.detail->positions;
  QLabel* heading = plainLabel(positions.empty()       ? tr("No positions of states are recorded.")
                               : positions.size() == 1 ? tr("1 position")
                                                       : tr("%1 positions").arg(positions.size()));
  setInk(*heading, positions.empty() ? style.faces.body : style.faces.bodyStrong,
         positions.empty() ? style.colors.ink3 : style.colors.ink);
  column->addWidget(heading);
  for (const Position& position : positions) {
    auto* row = new PositionRow(*content.snapshot, position, style.colors, style.faces);
    row->setHighlighted(position.actor == m_highlighted);
    m_rows.emplace_back(position.actor, row);
    connect(row, &PositionRow::chosen, this, [this, actor = position.actor] { Q_EMIT stateChosen(actor); });
    column->addWidget(row);
  }
  return block;
}

}  // namespace entente
