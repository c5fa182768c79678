// SPDX-License-Identifier: GPL-3.0-or-later
// Message date: the date at which a message is shown, chosen among those of its stages.
#pragma once

#include <optional>

#include "core/model/vocabulary.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// Given the stages that have a date one after the other, in any order: the earliest date on which it was
/// sent; if there is none, the earliest of all. Of equal bounds the one whose text is smaller.
class MessageDate {
 public:
  void add(StageKind stage, const FuzzyDate& when);
  [[nodiscard]] const std::optional<FuzzyDate>& shown() const { return m_sent ? m_sent : m_any; }

 private:
  std::optional<FuzzyDate> m_sent;
  std::optional<FuzzyDate> m_any;
};

}  // namespace entente
