// SPDX-License-Identifier: GPL-3.0-or-later
// Counts by the same rule by which the session walks.
#include "app/panes/find_hits.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/render/date_words.h"

namespace entente {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("FindHits", text);
}

QString number(std::size_t value) {
  return wordsLocale().toString(qulonglong{value});
}

/// With %1 for the excerpt.
QString sentence(const Snapshot& snapshot, const SearchHit& hit) {
  switch (hit.field) {
    case SearchField::Title:
      return tr("Found in the title: %1");
    case SearchField::Words: {
      const EventTitle* title = snapshot.title(hit.event);
      return title && title->kind == EventKind::Message ? tr("Found in the text of the message: %1")
                                                        : tr("Found in the quotation: %1");
    }
    case SearchField::Summary:
      return tr("Found in the summary or a note: %1");
    case SearchField::Names:
      return tr("Found among the names: %1");
    case SearchField::Claims:
      return tr("Found in a claim: %1");
    case SearchField::Sources:
      return tr("Found in a source: %1");
  }
  return QStringLiteral("%1");
}

/// Marks outside the excerpt are left out, overlapping ones are joined.
QString marked(const SearchHit& hit) {
  QString html;
  int done = 0;
  for (const SearchHit::Mark& mark : hit.marks) {
    const int begin = std::max(done, mark.begin);
    const int end = std::min(static_cast<int>(hit.excerpt.size()), mark.begin + mark.length);
    if (begin >= end) continue;
    html += hit.excerpt.mid(done, begin - done).toHtmlEscaped();
    html += QStringLiteral("<b>%1</b>").arg(hit.excerpt.mid(begin, end - begin).toHtmlEscaped());
    done = end;
  }
  return html + hit.excerpt.mid(done).toHtmlEscaped();
}

FindWhere plain(const QString& text) {
  return {text, text.toHtmlEscaped(), false, false};
}

const SearchHit* selectedHit(const Session& session) {
  if (!session.selected()) return nullptr;
  const auto found = session.found().indexOf.find(*session.selected());
  return found == session.found().indexOf.end() ? nullptr : &session.found().hits[found->second];
}

QString leftOutInWords(std::size_t count) {
  return count == 1 ? tr("The only event found is left out by the filter.")
                    : tr("All %1 events found are left out by the filter.").arg(number(count));
}

}  // namespace

FindHits hitsOf(const Session& session) {
  FindHits hits;
  if (!session.snapshot() || !session.found().isActive()) return hits;
  for (const SearchHit& hit : session.found().hits) {
    if (!matches(*session.snapshot(), hit.event, session.view().filter)) {
      ++hits.leftOut;
      continue;
    }
    ++hits.shown;
    if (session.selected() == hit.event) hits.place = hits.shown;
  }
  return hits;
}

QString hitCountInWords(const Session& session, const FindHits& hits) {
  const FindResult& found = session.found();
  if (!found.isActive()) return {};
  if (found.searching) return tr("searching…");
  if (found.error) return tr("not searched");
  if (hits.shown == 0) return tr("none found");
  if (hits.place) return tr("%1 of %2").arg(number(*hits.place), number(hits.shown));
  return tr("%1 found").arg(number(hits.shown));
}

FindWhere whereFound(const Session& session, const FindHits& hits) {
  const FindResult& found = session.found();
  if (!found.isActive() || found.searching || !session.snapshot()) return {};
  if (found.error) {
    FindWhere where = plain(QString::fromStdString(found.error->text()));
    where.isError = true;
    return where;
  }
  if (const SearchHit* hit = selectedHit(session); hit && !hit->excerpt.isEmpty()) {
    const QString words = sentence(*session.snapshot(), *hit);
    return {words.arg(hit->excerpt), words.toHtmlEscaped().arg(marked(*hit)), false, false};
  }
  if (hits.shown > 0) return {};
  if (hits.leftOut > 0) {
    FindWhere where = plain(leftOutInWords(hits.leftOut));
    where.canDropFilter = true;
    return where;
  }
  return plain(tr("No event has “%1”. Try fewer words, or fewer letters of them.").arg(found.words));
}

}  // namespace entente
