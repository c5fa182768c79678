// SPDX-License-Identifier: GPL-3.0-or-later
// XML and JSON give the same named values; from there on both are read alike.
#include "core/exchange/simile.h"

#include <fmt/core.h>

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>
#include <utility>

#include "core/exchange/foreign_fields.h"
#include "core/exchange/json_text.h"
#include "core/exchange/xml_text.h"

namespace entente {

namespace {

using Values = QHash<QString, QString>;

/// What is about the looks of an event, and what all readers here drop for what it is.
constexpr const char* kLooks[] = {"icon",       "color",    "textColor", "classname", "class",  "tapeImage",
                                  "tapeRepeat", "trackNum", "track",     "hoverText", "caption"};

class Reader {
 public:
  Reader(const ForeignCaps& caps, const Progress& progress) : m_caps(caps), m_progress(progress) {}

  [[nodiscard]] ForeignArchive& archive() { return m_archive; }
  /// Whether events with an end are moments unless they say that they are durations.
  void setInstantByDefault(bool is) { m_instantByDefault = is; }
  /// The numbers of geological timelines count years before now; nothing in the file says so but their order.
  [[nodiscard]] bool countsBackwards() const { return m_backwards > 0 && m_backwards * 2 > m_periods; }
  void setWiki(const QString& url, const QString& section) {
    m_wikiUrl = url;
    m_wikiSection = section;
  }

  Result<void> readList(const QJsonArray& list, const std::string& name) {
    m_archive.events.reserve(m_archive.events.size() + std::min<std::size_t>(list.size(), m_caps.entries));
    for (qsizetype i = 0; i < list.size(); ++i) {
      if (i % 1024 == 0 && m_progress.stopRequested())
        return fail(ErrorKind::Cancelled, "reading was stopped");
      if (i % 4096 == 0) m_progress.say(i, list.size());
      const std::string where = fmt::format("{}[{}]", name, i);
      if (list[i].isObject()) {
        Values values;
        const QJsonObject entry = list[i].toObject();
        for (auto member = entry.begin(); member != entry.end(); ++member)
          values.insert(member.key(), valueText(member.value()));
        readEvent(values, {}, where);
      } else if (!list[i].isNull()) {
        m_archive.refuse({}, where, fmt::format("\"{}\" is no event", shown(jsonText(list[i]))));
      }
      if (m_archive.entries() > m_caps.entries) return tooMany();
    }
    return {};
  }

  Result<void> tooMany() const {
    return fail(ErrorKind::Invalid, fmt::format("there are more than {} events", m_caps.entries));
  }

  void readEvent(const Values& values, TablePlace place, const std::string& where) {
    m_values = &values;
    m_place = place;
    m_where = where;
    ForeignEvent event;
    event.place = place;
    event.key = readKey(take("id"));
    readTexts(event);
    readSources(event);
    const QString tags = take("tags").isEmpty() ? take("category") : take("tags");
    addTag(event.tags, readLine(tags, m_caps, m_archive, place, at("category")));
    readPlace(event);
    countRest();
    if (!readDates(event)) return;
    if (event.title.isEmpty()) event.title = titleOf(event.summary);
    if (event.title.isEmpty() && !event.sources.empty())
      event.title = titleOf(event.sources.front().source.title);
    if (event.title.isEmpty()) {
      m_archive.refuse(place, where, "it has neither a title nor a text");
      return;
    }
    m_archive.events.push_back(std::move(event));
  }

 private:
  static QString valueText(const QJsonValue& value) {
    if (!value.isArray()) return jsonText(value);
    QString text;
    for (const QJsonValue& one : value.toArray())
      text += (text.isEmpty() ? QString() : QStringLiteral(", ")) + jsonText(one);
    return text;
  }
  [[nodiscard]] QString take(const char* name) const {
    return m_values->value(QLatin1String(name)).trimmed();
  }
  [[nodiscard]] QString takeFirst(std::initializer_list<const char*> names) const {
    for (const char* const name : names) {
      const QString value = take(name);
      if (!value.isEmpty()) return value;
    }
    return {};
  }
  [[nodiscard]] std::string at(const char* name) const {
    return m_where.empty() ? name : m_where + "." + name;
  }

  void readTexts(ForeignEvent& event) {
    event.title = readLine(takeFirst({"title", "label", "name"}), m_caps, m_archive, m_place, at("title"));
    event.summary = readText(take("description"), m_caps, m_archive, m_place, at("description"));
    const QString caption = readLine(take("caption"), m_caps, m_archive, m_place, at("caption"));
    if (!caption.isEmpty() && caption != event.title) addParagraph(event.summary, caption);
  }

  void readSources(ForeignEvent& event) {
    for (const char* const name : {"link", "url", "uri", "image"}) {
      auto source = readMedia(take(name), {}, {}, m_archive);
      if (source && source->source.url.isEmpty()) continue;
      if (source) event.sources.push_back(std::move(*source));
    }
    // The page that the program makes of the wiki's address, as fillWikiInfo does.
    const QString page = take("wikiID");
    if (m_wikiUrl.isEmpty() || page.isEmpty()) return;
    QString address = m_wikiUrl + m_wikiSection + u'/' + page;
    address.replace(u' ', u'_');
    if (auto source = readMedia(address, {}, {}, m_archive)) event.sources.push_back(std::move(*source));
  }

  void readPlace(ForeignEvent& event) {
    event.where = readLine(takeFirst({"place", "location"}), m_caps, m_archive, m_place, at("place"));
    const QString both = take("latlng");
    const qsizetype comma = both.indexOf(u',');
    const auto degrees = [](const QString& text, double most) -> std::optional<Decimal> {
      const auto number = Decimal::parse(text.trimmed().left(30).toStdString());
      if (!number || number->value > most || number->value < -most) return std::nullopt;
      return *number;
    };
    event.latitude = degrees(comma > 0 ? both.left(comma) : takeFirst({"lat", "latitude"}), 90);
    event.longitude = degrees(comma > 0 ? both.mid(comma + 1) : takeFirst({"lon", "lng", "longitude"}), 180);
    if (!event.latitude || !event.longitude) event.latitude.reset(), event.longitude.reset();
  }

  void countRest() {
    static constexpr std::string_view kRead =
        "|id|title|label|name|description|caption|link|url|uri|image|wikiID|tags|category|place|location|"
        "latlng|lat|lon|"
        "lng|latitude|longitude|start|date|begin|end|latestStart|earliestEnd|isDuration|durationEvent|"
        "instant|";
    bool looks = false;
    for (auto value = m_values->begin(); value != m_values->end(); ++value) {
      const std::string name = value.key().toStdString();
      if (value.value().isEmpty() || kRead.find("|" + name + "|") != std::string_view::npos) continue;
      const bool isLook = std::find_if(std::begin(kLooks), std::end(kLooks),
                                       [&](const char* look) { return name == look; }) != std::end(kLooks);
      looks = looks || isLook;
      if (!isLook) leaveOut(m_archive, fmt::format("\"{}\" values", shown(value.key())));
    }
    if (looks) leaveOut(m_archive, "icons and colours");
  }

  /// Nothing if it is not there; false after it has refused.
  bool readDate(std::initializer_list<const char*> names, std::optional<ProgramDate>& date) {
    const QString text = takeFirst(names);
    if (text.isEmpty()) return true;
    const auto read = readProgramDate(text.toStdString(), true);
    if (!read) {
      m_archive.refuse(m_place, at(*names.begin()), read.error());
      return false;
    }
    remarkOn(*read, m_archive, m_place, at(*names.begin()));
    date = *read;
    return true;
  }

  bool readDates(ForeignEvent& event) {
    std::optional<ProgramDate> begin;
    std::optional<ProgramDate> end;
    std::optional<ProgramDate> latest;
    std::optional<ProgramDate> earliest;
    if (!readDate({"start", "date", "begin"}, begin) || !readDate({"end"}, end) ||
        !readDate({"latestStart"}, latest) || !readDate({"earliestEnd"}, earliest)) {
      return false;
    }
    if (!begin) {
      m_archive.refuse(m_place, at("start"), "it has no start");
      return false;
    }
    const auto when = periodOf(*begin, end);
    countOrder(*begin, end);
    if (!when) {
      m_archive.refuse(m_place, at("start"), when.error());
      return false;
    }
    event.when = *when;
    if (end && isInstant()) takeAsInstant(event);
    noteBounds(event, latest, earliest);
    return true;
  }

  void countOrder(const ProgramDate& begin, const std::optional<ProgramDate>& end) {
    if (!end || !begin.people.empty() || !end->people.empty() || begin.day.year < 0) return;
    if (begin.precision != DatePrecision::Year || end->precision != DatePrecision::Year) return;
    ++m_periods;
    if (begin.day.year > end->day.year) ++m_backwards;
  }

  [[nodiscard]] bool isInstant() const {
    const bool said = !takeFirst({"isDuration", "durationEvent", "instant"}).isEmpty();
    if (!said) return m_instantByDefault;
    return take("isDuration") == QLatin1String("false") || take("durationEvent") == QLatin1String("false") ||
           take("instant") == QLatin1String("true");
  }

  /// A moment somewhere between its two dates.
  void takeAsInstant(ForeignEvent& event) {
    if (!event.when->isInterval()) return;
    std::string edtf = event.when->edtf();
    const std::size_t slash = edtf.find('/');
    edtf = "[" + edtf.substr(0, slash) + ".." + edtf.substr(slash + 1) + "]";
    if (auto date = FuzzyDate::read(edtf)) {
      event.when = *date;
      return;
    }
    m_archive.remark(
        m_place, at("end"),
        "it is a moment at some time in this period; times cannot be said so in EDTF and the period was "
        "kept");
  }

  void noteBounds(ForeignEvent& event, const std::optional<ProgramDate>& latest,
                  const std::optional<ProgramDate>& earliest) {
    const auto say = [&](const char* words, const ProgramDate& bound) {
      const auto date = periodOf(bound, std::nullopt);
      const std::string text = date ? date->edtf() : edtfOf(bound);
      addParagraph(event.note, QString::fromStdString(fmt::format("{} {}", words, text)));
    };
    if (latest && edtfOf(*latest) != edtfOf(firstOf(event))) say("Began at the latest", *latest);
    if (earliest) say("Ended at the earliest", *earliest);
    if (latest || earliest) leaveOut(m_archive, "bounds of begins and ends (they are in the notes)");
  }
  static ProgramDate firstOf(const ForeignEvent& event) {
    const std::string edtf = event.when->edtf();
    const auto date = readProgramDate(edtf.substr(0, edtf.find('/')));
    return date ? *date : ProgramDate{};
  }

  ForeignCaps m_caps;
  const Progress& m_progress;
  ForeignArchive m_archive;
  bool m_instantByDefault = false;
  std::size_t m_periods = 0;
  std::size_t m_backwards = 0;
  QString m_wikiUrl;
  QString m_wikiSection;
  const Values* m_values = nullptr;
  TablePlace m_place;
  std::string m_where;
};

Result<ForeignArchive> finish(Reader& reader) {
  if (reader.countsBackwards()) {
    return fail(
        ErrorKind::Foreign,
        "its numbers fall from start to end: they count years before now, in a unit that the file does not "
        "name, and cannot be read without guessing");
  }
  return std::move(reader.archive());
}

Result<ForeignArchive> readXml(std::string_view bytes, const ForeignCaps& caps, const Progress& progress) {
  const std::size_t most = countTags(bytes, "<event");
  if (most > caps.entries)
    return fail(ErrorKind::Invalid, fmt::format("there are more than {} events", caps.entries));
  XmlText xml(bytes, caps, progress);
  if (xml.nextTag() != QXmlStreamReader::StartElement) {
    return tl::unexpected(xml.failed() ? xml.error()
                                       : Error{ErrorKind::Foreign, "there is no XML in the file", {}});
  }
  Reader reader(caps, progress);
  const auto attribute = [&](const char* name) {
    return xml.reader().attributes().value(QLatin1String(name)).toString();
  };
  const QString root = xml.reader().name().toString();
  if (root != QLatin1String("data")) {
    return fail(
        ErrorKind::Foreign,
        fmt::format("this is no timeline of SIMILE: its first element is <{}>, not <data>", shown(root)));
  }
  reader.setWiki(attribute("wiki-url"), attribute("wiki-section"));
  reader.setInstantByDefault(true);
  reader.archive().events.reserve(most);
  bool any = false;
  while (xml.nextChild()) {
    if (xml.reader().name() != QLatin1String("event")) {
      leaveOut(reader.archive(), fmt::format("<{}> elements", shown(xml.reader().name().toString())));
      xml.skip();
      continue;
    }
    any = true;
    const TablePlace place{xml.reader().lineNumber(), 0};
    Values values;
    for (const QXmlStreamAttribute& one : xml.reader().attributes())
      values.insert(one.qualifiedName().toString(), one.value().toString());
    const QString text = xml.textOf();
    if (!text.trimmed().isEmpty()) values.insert(QStringLiteral("description"), text);
    if (xml.failed()) break;
    reader.readEvent(values, place, {});
    if (reader.archive().entries() > caps.entries) return tl::unexpected(reader.tooMany().error());
  }
  if (xml.failed()) return tl::unexpected(xml.error());
  if (!any) return fail(ErrorKind::Foreign, "this is no timeline of SIMILE: there is no <event> in <data>");
  return finish(reader);
}

bool hasDates(const QJsonArray& list) {
  for (qsizetype i = 0; i < list.size() && i < 100; ++i) {
    const QJsonObject entry = list[i].toObject();
    for (const char* const name : {"start", "date", "begin"}) {
      if (!jsonText(entry[QLatin1String(name)]).isEmpty()) return true;
    }
  }
  return false;
}

/// False if it is something else.
Result<bool> readObject(const QJsonObject& object, const std::string& path, Reader& reader) {
  for (const char* const name : {"events", "items"}) {
    const QJsonValue list = object[QLatin1String(name)];
    if (!list.isArray() || !(hasDates(list.toArray()) || object.contains(QLatin1String("dateTimeFormat"))))
      continue;
    reader.setWiki(jsonText(object[QLatin1String("wikiURL")]),
                   jsonText(object[QLatin1String("wikiSection")]));
    ForeignArchive& archive = reader.archive();
    if (archive.title.isEmpty())
      archive.title = readKey(jsonText(object[QLatin1String("title")])).simplified();
    countUnknown(object, "|events|items|dateTimeFormat|wikiURL|wikiSection|title|types|properties|", archive);
    const auto done = reader.readList(list.toArray(), path + name);
    if (!done) return tl::unexpected(done.error());
    return true;
  }
  return false;
}

}  // namespace

Result<ForeignArchive> readSimile(std::string_view bytes, const ForeignCaps& caps, const Progress& progress) {
  const std::size_t begin = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (begin != std::string_view::npos &&
      (bytes[begin] == '<' || bytes[begin] == '\xFF' || bytes[begin] == '\xFE')) {
    const std::string_view rest = bytes.substr(begin);
    if (rest[0] == '<' || (rest.size() > 2 && (rest[2] == '<' || rest[3 % rest.size()] == '<'))) {
      return readXml(bytes, caps, progress);
    }
  }
  const auto text = readJsonText(bytes, caps, progress);
  if (!text) return tl::unexpected(text.error());
  Reader reader(caps, progress);
  for (const std::string& remark : text->remarks)
    reader.archive().remark({}, {}, remark);
  bool any = false;
  for (const JsonPart& part : text->parts) {
    const std::string path = part.name.empty() ? "" : part.name + ".";
    if (part.value.isObject()) {
      const auto read = readObject(part.value.toObject(), path, reader);
      if (!read) return tl::unexpected(read.error());
      any = any || *read;
    } else if (part.value.isArray() && hasDates(part.value.toArray())) {
      if (const auto done = reader.readList(part.value.toArray(), part.name); !done)
        return tl::unexpected(done.error());
      any = true;
    }
  }
  if (!any) {
    return fail(
        ErrorKind::Foreign,
        "this is no timeline of SIMILE: there is no list \"events\" or \"items\" whose entries have a start");
  }
  return std::move(reader.archive());
}

}  // namespace entente
