// SPDX-License-Identifier: GPL-3.0-or-later
// EventsPane: the events that the timeline shows, as a table.
#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "app/panes/when_seen.h"
#include "app/render/theme.h"
#include "core/model/uids.h"

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace entente {

class EventsEmpty;
class EventsModel;
enum class CopyFormat : std::uint8_t;
class Session;
class TableView;

/// Follows span, filter, search and selection of the session; the selected rows are what the session has
/// picked, the current one what it has selected. While the span moves rows follow at most some 16 times a
/// second.
class EventsPane : public QWidget {
  Q_OBJECT

 public:
  explicit EventsPane(Session& session, QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  [[nodiscard]] QSize sizeHint() const override;

  /// Widths and order of the columns, to be kept and given back.
  [[nodiscard]] QByteArray state() const;
  /// False, and nothing changes, if it is not of this pane.
  bool restoreState(const QByteArray& state);

  /// What the context menu of the table holds.
  void fillMenu(QMenu& menu);

 Q_SIGNALS:
  /// How many rows there are; after every change of the rows.
  void countChanged(int events);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeHead();
  void showUndated();
  void makeTable();
  void followSession();
  void updateRows();
  /// Of a hidden pane only the count.
  void askRows();
  void updateHead();
  void showSelection();
  void selectPicked();
  void pickRows();
  void markHits();
  void applyStyle();
  void fitColumns();
  void measureDates();
  [[nodiscard]] std::vector<EventId> selectedEvents() const;
  /// The selected rows if there are more than one, else all.
  [[nodiscard]] std::vector<EventId> eventsToCopy() const;
  void copy(CopyFormat format, const std::vector<EventId>& events);

  Session& m_session;
  EventsModel* m_model;
  TableView* m_table;
  EventsEmpty* m_empty;
  QStackedWidget* m_stack;
  QWidget* m_head;
  QLabel* m_count;
  QLabel* m_note;
  QPushButton* m_copyCsv;
  QPushButton* m_copyMarkdown;
  QTimer m_throttle;
  ThemeName m_theme = ThemeName::Light;
  bool m_scrollWhenThere = false;  ///< what is selected will be among the rows of the next update
  bool m_fittingColumns = false;
  WhenSeen m_rows{*this, [this] { updateRows(); }};
  bool m_showing = false;  ///< rows are being selected because the session has them picked
  int m_widestDatePx = 0;
  bool m_widthsAreChosen = false;  ///< by the person, now or in another session
};

}  // namespace entente
