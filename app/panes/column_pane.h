// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnPane: a scrolled column of blocks about the selected event; what Detail and Message have in common.
#pragma once

#include <QScrollArea>

#include <set>

#include "app/panes/block_column.h"
#include "app/panes/when_seen.h"
#include "app/render/theme.h"

namespace entente {

class Session;

/// Follows the session's selection; the column is made anew for each event. Links jump by selecting; web
/// addresses go to the system's browser.
class ColumnPane : public QScrollArea {
  Q_OBJECT

 public:
  void setTheme(ThemeName name);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  ColumnPane(Session& session, const QString& name, QWidget* parent);

  [[nodiscard]] Session& session() const { return m_session; }
  [[nodiscard]] BlockStyle look() const;
  [[nodiscard]] BlockActions actions();
  /// A head and lines of quieter text, with what `more` adds below them.
  void showNote(const QString& head, const QStringList& lines, QWidget* more = nullptr);
  void showColumn(QWidget* column);
  /// What there is to show while an event and its detail are there.
  virtual void showDetail() = 0;
  /// While an archive is open and nothing is selected.
  virtual void showNothingSelected() = 0;
  /// While several events are selected.
  virtual void showManySelected();
  /// While something is shown that is not about the selection, and stays until it is done with.
  [[nodiscard]] virtual bool isHeld() const { return false; }
  /// Shows what is selected as soon as somebody can see it.
  void askRebuild() { m_rebuild.ask(); }
  /// What was asked for, at once where somebody can see it.
  void showNow() {
    if (m_rebuild.isSeen()) m_rebuild.now();
  }
  void openTopic(const Topic& topic);

  void changeEvent(QEvent* event) override;

 private:
  void rebuild();

  Session& m_session;
  WhenSeen m_rebuild{*this, [this] { rebuild(); }};
  std::set<Topic> m_open;          ///< whose claims stand open
  std::optional<EventId> m_shown;  ///< whose column it is: the same one keeps its place
  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
