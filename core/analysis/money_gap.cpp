// SPDX-License-Identifier: GPL-3.0-or-later
// Joins shares and sums of one edition by state and year.
#include "core/analysis/money_gap.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/analysis/counted_states.h"
#include "core/analysis/spending_series.h"

namespace entente {

namespace {

bool isShareOfGdp(const Pledge& pledge) {
  return pledge.measuredBy == SpendingMetric::PercentOfGdp && pledge.unit == PledgeUnit::PercentOfGdp;
}

std::optional<MoneyBasis> basisOf(const SourceUid& edition, const AnalysisData& data) {
  for (const SpendingMetric money : kMoneyMetrics) {
    const bool has = std::ranges::any_of(data.figures, [&](const Spending& figure) {
      return figure.metric == money && figure.source == edition;
    });
    if (has) return MoneyBasis{edition, money};
  }
  return std::nullopt;
}

/// The figures of one state.
struct Pair {
  const SpendingSeries* share = nullptr;
  const SpendingSeries* spending = nullptr;

  [[nodiscard]] std::set<int> years() const {
    std::set<int> all;
    for (const SpendingSeries* series : {share, spending}) {
      if (!series) continue;
      for (const SpendingPoint& point : series->points)
        all.insert(point.year);
    }
    return all;
  }
};

}  // namespace

std::optional<MoneyBasis> moneyBasis(const PledgeQuestion& question, const AnalysisData& data) {
  if (!isShareOfGdp(question.pledge)) return std::nullopt;
  if (!question.edition.value.empty()) return basisOf(question.edition, data);
  std::vector<Edition> both;
  for (const Edition& edition : editionsOf(data.figures, SpendingMetric::PercentOfGdp, data.sources)) {
    if (basisOf(edition.source, data)) both.push_back(edition);
  }
  const SourceUid latest = latestEdition(both);
  return latest.value.empty() ? std::nullopt : basisOf(latest, data);
}

Table moneyGaps(const PledgeQuestion& question, const AnalysisData& data) {
  const auto basis = moneyBasis(question, data);
  const QString money = basis ? wordText(wordOf(basis->money)) : QString();
  Table table({{"actor"},
               {"name"},
               {"code"},
               {"year"},
               {"share", QStringLiteral("pct_gdp")},
               {"spending", money},
               {"gap", money},
               {"no_figure"},
               {"estimate"},
               {"basis"},
               {"target", QStringLiteral("pct_gdp")},
               {"edition"}});
  if (!basis) return table;
  const CountedStates counted(question, data);
  const auto shares = spendingSeries(data.figures, SpendingMetric::PercentOfGdp, basis->edition);
  const auto sums = spendingSeries(data.figures, basis->money, basis->edition);
  std::map<ActorUid, Pair> pairs;
  for (const SpendingSeries& series : shares)
    pairs[series.actor].share = &series;
  for (const SpendingSeries& series : sums)
    pairs[series.actor].spending = &series;
  for (const auto& [actor, pair] : pairs) {
    const Actor* record = data.actor(actor);
    for (const int year : pair.years()) {
      if (counted.in(actor, year) != Certainty::Certain) continue;
      const SpendingPoint* share = pair.share ? pair.share->at(year) : nullptr;
      const SpendingPoint* spending = pair.spending ? pair.spending->at(year) : nullptr;
      Cell gap;
      Cell reason;
      if (!share) {
        reason = QStringLiteral("share");
      } else if (!spending) {
        reason = QStringLiteral("spending");
      } else if (share->value.value == 0) {
        reason = QStringLiteral("share is 0");
      } else {
        gap = spending->value.value * (question.pledge.target.value / share->value.value - 1);
      }
      const bool estimate = (share && share->estimate) || (spending && spending->estimate);
      table.addRow(QString::fromStdString(actor.value), nameForTable(data, actor),
                   record ? record->country : QString(), std::int64_t{year},
                   share ? Cell(share->value) : Cell(), spending ? Cell(spending->value) : Cell(), gap,
                   reason, estimate, money, question.pledge.target,
                   QString::fromStdString(basis->edition.value));
    }
  }
  return table;
}

}  // namespace entente
