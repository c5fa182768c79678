// SPDX-License-Identifier: GPL-3.0-or-later
// What bibliographies of all formats have in common: their dates, their DOIs, their texts.
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "core/exchange/foreign_archive.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// EDTF, or a date in words and figures as people_dates.h reads it. Nothing that can be read in two ways, or
/// that depends on the day of reading ("last month"); the error is a phrase.
[[nodiscard]] tl::expected<FuzzyDate, std::string> readSourceDate(std::string_view text);

/// At most so many bytes of it, no character cut in two; for sentences.
[[nodiscard]] std::string_view shortened(std::string_view text, std::size_t most);

/// "10.1000/182", "doi:10.1000/182", "http://dx.doi.org/10.1000/182" as "https://doi.org/10.1000/182"; empty
/// if it is no DOI.
[[nodiscard]] QString doiAddress(const QString& doi);

/// plainText() of what has tags or character references (of JATS too), its line ends kept unless it has
/// blocks; of other texts the same without CR. Without control characters, and without spaces around it.
[[nodiscard]] QString textWithoutMarkup(QString text);

/// Without control characters but TAB and LF.
[[nodiscard]] QString withoutControls(QString text);

/// Appends a paragraph that is not there yet.
void appendParagraph(QString& text, const QString& more);

/// Where in a larger work something stands.
struct CitationTail {
  QString container;  ///< journal, book, series
  QString volume;
  QString issue;
  QString pages;
  QString place;  ///< of the publisher

  /// "In: Foreign Affairs 104(3), 12-29"; empty if there is nothing to say.
  [[nodiscard]] QString text() const;
};

}  // namespace entente
