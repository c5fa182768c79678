// SPDX-License-Identifier: GPL-3.0-or-later
// planFigures(): the records that an import puts into an archive, against what is there already.
#pragma once

#include <QString>
#include <cstddef>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/figure_import.h"
#include "core/model/questions.h"
#include "core/model/records.h"

namespace entente {

/// Where figures come from: an edition that is there (`known`), or a new one.
struct FigureEdition {
  SourceUid known;  ///< then only `definition` counts besides
  QString title;    ///< not empty for a new one
  QString publisher;
  QString url;
  std::optional<FuzzyDate> published;
  std::optional<Reliability> reliability;
  QString licence;
  QString definition;  ///< what is counted in the figures, in the publisher's words; may be empty
};

/// What is there.
struct ArchiveRows {
  std::span<const Actor> actors;
  std::span<const Source> sources;
  std::span<const Spending> spending;
  std::span<const Claim> claims;
};

struct FigurePlan {
  SourceUid source;
  QString sourceTitle;
  bool sourceIsNew = false;
  /// To be put, in an order in which each refers to what stands before it. Empty if everything is there.
  std::vector<std::variant<Source, Actor, Spending, Claim>> records;
  std::size_t added = 0;
  std::size_t changed = 0;  ///< another value, or another word about being an estimate
  std::size_t unchanged = 0;
  std::size_t states = 0;
  std::size_t groups = 0;
  std::size_t newActors = 0;
  int firstYear = 0;
  int lastYear = 0;

  [[nodiscard]] std::size_t figures() const { return added + changed + unchanged; }
};

/// Figures of a source that is there are replaced where actor, year and metric are the same; those that the
/// table does not have stay. A new edition with the title, publisher, address and date of one that is there
/// is that one. ErrorKind::Invalid while the import has questions or no figure, and for an edition without
/// title; NotFound if `known` is not there.
[[nodiscard]] Result<FigurePlan> planFigures(const FigureImport& import, const FigureEdition& edition,
                                             const ArchiveRows& rows);

}  // namespace entente
