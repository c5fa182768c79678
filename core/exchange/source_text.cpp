// SPDX-License-Identifier: GPL-3.0-or-later
// Dates are read twice, as on two days far apart: what differs depends on the day of reading.
#include "core/exchange/source_text.h"

#include <utility>

#include "core/exchange/plain_text.h"
#include "core/exchange/published_text.h"
#include "core/time/people_dates.h"

namespace entente {

namespace {

bool looksLikeHtml(const QString& text) {
  for (const char* mark : {"</", "<br", "<BR", "<p>", "<P>", "<a ", "<b>", "<i>", "<html", "<span", "&nbsp;",
                           "&amp;", "&lt;", "&gt;", "&quot;", "&#"})
    if (text.contains(QLatin1String(mark))) return true;
  return false;
}

bool hasBlocks(const QString& text) {
  for (const char* mark : {"<br", "<p>", "<p ", "<div", "<li", "<tr"})
    if (text.contains(QLatin1String(mark), Qt::CaseInsensitive)) return true;
  return false;
}

}  // namespace

tl::expected<FuzzyDate, std::string> readSourceDate(std::string_view text) {
  std::string_view plain = withoutSpaces(text);
  // Programs that know only moments write a day as its midnight.
  for (const std::string_view midnight :
       {"T00:00:00.000Z", "T00:00:00Z", "T00:00:00", "T00:00Z", " 00:00:00"})
    if (plain.size() == 10 + midnight.size() && plain.substr(10) == midnight) plain = plain.substr(0, 10);
  if (auto edtf = FuzzyDate::parse(plain)) return *edtf;
  PeopleContext context;
  context.today = {1970, 6, 15};
  const auto one = readPeopleDate(plain, context);
  context.today = {1991, 11, 2};
  const auto other = readPeopleDate(plain, context);
  if (!one) return tl::make_unexpected(one.error().reason);
  if (!other || one->edtf != other->edtf)
    return tl::make_unexpected(std::string("it depends on the day of reading"));
  if (one->ambiguous) return tl::make_unexpected(std::string("it can be read in two ways"));
  auto date = FuzzyDate::parse(one->edtf);
  if (!date) return tl::make_unexpected(date.error().message);
  return *date;
}

std::string_view shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U)
    --most;
  return text.substr(0, most);
}

QString doiAddress(const QString& doi) {
  QString plain = doi.trimmed();
  for (const char* prefix : {"https://", "http://", "dx.doi.org/", "www.doi.org/", "doi.org/", "doi:"})
    if (plain.startsWith(QLatin1String(prefix), Qt::CaseInsensitive))
      plain.remove(0, QLatin1String(prefix).size());
  plain = plain.trimmed();
  if (!plain.startsWith(QLatin1String("10.")) || !plain.contains(QLatin1Char('/')) ||
      plain.contains(QLatin1Char(' ')) || plain.contains(QLatin1Char('\n')))
    return {};
  return QStringLiteral("https://doi.org/") + plain;
}

QString withoutControls(QString text) {
  const auto isControl = [](QChar c) {
    return c.category() == QChar::Other_Control && c != QLatin1Char('\t') && c != QLatin1Char('\n');
  };
  text.removeIf(isControl);
  return text;
}

QString textWithoutMarkup(QString text) {
  text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
  text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
  if (!looksLikeHtml(text)) return withoutControls(std::move(text)).trimmed();
  text.replace(QLatin1String("<jats:"), QLatin1String("<"));
  text.replace(QLatin1String("</jats:"), QLatin1String("</"));
  if (!hasBlocks(text)) text.replace(QLatin1Char('\n'), QLatin1String("<br>"));
  return plainText(text).trimmed();
}

void appendParagraph(QString& text, const QString& more) {
  if (more.isEmpty() || text == more) return;
  if (!text.isEmpty()) text += QLatin1Char('\n');
  text += more;
}

QString CitationTail::text() const {
  if (container.isEmpty() && volume.isEmpty() && issue.isEmpty() && pages.isEmpty() && place.isEmpty())
    return {};
  QString result = container;
  if (!volume.isEmpty())
    result += (result.isEmpty() ? QStringLiteral("vol. ") : QStringLiteral(" ")) + volume;
  if (!issue.isEmpty())
    result += volume.isEmpty()
                  ? (result.isEmpty() ? QString() : QStringLiteral(" ")) + QStringLiteral("no. ") + issue
                  : QStringLiteral("(") + issue + QStringLiteral(")");
  if (!pages.isEmpty()) result += (result.isEmpty() ? QStringLiteral("pp. ") : QStringLiteral(", ")) + pages;
  if (!place.isEmpty()) result += (result.isEmpty() ? QString() : QStringLiteral(", ")) + place;
  return (container.isEmpty() ? QString() : QStringLiteral("In: ")) + result;
}

}  // namespace entente
