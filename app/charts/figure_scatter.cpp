// SPDX-License-Identifier: GPL-3.0-or-later
// Both conditions of a double pledge, and one figure in all its editions.
#include <QCoreApplication>
#include <algorithm>

#include "app/charts/figure_draft.h"
#include "app/charts/figure_words.h"
#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "core/analysis/revisions.h"
#include "core/analysis/two_conditions.h"

namespace entente {

namespace {

QString tr(const char* text, const char* disambiguation = nullptr) {
  return QCoreApplication::translate("ChartWords", text, disambiguation);
}

PlotGoal goalAt(const Pledge& pledge, bool upright, Instant now) {
  PlotGoal goal;
  goal.value = pledge.target.value;
  goal.upright = upright;
  goal.isAhead = pledge.due && pledge.due->bounds().latestEnd > now;
  goal.label = goalInWords(pledge);
  goal.pledge = pledge.event.uid;
  return goal;
}

PlotLine dotOf(const FigureDraft& draft, const Table& table, std::size_t row, int year) {
  PlotLine dot;
  dot.actor = ActorUid(textOf(table.at(row, "actor")).toStdString());
  dot.name = draft.name(dot.actor);
  dot.role = draft.role(dot.actor);
  dot.isScatter = true;
  dot.label = dot.name;
  const auto& share = std::get<Decimal>(table.at(row, "share"));
  const auto& part = std::get<Decimal>(table.at(row, "equipment"));
  const bool estimate = flagOf(table.at(row, "estimate"));
  const QString amount = tr("%1% of GDP, %2% of it on equipment")
                             .arg(QString::fromStdString(share.text), QString::fromStdString(part.text));
  dot.points.push_back({share.value, part.value, figureInWords(dot.name, year, amount, estimate), estimate,
                        FigureKey{dot.actor, year, SpendingMetric::PercentOfGdp,
                                  SourceUid(textOf(table.at(row, "edition")).toStdString())}});
  return dot;
}

/// The pledge on the share of GDP that goes with this one: itself, or where it is the one on equipment the
/// adopted one of the same day, or of before.
const Pledge* sharePledge(const FigureDraft& draft) {
  const Pledge& pledge = draft.pledge();
  if (pledge.measuredBy == SpendingMetric::PercentOfGdp && pledge.sense == PledgeSense::AtLeast)
    return &pledge;
  const Pledge* best = nullptr;
  const auto day = [](const Pledge& one) {
    return one.event.when ? one.event.when->bounds().earliestBegin : kBeginningOfTime;
  };
  for (const Pledge& one : draft.input.pledges) {
    if (one.measuredBy != SpendingMetric::PercentOfGdp || one.status != PledgeStatus::Adopted ||
        one.sense != PledgeSense::AtLeast || day(one) > day(pledge))
      continue;
    if (!best || day(one) > day(*best)) best = &one;
  }
  return best;
}

QString shortEdition(const FigureDraft& draft, const SourceUid& uid) {
  const Source* source = draft.data.source(uid);
  if (!source || !source->published) return QString::fromStdString(uid.value);
  return dateInShort(*source->published);
}

}  // namespace

void makeScatter(Figure& figure, const FigureDraft& draft) {
  const Pledge* share = sharePledge(draft);
  const Pledge* equipment = share ? equipmentPledge(*share, draft.input.pledges) : nullptr;
  if (draft.pledge().measuredBy == SpendingMetric::EquipmentSharePercent) equipment = &draft.pledge();
  if (!share || !equipment) {
    figure.nothing = tr("No pledge on equipment goes with this one: there is one condition alone.");
    return;
  }
  PledgeQuestion question = draft.question;
  question.pledge = *share;
  const Table all = twoConditions(question, *equipment, draft.data);
  figure.years = yearsIn(all);
  if (figure.years.empty()) {
    figure.nothing = tr("No edition, or not this one, has both shares: choose another one.");
    return;
  }
  const int year = draft.yearAmong(figure.years);
  figure.year = year;
  figure.table = all.where("year", std::int64_t{year});
  const Table& table = figure.table;
  figure.editions = {SourceUid(textOf(table.at(0, "edition")).toStdString())};
  PlotPanel panel;
  int both = 0;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    panel.lines.push_back(dotOf(draft, table, row, year));
    if (flagOf(table.at(row, "meets_share")) && flagOf(table.at(row, "meets_equipment"))) ++both;
  }
  std::ranges::stable_sort(panel.lines, {}, &PlotLine::role);
  panel.across.suffix = QStringLiteral("%");
  panel.up.suffix = QStringLiteral("%");
  panel.up.title = tr("equipment");
  panel.across.title = tr("of GDP");
  panel.goals = {goalAt(*share, true, draft.input.now), goalAt(*equipment, false, draft.input.now)};
  figure.title = tr("%1 of %2 states keep both in %3: %4 of GDP, %5 of it on equipment")
                     .arg(both)
                     .arg(table.rowCount())
                     .arg(yearInWords(year), targetText(*share), targetText(*equipment)) +
                 estimateMark(table);
  figure.subtitle = tr("Across: defence spending, % of GDP; up: share of equipment in it, %; %1.")
                        .arg(editionInWords(draft, figure.editions.front())) +
                    estimateNote(table, false);
  figure.estimatedYears = {{year, false}};
  figure.panels.push_back(std::move(panel));
}

void makeRevisions(Figure& figure, const FigureDraft& draft) {
  std::vector<int> years;
  for (const Spending& spending : draft.data.figures) {
    if (spending.metric == draft.metric()) years.push_back(spending.year);
  }
  std::ranges::sort(years);
  const auto again = std::ranges::unique(years);
  years.erase(again.begin(), again.end());
  figure.years = years;
  if (years.empty()) return;
  PledgeQuestion question = draft.question;
  question.states = draft.front.compared;
  if (!draft.front.highlighted.value.empty()) question.states.push_back(draft.front.highlighted);
  // The year of which most editions tell of the state in front says most; of those alike the latest.
  int year = draft.yearAmong(years);
  if (!draft.input.choice.year) {
    PledgeQuestion front = question;
    front.states = {draft.front.highlighted};
    std::pair<std::size_t, std::size_t> most;
    for (auto candidate = years.rbegin(); candidate != years.rend(); ++candidate) {
      const std::pair rows(revisions(front, *candidate, draft.data).rowCount(),
                           revisions(question, *candidate, draft.data).rowCount());
      if (rows <= most) continue;
      most = rows;
      year = *candidate;
    }
  }
  figure.year = year;
  figure.table = revisions(question, year, draft.data);
  const Table& table = figure.table;
  if (table.isEmpty()) {
    figure.nothing = tr("None of the states has a figure for %1.").arg(yearInWords(year));
    return;
  }
  std::vector<Edition> editions = editionsOf(draft.data.figures, draft.metric(), draft.data.sources);
  std::ranges::reverse(editions);
  std::erase_if(editions, [&](const Edition& edition) {
    return table.where("edition", QString::fromStdString(edition.source.value)).isEmpty();
  });
  PlotPanel panel;
  panel.across.kind = AxisKind::Rows;
  for (const Edition& edition : editions) {
    figure.editions.push_back(edition.source);
    panel.across.names << shortEdition(draft, edition.source);
  }
  panel.up.suffix = suffixOf(draft.metric());
  panel.up.fromZero = false;
  std::vector<std::size_t> changes;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    const ActorUid actor(textOf(table.at(row, "actor")).toStdString());
    if (panel.lines.empty() || panel.lines.back().actor != actor) {
      PlotLine& line = panel.lines.emplace_back();
      line.actor = actor;
      line.name = draft.name(actor);
      line.role = draft.role(actor);
    }
    const SourceUid edition(textOf(table.at(row, "edition")).toStdString());
    const auto at = std::ranges::find(editions, edition, &Edition::source) - editions.begin();
    const auto& value = std::get<Decimal>(table.at(row, "value"));
    const bool estimate = flagOf(table.at(row, "estimate"));
    const QString amount = tr("%1, %2", "amount, edition")
                               .arg(QString::fromStdString(value.text) + unitInWords(draft.metric()),
                                    editionInWords(draft, edition));
    panel.lines.back().label =
        QStringLiteral("%1 %2").arg(panel.lines.back().name, roundedText(value.value, draft.goals, 2));
    panel.lines.back().points.push_back({static_cast<double>(at), value.value,
                                         figureInWords(panel.lines.back().name, year, amount, estimate),
                                         estimate, FigureKey{actor, year, draft.metric(), edition}});
    if (flagOf(table.at(row, "definition_changed"))) changes.push_back(static_cast<std::size_t>(at));
  }
  std::ranges::stable_sort(panel.lines, {}, &PlotLine::role);
  std::ranges::sort(changes);
  const auto twice = std::ranges::unique(changes);
  changes.erase(twice.begin(), twice.end());
  QString noted;
  for (const std::size_t at : changes) {
    PlotGoal change;
    change.value = static_cast<double>(at) - 0.5;
    change.upright = true;
    change.isAhead = true;
    change.label = tr("another definition");
    panel.goals.push_back(change);
    const auto definition = draft.data.definitions.find(editions[at].source.value);
    noted += QLatin1Char(' ') +
             tr("The edition of %1 counts %2: part of the change is one of definition.")
                 .arg(shortEdition(draft, editions[at].source), definition->second.simplified());
  }
  const PlotLine& front = panel.lines.back();
  const QString suffix = suffixOf(draft.metric());
  const auto amount = [&](const PlotPoint& point) {
    return wordsLocale().toString(point.y, 'f', 2) + suffix;
  };
  figure.title =
      front.points.size() > 1
          ? tr("%1 for %2: from %3 to %4 in %5 editions")
                .arg(front.name, yearInWords(year), amount(front.points.front()), amount(front.points.back()))
                .arg(front.points.size())
          : tr("%1 for %2: %3 in one edition")
                .arg(front.name, yearInWords(year), amount(front.points.front()));
  figure.subtitle = tr("%1, as published from edition to edition.").arg(measureInWords(draft.metric())) +
                    noted + estimateNote(table, false);
  figure.estimatedYears = {{year, false}};
  figure.panels.push_back(std::move(panel));
}

}  // namespace entente
