// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the works in the JSON and maps their fields.
#include "core/exchange/csl_json.h"

#include <fmt/core.h>
#include <QJsonObject>

#include <algorithm>
#include <set>
#include <utility>

#include "core/exchange/csl_date.h"
#include "core/exchange/json_text.h"
#include "core/exchange/published_text.h"
#include "core/exchange/source_text.h"
#include "core/exchange/zotero_item.h"

namespace entente {

namespace {

constexpr std::size_t kMostKindsLeftOut = 200;

/// Fields that are read, and those that say nothing of the work.
constexpr std::string_view kRead =
    "|id|type|title|title-short|author|editor|publisher|publisher-place|container-title|URL|DOI|issued|"
    "accessed|language|"
    "note|abstract|volume|issue|page|custom|citation-key|key|published|published-print|published-online|";

QString textAt(const QJsonObject& work, const char* name) {
  return withoutControls(cslText(work.value(QLatin1String(name)))).trimmed();
}

QString titleAt(const QJsonObject& work, const char* name) {
  return textWithoutMarkup(textAt(work, name)).simplified();
}

QString nameOf(const QJsonValue& value) {
  if (!value.isObject()) return withoutControls(cslText(value)).simplified();
  const QJsonObject name = value.toObject();
  const QString literal = textAt(name, "literal");
  if (!literal.isEmpty()) return literal.simplified();
  QStringList parts;
  for (const char* part : {"given", "dropping-particle", "non-dropping-particle", "family"})
    if (const QString text = textAt(name, part); !text.isEmpty()) parts << text;
  if (parts.isEmpty() && !textAt(name, "name").isEmpty()) parts << textAt(name, "name");
  QString result = parts.join(QLatin1Char(' '));
  if (const QString suffix = textAt(name, "suffix"); !suffix.isEmpty())
    result += QStringLiteral(", ") + suffix;
  return result.simplified();
}

QString namesOf(const QJsonValue& value) {
  QStringList names;
  if (value.isArray()) {
    for (const auto& one : value.toArray())
      if (const QString name = nameOf(one); !name.isEmpty()) names << name;
  } else if (const QString name = nameOf(value); !name.isEmpty()) {
    names << name;
  }
  return names.join(QStringLiteral("; "));
}

SourceKind kindOf(const QString& type) {
  const std::string word = type.toStdString();
  if (word == "dataset") return SourceKind::Dataset;
  if (isListed(word, "|post|post-weblog|")) return SourceKind::Post;
  if (isListed(word, "|bill|hearing|legal_case|legislation|regulation|treaty|")) return SourceKind::Official;
  return SourceKind::Article;
}

template <class Enum>
std::optional<Enum> wordOf(const QString& text) {
  const std::string word = text.toStdString();
  for (std::size_t i = 0; i < Words<Enum>::list.size(); ++i)
    if (Words<Enum>::list[i] == word) return static_cast<Enum>(i);
  return std::nullopt;
}

class WorkReader {
 public:
  WorkReader(ForeignArchive& archive, const ForeignCaps& caps) : m_archive(archive), m_caps(caps) {}

  void read(const QJsonValue& value, const std::string& path, TablePlace place) {
    m_path = path;
    m_place = place;
    m_leftOutHere.clear();
    if (!value.isObject()) {
      m_archive.refuse(place, path, "This is no work: an object with its fields is wanted here.");
      return;
    }
    const QJsonObject given = value.toObject();
    const QJsonObject work = isZoteroItem(given) ? cslOfZotero(given) : given;
    if (work.value(QLatin1String("type")).toString() == QLatin1String("entente-none")) {
      count("notes and attached files");
      return;
    }
    readWork(work);
  }

 private:
  void readWork(const QJsonObject& work) {
    ForeignSource found;
    found.place = m_place;
    for (const char* name : {"id", "citation-key", "key"})
      if (found.key.isEmpty()) found.key = textAt(work, name).simplified();
    Source& source = found.source;
    for (const char* name : {"title", "title-short", "shortTitle", "container-title", "URL", "DOI"})
      if (source.title.isEmpty()) source.title = titleAt(work, name);
    if (source.title.isEmpty()) {
      m_archive.refuse(m_place, m_path,
                       fmt::format("The work \"{}\" has no title.", found.key.left(80).toStdString()));
      return;
    }
    source.author = namesOf(work.value(QLatin1String("author")));
    if (source.author.isEmpty()) {
      source.author = namesOf(work.value(QLatin1String("editor")));
      if (!source.author.isEmpty()) source.author += QStringLiteral(" (ed.)");
    } else if (work.contains(QLatin1String("editor"))) {
      count("editors besides authors");
    }
    source.language = textAt(work, "language").simplified();
    source.kind = kindOf(textAt(work, "type"));
    readAddresses(work, source);
    readNote(work, source);
    // Crossref knows the day of print where it does not know when a work was issued.
    for (const char* name : {"issued", "published", "published-print", "published-online"})
      if (!source.published) source.published = dateAt(work, name, "Published", source);
    source.accessed = dateAt(work, "accessed", "Accessed", source);
    readOwn(work.value(QLatin1String("custom")).toObject().value(QLatin1String("entente")).toObject(),
            source);
    if (!keepsToCaps(source)) return;
    countRest(work);
    m_archive.sources.push_back(std::move(found));
  }

  void readAddresses(const QJsonObject& work, Source& source) {
    source.url = textAt(work, "URL").simplified();
    const QString doi = textAt(work, "DOI");
    const QString address = doiAddress(doi);
    if (source.url.isEmpty())
      source.url = address;
    else if (!address.isEmpty() && doiAddress(source.url) != address)
      source.note = QStringLiteral("DOI: ") + doi;
    if (address.isEmpty() && !doi.isEmpty()) source.note = QStringLiteral("DOI: ") + doi;
  }

  void readNote(const QJsonObject& work, Source& source) {
    const QString doi = std::exchange(source.note, {});
    source.note = textWithoutMarkup(textAt(work, "note"));
    appendParagraph(source.note, textWithoutMarkup(textAt(work, "abstract")));
    source.publisher = titleAt(work, "publisher");
    CitationTail tail;
    tail.container = titleAt(work, "container-title");
    tail.volume = textAt(work, "volume").simplified();
    tail.issue = textAt(work, "issue").simplified();
    tail.pages = textAt(work, "page").simplified();
    tail.place = textAt(work, "publisher-place").simplified();
    if (tail.container == source.title) tail.container.clear();
    const bool isPublisher = source.publisher.isEmpty() && !tail.container.isEmpty();
    if (isPublisher) source.publisher = tail.container;
    if (isPublisher && tail.volume.isEmpty() && tail.issue.isEmpty() && tail.pages.isEmpty())
      tail.container.clear();
    appendParagraph(source.note, tail.text());
    appendParagraph(source.note, doi);
  }

  std::optional<FuzzyDate> dateAt(const QJsonObject& work, const char* name, const char* words,
                                  Source& source) {
    const QJsonValue value = work.value(QLatin1String(name));
    auto date = readCslDate(value);
    if (date) return *date;
    m_archive.remark(m_place, m_path + "." + name,
                     fmt::format("{}. \"{}\" is imported without this date.", date.error(),
                                 source.title.left(80).toStdString()));
    QString text = cslText(value);
    for (const char* key : {"raw", "literal"})
      if (text.isEmpty()) text = cslText(value.toObject().value(QLatin1String(key)));
    if (!text.isEmpty())
      appendParagraph(source.note,
                      QStringLiteral("%1: %2").arg(QLatin1String(words), withoutControls(text).simplified()));
    return std::nullopt;
  }

  static void readOwn(const QJsonObject& own, Source& source) {
    if (own.isEmpty()) return;
    source.root = textAt(own, "root");
    if (const auto kind = wordOf<SourceKind>(textAt(own, "kind"))) source.kind = *kind;
    source.reliability = wordOf<Reliability>(textAt(own, "reliability"));
    if (const auto date = FuzzyDate::parse(textAt(own, "known-from").toStdString())) source.knownFrom = *date;
  }

  bool keepsToCaps(const Source& source) {
    for (const QString* text :
         {&source.title, &source.author, &source.publisher, &source.url, &source.note, &source.language}) {
      if (static_cast<std::size_t>(text->size()) <= m_caps.textBytes) continue;
      m_archive.refuse(m_place, m_path,
                       fmt::format("A text of \"{}\" is longer than {} KiB.",
                                   source.title.left(80).toStdString(), m_caps.textBytes >> 10U));
      return false;
    }
    return true;
  }

  void countRest(const QJsonObject& work) {
    for (auto field = work.begin(); field != work.end(); ++field) {
      const std::string name = field.key().toStdString();
      if (isListed(name, kRead) || field->isNull()) continue;
      if (isListed(name, "|ISBN|ISSN|PMID|PMCID|"))
        count("ISBNs, ISSNs and the like");
      else if (isListed(name, "|keyword|categories|subject|"))
        count("keywords");
      else if (isListed(
                   name,
                   "|translator|director|interviewer|recipient|composer|container-author|collection-editor|"))
        count("further people");
      else if (isListed(name,
                        "|collection-title|collection-number|edition|number|number-of-pages|chapter-number|"
                        "number-of-volumes|"))
        count("series, editions and numbers");
      else if (!isListed(name, "|title-short|shortTitle|"))
        count(fmt::format("{} fields", shortened(name, 60)));
    }
  }

  void count(const std::string& what) {
    if (!m_leftOutHere.insert(what).second) return;
    const bool isRoom = m_archive.leftOut.size() < kMostKindsLeftOut || m_archive.leftOut.count(what) > 0;
    ++m_archive.leftOut[isRoom ? what : "other fields"];
  }

  ForeignArchive& m_archive;
  const ForeignCaps& m_caps;
  std::string m_path;
  TablePlace m_place;
  std::set<std::string> m_leftOutHere;
};

bool isWork(const QJsonObject& object) {
  for (const char* name : {"type", "title", "issued", "author", "itemType", "container-title"})
    if (object.contains(QLatin1String(name))) return true;
  return isZoteroItem(object);
}

/// The list of works, and the path to it.
std::pair<QJsonArray, std::string> worksOf(const QJsonValue& value, const std::string& path) {
  if (value.isArray()) return {value.toArray(), path};
  const QJsonObject object = value.toObject();
  // Zotero's own export is an object of a work by its id, too.
  for (const char* name : {"items", "references", "message", "data"}) {
    const QJsonValue inner = object.value(QLatin1String(name));
    const std::string innerPath = path.empty() ? std::string(name) : path + "." + name;
    if (inner.isArray() && !isWork(object)) return {inner.toArray(), innerPath};
    if (inner.isObject() && !isWork(object)) return worksOf(inner, innerPath);
  }
  if (isWork(object)) return {QJsonArray{object}, path};
  QJsonArray works;
  for (const auto& one : object)
    if (one.isObject() && isWork(one.toObject())) works.append(one);
  return {works, path};
}

}  // namespace

bool looksLikeCslJson(std::string_view bytes) {
  const std::string_view begin = bytes.substr(0, std::size_t{256} << 10U);
  for (const std::string_view word :
       {"\"date-parts\"", "\"container-title\"", "\"itemType\"", "\"article-journal\"",
        "\"article-newspaper\"", "\"article-magazine\"", "\"paper-conference\"", "\"legal_case\"",
        "\"motion_picture\"", "\"post-weblog\"", "\"publisher-place\"", "\"non-dropping-particle\"",
        "\"personal_communication\""})
    if (begin.find(word) != std::string_view::npos) return true;
  const auto has = [&](std::string_view word) { return begin.find(word) != std::string_view::npos; };
  // Catalogues of data sets have "issued" too.
  return (has("\"issued\"") && has("\"type\"") && has("\"author\"")) ||
         (has("\"family\"") && has("\"given\"") && has("\"title\""));
}

Result<ForeignArchive> readCslJson(std::string_view bytes, const ForeignCaps& caps,
                                   const Progress& progress) {
  const auto json = readJsonText(bytes, caps, progress);
  if (!json) return fail(json.error());
  ForeignArchive archive;
  for (const std::string& remark : json->remarks)
    archive.remark({}, "", remark);
  WorkReader reader(archive, caps);
  bool any = false;
  for (const JsonPart& part : json->parts) {
    const auto [works, path] = worksOf(part.value, part.name);
    archive.sources.reserve(archive.sources.size() + static_cast<std::size_t>(works.size()));
    any = any || !works.isEmpty() || part.value.isArray();
    for (qsizetype i = 0; i < works.size(); ++i) {
      if (i % 1'000 == 0) {
        if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "the import was stopped");
        progress.say(i, works.size());
      }
      if (archive.entries() >= caps.entries)
        return fail(ErrorKind::Invalid, fmt::format("the file has more than {} works", caps.entries));
      reader.read(
          works.at(i),
          part.value.isObject() && works.size() == 1 && path.empty() ? "" : fmt::format("{}[{}]", path, i),
          part.place);
    }
  }
  if (!any)
    return fail(ErrorKind::Foreign, "this is no CSL-JSON: there is no work with a type or a title in it");
  return archive;
}

}  // namespace entente
