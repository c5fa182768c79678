// SPDX-License-Identifier: GPL-3.0-or-later
// Finds actors, source and figures that are there, and makes what is not.
#include "core/exchange/figure_plan.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "core/exchange/import_origin.h"
#include "core/exchange/taken_uids.h"

namespace entente {

namespace {

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// What uids call an actor.
std::string codeOf(const NamedActor& actor) {
  if (!actor.code.empty()) return lower(actor.code);
  return actor.slug.empty() ? "group" : actor.slug;
}

class Planner {
 public:
  Planner(const FigureImport& import, const FigureEdition& edition, const ArchiveRows& rows)
      : m_import(import),
        m_edition(edition),
        m_rows(rows),
        m_actorUids(rows.actors),
        m_sourceUids(rows.sources),
        m_figureUids(rows.spending),
        m_claimUids(rows.claims) {}

  Result<FigurePlan> plan();

 private:
  Result<void> findSource();
  void findActors();
  [[nodiscard]] const Actor* knownActor(const NamedActor& named) const;
  void makeActor(const NamedActor& named);
  void putFigures();
  void putDefinition();

  const FigureImport& m_import;
  const FigureEdition& m_edition;
  const ArchiveRows& m_rows;
  TakenUids m_actorUids;
  TakenUids m_sourceUids;
  TakenUids m_figureUids;
  TakenUids m_claimUids;
  std::vector<ActorUid> m_actors;  ///< in step with the import's; empty where it has no figure
  FigurePlan m_plan;
};

Result<FigurePlan> Planner::plan() {
  if (!m_import.questions.empty()) return fail(ErrorKind::Invalid, m_import.questions.front().reason);
  if (m_import.figures.empty() || !m_import.metric)
    return fail(ErrorKind::Invalid, "There is no figure in the table that can be imported.");
  if (auto found = findSource(); !found) return fail(found.error());
  findActors();
  putFigures();
  putDefinition();
  return std::move(m_plan);
}

Result<void> Planner::findSource() {
  ImportOrigin origin;
  origin.known = m_edition.known;
  origin.title = m_edition.title;
  origin.publisher = m_edition.publisher;
  origin.url = m_edition.url;
  origin.published = m_edition.published;
  origin.reliability = m_edition.reliability;
  origin.licence = m_edition.licence;
  auto settled = settleOrigin(origin, m_rows.sources, m_sourceUids);
  if (!settled) return fail(settled.error());
  m_plan.source = settled->source.uid;
  m_plan.sourceTitle = settled->source.title;
  m_plan.sourceIsNew = settled->isNew;
  if (settled->isNew) m_plan.records.emplace_back(std::move(settled->source));
  return {};
}

void Planner::findActors() {
  std::vector<bool> used(m_import.actors.size());
  for (const ImportedFigure& figure : m_import.figures)
    used[figure.actor] = true;
  m_actors.resize(m_import.actors.size());
  for (std::size_t i = 0; i < m_actors.size(); ++i) {
    if (!used[i]) continue;
    const NamedActor& named = m_import.actors[i];
    ++(named.isGroup ? m_plan.groups : m_plan.states);
    if (const Actor* there = knownActor(named)) {
      m_actors[i] = there->uid;
    } else {
      makeActor(named);
      m_actors[i] = std::get<Actor>(m_plan.records.back()).uid;
    }
  }
}

const Actor* Planner::knownActor(const NamedActor& named) const {
  const ActorKind kind = named.isGroup ? ActorKind::Group : ActorKind::State;
  const auto code = QString::fromStdString(named.code);
  const Uid usual = (named.isGroup ? "group-" : "state-") + codeOf(named);
  const Actor* best = nullptr;
  for (const Actor& actor : m_rows.actors) {
    if (actor.kind != kind) continue;
    const bool fits =
        named.code.empty() ? actor.uid.value == usual || actor.name == named.name : actor.country == code;
    if (fits && (!best || actor.uid.value == usual)) best = &actor;
  }
  return best;
}

void Planner::makeActor(const NamedActor& named) {
  Actor actor;
  actor.name = named.name;
  actor.kind = named.isGroup ? ActorKind::Group : ActorKind::State;
  actor.country = QString::fromStdString(named.code);
  const std::string prefix = !named.isGroup ? "state-" : named.code.empty() ? "group-" : "";
  actor.uid =
      ActorUid(m_actorUids.take(prefix + (named.isGroup && !prefix.size() ? named.slug : codeOf(named))));
  ++m_plan.newActors;
  m_plan.records.emplace_back(std::move(actor));
}

void Planner::putFigures() {
  std::map<std::pair<ActorUid, int>, const Spending*> there;
  for (const Spending& row : m_rows.spending) {
    if (row.source == m_plan.source && row.metric == *m_import.metric)
      there.emplace(std::pair(row.actor, row.year), &row);
  }
  m_plan.firstYear = m_import.figures.front().year;
  m_plan.lastYear = m_plan.firstYear;
  for (const ImportedFigure& figure : m_import.figures) {
    m_plan.firstYear = std::min(m_plan.firstYear, figure.year);
    m_plan.lastYear = std::max(m_plan.lastYear, figure.year);
    const auto found = there.find(std::pair(m_actors[figure.actor], figure.year));
    Spending row = found == there.end() ? Spending() : *found->second;
    if (found != there.end() && row.value == figure.value && row.estimate == figure.estimate) {
      ++m_plan.unchanged;
      continue;
    }
    row.value = figure.value;
    row.estimate = figure.estimate;
    if (found != there.end()) {
      ++m_plan.changed;
    } else {
      ++m_plan.added;
      row.actor = m_actors[figure.actor];
      row.year = figure.year;
      row.metric = *m_import.metric;
      row.source = m_plan.source;
      row.uid =
          SpendingUid(m_figureUids.take(fmt::format("fig-{}-{}-{}-{}", codeOf(m_import.actors[figure.actor]),
                                                    row.year, wordOf(row.metric), row.source.value)));
    }
    m_plan.records.emplace_back(std::move(row));
  }
}

void Planner::putDefinition() {
  const QString text = m_edition.definition.trimmed();
  if (text.isEmpty()) return;
  const RecordRef subject{RecordKind::Source, m_plan.source.value};
  const QString question = QString::fromLatin1(kDefinitionQuestion);
  const auto there = std::ranges::find_if(m_rows.claims, [&](const Claim& claim) {
    return claim.subject == subject && claim.question == question && claim.source == m_plan.source;
  });
  Claim claim;
  if (there != m_rows.claims.end()) {
    claim = *there;
    if (claim.value == text) return;
  } else {
    claim.uid = ClaimUid(m_claimUids.take("claim-definition-" + m_plan.source.value));
    claim.subject = subject;
    claim.question = question;
    claim.source = m_plan.source;
    claim.credibility = Credibility::Six;
  }
  claim.value = text;
  m_plan.records.emplace_back(std::move(claim));
}

}  // namespace

Result<FigurePlan> planFigures(const FigureImport& import, const FigureEdition& edition,
                               const ArchiveRows& rows) {
  return Planner(import, edition, rows).plan();
}

}  // namespace entente
