// SPDX-License-Identifier: GPL-3.0-or-later
// The words, one switch a list.
#include "app/words/record_words.h"

#include <QCoreApplication>

namespace entente {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("RecordWords", text);
}

QString channelInWords(Channel channel) {
  switch (channel) {
    case Channel::TextMessage:
      return tr("text message");
    case Channel::Signal:
      return tr("Signal");
    case Channel::Letter:
      return tr("letter");
    case Channel::Note:
      return tr("note");
    case Channel::Telegram:
      return tr("telegram");
  }
  return {};
}

QString formInWords(StatementForm form) {
  switch (form) {
    case StatementForm::Statement:
      return tr("Statement");
    case StatementForm::Post:
      return tr("Statement, post");
    case StatementForm::Interview:
      return tr("Statement, interview");
    case StatementForm::Ruling:
      return tr("Ruling");
    case StatementForm::Letter:
      return tr("Statement, letter");
    case StatementForm::Vote:
      return tr("Statement, vote");
  }
  return {};
}

QString pledgeStatusInWords(PledgeStatus status) {
  switch (status) {
    case PledgeStatus::Adopted:
      return tr("Pledge, adopted");
    case PledgeStatus::Draft:
      return tr("Pledge, draft");
    case PledgeStatus::Claimed:
      return tr("Pledge, claimed");
    case PledgeStatus::Unilateral:
      return tr("Pledge, unilateral");
  }
  return {};
}

QString summitInWords(const Summit& summit) {
  QString series = summit.series;
  if (series == QLatin1String("nato")) series = tr("NATO");
  if (series == QLatin1String("nato-extraordinary")) series = tr("NATO, extraordinary");
  if (series == QLatin1String("g7")) series = tr("G7");
  if (series == QLatin1String("eu")) series = tr("EU");
  QString words = tr("Summit, %1").arg(series);
  if (summit.number) words += tr(", number %1").arg(*summit.number);
  if (summit.status == SummitStatus::Scheduled) words += tr(", scheduled");
  if (summit.status == SummitStatus::Cancelled) words += tr(", cancelled");
  return words;
}

struct KindWords {
  QString operator()(const Summit& summit) const { return summitInWords(summit); }
  QString operator()(const Message& message) const {
    return tr("Message, %1").arg(channelInWords(message.channel));
  }
  QString operator()(const Pledge& pledge) const { return pledgeStatusInWords(pledge.status); }
  QString operator()(const Statement& statement) const { return formInWords(statement.form); }
  QString operator()(const Period&) const { return tr("Period"); }
  QString operator()(const PlainEvent&) const { return tr("Event"); }
};

}  // namespace

QString kindInWords(const EventRecord& record) {
  return std::visit(KindWords{}, record);
}

QString stageInWords(StageKind stage) {
  switch (stage) {
    case StageKind::Drafted:
      return tr("Drafted");
    case StageKind::Sent:
      return tr("Sent");
    case StageKind::Received:
      return tr("Received");
    case StageKind::Forwarded:
      return tr("Forwarded");
    case StageKind::Published:
      return tr("Published");
    case StageKind::Reported:
      return tr("Reported");
    case StageKind::Confirmed:
      return tr("Confirmed");
    case StageKind::Denied:
      return tr("Denied");
    case StageKind::Deleted:
      return tr("Deleted");
    case StageKind::Archived:
      return tr("Archived");
    case StageKind::Declassified:
      return tr("Declassified");
  }
  return {};
}

QString positionInWords(PositionKind position) {
  switch (position) {
    case PositionKind::Accepts:
      return tr("Accepts");
    case PositionKind::Reservation:
      return tr("Reservation");
    case PositionKind::OptOut:
      return tr("Opt-out");
    case PositionKind::Delay:
      return tr("Delay");
    case PositionKind::RejectsOptOut:
      return tr("Rejects an opt-out");
    case PositionKind::Proposes:
      return tr("Proposes");
    case PositionKind::ClaimsCredit:
      return tr("Claims credit");
  }
  return {};
}

QString verdictInWords(Verdict verdict) {
  switch (verdict) {
    case Verdict::Adopted:
      return tr("adopted");
    case Verdict::Disputed:
      return tr("disputed");
    case Verdict::Refuted:
      return tr("refuted");
  }
  return {};
}

QString reliabilityInWords(Reliability reliability) {
  switch (reliability) {
    case Reliability::A:
      return tr("completely reliable");
    case Reliability::B:
      return tr("usually reliable");
    case Reliability::C:
      return tr("fairly reliable");
    case Reliability::D:
      return tr("not usually reliable");
    case Reliability::E:
      return tr("unreliable");
    case Reliability::F:
      return tr("reliability cannot be judged");
  }
  return {};
}

QString credibilityInWords(Credibility credibility) {
  switch (credibility) {
    case Credibility::One:
      return tr("confirmed by other sources");
    case Credibility::Two:
      return tr("probably true");
    case Credibility::Three:
      return tr("possibly true");
    case Credibility::Four:
      return tr("doubtful");
    case Credibility::Five:
      return tr("improbable");
    case Credibility::Six:
      return tr("truth cannot be judged");
  }
  return {};
}

QString relationInWords(Relation relation, bool outgoing) {
  switch (relation) {
    case Relation::Prompts:
      return outgoing ? tr("Prompts") : tr("Prompted by");
    case Relation::RespondsTo:
      return outgoing ? tr("Responds to") : tr("Answered by");
    case Relation::Announces:
      return outgoing ? tr("Announces") : tr("Announced by");
    case Relation::Publishes:
      return outgoing ? tr("Publishes") : tr("Published by");
    case Relation::Cites:
      return outgoing ? tr("Cites") : tr("Cited by");
    case Relation::Reviews:
      return outgoing ? tr("Reviews") : tr("Reviewed by");
    case Relation::Follows:
      return outgoing ? tr("Follows") : tr("Followed by");
    case Relation::Contradicts:
      return outgoing ? tr("Contradicts") : tr("Contradicted by");
  }
  return {};
}

QString officeInWords(const QString& office, const QString& body) {
  return body.isEmpty() ? office : tr("%1, %2").arg(office, body);
}

QString targetInWords(const Pledge& pledge) {
  const QString number = QString::fromStdString(pledge.target.text);
  QString amount;
  switch (pledge.unit) {
    case PledgeUnit::PercentOfGdp:
      amount = tr("%1% of GDP").arg(number);
      break;
    case PledgeUnit::PercentOfDefence:
      amount = tr("%1% of defence spending").arg(number);
      break;
    case PledgeUnit::EurBillion:
      amount = tr("%1 billion euro").arg(number);
      break;
    case PledgeUnit::UsdBillion:
      amount = tr("%1 billion US dollars").arg(number);
      break;
  }
  return pledge.sense == PledgeSense::AtLeast ? tr("at least %1").arg(amount) : tr("up to %1").arg(amount);
}

}  // namespace entente
