// SPDX-License-Identifier: GPL-3.0-or-later
// The XML element by element; the older lines one by one.
#include "core/exchange/timeline_project.h"

#include <fmt/core.h>

#include <utility>

#include "core/exchange/foreign_fields.h"
#include "core/exchange/text_bytes.h"
#include "core/exchange/timeline_project_events.h"
#include "core/exchange/xml_text.h"

namespace entente {

namespace {

class XmlReader {
 public:
  XmlReader(std::string_view bytes, const ForeignCaps& caps, const Progress& progress)
      : m_xml(bytes, caps, progress), m_events(caps), m_caps(caps) {}

  /// `most` is how many events there are at most.
  Result<ForeignArchive> read(std::size_t most) {
    m_events.archive().events.reserve(most);
    if (m_xml.nextTag() != QXmlStreamReader::StartElement) {
      return tl::unexpected(m_xml.failed() ? m_xml.error()
                                           : Error{ErrorKind::Foreign, "there is no XML in the file", {}});
    }
    if (name() != QLatin1String("timeline")) {
      return fail(ErrorKind::Foreign,
                  fmt::format("this is no file of The Timeline Project: its first element is <{}>, "
                              "not <timeline>",
                              shown(name())));
    }
    while (m_xml.nextChild()) {
      if (name() == QLatin1String("timetype")) {
        const QString type = m_xml.textOf().trimmed();
        if (!isGregorian(type)) {
          return fail(ErrorKind::Foreign,
                      fmt::format("its dates are those of \"{}\"; only the Gregorian calendar can be read",
                                  shown(type)));
        }
      } else if (name() == QLatin1String("categories")) {
        readCategories();
      } else if (name() == QLatin1String("events") || name() == QLatin1String("eras")) {
        m_sawEvents = m_sawEvents || name() == QLatin1String("events");
        if (auto done = readEvents(); !done) return tl::unexpected(done.error());
      } else {
        readOther();
      }
    }
    if (m_xml.failed()) return tl::unexpected(m_xml.error());
    if (!m_sawEvents) {
      return fail(ErrorKind::Foreign,
                  "this is no file of The Timeline Project: there is no <events> in <timeline>");
    }
    return std::move(m_events.archive());
  }

 private:
  [[nodiscard]] QString name() { return m_xml.reader().name().toString(); }

  /// Earlier versions named the library that counted their days.
  static bool isGregorian(const QString& type) {
    return type.isEmpty() || type == QLatin1String("gregoriantime") || type == QLatin1String("pytime") ||
           type == QLatin1String("wxtime");
  }

  void readCategories() {
    while (m_xml.nextChild()) {
      QString category;
      QString parent;
      while (m_xml.nextChild()) {
        const QString element = name();
        const QString text = m_xml.textOf().trimmed();
        if (element == QLatin1String("name")) category = text;
        if (element == QLatin1String("parent")) parent = text;
      }
      leaveOut(m_events.archive(), "colours of categories");
      m_events.addCategory(category, parent);
    }
  }

  void readOther() {
    const QString element = name();
    if (element == QLatin1String("view")) {
      while (m_xml.nextChild()) {
        if (name() == QLatin1String("hidden_categories")) {
          while (m_xml.nextChild()) {
            leaveOut(m_events.archive(), "hidden categories");
            m_xml.skip();
          }
        } else {
          m_xml.skip();
        }
      }
      return;
    }
    const bool known = element == QLatin1String("version") || element == QLatin1String("now");
    if (!known) leaveOut(m_events.archive(), fmt::format("<{}> elements", shown(element)));
    m_xml.skip();
  }

  Result<void> readEvents() {
    while (m_xml.nextChild()) {
      TimelineProjectEvent event;
      event.place = {m_xml.reader().lineNumber(), 0};
      event.key = m_xml.reader().attributes().value(QLatin1String("id")).toString();
      event.era = name() == QLatin1String("era");
      event.milestone = name() == QLatin1String("milestone");
      while (m_xml.nextChild())
        readMember(event);
      if (m_xml.failed()) return tl::unexpected(m_xml.error());
      m_events.add(event);
      if (m_events.archive().entries() > m_caps.entries) {
        return fail(ErrorKind::Invalid, fmt::format("there are more than {} events", m_caps.entries));
      }
    }
    return {};
  }

  void readMember(TimelineProjectEvent& event) {
    const std::string element = name().toStdString();
    if (element == "categories") {
      while (m_xml.nextChild())
        addCategory(event, m_xml.textOf());
      return;
    }
    const QString text = m_xml.textOf();
    const bool yes = text.trimmed().compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    if (element == "start")
      event.start = text;
    else if (element == "end")
      event.end = text;
    else if (element == "text" || element == "name")
      event.text = text;
    else if (element == "description")
      event.description = text;
    else if (element == "category")
      addCategory(event, text);
    else if (element == "labels")
      event.labels = text;
    else if (element == "hyperlink")
      event.hyperlink = text;
    else if (element == "fuzzy")
      event.fuzzyStart = event.fuzzyStart || yes, event.fuzzyEnd = event.fuzzyEnd || yes;
    else if (element == "fuzzy_start")
      event.fuzzyStart = event.fuzzyStart || yes;
    else if (element == "fuzzy_end")
      event.fuzzyEnd = event.fuzzyEnd || yes;
    else if (element == "ends_today")
      event.endsToday = yes;
    else if (element == "milestone")
      event.milestone = event.milestone || yes;
    else
      countLeftOut(element, text.trimmed(), yes);
  }

  void addCategory(TimelineProjectEvent& event, const QString& name) {
    if (event.categories.size() < 100)
      event.categories.append(name.trimmed());
    else
      leaveOut(m_events.archive(), "further categories");
  }

  void countLeftOut(const std::string& element, const QString& text, bool yes) {
    const bool nothing = text.isEmpty() || (element == "locked" && !yes) ||
                         (element == "progress" && text == QLatin1String("0"));
    if (nothing) return;
    static constexpr std::pair<std::string_view, std::string_view> kWords[] = {
        {"locked", "locks"}, {"progress", "progress in percent"}, {"icon", "icons"},
        {"alert", "alarms"}, {"default_color", "colours"},        {"color", "colours"}};
    for (const auto& [is, words] : kWords) {
      if (is == element) return leaveOut(m_events.archive(), std::string(words));
    }
    leaveOut(m_events.archive(), fmt::format("<{}> elements", shown(QString::fromStdString(element))));
  }

  XmlText m_xml;
  TimelineProjectEvents m_events;
  ForeignCaps m_caps;
  bool m_sawEvents = false;
};

/// Parted by ';'; "\;" is a semicolon, "\n" a line end, "\\" a backslash.
QStringList fieldsOf(const QString& line) {
  QStringList fields(QString{});
  for (qsizetype i = 0; i < line.size(); ++i) {
    if (line[i] == u'\\' && i + 1 < line.size()) {
      ++i;
      fields.back() += line[i] == u'n' ? QChar(u'\n') : line[i];
    } else if (line[i] == u';' && fields.size() < 64) {
      fields.append(QString());
    } else {
      fields.back() += line[i];
    }
  }
  return fields;
}

Result<ForeignArchive> readLines(const std::string& text, const ForeignCaps& caps, const Progress& progress) {
  TimelineProjectEvents events(caps);
  std::size_t line = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t stop = rest.find('\n');
    std::string_view one = rest.substr(0, stop);
    rest = stop == std::string_view::npos ? std::string_view() : rest.substr(stop + 1);
    if (one.ends_with('\r')) one.remove_suffix(1);
    const TablePlace place{static_cast<std::int64_t>(++line), 0};
    if (line % 1024 == 0 && progress.stopRequested())
      return fail(ErrorKind::Cancelled, "reading was stopped");
    constexpr std::string_view kEvent = "EVENT:";
    if (one.starts_with("CATEGORY:")) leaveOut(events.archive(), "colours of categories");
    if (!one.starts_with(kEvent)) {
      const bool known = one.empty() || one[0] == '#' || one.starts_with("CATEGORY:") ||
                         one.starts_with("PREFERRED-PERIOD:");
      if (!known)
        events.archive().remark(
            place, {},
            fmt::format("\"{}\" is not understood",
                        shown(QString::fromUtf8(one.data(), static_cast<qsizetype>(one.size())))));
      continue;
    }
    one.remove_prefix(kEvent.size());
    const QStringList fields = fieldsOf(QString::fromUtf8(one.data(), static_cast<qsizetype>(one.size())));
    if (fields.size() < 3) {
      events.archive().refuse(place, {}, "the line has fewer than three fields");
      continue;
    }
    TimelineProjectEvent event;
    event.place = place;
    event.start = fields[0];
    event.end = fields[1];
    event.text = fields[2];
    if (fields.size() > 3) event.categories.append(fields[3].trimmed());
    for (const QString& more : fields.mid(4)) {
      if (more.startsWith(QLatin1String("description:")))
        event.description = more.mid(12);
      else if (!more.trimmed().isEmpty())
        leaveOut(events.archive(), "icons and other data");
    }
    events.add(event);
    if (events.archive().entries() > caps.entries) {
      return fail(ErrorKind::Invalid, fmt::format("there are more than {} events", caps.entries));
    }
  }
  return std::move(events.archive());
}

}  // namespace

Result<ForeignArchive> readTimelineProject(std::string_view bytes, const ForeignCaps& caps,
                                           const Progress& progress) {
  if (!bytes.starts_with("# Written by Timeline")) {
    const std::size_t most =
        countTags(bytes, "<event>") + countTags(bytes, "<event ") + countTags(bytes, "<era>");
    if (most > caps.entries) {
      return fail(ErrorKind::Invalid, fmt::format("there are more than {} events", caps.entries));
    }
    return XmlReader(bytes, caps, progress).read(most);
  }
  if (bytes.size() > caps.fileBytes) {
    return fail(ErrorKind::Invalid,
                fmt::format("the file has {} bytes; at most {} can be read", bytes.size(), caps.fileBytes));
  }
  const auto text = decodeText(bytes);
  if (!text) return tl::unexpected(text.error());
  return readLines(text->text, caps, progress);
}

}  // namespace entente
