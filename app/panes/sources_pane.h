// SPDX-License-Identifier: GPL-3.0-or-later
// SourcesPane: all sources of the archive, who each one is, and what rests on it.
#pragma once

#include <QWidget>
#include <functional>
#include <optional>

#include "app/panes/when_seen.h"
#include "app/render/theme.h"
#include "core/view/snapshot.h"

class QCheckBox;
class QMenu;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace entente {

class RelianceList;
class Session;
class SourcesDetail;
class SourcesModel;
class TableView;

/// The picked source is the pane's own. Narrow, what is picked stands under the list; wide, beside it.
class SourcesPane : public QWidget {
  Q_OBJECT

 public:
  explicit SourcesPane(Session& session, QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

  /// Picks a source; what narrows the list without it is dropped. False if the archive has no such source.
  bool showSource(const SourceUid& source);
  /// None while nothing is picked.
  [[nodiscard]] const std::optional<SourceUid>& picked() const { return m_picked; }

  /// What web addresses are opened with; the system's browser unless given.
  void setOpener(std::function<void(const QString&)> openUrl) { m_openUrl = std::move(openUrl); }

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeHead();
  void makeTable();
  void makeEmpty();
  void makeActions();
  void fillMore(QMenu& menu);
  void followSession();
  void takeSnapshot();
  void askSnapshot() { m_take.ask(); }
  void narrow();
  void showAll();
  void pick(const std::optional<SourceUid>& source);
  void showPicked();
  /// What is seen when no source is left out.
  [[nodiscard]] Snapshot beforeItWasLeftOut() const;
  void updateHead();
  void fitColumns();
  void fitShape();
  void applyStyle();
  [[nodiscard]] QString emptyWords() const;

  Session& m_session;
  SourcesModel* m_model;
  TableView* m_table;
  SourcesDetail* m_detail;
  RelianceList* m_reliance;
  QLineEdit* m_words;
  QCheckBox* m_onlySelected;
  QLabel* m_count;
  QStackedWidget* m_stack;
  QWidget* m_empty;
  QLabel* m_emptyWords;
  QPushButton* m_showAll;
  QSplitter* m_split;
  QSplitter* m_below;
  QWidget* m_about = nullptr;  ///< the picked source, with what can be done with it
  QPushButton* m_without = nullptr;
  QPushButton* m_add = nullptr;
  std::optional<SourceUid> m_picked;
  std::function<void(const QString&)> m_openUrl;
  ThemeName m_theme = ThemeName::Light;
  WhenSeen m_take{*this, [this] { takeSnapshot(); }};
};

}  // namespace entente
