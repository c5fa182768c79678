// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about claims; numbers of sources are said in words up to ten.
#include "app/words/claim_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("ClaimWords", text, disambiguation);
}

QString capitalised(QString text) {
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

QString letterOf(const std::optional<Reliability>& reliability) {
  return reliability ? QString::fromLatin1(wordOf(*reliability).data(), 1) : QStringLiteral("–");
}

QString digitOf(Credibility credibility) {
  return QString::fromLatin1(wordOf(credibility).data(), 1);
}

QString numberInWords(int number) {
  const std::array words{tr("no"),  tr("one"),   tr("two"),   tr("three"), tr("four"), tr("five"),
                         tr("six"), tr("seven"), tr("eight"), tr("nine"),  tr("ten")};
  return number >= 0 && static_cast<std::size_t>(number) < words.size()
             ? words[static_cast<std::size_t>(number)]
             : wordsLocale().toString(number);
}

std::optional<StageKind> stageOfField(const QString& field) {
  const QString prefix = QStringLiteral("stage:");
  if (!field.startsWith(prefix)) return std::nullopt;
  return fromWord<StageKind>(field.mid(prefix.size()).toStdString());
}

/// "two independent sources graded B2 say so", "one source graded D5 says so, independence not known".
QString support(const ClaimedValue& value) {
  const QString code = gradeCode(value.grade);
  const int sources = value.roots + value.withoutRoot;
  if (value.roots > 1) {
    const QString words =
        tr("%1 independent sources say so, the best graded %2").arg(numberInWords(value.roots), code);
    return value.withoutRoot == 0 ? words : tr("%1 (of more the independence is not known)").arg(words);
  }
  if (sources == 1) {
    const QString words = tr("one source graded %1 says so").arg(code);
    return value.roots == 1 ? words : tr("%1, independence not known").arg(words);
  }
  if (value.roots == 0)
    return tr("%1 sources say so, the best graded %2, independence not known")
        .arg(numberInWords(sources), code);
  return tr("one root graded %1 says so; of others the independence is not known").arg(code);
}

/// "one graded D5 says June 2024".
QString opposition(const ClaimedValue& value) {
  const int sources = std::max(1, value.roots + value.withoutRoot);
  const QString code = gradeCode(value.grade);
  return sources == 1
             ? tr("one graded %1 says %2").arg(code, valueInWords(value))
             : tr("%1, the best graded %2, say %3").arg(numberInWords(sources), code, valueInWords(value));
}

QString ended(QString sentence) {
  if (!sentence.isEmpty() && !sentence.endsWith(QLatin1Char('.')) && !sentence.endsWith(QLatin1Char('!')) &&
      !sentence.endsWith(QLatin1Char('?')))
    sentence += QLatin1Char('.');
  return sentence;
}

/// The reason of the first claim of a value that has one.
QString reasonOf(const ClaimedValue& value, Verdict verdict) {
  for (const Claim* claim : value.claims) {
    if (claim->verdict == verdict && !claim->reason.isEmpty()) return claim->reason;
  }
  return {};
}

QString whatDecided(WonBy wonBy) {
  switch (wonBy) {
    case WonBy::Reliability:
      return tr("The better source decides.");
    case WonBy::Credibility:
      return tr("The sources are equally good; the better information decides.");
    case WonBy::Roots:
      return tr("The grades are equal; more independent sources decide.");
    case WonBy::Newest:
      return tr("Grades and sources are equal; the newest source decides.");
    case WonBy::Order:
      return tr("Nothing tells the two apart but the order of their ids.");
    default:
      return {};
  }
}

/// The first value that is not refuted, other than the shown one.
const ClaimedValue* runnerUp(const Resolution& resolution) {
  for (std::size_t i = 1; i < resolution.values.size(); ++i) {
    if (!resolution.values[i].refuted) return &resolution.values[i];
  }
  return nullptr;
}

}  // namespace

QString topicInWords(const Topic& topic) {
  if (topic.isQuestion) {
    const QString words = capitalised(topic.name);
    // Some are asked, some are only named.
    static const QStringList kAsking{
        QStringLiteral("is"),    QStringLiteral("was"),  QStringLiteral("were"),  QStringLiteral("did"),
        QStringLiteral("does"),  QStringLiteral("had"),  QStringLiteral("could"), QStringLiteral("who"),
        QStringLiteral("whose"), QStringLiteral("why"),  QStringLiteral("how"),   QStringLiteral("when"),
        QStringLiteral("where"), QStringLiteral("what"), QStringLiteral("which")};
    const bool asks = kAsking.contains(topic.name.section(QLatin1Char(' '), 0, 0).toLower());
    return asks && !words.endsWith(QLatin1Char('?')) ? words + QLatin1Char('?') : words;
  }
  if (const auto stage = stageOfField(topic.name))
    return tr("When was it %1?", "stage of a message").arg(stageInWords(*stage).toLower());
  if (topic.name == QLatin1String("when"))
    return topic.subject.kind == RecordKind::Summit ? tr("When was it held?") : tr("When was it?");
  if (topic.name == QLatin1String("channel")) return tr("By what way was it sent?");
  if (topic.name == QLatin1String("text")) return tr("How is it worded?");
  if (topic.name == QLatin1String("quote")) return tr("What was said?");
  if (topic.name == QLatin1String("due")) return tr("By when is it due?");
  if (topic.name == QLatin1String("target")) return tr("What is the target?");
  return tr("%1?", "name of a field").arg(capitalised(topic.name));
}

QString topicName(const Topic& topic) {
  if (topic.isQuestion) return capitalised(topic.name);
  if (const auto stage = stageOfField(topic.name)) return stageInWords(*stage);
  if (topic.name == QLatin1String("when")) return tr("Date");
  if (topic.name == QLatin1String("channel")) return tr("Channel");
  if (topic.name == QLatin1String("text")) return tr("Wording");
  if (topic.name == QLatin1String("quote")) return tr("Quotation");
  if (topic.name == QLatin1String("due")) return tr("Due");
  if (topic.name == QLatin1String("target")) return tr("Target");
  return capitalised(topic.name);
}

QString valueInWords(const Claim& claim) {
  // What a source says in words is kept where it says more than the date.
  if (!claim.edtf) return claim.value;
  const bool bare = claim.value == QString::fromStdString(claim.edtf->edtf());
  return bare || claim.value.isEmpty() ? dateInShort(*claim.edtf) : claim.value;
}

QString valueInWords(const ClaimedValue& value) {
  return valueInWords(value.strongest());
}

QString gradeCode(const Grade& grade) {
  return letterOf(grade.reliability) + digitOf(grade.credibility);
}

QString gradeInWords(const Grade& grade) {
  return tr("%1, %2", "reliability, credibility")
      .arg(grade.reliability ? reliabilityInWords(*grade.reliability) : tr("source not graded"),
           credibilityInWords(grade.credibility));
}

QString ruleInShort(const Resolution& resolution) {
  switch (resolution.wonBy) {
    case WonBy::Nothing:
      return tr("no claim is shown: all are refuted");
    case WonBy::Pin:
      return tr("shown: the editor's pin");
    case WonBy::Adopted:
      return resolution.differsFromRule() ? tr("shown: adopted by the editor, against the rule")
                                          : tr("shown: adopted, and best graded");
    case WonBy::Alone:
      return resolution.values.size() == 1 ? tr("the only value claimed")
                                           : tr("shown: the others are refuted");
    case WonBy::Reliability:
      return tr("shown: best source");
    case WonBy::Credibility:
      return tr("shown: best information");
    case WonBy::Roots:
      return tr("shown: most independent sources");
    case WonBy::Newest:
      return tr("shown: newest source");
    case WonBy::Order:
      return tr("shown: nothing decides");
  }
  return {};
}

QString whyShown(const Resolution& resolution) {
  const ClaimedValue* shown = resolution.shown();
  if (!shown)
    return tr("Nothing that is claimed is shown: every claim is refuted. The record's own value stands.");
  switch (resolution.wonBy) {
    case WonBy::Pin:
      return ended(tr("Shown because the editor pinned it: %1").arg(resolution.pin->reason));
    case WonBy::Adopted: {
      const QString reason = reasonOf(*shown, Verdict::Adopted);
      const QString lead = reason.isEmpty()
                               ? tr("Shown because the editor adopted it.")
                               : ended(tr("Shown because the editor adopted it: %1").arg(reason));
      return lead + QLatin1Char(' ') + capitalised(ended(support(*shown)));
    }
    case WonBy::Alone:
      return resolution.values.size() == 1
                 ? tr("Nobody claims another value; %1.").arg(support(*shown))
                 : tr("Shown because %1; all other values are refuted.").arg(support(*shown));
    default:
      break;
  }
  const ClaimedValue* next = runnerUp(resolution);
  const QString words = next ? tr("Shown because %1; %2.").arg(support(*shown), opposition(*next))
                             : tr("Shown because %1.").arg(support(*shown));
  return words + QLatin1Char(' ') + whatDecided(resolution.wonBy);
}

QString whyNotShown(const Resolution& resolution, std::size_t place) {
  const ClaimedValue& value = resolution.values[place];
  if (value.refuted) {
    const QString reason = reasonOf(value, Verdict::Refuted);
    return reason.isEmpty() ? tr("Refuted; no reason is recorded.") : ended(tr("Refuted: %1").arg(reason));
  }
  const ClaimedValue* shown = resolution.shown();
  if (!shown) return {};
  if (resolution.byRule == place && resolution.wonBy == WonBy::Pin)
    return tr("The rule would show it; the editor pinned another value.");
  if (resolution.byRule == place) return tr("The rule would show it; the editor adopted another value.");
  const int source = rankOf(value.grade.reliability) - rankOf(shown->grade.reliability);
  const QString letters = letterOf(value.grade.reliability);
  if (source > 0)
    return tr("The source is weaker (%1 against %2).").arg(letters, letterOf(shown->grade.reliability));
  const QString asGood = source == 0 ? tr("The source is as good as the winner's (%1)").arg(letters)
                                     : tr("The source is better than the winner's (%1)").arg(letters);
  const QString digits = digitOf(value.grade.credibility);
  if (rankOf(value.grade.credibility) > rankOf(shown->grade.credibility))
    return tr("%1, the information is weaker (%2 against %3).")
        .arg(asGood, digits, digitOf(shown->grade.credibility));
  if (value.roots < shown->roots)
    return tr("%1, fewer independent sources assert it (%2 against %3).")
        .arg(asGood, QString::number(value.roots), QString::number(shown->roots));
  if (value.newest.value_or(kBeginningOfTime) < shown->newest.value_or(kBeginningOfTime))
    return tr("%1, but older.").arg(asGood);
  return tr("%1.").arg(asGood);
}

QString differenceFromRule(const Resolution& resolution) {
  if (!resolution.differsFromRule()) return {};
  const ClaimedValue& other = resolution.values[*resolution.byRule];
  return tr("Without the editor's choice the rule would show %1, since %2.")
      .arg(valueInWords(other), support(other));
}

QString rivalsInWords(const Resolution& resolution) {
  const auto others = resolution.values.size() - (resolution.shown() ? 1 : 0);
  const bool dates = !resolution.topic.isQuestion &&
                     (resolution.topic.name == QLatin1String("when") ||
                      resolution.topic.name == QLatin1String("due") || stageOfField(resolution.topic.name));
  if (others == 0) return tr("disputed");
  if (dates) return others == 1 ? tr("1 rival date") : tr("%1 rival dates").arg(others);
  return others == 1 ? tr("1 rival value") : tr("%1 rival values").arg(others);
}

QString rivalInWords(const Snapshot& snapshot, const RivalDate& rival) {
  const ClaimedValue& value = snapshot.ledger.of(rival.topic)->values[rival.value];
  const QString when = dateInShort(rival.when);
  return value.claims.size() == 1 ? tr("%1, says 1 source").arg(when)
                                  : tr("%1, say %2 sources").arg(when).arg(value.claims.size());
}

QString rivalWithSources(const Snapshot& snapshot, const RivalDate& rival) {
  const ClaimedValue& value = snapshot.ledger.of(rival.topic)->values[rival.value];
  QStringList names;
  for (const Claim* claim : value.claims) {
    const Source* source = snapshot.ledger.source(claim->source);
    if (!source) continue;
    const QString name = source->publisher.isEmpty() ? source->title : source->publisher;
    if (!names.contains(name)) names << name;
  }
  constexpr int kMostNames = 3;
  const auto all = names.size();
  if (all > kMostNames) {
    names.resize(kMostNames);
    names << tr("%1 more").arg(all - kMostNames);
  }
  const QString who = names.join(QStringLiteral(", "));
  const QString when = dateInShort(rival.when);
  return value.refuted ? tr("%1, refuted: %2").arg(when, who) : tr("%1: %2").arg(when, who);
}

QString subjectInWords(const Snapshot& snapshot, const RecordRef& ref) {
  if (const auto id = snapshot.find(ref)) return snapshot.title(*id)->title;
  if (ref.kind == RecordKind::Actor) {
    if (const Actor* actor = snapshot.actor(ActorUid(ref.uid))) return actor->name;
  }
  if (ref.kind == RecordKind::Source) {
    if (const Source* source = snapshot.ledger.source(SourceUid(ref.uid))) return source->title;
  }
  if (ref.kind == RecordKind::Accession) {
    for (const Accession& accession : snapshot.accessions) {
      if (accession.uid.value != ref.uid) continue;
      const Actor* state = snapshot.actor(accession.state);
      const Actor* body = snapshot.actor(accession.organisation);
      if (state && body) return tr("%1 joins %2").arg(state->name, body->name);
    }
  }
  if (ref.kind == RecordKind::Figure) {
    const QStringList parts = QString::fromStdString(ref.uid).split(QLatin1Char('/'));
    const auto metric = parts.size() == 3 ? fromWord<SpendingMetric>(parts[2].toStdString()) : std::nullopt;
    if (metric) {
      const Actor* actor = snapshot.actor(ActorUid(parts[0].toStdString()));
      QString name = actor ? actor->name : parts[0];
      for (const auto& [uid, one] : snapshot.actors) {
        if (!actor && one.kind == ActorKind::State && one.country == parts[0]) name = one.name;
      }
      return tr("%1, %2: %3").arg(name, parts[1], metricInWords(*metric).toLower());
    }
  }
  return QString::fromStdString(ref.uid);
}

}  // namespace entente
