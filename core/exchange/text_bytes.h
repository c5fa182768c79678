// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a text file in any usual encoding, as UTF-8.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/table_grid.h"
#include "core/model/vocabulary.h"

namespace entente {

enum class TextEncoding : std::uint8_t {
  Unknown,
  Utf8,
  Utf16Le,
  Utf16Be,
  Windows1252,  ///< Western Europe
  Windows1250,  ///< Central Europe
  Latin2,
  Windows1251,  ///< Cyrillic
  CyrillicIso,
  Koi8R,
  Windows1253,  ///< Greek
  GreekIso,
  Windows1254,  ///< Turkish
  Windows1255,  ///< Hebrew
  Windows1256,  ///< Arabic
  MacRoman,
  ShiftJis,
  EucJp,
  Gb18030,
  Big5,
  EucKr
};

template <>
struct Words<TextEncoding> {
  static constexpr std::array<std::string_view, 21> list{
      "unknown",      "utf-8",        "utf-16le",     "utf-16be",  "windows-1252", "windows-1250",
      "iso-8859-2",   "windows-1251", "iso-8859-5",   "koi8-r",    "windows-1253", "iso-8859-7",
      "windows-1254", "windows-1255", "windows-1256", "macintosh", "shift_jis",    "euc-jp",
      "gb18030",      "big5",         "euc-kr"};  // the names that IANA has registered
};

struct DecodedText {
  std::string text;  ///< valid UTF-8 without byte order mark and without NUL
  TextEncoding encoding = TextEncoding::Utf8;
  bool guessed = false;            ///< neither a byte order mark nor valid UTF-8 nor the caller said so
  std::size_t replaced = 0;        ///< bytes or units that are not in the encoding: U+FFFD stands for them
  std::int64_t firstReplaced = 0;  ///< the line of the first one, from 1
  std::size_t zeros = 0;           ///< NUL characters that were left out
};

/// `Unknown`: by the byte order mark; else UTF-8 if (nearly) all is; else UTF-16 where every other byte is
/// zero; else by which letters and pairs of letters make sense in which language (ICU's detector, which knows
/// all of the above but Mac Roman). ErrorKind::Foreign, with a
/// sentence that says what it is where that can be seen, for what is no text: pictures, PDF, archives, old
/// workbooks. O(bytes).
[[nodiscard]] Result<DecodedText> decodeText(std::string_view bytes,
                                             TextEncoding encoding = TextEncoding::Unknown);

/// What there is to say about it, one sentence each: a guessed encoding, bytes that are not in it, zeros.
[[nodiscard]] std::vector<TableNote> decodingRemarks(const DecodedText& decoded);

}  // namespace entente
