// SPDX-License-Identifier: GPL-3.0-or-later
// Sets the sums, the buttons and the list.
#include "app/panes/selection_column.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "app/words/measure_words.h"

namespace entente {

namespace {

/// More names than these do not fit a glance.
constexpr std::size_t kMostActors = 8;
constexpr std::size_t kMostEvents = 60;

QString number(std::size_t count) {
  return wordsLocale().toString(static_cast<qulonglong>(count));
}

QPushButton* flatButton(const QString& text, const QString& tip, const std::function<void()>& does) {
  auto* button = new QPushButton(text);
  button->setToolTip(tip);
  QObject::connect(button, &QPushButton::clicked, button, does);
  return button;
}

}  // namespace

SelectionColumn::SelectionColumn(std::shared_ptr<const Snapshot> snapshot, const SelectionSummary& summary,
                                 const BlockStyle& style, SelectionActions actions, QWidget* edit,
                                 QWidget* parent)
    : QWidget(parent), m_snapshot(std::move(snapshot)), m_style(style), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(16, 12, 16, 16);
  m_column->setSpacing(4);
  QLabel* title = textLine(style, style.faces.title, Ink::Ink,
                           tr("%1 events are selected").arg(number(summary.events.size())));
  title->setObjectName(QStringLiteral("title"));
  m_column->addWidget(title);
  m_column->addSpacing(4);
  addTimes(summary);
  addCounts(summary);
  addButtons(actions);
  if (edit) m_column->addWidget(edit);
  addEvents(summary, actions);
  m_column->addStretch(1);
}

void SelectionColumn::addText(const QString& caption, const QString& text) {
  m_column->addLayout(captionRow(m_style, caption, textLine(m_style, m_style.faces.body, Ink::Ink, text)));
}

void SelectionColumn::addTimes(const SelectionSummary& summary) {
  if (!summary.first || !summary.last) return;
  const FuzzyDate& first = *m_snapshot->title(*summary.first)->when;
  const FuzzyDate& last = *m_snapshot->title(*summary.last)->when;
  addText(tr("First"), sentenceCase(dateInWords(first)));
  addText(tr("Last"), sentenceCase(dateInWords(last)));
  addText(tr("Apart"), sentenceCase(intervalInWords(first.bounds(), last.bounds())));
  if (summary.undated > 0) addText(tr("Undated"), number(static_cast<std::size_t>(summary.undated)));
}

void SelectionColumn::addCounts(const SelectionSummary& summary) {
  addText(tr("Kinds"), kindCountsInWords(summary.kinds));
  QStringList actors;
  for (std::size_t i = 0; i < std::min(kMostActors, summary.actors.size()); ++i) {
    const auto& [uid, count] = summary.actors[i];
    const Actor* actor = m_snapshot->actor(uid);
    actors << tr("%1 in %2", "an actor, in a number of events")
                  .arg(actor ? actor->name : QString::fromStdString(uid.value))
                  .arg(count);
  }
  if (summary.actors.size() > kMostActors)
    actors
        << tr("and %1 more, in no more events than these").arg(number(summary.actors.size() - kMostActors));
  if (!actors.isEmpty()) addText(tr("Actors"), actors.join(QLatin1Char('\n')));
  addText(tr("Disputed"), summary.disputed == 0 ? tr("none of them")
                                                : tr("%1 of %2")
                                                      .arg(number(static_cast<std::size_t>(summary.disputed)),
                                                           number(summary.events.size())));
}

void SelectionColumn::addButtons(const SelectionActions& actions) {
  m_column->addSpacing(8);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(flatButton(tr("Keep only these"), tr("Filter by the selected events"), actions.keepOnly));
  row->addWidget(flatButton(tr("Copy as CSV"), tr("For a spreadsheet"), actions.copyCsv));
  row->addWidget(flatButton(tr("Copy as Markdown"), tr("For a text"), actions.copyMarkdown));
  row->addStretch(1);
  m_column->addLayout(row);
}

void SelectionColumn::addEvents(const SelectionSummary& summary, const SelectionActions& actions) {
  m_column->addSpacing(12);
  const std::size_t shown = std::min(kMostEvents, summary.events.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const EventId id = summary.events[i];
    const EventTitle* title = m_snapshot->title(id);
    QString html = title->title.toHtmlEscaped();
    if (title->when)
      html += QStringLiteral(" <span style=\"color:%1\">%2</span>")
                  .arg(m_style.theme.ink3.name(), dateInWords(*title->when).toHtmlEscaped());
    m_column->addWidget(
        linkLine(m_style, html, title->title, [jump = actions.jump, id](const QString&) { jump(id); }));
  }
  if (shown < summary.events.size())
    m_column->addWidget(textLine(m_style, m_style.faces.caption, Ink::Ink3,
                                 tr("and %1 more: they are all in the copies and in the table of events")
                                     .arg(number(summary.events.size() - shown))));
}

}  // namespace entente
