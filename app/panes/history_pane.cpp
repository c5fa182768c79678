// SPDX-License-Identifier: GPL-3.0-or-later
// Lists the steps.
#include "app/panes/history_pane.h"

#include <QDateTime>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/panes/list_look.h"
#include "app/panes/table_ink.h"
#include "app/render/date_words.h"
#include "app/session/session.h"

namespace entente {

namespace {

constexpr int kNumberRole = Qt::UserRole;

QString timeInWords(Instant at) {
  return wordsLocale().toString(QDateTime::fromSecsSinceEpoch(at.seconds),
                                QStringLiteral("d MMMM yyyy, HH:mm"));
}

}  // namespace

HistoryPane::HistoryPane(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_list(new QListWidget), m_note(new QLabel) {
  setObjectName(QStringLiteral("historyPane"));
  setAccessibleName(tr("History"));
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(8);
  m_note->setWordWrap(true);
  m_list->setObjectName(QStringLiteral("historyList"));
  m_list->setAccessibleName(tr("Steps"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setWordWrap(true);
  auto* button = new QPushButton(tr("Go to this step"));
  m_go = button;
  button->setObjectName(QStringLiteral("goToStep"));
  column->addWidget(m_note);
  column->addWidget(m_list, 1);
  column->addWidget(button, 0, Qt::AlignLeft);
  setFocusProxy(m_list);
  connect(m_list, &QListWidget::itemActivated, this, &HistoryPane::go);
  connect(button, &QPushButton::clicked, this, &HistoryPane::go);
  connect(m_list, &QListWidget::currentItemChanged, button, [this](const QListWidgetItem* item) {
    m_go->setEnabled(item != nullptr && m_session.isEditable());
  });
  connect(&m_session, &Session::snapshotChanged, this, &HistoryPane::askRefresh);
  connect(&m_session, &Session::archiveClosed, this, &HistoryPane::askRefresh);
  button->setEnabled(false);
  askRefresh();
}

QSize HistoryPane::sizeHint() const {
  return {412, 600};
}

void HistoryPane::setTheme(ThemeName name) {
  m_theme = name;
  setPalette(entente::palette(theme(name)));
  styleList(*m_list, theme(name));
  askRefresh();
}

void HistoryPane::refresh() {
  m_list->clear();
  const auto& snapshot = m_session.snapshot();
  if (!snapshot) {
    m_note->setText(tr("No archive is open."));
    return;
  }
  const std::vector<HistoryStep>& steps = snapshot->content->history;
  m_note->setText(
      steps.empty()
          ? tr("Nothing was changed in this archive yet. Every change will stand here, and can be "
               "undone from here even years later.")
          : tr("Every change of this archive, oldest first. Go to a step to undo what came after."));
  setWordsColor(*m_note, theme(m_theme).ink2);
  if (steps.empty()) return;
  const auto add = [this](const QString& text, std::int64_t number, bool undone) {
    auto* item = new QListWidgetItem(text, m_list);
    item->setData(kNumberRole, static_cast<qlonglong>(number));
    if (undone) item->setForeground(theme(m_theme).ink3);
    QFont font = m_list->font();
    font.setItalic(undone);
    item->setFont(font);
    return item;
  };
  QListWidgetItem* holds = add(tr("The archive as it was first"), 0, false);
  for (const HistoryStep& step : steps) {
    const QString when = timeInWords(step.madeAt);
    QListWidgetItem* item = add(step.undone ? tr("%1\n%2, undone").arg(step.title, when)
                                            : tr("%1\n%2", "step, time").arg(step.title, when),
                                step.number, step.undone);
    if (!step.undone) holds = item;
  }
  QFont strong = holds->font();
  strong.setWeight(QFont::DemiBold);
  holds->setFont(strong);
  m_list->setCurrentItem(holds);
  m_list->scrollToItem(holds);
}

void HistoryPane::go() {
  const QListWidgetItem* item = m_list->currentItem();
  if (!item) return;
  const std::int64_t number = item->data(kNumberRole).toLongLong();
  QMetaObject::invokeMethod(
      this, [this, number] { m_session.goToStep(number); }, Qt::QueuedConnection);
}

}  // namespace entente
