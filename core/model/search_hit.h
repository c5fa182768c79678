// SPDX-License-Identifier: GPL-3.0-or-later
// SearchHit: an event in which a search found its words, and where.
#pragma once

#include <QString>
#include <cstdint>
#include <vector>

#include "core/model/uids.h"

namespace entente {

/// Where the words stand, the most telling place first.
enum class SearchField : std::uint8_t {
  Title,    ///< title and short title
  Words,    ///< the text of a message, the quotation of a statement
  Summary,  ///< summary and notes of the event, its stages and positions
  Names,    ///< actors that it names (with short names and offices), its place
  Claims,   ///< values, quotations and questions of the claims about it
  Sources   ///< titles, publishers and authors of its sources
};

struct SearchHit {
  EventId event;
  SearchField field = SearchField::Title;  ///< the first in which any word was found
  QString excerpt;                         ///< of that field, about 12 words, "…" where cut
  struct Mark {
    int begin = 0;  ///< in UTF-16 units of the excerpt
    int length = 0;
    bool operator==(const Mark&) const = default;
  };
  std::vector<Mark> marks;  ///< the words found in the excerpt

  bool operator==(const SearchHit&) const = default;
};

}  // namespace entente
