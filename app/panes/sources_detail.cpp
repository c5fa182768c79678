// SPDX-License-Identifier: GPL-3.0-or-later
// Made anew for every source, theme and font.
#include "app/panes/sources_detail.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

#include "app/panes/block_column.h"
#include "app/panes/detail_blocks.h"
#include "app/panes/sources_words.h"
#include "app/render/date_words.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

/// An address has no spaces to break at: places to break are put in where one would read a part.
QString breakableHtml(const QString& url) {
  constexpr int kLongestRun = 20;
  QString html;
  int run = 0;
  for (const QChar c : url) {
    html += QString(c).toHtmlEscaped();
    const bool breaks = QStringLiteral("/?&=-_.").contains(c);
    run = breaks ? 0 : run + 1;
    if (breaks || run == kLongestRun) html += QChar(0x200B);
    if (run == kLongestRun) run = 0;
  }
  return html;
}

class FactColumn {
 public:
  FactColumn(QWidget& page, const BlockStyle& style) : m_style(style), m_layout(new QVBoxLayout(&page)) {
    m_layout->setContentsMargins(8, 8, 8, 8);
    m_layout->setSpacing(4);
  }

  void add(const QFont& font, Ink ink, const QString& text) {
    if (!text.isEmpty()) m_layout->addWidget(textLine(m_style, font, ink, text));
  }

  void addGrade(const std::optional<Reliability>& grade) {
    const QString letter = grade ? QString::fromLatin1(wordOf(*grade).data(), 1) : QStringLiteral("–");
    const QString words = grade ? SourcesDetail::tr("%1 of A to F in the NATO/Admiralty system: %2")
                                      .arg(letter, reliabilityInWords(*grade))
                                : SourcesDetail::tr("Not graded in the NATO/Admiralty system");
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* box = new GradeBox(m_style, letter);
    box->setAccessibleName(words);
    row->addWidget(box, 0, Qt::AlignTop);
    row->addWidget(textLine(m_style, m_style.faces.body, Ink::Ink2, words), 1);
    m_layout->addLayout(row);
  }

  void startFacts() {
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(2);
    m_facts->setColumnStretch(1, 1);
    m_layout->addLayout(m_facts);
  }

  void addFact(const QString& caption, QWidget* value) {
    const int row = m_facts->rowCount();
    QLabel* name = textLine(m_style, m_style.faces.body, Ink::Ink3, caption);
    name->setWordWrap(false);
    m_facts->addWidget(name, row, 0, Qt::AlignTop);
    m_facts->addWidget(value, row, 1);
  }

  void addFact(const QString& caption, const QString& value) {
    if (!value.isEmpty()) addFact(caption, textLine(m_style, m_style.faces.body, Ink::Ink, value));
  }

  void end() { m_layout->addStretch(1); }

 private:
  const BlockStyle& m_style;
  QVBoxLayout* m_layout;
  QGridLayout* m_facts = nullptr;
};

QString dateOf(const std::optional<FuzzyDate>& date) {
  return date ? dateInWords(*date) : QString();
}

}  // namespace

SourcesDetail::SourcesDetail(std::function<void(const QString&)> openUrl, QWidget* parent)
    : QScrollArea(parent), m_openUrl(std::move(openUrl)) {
  setObjectName(QStringLiteral("sourceDetail"));
  setAccessibleName(tr("The source"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setBackgroundRole(QPalette::Base);
  viewport()->setBackgroundRole(QPalette::Base);
  rebuild();
}

void SourcesDetail::setSource(const std::optional<Source>& source, const SourceVoice& voice) {
  m_source = source;
  m_voice = voice;
  rebuild();
}

void SourcesDetail::setTheme(ThemeName name) {
  m_theme = name;
  rebuild();
}

void SourcesDetail::changeEvent(QEvent* event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::FontChange) rebuild();
}

void SourcesDetail::rebuild() {
  auto* page = new QWidget;
  page->setBackgroundRole(QPalette::Base);
  const BlockStyle style{theme(m_theme), typeFaces(font(), font().pointSizeF() / kBasePoints)};
  if (m_source) {
    const Source& source = *m_source;
    FactColumn column(*page, style);
    column.add(style.faces.chartTitle, Ink::Ink, source.title.isEmpty() ? sourceName(source) : source.title);
    if (!source.root.isEmpty() && source.root != source.publisher)
      column.add(style.faces.body, Ink::Ink2, tr("Repeats the story of %1").arg(source.root));
    column.addGrade(source.reliability);
    column.startFacts();
    column.addFact(tr("Author"), source.author);
    column.addFact(tr("Publisher"), source.publisher);
    column.addFact(tr("Date"), dateOf(source.published));
    column.addFact(tr("Known from"), dateOf(source.knownFrom));
    column.addFact(tr("Read on"), dateOf(source.accessed));
    column.addFact(tr("Kind"), sourceKindInWords(source.kind));
    column.addFact(tr("Language"), source.language.isEmpty() ? QString() : languageInWords(source.language));
    if (isWebAddress(source.url)) {
      QLabel* link = linkLine(style, breakableHtml(source.url), source.url, m_openUrl);
      link->setObjectName(QStringLiteral("address"));
      link->setToolTip(source.url.toHtmlEscaped());
      link->setAccessibleName(tr("Open %1 in the browser").arg(source.url));
      column.addFact(tr("Address"), link);
    } else {
      column.addFact(tr("Address"), source.url);
    }
    column.addFact(tr("Claims"), claimsInWords(m_voice));
    column.addFact(tr("Alone"), aloneInWords(m_voice));
    column.addFact(tr("Note"), source.note);
    column.end();
  }
  setWidget(page);
  // A new widget stands last in the window's order of focus; its place is here.
  if (auto* link = page->findChild<QLabel*>(QStringLiteral("address"))) setTabOrder(this, link);
  verticalScrollBar()->setValue(0);
}

}  // namespace entente
