// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a typed date into tokens.
#include "core/time/people_dates_tokens.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entente {

namespace {

/// Characters that are no letters though their bytes look so.
struct Sign {
  std::string_view bytes;
  TokenKind kind;
  char mark;
};

constexpr std::array kSigns{
    Sign{"\u2010", TokenKind::Hyphen, '-'}, Sign{"\u2011", TokenKind::Hyphen, '-'},
    Sign{"\u2212", TokenKind::Hyphen, '-'}, Sign{"\u2012", TokenKind::Dash, '-'},
    Sign{"\u2013", TokenKind::Dash, '-'},   Sign{"\u2014", TokenKind::Dash, '-'},
    Sign{"\u2018", TokenKind::Mark, '\''},  Sign{"\u2019", TokenKind::Mark, '\''},
    Sign{"\u00A0", TokenKind::End, ' '},    Sign{"\u2009", TokenKind::End, ' '},
    Sign{"\u202F", TokenKind::End, ' '},
};

constexpr std::array<std::string_view, 20> kOrdinals{
    "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// The small letter of a character that has two bytes in UTF-8. Those of more bytes have no letter case, or
/// are not worth it here.
unsigned smallLetter(unsigned code) {
  const auto in = [code](unsigned first, unsigned last) { return code >= first && code <= last; };
  if (code == 0xD7 || code == 0x130 || code == 0x138) return code;
  if (code == 0x178) return 0xFF;
  if (in(0xC0, 0xDE) || in(0x391, 0x3A9) || in(0x410, 0x42F)) return code + 0x20;
  if (in(0x400, 0x40F)) return code + 0x50;
  if (in(0x100, 0x137) || in(0x14A, 0x177)) return code | 1U;
  if (in(0x139, 0x148) || in(0x179, 0x17E)) return code + (code & 1U);
  return code;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : m_text(text) {}

  std::vector<Token> run() {
    while (m_at < m_text.size())
      step();
    const std::size_t end = m_tokens.empty() ? 0 : m_tokens.back().end;
    m_token = {};
    m_token.begin = m_token.end = end;
    m_tokens.push_back(std::move(m_token));
    return std::move(m_tokens);
  }

 private:
  void step();
  void number();
  void numberEnding();
  void word();
  void joinOrdinal();
  void letters();
  [[nodiscard]] char byte(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\0'; }
  [[nodiscard]] const Sign* sign(std::size_t at) const;
  [[nodiscard]] bool isLetter(std::size_t at) const;
  /// A letter without one on its right; one on its left is the caller's business.
  [[nodiscard]] bool isLoneLetter(std::size_t at) const {
    return isAsciiLetter(byte(at)) && !isLetter(at + 1);
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  bool m_spaced = false;
  Token m_token;
  std::vector<Token> m_tokens;
};

void Tokenizer::step() {
  const Sign* special = sign(m_at);
  if (isSpace(byte(m_at)) || (special != nullptr && special->kind == TokenKind::End)) {
    m_at += special != nullptr ? special->bytes.size() : 1;
    m_spaced = true;
    return;
  }
  m_token = {};
  m_token.begin = m_at;
  m_token.touches = !m_tokens.empty() && !m_spaced;
  m_spaced = false;
  if (isDigit(byte(m_at))) {
    number();
  } else if (special != nullptr) {
    m_token.kind = special->kind;
    m_token.mark = special->mark;
    m_at += special->bytes.size();
  } else if (isLetter(m_at)) {
    word();
  } else {
    m_token.mark = byte(m_at++);
    m_token.kind = m_token.mark == '-' ? TokenKind::Hyphen : TokenKind::Mark;
  }
  m_token.end = m_at;
  if (m_token.kind == TokenKind::Ordinal) joinOrdinal();
  m_tokens.push_back(std::move(m_token));
}

void Tokenizer::number() {
  m_token.kind = TokenKind::Number;
  const auto digit = [this] {
    m_token.number = std::min(m_token.number * 10 + (byte(m_at) - '0'), kLargestNumber);
    ++m_token.digits;
    ++m_at;
  };
  while (isDigit(byte(m_at)))
    digit();
  // "13,800,000": groups of three digits behind one to three.
  const auto groupFollows = [this] {
    return byte(m_at) == ',' && isDigit(byte(m_at + 1)) && isDigit(byte(m_at + 2)) &&
           isDigit(byte(m_at + 3)) && !isDigit(byte(m_at + 4));
  };
  if (m_token.digits > 3) return numberEnding();
  while (groupFollows()) {
    ++m_at;
    for (int i = 0; i < 3; ++i)
      digit();
  }
  numberEnding();
}

void Tokenizer::numberEnding() {
  const Sign* special = sign(m_at);
  const bool isApostrophe = byte(m_at) == '\'' || (special != nullptr && special->mark == '\'');
  const std::size_t start = isApostrophe ? m_at + (special != nullptr ? special->bytes.size() : 1) : m_at;
  if ((byte(start) == 's' || byte(start) == 'S') && isLoneLetter(start)) {
    m_token.kind = TokenKind::Plural;
    m_at = start + 1;
    return;
  }
  if (isApostrophe || !isAsciiLetter(byte(m_at)) || !isLoneLetter(m_at + 1)) return;
  const auto small = [this](std::size_t at) { return static_cast<char>(byte(at) | 0x20); };
  const std::array<char, 2> ending{small(m_at), small(m_at + 1)};
  constexpr std::array<std::string_view, 4> kEndings{"st", "nd", "rd", "th"};
  if (std::find(kEndings.begin(), kEndings.end(), std::string_view(ending.data(), 2)) == kEndings.end())
    return;
  m_token.kind = TokenKind::Ordinal;
  m_at += 2;
}

void Tokenizer::word() {
  m_token.kind = TokenKind::Word;
  const bool lone = isLoneLetter(m_at);
  letters();
  // "B.C.": letters with a full stop each are one word.
  while (lone && byte(m_at) == '.' && isLoneLetter(m_at + 1)) {
    ++m_at;
    letters();
  }
  if (byte(m_at) == '.') ++m_at;
  const auto found = std::find(kOrdinals.begin(), kOrdinals.end(), m_token.word);
  if (found != kOrdinals.end()) {
    m_token.kind = TokenKind::Ordinal;
    m_token.number = found - kOrdinals.begin() + 1;
  } else if (m_token.word == "thirtieth") {
    m_token.kind = TokenKind::Ordinal;
    m_token.number = 30;
  }
  if (m_token.kind == TokenKind::Ordinal) m_token.digits = m_token.number < 10 ? 1 : 2;
}

/// "twenty-first" has come as three tokens.
void Tokenizer::joinOrdinal() {
  const std::size_t count = m_tokens.size();
  if (m_token.word.empty() || m_token.number > 9 || count < 2) return;
  const Token& tens = m_tokens[count - 2];
  if (m_tokens[count - 1].kind != TokenKind::Hyphen || (tens.word != "twenty" && tens.word != "thirty"))
    return;
  m_token.number += tens.word == "twenty" ? 20 : 30;
  m_token.digits = 2;
  m_token.begin = tens.begin;
  m_token.touches = tens.touches;
  m_tokens.resize(count - 2);
}

void Tokenizer::letters() {
  constexpr unsigned kLeadBits = 0x1F;
  constexpr unsigned kTailBits = 0x3F;
  while (isLetter(m_at)) {
    const auto lead = static_cast<unsigned char>(byte(m_at));
    const auto tail = static_cast<unsigned char>(byte(m_at + 1));
    const bool two = lead >= 0xC2 && lead <= 0xDF && (tail & 0xC0U) == 0x80;
    if (!two) {
      m_token.word += isAsciiLetter(byte(m_at)) ? static_cast<char>(lead | 0x20) : byte(m_at);
      ++m_at;
      continue;
    }
    const unsigned code = smallLetter((lead & kLeadBits) << 6 | (tail & kTailBits));
    m_token.word += static_cast<char>(0xC0 | code >> 6);
    m_token.word += static_cast<char>(0x80 | (code & kTailBits));
    m_at += 2;
  }
}

const Sign* Tokenizer::sign(std::size_t at) const {
  for (const Sign& special : kSigns) {
    if (m_text.substr(std::min(at, m_text.size()), special.bytes.size()) == special.bytes) return &special;
  }
  return nullptr;
}

/// Bytes outside ASCII that are no signs count as letters, also those that are no UTF-8: no word of ours has
/// them.
bool Tokenizer::isLetter(std::size_t at) const {
  const char c = byte(at);
  return isAsciiLetter(c) || (static_cast<unsigned char>(c) >= 0x80 && sign(at) == nullptr);
}

}  // namespace

std::vector<Token> tokensOf(std::string_view text) {
  return Tokenizer(text).run();
}

}  // namespace entente
