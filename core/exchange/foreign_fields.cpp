// SPDX-License-Identifier: GPL-3.0-or-later
// Texts are cleaned the same way in all readers.
#include "core/exchange/foreign_fields.h"

#include <fmt/core.h>

#include <algorithm>

#include "core/exchange/plain_text.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

/// Halves of surrogate pairs as U+FFFD.
QString valid(const QString& text) {
  return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

/// The address in a piece of HTML: of a frame or picture before that of a link.
QString addressIn(const QString& html) {
  for (const QString& name : {QStringLiteral("src"), QStringLiteral("href")}) {
    for (qsizetype at = html.indexOf(name, 0, Qt::CaseInsensitive); at >= 0;
         at = html.indexOf(name, at + 1, Qt::CaseInsensitive)) {
      const QStringView rest = QStringView(html).mid(at + name.size()).left(4096).trimmed();
      if (!rest.startsWith(u'=')) continue;
      const QStringView value = rest.mid(1).trimmed();
      if (value.isEmpty()) return {};
      const QChar quote = value[0];
      if (quote != u'"' && quote != u'\'') continue;
      const qsizetype stop = value.indexOf(quote, 1);
      if (stop > 1) return value.mid(1, stop - 1).toString();
    }
  }
  return {};
}

}  // namespace

void leaveOut(ForeignArchive& archive, const std::string& what, std::size_t entries) {
  if (entries == 0) return;
  const bool room = archive.leftOut.size() < kMostLeftOut || archive.leftOut.contains(what);
  archive.leftOut[room ? what : "other values"] += entries;
}

QString readText(const QString& raw, const ForeignCaps& caps, ForeignArchive& archive, TablePlace place,
                 const std::string& where) {
  if (raw.isEmpty()) return {};
  // What is far beyond the cap is not worth cleaning first; markup is rarely longer than its text.
  const auto most = static_cast<qsizetype>(caps.textBytes);
  const bool huge = raw.size() / 4 > most;
  QString text = plainText(valid(huge ? raw.left(most * 4) : raw)).trimmed();
  const bool long_ = text.size() > most || text.toUtf8().size() > most;
  if (!huge && !long_) return text;
  if (long_) {
    QByteArray bytes = text.toUtf8().left(most);
    while (!bytes.isEmpty() && (static_cast<unsigned char>(bytes.back()) & 0xC0U) == 0x80U)
      bytes.chop(1);
    if (!bytes.isEmpty() && static_cast<unsigned char>(bytes.back()) >= 0x80U) bytes.chop(1);
    text = QString::fromUtf8(bytes);
  }
  archive.remark(place, where,
                 fmt::format("the text has more than {} bytes and was cut there", caps.textBytes));
  return text;
}

QString readLine(const QString& raw, const ForeignCaps& caps, ForeignArchive& archive, TablePlace place,
                 const std::string& where) {
  return readText(raw, caps, archive, place, where).simplified();
}

QString readKey(const QString& raw) {
  QString key = valid(raw.left(4096)).trimmed();
  key.removeIf([](QChar c) { return c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0); });
  return key;
}

QString titleOf(const QString& text) {
  const QString line = text.simplified();
  if (line.size() <= 80) return line;
  const qsizetype space = line.lastIndexOf(u' ', 79);
  QString head = line.left(space > 40 ? space : 79);
  if (head.back().isHighSurrogate()) head.chop(1);
  return head + QChar(0x2026);
}

void addTag(std::vector<QString>& tags, const QString& tag) {
  if (!tag.isEmpty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(tag);
}

void addParagraph(QString& text, const QString& more) {
  if (more.isEmpty()) return;
  if (!text.isEmpty()) text += u'\n';
  text += more;
}

std::optional<ForeignSource> readMedia(const QString& url, const QString& caption, const QString& credit,
                                       ForeignArchive& archive) {
  ForeignSource media;
  QString address = url.trimmed();
  QString words = caption;
  if (address.startsWith(u'<')) {
    const QString inside = addressIn(address);
    if (inside.isEmpty()) addParagraph(words, plainText(valid(address)).simplified());
    address = inside;
  }
  if (address.startsWith(QStringLiteral("data:"), Qt::CaseInsensitive)) {
    leaveOut(archive, "pictures inside the file");
    address.clear();
  }
  // An address has no blanks; what has some is a quotation that the program would show.
  if (address.contains(u'\n') || address.size() > 4096) {
    addParagraph(words, plainText(valid(address)).simplified());
    address.clear();
  }
  if (address.isEmpty() && words.isEmpty() && credit.isEmpty()) return std::nullopt;
  media.source.url = readKey(address);
  media.source.title = words.isEmpty() ? titleOf(media.source.url) : words.simplified();
  if (media.source.title.isEmpty()) media.source.title = credit;
  media.source.author = credit;
  return media;
}

QString jsonText(const QJsonValue& value) {
  if (value.isString()) return value.toString();
  if (value.isBool()) return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
  if (!value.isDouble()) return {};
  const double number = value.toDouble();
  const qint64 whole = value.toInteger(std::numeric_limits<qint64>::min());
  if (whole != std::numeric_limits<qint64>::min()) return QString::number(whole);
  return QString::number(number, 'g', 15);
}

void countUnknown(const QJsonObject& object, std::string_view known, ForeignArchive& archive) {
  for (auto member = object.begin(); member != object.end(); ++member) {
    const QJsonValue value = member.value();
    const bool empty = value.isNull() || (value.isString() && value.toString().trimmed().isEmpty()) ||
                       (value.isBool() && !value.toBool());
    const std::string name = member.key().toStdString();
    if (empty || isListed(name, known)) continue;
    leaveOut(archive, fmt::format("\"{}\" values", shown(member.key())));
  }
}

std::string shown(const QString& value) {
  return titleOf(valid(value.left(500))).toStdString();
}

void remarkOn(const ProgramDate& date, ForeignArchive& archive, TablePlace place, const std::string& where) {
  if (date.monthFirst) {
    archive.remark(
        place, where,
        fmt::format("the month was taken to stand first, as these programs do: {}; look whether it is "
                    "right",
                    edtfOf(date)));
  }
  if (date.wrongWeekday) {
    archive.remark(place, where,
                   fmt::format("{} was another day of the week than the file says", edtfOf(date)));
  }
  if (date.hasFraction) leaveOut(archive, "fractions of seconds");
  if (isBeyondEdtf(date)) {
    archive.remark(
        place, where,
        fmt::format("only the year {} was kept: EDTF has no months in years beyond 9999", date.day.year));
  }
}

}  // namespace entente
