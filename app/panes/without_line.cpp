// SPDX-License-Identifier: GPL-3.0-or-later
// Compares with the archive as it is.
#include "app/panes/without_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "app/render/date_words.h"
#include "app/render/type.h"
#include "app/words/citation_words.h"
#include "app/words/claim_words.h"
#include "core/view/lens_changes.h"

namespace entente {

namespace {

constexpr std::size_t kMostNamed = 12;

QString changesInWords(const LensChanges& changes) {
  if (changes.isEmpty()) return WithoutLine::tr("nothing changes");
  QStringList parts;
  const auto add = [&parts](std::size_t count, const QString& one, const QString& many) {
    if (count == 1) parts << one;
    if (count > 1) parts << many.arg(count);
  };
  add(changes.gone.size(), WithoutLine::tr("1 event is gone"), WithoutLine::tr("%1 events are gone"));
  add(changes.moved.size(), WithoutLine::tr("1 date moves"), WithoutLine::tr("%1 dates move"));
  add(changes.resolved.size(), WithoutLine::tr("1 shown value changes"),
      WithoutLine::tr("%1 shown values change"));
  add(changes.noLongerDisputed, WithoutLine::tr("1 field is no longer disputed"),
      WithoutLine::tr("%1 fields are no longer disputed"));
  return parts.join(QStringLiteral(", "));
}

/// The changes one by one, for the tool tip.
QString listInWords(const LensChanges& changes, const Snapshot& before) {
  QStringList lines;
  for (const EventId id : changes.gone)
    lines << WithoutLine::tr("gone: %1").arg(before.title(id)->title);
  for (const LensChanges::Moved& moved : changes.moved) {
    const auto words = [](const std::optional<FuzzyDate>& date) {
      return date ? dateInWords(*date) : WithoutLine::tr("no date");
    };
    lines << WithoutLine::tr("%1: %2 instead of %3")
                 .arg(before.title(moved.event)->title, words(moved.to), words(moved.from));
  }
  for (const LensChanges::Resolved& resolved : changes.resolved) {
    const Resolution& was = *before.ledger.of(resolved.topic);
    const QString what = WithoutLine::tr("%1, %2", "record, field")
                             .arg(subjectInWords(before, resolved.topic.subject), topicName(resolved.topic));
    const QString now = resolved.gone       ? WithoutLine::tr("nobody claims anything")
                        : resolved.shownNow ? valueInWords(was.values[*resolved.shownNow])
                                            : WithoutLine::tr("no value holds");
    lines << QStringLiteral("%1: %2").arg(what, now);
  }
  QString html;
  for (std::size_t i = 0; i < static_cast<std::size_t>(lines.size()) && i < kMostNamed; ++i)
    html += (i > 0 ? QStringLiteral("<br>") : QString()) + lines[static_cast<int>(i)].toHtmlEscaped();
  if (static_cast<std::size_t>(lines.size()) > kMostNamed)
    html += QStringLiteral("<br>") +
            WithoutLine::tr("and %1 more").arg(static_cast<std::size_t>(lines.size()) - kMostNamed);
  return html.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(html);
}

}  // namespace

WithoutLine::WithoutLine(Session& session, QWidget* parent)
    : LineBar(parent),
      m_session(session),
      m_label(new QLabel),
      m_back(new QPushButton(tr("Put the source back"))) {
  setObjectName(QStringLiteral("withoutLine"));
  setAccessibleName(tr("Without a source"));
  m_label->setTextFormat(Qt::PlainText);
  m_label->setWordWrap(true);
  m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  row()->addWidget(m_label, 1);
  row()->addWidget(m_back);
  connect(m_back, &QPushButton::clicked, this, [this] { m_session.setWithout(SourceUid()); });
  connect(&m_session, &Session::lensChanged, this, &WithoutLine::take);
  connect(&m_session, &Session::snapshotChanged, this, &WithoutLine::take);
  connect(&m_session, &Session::archiveClosed, this, [this] { hide(); });
  hide();
  applyStyle();
}

QString WithoutLine::text() const {
  return isHidden() ? QString() : m_label->text();
}

void WithoutLine::styleContent() {
  m_label->setFont(typeFaces(font(), font().pointSizeF() / kBasePoints).body);
}

void WithoutLine::take() {
  const SourceUid& source = m_session.without();
  setVisible(m_session.snapshot() && !source.value.empty());
  if (isHidden()) return;
  const Snapshot before = seenThrough(m_session.snapshot()->content, lensOf(m_session.view()));
  const Source* left = before.ledger.source(source);
  const QString name = left ? shortCitation(*left) : QString::fromStdString(source.value);
  const LensChanges changes = changesBetween(before, *m_session.snapshot());
  m_label->setText(tr("Shown without %1: %2.").arg(name, changesInWords(changes)));
  m_label->setToolTip(listInWords(changes, before));
  m_label->setAccessibleName(m_label->text());
}

}  // namespace entente
