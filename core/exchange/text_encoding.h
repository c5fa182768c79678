// SPDX-License-Identifier: GPL-3.0-or-later
// Text in the encodings that files of other programs come in, as UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace entente {

struct DecodedText {
  std::string utf8;    ///< without byte order mark
  std::string remark;  ///< one sentence if the encoding was guessed; else empty
};

/// UTF-8, UTF-16 by its byte order mark or by its zeros, else Windows-1252 (C1 controls that it does not have
/// are dropped). ErrorKind::Foreign for bytes with zeros that are no UTF-16: that is no text. Halves of
/// surrogate pairs become U+FFFD. O(length).
[[nodiscard]] Result<DecodedText> decodeText(std::string_view bytes);

}  // namespace entente
