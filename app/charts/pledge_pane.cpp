// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the pledge and fills the parts; how they are put together is in pledge_pane_layout.cpp.
#include "app/charts/pledge_pane.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <algorithm>

#include "app/charts/chart_card.h"
#include "app/charts/chart_overlay.h"
#include "app/charts/figure_maker.h"
#include "app/charts/figure_words.h"
#include "app/charts/number_card.h"
#include "app/charts/pledge_facts.h"
#include "app/charts/pledge_words.h"
#include "app/charts/plot_view.h"
#include "app/charts/text_label.h"
#include "app/render/date_words.h"
#include "app/session/session.h"
#include "app/words/event_words.h"
#include "core/analysis/pledge_parts.h"
#include "core/time/civil.h"
#include "core/view/chart_analysis.h"

namespace entente {

void PledgePane::connectSession() {
  connect(&m_shelf, &PledgeShelf::listed, this, &PledgePane::takeArchive);
  connect(&m_shelf, &PledgeShelf::recordsRead, this, [this] {
    choose();
    // Parts of the pledge that is shown may have become known.
    if (m_detail) refresh();
  });
  connect(&m_session, &Session::selectionChanged, this, [this] { choose(); });
  connect(&m_session, &Session::detailChanged, this, [this] { choose(); });
  connect(&m_session, &Session::detailFailed, this, [this] { choose(false); });
  connect(&m_session, &Session::spanChanged, this, [this](TimeSpan span) {
    m_chart->setSpan(span);
    refreshOverlay();
  });
  connect(&m_session, &Session::chartChanged, this, &PledgePane::takeChoice);
  connect(&m_session, &Session::slicesChanged, this, &PledgePane::refreshOverlay);
  connect(&m_session, &Session::selectionChanged, this, &PledgePane::refreshOverlay);
  connect(&m_session, &Session::pointedChanged, &m_chart->view(), &PlotView::setPointed);
}

void PledgePane::takeArchive() {
  m_asked.reset();
  m_shown.reset();
  m_detail.reset();
  m_figure = Figure();
  m_number.reset();
  m_choice = m_session.view().chart;
  const auto& snapshot = m_session.snapshot();
  // The same pledge, if the archive was read again.
  if (snapshot && !m_shownUid.empty()) m_shown = snapshot->find({RecordKind::Pledge, m_shownUid});
  fillPledges();
  m_quiet->clear();
  arrange();
  if (!snapshot) return showNothing(tr("No archive is open."));
  if (m_shelf.entries().empty()) return showNothing(tr("There are no pledges in this archive."));
  choose();
}

const PledgeShelf::Entry* PledgePane::standInFor(const PledgeShelf::Entry& entry) const {
  if (entry.isMeasured()) return &entry;
  const PledgeShelf::Entry* best = &entry;
  for (const PledgeShelf::Entry* part : m_shelf.partsOf(EventUid(entry.ref.uid))) {
    if (part->isMeasured() && PledgeShelf::isWeightier(*part, *best)) best = part;
  }
  return best;
}

const PledgeShelf::Entry* PledgePane::linkedPledge() const {
  if (!m_session.detail()) return nullptr;
  const PledgeShelf::Entry* best = nullptr;
  for (const LinkEnd& end : m_session.detail()->links) {
    const PledgeShelf::Entry* entry = end.event ? m_shelf.find(*end.event) : nullptr;
    if (entry && (!best || entry->weight > best->weight ||
                  (entry->weight == best->weight && PledgeShelf::isWeightier(*entry, *best))))
      best = entry;
  }
  return best ? standInFor(*best) : nullptr;
}

const PledgeShelf::Entry* PledgePane::wanted() const {
  const auto selected = m_session.selected();
  if (const auto* entry = selected ? m_shelf.find(*selected) : nullptr) return entry;
  if (const auto* entry = linkedPledge()) return entry;
  if (const auto* entry = m_shown ? m_shelf.find(*m_shown) : nullptr) return entry;
  return m_shelf.weightiest();
}

void PledgePane::choose(bool mayWait) {
  if (!m_session.snapshot()) return;
  // While the detail of the selected event is on its way nobody knows what it is linked with.
  const bool isWaiting = mayWait && m_session.selected() && !m_session.detail() && !m_shown;
  const PledgeShelf::Entry* entry = wanted();
  if (!entry || (isWaiting && !m_shelf.find(*m_session.selected()))) return;
  if (entry->id == m_shown && m_detail) return;
  if (entry->id != m_asked) ask(entry->id);
}

void PledgePane::ask(EventId id) {
  if (m_session.selected() == id && m_session.detail()) return takeDetail(id, m_session.detail());
  m_asked = id;
  m_session.askDetail(id, this, [this, id](Result<std::shared_ptr<const EventDetail>> answer) {
    if (m_asked != id) return;
    if (answer) return takeDetail(id, std::move(*answer));
    m_asked.reset();
    showNothing(tr("This pledge cannot be shown: %1").arg(QString::fromStdString(answer.error().text())));
  });
}

void PledgePane::takeDetail(EventId id, std::shared_ptr<const EventDetail> detail) {
  m_asked.reset();
  const auto* pledge = std::get_if<Pledge>(&detail->record);
  if (!pledge) return;
  if (id != m_shown) m_number.reset();
  m_shown = id;
  m_shownUid = pledge->event.uid.value;
  m_detail = std::move(detail);
  refresh();
  Q_EMIT pledgeShown(m_shown);
}

void PledgePane::showNothing(const QString& why) {
  m_shown.reset();
  m_detail.reset();
  m_quiet->setText(why);
  arrange();
  Q_EMIT pledgeShown(std::nullopt);
}

const Pledge& PledgePane::record() const {
  return std::get<Pledge>(m_detail->record);
}

bool PledgePane::isMeasured() const {
  return m_detail && record().measuredBy && !m_figure.editionsOfMetric.empty();
}

SourceUid PledgePane::edition() const {
  return m_figure.edition;
}

std::optional<PledgePane::Shown> PledgePane::shown() const {
  if (!isMeasured()) return std::nullopt;
  Shown shown{m_detail, m_shelf.records(), m_choice};
  shown.choice.pledge = record().event.uid;
  return shown;
}

void PledgePane::refresh() {
  fillPledges();
  refreshChart();
  refreshFacts();
  refreshNumber();
  arrange();
}

void PledgePane::takeChoice() {
  const ChartChoice before = m_choice;
  m_choice = m_session.view().chart;
  if (!m_detail) return;
  ChartChoice otherYear = before;
  otherYear.year = m_choice.year;
  refreshChart(otherYear == m_choice);
  refreshNumber();
  arrange();
}

void PledgePane::setChoice(const ChartChoice& choice) {
  m_session.setChart(choice);
}

void PledgePane::refreshChart(bool animated) {
  const std::vector<Pledge> pledges = m_shelf.records();
  m_figure = makeFigure({*m_session.snapshot(), record(), pledges, m_choice, m_session.now()});
  m_chart->setFigure(m_figure, animated);
  m_chart->setSpan(m_session.view().span);
  m_facts->setHighlighted(m_figure.highlighted);
  fillKinds();
  fillEditions();
  fillStates();
  refreshOverlay();
}

void PledgePane::refreshOverlay() {
  if (!m_detail || !m_session.slices()) return;
  m_chart->view().setEvents(m_figure.isOverTime() ? eventsOver(*m_session.slices(), m_session.view().span,
                                                               m_eventKinds, m_session.selected())
                                                  : std::vector<PlotEvent>());
}

void PledgePane::explain(std::optional<FigureKey> key) {
  m_number = std::move(key);
  refreshNumber();
  arrange();
}

void PledgePane::refreshNumber() {
  if (!m_number || !m_detail) return;
  const NumberWords words = numberWords(*m_session.snapshot(), record(), *m_number);
  if (words.title.isEmpty()) {
    m_number.reset();
  } else {
    m_numberCard->setWords(words);
  }
}

void PledgePane::refreshFacts() {
  const Theme& colors = theme(m_theme);
  FactsContent content{m_session.snapshot(), m_detail, {}};
  for (const PledgeShelf::Entry* part : m_shelf.partsOf(record().event.uid))
    content.parts.push_back(part->ref);
  m_facts->setContent(content, colors, typeFaces(font(), textScale()));
  m_factsLine->setText(factsLine(*content.snapshot, record(), colors.accent.name()));
  const QStringList names = adherentsInWords(*content.snapshot, record()).names;
  const QString all = names.join(QStringLiteral(", "));
  m_factsLine->setToolTip(all.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(all.toHtmlEscaped()));
  m_factsLine->setAccessibleName(tr("Facts of the pledge"));
  m_factsLine->setAccessibleDescription(all.isEmpty() ? QString() : tr("Bound: %1").arg(all));
  refreshNoSeries();
}

void PledgePane::refreshNoSeries() {
  QStringList sentences{m_figure.nothing};
  const Table parts = pledgeParts(record(), m_shelf.records(), analysisData(*m_session.snapshot()));
  for (std::size_t row = 0; !record().measuredBy && row < parts.rowCount(); ++row) {
    if (textOf(parts.at(row, "pledge")).toStdString() == record().event.uid.value) break;
    sentences << (isMissing(parts.at(row, "meeting"))
                      ? tr("%1: not yet reported.").arg(textOf(parts.at(row, "title")))
                      : tr("%1: %2 of %3 states keep it in %4.")
                            .arg(textOf(parts.at(row, "title")))
                            .arg(integerOf(parts.at(row, "meeting")))
                            .arg(integerOf(parts.at(row, "states")))
                            .arg(integerOf(parts.at(row, "year"))));
  }
  m_noSeries->setText(sentences.join(QLatin1Char(' ')));
  m_partLink->clear();
  for (const PledgeShelf::Entry* part : m_shelf.partsOf(record().event.uid)) {
    if (!part->isMeasured()) continue;
    m_partLink->setText(QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>")
                            .arg(QString::fromStdString(part->ref.text()).toHtmlEscaped(),
                                 theme(m_theme).accent.name(),
                                 tr("A part of it is measured: %1").arg(part->label).toHtmlEscaped()));
    m_partLink->setAccessibleName(tr("A part of it is measured: %1").arg(part->label));
    return;
  }
}

void PledgePane::fillPledges() {
  const QSignalBlocker quiet(m_pledges);
  m_pledges->clear();
  for (const PledgeShelf::Entry& entry : m_shelf.entries()) {
    const bool hasYear = entry.when && entry.when->bounds().earliestBegin > kBeginningOfTime;
    const QString text =
        hasYear ? tr("%1: %2", "year: pledge")
                      .arg(yearInWords(dateOf(entry.when->bounds().earliestBegin).year), entry.label)
                : entry.label;
    m_pledges->addItem(text, QVariant::fromValue<qlonglong>(entry.id.key));
    if (entry.id == m_shown) m_pledges->setCurrentIndex(m_pledges->count() - 1);
  }
  if (!m_shown) m_pledges->setCurrentIndex(-1);
  m_pledges->setToolTip(QStringLiteral("<qt>%1</qt>").arg(m_pledges->currentText().toHtmlEscaped()));
}

void PledgePane::fillKinds() {
  const QSignalBlocker quiet(m_kinds);
  if (m_kinds->count() == 0) {
    for (const ChartKind kind : kChartKinds)
      m_kinds->addItem(chartKindInWords(kind), static_cast<int>(kind));
  }
  m_kinds->setCurrentIndex(m_kinds->findData(static_cast<int>(m_choice.kind)));
}

void PledgePane::fillEditions() {
  const QSignalBlocker quiet(m_editionBox);
  m_editionBox->clear();
  if (!record().measuredBy) return;
  const auto name = [this](const SourceUid& uid) {
    const Source* source = m_session.snapshot()->source(uid);
    return source ? sourceInWords(*source).simplified() : QString::fromStdString(uid.value);
  };
  const auto& editions = m_figure.editionsOfMetric;
  if (editions.empty()) return;
  m_editionBox->addItem(tr("Latest edition"), QString());
  for (const SourceUid& uid : editions)
    m_editionBox->addItem(tr("As published: %1").arg(name(uid)), QString::fromStdString(uid.value));
  const int chosen = m_editionBox->findData(QString::fromStdString(m_choice.edition.value));
  m_editionBox->setCurrentIndex(std::max(0, chosen));
  m_editionBox->setToolTip(QStringLiteral("<qt>%1</qt>").arg(name(edition()).toHtmlEscaped()));
}

void PledgePane::jump(const RecordRef& ref) {
  // Queued: the click comes from a widget that selecting another event throws away.
  QMetaObject::invokeMethod(
      this, [this, ref] { m_session.select(ref); }, Qt::QueuedConnection);
}

}  // namespace entente
