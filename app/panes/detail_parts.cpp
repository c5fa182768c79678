// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of a detail: stages, positions, links, sources, claims.
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <map>
#include <set>

#include "app/panes/detail_column.h"
#include "app/render/date_words.h"
#include "app/words/record_words.h"

namespace entente {

void DetailColumn::addStages() {
  if (m_detail.stages.empty()) return;
  addHeading(tr("Life of the message"));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(12);
  grid->setVerticalSpacing(4);
  grid->setColumnStretch(1, 1);
  int row = 0;
  for (const Stage& stage : m_detail.stages) {
    QString what = stage.when ? dateInWords(*stage.when) : tr("day unknown");
    if (!stage.actor.value.empty()) what += QStringLiteral(", ") + actorName(stage.actor);
    if (!stage.where.isEmpty()) what += QStringLiteral(", ") + stage.where;
    grid->addWidget(textLine(m_style, m_style.faces.bodyStrong, Ink::Ink, stageInWords(stage.stage)), row, 0,
                    Qt::AlignTop);
    grid->addWidget(textLine(m_style, m_style.faces.body, Ink::Ink, what), row++, 1);
    if (!stage.note.isEmpty())
      grid->addWidget(textLine(m_style, m_style.faces.caption, Ink::Ink3, stage.note), row++, 1);
  }
  m_column->addLayout(grid);
}

void DetailColumn::addPositions() {
  if (m_detail.positions.empty()) return;
  addHeading(tr("Positions"), tr("%1 in all").arg(m_detail.positions.size()));
  for (const Position& position : m_detail.positions) {
    QString head = tr("%1: %2").arg(actorName(position.actor), positionInWords(position.position));
    if (position.when) head += QStringLiteral(", ") + dateInWords(*position.when);
    add(textLine(m_style, m_style.faces.body, Ink::Ink, head));
    if (!position.detail.isEmpty()) add(textLine(m_style, m_style.faces.caption, Ink::Ink3, position.detail));
  }
}

QWidget* DetailColumn::linksTo(const std::vector<const LinkEnd*>& ends) {
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  for (const LinkEnd* end : ends) {
    if (!end->event) {
      column->addWidget(textLine(m_style, m_style.faces.body, Ink::Ink, end->title));
      continue;
    }
    QString html = end->title.toHtmlEscaped();
    if (end->when)
      html += QStringLiteral(" <span style=\"color:%1\">%2</span>")
                  .arg(m_style.theme.ink3.name(), dateInWords(*end->when).toHtmlEscaped());
    column->addWidget(linkLine(m_style, html, QString::fromStdString(end->other().text()),
                               [jump = m_actions.jump](const QString& target) {
                                 if (auto ref = RecordRef::parse(target.toStdString())) jump(*ref);
                               }));
  }
  return box;
}

void DetailColumn::addLinks() {
  if (m_detail.links.empty()) return;
  addHeading(tr("Connected"));
  // One row a relation and direction, in the order of the closed list.
  std::map<std::pair<Relation, bool>, std::vector<const LinkEnd*>> groups;
  for (const LinkEnd& end : m_detail.links)
    groups[{end.link.relation, !end.outgoing}].push_back(&end);
  for (auto& [key, ends] : groups) {
    std::ranges::stable_sort(ends, {}, [](const LinkEnd* end) {
      return end->when ? end->when->bounds().earliestBegin : kEndOfTime;
    });
    addRow(relationInWords(key.first, !key.second), linksTo(ends));
  }
}

void DetailColumn::addSource(const Source& source) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  const QString letter =
      source.reliability ? QString::fromLatin1(wordOf(*source.reliability).data(), 1) : QStringLiteral("–");
  auto* grade = new GradeBox(m_style, letter);
  const QString words = source.reliability ? reliabilityInWords(*source.reliability) : tr("not graded");
  grade->setToolTip(words);
  grade->setAccessibleName(tr("Reliability %1, %2").arg(letter, words));
  row->addWidget(grade, 0, Qt::AlignTop);

  auto* column = new QVBoxLayout;
  column->setSpacing(0);
  if (isWebAddress(source.url)) {
    QLabel* link = linkLine(m_style, source.title.toHtmlEscaped(), source.url, m_actions.openUrl);
    link->setToolTip(source.url.toHtmlEscaped());
    column->addWidget(link);
  } else {
    column->addWidget(textLine(m_style, m_style.faces.body, Ink::Ink, source.title));
  }
  QString under = source.publisher;
  if (source.published)
    under += (under.isEmpty() ? QString() : QStringLiteral(", ")) + dateInWords(*source.published);
  under += QStringLiteral(" · ") + words;
  column->addWidget(textLine(m_style, m_style.faces.caption, Ink::Ink3, under));
  row->addLayout(column, 1);
  m_column->addLayout(row);
}

void DetailColumn::addSources() {
  const Event& event = eventOf(m_detail.record);
  std::vector<Uid> uids;
  std::set<Uid> seen;
  const auto take = [&](const SourceUid& uid) {
    if (!uid.value.empty() && seen.insert(uid.value).second) uids.push_back(uid.value);
  };
  for (const SourceUid& uid : event.sources)
    take(uid);
  if (const auto* summit = std::get_if<Summit>(&m_detail.record))
    std::ranges::for_each(summit->documents, take);
  for (const Stage& stage : m_detail.stages)
    take(stage.source);
  for (const Position& position : m_detail.positions)
    take(position.source);
  if (uids.empty()) return;
  addHeading(tr("Sources"), uids.size() == 1 ? tr("one") : tr("%1 in all").arg(uids.size()));
  for (const Uid& uid : uids) {
    const auto found = m_detail.sources.find(uid);
    if (found != m_detail.sources.end()) addSource(found->second);
  }
}

void DetailColumn::addClaims(const std::vector<const Claim*>& claims) {
  for (const Claim* claim : claims) {
    const auto source = m_detail.sources.find(claim->source.value);
    const bool known = source != m_detail.sources.end();
    const QString letter = known && source->second.reliability
                               ? QString::fromLatin1(wordOf(*source->second.reliability).data(), 1)
                               : QStringLiteral("–");
    const QString number = QString::fromLatin1(wordOf(claim->credibility).data(), 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* grade = new GradeBox(m_style, letter + QLatin1Char('|') + number);
    const QString words =
        tr("%1, %2").arg(known && source->second.reliability ? reliabilityInWords(*source->second.reliability)
                                                             : tr("not graded"),
                         credibilityInWords(claim->credibility));
    grade->setToolTip(words);
    grade->setAccessibleName(words);
    row->addWidget(grade, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    const bool refuted = claim->verdict == Verdict::Refuted;
    QLabel* value = textLine(m_style, m_style.faces.body, refuted ? Ink::Ink2 : Ink::Ink, claim->value);
    if (refuted) {
      QFont struck = value->font();
      struck.setStrikeOut(true);
      value->setFont(struck);
    }
    column->addWidget(value);
    QString under = known ? source->second.publisher : QString();
    if (claim->verdict) under += QStringLiteral(" · ") + verdictInWords(*claim->verdict);
    column->addWidget(textLine(m_style, m_style.faces.caption, refuted ? Ink::Refuted : Ink::Ink3, under));
    if (!claim->reason.isEmpty())
      column->addWidget(textLine(m_style, m_style.faces.caption, Ink::Ink3, claim->reason));
    row->addLayout(column, 1);
    m_column->addLayout(row);
  }
}

void DetailColumn::addDisputed() {
  std::map<QString, std::vector<const Claim*>> questions;
  for (const Claim& claim : m_detail.claims) {
    if (!claim.question.isEmpty()) questions[claim.question].push_back(&claim);
  }
  if (questions.empty()) return;
  addHeading(tr("Also disputed"),
             questions.size() == 1 ? tr("one question") : tr("%1 questions").arg(questions.size()));
  for (auto& [question, claims] : questions) {
    std::ranges::stable_sort(claims, {}, [](const Claim* claim) {
      return std::pair(claim->verdict.value_or(Verdict::Disputed), claim->credibility);
    });
    addGap(4);
    QString words = question;
    words[0] = words[0].toUpper();
    add(textLine(m_style, m_style.faces.bodyStrong, Ink::Ink2, words));
    addClaims(claims);
  }
}

}  // namespace entente
