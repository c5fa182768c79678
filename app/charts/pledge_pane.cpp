// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the pledge and fills the parts; how they are put together is in pledge_pane_layout.cpp.
#include "app/charts/pledge_pane.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <algorithm>

#include "app/charts/pledge_facts.h"
#include "app/charts/pledge_words.h"
#include "app/charts/spending_chart.h"
#include "app/charts/states_menu.h"
#include "app/charts/text_label.h"
#include "app/render/date_words.h"
#include "app/session/session.h"
#include "app/words/event_words.h"
#include "core/analysis/spending_series.h"
#include "core/time/civil.h"

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
  connect(&m_session, &Session::spanChanged, this, [this](TimeSpan span) { m_chart->setSpan(span); });
}

void PledgePane::takeArchive() {
  m_asked.reset();
  m_shown.reset();
  m_detail.reset();
  m_data = ChartData();
  const auto& snapshot = m_session.snapshot();
  // The same pledge, if the archive was read again.
  if (snapshot && !m_shownUid.empty()) m_shown = snapshot->find({RecordKind::Pledge, m_shownUid});
  if (!m_shown) {
    m_highlighted.reset();
    m_compared.reset();
  }
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
  if (id != m_shown) {
    m_highlighted.reset();
    m_compared.reset();
  }
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
  return m_detail && record().measuredBy && !m_data.isEmpty();
}

ChartChoice PledgePane::choice() const {
  ChartChoice usual = usualChoice(*m_session.snapshot(), *m_detail,
                                  SourceUid(m_editionBox->currentData().toString().toStdString()));
  if (m_compared) usual.compared = *m_compared;
  if (m_highlighted && *m_highlighted != usual.highlighted) {
    const auto at = std::ranges::find(usual.compared, *m_highlighted);
    // It leaves its place among the compared ones to the one that was highlighted.
    if (at != usual.compared.end()) {
      *at = usual.highlighted;
    } else if (!m_compared) {
      usual.compared.insert(usual.compared.begin(), usual.highlighted);
      constexpr std::size_t kMostCompared = 3;
      if (usual.compared.size() > kMostCompared) usual.compared.resize(kMostCompared);
    }
    usual.highlighted = *m_highlighted;
  }
  return usual;
}

void PledgePane::refresh() {
  fillPledges();
  fillEditions();
  refreshChart();
  refreshFacts();
  arrange();
}

void PledgePane::refreshChart() {
  m_data = chartData(*m_session.snapshot(), record(), choice(), m_session.now());
  m_chart->setChart(m_data);
  m_chart->setSpan(m_session.view().span);
  fillStates();
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
  const bool noFigures = record().measuredBy.has_value();
  m_noSeries->setText(noFigures ? tr("This archive holds no figures of the series that measures this pledge.")
                                : tr("No series of figures measures this pledge."));
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

void PledgePane::fillEditions() {
  const QSignalBlocker quiet(m_editionBox);
  m_editionBox->clear();
  const auto& metric = record().measuredBy;
  if (!metric) return;
  const auto chosen = m_editions.find(*metric);
  int current = 0;
  for (const Edition& edition :
       editionsOf(m_session.snapshot()->spending, *metric, m_session.snapshot()->sources)) {
    const Source* source = m_session.snapshot()->source(edition.source);
    const QString uid = QString::fromStdString(edition.source.value);
    if (chosen != m_editions.end() && chosen->second == edition.source) current = m_editionBox->count();
    m_editionBox->addItem(source ? sourceInWords(*source).simplified() : uid, uid);
  }
  m_editionBox->setCurrentIndex(m_editionBox->count() > 0 ? current : -1);
  m_editionBox->setToolTip(QStringLiteral("<qt>%1</qt>").arg(m_editionBox->currentText().toHtmlEscaped()));
}

void PledgePane::fillStates() {
  std::vector<StatesMenu::Entry> entries;
  if (record().measuredBy) {
    const SourceUid edition(m_editionBox->currentData().toString().toStdString());
    for (const ActorUid& state : statesWithFigures(*m_session.snapshot(), *record().measuredBy, edition)) {
      const ChartLine* line = m_data.line(state);
      entries.push_back(
          {state, shortNameOf(*m_session.snapshot(), state), line && line->role != LineRole::Greyed});
    }
  }
  m_statesMenu->setEntries(entries);
}

void PledgePane::tick(const ActorUid& actor, bool on) {
  ChartChoice now = choice();
  std::erase(now.compared, actor);
  if (on) now.compared.push_back(actor);
  if (!on && actor == now.highlighted) {
    // Another one of those that are left is highlighted, if there is one.
    m_highlighted = now.compared.empty() ? ActorUid() : now.compared.front();
    std::erase(now.compared, *m_highlighted);
  } else {
    m_highlighted = on && now.highlighted.value.empty() ? actor : now.highlighted;
    std::erase(now.compared, *m_highlighted);
  }
  m_compared = now.compared;
  refreshChart();
}

void PledgePane::highlight(const ActorUid& actor) {
  if (!m_data.line(actor)) return;
  ChartChoice now = choice();
  if (now.highlighted == actor) return;
  if (m_compared && !now.highlighted.value.empty()) {
    std::erase(*m_compared, actor);
    m_compared->push_back(now.highlighted);
  }
  m_highlighted = actor;
  refreshChart();
}

void PledgePane::jump(const RecordRef& ref) {
  // Queued: the click comes from a widget that selecting another event throws away.
  QMetaObject::invokeMethod(
      this, [this, ref] { m_session.select(ref); }, Qt::QueuedConnection);
}

}  // namespace entente
