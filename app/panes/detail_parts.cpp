// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of a detail: life line, positions, sources, claims.
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <set>
#include <utility>

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

void DetailColumn::addActions() {
  if (!actions().edit || record().uid.empty()) return;
  const auto table = tableOf(record().kind);
  if (!table || !isEventTable(*table)) return;
  const RecordKey key{*table, record().uid};
  std::vector<WordAction> words{
      {tr("Edit"), QStringLiteral("editEvent"), [does = actions().edit, key] { does(key); }},
      {tr("Link to…"), QStringLiteral("linkEvent"), [does = actions().make, from = record()] {
         Link link;
         link.from = from;
         does(link);
       }}};
  if (key.table == TableId::Messages)
    words.push_back({tr("Add a stage"), QStringLiteral("addStage"), [does = actions().make, key] {
                       Stage stage;
                       stage.message = EventUid(key.uid);
                       does(stage);
                     }});
  if (key.table == TableId::Pledges)
    words.push_back({tr("Add a position"), QStringLiteral("addPosition"), [does = actions().make, key] {
                       Position position;
                       position.pledge = EventUid(key.uid);
                       does(position);
                     }});
  words.push_back(
      {tr("Delete…"), QStringLiteral("deleteEvent"), [does = actions().remove, key] { does(key); }});
  addWordActions(words);
}

void DetailColumn::addTags() {
  const std::vector<QString>& tags = eventOf(detail().record).tags;
  if (tags.empty()) return;
  if (!actions().filterTag)
    return addText(tr("Tags"), QStringList(tags.begin(), tags.end()).join(QStringLiteral(", ")));
  QString html;
  for (const QString& tag : tags)
    html += QStringLiteral("%1<a href=\"%2\" style=\"color:%3; text-decoration:none\">%2</a>")
                .arg(html.isEmpty() ? QString() : QStringLiteral(", "), tag.toHtmlEscaped(),
                     look().theme.accent.name());
  QLabel* line = textLine(look(), look().faces.body, Ink::Ink, html);
  line->setObjectName(QStringLiteral("tags"));
  line->setTextFormat(Qt::RichText);
  line->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  line->setFocusPolicy(Qt::StrongFocus);
  line->setToolTip(tr("Keep only the events of a tag"));
  connect(line, &QLabel::linkActivated, line, actions().filterTag);
  addRow(tr("Tags"), line);
}

void DetailColumn::addPositions() {
  if (detail().positions.empty()) return;
  addHeading(tr("Positions"), tr("%1 in all").arg(detail().positions.size()));
  for (const Position& position : detail().positions) {
    QString head = tr("%1: %2").arg(actorName(detail(), position.actor), positionInWords(position.position));
    if (position.when) head += QStringLiteral(", ") + dateInWords(*position.when);
    addEditable(textLine(look(), look().faces.body, Ink::Ink, head),
                {TableId::Positions, position.uid.value});
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

void DetailColumn::addClaimed() {
  const QString shownAbove = dateField();
  bool first = true;
  for (const Resolution& resolution : snapshot().ledger.of(record())) {
    if (resolution.topic.isQuestion || resolution.topic.name == shownAbove) continue;
    if (std::exchange(first, false)) addHeading(tr("Claimed differently"));
    addTopic(resolution);
  }
}

void DetailColumn::addDisputed() {
  const auto topics = snapshot().ledger.of(record());
  const auto questions =
      std::ranges::count_if(topics, [](const Resolution& resolution) { return resolution.topic.isQuestion; });
  if (questions == 0) return;
  addHeading(tr("Also disputed"), questions == 1 ? tr("one question") : tr("%1 questions").arg(questions));
  for (const Resolution& resolution : topics) {
    if (resolution.topic.isQuestion) addTopic(resolution);
  }
}

}  // namespace entente
