// SPDX-License-Identifier: GPL-3.0-or-later
// Encodings by evidence: marks, the form of UTF-8, and where letters stand among letters.
#include "core/exchange/text_bytes.h"

#include <fmt/core.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/check.h"

namespace entente {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kLookedAt = std::size_t{64} << 10U;
constexpr int kLeastHigh = 6;   ///< bytes; of fewer nothing is concluded
constexpr int kLeastSure = 25;  ///< of 100; less is chance

struct Signature {
  std::string_view begin;
  std::string_view sentence;
};

constexpr std::array<Signature, 13> kSignatures{{
    {"\xD0\xCF\x11\xE0",
     "It is an old workbook (XLS) or another old Office file; save it as XLSX or CSV and import that."},
    {"%PDF", "It is a PDF document; save its table as CSV or XLSX and import that."},
    {"\x89PNG", "It is a picture (PNG), not a table."},
    {"\xFF\xD8\xFF", "It is a picture (JPEG), not a table."},
    {"GIF8", "It is a picture (GIF), not a table."},
    {"\x1F\x8B", "It is packed (gzip); unpack it and import what is in it."},
    {"BZh", "It is packed (bzip2); unpack it and import what is in it."},
    {"7z\xBC\xAF", "It is packed (7z); unpack it and import what is in it."},
    {"Rar!", "It is packed (RAR); unpack it and import what is in it."},
    {"\xFD"
     "7zXZ",
     "It is packed (xz); unpack it and import what is in it."},
    {"SQLite format 3", "It is a database (SQLite); export its table as CSV and import that."},
    {"{\\rtf", "It is a document (RTF); save its table as CSV and import that."},
    {"\x7F"
     "ELF",
     "It is a program, not a table."},
}};

/// Bytes of the character at `at`; 0 if it is not UTF-8.
std::size_t utf8Length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
  };
  const auto isTail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return isTail(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned second = byte(at + 1);
    const bool isShortest = lead != 0xE0 || second >= 0xA0;
    const bool isNoSurrogate = lead != 0xED || second < 0xA0;
    return isShortest && isNoSurrogate && isTail(at + 1) && isTail(at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned second = byte(at + 1);
    const bool fits = (lead != 0xF0 || second >= 0x90) && (lead != 0xF4 || second < 0x90);
    return fits && isTail(at + 1) && isTail(at + 2) && isTail(at + 3) ? 4 : 0;
  }
  return 0;
}

struct Utf8Count {
  std::size_t wide = 0;  ///< whole characters outside ASCII
  std::size_t bad = 0;
};

Utf8Count countUtf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8Length(bytes, at);
    count.wide += length > 1 ? 1 : 0;
    count.bad += length == 0 ? 1 : 0;
    at += std::max<std::size_t>(length, 1);
  }
  return count;
}

/// Zero bytes at the even and at the odd places of the beginning.
TextEncoding wideByZeros(std::string_view bytes) {
  const std::string_view begin = bytes.substr(0, kLookedAt);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < begin.size(); ++i)
    zeros.at(i % 2) += begin[i] == '\0' ? 1 : 0;
  const std::size_t half = begin.size() / 2;
  if (zeros[1] > half * 6 / 10 && zeros[0] < half / 20 + 1) return TextEncoding::Utf16Le;
  if (zeros[0] > half * 6 / 10 && zeros[1] < half / 20 + 1) return TextEncoding::Utf16Be;
  return TextEncoding::Unknown;
}

bool isHigh(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

bool isLetter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Of the Western ones: Mac Roman has its small letters where Windows has signs.
TextEncoding western(std::string_view bytes) {
  std::size_t macLetters = 0;
  std::size_t windowsLetters = 0;
  constexpr std::string_view kMacLetters = "\x87\x88\x89\x8A\x8D\x8E\x8F\x90\x94\x97\x99\x9A\x9C\x9D\x9E\x9F";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c < 0x80) continue;
    const auto before = static_cast<unsigned char>(i > 0 ? bytes[i - 1] : ' ');
    const auto after = static_cast<unsigned char>(i + 1 < bytes.size() ? bytes[i + 1] : ' ');
    const bool isWithin = isLetter(after) || (isLetter(before) && !isLetter(after));
    if (isWithin && kMacLetters.find(bytes[i]) != std::string_view::npos && isLetter(before)) ++macLetters;
    if (isWithin && c >= 0xC0) ++windowsLetters;
  }
  return macLetters > windowsLetters ? TextEncoding::MacRoman : TextEncoding::Windows1252;
}

/// The lines that have more than ASCII: the others say nothing about the encoding.
std::string tellingLines(std::string_view bytes) {
  std::string lines;
  while (!bytes.empty() && lines.size() < kLookedAt) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size() - 1);
    const std::string_view line = bytes.substr(0, end + 1);
    if (std::ranges::any_of(line, isHigh)) lines += line.substr(0, kLookedAt);
    bytes.remove_prefix(end + 1);
  }
  return lines;
}

struct Detected {
  std::string_view name;  ///< as ICU says it
  TextEncoding encoding;
};

constexpr std::array<Detected, 20> kDetected{{{"ISO-8859-1", TextEncoding::Windows1252},
                                              {"windows-1252", TextEncoding::Windows1252},
                                              {"ISO-8859-2", TextEncoding::Latin2},
                                              {"windows-1250", TextEncoding::Windows1250},
                                              {"ISO-8859-5", TextEncoding::CyrillicIso},
                                              {"windows-1251", TextEncoding::Windows1251},
                                              {"KOI8-R", TextEncoding::Koi8R},
                                              {"ISO-8859-7", TextEncoding::GreekIso},
                                              {"windows-1253", TextEncoding::Windows1253},
                                              {"ISO-8859-9", TextEncoding::Windows1254},
                                              {"windows-1254", TextEncoding::Windows1254},
                                              {"ISO-8859-8", TextEncoding::Windows1255},
                                              {"ISO-8859-8-I", TextEncoding::Windows1255},
                                              {"windows-1255", TextEncoding::Windows1255},
                                              {"windows-1256", TextEncoding::Windows1256},
                                              {"Shift_JIS", TextEncoding::ShiftJis},
                                              {"EUC-JP", TextEncoding::EucJp},
                                              {"GB18030", TextEncoding::Gb18030},
                                              {"Big5", TextEncoding::Big5},
                                              {"EUC-KR", TextEncoding::EucKr}}};

std::size_t countOf(std::string_view bytes, std::string_view which) {
  return static_cast<std::size_t>(
      std::ranges::count_if(bytes, [which](char c) { return which.find(c) != std::string_view::npos; }));
}

/// Where no byte of 0x80 to 0x9F tells the two apart: ą ś ź and their capitals, of the one and of the other.
TextEncoding polish(std::string_view bytes) {
  return countOf(bytes, "\xB1\xB6\xBC\xA1\xA6\xAC") > countOf(bytes, "\xB9\xA5") ? TextEncoding::Latin2
                                                                                 : TextEncoding::Windows1250;
}

/// By ICU's detector, where it is surer of another encoding than of a Western one.
TextEncoding byLanguage(std::string_view bytes) {
  const std::string sample = tellingLines(bytes);
  if (std::ranges::count_if(sample, isHigh) < kLeastHigh) return TextEncoding::Windows1252;
  UErrorCode code = U_ZERO_ERROR;
  const icu::LocalUCharsetDetectorPointer detector(ucsdet_open(&code));
  int count = 0;
  ucsdet_setText(detector.getAlias(), sample.data(), static_cast<int32_t>(sample.size()), &code);
  const UCharsetMatch** matches = ucsdet_detectAll(detector.getAlias(), &count, &code);
  TextEncoding best = TextEncoding::Windows1252;
  int sure = kLeastSure;
  int western = 0;
  for (int i = 0; U_SUCCESS(code) && i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &code);
    const int confidence = ucsdet_getConfidence(matches[i], &code);
    const auto found = std::ranges::find(kDetected, name, &Detected::name);
    if (U_FAILURE(code) || found == kDetected.end()) continue;
    if (found->encoding == TextEncoding::Windows1252) {
      western = std::max(western, confidence);
    } else if (confidence > sure) {
      const bool isPolish = std::string_view(ucsdet_getLanguage(matches[i], &code)) == "pl";
      best = isPolish && found->encoding == TextEncoding::Latin2 ? polish(sample) : found->encoding;
      sure = confidence;
    }
  }
  return sure > western ? best : TextEncoding::Windows1252;
}

/// Of the encodings that have no mark and no form of their own.
TextEncoding legacy(std::string_view bytes) {
  const TextEncoding encoding = byLanguage(bytes);
  return encoding == TextEncoding::Windows1252 ? western(bytes) : encoding;
}

void appendUtf8(std::string& text, std::uint32_t code) {
  constexpr std::uint32_t kTail = 0x3F;
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0U | code >> 6U);
    text += static_cast<char>(0x80U | (code & kTail));
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0U | code >> 12U);
    text += static_cast<char>(0x80U | (code >> 6U & kTail));
    text += static_cast<char>(0x80U | (code & kTail));
  } else {
    text += static_cast<char>(0xF0U | code >> 18U);
    text += static_cast<char>(0x80U | (code >> 12U & kTail));
    text += static_cast<char>(0x80U | (code >> 6U & kTail));
    text += static_cast<char>(0x80U | (code & kTail));
  }
}

class Decoder {
 public:
  explicit Decoder(TextEncoding encoding) { m_decoded.encoding = encoding; }

  DecodedText run(std::string_view bytes) {
    switch (m_decoded.encoding) {
      case TextEncoding::Utf16Le:
      case TextEncoding::Utf16Be:
        wide(bytes);
        break;
      case TextEncoding::Unknown:
      case TextEncoding::Utf8:
        utf8(bytes);
        break;
      default:
        convert(bytes);
        break;
    }
    return std::move(m_decoded);
  }

 private:
  void replace() {
    if (m_decoded.replaced++ == 0)
      m_decoded.firstReplaced = 1 + std::count(m_decoded.text.begin(), m_decoded.text.end(), '\n');
    m_decoded.text += kReplacement;
  }

  void utf8(std::string_view bytes) {
    m_decoded.text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t length = utf8Length(bytes, at);
      if (length == 0) {
        replace();
        ++at;
      } else if (bytes[at] == '\0') {
        ++m_decoded.zeros;
        ++at;
      } else {
        m_decoded.text.append(bytes, at, length);
        at += length;
      }
    }
  }

  void wide(std::string_view bytes) {
    const bool isLittle = m_decoded.encoding == TextEncoding::Utf16Le;
    const auto unit = [&](std::size_t at) -> std::uint32_t {
      const std::uint32_t first = static_cast<unsigned char>(bytes[at]);
      const std::uint32_t second = static_cast<unsigned char>(bytes[at + 1]);
      return isLittle ? first | second << 8U : first << 8U | second;
    };
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
      const std::uint32_t code = unit(at);
      if (code == 0) {
        ++m_decoded.zeros;
      } else if (code < 0xD800 || code > 0xDFFF) {
        appendUtf8(m_decoded.text, code);
      } else if (code < 0xDC00 && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00U) == 0xDC00U) {
        appendUtf8(m_decoded.text, 0x10000U + ((code & 0x3FFU) << 10U) + (unit(at + 2) & 0x3FFU));
        at += 2;
      } else {
        replace();
      }
    }
    if (at < bytes.size()) replace();
  }

  void convert(std::string_view bytes) {
    const std::string name(wordOf(m_decoded.encoding));
    UErrorCode code = U_ZERO_ERROR;
    const icu::LocalUConverterPointer converter(ucnv_open(name.c_str(), &code));
    const char* at = bytes.data();
    const char* end = at + bytes.size();
    std::array<UChar, 4'096> units{};
    m_decoded.text.reserve(bytes.size() + bytes.size() / 8);
    do {
      if (code == U_BUFFER_OVERFLOW_ERROR) code = U_ZERO_ERROR;
      UChar* to = units.data();
      ucnv_toUnicode(converter.getAlias(), &to, to + units.size(), &at, end, nullptr, true, &code);
      take({units.data(), static_cast<std::size_t>(to - units.data())});
    } while (code == U_BUFFER_OVERFLOW_ERROR);
    // ICU has all of these; without one of them the text would be empty in silence.
    check(U_SUCCESS(code), "the encoding is known");
  }

  void take(std::u16string_view units) {
    for (const char16_t unit : units) {
      if (unit == 0) {
        ++m_decoded.zeros;
      } else if (unit == 0xFFFD || unit == 0x1A) {  // what ICU puts for what is none
        replace();
      } else if (U16_IS_LEAD(unit)) {
        m_lead = unit;
      } else if (U16_IS_TRAIL(unit)) {
        appendUtf8(m_decoded.text, static_cast<std::uint32_t>(U16_GET_SUPPLEMENTARY(m_lead, unit)));
      } else {
        appendUtf8(m_decoded.text, unit);
      }
    }
  }

  DecodedText m_decoded;
  char16_t m_lead = 0;
};

/// Control characters but TAB and line ends: text has next to none.
bool isBinary(std::string_view text) {
  const std::string_view begin = text.substr(0, kLookedAt);
  const auto controls = std::ranges::count_if(begin, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' &&
           c != '\v';
  });
  return static_cast<std::size_t>(controls) > begin.size() / 50 + 2;
}

}  // namespace

Result<DecodedText> decodeText(std::string_view bytes, TextEncoding encoding) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.begin)) return fail(ErrorKind::Foreign, std::string(signature.sentence));
  }
  std::size_t mark = 0;
  TextEncoding marked = TextEncoding::Unknown;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    marked = TextEncoding::Utf8;
    mark = 3;
  } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    marked = bytes.front() == '\xFF' ? TextEncoding::Utf16Le : TextEncoding::Utf16Be;
    mark = 2;
  }
  bytes.remove_prefix(mark);
  bool guessed = false;
  if (encoding == TextEncoding::Unknown) encoding = marked;
  if (encoding == TextEncoding::Unknown) encoding = wideByZeros(bytes);
  if (encoding == TextEncoding::Unknown) {
    const Utf8Count count = countUtf8(bytes);
    guessed = count.bad * 20 > count.wide;
    encoding = guessed ? legacy(bytes) : TextEncoding::Utf8;
  }
  DecodedText decoded = Decoder(encoding).run(bytes);
  decoded.guessed = guessed;
  if (decoded.zeros > decoded.text.size() / 50 + 16 || isBinary(decoded.text))
    return fail(ErrorKind::Foreign, "It is not a text: it is full of control characters.");
  return decoded;
}

std::vector<TableNote> decodingRemarks(const DecodedText& decoded) {
  std::vector<TableNote> remarks;
  if (decoded.guessed)
    remarks.push_back(
        {{}, fmt::format("The text is not UTF-8; it was read as {}.", wordOf(decoded.encoding))});
  if (decoded.replaced > 0)
    remarks.push_back({{decoded.firstReplaced, 0},
                       fmt::format("{} byte(s) from here on are no {}; each stands as U+FFFD.",
                                   decoded.replaced, wordOf(decoded.encoding))});
  if (decoded.zeros > 0)
    remarks.push_back({{}, fmt::format("{} NUL character(s) were left out.", decoded.zeros)});
  return remarks;
}

}  // namespace entente
