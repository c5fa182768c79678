// SPDX-License-Identifier: GPL-3.0-or-later
// Charts: the analysis of 100,000 figures, and another year, span or highlight of 40 states over 75 years,
// each against its target. 1200x700, offscreen.
#include <QApplication>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "app/charts/figure_maker.h"
#include "app/charts/plot_view.h"
#include "core/analysis/course_table.h"
#include "core/analysis/group_shares.h"
#include "core/analysis/money_gap.h"
#include "core/analysis/revisions.h"
#include "core/analysis/share_tables.h"
#include "core/analysis/two_conditions.h"
#include "core/time/civil.h"
#include "core/view/chart_analysis.h"

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kLastYear = 2025;

double medianMs(const std::function<void()>& does) {
  constexpr int kTimes = 15;
  std::vector<double> ms;
  for (int i = 0; i < kTimes; ++i) {
    const auto begin = Clock::now();
    does();
    ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  std::ranges::sort(ms);
  return ms[ms.size() / 2];
}

void print(const char* what, double target, double measured) {
  std::printf("%-58s %6.2f ms  %8.2f ms%s\n", what, target, measured, measured > target ? "  MISSED" : "");
}

Decimal decimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", value);
  return *Decimal::parse(text);
}

/// Shares, equipment and money of so many states and years, by four editions in turn; members of an alliance.
Snapshot madeUp(int states, int years, int editions) {
  Snapshot snapshot;
  snapshot.content = std::make_shared<const ArchiveContent>();
  Actor alliance;
  alliance.uid = ActorUid("alliance");
  alliance.kind = ActorKind::Organisation;
  snapshot.actors.emplace("alliance", alliance);
  for (int edition = 0; edition < editions; ++edition) {
    Source source;
    source.uid = SourceUid("edition-of-the-figures-" + std::to_string(edition));
    source.title = QStringLiteral("Figures");
    source.published = *FuzzyDate::parse(std::to_string(2020 + edition));
    snapshot.sources.push_back(source);
  }
  for (int state = 0; state < states; ++state) {
    Actor actor;
    actor.uid = ActorUid("state-" + std::to_string(1000 + state));
    actor.name = QStringLiteral("State %1").arg(state);
    actor.kind = ActorKind::State;
    actor.country = QStringLiteral("S%1").arg(state);
    snapshot.actors.emplace(actor.uid.value, actor);
    Accession accession;
    accession.organisation = alliance.uid;
    accession.state = actor.uid;
    accession.date = *FuzzyDate::parse("1949-04-04");
    snapshot.accessions.push_back(accession);
    for (int year = kLastYear - years + 1; year <= kLastYear; ++year) {
      for (int edition = 0; edition < editions; ++edition) {
        for (const SpendingMetric metric :
             {SpendingMetric::PercentOfGdp, SpendingMetric::EquipmentSharePercent,
              SpendingMetric::UsdBillion}) {
          Spending figure;
          figure.uid = SpendingUid("figure-" + actor.uid.value + "-" + std::to_string(year) + "-" +
                                   std::to_string(edition) + "-" + std::string(wordOf(metric)));
          figure.actor = actor.uid;
          figure.year = year;
          figure.metric = metric;
          figure.value = decimal(1 + (state * 7 + year * 3 + edition) % 40 / 10.0);
          figure.estimate = year > kLastYear - 2;
          figure.source = snapshot.sources[static_cast<std::size_t>(edition)].uid;
          snapshot.spending.push_back(figure);
        }
      }
    }
  }
  return snapshot;
}

Pledge pledge(const char* uid, SpendingMetric metric, PledgeUnit unit, const char* target) {
  Pledge made;
  made.event.uid = EventUid(uid);
  made.event.title = QStringLiteral("Pledge");
  made.event.when = *FuzzyDate::parse("2014-09-05");
  made.measuredBy = metric;
  made.unit = unit;
  made.target = *Decimal::parse(target);
  made.due = *FuzzyDate::parse("2035");
  made.adherents = {{ActorUid("alliance"), *FuzzyDate::parse("2014-09-05")}};
  return made;
}

void analysis(const Pledge& share, const Pledge& equipment) {
  // 3 metrics x 4 editions x 8,333 states and years; and 100,000 figures of one edition and metric.
  const Snapshot snapshot = madeUp(112, 75, 4);
  const AnalysisData data = analysisData(snapshot);
  std::printf("%zu figures in 4 editions\n", snapshot.spending.size());
  const PledgeQuestion question{share};
  print("shares by year", 50, medianMs([&] { (void)sharesByYear(question, data); }));
  print("states meeting", 50, medianMs([&] { (void)statesMeeting(question, data); }));
  print("course", 50, medianMs([&] { (void)courseByState(question, data); }));
  print("gap in money", 50, medianMs([&] { (void)moneyGaps(question, data); }));
  print("groups", 50, medianMs([&] { (void)groupShares(question, data); }));
  print("two conditions", 50, medianMs([&] { (void)twoConditions(question, equipment, data); }));
  print("revisions of a year", 50, medianMs([&] { (void)revisions(question, 2020, data); }));
  Snapshot one = madeUp(1334, 75, 1);
  std::erase_if(one.spending,
                [](const Spending& figure) { return figure.metric != SpendingMetric::PercentOfGdp; });
  const AnalysisData all = analysisData(one);
  std::printf("%zu figures of one edition and metric\n", one.spending.size());
  print("shares by year", 50, medianMs([&] { (void)sharesByYear(question, all); }));
  print("states meeting", 50, medianMs([&] { (void)statesMeeting(question, all); }));
}

/// Making the figure, laying it out and painting it, the way a click on another state or year does.
void redraw(const Pledge& share, const Pledge& equipment) {
  const Snapshot snapshot = madeUp(40, 75, 2);
  const std::vector<Pledge> pledges{share, equipment};
  PlotView view;
  view.setAttribute(Qt::WA_DontShowOnScreen);
  view.resize(1200, 700);
  view.show();
  view.setReducedMotion(true);
  std::puts("40 states, 75 years, 1200x700");
  for (const ChartKind kind : kChartKinds) {
    ChartChoice choice;
    choice.kind = kind;
    int turn = 0;
    const double whole = medianMs([&] {
      ++turn;
      choice.highlighted = ActorUid("state-" + std::to_string(1000 + turn % 40));
      choice.year = kLastYear - turn % 20;
      view.setFigure(makeFigure({snapshot, share, pledges, choice, startOfDay({2026, 1, 1})}));
      (void)view.grab();
    });
    print((std::string(wordOf(kind)) + ": another state and year").c_str(), 30, whole);
    if (!view.figure().isOverTime()) continue;
    const double pan = medianMs([&] {
      ++turn;
      view.setSpan(TimeSpan{startOfYear(1950 + turn % 9), startOfYear(2020 + turn % 9)});
      (void)view.grab();
    });
    print((std::string(wordOf(kind)) + ": another span").c_str(), 30, pan);
    view.setSpan(std::nullopt);
  }
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argc, argv);
  using namespace entente;
  const Pledge share = pledge("share", SpendingMetric::PercentOfGdp, PledgeUnit::PercentOfGdp, "2.5");
  const Pledge equipment =
      pledge("equipment", SpendingMetric::EquipmentSharePercent, PledgeUnit::PercentOfDefence, "3");
  std::printf("%-58s %9s  %11s\n", "charts: median of 15", "target", "measured");
  analysis(share, equipment);
  redraw(share, equipment);
  return 0;
}
