// SPDX-License-Identifier: GPL-3.0-or-later
// WelcomePage: what the window shows while no archive is open: what Entente is, and archives to open.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "app/render/theme.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace entente {

class RecentRow;

struct RecentFile {
  QString path;
  bool exists = true;
};

/// Scrolls where the window is too low. Dropping a file on it is the window's business.
class WelcomePage : public QWidget {
  Q_OBJECT

 public:
  explicit WelcomePage(QWidget* parent = nullptr);
  void setTheme(ThemeName name);
  /// In the order to be shown. None: the list is not there.
  void setRecent(const std::vector<RecentFile>& files);

 Q_SIGNALS:
  void newRequested();
  void openRequested();
  void builtInRequested();
  void recentRequested(const QString& path);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeColumn();
  void applyStyle();

  ThemeName m_theme = ThemeName::Light;
  QVBoxLayout* m_rows = nullptr;
  QLabel* m_name;
  QLabel* m_what;
  QPushButton* m_new;
  QPushButton* m_open;
  QPushButton* m_builtIn;
  QLabel* m_drop;
  QLabel* m_recentTitle;
  std::vector<RecentRow*> m_recent;
};

}  // namespace entente
