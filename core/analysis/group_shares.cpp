// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over the states of each year.
#include "core/analysis/group_shares.h"

#include <map>

#include "core/analysis/money_gap.h"
#include "core/analysis/share_tables.h"

namespace entente {

namespace {

struct Sums {
  std::int64_t states = 0;
  std::int64_t estimates = 0;
  double shares = 0;
  std::int64_t withSpending = 0;
  double spending = 0;
  double economy = 0;

  void add(const SpendingPoint& share, const SpendingPoint* money) {
    ++states;
    if (share.estimate) ++estimates;
    shares += share.value.value;
    if (!money || share.value.value <= 0) return;
    ++withSpending;
    spending += money->value.value;
    economy += money->value.value / (share.value.value / 100);
  }
};

}  // namespace

Table groupShares(const PledgeQuestion& question, const AnalysisData& data) {
  const QString unit = question.pledge.measuredBy ? wordText(wordOf(*question.pledge.measuredBy)) : QString();
  Table table({{"year"},
               {"states"},
               {"mean", unit},
               {"weighted", unit},
               {"with_spending"},
               {"basis"},
               {"estimates"},
               {"edition"}});
  if (!question.pledge.measuredBy) return table;
  PledgeQuestion ofEdition = question;
  ofEdition.edition = editionFor(question, data);
  const auto basis = moneyBasis(ofEdition, data);
  const auto money =
      basis ? spendingSeries(data.figures, basis->money, basis->edition) : std::vector<SpendingSeries>();
  std::map<ActorUid, const SpendingSeries*> moneyOf;
  for (const SpendingSeries& series : money)
    moneyOf[series.actor] = &series;
  const CountedStates counted(question, data);
  std::map<int, Sums> years;
  for (const SpendingSeries& series :
       spendingSeries(data.figures, *question.pledge.measuredBy, ofEdition.edition)) {
    const auto found = moneyOf.find(series.actor);
    for (const SpendingPoint& point : series.points) {
      if (counted.in(series.actor, point.year) != Certainty::Certain) continue;
      years[point.year].add(point, found == moneyOf.end() ? nullptr : found->second->at(point.year));
    }
  }
  for (const auto& [year, sums] : years) {
    const bool isWhole = sums.withSpending == sums.states && sums.economy > 0;
    table.addRow(std::int64_t{year}, sums.states, sums.shares / static_cast<double>(sums.states),
                 isWhole ? Cell(100 * sums.spending / sums.economy) : Cell(), sums.withSpending,
                 basis ? Cell(wordText(wordOf(basis->money))) : Cell(), sums.estimates,
                 QString::fromStdString(ofEdition.edition.value));
  }
  return table;
}

}  // namespace entente
