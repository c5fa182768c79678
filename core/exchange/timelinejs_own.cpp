// SPDX-License-Identifier: GPL-3.0-or-later
// Our own member of a slide, written and read. What is read may be anybody's: everything is checked.
#include <QJsonArray>
#include <algorithm>

#include "core/exchange/published_text.h"
#include "core/exchange/timelinejs_slide.h"

namespace entente {

namespace {

constexpr qsizetype kLongestOwn = qsizetype{1} << 20;
constexpr std::size_t kMostOwn = 10'000;  ///< of a list

void put(QJsonObject& object, const char* name, const QString& text) {
  if (!text.isEmpty()) object[QLatin1String(name)] = text;
}
void put(QJsonObject& object, const char* name, const std::optional<FuzzyDate>& date) {
  if (date) object[QLatin1String(name)] = QString::fromStdString(date->edtf());
}
void put(QJsonObject& object, const char* name, const std::optional<Decimal>& number) {
  if (number) object[QLatin1String(name)] = QString::fromStdString(number->text);
}

std::optional<FuzzyDate> dateIn(const QJsonObject& object, const char* name) {
  const auto date = FuzzyDate::read(ownText(object, name).toStdString());
  return date ? std::optional(*date) : std::nullopt;
}
std::optional<Decimal> numberIn(const QJsonObject& object, const char* name, double most) {
  const auto number = Decimal::parse(ownText(object, name).toStdString());
  if (!number || number->value > most || number->value < -most) return std::nullopt;
  return *number;
}
template <class Enum>
std::optional<Enum> wordIn(const QJsonObject& object, const char* name) {
  return fromWord<Enum>(ownText(object, name).toStdString());
}

bool isRole(const std::string& role) {
  return !role.empty() && role.size() <= 100 && std::all_of(role.begin(), role.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

QString ownText(const QJsonObject& own, const char* name) {
  QString text = own[QLatin1String(name)].toString();
  if (!text.isValidUtf16()) return {};
  if (text.size() > kLongestOwn) {
    text.truncate(text[kLongestOwn - 1].isHighSurrogate() ? kLongestOwn - 1 : kLongestOwn);
  }
  text.removeIf([](QChar c) {
    return (c.unicode() < 0x20 && c != u'\n' && c != u'\t') || (c.unicode() >= 0x7F && c.unicode() < 0xA0);
  });
  return text;
}

QJsonObject ownMemberOf(const ForeignSource& foreign) {
  const Source& source = foreign.source;
  QJsonObject own;
  put(own, "key", foreign.key);
  put(own, "title", source.title);
  put(own, "author", source.author);
  put(own, "publisher", source.publisher);
  put(own, "root", source.root);
  put(own, "url", source.url);
  put(own, "published", source.published);
  put(own, "accessed", source.accessed);
  const std::string_view kind = wordOf(source.kind);
  own[QStringLiteral("kind")] = QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()));
  put(own, "language", source.language);
  if (source.reliability) {
    const std::string_view grade = wordOf(*source.reliability);
    put(own, "reliability", QString::fromUtf8(grade.data(), static_cast<qsizetype>(grade.size())));
  }
  put(own, "known_from", source.knownFrom);
  put(own, "note", source.note);
  return own;
}

ForeignSource sourceOfOwn(const QJsonObject& own) {
  ForeignSource foreign;
  foreign.key = ownText(own, "key");
  Source& source = foreign.source;
  source.title = ownText(own, "title");
  source.author = ownText(own, "author");
  source.publisher = ownText(own, "publisher");
  source.root = ownText(own, "root");
  source.url = ownText(own, "url");
  source.published = dateIn(own, "published");
  source.accessed = dateIn(own, "accessed");
  source.kind = wordIn<SourceKind>(own, "kind").value_or(SourceKind::Article);
  source.language = ownText(own, "language");
  source.reliability = wordIn<Reliability>(own, "reliability");
  source.knownFrom = dateIn(own, "known_from");
  source.note = ownText(own, "note");
  return foreign;
}

QJsonObject ownMemberOf(const ForeignEvent& event) {
  QJsonObject own;
  if (event.kind) {
    const std::string_view kind = wordOf(*event.kind);
    own[QStringLiteral("kind")] = QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()));
  }
  put(own, "key", event.key);
  put(own, "title", event.title);
  put(own, "edtf", event.when);
  put(own, "summary", event.summary);
  put(own, "where", event.where);
  put(own, "latitude", event.latitude);
  put(own, "longitude", event.longitude);
  put(own, "note", event.note);
  if (event.weight) own[QStringLiteral("weight")] = *event.weight;
  QJsonArray actors;
  for (const ForeignActor& actor : event.actors)
    actors.append(QJsonObject{{QStringLiteral("role"), QString::fromStdString(actor.role)},
                              {QStringLiteral("name"), actor.name}});
  if (!actors.isEmpty()) own[QStringLiteral("actors")] = actors;
  QJsonArray tags;
  for (const QString& tag : event.tags)
    tags.append(tag);
  if (!tags.isEmpty()) own[QStringLiteral("tags")] = tags;
  QJsonArray sources;
  for (const ForeignSource& source : event.sources)
    sources.append(ownMemberOf(source));
  if (!sources.isEmpty()) own[QStringLiteral("sources")] = sources;
  return own;
}

ForeignEvent eventOfOwn(const QJsonObject& own) {
  ForeignEvent event;
  event.kind = wordIn<EventKind>(own, "kind");
  event.key = ownText(own, "key");
  event.title = ownText(own, "title");
  event.when = dateIn(own, "edtf");
  event.summary = ownText(own, "summary");
  event.where = ownText(own, "where");
  event.latitude = numberIn(own, "latitude", 90);
  event.longitude = numberIn(own, "longitude", 180);
  if (!event.latitude || !event.longitude) event.latitude.reset(), event.longitude.reset();
  event.note = ownText(own, "note");
  const int weight = own[QLatin1String("weight")].toInt(-1);
  if (weight >= 0 && weight <= 9) event.weight = weight;
  for (const QJsonValue& value : own[QLatin1String("actors")].toArray()) {
    ForeignActor actor{ownText(value.toObject(), "role").toStdString(), ownText(value.toObject(), "name")};
    if (isRole(actor.role) && !actor.name.isEmpty() && event.actors.size() < kMostOwn) {
      event.actors.push_back(std::move(actor));
    }
  }
  for (const QJsonValue& value : own[QLatin1String("tags")].toArray()) {
    const QString tag = ownText({{QStringLiteral("tag"), value}}, "tag");
    if (event.tags.size() < 100 && !tag.isEmpty() &&
        std::find(event.tags.begin(), event.tags.end(), tag) == event.tags.end()) {
      event.tags.push_back(tag);
    }
  }
  for (const QJsonValue& value : own[QLatin1String("sources")].toArray()) {
    ForeignSource source = sourceOfOwn(value.toObject());
    const bool empty = source.source.title.isEmpty() && source.source.url.isEmpty();
    if (!empty && event.sources.size() < kMostOwn) event.sources.push_back(std::move(source));
  }
  return event;
}

}  // namespace entente
