// SPDX-License-Identifier: GPL-3.0-or-later
// Plain texts: HTML and wiki-like markup in the texts of foreign files, as text.
#pragma once

#include <QString>

namespace entente {

/// HTML as text: tags gone (an unknown "<word" that is no tag stays), character references resolved, block
/// elements and <br> as line ends, list items as "- ", scripts and styles and comments without trace, spaces
/// folded as a browser would. The address of a link stays behind its words where they are not the address
/// itself: "the text (https://example.org)". Text without '<' and '&' is returned with its line ends as they
/// are (CR LF and CR as LF). Control characters but TAB and LF are dropped. O(length), any text.
[[nodiscard]] QString plainText(const QString& html);

}  // namespace entente
