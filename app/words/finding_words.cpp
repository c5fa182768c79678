// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence a check, by theme.
#include "app/words/finding_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/render/date_words.h"
#include "app/words/claim_words.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"
#include "core/base/check.h"

namespace entente {

namespace {

template <class Enum>
Enum fromText(const QString& word) {
  const auto value = fromWord<Enum>(word.toStdString());
  check(value.has_value(), "findings hold words of the closed lists");
  return *value;
}

/// A value or quote at a length that a sentence bears.
QString shortened(const QString& text) {
  constexpr qsizetype kMost = 90;
  const QString line = text.simplified();
  return line.size() <= kMost ? line : line.first(kMost - 1).trimmed() + QChar(0x2026);
}

QString lowerFirst(QString text) {
  if (!text.isEmpty()) text[0] = text[0].toLower();
  return text;
}

class FindingSentence {
  Q_DECLARE_TR_FUNCTIONS(FindingWords)

 public:
  FindingSentence(const Finding& finding, const RecordTitles& titles)
      : m_finding(finding), m_titles(titles) {}

  [[nodiscard]] QString text() const;

 private:
  [[nodiscard]] QString ofMessage() const;
  [[nodiscard]] QString linkAgainstTime() const;
  [[nodiscard]] QString ofEvent() const;
  [[nodiscard]] QString actInTheFuture() const;
  [[nodiscard]] QString officeAtAnotherTime() const;
  [[nodiscard]] QString ofPledge() const;
  [[nodiscard]] QString ofFigure() const;
  [[nodiscard]] QString ofClaims() const;
  [[nodiscard]] QString ofSource() const;
  [[nodiscard]] QString withoutSource() const;
  [[nodiscard]] QString ofTwins() const;

  [[nodiscard]] QString title() const { return m_titles.of(m_finding.record); }
  [[nodiscard]] QString other(std::size_t index = 0) const { return m_titles.of(m_finding.others.at(index)); }
  [[nodiscard]] QString date(std::size_t index) const { return dateInWords(m_finding.dates.at(index)); }
  /// The first value, the name of a field, as it is called.
  [[nodiscard]] QString field() const { return topicName({m_finding.record, false, m_finding.values.at(0)}); }
  [[nodiscard]] QString value(std::size_t index) const { return shortened(m_finding.values.at(index)); }
  [[nodiscard]] bool isBelowZero(std::size_t index) const { return value(index).startsWith(u'-'); }
  /// "sent 24 June 2025" of a message.
  [[nodiscard]] static QString dated(const RecordRef& event, const QString& date) {
    return event.kind == RecordKind::Message ? tr("sent %1").arg(date) : date;
  }
  [[nodiscard]] static QString unitInWords(PledgeUnit unit);
  /// Only a warning if days of two places may explain it.
  [[nodiscard]] QString unlessZones(const QString& sentence) const {
    return m_finding.severity == Severity::Error
               ? sentence
               : tr("%1 Only days of two time zones could explain it.", "behind a sentence").arg(sentence);
  }

  const Finding& m_finding;
  const RecordTitles& m_titles;
};

QString FindingSentence::ofMessage() const {
  const CheckId id = m_finding.check;
  if (id == CheckId::ReplyBeforeMessage) {
    return unlessZones(tr("The reply “%1” (%2) comes before what it answers, “%3” (%4).")
                           .arg(title(), dated(m_finding.record, date(0)), other(),
                                dated(m_finding.others.front(), date(1))));
  }
  if (id == CheckId::PublishedBeforeSent)
    return unlessZones(tr("“%1” was published (%2) before it was sent (%3).").arg(title(), date(0), date(1)));
  if (id == CheckId::SentBeforeDrafted)
    return unlessZones(tr("“%1” was sent (%2) before it was drafted (%3).").arg(title(), date(0), date(1)));
  const auto stage = fromText<StageKind>(m_finding.values.front());
  const QString sentence = tr("“%1” was %2 (%3) before it was sent (%4).", "2: received, deleted ...")
                               .arg(title(), lowerFirst(stageInWords(stage)), date(0), date(1));
  const bool neverAnError =
      stage == StageKind::Reported || stage == StageKind::Confirmed || stage == StageKind::Archived;
  return neverAnError ? sentence : unlessZones(sentence);
}

QString FindingSentence::linkAgainstTime() const {
  const QString from = dated(m_finding.record, date(0));
  const QString to = dated(m_finding.others.front(), date(1));
  const auto filled = [&](const QString& sentence) { return sentence.arg(title(), from, other(), to); };
  switch (fromText<Relation>(m_finding.values.front())) {
    case Relation::Prompts:
      return filled(tr("“%1” (%2) is said to have prompted “%3” (%4), which came earlier."));
    case Relation::Publishes:
      return filled(tr("“%1” (%2) is said to have published “%3” (%4), which came later."));
    case Relation::Cites:
      return filled(tr("“%1” (%2) is said to cite “%3” (%4), which came later."));
    case Relation::Reviews:
      return filled(tr("“%1” (%2) is said to review “%3” (%4), which came later."));
    case Relation::Follows:
    case Relation::RespondsTo:
    case Relation::Announces:
    case Relation::Contradicts:
      break;
  }
  return filled(tr("“%1” (%2) is said to follow “%3” (%4), which came later."));
}

QString FindingSentence::ofEvent() const {
  switch (m_finding.check) {
    case CheckId::SummitNotYetHeld:
      return tr("The summit “%1” counts as held, but its date (%2) lies ahead.").arg(title(), date(0));
    case CheckId::SummitStillScheduled:
      return tr("The summit “%1” counts as scheduled, but its date (%2) has passed.").arg(title(), date(0));
    case CheckId::ActInTheFuture:
      return actInTheFuture();
    default:
      return officeAtAnotherTime();
  }
}

QString FindingSentence::actInTheFuture() const {
  if (m_finding.others.empty())
    return tr("“%1” is recorded as done, but its date (%2) lies ahead.").arg(title(), date(0));
  if (m_finding.values.empty())
    return tr("%1 is said to have taken a position on “%2”, but its date (%3) lies ahead.")
        .arg(other(), title(), date(0));
  return tr("“%1” is recorded as %2, but the date of that (%3) lies ahead.", "2: sent, published ...")
      .arg(title(), lowerFirst(stageInWords(fromText<StageKind>(m_finding.values.front()))), date(0));
}

QString FindingSentence::officeAtAnotherTime() const {
  QStringList terms;
  for (std::size_t i = 1; i < m_finding.dates.size(); ++i)
    terms.append(date(i));
  return tr("“%1” (%2) names %3 as %4, who held that office at another time (%5).")
      .arg(title(), dated(m_finding.record, date(0)), other(), value(0),
           terms.join(tr("; ", "between dates")));
}

QString FindingSentence::ofPledge() const {
  switch (m_finding.check) {
    case CheckId::DueBeforeMade:
      return unlessZones(
          tr("The pledge “%1” is due (%2) before it was made (%3).").arg(title(), date(0), date(1)));
    case CheckId::ReviewBeforeMade:
      return unlessZones(
          tr("The pledge “%1” is reviewed (%2) before it was made (%3).").arg(title(), date(0), date(1)));
    case CheckId::ReviewAfterDue:
      return tr("The pledge “%1” is reviewed (%2) only after it is due (%3).").arg(title(), date(0), date(1));
    case CheckId::PledgeOutsideSummit:
      return tr("The pledge “%1” (%2) is said to be made at “%3”, which was at another time (%4).")
          .arg(title(), date(0), other(), date(1));
    case CheckId::PledgeMeasuredOtherwise:
      return tr("The target of the pledge “%1” is in another unit (%2) than the figures that measure it "
                "(%3).")
          .arg(title(), unitInWords(fromText<PledgeUnit>(m_finding.values[0])),
               lowerFirst(metricInWords(fromText<SpendingMetric>(m_finding.values[1]))));
    case CheckId::TargetImpossible:
      return (isBelowZero(0) ? tr("The target of the pledge “%1” is below zero (%2).")
                             : tr("The target of the pledge “%1” is a share above 100 percent (%2)."))
          .arg(title(), value(0));
    default:
      break;
  }
  return tr("%1 has a position (%2) on “%3”, which binds the members of %4 (as of %5), but was no member "
            "then.")
      .arg(other(1), lowerFirst(positionInWords(fromText<PositionKind>(m_finding.values.front()))), title(),
           other(2), date(0));
}

QString FindingSentence::unitInWords(PledgeUnit unit) {
  switch (unit) {
    case PledgeUnit::PercentOfGdp:
      return tr("percent of GDP");
    case PledgeUnit::PercentOfDefence:
      return tr("percent of defence spending");
    case PledgeUnit::EurBillion:
      return tr("billion euro");
    case PledgeUnit::UsdBillion:
      return tr("billion US dollars");
  }
  return {};
}

QString FindingSentence::ofFigure() const {
  if (m_finding.check == CheckId::FigureTwice)
    return tr("One source has two figures for “%1”: %2 and %3.").arg(title(), value(0), value(1));
  return (isBelowZero(0) ? tr("The figure “%1” is below zero (%2).")
                         : tr("The figure “%1” is a share above 100 percent (%2)."))
      .arg(title(), value(0));
}

QString FindingSentence::ofClaims() const {
  switch (m_finding.check) {
    case CheckId::QuoteNotInText:
      return (m_finding.severity == Severity::Note
                  ? tr("A claim about “%1” quotes words that are not in the known parts of its text: “%2”.")
                  : tr("A claim about “%1” quotes words that are not in its text: “%2”."))
          .arg(title(), value(0));
    case CheckId::VerdictsContradict:
      return tr("For “%1”, one value of “%2” is adopted and refuted at once: “%3”, “%4”.")
          .arg(title(), value(0), value(1), value(2));
    case CheckId::SameValueApart:
      return tr("For “%1”, two claims about “%2” say the same, “%3” and “%4”, but count as two values.")
          .arg(title(), value(0), value(1), value(2));
    case CheckId::PinElsewhere:
      return tr("The choice for “%2” of “%1” is a claim about something else, “%3”: “%4”.")
          .arg(title(), value(0), value(1), shortened(other()));
    case CheckId::ChoiceAgainstRule:
      return tr("For “%2” of “%1” the editor chose “%3”; by grades, independent roots and days alone it "
                "would "
                "be “%4”.")
          .arg(title(), field(), value(1), value(2));
    case CheckId::RecordDiffersFromClaims:
      return tr("For “%2” of “%1” the record says %3, but its claims come down to %4, which is shown.")
          .arg(title(), field(), m_finding.dates.empty() ? value(1) : date(0),
               m_finding.dates.empty() ? value(2) : date(1));
    case CheckId::PinOfRefuted:
      return tr("The choice for “%2” of “%1” is a claim that is refuted: “%3”.")
          .arg(title(), value(0), value(1));
    default:
      break;
  }
  QStringList values;
  for (std::size_t i = 1; i < m_finding.values.size(); ++i)
    values.append(tr("“%1”", "a value").arg(value(i)));
  return tr("For “%1”, several values of “%2” are adopted: %3.")
      .arg(title(), value(0), values.join(tr(", ", "between values")));
}

QString FindingSentence::ofSource() const {
  switch (m_finding.check) {
    case CheckId::AccessedBeforePublished:
      return unlessZones(tr("The source “%1” was looked at (%2) before it was published (%3).")
                             .arg(title(), date(0), date(1)));
    case CheckId::SourceWithoutGrade:
      return value(0) == QLatin1String("1")
                 ? tr("The source “%1” has no grade, but a record rests on it.").arg(title())
                 : tr("The source “%1” has no grade, but %2 records rest on it.").arg(title(), value(0));
    case CheckId::DateSaysNothing:
      return tr("A date of “%1” (%2: %3) leaves all time open.")
          .arg(title(), value(0), QString::fromStdString(m_finding.dates.front().edtf()));
    default:
      return withoutSource();
  }
}

QString FindingSentence::withoutSource() const {
  if (m_finding.record.kind == RecordKind::Office)
    return tr("No source says who held this office: %1.").arg(title());
  if (m_finding.record.kind == RecordKind::Accession)
    return tr("No source tells of this accession: %1.").arg(title());
  if (m_finding.others.empty()) return tr("No source stands behind “%1”.").arg(title());
  if (m_finding.values.empty())
    return tr("No source tells of the position of %1 on “%2”.").arg(other(), title());
  return tr("No source says that “%1” was %2.", "2: sent, published ...")
      .arg(title(), lowerFirst(stageInWords(fromText<StageKind>(m_finding.values.front()))));
}

QString FindingSentence::ofTwins() const {
  const QString uid = QString::fromStdString(m_finding.record.uid);
  const QString otherUid = QString::fromStdString(m_finding.others.front().uid);
  switch (m_finding.check) {
    case CheckId::EventTwice:
      return m_finding.dates.empty() ? tr("“%1” may stand twice: %2 and %3.").arg(title(), uid, otherUid)
                                     : tr("“%1” may stand twice: %2 (%3) and %4 (%5).")
                                           .arg(title(), uid, date(0), otherUid, date(1));
    case CheckId::ActorTwice:
      return tr("“%1” and “%2” may be one actor: %3 and %4.").arg(title(), other(), uid, otherUid);
    case CheckId::SourceTwice:
      return m_finding.values.empty()
                 ? tr("“%1” may stand twice among the sources, of one publisher and date: %2 and %3.")
                       .arg(title(), uid, otherUid)
                 : tr("The sources “%1” and “%2” may be one, as they have one address: %3")
                       .arg(title(), other(), m_finding.values.front());
    default:
      break;
  }
  return tr("For “%1”, one source says one thing about “%2” twice: “%3” (%4).", "3: value, 4: source")
      .arg(title(), value(0), value(1), other(2));
}

QString FindingSentence::text() const {
  switch (m_finding.check) {
    case CheckId::ReplyBeforeMessage:
    case CheckId::PublishedBeforeSent:
    case CheckId::StageBeforeSent:
    case CheckId::SentBeforeDrafted:
      return ofMessage();
    case CheckId::LinkAgainstTime:
      return linkAgainstTime();
    case CheckId::SummitNotYetHeld:
    case CheckId::SummitStillScheduled:
    case CheckId::ActInTheFuture:
    case CheckId::OfficeAtAnotherTime:
      return ofEvent();
    case CheckId::DueBeforeMade:
    case CheckId::ReviewBeforeMade:
    case CheckId::ReviewAfterDue:
    case CheckId::PledgeOutsideSummit:
    case CheckId::PledgeMeasuredOtherwise:
    case CheckId::TargetImpossible:
    case CheckId::PositionOfNonMember:
      return ofPledge();
    case CheckId::FigureImpossible:
    case CheckId::FigureTwice:
      return ofFigure();
    case CheckId::QuoteNotInText:
    case CheckId::VerdictsContradict:
    case CheckId::AdoptedTwice:
    case CheckId::SameValueApart:
    case CheckId::RecordDiffersFromClaims:
    case CheckId::ChoiceAgainstRule:
    case CheckId::PinElsewhere:
    case CheckId::PinOfRefuted:
      return ofClaims();
    case CheckId::AccessedBeforePublished:
    case CheckId::SourceWithoutGrade:
    case CheckId::WithoutSource:
    case CheckId::DateSaysNothing:
      return ofSource();
    case CheckId::EventTwice:
    case CheckId::ActorTwice:
    case CheckId::SourceTwice:
    case CheckId::ClaimTwice:
      return ofTwins();
  }
  return {};
}

}  // namespace

QString severitiesInWords(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return QCoreApplication::translate("FindingWords", "Errors");
    case Severity::Warning:
      return QCoreApplication::translate("FindingWords", "Warnings");
    case Severity::Note:
      return QCoreApplication::translate("FindingWords", "Notes");
  }
  return {};
}

QString findingInWords(const Finding& finding, const RecordTitles& titles) {
  return FindingSentence(finding, titles).text();
}

}  // namespace entente
