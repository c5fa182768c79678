// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the characters: tags, character references and the folding of spaces between them.
#include "core/exchange/plain_text.h"

#include <QList>
#include <QStringView>
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

/// The Latin-1 references of HTML 4 in the order of their characters, from U+00A0.
constexpr std::string_view kLatin1 =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 "
    "acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde "
    "Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute "
    "Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde "
    "auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute "
    "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml ";

struct Named {
  std::string_view name;
  char16_t character;
};
constexpr Named kNamed[] = {
    {"amp", u'&'},         {"lt", u'<'},          {"gt", u'>'},          {"quot", u'"'},
    {"apos", u'\''},       {"OElig", u'\u0152'},  {"oelig", u'\u0153'},  {"Scaron", u'\u0160'},
    {"scaron", u'\u0161'}, {"Yuml", u'\u0178'},   {"fnof", u'\u0192'},   {"circ", u'\u02C6'},
    {"tilde", u'\u02DC'},  {"ensp", u'\u2002'},   {"emsp", u'\u2003'},   {"thinsp", u'\u2009'},
    {"zwnj", u'\u200C'},   {"zwj", u'\u200D'},    {"lrm", u'\u200E'},    {"rlm", u'\u200F'},
    {"ndash", u'\u2013'},  {"mdash", u'\u2014'},  {"lsquo", u'\u2018'},  {"rsquo", u'\u2019'},
    {"sbquo", u'\u201A'},  {"ldquo", u'\u201C'},  {"rdquo", u'\u201D'},  {"bdquo", u'\u201E'},
    {"dagger", u'\u2020'}, {"Dagger", u'\u2021'}, {"bull", u'\u2022'},   {"hellip", u'\u2026'},
    {"permil", u'\u2030'}, {"prime", u'\u2032'},  {"Prime", u'\u2033'},  {"lsaquo", u'\u2039'},
    {"rsaquo", u'\u203A'}, {"euro", u'\u20AC'},   {"trade", u'\u2122'},  {"larr", u'\u2190'},
    {"uarr", u'\u2191'},   {"rarr", u'\u2192'},   {"darr", u'\u2193'},   {"harr", u'\u2194'},
    {"minus", u'\u2212'},  {"infin", u'\u221E'},  {"ne", u'\u2260'},     {"le", u'\u2264'},
    {"ge", u'\u2265'},     {"alpha", u'\u03B1'},  {"beta", u'\u03B2'},   {"gamma", u'\u03B3'},
    {"delta", u'\u03B4'},  {"pi", u'\u03C0'},     {"sigma", u'\u03C3'},  {"omega", u'\u03C9'},
    {"Delta", u'\u0394'},  {"Omega", u'\u03A9'},  {"ccaron", u'\u010D'}, {"Ccaron", u'\u010C'},
    {"zcaron", u'\u017E'}, {"Zcaron", u'\u017D'}, {"num", u'#'},         {"comma", u','},
    {"colon", u':'},       {"semi", u';'},        {"lpar", u'('},        {"rpar", u')'}};

/// Elements that begin a line of their own.
constexpr std::string_view kBlocks =
    "|address|article|aside|blockquote|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h1|h2|h3|"
    "h4|h5|h6|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul|";
/// The other elements that are taken for markup; what is not known is text in angle brackets.
constexpr std::string_view kInline =
    "|a|abbr|acronym|applet|area|audio|b|base|basefont|bdi|bdo|big|body|br|button|canvas|caption|cite|code|"
    "col|colgroup|data|datalist|del|details|dfn|dialog|dir|em|embed|font|frame|frameset|head|html|i|iframe|"
    "img|input|ins|kbd|label|legend|link|map|mark|meta|meter|noframes|noscript|nobr|object|optgroup|option|"
    "output|param|picture|progress|q|rp|rt|ruby|s|samp|script|select|small|source|span|strike|strong|style|"
    "sub|summary|sup|svg|tbody|template|textarea|tfoot|thead|time|title|tt|track|u|var|video|wbr|";

std::optional<char32_t> numbered(QStringView digits) {
  const bool hex = digits.startsWith(u'x', Qt::CaseInsensitive);
  bool fine = false;
  const uint value = (hex ? digits.mid(1) : digits).toUInt(&fine, hex ? 16 : 10);
  if (!fine || value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
  // Browsers read the numbers 128 to 159 as Windows-1252 (HTML, "numeric character reference end state").
  static constexpr char16_t kWindows[] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                          0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  return value >= 0x80 && value < 0xA0 ? kWindows[value - 0x80] : value;
}

std::optional<char32_t> named(QStringView name) {
  const std::string text = name.toString().toStdString();
  for (const Named& one : kNamed) {
    if (one.name == text) return one.character;
  }
  char32_t character = 0xA0;
  for (std::string_view rest = kLatin1; !rest.empty(); ++character) {
    const std::size_t stop = rest.find(' ');
    if (rest.substr(0, stop) == text) return character;
    rest.remove_prefix(stop + 1);
  }
  return std::nullopt;
}

class Stripper {
 public:
  Stripper(QStringView html, bool fold) : m_html(html), m_fold(fold) { m_text.reserve(html.size()); }

  QString run() {
    while (m_at < m_html.size()) {
      const QChar c = m_html[m_at];
      if (c == u'<' && takeTag()) continue;
      if (c == u'&' && takeReference()) continue;
      put(c);
      ++m_at;
    }
    closeLink();
    while (m_text.endsWith(u'\n') || m_text.endsWith(u' '))
      m_text.chop(1);
    return m_text;
  }
  [[nodiscard]] bool sawTag() const { return m_sawTag; }

 private:
  /// As a browser folds spaces; no-break spaces are plain ones here.
  void put(QChar c) {
    if (!m_fold && (c == u'\n' || c == u'\t' || c == u' ')) {
      m_text += c;
      return;
    }
    if (c.isSpace() || c == u'\u00A0') {
      m_space = m_space || (!m_text.isEmpty() && !m_text.endsWith(u'\n'));
      return;
    }
    if (c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0) || c == u'\u00AD') return;
    if (m_space) m_text += u' ';
    m_space = false;
    m_text += c;
  }
  void breakLine(int most) {
    m_space = false;
    if (m_text.isEmpty()) return;
    const auto ends = std::find_if(m_text.crbegin(), m_text.crend(), [](QChar c) { return c != u'\n'; });
    if (ends - m_text.crbegin() < most) m_text += u'\n';
  }

  bool takeReference() {
    const qsizetype length = m_html.mid(m_at, 13).indexOf(u';');
    if (length < 0) return false;
    const qsizetype stop = m_at + length;
    const QStringView name = m_html.mid(m_at + 1, stop - m_at - 1);
    const auto character = name.startsWith(u'#') ? numbered(name.mid(1)) : named(name);
    if (!character) return false;
    for (const QChar c : QString::fromUcs4(&*character, 1))
      put(c);
    m_at = stop + 1;
    return true;
  }

  bool takeTag() {
    if (m_html.mid(m_at).startsWith(u"<!--")) {
      const qsizetype stop = m_html.indexOf(u"-->", m_at + 4);
      m_at = stop < 0 ? m_html.size() : stop + 3;
      return true;
    }
    qsizetype at = m_at + 1;
    const bool closes = at < m_html.size() && m_html[at] == u'/';
    if (closes) ++at;
    const qsizetype begin = at;
    while (at < m_html.size() && m_html[at].unicode() < 128 && m_html[at].isLetterOrNumber())
      ++at;
    const std::string name = m_html.mid(begin, at - begin).toString().toLower().toStdString();
    const bool isDeclaration =
        name.empty() && at < m_html.size() && (m_html[at] == u'!' || m_html[at] == u'?');
    const bool isBlock = isListed(name, kBlocks);
    if (!isDeclaration && (name.empty() || !(isBlock || isListed(name, kInline)))) return false;
    const qsizetype stop = tagEnd(at);
    if (stop < 0) return false;
    const QStringView attributes = m_html.mid(at, stop - at);
    if (!isDeclaration && !areAttributes(attributes)) return false;
    m_at = stop + 1;
    m_sawTag = true;
    act(name, closes, isBlock, attributes);
    return true;
  }

  /// "a<b then c>d" is no markup: what stands in a tag is a slash, or names with values.
  [[nodiscard]] static bool areAttributes(QStringView text) {
    const QStringView words = text.trimmed();
    if (words.isEmpty() || words == u"/" || words.contains(u'=')) return true;
    constexpr std::string_view kAlone =
        "|allowfullscreen|async|autoplay|checked|compact|controls|defer|disabled|hidden|loop|muted|noshade|"
        "nowrap|open|selected|/|";
    for (const QStringView word : words.split(u' ', Qt::SkipEmptyParts)) {
      if (!isListed(word.toString().toLower().toStdString(), kAlone)) return false;
    }
    return true;
  }

  /// Where the tag's '>' stands, outside quotes; the next one at all in a very long tag, so that no text
  /// makes this look through the rest of it again and again. -1 if there is none.
  [[nodiscard]] qsizetype tagEnd(qsizetype at) {
    if (m_lastEnd) return -1;
    QChar quote;
    const qsizetype from = at;
    for (const qsizetype most = std::min(m_html.size(), at + 1024); at < most; ++at) {
      const QChar c = m_html[at];
      if (!quote.isNull()) {
        if (c == quote) quote = QChar();
      } else if (c == u'"' || c == u'\'') {
        quote = c;
      } else if (c == u'>') {
        return at;
      }
    }
    const qsizetype next = m_html.indexOf(u'>', from);
    m_lastEnd = next < 0;
    return next;
  }

  void act(const std::string& name, bool closes, bool isBlock, QStringView attributes) {
    if (name == "br") {
      breakLine(2);
    } else if (name == "p" || name == "blockquote") {
      breakLine(2), breakLine(2);
    } else if (name == "td" || name == "th") {
      put(u' ');
    } else if (isBlock) {
      breakLine(1);
      if (name == "li" && !closes) m_text += QStringLiteral("- ");
    } else if (name == "a") {
      closeLink();
      if (!closes) openLink(attributes);
    } else if ((name == "script" || name == "style") && !closes) {
      const qsizetype stop = m_html.indexOf(QString::fromStdString("</" + name), m_at, Qt::CaseInsensitive);
      m_at = stop < 0 ? m_html.size() : stop;
    }
  }

  void openLink(QStringView attributes) {
    const qsizetype at = attributes.indexOf(u"href", 0, Qt::CaseInsensitive);
    if (at < 0) return;
    QStringView rest = attributes.mid(at + 4).trimmed();
    if (!rest.startsWith(u'=')) return;
    rest = rest.mid(1).trimmed();
    if (rest.isEmpty()) return;
    const bool quoted = rest[0] == u'"' || rest[0] == u'\'';
    qsizetype stop = quoted ? rest.indexOf(rest[0], 1) : 0;
    if (!quoted) {
      while (stop < rest.size() && !rest[stop].isSpace())
        ++stop;
    }
    if (stop < 0) return;
    m_link = (quoted ? rest.mid(1, stop - 1) : rest.left(stop)).trimmed().toString();
    m_link.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    if (!m_link.startsWith(QStringLiteral("http"), Qt::CaseInsensitive)) m_link.clear();
    m_linkFrom = m_text.size();
  }
  void closeLink() {
    if (m_link.isEmpty()) return;
    const QString link = std::exchange(m_link, QString());
    const QString words = m_text.mid(m_linkFrom).trimmed();
    if (words.contains(link) || link.endsWith(words)) return;
    m_space = true;
    for (const QChar c : QString(u'(' + link + u')'))
      put(c);
  }

  QStringView m_html;
  QString m_text;
  QString m_link;
  qsizetype m_linkFrom = 0;
  qsizetype m_at = 0;
  bool m_space = false;
  bool m_fold;
  bool m_sawTag = false;
  bool m_lastEnd = false;  ///< there is no '>' any more
};

}  // namespace

QString plainText(const QString& html) {
  QString unified = html;
  unified.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
  if (unified.contains(u'<') || unified.contains(u'&')) {
    // Line ends are spaces only where there are tags that would make lines.
    Stripper asText(unified, false);
    QString text = asText.run();
    return asText.sawTag() ? Stripper(unified, true).run() : text;
  }
  unified.removeIf([](QChar c) {
    return (c.unicode() < 0x20 && c != u'\n' && c != u'\t') || (c.unicode() >= 0x7F && c.unicode() < 0xA0);
  });
  return unified;
}

}  // namespace entente
