// SPDX-License-Identifier: GPL-3.0-or-later
// Folds and trims the texts of cells.
#include "core/exchange/published_text.h"

#include <QString>
#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 6> kSpaces{" ",        "\t",           "\n",
                                                  "\xC2\xA0", "\xE2\x80\xAF", "\xEF\xBB\xBF"};
/// Asterisks, daggers, section and pilcrow, superscript figures.
constexpr std::array<std::string_view, 15> kMarks{"*", "†", "‡", "§", "¶", "¹", "²", "³",
                                                  "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

template <std::size_t N>
bool dropEnd(std::string_view& text, const std::array<std::string_view, N>& ends) {
  for (const std::string_view end : ends) {
    if (!text.ends_with(end)) continue;
    text.remove_suffix(end.size());
    return true;
  }
  return false;
}

bool isFigure(char c) {
  return c >= '0' && c <= '9';
}

/// "(a)", "(12)", "[1]", "1)" at the end.
bool dropBracket(std::string_view& text) {
  if (text.size() < 3 || (text.back() != ')' && text.back() != ']')) return false;
  const std::size_t open = text.rfind(text.back() == ')' ? '(' : '[');
  if (open == std::string_view::npos) {
    if (!isFigure(text[text.size() - 2])) return false;
    text.remove_suffix(1);
    return true;
  }
  const std::string_view within = text.substr(open + 1, text.size() - open - 2);
  const bool isMark = within.size() == 1 || (within.size() == 2 && std::ranges::all_of(within, isFigure));
  if (open > 0 && isMark) text = text.substr(0, open);
  return open > 0 && isMark;
}

}  // namespace

std::string_view withoutSpaces(std::string_view text) {
  while (dropEnd(text, kSpaces)) {
  }
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view space : kSpaces) {
      if (!text.starts_with(space)) continue;
      text.remove_prefix(space.size());
      more = true;
    }
  }
  return text;
}

std::string_view withoutFootnotes(std::string_view text) {
  for (bool more = true; more;) {
    text = withoutSpaces(text);
    more = dropEnd(text, kMarks) || dropBracket(text);
    while (!text.empty() && (isFigure(text.back()) || (text.back() == ',' && text.size() > 1))) {
      text.remove_suffix(1);
      more = true;
    }
  }
  return text;
}

std::string foldedText(std::string_view text) {
  const QString whole = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                            .normalized(QString::NormalizationForm_KD)
                            .toCaseFolded();
  QString folded;
  bool apart = false;
  const auto put = [&](const QString& piece) {
    if (apart && !folded.isEmpty()) folded += QLatin1Char(' ');
    apart = false;
    folded += piece;
  };
  for (const QChar c : whole) {
    if (c.isLetterOrNumber() || c.isSurrogate()) {
      put(c == QChar(0x0131) ? QStringLiteral("i") : QString(c));
    } else if (c == QLatin1Char('&')) {
      apart = true;
      put(QStringLiteral("and"));
      apart = true;
    } else if (!c.isMark() && c != QLatin1Char('\'') && c != QChar(0x2019) && c != QLatin1Char('.')) {
      apart = true;
    }
  }
  return folded.toStdString();
}

std::string slugOf(std::string_view text, std::size_t most) {
  std::string apart(text);
  std::ranges::replace(apart, '.', ' ');
  std::string slug;
  for (const char c : foldedText(apart)) {
    const bool fits = isFigure(c) || (c >= 'a' && c <= 'z');
    if (fits) slug += c;
    if (!fits && !slug.empty() && slug.back() != '-') slug += '-';
    if (slug.size() == most) break;
  }
  while (slug.ends_with('-'))
    slug.pop_back();
  return slug;
}

bool isMissing(std::string_view text) {
  constexpr std::array<std::string_view, 20> kNothing{"",   "−",   "-",    "--",  "---", "–",   "—",
                                                      "..", "...", "…",    ".",   ":",   "n/a", "N/A",
                                                      "na", "NA",  "n.a.", "nan", "NaN", "NULL"};
  return std::ranges::find(kNothing, withoutSpaces(text)) != kNothing.end();
}

bool isListed(std::string_view word, std::string_view list) {
  return list.find('|' + std::string(word) + '|') != std::string_view::npos;
}

bool holdsAny(std::string_view text, std::string_view list) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    if (text.find(list.substr(0, bar)) != std::string_view::npos) return true;
    list = bar == std::string_view::npos ? std::string_view() : list.substr(bar + 1);
  }
  return false;
}

}  // namespace entente
