// SPDX-License-Identifier: GPL-3.0-or-later
// A page for the timeline, a page for "nothing is open", a banner for errors.
#include "app/shell/central_stack.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/timeline/timeline_view.h"

namespace entente {

CentralStack::CentralStack(TimelineView* timeline, QWidget* parent)
    : QWidget(parent),
      m_pages(new QStackedWidget),
      m_banner(new QWidget),
      m_error(new QLabel),
      m_empty(new QLabel) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);

  auto* banner = new QHBoxLayout(m_banner);
  banner->setContentsMargins(16, 8, 8, 8);
  m_error->setWordWrap(true);
  m_error->setTextFormat(Qt::PlainText);
  m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_error->setObjectName(QStringLiteral("error"));
  auto* dismiss = new QPushButton(tr("Dismiss"));
  connect(dismiss, &QPushButton::clicked, m_banner, &QWidget::hide);
  banner->addWidget(m_error, 1);
  banner->addWidget(dismiss);
  m_banner->hide();
  column->addWidget(m_banner);

  auto* page = new QWidget;
  page->setBackgroundRole(QPalette::Base);
  page->setAutoFillBackground(true);
  auto* middle = new QVBoxLayout(page);
  middle->addStretch(2);
  m_empty->setAlignment(Qt::AlignCenter);
  middle->addWidget(m_empty);
  auto* open = new QPushButton(tr("Open an archive…"));
  connect(open, &QPushButton::clicked, this, &CentralStack::openRequested);
  middle->addWidget(open, 0, Qt::AlignHCenter);
  middle->addStretch(3);

  m_pages->addWidget(timeline);
  m_pages->addWidget(page);
  column->addWidget(m_pages, 1);
}

void CentralStack::showTimeline() {
  m_banner->hide();
  m_pages->setCurrentIndex(0);
}

void CentralStack::showError(const QString& text) {
  m_error->setText(text);
  m_banner->show();
  const auto* timeline = static_cast<TimelineView*>(m_pages->widget(0));
  if (!timeline->hasPicture()) {
    m_empty->setText(tr("No archive is open."));
    m_pages->setCurrentIndex(1);
  }
}

void CentralStack::setLoading(bool loading) {
  setCursor(loading ? Qt::BusyCursor : Qt::ArrowCursor);
}

}  // namespace entente
