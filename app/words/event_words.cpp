// SPDX-License-Identifier: GPL-3.0-or-later
// Makes sentences of events; numbers of things have a sentence each for one and for many.
#include "app/words/event_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>
#include <cstdlib>

#include "app/render/date_words.h"
#include "app/words/record_words.h"
#include "core/time/time_span.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("EventWords", text, disambiguation);
}

QString name(const Snapshot& snapshot, const ActorUid& uid) {
  const Actor* actor = snapshot.actor(uid);
  return actor ? actor->name : QString::fromStdString(uid.value);
}

/// "A", "A and B", "A, B and C", "A, B and 25 others".
QString names(const Snapshot& snapshot, const std::vector<ActorUid>& uids) {
  constexpr std::size_t kMostNames = 3;
  if (uids.empty()) return {};
  if (uids.size() == 1) return name(snapshot, uids.front());
  const bool all = uids.size() <= kMostNames;
  const std::size_t shown = all ? uids.size() - 1 : kMostNames - 1;
  QStringList first;
  for (std::size_t i = 0; i < shown; ++i)
    first << name(snapshot, uids[i]);
  const QString begin = first.join(tr(", ", "between names in a list"));
  if (all) return tr("%1 and %2", "names").arg(begin, name(snapshot, uids.back()));
  return tr("%1 and %2 others", "names").arg(begin, QString::number(uids.size() - shown));
}

/// "Mark Rutte to Donald Trump", "Donald Trump: Letter to NATO", or the title.
QString whoAndWhat(const Snapshot& snapshot, const EventTitle& title) {
  const EventParties* parties = snapshot.partiesOf(title.id);
  const QString from = parties ? names(snapshot, parties->from) : QString();
  const QString to = parties ? names(snapshot, parties->to) : QString();
  if (title.kind == EventKind::Message) {
    if (!from.isEmpty() && !to.isEmpty()) return tr("%1 to %2", "sender, recipient").arg(from, to);
    if (!from.isEmpty()) return tr("from %1", "sender").arg(from);
    if (!to.isEmpty()) return tr("to %1", "recipient").arg(to);
  }
  if (title.kind == EventKind::Statement && !from.isEmpty())
    return tr("%1: %2", "speaker, title").arg(from, title.title);
  return title.title;
}

QString sourcesInWords(std::size_t count) {
  if (count == 0) return tr("no source");
  return count == 1 ? tr("1 source") : tr("%1 sources").arg(count);
}

/// A length of time: days, or years where that is near enough.
struct Length {
  std::int64_t days = 0;
  std::int64_t years = 0;  ///< 0 if it is said in days

  explicit Length(std::int64_t wholeDays) : days(wholeDays) {
    constexpr double kDaysPerYear = 365.25;
    constexpr std::int64_t kLeastForYears = 330;
    constexpr double kFarthestOff = 0.15;
    if (days < kLeastForYears) return;
    const double rounded = std::round(static_cast<double>(days) / kDaysPerYear);
    const double off = std::abs(static_cast<double>(days) - rounded * kDaysPerYear);
    if (off <= kFarthestOff * static_cast<double>(days)) years = static_cast<std::int64_t>(rounded);
  }

  [[nodiscard]] QString text() const {
    if (years == 1) return tr("about a year");
    if (years > 1) return tr("about %1 years").arg(wordsLocale().toString(qlonglong{years}));
    return days == 1 ? tr("1 day") : tr("%1 days").arg(wordsLocale().toString(qlonglong{days}));
  }
};

QString number(std::int64_t value) {
  return wordsLocale().toString(qlonglong{value});
}

QString exactDays(std::int64_t days) {
  if (days == 0) return tr("the same day");
  if (days == 1) return tr("the next day");
  if (days == -1) return tr("the day before");
  return days > 0 ? tr("%1 later", "length of time").arg(Length(days).text())
                  : tr("%1 earlier", "length of time").arg(Length(-days).text());
}

/// Both at least one day.
QString rangeLater(const Length& least, const Length& most) {
  if (least.text() == most.text()) return tr("%1 later", "length of time").arg(least.text());
  if (least.years == 0 && most.years == 0)
    return tr("%1 to %2 days later").arg(number(least.days), number(most.days));
  if (least.years > 0 && most.years > 0)
    return tr("%1 to %2 years later").arg(number(least.years), number(most.years));
  return tr("between %1 and %2 later", "two lengths of time").arg(least.text(), most.text());
}

QString rangeEarlier(const Length& least, const Length& most) {
  if (least.text() == most.text()) return tr("%1 earlier", "length of time").arg(least.text());
  if (least.years == 0 && most.years == 0)
    return tr("%1 to %2 days earlier").arg(number(least.days), number(most.days));
  if (least.years > 0 && most.years > 0)
    return tr("%1 to %2 years earlier").arg(number(least.years), number(most.years));
  return tr("between %1 and %2 earlier", "two lengths of time").arg(least.text(), most.text());
}

/// Less than a day is nothing here: two days that touch may be any hours apart.
std::int64_t wholeDays(std::int64_t seconds) {
  return seconds / kSecondsPerDay;
}

/// So that it is true that it happened within so many days.
Length within(std::int64_t seconds) {
  return Length(wholeDays(seconds) + (seconds % kSecondsPerDay > 0 ? 1 : 0));
}

QString rangeInWords(std::int64_t leastSeconds, std::int64_t mostSeconds) {
  const std::int64_t least = wholeDays(leastSeconds);
  const std::int64_t most = wholeDays(mostSeconds);
  if (least > 0) return rangeLater(Length(least), Length(most));
  if (most < 0) return rangeEarlier(Length(-most), Length(-least));
  if (least < 0 && most > 0) {
    return tr("up to %1 earlier or %2 later", "two lengths of time")
        .arg(Length(-least).text(), Length(most).text());
  }
  if (least < 0) return tr("up to %1 earlier", "length of time").arg(within(-leastSeconds).text());
  if (most > 0) return tr("some time within %1", "length of time").arg(within(mostSeconds).text());
  return tr("less than a day apart");
}

}  // namespace

QString eventKindInWords(EventKind kind) {
  switch (kind) {
    case EventKind::Summit:
      return tr("Summit");
    case EventKind::Message:
      return tr("Message");
    case EventKind::Pledge:
      return tr("Pledge");
    case EventKind::Statement:
      return tr("Statement");
    case EventKind::Period:
      return tr("Period");
    case EventKind::Event:
      return tr("Event");
  }
  return {};
}

QString eventKindsInWords(EventKind kind) {
  switch (kind) {
    case EventKind::Summit:
      return tr("Summits");
    case EventKind::Message:
      return tr("Messages");
    case EventKind::Pledge:
      return tr("Pledges");
    case EventKind::Statement:
      return tr("Statements");
    case EventKind::Period:
      return tr("Periods");
    case EventKind::Event:
      return tr("Events");
  }
  return {};
}

QString kindCountsInWords(const std::vector<std::pair<EventKind, int>>& counts) {
  QStringList words;
  for (const auto& [kind, count] : counts) {
    const QString word = count == 1 ? eventKindInWords(kind) : eventKindsInWords(kind);
    words << tr("%1 %2").arg(count).arg(word.toLower());
  }
  return words.join(QStringLiteral(", "));
}

QString channelInWords(Channel channel) {
  switch (channel) {
    case Channel::TextMessage:
      return tr("Text message");
    case Channel::Signal:
      return tr("Signal");
    case Channel::Letter:
      return tr("Letter");
    case Channel::Note:
      return tr("Note");
    case Channel::Telegram:
      return tr("Telegram");
  }
  return {};
}

QString pledgeStatusInWords(PledgeStatus status) {
  switch (status) {
    case PledgeStatus::Adopted:
      return tr("Adopted");
    case PledgeStatus::Draft:
      return tr("Draft");
    case PledgeStatus::Claimed:
      return tr("Claimed");
    case PledgeStatus::Unilateral:
      return tr("Unilateral");
  }
  return {};
}

QString disputeStateInWords(DisputeState state) {
  switch (state) {
    case DisputeState::Disputed:
      return tr("Disputed");
    case DisputeState::Refuted:
      return tr("Has refuted claims");
    case DisputeState::Undisputed:
      return tr("Undisputed");
  }
  return {};
}

QString metricInWords(SpendingMetric metric) {
  switch (metric) {
    case SpendingMetric::PercentOfGdp:
      return tr("Share of GDP");
    case SpendingMetric::EquipmentSharePercent:
      return tr("Share of equipment in defence spending");
    case SpendingMetric::UsdBillion:
      return tr("Billion US dollars");
    case SpendingMetric::Usd2021Billion:
      return tr("Billion US dollars at prices of 2021");
  }
  return {};
}

QString eventInSpeech(const Snapshot& snapshot, EventId id) {
  if (id.origin == EventOrigin::Bulk) return tr("Machine-coded event, number %1").arg(id.key);
  const EventTitle* title = snapshot.title(id);
  if (!title) return {};
  QStringList parts{eventKindInWords(title->kind), whoAndWhat(snapshot, *title),
                    title->when ? dateInWords(*title->when) : tr("date unknown")};
  if (snapshot.disputesOf(id).disputedFields > 0) parts << tr("disputed");
  const std::size_t rivals = snapshot.rivalsOf(id).size();
  if (rivals > 0) parts << (rivals == 1 ? tr("1 rival date") : tr("%1 rival dates").arg(rivals));
  const EventParties* parties = snapshot.partiesOf(id);
  parts << sourcesInWords(parties ? parties->sources.size() : 0);
  return parts.join(tr(", ", "between the parts of what is read out"));
}

QString actorName(const EventDetail& detail, const ActorUid& uid) {
  const auto found = detail.actors.find(uid.value);
  return found == detail.actors.end() ? QString::fromStdString(uid.value) : found->second.name;
}

QString officeOnTheDay(const EventDetail& detail, const ActorUid& uid) {
  if (!detail.shownWhen) return {};
  const TimeSpan day = detail.shownWhen->bounds().outer();
  for (const Office& office : detail.offices) {
    if (office.actor != uid || !office.held) continue;
    // Who may have held an office on some part of that day is not named with it.
    const TimeSpan held = office.held->bounds().inner();
    if (held.begin <= day.begin && day.end <= held.end) return officeInWords(office.office, office.body);
  }
  return {};
}

QString actorWithOffice(const EventDetail& detail, const ActorUid& uid) {
  const QString office = officeOnTheDay(detail, uid);
  const QString actor = actorName(detail, uid);
  return office.isEmpty() ? actor : tr("%1, %2", "person, office").arg(actor, office);
}

QString delayInWords(const Delay& delay) {
  const QString words =
      delay.days ? exactDays(*delay.days) : rangeInWords(delay.leastSeconds, delay.mostSeconds);
  return delay.uncertain ? tr("%1, doubtful", "delay").arg(words) : words;
}

QString publicationInWords(const LifeLine& line) {
  if (!line.publicBy) return {};
  const bool published = *line.publicBy == StageKind::Published;
  if (!line.untilPublic) return published ? tr("published") : tr("reported");
  const QString delay = delayInWords(*line.untilPublic);
  return published ? tr("published %1", "delay").arg(delay) : tr("reported %1", "delay").arg(delay);
}

QString disputesInWords(const Disputes& disputes) {
  if (disputes.claimedFields == 0) return {};
  if (disputes.claimedFields == 1)
    return disputes.disputedFields == 0 ? tr("1 field, not disputed") : tr("1 field, disputed");
  return disputes.disputedFields == 0
             ? tr("%1 fields, none disputed").arg(disputes.claimedFields)
             : tr("%1 of %2 fields disputed").arg(disputes.disputedFields).arg(disputes.claimedFields);
}

QString sourceInWords(const Source& source) {
  QString words = source.publisher.isEmpty() ? source.title : source.publisher;
  if (words.isEmpty()) words = QString::fromStdString(source.uid.value);
  return source.published ? tr("%1, %2", "source, date").arg(words, dateInWords(*source.published)) : words;
}

QString gradeInWords(const std::optional<Reliability>& reliability) {
  if (!reliability) return tr("not graded");
  const QString letter = QString::fromLatin1(wordOf(*reliability).data(), 1);
  return tr("%1, %2", "grade, its meaning").arg(letter, reliabilityInWords(*reliability));
}

}  // namespace entente
