// SPDX-License-Identifier: GPL-3.0-or-later
// Renames fields and types.
#include "core/exchange/zotero_item.h"

#include <QJsonArray>

namespace entente {

namespace {

struct Renamed {
  const char* zotero;
  const char* csl;
};
constexpr Renamed kFields[] = {{"abstractNote", "abstract"},
                               {"publicationTitle", "container-title"},
                               {"bookTitle", "container-title"},
                               {"proceedingsTitle", "container-title"},
                               {"websiteTitle", "container-title"},
                               {"blogTitle", "container-title"},
                               {"forumTitle", "container-title"},
                               {"encyclopediaTitle", "container-title"},
                               {"url", "URL"},
                               {"pages", "page"},
                               {"place", "publisher-place"},
                               {"institution", "publisher"},
                               {"university", "publisher"},
                               {"network", "publisher"},
                               {"caseName", "title"},
                               {"nameOfAct", "title"},
                               {"subject", "title"},
                               {"shortTitle", "title-short"},
                               {"extra", "note"},
                               {"citationKey", "citation-key"},
                               {"tags", "keyword"}};
constexpr Renamed kTypes[] = {{"bill", "bill"},
                              {"statute", "legislation"},
                              {"case", "legal_case"},
                              {"hearing", "hearing"},
                              {"dataset", "dataset"},
                              {"blogPost", "post-weblog"},
                              {"forumPost", "post"},
                              {"note", "entente-none"},
                              {"attachment", "entente-none"},
                              {"annotation", "entente-none"}};
/// What says nothing of the work.
constexpr const char* kHousekeeping[] = {"itemType",
                                         "creators",
                                         "date",
                                         "accessDate",
                                         "version",
                                         "dateAdded",
                                         "dateModified",
                                         "relations",
                                         "collections",
                                         "itemKey",
                                         "itemID",
                                         "libraryID",
                                         "uri",
                                         "select",
                                         "attachments",
                                         "notes",
                                         "seeAlso",
                                         "libraryCatalog",
                                         "accessionNumber",
                                         "parentItem",
                                         "library"};

QJsonObject nameOf(const QJsonObject& creator) {
  QJsonObject name;
  const QString whole = creator.value(QLatin1String("name")).toString();
  if (!whole.isEmpty()) {
    name.insert(QLatin1String("literal"), whole);
    return name;
  }
  name.insert(QLatin1String("family"), creator.value(QLatin1String("lastName")));
  name.insert(QLatin1String("given"), creator.value(QLatin1String("firstName")));
  return name;
}

/// Zotero has "2019-05-00" for a month.
QJsonObject dateOf(const QString& text) {
  QString date = text.trimmed();
  while (date.size() > 4 && date.endsWith(QLatin1String("-00")))
    date.chop(3);
  return {{QStringLiteral("raw"), date}};
}

}  // namespace

bool isZoteroItem(const QJsonObject& object) {
  return object.value(QLatin1String("itemType")).isString() ||
         object.value(QLatin1String("data")).toObject().value(QLatin1String("itemType")).isString();
}

QJsonObject cslOfZotero(const QJsonObject& object) {
  const QJsonObject inner = object.value(QLatin1String("data")).toObject();
  QJsonObject work = inner.isEmpty() ? object : inner;
  const QString type = work.value(QLatin1String("itemType")).toString();
  const QJsonArray creators = work.value(QLatin1String("creators")).toArray();
  const QString date = work.value(QLatin1String("date")).toString();
  const QString accessed = work.value(QLatin1String("accessDate")).toString();
  for (const char* name : kHousekeeping)
    work.remove(QLatin1String(name));
  for (const Renamed& field : kFields) {
    const QJsonValue value = work.take(QLatin1String(field.zotero));
    const bool isEmpty = value.isUndefined() || (value.isString() && value.toString().isEmpty()) ||
                         (value.isArray() && value.toArray().isEmpty());
    if (!isEmpty && !work.contains(QLatin1String(field.csl))) work.insert(QLatin1String(field.csl), value);
  }
  for (auto field = work.begin(); field != work.end();)
    field = field->isString() && field->toString().isEmpty() ? work.erase(field) : std::next(field);
  work.insert(QLatin1String("type"), type);
  for (const Renamed& known : kTypes)
    if (type == QLatin1String(known.zotero)) work.insert(QLatin1String("type"), QLatin1String(known.csl));
  QJsonArray authors;
  QJsonArray editors;
  QJsonArray others;
  for (const auto& creator : creators) {
    const QJsonObject person = creator.toObject();
    const QString role = person.value(QLatin1String("creatorType")).toString();
    if (role == QLatin1String("editor"))
      editors.append(nameOf(person));
    else if (role == QLatin1String("translator") || role == QLatin1String("contributor") ||
             role == QLatin1String("seriesEditor"))
      others.append(nameOf(person));
    else
      authors.append(nameOf(person));
  }
  if (!authors.isEmpty()) work.insert(QLatin1String("author"), authors);
  if (!editors.isEmpty()) work.insert(QLatin1String("editor"), editors);
  if (!others.isEmpty()) work.insert(QLatin1String("translator"), others);
  if (!date.isEmpty()) work.insert(QLatin1String("issued"), dateOf(date));
  if (!accessed.isEmpty()) work.insert(QLatin1String("accessed"), dateOf(accessed));
  return work;
}

}  // namespace entente
