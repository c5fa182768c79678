// SPDX-License-Identifier: GPL-3.0-or-later
// HistoryPane: the steps of the archive's history, and the way back to each.
#pragma once

#include <QWidget>

#include "app/panes/when_seen.h"
#include "app/render/theme.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace entente {

class Session;

/// The oldest step first; a step is gone to by Enter, a double click or the button. Steps that are undone are
/// grey, below the last one that holds.
class HistoryPane : public QWidget {
  Q_OBJECT

 public:
  explicit HistoryPane(Session& session, QWidget* parent = nullptr);
  void setTheme(ThemeName name);
  [[nodiscard]] QSize sizeHint() const override;

 private:
  void refresh();
  void askRefresh() { m_refresh.ask(); }
  void go();

  Session& m_session;
  QListWidget* m_list;
  QLabel* m_note;
  QPushButton* m_go = nullptr;
  ThemeName m_theme = ThemeName::Light;
  WhenSeen m_refresh{*this, [this] { refresh(); }};
};

}  // namespace entente
