// SPDX-License-Identifier: GPL-3.0-or-later
// Lists are told apart by what their entries have: items a start, groups none.
#include "core/exchange/vis_json.h"

#include <fmt/core.h>

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/exchange/foreign_fields.h"
#include "core/exchange/json_text.h"

namespace entente {

namespace {

constexpr double kDay = 86'400'000;  ///< in milliseconds

struct List {
  std::string path;
  QJsonArray entries;
};

bool areItems(const QJsonArray& list) {
  for (qsizetype i = 0; i < list.size() && i < 100; ++i) {
    const QJsonObject entry = list[i].toObject();
    if (entry.contains(QLatin1String("start")) &&
        (entry.contains(QLatin1String("content")) || entry.contains(QLatin1String("title")) ||
         entry.contains(QLatin1String("label")) || entry.contains(QLatin1String("description")))) {
      return true;
    }
  }
  return false;
}

bool areGroups(const QJsonArray& list) {
  const QJsonObject entry = list.at(0).toObject();
  return entry.contains(QLatin1String("id")) && !entry.contains(QLatin1String("start")) &&
         (entry.contains(QLatin1String("content")) || entry.contains(QLatin1String("title")));
}

class Reader {
 public:
  Reader(const ForeignCaps& caps, const Progress& progress) : m_caps(caps), m_progress(progress) {}

  [[nodiscard]] ForeignArchive& archive() { return m_archive; }

  void collect(const JsonPart& part) {
    if (part.value.isArray()) {
      collectList(part.name, part.value.toArray());
      return;
    }
    const QJsonObject object = part.value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
      const std::string path = (part.name.empty() ? "" : part.name + ".") + member.key().toStdString();
      if (member.value().isArray()) {
        collectList(path, member.value().toArray());
      } else if (member.value().isObject()) {
        // A DataSet that was written as it is: {"items": {"_data": {...}}} and the like are not understood.
        const QJsonValue inner = member.value().toObject()[QLatin1String("items")];
        if (inner.isArray()) collectList(path + ".items", inner.toArray());
      }
    }
    m_archive.title = readLine(jsonText(object[QLatin1String("title")]), m_caps, m_archive, {}, "title");
    m_archive.description =
        readText(jsonText(object[QLatin1String("description")]), m_caps, m_archive, {}, "description");
  }

  [[nodiscard]] bool hasItems() const { return !m_items.empty(); }

  Result<void> readAll() {
    for (const List& list : m_items) {
      const auto size = static_cast<std::size_t>(list.entries.size());
      m_archive.events.reserve(m_archive.events.size() + std::min(size, m_caps.entries));
      for (qsizetype i = 0; i < list.entries.size(); ++i) {
        if (i % 1024 == 0 && m_progress.stopRequested())
          return fail(ErrorKind::Cancelled, "reading was stopped");
        if (i % 4096 == 0) m_progress.say(i, list.entries.size());
        if (m_archive.entries() >= m_caps.entries) {
          return fail(ErrorKind::Invalid, fmt::format("there are more than {} items", m_caps.entries));
        }
        m_where = fmt::format("{}[{}]", list.path, i);
        const QJsonValue item = list.entries[i];
        if (item.isObject()) {
          readItem(item.toObject());
        } else if (!item.isNull()) {
          m_archive.refuse({}, m_where, fmt::format("\"{}\" is no item", shown(jsonText(item))));
        }
      }
    }
    return {};
  }

 private:
  [[nodiscard]] std::string at(const char* member) const { return m_where + "." + member; }

  void collectList(const std::string& path, const QJsonArray& list) {
    if (areItems(list)) {
      m_items.push_back({path, list});
    } else if (!list.isEmpty() && areGroups(list)) {
      for (const QJsonValue& group : list)
        collectGroup(group.toObject());
    } else if (!list.isEmpty()) {
      leaveOut(m_archive, fmt::format("entries of other lists (\"{}\")", shown(QString::fromStdString(path))),
               static_cast<std::size_t>(list.size()));
    }
  }

  void collectGroup(const QJsonObject& group) {
    const QString key = jsonText(group[QLatin1String("id")]);
    QString name = readLine(jsonText(group[QLatin1String("content")]), m_caps, m_archive, {}, "groups");
    if (name.isEmpty())
      name = readLine(jsonText(group[QLatin1String("title")]), m_caps, m_archive, {}, "groups");
    if (!key.isEmpty() && !name.isEmpty() && !m_groups.contains(key)) m_groups.insert(key, name);
    if (!group[QLatin1String("nestedGroups")].toArray().isEmpty())
      leaveOut(m_archive, "groups within groups");
    countUnknown(
        group, "|id|content|title|nestedGroups|className|style|order|subgroupOrder|showNested|visible|value|",
        m_archive);
  }

  void readItem(const QJsonObject& item) {
    ForeignEvent event;
    event.key = readKey(jsonText(item[QLatin1String("id")]));
    readTexts(item, event);
    const QString type = jsonText(item[QLatin1String("type")]);
    if (type == QLatin1String("background")) event.kind = EventKind::Period;
    if (!readDates(item, event)) return;
    const QString group = jsonText(item[QLatin1String("group")]);
    addTag(event.tags, readLine(m_groups.value(group, group), m_caps, m_archive, {}, at("group")));
    for (const char* const name : {"className", "style"}) {
      if (!jsonText(item[QLatin1String(name)]).isEmpty()) leaveOut(m_archive, "styles");
    }
    for (const char* const name : {"url", "link", "href"}) {
      if (auto source = readMedia(jsonText(item[QLatin1String(name)]), {}, {}, m_archive)) {
        event.sources.push_back(std::move(*source));
      }
    }
    countUnknown(item,
                 "|id|content|title|label|start|end|type|group|className|style|url|link|href|description|"
                 "order|subgroup|"
                 "editable|selectable|visible|limitSize|align|",
                 m_archive);
    if (event.title.isEmpty() && event.kind == EventKind::Period && !event.tags.empty())
      event.title = event.tags.front();
    if (event.title.isEmpty()) {
      m_archive.refuse({}, m_where, "it has neither a content nor a title");
      return;
    }
    m_archive.events.push_back(std::move(event));
  }

  void readTexts(const QJsonObject& item, ForeignEvent& event) {
    const QString content =
        readText(jsonText(item[QLatin1String("content")]), m_caps, m_archive, {}, at("content"));
    const QString tip = readText(jsonText(item[QLatin1String("title")]), m_caps, m_archive, {}, at("title"));
    const qsizetype line = content.indexOf(u'\n');
    event.title = content.left(line).simplified();
    if (line >= 0) event.summary = content.mid(line + 1).trimmed();
    if (event.title.size() > 200) {
      event.summary = content;
      event.title = titleOf(content);
    }
    if (event.title.isEmpty()) {
      event.title = titleOf(tip);
      if (tip.simplified() != event.title) event.summary = tip;
    } else if (tip.simplified() != event.title && tip != content) {
      addParagraph(event.summary, tip);
    }
    if (event.title.isEmpty())
      event.title = readLine(jsonText(item[QLatin1String("label")]), m_caps, m_archive, {}, at("label"));
    const QString more =
        readText(jsonText(item[QLatin1String("description")]), m_caps, m_archive, {}, at("description"));
    if (more != event.summary) addParagraph(event.summary, more);
    if (event.title.isEmpty()) event.title = titleOf(event.summary);
  }

  /// Nothing if there is none; a reason if it cannot be read.
  static tl::expected<std::optional<ProgramDate>, std::string> readDate(const QJsonValue& value) {
    if (value.isDouble()) {
      // 1990 would be two seconds behind the begin of 1970; nobody means that.
      if (std::abs(value.toDouble()) < kDay) {
        return tl::unexpected(
            fmt::format("\"{}\" would be milliseconds since 1970 in vis-timeline; a year has to be "
                        "written as text",
                        shown(jsonText(value))));
      }
      const auto date = fromEpochMilliseconds(value.toDouble());
      if (!date) return tl::unexpected(fmt::format("\"{}\" is out of range", shown(jsonText(value))));
      return date;
    }
    const QString text = jsonText(value).trimmed();
    if (text.isEmpty()) return std::optional<ProgramDate>();
    const auto date = readProgramDate(text.toStdString());
    if (!date) return tl::unexpected(date.error());
    return std::optional(*date);
  }

  /// False after it has refused.
  bool readDates(const QJsonObject& item, ForeignEvent& event) {
    const auto begin = readDate(item[QLatin1String("start")]);
    if (!begin || !*begin) {
      m_archive.refuse({}, at("start"), begin ? std::string("it has no start") : begin.error());
      return false;
    }
    const auto end = readDate(item[QLatin1String("end")]);
    if (!end) {
      m_archive.refuse({}, at("end"), end.error());
      return false;
    }
    remarkOn(**begin, m_archive, {}, at("start"));
    if (*end) remarkOn(**end, m_archive, {}, at("end"));
    const auto when = periodOf(**begin, *end);
    if (!when) {
      m_archive.refuse({}, at("start"), when.error());
      return false;
    }
    event.when = *when;
    return true;
  }

  ForeignCaps m_caps;
  const Progress& m_progress;
  ForeignArchive m_archive;
  std::vector<List> m_items;
  QHash<QString, QString> m_groups;
  std::string m_where;
};

}  // namespace

Result<ForeignArchive> readVisJson(std::string_view bytes, const ForeignCaps& caps,
                                   const Progress& progress) {
  const auto text = readJsonText(bytes, caps, progress);
  if (!text) return tl::unexpected(text.error());
  Reader reader(caps, progress);
  for (const std::string& remark : text->remarks)
    reader.archive().remark({}, {}, remark);
  for (const JsonPart& part : text->parts)
    reader.collect(part);
  if (!reader.hasItems()) {
    return fail(
        ErrorKind::Foreign,
        "there are no items of vis-timeline in the file: no list whose entries have a start and a content");
  }
  if (auto done = reader.readAll(); !done) return tl::unexpected(done.error());
  return std::move(reader.archive());
}

}  // namespace entente
