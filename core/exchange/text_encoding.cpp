// SPDX-License-Identifier: GPL-3.0-or-later
// Encodings are told from the first bytes, and by whether everything is valid UTF-8.
#include "core/exchange/text_encoding.h"

#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <cstdint>

namespace entente {

namespace {

enum class Encoding { Utf8, Utf16Little, Utf16Big };

Encoding encodingOf(std::string_view bytes) {
  const auto at = [&](std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 256U;
  };
  if (at(0) == 0xFF && at(1) == 0xFE) return Encoding::Utf16Little;
  if (at(0) == 0xFE && at(1) == 0xFF) return Encoding::Utf16Big;
  // Without a mark: files of ours begin with two ASCII characters.
  if (at(0) != 0 && at(1) == 0 && at(2) != 0 && at(3) == 0) return Encoding::Utf16Little;
  if (at(0) == 0 && at(1) != 0 && at(2) == 0 && at(3) != 0) return Encoding::Utf16Big;
  return Encoding::Utf8;
}

std::string fromUtf16(std::string_view bytes, bool little) {
  QString text;
  text.reserve(static_cast<qsizetype>(bytes.size() / 2));
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    const char16_t unit = static_cast<char16_t>(little ? (second << 8U) | first : (first << 8U) | second);
    if (unit != 0xFEFF || i > 0) text += QChar(unit);
  }
  return text.toStdString();
}

void putUtf8(char16_t unit, std::string& text) {
  if (unit < 0x80) {
    text += static_cast<char>(unit);
  } else if (unit < 0x800) {
    text += static_cast<char>(0xC0U | (unit >> 6U));
    text += static_cast<char>(0x80U | (unit & 0x3FU));
  } else {
    text += static_cast<char>(0xE0U | (unit >> 12U));
    text += static_cast<char>(0x80U | ((unit >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (unit & 0x3FU));
  }
}

/// Source of the table: https://encoding.spec.whatwg.org/index-windows-1252.txt; 0 where it has a control.
std::string fromWindows(std::string_view bytes) {
  static constexpr char16_t kHigh[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const char16_t unit = byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80] : byte;
    if (unit != 0) putUtf8(unit, text);
  }
  return text;
}

}  // namespace

Result<DecodedText> decodeText(std::string_view bytes) {
  const Encoding encoding = encodingOf(bytes);
  if (encoding != Encoding::Utf8) return DecodedText{fromUtf16(bytes, encoding == Encoding::Utf16Little), {}};
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (bytes.find('\0') != std::string_view::npos) {
    return fail(ErrorKind::Foreign, "this is no text: there are zero bytes in it");
  }
  if (QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())).isValidUtf8()) {
    return DecodedText{std::string(bytes), {}};
  }
  return DecodedText{fromWindows(bytes),
                     "The file is not valid UTF-8 and was read as Windows-1252; look whether letters with "
                     "accents are right."};
}

}  // namespace entente
