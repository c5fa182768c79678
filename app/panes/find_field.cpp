// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and clicks go to the session; what it says is shown. Places and painting are in find_field_layout.cpp.
#include "app/panes/find_field.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <algorithm>

#include "app/panes/find_chip.h"
#include "app/panes/find_hits.h"
#include "app/render/date_words.h"
#include "app/render/type.h"
#include "app/session/session.h"

namespace entente {

namespace {

constexpr std::size_t kNoChip = static_cast<std::size_t>(-1);

QToolButton* smallButton(QWidget* parent, const QString& sign, const QString& name, const QString& tip) {
  auto* button = new QToolButton(parent);
  button->setText(sign);
  button->setAccessibleName(name);
  button->setToolTip(tip);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::StrongFocus);
  button->setCursor(Qt::ArrowCursor);
  button->hide();
  return button;
}

}  // namespace

FindField::FindField(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_more(new FindChip(QString(), this)) {
  setObjectName(QStringLiteral("findField"));
  setAccessibleName(tr("Filter and search"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_more->setObjectName(QStringLiteral("moreChips"));
  m_more->hide();
  connect(m_more, &QToolButton::clicked, this, &FindField::filterRequested);
  makeEdit();
  makeTail();
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPauseMs);
  connect(&m_pause, &QTimer::timeout, this, &FindField::searchNow);
  connectSession();
  applyStyle();
  refreshChips();
  onFindChanged();
}

void FindField::makeEdit() {
  m_edit = new QLineEdit(this);
  m_edit->setObjectName(QStringLiteral("words"));
  m_edit->setAccessibleName(tr("Search words, people, places"));
  m_edit->setFrame(false);
  m_edit->installEventFilter(this);
  connect(m_edit, &QLineEdit::textEdited, this, [this] {
    m_walkOnFound.reset();
    m_pause.start();
    refreshCount();
  });
}

void FindField::makeTail() {
  m_count = new QLabel(this);
  m_count->setObjectName(QStringLiteral("count"));
  m_count->setTextFormat(Qt::PlainText);
  m_count->hide();
  m_previous = smallButton(this, QStringLiteral("‹"), tr("Previous event found"),
                           tr("Go to the event found before this one (Shift+Enter)"));
  m_previous->setObjectName(QStringLiteral("previousHit"));
  m_next = smallButton(this, QStringLiteral("›"), tr("Next event found"),
                       tr("Go to the next event found (Enter)"));
  m_next->setObjectName(QStringLiteral("nextHit"));
  m_clear = smallButton(this, QStringLiteral("×"), tr("End the search"), tr("End the search (Esc)"));
  m_clear->setObjectName(QStringLiteral("endSearch"));
  connect(m_previous, &QToolButton::clicked, this, [this] { walk(LaneSlices::Step::Previous); });
  connect(m_next, &QToolButton::clicked, this, [this] { walk(LaneSlices::Step::Next); });
  connect(m_clear, &QToolButton::clicked, this, [this] {
    endSearch();
    m_edit->setFocus(Qt::OtherFocusReason);
  });
}

void FindField::connectSession() {
  connect(&m_session, &Session::findChanged, this, &FindField::onFindChanged);
  connect(&m_session, &Session::filterChanged, this, [this] {
    refreshChips();
    refreshCount();
  });
  connect(&m_session, &Session::selectionChanged, this, &FindField::refreshCount);
  connect(&m_session, &Session::archiveOpened, this, [this] {
    refreshChips();
    refreshCount();
  });
  connect(&m_session, &Session::archiveClosed, this, [this] {
    refreshChips();
    refreshCount();
  });
}

void FindField::start() {
  m_edit->setFocus(Qt::ShortcutFocusReason);
  m_edit->selectAll();
}

void FindField::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void FindField::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) applyStyle();
}

void FindField::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void FindField::mousePressEvent(QMouseEvent*) {
  m_edit->setFocus(Qt::MouseFocusReason);
}

bool FindField::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_edit) return QWidget::eventFilter(watched, event);
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
  if (event->type() == QEvent::KeyPress && keyPressed(*static_cast<QKeyEvent*>(event))) return true;
  if (event->type() == QEvent::ShortcutOverride) {
    // Before a shortcut of the window takes them.
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down ||
        key == Qt::Key_Up) {
      event->accept();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

bool FindField::keyPressed(const QKeyEvent& key) {
  switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      walk(key.modifiers().testFlag(Qt::ShiftModifier) ? LaneSlices::Step::Previous : LaneSlices::Step::Next);
      return true;
    case Qt::Key_Escape:
      endSearch();
      Q_EMIT left();
      return true;
    case Qt::Key_Down:
      searchNow();
      Q_EMIT left();
      return true;
    default:
      return false;
  }
}

void FindField::searchNow() {
  m_pause.stop();
  const QString words = m_edit->text().trimmed();
  if (words == m_session.found().words) {
    refreshCount();
    return;
  }
  m_asked = words;
  m_session.find(words);
}

void FindField::endSearch() {
  m_pause.stop();
  m_walkOnFound.reset();
  m_edit->clear();
  m_asked.clear();
  m_session.find({});
}

void FindField::walk(LaneSlices::Step step) {
  searchNow();
  if (m_session.found().searching) {
    m_walkOnFound = step;
  } else if (m_session.found().isActive()) {
    m_session.walkHits(step);
  }
}

void FindField::onFindChanged() {
  const FindResult& found = m_session.found();
  if (found.words != m_asked) {
    // Somebody else asked: a saved view, another archive.
    m_pause.stop();
    m_walkOnFound.reset();
    m_asked = found.words;
    m_edit->setText(found.words);
  }
  refreshCount();
  if (found.searching || !m_walkOnFound) return;
  const LaneSlices::Step step = *m_walkOnFound;
  m_walkOnFound.reset();
  m_session.walkHits(step);
}

std::size_t FindField::focusedChip() const {
  const auto chip =
      std::ranges::find_if(m_chips, [this](const FindChip* c) { return window()->focusWidget() == c; });
  return chip == m_chips.end() ? kNoChip : static_cast<std::size_t>(chip - m_chips.begin());
}

void FindField::refreshChips() {
  const auto& snapshot = m_session.snapshot();
  const std::vector<FilterChoice> choices =
      snapshot ? choicesOf(m_session.view().filter) : std::vector<FilterChoice>();
  const std::size_t focused = focusedChip();
  for (FindChip* chip : m_chips) {
    // One of them may be the sender of the click that led here.
    chip->hide();
    chip->deleteLater();
  }
  m_chips.clear();
  m_choices = choices;
  for (const FilterChoice& choice : m_choices) {
    auto* chip = new FindChip(tr("%1 ×", "a choice of the filter, and the sign for removing it")
                                  .arg(choiceInShort(*snapshot, choice)),
                              this);
    const QString removal = removalInWords(*snapshot, choice);
    chip->setObjectName(QStringLiteral("chip"));
    chip->setAccessibleName(removal);
    chip->setToolTip(plainToolTip(removal));
    chip->setTheme(m_theme);
    chip->setFont(m_edit->font());
    connect(chip, &QToolButton::clicked, this,
            [this, choice] { m_session.setFilter(withChoice(m_session.view().filter, choice, false)); });
    m_chips.push_back(chip);
  }
  setTabs();
  arrange();
  if (focused == kNoChip) return;
  QWidget* next = m_edit;
  if (!m_chips.empty()) next = m_chips[std::min(focused, m_chips.size() - 1)];
  (next->isVisibleTo(this) ? next : m_edit)->setFocus(Qt::OtherFocusReason);
}

void FindField::setTabs() {
  QWidget* last = nullptr;
  const auto add = [&last](QWidget* widget) {
    if (last) QWidget::setTabOrder(last, widget);
    last = widget;
  };
  for (FindChip* chip : m_chips)
    add(chip);
  for (QWidget* widget :
       {static_cast<QWidget*>(m_more), static_cast<QWidget*>(m_edit), static_cast<QWidget*>(m_previous),
        static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_clear)})
    add(widget);
}

void FindField::refreshCount() {
  m_edit->setEnabled(m_session.snapshot() != nullptr);
  const FindHits hits = hitsOf(m_session);
  const QString count = hitCountInWords(m_session, hits);
  const bool active = m_session.found().isActive();
  m_count->setText(count);
  m_count->setVisible(active);
  const bool many = hits.shown > 0;
  for (QToolButton* button : {m_previous, m_next}) {
    button->setVisible(active);
    button->setEnabled(many);
  }
  m_clear->setVisible(active || !m_edit->text().isEmpty());
  QString more;
  if (hits.leftOut > 0 && hits.shown > 0)
    more = hits.leftOut == 1 ? tr("The filter leaves out 1 more event.")
                             : tr("The filter leaves out %1 more events.")
                                   .arg(wordsLocale().toString(qulonglong{hits.leftOut}));
  m_count->setToolTip(more);
  // What a screen reader says of the field; Qt announces the change.
  m_edit->setAccessibleDescription(more.isEmpty() ? count : tr("%1. %2", "count, sentence").arg(count, more));
  arrange();
}

void FindField::applyStyle() {
  const Theme& colors = theme(m_theme);
  setPalette(entente::palette(colors));
  const TypeFaces faces = typeFaces(font(), font().pointSizeF() / kBasePoints);
  QPalette clear = entente::palette(colors);
  clear.setColor(QPalette::Base, Qt::transparent);
  clear.setColor(QPalette::Disabled, QPalette::Base, Qt::transparent);
  m_edit->setPalette(clear);
  m_edit->setFont(faces.body);
  QPalette quiet = entente::palette(colors);
  quiet.setColor(QPalette::WindowText, colors.ink2);
  m_count->setPalette(quiet);
  m_count->setFont(faces.body);
  for (FindChip* chip : m_chips) {
    chip->setTheme(m_theme);
    chip->setFont(faces.body);
  }
  m_more->setTheme(m_theme);
  m_more->setFont(faces.body);
  for (QToolButton* button : {m_previous, m_next, m_clear})
    button->setFont(faces.date);
  updateGeometry();
  arrange();
  update();
}

}  // namespace entente
