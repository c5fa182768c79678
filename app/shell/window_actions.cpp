// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's actions do.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QStatusBar>
#include <QTimeZone>
#include <algorithm>
#include <map>

#include "app/charts/pledge_pane.h"
#include "app/panes/claim_copy.h"
#include "app/panes/find_field.h"
#include "app/panes/find_hit_line.h"
#include "app/panes/go_to_line.h"
#include "app/panes/import_dialog.h"
#include "app/shell/entry_files.h"
#include "app/panes/known_line.h"
#include "app/panes/measure_line.h"
#include "app/panes/table_copy.h"
#include "app/panes/without_line.h"
#include "app/render/zone_tables.h"
#include "app/shell/about_card.h"
#include "app/shell/central_stack.h"
#include "app/shell/chart_files.h"
#include "app/shell/key_card.h"
#include "app/shell/lanes_menu.h"
#include "app/shell/legend_card.h"
#include "app/shell/main_window.h"
#include "app/shell/properties_card.h"
#include "app/shell/save_picture.h"
#include "app/shell/window_files.h"
#include "app/timeline/overview_strip.h"
#include "app/timeline/timeline_view.h"
#include "app/words/record_words.h"
#include "core/view/office_tracks.h"
#include "core/view/selection_summary.h"

namespace entente {

namespace {

/// The desktop's own palette, before ours covers it: Qt 6.4 cannot ask for the colour scheme.
bool desktopIsDark() {
  static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
  return dark;
}

ThemeName themeFor(ThemeChoice choice) {
  switch (choice) {
    case ThemeChoice::System:
      return desktopIsDark() ? ThemeName::Dark : ThemeName::Light;
    case ThemeChoice::Light:
      return ThemeName::Light;
    case ThemeChoice::Dark:
      return ThemeName::Dark;
    case ThemeChoice::HighContrast:
      return ThemeName::HighContrast;
  }
  return ThemeName::Light;
}

QString plain(QString menuText) {
  return menuText.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

std::vector<KeyCardGroup> keyGroups() {
  std::vector<KeyCardGroup> groups;
  for (const ActionRow& row : actionTable()) {
    if (row.keys.isEmpty()) continue;
    const QString title = plain(menuTitle(row.menu));
    auto group = std::ranges::find(groups, title, &KeyCardGroup::title);
    if (group == groups.end()) group = groups.insert(groups.end(), KeyCardGroup{title, {}});
    QStringList keys;
    for (const QKeySequence& key : row.keys)
      keys << key.toString(QKeySequence::NativeText);
    group->rows.push_back({keys.join(QStringLiteral(", ")), row.tip});
  }
  KeyCardGroup timeline{QCoreApplication::translate("Actions", "On the timeline"), {}};
  for (const GestureRow& row : timelineGestures())
    timeline.rows.push_back({row.keys, row.what});
  groups.push_back(std::move(timeline));
  return groups;
}

template <class F>
void forEachWindow(F does) {
  for (QWidget* widget : QApplication::topLevelWidgets()) {
    if (auto* window = qobject_cast<MainWindow*>(widget)) does(*window);
  }
}

}  // namespace

double desktopPointSize() {
  static const double points = QApplication::font().pointSizeF();
  return points;
}

void applyTextPercent(int percent) {
  QFont font = QApplication::font();
  font.setPointSizeF(desktopPointSize() * percent / 100);
  QApplication::setFont(font);
}

void MainWindow::applyTheme(ThemeChoice choice) {
  m_theme = themeFor(choice);
  QApplication::setPalette(entente::palette(theme(m_theme)));
  m_timeline->setTheme(m_theme);
  m_overview->setTheme(m_theme);
  m_find->setTheme(m_theme);
  m_hitLine->setTheme(m_theme);
  m_measureLine->setTheme(m_theme);
  m_goTo->setTheme(m_theme);
  m_known->setTheme(m_theme);
  m_without->setTheme(m_theme);
  m_central->setTheme(m_theme);
  m_panes->setTheme(m_theme);
  m_actions.at(ActionId::ThemeSystem)->setChecked(choice == ThemeChoice::System);
  m_actions.at(ActionId::ThemeLight)->setChecked(choice == ThemeChoice::Light);
  m_actions.at(ActionId::ThemeDark)->setChecked(choice == ThemeChoice::Dark);
  m_actions.at(ActionId::ThemeHighContrast)->setChecked(choice == ThemeChoice::HighContrast);
}

void MainWindow::chooseTheme(ThemeChoice choice) {
  settings::setTheme(choice);
  forEachWindow([choice](MainWindow& window) { window.applyTheme(choice); });
}

void MainWindow::chooseTextPercent(int percent) {
  percent = std::clamp(percent, kSmallestTextPercent, kLargestTextPercent);
  settings::setTextPercent(percent);
  applyTextPercent(percent);
}

void MainWindow::newWindow() {
  auto* window = new MainWindow(settings::theme());
  window->setAttribute(Qt::WA_DeleteOnClose);
  window->resize(size());
  window->move(pos() + QPoint(32, 32));
  window->m_panes->restore(m_panes->state());
  window->show();
  if (m_session->snapshot()) window->m_session->open(m_session->path(), m_session->state());
}

void MainWindow::savePicture() {
  showFailure(savePictureOf(*m_session, m_theme, m_timeline->size(), this));
}

void MainWindow::showFailure(const std::optional<QString>& error) {
  if (error) m_central->showError(*error);
}

void MainWindow::importFigures(const QString& table) {
  if (!m_session->snapshot())
    return m_central->showNotice(
        tr("Figures are imported into an archive: open one first, then drop the table."));
  auto* dialog = new ImportDialog(*m_session, m_theme, this);
  if (!table.isEmpty()) dialog->openTable(table);
  dialog->open();
}

namespace {

/// The window's answers to what an import finds.
ImportWays waysOf(WindowFiles& files, std::function<void(const QString&)> asFigures) {
  return {[&files](const QString& archive) { files.open(archive); }, std::move(asFigures)};
}

}  // namespace

void MainWindow::importTable(const QString& file) {
  importEntries(*m_session, m_theme, this, file,
                waysOf(*m_files, [this](const QString& table) { importFigures(table); }));
}

void MainWindow::pasteTable() {
  const auto ways = waysOf(*m_files, [this](const QString& table) { importFigures(table); });
  if (!importPasted(*m_session, m_theme, this, QGuiApplication::clipboard()->mimeData(), ways))
    m_central->showNotice(tr("There is no text to paste: copy cells of a spreadsheet first."));
}

void MainWindow::exportOthers() {
  exportForOthers(*m_session, this, [this](const QString& sentence, bool failed) {
    failed ? m_central->showError(sentence) : m_central->showNotice(sentence);
  });
}

void MainWindow::showOnlyDisputed(bool only) {
  EventFilter filter = m_session->view().filter;
  filter.disputes.clear();
  if (only) filter.disputes.push_back(DisputeState::Disputed);
  m_session->setFilter(filter);
}

void MainWindow::openCard(OverlayCard& card) {
  if (card.isOpen()) return card.closeCard();
  card.setTheme(m_theme);
  card.openCard();
}

void MainWindow::showKeys() {
  if (!m_keys) {
    m_keys = new KeyCard(this);
    m_keys->setGroups(keyGroups());
  }
  openCard(*m_keys);
}

void MainWindow::showAbout() {
  if (!m_about) m_about = new AboutCard(this);
  openCard(*m_about);
}

void MainWindow::showLegend() {
  if (!m_legend) m_legend = new LegendCard(this);
  openCard(*m_legend);
}

void MainWindow::showProperties() {
  if (!m_properties) {
    m_properties = new PropertiesCard(this);
    connect(m_properties, &PropertiesCard::saved, this,
            [this](const ArchiveProperties& wanted, const ArchiveProperties& before) {
              // Who looks by the archive's clocks goes on to do so.
              const auto clocks = [](const QString& zone) {
                return zone == QLatin1String("UTC") ? QString() : zone;
              };
              if (m_session->view().zone == clocks(before.zone)) m_session->setZone(clocks(wanted.zone));
              m_session->change(
                  [wanted, before](const Snapshot& now) -> Result<RecordChanges> {
                    return changeProperties(now, wanted, before);
                  },
                  tr("Change the archive's properties"));
            });
  }
  if (m_properties->isOpen()) return m_properties->closeCard();
  m_properties->setTheme(m_theme);
  m_properties->start(*m_session->snapshot(), m_session->isEditable());
}

void MainWindow::measure() {
  if (m_session->measuredFrom()) return m_session->measureFrom(std::nullopt);
  if (!m_session->selected()) {
    m_central->showNotice(tr("Select the event to measure from, then measure again."));
    return updateEnabled();
  }
  m_session->measureFrom(m_session->selected());
}

void MainWindow::showView(const ViewState* view) {
  if (!view) return;
  const ViewState there = *view;  // the list that it stands in may grow
  m_session->takeView(there);
  m_timeline->moveTo(there.span);
}

void MainWindow::copyWithAttribution() {
  if (copyAttribution(*m_session)) {
    statusBar()->showMessage(tr("Copied: %1").arg(QGuiApplication::clipboard()->text()), 5000);
  } else {
    m_central->showNotice(tr("Select an event first: its shown value is copied with who says so."));
  }
}

void MainWindow::copyEvents() {
  // Text that is marked in a pane goes before events: the window has the key, the label does not get it.
  if (const auto* label = qobject_cast<const QLabel*>(QApplication::focusWidget());
      label && label->hasSelectedText()) {
    QString text = label->selectedText();
    return QGuiApplication::clipboard()->setText(text.replace(QChar::ParagraphSeparator, QLatin1Char('\n')));
  }
  const auto events = summaryOf(*m_session->snapshot(), m_session->picked()).events;
  entente::copyEvents(*m_session->snapshot(), events, CopyFormat::Csv);
  statusBar()->showMessage(
      events.size() == 1 ? tr("1 event copied") : tr("%1 events copied").arg(events.size()), 5000);
}

void MainWindow::selectAll() {
  if (auto* label = qobject_cast<QLabel*>(QApplication::focusWidget()))
    return label->setSelection(0, static_cast<int>(label->text().size()));
  const std::vector<EventId> events = m_session->slices()->eventsIn(m_session->view().span);
  if (events.empty()) return;
  const auto selected = m_session->selected();
  const bool stays = selected && std::ranges::find(events, *selected) != events.end();
  m_session->pick(events, stays ? selected : events.front());
}

void MainWindow::goTo(const FuzzyDate& date) {
  m_timeline->moveTo(spanAround(date, m_session->view().span, currentInstant()));
}

void MainWindow::walkPanes(bool forward) {
  std::vector<QWidget*> stops = m_panes->stops();
  stops.insert(stops.begin(), {m_find, m_timeline});
  const QWidget* focus = QApplication::focusWidget();
  const auto here = std::ranges::find_if(
      stops, [focus](const QWidget* stop) { return stop == focus || stop->isAncestorOf(focus); });
  const auto count = static_cast<std::ptrdiff_t>(stops.size());
  const std::ptrdiff_t at = here == stops.end() ? 0 : here - stops.begin();
  QWidget* next = stops[static_cast<std::size_t>((at + (forward ? 1 : count - 1)) % count)];
  if (next == m_find) {
    m_find->start();
  } else {
    next->setFocus(Qt::TabFocusReason);
  }
}

void MainWindow::fillOffices() {
  m_offices->clear();
  if (!m_session->snapshot()) return;
  const Snapshot& snapshot = *m_session->snapshot();
  for (const OfficeKey& key : allOffices(snapshot)) {
    QAction* action = m_offices->addAction(
        officeInWords(key.office, key.body).replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setCheckable(true);
    const auto shown = [this] {
      return m_session->view().offices.value_or(defaultOffices(*m_session->snapshot()));
    };
    action->setChecked(std::ranges::count(shown(), key) > 0);
    connect(action, &QAction::toggled, this, [this, key, shown](bool on) {
      std::vector<OfficeKey> offices = shown();
      std::erase(offices, key);
      if (on) offices.push_back(key);
      m_session->setOffices(offices);
    });
  }
}

void MainWindow::addZone(QMenu& menu, const QString& zone, const QString& text) {
  QAction* action = menu.addAction(text);
  action->setCheckable(true);
  action->setChecked(m_session->view().zone == zone);
  connect(action, &QAction::triggered, this, [this, zone] { m_session->setZone(zone); });
}

void MainWindow::fillZones(QMenu& menu) {
  menu.clear();
  qDeleteAll(menu.findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
  addZone(menu, {}, zoneInWords({}));
  const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
  const bool isPlace = here.contains(QLatin1Char('/')) && !here.startsWith(QLatin1String("Etc/"));
  if (isPlace && isZone(here)) addZone(menu, here, zoneInWords(here));
  const QString chosen = m_session->view().zone;
  if (!chosen.isEmpty() && chosen != here) addZone(menu, chosen, zoneInWords(chosen));
  menu.addSeparator();
  // Region by region; names without one are old or technical.
  std::map<QString, QMenu*> regions;
  for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
    const QString name = QString::fromLatin1(id);
    const qsizetype slash = name.indexOf(QLatin1Char('/'));
    const QString region = name.left(slash);
    if (slash < 0 || region == QLatin1String("Etc") || region == QLatin1String("SystemV")) continue;
    QMenu*& submenu = regions[region];
    if (!submenu) submenu = menu.addMenu(region);
    addZone(*submenu, name, name.mid(slash + 1).replace(QLatin1Char('_'), QLatin1Char(' ')));
  }
}

}  // namespace entente
