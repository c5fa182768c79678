// SPDX-License-Identifier: GPL-3.0-or-later
// Names actors first: most other titles are made with theirs.
#include "app/words/record_titles.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/words/event_words.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

struct TitleWords {
  Q_DECLARE_TR_FUNCTIONS(RecordTitles)
};

QString lowerFirst(QString text) {
  if (!text.isEmpty()) text[0] = text[0].toLower();
  return text;
}

}  // namespace

RecordTitles::RecordTitles(const Records& records) {
  for (const Actor& one : records.actors)
    set(RecordKind::Actor, one.uid.value, one.name);
  for (const Place& one : records.places)
    set(RecordKind::Place, one.uid.value, one.name);
  for (const Source& one : records.sources)
    set(RecordKind::Source, one.uid.value, one.title);
  for (const Summit& one : records.summits)
    set(RecordKind::Summit, one.event.uid.value, one.event.title);
  for (const Message& one : records.messages)
    set(RecordKind::Message, one.event.uid.value, one.event.title);
  for (const Pledge& one : records.pledges)
    set(RecordKind::Pledge, one.event.uid.value, one.event.title);
  for (const Statement& one : records.statements)
    set(RecordKind::Statement, one.event.uid.value, one.event.title);
  for (const Period& one : records.periods)
    set(RecordKind::Period, one.event.uid.value, one.event.title);
  for (const PlainEvent& one : records.events)
    set(RecordKind::Event, one.event.uid.value, one.event.title);
  for (const Claim& one : records.claims)
    set(RecordKind::Claim, one.uid.value, one.value);
  for (const Position& one : records.positions)
    set(RecordKind::Position, one.uid.value, actor(one.actor));
  for (const Office& one : records.offices) {
    set(RecordKind::Office, one.uid.value,
        TitleWords::tr("%1, %2", "actor, office").arg(actor(one.actor), officeInWords(one.office, one.body)));
  }
  for (const Accession& one : records.accessions) {
    set(RecordKind::Accession, one.uid.value,
        TitleWords::tr("%1, %2", "state, organisation").arg(actor(one.state), actor(one.organisation)));
  }
  for (const Spending& one : records.spending)
    set(RecordKind::Spending, one.uid.value, figure(one.actor, one.metric, QString::number(one.year)));
}

QString RecordTitles::of(const RecordRef& record) const {
  if (record.kind == RecordKind::Figure) return figureOfKey(record.uid);
  const auto found = m_titles.find(record.text());
  return found == m_titles.end() ? QString::fromStdString(record.uid) : found->second;
}

QString RecordTitles::actor(const ActorUid& uid) const {
  return of({RecordKind::Actor, uid.value});
}

QString RecordTitles::figure(const ActorUid& who, SpendingMetric metric, const QString& year) const {
  return TitleWords::tr("%1, %2, %3", "actor, metric, year")
      .arg(actor(who), lowerFirst(metricInWords(metric)), year);
}

QString RecordTitles::figureOfKey(const Uid& key) const {
  const QStringList parts = QString::fromStdString(key).split(u'/');
  const auto metric = parts.size() == 3 ? fromWord<SpendingMetric>(parts[2].toStdString()) : std::nullopt;
  return metric ? figure(ActorUid(parts[0].toStdString()), *metric, parts[1]) : QString::fromStdString(key);
}

void RecordTitles::set(RecordKind kind, const Uid& uid, QString title) {
  if (!title.isEmpty()) m_titles.insert_or_assign(RecordRef{kind, uid}.text(), std::move(title));
}

}  // namespace entente
