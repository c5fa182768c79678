// SPDX-License-Identifier: GPL-3.0-or-later
// Both versions are read slide by slide; what differs is where the parts of a slide stand.
#include "core/exchange/timelinejs_json.h"

#include <fmt/core.h>

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>
#include <utility>

#include "core/exchange/foreign_fields.h"
#include "core/exchange/json_text.h"
#include "core/exchange/timelinejs_slide.h"

namespace entente {

namespace {

/// Version 2: "2012,1,26,10,30"; the other forms are those of all programs.
tl::expected<ProgramDate, std::string> readOldDate(const QString& text) {
  if (!text.contains(u',') || text.contains(u' ') || text.contains(u':')) {
    const bool commas = text.contains(u',');
    const QString bare = commas ? QString(text).remove(u' ') : text;
    if (!commas || bare.contains(u':')) return readProgramDate(text.toStdString(), true);
    for (const QChar c : bare) {
      if (c.isLetter()) return readProgramDate(text.toStdString(), true);
    }
    return readOldDate(bare);
  }
  static constexpr const char* kParts[] = {"year", "month", "day", "hour", "minute", "second", "millisecond"};
  QJsonObject date;
  const QStringList parts = text.split(u',');
  for (qsizetype i = 0; i < parts.size() && i < 7; ++i)
    date[QLatin1String(kParts[i])] = parts[i].trimmed();
  auto read = readSlideDate(date);
  if (!read) return tl::unexpected(fmt::format("\"{}\": {}", shown(text), read.error()));
  // In this version a time of 0 is one that is not given.
  if (read->isMidnight()) {
    read->precision = DatePrecision::Day;
    read->clock = {};
  }
  return read;
}

tl::expected<ProgramDate, std::string> readAnyDate(const QJsonValue& value) {
  if (value.isObject()) return readSlideDate(value.toObject());
  const QString text = jsonText(value).trimmed();
  if (text.isEmpty()) return tl::unexpected(std::string("it has no date"));
  auto date = readOldDate(text);
  if (date && date->people.empty()) date->day.year = astronomicalYear(date->day.year);
  return date;
}

bool isNothing(const QJsonValue& date) {
  if (date.isObject()) {
    for (const QJsonValue& part : date.toObject()) {
      if (!jsonText(part).trimmed().isEmpty()) return false;
    }
    return true;
  }
  return jsonText(date).trimmed().isEmpty();
}

QString memberText(const QJsonValue& value, const char* name) {
  return value.isObject() ? jsonText(value.toObject()[QLatin1String(name)]) : QString();
}

class Reader {
 public:
  Reader(const ForeignCaps& caps, const Progress& progress) : m_caps(caps), m_progress(progress) {}

  [[nodiscard]] ForeignArchive& archive() { return m_archive; }

  Result<void> readThree(const QJsonObject& root) {
    const bool dated = root[QLatin1String("events")].isArray();
    const char* const list = dated ? "events" : "slides";
    const QJsonValue title = root[QLatin1String("title")];
    if (title.isObject()) {
      readTitle(title.toObject(), "title");
    } else if (title.isString()) {
      m_archive.title = readLine(title.toString(), m_caps, m_archive, {}, "title");
    }
    readOwnRoot(root[QString::fromUtf16(kOwnMember)].toObject());
    countUnknown(root, "|title|events|slides|eras|scale|entente|", m_archive);
    if (auto done = readList(root[QLatin1String(list)].toArray(), list, false); !done) return done;
    return readList(root[QLatin1String("eras")].toArray(), "eras", true);
  }

  Result<void> readTwo(const QJsonObject& root) {
    readTitle(root, "timeline");
    countUnknown(root, "|headline|type|text|asset|startDate|endDate|date|era|", m_archive);
    if (auto done = readList(root[QLatin1String("date")].toArray(), "date", false); !done) return done;
    const QJsonValue eras = root[QLatin1String("era")];
    const QJsonArray list = eras.isObject() ? QJsonArray{eras} : eras.toArray();
    return readList(list, "era", true);
  }

  Result<void> readList(const QJsonArray& slides, const std::string& name, bool eras) {
    m_archive.events.reserve(m_archive.events.size() + std::min<std::size_t>(slides.size(), m_caps.entries));
    for (qsizetype i = 0; i < slides.size(); ++i) {
      if (i % 1024 == 0 && m_progress.stopRequested())
        return fail(ErrorKind::Cancelled, "reading was stopped");
      if (i % 4096 == 0) m_progress.say(i, slides.size());
      if (m_archive.entries() >= m_caps.entries) {
        return fail(ErrorKind::Invalid, fmt::format("the timeline has more than {} entries", m_caps.entries));
      }
      m_where = fmt::format("{}[{}]", name, i);
      const QJsonValue slide = slides[i];
      if (slide.isObject()) {
        readSlide(slide.toObject(), eras);
      } else if (!slide.isNull()) {
        m_archive.refuse({}, m_where, fmt::format("\"{}\" is no slide", shown(jsonText(slide))));
      }
    }
    return {};
  }

 private:
  [[nodiscard]] std::string at(const char* member) const { return m_where + "." + member; }

  void readTitle(const QJsonObject& slide, const std::string& where) {
    m_where = where;
    ForeignEvent parts;
    readTexts(slide, parts);
    if (m_archive.title.isEmpty()) m_archive.title = parts.title;
    addParagraph(m_archive.description, parts.summary);
    readSlideMedia(slide, parts);
    for (ForeignSource& source : parts.sources)
      m_archive.sources.push_back(std::move(source));
  }

  /// Our own words for what the title slide and the rest of the file hold in theirs.
  void readOwnRoot(const QJsonObject& own) {
    m_archive.author = ownText(own, "author");
    const QString title = ownText(own, "title");
    if (!title.isEmpty() && title.simplified() == m_archive.title) m_archive.title = title;
    const QString description = ownText(own, "description");
    if (description.simplified() == m_archive.description.simplified()) m_archive.description = description;
    for (const QJsonValue& source : own[QLatin1String("sources")].toArray()) {
      ForeignSource read = sourceOfOwn(source.toObject());
      const bool empty = read.source.title.isEmpty() && read.source.url.isEmpty();
      if (!empty && m_archive.entries() < m_caps.entries) m_archive.sources.push_back(std::move(read));
    }
  }

  void readSlide(const QJsonObject& slide, bool era) {
    const QJsonValue start = first(slide, "start_date", "startDate");
    const bool isTitle =
        isNothing(start) && jsonText(slide[QLatin1String("type")]) == QLatin1String("overview");
    if (isTitle && m_archive.title.isEmpty()) return readTitle(slide, m_where);
    ForeignEvent event;
    if (era) event.kind = EventKind::Period;
    event.key = readKey(jsonText(first(slide, "unique_id", "uniqueid")));
    readTexts(slide, event);
    readSlideMedia(slide, event);
    for (const char* const name : {"group", "tag"})
      addTag(event.tags, readLine(jsonText(slide[QLatin1String(name)]), m_caps, m_archive, {}, at(name)));
    readLocation(first(slide, "location", "coords").toObject(), event);
    countLeftOut(slide);
    if (!readDates(slide, start, event)) return;
    const QJsonValue own = slide[QString::fromUtf16(kOwnMember)];
    if (own.isObject()) takeOwn(own.toObject(), slide, event);
    if (event.title.isEmpty()) event.title = titleOf(event.summary);
    if (event.title.isEmpty() && !event.sources.empty())
      event.title = titleOf(event.sources.front().source.title);
    if (event.title.isEmpty()) {
      m_archive.refuse({}, m_where, "it has neither a headline nor a text");
      return;
    }
    m_archive.events.push_back(std::move(event));
  }

  static QJsonValue first(const QJsonObject& object, const char* one, const char* other) {
    const QJsonValue value = object[QLatin1String(one)];
    return value.isUndefined() || value.isNull() ? object[QLatin1String(other)] : value;
  }

  void readTexts(const QJsonObject& slide, ForeignEvent& event) {
    const QJsonValue text = slide[QLatin1String("text")];
    QString headline = memberText(text, "headline");
    if (headline.isEmpty()) headline = jsonText(slide[QLatin1String("headline")]);
    if (headline.isEmpty() && slide[QLatin1String("title")].isString())
      headline = jsonText(slide[QLatin1String("title")]);
    event.title = readLine(headline, m_caps, m_archive, {}, at("headline"));
    const QString body = text.isObject() ? memberText(text, "text") : jsonText(text);
    event.summary = readText(body, m_caps, m_archive, {}, at("text"));
    if (text.isObject()) countUnknown(text.toObject(), "|headline|text|", m_archive);
  }

  void readSlideMedia(const QJsonObject& slide, ForeignEvent& event) {
    const QJsonValue media = first(slide, "media", "asset");
    QString url = media.isObject() ? jsonText(first(media.toObject(), "url", "media")) : jsonText(media);
    const QString caption =
        readText(memberText(media, "caption"), m_caps, m_archive, {}, at("media.caption"));
    const QString credit = readLine(memberText(media, "credit"), m_caps, m_archive, {}, at("media.credit"));
    if (auto source = readMedia(url, caption, credit, m_archive)) event.sources.push_back(std::move(*source));
    if (!media.isObject()) return;
    const QString link = memberText(media, "link").trimmed();
    if (!link.isEmpty() && link != url) {
      if (auto source = readMedia(link, {}, {}, m_archive)) event.sources.push_back(std::move(*source));
    }
    if (!memberText(media, "thumb").isEmpty() || !memberText(media, "thumbnail").isEmpty()) {
      leaveOut(m_archive, "thumbnails");
    }
    if (!memberText(media, "alt").isEmpty()) leaveOut(m_archive, "descriptions of pictures");
    countUnknown(media.toObject(), "|url|media|caption|credit|link|thumb|thumbnail|alt|title|link_target|",
                 m_archive);
  }

  void readLocation(const QJsonObject& location, ForeignEvent& event) {
    if (location.isEmpty()) return;
    event.where = readLine(memberText(location, "name"), m_caps, m_archive, {}, at("location.name"));
    const QJsonValue latitude = location[QLatin1String("lat")];
    const QJsonValue longitude = first(location, "lon", "lng");
    const auto degrees = [](const QJsonValue& value, double most) -> std::optional<Decimal> {
      const QString text =
          value.isDouble() ? QString::number(value.toDouble(), 'f', 6) : jsonText(value).trimmed();
      const auto number = Decimal::parse(text.toStdString());
      if (!number || number->value > most || number->value < -most) return std::nullopt;
      return *number;
    };
    event.latitude = degrees(latitude, 90);
    event.longitude = degrees(longitude, 180);
    if (!event.latitude || !event.longitude) event.latitude.reset(), event.longitude.reset();
  }

  void countLeftOut(const QJsonObject& slide) {
    if (slide.contains(QLatin1String("background"))) leaveOut(m_archive, "backgrounds");
    if (!jsonText(slide[QLatin1String("classname")]).isEmpty()) leaveOut(m_archive, "style names");
    countUnknown(
        slide,
        "|start_date|startDate|end_date|endDate|text|headline|media|asset|group|tag|unique_id|uniqueid|type|"
        "location|coords|background|classname|display_date|autolink|title|entente|scale|",
        m_archive);
  }

  /// False after it has refused.
  bool readDates(const QJsonObject& slide, const QJsonValue& start, ForeignEvent& event) {
    const QJsonValue stop = first(slide, "end_date", "endDate");
    if (isNothing(start)) {
      if (!isNothing(stop)) {
        m_archive.refuse({}, at("start_date"), "it has an end but no begin");
        return false;
      }
      m_archive.remark({}, at("start_date"), "it has no date");
      return true;
    }
    const char* const startName = slide.contains(QLatin1String("startDate")) ? "startDate" : "start_date";
    const auto begin = readAnyDate(start);
    if (!begin) {
      m_archive.refuse({}, at(startName), begin.error());
      return false;
    }
    remarkOn(*begin, m_archive, {}, at(startName));
    std::optional<ProgramDate> end;
    if (!isNothing(stop)) {
      const auto read = readAnyDate(stop);
      if (!read) {
        m_archive.refuse({}, at(slide.contains(QLatin1String("endDate")) ? "endDate" : "end_date"),
                         read.error());
        return false;
      }
      end = *read;
      remarkOn(*end, m_archive, {}, at("end_date"));
    }
    const auto when = periodOf(*begin, end);
    if (!when) {
      m_archive.refuse({}, at(startName), when.error());
      return false;
    }
    event.when = *when;
    noteYears(*begin);
    noteDisplay(slide, start, stop, event);
    return true;
  }

  void noteYears(const ProgramDate& begin) {
    if (!begin.people.empty() || begin.day.year > 0 || begin.day.year < -9999 || m_saidYears) return;
    m_saidYears = true;
    m_archive.remark({}, m_where,
                     fmt::format("years before 1 are taken as TimelineJS shows them: {} is {} BC",
                                 begin.day.year - 1, 1 - begin.day.year));
  }

  void noteDisplay(const QJsonObject& slide, const QJsonValue& start, const QJsonValue& stop,
                   ForeignEvent& event) {
    QString words =
        readLine(jsonText(slide[QLatin1String("display_date")]), m_caps, m_archive, {}, at("display_date"));
    for (const QJsonValue& date : {start, stop}) {
      const QString more =
          readLine(memberText(date, "display_date"), m_caps, m_archive, {}, at("display_date"));
      if (more.isEmpty() || more == words) continue;
      words += (words.isEmpty() ? QString() : QStringLiteral(" - ")) + more;
    }
    const bool says = std::any_of(words.begin(), words.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (!says) return;
    const auto said = readProgramDate(words.toStdString(), true);
    if (said && edtfOf(*said) == event.when->edtf()) return;
    addParagraph(event.note, QStringLiteral("Shown as: ") + words);
  }

  /// Part by part: ours, if it makes what the file has; else the file's, which somebody has edited.
  void takeOwn(const QJsonObject& member, const QJsonObject& slide, ForeignEvent& event) {
    ForeignEvent own = eventOfOwn(member);
    const QJsonObject made = slideOf(own);
    const auto same = [&](const char* name) {
      return readAnyDate(slide[QLatin1String(name)]) == readAnyDate(made[QLatin1String(name)]) &&
             isNothing(slide[QLatin1String(name)]) == isNothing(made[QLatin1String(name)]);
    };
    const bool dates = own.when && hasSlide(own) && same("start_date") && same("end_date");
    Reader again(m_caps, m_progress);
    ForeignEvent reread;
    again.readTexts(made, reread);
    again.readSlideMedia(made, reread);
    if (!dates) own.when = event.when;
    if (reread.title != event.title || own.title.isEmpty()) own.title = event.title;
    if (reread.summary != event.summary) own.summary = event.summary;
    if (reread.sources != event.sources) own.sources = event.sources;
    const QString group = own.tags.empty() ? QString() : own.tags.front();
    if (group.simplified() != (event.tags.empty() ? QString() : event.tags.front())) own.tags = event.tags;
    if (own.key.isEmpty()) own.key = event.key;
    if (!own.kind) own.kind = event.kind;
    if (!dates) addParagraph(own.note, event.note);
    event = std::move(own);
  }

  ForeignCaps m_caps;
  const Progress& m_progress;
  ForeignArchive m_archive;
  std::string m_where;
  bool m_saidYears = false;
};

bool isThree(const QJsonObject& object) {
  return object[QLatin1String("events")].isArray() || object[QLatin1String("slides")].isArray();
}
bool isTwo(const QJsonObject& object) {
  return object[QLatin1String("date")].isArray();
}
bool isSlideList(const QJsonArray& list) {
  for (qsizetype i = 0; i < list.size() && i < 20; ++i) {
    const QJsonObject slide = list[i].toObject();
    if (slide.contains(QLatin1String("start_date")) || slide.contains(QLatin1String("startDate")))
      return true;
  }
  return false;
}

/// The object that holds the slides; objects within objects are looked at one level deep.
Result<bool> readRoot(const QJsonValue& value, Reader& reader) {
  const auto attempt = [&](const QJsonObject& object) -> Result<bool> {
    const bool three = isThree(object);
    if (!three && !isTwo(object)) return false;
    const QJsonArray list = object[QLatin1String(three ? "events" : "date")].toArray();
    if (three && !list.isEmpty() && !isSlideList(list)) return false;
    const auto done = three ? reader.readThree(object) : reader.readTwo(object);
    if (!done) return tl::unexpected(done.error());
    return true;
  };
  if (value.isArray() && isSlideList(value.toArray())) {
    const auto done = reader.readList(value.toArray(), "", false);
    if (!done) return tl::unexpected(done.error());
    return true;
  }
  if (!value.isObject()) return false;
  const auto read = attempt(value.toObject());
  if (!read || *read) return read;
  for (const QJsonValue& inner : value.toObject()) {
    if (!inner.isObject()) continue;
    const auto one = attempt(inner.toObject());
    if (!one || *one) return one;
  }
  return false;
}

}  // namespace

Result<ForeignArchive> readTimelineJsJson(std::string_view bytes, const ForeignCaps& caps,
                                          const Progress& progress) {
  const auto text = readJsonText(bytes, caps, progress);
  if (!text) return tl::unexpected(text.error());
  Reader reader(caps, progress);
  for (const std::string& remark : text->remarks)
    reader.archive().remark({}, {}, remark);
  bool any = false;
  for (const JsonPart& part : text->parts) {
    const auto read = readRoot(part.value, reader);
    if (!read) return tl::unexpected(read.error());
    any = any || *read;
  }
  if (!any) {
    return fail(
        ErrorKind::Foreign,
        "this is no timeline of TimelineJS: there is neither a list \"events\" of slides with a start_date "
        "nor a list \"date\"");
  }
  return std::move(reader.archive());
}

}  // namespace entente
