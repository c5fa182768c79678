// SPDX-License-Identifier: GPL-3.0-or-later
// One left-aligned column in the middle of a page.
#include "app/shell/welcome_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/render/type.h"
#include "app/shell/recent_row.h"

namespace entente {

namespace {

constexpr int kWidestPx = 560;

QLabel* line(const QString& text) {
  auto* label = new QLabel;
  label->setTextFormat(Qt::PlainText);
  label->setText(text);
  label->setWordWrap(true);
  label->setForegroundRole(QPalette::WindowText);
  return label;
}

}  // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent),
      m_name(line(tr("Entente"))),
      m_what(line(tr(
          "Summits, messages between leaders, pledges, and what was said about them: on one timeline, every "
          "fact with its source."))),
      m_new(new QPushButton(tr("Make a new archive…"))),
      m_open(new QPushButton(tr("Open an archive…"))),
      m_builtIn(new QPushButton(tr("Open the built-in archive"))),
      m_drop(line(tr("Or drop an archive on the window."))),
      m_recentTitle(line(tr("Recent archives"))) {
  setObjectName(QStringLiteral("welcome"));
  setAccessibleName(tr("Welcome"));
  m_new->setObjectName(QStringLiteral("newArchive"));
  m_new->setToolTip(tr("For a story of your own"));
  connect(m_new, &QPushButton::clicked, this, &WelcomePage::newRequested);
  m_open->setObjectName(QStringLiteral("openArchive"));
  m_builtIn->setObjectName(QStringLiteral("openBuiltIn"));
  m_builtIn->setToolTip(tr("The NATO summit of June 2025, its 5% pledge, and the text messages around it"));
  connect(m_open, &QPushButton::clicked, this, &WelcomePage::openRequested);
  connect(m_builtIn, &QPushButton::clicked, this, &WelcomePage::builtInRequested);
  makeColumn();
  setRecent({});
  applyStyle();
}

void WelcomePage::makeColumn() {
  auto* texts = new QWidget;
  texts->setMaximumWidth(kWidestPx);
  // Words stand above words: what is no row is set in by a row's padding.
  auto* words = new QVBoxLayout;
  words->setContentsMargins(8, 0, 8, 0);
  words->setSpacing(0);
  words->addWidget(m_name);
  words->addSpacing(4);
  words->addWidget(m_what);
  words->addSpacing(24);
  words->addWidget(m_new, 0, Qt::AlignLeft);
  words->addSpacing(8);
  words->addWidget(m_open, 0, Qt::AlignLeft);
  words->addSpacing(8);
  words->addWidget(m_builtIn, 0, Qt::AlignLeft);
  words->addSpacing(8);
  words->addWidget(m_drop);
  words->addSpacing(24);
  words->addWidget(m_recentTitle);
  words->addSpacing(4);
  m_rows = new QVBoxLayout;
  m_rows->setSpacing(0);
  auto* column = new QVBoxLayout(texts);
  column->setContentsMargins(16, 24, 16, 24);
  column->setSpacing(0);
  column->addStretch(2);
  column->addLayout(words);
  column->addLayout(m_rows);
  column->addStretch(3);

  auto* page = new QWidget;
  auto* middle = new QHBoxLayout(page);
  middle->setContentsMargins(0, 0, 0, 0);
  middle->addStretch(1);
  middle->addWidget(texts, 1000);
  middle->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setBackgroundRole(QPalette::Base);
  scroll->viewport()->setBackgroundRole(QPalette::Base);
  scroll->setWidget(page);
  page->setAutoFillBackground(false);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(scroll);
}

void WelcomePage::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void WelcomePage::setRecent(const std::vector<RecentFile>& files) {
  for (RecentRow* row : m_recent) {
    // One of them may be the sender of the click that led here.
    row->hide();
    m_rows->removeWidget(row);
    row->deleteLater();
  }
  m_recent.clear();
  for (const RecentFile& file : files) {
    auto* row = new RecentRow(file.path, file.exists);
    row->setObjectName(QStringLiteral("recent"));
    row->setTheme(m_theme);
    connect(row, &RecentRow::clicked, this, [this, path = file.path] { Q_EMIT recentRequested(path); });
    m_rows->addWidget(row);
    m_recent.push_back(row);
  }
  m_recentTitle->setVisible(!files.empty());
}

void WelcomePage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) applyStyle();
}

void WelcomePage::applyStyle() {
  const Theme& colors = theme(m_theme);
  setPalette(entente::palette(colors));
  const TypeFaces faces = typeFaces(font(), font().pointSizeF() / kBasePoints);
  m_name->setFont(faces.title);
  m_what->setFont(faces.date);
  m_drop->setFont(faces.caption);
  m_recentTitle->setFont(faces.bodyStrong);
  for (QPushButton* button : {m_new, m_open, m_builtIn}) {
    // The style leaves no room beside the words.
    constexpr int kBesideWordsPx = 32;
    constexpr int kAboveWordsPx = 12;
    button->setFont(faces.body);
    const QFontMetrics metrics(faces.body);
    button->setMinimumSize(metrics.horizontalAdvance(button->text()) + kBesideWordsPx,
                           metrics.height() + kAboveWordsPx);
  }
  QPalette quiet = palette();
  quiet.setColor(QPalette::WindowText, colors.ink2);
  m_what->setPalette(quiet);
  quiet.setColor(QPalette::WindowText, colors.ink3);
  m_drop->setPalette(quiet);
  for (RecentRow* row : m_recent)
    row->setTheme(m_theme);
}

}  // namespace entente
