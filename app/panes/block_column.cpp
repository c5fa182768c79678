// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces that columns are set from.
#include "app/panes/block_column.h"

#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "app/panes/rival_mark.h"
#include "app/render/date_words.h"
#include "app/words/claim_words.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

struct GlyphOf {
  GlyphKind operator()(const Summit&) const { return GlyphKind::Summit; }
  GlyphKind operator()(const Message&) const { return GlyphKind::Message; }
  GlyphKind operator()(const Pledge&) const { return GlyphKind::Pledge; }
  GlyphKind operator()(const Statement& statement) const {
    return statement.form == StatementForm::Ruling ? GlyphKind::Ruling : GlyphKind::Statement;
  }
  GlyphKind operator()(const Period&) const { return GlyphKind::Period; }
  GlyphKind operator()(const PlainEvent&) const { return GlyphKind::Event; }
};

}  // namespace

bool isWebAddress(const QString& url) {
  const QUrl parsed(url, QUrl::StrictMode);
  const QString scheme = parsed.scheme();
  return parsed.isValid() && !parsed.host().isEmpty() &&
         (scheme == QLatin1String("http") || scheme == QLatin1String("https"));
}

QWidget* eventLink(const BlockStyle& style, const BlockActions& actions, const LinkEnd& end) {
  if (!end.event) return textLine(style, style.faces.body, Ink::Ink, end.title);
  QString html = end.title.toHtmlEscaped();
  if (end.when)
    html += QStringLiteral(" <span style=\"color:%1\">%2</span>")
                .arg(style.theme.ink3.name(), dateInWords(*end.when).toHtmlEscaped());
  return linkLine(style, html, QString::fromStdString(end.other().text()),
                  [jump = actions.jump](const QString& target) {
                    if (auto ref = RecordRef::parse(target.toStdString())) jump(*ref);
                  });
}

BlockColumn::BlockColumn(std::shared_ptr<const EventDetail> detail, std::shared_ptr<const Snapshot> snapshot,
                         const BlockStyle& style, BlockActions actions, QWidget* parent)
    : QWidget(parent),
      m_detail(std::move(detail)),
      m_snapshot(std::move(snapshot)),
      m_record(m_snapshot->refOf(m_detail->id).value_or(RecordRef())),
      m_style(style),
      m_actions(std::move(actions)),
      m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(16, 12, 16, 16);
  m_column->setSpacing(4);
}

GlyphKind BlockColumn::glyph() const {
  return std::visit(GlyphOf{}, m_detail->record);
}

void BlockColumn::add(QWidget* block) {
  m_column->addWidget(block);
}

void BlockColumn::addGap(int px) {
  m_column->addSpacing(px);
}

void BlockColumn::addHeading(const QString& text, const QString& note) {
  addGap(8);
  auto* row = new QHBoxLayout;
  QLabel* heading = textLine(m_style, m_style.faces.bodyStrong, Ink::Ink, text);
  heading->setWordWrap(false);
  row->addWidget(heading);
  row->addStretch(1);
  if (!note.isEmpty()) {
    QLabel* caption = textLine(m_style, m_style.faces.caption, Ink::Ink3, note);
    caption->setWordWrap(false);
    row->addWidget(caption);
  }
  m_column->addLayout(row);
}

void BlockColumn::addRow(const QString& caption, QWidget* value) {
  m_column->addLayout(captionRow(m_style, caption, value));
}

void BlockColumn::addText(const QString& caption, const QString& value) {
  if (!value.isEmpty()) addRow(caption, textLine(m_style, m_style.faces.body, Ink::Ink, value));
}

BlockColumn::TopicBlocks BlockColumn::topicBlocks(const Topic& topic) {
  const Resolution* resolution = m_snapshot->ledger.of(topic);
  if (!resolution) return {};
  const bool disputed = resolution->isDisputed();
  const auto claims = static_cast<int>(resolution->claimCount());
  const QString words = disputed      ? rivalsInWords(*resolution)
                        : claims == 1 ? tr("1 claim")
                                      : tr("%1 claims agree").arg(claims);
  auto* mark = new RivalMark(m_style, words, disputed);
  mark->setProperty("topic", topic.name);
  auto* place = new QWidget;
  auto* layout = new QVBoxLayout(place);
  layout->setContentsMargins(0, 0, 0, 4);
  const auto open = [this, topic, place, layout](bool show) {
    if (show && layout->isEmpty()) {
      constexpr int kColumns = 2;
      layout->addWidget(new ClaimsBoard(m_snapshot, topic, m_style, m_actions.claims, kColumns));
    }
    place->setVisible(show);
  };
  const bool isOpen = m_actions.isOpen && m_actions.isOpen(topic);
  mark->setChecked(isOpen);
  open(isOpen);
  connect(mark, &RivalMark::toggled, this, [this, topic, open](bool show) {
    open(show);
    if (m_actions.setOpen) m_actions.setOpen(topic, show);
  });
  return {mark, place};
}

void BlockColumn::addMarked(QLabel* line, const TopicBlocks& blocks) {
  if (!blocks.mark) return add(line);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  // The mark follows the words where one line holds both.
  constexpr int kOneLinePx = 380;
  const bool oneLine = QFontMetrics(line->font()).horizontalAdvance(line->text()) +
                           blocks.mark->sizeHint().width() + row->spacing() <
                       kOneLinePx;
  line->setWordWrap(!oneLine);
  row->addWidget(line, oneLine ? 0 : 1);
  row->addWidget(blocks.mark, 0, Qt::AlignVCenter);
  if (oneLine) row->addStretch(1);
  m_column->addLayout(row);
  m_column->addWidget(blocks.board);
}

void BlockColumn::addTopic(const Resolution& resolution) {
  const TopicBlocks blocks = topicBlocks(resolution.topic);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addWidget(textLine(m_style, m_style.faces.caption, Ink::Ink3, topicName(resolution.topic)));
  const ClaimedValue* shown = resolution.shown();
  words->addWidget(textLine(m_style, m_style.faces.body, shown ? Ink::Ink : Ink::Ink2,
                            shown ? valueInWords(*shown) : tr("no value holds")));
  row->addLayout(words, 1);
  row->addWidget(blocks.mark, 0, Qt::AlignTop);
  m_column->addLayout(row);
  m_column->addWidget(blocks.board);
}

void BlockColumn::addSource(const Source& source) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  const QString letter =
      source.reliability ? QString::fromLatin1(wordOf(*source.reliability).data(), 1) : QStringLiteral("–");
  auto* grade = new GradeBox(m_style, letter);
  const QString words = source.reliability ? reliabilityInWords(*source.reliability) : tr("not graded");
  grade->setToolTip(words);
  grade->setAccessibleName(tr("Reliability %1, %2").arg(letter, words));
  row->addWidget(grade, 0, Qt::AlignTop);

  auto* column = new QVBoxLayout;
  column->setSpacing(0);
  if (isWebAddress(source.url)) {
    QLabel* link = linkLine(m_style, source.title.toHtmlEscaped(), source.url, m_actions.openUrl);
    link->setToolTip(source.url.toHtmlEscaped());
    column->addWidget(link);
  } else {
    column->addWidget(textLine(m_style, m_style.faces.body, Ink::Ink, source.title));
  }
  QString under = source.publisher;
  if (source.published)
    under += (under.isEmpty() ? QString() : QStringLiteral(", ")) + dateInWords(*source.published);
  under += QStringLiteral(" · ") + words;
  column->addWidget(textLine(m_style, m_style.faces.caption, Ink::Ink3, under));
  row->addLayout(column, 1);
  m_column->addLayout(row);
}

QLabel* BlockColumn::wordLink(const WordAction& action) {
  QLabel* link = linkLine(m_style, action.words.toHtmlEscaped(), action.name,
                          [does = action.does](const QString&) { does(); });
  link->setObjectName(action.name);
  link->setFont(m_style.faces.caption);
  link->setWordWrap(false);
  return link;
}

void BlockColumn::addWordActions(const std::vector<WordAction>& actions) {
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  for (const WordAction& action : actions)
    row->addWidget(wordLink(action));
  row->addStretch(1);
  m_column->addLayout(row);
}

void BlockColumn::addEditable(QWidget* line, const RecordKey& key) {
  if (!m_actions.edit) return add(line);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(line, 1);
  row->addWidget(wordLink({tr("Edit"), QStringLiteral("edit-") + QString::fromStdString(key.uid),
                           [does = m_actions.edit, key] { does(key); }}),
                 0, Qt::AlignTop);
  m_column->addLayout(row);
}

void BlockColumn::addLinks() {
  if (m_detail->links.empty()) return;
  addHeading(tr("Connected"));
  // One row a relation and direction, in the order of the closed list.
  std::map<std::pair<Relation, bool>, std::vector<const LinkEnd*>> groups;
  for (const LinkEnd& end : m_detail->links)
    groups[{end.link.relation, !end.outgoing}].push_back(&end);
  for (auto& [key, ends] : groups) {
    std::ranges::stable_sort(ends, {}, [](const LinkEnd* end) {
      return end->when ? end->when->bounds().earliestBegin : kEndOfTime;
    });
    auto* box = new QWidget;
    auto* list = new QVBoxLayout(box);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(2);
    for (const LinkEnd* end : ends) {
      auto* row = new QHBoxLayout;
      row->setSpacing(8);
      row->addWidget(eventLink(m_style, m_actions, *end), 1);
      if (m_actions.edit) {
        const RecordKey link{TableId::Links, end->link.uid.value};
        row->addWidget(wordLink({tr("Edit"), QStringLiteral("edit-") + QString::fromStdString(link.uid),
                                 [does = m_actions.edit, link] { does(link); }}),
                       0, Qt::AlignTop);
      }
      list->addLayout(row);
    }
    addRow(relationInWords(key.first, !key.second), box);
  }
}

}  // namespace entente
