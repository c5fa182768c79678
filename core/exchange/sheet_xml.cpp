// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the tags.
#include "core/exchange/sheet_xml.h"

#include <fmt/core.h>

#include <string>

namespace entente {

namespace {

constexpr int kDeepest = 64;
constexpr int kMostAttributes = 1'024;

enum class Fault : unsigned char { None, Zero, Doctype, Deep, Attributes };

class TagScan {
 public:
  explicit TagScan(std::string_view bytes) : m_bytes(bytes) {}

  Fault run() {
    if (m_bytes.find('\0') != std::string_view::npos) return Fault::Zero;
    while ((m_at = m_bytes.find('<', m_at)) != std::string_view::npos) {
      const Fault fault = tag();
      if (fault != Fault::None) return fault;
    }
    return Fault::None;
  }

 private:
  [[nodiscard]] bool begins(std::string_view text) const { return m_bytes.substr(m_at, text.size()) == text; }
  void skipBehind(std::string_view end) {
    const std::size_t found = m_bytes.find(end, m_at);
    m_at = found == std::string_view::npos ? m_bytes.size() : found + end.size();
  }

  Fault tag() {
    if (begins("<!--")) {
      m_at += 4;
      skipBehind("-->");
      return Fault::None;
    }
    if (begins("<![CDATA[")) {
      skipBehind("]]>");
      return Fault::None;
    }
    if (begins("<!")) return Fault::Doctype;
    if (begins("<?")) {
      skipBehind("?>");
      return Fault::None;
    }
    if (begins("</")) {
      --m_depth;
      skipBehind(">");
      return Fault::None;
    }
    return element();
  }

  Fault element() {
    int attributes = 0;
    char quote = 0;
    for (++m_at; m_at < m_bytes.size(); ++m_at) {
      const char c = m_bytes[m_at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
        if (++attributes > kMostAttributes) return Fault::Attributes;
      } else if (c == '>') {
        if (m_bytes[m_at - 1] != '/') ++m_depth;
        break;
      }
    }
    return m_depth > kDeepest ? Fault::Deep : Fault::None;
  }

  std::string_view m_bytes;
  std::size_t m_at = 0;
  int m_depth = 0;
};

}  // namespace

Result<void> checkSheetXml(std::string_view bytes, std::string_view part) {
  std::string what;
  switch (TagScan(bytes).run()) {
    case Fault::None:
      return {};
    case Fault::Zero:
      what = "zero bytes";
      break;
    case Fault::Doctype:
      what = "a document type, which no workbook has,";
      break;
    case Fault::Deep:
      what = fmt::format("elements nested deeper than {}", kDeepest);
      break;
    case Fault::Attributes:
      what = fmt::format("an element with more than {} attributes", kMostAttributes);
      break;
  }
  return fail(ErrorKind::Invalid,
              fmt::format("The part '{}' of the workbook has {} and is not read.", part, what));
}

}  // namespace entente
