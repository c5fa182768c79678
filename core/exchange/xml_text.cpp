// SPDX-License-Identifier: GPL-3.0-or-later
// Every token passes step(), where depth, document types and requests to stop are seen.
#include "core/exchange/xml_text.h"

#include <fmt/core.h>

#include <QByteArray>
#include <algorithm>
#include <cctype>

#include "core/exchange/text_bytes.h"

namespace entente {

namespace {

/// Qt looks at every pair of an element's attributes for doubles.
constexpr std::size_t kMostAttributes = 1000;

/// Whether a tag has more '=' than that outside its quotes.
bool hasEndlessTag(std::string_view bytes) {
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at)) {
    const std::string_view rest = bytes.substr(at);
    const bool comment = rest.starts_with("<!--");
    if (comment || rest.starts_with("<![CDATA[")) {
      const std::size_t stop = bytes.find(comment ? "-->" : "]]>", at);
      if (stop == std::string_view::npos) return false;
      at = stop;
      continue;
    }
    char quote = 0;
    std::size_t equals = 0;
    for (++at; at < bytes.size() && (quote != 0 || bytes[at] != '>'); ++at) {
      const char c = bytes[at];
      if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote != 0 ? '\0' : c;
      } else if (quote == 0 && c == '=' && ++equals > kMostAttributes) {
        return true;
      }
    }
  }
  return false;
}

/// Of the declaration, in small letters; empty if it names none.
std::string declaredEncoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, std::min<std::size_t>(bytes.find("?>"), 200));
  if (!head.starts_with("<?xml")) return {};
  std::size_t at = head.find("encoding");
  if (at == std::string_view::npos) return {};
  at = head.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t stop = head.find(head[at], at + 1);
  std::string name(head.substr(at + 1, stop == std::string_view::npos ? 0 : stop - at - 1));
  for (char& c : name)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name;
}

}  // namespace

XmlText::XmlText(std::string_view bytes, const ForeignCaps& caps, const Progress& progress)
    : m_caps(caps), m_progress(progress) {
  if (bytes.size() > caps.fileBytes) {
    refuse(ErrorKind::Invalid,
           fmt::format("the file has {} bytes; at most {} can be read", bytes.size(), caps.fileBytes));
    return;
  }
  // Blank lines before the declaration are an error of XML, and common.
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) {
    refuse(ErrorKind::Foreign, "the file is empty");
    return;
  }
  bytes.remove_prefix(begin);
  if (hasEndlessTag(bytes)) {
    refuse(ErrorKind::Invalid, fmt::format("an element has more than {} attributes", kMostAttributes));
    return;
  }
  m_reader.setEntityExpansionLimit(0);
  // An encoding that is common and that Qt does not know.
  const std::string encoding = declaredEncoding(bytes);
  if (encoding == "windows-1252" || encoding == "cp1252" || encoding == "us-ascii" || encoding == "ascii") {
    const auto decoded = decodeText(bytes.substr(bytes.find("?>") + 2));
    if (decoded) {
      m_reader.addData(QByteArray::fromStdString(decoded->text));
      return;
    }
  }
  m_reader.addData(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

QXmlStreamReader::TokenType XmlText::refuse(ErrorKind kind, const std::string& reason) {
  if (!m_failed) {
    const TablePlace at = place();
    const bool placed = at.line > 1 || at.column > 1;
    m_error = {kind, placed ? fmt::format("line {}, column {}: {}", at.line, at.column, reason) : reason, {}};
  }
  m_failed = true;
  return QXmlStreamReader::Invalid;
}

QXmlStreamReader::TokenType XmlText::step() {
  if (m_failed) return QXmlStreamReader::Invalid;
  if (++m_steps % 4096 == 0) {
    if (m_progress.stopRequested()) return refuse(ErrorKind::Cancelled, "reading was stopped");
    if (m_steps % 65'536 == 0) m_progress.say(m_reader.characterOffset(), 0);
  }
  const QXmlStreamReader::TokenType token = m_reader.readNext();
  if (token == QXmlStreamReader::Invalid) {
    return refuse(ErrorKind::Foreign, "this is no valid XML: " + m_reader.errorString().toStdString());
  }
  if (token == QXmlStreamReader::DTD &&
      (!m_reader.entityDeclarations().isEmpty() || m_reader.text().contains(u"<!ENTITY"))) {
    return refuse(ErrorKind::Foreign, "its document type declares entities; such files are not read");
  }
  if (token == QXmlStreamReader::StartElement && ++m_depth > m_caps.depth) {
    return refuse(ErrorKind::Invalid, fmt::format("elements are nested more than {} deep", m_caps.depth));
  }
  if (token == QXmlStreamReader::EndElement) --m_depth;
  if (token == QXmlStreamReader::EndDocument) return QXmlStreamReader::Invalid;
  return token;
}

QXmlStreamReader::TokenType XmlText::nextTag() {
  for (;;) {
    const auto token = step();
    if (token == QXmlStreamReader::StartElement || token == QXmlStreamReader::EndElement ||
        token == QXmlStreamReader::Invalid) {
      return token;
    }
  }
}

bool XmlText::nextChild() {
  return nextTag() == QXmlStreamReader::StartElement;
}

QString XmlText::textOf() {
  QString text;
  for (int depth = 1; depth > 0;) {
    const auto token = step();
    if (token == QXmlStreamReader::Invalid) break;
    if (token == QXmlStreamReader::StartElement) ++depth;
    if (token == QXmlStreamReader::EndElement) --depth;
    if (token == QXmlStreamReader::Characters) text += m_reader.text();
    if (token == QXmlStreamReader::EntityReference)
      text += QLatin1Char('&') + m_reader.name().toString() + QLatin1Char(';');
  }
  return text;
}

std::size_t countTags(std::string_view bytes, std::string_view tag) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find(tag); at != std::string_view::npos; at = bytes.find(tag, at + 1))
    ++count;
  return count;
}

void XmlText::skip() {
  for (int depth = 1; depth > 0;) {
    const auto token = nextTag();
    if (token == QXmlStreamReader::Invalid) return;
    depth += token == QXmlStreamReader::StartElement ? 1 : -1;
  }
}

}  // namespace entente
