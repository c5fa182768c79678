// SPDX-License-Identifier: GPL-3.0-or-later
// Shown dates of stages, and offices whose end lies beyond a lens.
#include "core/view/sieve.h"

#include <algorithm>
#include <tuple>

#include "core/ledger/shown_value.h"
#include "core/view/snapshot.h"

namespace entente {

QString stageField(StageKind stage) {
  const std::string_view word = wordOf(stage);
  return QStringLiteral("stage:") + QLatin1String(word.data(), static_cast<int>(word.size()));
}

std::optional<FuzzyDate> ShownStages::when(const Stage& stage) {
  const auto bit = std::uint32_t{1} << static_cast<unsigned>(stage.stage);
  if ((m_seen & bit) != 0) return stage.when;
  m_seen |= bit;
  const Resolution* claimed = m_ledger.field(m_message, stageField(stage.stage));
  return claimed ? shownDate(stage.when, *claimed) : stage.when;
}

void sortStages(std::vector<const Stage*>& stages) {
  std::ranges::sort(stages, {}, [](const Stage* stage) {
    return std::tuple(stage->when ? stage->when->bounds().earliestBegin : kEndOfTime, stage->stage,
                      stage->uid);
  });
}

std::optional<FuzzyDate> heldAsKnown(const std::optional<FuzzyDate>& held, const Lens& lens) {
  if (!lens.until || !held || held->endKind() != EndKind::Known || held->bounds().latestEnd <= *lens.until)
    return held;
  EdtfExpression expression;
  expression.form = EdtfForm::Interval;
  expression.beginKind = held->beginKind();
  expression.endKind = EndKind::Open;
  expression.begin = held->begin();
  auto open = FuzzyDate::parse(printEdtf(expression));
  return open ? std::optional(std::move(*open)) : held;
}

}  // namespace entente
