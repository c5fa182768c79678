// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of a detail: life line, positions, sources, claims.
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <map>
#include <set>

#include "app/panes/detail_column.h"
#include "app/panes/life_line_strip.h"
#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"

namespace entente {

void DetailColumn::addLifeLine() {
  if (detail().stages.empty()) return;
  const LifeLine line = lifeLineOf(detail().stages);
  addHeading(tr("Life line"), publicationInWords(line));
  add(new LifeLineStrip(sharedDetail(), line, look()));
}

void DetailColumn::addPositions() {
  if (detail().positions.empty()) return;
  addHeading(tr("Positions"), tr("%1 in all").arg(detail().positions.size()));
  for (const Position& position : detail().positions) {
    QString head = tr("%1: %2").arg(actorName(detail(), position.actor), positionInWords(position.position));
    if (position.when) head += QStringLiteral(", ") + dateInWords(*position.when);
    add(textLine(look(), look().faces.body, Ink::Ink, head));
    if (!position.detail.isEmpty()) add(textLine(look(), look().faces.caption, Ink::Ink3, position.detail));
  }
}

void DetailColumn::addSources() {
  const Event& event = eventOf(detail().record);
  std::vector<Uid> uids;
  std::set<Uid> seen;
  const auto take = [&](const SourceUid& uid) {
    if (!uid.value.empty() && seen.insert(uid.value).second) uids.push_back(uid.value);
  };
  for (const SourceUid& uid : event.sources)
    take(uid);
  if (const auto* summit = std::get_if<Summit>(&detail().record))
    std::ranges::for_each(summit->documents, take);
  for (const Stage& stage : detail().stages)
    take(stage.source);
  for (const Position& position : detail().positions)
    take(position.source);
  if (uids.empty()) return;
  addHeading(tr("Sources"), uids.size() == 1 ? tr("one") : tr("%1 in all").arg(uids.size()));
  for (const Uid& uid : uids) {
    const auto found = detail().sources.find(uid);
    if (found != detail().sources.end()) addSource(found->second);
  }
}

void DetailColumn::addClaims(const std::vector<const Claim*>& claims) {
  for (const Claim* claim : claims) {
    const auto source = detail().sources.find(claim->source.value);
    const bool known = source != detail().sources.end();
    const QString letter = known && source->second.reliability
                               ? QString::fromLatin1(wordOf(*source->second.reliability).data(), 1)
                               : QStringLiteral("–");
    const QString number = QString::fromLatin1(wordOf(claim->credibility).data(), 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* grade = new GradeBox(look(), letter + QLatin1Char('|') + number);
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
    QLabel* value = textLine(look(), look().faces.body, refuted ? Ink::Ink2 : Ink::Ink, claim->value);
    if (refuted) {
      QFont struck = value->font();
      struck.setStrikeOut(true);
      value->setFont(struck);
    }
    column->addWidget(value);
    QString under = known ? source->second.publisher : QString();
    if (claim->verdict) under += QStringLiteral(" · ") + verdictInWords(*claim->verdict);
    column->addWidget(textLine(look(), look().faces.caption, refuted ? Ink::Refuted : Ink::Ink3, under));
    if (!claim->reason.isEmpty())
      column->addWidget(textLine(look(), look().faces.caption, Ink::Ink3, claim->reason));
    row->addLayout(column, 1);
    this->column().addLayout(row);
  }
}

void DetailColumn::addDisputed() {
  std::map<QString, std::vector<const Claim*>> questions;
  for (const Claim& claim : detail().claims) {
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
    add(textLine(look(), look().faces.bodyStrong, Ink::Ink2, words));
    addClaims(claims);
  }
}

}  // namespace entente
