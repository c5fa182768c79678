// SPDX-License-Identifier: GPL-3.0-or-later
// References are gathered tag by tag and become sources when they end.
#include "core/exchange/ris.h"

#include <fmt/core.h>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "core/exchange/published_text.h"
#include "core/exchange/ris_date.h"
#include "core/exchange/ris_lines.h"
#include "core/exchange/source_text.h"
#include "core/exchange/text_bytes.h"

namespace entente {

namespace {

/// A reference takes twice the memory of an event.
constexpr std::size_t kMostReferences = 300'000;
constexpr std::size_t kMostTexts = 20'000;
constexpr std::size_t kMostKindsLeftOut = 200;

using Texts = std::map<std::string, std::vector<std::string>, std::less<>>;

QString toText(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Takes the first text that one of the tags has.
QString take(Texts& texts, std::initializer_list<const char*> tags) {
  for (const char* tag : tags) {
    const auto found = texts.find(tag);
    if (found == texts.end()) continue;
    const QString text = textWithoutMarkup(toText(found->second.front()));
    found->second.erase(found->second.begin());
    if (found->second.empty()) texts.erase(found);
    if (!text.isEmpty()) return text;
  }
  return {};
}

QString takeAll(Texts& texts, std::initializer_list<const char*> tags, const QString& between) {
  const bool isNames = between != QLatin1String("\n");
  QStringList all;
  QSet<QString> seen;
  for (const char* tag : tags) {
    const auto found = texts.find(tag);
    if (found == texts.end()) continue;
    for (const std::string& one : found->second) {
      QString text = textWithoutMarkup(toText(one));
      // EndNote marks names of bodies by a comma behind them.
      while (isNames && (text.endsWith(QLatin1Char(',')) || text.endsWith(QLatin1Char(';'))))
        text.chop(1);
      if (text.isEmpty() || seen.contains(text)) continue;
      seen.insert(text);
      all << text;
    }
    texts.erase(found);
  }
  return all.join(between);
}

SourceKind kindOf(std::string_view type) {
  const std::string word = foldedText(type);
  if (isListed(word, "|data|dbase|aggr|dataset|online database|")) return SourceKind::Dataset;
  if (isListed(word, "|blog|")) return SourceKind::Post;
  if (isListed(word, "|bill|case|govdoc|hear|stat|unbill|government document|statute|hearing|"))
    return SourceKind::Official;
  return SourceKind::Article;
}

class ReferenceReader {
 public:
  ReferenceReader(ForeignArchive& archive, const ForeignCaps& caps) : m_archive(archive), m_caps(caps) {}

  void take(std::string_view line, std::int64_t number) {
    const auto tag = risTagOf(line);
    if (!tag) return goOn(line, number);
    if (tag->tag == "TY") {
      if (m_isOpen && !m_texts.empty() && line.find('%') == std::string_view::npos)
        m_archive.remark({m_line, 0}, "ER", "This reference has no end; the next one begins within it.");
      close();
      m_isOpen = true;
      m_type = tag->text;
      m_line = number;
    } else if (tag->tag == "ER") {
      close();
    } else if (!m_isOpen) {
      m_archive.remark({number, 0}, std::string(tag->tag),
                       "This line stands outside of all references and is left out.");
    } else {
      add(std::string(tag->tag), tag->text);
    }
  }

  void finish() { close(); }

 private:
  void add(const std::string& tag, std::string_view text) {
    m_last = tag;
    if (text.empty()) return;
    if (m_count++ < kMostTexts)
      m_texts[tag].emplace_back(text);
    else
      ++m_archive.leftOut["texts of references that have too many"];
  }

  /// A line without a tag.
  void goOn(std::string_view line, std::int64_t number) {
    const std::string_view text = withoutSpaces(line);
    if (text.empty()) return;
    if (!m_isOpen) {
      m_archive.remark(
          {number, 0}, "",
          fmt::format("\"{}\" stands outside of all references and is left out.", shortened(text, 60)));
      return;
    }
    const auto found = m_texts.find(m_last);
    if (found == m_texts.end()) {
      if (!m_last.empty()) add(m_last, text);
      return;
    }
    std::string& before = found->second.back();
    if (before.size() <= m_caps.textBytes) before.append("\n").append(text);
  }

  void close() {
    if (!std::exchange(m_isOpen, false)) return;
    if (m_texts.empty())
      m_archive.refuse({m_line, 0}, "TY", "This reference is empty.");
    else
      settle();
    m_texts.clear();
    m_last.clear();
    m_count = 0;
  }

  void settle() {
    for (const auto& [tag, texts] : m_texts)
      for (const std::string& text : texts)
        if (text.size() > m_caps.textBytes)
          return m_archive.refuse(
              {m_line, 0}, tag,
              fmt::format("A text of this reference is longer than {} KiB.", m_caps.textBytes >> 10U));
    ForeignSource found;
    found.place = {m_line, 0};
    found.key = entente::take(m_texts, {"ID"}).simplified();
    Source& source = found.source;
    source.title = entente::take(m_texts, {"TI", "T1", "CT", "BT", "T2", "ST"}).simplified();
    if (source.title.isEmpty())
      return m_archive.refuse(
          {m_line, 0}, "TI",
          fmt::format("The reference{} has no title.",
                      found.key.isEmpty() ? "" : " \"" + found.key.left(80).toStdString() + "\""));
    source.kind = kindOf(m_type);
    source.author = takeAll(m_texts, {"AU", "A1"}, QStringLiteral("; "));
    if (source.author.isEmpty()) {
      source.author = takeAll(m_texts, {"A2", "ED"}, QStringLiteral("; "));
      if (!source.author.isEmpty()) source.author += QStringLiteral(" (ed.)");
    }
    source.language = entente::take(m_texts, {"LA"}).simplified();
    source.note = takeAll(m_texts, {"N1", "AB", "N2"}, QStringLiteral("\n"));
    readContainer(source);
    readAddresses(source);
    readDates(source);
    countRest();
    m_archive.sources.push_back(std::move(found));
  }

  void readContainer(Source& source) {
    source.publisher = entente::take(m_texts, {"PB"}).simplified();
    CitationTail tail;
    tail.container = entente::take(m_texts, {"T2", "JF", "JO", "JA", "J1", "J2", "BT"}).simplified();
    tail.volume = entente::take(m_texts, {"VL"}).simplified();
    tail.issue = entente::take(m_texts, {"IS", "CP"}).simplified();
    tail.pages = entente::take(m_texts, {"SP"}).simplified();
    const QString lastPage = entente::take(m_texts, {"EP"}).simplified();
    if (!lastPage.isEmpty() && tail.pages != lastPage && !tail.pages.contains(QLatin1Char('-')))
      tail.pages += (tail.pages.isEmpty() ? QString() : QStringLiteral("-")) + lastPage;
    tail.place = entente::take(m_texts, {"CY", "PP"}).simplified();
    for (const char* shortName : {"JF", "JO", "JA", "J1", "J2", "ST"})
      m_texts.erase(shortName);
    if (tail.container == source.title) tail.container.clear();
    const bool isPublisher = source.publisher.isEmpty() && !tail.container.isEmpty();
    if (isPublisher) source.publisher = tail.container;
    if (isPublisher && tail.volume.isEmpty() && tail.issue.isEmpty() && tail.pages.isEmpty())
      tail.container.clear();
    appendParagraph(source.note, tail.text());
  }

  void readAddresses(Source& source) {
    source.url = entente::take(m_texts, {"UR"}).simplified();
    QString doi = entente::take(m_texts, {"DO"}).simplified();
    if (doi.isEmpty() && m_texts.count("M3") > 0 && !doiAddress(toText(m_texts["M3"].front())).isEmpty())
      doi = entente::take(m_texts, {"M3"});
    const QString address = doiAddress(doi);
    if (source.url.isEmpty()) source.url = address;
    if (source.url.isEmpty()) source.url = entente::take(m_texts, {"L1", "L2", "LK"}).simplified();
    if (!doi.isEmpty() && (address.isEmpty() || doiAddress(source.url) != address))
      appendParagraph(source.note, QStringLiteral("DOI: ") + doi);
    // Some put several addresses on one line.
    const QStringList parts = source.url.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.size() > 1 && parts.at(1).contains(QLatin1String("://"))) {
      source.url = parts.first();
      while (source.url.endsWith(QLatin1Char(';')))
        source.url.chop(1);
      for (qsizetype i = 1; i < parts.size(); ++i)
        appendParagraph(source.note, QStringLiteral("URL: ") + parts.at(i));
    }
    for (QString more = entente::take(m_texts, {"UR"}); !more.isEmpty();
         more = entente::take(m_texts, {"UR"}))
      appendParagraph(source.note, QStringLiteral("URL: ") + more.simplified());
  }

  std::string textOf(const char* tag) const {
    const auto found = m_texts.find(tag);
    return found == m_texts.end() ? std::string() : found->second.front();
  }

  void readDates(Source& source) {
    // EndNote has the day of access there, others that of the work; nobody can tell.
    if (isListed(foldedText(m_type), "|case|ebook|ejour|") && m_texts.count("DA") > 0) {
      const QString date = entente::take(m_texts, {"DA"}).simplified();
      appendParagraph(source.note, QStringLiteral("DA: ") + date);
      m_archive.remark(
          {m_line, 0}, "DA",
          fmt::format("\"{}\" may be the day of \"{}\" or that of access; it stands in the note.",
                      date.left(80).toStdString(), source.title.left(80).toStdString()));
    }
    std::string year = textOf("PY");
    if (year.empty()) year = textOf("YR");
    const RisDate published = readRisDates(year, textOf("DA"), textOf("Y1"));
    const RisDate accessed = readRisDates("", textOf("Y2"), "");
    source.published = published.date;
    source.accessed = accessed.date;
    for (const std::string& problem : published.problems)
      remark("PY", problem, source);
    for (const std::string& problem : accessed.problems)
      remark("Y2", problem, source);
    if (!published.unread.empty())
      appendParagraph(source.note,
                      QStringLiteral("Published: ") + withoutControls(toText(published.unread)).simplified());
    if (!accessed.unread.empty())
      appendParagraph(source.note,
                      QStringLiteral("Accessed: ") + withoutControls(toText(accessed.unread)).simplified());
    for (const char* tag : {"PY", "YR", "DA", "Y1", "Y2"})
      m_texts.erase(tag);
  }

  void remark(const char* tag, const std::string& problem, const Source& source) {
    m_archive.remark({m_line, 0}, tag,
                     fmt::format("{} (\"{}\").", problem, source.title.left(80).toStdString()));
  }

  void countRest() {
    for (const auto& [tag, texts] : m_texts) {
      const std::string what = tag == "KW"                                 ? "keywords"
                               : tag == "SN" || tag == "AN" || tag == "PM" ? "ISBNs, ISSNs and the like"
                               : isListed(tag, "|A2|A3|A4|ED|TA|")         ? "further people"
                               : isListed(tag, "|T3|ET|SE|NV|M1|SV|")      ? "series, editions and numbers"
                               : isListed(tag, "|L1|L2|L3|L4|LK|")         ? "attached files"
                               : isListed(tag, "|AD|")                     ? "addresses of authors"
                               : isListed(tag, "|DB|DP|")                  ? "databases"
                                                                           : tag + " fields";
      const bool isRoom = m_archive.leftOut.size() < kMostKindsLeftOut || m_archive.leftOut.count(what) > 0;
      ++m_archive.leftOut[isRoom ? what : "other fields"];
    }
  }

  ForeignArchive& m_archive;
  const ForeignCaps& m_caps;
  bool m_isOpen = false;
  std::int64_t m_line = 0;
  std::string m_type;
  std::string m_last;
  std::size_t m_count = 0;
  Texts m_texts;
};

}  // namespace

bool looksLikeRis(std::string_view bytes) {
  std::string begin(bytes.substr(0, 2'048));
  // UTF-16: every other byte is zero.
  begin.erase(std::remove(begin.begin(), begin.end(), '\0'), begin.end());
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
    if (begin.substr(0, mark.size()) == mark) begin.erase(0, mark.size());
  RisLines lines(begin);
  for (std::string_view line; lines.next(line);) {
    const auto tag = risTagOf(line);
    if (tag && tag->tag == "TY" && !tag->text.empty()) return true;
  }
  return false;
}

Result<ForeignArchive> readRis(std::string_view bytes, const ForeignCaps& caps, const Progress& progress) {
  if (bytes.size() > caps.fileBytes)
    return fail(ErrorKind::Invalid, fmt::format("the file has more than {} MiB", caps.fileBytes >> 20U));
  const auto text = decodeText(bytes);
  if (!text) return fail(text.error());
  ForeignArchive archive;
  for (TableNote& note : decodingRemarks(*text))
    archive.remark(note.place, "", std::move(note.text));
  ReferenceReader reader(archive, caps);
  std::size_t count = 0;
  RisLines counted(text->text);
  for (std::string_view line; counted.next(line);) {
    const auto tag = risTagOf(line);
    if (tag && tag->tag == "TY") ++count;
  }
  if (const std::size_t most = std::min(caps.entries, kMostReferences); count > most)
    return fail(ErrorKind::Invalid, fmt::format("the file has more than {} references", most));
  archive.sources.reserve(count);
  RisLines lines(text->text);
  for (std::string_view line; lines.next(line);) {
    reader.take(line, lines.number());
    if (lines.number() % 10'000 == 0) {
      if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "the import was stopped");
      progress.say(static_cast<std::int64_t>(text->text.size() - lines.rest()),
                   static_cast<std::int64_t>(text->text.size()));
    }
  }
  reader.finish();
  if (archive.entries() == 0)
    return fail(ErrorKind::Foreign, "these are no references in RIS: no line begins with \"TY  - \"");
  return archive;
}

}  // namespace entente
