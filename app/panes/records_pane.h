// SPDX-License-Identifier: GPL-3.0-or-later
// RecordsPane: actors, places, offices, memberships, figures and links of the archive: to find, make, change,
// merge and delete.
#pragma once

#include <QWidget>
#include <optional>

#include "app/panes/when_seen.h"
#include "app/render/theme.h"
#include "core/view/record_edits.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace entente {

class RecordsModel;
class Session;

/// The forms open in the detail pane. In the list Enter and F2 change, Del deletes.
class RecordsPane : public QWidget {
  Q_OBJECT

 public:
  explicit RecordsPane(Session& session, QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeHead();
  void makeFoot();
  void refresh();
  void update();
  void makeNew();
  [[nodiscard]] std::optional<RecordKey> current() const;
  [[nodiscard]] std::vector<RecordKey> picked() const;

  Session& m_session;
  RecordsModel* m_model;
  QComboBox* m_table;
  QLineEdit* m_words;
  QLabel* m_count;
  QTreeView* m_list;
  QPushButton* m_new;
  QPushButton* m_edit;
  QPushButton* m_merge;
  QPushButton* m_delete;
  ThemeName m_theme = ThemeName::Light;
  WhenSeen m_refresh{*this, [this] { refresh(); }};
};

}  // namespace entente
