// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the findings and lists them.
#include "app/panes/check_pane.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <array>
#include <utility>

#include "app/panes/list_look.h"
#include "app/panes/table_ink.h"
#include "app/session/session.h"
#include "app/words/finding_words.h"

namespace entente {

namespace {

QString severityInWords(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return CheckPane::tr("Error");
    case Severity::Warning:
      return CheckPane::tr("Warning");
    case Severity::Note:
      return CheckPane::tr("Note");
  }
  return {};
}

/// "1 error, 2 warnings"; what is 0 is left out.
QString countsInWords(const std::array<int, 3>& counts) {
  const std::array words{std::pair(CheckPane::tr("1 error"), CheckPane::tr("%1 errors")),
                         std::pair(CheckPane::tr("1 warning"), CheckPane::tr("%1 warnings")),
                         std::pair(CheckPane::tr("1 note"), CheckPane::tr("%1 notes"))};
  QStringList parts;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 1) parts << words[i].first;
    if (counts[i] > 1) parts << words[i].second.arg(counts[i]);
  }
  return parts.join(QStringLiteral(", "));
}

}  // namespace

CheckPane::CheckPane(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_note(new QLabel), m_list(new QTreeWidget) {
  setObjectName(QStringLiteral("checkPane"));
  setAccessibleName(tr("Check"));
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(8);
  m_note->setWordWrap(true);
  m_list->setObjectName(QStringLiteral("checkList"));
  m_list->setAccessibleName(tr("Findings"));
  m_list->setColumnCount(3);
  m_list->setHeaderLabels({tr("Weight"), tr("Record"), tr("What was found")});
  m_list->setRootIsDecorated(false);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setWordWrap(true);
  m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  m_list->header()->setSectionResizeMode(1, QHeaderView::Interactive);
  m_list->header()->resizeSection(1, 220);
  m_list->header()->setStretchLastSection(true);
  column->addWidget(m_note);
  column->addWidget(m_list, 1);
  setFocusProxy(m_list);
  connect(m_list, &QTreeWidget::itemActivated, this, &CheckPane::go);
  connect(m_list, &QTreeWidget::itemClicked, this, &CheckPane::go);
  const auto changed = [this] {
    if (isVisible()) ask();
  };
  connect(&m_session, &Session::snapshotChanged, this, changed);
  connect(&m_session, &Session::archiveClosed, this, [this] {
    m_list->clear();
    m_content = nullptr;
    m_note->setText(tr("No archive is open."));
  });
  m_note->setText(tr("No archive is open."));
}

QSize CheckPane::sizeHint() const {
  return {600, 248};
}

void CheckPane::setTheme(ThemeName name) {
  m_theme = name;
  setPalette(entente::palette(theme(name)));
  styleList(*m_list, theme(name));
  setWordsColor(*m_note, theme(name).ink2);
}

void CheckPane::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  ask();
}

void CheckPane::ask() {
  const auto& snapshot = m_session.snapshot();
  if (!snapshot) return;
  const std::uint64_t revision = snapshot->dataset.revision;
  if (m_content == snapshot->content.get() && m_checked == revision) return;
  m_content = snapshot->content.get();
  m_checked = revision;
  m_session.askCheck(this, [this](Result<CheckedRecords> answer) {
    if (answer) {
      list(answer->findings, *answer->records);
    } else {
      m_list->clear();
      m_note->setText(QString::fromStdString(answer.error().text()));
    }
  });
}

void CheckPane::list(const std::vector<Finding>& findings, const Records& records) {
  m_findings = findings;
  m_list->clear();
  const RecordTitles titles(records);
  std::array<int, 3> counts{};
  for (const Finding& finding : findings) {
    ++counts[static_cast<std::size_t>(finding.severity)];
    const QString sentence = findingInWords(finding, titles);
    auto* item =
        new QTreeWidgetItem(m_list, {severityInWords(finding.severity), titles.of(finding.record), sentence});
    if (finding.severity == Severity::Error) item->setForeground(0, theme(m_theme).refuted);
    const std::string_view word = wordOf(finding.check);
    item->setToolTip(0, QLatin1String(word.data(), static_cast<int>(word.size())));
    item->setToolTip(2, QStringLiteral("<qt>%1</qt>").arg(sentence.toHtmlEscaped()));
  }
  m_list->setVisible(!findings.empty());
  m_note->setText(findings.empty() ? tr("Nothing in this archive contradicts anything else in it.")
                                   : tr("%1. Click one to go to its record.").arg(countsInWords(counts)));
  Q_EMIT countChanged(static_cast<int>(findings.size()));
}

void CheckPane::go() {
  const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
  if (row < 0) return;
  const Finding& finding = m_findings[static_cast<std::size_t>(row)];
  if (m_session.select(finding.record)) return;
  if (finding.record.kind == RecordKind::Source) return m_session.showSource(SourceUid(finding.record.uid));
  const auto topics = m_session.snapshot()->ledger.of(finding.record);
  if (!topics.empty()) m_session.showTopic(topics.front().topic);
}

}  // namespace entente
