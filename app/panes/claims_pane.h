// SPDX-License-Identifier: GPL-3.0-or-later
// ClaimsPane: the ledger: every topic of the archive, and the claims about the picked one side by side.
#pragma once

#include <QWidget>
#include <optional>

#include "app/panes/detail_blocks.h"
#include "app/panes/when_seen.h"
#include "core/ledger/topic.h"
#include "core/model/records.h"

class QCheckBox;
class QPushButton;
class QScrollArea;
class QSplitter;

namespace entente {

class ClaimsList;
class Session;

class ClaimsPane : public QWidget {
  Q_OBJECT

 public:
  explicit ClaimsPane(Session& session, QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  [[nodiscard]] QSize sizeHint() const override;
  void showTopic(const Topic& topic);
  /// The form of a claim; of a new one if the uid is empty.
  void editClaim(const Topic& topic, const ClaimUid& claim);
  [[nodiscard]] const std::optional<Topic>& topic() const { return m_topic; }

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();
  void askRefresh() { m_refresh.ask(); }
  void showBoard();
  void saveClaim(const Claim& claim);
  void removeClaim(const ClaimUid& claim);
  void addAboutSelected();
  void endForm();
  [[nodiscard]] BlockStyle look() const;
  [[nodiscard]] int columnsThatFit() const;

  Session& m_session;
  QCheckBox* m_onlySelected;
  QCheckBox* m_onlyDisputed;
  QPushButton* m_add;
  ClaimsList* m_list;
  QScrollArea* m_board;
  QSplitter* m_split;
  std::optional<Topic> m_topic;
  bool m_editing = false;         ///< a form is open
  bool m_saving = false;          ///< and what it holds is on its way into the archive
  std::optional<Claim> m_edited;  ///< as it was when the form was opened; none of a new claim
  QString m_editedIn;
  int m_columns = 1;
  ThemeName m_theme = ThemeName::Light;
  WhenSeen m_refresh{*this, [this] { refresh(); }};
};

}  // namespace entente
