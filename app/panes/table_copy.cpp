// SPDX-License-Identifier: GPL-3.0-or-later
// Escapes cells for the two formats; quoting is that of the bundles.
#include "app/panes/table_copy.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>
#include <QStringList>
#include <string>

#include "app/render/date_words.h"
#include "app/words/event_words.h"
#include "core/model/canonical_csv.h"

namespace entente {

namespace {

struct TableCopy {
  Q_DECLARE_TR_FUNCTIONS(TableCopy)
};

bool startsFormula(QChar c) {
  return QStringLiteral("=+-@\t\r").contains(c);
}

/// See toCsv for what it is and how it is taken back.
QString withoutFormula(const QString& cell) {
  qsizetype at = 0;
  while (at < cell.size() && cell[at] == QLatin1Char('\''))
    ++at;
  return at < cell.size() && startsFormula(cell[at]) ? QLatin1Char('\'') + cell : cell;
}

void appendCsvLine(std::string& out, const std::vector<QString>& cells) {
  bool first = true;
  for (const QString& cell : cells) {
    if (!first) out += ',';
    first = false;
    appendCsvCell(out, withoutFormula(cell).toStdString());
  }
  out += "\r\n";
}

QString markdownCell(const QString& cell) {
  static const QString kMarkup = QStringLiteral("\\`*_{}[]<>|~&#");
  QString out;
  out.reserve(cell.size() + 8);
  for (qsizetype i = 0; i < cell.size(); ++i) {
    const QChar c = cell[i];
    if (c == QLatin1Char('\r') || c == QLatin1Char('\n')) {
      if (c == QLatin1Char('\r') && i + 1 < cell.size() && cell[i + 1] == QLatin1Char('\n')) ++i;
      out += QStringLiteral("<br>");
      continue;
    }
    if (kMarkup.contains(c)) out += QLatin1Char('\\');
    out += c;
  }
  return out;
}

QString markdownLine(const std::vector<QString>& cells) {
  QString line = QStringLiteral("|");
  for (const QString& cell : cells)
    line += QLatin1Char(' ') + markdownCell(cell) + QStringLiteral(" |");
  return line + QLatin1Char('\n');
}

QString sourceTitles(const Snapshot& snapshot, EventId id) {
  QStringList titles;
  if (const EventParties* parties = snapshot.partiesOf(id)) {
    for (const SourceUid& uid : parties->sources) {
      const Source* source = snapshot.source(uid);
      titles << (source ? source->title : QString::fromStdString(uid.value));
    }
  }
  return titles.join(QStringLiteral("; "));
}

}  // namespace

CopyTable eventTable(const Snapshot& snapshot, const std::vector<EventId>& events) {
  CopyTable table;
  table.header = {TableCopy::tr("uid"),
                  TableCopy::tr("kind"),
                  TableCopy::tr("when (EDTF)"),
                  TableCopy::tr("when in words"),
                  TableCopy::tr("title"),
                  TableCopy::tr("sources"),
                  TableCopy::tr("disputed fields")};
  table.rows.reserve(events.size());
  for (const EventId id : events) {
    const EventTitle* title = snapshot.title(id);
    if (!title) continue;
    const std::uint32_t disputed = snapshot.disputesOf(id).disputedFields;
    table.rows.push_back({QString::fromStdString(title->uid.value), eventKindInWords(title->kind),
                          title->when ? QString::fromStdString(title->when->edtf()) : QString(),
                          title->when ? dateInWords(*title->when) : QString(), title->title,
                          sourceTitles(snapshot, id), disputed > 0 ? QString::number(disputed) : QString()});
  }
  return table;
}

QString toCsv(const CopyTable& table) {
  std::string out;
  appendCsvLine(out, table.header);
  for (const std::vector<QString>& row : table.rows)
    appendCsvLine(out, row);
  return QString::fromStdString(out);
}

QString toMarkdown(const CopyTable& table) {
  QString out = markdownLine(table.header) + QLatin1Char('|');
  for (std::size_t i = 0; i < table.header.size(); ++i)
    out += QStringLiteral(" --- |");
  out += QLatin1Char('\n');
  for (const std::vector<QString>& row : table.rows)
    out += markdownLine(row);
  return out;
}

void copyEvents(const Snapshot& snapshot, const std::vector<EventId>& events, CopyFormat format) {
  const CopyTable table = eventTable(snapshot, events);
  const bool csv = format == CopyFormat::Csv;
  const QString text = csv ? toCsv(table) : toMarkdown(table);
  auto* copied = new QMimeData;
  copied->setText(text);
  copied->setData(csv ? QStringLiteral("text/csv") : QStringLiteral("text/markdown"), text.toUtf8());
  QGuiApplication::clipboard()->setMimeData(copied);
}

}  // namespace entente
