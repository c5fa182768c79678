// SPDX-License-Identifier: GPL-3.0-or-later
// CentralStack: the timeline, or the welcome page while no archive is open; above it, in place, long work,
// errors and notices.
#pragma once

#include <QWidget>
#include <vector>

#include "app/render/theme.h"

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace entente {

class EmptyArchiveNote;
class ProgressLine;
class OverviewStrip;
class TimelineView;
class WelcomePage;

class CentralStack : public QWidget {
  Q_OBJECT

 public:
  /// Takes timeline, page and `below` (a line between the messages and the timeline) over.
  CentralStack(TimelineView* timeline, OverviewStrip* overview, WelcomePage* welcome, QWidget* below,
               QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  [[nodiscard]] ThemeName themeName() const { return m_theme; }
  /// What can be done first in an archive without events.
  void setFirstSteps(const std::vector<QAction*>& steps);
  /// Whether the archive has no events: then the timeline says what can be done first.
  void setEmpty(bool empty);
  void showTimeline();
  void showWelcome();
  /// Stays until it is dismissed, another message comes, or clearMessage().
  void showError(const QString& text);
  void showNotice(const QString& text);
  void clearMessage();
  [[nodiscard]] ProgressLine& progress() { return *m_progress; }

 private:
  void showMessage(const QString& text, const QString& spokenName);

  ThemeName m_theme = ThemeName::Light;
  QStackedWidget* m_pages;
  ProgressLine* m_progress;
  QWidget* m_banner;
  QLabel* m_message;
  WelcomePage* m_welcome;
  EmptyArchiveNote* m_empty;
};

}  // namespace entente
