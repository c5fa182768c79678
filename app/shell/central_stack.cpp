// SPDX-License-Identifier: GPL-3.0-or-later
// Two pages under a banner and a line of progress.
#include "app/shell/central_stack.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/shell/empty_archive_note.h"
#include "app/shell/progress_line.h"
#include "app/shell/welcome_page.h"
#include "app/timeline/overview_strip.h"
#include "app/timeline/timeline_view.h"

namespace entente {

CentralStack::CentralStack(TimelineView* timeline, OverviewStrip* overview, WelcomePage* welcome,
                           QWidget* below, QWidget* parent)
    : QWidget(parent),
      m_pages(new QStackedWidget),
      m_progress(new ProgressLine),
      m_banner(new QWidget),
      m_message(new QLabel),
      m_welcome(welcome),
      m_empty(new EmptyArchiveNote) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);

  auto* banner = new QHBoxLayout(m_banner);
  banner->setContentsMargins(16, 8, 8, 8);
  m_message->setWordWrap(true);
  m_message->setTextFormat(Qt::PlainText);
  m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_message->setObjectName(QStringLiteral("error"));
  auto* dismiss = new QPushButton(tr("Dismiss"));
  connect(dismiss, &QPushButton::clicked, this, &CentralStack::clearMessage);
  banner->addWidget(m_message, 1);
  banner->addWidget(dismiss, 0, Qt::AlignTop);
  m_banner->hide();

  m_pages->addWidget(welcome);
  auto* page = new QWidget;
  auto* canvas = new QVBoxLayout(page);
  canvas->setContentsMargins(0, 0, 0, 0);
  canvas->setSpacing(0);
  auto* shared = new QGridLayout;
  shared->addWidget(timeline, 0, 0);
  shared->addWidget(m_empty, 0, 0, Qt::AlignCenter);
  m_empty->hide();
  canvas->addLayout(shared, 1);
  canvas->addWidget(overview);
  m_pages->addWidget(page);
  column->addWidget(m_progress);
  column->addWidget(m_banner);
  column->addWidget(below);
  column->addWidget(m_pages, 1);
}

void CentralStack::setTheme(ThemeName name) {
  m_theme = name;
  m_progress->setTheme(name);
  m_welcome->setTheme(name);
  m_empty->setTheme(name);
}

void CentralStack::setFirstSteps(const std::vector<QAction*>& steps) {
  m_empty->setSteps(steps);
}

void CentralStack::setEmpty(bool empty) {
  m_empty->setVisible(empty);
  m_empty->raise();
}

void CentralStack::showTimeline() {
  m_pages->setCurrentIndex(1);
}

void CentralStack::showWelcome() {
  m_pages->setCurrentIndex(0);
}

void CentralStack::showMessage(const QString& text, const QString& spokenName) {
  m_message->setText(text);
  m_message->setAccessibleName(spokenName);
  m_banner->show();
}

void CentralStack::showError(const QString& text) {
  showMessage(text, tr("Error: %1").arg(text));
}

void CentralStack::showNotice(const QString& text) {
  showMessage(text, text);
}

void CentralStack::clearMessage() {
  m_banner->hide();
}

}  // namespace entente
