// SPDX-License-Identifier: GPL-3.0-or-later
// One object a source.
#include "core/exchange/csl_json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <set>

#include "core/exchange/csl_json.h"

namespace entente {

namespace {

QString toText(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

void put(QJsonObject& object, const char* name, const QString& text) {
  if (!text.isEmpty()) object.insert(QLatin1String(name), text);
}

QJsonObject dateObject(const FuzzyDate& date) {
  QJsonObject object;
  const auto parts = cslDateParts(date);
  if (parts) object.insert(QLatin1String("date-parts"), parts->parts);
  if (parts && parts->circa) object.insert(QLatin1String("circa"), true);
  if (!parts || !parts->isWhole) object.insert(QLatin1String("edtf"), toText(date.edtf()));
  return object;
}

QString typeOf(SourceKind kind) {
  switch (kind) {
    case SourceKind::Article:
      return QStringLiteral("article");
    case SourceKind::Dataset:
      return QStringLiteral("dataset");
    case SourceKind::Official:
      return QStringLiteral("document");
    case SourceKind::Post:
      return QStringLiteral("post");
  }
  return {};
}

}  // namespace

QJsonObject cslWork(const ForeignSource& given, const QString& id) {
  const Source& source = given.source;
  QJsonObject work;
  work.insert(QLatin1String("id"), id);
  work.insert(QLatin1String("type"), typeOf(source.kind));
  put(work, "title", source.title);
  QJsonArray authors;
  for (const QString& name : source.author.split(QStringLiteral("; "), Qt::SkipEmptyParts))
    authors.append(QJsonObject{{QStringLiteral("literal"), name}});
  if (!authors.isEmpty()) work.insert(QLatin1String("author"), authors);
  put(work, "publisher", source.publisher);
  put(work, "URL", source.url);
  put(work, "language", source.language);
  put(work, "note", source.note);
  if (source.published) work.insert(QLatin1String("issued"), dateObject(*source.published));
  if (source.accessed) work.insert(QLatin1String("accessed"), dateObject(*source.accessed));
  QJsonObject own;
  put(own, "root", source.root);
  if (source.kind == SourceKind::Official) own.insert(QLatin1String("kind"), toText(wordOf(source.kind)));
  if (source.reliability) own.insert(QLatin1String("reliability"), toText(wordOf(*source.reliability)));
  if (source.knownFrom) own.insert(QLatin1String("known-from"), toText(source.knownFrom->edtf()));
  if (!own.isEmpty()) work.insert(QLatin1String("custom"), QJsonObject{{QStringLiteral("entente"), own}});
  return work;
}

WrittenFile writeCslJson(const ForeignArchive& archive) {
  WrittenFile file;
  QJsonArray works;
  std::set<QString> ids;
  std::set<QByteArray> written;
  const auto write = [&](const ForeignSource& source) {
    // The same work is cited by many events.
    const QByteArray content = QJsonDocument(cslWork(source, source.key)).toJson(QJsonDocument::Compact);
    if (!written.insert(content).second) return;
    QString id = source.key;
    for (std::size_t number = written.size(); id.isEmpty() || ids.count(id) > 0; ++number)
      id = (source.key.isEmpty() ? QStringLiteral("source") : source.key) + QStringLiteral("-%1").arg(number);
    ids.insert(id);
    works.append(cslWork(source, id));
  };
  for (const ForeignSource& source : archive.sources)
    write(source);
  for (const ForeignEvent& event : archive.events)
    for (const ForeignSource& source : event.sources)
      write(source);
  if (!archive.events.empty()) file.leftOut["events"] = archive.events.size();
  file.bytes = QJsonDocument(works).toJson(QJsonDocument::Indented);
  return file;
}

}  // namespace entente
