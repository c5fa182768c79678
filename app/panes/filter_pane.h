// SPDX-License-Identifier: GPL-3.0-or-later
// FilterPane: which events are kept: kinds, disputes, countries and actors to tick, each with its number of
// events.
#pragma once

#include <QWidget>
#include <set>

#include "app/panes/filter_choice.h"
#include "app/panes/when_seen.h"
#include "app/render/theme.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QTreeView;

namespace entente {

class FilterDelegate;
class FilterLine;
class FilterModel;
class FilterRadio;
class Session;

/// Usable from 220 px on. What is ticked is the session's filter at once; a filter that comes from elsewhere
/// is shown. Counting is O(events), once for all changes of one turn of the event loop, and only while the
/// pane is seen.
class FilterPane : public QWidget {
  Q_OBJECT

 public:
  explicit FilterPane(Session& session, QWidget* parent = nullptr);
  void setTheme(ThemeName name);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeHead();
  void makeTree();
  void connectSession();
  void askRefresh() { m_refresh.ask(); }
  void refresh();
  void refreshNotes(const FilterCounts& counts);
  void narrow(const QString& words);
  void setRest(RestOfEvents rest);
  void expandTree();
  void fitHead();
  void applyStyle();

  Session& m_session;
  ThemeName m_theme = ThemeName::Light;
  WhenSeen m_refresh{*this, [this] { refresh(); }};
  std::set<FilterList> m_folded;
  bool m_expanding = false;

  FilterModel* m_model;
  FilterDelegate* m_delegate;
  QWidget* m_head;
  QBoxLayout* m_restRow;
  QBoxLayout* m_countRow;
  FilterRadio* m_hide;
  FilterRadio* m_grey;
  QLabel* m_count;
  QPushButton* m_drop;
  FilterLine* m_narrow;
  QTreeView* m_tree;
  QLabel* m_empty;
};

}  // namespace entente
